"""What is stated of one list of a source: its columns, categories and number of rows come in; what departs is refused.

Nothing of a list is taken in silence: each of its columns is handled, or ignored and why; each category is enumerated;
a file has as many rows as one expects of it; what is left out on purpose has a name and a reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from maillage.errors import MaillageError

_WHERE = "in the description of this source (sources.py, beside its importer)"


def one_of(text: str) -> tuple[str, ...]:
    """The words of a text, as the values of a column."""
    return tuple(text.split())


@dataclass(frozen=True, eq=False)
class Listing:
    """One file of a source, or the rows that a field of its rows holds. Words are French, as on the page.

    Parameters
    ----------
    name:
        The file's name, or the field's.
    handled:
        Column -> what becomes of it.
    ignored:
        Column -> why nothing does.
    example:
        A row of the source, as it stands there.
    rows:
        The fewest and the most rows a whole file has; None for the rows a field holds.
    needed:
        Columns a row must fill.
    optional:
        Handled columns a file may lack.
    values:
        Column -> every value it may have; an empty cell is none.
    kinds:
        Column -> which part of its text (a regular expression) is the value, where it is not all of it.
    left_out:
        Name of a filter -> the rows it leaves out on purpose, and why.
    inside:
        Field -> the rows it holds.
    """

    name: str
    handled: Mapping[str, str]
    ignored: Mapping[str, str]
    example: Mapping[str, Any]
    rows: tuple[int, int] | None = None
    needed: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    values: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    left_out: Mapping[str, str] = field(default_factory=dict)
    inside: Mapping[str, Listing] = field(default_factory=dict)

    @property
    def required(self) -> list[str]:
        """The columns a file must have."""
        return [name for name in self.handled if name not in self.optional]

    def check_columns(self, have: Iterable[object], path: Path | str, line: int) -> None:
        """Refuse a column that nobody declared."""
        strange = [name for name in have if name not in self.handled and name not in self.ignored]
        if strange:
            raise MaillageError(
                f"has a column {', '.join(map(repr, strange))} in {self.name}, which nobody declared.",
                file=path,
                line=line,
                fix=f"Declare it {_WHERE}: handled, or ignored and why; or give the vintage described there.",
            )

    def check_values(self, row: Mapping[str, Any], path: Path | str, line: int) -> None:
        """Refuse a category that nobody enumerated."""
        for column, known in self.values.items():
            value = row.get(column)
            if column in self.kinds and isinstance(value, str):
                found = re.match(self.kinds[column], value)
                value = found.group() if found else value
            if value is None or value == "" or value in known:
                continue
            listed = ", ".join(map(str, known))
            raise MaillageError(
                f"{column} of {self.name} says {value!r}, which nobody enumerated (known: {listed}).",
                file=path,
                line=line,
                fix=f"Correct it in the source, or enumerate it {_WHERE} and say in the importer what it becomes.",
            )

    def check_row(self, row: Mapping[str, Any], path: Path | str, line: int) -> None:
        """Refuse an object of JSON with a column nobody declared or a category nobody enumerated, inside it too."""
        self.check_columns(row, path, line)
        self.check_values(row, path, line)
        for name, inner in self.inside.items():
            held = row.get(name)
            for one in held if isinstance(held, list) else ():
                if isinstance(one, dict):
                    inner.check_row(one, path, line)

    def check_count(self, number: int, path: Path | str, line: int) -> None:
        """Refuse a file of fewer or more rows than expected."""
        least, most = self.rows or (0, number)
        if least <= number <= most:
            return
        few = number < least
        fix = "It was cut: fetch it again." if few else "It is another file, or holds rows twice."
        raise MaillageError(
            f"{self.name} has {number} rows, {'fewer' if few else 'more'} than expected ({least} to {most}).",
            file=path,
            line=line,
            fix=f"{fix} If it is right, run again with --accept-loss, and mend the numbers {_WHERE}.",
        )
