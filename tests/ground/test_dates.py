"""Dates: what each literal may mean, and what is refused."""

from datetime import date

import pytest

from maillage.dates import DateError, Span, read_date, read_day
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
