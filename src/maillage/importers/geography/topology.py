"""Areas as closed rings of whole-number points come in; arcs drawn once, and each area as rings of arcs, go out.

This is the TopoJSON idea: a border two areas share, at one level or at two, is one arc. Nothing is simplified or moved:
the rings put together again from the arcs enclose exactly what came in. An area given in several parts that touch (an
EPCI cut by department) comes out whole, the border between its parts gone.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

Point = tuple[int, int]
Ring = Sequence[Point]
#: The two ends of a piece of border, the lesser first.
Segment = tuple[Point, Point]
#: An arc forwards (its number) or backwards (its number's complement), as TopoJSON writes it.
Arc = int
Polygon = list[list[Arc]]
#: A level and an area's code in it.
Area = tuple[str, str]


def topology(levels: Mapping[str, Mapping[str, Sequence[Ring]]]) -> tuple[list[list[Point]], dict[Area, list[Polygon]]]:
    """Cut the borders of all areas into arcs.

    Parameters
    ----------
    levels:
        Level -> code of an area -> its rings, closed (the last point is the first), in any order and direction; what
        an odd number of rings encloses is inside.

    Returns
    -------
    tuple
        The arcs (points from end to end), and for each (level, code) its polygons: the outer ring first, then holes,
        each a list of arcs. Outer rings run counter-clockwise, holes clockwise.
    """
    owners: dict[Segment, set[Area]] = defaultdict(set)
    for level, areas in levels.items():
        for code, rings in areas.items():
            for segment in _border(rings):
                owners[segment].add((level, code))
    arcs = _arcs(owners)
    borders: dict[Area, list[Arc]] = {(level, code): [] for level, areas in levels.items() for code in areas}
    for number, arc in enumerate(arcs):
        for area in owners[_segment(arc[0], arc[1])]:
            borders[area].append(number)
    return arcs, {area: _polygons(border, arcs) for area, border in borders.items()}


def unfold(ring: Iterable[Arc], arcs: Sequence[Sequence[Point]]) -> list[Point]:
    """The closed ring of points that a ring of arcs stands for."""
    out: list[Point] = []
    for arc in ring:
        points = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
        out += points[1:] if out else points
    return out


def _segment(a: Point, b: Point) -> Segment:
    return (a, b) if a <= b else (b, a)


def _border(rings: Iterable[Ring]) -> set[Segment]:
    """The pieces that part inside from outside: one that two rings share lies inside, and is none."""
    out: set[Segment] = set()
    for ring in rings:
        for a, b in pairwise(ring):
            if a != b:
                out ^= {_segment(a, b)}
    return out


def _arcs(owners: Mapping[Segment, set[Area]]) -> list[list[Point]]:
    """Chains of segments of the same owners, as long as may be; in the order of their points."""
    around: dict[Point, list[Segment]] = defaultdict(list)
    for segment in sorted(owners):
        for point in segment:
            around[point].append(segment)

    def is_end(point: Point) -> bool:
        near = around[point]
        return len(near) != 2 or owners[near[0]] != owners[near[1]]

    done: set[Segment] = set()

    def walk(point: Point, segment: Segment) -> list[Point]:
        arc = [point]
        while segment not in done:
            done.add(segment)
            point = segment[1] if segment[0] == point else segment[0]
            arc.append(point)
            if is_end(point):
                break
            segment = next(one for one in around[point] if one != segment)
        return arc

    ends = [point for point in sorted(around) if is_end(point)]
    out = [walk(point, segment) for point in ends for segment in around[point] if segment not in done]
    # What is left are borders nothing else touches: islands.
    out += [walk(segment[0], segment) for segment in sorted(owners) if segment not in done]
    return out


def _polygons(border: Sequence[Arc], arcs: Sequence[Sequence[Point]]) -> list[Polygon]:
    """Arcs put together into rings, and the rings into outer ones with their holes."""
    rings = [(ring, unfold(ring, arcs)) for ring in _rings(border, arcs)]
    outer: list[tuple[list[Arc], list[Point], Polygon]] = []
    holes: list[tuple[list[Arc], list[Point]]] = []
    for ring, points in rings:
        depth = sum(_inside(points, other) for _, other in rings if other is not points)
        if (doubled_area(points) > 0) != (depth % 2 == 0):
            ring, points = [~arc for arc in reversed(ring)], points[::-1]
        if depth % 2:
            holes.append((ring, points))
        else:
            outer.append((ring, points, [ring]))
    for ring, points in holes:
        around = [one for one in outer if _inside(points, one[1])]
        if around:
            min(around, key=lambda one: abs(doubled_area(one[1])))[2].append(ring)
        else:  # borders that overlap without meeting in the same points: drawn all the same
            outer.append((ring, points, [ring]))
    return [polygon for _, _, polygon in outer]


def _rings(border: Iterable[Arc], arcs: Sequence[Sequence[Point]]) -> list[list[Arc]]:
    """Each arc once, end to end, back to where the ring began; no two rings cross, though they may touch."""
    leaving: dict[Point, list[Arc]] = defaultdict(list)
    for arc in border:
        leaving[arcs[arc][0]].append(arc)
        leaving[arcs[arc][-1]].append(~arc)
    onward: dict[Arc, Arc] = {}
    for ends in leaving.values():
        # Where more than two ends meet, neighbours go together: a way across would make rings that cross.
        around = sorted(ends, key=lambda arc: _bearing(arc, arcs))
        for one, other in zip(around[::2], around[1::2], strict=True):
            onward[~one], onward[~other] = other, one
    left = set(border)
    out = []
    for first in border:
        if first not in left:
            continue
        ring: list[Arc] = []
        arc = first
        while not ring or arc != first:
            ring.append(arc)
            left.discard(arc if arc >= 0 else ~arc)
            arc = onward[arc]
        out.append(ring)
    return out


def _bearing(arc: Arc, arcs: Sequence[Sequence[Point]]) -> float:
    """The direction in which an arc leaves its first point."""
    (ax, ay), (bx, by) = (arcs[arc][0], arcs[arc][1]) if arc >= 0 else (arcs[~arc][-1], arcs[~arc][-2])
    return math.atan2(by - ay, bx - ax)


def doubled_area(ring: Ring) -> int:
    """Twice the area a closed ring encloses, positive when it runs counter-clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))


def _inside(ring: Ring, other: Ring) -> bool:
    """Whether `ring` lies inside `other`; the two do not cross, but may touch."""
    # The middle of a piece of the ring is on no corner of the other; doubled, to stay with whole numbers.
    x, y = ring[0][0] + ring[1][0], ring[0][1] + ring[1][1]
    inside = False
    for (ax, ay), (bx, by) in pairwise(other):
        if (2 * ay > y) != (2 * by > y):
            side = (x - 2 * ax) * (by - ay) - (y - 2 * ay) * (bx - ax)
            inside ^= (side < 0) == (by > ay)
    return inside
