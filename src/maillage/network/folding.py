"""Folding: a network and groups of its nodes come in; a network of the groups goes out, which forgets no tie."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

from maillage.errors import MaillageError
from maillage.network.grouping import COMMUNITY as COMMUNITIES
from maillage.network.grouping import grouped
from maillage.network.made import KEY
from maillage.network.matrices import checked
from maillage.network.merged import weight_of
from maillage.network.partitions import communities


def folded(graph: nx.Graph, groups: Mapping[Any, Any] | None = None) -> nx.Graph:
    """The network of the groups of a network: each group is one node, and so is a node that no group holds.

    Parameters
    ----------
    graph:
        Any networkx graph without parallel edges.
    groups:
        node -> its group; by default the communities that `maillage.network.communities` finds.

    Returns
    -------
    networkx.Graph
        Directed where the graph is. A node has ``size`` (how many it stands for), ``members`` (sorted by name),
        ``inner_ties`` and ``inner_weight`` (the ties inside); an edge has ``weight`` (the sum; a tie without one counts
        1), ``pairs`` (how many ties it stands for) and all their ``ties``. What weighs on the whole is unchanged.

    Raises
    ------
    MaillageError
        For a node that is named in `groups` and not in the graph.
    """
    checked(graph)
    given = communities(graph) if groups is None else groups
    if strange := [node for node in given if node not in graph]:
        raise MaillageError(f"{strange[0]!r} is no node of this network.", fix="Give groups of its own nodes.")
    of = {node: given.get(node, node) for node in graph}
    out = nx.DiGraph() if graph.is_directed() else nx.Graph()
    out.graph.update(graph.graph)
    for node in sorted(graph, key=str):
        if of[node] not in out:
            out.add_node(of[node], size=0, members=(), inner_ties=0, inner_weight=0)
        about = out.nodes[of[node]]
        about["size"] += 1
        about["members"] += (node,)
    for a, b, data in graph.edges(data=True):
        weight, here, there = weight_of(a, b, data), of[a], of[b]
        if here == there:
            out.nodes[here]["inner_ties"] += 1
            out.nodes[here]["inner_weight"] += weight
            continue
        if not out.has_edge(here, there):
            out.add_edge(here, there, weight=0, pairs=0, ties=[])
        between = out.edges[here, there]
        between["weight"] += weight
        between["pairs"] += 1
        between["ties"] = [*between["ties"], *data.get("ties", ())]
    return out


def group_names(graph: nx.Graph, groups: Mapping[Any, Any], lang: str = "fr") -> dict[Any, str]:
    """node -> the name of its group in words: the best tied of it, and how many more there are.

    Groups are numbered by size, so that two never bear one name.
    """
    members: dict[Any, list[Any]] = {}
    for node in sorted(groups, key=str):
        members.setdefault(groups[node], []).append(node)
    names: dict[Any, str] = {}
    for number, (group, nodes) in enumerate(sorted(members.items(), key=lambda one: (-len(one[1]), str(one[0]))), 1):
        best = max(nodes, key=lambda node: graph.degree(node))
        more = len(nodes) - 1
        label = str(graph.nodes[best].get("label", best))
        also = "" if not more else f" et {more} autre{'s' * (more > 1)}" if lang == "fr" else f" and {more} more"
        names[group] = f"{number}. {label}{also}"
    return {node: names[group] for node, group in groups.items()}


def folded_by(graph: nx.Graph, by: str, lang: str = "fr") -> nx.Graph:
    """A network of the graph folded by what `maillage.network.grouped` knows, ready to be drawn and written.

    A community bears the name of the best tied of it, and how many more there are; a node that stands alone keeps all
    that is said of it.

    Raises
    ------
    MaillageError
        For a name that no node has.
    """
    groups = communities(graph) if by.strip().lower() in COMMUNITIES else grouped(graph, by, lang)
    names = group_names(graph, groups, lang) if by.strip().lower() in COMMUNITIES else groups
    alone = {name for name, count in Counter(names.values()).items() if count == 1}
    out = folded(graph, {node: name for node, name in names.items() if name not in alone})
    for node, data in out.nodes(data=True):
        if data["size"] == 1:
            data |= {**graph.nodes[node], "arrangements": list(graph.nodes[node].get("arrangements", ()))}
        else:
            count = data["size"]
            data |= {"label": str(node), "labels": {"fr": str(node), "en": str(node)}, "kind": "", "family": ""}
            data |= {"kind_label": {"fr": f"Groupe de {count}", "en": f"Group of {count}"}, "iri": str(node)}
            data |= {"codes": [], "alt_labels": [], "arrangements": [], "territory": None}
            data |= {level: _places(graph, data["members"], level) for level in ("regions", "departments")}
    record = dict(graph.graph.get(KEY) or {})
    out.graph[KEY] = {**record, "folded": by, "remarks": [*record.get("remarks", ()), _told(graph, out, by)]}
    return out


def _places(graph: nx.Graph, members: Iterable[Any], level: str) -> list[str]:
    return sorted({place for node in members for place in graph.nodes[node].get(level) or ()})


def _told(graph: nx.Graph, out: nx.Graph, by: str) -> dict[str, str]:
    inner = sum(count for _, count in out.nodes(data="inner_ties"))
    return {
        "fr": f"{len(graph)} nœuds pliés en {len(out)} ({by}) ; {inner} liens sont à l'intérieur d'un groupe.",
        "en": f"{len(graph)} nodes folded into {len(out)} ({by}); {inner} ties are inside a group.",
    }
