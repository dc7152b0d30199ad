"""The floors of the house: imports go downwards only, in no circle, and each engine is met in its own rooms."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

#: Each module or package of src/maillage and its floor; imports go to the same name or to a lower floor.
FLOORS = {
    **dict.fromkeys(("errors", "terms", "places", "dates"), 0),
    "things": 1,
    "store": 2,
    "naming": 3,
    "asking": 4,
    "search": 4,
    "pipeline": 5,
    "vocabulary": 5,
    "importers": 6,
    "network": 6,
    "reasoning": 6,
    "releases": 6,
    "views": 7,
    "export": 7,
    "networks": 8,
    "library": 9,
    "pages": 10,
    "server": 11,
    "": 11,
    "cli": 12,
    "__main__": 13,
}
#: The rooms inside a package that has several, and their floors in it; "" is the package's own __init__.
INNER = {
    "importers": {
        "kit": 0,
        "geography": 1,
        "groupings": 1,
        "hospitals": 1,
        "links": 1,
        "institutions": 2,
        "structures": 2,
        "register": 3,
        "": 4,
    },
    "pages": {"kit": 0, "asked": 1, "kinds": 1, "networks": 2, "": 3, "site": 4},
}
#: Who may import a package that the rest of the house does not know.
GUESTS = {"importers": {"cli"}}
#: Where an engine may be imported: only where quads are stored, parsed or written, only where a network is drawn ...
ROOMS = {
    "pyoxigraph": {
        "things/rdf.py",
        "things/turtle.py",
        "store/embedded.py",
        "store/results.py",
        "store/raw.py",
        "export/rdf.py",
    },
    "pyvis": {"views/vis.py"},
    "owlready2": {"reasoning/hermit.py"},
    "shacl_rust": {"pipeline/validate.py"},
    "pyshacl": {"pipeline/validate.py", "export/portal/checks/dcat_ap.py"},  # of a catalogue: the shapes of others
    "edtf": {"dates.py"},
    "requests": {"export/push/http.py", "store/talk.py"},
    "ckanapi": {"export/push/ckan.py"},
    "pyarrow": {"export/portal/parquet.py"},
    "rapidfuzz": {"naming/names.py", "naming/resolve.py", "search/near.py"},
    "rustworkx": {"network/paths.py"},
    "graspologic_native": {"network/partitions.py"},
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
            guests = GUESTS.get(there, FLOORS.keys()) | {there}
            assert here in guests, f"{path}:{line}: {there} is imported only by {sorted(guests)}"
            same = there == here or {there, here} <= {"errors", "terms", "places", "dates"}
            assert same or FLOORS[there] < FLOORS[here], f"{path}:{line}: {here} imports {there}, which is above it"
        elif top in ROOMS:
            room = path.relative_to(BASE).as_posix()
            assert room in ROOMS[top], f"{path}:{line}: {top} is used only in {sorted(ROOMS[top]) or 'the tests'}"


@pytest.mark.parametrize("package", sorted(INNER))
def test_downward_only_inside(package: str) -> None:
    floors = INNER[package]
    assert {path.parent.name for path in (BASE / package).glob("*/*.py")} == {*floors} - {""}
    for path in (path for path in SOURCES if floor_name(path) == package):
        here = path.relative_to(BASE / package).parts[0] if path.parent != BASE / package else ""
        for name, line in imports(path):
            if name.startswith(f"maillage.{package}."):
                there = name.split(".")[2]
                there = there if there in floors else ""
                assert there == here or floors[there] < floors[here], f"{path}:{line}: {here} imports {name}"


def test_no_circle() -> None:
    """No module imports itself by way of others, not even inside a function; a package's __init__ is its face only."""
    modules = {module_name(path): path for path in SOURCES if path.name != "__init__.py"}
    tied = {
        module: {n for name, _ in imports(path) if (n := _nearest(name, modules)) and n != module}
        for module, path in modules.items()
    }
    try:
        list(TopologicalSorter(tied).static_order())
    except CycleError as error:
        pytest.fail(f"a circle of imports: {' <- '.join(error.args[1])}")


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(BASE.parent).with_suffix("").parts)


def _nearest(name: str, modules: dict[str, Path]) -> str:
    """The module an imported name is of: itself, or what it is taken from."""
    return name if name in modules else parent if (parent := name.rpartition(".")[0]) in modules else ""


def test_what_only_asks_knows_the_port_alone() -> None:
    """Questions, names, networks and views take any store; the engine behind it is met where a graph is built or kept."""
    readers = {"asking", "naming", "network", "views"}
    parses = {"asking/catalogue.py"}  # a query is parsed by the embedded engine, on no data
    for path in SOURCES:
        if floor_name(path) in readers and path.relative_to(BASE).as_posix() not in parses:
            assert not [n for n, _ in imports(path) if n.startswith("maillage.store.embedded")], path


def test_views_and_exports_do_not_know_each_other() -> None:
    for path in SOURCES:
        other = {"views": "maillage.export", "export": "maillage.views"}.get(floor_name(path))
        if other:
            assert not [n for n, _ in imports(path) if n.startswith(other)], path
