"""The floors of the house: imports go downwards only, and each engine is met in its own rooms."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

#: Each module or package of src/maillage and its floor; imports go to the same name or to a lower floor.
FLOORS = {
    **dict.fromkeys(("errors", "terms", "places", "dates"), 0),
    "things": 1,
    "store": 2,
    "catalogue": 3,
    "names": 3,
    "naming": 4,
    "answers": 4,
    "profiles": 4,
    "scope": 4,
    "pipeline": 5,
    "importers": 6,
    "network": 6,
    "views": 7,
    "export": 7,
    "library": 8,
    "": 9,
    "cli": 10,
    "__main__": 11,
}
#: Where an engine may be imported: only where quads are stored, parsed or written, only where a network is drawn ...
ROOMS = {
    "pyoxigraph": {"things/rdf.py", "things/turtle.py", "store.py", "export/rdf.py"},
    "pyvis": {"views/vis.py"},
    "owlready2": set(),
    "shacl_rust": {"pipeline/validate.py"},
    "pyshacl": {"pipeline/validate.py"},
    "edtf": {"dates.py"},
    "rapidfuzz": {"names.py", "naming/resolve.py"},
}
#: The package's own __init__ may be asked for its version from anywhere.
SOURCES = sorted((Path(__file__).resolve().parents[2] / "src" / "maillage").rglob("*.py"))
BASE = Path(__file__).resolve().parents[2] / "src" / "maillage"


def floor_name(path: Path) -> str:
    parts = path.relative_to(BASE).with_suffix("").parts
    return "" if parts == ("__init__",) else parts[0]


def imports(path: Path) -> list[tuple[str, int]]:
    out = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            out += [(alias.name, node.lineno) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import"
            out += [(f"{node.module}.{alias.name}", node.lineno) for alias in node.names]
    return out


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.relative_to(BASE).as_posix())
def test_downward_only(path: Path) -> None:
    here = floor_name(path)
    assert here in FLOORS, f"{path}: give the module a floor"
    for name, line in imports(path):
        top, _, rest = name.partition(".")
        if top == "maillage":
            there = rest.split(".")[0]
            if there == "__version__":
                continue
            assert there in FLOORS, f"{path}:{line}: imports {name}, which has no floor"
            same = there == here or {there, here} <= {"errors", "terms", "places", "dates"}
            assert same or FLOORS[there] < FLOORS[here], f"{path}:{line}: {here} imports {there}, which is above it"
        elif top in ROOMS:
            room = path.relative_to(BASE).as_posix()
            assert room in ROOMS[top], f"{path}:{line}: {top} is used only in {sorted(ROOMS[top]) or 'the tests'}"


def test_views_and_exports_do_not_know_each_other() -> None:
    for path in SOURCES:
        other = {"views": "maillage.export", "export": "maillage.views"}.get(floor_name(path))
        if other:
            assert not [n for n, _ in imports(path) if n.startswith(other)], path
