"""A graph to try scopes on: the small graph comes in; a folder of it with a few more shipped territories goes out.

Added are the regions and departments of the whole country, two intercommunal areas of one name (CC des Quatre
Rivières) and one that straddles two departments (CC Mad et Moselle), with their communes.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from maillage.places import Places
from maillage.terms import MLG, PREFIXES
from maillage.things.turtle import read_turtle
from maillage.things.turtle_writer import write_turtle

TERR = PREFIXES["terr"]
AREAS = {f"{TERR}epci-{siren}" for siren in ("247000623", "247400666", "200070738")}
FILES = (
    "pays",
    "regions",
    "departements",
    "intercommunalites",
    "communes-54",
    "communes-57",
    "communes-70",
    "communes-74",
)


def make_scoped(places: Places, small: Places, folder: Path) -> Path:
    """Write it into `folder`: the small graph, and one file of territories that it lacks."""
    shutil.copytree(small.graph, folder)
    known = {t.subject.value for path in small.files() for t in read_turtle(path).triples}
    triples = [t for name in FILES for t in read_turtle(places.graph / "territories" / f"{name}.ttl").triples]
    wanted = AREAS | {
        t.subject.value for t in triples if t.predicate.value == MLG + "within" and t.object.value in AREAS
    }
    wanted |= {t.subject.value for t in triples if t.object.value in (MLG + "Region", MLG + "Department")}
    more = [t for t in triples if t.subject.value in wanted - known]
    (folder / "territories" / "encore.ttl").write_text(write_turtle(more), encoding="utf-8")
    return folder
