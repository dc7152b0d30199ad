"""The quality of a drawing is a number that a good one has better than a random one."""

from __future__ import annotations

import random

import networkx as nx
import pytest

from maillage.library import Graph
from maillage.views.layout import positions
from maillage.views.layout_quality import quality


def at_random(g: nx.Graph) -> dict[object, tuple[float, float]]:
    chance = random.Random(3)
    return {node: (chance.random(), chance.random()) for node in g}


def test_known_values() -> None:
    line = {0: (0.0, 0.0), 1: (5.0, 0.0), 2: (10.0, 0.0)}
    assert quality(nx.path_graph(3), line).stress == pytest.approx(0)
    assert quality(nx.path_graph(3), line).neighbours == 1
    # One pair at distance 1, 1, and 2 drawn at one spot apart from the middle: s = 2/3 of ... worked out by hand.
    bent = {0: (0.0, 0.0), 1: (1.0, 0.0), 2: (0.0, 0.0)}
    scale = (1 + 1 + 0) / (1 + 1 + 0)
    expected = ((scale - 1) ** 2 * 2 + 1) / 3
    assert quality(nx.path_graph(3), bent).stress == pytest.approx(expected)
    assert quality(nx.DiGraph([(0, 1), (1, 2)]), line) == quality(nx.path_graph(3), line)


def test_nothing_to_judge() -> None:
    for g in (nx.Graph(), nx.empty_graph(3)):
        found = quality(g, dict.fromkeys(g, (0.0, 0.0)))
        assert found.stress is None and found.neighbours is None


@pytest.mark.parametrize("seed", range(3))
def test_better_than_chance(seed: int) -> None:
    g = nx.relabel_nodes(nx.connected_watts_strogatz_graph(60, 4, 0.1, seed=seed), str)
    ours, chance = quality(g, positions(g)), quality(g, at_random(g))
    assert ours.stress < chance.stress / 2 and ours.neighbours > 2 * chance.neighbours


def test_the_network_of_the_small_graph(small_graph: Graph) -> None:
    g = small_graph.network("coordination")
    found = quality(g, positions(g))
    assert found.stress < 0.25 and found.neighbours > 0.4
