"""A table: named columns of plain values, to CSV, JSON, markdown, a terminal or a pandas DataFrame."""

from __future__ import annotations

import csv
import io
import json
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from maillage.things.text import printable

if TYPE_CHECKING:
    import pandas as pd

Value = str | int | float | Decimal | bool | date | None
#: How a text begins that a spreadsheet takes for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Column:
    """A column: its name (csv and json), its heading (for people), whether it holds the IRI behind a label, its type.

    `type` is what a query declares (``date``, ``iri``, ...), empty where nothing is declared.
    """

    name: str
    heading: str = ""
    hidden: bool = False
    type: str = ""


@dataclass(frozen=True)
class Table:
    """Rows of plain values under columns. Columns marked hidden (IRIs) show in csv, json and DataFrame only.

    `missed` says of an answer without rows which of the values asked for leave it empty; None where none does.
    """

    columns: Sequence[Column]
    rows: Sequence[Sequence[Value]]
    title: str = ""
    notes: Sequence[str] = field(default_factory=tuple)
    lang: str = "fr"
    missed: str | None = None

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Value]]:
        names = [column.name for column in self.columns]
        return (dict(zip(names, row, strict=True)) for row in self.rows)

    def visible(self) -> tuple[list[str], list[list[str]]]:
        """Headings and cells as people read them."""
        shown = [i for i, column in enumerate(self.columns) if not column.hidden]
        headings = [self.columns[i].heading or self.columns[i].name for i in shown]
        return headings, [[cell_text(row[i], self.lang) for i in shown] for row in self.rows]

    def to_csv(self) -> str:
        """RFC 4180 text with a header line; unknown is an empty cell."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow([column.name for column in self.columns])
        writer.writerows([["" if v is None else _machine(v) for v in row] for row in self.rows])
        return out.getvalue()

    def to_json(self) -> str:
        """A JSON array of objects, one a row; unknown is null, numbers are numbers.

        What JSON has no number for is a text: infinities, and decimals finer than a float.
        """
        rows = [{k: _json(v) for k, v in row.items()} for row in self]
        text = json.dumps(rows, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
        return re.sub("[\x7f-\x9f]", lambda char: f"\\u{ord(char[0]):04x}", text)  # a terminal obeys them

    def formulas(self) -> int:
        """How many cells a spreadsheet that opens the CSV would run as formulas."""
        return formulas(self.rows)

    def to_markdown(self) -> str:
        """A pipe table of what people read."""
        headings, rows = self.visible()
        lines = [_pipe(headings), _pipe(["---"] * len(headings)), *map(_pipe, rows)]
        return "\n".join(lines) + "\n"

    def to_dataframe(self) -> pd.DataFrame:
        """A pandas DataFrame with every column, labels and IRIs."""
        import pandas as pd

        return pd.DataFrame([list(row) for row in self.rows], columns=[column.name for column in self.columns])


def _pipe(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def formulas(rows: Iterable[Sequence[object]]) -> int:
    """How many texts of rows a spreadsheet would run as formulas: they begin with = + - @ and are no number."""
    cells = (cell for row in rows for cell in row if isinstance(cell, str))
    return sum(1 for cell in cells if cell.startswith(_FORMULA) and not re.fullmatch(r"[+-]?[\d.,]*", cell))


def _machine(value: Value) -> str | int | float:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and not math.isfinite(value):
        return _unbounded(value)
    return value if isinstance(value, int | float | str) else str(value)


def _unbounded(value: float) -> str:
    """An infinity, or what is no number, as RDF and SPARQL write it."""
    return "NaN" if math.isnan(value) else "INF" if value > 0 else "-INF"


def _json(value: Value) -> str | int | float | bool | None:
    if isinstance(value, Decimal):
        if value == value.to_integral_value():
            return int(value)
        return float(value) if Decimal(repr(float(value))) == value else f"{value:f}"
    if isinstance(value, float) and not math.isfinite(value):
        return _unbounded(value)
    return value.isoformat() if isinstance(value, date) else value


def cell_text(value: Value, lang: str = "fr") -> str:
    """A value as people read it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return {"en": ("no", "yes")}.get(lang, ("non", "oui"))[value]
    if isinstance(value, Decimal):
        plain = f"{value:f}"  # normalize() would round it
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    if isinstance(value, float) and not math.isfinite(value):
        return _unbounded(value)
    return printable(str(value))
