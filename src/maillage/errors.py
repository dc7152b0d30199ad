"""The one family of errors a user may meet, each a sentence that says what, where and how to mend it."""

from __future__ import annotations

from pathlib import Path


class MaillageError(Exception):
    """Wrong use or failure: the command line turns it into exit code 2.

    Parameters
    ----------
    what:
        A full sentence, without the place.
    file, line:
        Where, when there is a file; printed in front as ``file:line:``.
    fix:
        How to mend it, as a sentence; printed after what.
    """

    def __init__(self, what: str, *, file: Path | str | None = None, line: int | None = None, fix: str = "") -> None:
        self.what, self.file, self.line, self.fix = what, file, line, fix
        place = "" if file is None else f"{file}:{line}: " if line else f"{file}: "
        super().__init__(f"{place}{what}{' ' + fix if fix else ''}")


class MaillageWarning(UserWarning):
    """What a user should know though the work goes on; the command line says it on stderr."""


class ParseError(MaillageError):
    """A query that the store does not read."""


class NotFoundError(MaillageError):
    """A name, code or file that stands for nothing here."""


class AmbiguousError(MaillageError):
    """A name that stands for several things; the message lists them."""
