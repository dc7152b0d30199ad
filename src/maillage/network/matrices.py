"""A plain networkx graph comes in; its nodes in order, its sparse matrix and its groups go out, checked.

Every measure that is a formula over matrices reads its graph here, so that loops, weights and groups mean the same
everywhere: a loop is no tie and is left out, the parallel lines of a multigraph are summed, a tie of weight zero is no
tie where weights are read.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from contextlib import suppress
from itertools import chain, compress
from operator import methodcaller
from typing import Any

import networkx as nx
import numpy as np
from scipy import sparse

from maillage.errors import MaillageError

Node = Hashable
#: A partition of the nodes: the name of a node attribute, or which group each node is in.
Group = str | Mapping[Any, Any]
#: What people call an attribute of the networks of the graph -> its name there.
OTHER_NAMES = {"sector": "family", "secteur": "family", "niveau": "level"}
#: The greatest weight, and one over it the least above 0: sums, squares and shares of such weights are still numbers.
_MOST = 1e100
#: So many names are said of a longer list.
_SAID = 5


def checked(graph: Any, *, nodes: int = 0) -> nx.Graph:
    """The graph, when it is one of networkx and has so many nodes at least.

    Raises
    ------
    MaillageError
        It says which of the two.
    """
    if not isinstance(graph, nx.Graph):
        raise MaillageError(
            f"a measure needs a networkx graph, not {type(graph).__name__}.", fix="Make one: networkx.Graph(edges)."
        )
    if len(graph) < nodes:
        have = "no node" if not len(graph) else "1 node" if len(graph) == 1 else f"{len(graph)} nodes"
        raise MaillageError(f"the network has {have}: this takes {nodes}.", fix="Widen the slice it was cut by.")
    return graph


def checked_seed(seed: Any) -> int:
    """A seed of what is drawn: a whole number from 0 on.

    Raises
    ------
    MaillageError
        For anything else.
    """
    if not isinstance(seed, int | np.integer) or isinstance(seed, bool) or not 0 <= seed < 2**64:
        raise MaillageError(f"{seed!r} is no seed.", fix="Give a whole number from 0 on.")
    return int(seed)


def adjacency(graph: nx.Graph, weight: str | None = None) -> sparse.csr_array:
    """The matrix of the ties, float64, rows and columns in the order of the nodes, without loops.

    Parameters
    ----------
    weight:
        An edge attribute; an edge without it counts 1. None makes each tie 1, whatever its weight.

    Raises
    ------
    MaillageError
        For a weight that is no number, negative, infinite, or too great or small to be summed.
    """
    near = _rows(graph)
    n, number = len(near), {node: i for i, node in enumerate(near)}
    counts = np.fromiter(map(len, near.values()), dtype=np.int64, count=n)
    total = int(counts.sum())
    columns = np.fromiter(map(number.__getitem__, chain.from_iterable(near.values())), dtype=np.int32, count=total)
    rows = np.repeat(np.arange(n, dtype=np.int32), counts)
    if weight is None:
        kept = rows != columns
        return _matrix(rows[kept], columns[kept], np.ones(int(kept.sum())), n)
    # A tie without direction is in two rows, with the same attributes: they are read where they are met first.
    read = np.ones(total, dtype=bool) if graph.is_directed() else columns >= rows
    values = _weights(graph, weight, read)
    rows, columns = rows[read], columns[read]
    kept = (rows != columns) & (values > 0)
    matrix = _matrix(rows[kept], columns[kept], values[kept], n)
    return matrix if graph.is_directed() else sparse.csr_array(matrix + matrix.T)


def _matrix(rows: Any, columns: Any, values: Any, n: int) -> sparse.csr_array:
    matrix = sparse.csr_array((values, (rows, columns)), shape=(n, n))
    matrix.sort_indices()
    return matrix


def _rows(graph: nx.Graph) -> Any:
    """Node -> neighbour -> attributes: networkx's own dicts, faster to walk than what it shows; or a view's."""
    return getattr(graph, "_adj", graph.adj)


def _weights(graph: nx.Graph, weight: str, read: Any) -> Any:
    """The weight of the cells to be read, by rows and by neighbours within them; of several lines, their sum."""
    cells = compress(chain.from_iterable(row.values() for row in _rows(graph).values()), read.tobytes())
    found: Iterable[Any]
    values: Any = None
    if graph.is_multigraph():
        found = (sum(d.get(weight, 1) for d in lines.values()) for lines in cells)
    else:
        found = map(methodcaller("get", weight, 1), cells)
    with suppress(TypeError, ValueError):
        values = np.fromiter(found, dtype=float, count=int(read.sum()))
    if values is None or np.isnan(values).any():
        raise MaillageError(f"'{weight}' of some tie is no number.", fix="Give it one, or leave weight out.")
    if not np.isfinite(values).all() or (values < 0).any():
        raise MaillageError(
            f"'{weight}' of some tie is negative or infinite.",
            fix="A weight says how much of a tie there is: 0 or more.",
        )
    some = values[values > 0]
    if len(some) and (some.max() > _MOST or some.min() < 1 / _MOST):
        raise MaillageError(
            f"'{weight}' of some tie is beyond {_MOST:g} or below {1 / _MOST:g}: its sums cannot be told.",
            fix="Give the weights in another unit.",
        )
    return values


def both_ways(matrix: sparse.csr_array) -> sparse.csr_array:
    """The ties whatever their direction, each 1."""
    either = sparse.csr_array(matrix + matrix.T)
    either.data[:] = 1.0
    return either


def groups(graph: nx.Graph, group: Group) -> list[Any]:
    """The group of each node, in the order of the nodes.

    Parameters
    ----------
    group:
        The name of a node attribute (in networks of the graph also ``sector``), or a mapping node -> group. A value in
        two languages is read in French, a list of several as one group of its own (``A + B``).

    Raises
    ------
    MaillageError
        For an attribute no node has (those there are, are named), or nodes that have none.
    """
    if isinstance(group, Mapping):
        found = [_value(group.get(node)) for node in graph]
        what, fix = "the given groups", "Put each node in a group, or measure graph.subgraph(those that have one)."
    elif isinstance(group, str):
        group = group if any(group in data for _, data in graph.nodes(data=True)) else OTHER_NAMES.get(group, group)
        found = [_value(value) for _, value in graph.nodes(data=group)]
        what = f"the attribute '{group}'"
        fix = "Set it, measure graph.subgraph(those that have it), or give maillage.network.grouped(graph, NAME)."
        if len(graph) and all(value is None for value in found):
            known = sorted({str(name) for _, data in graph.nodes(data=True) for name in data})
            there = f"There are: {', '.join(known)}." if known else "Give a mapping node -> group."
            raise MaillageError(f"no node has the attribute '{group}'.", fix=there)
    else:
        raise MaillageError(
            f"a group is the name of a node attribute or a mapping node -> group, not {type(group).__name__}."
        )
    without = [str(node) for node, value in zip(graph, found, strict=True) if value is None]
    if without:
        said = ", ".join(without[:_SAID]) + (", ..." if len(without) > _SAID else "")
        raise MaillageError(f"{len(without)} node(s) have no value in {what}: {said}.", fix=fix)
    return found


def _value(value: Any) -> Any:
    if isinstance(value, np.ndarray | np.generic):
        value = value.tolist()
    if isinstance(value, Mapping):
        return value.get("fr", next(iter(value.values()), None))
    if isinstance(value, list | tuple | set | frozenset):
        return " + ".join(sorted(map(str, value))) or None
    return None if isinstance(value, float) and np.isnan(value) else value


def filled(graph: nx.Graph, attribute: str, unknown: str) -> dict[Node, Any]:
    """The attribute of each node as groups, with `unknown` as the group of those that have none."""
    return {
        node: unknown if (said := _value(value)) is None or said == "" else said
        for node, value in graph.nodes(data=attribute)
    }


def numbered(values: Sequence[Any]) -> tuple[Any, list[Any]]:
    """The number of each value's group (an int array), and the groups in the order in which they are met."""
    seen: dict[Any, int] = {}
    codes = np.fromiter((seen.setdefault(v, len(seen)) for v in values), dtype=np.int64, count=len(values))
    return codes, list(seen)


def indicator(codes: Any, count: int) -> sparse.csr_array:
    """Nodes x groups: 1 where a node is in a group."""
    n = len(codes)
    return sparse.csr_array((np.ones(n), (np.arange(n), codes)), shape=(n, count))


def named(graph: nx.Graph, node: Any) -> Any:
    """The node a user means: itself, or the one that bears this label.

    Raises
    ------
    MaillageError
        For one that is not in the network, or a label that several bear.
    """
    with_label = []
    try:
        if node in graph:
            return node
    except TypeError:
        raise MaillageError(f"{node!r} cannot be a node.", fix="Name one of the network.") from None
    if isinstance(node, str):
        with_label = [n for n, label in graph.nodes(data="label") if label == node]
    if len(with_label) == 1:
        return with_label[0]
    what = f"{len(with_label)} nodes are called '{node}'" if with_label else f"'{node}' is not in the network"
    fix = "Give the IRI of one." if with_label else "See its nodes with list(graph)."
    raise MaillageError(f"{what}.", fix=fix)


def per_node(graph: nx.Graph, values: Any, kind: Callable[[Any], Any] = float) -> dict[Node, Any]:
    """An array in the order of the nodes as a dict of plain numbers."""
    return {node: kind(value) for node, value in zip(graph, values, strict=True)}
