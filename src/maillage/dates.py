"""Dates: a curated date literal comes in, the days it may mean go out.

Curated dates are ``xsd:date``, ``xsd:gYearMonth``, ``xsd:gYear`` or EDTF. The ``edtf`` package reads EDTF; what it
would invent (an end for ``2024/``, years 0 and 9999 for ``XXXX``) is left unknown here.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from maillage.terms import EDTF, XSD

DATE_TYPES = (XSD + "date", XSD + "gYearMonth", XSD + "gYear", EDTF)
_FORMS = {
    XSD + "date": re.compile(r"(\d{4})-(\d\d)-(\d\d)\Z"),
    XSD + "gYearMonth": re.compile(r"(\d{4})-(\d\d)\Z"),
    XSD + "gYear": re.compile(r"(\d{4})\Z"),
}


@dataclass(frozen=True)
class Span:
    """The first and last day a date may mean; None is unknown. `open` says the end is known to be open (``..``).

    `start_latest` and `end_earliest` bound the inside: a period ``2018/2020`` starts in 2018 and ends in 2020.
    """

    start_earliest: date | None = None
    start_latest: date | None = None
    end_earliest: date | None = None
    end_latest: date | None = None
    open: bool = False


def _whole(first: date | None, last: date | None) -> Span:
    return Span(first, last, first, last)


def _plain(lexical: str, datatype: str) -> Span:
    match = _FORMS[datatype].match(lexical)
    if not match:
        raise ValueError(f"{lexical!r} is not written as {datatype.removeprefix(XSD)} asks")
    year, month, day = (*map(int, match.groups()), 0, 0)[:3]
    if datatype != XSD + "gYear":
        if not 1 <= month <= 12:
            raise ValueError(f"{lexical!r} has no month {month}")
        length = monthrange(year, month)[1] if year else 31
        if day > length or (datatype == XSD + "date" and day < 1):
            raise ValueError(f"{lexical!r} has no day {day} in that month")
        return _whole(date(year, month, day or 1), date(year, month, day or length))
    return _whole(date(year, 1, 1), date(year, 12, 31))


def _edtf_side(text: str) -> tuple[date | None, date | None]:
    """Bounds of one side of an EDTF value; an unspecified century or more bounds nothing."""
    if re.fullmatch(r"(?=.*X)[X\d]{4}-\d\d(-\d\d)?", text):
        # The package passes impossible days of an unspecified year; a leap year allows all that are possible.
        _plain("2000" + text[4:], XSD + ("date" if text.count("-") == 2 else "gYearMonth"))
    try:
        parsed = parse_edtf(text)
    except (EDTFParseException, AttributeError, ValueError, TypeError, IndexError):  # the package fails in many ways
        raise ValueError(f"{text!r} is not a date in EDTF") from None
    low, high = parsed.lower_strict(), parsed.upper_strict()
    if "XX" in text[:4] or not (0 < low.tm_year < 9999 and 0 < high.tm_year < 9999):
        return None, None
    return date(*low[:3]), date(*high[:3])


def read_date(lexical: str, datatype: str) -> Span:
    """The days a date literal may mean.

    Raises
    ------
    ValueError
        When the literal is no possible date (``2024-13-45``); the message says why.
    """
    if datatype in _FORMS:
        try:
            return _plain(lexical, datatype)
        except ValueError as error:
            raise ValueError(str(error)) from None
    if datatype != EDTF:
        raise ValueError(f"{lexical!r} is not typed as a date (xsd:date, xsd:gYearMonth, xsd:gYear or edtf:EDTF)")
    if not re.fullmatch(r"[0-9XYSE~?%./\[\]{},-]+", lexical):
        raise ValueError(f"{lexical!r} is not a date in EDTF")
    if lexical.count("/") > 1:
        raise ValueError(f"{lexical!r} has more than one '/'")
    if "/" not in lexical:
        return _whole(*_edtf_side(lexical))
    left, right = lexical.split("/")
    if left in ("", "..") and right in ("", ".."):
        raise ValueError(f"{lexical!r} says nothing on either side")
    start = (None, None) if left in ("", "..") else _edtf_side(left)
    end = (None, None) if right in ("", "..") else _edtf_side(right)
    if start[0] and end[1] and end[1] < start[0]:
        raise ValueError(f"{lexical!r} ends before it starts")
    return Span(*start, *end, open=right == "..")


def read_day(text: str, *, last: bool = False) -> date:
    """The day a user means by ``2018``, ``2018-03`` or ``2018-03-15``: the first one, or the last one."""
    for name in ("date", "gYearMonth", "gYear"):
        if _FORMS[XSD + name].match(text.strip()):
            span = _plain(text.strip(), XSD + name)
            day = span.end_latest if last else span.start_earliest
            assert day is not None
            return day
    raise ValueError(f"{text!r} is not a date; write 2018, 2018-03 or 2018-03-15")
