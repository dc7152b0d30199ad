"""Dates: a curated date literal comes in, the days it may mean go out.

Curated dates are ``xsd:date``, ``xsd:gYearMonth``, ``xsd:gYear`` or EDTF. The ``edtf`` package reads EDTF; what it
would invent (an end for ``2024/``, years 0 and 9999 for ``XXXX``) is left unknown here.
"""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from io import StringIO

from maillage.errors import MaillageError
from maillage.terms import EDTF, XSD

DATE_TYPES = (XSD + "date", XSD + "gYearMonth", XSD + "gYear", EDTF)
#: A date of XML Schema may bear a time zone, which says whose day it is: it is read as that day.
_ZONE = r"(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?"
_FORMS = {
    XSD + "date": re.compile(rf"(-?\d{{4,}})-(\d\d)-(\d\d){_ZONE}\Z", re.ASCII),
    XSD + "gYearMonth": re.compile(rf"(-?\d{{4,}})-(\d\d){_ZONE}\Z", re.ASCII),
    XSD + "gYear": re.compile(rf"(-?\d{{4,}}){_ZONE}\Z", re.ASCII),
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
    if not 0 < year <= 9999:
        words = f"« {lexical} » : seules les années 1 à 9999 sont lues ici"
        raise DateError(f"{lexical!r} is lawful, but only years 1 to 9999 are read here", words)
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
    if text[:1] + text[-1:] in ("[]", "{}"):  # the package fails on "by 2018" and "2018 or later"
        return _edtf_set(text[1:-1], text)
    if _QUALIFIED.fullmatch(text):
        text = re.sub("[?~%]", "", text)  # doubt moves no bound
    text = _MOMENT.sub("", text)  # of a moment its day
    if _UNSPECIFIED.fullmatch(text):
        return _unspecified(text)
    if season := _SEASON.fullmatch(text):
        return _season(int(season[1]), int(season[2]))
    from edtf import parse_edtf  # slow to import, and few questions meet EDTF
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        with redirect_stdout(StringIO()):  # the package prints there what it could not read
            parsed = parse_edtf(text)
        low, high = parsed.lower_strict(), parsed.upper_strict()
        if "XX" in text[:4] or not (0 < low.tm_year < 9999 and 0 < high.tm_year < 9999):
            return None, None
        return date(*low[:3]), date(*high[:3])
    except (EDTFParseException, AttributeError, ValueError, TypeError, IndexError):  # the package fails in many ways
        raise _no_edtf(text) from None


#: A date that is doubtful or about, in whole or in part.
_QUALIFIED = re.compile(r"[?~%]?[X\d]{4}[?~%]?(-[?~%]?[X\d]{2}[?~%]?){0,2}", re.ASCII)


def _edtf_set(inside: str, text: str) -> tuple[date | None, date | None]:
    """The first and last day of a set of dates and ranges, one of which or all of which are meant."""
    sides: list[tuple[date | None, date | None]] = []
    for part in inside.split(","):
        low, dots, high = part.partition("..")
        if not (low or high) or ".." in high:
            raise _no_edtf(text)
        first = _edtf_side(low) if low else (None, None)
        last = (_edtf_side(high) if high else (None, None)) if dots else first
        if first[0] and last[1] and last[1] < first[0]:
            raise DateError(f"{text!r} ends before it starts", f"« {text} » finit avant de commencer")
        sides.append((first[0], last[1]))
    lows, highs = zip(*sides, strict=True)
    return (None if None in lows else min(lows)), (None if None in highs else max(highs))


#: A time of day, as ISO 8601 has it.
_MOMENT = re.compile(r"(?<=\d{4}-\d\d-\d\d)T([01]\d|2[0-4]):[0-5]\d:[0-5]\d(Z|[+-]\d\d(:\d\d)?)?\Z", re.ASCII)
#: A date of which some digits are not specified: 156X-12-25, 1984-1X, XXXX-03-15.
_UNSPECIFIED = re.compile(r"(?=.*X)([X\d]{4})(?:-([X\d]{2}))?(?:-([X\d]{2}))?", re.ASCII)
_SEASON = re.compile(r"(\d{4})-(2[1-9]|3\d|4[01])[?~%]?", re.ASCII)


def _unspecified(text: str) -> tuple[date | None, date | None]:
    """The first and last day that the digits written allow; none where the century is not said."""
    year, month, day = _UNSPECIFIED.fullmatch(text).groups()  # type: ignore[union-attr]
    # A leap year allows every day that is possible in some year.
    years = [int(year.replace("X", digit)) for digit in "09"] if "XX" not in year else [2000, 2000]
    days = [
        (m, d)
        for m in range(1, 13)
        if _fits(m, month)
        for d in range(1, monthrange(2000 if "X" in year else years[0] or 1, m)[1] + 1)
        if _fits(d, day)
    ]
    if not days:
        if month and "X" not in month and 1 <= int(month) <= 12:
            words = f"« {text} » : ce mois n'a pas de jour {day}"
            raise DateError(f"{text!r} has no day {day} in that month", words)
        raise DateError(f"{text!r} has no month {month}", f"« {text} » : il n'y a pas de mois {month}")
    if "XX" in year or not all(0 < y <= 9999 for y in years):
        return None, None
    (first, one), (last, other) = days[0], days[-1]
    return (
        date(years[0], first, min(one, monthrange(years[0], first)[1])),
        date(years[1], last, min(other, monthrange(years[1], last)[1])),
    )


def _fits(number: int, digits: str | None) -> bool:
    return digits is None or all(said in ("X", digit) for said, digit in zip(digits, f"{number:02}", strict=True))


def _season(year: int, code: int) -> tuple[date | None, date | None]:
    """The days a season, quarter or other division of a year may hold, by its EDTF code.

    Seasons begin with the month or with the sun, and a winter is that in which the year ends or begins.
    """
    if not 0 < year < 9999:
        return None, None
    if code <= 32:
        north = code if code < 25 else code - 4 if code < 29 else (code - 29 + 2) % 4 + 21
        # Where nobody says which half of the earth (21 to 24), the north is meant.
        first, last, later = {21: (3, 6, 0), 22: (6, 9, 0), 23: (9, 12, 0), 24: (1, 3, 1)}[north]
    else:
        length, number = (3, code - 33) if code < 37 else (4, code - 37) if code < 40 else (6, code - 40)
        first, last, later = number * length + 1, (number + 1) * length, 0
    return date(year, first, 1), date(year + later, last, monthrange(year + later, last)[1])


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
    if not re.fullmatch(r"[0-9XYSETZ~?%./\[\]{},:+-]+", lexical, re.ASCII):
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
    if not re.search(r"(?<!\d)\d{4}(-\d\d){0,2}\Z", text.strip(), re.ASCII):  # a user writes no time zone
        raise ValueError(f"{text!r} is not a date; write 2018, 2018-03 or 2018-03-15")
    for name in ("date", "gYearMonth", "gYear"):
        if _FORMS[XSD + name].match(text.strip()):
            span = _plain(text.strip(), XSD + name)
            day = span.end_latest if last else span.start_earliest
            assert day is not None
            return day
    raise ValueError(f"{text!r} is not a date; write 2018, 2018-03 or 2018-03-15")


#: A date as a user gives it: text, or Python's own for a year or a day.
Given = str | int | date | None


def day_text(given: Given) -> str | None:
    """A date as a user writes it: 2018, 2018-03 or 2018-03-15; of a moment its day."""
    if isinstance(given, datetime):
        given = given.date()
    if isinstance(given, date):
        return given.isoformat()
    return f"{given:04}" if isinstance(given, int) else given


def read_period(
    at: Given, since: Given, before: Given, names: tuple[str, str, str] = ("at", "since", "before")
) -> tuple[str | None, str | None]:
    """The two bounds a user means by a date or by a period; `names` is what the user calls the three.

    Raises
    ------
    MaillageError
        For what is no date, a date beside a period, or a period that ends before it begins.
    """
    fix = "Write 2018, 2018-03 or 2018-03-15."
    for name, given in zip(names, (at, since, before), strict=True):
        if isinstance(given, bool) or (given is not None and not isinstance(given, str | int | date)):
            raise MaillageError(f"{name}: {given!r} is no date.", fix=fix)
        try:
            if (text := day_text(given)) is not None:
                read_day(text)
        except ValueError:
            raise MaillageError(f"{name}: {given!r} is no date.", fix=fix) from None
    at, since, before = day_text(at), day_text(since), day_text(before)
    if at is not None and (since is not None or before is not None):
        raise MaillageError(f"{names[0]} goes without {names[1]} and {names[2]}.", fix="Give a date or a period.")
    since, before = at or since, at or before
    if since is not None and before is not None and read_day(since) > read_day(before, last=True):
        what = f"the period ends ({names[2]} {before}) before it begins ({names[1]} {since})."
        raise MaillageError(what, fix="Swap the two dates.")
    return since, before
