"""Places of groups: every node in its disc, no disc on another, whatever the order of nodes and edges."""

from __future__ import annotations

import itertools
import math

import networkx as nx
import pytest

from maillage.views.grouped_layout import grouped_positions


@pytest.fixture(scope="module")
def ring() -> tuple[nx.Graph, list[list[str]]]:
    """Five cliques in a ring, one apart, and a node alone."""
    g: nx.Graph = nx.Graph()
    groups = []
    for number, size in enumerate((6, 9, 4, 12, 5, 3, 1)):
        members = [f"n{number}-{i:02}" for i in range(size)]
        g.add_nodes_from(members)
        g.add_edges_from(itertools.combinations(members, 2))
        groups.append(members)
    for a, b in itertools.pairwise([0, 1, 2, 3, 4, 0]):
        g.add_edge(groups[a][0], groups[b][1])
    return g, groups


def test_discs_hold_their_nodes_and_keep_apart(ring: tuple[nx.Graph, list[list[str]]]) -> None:
    g, groups = ring
    places, discs = grouped_positions(g, groups)
    assert {*places} == {*g}
    for members, disc in zip(groups, discs, strict=True):
        assert all(math.dist(places[node], (disc.x, disc.y)) <= disc.radius for node in members)
    for one, other in itertools.combinations(discs, 2):
        assert math.dist((one.x, one.y), (other.x, other.y)) >= (one.radius + other.radius) * 0.98
    assert len({*places.values()}) == len(g)


def test_the_order_changes_nothing(ring: tuple[nx.Graph, list[list[str]]]) -> None:
    g, groups = ring
    turned = nx.Graph()
    turned.add_nodes_from(reversed([*g]))
    turned.add_edges_from((b, a) for a, b in reversed([*g.edges]))
    assert grouped_positions(turned, groups) == grouped_positions(g, groups)


def test_nothing() -> None:
    assert grouped_positions(nx.Graph(), []) == ({}, [])
