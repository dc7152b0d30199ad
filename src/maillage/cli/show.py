"""Printing: a table comes in, text for the asked format goes out."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from maillage.things.table import Table
from maillage.views.when import table_words

if TYPE_CHECKING:
    from rich.console import Console

FORMATS = ("table", "csv", "json", "markdown")
#: A word longer than this may be broken; a table whose words would be broken sooner is printed row by row.
_WORD = 22


def console() -> Console:
    """The terminal; as wide as the window, 140 columns where there is none."""
    from rich.console import Console

    return Console(width=shutil.get_terminal_size((140, 40)).columns, highlight=False, soft_wrap=False)


def say(words: str) -> None:
    """Words for the person at the terminal: not on stdout, which holds the data."""
    click.echo(words, err=True)


def print_answer(table: Table, form: str, lang: str) -> None:
    """Print a table; beside it, in whatever form, say how many rows it has and what to know of them."""
    print_table(table, form)
    say_about(table, lang)


def say_about(table: Table, lang: str) -> None:
    """Say how many rows an answer has and what to know of them."""
    rows = len(table)
    if lang == "fr":
        say("Aucune ligne : le graphe ne le dit pas." if not rows else f"{rows} ligne{'s' * (rows > 1)}.")
    else:
        say("No row: the graph does not say." if not rows else f"{rows} row{'s' * (rows != 1)}.")
    for note in table.notes:
        say(note)


def print_table(table: Table, form: str = "table") -> None:
    """Print a table to stdout in a format of `FORMATS`: dates in words for people, as they are written for programs."""
    if form == "csv":
        print(table.to_csv(), end="")
    elif form == "json":
        print(table.to_json(), end="")
    elif form == "markdown":
        print(in_words(table).to_markdown(), end="")
    else:
        _print_rich(*in_words(table).visible())


def in_words(table: Table) -> Table:
    """The same table with its dates as people read them."""
    dates = {i for i, column in enumerate(table.columns) if column.type == "date"}
    rows = [
        [table_words(v, table.lang) if i in dates and isinstance(v, str) else v for i, v in enumerate(row)]
        for row in table.rows
    ]
    return replace(table, rows=rows)


def _print_rich(headings: list[str], rows: list[list[str]]) -> None:
    from rich import box
    from rich.table import Table as RichTable
    from rich.text import Text

    words = [
        max((len(word) for text in (heading, *(row[i] for row in rows)) for word in text.split()), default=1)
        for i, heading in enumerate(headings)
    ]
    least = [min(word, _WORD) for word in words]
    screen = console()
    longest = max((sum(len(cell) for cell in row) for row in rows), default=0)
    if sum(least) + 3 * len(headings) > screen.width or longest > 2.2 * screen.width:
        _print_records(headings, rows, screen)
        return
    rich = RichTable(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for heading, width in zip(headings, least, strict=True):
        rich.add_column(heading, overflow="fold", min_width=width)
    for row in rows:
        rich.add_row(*(Text(cell) for cell in row))
    screen.print(rich)


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
