"""Communities: a network comes in; groups of nodes that tie more among themselves go out, and how two partitions agree.

V. Traag, L. Waltman and N. van Eck, "From Louvain to Leiden: guaranteeing well-connected communities", Scientific
Reports 9 (2019), 5233, as implemented in graspologic-native: one thread, the same seed gives the same communities.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np

from maillage.errors import MaillageError
from maillage.network.matrices import Group, adjacency, checked, checked_seed, groups, indicator, numbered
from maillage.network.results import Figure, node_table, sorted_by
from maillage.things.table import Table

if TYPE_CHECKING:
    import pandas as pd

#: Full cycles of the algorithm from a start, and starts: the best of them is kept.
_CYCLES, _STARTS = 5, 5
#: Above so many ties one start is enough, and takes seconds.
_MANY = 200_000


class Partition(dict[Any, int]):
    """node -> number of its community, 0 the greatest; `groups` lists them as sets.

    Attributes
    ----------
    modularity: of this partition at this `resolution` (0.0 where there is no tie).
    seed: what makes it again.
    """

    def __init__(self, values: Mapping[Any, int], graph: nx.Graph, modularity: float, resolution: float, seed: int):
        super().__init__(values)
        self.modularity, self.resolution, self.seed = modularity, resolution, seed
        self._graph = graph

    @property
    def groups(self) -> list[set[Any]]:
        """The communities, greatest first."""
        out: list[set[Any]] = [set() for _ in range(max(self.values(), default=-1) + 1)]
        for node, number in self.items():
            out[number].add(node)
        return out

    def to_table(self, lang: str = "fr") -> Table:
        """A row a node: node, name, kind, community (1 the greatest) and its size; community by community."""
        sizes = [len(members) for members in self.groups]
        columns: dict[str, Any] = {
            "community": {node: number + 1 for node, number in self.items()},
            "size": {node: sizes[number] for node, number in self.items()},
        }
        heads = {"community": "communauté", "size": "taille"} if lang == "fr" else {}
        return sorted_by(node_table(self._graph, columns, lang, heads), "community", descending=False)

    def to_dataframe(self) -> pd.DataFrame:
        """The same as a pandas DataFrame: node, name, kind, community, size."""
        return self.to_table().to_dataframe()

    def __reduce__(self) -> tuple[Any, ...]:
        return Partition, (dict(self), self._graph, self.modularity, self.resolution, self.seed)


def communities(graph: nx.Graph, seed: int = 0, *, weight: str | None = "weight", resolution: float = 1.0) -> Partition:
    """The communities that Leiden finds at the highest modularity of several starts.

    Parameters
    ----------
    seed:
        The same seed, network and order of nodes give the same communities, on any machine.
    weight:
        An edge attribute (0 or more; a tie without it counts 1); None makes each tie 1. Direction is not read.
    resolution:
        Above 1 gives more and smaller communities, below 1 fewer.

    Returns
    -------
    Partition
        node -> number. A node without ties is a community of its own; an empty network has none.

    Raises
    ------
    MaillageError
        For a seed or resolution that is none, or a weight that is no number, negative or infinite.
    """
    checked(graph)
    seed = checked_seed(seed)
    if not (isinstance(resolution, int | float) and 0 < resolution < float("inf")):
        raise MaillageError(f"{resolution!r} is no resolution.", fix="Give a number above 0; 1 is usual.")
    ties = adjacency(graph, weight)
    either = ties + ties.T if graph.is_directed() else ties
    coo = either.tocoo()
    half = coo.row < coo.col
    found: dict[str, int] = {}
    if half.any():
        import graspologic_native

        edges = [
            (str(a), str(b), float(w)) for a, b, w in zip(coo.row[half], coo.col[half], coo.data[half], strict=True)
        ]
        _, found = graspologic_native.leiden(
            edges, resolution=float(resolution), seed=seed, iterations=_CYCLES,
            trials=_STARTS if len(edges) < _MANY else 1,
        )  # fmt: skip
    alone = iter(range(len(graph), 2 * len(graph)))
    labels = [found[str(i)] if str(i) in found else next(alone) for i in range(len(graph))]
    codes, names = numbered(labels)
    order = sorted(range(len(names)), key=lambda c: (-int((codes == c).sum()), c)) if len(names) else []
    place = {c: i for i, c in enumerate(order)}
    values = {node: place[int(c)] for node, c in zip(graph, codes, strict=True)}
    return Partition(values, graph, _modularity(either, codes, len(names), resolution), resolution, seed)


def modularity(graph: nx.Graph, group: Group, weight: str | None = "weight", resolution: float = 1.0) -> float:
    """Newman's modularity of a partition, whatever the direction of ties; 0.0 where there is none."""
    checked(graph)
    codes, names = numbered(groups(graph, group))
    ties = adjacency(graph, weight)
    return _modularity(ties + ties.T if graph.is_directed() else ties, codes, len(names), resolution)


def _modularity(ties: Any, codes: Any, count: int, resolution: float) -> float:
    total = float(ties.sum())
    if not total:
        return 0.0
    of = indicator(codes, count)
    inside = float((of.T @ ties @ of).trace())
    strength = np.bincount(codes, weights=np.asarray(ties.sum(axis=1)).ravel(), minlength=count)
    return inside / total - resolution * float((strength**2).sum()) / total**2


def agreement(one: Mapping[Any, Any], other: Mapping[Any, Any]) -> Figure:
    """How two partitions of the same nodes agree: communities with territories, one seed or date with another.

    Parameters
    ----------
    one, other:
        node -> group; only nodes that both have, with a value, are compared.

    Returns
    -------
    Figure
        The adjusted Rand index (L. Hubert and P. Arabie, Journal of Classification 2, 1985): 1 when they are the
        same, 0 as chance has it. ``["variation"]`` is the variation of information in nats (M. Meila 2003): 0 when
        they are the same; ``["variation_normalized"]`` is it over the logarithm of the number of nodes, ``["nodes"]``
        how many were compared. Two partitions into one group, or both of single nodes, are the same: 1.0.

    Raises
    ------
    MaillageError
        When no node is in both.
    """
    shared = [node for node, value in one.items() if value is not None and other.get(node) is not None]
    if not shared:
        raise MaillageError("no node is in both partitions.", fix="Give two mappings node -> group of the same nodes.")
    a, names = numbered([one[node] for node in shared])
    b, others = numbered([other[node] for node in shared])
    n = len(shared)
    cells = np.unique(a * len(others) + b, return_counts=True)[1].astype(float)
    rows, columns = np.bincount(a, minlength=len(names)), np.bincount(b, minlength=len(others))

    def pairs(sizes: Any) -> float:
        return float((sizes * (sizes - 1.0) / 2).sum())

    def entropy(sizes: Any) -> float:
        shares = sizes / n
        return float(-(shares * np.log(shares)).sum())

    together, expected = pairs(cells), 0.0
    if n > 1:
        expected = pairs(rows) * pairs(columns) / (n * (n - 1) / 2)
    most = (pairs(rows) + pairs(columns)) / 2
    rand = (together - expected) / (most - expected) if most != expected else 1.0
    variation = max(0.0, 2 * entropy(cells) - entropy(rows) - entropy(columns))
    return Figure(
        rand,
        "adjusted_rand",
        variation=variation,
        variation_normalized=variation / float(np.log(n)) if n > 1 else 0.0,
        nodes=n,
        groups=len(names),
        other_groups=len(others),
    )
