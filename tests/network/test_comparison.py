"""Comparison: gained, lost and kept by hand; correlations as numpy and QAP have them; territories, dates and releases."""

from __future__ import annotations

import json
import re
import shutil
import warnings
from pathlib import Path

import networkx as nx
import numpy as np
import pytest

from maillage.errors import MaillageError, MaillageWarning
from maillage.library import Graph, open_graph
from maillage.network import compare
from maillage.network.comparison import Comparison
from maillage.network.coverage import coverage, uneven
from maillage.network.legend import STATES
from maillage.places import Places
from maillage.views.page import render_page


def two() -> Comparison:
    before, after = nx.Graph(), nx.Graph()
    before.add_edge("a", "b", weight=2)
    before.add_edge("b", "c", weight=1)
    before.add_node("d")
    after.add_edge("a", "b", weight=3)
    after.add_edge("a", "c", weight=1)
    after.add_edge("c", "e", weight=1)
    return compare(before, after, ("2018", "2023"))


def test_by_hand() -> None:
    found = two()
    assert dict(found.graph.nodes(data="state")) == {"a": "kept", "b": "kept", "c": "kept", "d": "lost", "e": "gained"}
    states = {min(a, b) + max(a, b): state for a, b, state in found.graph.edges(data="state")}
    assert states == {"ab": "kept", "bc": "lost", "ac": "gained", "ce": "gained"}
    alike = found.similarity()
    assert (alike["jaccard_nodes"], alike["jaccard_ties"]) == (0.6, 0.25)
    assert alike["jaccard_ties_common"] == pytest.approx(1 / 3, abs=1e-6)
    rows = {row["name"]: (row["before"], row["after"]) for row in found.summary("en")}
    assert rows["nodes"] == (4, 4) and rows["ties_gained"] == (None, 2) and rows["nodes_lost"] == (None, 1)
    assert [row["state"] for row in found.ties("en")] == ["kept", "gained", "gained", "lost"]
    assert len(found.nodes()) == 5


def test_the_correlation_is_that_of_the_matrices() -> None:
    rng = np.random.default_rng(3)
    graphs = []
    for _ in range(2):
        matrix = np.triu(rng.integers(0, 4, (9, 9)) * (rng.random((9, 9)) < 0.5), 1)
        graph = nx.from_numpy_array(matrix + matrix.T)
        graphs.append((graph, (matrix + matrix.T)[np.triu_indices(9, 1)]))
    found = compare(graphs[0][0], graphs[1][0]).similarity()["correlation"]
    assert found == pytest.approx(np.corrcoef(graphs[0][1], graphs[1][1])[0, 1], abs=1e-6)


def test_what_is_defined_and_what_is_refused() -> None:
    empty = compare(nx.Graph(), nx.Graph())
    assert set(empty.similarity().values()) == {None} and len(empty.ties()) == 0
    with pytest.raises(MaillageError, match="directed and the other"):
        compare(nx.Graph(), nx.DiGraph())
    with pytest.raises(MaillageError, match="two weights"):
        compare(nx.Graph(maillage={"rule": "given", "weight": "newman"}), nx.Graph())


def test_coverage_is_said() -> None:
    one, other = nx.Graph(coverage=2.0), nx.Graph(coverage=9.5)
    remark = compare(one, other, ("Ici", "Là")).graph.graph["maillage"]["remarks"][0]
    assert "Ici: 2.0; Là: 9.5" in remark["en"] and "Ici : 2,0 ; Là : 9,5" in remark["fr"]
    assert not compare(one, nx.Graph(coverage=3.9)).graph.graph["maillage"]["remarks"]
    graph = nx.Graph(inhabitants={"A": 1_000_000, "B": 2_000_000})
    graph.add_nodes_from(range(6), bipartite=1, regions=["A"])
    graph.add_node("b", bipartite=1, regions=["B"])
    rows = list(coverage(graph))
    assert [(r["region"], r["arrangements"], r["per_million"]) for r in rows] == [("A", 6, 6.0), ("B", 1, 0.5)]
    assert "from 0.5 (B) to 6.0 (A)" in (uneven(graph) or {})["en"]
    assert uneven(graph, tolerance=12) is None and len(coverage(nx.Graph())) == 0


def test_two_dates_two_territories(small_graph: Graph) -> None:
    found = small_graph.compare({"at": 2018}, {"at": 2023})
    assert found.names == ("2018", "2023")
    assert {s for *_, s in found.graph.edges(data="state")} == {"kept", "gained", "lost"}
    page = render_page(found.graph)
    data = json.loads(re.findall(r'<script[^>]*id="data"[^>]*>(.*?)</script>', page, re.DOTALL)[0])
    assert [look["colour"] for look in data["states"]["looks"]] == [state.colour for state in STATES]
    assert len(data["states"]["edges"]) == found.graph.number_of_edges()
    names = [node["id"] for node in data["nodes"]]
    assert [STATES[i].name for i in data["states"]["nodes"]] == [found.graph.nodes[n]["state"] for n in names]
    assert "2018 → 2023" in page
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MaillageWarning)
        found = small_graph.compare({"region": "Grand Est"}, {"region": "Normandie"})
    assert found.before.graph["coverage"] > 0


def test_two_releases(small_graph: Graph, small: Places, root: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(small.graph, tmp_path / "graph")
    (copy / "documents" / "ateliers-sante-grand-nancy-2023.ttl").unlink()
    earlier = open_graph(copy, start=root, cache=False)
    found = earlier.compare({}, {}, other=small_graph, names=("avant", "après"))
    states = [state for *_, state in found.graph.edges(data="state")]
    assert "gained" in states and "lost" not in states
    assert found.after.number_of_edges() == small_graph.network().number_of_edges()
