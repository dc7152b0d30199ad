"""Tables for a spreadsheet: read back by another library, nothing guessed, nothing run, the same bytes each time."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest

from maillage.errors import MaillageError
from maillage.things import spreadsheet
from maillage.things.spreadsheet import CELL, to_excel_csv, to_xlsx
from maillage.things.table import Column, Table, Value

COLUMNS = [
    Column("code", "Code", type="string"),
    Column("place", "Département", type="iri"),
    Column("place_iri", hidden=True),
    Column("from", "Depuis", type="date"),
    Column("from_earliest", "Depuis, au plus tôt", hidden=True, type="date"),
    Column("share", "Part", type="decimal"),
    Column("known", "Connue", type="boolean"),
]
ROWS: list[list[Value]] = [
    ["08", "Ardennes", "https://x.invalid/08", "2024-06-30", "2024-06-30", Decimal("30.7"), True],
    ["010007987", '=HYPERLINK("https://x.invalid","clic")', None, "2025-07", "2025-07-01", Decimal("100"), False],
    ["2A", "Corse-du-Sud; « 2A »", None, "1899-12-31", None, None, None],
    ["2E10", "VRAI", None, "2018", "2018-02-30", 12345678901234567890, None],
    ["", "@x", None, None, None, float("inf"), None],
]
TABLE = Table(COLUMNS, ROWS, title="Qui ?", notes=["Un échantillon."])


def cells(table: Table) -> list[list[object]]:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(table)))
    return [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]


def test_a_workbook_says_what_each_cell_is() -> None:
    head, *rows = cells(TABLE)
    assert head == ["Code", "Département", "place_iri", "Depuis", "Depuis, au plus tôt", "Part", "Connue"]
    assert rows == [
        ["08", "Ardennes", "https://x.invalid/08", datetime(2024, 6, 30), datetime(2024, 6, 30), 30.7, "oui"],
        ["010007987", ROWS[1][1], None, "2025-07", datetime(2025, 7, 1), 100, "non"],
        ["2A", "Corse-du-Sud; « 2A »", None, "1899-12-31", None, None, None],
        ["2E10", "VRAI", None, "2018", "2018-02-30", "12345678901234567890", None],
        [None, "@x", None, None, None, "INF", None],
    ]
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(TABLE))).worksheets[0]
    assert sheet["B3"].data_type == "s", "a text, not a formula"
    assert sheet["D2"].number_format == "yyyy-mm-dd"


def test_a_workbook_says_what_to_know_of_it() -> None:
    about = openpyxl.load_workbook(io.BytesIO(to_xlsx(TABLE)))["À lire"]
    assert [row[0].value for row in about.iter_rows()] == ["Qui ?", "Lignes : 5", "Un échantillon."]


def test_a_workbook_has_no_clock() -> None:
    assert to_xlsx(TABLE) == to_xlsx(TABLE)
    created = openpyxl.load_workbook(io.BytesIO(to_xlsx(TABLE))).properties.created
    assert created is not None and created.date() == date(2000, 1, 1)


def test_what_a_sheet_cannot_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    long = Table([Column("text", "Texte")], [["x" * (CELL + 1)]])
    assert cells(long)[1] == ["x" * CELL]
    about = openpyxl.load_workbook(io.BytesIO(to_xlsx(long)))["À lire"]
    assert about["A3"].value == "Cellules coupées à 32 767 signes : 1"
    monkeypatch.setattr(spreadsheet, "ROWS", 5)
    with pytest.raises(MaillageError, match="a sheet holds 5 rows, this answer has 5"):
        to_xlsx(TABLE)


def test_an_empty_answer_is_a_workbook_too() -> None:
    assert cells(Table(COLUMNS, [])) == [[column.heading or column.name for column in COLUMNS]]


def test_csv_for_excel() -> None:
    text = to_excel_csv(TABLE)
    assert text.startswith("\ufeffCode;Département;") and text.count("\r\n") == 6
    head, *rows = csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=";")
    assert head[4] == "Depuis, au plus tôt"
    assert rows[0] == ['="08"', "Ardennes", "https://x.invalid/08", "2024-06-30", "2024-06-30", "30,7", "oui"]
    assert rows[1][:4] == ['="010007987"', '="=HYPERLINK(""https://x.invalid"",""clic"")"', "", '="2025-07"']
    assert rows[2][:4] == ['="2A"', "Corse-du-Sud; « 2A »", "", '="1899-12-31"']
    assert rows[3][:6] == ['="2E10"', '="VRAI"', "", '="2018"', '="2018-02-30"', '="12345678901234567890"']
    assert rows[4] == ["", '="@x"', "", "", "", "INF", ""]


@pytest.mark.parametrize("text", ["12 juin", "mars 2024", "Déc. 2019", "1/2", "#N/A", "-5", "01"])
def test_excel_guesses_nothing(text: str) -> None:
    assert to_excel_csv(Table([Column("text", "Texte")], [[text]])).splitlines()[1].replace('""', '"') == f'"="{text}""'


def test_a_long_formula_is_not_run() -> None:
    long = "=" + "A" * 300
    assert to_excel_csv(Table([Column("text", "Texte")], [[long]])).splitlines()[1] == f" {long}"
