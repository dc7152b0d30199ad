"""The hand-over: every file is read back, the card keeps its schema, and R reads what its two lines say."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import networkx as nx
import pytest

from maillage.errors import MaillageError
from maillage.export.hand_over import hand_over, write_hand_over
from maillage.export.matrices import labels_of, ordered, plain_labels, to_dl, to_matrix, to_pajek
from maillage.export.network_card import network_card
from maillage.library import Graph
from maillage.network import multiplex

TEXT = {"type": "string"}
#: The rules of network_card.schema.json 0.0.2 (github.com/network-cards/network-cards), written anew.
CARD: dict[str, Any] = {
    "type": "object",
    "required": ["overall", "structure", "metainfo"],
    "additionalProperties": False,
    "properties": {
        "schema_version": TEXT,
        "overall": {
            "type": "object",
            "required": ["Name", "Kind", "Nodes are", "Links are", "Considerations"],
            "additionalProperties": TEXT,
        },
        "structure": {
            "type": "object",
            "required": [
                "Number of nodes",
                "Number of links",
                "Degree",
                "Clustering",
                "Connected",
                "Assortativity (degree)",
            ],
            "properties": {
                "Number of nodes": {"type": ["integer", "string"]},
                "Number of links": {"type": ["integer", "string"]},
                "Degree": {"type": ["integer", "string", "array"], "items": TEXT},
                "Clustering": {"type": ["number", "string"]},
                "Connected": TEXT,
                "Component size": {"type": ["string", "array"]},
                "Diameter": {"type": ["integer", "string"]},
                "Largest component's diameter": {"type": ["integer", "string"]},
                "Assortativity (degree)": {"type": ["number", "string"]},
            },
            "additionalProperties": False,
        },
        "metainfo": {"type": "object", "additionalProperties": TEXT},
    },
}


def card(graph: nx.Graph) -> dict[str, Any]:
    found = network_card(graph, "en")
    jsonschema.validate(found, CARD, cls=jsonschema.Draft202012Validator)
    json.dumps(found, allow_nan=False)
    return found


def test_the_card_says_what_networkx_says() -> None:
    graph = nx.karate_club_graph()
    found = card(graph)["structure"]
    assert (found["Number of nodes"], found["Number of links"]) == (34, 78)
    assert found["Clustering"] == pytest.approx(nx.average_clustering(graph), abs=1e-6)
    assert found["Assortativity (degree)"] == pytest.approx(nx.degree_assortativity_coefficient(graph), abs=1e-6)
    assert found["Diameter"] == nx.diameter(graph) and found["Connected"] == "Yes"
    assert found["Degree"][0] == "4.59 [1, 17]"
    graph.add_edge("x", "y")
    apart = card(graph)["structure"]
    assert apart["Connected"] == "2 components [94.4% in largest]" and apart["Diameter"] == "N/A"
    assert apart["Largest component's diameter"] == 5
    assert card(nx.Graph())["structure"]["Clustering"] == "N/A"
    alone = nx.Graph()
    alone.add_node("a")
    assert card(alone)["structure"]["Diameter"] == 0
    assert card(nx.complete_graph(4))["structure"]["Assortativity (degree)"] == "N/A"


def test_the_card_of_networks(small_graph: Graph) -> None:
    for name in ("coordination", "two-mode", "funding"):
        found = card(small_graph.network(name))
        assert all(found["overall"][key] for key in ("Name", "Kind", "Nodes are", "Links are"))
        assert list(found["metainfo"]) == [
            *("Node metadata", "Link metadata", "Date of creation", "Data generating process"),
            *("Ethics", "Funding", "Citation", "Access"),
        ]
    assert "Link weights are" in found["overall"] or "unweighted" in found["overall"]["Kind"]


def test_pajek_is_read_back(small_graph: Graph) -> None:
    graph = small_graph.projection(weight="newman")
    read = nx.Graph(nx.parse_pajek(to_pajek(graph)))
    labels = labels_of(graph)
    assert len(set(labels.values())) == len(labels) == len(read)
    expected = {frozenset((labels[a], labels[b])): w for a, b, w in graph.edges(data="weight")}
    assert {frozenset(e[:2]): pytest.approx(e[2]) for e in read.edges(data="weight")} == expected
    two = to_pajek(small_graph.network("two-mode")).splitlines()[0].split()
    assert two[0] == "*Vertices" and 0 < int(two[2]) < int(two[1])
    assert "*Arcs" in to_pajek(small_graph.network("funding"))


def test_labels_are_apart() -> None:
    graph = nx.Graph()
    for node, label in (("1", 'É "a"'), ("2", "E  a"), ("3", "É 'a'"), ("4", "E_a_2")):
        graph.add_node(node, label=label)
    assert len(set(labels_of(graph).values())) == 4
    plain = plain_labels(graph)
    assert len(set(plain.values())) == 4 and all(text.isascii() and " " not in text for text in plain.values())
    for number in range(1200):
        graph.add_node(
            f"c{number}", label=f"Contrat local de santé de {number}" if number % 2 else "CONTRAT LOCAL DE SANTÉ"
        )
    plain = plain_labels(graph)
    assert len({text[:18].upper() for text in plain.values()}) == len(graph)


def test_matrix_and_dl_by_hand() -> None:
    graph = nx.Graph()
    graph.add_edge("b", "a", weight=2)
    graph.add_node("c")
    assert to_matrix(graph) == ",a,b,c\na,0,2,0\nb,2,0,0\nc,0,0,0\n"
    assert to_dl(graph) == "dl n=3\nformat=edgelist1\nlabels:\na\nb\nc\ndata:\n1 2 2\n2 1 2\n"
    two = nx.DiGraph()
    two.add_node("x", bipartite=1)
    two.add_node("p", bipartite=0)
    two.add_edge("p", "x")
    assert to_dl(two) == "dl nr=1 nc=1\nformat=edgelist2\nrow labels:\np\ncolumn labels:\nx\ndata:\n1 1 1\n"
    assert to_matrix(two) == ",x\np,1\n" and ordered(two) == ["p", "x"]


def dl(text: str) -> tuple[list[list[str]], dict[tuple[int, int], float]]:
    """A file as UCINET's help describes its language: words parted by blanks, line ends, equal signs or commas.

    Labels of rows and columns (the same, where the file has ``labels:``), and the cells.
    """
    words = re.split(r"[\s=,]+", text.strip().replace(" labels:", "-labels:"))
    assert words.pop(0).lower() == "dl"
    said: dict[str, Any] = {}
    while (word := words.pop(0).lower()) != "data:":
        if word in ("n", "nr", "nc"):
            said[word] = int(words.pop(0))
        elif word == "format":
            said[word] = words.pop(0)
        else:
            count = said[{"labels:": "n", "row-labels:": "nr", "column-labels:": "nc"}[word]]
            said[word] = [words.pop(0) for _ in range(count)]
    square = "n" in said
    assert said["format"] == ("edgelist1" if square else "edgelist2")
    sides = [said["labels:"]] * 2 if square else [said["row-labels:"], said["column-labels:"]]
    cells = {(int(words[i]), int(words[i + 1])): float(words[i + 2]) for i in range(0, len(words), 3)}
    assert all(1 <= i <= len(sides[0]) and 1 <= j <= len(sides[1]) for i, j in cells)
    return sides, cells


@pytest.mark.parametrize("name", ["coordination", "funding", "two-mode", "actor-themes"])
def test_ucinet_is_read_back(name: str, small_graph: Graph) -> None:
    """No program here reads UCINET's two modes (igraph reads square ones): this one follows its help."""
    graph = small_graph.network(name)
    (rows, columns), cells = dl(to_dl(graph))
    label = plain_labels(graph)
    found = {(rows[i - 1], columns[j - 1]): weight for (i, j), weight in cells.items()}
    expected = {(label[a], label[b]): w for a, b, w in graph.edges(data="weight", default=1)}
    if not graph.is_directed():
        expected |= {(b, a): w for (a, b), w in expected.items()}
    assert found == expected
    if name in ("two-mode", "actor-themes"):
        assert len(rows) + len(columns) == len(graph)
        assert [label[n] for n in ordered(graph)] == rows + columns
    else:
        assert rows == columns == [label[n] for n in ordered(graph)]


def test_the_folder(small_graph: Graph, tmp_path: Path) -> None:
    graph = small_graph.network("coordination", at=2019)
    folder = tmp_path / "out"
    write_hand_over(graph, folder, query="SELECT 1")
    sums = dict(line.split("  ")[::-1] for line in (folder / "SHA256SUMS").read_text().splitlines())
    assert set(sums) == {file.name for file in folder.iterdir()} - {"SHA256SUMS"}
    assert all(hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest for name, digest in sums.items())
    expected = {"nodes.csv", "edges.csv", "network.graphml", "network.gexf", "network.net", "network.dl", "query.rq"}
    assert expected | {"parameters.json", "network-card.json", "CODEBOOK.md", "SHARING.md", "LICENCE.txt"} < set(sums)
    assert json.loads((folder / "parameters.json").read_text())["slice"]["since"] == "2019"
    sharing = (folder / "SHARING.md").read_text()
    assert all(f"{n}. **{word}.**" in sharing for n, word in enumerate(("Partagé ou non", "Quoi", "Quand", "Où"), 1))
    columns = next(csv.reader(io.StringIO((folder / "edges.csv").read_text())))
    book = (folder / "CODEBOOK.md").read_text()
    assert all(f"| `{name}` |" in book for name in columns if name not in ("source_label", "target_label", "type"))
    assert "Période : 2019" in (folder / "README.md").read_text()
    first = hand_over(graph)
    assert first == hand_over(graph)
    write_hand_over(graph, folder)  # again, without the query
    assert not (folder / "query.rq").exists()
    done = subprocess.run(
        [sys.executable, "-c", (folder / "read.py").read_text() + "print(len(g), g.number_of_edges())"],
        cwd=folder, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.split() == [str(len(graph)), str(graph.number_of_edges())]


def test_what_is_refused(small_graph: Graph, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(MaillageError, match="other files"):
        write_hand_over(nx.Graph(), tmp_path)
    with pytest.raises(MaillageError, match="this is a file"):
        write_hand_over(nx.Graph(), tmp_path / "notes.txt")
    with pytest.raises(MaillageError, match="does not exist"):
        write_hand_over(nx.Graph(), tmp_path / "a" / "b")
    with pytest.raises(MaillageError, match="several layers"):
        hand_over(multiplex(small_graph.network("coordination")))
    assert hand_over(nx.Graph())["edges.csv"].count("\n") == 1


@pytest.mark.clients
@pytest.mark.parametrize(
    ("name", "weight"),
    [("coordination", "jaccard"), ("funding", "count"), ("two-mode", "count"), ("actor-themes", "count")],
)
def test_r_reads_it(name: str, weight: str, small_graph: Graph, tmp_path: Path) -> None:
    """Its own two lines and the Pajek file with igraph and with network, which sna takes; UCINET's with igraph.

    igraph reads .dl of one mode only, network and sna none.
    """
    if shutil.which("Rscript") is None:
        pytest.skip("R is not installed: make clients")
    graph = small_graph.network(name, weight=weight)
    folder = tmp_path / name
    write_hand_over(graph, folder)
    sides = [graph.nodes[n].get("bipartite") for n in graph]
    two, both = 0 in sides, 1 if graph.is_directed() else 2
    script = (folder / "read.R").read_text() + (
        'i <- igraph::read_graph("network.net", "pajek"); p <- network::read.paj("network.net")\n'
        "m <- network::as.sociomatrix(network::as.network(edges[, 1:2], directed = TRUE, matrix.type = 'edgelist'))\n"
        "cat(igraph::vcount(g), igraph::ecount(g), sum(igraph::E(g)$weight), igraph::is_directed(g), igraph::vcount(i), "
        "igraph::ecount(i), network::network.size(p), network::network.edgecount(p), sna::nties(p) > 0, sum(sna::degree(m, "
        'cmode = "outdegree")), '
    )
    script += (
        'sum(igraph::V(i)$type), network::get.network.attribute(p, "bipartite"))'
        if two
        else ('igraph::vcount(d <- igraph::read_graph("network.dl", "dl")), igraph::ecount(d))')
    )
    done = subprocess.run(["Rscript", "-e", script], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    said = done.stdout.split()
    size = [str(len(graph)), str(graph.number_of_edges())]
    assert said[:2] == said[4:6] == said[6:8] == size
    assert float(said[2]) == pytest.approx(sum(w for *_, w in graph.edges(data="weight", default=1)), rel=1e-4)
    assert said[3] == str(graph.is_directed()).upper() and said[8] == "TRUE"
    assert said[9] == size[1]
    of_modes = [str(sides.count(1)), str(sides.count(0))]
    assert said[10:] == (of_modes if two else [size[0], str(both * graph.number_of_edges())])
