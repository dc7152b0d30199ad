"""Networks as data: read back by networkx with every attribute, GEXF as its schema has it."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pandas as pd
import pytest

from maillage.cli import run
from maillage.export.about import LICENCE
from maillage.export.flat import flat
from maillage.export.networks import (
    beside,
    to_about,
    to_csv,
    to_gexf,
    to_graphml,
    to_json,
    to_nodes_csv,
    to_ties,
    write_network,
)
from maillage.library import Graph
from maillage.network.legend import look_of
from maillage.places import Places
from maillage.views.layout import positions

NETWORKS = ("coordination", "two-mode", "arrangements")
NS, VIZ = "{http://www.gexf.net/1.2draft}", "{http://www.gexf.net/1.2draft/viz}"
#: What the GEXF 1.2 schema allows: element -> (attributes, of which required, children).
SCHEMA: dict[str, tuple[set[str], set[str], set[str]]] = {
    "gexf": ({"version", "variant"}, {"version"}, {"meta", "graph"}),
    "meta": ({"lastmodifieddate"}, set(), {"creator", "keywords", "description"}),
    "creator": (set(), set(), set()),
    "keywords": (set(), set(), set()),
    "description": (set(), set(), set()),
    "graph": (
        {"timeformat", "start", "startopen", "end", "endopen", "defaultedgetype", "idtype", "mode"},
        set(),
        {"attributes", "nodes", "edges"},
    ),
    "attributes": ({"class", "mode", "start", "startopen", "end", "endopen"}, {"class"}, {"attribute"}),
    "attribute": ({"id", "title", "type"}, {"id", "title", "type"}, {"default", "options"}),
    "nodes": ({"count"}, set(), {"node"}),
    "node": (
        {"id", "label", "pid", "for", "start", "startopen", "end", "endopen"},
        {"id"},
        {"attvalues", f"{VIZ}color", f"{VIZ}position"},
    ),
    f"{VIZ}color": ({"r", "g", "b", "a"}, {"r", "g", "b"}, set()),
    f"{VIZ}position": ({"x", "y", "z"}, {"x", "y"}, set()),
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


def same(one: nx.Graph, two: nx.Graph, but: tuple[str, ...] = ()) -> None:
    assert set(one) == set(two)
    assert set(one.edges) == set(two.edges) or not one.is_directed()
    assert one.number_of_edges() == two.number_of_edges()
    for node, about in one.nodes(data=True):
        said = {k: v for k, v in about.items() if k not in but}
        assert {k: v for k, v in two.nodes[node].items() if k in said} == said
    for source, target, data in one.edges(data=True):
        assert {k: v for k, v in two.edges[source, target].items() if k in data} == data


def test_graphml(network: nx.Graph, tmp_path: Path) -> None:
    write_network(network, tmp_path / "x.graphml", places=positions(network))
    again = nx.read_graphml(tmp_path / "x.graphml")
    whole = flat(network, places=positions(network))
    same(whole, again)
    assert again.graph["licence"] == LICENCE and again.graph == {**again.graph, **whole.graph}
    assert all({"x", "y", "color"} <= set(about) for _, about in again.nodes(data=True))


def test_gexf(network: nx.Graph, tmp_path: Path) -> None:
    places = positions(network)
    write_network(network, tmp_path / "x.gexf", places=places)
    again = nx.read_gexf(tmp_path / "x.gexf")
    same(flat(network, places=places), again, ("color", "x", "y"))
    for node, about in again.nodes(data=True):
        colour = "#" + "".join(f"{about['viz']['color'][part]:02x}" for part in "rgb")
        assert colour == look_of(network.nodes[node]["family"]).colour
        assert (about["viz"]["position"]["x"], about["viz"]["position"]["y"]) == (places[node][0], -places[node][1])


def test_an_edge_lasts_from_the_first_day_it_may_to_the_last(network: nx.Graph) -> None:
    edges = {(e.get("source"), e.get("target")): e for e in ElementTree.fromstring(to_gexf(network)).iter(f"{NS}edge")}
    dated = 0
    for source, target, data in flat(network).edges(data=True):
        edge = edges[(source, target) if (source, target) in edges else (target, source)]
        assert edge.get("start") == data.get("since_earliest") and edge.get("end") == data.get("until_latest")
        dated += edge.get("start") is not None
    assert dated or network.graph["name"] == "arrangements"  # an arrangement follows another on no day


@pytest.mark.parametrize("make", [None, odd])
def test_gexf_schema(network: nx.Graph, make: object) -> None:
    drawn = odd() if make else network
    root = ElementTree.fromstring(to_gexf(drawn, places=positions(drawn)).encode())
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


def test_csv(network: nx.Graph, tmp_path: Path) -> None:
    """The edges, their nodes and what is said of the whole: three files, the first two as other tools want them."""
    written = write_network(network, tmp_path / "x.csv", places=positions(network))
    assert [path.name for path in written] == ["x.csv", "x-nodes.csv", "x-about.json"]
    edges, nodes = pd.read_csv(written[0]), pd.read_csv(written[1])
    assert list(edges.columns[:3]) == ["source", "target", "weight"] and nodes.columns[0] == "id"
    made = nx.DiGraph if network.is_directed() else nx.Graph
    again = nx.from_pandas_edgelist(edges, edge_attr=True, create_using=made)
    assert set(again) == set(network) == set(nodes["id"])
    assert again.number_of_edges() == network.number_of_edges() == len(edges)
    assert all(again.edges[a, b]["weight"] == data["weight"] for a, b, data in network.edges(data=True))
    whole = flat(network, places=positions(network))
    assert set(nodes.columns) >= {"id", *(key for _, about in whole.nodes(data=True) for key in about)}
    for row in csv.DictReader(io.StringIO(to_nodes_csv(network, places=positions(network)))):
        about = whole.nodes[row.pop("id")]
        assert row == {key: _cell(about.get(key)) for key in row}
    said = json.loads(written[2].read_text(encoding="utf-8"))
    assert (said["nodes"], said["edges"]) == (len(network), network.number_of_edges())
    assert said["licence"] == LICENCE and said["title"]


def _cell(value: object) -> str:
    return "" if value is None else str(value).upper() if isinstance(value, bool) else str(value)


def test_the_files_beside_a_csv(tmp_path: Path) -> None:
    assert beside(Path("a/net-edges.csv")) == beside(Path("a/net.csv"))
    assert not beside(Path("net.gexf"))
    os.mkfifo(tmp_path / "pipe.csv")
    assert not beside(tmp_path / "pipe.csv")


def test_each_file_says_what_it_is(graph: Graph) -> None:
    network = graph.network("coordination", region="Grand Est", at="2023")
    network.graph["notes"] = {"fr": ["Un échantillon & non un inventaire."]}
    meta = ElementTree.fromstring(to_gexf(network)).find(f"{NS}meta")
    assert meta is not None
    texts = (
        meta.findtext(f"{NS}description") or "",
        " ".join(str(v) for v in nx.parse_graphml(to_graphml(network)).graph.values()),
        to_about(network),
        json.dumps(json.loads(to_json(network))["graph"], ensure_ascii=False),
    )
    for text in texts:
        for said in ("Qui se coordonne avec qui", "2023-12-31", "Grand Est", "Un échantillon & non", LICENCE):
            assert said in text


def test_the_ties_are_on_demand(network: nx.Graph, tmp_path: Path) -> None:
    written = write_network(network, tmp_path / "x.graphml", ties=tmp_path / "ties.json")
    assert [path.name for path in written] == ["x.graphml", "ties.json"]
    assert "quotations" not in written[0].read_text(encoding="utf-8") + to_gexf(network)
    edges = {(e["source"], e["target"]): e["ties"] for e in json.loads(to_ties(network))["edges"]}
    assert len(edges) == network.number_of_edges()
    whole = flat(network)
    for pair, ties in edges.items():
        assert ties == json.loads(json.dumps(network.edges[pair]["ties"]))
        assert whole.edges[pair]["ties"] == len(ties) > 0


@pytest.mark.parametrize("ending", ["csv", "html"])
def test_by_command(small: Places, tmp_path: Path, ending: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every file written is named, whatever the form."""
    ties = tmp_path / "ties.json"
    words = ["network", "two-mode", "--graph", str(small.graph), "-o", str(tmp_path / f"x.{ending}")]
    assert run([*words, "--ties", str(ties)]) == 0
    said = capsys.readouterr().err
    assert all(str(path) in said for path in tmp_path.iterdir())
    assert len(list(tmp_path.iterdir())) == (4 if ending == "csv" else 2)
    assert json.loads(ties.read_text(encoding="utf-8"))["edges"]


@pytest.mark.parametrize(
    ("ties", "said"),
    [
        ("ties.csv", "the ties are written as JSON"),
        ("x.json", "in a file of their own"),
        ("nowhere/ties.json", "the folder for this file does not exist"),
        (".", "this is a folder"),
    ],
)
def test_ties_that_cannot_be_written(
    small: Places,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    ties: str,
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["network", "--graph", str(small.graph), "-o", "x.json", "--ties", ties]) == 2
    assert said in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_sentences_are_counted_as_sentences() -> None:
    page = {"exact": None, "start": None, "end": None, "document": "register", "document_label": "R"}
    said = {"exact": "Ils ont signé", "start": 3, "end": 16, "document": "text", "document_label": "T"}
    again = {**said, "start": 90, "end": 103}
    g: nx.Graph = nx.Graph()
    g.add_edge("a", "b", ties=[{"quotations": [page, {**page, "document": "other"}]}])
    g.add_edge("a", "c", ties=[{"quotations": [said, page]}, {"quotations": [said, again]}])
    counted = {b: (data["sentences"], data["pages"]) for _, b, data in flat(g).edges(data=True)}
    assert counted == {"b": (0, 2), "c": (2, 1)}


def test_odd_values_do_not_crash(tmp_path: Path) -> None:
    for ending in ("gexf", "graphml", "csv", "json"):
        write_network(odd(), tmp_path / f"x.{ending}")
    assert "A\ufffd & <b>" in {d.get("label") for _, d in nx.read_graphml(tmp_path / "x.graphml").nodes(data=True)}


def test_same_bytes(network: nx.Graph) -> None:
    for form in (to_gexf, to_graphml, to_csv, to_json):
        assert form(network) == form(network)
    assert "lastmodifieddate" not in to_gexf(network)
