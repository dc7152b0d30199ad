"""Printing: a table comes in, text for the asked format goes out."""

from __future__ import annotations

import shutil

from rich import box
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from maillage.things.table import Table

FORMATS = ("table", "csv", "json", "markdown")


def console() -> Console:
    """The terminal; as wide as the window, 120 columns where there is none."""
    return Console(width=shutil.get_terminal_size((120, 40)).columns, highlight=False, soft_wrap=False)


def print_table(table: Table, form: str = "table") -> None:
    """Print a table to stdout in a format of `FORMATS`."""
    if form == "csv":
        print(table.to_csv(), end="")
    elif form == "json":
        print(table.to_json(), end="")
    elif form == "markdown":
        print(table.to_markdown(), end="")
    else:
        headings, rows = table.visible()
        rich = RichTable(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
        for heading in headings:
            rich.add_column(heading, overflow="fold")
        for row in rows:
            rich.add_row(*(Text(cell) for cell in row))
        console().print(rich)
