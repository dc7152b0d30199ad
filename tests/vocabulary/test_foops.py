"""The file-based tests of FOOPS!: ours passes them, and each of them can fail."""

from __future__ import annotations

import pytest
from rdflib import DCTERMS, OWL, VANN, Graph, Literal, Namespace, URIRef

from maillage.vocabulary.foops import ON_THE_WEB, assess, elsewhere
from maillage.vocabulary.verdict import passed

from .conftest import ONTOLOGY, graph_of

BIBO = Namespace("http://purl.org/ontology/bibo/")
FOAF_LOGO = URIRef("http://xmlns.com/foaf/0.1/logo")
HEADER = URIRef("https://w3id.org/example/def")


def test_ours_passes_the_fifteen() -> None:
    verdicts = assess(Graph().parse(ONTOLOGY / "maillage.ttl"))
    assert [v.code for v in verdicts if not v.passed] == []
    assert passed(verdicts) == (15, 15)
    doi = next(v for v in verdicts if v.code == "OM3").why
    assert "vide : DOI" in doi.fr and "empty: DOI" in doi.en


def test_twenty_four_in_all() -> None:
    codes = [v.code for v in [*assess(Graph()), *elsewhere()]]
    assert len(codes) == len(set(codes)) == 24
    assert set(ON_THE_WEB) == {v.code for v in elsewhere() if v.passed is None}


def test_the_smallest_sound_one_passes(sound: Graph) -> None:
    assert [v.code for v in assess(sound) if not v.passed] == []


#: What is taken from the header, and the tests that then fail.
LACKING = {
    DCTERMS.title: {"OM1"},
    DCTERMS.description: {"OM1"},
    DCTERMS.license: {"OM1", "OM4.1", "OM4.2"},
    OWL.versionIRI: {"OM1", "VER1"},
    DCTERMS.creator: {"OM1", "OM5.1"},
    VANN.preferredNamespacePrefix: {"OM2", "FIND1"},
    OWL.versionInfo: {"OM2"},
    DCTERMS.created: {"OM2", "OM5.1"},
    DCTERMS.bibliographicCitation: {"OM2"},
    BIBO.doi: {"OM3"},
    DCTERMS.publisher: {"OM3", "OM5.2"},
    FOAF_LOGO: {"OM3"},
    BIBO.status: {"OM3"},
    DCTERMS.source: {"OM3"},
    DCTERMS.issued: {"OM3", "OM5.2"},
}


@pytest.mark.parametrize("predicate", LACKING, ids=lambda p: p.rsplit("/", 1)[-1].rsplit("#", 1)[-1])
def test_what_is_not_said_is_missed(sound: Graph, predicate: URIRef) -> None:
    sound.remove((HEADER, predicate, None))
    failed = {v.code for v in assess(sound) if not v.passed}
    assert failed == LACKING[predicate]
    for verdict in assess(sound):
        if not verdict.passed:
            assert verdict.findings
            assert all(f.what.fr and f.what.en and f.how.fr and f.how.en for f in verdict.findings)


def test_the_rest_can_fail_too() -> None:
    bare = graph_of("<http://localhost/x> a owl:Ontology . <http://localhost/x#A> a owl:Class .")
    failed = {v.code for v in assess(bare) if not v.passed}
    assert {"PURL1", "VOC1", "VOC2", "VOC3", "VOC4"} <= failed
    assert "RDF1" not in failed
    assert "RDF1" in {v.code for v in assess(Graph()) if not v.passed}


def test_a_version_that_is_the_vocabulary_is_none(sound: Graph) -> None:
    sound.set((HEADER, OWL.versionIRI, HEADER))
    assert {v.code for v in assess(sound) if not v.passed} == {"VER1"}


def test_the_licence_is_asked_where_it_can_be(sound: Graph) -> None:
    asked: list[str] = []

    def answers(iri: str) -> bool:
        asked.append(iri)
        return False

    assert {v.code for v in assess(sound, answers) if not v.passed} == {"OM4.2"}
    assert asked == ["https://spdx.org/licenses/MIT"]
    sound.set((HEADER, DCTERMS.license, Literal("MIT")))
    assert {v.code for v in assess(sound) if not v.passed} == {"OM4.2"}
