"""The vintage of the official code an import works from: sources come in, the code goes out, or why it does not fit."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

from maillage.errors import MaillageError
from maillage.importers.geography.official import CURRENT, PACKAGE, VINTAGES, OfficialCode, fetch, read_official_code
from maillage.importers.kit.base import Job
from maillage.terms import DCT, PREFIXES


def open_code(job: Job, *, territories: bool = False) -> OfficialCode:
    """The latest official code among the job's sources (tarball or folder); fetched by npm when none was given.

    Parameters
    ----------
    territories:
        Whether the territories themselves are imported: what builds on them must be of their vintage.

    Raises
    ------
    MaillageError
        For a vintage other than the one asked for, or one that does not go with the territories of graph/.
    """
    vintage = job.options.get("vintage")
    given = packages(job.sources)
    if not given:
        if job.sources:
            job.report.remark(f"No {PACKAGE} among the sources: it was fetched.")
        wanted = vintage or VINTAGES[CURRENT][0]
        version = next((v for v, (year, _) in VINTAGES.items() if year == wanted), None)
        if version is None:
            known = ", ".join(year for year, _ in VINTAGES.values())
            raise MaillageError(f"the vintage {wanted} is not known (known: {known}).", fix="Give the package itself.")
        with tempfile.TemporaryDirectory() as folder:
            return check_vintage(job, read_official_code(fetch(version, Path(folder)), job.report), territories)
    codes = [read_official_code(path, job.report, vintage) for path in given]
    fitting = [code for code in codes if vintage is None or code.vintage == vintage]
    if not fitting:
        held = ", ".join(f"{code.label} (version {code.version})" for code in codes)
        raise MaillageError(
            f"this is the official code of {held}, not of {vintage}.",
            file=given[0],
            fix="Give the package of that vintage, or leave --vintage out.",
        )
    return check_vintage(job, max(fitting, key=lambda c: (c.vintage or "", c.version)), territories)


def check_vintage(job: Job, cog: OfficialCode, territories: bool = False) -> OfficialCode:
    """The same code, when its vintage goes with the territories of graph/: not older, and for others than the
    territories themselves not later. Going back on purpose is said with --vintage.
    """
    prefix = f"{PREFIXES['doc']}code-officiel-geographique-"
    sources = {t.value for _, said in job.known.of_kind("mlg:Region") for t in said.get(DCT + "source", ())}
    years = [s.removeprefix(prefix) for s in sources if re.fullmatch(re.escape(prefix) + r"\d{4}", s)]
    if not years or cog.vintage is None:
        return cog
    today = max(years)
    words = f"the territories of graph/ are those of {today}; this package is of {cog.vintage} (version {cog.version})"
    if territories and cog.vintage < today and job.options.get("vintage") != cog.vintage:
        fix = f"Give the package of {today} or later. To go back on purpose, add --vintage {cog.vintage}."
        raise MaillageError(f"{words}, older.", fix=fix)
    if not territories and cog.vintage != today:
        fix = f"Give the package of {today}, or run maillage import territories with this one first."
        raise MaillageError(f"{words}.", fix=fix)
    return cog


def packages(sources: Iterable[Path]) -> list[Path]:
    """The packages among files and folders: tarballs, unpacked packages, and folders of tarballs."""
    out: list[Path] = []
    for path in sources:
        if not path.exists():
            raise MaillageError("there is no such file or folder.", file=path, fix="Check --source.")
        if path.is_dir():
            unpacked = [path, path / "package", *([path.parent] if path.name == "data" else [])]
            inside = next((folder for folder in unpacked if (folder / "package.json").is_file()), None)
            out += [inside] if inside else sorted(path.glob("*.tgz"))
        elif path.suffix not in (".csv", ".jsonl", ".json"):
            out.append(path)
    return out
