"""What a test of a vocabulary answers: a code and graphs' terms come in, verdicts in two languages go out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple


class Words(NamedTuple):
    """A sentence in both languages."""

    fr: str
    en: str

    def say(self, lang: str) -> str:
        """The sentence in French, or in English for ``en``."""
        return self.en if lang == "en" else self.fr


@dataclass(frozen=True)
class Finding:
    """One thing that a test found.

    Attributes
    ----------
    what: what is wrong.
    where: the IRIs of the terms it concerns; none where it is of the whole vocabulary.
    how: how to mend it.
    """

    what: Words
    where: tuple[str, ...]
    how: Words


@dataclass(frozen=True)
class Verdict:
    """What one test says of a vocabulary.

    Attributes
    ----------
    code: as the test is published, ``OM1`` or ``P11`` or ``missing_label``.
    title: what it looks for.
    passed: None where it cannot be decided with what is given.
    why: the explanation, whatever the outcome.
    findings: what to mend; none where it passed.
    level: how much it matters, in the words of whoever published the test.
    """

    code: str
    title: Words
    passed: bool | None
    why: Words
    findings: tuple[Finding, ...] = field(default=())
    level: str = ""


def finding(fr: str, en: str, how_fr: str, how_en: str, *where: object) -> Finding:
    """A finding on the terms `where`, from its words and those of how to mend it."""
    return Finding(Words(fr, en), tuple(str(term) for term in where), Words(how_fr, how_en))


def decided(code: str, title: Words, findings: Iterable[Finding], well: Words, level: str = "") -> Verdict:
    """A verdict that passes where nothing was found; `well` says so, else the number of findings is said."""
    found = tuple(findings)
    count = len({where for finding in found for where in finding.where}) or len(found)
    why = Words(f"{count} à reprendre.", f"{count} to mend.") if found else well
    return Verdict(code, title, not found, why, found, level)


def undecided(code: str, title: Words, why: Words, level: str = "") -> Verdict:
    """A verdict that says what it would take."""
    return Verdict(code, title, None, why, (), level)


def passed(verdicts: Iterable[Verdict]) -> tuple[int, int]:
    """How many passed, of how many that could be decided."""
    known = [verdict for verdict in verdicts if verdict.passed is not None]
    return sum(bool(verdict.passed) for verdict in known), len(known)
