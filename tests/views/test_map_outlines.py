"""The shipped outlines on their sheet: all there, in place, and matched by code with the graph's territories."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest

from maillage.errors import MaillageError
from maillage.terms import MLG, RDF
from maillage.things.turtle import read_turtle
from maillage.views.map_outlines import LEVELS, OUTLINES, UNIT, lambert93, sheet


def scale(latitude: float) -> tuple[float, float]:
    """How long a step east and a step north come out on the map, against their length on the GRS80 ellipsoid."""
    a, e2, step, longitude = 6_378_137.0, 0.0818191910428158**2, 1e-4, 2.0
    phi = math.radians(latitude)
    curve = 1 - e2 * math.sin(phi) ** 2
    east, north = a / math.sqrt(curve) * math.cos(phi), a * (1 - e2) / curve**1.5
    here = lambert93(longitude, latitude)
    return (
        math.dist(here, lambert93(longitude + step, latitude)) / (east * math.radians(step)),
        math.dist(here, lambert93(longitude, latitude + step)) / (north * math.radians(step)),
    )


def test_lambert_93() -> None:
    """By its definition: the origin, true lengths on both parallels, the same scale every way elsewhere."""
    assert lambert93(3.0, 46.5) == pytest.approx((700_000, 6_600_000), abs=0.01)
    assert lambert93(3.0, 50.0)[0] == pytest.approx(700_000) and lambert93(4.0, 46.5)[0] > 700_000
    for latitude, known in ((44.0, 1.0), (49.0, 1.0), (46.5, 0.99905)):
        assert scale(latitude) == pytest.approx((known, known), abs=2e-6)


def test_what_is_on_the_sheets() -> None:
    departments, epci = (sheet(level) for level in LEVELS)
    assert (len(departments.shapes), len(epci.shapes), len(epci.outside)) == (101, 1255, 3)
    assert [shape.departments for shape in epci.outside] == [("22",), ("29",), ("85",)]
    assert departments.box == epci.box, "both levels lie on one sheet"
    left, top, right, bottom = departments.box
    assert 1_000_000 < (right - left) * UNIT < 1_300_000 and 900_000 < (bottom - top) * UNIT < 1_200_000, "metres"
    assert all(re.fullmatch(r"(M-?\d+ ?-?\d+l[-\d ]+z)+", shape.path) for shape in epci.shapes.values())


def test_where_things_are() -> None:
    """North is up, east is right, and every EPCI lies within the box of the departments it is said to lie in."""
    shapes = sheet("department").shapes
    assert shapes["59"].box[1] < shapes["75"].box[1] < shapes["13"].box[1]
    assert shapes["29"].box[2] < shapes["75"].box[0] < shapes["67"].box[0]
    for one in sheet("epci").shapes.values():
        boxes = [shapes[code].box for code in one.departments]
        assert min(b[0] for b in boxes) <= one.box[0] and one.box[2] <= max(b[2] for b in boxes)
        assert min(b[1] for b in boxes) <= one.box[1] and one.box[3] <= max(b[3] for b in boxes)


def test_the_file_is_small_and_says_where_it_comes_from() -> None:
    assert OUTLINES.stat().st_size < 700_000
    about = sheet("epci").about
    assert {"title", "publisher", "source", "licence", "made", "sha256"} <= set(about)


@pytest.mark.parametrize(
    ("level", "kind", "file"),
    [("department", "Department", "departements"), ("epci", "IntercommunalArea", "intercommunalites")],
)
def test_outlines_and_territories_match_by_code(root: Path, level: str, kind: str, file: str) -> None:
    names, codes, ours = {}, {}, set()
    for triple in read_turtle(root / "graph" / "territories" / f"{file}.ttl").triples:
        if triple.predicate.value == RDF + "type" and triple.object.value == MLG + kind:
            ours.add(triple.subject.value)
        elif triple.predicate.value == MLG + "inseeCode":
            codes[triple.subject.value] = triple.object.value
        elif triple.predicate.value == MLG + "within":
            names.setdefault(triple.subject.value, set()).add(triple.object.value.rsplit("/", 1)[1])
    there = {codes[subject] for subject in ours}
    assert set(sheet(level).shapes) - there == set(), "every outline has its territory"
    left = {subject for subject in ours if codes[subject] not in sheet(level).shapes}
    # The public territorial establishments of Greater Paris are drawn as the one metropolis they make.
    assert len(left) == (0 if level == "department" else 11)
    assert all("epci-200054781" in names[subject] for subject in left)


def test_an_unknown_level() -> None:
    with pytest.raises(MaillageError, match=r"no map of level 'commune'\. Choose department or epci"):
        sheet("commune")
