"""Bounds: dated facts come in; the first and last day each may start or end go out (which SPARQL cannot derive)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from maillage.dates import DATE_TYPES, DateError, Span, read_date
from maillage.store.embedded import Oxigraph
from maillage.terms import DCT, INFERRED, MLG, SCHEMA, XSD
from maillage.things.rdf import Literal, NamedNode, Subject, Triple

_DAY = NamedNode(XSD + "date")
_BOOLEAN = NamedNode(XSD + "boolean")
#: What gives a thing its start, first found first, and its end.
_STARTS = (SCHEMA + "startDate", MLG + "signedOn", DCT + "issued")
_ENDS = (SCHEMA + "endDate", DCT + "issued")
_AS_OF = MLG + "asOf"
_DATED = (SCHEMA + "startDate", SCHEMA + "endDate", MLG + "signedOn", _AS_OF, MLG + "retrieved", DCT + "issued")


@dataclass(frozen=True)
class BadDate:
    """A literal that is no possible date, and why, in English and in French."""

    subject: str
    predicate: str
    lexical: str
    why: str
    why_fr: str


def derive_bounds(store: Oxigraph) -> list[BadDate]:
    """Add the bounds of dates (xsd:date), and endOpen (true), to the derived graph.

    They are mlg:startEarliest, startLatest, endEarliest, endLatest, asOfEarliest and asOfLatest. Returns the literals
    that are no possible date; nothing is derived from them.
    """
    said: dict[Subject, dict[str, list[Span]]] = {}
    bad: list[BadDate] = []
    for predicate in _DATED:
        for triple in store.values(None, predicate):
            value = triple.object
            if not isinstance(value, Literal):
                words = ("a date is a literal", "une date est un littéral")
                bad.append(BadDate(triple.subject.value, predicate, str(value), *words))
                continue
            if value.datatype.value not in DATE_TYPES:
                continue  # the check date-datatype says so
            try:
                span = read_date(value.value, value.datatype.value)
            except DateError as error:
                bad.append(BadDate(triple.subject.value, predicate, value.value, str(error), error.fr))
                continue
            said.setdefault(triple.subject, {}).setdefault(predicate, []).append(span)
    store.load([t for subject, spans in said.items() for t in _bounds(subject, spans)], INFERRED)
    return sorted(bad, key=lambda b: (b.subject, b.predicate, b.lexical))


def _bounds(subject: Subject, spans: dict[str, list[Span]]) -> list[Triple]:
    start = next((spans[p] for p in _STARTS if p in spans), [])
    end = next((spans[p] for p in _ENDS if p in spans), [])
    # A period written in one literal (2024/..) ends where it says, when no end is written beside it.
    ends = end or [s for s in start if s.period]
    told = spans.get(_AS_OF, [])
    found: dict[str, date | None] = {
        "startEarliest": _least([s.start_earliest for s in start]),
        "startLatest": _greatest([s.start_latest for s in start]),
        "endEarliest": _least([s.end_earliest for s in ends]),
        "endLatest": _greatest([s.end_latest for s in ends]),
        "asOfEarliest": _least([s.start_earliest for s in told]),
        "asOfLatest": _greatest([s.end_latest for s in told]),
    }
    out = [
        Triple(subject, NamedNode(MLG + name), Literal(day.isoformat(), datatype=_DAY))
        for name, day in found.items()
        if day is not None
    ]
    if any(s.open for s in ends):
        out.append(Triple(subject, NamedNode(MLG + "endOpen"), Literal("true", datatype=_BOOLEAN)))
    return out


def _least(days: list[date | None]) -> date | None:
    known = [day for day in days if day is not None]
    return min(known) if len(known) == len(days) and known else None


def _greatest(days: list[date | None]) -> date | None:
    known = [day for day in days if day is not None]
    return max(known) if len(known) == len(days) and known else None
