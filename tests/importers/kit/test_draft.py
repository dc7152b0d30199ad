"""What a source says meets what graph/ says: names and remarks stay, a thing has one home, claims are the source's."""

from __future__ import annotations

from pathlib import Path

import pytest

from maillage.errors import MaillageError
from maillage.importers.kit.base import Draft, Importer, Source, code, fr, integer, run, when
from maillage.importers.kit.facts import en
from maillage.importers.kit.known import Known
from maillage.terms import ID, MLG, SKOS
from maillage.things.turtle import read_turtle
from maillage.things.turtle_writer import format_file

PREFIXES = """@prefix mlg: <https://w3id.org/maillage/def#> .
@prefix body: <https://w3id.org/maillage/id/organisation/> .
@prefix terr: <https://w3id.org/maillage/id/territory/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix doc: <https://w3id.org/maillage/id/document/> .
"""


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    (tmp_path / "documents").mkdir()
    return tmp_path


def put(graph: Path, name: str, text: str) -> Path:
    path = graph / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(PREFIXES + text, encoding="utf-8")
    return path


def imported(graph: Path, *drafts: Draft, retrieved: str | None = None):
    draft = drafts[0]
    return run(Importer("t", {"fr": "", "en": ""}, "", lambda job: draft), graph, retrieved=retrieved)


def said(graph: Path, thing: str, predicate: str) -> list[str]:
    return sorted(
        f"{t.value}@{getattr(t, 'language', None) or ''}".rstrip("@")
        for t in Known(graph).says(thing).get(predicate, ())
    )


def one(path: str = "organisations/x.ttl", label: str = "Le Bureau", **options) -> Draft:
    draft = Draft()
    facts = {"skos:prefLabel": fr(label), "mlg:siren": code("130007834"), "mlg:territory": "terr:a"}
    draft.add(path, "body:b", "mlg:Actor", facts, **options)
    return draft


def test_names_and_remarks_of_today_stay(graph: Path) -> None:
    put(
        graph,
        "organisations/x.ttl",
        'body:b a mlg:Actor ; skos:prefLabel "Bureau"@fr, "Office"@en ; skos:altLabel "B"@fr ;'
        ' skos:editorialNote "Vu."@fr ; mlg:territory terr:old ; skos:notation "7" ; dct:isReplacedBy body:c .',
    )
    imported(graph, one())
    assert said(graph, "body:b", SKOS + "prefLabel") == ["Le Bureau@fr", "Office@en"]
    assert said(graph, "body:b", SKOS + "altLabel") == ["B@fr", "Bureau@fr"]
    assert said(graph, "body:b", SKOS + "editorialNote") == ["Vu.@fr"]
    assert said(graph, "body:b", SKOS + "notation") == ["7"]
    assert said(graph, "body:b", MLG + "territory") == [ID + "territory/a"]
    assert said(graph, "body:b", "http://purl.org/dc/terms/isReplacedBy") == [ID + "organisation/c"]


def test_a_kept_label_makes_the_source_s_another_name(graph: Path) -> None:
    put(graph, "organisations/x.ttl", 'body:b a mlg:Actor ; skos:prefLabel "Bureau"@fr .')
    imported(graph, one(keep_label=True))
    assert said(graph, "body:b", SKOS + "prefLabel") == ["Bureau@fr"]
    assert said(graph, "body:b", SKOS + "altLabel") == ["Le Bureau@fr"]


def test_a_description_moves_out_of_a_document(graph: Path) -> None:
    path = put(
        graph,
        "documents/d.ttl",
        'doc:d a mlg:Document ; dct:title "D"@fr .\nbody:b a mlg:Actor ; skos:prefLabel "Le bureau"@fr ;'
        ' skos:editorialNote "Dit le texte."@fr .\nbody:other a mlg:Actor ; skos:prefLabel "Autre"@fr .',
    )
    outcome = imported(graph, one())
    assert outcome.changed == ["documents/d.ttl", "organisations/x.ttl"]
    assert "its description moved from documents/d.ttl to organisations/x.ttl" in outcome.report.lines()[0]
    assert "body:b" not in path.read_text() and "body:other" in path.read_text()
    assert said(graph, "body:b", SKOS + "editorialNote") == ["Dit le texte.@fr"]
    assert Known(graph).home[ID + "organisation/b"] == "organisations/x.ttl"
    assert imported(graph, one()).changed == []


def test_a_file_that_is_left_empty_goes(graph: Path) -> None:
    path = put(graph, "organisations/old.ttl", 'body:b a mlg:Actor ; skos:prefLabel "Bureau"@fr .')
    imported(graph, one())
    assert not path.exists()


def test_entities_a_source_forgets_stay_and_claims_do_not(graph: Path) -> None:
    def draft(*numbers: int) -> Draft:
        out = Draft()
        for number in numbers:
            out.add("registers/r.ttl", f"arr:a{number}", "mlg:Contract", {"skos:prefLabel": fr(f"A{number}")})
            out.add("registers/r.ttl", f"claim:r/{number}", "mlg:State", {"mlg:inArrangement": f"arr:a{number}"})
        return out

    imported(graph, draft(1, 2))
    outcome = imported(graph, draft(1))
    text = (graph / "registers/r.ttl").read_text()
    assert "arr:a2 a mlg:Contract" in text and "c:2" not in text and "c:1" in text
    assert any("1 claims the source no longer makes" in line for line in outcome.report.lines())


def test_the_file_says_where_it_comes_from(graph: Path) -> None:
    register = Source("liste-2026", ("Liste", "List"), ("Fait ainsi.", "Made so."), "Etalab", "2026")
    draft = one()
    register.describe(draft, "organisations/x.ttl", "2026-09-01")
    register.header(draft, "organisations/x.ttl", "Des bureaux.", "organisations/x.ttl", "offices")
    imported(graph, draft, retrieved="2026-09-01")
    path = graph / "organisations/x.ttl"
    text = path.read_text(encoding="utf-8")
    assert text.startswith(
        "# Des bureaux.\n# Source : Liste, millésime 2026 (doc:liste-2026, décrit ci-dessous) ; Licence "
    )
    for words in ("consulté le 2026-09-01", "maillage import offices", "mlg:retrieved", "origin:register", "Made so."):
        assert words in text
    assert format_file(read_turtle(path)) == text


def test_a_document_is_said_anew(graph: Path) -> None:
    for day in ("2026-09-01", "2026-10-01"):
        draft = Draft()
        Source("liste", ("Liste", "List"), ("a", "b"), "Etalab").describe(draft, "organisations/x.ttl", day)
        imported(graph, draft)
    assert said(graph, "doc:liste", MLG + "retrieved") == ["2026-10-01"]


def test_a_day_that_is_not_said_stays(graph: Path) -> None:
    register = Source("liste", ("Liste", "List"), ("a", "b"), "Etalab")

    def lines(day: str | None) -> list[str]:
        draft = one()
        register.describe(draft, "organisations/x.ttl", day)
        register.header(draft, "organisations/x.ttl", "Des bureaux.", "organisations/x.ttl", "offices")
        return imported(graph, draft, retrieved=day).report.lines()

    assert any(
        "doc:liste: the day it was fetched was not said (--retrieved): none is written." in x for x in lines(None)
    )
    lines("2026-09-01")
    before = (graph / "organisations/x.ttl").read_text(encoding="utf-8")
    assert any("it keeps 2026-09-01" in line for line in lines(None))
    assert (graph / "organisations/x.ttl").read_text(encoding="utf-8") == before


def test_a_heading_says_the_day_of_its_own_source(graph: Path) -> None:
    """A file whose source another importer describes bears that one's day, whatever day this import is of."""
    register = Source("liste", ("Liste", "List"), ("a", "b"), "Etalab")
    first = Draft()
    register.describe(first, "organisations/x.ttl", "2026-09-01")
    imported(graph, first, retrieved="2026-09-01")
    second = one()
    second.files["organisations/y.ttl"] = second.files.pop("organisations/x.ttl")
    register.header(second, "organisations/y.ttl", "Des bureaux.", "organisations/x.ttl", "others")
    imported(graph, second, retrieved="2026-11-21")
    assert "consulté le 2026-09-01" in (graph / "organisations/y.ttl").read_text(encoding="utf-8")


def test_codes_are_looked_up(graph: Path) -> None:
    put(graph, "organisations/x.ttl", 'body:bureau a mlg:Actor ; mlg:siren "130007834" ; skos:prefLabel "B"@fr .')
    put(graph, "territories/t.ttl", 'terr:x a mlg:Commune ; mlg:inseeCode "54395" ; skos:prefLabel "N"@fr .')
    known = Known(graph)
    assert known.by_code("siren", "130007834") == ID + "organisation/bureau"
    assert known.by_code("inseeCode", "54395", "mlg:Commune") == ID + "territory/x"
    assert known.by_code("inseeCode", "54395", "mlg:Region") is None
    assert known.by_code("siren", "1") is None


def test_bad_days_and_names() -> None:
    with pytest.raises(MaillageError, match="no date"):
        when("1er septembre")
    with pytest.raises(MaillageError, match="known prefix"):
        Draft().add("a.ttl", "nothing:x", "mlg:Actor", {})


def test_a_thing_said_twice_gains_what_is_new() -> None:
    draft = Draft()
    draft.add("a.ttl", "terr:x", "mlg:Commune", {"skos:prefLabel": fr("X"), "mlg:population": integer(3)})
    draft.add("a.ttl", "terr:x", "mlg:Commune", {"skos:prefLabel": en("X")})
    assert len(draft.files["a.ttl"]) == 1
    assert len(draft.files["a.ttl"][ID + "territory/x"][SKOS + "prefLabel"]) == 2
