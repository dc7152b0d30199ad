"""Pushing a bundle to a portal: a folder, an address and a token come in; what is to do there goes out, or is done."""
