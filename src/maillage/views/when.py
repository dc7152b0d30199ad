"""Dates in words: a curated date literal, or two, come in; what a reader says comes out, in French or English.

What a source leaves out stays out: ``XXXX-03-15`` is "15 mars (année non dite)", never a day of some year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from maillage.views.words import words

_PART = re.compile(r"([\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?([~?%]?)\Z")
#: One of the days between two, of which one side may be unknown: [2018..2020], [..2018-02-23].
_BETWEEN = re.compile(r"\[([\d-]*)\.\.([\d-]*)\]\Z")
_PLAIN = re.compile(r"\d{4}(-\d\d){0,2}\Z")
#: A day in a sentence, and no part of an address, a name or a longer code.
_DAY = re.compile(r"(?<![\w/.-])\d{4}-\d\d-\d\d(?![\w/-]|\.\w)")
_OPEN = ".."


@dataclass(frozen=True)
class _Said:
    """A date in words; `form` is day, month, year, decade or other, which decides the little words around it."""

    text: str
    form: str
    note: str = ""

    @property
    def whole(self) -> str:
        return f"{self.text} ({self.note})" if self.note else self.text


def date_words(lexical: str, lang: str = "fr") -> str:
    """One date: ``2018-02-23`` is "23 février 2018", ``2018-02`` "février 2018", ``201X`` "années 2010".

    Parameters
    ----------
    lexical:
        An xsd:date, xsd:gYearMonth, xsd:gYear or EDTF literal as text; what is none of these is given back as it is.
    lang:
        ``fr`` or ``en``.
    """
    if lexical == _OPEN:
        return str(words(lang)["openEnd"])
    return period_words(lexical, None, lang) if "/" in lexical else _said(lexical, lang).whole


def table_words(lexical: str, lang: str = "fr") -> str:
    """A date as a table shows it: a day, month or year as written, which sorts; what EDTF adds, in words."""
    return lexical if _PLAIN.match(lexical) else date_words(lexical, lang)


def dated_text(text: str, lang: str = "fr") -> str:
    """A sentence whose days, written 2026-09-01, are said in words: "relevés au 1er septembre 2026"."""
    return _DAY.sub(lambda day: date_words(day.group(), lang), text)


def period_words(start: str | None, end: str | None, lang: str = "fr") -> str:
    """From a start to an end, either of which may be unknown; empty when both are.

    Parameters
    ----------
    start, end:
        Date literals as text. An EDTF interval in one says both; ``2024/..`` is open, ``2024/`` has no known end.
    """
    is_open = False
    if start and "/" in start:
        start, _, last = start.partition("/")
        end, is_open = (end or None, True) if last == _OPEN else (end or last or None, False)
    elif end and "/" in end:
        first, _, end = end.partition("/")
        start = start or first
        is_open, end = end == _OPEN, None if end == _OPEN else end
    start = None if start in ("", _OPEN) else start
    end = None if end in ("", _OPEN) else end
    say = words(lang)
    if any(text and _BETWEEN.match(text) for text in (start, end)):
        said = [f"{say[what]} {_placed(text, lang)}" for what, text in (("startIs", start), ("endIs", end)) if text]
        missing = (
            [] if start and end else [say["openEnd"] if is_open else say["endUnknown" if start else "startUnknown"]]
        )
        return ", ".join([*said, *missing])
    if start and end:
        if start == end:
            return _said(start, lang).whole
        a, b = _said(start, lang), _said(end, lang)
        note = f" ({b.note})" if b.note else ""
        first = a.text if a.note == b.note else a.whole
        return f"{_led(first, a.form, 'from', lang)} {_led(b.text, b.form, 'to', lang)}{note}"
    if start:
        text = _led(_said(start, lang).whole, _said(start, lang).form, "since", lang)
        return f"{text}, {say['openEnd']}" if is_open else f"{text} ({say['endUnknown']})"
    if end:
        text = _led(_said(end, lang).whole, _said(end, lang).form, "until", lang)
        return f"{text} ({say['startUnknown']})"
    return str(say["openEnd"]) if is_open else ""


def _placed(text: str, lang: str) -> str:
    """A date as it stands by itself in a French sentence: a day takes its article."""
    said = _said(text, lang)
    return f"le {said.whole}" if lang == "fr" and said.form == "day" else said.whole


@cache
def _said(lexical: str, lang: str) -> _Said:
    if between := _BETWEEN.match(lexical):
        first, last = (_placed(text, lang) if text else "" for text in between.groups())
        form = words(lang)["someDay" if first and last else "noEarlier" if first else "noLater"]
        return _Said(form.format(*filter(None, (first, last))), "other")
    match = _PART.match(lexical)
    if not match:
        return _Said(lexical, "other")
    year, month, day, mark = match.groups()
    say = words(lang)
    notes: list[str] = []
    text, form = _year(year, lang)
    if not text:
        notes.append(str(say["yearUnknown"]))
    if month is None:
        text = text or year
    elif month == "XX":
        notes.append(str(say["monthUnknown"]))
        text = text or lexical
    elif 1 <= int(month) <= 12:
        name = say["months"][int(month) - 1]
        text, form = f"{name} {text}".strip(), "month"
        if day == "XX":
            notes.append(str(say["dayUnknown"]))
        elif day is not None:
            number = "1er" if day == "01" and lang == "fr" else str(int(day))
            text, form = f"{number} {text}", "day"
    elif month in say["seasons"] and day is None:
        text, form = f"{say['seasons'][month]} {text}".strip(), "other"
    else:
        return _Said(lexical, "other")
    if mark:
        notes.append(str(say["marks"][mark]))
    return _Said(text, form, ", ".join(notes))


def _year(year: str, lang: str) -> tuple[str, str]:
    """The words of a year, empty when it is unknown, and its form."""
    if year.isdigit():
        return year, "year"
    if year == "XXXX":
        return "", "year"
    if year[:3].isdigit():
        return (f"années {year[:3]}0" if lang == "fr" else f"{year[:3]}0s"), "decade"
    return year, "year"


def _led(text: str, form: str, place: str, lang: str) -> str:
    """`text` behind the preposition its form takes: du 1er mai, de mai, d'avril, des années 2010."""
    lead = words(lang)["leads"][place]
    before = str(lead.get(form, lead["other"]))
    if lang == "fr" and before.endswith("de ") and text[:1] in "aeoh":
        before = before[:-2] + "'"
    return before + text
