"""Projection: the same as networkx's own where it has the rule, as a naive count elsewhere; and every choice is kept."""

from __future__ import annotations

import math
from itertools import combinations
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from networkx.algorithms import bipartite

from maillage.errors import MaillageError
from maillage.library import Graph
from maillage.network import multiplex, project, weigh

OURS = ("count", "newman", "jaccard", "cosine")


def theirs(graph: nx.Graph, nodes: list[Any], weight: str) -> nx.Graph:
    if weight == "count":
        return bipartite.weighted_projected_graph(graph, nodes)
    if weight == "newman":
        return bipartite.collaboration_weighted_projected_graph(graph, nodes)
    if weight == "jaccard":
        return bipartite.overlap_weighted_projected_graph(graph, nodes, jaccard=True)

    def cosine(g: nx.Graph, a: Any, b: Any) -> float:
        return len(set(g[a]) & set(g[b])) / math.sqrt(len(g[a]) * len(g[b]))

    return bipartite.generic_weighted_projected_graph(graph, nodes, weight_function=cosine)


@st.composite
def two_modes(draw: st.DrawFn) -> nx.Graph:
    actors, others = draw(st.integers(1, 7)), draw(st.integers(1, 7))
    graph = nx.Graph()
    graph.add_nodes_from((f"a{i}" for i in range(actors)), bipartite=0)
    graph.add_nodes_from((f"k{i}" for i in range(others)), bipartite=1)
    pairs = [(f"a{i}", f"k{j}") for i in range(actors) for j in range(others)]
    graph.add_edges_from(draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else [])
    return graph


@settings(max_examples=60, deadline=None)
@given(two_modes(), st.sampled_from(OURS), st.sampled_from([0, 1]))
def test_it_is_networkx_own(graph: nx.Graph, weight: str, side: int) -> None:
    nodes = [node for node, number in graph.nodes(data="bipartite") if number == side]
    found, expected = project(graph, side, weight), theirs(graph, nodes, weight)
    assert set(found) == set(expected)
    assert {frozenset(e) for e in found.edges} == {frozenset(e) for e in expected.edges}
    for a, b, data in expected.edges(data=True):
        assert found.edges[a, b]["weight"] == pytest.approx(data["weight"])
    for a, b, data in found.edges(data=True):
        shared = data["arrangements" if side == 0 else "actors"]
        assert set(shared) == set(graph[a]) & set(graph[b])
        assert found.adj[a][b] is found.adj[b][a]


@pytest.mark.parametrize("weight", OURS)
def test_southern_women(weight: str) -> None:
    graph = nx.davis_southern_women_graph()
    women = [node for node, side in graph.nodes(data="bipartite") if side == 0]
    found, expected = project(graph, "actors", weight), theirs(graph, women, weight)
    assert found.number_of_edges() == expected.number_of_edges() == 139
    for a, b, data in expected.edges(data=True):
        assert found.edges[a, b]["weight"] == pytest.approx(data["weight"], abs=1e-12)
    record = found.graph["maillage"]
    assert (record["rule"], record["weight"], record["side"]) == ("shared-arrangements", weight, "actors")
    assert record["slice"] == {"since": None, "before": None, "unknown": "include"} and record["query"] is None


def test_a_threshold_leaves_ties_out_and_keeps_nodes() -> None:
    graph = nx.davis_southern_women_graph()
    whole, some = project(graph), project(graph, threshold=3)
    assert {frozenset(e) for e in some.edges} == {frozenset((a, b)) for a, b, w in whole.edges(data="weight") if w >= 3}
    assert set(some) == set(whole)
    assert some.graph["maillage"]["threshold"] == 3.0


def small() -> nx.Graph:
    graph = nx.Graph()
    graph.add_nodes_from(["x", "y", "z"], bipartite=0, kind="mlg:Hospital")
    graph.add_node("c", bipartite=1, kind="mlg:LocalHealthContract", family="mlg:Contract")
    graph.add_node("e", bipartite=1, kind="mlg:Event", family="mlg:Event")
    graph.add_node("h", bipartite=1, kind="mlg:HospitalGroup", family="mlg:Collaboration")
    graph.add_edge("x", "c", role="role:signatory", claim="c1", from_earliest="2018-01-01", until_latest="2019-12-31")
    graph.add_edge("y", "c", role="role:partner", claim="c2", from_earliest="2019-06-01", certainty="inferred")
    graph.add_edge("z", "c", role="role:partner", claim="c3", from_earliest="2021-01-01")
    for node in "xy":
        graph.add_edge(node, "e", role="role:speaker", claim=f"e{node}")
        graph.add_edge(node, "h", role="role:member", claim=f"h{node}")
    return graph


def weights(graph: nx.Graph, name: str = "weight") -> dict[str, float]:
    return {min(a, b) + max(a, b): value for a, b, value in graph.edges(data=name)}


def test_what_counts_can_be_chosen() -> None:
    graph = small()
    assert weights(project(graph)) == {"xy": 3, "xz": 1, "yz": 1}
    assert weights(project(graph, hospital_groups=False)) == {"xy": 2, "xz": 1, "yz": 1}
    assert weights(project(graph, kinds="Event")) == {"xy": 1}
    assert weights(project(graph, without=["mlg:Event", "mlg:HospitalGroup"])) == {"xy": 1, "xz": 1, "yz": 1}
    assert weights(project(graph, roles=["partner"])) == {"yz": 1}
    assert weights(project(graph, certainty="explicit")) == {"xy": 2, "xz": 1}
    assert weights(project(graph, events="without")) == {"xy": 2, "xz": 1, "yz": 1}
    apart = project(graph, events="apart")
    assert weights(apart, "weight_events") == {"xy": 1, "xz": 0, "yz": 0}
    assert weights(apart, "weight_others") == {"xy": 2, "xz": 1, "yz": 1}
    assert weights(project(graph, overlap=True)) == {"xy": 3, "yz": 1}  # x left before z came
    assert weights(project(graph, roll_up={"y": "z"})) == {"xz": 3}
    assert project(graph, events="without").graph["maillage"]["choices"]["events"] == "without"


def test_edges_carry_what_makes_them() -> None:
    edge = project(small(), overlap=True).edges["x", "y"]
    assert set(edge["arrangements"]) == {"c", "e", "h"}
    assert {"c1", "c2"} < set(edge["claims"])
    tie = next(tie for tie in edge["ties"] if tie["arrangement"] == "c")
    assert (tie["from_earliest"], tie["until_latest"]) == ("2019-06-01", "2019-12-31")
    assert tie["certainty"] == "inferred" and tie["claims"] == ["c1", "c2"]


def test_layers() -> None:
    found = multiplex(small(), "family")
    assert set(found["x"]["y"]) == {"mlg:Contract", "mlg:Event", "mlg:Collaboration"}
    assert found.graph["layers"] == ["mlg:Collaboration", "mlg:Contract", "mlg:Event"]
    assert all(data["layer"] == key for *_, key, data in found.edges(keys=True, data=True))
    with pytest.raises(MaillageError, match="attribute 'colour'"):
        multiplex(small(), "colour")


def test_values_that_are_defined() -> None:
    empty = project(nx.Graph())
    assert len(empty) == 0 and empty.graph["maillage"]["weight"] == "count"
    alone = nx.Graph()
    alone.add_node("a", bipartite=0)
    assert list(project(alone)) == ["a"] and len(project(alone, "arrangements")) == 0
    graph = small()
    graph.add_node("g", bipartite=0, kind="mlg:ActorGroup")
    graph.add_edge("g", "c")
    found = project(graph)
    assert "g" not in found and found.graph["maillage"]["remarks"][0]["en"].startswith("1 group")
    graph = small()
    graph.edges["x", "c"]["weight"] = 0
    assert weights(project(graph)) == {"xy": 2, "yz": 1}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"weight": "hops"}, "no weight 'hops'"),
        ({"side": "towns"}, "no side 'towns'"),
        ({"side": ["x"]}, "no side"),
        ({"threshold": math.nan}, "no number of 0 or more"),
        ({"threshold": -1}, "no number of 0 or more"),
        ({"kinds": "Ship"}, "no arrangement here is of the kind 'Ship'"),
        ({"roles": "captain"}, "no tie here has the role 'captain'"),
        ({"certainty": "sure"}, "no certainty 'sure'"),
        ({"events": "never"}, "'never' is no choice"),
        ({"roll_up": True}, "says the body"),
        ({"nodes": ["nobody"]}, "'nobody' is no node"),
        ({"nodes": ["x"]}, "not of two modes"),
    ],
)
def test_a_choice_there_is_none_of(change: dict[str, Any], words: str) -> None:
    with pytest.raises(MaillageError, match=words):
        project(small(), **change)


def test_a_graph_that_is_not_of_two_modes() -> None:
    with pytest.raises(MaillageError, match="of one mode: no node of it says its side"):
        project(nx.path_graph(3))
    graph = small()
    graph.add_node("nobody")
    with pytest.raises(MaillageError, match="'nobody' does not say its side"):
        project(graph)
    graph.remove_node("nobody")
    graph.add_edge("x", "y")
    with pytest.raises(MaillageError, match="on one side"):
        project(graph)
    for bad in (-1, math.nan, "much"):
        graph = small()
        graph.edges["x", "c"]["weight"] = bad
        with pytest.raises(MaillageError, match="has the weight"):
            project(graph)


def test_the_projection_of_the_graph_holds_its_coordination(small_graph: Graph) -> None:
    """By the same rule, but for a body with its own service: what the rules of the graph derive is all found."""
    derived, found = small_graph.network("coordination"), small_graph.projection()
    assert derived.number_of_edges() > 100
    for a, b, data in derived.edges(data=True):
        shared = {tie["arrangement"] for tie in found.edges[a, b]["ties"]}
        assert {tie["arrangement"] for tie in data["ties"]} <= shared
    rolled = small_graph.projection(roll_up=True)
    assert len(rolled) < len(found) and all(rolled.nodes[n]["label"] for n in rolled)
    record = found.graph["maillage"]
    assert record["query"] == {"name": "two-mode", "parameters": {}} and record["source_version"].startswith("Maillage")


def test_a_coordination_is_weighed_anew(small_graph: Graph) -> None:
    network = small_graph.network("coordination")
    taking: dict[str, set[str]] = {}
    for a, b, data in network.edges(data=True):
        for tie in data["ties"]:
            taking.setdefault(tie["arrangement"], set()).update((a, b))
    newman = weigh(network, "newman")
    for _, _, data in newman.edges(data=True):
        through = {tie["arrangement"] for tie in data["ties"]}
        assert data["weight"] == pytest.approx(sum(1 / (len(taking[k]) - 1) for k in through))
    jaccard = weigh(network, "jaccard")
    assert all(0 < w <= 1 for *_, w in jaccard.edges(data="weight"))
    assert small_graph.network("coordination", weight="newman").graph["maillage"]["weight"] == "newman"
    with pytest.raises(MaillageError, match="count' only"):
        small_graph.network("funding", weight="newman")


def test_arrangements_and_themes(small_graph: Graph) -> None:
    found = small_graph.projection("arrangements")
    assert found.graph["maillage"]["rule"] == "shared-actors" and found.number_of_edges()
    two = small_graph.network("two-mode")
    a, b, data = next(iter(found.edges(data=True)))
    assert set(data["actors"]) <= set(two.predecessors(a)) & set(two.predecessors(b))
    themes = small_graph.network("actor-themes")
    assert {mode for _, mode in themes.nodes(data="mode")} == {"actor", "theme"}
    assert small_graph.projection("themes", name="actor-themes").number_of_edges()
    funding = small_graph.network("funding")
    assert funding.is_directed() and all(d["ties"][0]["amount_kind"] for *_, d in funding.edges(data=True))


def test_naive_newman() -> None:
    """By hand, of three who share one and two who share another."""
    graph = nx.Graph()
    graph.add_nodes_from("abc", bipartite=0)
    graph.add_nodes_from("KL", bipartite=1)
    graph.add_edges_from([("a", "K"), ("b", "K"), ("c", "K"), ("a", "L"), ("b", "L")])
    found = weights(project(graph, weight="newman"))
    assert found == {"ab": 1.5, "ac": 0.5, "bc": 0.5}
    assert set(found) == {min(a, b) + max(a, b) for a, b in combinations("abc", 2)}
