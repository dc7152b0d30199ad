"""Positions, kinds of ties and forms of governance: against their definitions, and on the graph."""

from __future__ import annotations

import itertools
import math

import networkx as nx
import numpy as np
import pytest

from maillage import network
from maillage.errors import MaillageError
from maillage.library import Graph
from maillage.network.equivalence import distances


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("seed", range(5))
def test_distances_and_classes(seed: int, directed: bool) -> None:
    g = nx.gnp_random_graph(14, 0.25, seed=seed, directed=directed)
    g.add_edges_from([(14, 0), (15, 0), (16, 17), (17, 16), (16, 1), (17, 1)])
    a = nx.to_numpy_array(g)
    np.fill_diagonal(a, 0)
    apart = distances(g)
    for i, j in itertools.combinations(range(len(g)), 2):
        others = [k for k in range(len(g)) if k not in (i, j)]
        expected = math.sqrt(sum((a[i, k] - a[j, k]) ** 2 + (a[k, i] - a[k, j]) ** 2 for k in others))
        assert apart[i, j] == pytest.approx(expected, abs=1e-7)
    classes = network.structurally_equivalent(g)
    assert classes[14] == classes[15]
    assert classes[16] == classes[17]
    for i, j in itertools.combinations(range(len(g)), 2):
        if a[i, j] == a[j, i]:
            assert (classes[i] == classes[j]) == (apart[i, j] < 1e-7), (i, j)


def test_positions_of_a_tree() -> None:
    """A root, two of the middle with two leaves each: leaves of one parent are alike."""
    g = nx.Graph([("root", "m1"), ("root", "m2"), ("m1", "a"), ("m1", "b"), ("m2", "c"), ("m2", "d")])
    found = network.positions(g, 5)
    assert found["a"] == found["b"] != found["c"] == found["d"]
    assert set(network.positions(g, 1).values()) == {0}
    with pytest.raises(MaillageError, match="9 positions cannot be made of 7 node"):
        network.positions(g, 9)


def test_blocks() -> None:
    g = nx.DiGraph([(1, 3), (1, 4), (2, 3), (3, 4)])
    found = network.blockmodel(g, {1: "A", 2: "A", 3: "B", 4: "B"})
    assert found["A", "B"] == 0.75
    assert found["B", "B"] == 0.5
    assert found["A", "A"] == found["B", "A"] == 0
    assert found.density == pytest.approx(4 / 12)
    assert found.image == {("A", "A"): False, ("A", "B"): True, ("B", "A"): False, ("B", "B"): True}


def test_kinds_of_ties() -> None:
    g = nx.MultiGraph()
    g.add_edge(1, 2, key="contract")
    g.add_edge(2, 1, key="event")
    g.add_edge(2, 3, key="event")
    found = network.multiplexity(g)
    assert found == 0.5
    assert found["mean"] == 1.5
    assert found["pairs"] == {"event": 2, "contract": 1}
    assert found["overlap"] == {"contract / event": 0.5}
    assert network.multiplexity(nx.Graph()) == 0.0
    with pytest.raises(MaillageError, match="no tie says 'layer'"):
        network.multiplexity(nx.path_graph(2), "layer")


def test_kinds_of_the_graph(small_graph: Graph) -> None:
    g = small_graph.network("coordination")
    found = network.multiplexity(g)
    several = sum(len({t["arrangement_kind_label"]["fr"] for t in ties}) > 1 for *_, ties in g.edges(data="ties"))
    assert found == pytest.approx(several / g.number_of_edges())
    assert several


def _local(**roles: str) -> nx.Graph:
    g = nx.Graph()
    g.add_node("cls", bipartite=1, label="Contrat")
    for who, role in roles.items():
        g.add_node(who, bipartite=0, family="mlg:Collaboration" if who == "conseil" else "mlg:Collectivity")
        said = [{"arrangement": "cls", "roles": [{"actor": who, "role_label": {"en": r}} for r in role.split("+")]}]
        g.add_edge(who, "cls", ties=said)
    return g


@pytest.mark.parametrize(
    ("roles", "form"),
    [
        ({"a": "carrier+signatory", "b": "signatory", "c": "signatory"}, "lead"),
        ({"a": "lead+signatory", "b": "carrier", "c": "signatory"}, "shared"),
        ({"conseil": "lead", "b": "signatory", "c": "signatory"}, "nao"),
        ({"a": "lead", "b": "signatory", "c": "member"}, "nao"),
        ({"a": "lead", "b": "signatory", "c": "participant"}, "lead"),
        ({"a": "signatory", "b": "signatory", "c": "partner"}, None),
    ],
)
def test_forms(roles: dict[str, str], form: str | None) -> None:
    (row,) = network.governance_forms(_local(**roles))
    assert row["form"] == form
    assert row["members"] == 3


def test_forms_of_the_graph(small_graph: Graph) -> None:
    table = network.governance_forms(small_graph.network("two-mode"))
    rows = list(table)
    assert rows
    assert all((row["form"] is None) == (row["leads"] == 0) for row in rows)
    assert all(row["members"] >= 3 and 0 <= row["density_beyond"] <= 1 for row in rows)  # type: ignore[operator]
