"""Who ties with whom: a network and its groups come in; E-I index and assortativity go out, with a permutation test.

D. Krackhardt and R. Stern, "Informal networks and organizational crises", Social Psychology Quarterly 51 (1988),
123-140. M. Newman, "Mixing patterns in networks", Physical Review E 67 (2003), 026126.
"""

from __future__ import annotations

from typing import Any

import networkx as nx
import numpy as np
from scipy import sparse

from maillage.errors import MaillageError
from maillage.network.matrices import Group, adjacency, checked, groups, indicator, numbered
from maillage.network.permuted import tested
from maillage.network.results import Figure


def ei_index(
    graph: nx.Graph, group: Group, weight: str | None = None, *, permutations: int = 0, seed: int = 0
) -> Figure:
    """The E-I index (E - I) / (E + I): -1 when all ties are within groups, 1 when all go between them.

    Parameters
    ----------
    group:
        The name of a node attribute or a mapping node -> group.
    weight:
        An edge attribute to sum (0 or more); None counts ties. Loops are left out.
    permutations:
        How often to deal the groups out anew among the nodes, to see what chance gives; 0 for no test.
    seed:
        Of the dealing: the same gives the same test.

    Returns
    -------
    Figure
        A float, with its parts: ``external``, ``internal``, ``by_group`` (the index of the ties that touch each group;
        a group without ties is left out), ``expected`` (given only the sizes of the groups), and with permutations
        ``mean``, ``sd``, ``p_low`` and ``p_high`` (share of dealings, this one included, at most or at least as high).

    Raises
    ------
    MaillageError
        For a network without ties, where the index says nothing, an unknown attribute or a node without a group.
    """
    ties, codes, names = _read(graph, group, weight, "the E-I index")
    between = _mixing(ties, codes, len(names))
    total, internal = between.sum(), np.trace(between)
    value = (total - 2 * internal) / total
    inside = np.diag(between)
    outside = between.sum(axis=0) + between.sum(axis=1) - 2 * inside
    if not graph.is_directed():
        outside = outside / 2  # each tie between groups stands in the matrix twice, each within as well: as two halves
        inside, total, internal = inside / 2, total / 2, internal / 2
    by_group = {name: float((e - i) / (e + i)) for name, e, i in zip(names, outside, inside, strict=True) if e + i > 0}
    sizes, n = np.bincount(codes).astype(float), len(codes)
    same = float((sizes * (sizes - 1)).sum()) / (n * (n - 1))
    coo = ties.tocoo()

    def again(dealt: Any) -> float:
        within = coo.data[dealt[coo.row] == dealt[coo.col]].sum()
        return float((coo.data.sum() - 2 * within) / coo.data.sum())

    return Figure(
        value,
        "ei_index",
        external=_count(total - internal, weight),
        internal=_count(internal, weight),
        by_group=by_group,
        expected=1 - 2 * same,
        **tested(float(value), codes, again, permutations, seed),
    )


def assortativity(
    graph: nx.Graph, group: Group, weight: str | None = None, *, permutations: int = 0, seed: int = 0
) -> Figure:
    """Newman's assortativity by groups: 1 when ties stay within, 0 as chance has it, below when they avoid it.

    (tr e - sum of a_g b_g) / (1 - sum of a_g b_g), with e the shares of ties from group to group and a, b its margins;
    `networkx.attribute_assortativity_coefficient` without loops.

    Parameters, errors: as `ei_index`. Where all ties are within one group, chance gives the same: 0.0.
    """
    ties, codes, names = _read(graph, group, weight, "assortativity")
    coo = ties.tocoo()

    def coefficient(dealt: Any) -> float:
        shares = _mixing(ties, dealt, len(names), coo)
        shares = shares / shares.sum()
        chance = float(shares.sum(axis=0) @ shares.sum(axis=1))
        return (float(np.trace(shares)) - chance) / (1 - chance) if chance < 1 - 1e-12 else 0.0

    value = coefficient(codes)
    return Figure(value, "assortativity", groups=len(names), **tested(value, codes, coefficient, permutations, seed))


def degree_assortativity(graph: nx.Graph) -> float | None:
    """Pearson correlation of degrees over the ends of ties, whatever the direction; None where all are equal."""
    ties = adjacency(checked(graph))
    either = sparse.csr_array(ties + ties.T).tocoo()
    degrees = np.bincount(either.row, minlength=len(graph)).astype(float)
    x, y = degrees[either.row], degrees[either.col]
    if not len(x) or np.ptp(x) == 0:
        return None
    return float(np.corrcoef(x, y)[0, 1])


def mixing_matrix(graph: nx.Graph, group: Group, weight: str | None = None) -> dict[tuple[Any, Any], float]:
    """Ties from group to group: (A, B) -> how many, or the sum of their weights; without direction each once."""
    checked(graph)
    codes, names = numbered(groups(graph, group))
    found = _mixing(adjacency(graph, weight), codes, len(names))
    out = {}
    for a, one in enumerate(names):
        for b, other in enumerate(names):
            if graph.is_directed():
                out[one, other] = float(found[a, b])
            elif a <= b:
                out[one, other] = float(found[a, b] / 2 if a == b else found[a, b])
    return {pair: value for pair, value in out.items() if value}


def _read(graph: nx.Graph, group: Group, weight: str | None, what: str) -> tuple[sparse.csr_array, Any, list[Any]]:
    checked(graph)
    codes, names = numbered(groups(graph, group))
    ties = adjacency(graph, weight)
    if ties.nnz == 0:
        kind = "tie" if weight is None else f"tie with a '{weight}' above 0"
        raise MaillageError(f"the network has no {kind}, so {what} says nothing.", fix="Widen the slice it was cut by.")
    return ties, codes, names


def _mixing(ties: sparse.csr_array, codes: Any, count: int, coo: Any = None) -> Any:
    """Groups x groups: sum of the ties from one to the other (without direction each tie is in it both ways)."""
    if coo is not None:
        flat = np.bincount(codes[coo.row] * count + codes[coo.col], weights=coo.data, minlength=count * count)
        return flat.reshape(count, count)
    of = indicator(codes, count)
    return (of.T @ ties @ of).toarray()


def _count(value: float, weight: str | None) -> float:
    return float(value) if weight else round(float(value))
