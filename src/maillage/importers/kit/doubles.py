"""Bodies that stand under two IRIs: the curated table comes in; which body an IRI stands for, and by which it is
replaced, go out.

`organisations/doubles.csv` has one line a body: `double` (another IRI of `body`: what is said of it is said of that
one) or `former` (a body of its own, which `body` has replaced: what is said of it stays). A `*` on both sides stands
for the same end: `body:education-nationale-*` is `body:dsden-*`. An importer asks `standing` before it writes a claim
or describes a body, and gives `leftover` to its draft, so that the double it described before says by what it is
replaced.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from maillage.errors import MaillageError
from maillage.importers.kit.facts import Description, iri
from maillage.importers.kit.rows import curated_rows
from maillage.terms import DCT
from maillage.things.rdf import NamedNode

FILE = "organisations/doubles.csv"
_COLUMNS = ("double", "body", "what", "source", "remark")
_DOUBLE, _FORMER = "double", "former"


@dataclass(frozen=True)
class Doubles:
    """The table, IRIs in full: a double or former body (its end may be `*`) -> the body, for either sort."""

    doubles: Mapping[str, str]
    formers: Mapping[str, str]

    def standing(self, body: str) -> str:
        """The body an IRI (or CURIE) stands for, in full: its own, but for a double."""
        return _found(self.doubles, iri(body)) or iri(body)

    def heir(self, body: str) -> str | None:
        """What replaces a body (IRI or CURIE), double or former; None when nothing does."""
        return _found(self.doubles, iri(body)) or _found(self.formers, iri(body))

    def leftover(self, subject: str, old: Description) -> Description:
        """What becomes of a description: the same, and by what it is replaced (as `Draft.leftover` wants it)."""
        heir = self.heir(subject)
        return {**old, DCT + "isReplacedBy": {NamedNode(heir)}} if heir else old


def _found(table: Mapping[str, str], body: str) -> str | None:
    if body in table:
        return table[body]
    for pattern, target in table.items():
        start = pattern.removesuffix("*")
        if start != pattern and body.startswith(start) and body != start:
            return target.removesuffix("*") + body.removeprefix(start)
    return None


def read_doubles(folder: Path) -> Doubles:
    """The table of a graph folder; empty when there is none.

    Raises
    ------
    MaillageError
        When a line lacks a body, says another sort, stands there twice, has `*` on one side only, or replaces a body
        by one that is itself replaced: with the file and the line.
    """
    path = folder / FILE
    tables: dict[str, dict[str, str]] = {_DOUBLE: {}, _FORMER: {}}
    lines: dict[str, int] = {}
    for number, row in enumerate(curated_rows(path, _COLUMNS), start=2):
        if not row["double"] or not row["body"]:
            raise MaillageError("a body is missing.", file=path, line=number, fix="Fill `double` and `body`.")
        if row["what"] not in tables:
            fix = f"Write {_DOUBLE} or {_FORMER}."
            raise MaillageError(f"what says {row['what']!r}.", file=path, line=number, fix=fix)
        double, body = iri(row["double"]), iri(row["body"])
        if double in lines:
            fix = "Keep one of the two lines."
            raise MaillageError(f"{row['double']} is on line {lines[double]} too.", file=path, line=number, fix=fix)
        if double.endswith("*") != body.endswith("*"):
            raise MaillageError("one side alone has a *.", file=path, line=number, fix="Write it on both, or neither.")
        lines[double] = number
        tables[row["what"]][double] = body
    found = Doubles(tables[_DOUBLE], tables[_FORMER])
    for double, number in lines.items():
        body = tables[_DOUBLE].get(double) or tables[_FORMER][double]
        further = found.heir(body)
        if further is not None or body == double:
            what = "itself" if body == double else f"{body}, which {further} replaces"
            fix = "Write the last replacement; if it leads back to the body, take one of the lines out."
            raise MaillageError(f"{double} is replaced by {what}.", file=path, line=number, fix=fix)
    return found
