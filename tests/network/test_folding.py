"""A folded network forgets no tie and no weight, and says what it stands for."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillage.errors import MaillageError
from maillage.library import Graph
from maillage.network import folded, folded_by, group_names


@given(st.integers(0, 12), st.integers(0, 40), st.integers(0, 9), st.booleans())
def test_nothing_is_lost(nodes: int, ties: int, seed: int, directed: bool) -> None:
    graph = nx.gnm_random_graph(nodes, ties, seed=seed, directed=directed)
    for a, b in graph.edges:
        graph.edges[a, b]["weight"] = a + 2 * b + 1
    groups = {node: f"g{node % 3}" for node in graph if node % 4}
    out = folded(graph, groups)
    assert out.is_directed() == directed
    assert sum(size for _, size in out.nodes(data="size")) == nodes
    assert {m for _, members in out.nodes(data="members") for m in members} == set(graph)
    outer = sum(w for *_, w in out.edges(data="weight"))
    inner = sum(w for _, w in out.nodes(data="inner_weight"))
    assert outer + inner == sum(w for *_, w in graph.edges(data="weight"))
    pairs = sum(n for *_, n in out.edges(data="pairs")) + sum(n for _, n in out.nodes(data="inner_ties"))
    assert pairs == graph.number_of_edges()
    assert all(a != b for a, b in out.edges)


def test_by_hand() -> None:
    graph = nx.Graph([("a", "b", {"weight": 2}), ("b", "c", {"weight": 3}), ("a", "c"), ("c", "d")])
    out = folded(graph, {"a": "one", "b": "one"})
    assert set(out) == {"one", "c", "d"}
    assert out.edges["one", "c"]["weight"] == 4 and out.edges["one", "c"]["pairs"] == 2
    assert out.nodes["one"] == {"size": 2, "members": ("a", "b"), "inner_ties": 1, "inner_weight": 2}
    assert set(folded(nx.disjoint_union(nx.complete_graph(4), nx.complete_graph(3)))) == {0, 1}
    assert len(folded(nx.Graph())) == 0


def test_a_node_of_another_network() -> None:
    with pytest.raises(MaillageError, match="'x' is no node"):
        folded(nx.path_graph(3), {"x": 1})


def test_names_of_groups() -> None:
    graph = nx.star_graph(3)
    nx.set_node_attributes(graph, {0: "ARS"}, "label")
    assert group_names(graph, dict.fromkeys(graph, 7)) == dict.fromkeys(graph, "1. ARS et 3 autres")
    assert group_names(graph, {0: 1, 1: 1, 2: 2}, "en") == {0: "1. ARS and 1 more", 1: "1. ARS and 1 more", 2: "2. 2"}


def test_of_the_graph(small_graph: Graph) -> None:
    g = small_graph.network("coordination")
    for by in ("community", "sector", "region"):
        out = folded_by(g, by)
        assert 1 < len(out) < len(g)
        ties = sum(len(t) for *_, t in out.edges(data="ties"))
        inner = sum(len(d["ties"]) for a, b, d in g.edges(data=True)) - ties
        assert inner >= 0 and out.graph["maillage"]["folded"] == by
        assert f"{len(g)} nœuds pliés en {len(out)}" in out.graph["maillage"]["remarks"][-1]["fr"]
    with pytest.raises(MaillageError, match="nothing to group by"):
        folded_by(g, "nope")
