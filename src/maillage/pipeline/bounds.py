"""Bounds: dated facts come in; the first and last day each may start or end go out (which SPARQL cannot derive).

A state that tells a start, or a signature, and a duration has an end that follows: five years from some day of 2018
end between the last day of 2022 and the last but one of 2023. It is marked (`mlg:endByDuration`), and given to no other
state.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from maillage.dates import DATE_TYPES, DateError, Span, last_day, read_date
from maillage.store.embedded import Oxigraph
from maillage.terms import DCT, INFERRED, MLG, OWL, RDF, SCHEMA, XSD
from maillage.things.rdf import Literal, NamedNode, Subject, Triple

_DAY = NamedNode(XSD + "date")
_BOOLEAN = NamedNode(XSD + "boolean")
#: What gives a thing its start, first found first, and its end.
_STARTS = (SCHEMA + "startDate", MLG + "signedOn", DCT + "issued")
_ENDS = (SCHEMA + "endDate", DCT + "issued")
_AS_OF, _SIGNED, _DURATION = MLG + "asOf", MLG + "signedOn", MLG + "durationYears"
_DATED = (SCHEMA + "startDate", SCHEMA + "endDate", _SIGNED, _AS_OF, MLG + "retrieved", DCT + "issued")


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

    They are mlg:startEarliest, startLatest, endEarliest, endLatest, and the same of signed and asOf. Returns the
    literals that are no possible date; nothing is derived from them. A vocabulary is dated too, and is no thing of the
    graph: nothing is derived of its header.
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
    months = _durations(store)
    headers = {triple.subject for triple in store.values(None, RDF + "type", OWL + "Ontology")}
    dated = ((subject, spans) for subject, spans in said.items() if subject not in headers)
    derived = (t for subject, spans in dated for t in _bounds(subject, spans, months.get(subject)))
    store.load(list(derived), INFERRED)
    return sorted(bad, key=lambda b: (b.subject, b.predicate, b.lexical))


def _durations(store: Oxigraph) -> dict[Subject, int]:
    """State -> the months it says its arrangement lasts; a state with two durations, or an odd one, says none."""
    said: dict[Subject, set[str]] = {}
    for triple in store.values(None, _DURATION):
        said.setdefault(triple.subject, set()).add(getattr(triple.object, "value", ""))
    out: dict[Subject, int] = {}
    for subject, texts in said.items():
        try:
            (text,) = texts
            months = round(12 * Decimal(text))
        except (ValueError, InvalidOperation):
            continue  # a shape says so
        if 0 < months <= 1200:
            out[subject] = months
    return out


def _bounds(subject: Subject, spans: dict[str, list[Span]], months: int | None) -> list[Triple]:
    start = next((spans[p] for p in _STARTS if p in spans), [])
    end = next((spans[p] for p in _ENDS if p in spans), [])
    # A period written in one literal (2024/..) ends where it says, when no end is written beside it.
    ends = end or [s for s in start if s.period]
    told, signed = spans.get(_AS_OF, []), spans.get(_SIGNED, [])
    found: dict[str, date | None] = {
        "startEarliest": _least([s.start_earliest for s in start]),
        "startLatest": _greatest([s.start_latest for s in start]),
        "endEarliest": _least([s.end_earliest for s in ends]),
        "endLatest": _greatest([s.end_latest for s in ends]),
        "signedEarliest": _least([s.start_earliest for s in signed]),
        "signedLatest": _greatest([s.start_latest for s in signed]),
        "asOfEarliest": _least([s.start_earliest for s in told]),
        "asOfLatest": _greatest([s.end_latest for s in told]),
    }
    by_duration = months is not None and not ends
    if months is not None and not ends:
        begun = "signed" if _holds(found, "start", "signed") else "start"
        for side in ("Earliest", "Latest"):
            day = found[begun + side]
            found["end" + side] = None if day is None else last_day(day, months)
    out = [
        Triple(subject, NamedNode(MLG + name), Literal(day.isoformat(), datatype=_DAY))
        for name, day in found.items()
        if day is not None
    ]
    marks = {"endOpen": any(s.open for s in ends), "endByDuration": by_duration and found["endLatest"] is not None}
    true = Literal("true", datatype=_BOOLEAN)
    return out + [Triple(subject, NamedNode(MLG + name), true) for name, holds in marks.items() if holds]


def _holds(found: dict[str, date | None], wide: str, narrow: str) -> bool:
    """Whether one date may fall on every day the other may: a start in 2018, a signature on 23 February 2018."""
    (a, b), (c, d) = ((found[f"{name}Earliest"], found[f"{name}Latest"]) for name in (wide, narrow))
    return c is not None and d is not None and (a is None or a <= c) and (b is None or d <= b)


def _least(days: list[date | None]) -> date | None:
    known = [day for day in days if day is not None]
    return min(known) if len(known) == len(days) and known else None


def _greatest(days: list[date | None]) -> date | None:
    known = [day for day in days if day is not None]
    return max(known) if len(known) == len(days) and known else None
