"""The vintage of the official code: the one asked for, not older than graph/, one for all that builds on it."""

from __future__ import annotations

import pytest

from maillage.errors import MaillageError
from maillage.importers import get_importer
from maillage.importers.geography.official import VINTAGES
from maillage.importers.kit.base import run

COUNTS = {"regions": 2, "departements": 4, "arrondissements": 2, "communes": 6, "epci": 3, "ept": 1}


@pytest.fixture
def years(monkeypatch: pytest.MonkeyPatch, tiny):
    """The tiny code as two vintages known by their version: 2025 and 2026."""
    monkeypatch.setitem(VINTAGES, "9.0.5", ("2025", COUNTS))
    monkeypatch.setitem(VINTAGES, "9.0.6", ("2026", COUNTS))
    return {year: tiny.package(version=f"9.0.{year[-1]}", file=f"{year}.tgz") for year in ("2025", "2026")}


def imported(tiny, name: str, *packages, vintage: str | None = None):
    options = {"counts": "accepted"} | ({} if vintage is None else {"vintage": vintage})
    return run(get_importer(name), tiny.graph, packages, "2026-09-01", None, options)


def test_another_vintage_than_the_one_asked_for(tiny, years) -> None:
    with pytest.raises(
        MaillageError, match=r"2026\.tgz: this is the official code of 2026 \(version 9\.0\.6\), not of 2024"
    ):
        imported(tiny, "territories", years["2026"], vintage="2024")
    assert not tiny.graph.exists()
    imported(tiny, "territories", *years.values(), vintage="2025")
    assert tiny.said("terr:region-44")["source"] == ["code-officiel-geographique-2025"]


def test_the_latest_is_taken_when_none_is_asked_for(tiny, years) -> None:
    imported(tiny, "territories", *years.values())
    assert tiny.said("terr:region-44")["source"] == ["code-officiel-geographique-2026"]


def test_an_older_vintage_is_refused_unless_said(tiny, years) -> None:
    imported(tiny, "territories", years["2026"])
    before = tiny.files()
    with pytest.raises(MaillageError, match=r"those of 2026; this package is of 2025 .*add --vintage 2025"):
        imported(tiny, "territories", years["2025"])
    assert tiny.files() == before
    imported(tiny, "territories", years["2025"], vintage="2025")
    assert tiny.said("terr:region-44")["source"] == ["code-officiel-geographique-2025"]


@pytest.mark.parametrize("name", ["councils", "prefectures"])
def test_what_builds_on_the_territories_is_of_their_vintage(tiny, years, name: str) -> None:
    imported(tiny, "territories", years["2025"])
    before = tiny.files()
    with pytest.raises(
        MaillageError, match=r"those of 2025; this package is of 2026 .*run maillage import territories"
    ):
        imported(tiny, name, years["2026"])
    assert tiny.files() == before
    imported(tiny, name, years["2025"])
