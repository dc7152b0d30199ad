"""Things: plain tables, Turtle files and the spans of a text."""
