"""A weekday with day and month fixes a year when the document's own date allows only one."""

from __future__ import annotations

import pytest

from maillage.pipeline.weekdays import settled, weekday_day
from maillage.store.embedded import Oxigraph
from maillage.terms import GRAPH, PREFIXES

PREFIX = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())


def days(sentence: str, lexical: str, issued: str) -> list[str]:
    """The days found for a state dated in EDTF, proved by a sentence of a part of a document issued then."""
    store = Oxigraph()
    store.read(
        f'{PREFIX}claim:c a mlg:State ; mlg:signedOn "{lexical}"^^edtf:EDTF ; mlg:evidence quotation:q .\n'
        f'quotation:q oa:exact "{sentence}" ; mlg:document doc:part . doc:part dct:isPartOf doc:whole .\n'
        + (f'doc:whole dct:issued "{issued}" .' if issued else ""),
        GRAPH + "documents/d",
    )
    return [each.day for each in settled(store)]


@pytest.mark.parametrize(
    ("sentence", "lexical", "issued", "expected"),
    [
        ("signé mardi 29 octobre à Sisteron", "XXXX-10-29", "2024-11-04", ["2024-10-29"]),
        ("Mercredi 11 Décembre, à Ornans", "XXXX-12-11", "2020-01", ["2019-12-11"]),
        ("le jeudi 1er février", "XXXX-02-01", "2024", ["2024-02-01"]),
        ("signé mardi 29 octobre", "XXXX-10-29", "", []),  # no date of its own: 2013, 2019, 2024
        ("signé mardi 29 octobre", "XXXX-10-29", "2021-06", ["2019-10-29"]),  # within two years
        ("signé mardi 29 octobre", "XXXX-10-29", "2016-06", []),  # neither 2014 to 2018
        ("signé le 29 octobre", "XXXX-10-29", "2024-11-04", []),
        ("signé mardi 30 octobre", "XXXX-10-29", "2024-11-04", []),  # another day
        ("signé mardi 29 octobre 2019", "XXXX-10-29", "2024-11-04", []),  # the year is written
        ("signé mardi 29 octobre", "2024-10-29", "2024-11-04", []),
    ],
)
def test_a_weekday_settles_the_year(sentence: str, lexical: str, issued: str, expected: list[str]) -> None:
    assert days(sentence, lexical, issued) == expected


def test_of_the_years_near_one_fits_at_most() -> None:
    for near in range(1990, 2030):
        for weekday in range(7):
            found = weekday_day(weekday, 6, 29, near)
            assert found is None or (found.weekday() == weekday and abs(found.year - near) <= 2)
    assert weekday_day(3, 2, 29, 2024) is not None and weekday_day(4, 2, 29, 2024) is None
