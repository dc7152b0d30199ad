"""Measures against networkx, and against their formula written out, on networks of all sorts."""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Callable, Mapping
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maillage import network
from maillage.network.brandes import betweenness_by_levels
from maillage.network.falls import pieces
from maillage.network.matrices import adjacency
from maillage.network.partitions import modularity

ROLES = ("coordinator", "itinerant", "representative", "gatekeeper", "liaison", "total")


@st.composite
def networks(draw: st.DrawFn, *, directed: bool | None = None, most: int = 12) -> nx.Graph:
    """A network with a `weight` of ties and a `group` of nodes: empty, loops and lone nodes included."""
    n = draw(st.integers(0, most))
    g: nx.Graph = nx.DiGraph() if (draw(st.booleans()) if directed is None else directed) else nx.Graph()
    g.add_nodes_from((f"n{i}", {"group": draw(st.sampled_from("ABC"))}) for i in range(n))
    if n:
        ends = st.tuples(st.integers(0, n - 1), st.integers(0, n - 1))
        for (a, b), weight in draw(st.dictionaries(ends, st.integers(1, 5), max_size=4 * n)).items():
            g.add_edge(f"n{a}", f"n{b}", weight=weight)
    return g


def plain(g: nx.Graph) -> nx.Graph:
    """Without loops."""
    out = g.copy()
    out.remove_edges_from(list(nx.selfloop_edges(out)))
    return out


def same(ours: Mapping[Any, float], theirs: Mapping[Any, float]) -> None:
    assert set(ours) == set(theirs)
    for node, value in theirs.items():
        assert ours[node] == pytest.approx(0.0 if math.isnan(value) else value, abs=1e-9), node


OURS_AND_NETWORKX: dict[str, tuple[Callable[[nx.Graph], Any], Callable[[nx.Graph], Any]]] = {
    "degree": (network.degree, lambda g: dict(g.degree())),
    "strength": (lambda g: network.degree(g, "weight"), lambda g: dict(g.degree(weight="weight"))),
    "betweenness": (network.betweenness, nx.betweenness_centrality),
    "paths": (lambda g: network.betweenness(g, normalized=False), lambda g: nx.betweenness_centrality(g, normalized=False)),
    "lengths": (lambda g: network.betweenness(g, "weight"), lambda g: nx.betweenness_centrality(g, weight="weight")),
    "closeness": (network.closeness, nx.closeness_centrality),
    "constraint": (lambda g: network.burt_constraint(g, "weight"), lambda g: nx.constraint(g, weight="weight")),
    "constraint of ties": (network.burt_constraint, nx.constraint),
    "coreness": (network.coreness, lambda g: nx.core_number(nx.Graph(g.to_undirected()))),
    "clustering": (network.clustering, lambda g: nx.clustering(nx.Graph(g.to_undirected()))),
    "pagerank": (
        lambda g: network.pagerank(g, "weight"),
        lambda g: nx.pagerank(g, weight="weight", tol=1e-13, max_iter=5000) if len(g) else {},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", OURS_AND_NETWORKX)
@settings(max_examples=60, deadline=None)
@given(g=networks())
def test_networkx_says_the_same(name: str, g: nx.Graph) -> None:
    ours, theirs = OURS_AND_NETWORKX[name]
    same(ours(g), theirs(plain(g)) if len(g) else {})


@settings(max_examples=60, deadline=None)
@given(g=networks())
def test_effective_size_node_by_node(g: nx.Graph) -> None:
    g = plain(g)
    for weight in ("weight", None):
        tied = [node for node in g if any(True for _ in g[node])]
        theirs = nx.effective_size(g, nodes=tied, weight=weight)
        ours = network.effective_size(g, weight)
        assert all(ours[node] == pytest.approx(value, abs=1e-9) for node, value in theirs.items())


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("kind", ["hubs", "cliques", "even"])
def test_structural_holes_of_many_blocks(kind: str, directed: bool) -> None:
    """More nodes than are multiplied at a time, of few ties and of many: networkx's values, in its order of nodes."""
    made = {
        "hubs": lambda: nx.barabasi_albert_graph(150, 3, seed=2),
        "cliques": lambda: nx.windmill_graph(12, 9),
        "even": lambda: nx.gnm_random_graph(90, 700, seed=5),
    }[kind]()
    order = random.Random(3).sample(sorted(made), len(made))
    g: nx.Graph = nx.DiGraph() if directed else nx.Graph()
    g.add_nodes_from([*order, "alone"])
    dealt = random.Random(4)
    for a, b in made.edges():
        g.add_edge(a, b, weight=dealt.randint(1, 9))
        if directed and dealt.random() < 0.3:
            g.add_edge(b, a, weight=dealt.randint(1, 9))
    for weight in ("weight", None):
        same(network.burt_constraint(g, weight), nx.constraint(g, weight=weight))
    some = [node for node in order[:25] if any(True for _ in g[node])]
    ours = network.effective_size(g, "weight")
    for node, value in nx.effective_size(g, nodes=some, weight="weight").items():
        assert ours[node] == pytest.approx(value, abs=1e-9)


@settings(max_examples=60, deadline=None)
@given(g=networks(directed=False))
def test_eigenvector_of_the_leading_part(g: nx.Graph) -> None:
    ours = network.eigenvector(g, "weight")
    matrix = adjacency(g, "weight").toarray()
    if not matrix.any():
        assert set(ours.values()) <= {0.0}
        return
    x = np.array(list(ours.values()))
    assert np.linalg.norm(x) == pytest.approx(1)
    assert (x >= 0).all()
    assert np.allclose(matrix @ x, np.linalg.eigvalsh(matrix).max() * x, atol=1e-6)


@settings(max_examples=60, deadline=None)
@given(g=networks())
def test_betweenness_by_levels(g: nx.Graph) -> None:
    """The way of dense networks, on all."""
    found = betweenness_by_levels(adjacency(g))
    theirs = nx.betweenness_centrality(plain(g), normalized=False) if len(g) else {}
    assert found == pytest.approx([v * (1 if g.is_directed() else 2) for v in theirs.values()], abs=1e-9)


@pytest.mark.parametrize("directed", [False, True])
def test_betweenness_of_a_dense_network(directed: bool) -> None:
    g = nx.gnp_random_graph(150, 0.2, seed=3, directed=directed)
    same(network.betweenness(g), nx.betweenness_centrality(g))


def test_betweenness_over_long_distances() -> None:
    """A chain of cliques: dense, and far from end to end."""
    g = nx.disjoint_union_all([nx.complete_graph(15) for _ in range(40)])
    g.add_edges_from((15 * i + 14, 15 * i + 15) for i in range(39))
    assert betweenness_by_levels(adjacency(g)) is None
    same(network.betweenness(g), nx.betweenness_centrality(g))


@settings(max_examples=80, deadline=None)
@given(g=networks())
def test_brokerage_by_its_definition(g: nx.Graph) -> None:
    of = dict(g.nodes(data="group"))
    arcs = plain(g).to_directed()
    found = network.gould_fernandez(g, "group")
    for j in g:
        counted = dict.fromkeys(ROLES, 0)
        for i, k in itertools.permutations(arcs, 2):
            if j in (i, k) or arcs.has_edge(i, k) or not (arcs.has_edge(i, j) and arcs.has_edge(j, k)):
                continue
            a, b, c = of[i], of[j], of[k]
            role = (
                "coordinator" if a == b == c
                else "itinerant" if a == c
                else "representative" if a == b
                else "gatekeeper" if b == c
                else "liaison"
            )  # fmt: skip
            counted[role] += 1
            counted["total"] += 1
        assert {role: found[j][role] for role in ROLES} == counted


@pytest.mark.parametrize("chance", ["arcs", "edges"])
def test_chance_of_brokerage_by_drawing(chance: str) -> None:
    """Expectation and deviation over many random networks of one density."""
    n, p, of = 9, 0.35, {i: "AAABBBBCC"[i] for i in range(9)}
    drawn = [nx.gnp_random_graph(n, p, seed=seed, directed=chance == "arcs") for seed in range(3000)]
    counts = np.array([network.gould_fernandez(g, of).counts for g in drawn])
    # One with exactly that density, for the formula.
    exact = next(g for g in drawn if nx.density(g) == pytest.approx(p, abs=0.02))
    formula = network.gould_fernandez(exact, of, chance=chance)
    scale = (nx.density(exact) / p) ** 2 * (1 - nx.density(exact)) / (1 - p)
    assert counts.mean(axis=0) == pytest.approx(formula.expectations / scale, rel=0.08, abs=0.05)
    assert counts.std(axis=0) == pytest.approx(formula.deviations, rel=0.12, abs=0.06)


@settings(max_examples=60, deadline=None)
@given(g=networks())
def test_exclusivity_by_its_definition(g: nx.Graph) -> None:
    of, arcs = dict(g.nodes(data="group")), plain(g).to_directed()
    activity, exclusivity = dict.fromkeys(g, 0), dict.fromkeys(g, 0)
    for i, k in itertools.permutations(arcs, 2):
        if of[i] != of[k] and not arcs.has_edge(i, k):
            between = [j for j in arcs if arcs.has_edge(i, j) and arcs.has_edge(j, k)]
            for j in between:
                activity[j] += 1
                exclusivity[j] += len(between) == 1
    found = network.brokering(g, "group")
    assert dict(found.activity) == activity
    assert dict(found.exclusivity) == exclusivity
    assert network.brokering_activity(g, "group") == activity
    brokered = network.gould_fernandez(g, "group")
    assert all(brokered[j]["total"] - brokered[j]["coordinator"] - brokered[j]["itinerant"] == activity[j] for j in g)


@settings(max_examples=60, deadline=None)
@given(g=networks())
def test_what_falls_apart(g: nx.Graph) -> None:
    either = nx.Graph(plain(g).to_undirected())
    assert set(network.cut_points(g)) == set(nx.articulation_points(either))
    fragmentation = network.fragmentation_centrality(g)
    for node in g:
        left = either.copy()
        left.remove_node(node)
        part = nx.node_connected_component(either, node) - {node}
        sizes = sorted(map(len, nx.connected_components(left.subgraph(part))), reverse=True)
        assert pieces(g)[node] == sizes
        assert fragmentation[node] == pytest.approx(network.fragmentation(left))
        gone = network.without(g, node)
        assert gone.lost_ties == g.number_of_edges() - g.subgraph(set(g) - {node}).number_of_edges()
        assert gone.components_after == nx.number_connected_components(left)
        assert sorted(map(len, gone.cut_off), reverse=True) == sizes[1:]
        assert gone["fragmentation_after"] == pytest.approx(fragmentation[node])


@settings(max_examples=60, deadline=None)
@given(g=networks())
def test_mixing(g: nx.Graph) -> None:
    g = plain(g)
    if not g.number_of_edges():
        return
    of = dict(g.nodes(data="group"))
    inside = sum(of[a] == of[b] for a, b in g.edges())
    index = network.ei_index(g, "group")
    assert index == pytest.approx((g.number_of_edges() - 2 * inside) / g.number_of_edges())
    assert (index["internal"], index["external"]) == (inside, g.number_of_edges() - inside)
    assert sum(network.mixing_matrix(g, "group").values()) == g.number_of_edges()
    theirs = nx.attribute_assortativity_coefficient(g, "group")
    if not math.isnan(theirs):
        assert network.assortativity(g, "group") == pytest.approx(theirs)
    for name, touched in index["by_group"].items():
        ties = [(of[a], of[b]) for a, b in g.edges() if name in (of[a], of[b])]
        own = sum(a == b for a, b in ties)
        assert touched == pytest.approx((len(ties) - 2 * own) / len(ties))


def test_permutations_are_seeded() -> None:
    club = nx.karate_club_graph()
    one, again = (network.ei_index(club, "club", permutations=200, seed=5) for _ in range(2))
    assert one.parts == again.parts
    assert one["p_low"] == pytest.approx(1 / 201)  # the split of the club is no chance
    assert one["mean"] == pytest.approx(one["expected"], abs=0.03)
    assert network.ei_index(club, "club", permutations=200, seed=6)["mean"] != one["mean"]


@settings(max_examples=40, deadline=None)
@given(g=networks())
def test_communities_are_a_partition(g: nx.Graph) -> None:
    found = network.communities(g, seed=3)
    assert set(found) == set(g)
    assert found == network.communities(g, seed=3)
    assert [len(group) for group in found.groups] == sorted(map(len, found.groups), reverse=True)
    either = plain(g).to_undirected()
    if g.is_directed():
        either.remove_edges_from(list(either.edges))
        for a, b, w in plain(g).edges(data="weight"):
            either.add_edge(a, b, weight=w + (either.get_edge_data(a, b, {"weight": 0})["weight"]))
    if either.number_of_edges():
        assert found.modularity == pytest.approx(nx.community.modularity(either, found.groups))
        assert found.modularity == pytest.approx(modularity(g, found))
        assert all(nx.is_connected(either.subgraph(group)) for group in found.groups)


@settings(max_examples=25, deadline=None)
@given(g=networks(directed=False, most=7))
def test_no_core_fits_better(g: nx.Graph) -> None:
    g = plain(g)
    pairs = list(itertools.combinations(g, 2))
    tied = np.array([g.has_edge(a, b) for a, b in pairs], dtype=float)
    best = 0.0
    for size in range(1, len(g)):
        for core in itertools.combinations(g, size):
            ideal = np.array([a in core or b in core for a, b in pairs], dtype=float)
            if tied.std() and ideal.std():
                best = max(best, float(np.corrcoef(tied, ideal)[0, 1]))
    found = network.core_periphery(g)
    assert found.fit == pytest.approx(best, abs=1e-9)
    assert found.core | found.periphery == set(g)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_two_modes(data: st.DataObject) -> None:
    top, bottom = data.draw(st.integers(1, 6)), data.draw(st.integers(1, 6))
    g = nx.Graph()
    g.add_nodes_from((f"a{i}", {"bipartite": 0, "group": data.draw(st.sampled_from("AB"))}) for i in range(top))
    g.add_nodes_from((f"b{i}", {"bipartite": 1, "group": data.draw(st.sampled_from("AB"))}) for i in range(bottom))
    for i, j in data.draw(st.sets(st.tuples(st.integers(0, top - 1), st.integers(0, bottom - 1)))):
        g.add_edge(f"a{i}", f"b{j}")
    ours, actors = network.two_mode_centrality(g), [f"a{i}" for i in range(top)]
    same(ours["degree"], nx.bipartite.degree_centrality(g, actors))
    same(ours["closeness"], nx.bipartite.closeness_centrality(g, actors))
    if top > 1 and bottom > 1:
        same(ours["betweenness"], nx.bipartite.betweenness_centrality(g, actors))
    brokerage, of = network.two_mode_brokerage(g, "group"), dict(g.nodes(data="group"))
    for j in g:
        total = sum(len(set(g[i]) & set(g[k])) == 1 for i, k in itertools.combinations(g[j], 2))
        assert brokerage[j]["total"] == total == sum(n for role, n in brokerage[j].items() if role != "total")
        own = sum(
            len(set(g[i]) & set(g[k])) == 1 and of[i] == of[j] == of[k] for i, k in itertools.combinations(g[j], 2)
        )
        assert brokerage[j]["coordinator"] == own
