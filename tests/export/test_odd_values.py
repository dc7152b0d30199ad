"""RDF exports of odd literals and IRIs: every format says the same graph, or is refused in a sentence that says what."""

from __future__ import annotations

import json
from pathlib import Path
from xml.dom import minidom

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic

from maillage.errors import MaillageError
from maillage.export.rdf import FORMATS, export_rdf
from maillage.library import open_graph

HEAD = """@prefix body: <https://w3id.org/maillage/id/organisation/> .
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
CLASSES = """<doc:2> a <doc:1> . ex:a a rdf:Description . ex:b a <https://exemple.fr/9>, rdf:li . [] a <https://exemple.fr/𝒳> .
"""


@pytest.mark.parametrize(
    "facts", [VALUES, LISTS, LOOKALIKES, CLASSES], ids=["values", "lists", "IRIs like CURIEs", "classes"]
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
