"""Robustness: what rests on one source is counted by hand, and ranks are those of networks without it."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest

from maillage.errors import MaillageError
from maillage.library import Graph
from maillage.network import leave_one_out, sources, without_source


def degree(graph: nx.Graph) -> dict[Any, float]:
    return {node: float(n) for node, n in graph.degree()}


def proven() -> nx.Graph:
    def tie(arrangement: str, *documents: str) -> dict[str, Any]:
        proofs = [
            {"document": d, "document_label": d.upper(), "publisher": "ARS", "issued": "2018-03"} for d in documents
        ]
        return {"arrangement": arrangement, "arrangement_kind": "mlg:Event", "quotations": proofs}

    graph = nx.Graph()
    for node in "abcd":
        graph.add_node(node, label=node.upper(), regions=["R"])
    graph.add_edge("a", "b", weight=2, ties=[tie("k", "x"), tie("l", "x", "y")])
    graph.add_edge("a", "c", weight=1, ties=[tie("m", "x")])
    graph.add_edge("a", "d", weight=1, ties=[tie("n", "z")])
    graph.add_edge("b", "c", weight=1, ties=[tie("m", "y")])
    return graph


def test_sources_by_hand() -> None:
    rows = {row["document"]: (row["ties"], row["only"]) for row in sources(proven())}
    assert rows == {"X": (3, 2), "Y": (2, 1), "Z": (1, 1)}
    assert [row["publisher"] for row in sources(proven(), "publisher")] == ["ARS"]
    assert [(r["year"], r["share"], r["documents"]) for r in sources(proven(), "year")] == [("2018", 100.0, 3)]
    assert [row["kind"] for row in sources(proven(), "kind")] == ["mlg:Event"]
    assert next(iter(sources(proven(), "region")))["region"] == "R"
    with pytest.raises(MaillageError, match="not told by 'colour'"):
        sources(proven(), "colour")


def test_leaving_one_out() -> None:
    left = without_source(proven(), "x")
    assert set(left) == set("abcd") and not left.has_edge("a", "c") and left.edges["a", "b"]["weight"] == 1
    rows = {row["node"]: row for row in leave_one_out(proven(), degree)}
    assert (rows["a"]["value"], rows["a"]["rank"], rows["a"]["best"], rows["a"]["worst"]) == (3, 1, 1, 1)
    # Without x, b has two ties and c one; without y, c loses one; without z, d is alone.
    assert (rows["b"]["rank"], rows["b"]["best"], rows["b"]["worst"]) == (2, 1, 2)
    assert (rows["c"]["least"], rows["c"]["most"]) == (1, 2) and rows["c"]["source"] == "X"
    assert len(leave_one_out(proven(), degree, top=1)) == 1


def test_what_is_refused() -> None:
    with pytest.raises(MaillageError, match="says its source"):
        leave_one_out(nx.path_graph(3), degree)
    with pytest.raises(MaillageError, match="no number for 'a'"):
        leave_one_out(proven(), lambda g: dict.fromkeys(g, float("nan")))
    assert len(leave_one_out(nx.Graph(), degree)) == 0


def test_on_the_graph(small_graph: Graph) -> None:
    network = small_graph.network("coordination")
    rows = list(leave_one_out(network, degree, top=5))
    assert all(row["best"] <= row["rank"] <= row["worst"] for row in rows)  # type: ignore[operator]
    assert any(row["best"] != row["worst"] for row in rows)
    ties = sum(len(d["ties"]) for *_, d in network.edges(data=True))
    assert max(int(str(row["ties"])) for row in sources(network)) < ties
