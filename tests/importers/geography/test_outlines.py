"""Outlines: what encloses what stays so, a shared border is one, and a bad file says what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillage.cli import run
from maillage.errors import MaillageError
from maillage.importers.geography import outlines
from maillage.importers.geography.topology import Ring, doubled_area, topology, unfold
from maillage.importers.kit.base import Job
from maillage.importers.kit.known import Known
from maillage.importers.kit.report import Report

Cell = tuple[int, int]


def square(x: int, y: int, size: int = 1) -> Ring:
    return [(x, y), (x + size, y), (x + size, y + size), (x, y + size), (x, y)]


def rings_of(polygons: list[list[list[int]]], arcs: list[list[Cell]]) -> list[list[Cell]]:
    return [unfold(ring, arcs) for polygon in polygons for ring in polygon]


def inside(point: tuple[float, float], rings: list[list[Cell]]) -> bool:
    """Whether an odd number of rings encloses the point."""
    x, y = point
    found = False
    for ring in rings:
        for (ax, ay), (bx, by) in pairwise(ring):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                found = not found
    return found


def test_a_shared_border_is_one_arc() -> None:
    arcs, areas = topology({"department": {"01": [square(0, 0)], "02": [square(1, 0)]}})
    assert [(1, 0), (1, 1)] in arcs and len(arcs) == 3
    used = [arc if arc >= 0 else ~arc for polygons in areas.values() for arc in polygons[0][0]]
    assert sorted(used) == [0, 1, 1, 2], "the one between is used by both, once each way"


def test_parts_of_one_area_become_one() -> None:
    arcs, areas = topology({"epci": {"200": [square(0, 0), square(1, 0)]}, "department": {"01": [square(0, 0)]}})
    (polygon,) = areas[("epci", "200")]
    assert len(polygon) == 1 and doubled_area(unfold(polygon[0], arcs)) == 4
    assert not any(a[0] == b[0] == 1 for a, b in pairwise(unfold(polygon[0], arcs))), "no border between its parts"


def test_a_hole_and_an_island_in_it() -> None:
    arcs, areas = topology({"l": {"a": [square(0, 0, 9), square(2, 2, 5), square(4, 4)], "b": [square(2, 2, 5)]}})
    around, island = sorted(areas[("l", "a")], key=len, reverse=True)
    assert [doubled_area(unfold(ring, arcs)) for ring in around] == [162, -50], "outer ring one way, hole the other"
    assert [doubled_area(unfold(ring, arcs)) for ring in island] == [2]


@given(st.dictionaries(st.tuples(st.integers(0, 5), st.integers(0, 5)), st.sampled_from("abc"), min_size=1))
def test_every_place_stays_where_it_was(cells: dict[Cell, str]) -> None:
    """Any share-out of the cells of a grid: touching corners, holes, scattered parts."""
    names = set(cells.values())
    small = {name: [square(*cell) for cell, owner in cells.items() if owner == name] for name in names}
    arcs, areas = topology({"small": small, "all": {"all": [square(*cell) for cell in cells]}})
    for (_, name), polygons in areas.items():
        rings = rings_of(polygons, arcs)
        for x in range(6):
            for y in range(6):
                owner = cells.get((x, y))
                assert inside((x + 0.5, y + 0.5), rings) == (owner is not None and name in (owner, "all"))
        assert all(ring[0] == ring[-1] for ring in rings)
        assert sum(map(doubled_area, rings)) == 2 * sum(name in (owner, "all") for owner in cells.values())
    pieces = [tuple(sorted(piece)) for arc in arcs for piece in pairwise(arc)]
    assert len(pieces) == len(set(pieces)), "no piece of border is written twice"


# ---------- the files ----------

Sources = Callable[..., Path]


def feature(ring: Ring, **properties: Any) -> dict[str, Any]:
    points = [[x / 10, y / 10] for x, y in ring]
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "MultiPolygon", "coordinates": [[points]]},
    }


DEPARTMENTS = [
    feature(square(0, 0, 4), insee_dep="54", insee_reg="44", lib_dep="Meurthe-et-Moselle"),
    feature(square(4, 0, 4), insee_dep="55", insee_reg="44", lib_dep="Meuse"),
]
EPCI = [
    feature(square(0, 0, 4), insee_dep="54", insee_reg="44", siren_epci="200000001", lib_epci="CC d'Essai"),
    feature(
        [(4, 0), (6, 0), (6, 4), (4, 4), (4, 0)],
        insee_dep="55",
        insee_reg="44",
        siren_epci="200000001",
        lib_epci="CC d'Essai",
    ),
    feature(square(6, 2, 1), insee_dep="55", insee_reg="44", siren_epci=None, lib_epci=None),
]


def text_of(features: list[dict[str, Any]], **more: Any) -> str:
    """As the source lays it out: a feature a line."""
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in features)
    head = "".join(f"{json.dumps(key)}: {json.dumps(value)},\n" for key, value in more.items())
    return f'{{\n"type": "FeatureCollection",\n{head}"features": [\n{lines}\n]\n}}\n'


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    def write(departments: str | None = None, epci: str | None = None) -> Path:
        folder = tmp_path / "source"
        folder.mkdir(exist_ok=True)
        for name, text in (("dep", departments or text_of(DEPARTMENTS)), ("epci", epci or text_of(EPCI))):
            (folder / f"anct_pvd_{name}.geojson").write_text(text, encoding="utf-8")
        return folder

    return write


def make(folder: Path, graph: Path, report: Report | None = None) -> str:
    """The text; of a source that is tiny the counts are not looked at."""
    return outlines.make(Job([folder], "2026-11-21", Known(graph), report or Report(), {"counts": "accepted"}))


def test_what_is_written(sources: Sources, tmp_path: Path) -> None:
    folder = sources()
    text = make(folder, tmp_path)
    assert text == make(folder, tmp_path)
    made = json.loads(text)
    assert made["licence"] == "Licence Ouverte 2.0" and made["retrieved"] == "2026-11-21" and made["vintage"] is None
    named = {
        level: {one["id"]: one["properties"] for one in held["geometries"]} for level, held in made["objects"].items()
    }
    assert named["department"]["54"] == {"name": "Meurthe-et-Moselle", "departments": ["54"], "region": "44"}
    assert named["epci"] == {"200000001": {"name": "CC d'Essai", "departments": ["54", "55"]}}
    assert named["no-epci"] == {"55": {"name": None, "departments": ["55"]}}
    arcs = [list(accumulate(arc, lambda a, b: [a[0] + b[0], a[1] + b[1]])) for arc in made["arcs"]]
    (outer,) = made["objects"]["department"]["geometries"][0]["arcs"]
    ring = unfold(outer[0], [[tuple(point) for point in arc] for arc in arcs])
    assert set(ring) == {(0, 0), (4000, 0), (4000, 4000), (0, 4000)}, "degrees to the ten-thousandth"
    assert made["transform"] == {"scale": [0.0001, 0.0001], "translate": [0, 0]}


def test_what_does_not_match_the_graph_is_said(sources: Sources, tmp_path: Path) -> None:
    graph = tmp_path / "graph"
    graph.mkdir()
    (graph / "t.ttl").write_text(
        "@prefix mlg: <https://w3id.org/maillage/def#> .\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<x:54> a mlg:Department ; mlg:inseeCode "54" .\n'
        '<x:57> a mlg:Department ; mlg:inseeCode "57" ; skos:prefLabel "Moselle"@fr .\n',
        encoding="utf-8",
    )
    report = Report()
    make(sources(), graph, report)
    said = "\n".join(report.lines())
    assert "1 department outlines have no territory in the graph: 55." in said
    assert "1 department territories of the graph have no outline: 57 (Moselle)." in said
    assert "1 epci outlines have no territory in the graph: 200000001." in said


@pytest.mark.parametrize(
    ("departments", "words"),
    [
        (text_of(DEPARTMENTS)[:-40], "anct_pvd_dep.geojson:5: not JSON"),
        ("[]", "no GeoJSON collection"),
        (text_of([]), "no GeoJSON collection"),
        (text_of(DEPARTMENTS, crs={"properties": {"name": "urn:ogc:def:crs:EPSG::2154"}}), "EPSG::2154, not in WGS84"),
        (text_of(EPCI), "do not say lib_dep"),
    ],
)
def test_a_bad_file(sources: Sources, tmp_path: Path, departments: str, words: str) -> None:
    with pytest.raises(MaillageError, match=words):
        make(sources(departments), tmp_path)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(MaillageError, match=r"anct_pvd_dep\.geojson"):
        make(tmp_path, tmp_path)


def test_bad_features_are_told_with_their_line_and_the_rest_goes_on(sources: Sources, tmp_path: Path) -> None:
    open_ring = feature([(0, 0), (1, 0), (1, 1), (0, 1)], insee_dep="08", insee_reg="44", lib_dep="Ardennes")
    nowhere = feature(square(9000, 0), insee_dep="10", insee_reg="44", lib_dep="Aube")
    point = {**DEPARTMENTS[0], "geometry": {"type": "Point", "coordinates": [0, 0]}}
    nameless = feature(square(0, 8), insee_dep=None, insee_reg="44", lib_dep="?")
    report = Report()
    bad = [open_ring, nowhere, point, nameless, {**DEPARTMENTS[1], "geometry": None}]
    text = make(sources(text_of([*DEPARTMENTS, *bad, DEPARTMENTS[0]])), tmp_path, report)
    assert [held["id"] for held in json.loads(text)["objects"]["department"]["geometries"]] == ["54", "55"]
    assert [row.line for row in report.bad] == [6, 7, 8, 9, 10, 11]
    said = "\n".join(map(str, report.bad))
    for words in ("a ring that does not close", "on no globe", "a Point", "no department", "an outline already"):
        assert words in said


def test_the_shipped_outlines_are_those_of_the_source(shared: Path, root: Path, tmp_path: Path) -> None:
    report = Report()
    text = outlines.make(Job([shared / "data"], "2026-11-21", Known(tmp_path), report))
    assert (root / outlines.TARGET).read_text(encoding="utf-8") == text
    assert report.bad == [] and report.made["department outlines"] == 101 and report.made["epci outlines"] == 1255


def test_on_the_command_line(
    sources: Sources, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a checkout the text goes beside the code that draws it; a second time changes nothing, a bad file neither."""
    checkout = tmp_path / "checkout"
    for name in ("ontology", "graph", "queries", "src/maillage"):
        (checkout / name).mkdir(parents=True)
    (checkout / "src/maillage/places.py").touch()
    monkeypatch.chdir(checkout)
    arguments = ["import", "outlines", "--source", str(sources()), "--accept-loss", "--retrieved", "2026-11-21"]
    assert run(arguments) == 0
    said = capsys.readouterr()
    assert said.out.split() == [outlines.TARGET.as_posix(), "graph/imports.csv"] and "2 department outlines" in said.err
    text = (checkout / outlines.TARGET).read_bytes()
    assert run(arguments) == 0 and "0 file(s) written" in capsys.readouterr().err
    assert run(["import", "outlines", "--source", str(sources("[]"))]) == 2
    assert run([*arguments[:-1], "hier"]) == 2 and "'hier' is no date" in capsys.readouterr().err
    assert (checkout / outlines.TARGET).read_bytes() == text
    assert run(["import"]) == 0 and "outlines: Les contours" in capsys.readouterr().out
