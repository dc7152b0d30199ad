"""A store comes in; the dates without a year that a weekday and the date of their document settle go out.

"mardi 29 octobre" in a page of November 2024 is 29 October 2024: in 2023 it was a Sunday, in 2025 a Wednesday. A day of
the year falls on the same weekday after five, six or eleven years, so that of the years within two of the document's
one at most fits. In Python, for portable SPARQL has no calendar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from maillage.naming.normalise import normalised
from maillage.store.port import Store
from maillage.terms import DCT, MLG, OA, SCHEMA
from maillage.things.rdf import Literal

_DATES = (SCHEMA + "startDate", SCHEMA + "endDate", MLG + "signedOn")
_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS = (
    *("janvier", "fevrier", "mars", "avril", "mai", "juin"),
    *("juillet", "aout", "septembre", "octobre", "novembre", "decembre"),
)
_SAID = re.compile(rf"\b({'|'.join(_WEEKDAYS)}) (\d\d?)(?:er)? ({'|'.join(_MONTHS)})\b(?! \d{{4}})")
#: How far from its document's year a text may look back or ahead.
_YEARS = 2


@dataclass(frozen=True, order=True)
class Settled:
    """A claim with a date of which the year is not written, and the one day that its weekday allows."""

    claim: str
    predicate: str
    lexical: str
    day: str


def settled(store: Store) -> list[Settled]:
    """Each claim dated XXXX-MM-DD whose quotation gives the weekday, in a document with a date; sorted."""
    found = set()
    for predicate in _DATES:
        for triple in store.values(None, predicate):
            lexical = triple.object.value if isinstance(triple.object, Literal) else ""
            if not (match := re.fullmatch(r"XXXX-(\d\d)-(\d\d)", lexical)):
                continue
            month, day = int(match[1]), int(match[2])
            for weekday, year in _quoted(store, triple.subject.value, month, day):
                fitting = weekday_day(weekday, month, day, year)
                if fitting is not None:
                    found.add(Settled(triple.subject.value, predicate, lexical, fitting.isoformat()))
    return sorted(found)


def weekday_day(weekday: int, month: int, day: int, near: int) -> date | None:
    """The day that falls on a weekday (0 is Monday) in the year `near` or within two of it, if there is just one."""
    fitting = []
    for year in range(near - _YEARS, near + _YEARS + 1):
        try:
            one = date(year, month, day)
        except ValueError:
            continue  # 29 February
        if one.weekday() == weekday:
            fitting.append(one)
    return fitting[0] if len(fitting) == 1 else None


def _quoted(store: Store, claim: str, month: int, day: int) -> Iterator[tuple[int, int]]:
    """The weekday that a quotation of the claim gives to the day, and the year of its document."""
    for evidence in store.values(claim, MLG + "evidence"):
        quotation = evidence.object.value
        for exact in store.values(quotation, OA + "exact"):
            for said in _SAID.finditer(normalised(exact.object.value)):
                if (int(said[2]), _MONTHS.index(said[3]) + 1) == (day, month):
                    for year in _years(store, quotation):
                        yield _WEEKDAYS.index(said[1]), year


def _years(store: Store, quotation: str) -> set[int]:
    """The year in which the document of a quotation, or the whole it is part of, was issued; none where unsaid."""
    above = {t.object.value for t in store.values(quotation, MLG + "document")}
    while above:
        issued = {t.object.value for document in above for t in store.values(document, DCT + "issued")}
        if issued:
            return {int(text[:4]) for text in issued if text[:4].isdigit()}
        above = {t.object.value for document in above for t in store.values(document, DCT + "isPartOf")}
    return set()
