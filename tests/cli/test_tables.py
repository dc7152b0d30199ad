"""Tables: dates in words for people, as they are written for programs."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

from maillage.cli import run
from maillage.library import open_graph
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


def test_an_answer_in_a_file(capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path) -> None:
    """Its ending says the form; rows and caveats are still said, and nothing is printed."""
    for name in ("a.csv", "a.json", "a.md", "a.xlsx"):
        out = tmp_path / name
        assert run(["query", "contracts", "--graph", str(folder), "-o", str(out)]) == 0
        said = capsys.readouterr()
        assert not said.out and str(out) in said.err and "4 lignes." in said.err
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == call(capsys, folder, "-f", "csv")
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == call(capsys, folder, "-f", "json")
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == call(capsys, folder, "-f", "markdown")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert sheet.max_row == 5
    bounds = {str(cell.value) for row in sheet.iter_rows(max_row=1) for cell in row}
    table = open_graph(folder, cache=False).ask("contracts")
    assert len(bounds) == len({column.heading or column.name for column in table.columns})


def test_csv_for_excel(capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path) -> None:
    out = call(capsys, folder, "--excel")
    assert out.startswith("\ufeff") and "Contrat 0;" in out
    assert run(["query", "contracts", "--graph", str(folder), "--excel", "-o", str(tmp_path / "a.csv")]) == 0
    assert (tmp_path / "a.csv").read_bytes().decode() == out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-f", "xlsx"], "a workbook is not for the terminal"),
        (["-f", "json", "--excel"], "--excel is a kind of csv, not of json"),
        (["-o", "a.doc"], "this ending names no form"),
        (["-f", "table", "-o", "a.txt"], "a table is for the terminal"),
        (["-o", "nowhere/a.csv"], "the folder for this file does not exist"),
        (["-f", "csv", "-o", "."], "this is a folder"),
    ],
)
def test_forms_that_do_not_go_together(
    capsys: pytest.CaptureFixture[str], folder: Path, words: list[str], said: str
) -> None:
    assert run(["query", "contracts", "--graph", str(folder), *words]) == 2
    assert said in capsys.readouterr().err
