"""Positions: a network comes in; who is tied to the same others, and what groups are to each other, go out.

F. Lorrain and H. White, "Structural equivalence of individuals in social networks", Journal of Mathematical Sociology 1
(1971), 49-80. R. Burt, "Positions in networks", Social Forces 55 (1976), 93-122. S. Wasserman and K. Faust, *Social
Network Analysis* (1994), chapters 9 and 10.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from maillage.errors import MaillageError
from maillage.network.matrices import Group, adjacency, checked, groups, indicator, numbered
from maillage.network.partitions import Partition, modularity
from maillage.network.results import plain
from maillage.things.table import Column, Table, Value

if TYPE_CHECKING:
    import pandas as pd

#: Distances are held for all pairs: so many nodes take 200 MB.
_MOST = 5_000


def structurally_equivalent(graph: nx.Graph) -> Partition:
    """The classes of nodes that have the same ties to and from all others; weights are not read.

    Two nodes of a class are tied both ways or not at all. A node like no other is a class of its own.
    """
    ties = adjacency(checked(graph))
    back = ties.T.tocsr()
    back.sort_indices()
    classes: list[Any] = list(range(len(graph)))
    for closed in (False, True):
        seen: dict[tuple[bytes, bytes], int] = {}
        for i in range(len(graph)):
            sides = [m.indices[m.indptr[i] : m.indptr[i + 1]] for m in (ties, back)]
            if closed:
                sides = [np.union1d(side, [i]) for side in sides]
            key = (sides[0].astype(np.int64).tobytes(), sides[1].astype(np.int64).tobytes())
            first = seen.setdefault(key, i)
            if first != i and classes[i] == i:
                classes[i] = classes[first]
    return _partition(graph, classes)


def positions(graph: nx.Graph, count: int, weight: str | None = None) -> Partition:
    """The nodes in `count` positions, by how near their ties to all others are.

    Burt's distance, the root of the sum over k other than i and j of (a_ik - a_jk)^2 + (a_ki - a_kj)^2, and joining of
    the nearest by average distance; the same each time.

    Raises
    ------
    MaillageError
        For a count that cannot be made, or a network too large for a distance of each pair.
    """
    checked(graph)
    n = len(graph)
    if not isinstance(count, int) or not 1 <= count <= max(1, n):
        raise MaillageError(f"{count!r} positions cannot be made of {n} node(s).", fix="Give a whole number from 1 on.")
    if n > _MOST:
        raise MaillageError(
            f"{n} nodes are too many for a distance of each pair.",
            fix=f"Measure a part of up to {_MOST}, or use structurally_equivalent.",
        )
    if n < 2:
        return _partition(graph, list(range(n)))
    joined = linkage(squareform(distances(graph, weight), checks=False), "average")
    return _partition(graph, fcluster(joined, count, "maxclust").tolist())


def distances(graph: nx.Graph, weight: str | None = None) -> Any:
    """Burt's distances of structural equivalence, a square array in the order of nodes; 0 for equivalent nodes."""
    ties = adjacency(checked(graph), weight)
    along = np.asarray((ties @ ties.T + ties.T @ ties).toarray())
    squares = np.diag(along)
    full = squares[:, None] + squares[None, :] - 2 * along
    mutual = ties.multiply(ties).toarray()
    apart = np.sqrt(np.maximum(full - 2 * (mutual + mutual.T), 0))
    np.fill_diagonal(apart, 0)
    return apart


def _partition(graph: nx.Graph, labels: list[Any]) -> Partition:
    codes, names = numbered(labels)
    sizes = np.bincount(codes, minlength=len(names))
    place = {int(c): i for i, c in enumerate(sorted(range(len(names)), key=lambda c: (-sizes[c], c)))}
    values = {node: place[int(c)] for node, c in zip(graph, codes, strict=True)}
    return Partition(values, graph, modularity(graph, values, None), 1.0, 0)


@dataclass(frozen=True, eq=False)
class Blockmodel(Mapping[tuple[Any, Any], float]):
    """(A, B) -> density of ties from group A to group B; pairs of one lone node with itself are left out.

    Attributes
    ----------
    sizes: group -> its number of nodes.
    density: of the whole network, the line between a one-block and a zero-block.
    image: (A, B) -> whether that block is at least as dense as the whole.
    """

    densities: dict[tuple[Any, Any], float]
    sizes: dict[Any, int]
    density: float

    def __getitem__(self, pair: tuple[Any, Any]) -> float:
        return self.densities[pair]

    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        return iter(self.densities)

    def __len__(self) -> int:
        return len(self.densities)

    @property
    def image(self) -> dict[tuple[Any, Any], bool]:
        return {pair: value >= self.density and value > 0 for pair, value in self.densities.items()}

    def to_table(self, lang: str = "fr") -> Table:
        """A row a pair of groups: from, to, density, whether it is dense."""
        heads = ("de", "vers", "densité", "dense") if lang == "fr" else ("from", "to", "density", "dense")
        columns = [Column(n, h) for n, h in zip(("from", "to", "density", "dense"), heads, strict=True)]
        rows: list[list[Value]] = [
            [plain(a), plain(b), value, self.image[a, b]] for (a, b), value in self.densities.items()
        ]
        return Table(columns, rows, lang=lang)

    def to_dataframe(self) -> pd.DataFrame:
        """The same as a pandas DataFrame: from, to, density, dense."""
        return self.to_table().to_dataframe()


def blockmodel(graph: nx.Graph, group: Group) -> Blockmodel:
    """How dense ties are from each group to each, over the ordered pairs of different nodes; weights are not read.

    Raises
    ------
    MaillageError
        For an unknown attribute or a node without a group.
    """
    checked(graph)
    codes, names = numbered(groups(graph, group))
    ties = adjacency(graph)
    of = indicator(codes, len(names))
    counts = (of.T @ ties @ of).toarray()
    sizes = np.bincount(codes, minlength=len(names))
    found = {}
    for a, one in enumerate(names):
        for b, other in enumerate(names):
            pairs = int(sizes[a]) * (int(sizes[b]) - (a == b))
            if pairs:
                found[one, other] = float(counts[a, b]) / pairs
    n = len(graph)
    density = ties.nnz / (n * (n - 1)) if n > 1 else 0.0
    return Blockmodel(found, {name: int(size) for name, size in zip(names, sizes, strict=True)}, density)
