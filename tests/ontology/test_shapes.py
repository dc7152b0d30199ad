"""What any SHACL engine can read alike of the shapes: no form that one of them misreads, no place left for us to fill."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import RDF, Graph, Namespace
from rdflib.collection import Collection

SH = Namespace("http://www.w3.org/ns/shacl#")


@pytest.fixture(scope="module")
def shapes(root: Path) -> Graph:
    return Graph().parse(root / "ontology/shapes.ttl", format="turtle")


def test_conditions_under_and_are_node_shapes(shapes: Graph) -> None:
    """rdf-validate-shacl 0.6.5 reads a property shape there on the path of the shape around it."""
    conditions = {
        (shape, member) for shape, head in shapes.subject_objects(SH["and"]) for member in Collection(shapes, head)
    }
    assert len(conditions) > 20
    for shape, member in conditions:
        assert (member, RDF.type, SH.NodeShape) in shapes, f"{shape}: wrap {member} in a node shape"
        assert not list(shapes.objects(member, SH.path)), f"{shape}: {member} has a path"


def test_a_message_has_no_place_to_fill(shapes: Graph) -> None:
    """An engine shows it as it is; the value is the result's sh:value."""
    messages = list(shapes.subject_objects(SH.message))
    assert len(messages) > 100
    assert [(shape, message) for shape, message in messages if set(message) & set("{}$?")] == []
