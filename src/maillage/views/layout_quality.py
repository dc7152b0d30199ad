"""How good a drawing is, as numbers: a graph and places of its nodes come in; two measures go out."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np
from scipy.spatial import cKDTree

#: From so many nodes distances are measured in a large network.
PIVOTS = 100


@dataclass(frozen=True)
class Quality:
    """How well a drawing shows a network.

    Attributes
    ----------
    stress:
        How far distances on the sheet are from distances in the network: the mean of ((s·|x_i - x_j| - d_ij) / d_ij)²
        over pairs of nodes that a path joins, at the scale s that makes it least (E. Gansner, Y. Koren, S. North,
        *Graph Drawing by Stress Majorization*, 2004). 0 is perfect. None where no two nodes are joined.
    neighbours:
        Of each node with ties, how far its n neighbours are the n nodes nearest on the sheet: the mean of the Jaccard
        index of the two (J. Kruiger et al., *Graph Layouts by t-SNE*, 2017). From 0 to 1. None without ties.
    """

    stress: float | None
    neighbours: float | None


def quality(graph: nx.Graph, places: Mapping[Any, tuple[float, float]], seed: int = 0) -> Quality:
    """The quality of a drawing.

    Parameters
    ----------
    places:
        Node -> where it is drawn, in any unit.
    seed:
        Of the choice of nodes from which distances are measured, where there are more than `PIVOTS`.
    """
    plain = nx.Graph(graph.to_undirected(as_view=True)) if graph.is_directed() else graph
    nodes = sorted(plain, key=str)
    points = np.array([places[node] for node in nodes], dtype=float).reshape(-1, 2)
    index = {node: i for i, node in enumerate(nodes)}
    return Quality(_stress(plain, nodes, points, index, seed), _neighbours(plain, nodes, points, index))


def _stress(g: nx.Graph, nodes: list[Any], points: Any, index: Mapping[Any, int], seed: int) -> float | None:
    chosen = nodes if len(nodes) <= PIVOTS else random.Random(seed).sample(nodes, PIVOTS)
    drawn: list[float] = []
    wanted: list[int] = []
    for node in chosen:
        for other, steps in nx.single_source_shortest_path_length(g, node).items():
            if steps:
                drawn.append(float(np.hypot(*(points[index[node]] - points[index[other]]))))
                wanted.append(steps)
    if not wanted:
        return None
    share = np.array(drawn) / np.array(wanted)
    squared = float(np.dot(share, share))
    scale = float(share.sum()) / squared if squared else 0.0
    return float(np.mean((scale * share - 1) ** 2))


def _neighbours(g: nx.Graph, nodes: list[Any], points: Any, index: Mapping[Any, int]) -> float | None:
    tied = [node for node in nodes if any(other != node for other in g[node])]
    if not tied:
        return None
    tree = cKDTree(points)
    total = 0.0
    for node in tied:
        own = {index[other] for other in g[node] if other != node}
        _, near = tree.query(points[index[node]], k=len(own) + 1)
        close = {int(i) for i in np.atleast_1d(near)} - {index[node]}
        total += len(own & close) / len(own | close)
    return total / len(tied)
