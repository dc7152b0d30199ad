"""Projection: a network of two modes comes in; the network of one of its sides goes out, by a named rule and weight.

Two nodes of a side are tied when they share a neighbour of the other side. The weights, for the neighbours N(a) and
N(b) of two nodes and the n(k) participants of a neighbour k that they share:

- ``count``: how many they share;
- ``newman``: the sum of 1/(n(k) - 1) over them (M. Newman, *Phys. Rev. E* 64, 016132, 2001);
- ``jaccard``: the shared over all that either has;
- ``cosine``: the shared over the square root of |N(a)| |N(b)| (Ochiai's coefficient).
"""

from __future__ import annotations

import gc
import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import compress, pairwise
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from maillage.errors import MaillageError
from maillage.network.made import KEY, RULES, TITLES, WEIGHTS, remade
from maillage.network.merged import joint, period_of, together
from maillage.network.two_modes import (
    EVENT,
    SIDE_KEYS,
    Choice,
    Node,
    Sides,
    chosen,
    kinds_of,
    rows_of,
    sides_of,
    ties_of,
    unpaired,
)

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]


def project(
    graph: nx.Graph,
    side: object = "actors",
    weight: str = "count",
    *,
    threshold: float | None = None,
    nodes: Iterable[Node] | None = None,
    roles: str | Collection[str] | None = None,
    kinds: str | Collection[str] | None = None,
    without: str | Collection[str] = (),
    actor_kinds: str | Collection[str] | None = None,
    certainty: str | Collection[str] | None = None,
    modality: str | Collection[str] | None = None,
    hospital_groups: bool = True,
    events: str = "together",
    roll_up: bool | Mapping[Node, Node] = False,
    overlap: bool = False,
) -> nx.Graph:
    """The network of one side of a two-mode network.

    Parameters
    ----------
    graph:
        Directed or not; each node says its side by ``bipartite`` (0 for actors, 1 for arrangements). An edge of weight
        0 is no tie; other weights of its edges do not count: one takes part or does not.
    side:
        ``actors`` or ``arrangements``, what the nodes call it (``mode``), or 0 or 1.
    weight:
        ``count``, ``newman``, ``jaccard`` or ``cosine``.
    threshold:
        Ties that weigh less are left out; their nodes stay.
    nodes:
        The nodes of side 0, for a graph whose nodes do not say their side.
    roles, kinds, without, actor_kinds, certainty, modality, hospital_groups, events:
        What counts; see `maillage.network.two_modes.Choice`. With events ``apart`` each edge has two more weights,
        ``weight_events`` and ``weight_others``, 0 where there is none.
    roll_up:
        Whether delegations, offices and sites count as their body (attribute ``body`` of a node), or a mapping of node
        to node.
    overlap:
        Keep only what two took part in over periods that may overlap; an unknown date may.

    Returns
    -------
    networkx.Graph
        Every node of the side that is left, tied or not, with its attributes but those that say its side; without any
        the graph is empty, and with one it has no edge. Nodes of the kinds ``mlg:ActorGroup`` and
        ``mlg:ArrangementFamily`` are never in a pair and are left out. Edges have ``weight`` (int for ``count``, else
        float, always above 0), the shared neighbours (``arrangements``, or ``actors`` ...), and where the two-mode ties
        say more, ``ties`` (dates, roles, claims and quotations of each) and ``claims``. ``graph["maillage"]`` says the
        rule, weight, slice, version and query.

    Raises
    ------
    MaillageError
        For a graph that is not of two modes, or a side, weight, threshold, role, kind, ... that there is none of.
    """
    if not isinstance(weight, str) or weight not in WEIGHTS:
        raise MaillageError(f"there is no weight '{weight}'.", fix=f"One of {', '.join(WEIGHTS)}.")
    floor = _floor(threshold)
    sides = sides_of(graph, nodes)
    number = sides.number(side)
    choice = Choice(roles, kinds, without, actor_kinds, certainty, modality, hospital_groups, events)
    kept = chosen(graph, choice, sides)
    if roll_up is not False:
        kept, sides = rolled_up(kept, sides, None if roll_up is True else dict(roll_up))
    folded = _Fold(kept, sides, number, overlap)
    out = folded.graph(weight, floor, events == "apart")
    _tell(out, graph, sides, number, weight, floor, {**choice.said(), "roll_up": bool(roll_up), "overlap": overlap})
    return out


def _floor(threshold: float | None) -> float | None:
    if threshold is None:
        return None
    good = isinstance(threshold, int | float) and not isinstance(threshold, bool) and math.isfinite(threshold)
    if not good or threshold < 0:
        raise MaillageError(f"threshold: {threshold!r} is no number of 0 or more.", fix="Write it like 2 or 0.5.")
    return float(threshold)


def rolled_up(graph: nx.Graph, sides: Sides, to: Mapping[Node, Node] | None = None) -> tuple[nx.Graph, Sides]:
    """A two-mode network whose actors are bodies: each delegation, office or site counts as the body it is of.

    Raises
    ------
    MaillageError
        When no mapping is given and no actor of the graph has the attribute ``body``.
    """
    actors = [n for n in sides.nodes[0] if n in graph]
    if to is None:
        if actors and not any("body" in graph.nodes[n] for n in actors):
            raise MaillageError(
                "no node of this network says the body it is of.", fix="Set its attribute 'body', or give a mapping."
            )
        to = {n: body for n in actors if (body := graph.nodes[n].get("body"))}
    bodies = graph.graph.get("bodies") or {}
    first, second = set(actors), set(sides.nodes[1])
    out = nx.Graph()
    out.graph.update(graph.graph)
    for node in graph:
        whole = to.get(node, node) if node in first else node
        if whole not in out:
            side = {key: graph.nodes[node][key] for key in ("mode", "bipartite", "type") if key in graph.nodes[node]}
            said = graph.nodes[whole] if whole in graph else bodies.get(whole, {"label": str(whole)})
            out.add_node(whole, **{**said, **side})
    for a, b, data in graph.edges(data=True):
        actor, other = (a, b) if a in first else (b, a)
        whole = to.get(actor, actor)
        ties = ties_of(other, data)
        if out.has_edge(whole, other):
            ties = [*ties_of(other, out.edges[whole, other]), *ties]
        out.add_edge(whole, other, **({**data, "ties": ties} if "ties" in data or len(ties) > 1 else data))
    wholes = tuple(n for n in out if n not in second)
    return out, Sides((wholes, tuple(n for n in out if n in second)), sides.modes)


class _Fold:
    """Who shares what: of every pair of one side the neighbours it shares, as arrays."""

    def __init__(self, graph: nx.Graph, sides: Sides, number: int, overlap: bool) -> None:
        self.two, self.number, self.sides = graph, number, sides
        self.rows = [n for n in sides.nodes[number] if n in graph]
        self.columns = [n for n in sides.nodes[1 - number] if n in graph]
        row = {node: i for i, node in enumerate(self.rows)}
        found = dict(rows_of(graph, self.columns))
        self.sizes = np.array([len(found[k]) for k in self.columns], dtype=np.int64)
        taking = np.fromiter((row[n] for k in self.columns for n in found[k]), np.int64, int(self.sizes.sum()))
        taking = taking[np.lexsort((taking, np.repeat(np.arange(len(self.sizes)), self.sizes)))]
        self.taking = np.split(taking, np.cumsum(self.sizes)[:-1]) if len(self.sizes) else []
        self.degree = np.bincount(taking, minlength=len(self.rows))
        # Every pair of those who take part in one and the same, one column after another.
        corners: dict[int, tuple[Places, Places]] = {}
        ones, others, through = [], [], []
        for k, rows in enumerate(self.taking):
            n = len(rows)
            if n < 2:
                continue
            if n not in corners:
                corners[n] = np.triu_indices(n, 1)
            i, j = corners[n]
            ones.append(rows[i])
            others.append(rows[j])
            through.append(np.full(len(i), k, dtype=np.int64))
        empty = np.empty(0, np.int64)
        self.i, self.j, self.k = (np.concatenate([*parts, empty]) for parts in (ones, others, through))
        if overlap:
            self._cut(self._meeting())
        order = np.argsort(self.i * max(len(self.rows), 1) + self.j, kind="stable")
        self._cut(order)

    def _cut(self, chosen: NDArray[Any]) -> None:
        self.i, self.j, self.k = self.i[chosen], self.j[chosen], self.k[chosen]

    def _meeting(self) -> NDArray[np.bool_]:
        """Of each pair and neighbour, whether the two may have been there at one time."""
        period = {}
        for k, rows in enumerate(self.taking):
            for r in rows.tolist():
                through = self.columns[k]
                ties = ties_of(through, self.two.edges[self.rows[r], through])
                period[r, k] = period_of(ties)
        return np.array(
            [
                joint(period[i, k], period[j, k]) is not None
                for i, j, k in zip(self.i.tolist(), self.j.tolist(), self.k.tolist(), strict=True)
            ],
            dtype=bool,
        )

    def graph(self, weight: str, floor: float | None, apart: bool) -> nx.Graph:
        """The network of the side."""
        out = nx.Graph()
        out.add_nodes_from(self.rows)
        said = dict(self.two.nodes(data=True))
        for node, data in out.nodes(data=True):
            # In a network of one mode nobody is on a side: what said it would mislead its readers.
            data.update((key, value) for key, value in said[node].items() if key not in SIDE_KEYS)
        total = len(self.i)
        if not total:
            return out
        new = np.concatenate([[True], (self.i[1:] != self.i[:-1]) | (self.j[1:] != self.j[:-1])])
        starts = np.flatnonzero(new)
        pair = np.cumsum(new) - 1
        ends = np.append(starts[1:], total)
        ones, others = self.i[starts], self.j[starts]
        weights = self._weights(weight, pair, ones, others, None)
        parts: dict[str, NDArray[Any]] = {}
        if apart:
            event = np.array([EVENT in kinds_of(self.two.nodes[k]) for k in self.columns], dtype=bool)
            for name, these in (("weight_events", event), ("weight_others", ~event)):
                parts[name] = self._weights(weight, pair, ones, others, these)
        named = f"{self.sides.modes[1 - self.number]}s"
        rows = rows_of(self.two, self.rows)
        telling = any("ties" in data or "claim" in data or "claims" in data for _, row in rows for data in row.values())
        columns = self.columns
        # Most pairs share one neighbour, and then its tuple too.
        alone = [(k,) for k in columns]
        shared: list[tuple[Node, ...]] = [alone[k] for k in self.k[starts].tolist()]
        for p in np.flatnonzero(ends - starts > 1).tolist():
            shared[p] = tuple(columns[k] for k in self.k[starts[p] : ends[p]].tolist())
        keep = np.full(len(starts), True) if floor is None else weights >= floor - 1e-12
        _tie_all(out, ones[keep], others[keep], [*compress(shared, keep)], named, weights[keep].tolist())
        for name, values in parts.items():
            for (a, b), value in zip(compress(self._ends(ones, others), keep), values[keep].tolist(), strict=True):
                out.edges[a, b][name] = value
        if telling:
            for a, b, data in out.edges(data=True):
                data["ties"] = [self._tie(a, b, k) for k in data[named]]
                data["claims"] = sorted({claim for tie in data["ties"] for claim in tie["claims"]})
        return out

    def _ends(self, ones: Places, others: Places) -> Iterable[tuple[Node, Node]]:
        return zip(map(self.rows.__getitem__, ones.tolist()), map(self.rows.__getitem__, others.tolist()), strict=True)

    def _weights(self, weight: str, pair: Places, ones: Places, others: Places, only: Any) -> NDArray[Any]:
        """The weight of every pair, over all neighbours or over some of them only (a mask of columns)."""
        counts = None if only is None else only[self.k].astype(float)
        if weight == "newman":
            share = 1.0 / (self.sizes[self.k] - 1)
            return np.bincount(pair, weights=share if counts is None else share * counts)
        common = np.bincount(pair, weights=counts)
        if weight == "count":
            return common.astype(np.int64)
        degree = self.degree
        if only is not None:
            some = [rows for rows, yes in zip(self.taking, only.tolist(), strict=True) if yes]
            degree = np.bincount(np.concatenate([*some, np.empty(0, np.int64)]), minlength=len(self.rows))
        a, b = degree[ones], degree[others]
        below = a + b - common if weight == "jaccard" else np.sqrt(a * b)
        share = np.zeros(len(common))
        np.divide(common, below, out=share, where=below > 0)
        return share

    def _tie(self, a: Node, b: Node, through: Node) -> dict[str, Any]:
        about = self.two.nodes[through]
        label = str(about.get("label", through))
        ties = [ties_of(through, self.two.edges[end, through], label) for end in (a, b)]
        tie = together(*ties)
        if self.number == 1:  # what ties two arrangements is an actor
            kind, words = about.get("kind", ""), about.get("kind_label") or {"fr": "", "en": ""}
            tie.update(
                arrangement=through, arrangement_label=label, arrangement_kind=kind, arrangement_kind_label=words
            )
            tie["arrangement_family"] = about.get("family", "")
        return tie


def _tie_all(
    out: nx.Graph,
    ones: Places,
    others: Places,
    shared: Sequence[tuple[Node, ...]],
    named: str,
    weights: Sequence[float],
) -> None:
    """Add edges that are all new, by the places of their nodes in the graph.

    It writes what networkx itself writes: node -> neighbour -> the attributes both directions share, a node at a time.
    While millions of them are made, Python's search for unreachable objects waits: it finds none, and takes half of the
    time.
    """
    rows, neighbours = np.fromiter(out, dtype=object, count=len(out)), list(out._adj.values())
    order = np.argsort(others, kind="stable")
    paused = gc.isenabled()
    gc.disable()
    try:
        about = [{"weight": weight, named: between} for weight, between in zip(weights, shared, strict=True)]
        back = [about[edge] for edge in order.tolist()]
        for here, there, data in ((ones, others, about), (others[order], ones[order], back)):
            names, starts = rows[there].tolist(), np.flatnonzero(np.diff(here, prepend=-1))
            for node, (begin, end) in zip(here[starts].tolist(), pairwise([*starts.tolist(), len(here)]), strict=True):
                neighbours[node].update(zip(names[begin:end], data[begin:end], strict=True))
    finally:
        if paused:
            gc.enable()


def _tell(
    out: nx.Graph,
    graph: nx.Graph,
    sides: Sides,
    number: int,
    weight: str,
    floor: float | None,
    choices: Mapping[str, Any],
) -> None:
    """What the network says of itself."""
    usual = {("actor", "arrangement"): "shared-arrangements", ("arrangement", "actor"): "shared-actors"}
    rule = usual.get((sides.modes[number], sides.modes[1 - number]), "shared-neighbours")
    kept = {key: value for key, value in choices.items() if value not in (False, None, [], "") or key in _TOLD}
    groups = len(unpaired(graph))
    remarks = []
    if groups:
        remarks.append(
            {
                "fr": f"{groups} groupe(s) que personne n'a nommé(s), ou famille(s) de dispositifs : d'aucune paire.",
                "en": f"{groups} group(s) nobody named or arrangement families, which are in no pair, are left out.",
            }
        )
    names = ("title", "question", "notes", "filters", "generated_from")
    out.graph.update({name: graph.graph[name] for name in names if name in graph.graph})
    out.graph.update(name=rule, directed=False)
    if "title" in out.graph:
        out.graph["title"] = dict(TITLES[rule])
        out.graph["question"] = dict(RULES[rule])
    out.graph[KEY] = remade(
        graph,
        rule=rule,
        rule_words=dict(RULES[rule]),
        weight=weight,
        weight_words=dict(WEIGHTS[weight]),
        side=f"{sides.modes[number]}s",
        threshold=floor,
        choices=kept,
        remarks=remarks,
    )


#: Choices that are told even where they leave nothing out.
_TOLD = frozenset({"hospital_groups"})
