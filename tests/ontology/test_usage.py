"""Every term earns its place: a query, rule, shape or fact uses it, or waiting.txt says why not; and the reverse."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from .conftest import MLG
from .test_terms import DEF

WAITING = Path(__file__).with_name("waiting.txt")
# Lists meant to be wider than today's texts; their concepts are not looked for one by one.
OPEN_LISTS = ("theme", "indicator")
# A prefix of ours, then a local name; not inside an IRI, a longer name or a variable.
PREFIXES = (
    "mlg",
    "role",
    "modality",
    "status",
    "certainty",
    "standing",
    "reason",
    "standing",
    "reason",
    "origin",
    "relation",
    "theme",
    "indicator",
    "amountKind",
    "documentType",
    "careCategory",
    "legalStatus",
)
CURIE = re.compile(r"(?<![\w:/?$.-])(" + "|".join(PREFIXES) + r"):([A-Za-z](?:[\w-]*\w)?)(?![\w:-])")
IRI = re.compile(r"<(https://w3id\.org/maillage/def[#/][^<>\s]*[^<>\s/#])>")
FACTS = "https://w3id.org/maillage/def"


def expand(prefix: str, local: str) -> str:
    return f"{MLG}{local}" if prefix == "mlg" else f"{DEF}/{prefix}/{local}"


def named_in_text(text: str) -> set[str]:
    """The terms of ours that a SPARQL or SHACL text names, comments left out (the `#+` header of a query is read)."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#") or line.lstrip().startswith("#+")]
    code = "\n".join(lines)
    return {expand(*m) for m in CURIE.findall(code)} | set(IRI.findall(code))


def texts(root: Path) -> list[Path]:
    return [*sorted((root / "queries").rglob("*.rq")), *sorted((root / "ontology").glob("shapes.ttl"))]


@pytest.fixture(scope="session")
def uses(root: Path) -> dict[str, str]:
    """Term IRI -> one file that uses it: queries and shapes as text, facts as parsed triples."""
    found: dict[str, str] = {}
    for path in texts(root):
        for term in named_in_text(path.read_text(encoding="utf-8")):
            found.setdefault(term, path.relative_to(root).as_posix())
    for path in sorted((root / "graph").rglob("*.ttl")):
        where = path.relative_to(root).as_posix()
        for triple in pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE):
            for node in (triple.predicate, triple.object):
                if isinstance(node, pyoxigraph.NamedNode) and node.value.startswith(FACTS):
                    found.setdefault(node.value, where)
    return found


@pytest.fixture(scope="session")
def earned(uses: dict[str, str], vocabulary: Graph, schemes: Graph) -> set[str]:
    """What is used, and what that entails: the parents of a class or concept, the shortcut that a relation names."""
    found = set(uses)
    for graph, predicate in ((vocabulary, RDFS.subClassOf), (schemes, SKOS.broader)):
        for term in list(found):
            found |= {str(parent) for parent in graph.transitive_objects(URIRef(term), predicate)}
    if str(MLG.shortcut) in found:
        found |= {str(o) for s, o in schemes.subject_objects(MLG.shortcut) if str(s) in uses}
    return found


@pytest.fixture(scope="session")
def waiting() -> dict[str, str]:
    """waiting.txt: term (mlg:x, role:y), tab, reason -> IRI -> reason."""
    lines = WAITING.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    assert all(len(row) == 2 and row[1].strip() for row in rows), "waiting.txt: term, tab, reason"
    return {expand(*term.split(":", 1)): reason for term, reason in rows}


@pytest.fixture(scope="session")
def every_term(own_terms: list[URIRef], schemes: Graph) -> set[str]:
    return {str(t) for t in own_terms} | {str(c) for c in schemes.subjects(RDF.type, SKOS.Concept)}


def short(iri: str) -> str:
    if iri.startswith(str(MLG)):
        return "mlg:" + iri.removeprefix(str(MLG))
    return ":".join(iri.removeprefix(f"{DEF}/").split("/", 1))


def test_every_term_is_used_or_waits(every_term: set[str], earned: set[str], waiting: dict[str, str]) -> None:
    open_lists = tuple(f"{DEF}/{scheme}/" for scheme in OPEN_LISTS)
    idle = sorted(short(t) for t in every_term - earned - set(waiting) if not t.startswith(open_lists))
    assert not idle, f"{len(idle)} terms nothing uses (use them, drop them, or list them in waiting.txt): {idle}"


def test_what_waits_still_waits(every_term: set[str], earned: set[str], waiting: dict[str, str]) -> None:
    assert not sorted(short(t) for t in set(waiting) - every_term), "in waiting.txt and not in the ontology"
    late = sorted(short(t) for t in set(waiting) & earned)
    assert not late, f"used now, drop from waiting.txt: {late}"


def test_every_term_used_exists(every_term: set[str], uses: dict[str, str], schemes: Graph) -> None:
    lists = {str(s) for s in schemes.subjects(RDF.type, SKOS.ConceptScheme)} | {DEF}
    unknown: dict[str, list[str]] = defaultdict(list)
    for term, where in sorted(uses.items()):
        if term not in every_term and term not in lists:
            unknown[where].append(short(term))
    assert not unknown, "used and not in the ontology:\n" + "\n".join(f"{w}: {t}" for w, t in unknown.items())


def test_every_reused_term_in_facts_is_declared(root: Path, vocabulary: Graph) -> None:
    """A predicate or class of another vocabulary stands in maillage.ttl before a fact may use it."""
    declared = {str(s) for s in vocabulary.subjects(RDFS.isDefinedBy)}
    declared |= {str(RDF.type), str(RDFS.comment), str(OWL.sameAs)}
    unknown: set[str] = set()
    for path in sorted((root / "graph").rglob("*.ttl")):
        for triple in pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE):
            terms = [triple.predicate, triple.object] if triple.predicate.value == str(RDF.type) else [triple.predicate]
            unknown |= {f"{t.value} ({path.name})" for t in terms if t.value not in declared}
    unknown = {term for term in unknown if not term.startswith(FACTS)}
    assert not unknown, "used in facts and not declared:\n" + "\n".join(sorted(unknown))


def test_the_reader_of_texts() -> None:
    text = """
        #+ params: {actor: {of: mlg:Actor}}
        # mlg:Comment
        SELECT ?x { ?x a mlg:Pact ; cv:role role:lead ; <https://w3id.org/maillage/def#theme> theme:mental-health .
          FILTER(?y != <https://example.org/mlg:Trap>) ?mlg:no }
    """
    expected = {"mlg:Actor", "mlg:Pact", "role:lead", "mlg:theme", "theme:mental-health"}
    assert {short(t) for t in named_in_text(text)} == expected
