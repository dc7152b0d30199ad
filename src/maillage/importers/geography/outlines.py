"""Importer `outlines`: the ANCT's simplified outlines (GeoJSON) come in; one TopoJSON text, for the map, goes out.

Nothing of them goes to graph/: an outline is a drawing, not a fact about who governs health. The text is shipped with
the software. Points stay where the source has them (it gives degrees to four decimals); a border is written once for
both levels, and an EPCI the source cuts by department becomes one area again. Overseas, the source has moved and
shrunk the departments beside the mainland: so they stay.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from maillage.errors import MaillageError
from maillage.importers.geography.sources import DEPARTMENT_OUTLINES, EPCI_OUTLINES, OUTLINES
from maillage.importers.geography.topology import Area, Point, Polygon, Ring, topology
from maillage.importers.kit.base import Job, Listing, check_counts, when
from maillage.importers.kit.known import label_of
from maillage.importers.kit.report import Report
from maillage.importers.kit.rows import read_source
from maillage.terms import MLG

NAME = "outlines"
WORDS = {
    "fr": "Les contours des départements et des EPCI, pour la carte (livrés avec le logiciel, hors de graph/)",
    "en": "The outlines of departments and EPCI, for the map (shipped with the software, not in graph/)",
}
SOURCE = "the folder of the ANCT's outlines: anct_pvd_dep.geojson and anct_pvd_epci.geojson"

#: Where the text is kept, below a checkout.
TARGET = Path("src/maillage/views/outlines/france.topojson")
#: The level of what the source cuts out without a SIREN: islands outside any EPCI.
OUTSIDE = "no-epci"
#: Degrees to whole numbers: the source has four decimals.
_SCALE = 10_000
#: Level of the outlines -> class of the graph whose official code they bear.
_CLASSES = {"department": "mlg:Department", "epci": "mlg:IntercommunalArea"}
_ABOUT = {
    "title": OUTLINES.title[0],
    "publisher": OUTLINES.publisher,
    "source": OUTLINES.url,
    "licence": "Licence Ouverte 2.0",
    "made": OUTLINES.made[0],
}


def make(job: Job, vintage: str | None = None) -> str:
    """The TopoJSON text of the outlines, the same for the same source.

    Parameters
    ----------
    job:
        Its sources hold both GeoJSON files; outlines without a territory in its graph, and the reverse, are remarked.
    vintage:
        As the maintainer knows it: the source does not say.

    Raises
    ------
    MaillageError
        For a file that is missing, cut short, of another kind or in other coordinates, or a day that is none.
    """
    if job.retrieved is not None:
        when(job.retrieved)
    levels: dict[str, dict[str, list[Ring]]] = {"department": defaultdict(list), "epci": defaultdict(list)}
    levels[OUTSIDE] = defaultdict(list)
    said: dict[Area, dict[str, Any]] = {}
    hashes: dict[str, str] = {}
    for level, code_key, name_key, listing, other in (
        ("department", "insee_dep", "lib_dep", DEPARTMENT_OUTLINES, "*-dep.geojson"),
        ("epci", "siren_epci", "lib_epci", EPCI_OUTLINES, "*-epci.geojson"),
    ):
        path = job.find(listing.name, other)
        assert path is not None
        for line, given, rings in _features(path, listing, job.report):
            department, code = given["insee_dep"], given[code_key]
            area = (level, code) if code else (OUTSIDE, department)
            if level == "department" and code in levels[level]:
                job.report.aside(path, line, f"the department {code} has an outline already; left aside.")
                continue
            levels[area[0]][area[1]] += rings
            about = said.setdefault(area, {"name": given[name_key] or None, "departments": []})
            if department not in about["departments"]:
                about["departments"].append(department)
            if level == "department":
                about["region"] = given["insee_reg"]
        hashes[level] = hashlib.sha256(path.read_bytes()).hexdigest()
    check_counts(job)
    for level, kind in _CLASSES.items():
        _compare(level, kind, levels[level], job)
        job.report.count(f"{level} outlines", len(levels[level]))
    job.report.count("outlines outside any EPCI", len(levels[OUTSIDE]))
    arcs, areas = topology(levels)
    about = {**_ABOUT, "vintage": vintage, "retrieved": job.retrieved, "sha256": hashes}
    return _text(about, arcs, areas, said)


def _features(path: Path, listing: Listing, report: Report) -> Iterator[tuple[int, dict[str, str], list[Ring]]]:
    """The usable features one by one: the line they stand on, the properties handled, their rings."""
    text = read_source(path)
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise MaillageError(
            f"not JSON ({error.msg.lower()}): cut short?", file=path, line=error.lineno, fix="Fetch it again."
        ) from None
    features = data.get("features") if isinstance(data, dict) else None
    if not isinstance(features, list) or not all(isinstance(one, dict) for one in features) or not features:
        raise MaillageError("this is no GeoJSON collection of outlines.", file=path, fix="Give the ANCT's file.")
    crs = str((data.get("crs") or {}).get("properties", {}).get("name", "CRS84"))
    if not crs.endswith(("CRS84", "4326")):
        raise MaillageError(f"the outlines are in {crs}, not in WGS84.", file=path, fix="Give the ANCT's file.")
    missing = [key for key in listing.required if key not in (features[0].get("properties") or {})]
    if missing:
        raise MaillageError(
            f"its features do not say {', '.join(missing)}.", file=path, fix="Give the file of this level (dep, epci)."
        )
    read = report.start(path, listing)
    starts = [text.count("\n", 0, found.start()) + 1 for found in re.finditer(r'"type"\s*:\s*"Feature"', text)]
    lines = starts if len(starts) == len(features) else range(1, len(features) + 1)
    for line, feature in zip(lines, features, strict=True):
        given = feature.get("properties") or {}
        read.rows, read.line = read.rows + 1, line
        listing.check_row(given, path, line)
        if not given.get("insee_dep"):
            report.aside(path, line, "the outline has no department (insee_dep); left aside.")
            continue
        try:
            rings = list(_rings(feature["geometry"]))
        except (KeyError, TypeError, ValueError) as error:
            report.aside(path, line, f"no usable outline ({error}); left aside.")
            continue
        yield line, {key: given.get(key) or "" for key in listing.handled}, rings


def _rings(geometry: Mapping[str, Any]) -> Iterator[Ring]:
    """The rings of a Polygon or MultiPolygon, in whole numbers."""
    kind, coordinates = geometry["type"], geometry["coordinates"]
    if kind not in ("Polygon", "MultiPolygon"):
        raise ValueError(f"a {kind}")
    for polygon in [coordinates] if kind == "Polygon" else coordinates:
        for ring in polygon:
            points = [(round(x * _SCALE), round(y * _SCALE)) for x, y in ring]
            if len(points) < 4 or points[0] != points[-1]:
                raise ValueError("a ring that does not close")
            if not all(abs(x) <= 180 * _SCALE and abs(y) <= 90 * _SCALE for x, y in points):
                raise ValueError("a point that is on no globe")
            yield points


def _compare(level: str, kind: str, outlines: Iterable[str], job: Job) -> None:
    """Remark what has an outline but no territory in the graph, and the reverse."""
    territories = {
        term.value: label_of(said) for _, said in job.known.of_kind(kind) for term in said.get(MLG + "inseeCode", ())
    }
    drawn = set(outlines)
    bare = sorted(drawn - set(territories))
    if bare:
        job.report.remark(f"{len(bare)} {level} outlines have no territory in the graph: {', '.join(bare)}.")
    left = [f"{code} ({territories[code]})" for code in sorted(set(territories) - drawn)]
    if left:
        job.report.remark(f"{len(left)} {level} territories of the graph have no outline: {', '.join(left)}.")


def _text(
    about: Mapping[str, Any],
    arcs: Sequence[Sequence[Point]],
    areas: Mapping[Area, Sequence[Polygon]],
    said: Mapping[Area, Mapping[str, Any]],
) -> str:
    """TopoJSON with one arc and one area a line, so that two vintages can be compared line by line."""
    steps = [
        [[a[0], a[1]] if b is None else [a[0] - b[0], a[1] - b[1]] for a, b in zip(arc, [None, *arc], strict=False)]
        for arc in arcs
    ]
    objects = []
    for level in ("department", "epci", OUTSIDE):
        lines = [
            _json({"type": "MultiPolygon", "id": code, "properties": said[(level, code)], "arcs": areas[(level, code)]})
            for code in sorted(code for one, code in areas if one == level)
        ]
        objects.append(f'"{level}":{{"type":"GeometryCollection","geometries":[\n' + ",\n".join(lines) + "\n]}")
    heading = "".join(f"{_json(key)}:{_json(value)},\n" for key, value in about.items())
    transform = _json({"scale": [1 / _SCALE, 1 / _SCALE], "translate": [0, 0]})
    return (
        f'{{"type":"Topology",\n{heading}"transform":{transform},\n"objects":{{\n'
        + ",\n".join(objects)
        + '\n},\n"arcs":[\n'
        + ",\n".join(map(_json, steps))
        + "\n]}\n"
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
