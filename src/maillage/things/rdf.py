"""The RDF terms every layer passes on, so that one module names the engine they come from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

import pyoxigraph
from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, DefaultGraph, Literal, NamedNode, Quad

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
    "stable_blanks",
    "subject_of",
    "triple_of",
]


def triple_of(quad: Quad) -> Triple:
    """The plain triple of a quad."""
    return cast(Triple, quad.triple)


def subject_of(quad: Quad) -> str:
    """The IRI, or the name of the blank node, that a quad is about."""
    return cast(Subject, quad.subject).value


def stable_blanks(triples: Sequence[Triple], prefix: str = "") -> list[Triple]:
    """The triples with blank nodes named by what they say (RDFC-1.0), so that each run and machine names them alike."""
    if not any(isinstance(term, BlankNode) for t in triples for term in (t.subject, t.object)):
        return list(triples)
    data = Dataset(Quad(t.subject, t.predicate, t.object) for t in triples)
    data.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)

    def named(term: Term) -> Term:
        return BlankNode(prefix + term.value) if isinstance(term, BlankNode) and prefix else term

    out = (triple_of(quad) for quad in data)
    return [Triple(cast(Subject, named(t.subject)), t.predicate, named(t.object)) for t in out]
