"""Two networks drawn side by side: a comparison comes in; places, the same in both drawings, go out, ready for SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from maillage.network.comparison import Comparison
from maillage.network.legend import STATES, Look, State, look_of
from maillage.pages.kit.setting import Setting
from maillage.views.layout import positions

#: Nodes that are drawn, of each of the two networks.
MOST = 18
_LETTERS = 30
_MARGIN = 110
_LOOKS = {look.name: look for look in STATES}


@dataclass(frozen=True)
class Node:
    """One node: where it stands, what it is called, its page, its look, its state, and in which drawings it is."""

    x: int
    y: int
    label: str
    text: str
    address: str | None
    look: Look
    state: State
    sides: tuple[bool, bool]


@dataclass(frozen=True)
class Tie:
    """One tie: a path, its state, and its thickness in each drawing (0 where it is not)."""

    path: str
    state: State
    widths: tuple[float, float]


@dataclass(frozen=True)
class Pair:
    """The two drawings: the view of each (one where they share a node), nodes and ties; `left` nodes are in none."""

    views: tuple[str, str]
    nodes: Sequence[Node]
    ties: Sequence[Tie]
    left: int


def side_by_side(setting: Setting, found: Comparison) -> Pair | None:
    """The drawings of the best tied nodes of both networks; None where nothing is tied."""
    kept = sorted({node for graph in (found.before, found.after) for node in _most(graph)}, key=str)
    part = nx.Graph(found.graph.subgraph(kept))
    if part.number_of_edges() == 0:
        return None
    spots = positions(part)
    nodes = [_node(setting, found, node, spots[node]) for node in sorted(part, key=str)]
    ends = sorted(part.edges(data=True), key=lambda one: (str(one[0]), str(one[1])))
    ties = [_tie(data, spots[a], spots[b]) for a, b, data in ends if a != b]
    shared = any(all(node.sides) for node in nodes)
    views = [_view([node for node in nodes if shared or node.sides[side]]) for side in (0, 1)]
    return Pair((views[0], views[1]), nodes, ties, len(found.graph) - len(nodes))


def _view(nodes: Sequence[Node]) -> str:
    """The part of the ground that these nodes and their names stand on: left, top, width, height."""
    xs, ys = [node.x for node in nodes] or [0], [node.y for node in nodes] or [0]
    left, top = min(xs) - _MARGIN, min(ys) - _MARGIN // 2
    return f"{left} {top} {max(xs) + _MARGIN - left} {max(ys) + _MARGIN // 2 - top}"


def _most(graph: nx.Graph) -> list[Any]:
    """The nodes of most weight."""
    degrees = dict(graph.degree(weight="weight"))
    return sorted((node for node in graph if degrees[node]), key=lambda node: (-degrees[node], str(node)))[:MOST]


def _node(setting: Setting, found: Comparison, node: Any, spot: tuple[int, int]) -> Node:
    data = found.graph.nodes[node]
    label = setting.graph.label(str(node), setting.lang)
    short = setting.graph.built.names.short(str(node), setting.lang)
    text = short if len(short) <= _LETTERS else short[: _LETTERS - 1].rstrip() + "…"
    look = look_of(str(data.get("family") or ""))
    sides = (node in found.before, node in found.after)
    return Node(*spot, label, text, setting.addresses.thing(str(node)), look, _LOOKS[data["state"]], sides)


def _tie(data: dict[str, Any], one: tuple[int, int], two: tuple[int, int]) -> Tie:
    widths = tuple(_width(data[name]) for name in ("weight_before", "weight_after"))
    return Tie(f"M{one[0]} {one[1]}L{two[0]} {two[1]}", _LOOKS[data["state"]], (widths[0], widths[1]))


def _width(weight: float) -> float:
    return round(min(9.0, 1.5 + float(weight) ** 0.5), 1) if weight else 0.0
