"""The shipped vocabulary, and the smallest one without a fault, for tests that spoil it one way at a time."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph

ONTOLOGY = Path(__file__).parents[2] / "ontology"
PREFIXES = """
@prefix ex: <https://w3id.org/example/def#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix vann: <http://purl.org/vocab/vann/> .
@prefix bibo: <http://purl.org/ontology/bibo/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix org: <http://www.w3.org/ns/org#> .
"""
SOUND = """
<https://w3id.org/example/def> a owl:Ontology ;
    owl:versionIRI <https://w3id.org/example/def/1.0> ; owl:versionInfo "1.0" ;
    vann:preferredNamespaceUri "https://w3id.org/example/def#" ; vann:preferredNamespacePrefix "ex" ;
    dct:title "Exemple"@fr ; dct:description "Un exemple."@fr ; dct:license <https://spdx.org/licenses/MIT> ;
    dct:creator "A" ; dct:publisher "A" ; dct:created "2024-01-01" ; dct:issued "2024-01-01" ;
    dct:source "B" ; dct:bibliographicCitation "A (2024)." ; bibo:status "draft" ; bibo:doi "10.1234/abc" ;
    foaf:logo <https://w3id.org/example/logo.svg> .
ex:Body a owl:Class ; rdfs:subClassOf org:Organization ; rdfs:label "organisme"@fr ;
    skos:definition "Ce qui agit."@fr ; owl:disjointWith ex:Place .
ex:Place a owl:Class ; rdfs:label "lieu"@fr ; skos:definition "Où l'on agit."@fr .
ex:near a owl:ObjectProperty, owl:SymmetricProperty ; rdfs:domain ex:Place ; rdfs:range ex:Place ;
    rdfs:label "près de"@fr ; skos:definition "Relie deux lieux proches."@fr .
ex:size a owl:DatatypeProperty ; rdfs:domain ex:Place ; rdfs:range xsd:integer ;
    rdfs:label "taille"@fr ; skos:definition "Taille d'un lieu."@fr .
org:Organization a owl:Class ; rdfs:label "Organization"@en .
""" + "\n".join(
    f"{p} a owl:AnnotationProperty ."
    for p in (
        *("dct:title", "dct:description", "dct:license", "dct:creator", "dct:publisher", "dct:created", "dct:issued"),
        *("dct:source", "dct:bibliographicCitation", "bibo:status", "bibo:doi", "foaf:logo", "skos:definition"),
        *("vann:preferredNamespaceUri", "vann:preferredNamespacePrefix"),
    )
)


def graph_of(text: str) -> Graph:
    return Graph().parse(data=PREFIXES + text, format="turtle")


@pytest.fixture
def sound() -> Graph:
    """A fresh copy of the smallest sound vocabulary."""
    return graph_of(SOUND)


@pytest.fixture(scope="module")
def ours() -> Graph:
    """The vocabulary with its alignments. Shared: read it, do not change it."""
    return Graph().parse(ONTOLOGY / "maillage.ttl").parse(ONTOLOGY / "alignments.ttl")
