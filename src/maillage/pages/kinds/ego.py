"""The network around one actor: its partners and their ties come in; places on a circle, ready to draw as SVG, go out.

The same rows give the same drawing. Partners of one family stand together; the closer ones have thicker lines.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from maillage.naming.normalise import normalised
from maillage.network.legend import TABLE, Look, look_of

MOST = 60
"""Partners that are drawn."""
_RADIUS, _WIDTH = 185, 860
#: From the circle to a name, how much a letter takes at most, and letters of a name that have room beside the circle.
_GAP, _LETTER = 13, 6.6
_LETTERS = 26


@dataclass(frozen=True)
class Partner:
    """One partner: how many arrangements tie it, its family (a CURIE), its short name, and its page."""

    iri: str
    label: str
    short: str
    family: str
    weight: int
    address: str | None


@dataclass(frozen=True)
class Node:
    """A partner on the drawing: where it stands, how its name is turned, and which end of it is at the circle."""

    partner: Partner
    look: Look
    x: float
    y: float
    turn: float
    anchor: str
    dx: int
    text: str


@dataclass(frozen=True)
class Tie:
    """A line between two partners: a path of SVG and its thickness."""

    path: str
    width: float


@dataclass(frozen=True)
class Ego:
    """The drawing; `left_out` counts the partners that are not on it."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    spokes: tuple[Tie, ...]
    ties: tuple[Tie, ...]
    looks: tuple[Look, ...]
    left_out: int


def around(partners: Sequence[Partner], among: Mapping[tuple[str, str], int]) -> Ego:
    """The drawing.

    Parameters
    ----------
    partners:
        All of them; the `MOST` of most weight are drawn.
    among:
        (IRI, IRI) -> by how many arrangements two partners are tied.
    """
    kept = sorted(partners, key=lambda one: (-one.weight, normalised(one.label), one.iri))[:MOST]
    order = {look.family: place for place, look in enumerate(TABLE)}
    kept.sort(key=lambda one: (order.get(one.family, len(order)), one.family, normalised(one.short), one.iri))
    nodes = [_node(one, place, len(kept)) for place, one in enumerate(kept)]
    spot = {node.partner.iri: (node.x, node.y) for node in nodes}
    spokes = tuple(Tie(f"M0 0L{node.x} {node.y}", _width(node.partner.weight)) for node in nodes)
    ties = tuple(
        Tie(f"M{spot[a][0]} {spot[a][1]}Q0 0 {spot[b][0]} {spot[b][1]}", _width(number) * 0.6)
        for (a, b), number in sorted(among.items())
        if a in spot and b in spot
    )
    looks = {node.look.family: node.look for node in nodes}
    return Ego(_WIDTH, 2 * _tall(nodes), tuple(nodes), spokes, ties, tuple(looks.values()), len(partners) - len(kept))


def _node(partner: Partner, place: int, number: int) -> Node:
    angle = 2 * math.pi * (place + 0.5) / number - math.pi / 2
    x, y = round(_RADIUS * math.cos(angle), 1), round(_RADIUS * math.sin(angle), 1)
    right = x >= 0
    turn = round(math.degrees(angle) if right else math.degrees(angle) + 180, 1)
    text = partner.short if len(partner.short) <= _LETTERS else partner.short[: _LETTERS - 1].rstrip() + "…"
    return Node(
        partner, look_of(partner.family), x, y, turn, "start" if right else "end", _GAP if right else -_GAP, text
    )


def _tall(nodes: Sequence[Node]) -> int:
    """How far names reach above and below the middle."""
    reach = (abs(node.y) / _RADIUS * (_RADIUS + _GAP + _LETTER * len(node.text)) for node in nodes)
    return math.ceil(max(60.0, *reach) + 12)


def _width(weight: int) -> float:
    return round(min(7.0, 0.8 + 1.1 * math.sqrt(weight - 1) + 0.4), 1)
