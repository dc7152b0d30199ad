"""A terminal is given the rows and columns it has room for, and told what is left and how to get it."""

from __future__ import annotations

import csv
import io

import pytest

from maillage.cli.show import ROWS, print_answer
from maillage.things.table import Column, Table

NAMES = ("acteur", "genre", "lieu", "debut", "fin", "remarque")


def table(rows: int, same: str = "contrat") -> Table:
    columns = [Column(name, name.capitalize()) for name in NAMES] + [Column("vide", "Vide")]
    cells = [
        [f"Organisme{n:04d}", same, f"Territoire{n:04d}", f"{1900 + n}", "2024", f"mot{n:05d}", ""] for n in range(rows)
    ]
    return Table(columns, cells, lang="fr")


@pytest.fixture(autouse=True)
def window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")


def printed(capsys: pytest.CaptureFixture[str], *args: object) -> tuple[str, str]:
    print_answer(*args)  # type: ignore[arg-type]
    captured = capsys.readouterr()
    return captured.out, captured.err


def test_fifty_rows_unless_more_are_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = printed(capsys, table(120), "table", "fr")
    assert "Organisme0049" in out and "Organisme0050" not in out
    assert f"120 lignes, les {ROWS} premières ici. Toutes : --all, ou -f csv." in err
    out, err = printed(capsys, table(120), "table", "fr", None)
    assert "Organisme0119" in out and "120 lignes." in err
    out, err = printed(capsys, table(120), "table", "en", 3)
    assert "Organisme0003" not in out and "120 rows, the first 3 here. All of them: --all, or -f csv." in err


def test_a_file_for_programs_is_whole(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = printed(capsys, table(120), "csv", "fr", None)
    assert len(list(csv.reader(io.StringIO(out)))) == 121


def test_columns_leave_from_the_least_telling(capsys: pytest.CaptureFixture[str]) -> None:
    """The empty ones first, without a word; those that say one thing, with it; then the last, by name."""
    out, err = printed(capsys, table(20), "table", "fr")
    assert "Vide" not in out and "Vide" not in err
    assert "Sur chaque ligne : Genre = contrat ; Fin = 2024." in err
    assert "Remarque" not in out or "Remarque" not in err
    assert all(len(line) <= 60 for line in out.splitlines())


def test_what_has_no_room_is_named(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "46")
    out, err = printed(capsys, table(20), "table", "fr")
    assert "mot00001" not in out and "Colonnes sans place ici : Remarque (-f csv)." in err


def test_few_rows_are_told_whole(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "46")
    out, err = printed(capsys, table(2), "table", "fr")
    assert "mot00001" in out and "Colonnes sans place" not in err
