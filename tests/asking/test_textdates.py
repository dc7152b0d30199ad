"""A date as people write it is compared nowhere: FILTER, MIN and MAX read the bounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from maillage.asking.catalogue import read_query
from maillage.asking.textdates import compared
from maillage.errors import MaillageError


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("?c mlg:from ?f . FILTER(?f <= ?day)", [("FILTER", "f")]),
        ("?c schema:endDate ?e . FILTER(BOUND(?e) && YEAR(?e) > 2018)", [("FILTER", "e")]),
        ("?c mlg:signedOn ?s . BIND(COALESCE(?s, ?x) AS ?d) FILTER(?d > ?day)", [("FILTER", "d")]),
        ("SELECT (MIN(?s) AS ?first) { ?c schema:startDate ?s }", [("MIN", "s")]),
        ("SELECT (MAX(STR(?s)) AS ?last) { ?c dct:issued ?s }", []),
        ('?c mlg:until ?u . FILTER(BOUND(?u) && STR(?u) != "..")', []),
        ("?c mlg:from ?f ; mlg:startEarliest ?first . FILTER(?first <= ?day)", []),
        ("?c mlg:fromage ?f . FILTER(?f <= ?day)", []),
    ],
)
def test_what_is_compared(where: str, expected: list[tuple[str, str]]) -> None:
    assert [(reader, name) for reader, name, _ in compared(where)] == expected


def test_a_question_that_compares_text_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "x.rq"
    path.write_text(
        '#+ title: {fr: "Titre", en: "Title"}\n#+ question: {fr: "Quoi ?", en: "What?"}\n'
        '#+ params:\n#+   day: {type: date, example: "2020", fr: "Le", en: "On"}\n'
        '#+ columns:\n#+   c: {type: iri, fr: "C", en: "C"}\n#+ tags: [test]\n'
        "PREFIX mlg: <https://w3id.org/maillage/def#>\nSELECT ?c\nWHERE {\n  ?c mlg:until ?until .\n"
        '  #?day VALUES ?day { "2020-01-01"^^<http://www.w3.org/2001/XMLSchema#date> }\n'
        "  #?day FILTER(?until >= ?day)\n}\nORDER BY ?c\n",
        encoding="utf-8",
    )
    with pytest.raises(MaillageError, match=r"FILTER reads '\?until'") as error:
        read_query(path, "questions")
    assert error.value.line == 13 and "mlg:startEarliest" in error.value.fix
