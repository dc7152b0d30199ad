"""Multiplexity: a network whose ties are of kinds comes in; how many pairs are tied in several ways goes out.

S. Wasserman and K. Faust, *Social Network Analysis* (1994), section 8.2; overlap of two kinds as Jaccard has it.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import Any

import networkx as nx

from maillage.errors import MaillageError
from maillage.network.matrices import checked
from maillage.network.results import Figure


def kinds_of_ties(graph: nx.Graph, kind: str | None = None, lang: str = "fr") -> dict[tuple[Any, Any], set[str]]:
    """The kinds by which each pair is tied, loops aside; without direction a pair stands once, as its first tie has it.

    Parameters
    ----------
    kind:
        The edge attribute that says the kind, a value or a list of them. None takes the kinds of the arrangements of
        a network of the graph (`ties`), or the key of each line of a multigraph.

    Raises
    ------
    MaillageError
        When ties say no kind.
    """
    checked(graph)
    found: dict[tuple[Any, Any], set[str]] = {}
    seen: dict[Any, tuple[Any, Any]] = {}
    for a, b, *key, data in graph.edges(data=True, keys=True) if graph.is_multigraph() else graph.edges(data=True):
        if a == b:
            continue
        pair = (a, b) if graph.is_directed() else seen.setdefault(frozenset((a, b)), (a, b))
        found.setdefault(pair, set()).update(_kinds(data, key, kind, lang))
    if found and not any(found.values()):
        name = "a kind" if kind is None else f"'{kind}'"
        raise MaillageError(f"no tie says {name}.", fix="Name the edge attribute that says of what kind a tie is.")
    return found


def _kinds(data: dict[str, Any], key: list[Any], kind: str | None, lang: str) -> set[str]:
    if kind is not None:
        value = data.get(kind)
        if value is None:
            return set()
        return set(map(str, value)) if isinstance(value, list | tuple | set | frozenset) else {str(value)}
    said = {tie["arrangement_kind_label"][lang] for tie in data.get("ties", ()) if "arrangement_kind_label" in tie}
    return said or set(map(str, key))


def multiplexity(graph: nx.Graph, kind: str | None = None, lang: str = "fr") -> Figure:
    """The share of tied pairs that are tied in two ways or more: 0 when each has one.

    Parameters, errors: as `kinds_of_ties`.

    Returns
    -------
    Figure
        A float, 0.0 where nobody is tied; ``["mean"]`` is the mean number of kinds a pair, ``["pairs"]`` how many
        pairs each kind ties, ``["overlap"]`` of each two kinds the pairs both tie over those either ties (nought is
        left out).
    """
    found = kinds_of_ties(graph, kind, lang)
    counts = Counter(name for kinds in found.values() for name in kinds)
    both = Counter(pair for kinds in found.values() for pair in combinations(sorted(kinds), 2))
    total = len(found)
    return Figure(
        sum(len(kinds) > 1 for kinds in found.values()) / total if total else 0.0,
        "multiplexity",
        mean=sum(map(len, found.values())) / total if total else 0.0,
        pairs=dict(counts.most_common()),
        overlap={f"{a} / {b}": n / (counts[a] + counts[b] - n) for (a, b), n in both.most_common()},
    )
