"""Weighing: a network whose edges list their ties comes in; the same network, weighed by another rule, goes out."""

from __future__ import annotations

import math

import networkx as nx

from maillage.errors import MaillageError
from maillage.network.made import KEY, WEIGHTS, remade
from maillage.network.two_modes import Node


def weigh(graph: nx.Graph, weight: str = "count") -> nx.Graph:
    """The same network, each edge weighed anew by the arrangements of its ties.

    Of a network of one mode whose edges list their ``ties`` (``coordination``): who takes part in an arrangement is
    read from the edges that go through it.

    Raises
    ------
    MaillageError
        For an unknown weight, a directed network, or edges without ties.
    """
    if weight not in WEIGHTS:
        raise MaillageError(f"there is no weight '{weight}'.", fix=f"One of {', '.join(WEIGHTS)}.")
    if graph.is_directed():
        raise MaillageError("a directed network has the weight 'count' only.", fix="Leave the weight out.")
    through = {(a, b): {tie["arrangement"] for tie in d.get("ties") or ()} for a, b, d in graph.edges(data=True)}
    if not all(through.values()):
        raise MaillageError("the edges of this network do not list their ties.", fix="Weigh a network of the graph.")
    taking: dict[Node, set[Node]] = {}
    own: dict[Node, set[Node]] = {node: set() for node in graph}
    for (a, b), arrangements in through.items():
        for one in arrangements:
            taking.setdefault(one, set()).update((a, b))
            own[a].add(one)
            own[b].add(one)
    out = graph.copy()
    for (a, b), shared in through.items():
        if weight == "count":
            value: float = len(shared)
        elif weight == "newman":
            value = math.fsum(1 / (len(taking[k]) - 1) for k in shared)
        elif weight == "jaccard":
            value = len(shared) / len(own[a] | own[b])
        else:
            value = len(shared) / math.sqrt(len(own[a]) * len(own[b]))
        out.edges[a, b]["weight"] = value
    out.graph[KEY] = remade(graph, weight=weight, weight_words=dict(WEIGHTS[weight]))
    return out
