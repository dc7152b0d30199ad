"""The official geographic code: a package of @etalab/decoupage-administratif comes in, its checked rows go out.

The package is a tarball (`npm pack`), its unpacked folder, or that folder's `data/`. Rows keep their line in the
file. A row that cannot be used is reported; a file that is missing or cut short, or a vintage whose numbers are not
those it is known to have, stops the import.
"""

from __future__ import annotations

import json
import subprocess
import tarfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from maillage.errors import MaillageError
from maillage.importers.geography.official_rows import Row, check_links, fault
from maillage.importers.geography.sources import OFFICIAL_CODE
from maillage.importers.kit.report import Report
from maillage.importers.kit.rows import json_rows, read_source

PACKAGE = "@etalab/decoupage-administratif"
#: Package version -> vintage and the number of rows of each list (communes: the current ones).
VINTAGES: dict[str, tuple[str, dict[str, int]]] = {
    "0.7.0": ("2019", {"regions": 18, "departements": 101, "arrondissements": 332, "communes": 35064, "epci": 1259}),
    "0.8.0": ("2020", {"regions": 18, "departements": 101, "arrondissements": 332, "communes": 35064, "epci": 1255}),
    "1.1.1": ("2021", {"regions": 18, "departements": 101, "arrondissements": 332, "communes": 35059, "epci": 1254}),
    "2.3.1": ("2022", {"regions": 26, "departements": 109, "arrondissements": 332, "communes": 35049, "epci": 1255}),
    "3.1.1": (
        "2023",
        {"regions": 26, "departements": 109, "arrondissements": 333, "communes": 35039, "epci": 1255, "ept": 11},
    ),
    "4.1.0": (
        "2024",
        {"regions": 26, "departements": 109, "arrondissements": 333, "communes": 35029, "epci": 1255, "ept": 11},
    ),
    "5.3.0": (
        "2025",
        {"regions": 26, "departements": 109, "arrondissements": 333, "communes": 34969, "epci": 1255, "ept": 11},
    ),
    "6.0.0": (
        "2026",
        {"regions": 26, "departements": 109, "arrondissements": 333, "communes": 34969, "epci": 1255, "ept": 11},
    ),
}
CURRENT = "6.0.0"
_LISTINGS = {listing.name.removesuffix(".json"): listing for listing in OFFICIAL_CODE.listings}
LISTS = tuple(_LISTINGS)


@dataclass
class OfficialCode:
    """One vintage of the code: each list as code -> row, in the order of the file; `aside` has the codes of rows that
    could not be used, which the code names all the same.
    """

    version: str
    vintage: str | None
    lists: dict[str, dict[str, Row]] = field(default_factory=dict)
    aside: set[str] = field(default_factory=set)

    @property
    def label(self) -> str:
        """What a file name or an IRI calls it: 2026, or paquet-7.0.0 when the vintage is not known."""
        return self.vintage or f"paquet-{self.version}"

    @property
    def communes(self) -> dict[str, Row]:
        """The current communes."""
        return self.lists["communes"]

    def members(self, code: str) -> list[Row]:
        """The member rows of an EPCI or EPT that are current communes."""
        row = self.lists["epci"].get(code) or self.lists["ept"][code]
        return [member for member in row["membres"] if member["code"] in self.communes]


def fetch(version: str, folder: Path) -> Path:
    """Fetch a version of the package into a folder with the ordinary npm client; returns the tarball.

    Raises
    ------
    MaillageError
        When npm is missing or fails.
    """
    command = ["npm", "pack", f"{PACKAGE}@{version}", "--silent", "--pack-destination", str(folder)]
    fix = f"Fetch it yourself (npm pack {PACKAGE}@{version}) and give the tarball with --source."
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    except FileNotFoundError:
        raise MaillageError("npm is not installed.", fix=fix) from None
    except subprocess.TimeoutExpired:
        raise MaillageError("npm did not answer within five minutes.", fix=fix) from None
    found = sorted(folder.glob("*.tgz"))
    if done.returncode or not found:
        words = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise MaillageError(f"npm could not fetch {PACKAGE}@{version} ({words}).", fix=fix)
    return found[-1]


def read_official_code(path: Path, report: Report, vintage: str | None = None) -> OfficialCode:
    """Read a package.

    Parameters
    ----------
    path:
        Tarball, unpacked folder, or its `data/`.
    vintage:
        The year of an unknown version, when the maintainer knows it.

    Raises
    ------
    MaillageError
        For a damaged archive, a missing list, or a known version whose counts are not its own.
    """
    texts = _texts(path)
    version = _version(texts, path)
    known = VINTAGES.get(version)
    if known is None:
        report.remark(
            f"{path.name}: version {version} of {PACKAGE} is not known here (known: {', '.join(VINTAGES)}); its exact "
            "counts were not checked" + ("." if vintage else " and its vintage is unknown: say it with --vintage YEAR.")
        )
    code = OfficialCode(version, known[0] if known else vintage)
    for name in LISTS:
        text = texts.get(f"data/{name}.json")
        if text is None:
            if name != "ept" or (known and "ept" in known[1]):
                raise MaillageError(f"data/{name}.json is not in it.", file=path, fix=f"Give {PACKAGE} whole.")
            code.lists[name] = {}
            continue
        seen, code.lists[name], aside = _read_list(name, text, f"{path.name}/data/{name}.json", report)
        code.aside |= aside
        if known and seen != known[1][name]:
            raise MaillageError(
                f"data/{name}.json has {seen} rows; vintage {known[0]} (version {version}) has {known[1][name]}.",
                file=path,
                fix="The file was cut or changed: fetch the package again, or take another version.",
            )
    code.aside |= check_links(code.lists, report)
    return code


def _texts(path: Path) -> dict[str, str]:
    """package.json and data/*.json of a package, by their path in it."""
    if path.is_dir():
        root = path.parent if path.name == "data" else path / "package" if (path / "package").is_dir() else path
        files = {"package.json": root / "package.json"}
        files |= {f"data/{name}.json": root / "data" / f"{name}.json" for name in LISTS}
        return {name: read_source(file) for name, file in files.items() if file.is_file()}
    wanted = {"package.json", *(f"data/{name}.json" for name in LISTS)}
    out: dict[str, str] = {}
    try:
        with tarfile.open(path) as archive:
            for member in archive:
                name = member.name.partition("/")[2]
                stream = archive.extractfile(member) if name in wanted and member.isfile() else None
                if stream is not None:
                    out[name] = stream.read().decode("utf-8")
    except (tarfile.TarError, EOFError, zlib.error, UnicodeDecodeError) as error:
        if path.stat().st_size == 0:
            what, fix = "this file is empty.", "Fetch it again."
        elif "could not be opened" in str(error):
            what, fix = "this is no archive.", "Give the tarball of npm pack (.tgz), or its unpacked folder."
        else:
            reason = str(error).rstrip(".") or type(error).__name__
            what, fix = f"this archive is truncated or damaged ({reason}).", "Fetch it again."
        raise MaillageError(what, file=path, fix=fix) from None
    except OSError as error:
        raise MaillageError(
            f"cannot be read as an archive ({(error.strerror or str(error)).lower()}).",
            file=path,
            fix="Give the tarball of npm pack, or its unpacked folder.",
        ) from None
    return out


def _version(texts: dict[str, str], path: Path) -> str:
    try:
        package = json.loads(texts["package.json"])
        if package["name"] == PACKAGE:
            return str(package["version"])
        what = f"this is the package {package['name']}, not {PACKAGE}."
    except (KeyError, TypeError, json.JSONDecodeError):
        what = "no package.json says which version of the official geographic code this is."
    raise MaillageError(what, file=path, fix=f"Give the tarball of npm pack {PACKAGE}@{CURRENT}.")


def _read_list(name: str, text: str, file: str, report: Report) -> tuple[int, dict[str, Row], set[str]]:
    """How many rows the list has (bad ones too, duplicates once), the good ones by code, and the codes of bad ones."""
    seen = 0
    aside: set[str] = set()
    out: dict[str, Row] = {}
    for line, row in json_rows(text, file, _LISTINGS[name], report):
        if name == "communes" and row.get("type") != "commune-actuelle":
            report.leave_out(file, "part-of-a-commune")
            continue
        code = row.get("code")
        if isinstance(code, str) and code in out:
            same = all(row.get(key) == out[code].get(key) for key in row)
            how = "." if same else ", and says otherwise; the first row is kept."
            report.aside(file, line, f"the code {code} stands here a second time{how}")
            continue
        seen += 1
        why = fault(name, row)
        if why:
            report.aside(file, line, f"{why}; left aside.")
            aside.add(str(code))
            continue
        row["line"], row["file"] = line, file
        out[str(code)] = row
    return seen, out, aside - out.keys()


def rows_of(code: OfficialCode, name: str) -> Iterator[tuple[str, Row]]:
    """Rows of a list by code, sorted."""
    yield from sorted(code.lists[name].items())
