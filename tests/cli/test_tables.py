"""Tables: dates in words for people, as they are written for programs."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from maillage.cli import run
from maillage.terms import PREFIXES

HEAD = "".join(f"@prefix {name}: <{space}> .\n" for name, space in PREFIXES.items())
DATES = ["XXXX-10-01", "201X", "2018/2020", "2018-02-26"]
FACTS = "".join(
    f'arr:c{n} a mlg:LocalHealthContract ; skos:prefLabel "Contrat {n}"@fr .\n'
    f"claim:s{n} a mlg:State ; mlg:inArrangement arr:c{n} ; mlg:modality modality:done ; "
    f'schema:startDate "{text}"^^{"xsd:date" if n == 3 else "edtf:EDTF"} .\n'
    for n, text in enumerate(DATES)
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "contracts.ttl").write_text(HEAD + FACTS, encoding="utf-8")
    return tmp_path


def call(capsys: pytest.CaptureFixture[str], folder: Path, *more: str) -> str:
    assert run(["query", "contracts", "--graph", str(folder), *more]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_people_read_words(capsys: pytest.CaptureFixture[str], folder: Path, form: str) -> None:
    out = call(capsys, folder, "-f", form)
    assert "1er octobre (année non dite)" in out
    assert "années 2010" in out
    assert "de 2018 à 2020" in out
    assert "2018-02-26" in out, "a day as written, which sorts"
    assert not [text for text in DATES[:3] if text in out]
    assert "1 October (year unstated)" in call(capsys, folder, "-f", form, "--lang", "en")


def test_programs_read_what_is_written(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(call(capsys, folder, "-f", "csv"))))
    assert sorted(row["starts"] for row in rows) == sorted(DATES)
    assert sorted(row["starts"] for row in json.loads(call(capsys, folder, "-f", "json"))) == sorted(DATES)


def test_typed_sparql_too(capsys: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("SELECT ?when { arr:c0 schema:startDate ?when }"))
    assert run(["query", "-", "--graph", str(folder)]) == 0
    assert "1er octobre (année non dite)" in capsys.readouterr().out
