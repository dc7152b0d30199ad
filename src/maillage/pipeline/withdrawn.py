"""What is withdrawn and stands in the graph all the same: a loaded store comes in; the things, and why, go out."""

from __future__ import annotations

from collections.abc import Iterator

from maillage.naming.withdrawn import Withdrawn
from maillage.store.port import Store
from maillage.terms import DCT, MLG, OA, RDF, SKOS
from maillage.things.rdf import Literal, NamedNode

#: What holds a name and nothing else, and what holds sentences.
NAMES = (SKOS + "prefLabel", SKOS + "altLabel", DCT + "creator", DCT + "publisher")
TEXTS = (
    OA + "exact",
    SKOS + "editorialNote",
    DCT + "title",
    DCT + "description",
    MLG + "paraphrase",
    MLG + "officeTitle",
)


def still_there(store: Store, withdrawn: Withdrawn) -> Iterator[tuple[str, str]]:
    """(thing, property) of what falls under the list: by its IRI (no property), its name, or a text that says it."""
    if not withdrawn:
        return
    found: set[str] = set()
    for triple in store.values(None, RDF + "type"):
        subject = triple.subject.value
        if isinstance(triple.subject, NamedNode) and subject not in found and withdrawn.covers(subject):
            found.add(subject)
            yield subject, ""
    for predicates, holds in ((NAMES, withdrawn.covers), (TEXTS, withdrawn.inside)):
        for predicate in predicates:
            for triple in store.values(None, predicate):
                if isinstance(triple.object, Literal) and holds(triple.object.value):
                    yield triple.subject.value, predicate
