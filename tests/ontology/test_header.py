"""The headers of the ontology's files say what portals and FOOPS! ask for, agree with one another, and say nothing false."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from rdflib import DCTERMS, FOAF, OWL, RDF, SKOS, VANN, Graph, Literal, Namespace, URIRef

from .conftest import MLG, ROOT

BIBO = Namespace("http://purl.org/ontology/bibo/")
DEF = URIRef("https://w3id.org/maillage/def")
FILES = ("maillage.ttl", "schemes.ttl", "alignments.ttl", "shapes.ttl")


@pytest.fixture(scope="module")
def headers(root: Path) -> dict[str, tuple[URIRef, Graph]]:
    """Of each file, the IRI of its header and its graph."""
    found = {}
    for name in FILES:
        graph = Graph().parse(root / "ontology" / name)
        (header,) = graph.subjects(RDF.type, OWL.Ontology)
        assert isinstance(header, URIRef)
        found[name] = (header, graph)
    return found


@pytest.mark.parametrize("name", FILES)
def test_each_file_has_its_header(headers: dict[str, tuple[URIRef, Graph]], name: str) -> None:
    header, graph = headers[name]
    for predicate in (DCTERMS.title, DCTERMS.description):
        assert {v.language for v in graph.objects(header, predicate)} == {"fr", "en"}, predicate  # type: ignore[attr-defined]
    for predicate in (DCTERMS.creator, DCTERMS.publisher, DCTERMS.license, DCTERMS.created, DCTERMS.issued):
        assert len(list(graph.objects(header, predicate))) == 1, predicate
    version = str(graph.value(header, OWL.versionInfo))
    assert graph.value(header, OWL.versionIRI) == URIRef(f"{header}/{version}")
    created, issued, modified = (
        str(graph.value(header, p)) for p in (DCTERMS.created, DCTERMS.issued, DCTERMS.modified)
    )
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in (created, issued, modified))
    assert created <= issued <= modified


def test_one_version_for_all(headers: dict[str, tuple[URIRef, Graph]], root: Path) -> None:
    """The mapping set too; and never the version that came before."""
    versions = {str(graph.value(header, OWL.versionInfo)) for header, graph in headers.values()}
    head = (root / "ontology/mappings/maillage-alignments.sssom.tsv").read_text(encoding="utf-8")
    block = "\n".join(line.removeprefix("#") for line in head.splitlines() if line.startswith("#"))
    versions.add(str(yaml.safe_load(block)["mapping_set_version"]))
    assert len(versions) == 1, versions
    prior = {str(o).rsplit("/", 1)[-1] for _, graph in headers.values() for o in graph.objects(None, OWL.priorVersion)}
    assert prior and not prior & versions


def test_the_vocabulary_says_how_it_is_named_and_cited(vocabulary: Graph) -> None:
    assert str(vocabulary.value(DEF, VANN.preferredNamespacePrefix)) == "mlg"
    assert str(vocabulary.value(DEF, VANN.preferredNamespaceUri)) == str(MLG)
    version = str(vocabulary.value(DEF, OWL.versionInfo))
    citations = list(vocabulary.objects(DEF, DCTERMS.bibliographicCitation))
    assert len(citations) == 2
    for citation in citations:
        assert f"version {version}" in citation or f"version {version}." in citation
        assert str(DEF) in citation


def test_authors_are_those_of_the_project(headers: dict[str, tuple[URIRef, Graph]], root: Path) -> None:
    names = {
        author["name"] for author in yaml.safe_load((root / "CITATION.cff").read_text(encoding="utf-8"))["authors"]
    }
    for header, graph in headers.values():
        assert {str(o) for o in graph.objects(header, DCTERMS.creator)} == names


def test_an_empty_doi_is_said(vocabulary: Graph) -> None:
    """An empty field without a word would look like a mistake; a DOI that is there needs no word."""
    (doi,) = vocabulary.objects(DEF, BIBO.doi)
    notes = " ".join(vocabulary.objects(DEF, SKOS.editorialNote))
    assert ("bibo:doi" in notes) == (str(doi) == "")
    assert doi == Literal("") or re.fullmatch(r"10\.\d{4,}/\S+", str(doi))


def test_the_logo_is_ours_and_draws_by_itself(vocabulary: Graph, root: Path) -> None:
    (logo,) = vocabulary.objects(DEF, FOAF.logo)
    text = (root / "ontology" / str(logo).rsplit("/", 1)[-1]).read_text(encoding="utf-8")
    assert text.startswith("<svg") and "<title" in text
    assert not re.search(r"(?:href|src)\s*=|url\(", text.replace('xmlns="http://www.w3.org/2000/svg"', ""))


def test_a_withdrawn_term_says_what_replaces_it(vocabulary: Graph) -> None:
    withdrawn = list(vocabulary.subjects(OWL.deprecated, Literal(True)))
    assert withdrawn
    for term in withdrawn:
        for other in list(vocabulary.objects(term, DCTERMS.isReplacedBy)) or pytest.fail(f"{term}: by what?"):
            assert list(vocabulary.objects(other, RDF.type)), f"{other} is not declared"
            assert (other, OWL.deprecated, None) not in vocabulary


def test_no_withdrawn_term_is_used(vocabulary: Graph) -> None:
    names = [str(t).removeprefix(str(MLG)) for t in vocabulary.subjects(OWL.deprecated, Literal(True))]
    pattern = re.compile(r"mlg:(" + "|".join(names) + r")\b")
    files = [*(ROOT / "queries").rglob("*.rq"), *(ROOT / "graph").rglob("*.ttl"), ROOT / "ontology" / "shapes.ttl"]
    users = [path.name for path in files if pattern.search(path.read_text(encoding="utf-8"))]
    assert users == []
