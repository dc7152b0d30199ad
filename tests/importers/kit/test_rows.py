"""Rows and their lines: a bad one is told and the rest goes on; what is cut short stops the import."""

from __future__ import annotations

from pathlib import Path

import pytest

from maillage.errors import MaillageError
from maillage.importers.kit.listing import Listing
from maillage.importers.kit.report import Report
from maillage.importers.kit.rows import csv_rows, json_rows, jsonl_rows

LISTING = Listing("a", {"code": "le code", "nom": "le nom", "id": "le numéro"}, {}, {}, optional=("nom", "id"))
NAMED = Listing("a.csv", {"code": "le code", "nom": "le nom"}, {}, {}, needed=("nom",))


@pytest.fixture
def report() -> Report:
    return Report()


def test_csv_rows_keep_their_line(tmp_path: Path, report: Report) -> None:
    path = tmp_path / "a.csv"
    path.write_text('\ufeffcode,nom\n1,"deux\nlignes"\n2\n3, trois \n4,\n5,cinq,six\n', encoding="utf-8")
    assert list(csv_rows(path, NAMED, report)) == [
        (3, {"code": "1", "nom": "deux\nlignes"}),
        (5, {"code": "3", "nom": "trois"}),
    ]
    assert [str(row).removeprefix(str(path)) for row in report.bad] == [
        ":4: the row has not as many cells as the header; left aside.",
        ":6: nom is empty; the row is left aside.",
        ":7: the row has not as many cells as the header; left aside.",
    ]
    assert report.lines()[-1] == "Read: 5 rows of a.csv; 3 reported above."


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"a,b\n1,2\n", "has no column code, nom"), (b"", "it has none"), (b"code,nom\n\xe9,x\n", "not UTF-8")],
)
def test_csv_that_is_another_file(tmp_path: Path, report: Report, content: bytes, words: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    with pytest.raises(MaillageError, match=words):
        list(csv_rows(path, NAMED, report))


def test_csv_that_is_missing(tmp_path: Path, report: Report) -> None:
    with pytest.raises(MaillageError, match="no such file"):
        list(csv_rows(tmp_path / "none.csv", NAMED, report))


def test_json_rows_keep_their_line(report: Report) -> None:
    text = '\n[\n{"code": "1"},\n7,\n{\n  "code": "2"\n}, {"code": "3"}\n]\n'
    assert list(json_rows(text, "x.json", LISTING, report)) == [
        (3, {"code": "1"}),
        (5, {"code": "2"}),
        (7, {"code": "3"}),
    ]
    assert [str(row) for row in report.bad] == ["x.json:4: this is no object; left aside."]


@pytest.mark.parametrize("text", ['[{"code": "1"},\n{"code"', '[{"code": "1"}', '[{"code": "1"} {', "["])
def test_json_cut_short(report: Report, text: str) -> None:
    with pytest.raises(MaillageError, match=r"x\.json:\d+: .*truncated or damaged"):
        list(json_rows(text, "x.json", LISTING, report))


@pytest.mark.parametrize("text", ["", "{}", "null"])
def test_json_that_is_no_array(report: Report, text: str) -> None:
    with pytest.raises(MaillageError, match="no JSON array"):
        list(json_rows(text, "x.json", LISTING, report))


def test_json_lines(tmp_path: Path, report: Report) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": 1}\n\nnot json\n[2]\n{"id": 3}\n', encoding="utf-8")
    assert list(jsonl_rows(path, LISTING, report)) == [(1, {"id": 1}), (5, {"id": 3})]
    assert [row.line for row in report.bad] == [3, 4]
