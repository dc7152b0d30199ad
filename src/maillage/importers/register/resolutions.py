"""Resolutions: what each mention of a register was taken for, in a table a curator reads and mends; it wins next time.

`registers/resolutions.csv` has one line a mention: the arrangement that mentions it (`*` for all of them), the words,
the register's type, the body (CURIE; several, spaced, when the words list several; empty when unsettled), the class and
name of a body that exists only here, how it was settled (code, name, form, town, inclusion, context, new body, group,
curator, unresolved), the score, `inferred` when the words alone do not name it, the day, a remark.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from maillage.errors import MaillageError
from maillage.terms import PREFIXES, expand
from maillage.things.turtle import read_utf8

FILE = "registers/resolutions.csv"
ANY = "*"


@dataclass(frozen=True)
class Resolution:
    """One line of the table."""

    arrangement: str
    mention: str
    type: str
    body: str = ""
    kind: str = ""
    label: str = ""
    how: str = "unresolved"
    score: str = ""
    certainty: str = ""
    date: str = ""
    note: str = ""

    @property
    def bodies(self) -> list[str]:
        """The IRIs of the bodies."""
        return [iri for name in self.body.split() if (iri := expand(name))]

    @property
    def settled(self) -> bool:
        """Whether a body, or a curator's decision that there is none, is written."""
        return bool(self.body) or self.how == "curator"


COLUMNS = tuple(field.name for field in fields(Resolution))


class Resolutions:
    """The lines of a file, asked by arrangement and mention."""

    def __init__(self, lines: Iterable[Resolution] = ()) -> None:
        self.lines = {(line.arrangement, line.mention, line.type): line for line in lines}

    def find(self, arrangement: str, mention: str, kind: str) -> Resolution | None:
        """The settled line of a mention: its own, else the one for all arrangements."""
        for key in ((arrangement, mention, kind), (ANY, mention, kind)):
            line = self.lines.get(key)
            if line is not None and line.settled:
                return line
        return None

    def general(self) -> list[Resolution]:
        """The lines for all arrangements."""
        return [line for line in self.lines.values() if line.arrangement == ANY]


def read_resolutions(path: Path) -> Resolutions:
    """The table of a file; empty when there is none.

    Raises
    ------
    MaillageError
        For a file that is not UTF-8, one with other columns, or a body that is no CURIE of an organisation or group.
    """
    if not path.is_file():
        return Resolutions()
    reader = csv.DictReader(io.StringIO(read_utf8(path), newline=""))
    missing = [name for name in COLUMNS if name not in (reader.fieldnames or [])]
    if missing:
        raise MaillageError(
            f"has no column {', '.join(missing)}.", file=path, line=1, fix=f"Its columns are {', '.join(COLUMNS)}."
        )
    lines = []
    for row in reader:
        line = Resolution(**{name: " ".join((row[name] or "").split()) for name in COLUMNS})
        for name in line.body.split():
            if not (expand(name) or "").startswith((PREFIXES["body"], PREFIXES["group"])):
                raise MaillageError(
                    f"'{name}' is no organisation or group.",
                    file=path,
                    line=reader.line_num,
                    fix="Write it like body:cpam-542 or group:communes-du-territoire.",
                )
        lines.append(line)
    return Resolutions(lines)


def write_resolutions(lines: Iterable[Resolution]) -> str:
    """The text of the table, sorted by arrangement and mention, the general lines first."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for line in sorted(set(lines), key=lambda r: (r.arrangement != ANY, r.arrangement, r.mention, r.type)):
        writer.writerow([getattr(line, name) for name in COLUMNS])
    return out.getvalue()
