"""Dynamic GEXF: the rules of GEXF 1.3 hold, spells are the bounds of the ties, and graphology reads it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import networkx as nx
import pytest

from maillage.export.dynamic import spells_of, to_dynamic_gexf
from maillage.library import Graph
from maillage.network import multiplex

G, V = "{http://gexf.net/1.3}", "{http://gexf.net/1.3/viz}"
#: Element -> its attributes (with ! where one must be), and its children; from gexf.rnc, dynamics.rnc and viz.rnc of 1.3.
TIME = {"start", "end", "timestamp"}
RULES: dict[str, tuple[set[str], set[str]]] = {
    f"{G}gexf": ({"version!", "variant"}, {f"{G}meta", f"{G}graph!"}),
    f"{G}meta": ({"lastmodifieddate"}, {f"{G}creator", f"{G}keywords", f"{G}description"}),
    f"{G}creator": (set(), set()),
    f"{G}keywords": (set(), set()),
    f"{G}description": (set(), set()),
    f"{G}graph": (
        {"defaultedgetype", "idtype", "timeformat", "mode", "timerepresentation", "timezone", *TIME},
        {f"{G}attributes", f"{G}nodes!", f"{G}edges!"},
    ),
    f"{G}attributes": ({"class!", "mode"}, {f"{G}attribute"}),
    f"{G}attribute": ({"id!", "title!", "type!"}, {f"{G}default", f"{G}options"}),
    f"{G}nodes": ({"count"}, {f"{G}node"}),
    f"{G}edges": ({"count"}, {f"{G}edge"}),
    f"{G}node": (
        {"id!", "label", "intervals", "timestamps", *TIME},
        {f"{G}attvalues", f"{G}spells", f"{V}color", f"{V}position"},
    ),
    f"{G}edge": (
        {"id", "type", "label", "source!", "target!", "weight", "kind", "intervals", "timestamps", *TIME},
        {f"{G}attvalues", f"{G}spells"},
    ),
    f"{G}attvalues": (set(), {f"{G}attvalue"}),
    f"{G}attvalue": ({"for!", "value!", *TIME}, set()),
    f"{G}spells": (set(), {f"{G}spell!"}),
    f"{G}spell": (TIME, set()),
    f"{V}color": ({"r!", "g!", "b!", "a"}, set()),
    f"{V}position": ({"x!", "y!", "z"}, set()),
}
VALUES = {
    "mode": "static|dynamic|slice",
    "timeformat": "integer|double|date|dateTime",
    "timerepresentation": "interval|timestamp",
    "defaultedgetype": "directed|undirected|mutual",
    "idtype": "integer|string",
    "type": "integer|double|boolean|string",
    "version": r"1\.3",
    "start": r"\d{4}-\d\d-\d\d",
    "end": r"\d{4}-\d\d-\d\d",
    "weight": r"\d+(\.\d+)?(e-?\d+)?",
    "class": "node|edge",
}


def check(text: str) -> ET.Element:
    """By the rules of the schema; and every reference leads to something that is there."""
    root = ET.fromstring(text)
    assert root.tag == f"{G}gexf"
    for element in root.iter():
        attributes, children = RULES[element.tag]
        assert set(element.attrib) <= {name.rstrip("!") for name in attributes}, element.attrib
        assert {name[:-1] for name in attributes if name.endswith("!")} <= set(element.attrib), element.tag
        tags = [child.tag for child in element]
        assert set(tags) <= {name.rstrip("!") for name in children}, tags
        assert {name[:-1] for name in children if name.endswith("!")} <= set(tags), element.tag
        single = set(tags) - {f"{G}{name}" for name in ("attributes", "attribute", "node", "edge", "attvalue", "spell")}
        assert all(tags.count(tag) == 1 for tag in single)
        for name, value in element.attrib.items():
            assert name not in VALUES or re.fullmatch(VALUES[name], value), (name, value)
        if "start" in element.attrib and "end" in element.attrib:
            assert element.attrib["start"] <= element.attrib["end"]
    graph = root.find(f"{G}graph")
    assert graph is not None
    order = [child.tag for child in graph]
    assert order == sorted(order, key=[f"{G}attributes", f"{G}nodes", f"{G}edges"].index)
    nodes = [node.attrib["id"] for node in root.iter(f"{G}node")]
    assert len(nodes) == len(set(nodes))
    for edge in root.iter(f"{G}edge"):
        assert {edge.attrib["source"], edge.attrib["target"]} <= set(nodes)
    for of in ("node", "edge"):
        declared = {a.attrib["id"] for b in graph.findall(f"{G}attributes") if b.attrib["class"] == of for a in b}
        for thing in root.iter(f"{G}{of}"):
            assert {value.attrib["for"] for value in thing.iter(f"{G}attvalue")} <= declared
    return root


def test_spells_are_bounds() -> None:
    year = {
        "from_earliest": "2018-01-01",
        "from_latest": "2018-12-31",
        "until_earliest": "2018-01-01",
        "until_latest": "2018-12-31",
    }
    assert spells_of([year]) == [("2018-01-01", "2018-12-31")]
    assert spells_of([{**year, "open": True}]) == [("2018-01-01", None)]
    assert spells_of([{"from_earliest": "2020-02-01"}, year]) == [("2018-01-01", "2018-12-31"), ("2020-02-01", None)]
    assert spells_of([year, {"from_earliest": "2018-06-01", "until_latest": "2019-01-31"}]) == [
        ("2018-01-01", "2019-01-31")
    ]
    assert spells_of([{}]) == [(None, None)] and spells_of([]) == []


def test_it_keeps_the_rules(small_graph: Graph) -> None:
    for name in ("coordination", "two-mode", "funding"):
        network = small_graph.network(name)
        root = check(to_dynamic_gexf(network))
        graph = root.find(f"{G}graph")
        assert graph is not None and graph.attrib["mode"] == "dynamic"
        assert len(list(root.iter(f"{G}edge"))) == network.number_of_edges()
        assert len(list(root.iter(f"{G}node"))) == len(network)
        assert any(True for _ in root.iter(f"{G}spell"))
    check(to_dynamic_gexf(small_graph.projection(weight="newman"), "en"))
    layers = check(to_dynamic_gexf(multiplex(small_graph.network("coordination"))))
    assert all("kind" in edge.attrib for edge in layers.iter(f"{G}edge"))


def test_odd_graphs() -> None:
    check(to_dynamic_gexf(nx.Graph()))
    odd = nx.Graph()
    odd.add_edge('a"<&', "b\x01", label="<x>", weight=0.5)
    root = check(to_dynamic_gexf(odd))
    assert not list(root.iter(f"{G}spell"))


@pytest.mark.clients
def test_graphology_reads_it(small_graph: Graph, tmp_path: Path) -> None:
    here = Path(__file__).parents[1] / "clients"
    if shutil.which("node") is None or not (here / "node_modules" / "graphology-gexf").is_dir():
        pytest.skip("graphology-gexf is not installed: make clients")
    from maillage.views.layout import positions

    network = small_graph.network("coordination")
    file = tmp_path / "dynamic.gexf"
    file.write_text(to_dynamic_gexf(network, places=positions(network)), encoding="utf-8")
    done = subprocess.run(["node", here / "read.mjs", "graphology", file], capture_output=True, text=True, check=True)
    read = json.loads(done.stdout)
    assert (read["nodes"], read["edges"], read["placed"]) == (len(network), network.number_of_edges(), len(network))
