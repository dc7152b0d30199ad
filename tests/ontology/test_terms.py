"""Every term is named, defined and wired as the design says; no hierarchy is circular; every reused term exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, XSD, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, PROV, SDO, VANN, VOID, DefinedNamespace

from .conftest import MLG

DEF = "https://w3id.org/maillage/def"
CV = "http://data.europa.eu/m8g/"
CLOSED: tuple[type[DefinedNamespace], ...] = (DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS, VANN, VOID, XSD)
EXTERNAL = Path(__file__).with_name("external.txt")

# DESIGN section 4, "names that outside checks rely on"; a name here is never renamed.
NAMES = re.findall(
    r"\w+",
    """
    Actor HealthAgency RegionalHealthAgency HealthAgencyDelegation Collectivity RegionalCouncil
    DepartmentalCouncil Municipality IntermunicipalBody Metropolis UrbanCommunity AgglomerationCommunity
    CommunityOfCommunes TerritorialPublicEstablishment MixedSyndicate StateService Prefecture SocialSecurityBody
    CareProvider Hospital HealthHouse ProfessionalBody Association AcademicBody Company UrbanPlanningAgency Office
    ActorGroup Arrangement Contract LocalHealthContract CityContract Convention Pact Programme RegionalHealthPlan
    AccessProgramme Roadmap AidScheme Policy Event Service LegalMeasure Publication Collaboration GovernanceBody
    ProfessionalCommunity HospitalGroup ArrangementFamily Territory Country Region Department IntercommunalArea
    Commune PriorityNeighbourhood OtherArea within population Claim evidence modality certainty origin
    Participation inArrangement State status signedOn generation territory asOf Relation subject object relation
    succeeds Funding funder beneficiary amount amountMin amountMax currency amountKind Focus theme Observation
    about indicator value comparator unit Tenure holder organisation officeTitle actedAt Recommendation by number
    Person Quotation Document document sha256 coordinating edgeFrom edgeTo governs siren finess inseeCode
    startEarliest startLatest endEarliest endLatest Coordination between through from until datesKnown
    coordinatesWith
    """,
)

# DESIGN section 4, the table of claims.
ENDS = {
    "Participation": (f"{CV}hasParticipant", f"{MLG}inArrangement"),
    "State": (f"{MLG}inArrangement", None),
    "Relation": (f"{MLG}subject", f"{MLG}object"),
    "Funding": (f"{MLG}funder", f"{MLG}beneficiary"),
    "Focus": (f"{MLG}inArrangement", f"{MLG}theme"),
    "Observation": (f"{MLG}about", None),
    "Tenure": (f"{MLG}holder", f"{MLG}organisation"),
    "Recommendation": (f"{MLG}by", f"{MLG}about"),
}


def curie(iri: object) -> str:
    return str(iri).replace(str(MLG), "mlg:").replace(f"{DEF}/", "def/")


def one_per_language(graph: Graph, term: URIRef, predicate: URIRef) -> list[str]:
    """What is wrong with the French and English values of a predicate, as sentences."""
    values = [v for v in graph.objects(term, predicate) if isinstance(v, Literal)]
    wrong = []
    for language in ("fr", "en"):
        found = [str(v) for v in values if v.language == language]
        if len(found) != 1:
            wrong.append(f"{curie(term)} has {len(found)} {predicate.fragment} in {language}, not one")
        wrong += [f"{curie(term)}: stray spaces in {text!r}" for text in found if text != " ".join(text.split())]
    return wrong


def test_the_names_that_others_rely_on(own_terms: list[URIRef]) -> None:
    here = {str(t).removeprefix(str(MLG)) for t in own_terms}
    missing = sorted(set(NAMES) - here)
    assert not missing, f"named by the design, not declared: {missing}"


def test_every_term_is_labelled_and_defined(vocabulary: Graph, own_terms: list[URIRef]) -> None:
    wrong = []
    for term in own_terms:
        wrong += one_per_language(vocabulary, term, RDFS.label) + one_per_language(vocabulary, term, SKOS.definition)
        if (term, RDFS.isDefinedBy, URIRef(DEF)) not in vocabulary:
            wrong.append(f"{curie(term)} does not say rdfs:isDefinedBy <{DEF}>")
    assert not wrong, "\n".join(wrong)


def test_no_term_is_used_undeclared(vocabulary: Graph, schemes: Graph, own_terms: list[URIRef]) -> None:
    used = {t for triple in vocabulary + schemes for t in triple if isinstance(t, URIRef) and t in MLG}
    assert sorted(used) == own_terms


def test_every_reused_term_is_declared(vocabulary: Graph, schemes: Graph) -> None:
    """Predicates, classes and properties of others: declared here, with a source, labels and our use of them."""
    builtin = (RDF, RDFS, OWL, XSD)
    every = vocabulary + schemes
    used = {p for p in every.predicates() if isinstance(p, URIRef)}
    for predicate in (RDF.type, RDFS.subClassOf, RDFS.domain, RDFS.range, MLG.edgeFrom, MLG.edgeTo, MLG.shortcut):
        used |= {o for o in every.objects(None, predicate) if isinstance(o, URIRef)}
    declared = {s for s in vocabulary.subjects(RDFS.isDefinedBy) if isinstance(s, URIRef)}
    others = {t for t in used | declared if t not in MLG and not any(t in ns for ns in builtin)}
    wrong = []
    for term in sorted(others):
        types = list(vocabulary.objects(term, RDF.type))
        if not types:
            wrong.append(f"{term} is used and not declared")
            continue
        if not list(vocabulary.objects(term, RDFS.isDefinedBy)):
            wrong.append(f"{term} does not say where it is defined")
        wrong += one_per_language(vocabulary, term, RDFS.label) + one_per_language(vocabulary, term, SKOS.scopeNote)
    assert not wrong, "\n".join(wrong)


def exceptions() -> dict[str, str]:
    """external.txt: IRI, tab, reason."""
    lines = EXTERNAL.read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if line and not line.startswith("#")]
    assert all(len(pair) == 2 and pair[1].strip() for pair in pairs), "external.txt: IRI, tab, reason"
    return dict(pairs)


def test_every_reused_term_exists(whole: Graph, pinned: Graph | None) -> None:
    excepted = exceptions()
    ours = ("https://w3id.org/maillage/",)
    terms = {t for triple in whole for t in triple if isinstance(t, URIRef) and not str(t).startswith(ours)}
    terms -= {o for o in whole.objects(None, RDFS.isDefinedBy) if isinstance(o, URIRef)}
    unknown = {t for t in terms if not any(t in ns for ns in CLOSED)}
    if pinned is not None:
        unknown = {t for t in unknown if (t, None, None) not in pinned}
        superfluous = [iri for iri in excepted if iri not in {str(t) for t in terms}]
        assert not superfluous, f"external.txt excuses what is not used: {superfluous}"
    else:  # only the namespaces that rdflib knows in full can be told
        unknown = {t for t in unknown if any(t.startswith(str(ns)) for ns in CLOSED)}
    missing = sorted(t for t in unknown if str(t) not in excepted)
    assert not missing, "in no pinned copy, no closed namespace and not in external.txt:\n" + "\n".join(missing)


def test_reused_terms_keep_their_type(vocabulary: Graph, pinned_copies: Graph) -> None:
    """A class stays a class and a property a property; between kinds of properties the design lets us choose."""
    classes = {OWL.Class, RDFS.Class}
    wrong = []
    for term in set(vocabulary.subjects(RDFS.isDefinedBy)):
        theirs = set(pinned_copies.objects(term, RDF.type))
        if theirs and (OWL.Class in set(vocabulary.objects(term, RDF.type))) != bool(theirs & classes):
            wrong.append(f"{term}: {sorted(str(t) for t in theirs)}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("predicate", [RDFS.subClassOf, RDFS.subPropertyOf, SKOS.broader])
def test_no_circle(whole: Graph, predicate: URIRef) -> None:
    assert circles(whole, predicate) == []


def circles(graph: Graph, predicate: URIRef) -> list[str]:
    """The terms that reach themselves by one or more steps of a predicate."""
    found = []
    for start in set(graph.subjects(predicate)):
        seen: set[object] = set()
        todo = list(graph.objects(start, predicate))
        while todo:
            node = todo.pop()
            if node not in seen:
                seen.add(node)
                todo += graph.objects(node, predicate)
        if start in seen:
            found.append(str(start))
    return sorted(found)


def test_a_circle_is_seen(whole: Graph) -> None:
    whole.add((MLG.Actor, RDFS.subClassOf, MLG.Municipality))
    assert str(MLG.Collectivity) in circles(whole, RDFS.subClassOf)


def test_the_ends_of_every_claim(vocabulary: Graph) -> None:
    claims = {str(c).removeprefix(str(MLG)) for c in vocabulary.subjects(RDFS.subClassOf, MLG.Claim)}
    assert claims == set(ENDS)
    for name, (start, end) in ENDS.items():
        assert [str(o) for o in vocabulary.objects(MLG[name], MLG.edgeFrom)] == [start], name
        assert [str(o) for o in vocabulary.objects(MLG[name], MLG.edgeTo)] == ([end] if end else []), name
    annotated = set(vocabulary.subjects(MLG.edgeFrom)) | set(vocabulary.subjects(MLG.edgeTo))
    assert annotated == {MLG[name] for name in ENDS}


def test_what_shacl_alone_may_say(vocabulary: Graph) -> None:
    """These take things of several kinds: an OWL range would make a group an actor, or a family an arrangement."""
    participant = URIRef(f"{CV}hasParticipant")
    open_ended = [MLG.inArrangement, participant, MLG.about, MLG.beneficiary, MLG.evidence, MLG.funder]
    assert [t for t in open_ended if list(vocabulary.objects(t, RDFS.range))] == []


def test_no_date_and_no_union_in_ranges(vocabulary: Graph) -> None:
    dates = {XSD.date, XSD.gYear, XSD.gYearMonth, XSD.dateTime}
    assert not [s for s, o in vocabulary.subject_objects(RDFS.range) if o in dates or not isinstance(o, URIRef)]
    assert not list(vocabulary.subject_objects(OWL.unionOf))
    assert not list(vocabulary.objects(None, OWL.imports))


def test_collaborations_and_publications_stay_two_things_at_once(vocabulary: Graph) -> None:
    parents = set(vocabulary.objects(MLG.Collaboration, RDFS.subClassOf))
    assert parents == {MLG.Actor, MLG.Arrangement}
    for member_lists in vocabulary.objects(None, OWL.members):
        members = set(vocabulary.items(member_lists))
        assert not {MLG.Actor, MLG.Arrangement} <= members
        assert not {MLG.Document, MLG.Arrangement} <= members
        assert not {MLG.Document, MLG.Publication} <= members


def test_what_is_disjoint(vocabulary: Graph) -> None:
    groups = [set(vocabulary.items(m)) for m in vocabulary.objects(None, OWL.members)]
    pairs = [("ActorGroup", "Actor"), ("ArrangementFamily", "Arrangement"), ("Territory", "Actor"), ("Claim", "Person")]
    for one, other in pairs:
        assert any({MLG[one], MLG[other]} <= group for group in groups), (one, other)
