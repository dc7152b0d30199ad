"""Storing: quads come in; rows and triples go out, through one port."""
