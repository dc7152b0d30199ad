"""What an import has to tell: rows that could not be used (file, line, why), remarks, counts. Nothing is silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sized
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

from rich.console import Console
from rich.progress import Progress

T = TypeVar("T")


@dataclass(frozen=True)
class BadRow:
    """A row of a source that could not be used, or not wholly: where it stands and why."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"


@dataclass
class Report:
    """Gathered while an importer runs; printed at its end. `rows` counts what was read, by source file."""

    show_progress: bool = False
    bad: list[BadRow] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    rows: Counter[str] = field(default_factory=Counter)
    made: Counter[str] = field(default_factory=Counter)

    def bad_row(self, file: object, line: int, what: str) -> None:
        """A row left aside, or mended as `what` says; the rest goes on."""
        self.bad.append(BadRow(str(file), line, what))

    def remark(self, words: str) -> None:
        """Something a maintainer should know, in a sentence."""
        if words not in self.remarks:
            self.remarks.append(words)

    def count(self, what: str, number: int = 1) -> None:
        """So many things of a kind were made."""
        self.made[what] += number

    def track(self, items: Iterable[T], words: str, total: int | None = None) -> Iterator[T]:
        """The same items, with a progress bar on stderr when someone looks at it."""
        if not self.show_progress:
            yield from items
            return
        with _bar() as bar:
            if total is None and isinstance(items, Sized):
                total = len(items)
            yield from bar.track(items, total=total, description=words)

    def lines(self) -> list[str]:
        """The whole report, one sentence a line, the counts last."""
        read = "; ".join(f"{number} rows of {name}" for name, number in self.rows.items())
        out = [str(row) for row in self.bad] + self.remarks
        if self.made:
            out.append("Made: " + ", ".join(f"{number} {what}" for what, number in self.made.items()) + ".")
        if self.rows:
            aside = f"{len(self.bad)} reported above" if self.bad else "none bad"
            out.append(f"Read: {read}; {aside}.")
        return out


@contextmanager
def _bar() -> Iterator[Progress]:
    with Progress(console=Console(stderr=True), transient=True) as bar:
        yield bar
