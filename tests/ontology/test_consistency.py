"""The vocabulary, its alignments and what the published vocabularies say are consistent together, by HermiT."""

from __future__ import annotations

from typing import Any

import pytest
from rdflib import FOAF, ORG, OWL, PROV, RDF, RDFS, Graph, Namespace, URIRef

from .conftest import MLG, ROOT, lacking

PUBLISHED = ROOT / "ontology" / "published.ttl"
CLASS_AXIOMS = (RDFS.subClassOf, OWL.equivalentClass, OWL.disjointWith)
PROPERTY_AXIOMS = (RDFS.subPropertyOf, RDFS.domain, RDFS.range)
EX = Namespace("https://example.org/")


@pytest.fixture(scope="session")
def reason(java: str, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A function from a graph to (consistent, unsatisfiable class IRIs)."""
    try:
        import owlready2
    except ImportError:
        lacking("owlready2", "pip install 'maillage[ontology]'.")

    def run(graph: Graph) -> tuple[bool, list[str]]:
        path = tmp_path_factory.mktemp("hermit") / "ontology.nt"
        graph.serialize(path, format="nt", encoding="utf-8")  # owlready2 reads no Turtle
        owlready2.JAVA_EXE = java
        world = owlready2.World()
        world.get_ontology(path.as_uri()).load()
        try:
            # EDTF and xsd:gYear are outside HermiT's datatypes.
            owlready2.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
        except owlready2.OwlReadyInconsistentOntologyError:
            return False, []
        return True, sorted(c.iri for c in world.inconsistent_classes() if c is not owlready2.Nothing)

    return run


def published(pinned: Graph | None, ours: Graph) -> Graph:
    """What the published vocabularies say between named classes, and of the object properties that we use.

    Without the pinned copies, the few axioms of ontology/published.ttl.
    """
    axioms = Graph().parse(PUBLISHED)
    if pinned is None:
        return axioms
    for predicate in CLASS_AXIOMS:
        for s, o in pinned.subject_objects(predicate):
            if isinstance(s, URIRef) and isinstance(o, URIRef):
                axioms.add((s, predicate, o))
    for predicate in PROPERTY_AXIOMS:
        for s, o in pinned.subject_objects(predicate):
            if (s, RDF.type, OWL.ObjectProperty) in ours and isinstance(o, URIRef):
                axioms.add((s, predicate, o))
                if predicate == RDFS.subPropertyOf:
                    axioms.add((o, RDF.type, OWL.ObjectProperty))
    for predicate in CLASS_AXIOMS:
        for s, o in axioms.subject_objects(predicate):
            axioms.add((s, RDF.type, OWL.Class))
            axioms.add((o, RDF.type, OWL.Class))
    return axioms


def test_consistent_and_satisfiable(reason: Any, whole: Graph, pinned: Graph | None) -> None:
    consistent, unsatisfiable = reason(whole + published(pinned, whole))
    assert consistent
    assert not unsatisfiable, "no thing can belong to: " + ", ".join(unsatisfiable)


def test_one_of_each_class_together(reason: Any, whole: Graph, pinned: Graph | None) -> None:
    """A collaboration is both actor and arrangement, a report we read both publication and document."""
    merged = whole + published(pinned, whole)
    for cls in whole.subjects(RDF.type, OWL.Class):
        merged.add((EX["one-" + str(cls).rsplit("#")[-1].rsplit("/")[-1]], RDF.type, cls))
    merged.add((EX.report, RDF.type, MLG.Publication))
    merged.add((EX.report, RDF.type, MLG.Document))
    merged.add((EX.council, RDF.type, MLG.Collaboration))
    assert reason(merged)[0]


CONTRADICTIONS = {
    "an actor that is a group": [(EX.x, RDF.type, MLG.Municipality), (EX.x, RDF.type, MLG.ActorGroup)],
    "a family that is an arrangement": [(EX.x, RDF.type, MLG.ArrangementFamily), (EX.x, RDF.type, MLG.CityContract)],
    "a territory within an organisation": [(EX.x, RDF.type, MLG.Municipality), (EX.y, MLG.within, EX.x)],
    "an event that is a contract (PROV)": [(EX.x, RDF.type, PROV.Activity), (EX.x, RDF.type, MLG.Pact)],
    "a person that is an organisation (FOAF)": [(EX.x, RDF.type, MLG.Person), (EX.x, RDF.type, FOAF.Organization)],
    "an actor that is a membership (ORG)": [(EX.x, RDF.type, MLG.Hospital), (EX.x, RDF.type, ORG.Membership)],
    "a commune that is a district": [(EX.x, RDF.type, MLG.Commune), (EX.x, RDF.type, MLG.District)],
    "a territory partly within a body": [(EX.x, RDF.type, MLG.Hospital), (EX.y, MLG.partlyWithin, EX.x)],
}


@pytest.mark.parametrize("name", CONTRADICTIONS)
def test_gate_closes_on_facts(reason: Any, whole: Graph, name: str) -> None:
    """With our own file of published axioms alone: the pinned copies say more, so they catch these too."""
    merged = whole + published(None, whole)
    for triple in CONTRADICTIONS[name]:
        merged.add(triple)
    assert not reason(merged)[0], f"{name}: not caught"


def test_gate_closes_on_axioms(reason: Any, whole: Graph, pinned: Graph | None) -> None:
    """A PROV parent on Arrangement, which the design forbids, makes Event unsatisfiable."""
    merged = whole + published(pinned, whole)
    merged.add((MLG.Arrangement, RDFS.subClassOf, PROV.Entity))
    assert str(MLG.Event) in reason(merged)[1]


def test_own_axioms_are_published(pinned_copies: Graph) -> None:
    own = Graph().parse(PUBLISHED)
    axioms = [(s, p, o) for s, p, o in own if p in CLASS_AXIOMS + PROPERTY_AXIOMS]
    assert len(axioms) > 20
    absent = [f"{s.n3()} {p.n3()} {o.n3()}" for s, p, o in axioms if (s, p, o) not in pinned_copies]
    assert not absent, "not in the pinned copies:\n" + "\n".join(absent)


def test_examples_and_documents_are_consistent(reason: Any, whole: Graph, pinned: Graph | None) -> None:
    """The facts read in documents, and the valid examples, contradict no axiom (registers left out for their size)."""
    folders = (ROOT / "graph" / "documents", ROOT / "ontology" / "examples" / "valid")
    files = sorted(path for folder in folders for path in folder.glob("*.ttl"))
    if not files:
        lacking("graph/documents", "It comes with the sources.")
    merged = whole + published(pinned, whole)
    for path in files:
        merged.parse(path)
    assert reason(merged)[0], "inconsistent: " + ", ".join(p.name for p in files)
