"""The lines that count only with a parameter: which ones do, what replaces a row, and the message where the law is broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from maillage.asking.catalogue import Query, read_query, verify_variants
from maillage.asking.variants import selected, variants
from maillage.errors import MaillageError
from maillage.store.embedded import Oxigraph
from maillage.things.rdf import Literal, NamedNode

GOOD = """#+ title: {fr: "Titre", en: "Title"}
#+ question: {fr: "Quoi ?", en: "What?"}
#+ params:
#+   who: {type: iri, required: true, example: "body:x", fr: "Qui", en: "Who"}
#+   word: {type: string, example: "santé", fr: "Mot", en: "Word"}
#+   day: {type: date, last: true, example: "2020", fr: "Jour", en: "Day"}
#+ columns:
#+   n: {type: integer, fr: "Nombre", en: "Number"}
#+ tags: [test]
SELECT (COUNT(*) AS ?n)
WHERE {
  VALUES ?who { <https://w3id.org/maillage/id/organisation/x> }
  ?who ?p ?o .
  #?word VALUES ?word { "santé" }
  #?word FILTER(?o = ?word)
  #?!word FILTER(?o != "")  # il s'agit d'autre chose
  #?day VALUES ?day { "2020-12-31"^^<http://www.w3.org/2001/XMLSchema#date> }
  #?day,word FILTER(?day > ?word)
}
ORDER BY ?n
"""
WORD = '  #?word VALUES ?word { "santé" }\n'
DAY = '  #?day VALUES ?day { "2020-12-31"^^<http://www.w3.org/2001/XMLSchema#date> }\n'


def read(tmp_path: Path, text: str) -> Query:
    path = tmp_path / "x.rq"
    path.write_text(text, encoding="utf-8")
    query = read_query(path, "questions")
    verify_variants(query)
    return query


def test_which_lines_count() -> None:
    text = "a\n#?x b\n  #?!x c\n#?x,y d\n"
    assert selected(text, []) == "a\n#?x b\n  c\n#?x,y d\n"
    assert selected(text, ["x"]) == "a\nb\n  #?!x c\n#?x,y d\n"
    assert selected(text, ["y"]) == "a\n#?x b\n  c\n#?x,y d\n"
    assert selected(text, ["x", "y"]) == "a\nb\n  #?!x c\nd\n"


def test_every_combination_is_a_variant() -> None:
    assert list(variants(["a", "b", "c"], ["b"])) == [["b"], ["a", "b"], ["b", "c"], ["a", "b", "c"]]


def test_a_row_is_replaced_and_a_string_that_spells_one_is_not(tmp_path: Path) -> None:
    query = read(tmp_path, GOOD)
    spelt = Literal("VALUES ?who { <https://w3id.org/maillage/id/organisation/x> }")
    text = query.filled({"who": [NamedNode("http://e/1"), NamedNode("http://e/2")], "word": [spelt]})
    assert "VALUES ?who { <http://e/1> <http://e/2> }" in text
    assert str(spelt) in text
    assert text.count("\n") == GOOD.count("\n"), "a line keeps its number"
    Oxigraph().select(text)


def test_what_is_required_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(MaillageError, match=r"x\.rq:1: the query needs the parameter 'who'\. Give it a value"):
        read(tmp_path, GOOD).filled({"word": [Literal("x")]})


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("#?day,word ", "#?day,world ", r"x\.rq:18: '#\?world' names no declared parameter\. Declare it"),
        ("#?day,word ", "#?day|word ", r"x\.rq:18: '#\?day\|word' is no condition\. Write"),
        ("#?day,word ", "#?!day,word ", r"x\.rq:18: '#\?!day,word' is no condition"),
        (
            WORD,
            "",
            r"x\.rq:5: parameter 'word' has no VALUES row when 'who' and 'day' are given\. Add the line: VALUES",
        ),
        (DAY, DAY.replace("#?day", "#?day,word"), r"x\.rq:1: parameter 'day' has no VALUES row when 'who' is given\."),
        (WORD, WORD.replace("#?word ", ""), r"x\.rq:14: parameter 'word' is bound where it is not given\. Begin"),
        (
            "  VALUES ?who",
            "  #?who VALUES ?who",
            r"x\.rq:4: the file as it lies does not bind 'who', without which there is no answer\. Write the line without",
        ),
        (
            '"santé" }',
            '"soin" }',
            r"x\.rq:14: 'VALUES \?word \{ \"soin\" \}' is not the header's example\. Write: VALUES",
        ),
        ("organisation/x> }", "organisation/y> }", r"x\.rq:12: .* is not the header's example"),
        ('{ "santé" }', "{ UNDEF }", r"x\.rq:14: UNDEF stands in the query\. Engines disagree"),
        ("FILTER(?o = ?word)", "FILTER(! BOUND( ?word) || ?o = ?word)", r"x\.rq:15: '!BOUND\(\?word\) \|\|' asks"),
        ('VALUES ?word { "santé" }', 'VALUES (?word ?p) { ("santé" UNDEF) }', "UNDEF stands"),
        (
            'VALUES ?word { "santé" }',
            'VALUES (?word) { ("santé") }',
            r"x\.rq:14: .* binds the parameter 'word' beside others",
        ),
        ('FILTER(?o != "")', 'FILTER(?o != """\n#?word x""")', r"x\.rq:17: a '#\?' line stands inside a string"),
        (
            "FILTER(?day > ?word)",
            "FILTER(?day >> ?word)",
            r"x\.rq:\d+: with word and day: this SPARQL does not parse",
        ),
        ('example: "body:x"', 'example: "ARS"', r"x\.rq:3: the example 'ARS' is no IRI\. Write a CURIE"),
        ('example: "2020"', 'example: "hier"', r"x\.rq:3: parameter 'day': 'hier' is no date"),
    ],
)
def test_the_law_broken(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert read(tmp_path, GOOD)
    assert old in GOOD
    with pytest.raises(MaillageError, match=message):
        read(tmp_path, GOOD.replace(old, new))


def test_a_fault_of_one_variant_is_found(tmp_path: Path) -> None:
    """`word` alone does not parse: only the reading of every variant tells."""
    text = GOOD.replace(DAY, "  #?word {\n  #?word }\n" + DAY)
    assert read(tmp_path, text)
    with pytest.raises(MaillageError, match=r"x\.rq:\d+: with word: this SPARQL does not parse"):
        read(tmp_path, text.replace("#?word }", "#?day,word }"))
