"""Reasoning: a graph comes in; what OWL 2 DL makes of it goes out: contradictions in words, and types."""
