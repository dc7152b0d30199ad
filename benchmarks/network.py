"""Measures beside networkx or their formula written out: a network comes in; times as ratios, agreement, memory go out.

    python benchmarks/network.py [--actors 20000] [--arrangements 10000] [--seed 1] [--shipped] [--sources 20]

On a made network (actors in arrangements of skewed sizes, seeded) or, with --shipped, on the coordination of the graph.
What would take networkx hours is asked of some nodes only, drawn by the seed, and multiplied; the line says so. Each
pair is timed in one run on one machine, so that only the ratio means something.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from statistics import median
from typing import Any

import networkx as nx
import numpy as np
from scipy import sparse

from maillage import network

GROUPS = "ABCDEFGHIJ"
#: How often what takes some seconds is timed, on both sides; the middle time counts.
RUNS = 3


@dataclass
class Line:
    """A measure: what it is compared with, both times in seconds, the greatest difference of their values."""

    name: str
    beside: str
    ours: float
    theirs: float
    difference: float | None
    memory: int


def made(actors: int, arrangements: int, seed: int) -> sparse.csr_array:
    """Who is in what: actors x arrangements, 0 or 1.

    Sizes follow a power law from 2 on (exponent 2.6, at most 150), and so does how often an actor is drawn (0.6).
    """
    draw = np.random.default_rng(seed)
    sizes = np.minimum(2 + np.floor(2 * draw.pareto(1.6, arrangements)).astype(int), min(150, actors))
    weights = 1 / np.arange(1, actors + 1) ** 0.6
    weights /= weights.sum()
    members = [np.unique(draw.choice(actors, size=size, p=weights)) for size in sizes]
    rows = np.concatenate(members)
    columns = np.repeat(np.arange(arrangements), [len(m) for m in members])
    return sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=(actors, arrangements))


def two_modes(belongs: sparse.csr_array) -> nx.Graph:
    """The same as networkx's network of two modes."""
    coo = belongs.tocoo()
    g = nx.Graph()
    g.add_nodes_from((f"a{i}" for i in range(belongs.shape[0])), bipartite=0)
    g.add_nodes_from((f"e{j}" for j in range(belongs.shape[1])), bipartite=1)
    g.add_edges_from((f"a{i}", f"e{j}") for i, j in zip(coo.row.tolist(), coo.col.tolist(), strict=True))
    return g


def actors_of(belongs: sparse.csr_array) -> nx.Graph:
    """Actors tied by how many arrangements they share, as integers from 0 on."""
    shared = sparse.triu(belongs @ belongs.T, 1).tocoo()
    g = nx.Graph()
    g.add_nodes_from(range(belongs.shape[0]))
    g.add_weighted_edges_from(zip(shared.row.tolist(), shared.col.tolist(), shared.data.tolist(), strict=True))
    return g


def timed(function: Callable[[], Any]) -> tuple[Any, float]:
    start = time.perf_counter()
    value = function()
    return value, time.perf_counter() - start


def beside(ours: Callable[[], Any], theirs: Callable[[], Any], runs: int) -> tuple[Any, float, Any, float, int]:
    """The values and the middle times of both, run by turns, and the memory held after the first run of ours."""
    mine, other, spent, taken, held = None, None, [], [], 0
    for _ in range(runs):
        mine, one = timed(ours)
        held = held or memory()
        other, two = timed(theirs)
        spent.append(one)
        taken.append(two)
    return mine, median(spent), other, median(taken), held


def memory() -> int:
    """The most this process has held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def apart(ours: Mapping[Any, float], theirs: Mapping[Any, float]) -> float:
    """The greatest difference over the nodes that both have, NaN of networkx being our 0."""
    return max((abs(ours[n] - v) for n, v in theirs.items() if v == v), default=0.0)


def roles_by_hand(g: nx.Graph, group: Mapping[Any, str], nodes: list[Any]) -> dict[Any, int]:
    """Gould and Fernandez' total of some nodes, pair by pair."""
    out = {}
    for j in nodes:
        near = set(g[j]) - {j}
        out[j] = sum(1 for i in near for k in near if i != k and k not in g[i])
    return out


def compare(g: nx.Graph, seed: int, sources: int) -> Iterator[Line]:
    """Each measure beside what a user would take."""
    draw = random.Random(seed)
    group = {node: draw.choice(GROUPS) for node in g}
    some = draw.sample(sorted(g), min(sources, len(g)))

    def line(name: str, what: str, ours: Callable[[], Any], theirs: Callable[[], Any], times: float = 1.0,
             values: Callable[[Any, Any], float | None] = apart, runs: int = 1) -> Line:  # fmt: skip
        mine, spent, other, taken, held = beside(ours, theirs, runs)
        return Line(name, what, spent, taken * times, values(mine, other), held)

    scale, few = len(g) / len(some), some[:4]
    yield line(
        "exact betweenness",
        f"networkx, {len(some)} of {len(g)} sources",
        lambda: network.betweenness(g, normalized=False),
        lambda: nx.betweenness_centrality_subset(g, some, list(g)),
        scale,
        lambda mine, other: None,
    )
    yield line(
        "constraint",
        f"the formula, as networkx has it by node, {len(few)} nodes",
        lambda: network.burt_constraint(g, "weight"),
        lambda: nx.constraint(g, nodes=few, weight="weight"),
        len(g) / len(few),
    )
    yield line(
        "constraint",
        "networkx, all nodes at once",
        lambda: network.burt_constraint(g, "weight"),
        lambda: nx.constraint(g, weight="weight"),
        runs=RUNS,
    )
    yield line(
        "Gould-Fernandez",
        "the formula pair by pair, some nodes",
        lambda: network.gould_fernandez(g, group).total,
        lambda: roles_by_hand(g, group, some),
        scale,
    )
    yield line(
        "Leiden",
        "Louvain of networkx; the difference is of modularity",
        lambda: network.communities(g, seed),
        lambda: nx.community.louvain_communities(g, seed=seed),
        1.0,
        lambda mine, other: mine.modularity - nx.community.modularity(g, other),
    )


def agreement(seed: int) -> float:
    """The greatest difference of betweenness from networkx on a made network small enough for both."""
    g = actors_of(made(600, 300, seed))
    return apart(network.betweenness(g, normalized=False), nx.betweenness_centrality(g, normalized=False))


def projections(g: nx.Graph) -> Iterator[Line]:
    """Projections of a network of two modes beside networkx's of the same weight."""
    actors = [node for node, side in g.nodes(data="bipartite") if side == 0]
    theirs: dict[str, Callable[[], nx.Graph]] = {
        "count": lambda: nx.bipartite.weighted_projected_graph(g, actors),
        "newman": lambda: nx.bipartite.collaboration_weighted_projected_graph(g, actors),
        "jaccard": lambda: nx.bipartite.overlap_weighted_projected_graph(g, actors),
    }
    for weight, function in theirs.items():
        mine, spent, other, taken, held = beside(partial(network.project, g, "actors", weight), function, RUNS)
        weights = {frozenset((a, b)): w for a, b, w in mine.edges(data="weight")}
        difference = apart(weights, {frozenset((a, b)): w for a, b, w in other.edges(data="weight")})
        yield Line(f"projection, {weight}", "networkx", spent, taken, difference, held)


def plain(g: nx.Graph) -> nx.Graph:
    """A network of two modes without what makes its ties: networkx's projections do not carry it."""
    out = nx.Graph()
    out.add_nodes_from((node, {"bipartite": side}) for node, side in g.nodes(data="bipartite"))
    out.add_edges_from(g.edges())
    return out


def main() -> None:
    """Measure and print a markdown table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--actors", type=int, default=20_000)
    parser.add_argument("--arrangements", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sources", type=int, default=20)
    parser.add_argument("--shipped", action="store_true")
    arguments = parser.parse_args()
    list(compare(nx.star_graph(3), 1, 2))  # everything is imported
    list(projections(two_modes(sparse.csr_array(np.eye(3)))))
    if arguments.shipped:
        from maillage import open_graph

        graph = open_graph()
        g, two = graph.network("coordination"), plain(graph.network("two-mode"))
    else:
        belongs = made(arguments.actors, arguments.arrangements, arguments.seed)
        g, two = actors_of(belongs), two_modes(belongs)
    print(
        f"{len(g)} actors, {g.number_of_edges()} ties; betweenness of 600 actors is {agreement(1):.0e} from networkx\n"
    )
    heads = ("measure", "beside", "ours, s", "theirs, s", "ratio", "difference", "held so far, MB")
    print(f"| {' | '.join(heads)} |\n{'|---' * len(heads)}|")
    for x in chain(projections(two), compare(g, arguments.seed, arguments.sources)):
        apart_by = "" if x.difference is None else f"{x.difference:.0e}"
        times = (f"{x.ours:.2f}", f"{x.theirs:.2f}", f"{x.theirs / x.ours:.0f}")
        print(f"| {' | '.join((x.name, x.beside, *times, apart_by, str(x.memory)))} |", flush=True)


if __name__ == "__main__":
    main()
