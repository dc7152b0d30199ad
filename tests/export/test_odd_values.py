"""RDF exports of odd literals and IRIs: every format says the same graph, or is refused in a sentence that says what."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.dom import minidom

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from maillage.errors import MaillageError
from maillage.export.context import context_of
from maillage.export.jsonld import to_jsonld
from maillage.export.rdf import CONTEXT, FORMATS, export_rdf
from maillage.library import open_graph
from maillage.terms import PREFIXES, curie

HEAD = """@prefix certainty: <https://w3id.org/maillage/def/certainty/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix schema: <https://schema.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix body: <https://w3id.org/maillage/id/organisation/> .
@prefix mlg: <https://w3id.org/maillage/def#> .
@prefix ex: <https://exemple.fr/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
body:lys a mlg:Association .
"""
READ = {"jsonld": ox.RdfFormat.JSON_LD, "rdfxml": ox.RdfFormat.RDF_XML, "turtle": ox.RdfFormat.TURTLE}


def exported(facts: str, folder: Path, *formats: str) -> Path:
    graph = folder / "graph"
    graph.mkdir(exist_ok=True)
    (graph / "lys.ttl").write_text(HEAD + facts, encoding="utf-8")
    out = folder / "out"
    export_rdf(open_graph(graph, cache=False).built.loaded, out, formats=("ntriples", *formats), derived=False)
    return out


def same(out: Path, name: str) -> None:
    """Two readers find in a file what stands in the N-Triples."""

    def read(path: Path, form: ox.RdfFormat) -> ox.Dataset:
        data = ox.Dataset(ox.parse(path=path, format=form))
        data.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
        return data

    assert read(out / FORMATS[name], READ[name]) == read(out / FORMATS["ntriples"], ox.RdfFormat.N_TRIPLES)
    one, two = (
        rdflib.Graph().parse(out / FORMATS[form], format=said)
        for form, said in ((name, {"jsonld": "json-ld", "rdfxml": "xml", "turtle": "turtle"}[name]), ("ntriples", "nt"))
    )
    assert isomorphic(one, two)


VALUES = """ex:a ex:p 0, 0.0, 0e0, false, true, "", "non", "INF"^^xsd:double, "-INF"^^xsd:float, "NaN"^^xsd:double,
  98765432109876543210987654321, 0.1000000000000000000001, "douze"^^xsd:integer, "2019-02-30"^^xsd:date, "oui"@fr-FR,
  "{}"^^rdf:JSON, "un\\r\\ndeux\\r\\ttrois", "\\u2028 \\u0085", "x"^^<doc:type> ;
  mlg:siren "" , ex:b ; mlg:inArrangement ex:c, "en toutes lettres", "" ; a "un mot", ex:K .
"""
LISTS = """ex:a ex:p (0 "" false), (), ((1) 2) ; mlg:inArrangement (ex:b) .
_:c rdf:first 1 ; rdf:rest _:c . _:d ex:q _:e . _:e ex:q _:d . ex:b rdf:rest (1) ; ex:r [ ex:s [] ] .
_:m rdf:first _:n ; rdf:rest rdf:nil . _:n rdf:first _:m ; rdf:rest rdf:nil .
"""
LOOKALIKES = """<doc:1> <urn:p:q> <mlg:siren>, <schema:x>, <about:blank>, <urn:isbn:2> . ex:a ex:p <https://w3id.org/a> .
"""
#: More than half of the values of a property are of one kind, the others are not.
MIXED = """ex:a mlg:siren 1, 2, "", "trois", ex:b, [], (1 "" ex:c "x"@fr), "x"@fr ; mlg:inArrangement ex:b, ex:c, ("" ex:d 1), (), "" .
ex:a skos:prefLabel "a"@fr, "b"@fr, ""@en, "c"@fr-FR, "", 0, ex:b, ("d"@fr) . ex:b skos:prefLabel "e"@fr .
ex:a schema:startDate "2024-03-08"^^xsd:date, "2019-02-30"^^xsd:date, "2024"^^xsd:gYear, "2024", ex:b, ("2024-03-08"^^xsd:date) .
ex:a mlg:value "INF"^^xsd:double, "-0"^^xsd:double, "1"^^xsd:double, 1, "1" ; mlg:datesKnown false, true, "oui"^^xsd:boolean, "" .
ex:a mlg:unit "{}"^^rdf:JSON, "[]"^^rdf:JSON, "{}", "<b/>"^^rdf:HTML ; mlg:within <doc:1>, <mlg:2>, "doc:1" .
"""
NAMES = """ex:a mlg:urn <urn:isbn:2>, 1 ; mlg:doc 2 ; mlg:https 3 ; mlg:id 4 ; mlg:type 5 ; mlg:graph 6 ; mlg:constructor 7, 8 ;
  mlg:toString "", "x" ; dct:title "a" ; schema:title "b" ; mlg:title "c" ; mlg:1a 9 ; mlg:a-b 10 ; mlg:_ 11 ;
  mlg:value 13 ; rdf:value 14 ; mlg:certainty certainty:inferred, certainty:explicit ; rdfs:label "d" ; mlg:été 15 .
"""
CLASSES = """<doc:2> a <doc:1> . ex:a a rdf:Description . ex:b a <https://exemple.fr/9>, rdf:li . [] a <https://exemple.fr/𝒳> .
"""


@pytest.mark.parametrize(
    "facts",
    [VALUES, LISTS, LOOKALIKES, MIXED, NAMES, CLASSES],
    ids=["values", "lists", "IRIs like CURIEs", "mixed", "names", "classes"],
)
@pytest.mark.parametrize("name", READ)
def test_the_same_graph(facts: str, name: str, tmp_path: Path) -> None:
    same(exported(facts, tmp_path, name), name)


def test_json_is_json_and_its_values_are_typed(tmp_path: Path) -> None:
    def no(word: str) -> None:
        raise ValueError(word)

    text = (exported(VALUES, tmp_path, "jsonld") / FORMATS["jsonld"]).read_text(encoding="utf-8")
    document = json.loads(text, parse_constant=no)
    said = next(node for node in document["@graph"] if node["@id"] == "https://exemple.fr/a")["https://exemple.fr/p"]
    assert {"@value": "0", "@type": "xsd:integer"} in said
    assert all(isinstance(value if isinstance(value, str) else value["@value"], str) for value in said)


def nodes(facts: str, folder: Path) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """The context of facts, and the nodes of their document by IRI."""
    document = json.loads((exported(facts, folder, "jsonld") / FORMATS["jsonld"]).read_text(encoding="utf-8"))
    assert json.loads((folder / "out" / CONTEXT).read_text(encoding="utf-8"))["@context"] == document["@context"]
    return document["@context"], {node["@id"]: node for node in document["@graph"]}


def test_short_names_and_dates(tmp_path: Path) -> None:
    """What a reader of the document types after a dot, and what is there."""
    facts = """body:lys schema:startDate "2024-03-08"^^xsd:date ; cv:hasParticipant body:b ; skos:prefLabel "Lys"@fr, "Lis"@en ;
      mlg:siren "007" ; mlg:population 12 ; mlg:certainty certainty:inferred ; mlg:territory ex:x .
    body:b schema:startDate "2024"^^xsd:gYear ; mlg:territory ex:x, ex:y .
    body:c schema:startDate "2025"^^xsd:gYear .
    """
    context, found = nodes(f"@prefix cv: <http://data.europa.eu/m8g/> . {facts}", tmp_path)
    assert found["body:lys"] == {
        "@id": "body:lys",
        "@type": "mlg:Association",
        "startDate": "2024-03-08",
        "hasParticipant": "body:b",
        "prefLabel": {"fr": "Lys", "en": "Lis"},
        "siren": "007",
        "population": "12",
        # A prefix has that name.
        "mlg:certainty": "certainty:inferred",
        "territory": ["https://exemple.fr/x"],
    }
    assert found["body:b"]["startDate"] == {"@value": "2024", "@type": "xsd:gYear"}
    assert context["startDate"] == {
        "@id": "https://schema.org/startDate",
        "@type": "http://www.w3.org/2001/XMLSchema#date",
    }
    assert context["population"]["@type"].endswith("#integer")


def test_a_name_of_two_properties_or_of_a_scheme_is_no_short_name(tmp_path: Path) -> None:
    context, found = nodes(NAMES, tmp_path)
    said = found["https://exemple.fr/a"]
    assert {
        "http://purl.org/dc/terms/title",
        "schema:title",
        "mlg:title",
        "mlg:value",
        "rdf:value",
        "mlg:urn",
        "mlg:doc",
    } <= said.keys()
    assert {"id", "type", "constructor", "toString"} <= said.keys()
    assert not {"title", "value", "urn", "1a", "a-b", "_", ""} & context.keys()
    assert context["doc"] == "https://w3id.org/maillage/id/document/"


def test_every_property_of_the_vocabulary_has_one_name(tmp_path: Path) -> None:
    """Those declared in the ontology, by their local names, but where a prefix or another property has that name."""
    context, _ = nodes("", tmp_path)
    short = {about if isinstance(about, str) else about["@id"]: name for name, about in context.items()}
    asked = (
        "SELECT ?p { ?p a ?kind FILTER(?kind IN (owl:ObjectProperty, owl:DatatypeProperty, owl:AnnotationProperty)) }"
    )
    declared = {str(row[0]) for row in open_graph(tmp_path / "graph", cache=False).rdflib().query(asked)}
    without = {curie(iri) for iri in declared if ":" in short[iri]}
    assert len(declared) > 100
    assert {name for name in without if name.partition(":")[2] not in PREFIXES} == {"skos:example", "vann:example"}


SPACES = [PREFIXES[name] for name in ("mlg", "schema", "skos", "dct", "doc", "rdf")] + [
    "https://exemple.fr/",
    "urn:",
    "doc:",
]
WORDS = [
    "a",
    "id",
    "type",
    "value",
    "first",
    "rest",
    "doc",
    "urn",
    "constructor",
    "@id",
    "startDate",
    "prefLabel",
    "9",
    "a:b",
    "",
]
LEXICAL = st.sampled_from(
    ["", "0", "01", "-0", "1e400", "true", "False", "INF", "NaN", "2024-03-08", "2024", "@id", "_:b", "doc:1", "{}"]
)
IRIS = st.builds(lambda space, word: ox.NamedNode(space + word), st.sampled_from(SPACES), st.sampled_from(WORDS))
NODES = IRIS | st.sampled_from([ox.BlankNode(f"b{n}") for n in range(4)])
TYPES = st.sampled_from(
    [PREFIXES["xsd"] + name for name in ("string", "date", "gYear", "integer", "double", "boolean")] + ["doc:1"]
)
LITERALS = st.one_of(
    st.builds(lambda text, kind: ox.Literal(text, datatype=ox.NamedNode(kind)), LEXICAL, TYPES),
    st.builds(lambda text, tag: ox.Literal(text, language=tag), LEXICAL, st.sampled_from(["fr", "en", "fr-FR"])),
)
TRIPLES = st.sets(st.builds(ox.Triple, NODES, IRIS, NODES | LITERALS), max_size=12)


def listed(subject: ox.NamedNode, predicate: ox.NamedNode, members: list[ox.NamedNode | ox.Literal]) -> set[ox.Triple]:
    """A value that is a list."""
    cells = [ox.BlankNode() for _ in members]
    rest: list[ox.NamedNode | ox.BlankNode] = [*cells, ox.NamedNode(PREFIXES["rdf"] + "nil")]
    out = {ox.Triple(subject, predicate, rest[0])}
    for cell, member, after in zip(cells, members, rest[1:], strict=True):
        out.add(ox.Triple(cell, ox.NamedNode(PREFIXES["rdf"] + "first"), member))
        out.add(ox.Triple(cell, ox.NamedNode(PREFIXES["rdf"] + "rest"), after))
    return out


GRAPHS = st.builds(
    set.union, TRIPLES, st.just(set()) | st.builds(listed, IRIS, IRIS, st.lists(IRIS | LITERALS, max_size=3))
)


@settings(max_examples=400, deadline=None)
@given(said=GRAPHS, more=TRIPLES)
def test_any_graph_is_the_same_graph(said: set[ox.Triple], more: set[ox.Triple]) -> None:
    """Of any triples, and of a part of them with the context of all."""
    names = context_of(sorted(said | more, key=str))
    document = to_jsonld(sorted(said, key=str), names)
    read = ox.Dataset(ox.parse(document, format=ox.RdfFormat.JSON_LD))
    wanted = ox.Dataset(ox.Quad(t.subject, t.predicate, t.object) for t in said)
    for data in (read, wanted):
        data.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    assert read == wanted
    one = rdflib.Graph().parse(data=document, format="json-ld")
    two = rdflib.Graph().parse(data=ox.serialize(said, format=ox.RdfFormat.N_TRIPLES), format="nt")
    assert isomorphic(one, two), document.decode()


@pytest.mark.parametrize("end", ["9", "lieu/", "lieu?n=1", "été-(2)", "𝒳"])
def test_a_predicate_that_xml_cannot_name(end: str, tmp_path: Path) -> None:
    with pytest.raises(MaillageError, match="cannot name the predicate") as caught:
        exported(f"ex:a <https://exemple.fr/{end}> 1 ; <https://exemple.fr/8> 2 .", tmp_path, "rdfxml")
    assert f"https://exemple.fr/{end}" in str(caught.value)
    assert "https://exemple.fr/8" in str(caught.value)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("end", ["9a", "a-1.b", "é", "a%20b", "_", "a'b"])
def test_a_predicate_that_xml_can_name(end: str, tmp_path: Path) -> None:
    out = exported(f"ex:a <https://exemple.fr/{end}> 1 .", tmp_path, "rdfxml")
    minidom.parse(str(out / FORMATS["rdfxml"]))
    same(out, "rdfxml")


def test_what_xml_keeps_or_has_no_character_for(tmp_path: Path) -> None:
    with pytest.raises(MaillageError, match=r"cannot name the predicate \S+#li"):
        exported("ex:a rdf:li 1 .", tmp_path, "rdfxml")
    with pytest.raises(MaillageError, match=r"U\+0001, which stands in https://exemple.fr/p of https://exemple.fr/a"):
        exported('ex:a ex:p "\\u0001" .', tmp_path, "rdfxml")


def test_blank_nodes_of_two_files_stay_apart(tmp_path: Path) -> None:
    """`a/b.ttl` and `a-b.ttl`, `1.ttl`: each has its own, with a name that XML takes."""
    graph = tmp_path / "graph"
    (graph / "a").mkdir(parents=True)
    for name, number in (("a/b.ttl", 1), ("a-b.ttl", 2), ("1.ttl", 3), ("a b.ttl", 4)):
        (graph / name).write_text(f"{HEAD}body:lys ex:p [ ex:n {number} ] .", encoding="utf-8")
    export_rdf(open_graph(graph, cache=False).built.loaded, tmp_path / "out", derived=False)
    found = list(ox.parse(path=tmp_path / "out" / FORMATS["nquads"], format=ox.RdfFormat.N_QUADS))
    own = [q.subject for q in found if q.predicate.value == "https://exemple.fr/n"]
    assert len(own) == len(set(own)) == 4
    for name in READ:
        same(tmp_path / "out", name)
