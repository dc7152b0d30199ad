"""Dates: what each literal may mean, and what is refused."""

from datetime import date, datetime

import pytest

from maillage.dates import DateError, Span, last_day, read_date, read_day, read_period, written
from maillage.errors import MaillageError
from maillage.terms import EDTF, XSD


def days(*texts: str | None) -> tuple[date | None, ...]:
    return tuple(None if t is None else date.fromisoformat(t) for t in texts)


@pytest.mark.parametrize(
    ("lexical", "datatype", "first", "last"),
    [
        ("2018-02-26", XSD + "date", "2018-02-26", "2018-02-26"),
        ("2016-11", XSD + "gYearMonth", "2016-11-01", "2016-11-30"),
        ("2024", XSD + "gYear", "2024-01-01", "2024-12-31"),
        ("XXXX-03-15", EDTF, None, None),
        ("20XX", EDTF, None, None),
        ("201X", EDTF, "2010-01-01", "2019-12-31"),
        ("2022-41", EDTF, "2022-07-01", "2022-12-31"),
        ("2018~", EDTF, "2018-01-01", "2018-12-31"),
        ("2017-04?-09?", EDTF, "2017-04-09", "2017-04-09"),
        ("?2017-~04-XX", EDTF, "2017-04-01", "2017-04-30"),
        ("2017-0X", EDTF, "2017-01-01", "2017-09-30"),
        ("2017-1X-3X", EDTF, "2017-10-30", "2017-12-31"),
        ("191X-02-29", EDTF, "1910-02-28", "1919-02-28"),
        ("2016-XX-31", EDTF, "2016-01-31", "2016-12-31"),
        ("2017-04-09T08:15:00Z", EDTF, "2017-04-09", "2017-04-09"),
        ("2017-04-09T08:15:00+02:00", EDTF, "2017-04-09", "2017-04-09"),
        ("2017-21", EDTF, "2017-03-01", "2017-06-30"),
        ("2017-26", EDTF, "2017-06-01", "2017-09-30"),
        ("2017-29", EDTF, "2017-09-01", "2017-12-31"),
        ("2017-34", EDTF, "2017-04-01", "2017-06-30"),
        ("2017-39", EDTF, "2017-09-01", "2017-12-31"),
        ("[2011,2013..2015]", EDTF, "2011-01-01", "2015-12-31"),
        ("{2011-05,2013}", EDTF, "2011-05-01", "2013-12-31"),
        ("[..2013-05]", EDTF, None, "2013-05-31"),
        ("{2011,2013..}", EDTF, "2011-01-01", None),
        ("2019-07-14Z", XSD + "date", "2019-07-14", "2019-07-14"),
        ("2019-07-14-05:00", XSD + "date", "2019-07-14", "2019-07-14"),
        ("2019-07+02:00", XSD + "gYearMonth", "2019-07-01", "2019-07-31"),
        ("2019Z", XSD + "gYear", "2019-01-01", "2019-12-31"),
    ],
)
def test_bounds(lexical: str, datatype: str, first: str | None, last: str | None) -> None:
    span = read_date(lexical, datatype)
    assert (span.start_earliest, span.end_latest) == days(first, last)
    assert not span.open


def test_open_and_unknown_ends_differ() -> None:
    begun = (date(2024, 1, 1), date(2024, 12, 31))
    assert read_date("2024/..", EDTF) == Span(*begun, None, None, open=True, period=True)
    assert read_date("2024/", EDTF) == Span(*begun, None, None, open=False, period=True)
    assert read_date("2019/2023-06", EDTF).end_latest == date(2023, 6, 30)


def test_a_period_of_one_year_is_no_date() -> None:
    """``2018/2018`` ends in 2018; ``2018`` says nothing of an end. Their days are the same."""
    year = (date(2018, 1, 1), date(2018, 12, 31))
    assert read_date("2018/2018", EDTF) == Span(*year, *year, period=True)
    assert read_date("2018", EDTF) == read_date("2018", XSD + "gYear") == Span(*year, *year)


@pytest.mark.parametrize(
    ("lexical", "datatype"),
    [
        ("2024-13-45", XSD + "date"),
        ("2023-02-29", XSD + "date"),
        ("2024-00", XSD + "gYearMonth"),
        ("24", XSD + "gYear"),
        ("2024-02-30", EDTF),
        ("XXXX-13-01", EDTF),
        ("2024/2019", EDTF),
        ("../..", EDTF),
        ("hier", EDTF),
        (" 2018", EDTF),
        ("2018\n", EDTF),
        ("2024", XSD + "string"),
        ("0000", XSD + "gYear"),
        ("0000-01-01", XSD + "date"),
    ],
)
def test_impossible_dates_are_refused(lexical: str, datatype: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(DateError, match=r".+") as caught:
        read_date(lexical, datatype)
    assert caught.value.fr and caught.value.fr != str(caught.value)
    assert capsys.readouterr().out == "", "the EDTF package must not write among the data"


def test_why_is_said_of_the_date_as_written() -> None:
    with pytest.raises(DateError, match="'XXXX-02-30' has no day 30") as caught:
        read_date("XXXX-02-30", EDTF)
    assert caught.value.fr == "« XXXX-02-30 » : ce mois n'a pas de jour 30"


def test_what_a_user_means() -> None:
    assert read_day("2018") == date(2018, 1, 1)
    assert read_day("2018", last=True) == date(2018, 12, 31)
    assert read_day("2018-02", last=True) == date(2018, 2, 28)
    with pytest.raises(ValueError, match="write 2018"):
        read_day("mars 2018")


@pytest.mark.parametrize(
    ("first", "last", "text", "datatype"),
    [
        ("2018-02-23", "2018-02-23", "2018-02-23", "date"),
        ("2018-02-01", "2018-02-28", "2018-02", "gYearMonth"),
        ("2018-01-01", "2018-12-31", "2018", "gYear"),
        ("2018-02-23", "2018-12-31", "[2018-02-23..2018-12-31]", "EDTF"),
        ("2016-07-01", "2023-12-31", "[2016-07-01..2023-12-31]", "EDTF"),  # months that no source says stay unsaid
        ("2018-01-01", "2020-12-31", "[2018..2020]", "EDTF"),
        ("2018-01-01", None, "[2018..]", "EDTF"),
        (None, "2018-02-23", "[..2018-02-23]", "EDTF"),
    ],
)
def test_what_people_read_says_the_same_days(first: str | None, last: str | None, text: str, datatype: str) -> None:
    days = tuple(date.fromisoformat(day) if day else None for day in (first, last))
    lexical, of = written(*days) or ("", "")
    assert (lexical, of.rpartition("#" if datatype != "EDTF" else "/")[2]) == (text, datatype)
    span = read_date(lexical, of)
    assert (span.start_earliest, span.start_latest) == days, "read again, it bounds the same days"


def test_nothing_known_is_not_written() -> None:
    assert written(None, None) is None


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        ("2018-02-23", 60, "2023-02-22"),
        ("2018-01-01", 60, "2022-12-31"),
        ("2018-12-31", 60, "2023-12-30"),
        ("2016-02-29", 12, "2017-02-28"),
        ("2024-08-31", 18, "2026-02-28"),
        ("2024-07-01", 1, "2024-07-31"),
    ],
)
def test_a_duration_ends_on_the_eve(first: str, months: int, last: str) -> None:
    assert last_day(date.fromisoformat(first), months).isoformat() == last


@pytest.mark.parametrize("code", ["24", "28"])
def test_a_winter_may_be_that_in_which_the_year_begins_or_ends(code: str) -> None:
    span = read_date(f"2020-{code}", EDTF)
    assert span.start_earliest is not None
    assert span.end_latest is not None
    for day in (date(2020, 1, 20), date(2020, 12, 25), date(2021, 3, 10)):
        assert span.start_earliest <= day <= span.end_latest


@pytest.mark.parametrize(
    ("lexical", "datatype", "said"),
    [
        ("-0520-01-02", XSD + "date", "lawful, but only years 1 to 9999"),
        ("12026", XSD + "gYear", "lawful, but only years 1 to 9999"),
        ("٢٠١٩", XSD + "gYear", "not written as gYear asks"),
        ("2019-07-14+15:00", XSD + "date", "not written as date asks"),
        ("2019-07-32Z", XSD + "date", "no day 32"),
        ("2019-02-3X", EDTF, "no day 3X in that month"),
        ("201X-1X-XX-", EDTF, "not a date in EDTF"),
        ("2019-4X", EDTF, "no month 4X"),
        ("2019-42", EDTF, "not a date in EDTF"),
        ("2019-07-14T25:00:00", EDTF, "not a date in EDTF"),
        ("[2015..2013]", EDTF, "ends before it starts"),
        ("[]", EDTF, "not a date in EDTF"),
        ("[2013....]", EDTF, "not a date in EDTF"),
    ],
)
def test_what_is_refused_is_told(lexical: str, datatype: str, said: str) -> None:
    with pytest.raises(DateError, match=said) as caught:
        read_date(lexical, datatype)
    assert lexical in str(caught.value)
    assert lexical in caught.value.fr


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (2019, "2019"),
        (date(2019, 7, 14), "2019-07-14"),
        (datetime(2019, 7, 14, 9), "2019-07-14"),
        ("2019-07", "2019-07"),
    ],
)
def test_a_date_as_python_has_it(given: str | int | date, text: str) -> None:
    assert read_period(given, None, None) == (text, text)
    assert read_period(None, given, None) == (text, None)


@pytest.mark.parametrize("given", ["2019-07-14Z", "-2019", "12019", True, 2019.5, ["2019"], 0, "demain"])
def test_what_is_no_date_is_said(given: object) -> None:
    with pytest.raises(MaillageError, match=r"^at: .* is no date\."):
        read_period(given, None, None)  # type: ignore[arg-type]
