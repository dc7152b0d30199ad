"""What if a node leaves: a network comes in; its cut-points and what falls apart without them go out.

A node is a cut-point when its part of the network comes apart without it. The pieces are read off one walk in depth
(Tarjan 1972): a child of the walk that reaches nothing above the node is cut off with all below it. Direction is not
read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx as nx

from maillage.network.matrices import checked, named
from maillage.network.merged import weight_of
from maillage.network.results import Scores, about, plain
from maillage.network.whole import components, fragmented
from maillage.things.table import Column, Table, Value

if TYPE_CHECKING:
    import pandas as pd

#: The roles that lead an arrangement, by the English words under which ties carry them.
LEADING = ("lead", "carrier")


def pieces(graph: nx.Graph) -> dict[Any, list[int]]:
    """For each node, the sizes of the pieces its part falls into without it, greatest first; a lone node has none."""
    checked(graph)
    near = {v: [w for w in nx.all_neighbors(graph, v) if w != v] for v in graph}
    entry: dict[Any, int] = {}
    low: dict[Any, int] = {}
    below: dict[Any, int] = {}
    cut: dict[Any, list[int]] = {v: [] for v in graph}
    whole: dict[Any, int] = {}
    for root in graph:
        if root in entry:
            continue
        entry[root] = low[root] = len(entry)
        below[root] = 1
        order, stack = [root], [(root, None, iter(near[root]))]
        while stack:
            node, parent, rest = stack[-1]
            for other in rest:
                if other not in entry:
                    entry[other] = low[other] = len(entry)
                    below[other] = 1
                    order.append(other)
                    stack.append((other, node, iter(near[other])))
                    break
                if other != parent:
                    low[node] = min(low[node], entry[other])
            else:
                stack.pop()
                if parent is not None or node != root:
                    low[parent] = min(low[parent], low[node])
                    below[parent] += below[node]
                    if low[node] >= entry[parent]:
                        cut[parent].append(below[node])
        whole.update(dict.fromkeys(order, len(order)))
    out = {}
    for node, sizes in cut.items():
        above = whole[node] - 1 - sum(sizes)
        out[node] = sorted([*sizes, above] if above else sizes, reverse=True)
    return out


def cut_points(graph: nx.Graph) -> dict[Any, list[int]]:
    """The nodes without which their part comes apart, and the sizes of the pieces it then is in, greatest first."""
    return {node: sizes for node, sizes in pieces(graph).items() if len(sizes) > 1}


def fragmentation_centrality(graph: nx.Graph) -> Scores:
    """Borgatti's key-player measure: the share of pairs of the others that cannot reach each other without a node.

    `maillage.network.fragmentation` of the network without it (KPP-Neg of S. Borgatti 2006): 0.0 where two nodes or
    fewer stay.
    """
    falls = pieces(graph)
    sizes = [len(part) for part in components(graph)]
    n, joined = sum(sizes) - 1, sum(s * (s - 1) for s in sizes)
    values = {}
    for node, parts in falls.items():
        mine = sum(parts) + 1
        left = joined - mine * (mine - 1) + sum(s * (s - 1) for s in parts)
        values[node] = 1 - left / (n * (n - 1)) if n > 1 else 0.0
    return Scores(values, "fragmentation_centrality", graph)


@dataclass(frozen=True)
class Without(Mapping[str, Any]):
    """What a network loses with some nodes: a mapping from the names below to what they say.

    Attributes
    ----------
    nodes: those that leave.
    lost_ties: how many ties go with them; `lost_weight`, the sum of their `weight`.
    components_before, components_after: how many parts the network has, with them and without.
    fragmentation_before, fragmentation_after: the share of pairs that cannot reach each other, with them and without.
    isolated: those that had ties only with them.
    cut_off: the pieces that were joined to the greatest through them, isolated nodes included, greatest first.
    arrangements: what the lost ties went through (names), where ties carry them.
    without_lead: arrangements of those whose every known lead or carrier leaves; one with no known lead is not told.
    graph: the network that is left.
    """

    nodes: tuple[Any, ...]
    lost_ties: int
    lost_weight: float
    components_before: int
    components_after: int
    fragmentation_before: float
    fragmentation_after: float
    isolated: tuple[Any, ...]
    cut_off: tuple[frozenset[Any], ...]
    arrangements: tuple[str, ...]
    without_lead: tuple[str, ...]
    graph: nx.Graph

    def __getitem__(self, name: str) -> Any:
        if name in self.__dataclass_fields__:
            return getattr(self, name)
        raise KeyError(name)

    def __iter__(self) -> Any:
        return iter(self.__dataclass_fields__)

    def __len__(self) -> int:
        return len(self.__dataclass_fields__)

    def to_table(self, lang: str = "fr") -> Table:
        """A row a node that is cut off: its name and kind, the number of its piece (1 the greatest) and its size."""
        fr, said = lang == "fr", about(self.graph, lang)
        heads = ("nœud", "nom", "nature", "morceau", "taille") if fr else ("node", "name", "kind", "piece", "size")
        columns = [Column(n, h) for n, h in zip(("node", "name", "kind", "piece", "size"), heads, strict=True)]
        rows: list[list[Value]] = [
            [plain(node), *said[node], number, len(piece)]
            for number, piece in enumerate(self.cut_off, 1)
            for node in sorted(piece, key=lambda v: said[v][0])
        ]
        return Table(columns, rows, lang=lang)

    def to_dataframe(self) -> pd.DataFrame:
        """The same as a pandas DataFrame: node, name, kind, piece, size."""
        return self.to_table().to_dataframe()


def without(graph: nx.Graph, nodes: Any) -> Without:
    """What falls apart when a node, or several, leave.

    Parameters
    ----------
    nodes:
        A node of the network, its label, or several of them. The network itself is not changed.

    Raises
    ------
    MaillageError
        For a node that is not in the network, or a label that several bear.
    """
    checked(graph)
    gone = list(dict.fromkeys(_asked(graph, nodes)))
    left = graph.copy()
    left.remove_nodes_from(gone)
    lost = [(a, b, data) for a, b, data in graph.edges(data=True) if a in gone or b in gone]
    before, after = components(graph), components(left)
    whole = {node: number for number, part in enumerate(before) for node in part}
    touched = {whole[node] for node in gone}
    broken = [part for part in after if whole[next(iter(part))] in touched]
    kept: set[int] = set()
    cut_off = []
    for part in broken:  # the greatest piece of each part stays what it was; the others are cut off from it
        number = whole[next(iter(part))]
        if number in kept:
            cut_off.append(frozenset(part))
        kept.add(number)
    alone = tuple(v for v in left if not any(w != v for w in nx.all_neighbors(left, v)))
    had = tuple(v for v in alone if any(w != v for w in nx.all_neighbors(graph, v)))
    arrangements, leaderless = _leads(graph, lost, set(gone))
    return Without(
        nodes=tuple(gone),
        lost_ties=len(lost),
        lost_weight=float(sum(weight_of(*tie) for tie in lost)),
        components_before=len(before),
        components_after=len(after),
        fragmentation_before=fragmented([len(part) for part in before]),
        fragmentation_after=fragmented([len(part) for part in after]),
        isolated=had,
        cut_off=tuple(cut_off),
        arrangements=arrangements,
        without_lead=leaderless,
        graph=left,
    )


def _asked(graph: nx.Graph, nodes: Any) -> Iterable[Any]:
    """One node, or several: what is itself a node is one, though it be a tuple."""
    try:
        if nodes in graph:
            return [nodes]
    except TypeError:  # a list or a set
        pass
    if isinstance(nodes, list | tuple | set | frozenset | Iterator):
        return [named(graph, node) for node in nodes]
    return [named(graph, nodes)]


def _leads(graph: nx.Graph, lost: list[Any], gone: set[Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of the arrangements of lost ties, and of those among them whose known leads have all left."""
    hit = {tie["arrangement"]: str(tie.get("arrangement_label", tie["arrangement"])) for tie in _ties(lost)}
    bodies = {graph.nodes[node].get("iri", node) for node in gone}
    leads: dict[str, set[Any]] = {}
    for tie in _ties(graph.edges(data=True)):
        if tie["arrangement"] in hit:
            for role in tie.get("roles", ()):
                if role.get("role_label", {}).get("en") in LEADING:
                    leads.setdefault(tie["arrangement"], set()).add(role["actor"])
    leaderless = [hit[one] for one, who in leads.items() if who <= bodies]
    return tuple(sorted(hit.values())), tuple(sorted(leaderless))


def _ties(edges: Iterable[Any]) -> Iterable[Mapping[str, Any]]:
    return (tie for *_, data in edges for tie in data.get("ties", ()) if "arrangement" in tie)
