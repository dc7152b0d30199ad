"""Arrangements on a map: the facts and the shipped outlines come in; GeoJSON, one feature a territory, goes out.

The outlines (departments and intercommunal areas, and regions made of departments) are simplified, and their source has
moved and shrunk the overseas departments: these, and every territory without an outline, have a null geometry and say
so.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from maillage.export.portal.facts import Facts
from maillage.terms import MLG, curie

#: The outlines that the package ships.
_FILE = Path(__file__).parents[2] / "views" / "outlines" / "france.topojson"
Ring = list[list[float]]
_MOVED = "outre-mer : le contour de la source est déplacé et réduit"
_NONE = "aucun contour : ni département, ni région, ni intercommunalité"


@cache
def _topology() -> dict[str, Any]:
    return dict(json.loads(_FILE.read_text(encoding="utf-8")))


@cache
def _arcs() -> list[Ring]:
    scale = _topology()["transform"]["scale"]
    out = []
    for steps in _topology()["arcs"]:
        x = y = 0
        points = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            points.append([round(x * scale[0], 4), round(y * scale[1], 4)])
        out.append(points)
    return out


def _ring(numbers: list[int]) -> Ring:
    out: Ring = []
    for number in numbers:
        points = _arcs()[number] if number >= 0 else _arcs()[~number][::-1]
        out += points[1:] if out else points
    return out if _turns_left(out) else out[::-1]


def _turns_left(ring: Ring) -> bool:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) >= 0


def _polygons(areas: list[dict[str, Any]]) -> dict[str, Any]:
    """The geometry of areas: outer rings turn left, as RFC 7946 asks, holes right."""
    out = []
    for area in areas:
        for polygon in area["arcs"]:
            outer, *holes = (_ring(ring) for ring in polygon)
            out.append([outer, *(hole[::-1] for hole in holes)])
    return {"type": "MultiPolygon", "coordinates": out}


@cache
def _areas() -> dict[tuple[str, str], dict[str, Any]]:
    """(level, code) -> geometry, of what lies where it is drawn."""
    held = {name: one["geometries"] for name, one in _topology()["objects"].items()}
    regions: dict[str, list[dict[str, Any]]] = defaultdict(list)
    out: dict[tuple[str, str], dict[str, Any]] = {}
    for area in held["department"]:
        if not area["id"].startswith("97"):
            regions[area["properties"]["region"]].append(area)
            out["Department", area["id"]] = _polygons([area])
    out |= {("Region", code): _polygons(areas) for code, areas in regions.items()}
    for area in held["epci"]:
        if not any(code.startswith("97") for code in area["properties"]["departments"]):
            out["IntercommunalArea", area["id"]] = _polygons([area])
    return out


@cache
def _moved() -> set[tuple[str, str]]:
    """(level, code) of what the source draws elsewhere than it lies."""
    held = {name: one["geometries"] for name, one in _topology()["objects"].items()}
    out = {("Department", area["id"]) for area in held["department"] if area["id"].startswith("97")}
    out |= {("Region", area["properties"]["region"]) for area in held["department"] if area["id"].startswith("97")}
    for area in held["epci"]:
        if any(code.startswith("97") for code in area["properties"]["departments"]):
            out.add(("IntercommunalArea", area["id"]))
    return out


def geometry(facts: Facts, territory: str) -> dict[str, Any] | None:
    """The outline of a territory in degrees (WGS 84); None where there is none, or it is not where it should be."""
    kind = (facts.one(territory, MLG + "kind") or "").removeprefix(MLG)
    code = facts.one(territory, MLG + "inseeCode") or territory.rpartition("-")[2]
    return _areas().get((kind, code))


def _why_none(facts: Facts, territory: str) -> str:
    """Why a territory has no geometry: it is overseas, or none of the kinds that have outlines."""
    kind = (facts.one(territory, MLG + "kind") or "").removeprefix(MLG)
    code = facts.one(territory, MLG + "inseeCode") or territory.rpartition("-")[2]
    return _MOVED if (kind, code) in _moved() else _NONE


def to_geojson(facts: Facts, licence: str) -> tuple[str, Counter[str]]:
    """The FeatureCollection, and how many of its features have a geometry or not, by kind of territory.

    Properties of a feature: the territory's IRI, name and kind, how many arrangements belong to it, their IRIs and
    names joined by `` | ``, how many of each kind; `geometry_note` says why there is no geometry.
    """
    on: dict[str, list[str]] = defaultdict(list)
    for arrangement in facts.of_kind(MLG + "Arrangement"):
        for territory in facts.values(arrangement, MLG + "territory"):
            on[territory].append(arrangement)
    features, counts = [], Counter[str]()
    for territory, arrangements in sorted(on.items()):
        shape = geometry(facts, territory)
        kind = facts.one(territory, MLG + "kind") or MLG + "Territory"
        counts[f"{'with' if shape else 'without'} {kind.removeprefix(MLG)}"] += 1
        named = sorted((facts.label(one), one) for one in arrangements)
        kinds = Counter(facts.label(facts.one(one, MLG + "kind") or "") for one in arrangements)
        properties = {
            "territory": territory,
            "label": facts.label(territory),
            "kind": curie(kind),
            "kind_label": facts.label(kind),
            "insee": facts.one(territory, MLG + "inseeCode"),
            "count": len(named),
            "kinds": " | ".join(f"{name}: {number}" for name, number in sorted(kinds.items())),
            "arrangements": " | ".join(label for label, _ in named),
            "arrangement_iris": " | ".join(iri for _, iri in named),
            "geometry_note": None if shape else _why_none(facts, territory),
        }
        features.append({"type": "Feature", "id": territory, "properties": properties, "geometry": shape})
    source = _topology()
    whole = {
        "type": "FeatureCollection",
        "name": "Dispositifs par territoire",
        "license": licence,
        "source": f"{source['title']}, {source['publisher']}, {source['source']}",
        "features": features,
    }
    head, tail = json.dumps({**whole, "features": []}, ensure_ascii=False).rsplit("[]", 1)
    body = ",\n".join(json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features)
    return f"{head}[\n{body}\n]{tail}\n", counts
