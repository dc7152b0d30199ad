"""Every term that a graph can use points to an example, and the example is true: it exists, is valid, and uses the term."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, VANN, Graph, Literal, URIRef

from maillage.pipeline.build import build
from maillage.places import Places
from maillage.terms import DEF, INFERRED
from maillage.things.rdf import NamedNode, triple_of
from maillage.things.turtle import read_turtle

from .conftest import MLG, ONTOLOGY

EXAMPLES = ONTOLOGY / "examples"
BASE = "https://w3id.org/maillage/example/"
#: These stand on terms of the ontology and of the shapes, never in a graph.
OF_THE_ONTOLOGY = {MLG.edgeFrom, MLG.edgeTo, MLG.shortcut, MLG.fix}


def path_of(example: object) -> Path:
    assert str(example).startswith(BASE), example
    return EXAMPLES / f"{str(example).removeprefix(BASE)}.ttl"


@cache
def used(path: Path) -> set[URIRef]:
    """The properties of a file, and the classes of what it describes."""
    graph = Graph().parse(path)
    return {t for t in {*graph.predicates(), *graph.objects(None, RDF.type)} if isinstance(t, URIRef)}


def test_every_term_has_its_example(vocabulary: Graph, own_terms: list[URIRef]) -> None:
    withdrawn = set(vocabulary.subjects(OWL.deprecated, Literal(True)))
    for term in own_terms:
        examples = list(vocabulary.objects(term, VANN.example))
        assert len(examples) == (0 if term in OF_THE_ONTOLOGY | withdrawn else 1), term


def test_the_example_uses_the_term(vocabulary: Graph) -> None:
    """A class that only its kinds can have things of (an actor, a claim) is shown by one of them."""
    for term, example in vocabulary.subject_objects(VANN.example):
        kinds = set(vocabulary.transitive_subjects(RDFS.subClassOf, term))
        assert path_of(example).is_file(), f"{term}: there is no {example}"
        assert used(path_of(example)) & kinds, f"{term}: {example} does not use it"


def test_what_can_be_shown_directly_is(vocabulary: Graph) -> None:
    """No detour by a narrower class where some example has a thing of the class itself."""
    shown = set().union(*(used(path) for path in EXAMPLES.glob("valid/*.ttl")))
    for term, example in vocabulary.subject_objects(VANN.example):
        assert term in used(path_of(example)) or term not in shown, term


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("derived/*.ttl")), ids=lambda p: p.stem)
def test_derived_is_what_a_build_derives(path: Path, places: Places, tmp_path: Path) -> None:
    source = EXAMPLES / "valid" / path.name
    (tmp_path / path.name).write_bytes(source.read_bytes())
    loaded = build(places.with_graph(tmp_path)).loaded
    inferred = [triple_of(q) for q in loaded.quads() if q.graph_name == NamedNode(INFERRED)]
    derived = set(map(str, inferred))
    shown = {str(triple) for triple in read_turtle(path).triples}
    assert len(shown) > 200
    assert sorted(shown - derived) == []
    header = [str(t) for t in inferred if t.subject.value in ("https://w3id.org/maillage/def", f"{DEF}schemes")]
    assert header == [], "the vocabulary is dated, and is no thing of the graph"
