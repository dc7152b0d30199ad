"""Releases: a graph and the release before it come in; what changed, the next version, its files go out."""
