"""Examples of terms: the folder ontology/examples comes in; for a term, the lines of the file it points to go out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from maillage.terms import BASE, PREFIXES, curie

SPACE = BASE + "example/"
#: Longer than a reader of a page wants; the file has the rest.
_LINES = 12


@dataclass(frozen=True)
class Sample:
    """Where a term is used: the example's IRI, its file below the folder of examples, and the lines that use it."""

    iri: str
    name: str
    lines: str


class Samples:
    """The example files of a folder, read once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def files(self) -> dict[str, str]:
        """File name below the folder, such as ``valid/state.ttl`` -> its text; the valid and the derived ones."""
        paths = sorted([*self.folder.glob("valid/*.ttl"), *self.folder.glob("derived/*.ttl")])
        return {path.relative_to(self.folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}

    def blocks(self, name: str) -> list[str]:
        """The statements of a file, one subject each."""
        body = [line for line in self.files[name].splitlines() if not line.startswith(("#", "@prefix"))]
        return [block.strip("\n") for block in "\n".join(body).split("\n\n") if block.strip()]

    def of(self, example: str, terms: list[str]) -> Sample | None:
        """The lines of an example that use the first of `terms` that it uses.

        Parameters
        ----------
        example:
            Its IRI, below ``https://w3id.org/maillage/example/``.
        terms:
            The term, then those that stand for it: the narrower classes.
        """
        name = f"{example.removeprefix(SPACE)}.ttl"
        if not example.startswith(SPACE) or name not in self.files:
            return None
        for term in terms:
            used = re.compile(rf"(?<![\w:]){re.escape(curie(term))}(?![\w-])")
            found = [block for block in self.blocks(name) if used.search(block)]
            if found:
                first = [block for block in found if re.search(rf" a .*{used.pattern}", block.split("\n", 1)[0])]
                return Sample(example, name, shortened((first or found)[0], used))
        return None

    def subject(self, name: str, subject: str) -> str:
        """The statement about a subject (a CURIE), as it is written; empty where the file has none."""
        return next((block for block in self.blocks(name) if block.split(" ", 1)[0] == subject), "")


def shortened(block: str, used: re.Pattern[str]) -> str:
    """A statement of a few lines: its first, those around the use of the term; … for what is left out."""
    lines = block.split("\n")
    if len(lines) <= _LINES:
        return block
    at = next((i for i, line in enumerate(lines) if used.search(line)), 0)
    start = max(1, min(at - _LINES // 2, len(lines) - _LINES + 3))
    kept = lines[start : start + _LINES - 3]
    before = ["    # …"] if start > 1 else []
    after = ["    # …"] if start + len(kept) < len(lines) else []
    return "\n".join([lines[0], *before, *kept, *after])


def prefixes_of(text: str) -> list[tuple[str, str]]:
    """The prefixes of the one table that a text uses, with what they stand for."""
    return [(prefix, space) for prefix, space in PREFIXES.items() if re.search(rf"(?<![\w:/]){prefix}:", text)]
