"""Dates: a curated date literal comes in, the days it may mean go out.

Curated dates are ``xsd:date``, ``xsd:gYearMonth``, ``xsd:gYear`` or EDTF. The ``edtf`` package reads EDTF; what it
would invent (an end for ``2024/``, years 0 and 9999 for ``XXXX``) is left unknown here.
"""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import date, timedelta
from io import StringIO

from maillage.errors import MaillageError
from maillage.terms import EDTF, XSD

DATE_TYPES = (XSD + "date", XSD + "gYearMonth", XSD + "gYear", EDTF)
_FORMS = {
    XSD + "date": re.compile(r"(\d{4})-(\d\d)-(\d\d)\Z"),
    XSD + "gYearMonth": re.compile(r"(\d{4})-(\d\d)\Z"),
    XSD + "gYear": re.compile(r"(\d{4})\Z"),
}


class DateError(ValueError):
    """A literal that is no possible date: its text says why in English, `fr` in French."""

    def __init__(self, en: str, fr: str) -> None:
        super().__init__(en)
        self.fr = fr


@dataclass(frozen=True)
class Span:
    """The first and last day a date may mean; None is unknown. `open` says the end is known to be open (``..``).

    `start_latest` and `end_earliest` bound the inside: a period ``2018/2020`` starts in 2018 and ends in 2020.
    `period` tells ``2018/2018``, which ends in 2018, from the date ``2018``, which says nothing of an end.
    """

    start_earliest: date | None = None
    start_latest: date | None = None
    end_earliest: date | None = None
    end_latest: date | None = None
    open: bool = False
    period: bool = False


def _whole(first: date | None, last: date | None) -> Span:
    return Span(first, last, first, last)


def _plain(lexical: str, datatype: str, shown: str = "") -> Span:
    """The span of a date of XML Schema; `shown` is what to call it in an error, when it stands for another text."""
    match = _FORMS[datatype].match(lexical)
    lexical = shown or lexical
    if not match:
        form = datatype.removeprefix(XSD)
        raise DateError(f"{lexical!r} is not written as {form} asks", f"« {lexical} » ne s'écrit pas comme un {form}")
    year, month, day = (*map(int, match.groups()), 0, 0)[:3]
    if not year:
        raise DateError(f"{lexical!r} has no year 0", f"« {lexical} » : il n'y a pas d'année 0")
    if datatype != XSD + "gYear":
        if not 1 <= month <= 12:
            raise DateError(f"{lexical!r} has no month {month}", f"« {lexical} » : il n'y a pas de mois {month}")
        length = monthrange(year, month)[1]
        if day > length or (datatype == XSD + "date" and day < 1):
            words = f"« {lexical} » : ce mois n'a pas de jour {day}"
            raise DateError(f"{lexical!r} has no day {day} in that month", words)
        return _whole(date(year, month, day or 1), date(year, month, day or length))
    return _whole(date(year, 1, 1), date(year, 12, 31))


def _edtf_side(text: str) -> tuple[date | None, date | None]:
    """Bounds of one side of an EDTF value; an unspecified century or more bounds nothing."""
    half = re.fullmatch(r"\[(?:\.\.(?P<by>[^.,]+)|(?P<since>[^.,]+)\.\.)\]", text)
    if half:  # the package fails on "by 2018" and "2018 or later"
        return (None, _edtf_side(half["by"])[1]) if half["by"] else (_edtf_side(half["since"])[0], None)
    from edtf import parse_edtf  # slow to import, and few questions meet EDTF
    from edtf.parser.edtf_exceptions import EDTFParseException

    if re.fullmatch(r"(?=.*X)[X\d]{4}-\d\d(-\d\d)?", text):
        # The package passes impossible days of an unspecified year; a leap year allows all that are possible.
        _plain("2000" + text[4:], XSD + ("date" if text.count("-") == 2 else "gYearMonth"), text)
    try:
        with redirect_stdout(StringIO()):  # the package prints there what it could not read
            parsed = parse_edtf(text)
        low, high = parsed.lower_strict(), parsed.upper_strict()
        if "XX" in text[:4] or not (0 < low.tm_year < 9999 and 0 < high.tm_year < 9999):
            return None, None
        return date(*low[:3]), date(*high[:3])
    except (EDTFParseException, AttributeError, ValueError, TypeError, IndexError):  # the package fails in many ways
        raise _no_edtf(text) from None


def _no_edtf(text: str) -> DateError:
    return DateError(f"{text!r} is not a date in EDTF", f"« {text} » n'est pas une date EDTF")


def read_date(lexical: str, datatype: str) -> Span:
    """The days a date literal may mean.

    Raises
    ------
    DateError
        When the literal is no possible date (``2024-13-45``); the message says why.
    """
    if datatype in _FORMS:
        return _plain(lexical, datatype)
    if datatype != EDTF:
        types = "xsd:date, xsd:gYearMonth, xsd:gYear"
        raise DateError(
            f"{lexical!r} is not typed as a date ({types} or edtf:EDTF)",
            f"« {lexical} » n'a pas le type d'une date ({types} ou edtf:EDTF)",
        )
    if not re.fullmatch(r"[0-9XYSE~?%./\[\]{},-]+", lexical):
        raise _no_edtf(lexical)
    if lexical.count("/") > 1:
        raise DateError(f"{lexical!r} has more than one '/'", f"« {lexical} » a plus d'un « / »")
    if "/" not in lexical:
        return _whole(*_edtf_side(lexical))
    left, right = lexical.split("/")
    if left in ("", "..") and right in ("", ".."):
        raise DateError(f"{lexical!r} says nothing on either side", f"« {lexical} » ne dit rien d'aucun côté")
    start = (None, None) if left in ("", "..") else _edtf_side(left)
    end = (None, None) if right in ("", "..") else _edtf_side(right)
    if start[0] and end[1] and end[1] < start[0]:
        raise DateError(f"{lexical!r} ends before it starts", f"« {lexical} » finit avant de commencer")
    return Span(*start, *end, open=right == "..", period=True)


def written(earliest: date | None, latest: date | None) -> tuple[str, str] | None:
    """A date of which the first and last day it may be are known, as people read it: its text and datatype.

    One day is an xsd:date, a whole month an xsd:gYearMonth, a whole year an xsd:gYear; what lies between two days is
    the EDTF set ``[2018-02-23..2018-12-31]`` (``[2018..2020]`` where it is whole years), of which an unknown side is
    left out. None where nothing is known.
    """
    if earliest is None and latest is None:
        return None
    if earliest == latest and earliest is not None:
        return earliest.isoformat(), XSD + "date"
    if earliest and latest and (earliest, latest) == _month(earliest.year, earliest.month):
        return earliest.isoformat()[:7], XSD + "gYearMonth"
    whole = (earliest is None or (earliest.month, earliest.day) == (1, 1)) and (
        latest is None or (latest.month, latest.day) == (12, 31)
    )
    first, last = ("" if day is None else day.isoformat()[: 4 if whole else 10] for day in (earliest, latest))
    return (first, XSD + "gYear") if first == last else (f"[{first}..{last}]", EDTF)


def _month(year: int, month: int) -> tuple[date, date]:
    """The first and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def last_day(first: date, months: int) -> date:
    """The last day of what lasts so many months: five years from 1 January 2018 end on 31 December 2022."""
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    length = monthrange(year, month + 1)[1]
    if first.day > length:
        return date(year, month + 1, length)
    return date(year, month + 1, first.day) - timedelta(days=1)


def read_day(text: str, *, last: bool = False) -> date:
    """The day a user means by ``2018``, ``2018-03`` or ``2018-03-15``: the first one, or the last one."""
    for name in ("date", "gYearMonth", "gYear"):
        if _FORMS[XSD + name].match(text.strip()):
            span = _plain(text.strip(), XSD + name)
            day = span.end_latest if last else span.start_earliest
            assert day is not None
            return day
    raise ValueError(f"{text!r} is not a date; write 2018, 2018-03 or 2018-03-15")


def read_period(
    at: str | None, since: str | None, before: str | None, names: tuple[str, str, str] = ("at", "since", "before")
) -> tuple[str | None, str | None]:
    """The two bounds a user means by a date or by a period; `names` is what the user calls the three.

    Raises
    ------
    MaillageError
        For what is no date, a date beside a period, or a period that ends before it begins.
    """
    for name, text in zip(names, (at, since, before), strict=True):
        try:
            if text is not None:
                read_day(text)
        except ValueError:
            fix = "Write 2018, 2018-03 or 2018-03-15."
            raise MaillageError(f"{name}: {text!r} is no date.", fix=fix) from None
    if at is not None and (since is not None or before is not None):
        raise MaillageError(f"{names[0]} goes without {names[1]} and {names[2]}.", fix="Give a date or a period.")
    since, before = at or since, at or before
    if since is not None and before is not None and read_day(since) > read_day(before, last=True):
        what = f"the period ends ({names[2]} {before}) before it begins ({names[1]} {since})."
        raise MaillageError(what, fix="Swap the two dates.")
    return since, before
