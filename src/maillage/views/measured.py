"""What size and colour of the nodes of a page can follow: a network comes in; measures and communities go out."""

from __future__ import annotations

from collections import Counter
from typing import Any

import networkx as nx

from maillage.errors import MaillageError
from maillage.network.folding import group_names
from maillage.network.grouping import COMMUNITY as COMMUNITIES
from maillage.network.legend import GROUPS, SILVER, STEPS
from maillage.network.partitions import communities
from maillage.network.ranking import MEASURES, measure_named

#: What a page offers besides what was asked for: quick to compute on some thousand nodes.
OFFERED = ("degree", "strength", "betweenness", "constraint")
FAMILY, COMMUNITY = "family", "community"
_COMMUNITY = {*COMMUNITIES, "communauté"}


def named(text: str | None, *, colour: bool = False) -> str | None:
    """The measure a user means, or the community or family where it is a colour.

    Raises
    ------
    MaillageError
        For one there is not.
    """
    if text is None or (colour and text.strip().lower() in _COMMUNITY):
        return text and COMMUNITY
    if colour and text.strip().lower() in (FAMILY, "famille"):
        return FAMILY
    try:
        return measure_named(text)
    except MaillageError as error:
        fix = f"{error.fix.rstrip('.')}, community, family." if colour else error.fix
        raise MaillageError(error.what, fix=fix) from None


def measured(g: nx.Graph, nodes: list[str], lang: str, size: str | None, colour: str | None) -> dict[str, Any]:
    """The measures of a page, each with the value of each node (None where it says nothing), and its communities.

    Parameters
    ----------
    nodes:
        In the order of the page's data.
    size, colour:
        What is chosen when the page opens, as `named` gives it; by default the number of links, and the family.
    """
    plain = _ordered(g)
    offered = [name for name in MEASURES if name in {*OFFERED, size, colour}]
    return {
        "measures": [_measure(name, plain, nodes, lang) for name in offered],
        "communities": _communities(plain, nodes, lang),
        "ramp": list(STEPS),
        "chosen": {"size": size or "degree", "colour": colour or FAMILY},
    }


def _ordered(g: nx.Graph) -> nx.Graph:
    """The network with nodes and edges in a settled order, which the search for communities follows.

    In a network of two modes the direction only tells the sides, and goes.
    """
    two_modes = len(g) > 0 and all(side in (0, 1) for _, side in g.nodes(data="bipartite"))
    directed = g.is_directed() and not two_modes
    out = nx.DiGraph() if directed else nx.Graph()
    out.add_nodes_from((node, g.nodes[node]) for node in sorted(g))
    for a, b in sorted(g.edges()):
        ends = (a, b) if directed or a <= b else (b, a)
        out.add_edge(*ends, weight=g.edges[a, b].get("weight", 1))
    return out


def _measure(name: str, g: nx.Graph, nodes: list[str], lang: str) -> dict[str, Any]:
    word, of = MEASURES[name]
    known = of(g).known()
    values = [None if known[node] is None else float(f"{known[node]:.4g}") for node in nodes]
    return {"id": name, "label": word if lang == "fr" else name.replace("_", " "), "values": values}


def _communities(g: nx.Graph, nodes: list[str], lang: str) -> dict[str, Any]:
    """The number of each node's community, the largest first, with the name, size and colour of each.

    Those for which there is no colour of their own share one.
    """
    found = communities(g)
    names = group_names(g, found, lang)
    sizes = Counter(names.values())
    order = sorted(sizes, key=lambda name: int(name.partition(".")[0]))
    place = {name: i for i, name in enumerate(order)}
    looks = [
        {"label": name, "count": sizes[name], "colour": GROUPS[i] if i < len(GROUPS) and sizes[name] > 1 else SILVER}
        for i, name in enumerate(order)
    ]
    return {"looks": looks, "of": [place[names[node]] for node in nodes]}
