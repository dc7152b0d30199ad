"""Layers: a network comes in; the same with one edge for each kind of tie goes out, a multiplex network."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import networkx as nx

from maillage.errors import MaillageError
from maillage.network.made import KEY, remade
from maillage.network.projection import project
from maillage.network.two_modes import sides_of


def multiplex(graph: nx.Graph, by: str = "family", **options: Any) -> nx.MultiGraph:
    """A network of several layers: one edge a kind of tie, whose key and attribute ``layer`` say which.

    Parameters
    ----------
    graph:
        Of two modes, as for `project`; or of one mode with ties, of which each goes to the layer of its arrangement.
    by:
        What a layer is: ``family`` or ``kind`` of the arrangement (an attribute of the nodes of its side).
    options:
        As for `project`, of a two-mode network.

    Returns
    -------
    networkx.MultiGraph
        ``graph["layers"]`` lists the layers. An arrangement that does not say its kind is in the layer ``""``.
    """
    out = nx.MultiGraph()
    layers: dict[str, nx.Graph] = {}
    if any("bipartite" in data for _, data in graph.nodes(data=True)) or options.get("nodes") is not None:
        sides = sides_of(graph, options.get("nodes"))
        others = sides.nodes[1 - sides.number(options.get("side", "actors"))]
        _known_attribute(by, [graph.nodes[n] for n in others])
        whole = project(graph, **options)
        for layer in sorted({str(graph.nodes[n].get(by) or "") for n in others}):
            gone = [n for n in others if str(graph.nodes[n].get(by) or "") != layer]
            part = graph.copy()
            part.remove_nodes_from(gone)
            layers[layer] = project(part, **options)
    else:
        whole = graph
        key = f"arrangement_{by}"
        ties = [tie for *_, data in graph.edges(data=True) for tie in data.get("ties") or ()]
        if graph.number_of_edges() and not ties:
            raise MaillageError(
                "no tie of this network says what it goes through.",
                fix="Give a network of the graph, or a two-mode one.",
            )
        _known_attribute(key, ties)
        for a, b, data in graph.edges(data=True):
            for tie in data.get("ties") or ():
                part = layers.setdefault(str(tie.get(key) or ""), nx.Graph())
                ties = [*(part.edges[a, b]["ties"] if part.has_edge(a, b) else ()), tie]
                part.add_edge(a, b, ties=ties, weight=len({one["arrangement"] for one in ties}))
    out.add_nodes_from(whole.nodes(data=True))
    out.graph.update(whole.graph)
    for layer, part in sorted(layers.items()):
        for a, b, data in part.edges(data=True):
            out.add_edge(a, b, key=layer, layer=layer, **data)
    out.graph["layers"] = sorted(name for name, part in layers.items() if part.number_of_edges())
    out.graph[KEY] = remade(whole, layers=by)
    return out


def _known_attribute(name: str, things: Collection[Mapping[str, Any]]) -> None:
    if things and not any(thing.get(name) for thing in things):
        raise MaillageError(f"nothing here has the attribute '{name}'.", fix="Layers go by 'family' or 'kind'.")
