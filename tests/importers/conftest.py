"""A tiny official geographic code (two regions, three departments, six communes) as a package a test can bend."""

from __future__ import annotations

import copy
import io
import json
import os
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from maillage.importers import get_importer
from maillage.importers.kit.base import Outcome, run
from maillage.importers.kit.known import Known

Lists = dict[str, list[dict[str, Any]]]
PACKAGE = "@etalab/decoupage-administratif"


def commune(code: str, name: str, people: int, *, department: str | None = None, **more: Any) -> dict[str, Any]:
    department = department or code[:2]
    region = {"54": "44", "55": "44", "75": "11"}.get(department, department)
    row = {"code": code, "nom": name, "typeLiaison": 0, "departement": department, "region": region}
    return {**row, "type": "commune-actuelle", "siren": f"21{code}01", "population": people, **more}


def grouping(code: str, name: str, kind: str, *members: tuple[str, int]) -> dict[str, Any]:
    rows = [{"code": number, "nom": "", "populationMunicipale": people} for number, people in members]
    total = sum(people for _, people in members)
    return {"code": code, "nom": name, "type": kind, "populationMunicipale": total, "membres": rows}


LISTS: Lists = {
    "regions": [
        {"code": "44", "nom": "Grand Est", "typeLiaison": 2, "chefLieu": "54395"},
        {"code": "11", "nom": "Île-de-France", "typeLiaison": 1, "chefLieu": "75056"},
    ],
    "departements": [
        {"code": "54", "nom": "Meurthe-et-Moselle", "typeLiaison": 0, "region": "44"},
        {"code": "55", "nom": "Meuse", "typeLiaison": 3, "region": "44"},
        {"code": "75", "nom": "Paris", "typeLiaison": 0, "region": "11"},
        {"code": "975", "nom": "Saint-Pierre-et-Miquelon", "typeLiaison": 0, "region": "975"},
    ],
    "arrondissements": [
        {"code": "543", "nom": "Nancy", "typeLiaison": 0, "departement": "54", "region": "44"},
        {"code": "551", "nom": "Le Val", "typeLiaison": 2, "departement": "55", "region": "44"},
    ],
    "communes": [
        commune("54395", "Nancy", 105000, arrondissement="543"),
        commune("54547", "Vandœuvre", 30000, arrondissement="543", anciensCodes=["54999"]),
        commune("55029", "Bar-le-Duc", 15000, arrondissement="551"),
        commune("55010", "Apremont", 100, arrondissement="551"),
        commune("75056", "Paris", 2100000),
        commune("97502", "Saint-Pierre", 5000, department="975"),
        {"code": "54001", "nom": "Une déléguée", "type": "commune-deleguee"},
    ],
    "epci": [
        grouping("245400676", "Métropole du Grand Nancy", "METRO", ("54395", 104000)),
        grouping("200070738", "CC Mad et Meuse", "CC", ("54547", 29000), ("55029", 14000)),
        grouping("200054781", "Métropole du Grand Paris", "METRO", ("75056", 2090000)),
    ],
    "ept": [grouping("200058006", "Petit Paris", "EPT", ("75056", 1))],
}


class Tiny:
    """What a test needs: the lists, the packages they make, importers run on them, and what the graph then says."""

    grouping = staticmethod(grouping)
    commune = staticmethod(commune)

    def __init__(self, folder: Path) -> None:
        self.folder, self.graph = folder, folder / "graph"

    def lists(self) -> Lists:
        return copy.deepcopy(LISTS)

    def package(
        self, content: Lists | None = None, *, version: str = "9.9.9", name: str = PACKAGE, file: str = "code.tgz"
    ) -> Path:
        """A tarball as npm packs it."""
        files: dict[str, Any] = {"package.json": {"name": name, "version": version}}
        files |= {f"data/{key}.json": rows for key, rows in (content or self.lists()).items()}
        with tarfile.open(self.folder / file, "w:gz") as archive:
            for inner, value in files.items():
                rows = ",\n".join(json.dumps(row, ensure_ascii=False) for row in value)
                data = (f"[\n{rows}\n]\n" if isinstance(value, list) else json.dumps(value)).encode()
                info = tarfile.TarInfo(f"package/{inner}")
                info.size = len(data)
                archive.addfile(info, io.BytesIO(data))
        return self.folder / file

    def csv(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def run(self, name: str, *sources: Path, vintage: str = "2026", retrieved: str | None = "2026-09-01") -> Outcome:
        """Run an importer over the test's graph; its sources are tiny, so that their counts are not looked at."""
        options = {"vintage": vintage, "counts": "accepted"}
        return run(get_importer(name), self.graph, sources or [self.package()], retrieved, None, options)

    def base(self, *names: str) -> None:
        """The territories, and what builds on them."""
        for name in ("territories", *names):
            self.run(name)

    @property
    def known(self) -> Known:
        return Known(self.graph)

    def files(self) -> dict[str, bytes]:
        """Every file below the graph folder, hidden ones too."""
        return {p.relative_to(self.graph).as_posix(): p.read_bytes() for p in self.graph.rglob("*") if p.is_file()}

    def said(self, thing: str) -> dict[str, list[str]]:
        """What the graph says of a thing: local name of the predicate -> sorted values, IRIs by their last part."""
        out = {}
        for predicate, terms in self.known.says(thing).items():
            values = [t.value.rsplit("/", 1)[-1].rsplit("#", 1)[-1] for t in terms]
            out[predicate.rsplit("/", 1)[-1].rsplit("#", 1)[-1]] = sorted(values)
        return out


@pytest.fixture
def tiny(tmp_path: Path) -> Tiny:
    return Tiny(tmp_path)


@pytest.fixture(scope="session")
def official_code() -> Path:
    """The real package of the official geographic code, where a maintainer has it at hand."""
    given = os.environ.get("MAILLAGE_OFFICIAL_CODE")
    if not given or not Path(given).exists():
        pytest.skip(f"no {PACKAGE} at hand: npm pack it and set MAILLAGE_OFFICIAL_CODE to the tarball")
    return Path(given)


@pytest.fixture(scope="session")
def data(shared: Path) -> Path:
    """The folder of real lists beside the checkout."""
    if not (shared / "data").is_dir():
        pytest.skip(f"no folder of lists at {shared / 'data'}: set MAILLAGE_SHARED")
    return shared / "data"


@pytest.fixture
def no_room(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """A disk that is full after so many files have been written."""

    def fill(after: int) -> None:
        write, count = Path.write_bytes, iter(range(1_000_000))

        def full(path: Path, content: bytes) -> int:
            if next(count) >= after:
                raise OSError(28, "No space left on device", str(path))
            return write(path, content)

        monkeypatch.setattr(Path, "write_bytes", full)

    return fill
