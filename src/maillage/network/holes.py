"""Structural holes: a network comes in; Burt's constraint and effective size of each node go out.

R. Burt, *Structural Holes* (1992), chapter 2. With z the ties added both ways, p_ij = z_ij / sum_q z_iq is the share of
i's time spent on j, and

    constraint(i)     = sum over neighbours j of (p_ij + sum_q p_iq p_qj)^2
    effective size(i) = sum over neighbours j of (1 - sum_q p_iq m_jq),  m_jq = z_jq / max_k z_jk

Of the sums over q only the cells (i, j) of neighbours are wanted, and only they are computed, some rows at a time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import networkx as nx
import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import reverse_cuthill_mckee

from maillage.network.matrices import adjacency, checked, per_node
from maillage.network.results import Scores

#: Rows of a product taken at a time: as many numbers lie side by side for each tie.
_BLOCK = 16
#: Up to so many nodes the whole product is held at once.
_SMALL = 2000


def burt_constraint(graph: nx.Graph, weight: str | None = "weight") -> Scores:
    """How much of a node's ties lead back to the same contacts: low for who spans holes, as `networkx.constraint`.

    Parameters
    ----------
    weight:
        An edge attribute (0 or more); a tie without it counts 1, a tie of 0 is none. None makes each tie 1.

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
    shares = _shares(ties)

    def one(direct: Any, indirect: Any) -> Any:
        return (direct + indirect) ** 2

    return _scores(graph, ties, _by_rows(shares, shares, one), "constraint")


def effective_size(graph: nx.Graph, weight: str | None = "weight") -> Scores:
    """How many of a node's contacts are not redundant: its neighbours less what they have among themselves.

    The values of ``networkx.effective_size(graph, nodes=list(graph), weight=weight)``, which without weights and
    direction are Borgatti's n - 2t/n. (Asked for all nodes at once, networkx 3.6 divides by the greatest tie of another
    node.) A node without ties has 0.0 and no rank, where networkx has NaN, also for one that only receives.

    Parameters, errors: as `burt_constraint`.
    """
    ties = _both(checked(graph), weight)
    greatest = np.asarray(ties.max(axis=1).todense()).ravel() if len(graph) else np.zeros(0)
    marginal = _scaled(ties, greatest)

    def one(direct: Any, indirect: Any) -> Any:
        return 1 - indirect

    return _scores(graph, ties, _by_rows(_shares(ties), marginal.T.tocsr(), one), "effective_size", ascending=False)


def _both(graph: nx.Graph, weight: str | None) -> sparse.csr_array:
    """Ties added both ways: z_ij = a_ij + a_ji."""
    ties = adjacency(graph, weight)
    return sparse.csr_array(ties + ties.T)


def _shares(ties: sparse.csr_array) -> sparse.csr_array:
    return _scaled(ties, np.asarray(ties.sum(axis=1)).ravel())


def _scaled(ties: sparse.csr_array, by: Any) -> sparse.csr_array:
    """Each row divided by a number; a row of nothing stays."""
    inverse = np.divide(1.0, by, where=by > 0, out=np.zeros(len(by)))
    made = ties.copy()
    made.data = made.data * np.repeat(inverse, np.diff(made.indptr))
    return made


def _by_rows(left: sparse.csr_array, right: sparse.csr_array, one: Callable[[Any, Any], Any]) -> Any:
    """Row sums of one(left, left @ right) over the cells of `left`, a block of rows at a time.

    Neighbours stand near each other, so that the rows of a block share most of their cells, and of the product only the
    columns of those cells are computed.
    """
    n = left.shape[0]
    if not left.nnz:
        return np.zeros(n)
    if n <= _SMALL:
        rows = np.repeat(np.arange(n), np.diff(left.indptr))
        found = one(left.data, (left @ right).toarray()[rows, left.indices])
        return np.bincount(rows, weights=found, minlength=n)
    order = reverse_cuthill_mckee(left, symmetric_mode=True)
    rows_of, columns_of = left[order][:, order], sparse.csr_array(right[order][:, order].T)
    sums, wide = np.zeros(n), np.zeros((n, _BLOCK))
    for start in range(0, n, _BLOCK):
        block = rows_of[start : start + _BLOCK]
        cells = np.unique(block.indices)
        rows = np.repeat(np.arange(block.shape[0]), np.diff(block.indptr))
        wide[block.indices, rows] = block.data
        product = columns_of[cells] @ wide
        wide[cells] = 0
        found = one(block.data, product[np.searchsorted(cells, block.indices), rows])
        sums[start : start + block.shape[0]] = np.bincount(rows, weights=found, minlength=block.shape[0])
    out = np.zeros(n)
    out[order] = sums
    return out


def _scores(graph: nx.Graph, ties: sparse.csr_array, values: Any, name: str, *, ascending: bool = True) -> Scores:
    alone = [node for node, count in zip(graph, np.diff(ties.indptr), strict=True) if count == 0]
    return Scores(per_node(graph, values), name, graph, alone, ascending=ascending)
