"""Exact betweenness by sparse products: a 0/1 matrix comes in; how many shortest paths go through each node goes out.

Brandes' sums (2001) for many sources at once, a level of distance at a time. With S_d[v, s] the number of shortest
paths from s to v, where v lies d steps from s,

    S_{d+1} = (A' S_d) where not yet reached,      D_{d-1} = S_{d-1} o A ((1 + D_d) / S_d)

and the betweenness of v is the sum over s of D[v, s]. A step is one product of a sparse matrix and a dense block, of
which only the rows are computed that a level has. In dense networks of short distances, as projections of two modes
are, this takes a fraction of a walk from node to node; where distances are long it does not, and
`betweenness_by_levels` says so.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import reverse_cuthill_mckee

#: Sources taken at a time: as many numbers lie side by side for each tie.
_BLOCK = 64
#: With more levels than this a walk is faster.
_LEVELS = 30


def betweenness_by_levels(ties: sparse.csr_array) -> Any | None:
    """Sum over ordered pairs of the share of shortest paths through each node, or None where distances are long.

    Parameters
    ----------
    ties:
        Square, 1 where the row's node ties to the column's, without loops.
    """
    n = ties.shape[0]
    # Neighbours stand near each other, so that the sources of a block reach much the same nodes at a time.
    order = reverse_cuthill_mckee(ties, symmetric_mode=False) if n else np.zeros(0, dtype=int)
    forth = sparse.csr_array(ties[order][:, order])
    back = sparse.csr_array(forth.T)
    sums = np.zeros(n)
    for start in range(0, n, _BLOCK):
        found = _block(forth, back, np.arange(start, min(n, start + _BLOCK)))
        if found is None:
            return None
        sums += found
    out = np.zeros(n)
    out[order] = sums
    return out


def _block(forth: sparse.csr_array, back: sparse.csr_array, sources: Any) -> Any | None:
    n, k = forth.shape[0], len(sources)
    unseen = np.ones((n, k), dtype=bool)
    unseen[sources, np.arange(k)] = False
    front, rows = np.eye(k), sources
    levels: list[tuple[Any, Any]] = []
    while True:
        wanted = np.flatnonzero(unseen.any(axis=1))
        reached = _product(back, forth, wanted, rows, front) * unseen[wanted]
        some = reached.any(axis=1)
        rows, front = wanted[some], reached[some]
        if not len(rows):
            break
        if len(levels) == _LEVELS:
            return None
        unseen[rows] &= front == 0
        levels.append((rows, front))
    sums = np.zeros(n)
    if not levels:
        return sums
    rows, paths = levels[-1]
    dependency = np.zeros_like(paths)
    for nearer, fewer in reversed(levels[:-1]):
        share = np.divide(1 + dependency, paths, where=paths > 0, out=np.zeros_like(paths))
        dependency = _product(forth, back, nearer, rows, share) * fewer
        sums[nearer] += dependency.sum(axis=1)
        rows, paths = nearer, fewer
    return sums


def _product(matrix: sparse.csr_array, transposed: sparse.csr_array, rows: Any, columns: Any, block: Any) -> Any:
    """matrix[rows, columns] @ block, over whichever of the rows and the columns have fewer ties."""
    by_rows = (matrix.indptr[rows + 1] - matrix.indptr[rows]).sum()
    by_columns = (transposed.indptr[columns + 1] - transposed.indptr[columns]).sum()
    if by_rows < by_columns:
        whole = np.zeros((matrix.shape[1], block.shape[1]))
        whole[columns] = block
        return matrix[rows] @ whole
    return (transposed[columns].T @ block)[rows]
