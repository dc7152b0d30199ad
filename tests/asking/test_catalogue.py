"""Query files: what a header must say, and the message when it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from maillage.asking.catalogue import FOLDERS, Catalogue, read_query, verify_variants
from maillage.errors import MaillageError, NotFoundError
from maillage.places import Places
from maillage.things.rdf import Literal, NamedNode

GOOD = """#+ title: {fr: "Titre", en: "Title"}
#+ question: {fr: "Quoi ?", en: "What?"}
#+ params:
#+   actor: {type: iri, of: mlg:Actor, example: "body:x", fr: "Acteur", en: "Actor"}
#+ columns:
#+   n: {type: integer, fr: "Nombre", en: "Number"}
#+ tags: [test]
SELECT (COUNT(*) AS ?n) WHERE {
  #?actor VALUES ?actor { <https://w3id.org/maillage/id/organisation/x> }
  ?actor ?p ?o
} ORDER BY ?n
"""
ROW = "  #?actor VALUES ?actor { <https://w3id.org/maillage/id/organisation/x> }\n"


def read(tmp_path: Path, text: str, kind: str = "questions") -> object:
    path = tmp_path / "x.rq"
    path.write_text(text, encoding="utf-8")
    return read_query(path, kind)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda t: t.split("#+ tags: [test]\n")[1], r"x\.rq:1: this query has no header"),
        (lambda t: t.replace("#+ tags: [test]\n", ""), "lacks the key 'tags'"),
        (lambda t: t.replace("#+ tags", "#+ colour: red\n#+ tags"), r"x\.rq:7: unknown key 'colour'"),
        (lambda t: t.replace('en: "Title"}', ""), r"x\.rq:\d: the header is not YAML"),
        (lambda t: t.replace(', en: "Title"', ""), "'title' must be said in fr and en"),
        (lambda t: t.replace("  n:", "  m:"), r"x\.rq:6: column 'm' is declared but the query returns 'n'\. Rename"),
        (lambda t: t.replace(ROW, ""), r"x\.rq:4: parameter 'actor' has no VALUES row\. Add the line: VALUES \?actor"),
        (lambda t: t.replace("type: iri, of", "type: thing, of"), "needs a type"),
        (lambda t: t.replace("WHERE {", "WHERE {{"), r"x\.rq:\d+: this SPARQL does not parse"),
        (lambda t: t.replace(" ORDER BY ?n", ""), "no ORDER BY"),
    ],
)
def test_bad_headers(tmp_path: Path, change: object, message: str) -> None:
    assert read(tmp_path, GOOD)
    with pytest.raises(MaillageError, match=message):
        read(tmp_path, change(GOOD))  # type: ignore[operator]


def test_parameters_are_written_by_a_term_serialiser(tmp_path: Path) -> None:
    query = read(tmp_path, GOOD)
    nasty = Literal('x" } INSERT DATA { <a:a> <a:a> <a:a> } #\n')
    text = query.filled({"actor": [nasty]})  # type: ignore[attr-defined]
    assert "\\n" in text
    assert '\\"' in text
    several = [NamedNode("http://e/x"), NamedNode("http://e/y")]
    assert "\n  VALUES ?actor { <http://e/x> <http://e/y> }\n" in query.filled({"actor": several})  # type: ignore[attr-defined]
    assert query.filled({}) == GOOD  # type: ignore[attr-defined]


def test_the_nearest_name_is_offered(places: Places) -> None:
    with pytest.raises(NotFoundError, match=r"Did you mean .*who-coordinates-with"):
        Catalogue(places).get("questions", "who-coordinate-with")


@pytest.mark.parametrize("kind", FOLDERS)
def test_every_query_of_the_project_reads(places: Places, kind: str) -> None:
    """With every combination of its parameters."""
    queries = Catalogue(places).of(kind)
    for query in queries:
        verify_variants(query)
    assert queries
    assert all(query.words("title", lang) for query in queries for lang in ("fr", "en"))
