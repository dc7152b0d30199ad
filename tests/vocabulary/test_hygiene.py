"""Hygiene after ROBOT report: each rule is broken once, and our files break none."""

from __future__ import annotations

import pytest
from rdflib import Graph

from maillage.vocabulary.hygiene import RULES, report

from .conftest import ONTOLOGY, SOUND, graph_of

#: Rule -> what is added to a sound vocabulary, or how it is changed.
BROKEN = {
    "annotation_whitespace": SOUND.replace("Ce qui agit.", "Ce qui  agit."),
    "deprecated_boolean_datatype": SOUND + 'ex:Place owl:deprecated "yes" .',
    "deprecated_class_reference": SOUND + "ex:Body owl:deprecated true . ex:Part rdfs:subClassOf ex:Body .",
    "deprecated_property_reference": SOUND + "ex:size owl:deprecated true . ex:here ex:size 3 .",
    "duplicate_definition": SOUND.replace("Où l'on agit.", "Ce qui agit."),
    "duplicate_exact_synonym": SOUND + 'ex:Body skos:altLabel "x"@fr . ex:Place skos:altLabel "x"@fr .',
    "duplicate_label": SOUND.replace('"lieu"@fr', '"organisme"@fr'),
    "duplicate_label_synonym": SOUND + 'ex:Body skos:altLabel "organisme"@fr .',
    "Empty_text": SOUND.replace('"10.1234/abc"', '""'),
    "equivalent_pair": SOUND + "ex:Body owl:equivalentClass org:Organization .",
    "illegal_use_of_built_in_vocabulary": SOUND + 'rdfs:label rdfs:comment "Un nom."@fr .',
    "invalid_entity_uri": SOUND + "ex:Body rdfs:seeAlso <https://example.org/a#b#c> .",
    "label_formatting": SOUND.replace('"lieu"@fr', '"""un\nlieu"""@fr'),
    "lowercase_definition": SOUND.replace("Ce qui agit.", "ce qui agit."),
    "misused_replaced_by": SOUND + "ex:Body dct:isReplacedBy ex:Place .",
    "missing_definition": SOUND + 'ex:Mute a owl:Class ; rdfs:label "muet"@fr .',
    "missing_label": SOUND + 'ex:Mute a owl:Class ; skos:definition "Sans nom."@fr .',
    "Missing_language": SOUND + 'ex:Body rdfs:label "body"@en .',
    "missing_ontology_description": SOUND.replace('dct:description "Un exemple."@fr ;', ""),
    "missing_ontology_license": SOUND.replace("dct:license <https://spdx.org/licenses/MIT> ;", ""),
    "missing_ontology_title": SOUND.replace('dct:title "Exemple"@fr ;', ""),
    "multiple_definitions": SOUND + 'ex:Body skos:definition "Autre chose."@fr .',
    "multiple_labels": SOUND + 'ex:Body rdfs:label "corps"@fr .',
    "Unended_definition": SOUND.replace("Ce qui agit.", "Ce qui agit"),
}


def failed(graph: Graph) -> dict[str, tuple[str, ...]]:
    return {v.code: tuple(sorted({w for f in v.findings for w in f.where})) for v in report(graph) if not v.passed}


def test_a_sound_vocabulary_breaks_no_rule(sound: Graph) -> None:
    assert failed(sound) == {}


def test_every_rule_has_its_case() -> None:
    assert sorted(BROKEN) == sorted(code for code, *_ in RULES)


@pytest.mark.parametrize("code", BROKEN)
def test_the_rule_finds_it(code: str) -> None:
    verdict = next(v for v in report(graph_of(BROKEN[code])) if v.code == code)
    assert verdict.passed is False
    assert all(f.what.fr and f.what.en and f.how.fr and f.how.en and f.where for f in verdict.findings)
    assert verdict.level in ("ERROR", "WARN", "INFO")


@pytest.mark.parametrize("names", [("maillage",), ("maillage", "schemes"), ("maillage", "alignments")], ids="+".join)
def test_ours_break_none(names: tuple[str, ...]) -> None:
    graph = Graph()
    for name in names:
        graph.parse(ONTOLOGY / f"{name}.ttl")
    assert failed(graph) == {}


def test_an_empty_field_is_excused_only_by_a_note(sound: Graph) -> None:
    empty = SOUND.replace('"10.1234/abc"', '"" ; skos:editorialNote "bibo:doi est vide."@fr')
    assert "Empty_text" not in failed(graph_of(empty))
    assert "Empty_text" in failed(graph_of(SOUND.replace('"10.1234/abc"', '"" ; skos:editorialNote "Rien."@fr')))


def test_concepts_are_read_list_by_list() -> None:
    """One name in two lists is well (a role and a status); twice in one it is not."""
    concept = (
        'ex:{0} a skos:Concept ; skos:inScheme ex:{1} ; skos:prefLabel "nom"@fr ; skos:definition "Concept {0}."@fr . '
    )
    well = SOUND + concept.format("a", "s1") + concept.format("b", "s2")
    assert "duplicate_label" not in failed(graph_of(well))
    assert "duplicate_label" in failed(graph_of(well + concept.format("c", "s2")))
