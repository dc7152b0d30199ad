"""The score card of a bundle: a folder comes in; how each portal would judge it goes out, a family a file."""
