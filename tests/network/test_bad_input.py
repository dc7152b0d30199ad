"""Measures of what cannot be measured: a sentence or the value their docstring names, never a traceback or NaN."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import networkx as nx
import numpy as np
import pytest

from maillage import network
from maillage.errors import MaillageError
from maillage.network.ranking import MEASURES, measures, measures_of_whole

ODD = {
    "empty": nx.Graph(),
    "empty, directed": nx.DiGraph(),
    "one": nx.empty_graph(1),
    "one with a loop": nx.Graph([(1, 1)]),
    "two apart": nx.empty_graph(2),
    "two": nx.path_graph(2),
    "disconnected": nx.disjoint_union(nx.path_graph(3), nx.complete_graph(4)),
    "weights of zero": nx.Graph([(1, 2, {"weight": 0}), (2, 3, {"weight": 0})]),
    "several lines": nx.MultiGraph([(1, 2), (1, 2), (2, 3)]),
    "several arcs": nx.MultiDiGraph([(1, 2), (1, 2), (2, 1), (3, 3)]),
    "nodes of several kinds": nx.Graph([(1, "a"), ("a", (2, 3)), ((2, 3), frozenset("b"))]),
    "frozen": nx.freeze(nx.path_graph(4)),
    "a view": nx.subgraph_view(nx.path_graph(6), filter_node=lambda n: n != 3, filter_edge=lambda a, b: a != 1),
    "reversed": nx.DiGraph([(1, 2), (2, 3)]).reverse(copy=False),
    "weights of numpy": nx.Graph([(1, 2, {"weight": np.int64(2)}), (2, 3, {"weight": np.float32(1.5)})]),
}


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("name", MEASURES)
def test_a_number_for_each_node(name: str, odd: str) -> None:
    found = MEASURES[name][1](ODD[odd])
    assert list(found) == list(ODD[odd])
    assert all(math.isfinite(value) for value in found.values())
    frame = found.to_dataframe()
    assert list(frame.columns) == ["node", "name", "kind", "value", "rank"]
    assert len(frame) == len(ODD[odd])


@pytest.mark.parametrize("odd", ODD)
def test_everything_of(odd: str) -> None:
    g = ODD[odd]
    for measure in ("degree", "betweenness", "closeness", "in_degree", "out_degree"):
        for denominator in ("freeman", "pairs"):
            assert 0 <= network.freeman_centralization(g, measure, denominator) <= 1 + 1e-12
    groups = {node: i % 2 for i, node in enumerate(g)}
    for result in (network.gould_fernandez(g, groups), network.brokering(g, groups), network.core_periphery(g)):
        assert list(result) == list(g)
        frame = result.to_dataframe()
        assert set(frame["node"]) == {node if isinstance(node, int | str) else str(node) for node in g}
        assert not frame.isna().any(axis=None)
    assert set(network.communities(g)) == set(g)
    assert len(measures(g)) == len(g)
    assert all(math.isfinite(float(v)) for _, _, v in measures_of_whole(g, groups=groups).rows if v is not None)
    for node in g:
        assert network.without(g, node).components_after >= 0
    assert network.without(g, iter(g)).lost_ties == g.number_of_edges()


def test_a_lone_node_has_no_rank_of_constraint() -> None:
    g = nx.star_graph(2)
    g.add_node("alone")
    found = network.burt_constraint(g)
    assert found["alone"] == 0.0
    assert found.ranks()["alone"] is None
    assert found.ranks()[0] == 1
    assert [row["value"] for row in found.to_table() if row["node"] == "alone"] == [None]


TRIO = nx.path_graph(["a", "b", "c"])
nx.set_node_attributes(TRIO, {"a": "x", "b": "y"}, "side")
GROUPS = {"a": 1, "b": 1, "c": 2}
UNKNOWN_WEIGHT = nx.Graph([(1, 2, {"weight": math.nan})])
CALLS: dict[str, tuple[Callable[[], Any], str]] = {
    "unknown attribute": (lambda: network.gould_fernandez(TRIO, "zut"), "no node has the attribute 'zut'. There are: side."),
    "node without a group": (lambda: network.ei_index(TRIO, "side"), "1 node(s) have no value in the attribute 'side': c."),
    "mapping too short": (lambda: network.brokering(TRIO, {"a": 1}), "2 node(s) have no value in the given groups: b, c."),
    "no group": (lambda: network.ei_index(TRIO, None), "a group is the name of a node attribute or a mapping"),  # type: ignore[arg-type]
    "no ties": (lambda: network.ei_index(nx.empty_graph(3), {0: 1, 1: 1, 2: 2}), "the network has no tie"),
    "ties of zero": (
        lambda: network.ei_index(ODD["weights of zero"], {1: 1, 2: 1, 3: 2}, weight="weight"),
        "the network has no tie with a 'weight' above 0",
    ),
    "unknown measure": (lambda: network.freeman_centralization(TRIO, "fame"), "centralisation by 'fame' is not known."),
    "unknown denominator": (lambda: network.freeman_centralization(TRIO, denominator="x"), "the denominator 'x' is not known."),
    "node that is not there": (lambda: network.without(TRIO, "z"), "'z' is not in the network."),
    "one of several": (lambda: network.without(TRIO, ["a", "z"]), "'z' is not in the network."),
    "no networkx graph": (lambda: network.betweenness([(1, 2)]), "a measure needs a networkx graph, not list."),  # type: ignore[arg-type]
    "negative weight": (
        lambda: network.burt_constraint(nx.Graph([(1, 2, {"weight": -1})]), "weight"),
        "'weight' of some tie is negative or infinite.",
    ),
    "weight in words": (lambda: network.burt_constraint(nx.Graph([(1, 2, {"weight": "much"})]), "weight"), "'weight' of some tie is no number."),
    "length of zero": (lambda: network.betweenness(ODD["weights of zero"], "weight"), "'weight' of some tie is 0"),
    "weight without end": (
        lambda: network.communities(nx.Graph([(1, 2, {"weight": math.inf})])),
        "'weight' of some tie is negative or infinite.",
    ),
    "no weight at all": (lambda: network.betweenness(nx.Graph([(1, 2, {"weight": None})]), "weight"), "'weight' of some tie is no number."),
    "a weight too great": (
        lambda: network.effective_size(nx.Graph([(1, 2, {"weight": 1e308}), (2, 3, {"weight": 1e308})]), "weight"),
        "'weight' of some tie is beyond 1e+100",
    ),
    "a weight too small": (
        lambda: network.communities(nx.Graph([(1, 2, {"weight": 1e-320})])),
        "'weight' of some tie is beyond 1e+100 or below 1e-100",
    ),
    "a lost weight that is none": (lambda: network.without(UNKNOWN_WEIGHT, 1), "the tie of '1' and '2' has the weight nan."),
    "a folded weight that is none": (lambda: network.folded(UNKNOWN_WEIGHT, {1: 1, 2: 1}), "the tie of '1' and '2' has the weight nan."),
    "layers of nothing": (lambda: network.multiplex(nx.path_graph(3)), "no tie of this network says what it goes through."),
    "layers side by side": (lambda: network.compare(ODD["several lines"], ODD["two"]), "several layers"),
    "measure that is a list": (lambda: network.freeman_centralization(TRIO, ["degree"]), "is not known."),  # type: ignore[arg-type]
    "weight that is a list": (lambda: network.project(nx.Graph(), 0, ["count"]), "there is no weight"),  # type: ignore[arg-type]
    "no graph to project": (lambda: network.project([(1, 2)], 0), "this takes a networkx graph, not list."),  # type: ignore[arg-type]
    "permutations": (lambda: network.ei_index(TRIO, GROUPS, permutations="9"), "'9' permutations cannot be made."),  # type: ignore[arg-type]
    "seed of permutations": (lambda: network.ei_index(TRIO, GROUPS, permutations=9, seed=-1), "-1 is no seed."),
    "seed": (lambda: network.communities(TRIO, seed=-1), "-1 is no seed."),
    "resolution": (lambda: network.communities(TRIO, resolution=0), "0 is no resolution."),
    "not two modes": (lambda: network.two_mode_centrality(nx.cycle_graph(3)), "the network is not of two modes"),
    "edges of arcs": (lambda: network.gould_fernandez(nx.DiGraph(TRIO), dict.fromkeys("abc", 1), chance="edges"), "without direction"),
    "nothing shared": (lambda: network.agreement({1: 1}, {2: 2}), "no node is in both partitions."),
    "measure of a table": (lambda: measures(TRIO, ["fame"]), "the measure 'fame' is not known."),
}  # fmt: skip


@pytest.mark.parametrize("what", CALLS)
def test_a_sentence(what: str) -> None:
    call, said = CALLS[what]
    with pytest.raises(MaillageError) as caught:
        call()
    assert said in str(caught.value)


def test_nodes_that_are_numbers_of_numpy_stay_numbers() -> None:
    graph = nx.Graph([(np.int64(1), np.int64(2))])
    assert list(network.betweenness(graph).to_dataframe()["node"]) == [1, 2]


def test_groups_of_any_kind() -> None:
    """Arrays and numpy's numbers are the values they hold; a key of no node is none; sector and level have other names."""
    plain = network.gould_fernandez(TRIO, {"a": "x", "b": "y", "c": "x"}).counts
    arrays = {"a": np.array(["x"]), "b": np.array(["y"]), "c": np.array(["x"]), "z": 1}
    assert (network.gould_fernandez(TRIO, arrays).counts == plain).all()
    graph = nx.path_graph(3)
    nx.set_node_attributes(graph, {0: "x", 1: "y", 2: "x"}, "family")
    assert (network.gould_fernandez(graph, "sector").counts == plain).all()
    nx.set_node_attributes(graph, "all", "sector")
    assert network.gould_fernandez(graph, "sector")[1]["coordinator"] == 2


def test_what_without_tells() -> None:
    g = nx.Graph()
    ties = [
        {
            "arrangement": "c1",
            "arrangement_label": "Contrat 1",
            "roles": [{"actor": "ars", "role_label": {"en": "lead"}}],
        },
        {
            "arrangement": "c2",
            "arrangement_label": "Contrat 2",
            "roles": [{"actor": "b", "role_label": {"en": "lead"}}],
        },
    ]
    g.add_edge("ars", "a", ties=ties[:1], weight=1)
    g.add_edge("ars", "b", ties=ties, weight=2)
    g.add_edge("b", "c", ties=ties[1:], weight=1)
    g.nodes["ars"]["label"] = "Agence"
    gone = network.without(g, "Agence")
    assert (gone.nodes, gone.lost_ties, gone.lost_weight) == (("ars",), 2, 3.0)
    assert (gone.components_before, gone.components_after) == (1, 2)
    assert gone.isolated == ("a",)
    assert gone.cut_off == (frozenset("a"),)
    assert gone.arrangements == ("Contrat 1", "Contrat 2")
    assert gone.without_lead == ("Contrat 1",)
    assert list(gone.to_dataframe()["node"]) == ["a"]


def test_names_come_late_and_stay_functions() -> None:
    import maillage.network.partitions  # noqa: F401 (a module once imported must not hide a function)

    assert set(network.__all__) >= {
        "gould_fernandez",
        "ei_index",
        "freeman_centralization",
        "burt_constraint",
        "without",
    }
    assert all(callable(getattr(network, name)) for name in network.__all__)
    with pytest.raises(AttributeError):
        network.no_such_measure  # noqa: B018
