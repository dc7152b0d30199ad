"""Tables for a spreadsheet: a table comes in; a workbook (.xlsx), or a CSV that a French Excel opens, goes out.

Excel guesses: 08 becomes 8, 2025-07 a day, a text that begins with = is run. A workbook says of each cell what it is. A
CSV cannot, so what Excel would change is written there as a formula that gives the text: ``="08"``.
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from maillage.errors import MaillageError
from maillage.things.table import Column, Table, Value, cell_text

#: What a sheet holds (Excel, specifications and limits): rows, characters of a cell, digits of a number, first year.
ROWS, CELL, DIGITS, YEAR = 1_048_576, 32_767, 15, 1900
#: The longest text in a formula.
_TEXT = 255
#: What Excel may make a formula, a number, a day (12 juin, mars 2024), an error or a truth of.
_GUESSED = re.compile(
    r"\s*([-+=@]|[.,]?\d|(jan|f[ée][vb]|mar|a[pv]r|ma[iy]|jui|jun|jul|ao[uû]|aug|sep|oct|nov|d[ée]c)\D*\d|#[A-Z]"
    r"|(true|false|vrai|faux)\s*\Z)",
    re.IGNORECASE,
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
_WORDS = {
    "fr": {"data": "Réponse", "about": "À lire", "rows": "Lignes", "cut": "Cellules coupées à 32 767 signes"},
    "en": {"data": "Answer", "about": "Read me", "rows": "Rows", "cut": "Cells cut at 32,767 characters"},
}
#: The widest column that a sheet opens with, in characters.
_WIDE = 60


def to_xlsx(table: Table) -> bytes:
    """A workbook: the rows, with every column, and a sheet of what to know of them; the same bytes each time.

    Numbers are numbers and whole days are days; codes, partial dates and numbers too long for a sheet are texts.

    Raises
    ------
    MaillageError
        For more rows than a sheet holds.
    """
    import xlsxwriter

    if len(table) >= ROWS:
        raise MaillageError(f"a sheet holds {ROWS} rows, this answer has {len(table)}.", fix="Write it as csv.")
    out, words = io.BytesIO(), _WORDS[table.lang]
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"title": table.title, "created": datetime(2000, 1, 1)})  # no clock in what is written
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        sheet, cut = book.add_worksheet(words["data"]), 0
        for x, heading in enumerate(headings(table.columns)):
            sheet.write_string(0, x, heading, bold)
        for y, row in enumerate(table.rows, 1):
            for x, (column, value) in enumerate(zip(table.columns, row, strict=True)):
                cell = _cell(column, value, table.lang)
                if isinstance(cell, date):
                    sheet.write_datetime(y, x, datetime(cell.year, cell.month, cell.day), day)
                elif isinstance(cell, str):
                    cut += len(cell) > CELL
                    sheet.write_string(y, x, cell[:CELL])
                elif cell is not None:
                    sheet.write_number(y, x, cell)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(table), max(len(table.columns) - 1, 0))
        for x, heading in enumerate(headings(table.columns)):
            longest = max((len(cell_text(row[x], table.lang)) for row in table.rows), default=0)
            sheet.set_column(x, x, min(max(longest, len(heading)) + 2, _WIDE))
        about = book.add_worksheet(words["about"])
        about.set_column(0, 0, 120, book.add_format({"text_wrap": True}))
        counts = [
            f"{words['rows']}{_colon(table)} {len(table)}",
            *([f"{words['cut']}{_colon(table)} {cut}"] if cut else []),
        ]
        for y, line in enumerate([table.title, *counts, *table.notes]):
            about.write_string(y, 0, line)
    return out.getvalue()


def to_excel_csv(table: Table) -> str:
    """CSV as a French Excel opens it by a double click: a byte-order mark, semicolons, decimal commas, codes as texts.

    Headings are those people read; every column is there.
    """
    lines = [headings(table.columns)]
    for row in table.rows:
        lines.append([_excel(column, value, table.lang) for column, value in zip(table.columns, row, strict=True)])
    return "\ufeff" + "".join(";".join(map(_quoted, line)) + "\r\n" for line in lines)


def headings(columns: Iterable[Column]) -> list[str]:
    """What people read above a column; the name of one that only programs read."""
    return [column.heading or column.name for column in columns]


def _colon(table: Table) -> str:
    return " :" if table.lang == "fr" else ":"


def _whole_day(column: Column, value: Value) -> date | None:
    """The day a cell says, if it says one that a sheet knows."""
    if isinstance(value, date):
        return value if value.year >= YEAR else None
    if column.type != "date" or not isinstance(value, str) or not _DAY.match(value):
        return None
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return day if day.year >= YEAR else None


def _cell(column: Column, value: Value, lang: str) -> str | int | float | date | None:
    """What a cell of a sheet holds."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return cell_text(value, lang)
    if isinstance(value, int | float | Decimal):
        if not math.isfinite(value):
            return "NaN" if math.isnan(value) else "INF" if value > 0 else "-INF"
        digits = len(str(value).strip("-").replace(".", ""))
        exact = isinstance(value, float) or digits <= DIGITS
        return (value if isinstance(value, int | float) else float(value)) if exact else str(value)
    return _whole_day(column, value) or str(value)


def _excel(column: Column, value: Value, lang: str) -> str:
    """What a cell of the CSV says."""
    cell = _cell(column, value, lang)
    if cell is None:
        return ""
    if isinstance(cell, str):
        return _as_text(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    return cell_text(value, lang).replace(".", ",")


def _as_text(cell: str) -> str:
    """A text that Excel leaves as it is; one too long for a formula begins with a space where it would be run."""
    if not _GUESSED.match(cell):
        return cell
    if len(cell) > _TEXT or "\n" in cell:
        return f" {cell}" if cell.lstrip()[:1] in "=+-@" else cell
    return '="' + cell.replace('"', '""') + '"'


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if any(char in cell for char in ';"\r\n') else cell
