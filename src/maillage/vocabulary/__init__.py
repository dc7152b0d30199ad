"""A vocabulary judged and read: graphs of an ontology come in; findings, and what its reference page tells, go out."""
