"""Measures of a network as one whole: a network comes in; density, centralisation, parts and fragmentation go out.

L. Freeman, "Centrality in social networks: conceptual clarification", Social Networks 1 (1979), 215-239. S. Borgatti,
"Identifying sets of key players in a social network", Computational and Mathematical Organization Theory 12 (2006),
21-34.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import networkx as nx

from maillage.errors import MaillageError
from maillage.network.centrality import degree
from maillage.network.matrices import checked
from maillage.network.paths import betweenness, closeness
from maillage.network.results import Figure

DENOMINATORS = ("freeman", "pairs")


def density(graph: nx.Graph) -> float:
    """Ties over possible ties, loops and repetitions aside; 0.0 for a network of fewer than two nodes."""
    checked(graph)
    n = len(graph)
    ends = {(a, b) if graph.is_directed() else frozenset((a, b)) for a, b in graph.edges() if a != b}
    possible = n * (n - 1) if graph.is_directed() else n * (n - 1) // 2
    return len(ends) / possible if possible else 0.0


def _degree(direction: str) -> Callable[[nx.Graph], dict[Any, float]]:
    def of(graph: nx.Graph) -> dict[Any, float]:
        n = len(graph)
        most = (n - 1) * (2 if direction == "all" and graph.is_directed() else 1)
        return {node: value / most for node, value in degree(graph, direction=direction).items()}

    return of


def _star_degree(n: int, directed: bool) -> float:
    """All but the centre of a star have degree 1 of n-1: (n-1)(n-2)/(n-1)."""
    return n - 2


def _star_one_way(n: int, directed: bool) -> float:
    """In a star whose arcs all go one way the others have nothing; without direction, the plain star."""
    return n - 1 if directed else n - 2


#: Measure -> its values normalised to 1, and the sum of shortfalls in the star, where it is greatest.
_MEASURES: dict[str, tuple[Callable[[nx.Graph], Mapping[Any, float]], Callable[[int, bool], float]]] = {
    "degree": (_degree("all"), _star_degree),
    "in_degree": (_degree("in"), _star_one_way),
    "out_degree": (_degree("out"), _star_one_way),
    "betweenness": (betweenness, lambda n, _: n - 1),
    "closeness": (closeness, lambda n, directed: n - 1 if directed else (n - 1) * (n - 2) / (2 * n - 3)),
}


def _both_ways(graph: nx.Graph) -> bool:
    return all(graph.has_edge(b, a) for a, b in graph.edges())


def freeman_centralization(graph: nx.Graph, measure: str = "degree", denominator: str = "freeman") -> Figure:
    """How much a network turns around its most central node: 0 when all are alike, 1 for a star.

    The sum over nodes of (greatest value - own value), of values normalised to 1, over

    - ``freeman``: what that sum is in a star of as many nodes: n-2 for degree (so (n-1)(n-2) of raw degrees), n-1 for
      betweenness, (n-1)(n-2)/(2n-3) for closeness. A star has all its ties both ways; of ``in_degree`` and
      ``out_degree`` in a directed network, one way (n-1, so (n-1)^2 of raw degrees), and of ``closeness`` too where
      some tie goes one way: there the sum is greatest.
    - ``pairs``: the number of nodes n (so n(n-1) of raw degrees, the denominator of igraph that counts loops), the mean
      shortfall. For degree it is smaller than Freeman's by (n-2)/n.

    Parameters
    ----------
    measure:
        ``degree``, ``in_degree``, ``out_degree``, ``betweenness``, ``closeness``. In a directed network ``degree`` is
        the sum of both directions.
    denominator:
        ``freeman`` or ``pairs``.

    Returns
    -------
    Figure
        A float; ``["shortfall"]``, ``["possible"]`` and ``["greatest"]`` are what it is made of. 0.0 for fewer than
        three nodes, of which none can be more central.

    Raises
    ------
    MaillageError
        For an unknown measure or denominator.
    """
    checked(graph)
    if not isinstance(measure, str) or measure not in _MEASURES:
        raise MaillageError(f"centralisation by '{measure}' is not known.", fix=f"There are: {', '.join(_MEASURES)}.")
    if not isinstance(denominator, str) or denominator not in DENOMINATORS:
        raise MaillageError(
            f"the denominator '{denominator}' is not known.", fix=f"There are: {', '.join(DENOMINATORS)}."
        )
    n, name = len(graph), f"{measure}_centralization"
    if n < 3:
        return Figure(0.0, name, denominator=denominator, shortfall=0.0, possible=0.0, greatest=None)
    normalised, star = _MEASURES[measure]
    values = normalised(graph)
    greatest = max(values.values())
    shortfall = sum(greatest - value for value in values.values())
    directed = graph.is_directed() and not (measure == "closeness" and _both_ways(graph))
    possible = float(star(n, directed) if denominator == "freeman" else n)
    parts = {"shortfall": shortfall, "possible": possible, "greatest": greatest}
    return Figure(shortfall / possible, name, denominator=denominator, **parts)


def components(graph: nx.Graph) -> list[set[Any]]:
    """The parts that no tie joins, whatever the direction, the greatest first, equals in the order of nodes."""
    checked(graph)
    found = nx.weakly_connected_components(graph) if graph.is_directed() else nx.connected_components(graph)
    return sorted(found, key=len, reverse=True)


def fragmented(sizes: list[int]) -> float:
    """The share of pairs of nodes in different parts, of the sizes of the parts; 0.0 with fewer than two nodes."""
    n = sum(sizes)
    return 1 - sum(s * (s - 1) for s in sizes) / (n * (n - 1)) if n > 1 else 0.0


def fragmentation(graph: nx.Graph) -> float:
    """Borgatti's F: the share of pairs of nodes that cannot reach each other, whatever the direction of ties.

    0 in one piece, 1 without ties; 0.0 with fewer than two nodes.
    """
    return fragmented([len(part) for part in components(graph)])
