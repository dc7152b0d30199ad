"""Measures of two-mode networks: actors and arrangements come in; centralities and brokerage of each node go out.

S. Borgatti and M. Everett, "Network analysis of 2-mode data", Social Networks 19 (1997), 243-269: each measure over the
greatest value a node of its side can have. L. Jasny and M. Lubell, "Two-mode brokerage in policy networks", Social
Networks 41 (2015), 36-47, after which a broker joins two nodes of the other mode.

The side of a node is its attribute `bipartite` (0 or 1, as networkx has it); without it, sides are found by colouring.
Direction is not read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np
from scipy import sparse

from maillage.errors import MaillageError
from maillage.network.matrices import Group, adjacency, both_ways, checked, groups, numbered, per_node
from maillage.network.paths import betweenness, closeness
from maillage.network.results import Scores, node_table, sorted_by
from maillage.network.whole import components
from maillage.things.table import Table

if TYPE_CHECKING:
    import pandas as pd

#: Of an unordered pair the representative and the gatekeeper are one.
TWO_MODE_ROLES = ("coordinator", "itinerant", "gatekeeper", "liaison", "total")
_WORDS = {"coordinator": "coordinateur", "itinerant": "itinérant", "gatekeeper": "portier"}


def sides(graph: nx.Graph) -> Any:
    """The side of each node, 0 or 1, an int array in the order of nodes.

    Raises
    ------
    MaillageError
        When the network has no two sides, or a tie stays on one.
    """
    checked(graph)
    said = [side for _, side in graph.nodes(data="bipartite")]
    if all(side is None for side in said):
        try:
            found = nx.bipartite.color(graph.to_undirected(as_view=True))
        except nx.NetworkXError:
            raise MaillageError(
                "the network is not of two modes: an odd circle of ties leads back to its start.",
                fix="Give each node its side in the attribute 'bipartite', 0 or 1.",
            ) from None
        said = [found[node] for node in graph]
    if any(side not in (0, 1) for side in said):
        raise MaillageError("some node has no side.", fix="Give each its side in the attribute 'bipartite', 0 or 1.")
    side = dict(zip(graph, map(int, said), strict=True))
    for a, b in graph.edges():
        if side[a] == side[b]:
            raise MaillageError(
                f"the tie of {a} and {b} stays on one side.", fix="In two modes a tie joins the two sides."
            )
    return np.array(list(side.values()), dtype=np.int64)


@dataclass(frozen=True, eq=False)
class TwoMode(Mapping[str, Scores]):
    """Name of a measure -> its scores: degree, closeness, betweenness over the greatest possible, betweenness_raw."""

    scores: dict[str, Scores]
    side: dict[Any, int]
    _graph: nx.Graph

    def __getitem__(self, name: str) -> Scores:
        return self.scores[name]

    def __iter__(self) -> Any:
        return iter(self.scores)

    def __len__(self) -> int:
        return len(self.scores)

    def to_table(self, lang: str = "fr") -> Table:
        """A row a node: its side and its measures, greatest betweenness first."""
        heads = {"side": "mode", "degree": "degré", "closeness": "proximité", "betweenness": "intermédiarité"}
        columns: dict[str, Any] = {"side": self.side, **self.scores}
        return sorted_by(node_table(self._graph, columns, lang, heads if lang == "fr" else {}), "betweenness")

    def to_dataframe(self) -> pd.DataFrame:
        """The same as a pandas DataFrame: node, name, kind, side, degree, closeness, betweenness, betweenness_raw."""
        return self.to_table().to_dataframe()


def two_mode_centrality(graph: nx.Graph) -> TwoMode:
    """Degree, closeness and betweenness of both sides, as `networkx.bipartite` normalises them.

    Returns
    -------
    TwoMode
        All are 0.0 for a node without ties. ``betweenness_raw`` counts shortest paths over unordered pairs.

    Raises
    ------
    MaillageError
        When the network is not of two modes.
    """
    side = sides(graph)
    plain = nx.Graph()
    plain.add_nodes_from(graph)
    plain.add_edges_from(graph.edges())
    sizes = np.bincount(side, minlength=2)
    other, own = sizes[1 - side], sizes[side]
    degrees = np.array([d for _, d in plain.degree()], dtype=float)
    n = len(plain)
    reached = np.zeros(n)
    place = {node: i for i, node in enumerate(plain)}
    for part in components(plain):
        for node in part:
            reached[place[node]] = len(part) - 1
    near = np.array(list(closeness(plain).values()))
    # wf-closeness is (r / sum) * r / (n-1): from it the sum of distances, and Borgatti and Everett's own.
    sums = np.divide(reached**2, near * (n - 1), where=near > 0, out=np.zeros(n))
    close = np.divide((other + 2 * (own - 1)) * reached, sums * (n - 1), where=sums > 0, out=np.zeros(n))
    raw = np.array(list(betweenness(plain, normalized=False).values()))
    most = np.array([_most(int(a), int(b)) for a, b in zip(own, other, strict=True)])
    found = {
        "degree": np.divide(degrees, other, where=other > 0, out=np.zeros(n)),
        "closeness": close,
        "betweenness": np.divide(raw, most, where=most > 0, out=np.zeros(n)),
        "betweenness_raw": raw,
    }
    scores = {name: Scores(per_node(graph, values), name, graph) for name, values in found.items()}
    return TwoMode(scores, per_node(graph, side, int), graph)


def _most(own: int, other: int) -> float:
    """The greatest betweenness of one of `own` nodes on a side, with `other` on the other (Borgatti and Everett)."""
    if not other:
        return 0.0
    s, t = divmod(own - 1, other)
    return (other**2 * (s + 1) ** 2 + other * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2


@dataclass(frozen=True, eq=False)
class TwoModeBrokerage(Mapping[Any, dict[str, int]]):
    """node -> its counts by role of `TWO_MODE_ROLES`."""

    counts: dict[Any, dict[str, int]]
    side: dict[Any, int]
    group: dict[Any, Any]
    _graph: nx.Graph

    def __getitem__(self, node: Any) -> dict[str, int]:
        return self.counts[node]

    def __iter__(self) -> Any:
        return iter(self.counts)

    def __len__(self) -> int:
        return len(self.counts)

    def to_table(self, lang: str = "fr") -> Table:
        """A row a node, most brokering first: side, group, the roles."""
        columns: dict[str, Any] = {
            "side": self.side,
            "group": {node: str(group) for node, group in self.group.items()},
            **{role: {node: row[role] for node, row in self.counts.items()} for role in TWO_MODE_ROLES},
        }
        heads = {"side": "mode", "group": "groupe", **_WORDS} if lang == "fr" else {}
        return sorted_by(node_table(self._graph, columns, lang, heads), "total")

    def to_dataframe(self) -> pd.DataFrame:
        """The same as a pandas DataFrame: node, name, kind, side, group, and a column a role."""
        return self.to_table().to_dataframe()


def two_mode_brokerage(graph: nx.Graph, group: Group) -> TwoModeBrokerage:
    """Whom each node alone brings together on the other side, by the groups of the three.

    An arrangement brokers two actors, and an actor two arrangements, when both are tied to it and share no other node.
    With the groups of the first, the broker and the other, of unordered pairs: coordinator A-A-A, itinerant A-B-A,
    gatekeeper A-A-B (one of them is in the broker's group), liaison A-B-C.

    Parameters
    ----------
    group:
        The name of a node attribute, or a mapping node -> group, of both sides: territory, level.

    Raises
    ------
    MaillageError
        When the network is not of two modes, for an unknown attribute or a node without a group.
    """
    side = sides(graph)
    values = groups(graph, group)
    codes, _ = numbered(values)
    ties = both_ways(adjacency(graph))
    shared = sparse.csr_array(ties @ ties).tocoo()
    alone = (shared.data == 1) & (shared.row != shared.col)
    alike = alone & (codes[shared.row] == codes[shared.col])

    def pairs(kept: Any) -> sparse.csr_array:
        return sparse.csr_array((np.ones(kept.sum()), (shared.row[kept], shared.col[kept])), shape=ties.shape)

    coo = ties.tocoo()
    inside = codes[coo.row] == codes[coo.col]
    same = sparse.csr_array((coo.data[inside], (coo.row[inside], coo.col[inside])), shape=ties.shape)
    differs = sparse.csr_array((coo.data[~inside], (coo.row[~inside], coo.col[~inside])), shape=ties.shape)

    def joined(one: Any, middle: Any, other: Any) -> Any:
        return np.asarray((one @ middle).multiply(other).sum(axis=1)).ravel()

    every = pairs(alone)
    itinerant = joined(differs, pairs(alike), differs) / 2
    columns = [
        joined(same, every, same) / 2,
        itinerant,
        joined(same, every, differs),
        joined(differs, every, differs) / 2 - itinerant,
    ]
    table = np.rint(np.column_stack([*columns, sum(columns)])).astype(int)
    counts = {
        node: {role: int(v) for role, v in zip(TWO_MODE_ROLES, row, strict=True)}
        for node, row in zip(graph, table, strict=True)
    }
    return TwoModeBrokerage(counts, per_node(graph, side, int), dict(zip(graph, values, strict=True)), graph)
