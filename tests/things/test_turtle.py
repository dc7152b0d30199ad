"""The canonical layout: what goes in comes out, always in the same place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import CanonicalizationAlgorithm, Dataset

from maillage.errors import MaillageError
from maillage.terms import PREFIXES, XSD
from maillage.things.files import write_atomically
from maillage.things.literals import canonical
from maillage.things.rdf import BlankNode, Literal, NamedNode, Quad, Triple
from maillage.things.turtle import read_turtle
from maillage.things.turtle_writer import format_file, write_turtle

HERE = Path("file.ttl")


def same(one: list[Triple], two: list[Triple]) -> bool:
    """Isomorphic, numbers and booleans compared in their canonical form."""

    def dataset(triples: list[Triple]) -> Dataset:
        data = Dataset(Quad(t.subject, t.predicate, canonical(t.object)) for t in triples)
        data.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        return data

    return dataset(one) == dataset(two)


iris = st.sampled_from(
    [
        *(
            PREFIXES[p] + local
            for p in ("mlg", "body", "arr", "doc")
            for local in ("x", "siren-130007834", "a.b", "é", "a/b")
        ),
        *(PREFIXES["claim"] + f"doc-1/{n}" for n in ("a", "b.c")),
        *(PREFIXES["quotation"] + f"doc-1/{n}" for n in ("0-10", "10-20")),
        "https://example.org/%20?q=1#f",
        PREFIXES["oa"] + "exact",
        PREFIXES["oa"] + "start",
        PREFIXES["mlg"] + "evidence",
        PREFIXES["rdf"] + "type",
        PREFIXES["rdf"] + "first",
        PREFIXES["rdf"] + "rest",
        PREFIXES["rdf"] + "nil",
    ]
).map(NamedNode)
blanks = st.integers(0, 4).map(lambda n: BlankNode(f"b{n}"))
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
literals = st.one_of(
    texts.map(Literal),
    st.tuples(texts, st.sampled_from(["fr", "en", "fr-be"])).map(lambda p: Literal(p[0], language=p[1])),
    st.tuples(
        st.sampled_from(
            ["1", "01", "+3", "-0", "1.50", ".5", "3.", "1e3", "-2.5E-3", "true", "0", "abc", "", "2024-13-45", "NaN"]
        ),
        st.sampled_from(["integer", "decimal", "double", "boolean", "date", "gYear", "nonNegativeInteger"]),
    ).map(lambda p: Literal(p[0], datatype=NamedNode(XSD + p[1]))),
    st.integers().map(lambda n: Literal(str(n), datatype=NamedNode(XSD + "integer"))),
    st.floats(allow_nan=False, allow_infinity=False).map(
        lambda x: Literal(repr(x), datatype=NamedNode(XSD + "double"))
    ),
)
graphs = st.lists(st.builds(Triple, st.one_of(iris, blanks), iris, st.one_of(iris, blanks, literals)), max_size=25)


@settings(max_examples=300, deadline=None)
@given(graphs)
def test_parse_format_parse(triples: list[Triple]) -> None:
    text = write_turtle(triples)
    parsed = read_turtle(HERE, text)
    assert same(parsed.triples, triples), text
    assert format_file(parsed) == text


def test_every_file_of_the_project(root: Path) -> None:
    for path in [*(root / "graph").rglob("*.ttl"), *(root / "ontology").rglob("*.ttl")]:
        parsed = read_turtle(path)
        text = format_file(parsed)
        again = read_turtle(path, text)
        assert same(again.triples, parsed.triples), path
        assert format_file(again) == text, path
        assert text == path.read_text(encoding="utf-8") or "graph" not in path.parts, f"{path}: maillage fmt"


def test_the_layout_of_a_document() -> None:
    source = """# A remark that stays.
@prefix mlg: <https://w3id.org/maillage/def#> . @prefix cv: <http://data.europa.eu/m8g/> .
@prefix oa: <http://www.w3.org/ns/oa#> . @prefix role: <https://w3id.org/maillage/def/role/> .
@prefix x: <https://w3id.org/maillage/id/claim/d/> . @prefix y: <https://w3id.org/maillage/id/quotation/d/> .
@prefix body: <https://w3id.org/maillage/id/organisation/> . @prefix doc: <https://w3id.org/maillage/id/document/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
y:5-9 oa:start 05 ; oa:exact "neuf" ; a mlg:Quotation .
x:late mlg:evidence y:5-9 ; a mlg:Participation ; cv:role role:member .
x:early a mlg:Participation ; mlg:evidence y:0-3 , y:5-9 .
y:0-3 a mlg:Quotation ; oa:start 0 ; oa:exact "a\\"b" .
body:z a mlg:Association ; skos:prefLabel "Zed"@en , "Zède"@fr .
doc:d a mlg:Document .
"""
    text = format_file(read_turtle(HERE, source))
    assert text.startswith("# A remark that stays.\n\n@prefix mlg:")
    order = ["doc:d a", "body:z a", "c:early a", "q:0-3 a", "q:5-9 a", "c:late a"]
    places = [text.index(word) for word in order]
    assert places == sorted(places), text
    assert '    skos:prefLabel "Zède"@fr, "Zed"@en .' in text
    assert "    oa:start 5 .\n" in text
    assert "x:" not in text.split("\n\n", 2)[2].replace("doc:", "")


def test_errors_name_the_line() -> None:
    with pytest.raises(MaillageError, match=r"file\.ttl:2: not Turtle: .*Declare it on top of the file: @prefix mlg:"):
        read_turtle(HERE, "# one\n<http://e/a> a mlg:Actor .\n")
    with pytest.raises(MaillageError, match=r"file\.ttl:3: not Turtle"):
        read_turtle(HERE, "@prefix e: <http://e/> .\ne:a e:b e:c\ne:d e:e e:f .\n")


def test_a_failed_write_leaves_the_file(tmp_path: Path) -> None:
    target = tmp_path / "kept.ttl"
    target.write_text("kept")
    with pytest.raises(MaillageError, match="cannot be written"):
        write_atomically(target / "below.ttl", "new")
    assert target.read_text() == "kept"
    assert [p.name for p in tmp_path.iterdir()] == ["kept.ttl"]


@pytest.mark.parametrize(
    "source",
    [
        "<http://e/a> <http://e/b> [ <http://e/p> 1 ], [ <http://e/p> 1 ], [], [] .",
        "# a\u2028b\n<http://e/a> <http://e/b> 1 .",
        '<http://e/a> <http://e/b> "\uff11"^^<http://www.w3.org/2001/XMLSchema#decimal>, 1e99999999999999999999 .',
        "<http://e/a> <http://e/b> 1 .\r<http://e/c> <http://e/b> 2 .\r",
        "<http://e/a> <http://e/b> " + "[ <http://e/p> " * 60 + "1" + " ]" * 60 + " .",
        "<http://e/a> <http://e/b> ( " + " ".join(map(str, range(500))) + " ) .",
        "_:a <http://e/p> _:b . _:b <http://e/p> _:a . <http://e/x> <http://e/p> _:a .",
    ],
    ids=["twins", "separator", "odd numbers", "old line ends", "deep", "long", "circle"],
)
def test_odd_turtle(source: str) -> None:
    parsed = read_turtle(HERE, source)
    text = format_file(parsed)
    again = read_turtle(HERE, text)
    assert same(again.triples, parsed.triples)
    assert format_file(again) == text
