"""Places of nodes: settled, apart, and components side by side."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable

import networkx as nx
import pytest

from maillage.views.layout import positions


def shuffled(g: nx.Graph, seed: int) -> nx.Graph:
    chance = random.Random(seed)
    nodes, edges = list(g.nodes), [edge if chance.random() < 0.5 else edge[::-1] for edge in g.edges]
    chance.shuffle(nodes)
    chance.shuffle(edges)
    other = nx.Graph()
    other.add_nodes_from(nodes)
    other.add_edges_from(edges)
    return other


def several() -> nx.Graph:
    """A dense group, a chain, a pair, a star and four single nodes."""
    parts = [nx.complete_graph(9), nx.path_graph(6), nx.path_graph(2), nx.star_graph(7), nx.empty_graph(4)]
    return nx.relabel_nodes(nx.disjoint_union_all(parts), lambda n: f"n{n:03}")


def crowd() -> nx.Graph:
    return nx.relabel_nodes(nx.gnm_random_graph(150, 260, seed=5), lambda n: f"n{n:03}")


@pytest.mark.parametrize("make", [several, crowd])
def test_the_order_of_nodes_and_edges_changes_nothing(make: Callable[[], nx.Graph]) -> None:
    g = make()
    assert positions(g) == positions(shuffled(g, 1)) == positions(shuffled(g, 2))


@pytest.mark.parametrize(("make", "least"), [(several, 60), (crowd, 18)])
def test_nodes_are_apart(make: Callable[[], nx.Graph], least: float) -> None:
    places = positions(make())
    gaps = [((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5 for a, b in itertools.combinations(places.values(), 2)]
    assert min(gaps) >= least


@pytest.mark.parametrize("make", [several, crowd])
def test_components_do_not_overlap(make: Callable[[], nx.Graph]) -> None:
    g = make()
    places = positions(g)
    assert set(places) == set(g.nodes)
    boxes = []
    for component in nx.connected_components(g):
        xs, ys = zip(*(places[node] for node in component), strict=True)
        boxes.append((min(xs), max(xs), min(ys), max(ys)))
    for a, b in itertools.combinations(boxes, 2):
        assert a[1] < b[0] or b[1] < a[0] or a[3] < b[2] or b[3] < a[2]


def test_names_have_room_in_a_small_network(network: nx.Graph) -> None:
    for a, b in itertools.combinations(positions(network).values(), 2):
        assert abs(a[0] - b[0]) >= 150 or abs(a[1] - b[1]) >= 70


def test_nothing_and_one() -> None:
    assert positions(nx.Graph()) == {}
    single = nx.Graph()
    single.add_node("a")
    assert positions(single) == {"a": (0, 0)}


def test_a_link_to_oneself_moves_nothing() -> None:
    g = several()
    before = positions(g)
    g.add_edge("n000", "n000")
    assert positions(g) == before
