"""What a query reads, told from its text, against what rdflib's algebra finds in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from rdflib import RDF as RDF_TERMS
from rdflib import URIRef, Variable
from rdflib.paths import AlternativePath, InvPath, MulPath, NegatedPath, Path, SequencePath
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parserutils import CompValue

from maillage.catalogue import Catalogue, Query
from maillage.pipeline.reads import ANY, names_of, reads, touched
from maillage.places import find_places
from maillage.terms import MLG, RDF

QUERIES = [query for kind in ("rules", "checks", "networks") for query in Catalogue(find_places()).of(kind)]


def _triples(node: Any) -> Iterator[tuple[Any, Any, Any]]:
    """Every triple pattern of an algebra, the template included."""
    if isinstance(node, CompValue):
        for key, value in node.items():
            if key in ("triples", "template") and value:
                yield from (triple for triple in value if isinstance(triple, tuple) and len(triple) == 3)
            yield from _triples(value)
    elif isinstance(node, list | tuple | set | frozenset):
        for value in node:
            yield from _triples(value)


def _predicates(predicate: Any) -> Iterator[Any]:
    if isinstance(predicate, MulPath):
        yield from _predicates(predicate.path)
    elif isinstance(predicate, InvPath):
        yield from _predicates(predicate.arg)
    elif isinstance(predicate, SequencePath | AlternativePath):
        for part in predicate.args:
            yield from _predicates(part)
    elif isinstance(predicate, NegatedPath):
        yield Variable("any")
    else:
        assert not isinstance(predicate, Path)
        yield predicate


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: f"{query.kind}/{query.name}")
def test_no_predicate_or_class_escapes(query: Query) -> None:
    found = reads(query.text)
    algebra = prepareQuery(query.text).algebra
    wanted: set[str] = set()
    for subject, predicate, value in _triples(algebra):
        del subject
        for one in _predicates(predicate):
            if isinstance(one, Variable):
                wanted.add(ANY)
            elif one != RDF_TERMS.type:
                wanted.add(str(one))
            elif isinstance(value, URIRef) and predicate == RDF_TERMS.type:
                wanted.add(str(value))
            else:
                wanted.add(RDF + "type")
    assert wanted, "no triple was found in the algebra: this test reads nothing"
    assert wanted <= found


def test_a_variable_list_is_no_open_predicate() -> None:
    text = "PREFIX mlg: <https://w3id.org/maillage/def#>\nSELECT ?a ?b ?c WHERE { ?a mlg:within ?b ; mlg:population ?c } ORDER BY ?a ?b ?c"
    assert reads(text) == {MLG + "within", MLG + "population"}


@pytest.mark.parametrize(
    "pattern",
    [
        "?s ?p ?o",
        "?s mlg:within ?o ; ?p ?v",
        "?s !(mlg:within) ?o",
        "?s !mlg:within ?o",
        '?s ?p "x"',
        "?s ?p [ mlg:within ?o ]",
    ],
)
def test_an_open_predicate_reads_all(pattern: str) -> None:
    assert ANY in reads(f"PREFIX mlg: <https://w3id.org/maillage/def#>\nASK {{ {pattern} }}")


def test_words_in_texts_and_comments_are_no_names() -> None:
    text = 'PREFIX mlg: <https://w3id.org/maillage/def#>\nASK {\n  # mlg:siren\n  ?s mlg:within ?o . FILTER(STR(?o) != "mlg:finess") }'
    assert reads(text) == {MLG + "within"}


def test_a_changed_type_is_its_class_and_the_predicate() -> None:
    line = f"<urn:a> <{RDF}type> <{MLG}State>".encode()
    assert names_of([line]) == {RDF + "type", MLG + "State"}
    assert touched(frozenset({MLG + "State"}), names_of([line]))
    assert not touched(frozenset({MLG + "Event"}), names_of([line]))
    assert touched(frozenset({ANY}), names_of([line])) and not touched(frozenset({ANY}), set())
