"""Tests by permutation: a number that a network gives comes in; what chance gives goes out, and the QAP correlation.

L. Hubert and J. Schultz, "Quadratic assignment as a general data analysis strategy", British Journal of Mathematical
and Statistical Psychology 29 (1976), 190-241. D. Krackhardt, "QAP partialling as a test of spuriousness", Social
Networks 9 (1987), 171-186.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import networkx as nx
import numpy as np
from scipy import sparse

from maillage.errors import MaillageError
from maillage.network.matrices import adjacency, checked, checked_seed
from maillage.network.results import Figure


def tested(value: float, given: Any, again: Callable[[Any], float], permutations: int, seed: int) -> dict[str, float]:
    """What chance gives: mean, sd, and the shares at most and at least as high as the value, the value included.

    Parameters
    ----------
    given, again:
        An array, and what gives the number of a permutation of it.
    permutations, seed:
        How many are drawn, 0 for no test and an empty result; the same seed draws the same.
    """
    if not isinstance(permutations, int | np.integer) or permutations < 0:
        raise MaillageError(f"{permutations!r} permutations cannot be made.", fix="Give a whole number, 0 for no test.")
    if not permutations:
        return {}
    random = np.random.default_rng(checked_seed(seed))
    found = np.array([again(random.permutation(given)) for _ in range(int(permutations))])
    low, high = (found <= value + 1e-12).sum(), (found >= value - 1e-12).sum()
    return {
        "permutations": int(permutations),
        "seed": seed,
        "mean": float(found.mean()),
        "sd": float(found.std(ddof=1)) if permutations > 1 else 0.0,
        "p_low": float((low + 1) / (permutations + 1)),
        "p_high": float((high + 1) / (permutations + 1)),
    }


def qap(
    one: nx.Graph, other: nx.Graph, weight: str | None = "weight", *, permutations: int = 0, seed: int = 0
) -> Figure:
    """How the ties of two networks go together among the nodes that both have, and whether by chance.

    With x and y the weights of the ordered pairs of two common nodes (0 where they are not tied), Pearson's
    sum (x - mean x)(y - mean y) / sqrt(sum (x - mean x)^2 sum (y - mean y)^2), as R's ``sna::gcor``. Cells of one row
    or column hang together, so that no table of significance holds; QAP lets the nodes of one network change places,
    rows and columns alike, and counts how often the correlation is as high.

    Parameters
    ----------
    one, other:
        Both directed or both not. Loops are left out; parallel lines are summed.
    weight:
        An edge attribute (0 or more); a tie without it counts 1. None makes each tie 1.
    permutations, seed:
        How often the nodes change places, 0 for no test; the same seed gives the same test.

    Returns
    -------
    Figure
        A float, with its parts: ``nodes`` (how many both have), and with permutations ``mean``, ``sd``, ``p_low`` and
        ``p_high`` (share of permutations, this one included, at most or at least as high).

    Raises
    ------
    MaillageError
        For a directed and an undirected network, for fewer than two common nodes, and where all pairs of one of the
        networks weigh the same: a correlation says nothing then.
    """
    if checked(one).is_directed() != checked(other).is_directed():
        raise MaillageError("one of these networks is directed and the other is not.", fix="Compare two of one rule.")
    common = [node for node in one if node in other]
    n = len(common)
    if n < 2:
        raise MaillageError(
            f"these networks have {n} node(s) in common: a correlation of their ties takes 2.",
            fix="Compare two dates or releases of one territory.",
        )
    x, y = (_among(graph, common, weight) for graph in (one, other))
    cells = n * (n - 1)
    means = [m.data.sum() / cells for m in (x, y)]
    spread = [float((m.data**2).sum() - cells * mean**2) for m, mean in zip((x, y), means, strict=True)]
    for m, left in zip((x, y), spread, strict=True):
        if left <= 1e-12 * float((m.data**2).sum()):
            what = "has no tie" if not m.nnz else "ties every pair alike"
            raise MaillageError(
                f"one of these networks {what} among the nodes that both have: a correlation says nothing.",
                fix="Compare two networks whose ties vary.",
            )
    rows, columns = (np.asarray(part, dtype=np.int64) for part in x.tocoo().coords)
    theirs = y.tocoo().coords
    keys = np.asarray(theirs[0], dtype=np.int64) * n + theirs[1]

    def placed(places: Any) -> float:
        wanted = places[rows] * n + places[columns]
        at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        both = float(x.data @ np.where(keys[at] == wanted, y.data[at], 0.0))
        return float(both - cells * means[0] * means[1]) / math.sqrt(spread[0] * spread[1])

    value = placed(np.arange(n))
    return Figure(value, "qap", nodes=n, **tested(value, np.arange(n), placed, permutations, seed))


def _among(graph: nx.Graph, nodes: Sequence[Any], weight: str | None) -> sparse.csr_array:
    """The ties among these nodes, in their order."""
    number = {node: i for i, node in enumerate(graph)}
    places = np.array([number[node] for node in nodes], dtype=np.int64)
    found = sparse.csr_array(adjacency(graph, weight)[places][:, places])
    found.sort_indices()
    return found
