"""Wikidata: the facts of a bundle come in; commands to propose, checks to run first and queries with counts go out."""
