"""The score card: lines come in, each with what is missing and how to mend it; points, faults and a table go out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from maillage.things.table import Column, Table

#: Words in French and in English.
Words = tuple[str, str]
State = Literal["ok", "remark", "fault"]
_NONE: Words = ("", "")
#: The families, in the order of the card.
FAMILIES: dict[str, Words] = {
    "integrity": ("dossier", "folder"),
    "graph": ("graphe", "graph"),
    "changes": ("changement", "change"),
    "dcat-ap": ("DCAT-AP", "DCAT-AP"),
    "mqa": ("data.europa.eu", "data.europa.eu"),
    "data.gouv.fr": ("data.gouv.fr", "data.gouv.fr"),
    "void": ("VoID", "VoID"),
    "vocabulary": ("ontologie", "ontology"),
    "sssom": ("SSSOM", "SSSOM"),
    "registrations": ("inscriptions", "registrations"),
    "wikidata": ("Wikidata", "Wikidata"),
}
_STATES: dict[str, Words] = {"ok": ("bien", "well"), "remark": ("remarque", "remark"), "fault": ("défaut", "fault")}


@dataclass(frozen=True)
class Line:
    """One judgement: of which family, of what, how it went, points got of those there are, what lacks, how to mend."""

    family: str
    what: Words
    state: State = "ok"
    points: tuple[int, int] | None = None
    missing: Words = _NONE
    fix: Words = _NONE


def judged(
    family: str, what: Words, missing: Words | None, fix: Words, *, points: int | None = None, remark: bool = False
) -> Line:
    """The line of a check: well where nothing is missing; else a fault, or a remark.

    Parameters
    ----------
    points:
        What it is worth; none are got where something is missing.
    """
    got = None if points is None else (0 if missing else points, points)
    if not missing:
        return Line(family, what, "ok", got)
    return Line(family, what, "remark" if remark else "fault", got, missing, fix)


def some(names: Iterable[str], most: int = 3) -> str:
    """The first names, and how many more."""
    found = sorted(set(names))
    return ", ".join(found[:most]) + (f" (+{len(found) - most})" if len(found) > most else "")


def lacking(names: Iterable[str]) -> Words | None:
    """The same as what is missing, in both languages; None where there is none."""
    text = some(names)
    return (text, text) if text else None


@dataclass
class Card:
    """All lines, and what is to be known of how they came."""

    lines: list[Line] = field(default_factory=list)
    notes: list[Words] = field(default_factory=list)

    @property
    def faults(self) -> int:
        """How many lines are faults."""
        return sum(line.state == "fault" for line in self.lines)

    def points(self, family: str) -> tuple[int, int]:
        """Points got and points there are, of a family."""
        found = [line.points for line in self.lines if line.family == family and line.points]
        return sum(got for got, _ in found), sum(most for _, most in found)

    def totals(self, lang: str) -> list[str]:
        """A sentence a family: points where there are any, else how many lines are well."""
        at, out = lang == "en", []
        for family, names in FAMILIES.items():
            lines = [line for line in self.lines if line.family == family]
            if not lines:
                continue
            got, most = self.points(family)
            well = sum(line.state == "ok" for line in lines)
            out.append(f"{names[at]}{':' if at else ' :'} {f'{got}/{most}' if most else f'{well}/{len(lines)}'}")
        return out

    def table(self, lang: str) -> Table:
        """The card as a table."""
        at = lang == "en"
        heads: list[tuple[str, Words]] = [
            ("family", ("juge", "judge")),
            ("check", ("critère", "check")),
            ("state", ("verdict", "verdict")),
            ("points", ("points", "points")),
            ("missing", ("manque", "missing")),
            ("fix", ("remède", "mend")),
        ]
        rows = [
            (
                FAMILIES[line.family][at],
                line.what[at],
                _STATES[line.state][at],
                None if line.points is None else f"{line.points[0]}/{line.points[1]}",
                line.missing[at] or None,
                line.fix[at] or None,
            )
            for line in self.lines
        ]
        return Table([Column(name, words[at]) for name, words in heads], rows, lang=lang)

    def json(self, lang: str) -> str:
        """The card as JSON: totals, notes, lines."""
        at = lang == "en"
        lines = [
            {
                "family": line.family,
                "check": line.what[at],
                "state": line.state,
                "points": None if line.points is None else line.points[0],
                "most": None if line.points is None else line.points[1],
                "missing": line.missing[at],
                "fix": line.fix[at],
            }
            for line in self.lines
        ]
        points = {f: dict(zip(("points", "most"), self.points(f), strict=True)) for f in FAMILIES if self.points(f)[1]}
        whole = {"faults": self.faults, "points": points, "notes": [note[at] for note in self.notes], "lines": lines}
        return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
