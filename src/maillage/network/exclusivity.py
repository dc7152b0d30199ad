"""Brokering: a network and its groups come in; how much and how alone each node brokers between groups goes out.

M. Hamilton, J. Hileman and O. Bodin, "Evaluating heterogeneous brokerage", Social Networks 61 (2020), 1-10. A node j
brokers the ordered pair (i, k) when i -> j and j -> k are ties, i -> k is none, and i and k are of different groups.
Its activity is the number of these pairs, its exclusivity the number of those that no other node brokers. Above or
below the mean on both they give four roles. A tie without direction is two ties, one each way, as in R's `netrics`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np
from scipy import sparse

from maillage.network.matrices import Group, adjacency, checked, groups, numbered, per_node
from maillage.network.results import Scores, node_table, sorted_by
from maillage.things.table import Table

if TYPE_CHECKING:
    import pandas as pd

POWERHOUSE, CONNECTORS, LINCHPINS, SIDELINERS = "Powerhouse", "Connectors", "Linchpins", "Sideliners"
#: By: active above the mean, exclusive above the mean.
_NAMES = {
    (True, True): POWERHOUSE,
    (True, False): CONNECTORS,
    (False, True): LINCHPINS,
    (False, False): SIDELINERS,
}
WORDS = {POWERHOUSE: "moteur", CONNECTORS: "connecteur", LINCHPINS: "cheville ouvrière", SIDELINERS: "en retrait"}
_CELLS = 4_000_000


@dataclass(frozen=True, eq=False)
class Brokering(Mapping[Any, str]):
    """node -> its role: Powerhouse, Connectors, Linchpins or Sideliners.

    Attributes
    ----------
    activity, exclusivity: node -> number of ordered pairs, and of those brokered by no other.
    """

    activity: Scores
    exclusivity: Scores
    _graph: nx.Graph

    def __getitem__(self, node: Any) -> str:
        return _NAMES[self.activity[node] > _mean(self.activity), self.exclusivity[node] > _mean(self.exclusivity)]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.activity)

    def __len__(self) -> int:
        return len(self.activity)

    def to_table(self, lang: str = "fr") -> Table:
        """A row a node, most active first: activity, exclusivity, role."""
        roles = dict(self)
        columns: dict[str, Any] = {
            "activity": self.activity,
            "exclusivity": self.exclusivity,
            "role": {node: WORDS[role] for node, role in roles.items()} if lang == "fr" else roles,
        }
        heads = {"activity": "activité", "exclusivity": "exclusivité", "role": "rôle"} if lang == "fr" else {}
        return sorted_by(node_table(self._graph, columns, lang, heads), "activity")

    def to_dataframe(self) -> pd.DataFrame:
        """The same in English as a pandas DataFrame: node, name, kind, activity, exclusivity, role."""
        return self.to_table("en").to_dataframe()


def _mean(scores: Scores) -> float:
    return sum(scores.values()) / len(scores)


def brokering(graph: nx.Graph, group: Group | None = None) -> Brokering:
    """How much and how alone each node brokers between groups, and the role that gives it.

    Parameters
    ----------
    group:
        The name of a node attribute or a mapping node -> group; None counts all pairs, of whatever groups.

    Returns
    -------
    Brokering
        A node at the mean is not above it: where no one brokers all are Sideliners.

    Raises
    ------
    MaillageError
        For an unknown attribute or a node without a group.
    """
    checked(graph)
    codes = None if group is None else numbered(groups(graph, group))[0]
    ties = adjacency(graph)
    n = ties.shape[0]
    activity, exclusivity = np.zeros(n), np.zeros(n)
    back, step = ties.T.tocsr(), max(1, _CELLS // max(1, n))
    for start in range(0, n, step):
        rows = np.arange(start, min(start + step, n))
        mine = ties[rows]
        every = mine @ ties
        paths = (every - every.multiply(mine)).tocoo()  # a tied pair has no need of a broker
        senders = rows[paths.row]
        open_pair = (senders != paths.col) & (paths.data > 0)
        if codes is not None:
            open_pair &= codes[senders] != codes[paths.col]
        for sums, kept in ((activity, open_pair), (exclusivity, open_pair & (paths.data == 1))):
            pairs = sparse.csr_array((np.ones(kept.sum()), (paths.row[kept], paths.col[kept])), shape=(len(rows), n))
            sums += np.asarray((pairs @ back).multiply(mine).sum(axis=0)).ravel()
    return Brokering(
        Scores(per_node(graph, np.rint(activity), int), "brokering_activity", graph),
        Scores(per_node(graph, np.rint(exclusivity), int), "brokering_exclusivity", graph),
        graph,
    )


def brokering_activity(graph: nx.Graph, group: Group | None = None) -> Scores:
    """Of `brokering`, the number of ordered pairs each node brokers."""
    return brokering(graph, group).activity


def brokering_exclusivity(graph: nx.Graph, group: Group | None = None) -> Scores:
    """Of `brokering`, the number of ordered pairs that no other node brokers."""
    return brokering(graph, group).exclusivity
