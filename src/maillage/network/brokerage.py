"""Gould-Fernandez brokerage: a network and its groups come in; what each node brokers, beside chance, goes out.

A node j brokers from i to k when i -> j and j -> k are ties and i -> k is none. The groups of the three say the role:

=============== ========= ==============================================================
role            i - j - k in words
=============== ========= ==============================================================
coordinator     A - A - A within one's own group
itinerant       A - B - A between two of one other group
representative  A - A - B from one's own group outwards: the broker is in the sender's group
gatekeeper      A - B - B from outside into one's own group: the broker is in the receiver's group
liaison         A - B - C between two other groups
=============== ========= ==============================================================

R. Gould and R. Fernandez, "Structures of mediation", Sociological Methodology 19 (1989), 89-126. A tie without
direction is two ties, one each way, as in R's `sna`: each pair then counts twice, and representative equals
gatekeeper.

Counting. With A the matrix of ties, S its part within groups and D its part between them, the closed two-paths of a
role at j are row sums of a masked product, such as ((S'D) o D) for the representative; the open ones are the products
of in- and out-degrees by group without them. So the cost is that of sparse products, taken a block of rows at a time.

Chance. Where each of the N(N-1) arcs is there with probability d, the density, each ordered pair (i, k) of a role is
brokered with q = d^2 (1-d), and two pairs that share their sender or their receiver have covariance d^3 (1-d)^3. With s
the number of possible senders and r of receivers of each combination of groups, M = sum of s r (ordered pairs of
different nodes), the count has expectation M q and variance M q (1-q) + C d^3 (1-d)^3, where C counts the ordered pairs
of pairs that share an end. These are the figures of R's `sna`. Without direction a pair and its reverse are one event:
``chance="edges"`` takes that into account and doubles the variance of the roles whose pairs come in both orders.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np
from scipy import sparse

from maillage.errors import MaillageError
from maillage.network.matrices import Group, adjacency, checked, groups, indicator, numbered
from maillage.network.results import Scores, about, plain
from maillage.things.table import Column, Table, Value

if TYPE_CHECKING:
    import pandas as pd

ROLES = ("coordinator", "itinerant", "representative", "gatekeeper", "liaison", "total")
WORDS = {
    "coordinator": "coordinateur",
    "itinerant": "itinérant",
    "representative": "représentant",
    "gatekeeper": "portier",
    "liaison": "liaison",
    "total": "total",
}
#: So many cells of a product are held at a time.
_CELLS = 4_000_000


@dataclass(frozen=True, eq=False)
class Brokerage(Mapping[Any, dict[str, Any]]):
    """What each node brokers: a mapping node -> its counts by role, with `expected` and `z` beside them.

    ``result["x"]["liaison"]`` is a count, ``result["x"]["z"]["liaison"]`` how far it is from chance in standard
    deviations. ``result.liaison``, or ``result["liaison"]`` where no node is called so, gives one role of all nodes.

    Attributes
    ----------
    counts, expectations, deviations: nodes x roles, arrays in the order of `nodes` and `ROLES`.
    """

    nodes: tuple[Any, ...]
    group: tuple[Any, ...]
    counts: Any
    expectations: Any
    deviations: Any
    _graph: nx.Graph
    _at: dict[Any, int] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self._at.update({node: i for i, node in enumerate(self.nodes)})

    def __len__(self) -> int:
        return len(self.nodes)

    def __iter__(self) -> Iterator[Any]:
        return iter(self.nodes)

    def __getitem__(self, key: Any) -> dict[str, Any]:
        if key in self._at:
            at = self._at[key]
            return {**_roles(self.counts[at], int), "expected": _roles(self.expectations[at]), "z": self._z(at)}
        if key in ROLES:
            return self.role(key)
        if key in ("raw", "expected", "z"):
            return getattr(self, key)  # type: ignore[no-any-return]
        raise KeyError(key)

    def __getattr__(self, name: str) -> Any:
        if name in ROLES:
            return self.role(name)
        raise AttributeError(name)

    def _z(self, at: int) -> dict[str, float]:
        return _roles(self.z_scores[at])

    @property
    def z_scores(self) -> Any:
        """(count - expectation) / deviation, nodes x roles; 0 where chance leaves no choice, so that both are equal."""
        with np.errstate(divide="ignore", invalid="ignore"):
            z = (self.counts - self.expectations) / self.deviations
        return np.where(self.deviations > 0, z, 0.0)

    def role(self, name: str) -> Scores:
        """One role: node -> how many pairs it brokers."""
        values = {node: int(v) for node, v in zip(self.nodes, self.counts[:, ROLES.index(name)], strict=True)}
        return Scores(values, name, self._graph)

    @property
    def raw(self) -> pd.DataFrame:
        """Counts as a DataFrame, nodes x roles."""
        return self._frame(self.counts)

    @property
    def expected(self) -> pd.DataFrame:
        """Expectations as a DataFrame, nodes x roles."""
        return self._frame(self.expectations)

    @property
    def z(self) -> pd.DataFrame:
        """z-scores as a DataFrame, nodes x roles."""
        return self._frame(self.z_scores)

    def _frame(self, values: Any) -> pd.DataFrame:
        import pandas as pd

        return pd.DataFrame(values, index=pd.Index(self.nodes, name="node", tupleize_cols=False), columns=list(ROLES))

    @property
    def totals(self) -> dict[str, int]:
        """How often each role is played in the whole network."""
        return _roles(self.counts.sum(axis=0), int)

    def to_table(self, lang: str = "fr") -> Table:
        """A row a node, most brokering first: counts by role, then expectations and z-scores."""
        fr = lang == "fr"
        said, z = about(self._graph, lang), self.z_scores
        labelled = any("label" in data for _, data in self._graph.nodes(data=True))
        columns = [
            Column("node", "nœud" if fr else "node", hidden=labelled),
            Column("name", "nom" if fr else "name", hidden=not labelled),
            Column("kind", "nature" if fr else "kind", hidden=not labelled),
            Column("group", "groupe" if fr else "group"),
            *(Column(role, WORDS[role] if fr else role) for role in ROLES),
            *(Column(f"{role}_expected", f"{WORDS[role]} attendu" if fr else f"{role} expected") for role in ROLES),
            *(Column(f"{role}_z", f"z {WORDS[role] if fr else role}") for role in ROLES),
        ]
        order = sorted(range(len(self.nodes)), key=lambda i: (-self.counts[i, -1], said[self.nodes[i]][0]))
        rows: list[list[Value]] = [
            [
                plain(self.nodes[i]),
                *said[self.nodes[i]],
                plain(self.group[i]),
                *map(int, self.counts[i]),
                *map(float, self.expectations[i]),
                *map(float, z[i]),
            ]
            for i in order
        ]
        return Table(columns, rows, lang=lang)

    def to_dataframe(self) -> pd.DataFrame:
        """The same as a DataFrame: node, name, kind, group, the roles, ROLE_expected, ROLE_z."""
        return self.to_table().to_dataframe()


def _roles(values: Any, kind: type = float) -> dict[str, Any]:
    return {role: kind(value) for role, value in zip(ROLES, values, strict=True)}


def gould_fernandez(graph: nx.Graph, group: Group, *, chance: str = "arcs") -> Brokerage:
    """Who brokers between whom, by the five roles of Gould and Fernandez.

    Parameters
    ----------
    graph:
        Directed or not; weights and loops are not read. Without direction each tie is one each way.
    group:
        The name of a node attribute or a mapping node -> group: sector, administrative level, territory.
    chance:
        ``arcs``: expectation and deviation as in R's `sna`, arcs independent of each other, also for a network without
        direction. ``edges``, for such a network: a pair and its reverse are one, so that the deviation of coordinator,
        itinerant, liaison and total is greater by the square root of 2.

    Returns
    -------
    Brokerage
        Counts of ordered pairs by role, their expectations given density and sizes of groups, z-scores (0 where the
        deviation is 0: an empty or complete network, a group too small). An empty network gives an empty result.

    Raises
    ------
    MaillageError
        For an unknown attribute, a node without a group, or ``edges`` of a directed network.
    """
    checked(graph)
    if chance not in ("arcs", "edges"):
        raise MaillageError(f"chance '{chance}' is not known.", fix="There are: arcs, edges.")
    if chance == "edges" and graph.is_directed():
        raise MaillageError("chance 'edges' is for a network without direction.", fix="Leave it out.")
    values = groups(graph, group)
    codes, names = numbered(values)
    ties = adjacency(graph)
    counts = _counts(ties, codes, len(names))
    expectations, deviations = _chance(ties, codes, len(names), twice=chance == "edges")
    return Brokerage(tuple(graph), tuple(values), counts, expectations, deviations, graph)


def _counts(ties: sparse.csr_array, codes: Any, count: int) -> Any:
    """Open two-paths by role, int64 nodes x roles."""
    n = ties.shape[0]
    coo = ties.tocoo()
    inside = codes[coo.row] == codes[coo.col]

    def part(kept: Any) -> sparse.csr_array:
        return sparse.csr_array((coo.data[kept], (coo.row[kept], coo.col[kept])), shape=(n, n))

    within, between = part(inside), part(~inside)
    of = indicator(codes, count)
    into, out_of = ties.T.tocsr() @ of, ties @ of
    alike = _row_sums(into.multiply(out_of))
    in_same, out_same = _row_sums(within.T.tocsr()), _row_sums(within)
    in_other, out_other = _row_sums(between.T.tocsr()), _row_sums(between)
    mutual_within = _row_sums(within.multiply(within.T.tocsr()))
    mutual_between = _row_sums(between.multiply(between.T.tocsr()))
    closed = _closed(within, between)
    coordinator = in_same * out_same - mutual_within - closed[0]
    itinerant = alike - in_same * out_same - mutual_between - closed[1]
    representative = in_same * out_other - closed[2]
    gatekeeper = in_other * out_same - closed[3]
    liaison = in_other * out_other - (alike - in_same * out_same) - closed[4]
    roles = np.column_stack([coordinator, itinerant, representative, gatekeeper, liaison])
    return np.rint(np.column_stack([roles, roles.sum(axis=1)])).astype(np.int64)


def _closed(within: sparse.csr_array, between: sparse.csr_array) -> Any:
    """Two-paths i -> j -> k whose ends are tied, by role: five rows of a value a node j."""
    n = within.shape[0]
    sums = np.zeros((5, n))
    from_same, from_other = within.T.tocsr(), between.T.tocsr()
    step = max(1, _CELLS // max(1, n))
    for start in range(0, n, step):
        rows = slice(start, min(start + step, n))
        same, other = from_same[rows], from_other[rows]
        to_same, to_other = within[rows], between[rows]
        sums[0, rows] = _row_sums((same @ within).multiply(to_same))
        sums[1, rows] = _row_sums((other @ within).multiply(to_other))
        sums[2, rows] = _row_sums((same @ between).multiply(to_other))
        across = other @ between
        sums[3, rows] = _row_sums(across.multiply(to_same))
        sums[4, rows] = _row_sums(across.multiply(to_other))
    return sums


def _row_sums(matrix: Any) -> Any:
    return np.asarray(matrix.sum(axis=1)).ravel()


def _chance(ties: sparse.csr_array, codes: Any, count: int, *, twice: bool) -> tuple[Any, Any]:
    """Expectation and deviation of each count, float64 nodes x roles, given the density and the sizes of the groups."""
    n = ties.shape[0]
    density = ties.nnz / (n * (n - 1)) if n > 1 else 0.0
    sizes = np.bincount(codes, minlength=count).astype(float)
    pairs, shared = np.zeros((count, 6)), np.zeros((count, 6))
    for a, size in enumerate(sizes):
        own, others, rest = size - 1, np.delete(sizes, a), n - size
        beyond = rest - others
        pairs[a] = [
            own * (own - 1),
            (others * (others - 1)).sum(),
            own * rest,
            rest * own,
            (others * beyond).sum(),
            (n - 1) * (n - 2),
        ]
        mixed = own * rest * (rest - 1) + rest * own * (own - 1)
        shared[a] = [
            2 * own * (own - 1) * (own - 2),
            2 * (others * (others - 1) * (others - 2)).sum(),
            mixed,
            mixed,
            2 * (others * beyond * (beyond - 1)).sum(),
            2 * (n - 1) * (n - 2) * (n - 3),
        ]
    q, covariance = density**2 * (1 - density), (density * (1 - density)) ** 3
    variance = np.maximum(pairs * q * (1 - q) + shared * covariance, 0)
    if twice:
        variance = variance * np.array([2, 2, 1, 1, 2, 2])
    return (pairs * q)[codes], np.sqrt(variance)[codes]
