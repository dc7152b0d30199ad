"""Groupings of collectivities: Banatic comes in; PETR, pays and mixed syndicates, what they are made of, go out."""
