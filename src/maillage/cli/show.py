"""Printing: a table comes in, text for the asked format goes out."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from maillage.cli.streams import as_ascii, is_window, speaks_utf8
from maillage.things.table import Table
from maillage.things.text import printable
from maillage.views.when import table_words

if TYPE_CHECKING:
    from rich.console import Console

FORMATS = ("table", "csv", "json", "markdown")
#: How many rows a terminal is given unless more are asked for.
ROWS = 50
#: With fewer columns than this, or as few rows as that and not all columns, a table is told row by row.
_FEWEST, _FEW = 3, 6
#: A word longer than this may be broken; a table whose words would be broken sooner is printed row by row.
_WORD = 22


@dataclass(frozen=True)
class _LeftOut:
    """What the terminal had no room for: columns that say the same on every row, with what they say, and others."""

    same: Sequence[tuple[str, str]] = ()
    headings: Sequence[str] = ()


def console() -> Console:
    """The terminal; as wide as the window, 140 columns where there is none."""
    from rich.console import Console

    return Console(width=shutil.get_terminal_size((140, 40)).columns, highlight=False, soft_wrap=False)


def say(words: str) -> None:
    """Words for the person at the terminal: not on stdout, which holds the data."""
    click.echo(printable(words), err=True)


def print_answer(table: Table, form: str, lang: str, limit: int | None = ROWS) -> None:
    """Print a table; beside it, in whatever form, say how many rows it has, what is left out and what to know of it.

    Parameters
    ----------
    limit:
        How many rows to print at most; None prints all. A file for programs (csv, json) is cut only if asked to be.
    """
    shown = first_rows(table, limit)
    left_out = print_table(shown, form)
    say_about(table, lang, len(shown), left_out)
    if form == "csv" and (count := table.formulas()):
        say(formula_words(count, lang))


def first_rows(table: Table, limit: int | None) -> Table:
    """The table, with so many rows at most."""
    return table if limit is None or len(table) <= limit else replace(table, rows=table.rows[:limit])


def say_about(table: Table, lang: str, shown: int | None = None, left_out: _LeftOut | None = None) -> None:
    """Say how many rows an answer has, how many of them are shown, and what to know of them."""
    say(_counted(table, len(table) if shown is None else shown, lang))
    for note in (*_aside(left_out or _LeftOut(), lang), *table.notes):
        say(note)


def formula_words(count: int, lang: str) -> str:
    """What to say of cells that a spreadsheet runs."""
    if lang == "fr":
        return f"{count} cellule(s) commencent par =, +, - ou @ : un tableur y verrait des formules, importez en texte."
    return f"{count} cell(s) begin with =, +, - or @: a spreadsheet would run them as formulas, import them as text."


def _counted(table: Table, shown: int, lang: str) -> str:
    rows = len(table)
    if table.missed is not None:
        none = {"fr": "Aucune ligne pour ces valeurs", "en": "No row for these values"}[lang]
        return f"{none} ({table.missed})." if table.missed else f"{none}."
    if lang == "fr":
        if not rows:
            return "Aucune ligne : le graphe ne le dit pas."
        count = f"{rows} ligne{'s' * (rows > 1)}"
        return f"{count}, les {shown} premières ici. Toutes : --all, ou -f csv." if shown < rows else f"{count}."
    if not rows:
        return "No row: the graph does not say."
    count = f"{rows} row{'s' * (rows != 1)}"
    return f"{count}, the first {shown} here. All of them: --all, or -f csv." if shown < rows else f"{count}."


def _aside(left_out: _LeftOut, lang: str) -> list[str]:
    """What the terminal had no room for, in words."""
    out = []
    if left_out.same:
        same = " ; ".join(f"{heading} = {value}" for heading, value in left_out.same)
        out.append(f"Sur chaque ligne : {same}." if lang == "fr" else f"On every row: {same}.")
    if left_out.headings:
        names = ", ".join(left_out.headings)
        out.append(
            f"Colonnes sans place ici : {names} (-f csv)."
            if lang == "fr"
            else f"Columns with no room here: {names} (-f csv)."
        )
    return out


def print_table(table: Table, form: str = "table") -> _LeftOut:
    """Print a table to stdout in a format of `FORMATS`: dates in words for people, as they are written for programs.

    Returns what the terminal had no room for.
    """
    if form == "csv":
        text = table.to_csv()
        print(printable(text) if is_window() else text, end="")
    elif form == "json":
        text = table.to_json()
        print(text if speaks_utf8() else re.sub(r"[^\x00-\x7f]", lambda char: as_ascii(char[0]), text), end="")
    elif form == "markdown":
        print(in_words(table).to_markdown(), end="")
    else:
        return _print_rich(*in_words(table).visible())
    return _LeftOut()


def in_words(table: Table) -> Table:
    """The same table with its dates as people read them."""
    dates = {i for i, column in enumerate(table.columns) if column.type == "date"}
    rows = [
        [table_words(v, table.lang) if i in dates and isinstance(v, str) else v for i, v in enumerate(row)]
        for row in table.rows
    ]
    return replace(table, rows=rows)


def _print_rich(headings: list[str], rows: list[list[str]]) -> _LeftOut:
    from rich import box
    from rich.table import Table as RichTable
    from rich.text import Text

    screen = console()
    longest = max((sum(len(cell) for cell in row) for row in rows), default=0)
    kept, left_out = _fitting(headings, rows, screen.width)
    if longest > 2.2 * screen.width or len(kept) < _FEWEST or (left_out.headings and len(rows) <= _FEW):
        _print_records(headings, rows, screen)
        return _LeftOut()
    rich = RichTable(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for i, width in zip(kept, _widths(headings, rows, kept, screen.width), strict=True):
        rich.add_column(headings[i], overflow="fold", width=width)
    for row in rows:
        rich.add_row(*(Text(row[i]) for i in kept))
    screen.print(rich)
    return left_out


def _fitting(headings: list[str], rows: list[list[str]], width: int) -> tuple[list[int], _LeftOut]:
    """The columns a terminal has room for: without the empty, then without those that say one thing, then the first."""
    least = [_least(heading, rows, i) for i, heading in enumerate(headings)]

    def fits(columns: list[int]) -> bool:
        return sum(least[i] + 3 for i in columns) <= width

    kept = [i for i in range(len(headings)) if not rows or any(row[i] for row in rows)]
    same: list[int] = []
    if not fits(kept) and len(rows) > 1:
        same = [i for i in kept[1:] if len({row[i] for row in rows}) == 1]
        kept = [i for i in kept if i not in same]
    dropped: list[int] = []
    while not fits(kept) and len(kept) >= _FEWEST:
        dropped.insert(0, kept.pop())
    return kept, _LeftOut([(headings[i], rows[0][i]) for i in same], [headings[i] for i in dropped])


def _widths(headings: list[str], rows: list[list[str]], kept: list[int], width: int) -> list[int]:
    """How wide each column is: its least, and of what is left a share that grows with what it would take."""
    least = [_least(headings[i], rows, i) for i in kept]
    wanted = [max(len(text) for text in (headings[i], *(row[i] for row in rows))) for i in kept]
    left = width - sum(least) - 3 * len(kept)
    missing = [max(0, most - few) for most, few in zip(wanted, least, strict=True)]
    if sum(missing) <= left:
        return [few + more for few, more in zip(least, missing, strict=True)]
    return [few + left * more // sum(missing) for few, more in zip(least, missing, strict=True)]


def _least(heading: str, rows: list[list[str]], column: int) -> int:
    """The width below which a column would break its words."""
    words = (word for text in (heading, *(row[column] for row in rows)) for word in text.split())
    return min(max((len(word) for word in words), default=1), _WORD)


def _print_records(headings: list[str], rows: list[list[str]], screen: Console) -> None:
    """Each row as a block of `heading  value` lines: for tables wider than the window."""
    from rich.table import Table as RichTable
    from rich.text import Text

    for number, row in enumerate(rows):
        if number:
            screen.print()
        block = RichTable.grid(padding=(0, 2))
        block.add_column(style="bold", no_wrap=True)
        block.add_column(overflow="fold")
        for heading, cell in zip(headings, row, strict=True):
            if cell:
                block.add_row(heading, Text(cell))
        screen.print(block)
