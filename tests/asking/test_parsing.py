"""SPARQL typed by hand: why it is not read, in one sentence; its columns, whatever the variables are called."""

from __future__ import annotations

import json

import pytest

from maillage.errors import MaillageError
from maillage.library import Graph


@pytest.mark.parametrize(
    ("sparql", "said"),
    [
        (
            "SELECT ?x {\n  ?x lys:p 1 }",
            r"at 2:\d+: undeclared prefix lys:\. Declare it on top: PREFIX lys: <namespace>",
        ),
        ("SELECT ?x { ?x a lys: ; tulipe:p <http://e.fr/a> }", r"undeclared prefix lys:, tulipe:"),
        ("SELECT ?x { ?x a : }", r"undeclared prefix :"),
        ('# lys:p\nSELECT ?x { ?x ?y "tulipe:p" , <iris:p>, ?z', r"at 2:\d+: expected"),
        ("INSERT DATA { <urn:a> <urn:b> 1 }", r"it is no question\. Begin it with SELECT, ASK"),
        ("SELECT ?x { ?x <lys> 1 }", r"an IRI is not written right"),
        ("SELECT ?x { ?x ?y ?z } GROUP BY ?y", r"neither grouped nor counted"),
        ("SELECT ?x { ?x a }", r"at 1:\d+: expected"),
    ],
)
def test_why_it_is_not_read(small_graph: Graph, sparql: str, said: str) -> None:
    with pytest.raises(MaillageError, match=said) as caught:
        small_graph.query(sparql)
    assert "u{" not in str(caught.value)
    assert len(str(caught.value)) < 300


def test_a_declared_prefix_and_a_byte_order_mark(small_graph: Graph) -> None:
    table = small_graph.query(
        "\ufeffPREFIX lys: <http://e.fr/> prefix : <http://f.fr/>\r\nSELECT (lys:a AS ?a) (:b AS ?b) {}"
    )
    assert [row["a_iri"] for row in table] == ["http://e.fr/a"]


def test_no_column_is_lost(small_graph: Graph) -> None:
    """The IRI of ?x stands beside it, under a name no variable has."""
    table = small_graph.query("SELECT ?x ?x_iri ?x_iri_ { VALUES (?x ?x_iri ?x_iri_) { (mlg:Actor 1 mlg:Event) } }")
    (row,) = json.loads(table.to_json())
    assert len(row) == len(table.columns) == 5
    assert row["x_iri"] == 1
    assert sorted(v for v in row.values() if isinstance(v, str) and "#" in v) == [
        "https://w3id.org/maillage/def#Actor",
        "https://w3id.org/maillage/def#Event",
    ]


def test_an_ill_typed_value_is_the_text_it_is(small_graph: Graph) -> None:
    values = ('"1_0"^^xsd:integer', '"NaN"^^xsd:decimal', '"١"^^xsd:integer', '"vrai"^^xsd:boolean', '"-3"^^xsd:byte')
    (row,) = small_graph.query(f"SELECT * {{ {' '.join(f'BIND({v} AS ?v{i})' for i, v in enumerate(values))} }}")
    assert list(row.values())[:3] == ["1_0", "NaN", "١"]
    assert row["v4"] == -3
    assert json.loads(json.dumps([str(v) for v in row.values()]))


def test_python_values_as_parameters(small_graph: Graph) -> None:
    import datetime

    text = small_graph.ask("events-between", since="2018", before="2023-12-31").rows
    assert small_graph.ask("events-between", since=2018, before=datetime.date(2023, 12, 31)).rows == text
    assert (
        small_graph.network("coordination", at=2023).number_of_nodes()
        == small_graph.network("coordination", at="2023").number_of_nodes()
    )
