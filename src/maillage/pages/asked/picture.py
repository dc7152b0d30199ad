"""Pictures of an answer: a table comes in; what its columns allow goes out, as numbers ready to draw.

Bars where one number stands beside each name, or where rows fall into a few sorts; a line where rows have years; a map
where a column holds territories (`maillage.pages.asked.picture_map`). Figures of unlike kinds (an exact sum beside a
ceiling) are never put side by side: of these only rows are counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from maillage.pages.asked.picture_map import Areas, areas_of
from maillage.things.table import Column, Table, Value, cell_text
from maillage.views.words import number_words

if TYPE_CHECKING:
    from maillage.pages.kit.setting import Setting

#: Numbers that say where or which, not how much.
_ORDINAL = {"start", "end", "number", "rank", "generation", "part_number", "newer_generation", "older_generation"}
#: Columns that say of what kind a figure is: where one stands, figures do not compare.
_UNLIKE = {"comparator", "unit", "currency", "amount_kind", "indicator"}
#: How many live there is what other numbers are of: drawn where there is no other.
_BASE = {"inhabitants", "population"}
#: Bars, and the sorts rows may fall into; rows and years a picture needs to say more than the table.
_BARS, _SORTS, _ROWS, _YEARS = 20, 12, 8, 3
_YEAR = re.compile(r"(\d{4})(?:-|$)")


@dataclass(frozen=True)
class Bar:
    """One bar: its name and where that leads, its number in words, its length in per cent of the longest."""

    label: str
    address: str | None
    value: str
    length: float


@dataclass(frozen=True)
class Bars:
    """Bars by number (`measured`, the heading of what is measured) or of rows counted by `by`; `left` are not drawn."""

    by: str
    measured: str
    bars: Sequence[Bar]
    left: int = 0


@dataclass(frozen=True)
class Years:
    """Rows by year: (year, rows) without gaps; `undated` rows say none. `points` is the line in a box of 100 by 100."""

    by: str
    counts: Sequence[tuple[int, int]]
    undated: int
    points: str
    most: int


@dataclass(frozen=True)
class Pictures:
    """What is drawn of an answer; None for what is not."""

    areas: Areas | None = None
    years: Years | None = None
    bars: Bars | None = None

    def __bool__(self) -> bool:
        return any((self.areas, self.years, self.bars))


def pictures_of(setting: Setting, table: Table) -> Pictures:
    """The pictures that the columns of an answer allow."""
    if len(table) < 2:
        return Pictures()
    measured = _measured(table)
    areas = areas_of(setting, table, measured)
    years = _years(table)
    return Pictures(areas, years, None if areas and areas.measured else _bars(setting, table, measured))


def _shown(table: Table) -> list[tuple[int, Column]]:
    return [(i, column) for i, column in enumerate(table.columns) if not column.hidden]


def _measured(table: Table) -> int | None:
    """The column of the number that is worth drawing."""
    if _UNLIKE & {column.name for column in table.columns}:
        return None
    able = [i for i, c in _shown(table) if c.type in ("integer", "decimal") and c.name not in _ORDINAL]
    able.sort(key=lambda i: table.columns[i].name in _BASE)
    return next((i for i in able if len({row[i] for row in table.rows}) > 1), None)


def _named(table: Table) -> list[int]:
    """The columns that name things, with their IRI in the next."""
    return [i for i, column in _shown(table) if column.type == "iri"]


def _bars(setting: Setting, table: Table, measured: int | None) -> Bars | None:
    names = _named(table)
    if measured is not None and names:
        of = names[0]
        if len({row[of + 1] for row in table.rows}) == len(table.rows):
            return _of_numbers(setting, table, of, measured)
    if len(table) < _ROWS:
        return None
    for of in names:
        found = Counter(row[of + 1] for row in table.rows if row[of + 1] is not None)
        if 1 < len(found) <= _SORTS:
            return _of_rows(setting, table, of, found)
    return None


def _of_numbers(setting: Setting, table: Table, of: int, measured: int) -> Bars | None:
    rows = [row for row in table.rows if isinstance(_number(row[measured]), float)]
    rows.sort(key=lambda row: -(_number(row[measured]) or 0))
    most = max((_number(row[measured]) or 0 for row in rows), default=0)
    if most <= 0 or any((_number(row[measured]) or 0) < 0 for row in rows):
        return None
    bars = [_bar(setting, row[of], row[of + 1], row[measured], most, table.lang) for row in rows[:_BARS]]
    return Bars(_heading(table, of), _heading(table, measured), bars, len(rows) - len(bars))


def _of_rows(setting: Setting, table: Table, of: int, found: Counter[Value]) -> Bars:
    labels = {row[of + 1]: row[of] for row in table.rows}
    most = max(found.values())
    ordered = sorted(found.items(), key=lambda one: (-one[1], str(one[0])))
    bars = [_bar(setting, labels[iri], iri, n, most, table.lang) for iri, n in ordered]
    return Bars(_heading(table, of), "", bars)


def _bar(setting: Setting, label: Value, iri: Value, value: Value, most: float, lang: str) -> Bar:
    address = setting.addresses.thing(iri) if isinstance(iri, str) else None
    length = round(100 * (_number(value) or 0) / most, 2)
    return Bar(cell_text(label, lang), address, number_words(cell_text(value, lang), lang), length)


def _number(value: Value) -> float | None:
    return float(value) if isinstance(value, int | float | Decimal) and not isinstance(value, bool) else None


def _years(table: Table) -> Years | None:
    """Rows by the year of the first column of dates that says enough of them."""
    for i, column in _shown(table):
        if column.type != "date":
            continue
        said = [_YEAR.match(str(row[i])) for row in table.rows if row[i] is not None]
        counts = Counter(int(match[1]) for match in said if match)
        if len(counts) < _YEARS or sum(counts.values()) < _ROWS or max(counts) - min(counts) > 150:
            continue
        first, most = min(counts), max(counts.values())
        whole = [(year, counts[year]) for year in range(first, max(counts) + 1)]
        wide = 100 / (len(whole) - 1)
        points = " ".join(f"{round(wide * (y - first), 2):g},{round(100 - 100 * n / most, 2):g}" for y, n in whole)
        return Years(_heading(table, i), whole, len(table) - sum(counts.values()), points, most)
    return None


def _heading(table: Table, i: int) -> str:
    return table.columns[i].heading or table.columns[i].name
