"""Asking: a name of a query and a user's values come in; rows with their words, or what to show of a thing, go out."""
