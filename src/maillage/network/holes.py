"""Structural holes: a network comes in; Burt's constraint and effective size of each node go out.

R. Burt, *Structural Holes* (1992), chapter 2. With z the ties added both ways, p_ij = z_ij / sum_q z_iq is the share of
i's time spent on j, and

    constraint(i)     = sum over neighbours j of (p_ij + sum_q p_iq p_qj)^2
    effective size(i) = sum over neighbours j of (1 - sum_q p_iq m_jq),  m_jq = z_jq / max_k z_jk

With D the diagonal of 1/sum_q z_qk or of 1, both sums over q are cells of Z D Z' divided by a number of i and one of j.
That matrix is symmetric, and only its cells (i, j) of neighbours are computed, each once, some rows at a time.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import networkx as nx
import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import reverse_cuthill_mckee

from maillage.network.matrices import adjacency, checked, per_node
from maillage.network.results import Scores

#: Rows of a product taken at a time: as many numbers lie side by side for each tie.
_BLOCK = 16


def burt_constraint(graph: nx.Graph, weight: str | None = None) -> Scores:
    """How much of a node's ties lead back to the same contacts: low for who spans holes, as `networkx.constraint`.

    Parameters
    ----------
    weight:
        An edge attribute (0 or more); a tie without it counts 1, a tie of 0 is none. None makes each tie 1, as in
        networkx; `maillage.network.measures` takes ``weight``.

    Returns
    -------
    Scores
        node -> constraint, rank 1 the least constrained. A node without ties has 0.0, the sum of nothing, and no rank
        (networkx has NaN). An empty network gives an empty result.

    Raises
    ------
    MaillageError
        For a weight that is no number, negative or infinite.
    """
    ties = _both(checked(graph), weight)
    inverse = _inverse(ties.sum(axis=1))
    through = _shared(ties, inverse)
    shares = inverse[through.rows] * (through.ties + through.sums)
    return _scores(graph, ties, np.bincount(through.rows, shares**2, len(graph)), "constraint")


def effective_size(graph: nx.Graph, weight: str | None = None) -> Scores:
    """How many of a node's contacts are not redundant: its neighbours less what they have among themselves.

    The values of ``networkx.effective_size(graph, nodes=list(graph), weight=weight)``, which without weights and
    direction are Borgatti's n - 2t/n. (Asked for all nodes at once, networkx 3.6 divides by the greatest tie of another
    node.) A node without ties has 0.0 and no rank, where networkx has NaN, also for one that only receives.

    Parameters, errors: as `burt_constraint`.
    """
    ties = _both(checked(graph), weight)
    greatest = ties.max(axis=1).toarray().ravel() if len(graph) else np.zeros(0)
    through = _shared(ties, np.ones(len(graph)))
    redundant = _inverse(ties.sum(axis=1))[through.rows] * _inverse(greatest)[through.columns] * through.sums
    values = np.bincount(through.rows, 1 - redundant, len(graph))
    return _scores(graph, ties, values, "effective_size", ascending=False)


def _both(graph: nx.Graph, weight: str | None) -> sparse.csr_array:
    """Ties added both ways: z_ij = a_ij + a_ji."""
    ties = adjacency(graph, weight)
    return sparse.csr_array(ties + ties.T)


def _inverse(values: Any) -> Any:
    """1/x; 0 for 0."""
    return np.divide(1.0, values, where=values > 0, out=np.zeros(len(values)))


class _Shared(NamedTuple):
    """Of each tie, in both directions: its ends by number, what it weighs, and what its ends share."""

    rows: Any
    columns: Any
    ties: Any
    sums: Any


def _shared(ties: sparse.csr_array, by: Any) -> _Shared:
    """Of each tie (i, j) the sum over q of z_iq by_q z_qj.

    The rows of a block are spread out, those of their neighbours are multiplied with them. Of the two ends of a tie,
    that of fewer ties is multiplied; and neighbours of about as many ties stand near each other, so that the rows of a
    block share most of their neighbours.
    """
    n = ties.shape[0]
    near = np.empty(n, dtype=np.int64)
    near[reverse_cuthill_mckee(ties, symmetric_mode=True) if n else []] = np.arange(n)
    order = np.lexsort((near, np.frexp(np.diff(ties.indptr))[1]))
    z = sparse.csr_array(ties[order][:, order])
    by = by[order]
    rows = np.repeat(np.arange(n), np.diff(z.indptr))
    before = z.indices < rows
    i, j, weights = rows[before], z.indices[before], z.data[before]
    sums, place, spread = np.zeros(len(i)), np.zeros(n, dtype=np.int64), np.zeros((n, _BLOCK))
    starts = np.arange(0, n, _BLOCK)
    bounds = zip(starts, *(np.searchsorted(i, at).tolist() for at in (starts, starts + _BLOCK)), strict=True)
    for start, begin, end in bounds:
        if begin == end:
            continue
        own = slice(z.indptr[start], z.indptr[min(n, start + _BLOCK)])
        spread[z.indices[own], rows[own] - start] = z.data[own] * by[z.indices[own]]
        cells = np.unique(j[begin:end])
        place[cells] = np.arange(len(cells))
        product = z[cells] @ spread
        sums[begin:end] = product[place[j[begin:end]], i[begin:end] - start]
        spread[z.indices[own]] = 0
    i, j = order[i], order[j]
    return _Shared(*(np.concatenate(pair) for pair in ((i, j), (j, i), (weights, weights), (sums, sums))))


def _scores(graph: nx.Graph, ties: sparse.csr_array, values: Any, name: str, *, ascending: bool = True) -> Scores:
    alone = [node for node, count in zip(graph, np.diff(ties.indptr), strict=True) if count == 0]
    return Scores(per_node(graph, values), name, graph, alone, ascending=ascending)
