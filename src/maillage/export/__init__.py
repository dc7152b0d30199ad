"""Exports: a built graph or a network comes in; files other tools read go out."""
