"""Rows as a page shows them: a table of an answer comes in; headings and cells with their links go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from maillage.pages.kit.setting import Addresses
from maillage.terms import BASE, MLG
from maillage.things.table import Column, Table, Value, cell_text
from maillage.views.when import table_words
from maillage.views.words import number_words

#: Rows a page shows before the rest is counted.
MANY = 200


@dataclass(frozen=True)
class Cell:
    """One cell: its text, where it leads, whether that is elsewhere, whether it is a number, and what stands beside."""

    text: str
    address: str | None = None
    away: bool = False
    number: bool = False
    note: str = ""


@dataclass(frozen=True)
class Shown:
    """A table as a page shows it; `left` rows are not in it. `numbers` says which columns hold numbers."""

    headings: Sequence[str]
    numbers: Sequence[bool]
    rows: Sequence[Sequence[Cell]]
    left: int

    @property
    def total(self) -> int:
        """All rows of the answer."""
        return len(self.rows) + self.left


def shown_rows(table: Table, addresses: Addresses, many: int = MANY) -> Shown:
    """The first rows of a table, each cell that names a thing with the address of its page."""
    columns = [i for i, column in enumerate(table.columns) if not column.hidden]
    beside = {i: _beside(table, i) for i in columns}
    kept = table.rows[:many]
    numbers = [
        all(_is_number(row[i]) or row[i] is None for row in kept) and any(_is_number(row[i]) for row in kept)
        for i in columns
    ]
    rows = [[_cell(row, i, beside[i], table, addresses) for i in columns] for row in kept]
    headings = [table.columns[i].heading or table.columns[i].name for i in columns]
    return Shown(headings, numbers, rows, len(table.rows) - len(kept))


def _beside(table: Table, i: int) -> int | None:
    """The column that holds the IRI of what this one names."""
    following: Column | None = table.columns[i + 1] if i + 1 < len(table.columns) else None
    there = following is not None and following.hidden and following.name.startswith(f"{table.columns[i].name}_iri")
    return i + 1 if there else None


def _cell(row: Sequence[Value], i: int, beside: int | None, table: Table, addresses: Addresses) -> Cell:
    value, lang = row[i], table.lang
    text = cell_text(value, lang)
    iri = row[beside] if beside is not None else None
    if isinstance(iri, str):
        here = page_of_term(iri, addresses)
        return Cell(text, here or elsewhere(iri), here is None)
    if table.columns[i].type == "date" and isinstance(value, str):
        return Cell(table_words(text, lang))
    if _is_number(value):
        # A year has four digits and no blank in it.
        return Cell(text if len(text.lstrip("-")) == 4 else number_words(text, lang), number=True)
    return Cell(text, _web(text), away=True)


def page_of_term(iri: str, addresses: Addresses) -> str | None:
    """Where to read of a thing, a concept, or a class or property of the vocabulary."""
    vocabulary = addresses.ontology() if iri.startswith(MLG) else None
    return f"{vocabulary}#{iri.removeprefix(MLG)}" if vocabulary else addresses.thing(iri)


def elsewhere(iri: str) -> str | None:
    """The address of what is not ours, where it is one of the web; what is ours and has no page here has none."""
    return None if iri.startswith(BASE) else _web(iri)


def _web(text: str) -> str | None:
    return text if text.lower().startswith(("https://", "http://")) and not set(text) & set(' <>"\n') else None


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)
