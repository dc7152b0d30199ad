"""Pages of things, a module a kind: an IRI comes in; its page goes out."""
