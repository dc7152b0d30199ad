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
from itertools import chain
from typing import Any

import networkx as nx
import numpy as np
from scipy import sparse

from maillage import network

GROUPS = "ABCDEFGHIJ"


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

    def line(name: str, beside: str, ours: Callable[[], Any], theirs: Callable[[], Any], times: float = 1.0,
             values: Callable[[Any, Any], float | None] = apart) -> Line:  # fmt: skip
        mine, spent = timed(ours)
        held = memory()
        other, taken = timed(theirs)
        return Line(name, beside, spent, taken * times, values(mine, other), held)

    scale = len(g) / len(some)
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
        "the formula, as networkx has it by node, some nodes",
        lambda: network.burt_constraint(g),
        lambda: nx.constraint(g, nodes=some, weight="weight"),
        scale,
    )
    yield line(
        "constraint",
        "networkx, all nodes at once",
        lambda: network.burt_constraint(g),
        lambda: nx.constraint(g, weight="weight"),
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


def projection(belongs: sparse.csr_array) -> Line | None:
    """Projection beside networkx's, where `maillage.network` has it."""
    project = getattr(network, "project", None)
    if project is None:
        return None
    g = two_modes(belongs)
    actors = [f"a{i}" for i in range(belongs.shape[0])]
    ours, spent = timed(lambda: project(g, "actors"))
    held = memory()
    theirs, taken = timed(lambda: nx.bipartite.weighted_projected_graph(g, actors))
    weights = {frozenset((a, b)): w for a, b, w in ours.edges(data="weight")}
    difference = apart(weights, {frozenset((a, b)): w for a, b, w in theirs.edges(data="weight")})
    return Line("projection", "networkx", spent, taken, difference, held)


def main() -> None:
    """Measure and print a markdown table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--actors", type=int, default=20_000)
    parser.add_argument("--arrangements", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sources", type=int, default=20)
    parser.add_argument("--shipped", action="store_true")
    arguments = parser.parse_args()
    lines: list[Line] = []
    list(compare(nx.star_graph(3), 1, 2))  # everything is imported
    projection(sparse.csr_array(np.eye(3)))
    if arguments.shipped:
        from maillage import open_graph

        g = open_graph().network("coordination")
    else:
        belongs = made(arguments.actors, arguments.arrangements, arguments.seed)
        if (line := projection(belongs)) is not None:
            lines.append(line)
        g = actors_of(belongs)
    print(
        f"{len(g)} actors, {g.number_of_edges()} ties; betweenness of 600 actors is {agreement(1):.0e} from networkx\n"
    )
    heads = ("measure", "beside", "ours, s", "theirs, s", "ratio", "difference", "held so far, MB")
    print(f"| {' | '.join(heads)} |\n{'|---' * len(heads)}|")
    for x in chain(lines, compare(g, arguments.seed, arguments.sources)):
        apart_by = "" if x.difference is None else f"{x.difference:.0e}"
        times = (f"{x.ours:.2f}", f"{x.theirs:.2f}", f"{x.theirs / x.ours:.0f}")
        print(f"| {' | '.join((x.name, x.beside, *times, apart_by, str(x.memory)))} |", flush=True)


if __name__ == "__main__":
    main()
