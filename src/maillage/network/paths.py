"""Measures of shortest paths: a network comes in; betweenness and closeness of each node go out, exact.

Ties without weights go through rustworkx (Brandes' algorithm in Rust, on all processors) or, where nodes have many
ties, through sparse products (`maillage.network.brandes`); both give the values of networkx. With weights networkx
does it itself. As there, a weight is a length: the more, the farther apart. Networks of coordination say how much two
actors share, which is the contrary: measure them without weight, or with a length of one's own (such as 1/weight).

U. Brandes, "A faster algorithm for betweenness centrality", Journal of Mathematical Sociology 25 (2001), 163-177.
L. Freeman, "Centrality in social networks", Social Networks 1 (1979), 215-239.
"""

from __future__ import annotations

from typing import Any

import networkx as nx

from maillage.errors import MaillageError
from maillage.network.brandes import betweenness_by_levels
from maillage.network.matrices import adjacency, checked
from maillage.network.results import Scores

#: From so many ties a node on (each counted at both ends) products are faster than walks.
_MANY = 12


def compiled(graph: nx.Graph) -> Any:
    """The same network for rustworkx: nodes numbered in their order, one tie a pair, no loops."""
    import rustworkx as rx

    made = rx.PyDiGraph(multigraph=False) if graph.is_directed() else rx.PyGraph(multigraph=False)
    number = {node: i for i, node in enumerate(graph)}
    made.add_nodes_from(range(len(number)))
    made.extend_from_edge_list([(number[a], number[b]) for a, b in graph.edges() if a != b])
    return made


def betweenness(graph: nx.Graph, weight: str | None = None, normalized: bool = True) -> Scores:
    """How much each node lies on the shortest paths between others, as `networkx.betweenness_centrality` gives it.

    Parameters
    ----------
    weight:
        Length of each tie, above 0; None makes all equal.
    normalized:
        Divide by the number of pairs of others: (n-1)(n-2)/2 without direction, (n-1)(n-2) with.

    Returns
    -------
    Scores
        node -> share of shortest paths (0 to 1), or their number. An empty network gives an empty result; a node
        without ties, or one of fewer than three nodes, 0.

    Raises
    ------
    MaillageError
        For a length of 0, where shortest paths cannot be counted, or one that is no number, negative or infinite.
    """
    checked(graph)
    if weight is not None:
        _lengths(graph, weight)
        return Scores(nx.betweenness_centrality(graph, weight=weight, normalized=normalized), "betweenness", graph)
    return Scores(dict(zip(graph, _betweenness(graph, normalized), strict=True)), "betweenness", graph)


def _betweenness(graph: nx.Graph, normalized: bool) -> list[float]:
    """In the order of nodes, by the way that is faster for as many ties as nodes have."""
    n, ties = len(graph), adjacency(graph)
    if ties.nnz >= _MANY * n and (found := betweenness_by_levels(ties)) is not None:
        pairs = (n - 1) * (n - 2) if normalized else 1 if graph.is_directed() else 2
        return [float(value) for value in found / max(1, pairs)]
    import rustworkx as rx

    return list(rx.betweenness_centrality(compiled(graph), normalized=normalized).values())


def closeness(graph: nx.Graph, weight: str | None = None) -> Scores:
    """How near each node is to the others, as `networkx.closeness_centrality` gives it.

    The number of those it can be reached from, over the sum of their distances to it, times the share of the others
    that they are (Wasserman and Faust 1994, 5.22): in a connected network Freeman's (n-1) / sum of distances, in
    another one parts do not look near for being small.

    Parameters
    ----------
    weight:
        Length of each tie, above 0; None makes all equal.

    Returns
    -------
    Scores
        node -> 0 (reached by none) to 1 (all are neighbours).

    Raises
    ------
    MaillageError
        As `betweenness`.
    """
    checked(graph)
    if weight is not None:
        _lengths(graph, weight)
        return Scores(nx.closeness_centrality(graph, distance=weight), "closeness", graph)
    import rustworkx as rx

    found = rx.closeness_centrality(compiled(graph), wf_improved=True)
    return Scores(dict(zip(graph, found.values(), strict=True)), "closeness", graph)


def _lengths(graph: nx.Graph, weight: str) -> None:
    adjacency(graph, weight)  # says what is no number, negative or infinite
    if any(length == 0 for *_, length in graph.edges(data=weight)):
        raise MaillageError(
            f"'{weight}' of some tie is 0: as a length, it makes shortest paths impossible to count.",
            fix="Give a length above 0, or leave weight out.",
        )
