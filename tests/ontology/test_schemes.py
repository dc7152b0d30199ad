"""The concept schemes say in full what rules rely on, and no wording leads to two concepts."""

from __future__ import annotations

from collections import defaultdict

import pytest
from rdflib import OWL, RDF, SKOS, Graph, Literal, URIRef

from .conftest import MLG
from .test_terms import DEF, one_per_language

# DESIGN section 4 (roles, modalities, certainties, origins, amounts) and the derived shortcuts.
COORDINATING = {"carrier", "signatory", "lead", "partner", "member", "organiser", "host", "facilitator", "speaker"} | {
    "participant",
    "funder",
    "supporter",
    "operator",
    "presenter",
}
NOT_COORDINATING = {"beneficiary", "approver", "evaluator", "publisher", "author", "target", "venue", "mentioned"}
LASTING = {"signatory", "carrier", "member", "partner"}
EVENT_ONLY = {"participant", "speaker", "host", "presenter"}
CLOSED = {
    "role": COORDINATING | NOT_COORDINATING,
    "modality": {"done", "ongoing", "planned", "denied"},
    "certainty": {"explicit", "inferred"},
    "origin": {"curated", "register", "suggested"},
    "amountKind": {"exact", "total", "ceiling", "range", "share", "unstated"},
    "legalStatus": {"public", "non-profit", "commercial"},
}
SCHEMES = {
    *CLOSED,
    "status",
    "relation",
    "theme",
    "indicator",
    "documentType",
    "careCategory",
    "groupingNature",
    "competence2021",
    "standing",
    "reason",
}


def name(concept: object) -> str:
    return str(concept).rsplit("/", 1)[-1]


def members(schemes: Graph, scheme: str) -> set[URIRef]:
    return {s for s in schemes.subjects(SKOS.inScheme, URIRef(f"{DEF}/{scheme}")) if isinstance(s, URIRef)}


def flagged(schemes: Graph, flag: URIRef) -> set[str]:
    return {name(s) for s in schemes.subjects(flag, Literal(True))}


def test_the_schemes(schemes: Graph) -> None:
    found = set(schemes.subjects(RDF.type, SKOS.ConceptScheme))
    assert found == {URIRef(f"{DEF}/{scheme}") for scheme in SCHEMES}
    for scheme in found:
        assert isinstance(scheme, URIRef)
        assert one_per_language(schemes, scheme, SKOS.prefLabel) == []
        assert one_per_language(schemes, scheme, SKOS.definition) == []


def test_every_concept_is_complete(schemes: Graph) -> None:
    wrong = []
    for concept in schemes.subjects(RDF.type, SKOS.Concept):
        assert isinstance(concept, URIRef)
        for predicate in (SKOS.prefLabel, SKOS.definition):
            wrong += one_per_language(schemes, concept, predicate)
        home = URIRef(str(concept).rsplit("/", 1)[0])
        if list(schemes.objects(concept, SKOS.inScheme)) != [home]:
            wrong.append(f"{concept} is not in the scheme of its own address")
        tops, broader = list(schemes.objects(concept, SKOS.topConceptOf)), list(schemes.objects(concept, SKOS.broader))
        if len(tops) + len(broader) != 1 or not set(tops) <= {home}:
            wrong.append(f"{concept} is neither at the top of its scheme nor under one concept")
        if any((b, SKOS.inScheme, home) not in schemes for b in broader):
            wrong.append(f"{concept} has a broader concept in another scheme")
    assert not wrong, "\n".join(wrong)


def test_nothing_is_in_a_scheme_without_being_a_concept(schemes: Graph) -> None:
    assert set(schemes.subjects(SKOS.inScheme)) == set(schemes.subjects(RDF.type, SKOS.Concept))


@pytest.mark.parametrize("scheme", CLOSED)
def test_closed_lists(schemes: Graph, scheme: str) -> None:
    assert {name(c) for c in members(schemes, scheme)} == CLOSED[scheme]


def test_every_role_states_its_flags_and_reason(schemes: Graph) -> None:
    for role in members(schemes, "role"):
        for flag in (MLG.coordinating, MLG.lasting, MLG.eventOnly):
            values = list(schemes.objects(role, flag))
            assert values in ([Literal(True)], [Literal(False)]), f"{name(role)} does not state {name(flag)} once"
        assert one_per_language(schemes, role, SKOS.scopeNote) == [], "a role says why it is flagged as it is"
    assert flagged(schemes, MLG.coordinating) == COORDINATING
    assert flagged(schemes, MLG.lasting) == LASTING
    assert flagged(schemes, MLG.eventOnly) == EVENT_ONLY


def test_every_relation_names_its_shortcut(schemes: Graph, vocabulary: Graph) -> None:
    shortcuts = {}
    for relation in members(schemes, "relation"):
        (shortcut,) = schemes.objects(relation, MLG.shortcut)
        assert (shortcut, RDF.type, OWL.ObjectProperty) in vocabulary, f"{shortcut} is not declared"
        shortcuts[name(relation)] = shortcut
    assert len(set(shortcuts.values())) == len(shortcuts), "two relations share a shortcut"
    named = {"partOf", "succeeds", "implements", "articulatedWith", "buildsOn", "launches", "presentedAt", "follows"}
    assert named <= set(shortcuts)


def test_no_wording_leads_to_two_concepts(schemes: Graph) -> None:
    """Importers look up themes and the like by their wording."""
    homes: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for predicate in (SKOS.prefLabel, SKOS.altLabel):
        for concept, label in schemes.subject_objects(predicate):
            if isinstance(label, Literal) and (concept, RDF.type, SKOS.Concept) in schemes:
                scheme = str(concept).rsplit("/", 2)[-2]
                homes[scheme, label.language or "", str(label).casefold()].add(name(concept))
    assert {k: v for k, v in homes.items() if len(v) > 1} == {}


def test_themes_are_many_and_no_more_than_three_levels_deep(schemes: Graph) -> None:
    themes = members(schemes, "theme")
    assert len(themes) >= 60
    deep = [name(t) for t in themes if list(schemes.objects(t, SKOS.broader / SKOS.broader / SKOS.broader))]
    assert not deep
