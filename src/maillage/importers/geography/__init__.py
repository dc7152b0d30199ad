"""Territories: the official geographic code, outlines and priority neighbourhoods come in; where each lies goes out."""
