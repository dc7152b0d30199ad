"""What an import has to tell: rows that could not be used (file, line, why), remarks, counts. Nothing is silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sized
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.progress import Progress

from maillage.importers.kit.listing import Listing

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
class Read:
    """What was read of a file: its rows, the line of the last, those left aside as bad, those a filter left out."""

    listing: Listing
    rows: int = 0
    line: int = 1
    aside: list[BadRow] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)

    @property
    def kept(self) -> int:
        """The rows that are neither bad nor left out."""
        return self.rows - len(self.aside) - self.left_out.total()


@dataclass
class Report:
    """Gathered while an importer runs; printed at its end. `read` says what was read, by path of the source file."""

    show_progress: bool = False
    bad: list[BadRow] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    read: dict[str, Read] = field(default_factory=dict)
    made: Counter[str] = field(default_factory=Counter)

    def start(self, file: Path | str, listing: Listing) -> Read:
        """The reading of a file begins, or goes on."""
        return self.read.setdefault(str(file), Read(listing))

    def bad_row(self, file: Path | str, line: int, what: str) -> None:
        """A row used in part, or mended, as `what` says; the rest goes on."""
        self.bad.append(BadRow(str(file), line, what))

    def aside(self, file: Path | str, line: int, what: str) -> None:
        """A bad row that is not used at all, as `what` says; the rest goes on."""
        self.bad_row(file, line, what)
        self.read[str(file)].aside.append(self.bad[-1])

    def leave_out(self, file: Path | str, filter_: str) -> None:
        """A row that a filter of the listing (`left_out`) leaves out on purpose."""
        read = self.read[str(file)]
        assert filter_ in read.listing.left_out, f"{read.listing.name} declares no filter {filter_}"
        read.left_out[filter_] += 1

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
        read = "; ".join(f"{read.rows} rows of {Path(file).name}" for file, read in self.read.items())
        out = [str(row) for row in self.bad] + self.remarks
        if self.made:
            out.append("Made: " + ", ".join(f"{number} {what}" for what, number in self.made.items()) + ".")
        if self.read:
            aside = f"{len(self.bad)} reported above" if self.bad else "none bad"
            out.append(f"Read: {read}; {aside}.")
        return out


@contextmanager
def _bar() -> Iterator[Progress]:
    with Progress(console=Console(stderr=True), transient=True) as bar:
        yield bar
