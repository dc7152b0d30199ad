"""The score card: a bundle as it is written has no fault; each thing that is broken in a copy is said, by the check meant for it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from maillage.cli import run
from maillage.export.portal.bundle import export_portal
from maillage.export.portal.checks.card import Card, Line
from maillage.export.portal.checks.counts import counts
from maillage.export.portal.checks.dcat_ap import dcat_ap
from maillage.export.portal.checks.french import french
from maillage.export.portal.checks.graph import graph
from maillage.export.portal.checks.integrity import integrity
from maillage.export.portal.checks.judge import judge
from maillage.export.portal.checks.mqa import mqa
from maillage.export.portal.checks.opened import Bundle
from maillage.export.portal.checks.registered import registered
from maillage.export.portal.checks.served import answers, asked, serving
from maillage.library import Graph

from .conftest import BASE

Replace = Callable[[str, Callable[[str], str]], None]


@pytest.fixture(scope="module")
def card(bundle: Path, shapes: list[Path]) -> Card:
    return judge(bundle, shapes, offline=True)


def faults(lines: Sequence[Line]) -> list[str]:
    return [f"{line.what[1]}: {line.missing[1]}" for line in lines if line.state == "fault"]


def all_answer(bundle: Path) -> dict[str, bool]:
    opened = Bundle(bundle)
    return dict.fromkeys(opened.catalogue.every("dcat:downloadURL") + opened.french.every("dcat:downloadURL"), True)


def test_a_bundle_as_written_has_no_fault(card: Card) -> None:
    assert faults(card.lines) == []
    assert card.points("mqa") == (405, 405)
    assert card.points("data.gouv.fr") == (9, 9)
    assert sum(line.family == "mqa" for line in card.lines) == 23
    assert "local server" in card.notes[0][1]


def test_what_only_the_publisher_can_give_is_a_remark(card: Card) -> None:
    """Links come with graph/links, whom to write to with --contact."""
    remarks = {line.what[1] for line in card.lines if line.state == "remark"}
    assert remarks <= {"LOD Cloud: enough links", "LOD Cloud: whom to write to", "it says whom to write to"}


def test_every_line_that_is_not_well_says_what_and_how(copy: Path, replace: Replace) -> None:
    replace(".zenodo.json", lambda text: text.replace('"license"', '"lisense"'))
    for line in judge(copy, offline=True).lines:
        assert (line.state == "ok") != bool(all(line.missing) and all(line.fix)), line


def test_the_command(bundle: Path, shapes: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    given = [word for path in shapes for word in ("--shapes", str(path))]
    assert run(["export", "validate", str(bundle), *given, "--offline", "-f", "json"]) == 0
    said, words = capsys.readouterr()
    assert json.loads(said)["points"]["mqa"] == {"points": 405, "most": 405}
    assert "405/405" in words and "9/9" in words


def test_the_command_finds_faults(copy: Path, replace: Replace, capsys: pytest.CaptureFixture[str]) -> None:
    replace("CITATION.cff", lambda text: text.replace("title:", "titre:"))
    assert run(["export", "validate", str(copy), "--offline", "-f", "csv", "--lang", "en"]) == 1
    said = capsys.readouterr().out
    assert "CITATION.cff: fields,fault,,title," in said
    assert "every file has the sum told,fault,,CITATION.cff," in said


def test_no_bundle(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "validate", str(tmp_path)]) == 2
    assert "maillage export portal -o" in capsys.readouterr().err
    assert run(["export", "validate", str(tmp_path / "nowhere")]) == 2


# --- integrity, graph, counts ---


def test_files_too_many_and_too_few(copy: Path) -> None:
    (copy / "void.ttl").unlink()
    (copy / "notes.txt").write_text("", encoding="utf-8")
    said = faults(integrity(Bundle(copy)))
    assert "no file is missing: void.ttl" in said and "no file too many: notes.txt" in said
    assert any(line.startswith("no dead link inside") and "void.ttl" in line for line in said)


def test_a_dead_link(copy: Path, replace: Replace) -> None:
    replace("dataset.jsonld", lambda text: text.replace("data/nodes.csv", "data/noeuds.csv"))
    assert "no dead link inside: dataset.jsonld → data/noeuds.csv" in faults(integrity(Bundle(copy)))


def test_a_column_nobody_describes(copy: Path, replace: Replace) -> None:
    replace("data/edges.csv", lambda text: text.replace("id,source,", "id,sauce,", 1))
    assert "every column of the CSV is described (CSVW): data/edges.csv (17 / 17)" in faults(integrity(Bundle(copy)))


@pytest.mark.parametrize(
    "path", ["data/maillage.ttl", "data/maillage.rdf", "data/maillage.jsonld", "data/maillage.trig"]
)
def test_a_form_that_says_another_graph(copy: Path, replace: Replace, path: str) -> None:
    replace(path, lambda text: text.replace("Atelier santé territorial n° 2 du Grand Nancy", "Atelier", 1))
    assert f"every form says the same graph: {path}" in faults(graph(Bundle(copy)))


def test_an_iri_that_nothing_describes(copy: Path, replace: Replace) -> None:
    wrong = "https://w3id.org/maillage/id/organisation/nobody"
    replace(
        "catalog-datagouv.ttl",
        lambda text: f"{text}\n<https://w3id.org/maillage/catalog> <http://purl.org/dc/terms/source> <{wrong}> .\n",
    )
    (said,) = (line for line in faults(graph(Bundle(copy))) if "described" in line)
    assert f"{wrong} (catalog-datagouv.ttl)" in said


@pytest.mark.parametrize("prop", ["triples", "entities", "classes", "distinctObjects"])
def test_void_counts_are_counted_anew(copy: Path, replace: Replace, prop: str) -> None:
    lines = (copy / "void.ttl").read_text(encoding="utf-8").split("<https://w3id.org/maillage/dataset> a void:Dataset")
    count = next(line for line in lines[1].splitlines() if f"void:{prop} " in line)
    replace("void.ttl", lambda text: text.replace(count, count.replace(f"void:{prop} ", f"void:{prop} 1"), 1))
    said = faults(counts(Bundle(copy)))
    assert any(f"void:{prop}" in line for line in said)
    assert any(".well-known/void" in line for line in said)


def test_void_counts_of_a_class(copy: Path, replace: Replace) -> None:
    replace("void.ttl", lambda text: text.replace("void:class mlg:CityContract", "void:class mlg:Nothing"))
    assert "counts equal to those of the N-Quads: void:classPartition" in faults(counts(Bundle(copy)))


def test_links_are_counted_per_target() -> None:
    """None today in the shipped graph: given some facts, each host is a linkset whose count is theirs."""
    from maillage.export.portal.facts import Facts
    from maillage.export.portal.release import Release
    from maillage.export.portal.void import counted, description, linked
    from maillage.terms import OWL, SCHEMA
    from maillage.things.rdf import NamedNode, Quad

    body = "https://w3id.org/maillage/id/organisation/x"
    pairs = [
        (OWL, "https://www.wikidata.org/entity/Q1"),
        (SCHEMA, "http://www.wikidata.org/entity/Q2"),
        (SCHEMA, "https://ror.org/1"),
    ]
    facts = Facts([Quad(NamedNode(body), NamedNode(space + "sameAs"), NamedNode(to)) for space, to in pairs])
    assert linked(facts) == {"ror.org": 1, "wikidata.org": 2}
    release = Release("0.2.0", BASE, "2026-01-01", "2020-01-01", "2026-01-01")
    said = description(facts, counted(facts), release, [], []).turtle().decode()
    assert said.count("a void:Linkset") == 3 and "void:objectsTarget <http://www.wikidata.org/>" in said


# --- DCAT-AP, MQA, data.gouv.fr ---


@pytest.mark.parametrize(
    ("old", "new", "metric"),
    [
        ("dcat:keyword ", "dct:keyword ", "keywords"),
        ("dcat:theme ", "dct:theme ", "theme"),
        ("dct:spatial ", "dct:place ", "spatial coverage"),
        ("dct:temporal ", "dct:time ", "temporal coverage"),
        ("dcat:downloadURL ", "dct:download ", "download address"),
        ("file-type/CSV>", "file-type/CSVX>", "format and type of the tables"),
        ("file-type/CSV>", "file-type/CSVX>", "non-proprietary format"),
        ("media-types/text/csv>", "media-types/text/cvs>", "format and type of the tables"),
        ("dcat:mediaType ", "dct:mediaType ", "media type"),
        (
            "dct:license <http://publications.europa.eu/resource/authority/licence/",
            "dct:license <https://example.org/",
            "licence of the Union's table",
        ),
        ("dct:accessRights ", "dct:access ", "access rights"),
        ("dcat:contactPoint ", "dct:contactPoint ", "contact"),
        ("dct:publisher ", "dct:editor ", "publisher"),
        ("dct:rights ", "dct:right ", "rights"),
        ("dcat:byteSize ", "dct:byteSize ", "byte size"),
        ("dct:issued ", "dct:issue ", "date of issue"),
        ("dct:modified ", "dct:modify ", "date of update"),
    ],
)
def test_each_metric_is_lost_where_it_lacks(copy: Path, replace: Replace, old: str, new: str, metric: str) -> None:
    answering = all_answer(copy)
    replace("catalog.ttl", lambda text: text.replace(old, new))
    (line,) = (line for line in mqa(Bundle(copy), answering, True) if line.what[1] == metric)
    assert line.state == "fault" and line.points is not None and line.points[0] == 0


def test_addresses_that_do_not_answer_cost_their_points(bundle: Path) -> None:
    answering = all_answer(bundle)
    answering[f"{BASE}data/nodes.csv"] = False
    card = Card(mqa(Bundle(bundle), answering, True))
    assert card.points("mqa") == (405 - 50 - 30, 405)
    assert [line.missing[1] for line in card.lines if line.state == "fault"] == ["data-nodes-csv", "data-nodes-csv"]


def test_without_the_official_shapes_their_points_are_not_given(bundle: Path) -> None:
    lines, conforms = dcat_ap(Bundle(bundle), [])
    assert conforms is None and not faults(lines)
    assert Card(mqa(Bundle(bundle), all_answer(bundle), conforms)).points("mqa") == (375, 405)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("dct:title", "dct:alternative"),
        ('"2026-11-21"^^xsd:date', '"2026"^^xsd:integer'),
        ("dct:language <http://publications.europa.eu/resource/authority/language/ENG>", "dct:language <urn:x>"),
        ("a foaf:Agent, foaf:Group", "a foaf:Person"),
        ("xsd:nonNegativeInteger", "xsd:string"),
        ("dcat:accessURL", "dcat:landingURL"),
        ("dct:format <http://publications.europa.eu/resource/authority/file-type/CSV>", "dct:format <urn:x>"),
    ],
)
def test_official_shapes_find_what_is_broken(
    copy: Path, replace: Replace, shapes: list[Path], old: str, new: str
) -> None:
    replace("catalog.ttl", lambda text: text.replace(old, new))
    lines, conforms = dcat_ap(Bundle(copy), shapes)
    assert conforms is False
    assert any(line.startswith("official shapes: violations") for line in faults(lines))


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("dcat:dataset <", "dct:dataset <", "catalog dataset"),
        ('dct:modified "2026-11-29"^^xsd:date', 'dct:modified "2026-11-29"', "modified"),
        ("spdx:checksumValue", "spdx:checksumVal", "data-"),
        ("dcat:bbox", "dcat:box", "dataset"),
    ],
)
def test_our_shapes_find_what_those_miss(copy: Path, replace: Replace, old: str, new: str, word: str) -> None:
    replace("catalog.ttl", lambda text: text.replace(old, new))
    (said,) = (line for line in faults(dcat_ap(Bundle(copy), [])[0]) if line.startswith("our shapes"))
    assert word in said


def test_forms_of_the_catalogue_that_differ(copy: Path, replace: Replace) -> None:
    replace("catalog.rdf", lambda text: text.replace("catalogue<", "katalog<", 1))
    assert any("catalog.rdf" in line for line in faults(dcat_ap(Bundle(copy), [])[0]))


@pytest.mark.parametrize(
    ("old", "new", "criterion"),
    [
        ("frequency/IRREG", "frequency/UNKNOWN", "frequency of update said"),
        ("frequency/IRREG", "frequency/DAILY", "frequency kept"),
        ("Licence Ouverte / Open Licence version 2.0", "Licence", "licence known to the portal"),
        ("locn:geometry", "locn:shape", "spatial coverage, with geometry"),
        ("application/vnd.geo+json>", "application/geo+json>", "spatial coverage, with geometry"),
        ("dcat:startDate", "dcat:date", "temporal coverage"),
        ("_:b0", "<https://example.org/period>", "temporal coverage"),
        ("dcat:mediaType", "spdx:checksum", "what its reader asks for and refuses"),
        ("dct:identifier", "dct:id", "what its reader asks for and refuses"),
        ('"santé"', '"health"@en', "what its reader asks for and refuses"),
    ],
)
def test_the_french_portal(copy: Path, replace: Replace, old: str, new: str, criterion: str) -> None:
    answering = all_answer(copy)
    assert not faults(french(Bundle(copy), answering))

    def broken(text: str) -> str:
        prefix = "@prefix spdx: <http://spdx.org/rdf/terms#> .\n" if "spdx" in new else ""
        return prefix + text.replace(old, new)

    replace("catalog-datagouv.ttl", broken)
    assert criterion in [line.what[1] for line in french(Bundle(copy), answering) if line.state == "fault"]


# --- registrations ---


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        (".zenodo.json", '"creators"', '"authors"', "Zenodo: required fields: creators"),
        ("lod-cloud.json", '"full_download"', '"download"', "LOD Cloud: required fields: full_download"),
        ("CITATION.cff", "message:", "massage:", "CITATION.cff: fields: message"),
        ("dataset.jsonld", '"license"', '"licence"', "schema.org: what engines read: license"),
        (
            "registrations/jskos-schemes.json",
            '"definition"',
            '"scopeNote"',
            "BARTOC: label and definition in English: ",
        ),
        ("queries/questions.ttl", "SELECT DISTINCT", "SELEKT DISTINCT", "questions: two languages, SPARQL that runs: "),
    ],
)
def test_registrations(copy: Path, replace: Replace, path: str, old: str, new: str, said: str) -> None:
    assert not faults(registered(Bundle(copy)))
    replace(path, lambda text: text.replace(old, new))
    assert [line for line in faults(registered(Bundle(copy))) if line.startswith(said)]


@pytest.mark.parametrize(
    ("path", "how", "family"),
    [
        ("void.ttl", lambda text: text.replace("a void:Dataset", "a void Dataset"), "void"),
        ("void.ttl", lambda text: text.replace("void:entities", "void:things"), "void"),
        ("lod-cloud.json", lambda text: text.replace('"triples": "', '"triples": "about '), "registrations"),
        ("data/maillage.nq", lambda text: text.replace(" .\n", "\n", 1), "graph"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_fault(
    copy: Path, replace: Replace, path: str, how: Callable[[str], str], family: str
) -> None:
    replace(path, how)
    found = [line for line in judge(copy, offline=True).lines if line.family == family and line.state == "fault"]
    assert found and all(line.missing[1] for line in found)


# --- addresses ---


def test_a_real_server_is_asked(small_graph: Graph, tmp_path: Path) -> None:
    """The folder served where it says it is: its own addresses answer, and one that is gone does not."""
    folder = tmp_path / "served"
    folder.mkdir()
    with serving(folder) as here:
        export_portal(small_graph.built, folder, "0.2.0", base_url=here)
        urls = Bundle(folder).catalogue.every("dcat:downloadURL")
        answering, local = asked(urls, here, folder, offline=False)
        assert not local and all(answering.values()) and len(answering) > 20
        (folder / "data/nodes.csv").unlink()
        answering, local = asked(urls, here, folder, offline=False)
        assert not local and [url for url, well in answering.items() if not well] == [f"{here}data/nodes.csv"]
    assert answers(f"{here}README.md") is None
    answering, local = asked(urls, here, folder, offline=False)
    assert local and sum(not well for well in answering.values()) == 1


def test_an_address_elsewhere_is_no_answer(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("", encoding="utf-8")
    answering, local = asked([f"{BASE}a", "https://elsewhere.invalid/a"], BASE, tmp_path, offline=True)
    assert local and answering == {f"{BASE}a": True, "https://elsewhere.invalid/a": False}


def test_the_ontology_is_judged(bundle: Path, replace: Replace, copy: Path) -> None:
    """Fifteen points of FOOPS!, no pitfall that is not meant, no hygiene finding; a header without its title loses one."""
    card = judge(bundle, offline=True)
    lines = [line for line in card.lines if line.family == "vocabulary"]
    assert card.points("vocabulary") == (15, 15) and all(line.state == "ok" for line in lines) and len(lines) == 17
    replace("ontology/maillage.ttl", lambda text: text.replace("dct:title ", "skos:note ", 1))
    assert judge(copy, offline=True).points("vocabulary")[0] < 15
