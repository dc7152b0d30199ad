"""What an editor of queries can complete: a graph comes in; its own prefixes, classes, properties, concepts go out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache

from maillage.library import Graph
from maillage.terms import PREFIXES, SCHEMES, SKOS, curie
from maillage.things.rdf import NamedNode

_CLASSES = "SELECT ?c (COUNT(?s) AS ?n) { ?s a ?c FILTER(ISIRI(?c)) } GROUP BY ?c ORDER BY STR(?c)"
_PROPERTIES = "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY STR(?p)"

#: Of each term its CURIE, its label in a language, how often it is used (0 for a concept).
Terms = list[tuple[str, str, int]]


def completion(graph: Graph, lang: str) -> bytes:
    """Prefixes, and classes, properties and concepts with their labels, as JSON; most used first."""
    names = graph.built.names
    counted = _counted(graph)

    def labelled(iris: Iterable[tuple[str, int]]) -> Terms:
        named = [(curie(iri), names.label(iri, lang), n) for iri, n in iris]
        return sorted((one for one in named if "://" not in one[0]), key=lambda one: (-one[2], one[0]))

    said = {
        "prefixes": PREFIXES,
        "classes": labelled(counted[0]),
        "properties": labelled(counted[1]),
        "concepts": labelled((iri, 0) for iri in counted[2]),
    }
    return (json.dumps(said, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


@lru_cache(maxsize=1)
def _counted(graph: Graph) -> tuple[list[tuple[str, int]], list[tuple[str, int]], list[str]]:
    """Classes and properties with how often they are used, and the concepts of our schemes: asked once."""
    store = graph.built.store
    found = []
    for query in (_CLASSES, _PROPERTIES):
        _, rows = store.select(query)
        found.append(
            [(str(iri.value), int(n.value)) for iri, n in rows if isinstance(iri, NamedNode) and n is not None]
        )
    wholes = (PREFIXES[scheme].rstrip("/") for scheme in SCHEMES)
    concepts = [str(t.subject.value) for whole in wholes for t in store.values(None, SKOS + "inScheme", whole)]
    return found[0], found[1], concepts
