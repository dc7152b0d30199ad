"""The withdrawal list: `graph/withdrawn.txt` comes in; whether an IRI, a name or a text falls under it goes out.

A line is an IRI or CURIE, a name, or ``sha256:`` and the digest of one of these, so that the list need not publish what
it withdraws. What follows `` # `` is a remark.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

from maillage.errors import MaillageError
from maillage.naming.normalise import normalised
from maillage.terms import expand

FILE = "withdrawn.txt"
_MARK = "sha256:"
#: How many words the name of a person may have, for a text to be read for it.
_WORDS = 6


def digest(text: str) -> str:
    """What the list holds of an IRI, a CURIE or a name: names that read alike have one digest.

    >>> digest("Jean-Paul ÉXEMPLE") == digest("jean paul exemple")
    True
    """
    return hashlib.sha256((expand(text) or normalised(text)).encode()).hexdigest()


@dataclass(frozen=True)
class Withdrawn:
    """The digests of the IRIs and names that a person asked to be taken out."""

    digests: frozenset[str] = field(default_factory=frozenset)

    def __bool__(self) -> bool:
        return bool(self.digests)

    def covers(self, text: str) -> bool:
        """Whether an IRI, or a whole name, is withdrawn."""
        return bool(self.digests) and digest(text) in self.digests

    def inside(self, text: str) -> bool:
        """Whether some words of a text are a withdrawn name."""
        words = normalised(text).split() if self.digests else []
        runs = (words[at : at + size] for size in range(1, _WORDS + 1) for at in range(len(words) - size + 1))
        return any(hashlib.sha256(" ".join(run).encode()).hexdigest() in self.digests for run in runs)


def read_withdrawn(graph: Path) -> Withdrawn:
    """The list of a graph folder; empty when it has none.

    Raises
    ------
    MaillageError
        Naming file and line, for a digest that is none, or a list that is not UTF-8.
    """
    path = graph / FILE
    if not path.is_file():
        return Withdrawn()
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise MaillageError("is not UTF-8.", file=path, fix="Save it as UTF-8.") from None
    found = set()
    for number, line in enumerate(lines, 1):
        said = re.split(r"(?:^|\s)#\s", f"{line} ", maxsplit=1)[0].strip()
        if not said or said == "#":
            continue
        if not said.startswith(_MARK):
            found.add(digest(said))
        elif re.fullmatch(r"[0-9a-f]{64}", said.removeprefix(_MARK)):
            found.add(said.removeprefix(_MARK))
        else:
            fix = "Write it with: maillage withdraw NAME"
            raise MaillageError("is no SHA-256 digest (64 of 0-9 and a-f).", file=path, line=number, fix=fix)
    return Withdrawn(frozenset(found))


def line_for(text: str) -> str:
    """The line of the list for an IRI, a CURIE or a name, which does not say it.

    Raises
    ------
    MaillageError
        For a text without a letter or digit.
    """
    if not (expand(text) or normalised(text)):
        raise MaillageError("there is nothing to withdraw in an empty name.", fix="Give a name, a CURIE or an IRI.")
    return f"{_MARK}{digest(text)}"
