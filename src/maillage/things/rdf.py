"""The RDF terms every layer passes on, so that one module names the engine they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pyoxigraph
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad

Subject = NamedNode | BlankNode
Term = NamedNode | BlankNode | Literal

if TYPE_CHECKING:

    class Triple:
        """A plain triple: none of its terms is a triple (RDF 1.2), which `read_turtle` refuses."""

        subject: Subject
        predicate: NamedNode
        object: Term

        def __init__(self, subject: Subject, predicate: NamedNode, object: Term) -> None: ...
        def __hash__(self) -> int: ...

else:
    Triple = pyoxigraph.Triple

__all__ = [
    "BlankNode",
    "DefaultGraph",
    "Literal",
    "NamedNode",
    "Quad",
    "Subject",
    "Term",
    "Triple",
    "subject_of",
    "triple_of",
]


def triple_of(quad: Quad) -> Triple:
    """The plain triple of a quad."""
    return cast(Triple, quad.triple)


def subject_of(quad: Quad) -> str:
    """The IRI, or the name of the blank node, that a quad is about."""
    return cast(Subject, quad.subject).value
