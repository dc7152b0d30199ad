"""Near: a loaded graph and some of its files come in; the part of it that bears on what those files say goes out.

A check of one file then costs what the file touches, not the country. Kept are the vocabulary, the files, all that
their things refer to at any depth, what refers to their things, the claims on what they mention with all that these
refer to, and whatever bears the same name or code. A test holds that the findings about a file are those of the whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from maillage.pipeline.load import Loaded
from maillage.store.embedded import Oxigraph
from maillage.terms import DCT, GRAPH, ID, MLG, PREFIXES, SKOS
from maillage.things.rdf import Literal, NamedNode, Quad, subject_of

#: What two things of one name or code share.
_TELLING = (SKOS + "prefLabel", *(MLG + name for name in ("siren", "finess", "rna", "inseeCode")))
#: From a claim down to its document, and from a part to its whole: followed upwards too.
_PROOF = (MLG + "evidence", MLG + "document", DCT + "isPartOf")
#: How many claims away from a mentioned thing others still bear on it: an arrangement, its successor, their states.
_ROUNDS = 2


def near(loaded: Loaded) -> Loaded:
    """The same places and sources with a store of only what bears on the files in focus."""
    store = loaded.store
    ends = [MLG + name for name in ("inArrangement", "subject", "object", "about")]
    ends += sorted({t.object.value for edge in ("edgeFrom", "edgeTo") for t in store.values(None, MLG + edge)})
    own = [quad for graph in sorted(loaded.focus) for quad in store.match(graph=graph)]
    subjects = {subject_of(quad) for quad in own}
    found = subjects | {term.value for term in _things(own)}
    found |= {subject_of(q) for s in subjects for q in store.match(object=NamedNode(s))} if subjects else set()
    for quad in own:
        if quad.predicate.value in _TELLING and isinstance(quad.object, Literal):
            same = store.match(predicate=quad.predicate.value, object=quad.object)
            found |= {subject_of(other) for other in same}
    found = _reached(found, store)
    for _ in range(_ROUNDS):
        claims = {
            subject_of(q) for thing in found if not _is_place(thing) for end in ends for q in _to(store, end, thing)
        }
        found = _reached(found | claims, store)
    for predicate in _PROOF:
        above = {subject_of(q) for s in subjects for q in _to(store, predicate, s)}
        found = _reached(found | above, store)
        subjects |= above
    part = Oxigraph()
    part.extend(quad for subject in sorted(found) for quad in store.match(subject=subject))
    for graph in loaded.sources:
        if graph in loaded.focus or graph.startswith(GRAPH + "ontology/"):
            part.extend(store.match(graph=graph))
    return Loaded(loaded.places, part, loaded.sources, loaded.repeated, loaded.focus)


def _to(store: Oxigraph, predicate: str, thing: str) -> Iterator[Quad]:
    return store.match(predicate=predicate, object=NamedNode(thing))


def _is_place(iri: str) -> bool:
    """Whether a thing is a territory: half the country lies in one, and no claim on it bears on another."""
    return iri.startswith(PREFIXES["terr"])


def _things(quads: Iterable[Quad]) -> Iterator[NamedNode]:
    """What quads refer to among the things of the graph."""
    return (q.object for q in quads if isinstance(q.object, NamedNode) and q.object.value.startswith(ID))


def _reached(found: set[str], store: Oxigraph) -> set[str]:
    """Things and all they refer to, at any depth."""
    reached: set[str] = set()
    new = {iri for iri in found if iri.startswith(ID)}
    while new:
        reached |= new
        new = {term.value for iri in new for term in _things(store.match(subject=iri))} - reached
    return reached
