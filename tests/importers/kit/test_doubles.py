"""Bodies under two IRIs: what the table says is followed, and a line that cannot be followed is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from maillage.errors import MaillageError
from maillage.importers.kit.doubles import FILE, read_doubles
from maillage.importers.kit.facts import iri
from maillage.importers.kit.known import Known
from maillage.places import Places
from maillage.terms import DCT
from maillage.things.rdf import NamedNode

HEADER = "double,body,what,source,remark\n"


def table(folder: Path, *lines: str) -> Path:
    path = folder / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER + "".join(line + "\n" for line in lines), encoding="utf-8")
    return path


def test_a_double_stands_for_its_body_and_a_former_body_for_itself(tmp_path: Path) -> None:
    table(tmp_path, "body:a,body:b,double,,", "body:x-*,body:y-*,double,,", "body:old,body:b,former,,")
    doubles = read_doubles(tmp_path)
    assert doubles.standing("body:a") == iri("body:b") and doubles.heir("body:a") == iri("body:b")
    assert doubles.standing("body:x-54") == iri("body:y-54") and doubles.standing("body:x-") == iri("body:x-")
    assert doubles.standing("body:old") == iri("body:old") and doubles.heir("body:old") == iri("body:b")
    assert doubles.heir("body:b") is None
    said = doubles.leftover(iri("body:a"), {"urn:p": {NamedNode("urn:o")}})
    assert said == {"urn:p": {NamedNode("urn:o")}, DCT + "isReplacedBy": {NamedNode(iri("body:b"))}}
    assert doubles.leftover(iri("body:b"), {}) == {}


def test_no_table_is_an_empty_one(tmp_path: Path) -> None:
    assert read_doubles(tmp_path).standing("body:a") == iri("body:a")


@pytest.mark.parametrize(
    ("lines", "line", "words"),
    [
        (("body:a,body:b,double,,", "body:b,body:c,former,,"), 2, "which .*c replaces"),
        (("body:a,body:b,double,,", "body:b,body:a,double,,"), 2, "which .*a replaces"),
        (("body:x,body:y,double,,", "body:a,body:a,double,,"), 3, "replaced by itself"),
        (("body:a,body:b,double,,", "body:a,body:c,double,,"), 3, "is on line 2 too"),
        (("body:a,,double,,",), 2, "a body is missing"),
        (("body:a,body:b,same,,",), 2, "what says 'same'"),
        (("body:a-*,body:b,double,,",), 2, "one side alone"),
    ],
)
def test_a_line_that_cannot_be_followed_is_told(tmp_path: Path, lines: tuple[str, ...], line: int, words: str) -> None:
    path = table(tmp_path, *lines)
    with pytest.raises(MaillageError, match=words) as told:
        read_doubles(tmp_path)
    assert (told.value.file, told.value.line) == (path, line)


def test_the_table_of_the_graph_names_bodies_of_the_graph(places: Places) -> None:
    doubles, known = read_doubles(places.graph), Known(places.graph)
    named = [iri_ for iri_ in (*doubles.doubles, *doubles.formers) if not iri_.endswith("*")]
    assert named and not [iri_ for iri_ in named if not known.describes(iri_)]
    assert not [heir for iri_ in named if (heir := doubles.heir(iri_)) and not known.describes(heir)]
