"""The bundle for portals: a built graph comes in; a folder that portals take as it is, and its score card, go out."""
