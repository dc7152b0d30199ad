"""How many rows of each source the last import read, kept and left out: a report comes in; the table of them goes out.

`graph/imports.csv` has one line a number: the importer, the document (`doc:...`), the file, what happened to the rows
(read, kept, left out, bad), how many, and why. An importer writes its own lines and keeps those of the others.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from maillage.importers.kit.report import Report
from maillage.importers.kit.rows import curated_rows
from maillage.importers.kit.source import Source

FILE = "imports.csv"


@dataclass(frozen=True)
class Line:
    """One line of the table."""

    importer: str
    document: str
    file: str
    what: str
    rows: str
    why: str = ""


COLUMNS = tuple(field.name for field in fields(Line))


def lines_of(importer: str, sources: Sequence[Source], documents: Iterable[str], report: Report) -> Iterator[Line]:
    """What an import did with the rows of its sources.

    Parameters
    ----------
    documents:
        The documents (CURIEs) the import describes: the source of each with its vintage.
    """
    named = sorted(documents)
    for source in sources:
        document = next((name for name in named if name.startswith(source.name)), source.name)
        for read in report.read.values():
            if read.listing not in source.listings:
                continue
            start = (importer, document, read.listing.name)
            yield Line(*start, "read", str(read.rows))
            yield Line(*start, "kept", str(read.kept))
            for name, number in sorted(read.left_out.items()):
                yield Line(*start, "left out", str(number), name)
            for bad in read.aside:
                yield Line(*start, "bad", "1", f"line {bad.line}: {bad.what}")


def read_imports(folder: Path) -> list[Line]:
    """The table of a graph folder; empty when there is none."""
    return [Line(**row) for row in curated_rows(folder / FILE, COLUMNS)]


def write_imports(lines: Iterable[Line], before: Iterable[Line]) -> str:
    """The text of the table: an importer's new lines in the place of those it wrote before."""
    new = list(lines)
    redone = {line.importer for line in new}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    kept = [line for line in before if line.importer not in redone]
    writer.writerows(astuple(line) for line in sorted([*kept, *new], key=lambda line: (line.importer, line.file)))
    return out.getvalue()
