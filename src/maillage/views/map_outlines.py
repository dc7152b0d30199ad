"""The shipped outlines (TopoJSON) come in; shapes ready to draw go out: SVG paths on one sheet, in Lambert-93.

The source has moved and shrunk the overseas departments beside the mainland; they are drawn where it puts them.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from maillage.errors import MaillageError

OUTLINES = Path(__file__).parent / "outlines" / "france.topojson"
#: Metres of the map to one unit of the sheet: a quarter of a pixel on a screen of 1,200.
UNIT = 250
LEVELS = ("department", "epci")
#: Islands outside any EPCI: drawn on the sheet of EPCI, with nothing to say.
OUTSIDE = "no-epci"

Point = tuple[int, int]


@dataclass(frozen=True)
class Shape:
    """One area on the sheet.

    Attributes
    ----------
    code: official code (INSEE for a department, SIREN for an EPCI); for what lies outside any EPCI, its department's.
    name: as the source of the outlines writes it; None outside any EPCI.
    departments: codes of the departments it lies in.
    path: of SVG, in units of the sheet.
    box: left, top, right, bottom.
    """

    code: str
    name: str | None
    departments: tuple[str, ...]
    path: str
    box: tuple[int, int, int, int]


@dataclass(frozen=True)
class Sheet:
    """The shapes of a level by code, what has an outline but is no territory of it, and the borders to draw over."""

    shapes: dict[str, Shape]
    outside: tuple[Shape, ...]
    borders: str
    box: tuple[int, int, int, int]
    about: dict[str, Any]


@cache
def sheet(level: str) -> Sheet:
    """The sheet of a level.

    Raises
    ------
    MaillageError
        For another level than those of `LEVELS`.
    """
    if level not in LEVELS:
        raise MaillageError(f"there is no map of level '{level}'.", fix=f"Choose {' or '.join(LEVELS)}.")
    topology = _read()
    arcs = [_arc(arc, topology["transform"]["scale"]) for arc in topology["arcs"]]
    objects = {name: held["geometries"] for name, held in topology["objects"].items()}
    shapes = [_shape(area, arcs) for area in objects[level]]
    outside = [_shape(area, arcs) for area in objects[OUTSIDE]] if level == "epci" else []
    if level == "department":
        # Over departments the borders of regions, over EPCI those of departments: all over one land.
        borders = _between(objects["department"], arcs, lambda area: area["properties"]["region"])
    else:
        borders = _between(objects["department"], arcs, lambda area: area["id"])
    boxes = [shape.box for shape in (*shapes, *outside)]
    about = {name: value for name, value in topology.items() if isinstance(value, str | dict) and name != "objects"}
    return Sheet({shape.code: shape for shape in shapes}, tuple(outside), borders, _around(boxes), about)


@cache
def neighbours(level: str) -> dict[str, frozenset[str]]:
    """Code -> the codes of the areas of its level that share a stretch of border with it."""
    found: dict[str, set[str]] = defaultdict(set)
    for codes in _sides(_read()["objects"][level]["geometries"], lambda area: area["id"]).values():
        for code in codes:
            found[code] |= {*codes} - {code}
    return {code: frozenset(others) for code, others in found.items()}


def _read() -> dict[str, Any]:
    topology: dict[str, Any] = json.loads(OUTLINES.read_text(encoding="utf-8"))
    return topology


def lambert93(longitude: float, latitude: float) -> tuple[float, float]:
    """Easting and northing in metres (EPSG:2154) of a place in degrees; constants of the IGN (NTG 71, RGF93)."""
    n, c, e = 0.7256077650532670, 11754255.426096, 0.0818191910428158
    phi = math.radians(latitude)
    isometric = math.atanh(math.sin(phi)) - e * math.atanh(e * math.sin(phi))
    radius, turn = c * math.exp(-n * isometric), n * math.radians(longitude - 3)
    return 700000 + radius * math.sin(turn), 12655612.049876 - radius * math.cos(turn)


def _arc(steps: Sequence[Sequence[int]], scale: Sequence[float]) -> list[Point]:
    """The points of an arc on the sheet, y downwards."""
    x = y = 0
    out = []
    for dx, dy in steps:
        x, y = x + dx, y + dy
        east, north = lambert93(x * scale[0], y * scale[1])
        out.append((round(east / UNIT), round((7_150_000 - north) / UNIT)))
    return out


def _shape(area: dict[str, Any], arcs: Sequence[Sequence[Point]]) -> Shape:
    rings = [_ring(ring, arcs) for polygon in area["arcs"] for ring in polygon]
    about = area["properties"]
    path = "".join(_path(ring) + "z" for ring in rings)
    box = _around([_box(ring) for ring in rings])
    return Shape(area["id"], about["name"], tuple(about["departments"]), path, box)


def _ring(ring: Iterable[int], arcs: Sequence[Sequence[Point]]) -> list[Point]:
    out: list[Point] = []
    for arc in ring:
        points = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
        out += points[1:] if out else points
    return out


def _between(areas: Iterable[dict[str, Any]], arcs: Sequence[Sequence[Point]], key: Callable[[Any], str]) -> str:
    """The path of the arcs that part areas whose keys differ."""
    return "".join(_path(arcs[arc]) for arc, keys in sorted(_sides(areas, key).items()) if len(set(keys)) > 1)


def _sides(areas: Iterable[dict[str, Any]], key: Callable[[Any], str]) -> dict[int, list[str]]:
    """Arc -> the keys of the areas on its sides."""
    sides: dict[int, list[str]] = defaultdict(list)
    for area in areas:
        for polygon in area["arcs"]:
            for ring in polygon:
                for arc in ring:
                    sides[arc if arc >= 0 else ~arc].append(key(area))
    return sides


def _path(points: Sequence[Point]) -> str:
    """Moves from point to point, those that fall together left out."""
    text = f"M{points[0][0]} {points[0][1]}l"
    for (ax, ay), (bx, by) in pairwise(points):
        if (ax, ay) != (bx, by):
            text += f"{bx - ax} {by - ay} "
    return text.replace(" -", "-").rstrip(" l")


def _box(points: Sequence[Point]) -> tuple[int, int, int, int]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _around(boxes: Sequence[tuple[int, int, int, int]]) -> tuple[int, int, int, int]:
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)
