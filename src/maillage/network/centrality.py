"""Measures of a node's own ties and of its neighbours': degree, strength, eigenvector, PageRank, core, clustering.

All but the eigenvector are those of networkx under their names here, over the ties without loops; the parallel lines of
a multigraph are one tie.
"""

from __future__ import annotations

import networkx as nx
import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from maillage.network.matrices import adjacency, both_ways, checked, per_node
from maillage.network.results import Scores


def degree(graph: nx.Graph, weight: str | None = None, direction: str = "all") -> Scores:
    """The number of ties of each node or, with `weight`, their sum (its strength).

    Parameters
    ----------
    direction:
        ``in``, ``out`` or ``all``, the sum of both; without direction in the network it is not read.
    """
    checked(graph)
    ties = adjacency(graph, weight)
    out_of, into = np.asarray(ties.sum(axis=1)).ravel(), np.asarray(ties.sum(axis=0)).ravel()
    either = out_of + into if graph.is_directed() else out_of
    values = {"in": into, "out": out_of}.get(direction, either) if graph.is_directed() else either
    name = "degree" if weight is None else "strength"
    return Scores(per_node(graph, values, float if weight else int), name, graph)


def eigenvector(graph: nx.Graph, weight: str | None = None) -> Scores:
    """Eigenvector centrality: a node counts by its neighbours' counts, x = A'x / lambda, of length 1 and 0 or more.

    P. Bonacich, "Factoring and weighting approaches to status scores", Journal of Mathematical Sociology 2 (1972),
    113-120. Directed ties count at their receiver.

    Of a network in several parts only the part with the greatest lambda has values other than 0 (where two parts share
    it, the first of them in the order of nodes): compare nodes within one component. Without ties all are 0.
    """
    checked(graph)
    ties = adjacency(graph, weight)
    values = np.zeros(len(graph))
    best, chosen, vector = 0.0, None, None
    count, part = 0, np.zeros(0, dtype=int)
    if len(graph):
        count, part = connected_components(ties, directed=True, connection="weak")
    sizes = np.bincount(part, minlength=count)
    for number in range(count):
        if sizes[number] < 2:
            continue
        members = np.flatnonzero(part == number)
        found, direction = _leading(ties[members][:, members].T.tocsr())
        if found > best * (1 + 1e-9):
            best, chosen, vector = found, members, direction
    if chosen is not None:
        values[chosen] = vector
    return Scores(per_node(graph, values), "eigenvector", graph)


def _leading(matrix: sparse.csr_array) -> tuple[float, np.ndarray]:
    """The greatest eigenvalue of a matrix without negative cells, and its vector, by power iteration on A + I.

    The shift keeps a two-mode part, whose greatest eigenvalues are one positive and one negative, from swinging.
    """
    x = np.full(matrix.shape[0], 1 / np.sqrt(matrix.shape[0]))
    for _ in range(10_000):
        y = matrix @ x + x
        y /= np.linalg.norm(y)
        if np.abs(y - x).max() < 1e-13:
            x = y
            break
        x = y
    value = float(x @ (matrix @ x))
    return value, np.where(x < 1e-12, 0.0, x)


def pagerank(graph: nx.Graph, weight: str | None = None, damping: float = 0.85) -> Scores:
    """PageRank (Brin and Page 1998), as `networkx.pagerank`: shares that sum to 1; nothing for an empty network."""
    checked(graph)
    n = len(graph)
    if not n:
        return Scores({}, "pagerank", graph)
    ties = adjacency(graph, weight)
    out_of = np.asarray(ties.sum(axis=1)).ravel()
    share = sparse.dia_array((np.divide(1.0, out_of, where=out_of > 0, out=np.zeros(n))[None], [0]), shape=(n, n))
    step, dead = (share @ ties).T.tocsr(), out_of == 0
    x = np.full(n, 1 / n)
    for _ in range(10_000):
        y = damping * (step @ x + x[dead].sum() / n) + (1 - damping) / n
        if np.abs(y - x).sum() < 1e-14:
            break
        x = y
    return Scores(per_node(graph, y / y.sum()), "pagerank", graph)


def coreness(graph: nx.Graph) -> Scores:
    """The greatest k of which a node is in the k-core (Seidman 1983), whatever the direction of ties."""
    checked(graph)
    return Scores(nx.core_number(_plain(graph)), "coreness", graph)


def clustering(graph: nx.Graph) -> Scores:
    """The share of pairs of a node's neighbours that are tied (Watts and Strogatz 1998), whatever the direction.

    0 for a node with fewer than two neighbours, which has no pair; it then has no rank.
    """
    checked(graph)
    ties = both_ways(adjacency(graph))
    degrees = np.asarray(ties.sum(axis=1)).ravel()
    closed = _triangles(ties)
    pairs = degrees * (degrees - 1)
    values = np.divide(closed, pairs, where=pairs > 0, out=np.zeros(len(graph)))
    unknown = [node for node, count in zip(graph, pairs, strict=True) if count == 0]
    return Scores(per_node(graph, values), "clustering", graph, unknown)


def transitivity(graph: nx.Graph) -> float | None:
    """The share of two-paths that are closed, whatever the direction; None where there is no two-path."""
    ties = both_ways(adjacency(checked(graph)))
    degrees = np.asarray(ties.sum(axis=1)).ravel()
    paths = float((degrees * (degrees - 1)).sum())
    return float(_triangles(ties).sum()) / paths if paths else None


def _triangles(ties: sparse.csr_array, cells: int = 4_000_000) -> np.ndarray:
    """Twice the number of triangles at each node, a block of rows at a time."""
    n = ties.shape[0]
    out, step = np.zeros(n), max(1, cells // max(1, n))
    for start in range(0, n, step):
        rows = slice(start, min(start + step, n))
        out[rows] = np.asarray((ties[rows] @ ties).multiply(ties[rows]).sum(axis=1)).ravel()
    return out


def _plain(graph: nx.Graph) -> nx.Graph:
    """The same nodes with one tie a pair, without direction, loops and attributes."""
    made = nx.Graph()
    made.add_nodes_from(graph)
    made.add_edges_from((a, b) for a, b in graph.edges() if a != b)
    return made
