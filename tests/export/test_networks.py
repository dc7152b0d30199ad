"""Networks as data: read back by networkx with every attribute, GEXF as its schema has it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest

from maillage.export.networks import flat, to_csv, to_gexf, to_graphml, to_json, write_network
from maillage.library import Graph

NETWORKS = ("coordination", "two-mode", "arrangements")
NS = "{http://www.gexf.net/1.2draft}"
#: What the GEXF 1.2 schema allows: element -> (attributes, of which required, children).
SCHEMA: dict[str, tuple[set[str], set[str], set[str]]] = {
    "gexf": ({"version", "variant"}, {"version"}, {"meta", "graph"}),
    "meta": ({"lastmodifieddate"}, set(), {"creator", "keywords", "description"}),
    "creator": (set(), set(), set()),
    "graph": (
        {"timeformat", "start", "startopen", "end", "endopen", "defaultedgetype", "idtype", "mode"},
        set(),
        {"attributes", "nodes", "edges"},
    ),
    "attributes": ({"class", "mode", "start", "startopen", "end", "endopen"}, {"class"}, {"attribute"}),
    "attribute": ({"id", "title", "type"}, {"id", "title", "type"}, {"default", "options"}),
    "nodes": ({"count"}, set(), {"node"}),
    "node": ({"id", "label", "pid", "for", "start", "startopen", "end", "endopen"}, {"id"}, {"attvalues"}),
    "edges": ({"count"}, set(), {"edge"}),
    "edge": (
        {"id", "type", "label", "source", "target", "weight", "start", "startopen", "end", "endopen"},
        {"id", "source", "target"},
        {"attvalues"},
    ),
    "attvalues": (set(), set(), {"attvalue"}),
    "attvalue": ({"for", "value", "start", "startopen", "end", "endopen"}, {"for", "value"}, set()),
}
TYPES = {"integer", "long", "double", "float", "boolean", "liststring", "string", "anyURI"}


@pytest.fixture(scope="module", params=NETWORKS)
def network(request: pytest.FixtureRequest, graph: Graph) -> nx.Graph:
    return graph.network(request.param)


def odd() -> nx.Graph:
    """Missing values, lists, characters XML does not know."""
    g: nx.Graph = nx.Graph(title={"fr": "Exemple"})
    g.add_node("a", label="A\x0b & <b>", kind=None, codes=[("SIREN", "1")], alt_labels=[])
    g.add_node("b")
    g.add_edge(
        "a", "b", weight=1, ties=[{"arrangement": "x", "arrangement_label": None, "roles": [], "quotations": []}]
    )
    return g


def same(one: nx.Graph, two: nx.Graph) -> None:
    assert set(one) == set(two)
    assert set(one.edges) == set(two.edges) or not one.is_directed()
    assert one.number_of_edges() == two.number_of_edges()
    for node, about in one.nodes(data=True):
        assert {k: v for k, v in two.nodes[node].items() if k in about} == about
    for source, target, data in one.edges(data=True):
        assert {k: v for k, v in two.edges[source, target].items() if k in data} == data


def test_graphml(network: nx.Graph, tmp_path: Path) -> None:
    write_network(network, tmp_path / "x.graphml")
    same(flat(network), nx.read_graphml(tmp_path / "x.graphml"))


def test_gexf(network: nx.Graph, tmp_path: Path) -> None:
    write_network(network, tmp_path / "x.gexf")
    same(flat(network), nx.read_gexf(tmp_path / "x.gexf"))


@pytest.mark.parametrize("make", [None, odd])
def test_gexf_schema(network: nx.Graph, make: object) -> None:
    root = ElementTree.fromstring(to_gexf(odd() if make else network).encode())
    ids: set[str] = set()

    def walk(element: ElementTree.Element) -> None:
        name = element.tag.removeprefix(NS)
        allowed, required, children = SCHEMA[name]
        attributes = {a for a in element.attrib if not a.startswith("{")}
        assert attributes <= allowed, (name, attributes - allowed)
        assert required <= attributes, (name, required - attributes)
        if name == "attribute":
            assert element.get("type") in TYPES
            ids.add(str(element.get("id")))
        if name == "attvalue":
            assert element.get("for") in ids
        if name == "edge":
            float(element.get("weight", "1"))
        for child in element:
            assert child.tag.removeprefix(NS) in children, (name, child.tag)
            walk(child)

    walk(root)
    assert root.get("version") == "1.2"
    nodes = {n.get("id") for n in root.iter(f"{NS}node")}
    assert all(e.get("source") in nodes and e.get("target") in nodes for e in root.iter(f"{NS}edge"))


def test_json_keeps_the_ties(network: nx.Graph) -> None:
    again = nx.node_link_graph(json.loads(to_json(network)), edges="edges")
    assert set(again) == set(network)
    for source, target, data in network.edges(data=True):
        assert again.edges[source, target]["ties"] == json.loads(json.dumps(data["ties"]))


def test_csv(network: nx.Graph) -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(network))))
    assert len(rows) == network.number_of_edges()
    assert all(row["source_iri"] in network and row["target_iri"] in network for row in rows)
    assert all(int(row["weight"]) >= 1 for row in rows)


def test_odd_values_do_not_crash(tmp_path: Path) -> None:
    for ending in ("gexf", "graphml", "csv", "json"):
        write_network(odd(), tmp_path / f"x.{ending}")
    assert "A\ufffd & <b>" in {d.get("label") for _, d in nx.read_graphml(tmp_path / "x.graphml").nodes(data=True)}


def test_same_bytes(network: nx.Graph) -> None:
    for form in (to_gexf, to_graphml, to_csv, to_json):
        assert form(network) == form(network)
    assert "lastmodifieddate" not in to_gexf(network)
