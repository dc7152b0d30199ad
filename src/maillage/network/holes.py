"""Structural holes: a network comes in; Burt's constraint and effective size of each node go out.

R. Burt, *Structural Holes* (1992), chapter 2. With z the ties added both ways, p_ij = z_ij / sum_q z_iq is the share of
i's time spent on j, and

    constraint(i)     = sum over neighbours j of (p_ij + sum_q p_iq p_qj)^2
    effective size(i) = sum over neighbours j of (1 - sum_q p_iq m_jq),  m_jq = z_jq / max_k z_jk

For the sums over q only cells (i, j) of neighbours are wanted, so a block of rows of a sparse product is masked at
once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import networkx as nx
import numpy as np
from scipy import sparse

from maillage.network.matrices import adjacency, checked, per_node
from maillage.network.results import Scores

#: So many cells of a product are held at a time.
_CELLS = 20_000_000


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

    def one(rows: Any, indirect: Any) -> Any:
        # Where i and j are no neighbours nothing counts: the direct share tells which cells those are.
        direct = shares[rows]
        mask = direct.copy()
        mask.data = np.ones_like(mask.data)
        both = sparse.csr_array(direct + indirect.multiply(mask))
        return np.asarray(both.multiply(both).sum(axis=1)).ravel()

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

    def one(rows: Any, indirect: Any) -> Any:
        mask = ties[rows].copy()
        mask.data = np.ones_like(mask.data)
        redundant = np.asarray(indirect.multiply(mask).sum(axis=1)).ravel()
        return np.asarray(mask.sum(axis=1)).ravel() - redundant

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
    n = left.shape[0]
    out, step = np.zeros(n), max(1, _CELLS // max(1, n))
    for start in range(0, n, step):
        rows = slice(start, min(start + step, n))
        out[rows] = one(rows, left[rows] @ right)
    return out


def _scores(graph: nx.Graph, ties: sparse.csr_array, values: Any, name: str, *, ascending: bool = True) -> Scores:
    alone = [node for node, count in zip(graph, np.diff(ties.indptr), strict=True) if count == 0]
    return Scores(per_node(graph, values), name, graph, alone, ascending=ascending)
