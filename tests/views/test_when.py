"""Dates in words: what a source leaves out stays out, and prepositions agree."""

from __future__ import annotations

import pytest

from maillage.errors import MaillageError
from maillage.views.when import date_words, dated_text, period_words, table_words
from maillage.views.words import number_words, words


@pytest.mark.parametrize(
    ("lexical", "fr", "en"),
    [
        ("2018-02-23", "23 février 2018", "23 February 2018"),
        ("2018-05-01", "1er mai 2018", "1 May 2018"),
        ("2018-02", "février 2018", "February 2018"),
        ("2018", "2018", "2018"),
        ("201X", "années 2010", "2010s"),
        ("XXXX-03-15", "15 mars (année non dite)", "15 March (year unstated)"),
        ("XXXX-05", "mai (année non dite)", "May (year unstated)"),
        ("2018-XX", "2018 (mois non dit)", "2018 (month unstated)"),
        ("2018-05-XX", "mai 2018 (jour non dit)", "May 2018 (day unstated)"),
        ("2018~", "2018 (environ)", "2018 (about)"),
        ("2018-21", "printemps 2018", "spring 2018"),
        ("XXXX-07/XXXX-12", "de juillet à décembre (année non dite)", "from July to December (year unstated)"),
        ("2024/..", "à partir de 2024, sans fin fixée", "from 2024, no end set"),
        ("2024/", "à partir de 2024 (fin non dite)", "from 2024 (end unstated)"),
        ("l'an prochain", "l'an prochain", "l'an prochain"),
    ],
)
def test_one_date(lexical: str, fr: str, en: str) -> None:
    assert date_words(lexical, "fr") == fr
    assert date_words(lexical, "en") == en


def test_a_table_keeps_the_dates_that_sort() -> None:
    for plain in ("2018", "2018-02", "2018-02-26"):
        assert table_words(plain) == plain
    assert table_words("XXXX-10-01") == "1er octobre (année non dite)"
    assert table_words("2018/2020", "en") == "from 2018 to 2020"
    assert table_words("2018~") == "2018 (environ)"


@pytest.mark.parametrize(
    ("start", "end", "fr", "en"),
    [
        ("2023-05-25", "2023-05-25", "25 mai 2023", "25 May 2023"),
        ("2018", "2020", "de 2018 à 2020", "from 2018 to 2020"),
        ("2018-04", "2019-08", "d'avril 2018 à août 2019", "from April 2018 to August 2019"),
        ("2018-05-01", "2020-12-31", "du 1er mai 2018 au 31 décembre 2020", "from 1 May 2018 to 31 December 2020"),
        ("201X", "202X", "des années 2010 aux années 2020", "from 2010s to 2020s"),
        ("2018-04", None, "à partir d'avril 2018 (fin non dite)", "from April 2018 (end unstated)"),
        (None, "2018-04", "jusqu'en avril 2018 (début non dit)", "until April 2018 (start unstated)"),
        (None, "2018-04-01", "jusqu'au 1er avril 2018 (début non dit)", "until 1 April 2018 (start unstated)"),
        (None, None, "", ""),
    ],
)
def test_a_period(start: str | None, end: str | None, fr: str, en: str) -> None:
    assert period_words(start, end, "fr") == fr
    assert period_words(start, end, "en") == en


@pytest.mark.parametrize(
    ("start", "end", "fr", "en"),
    [
        ("[2018..2020]", None, "début entre 2018 et 2020, fin non dite", "start between 2018 and 2020, end unstated"),
        (
            "[2018-02-23..2018-12-31]",
            "2023",
            "début entre le 23 février 2018 et le 31 décembre 2018, fin 2023",
            "start between 23 February 2018 and 31 December 2018, end 2023",
        ),
        (None, "[..2018-02]", "fin au plus tard février 2018, début non dit", "end by February 2018, start unstated"),
        ("[2018..]", "/..", "début au plus tôt 2018, sans fin fixée", "start 2018 or later, no end set"),
    ],
)
def test_what_lies_between_two_days(start: str | None, end: str | None, fr: str, en: str) -> None:
    assert (period_words(start, end, "fr"), period_words(start, end, "en")) == (fr, en)


def test_an_open_end_and_a_set_in_a_table() -> None:
    assert table_words("..") == "sans fin fixée" and table_words("[..2018]", "en") == "by 2018"


def test_numbers() -> None:
    assert number_words("61400.0", "fr") == "61\u202f400"
    assert number_words("61400", "en") == "61,400"
    assert number_words("-1234.50", "fr") == "-1\u202f234,5"
    assert number_words("7.25", "en") == "7.25"
    assert number_words("n. d.", "fr") == "n. d."


def test_both_languages_say_the_same_things() -> None:
    assert set(words("fr")) == set(words("en"))
    assert set(words("fr")["terms"]) == set(words("en")["terms"])
    with pytest.raises(MaillageError, match="no card in language 'de'"):
        words("de")


def test_days_in_a_sentence() -> None:
    said = dated_text("Relevés au 2026-09-01, pas avant le 2017-12-31.", "fr")
    assert said == "Relevés au 1er septembre 2026, pas avant le 31 décembre 2017."
    assert dated_text("read on 2026-09-01", "en") == "read on 1 September 2026"
    for kept in (
        "https://exemple.invalid/2026-09-01/page",
        "sha-2026-09-01",
        "2026-09-01.ttl",
        "2026-09",
        "12026-09-01",
    ):
        assert dated_text(kept) == kept
