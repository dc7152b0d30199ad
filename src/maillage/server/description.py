"""What the endpoint is, in the vocabulary of SPARQL 1.1 Service Description: its address comes in; triples go out."""

from __future__ import annotations

from maillage.store.results import Written, serialized
from maillage.terms import PREFIXES, RDF
from maillage.things.rdf import BlankNode, Literal, NamedNode, Triple

_SD, _VOID = "http://www.w3.org/ns/sparql-service-description#", PREFIXES["void"]
_FORMATS = "http://www.w3.org/ns/formats/"
#: The forms of answers as that vocabulary names them.
_ANSWERS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "JSON-LD",
    "RDF_XML",
)


def description(endpoint: str, facts: int, media: str) -> Written:
    """The description of an endpoint at this address, in a form of `TRIPLES`."""
    service, dataset, graph = BlankNode("service"), BlankNode("dataset"), BlankNode("graph")
    kind = NamedNode(RDF + "type")

    def sd(name: str) -> NamedNode:
        return NamedNode(_SD + name)

    triples = [
        Triple(service, kind, sd("Service")),
        Triple(service, sd("endpoint"), NamedNode(endpoint)),
        Triple(service, sd("supportedLanguage"), sd("SPARQL11Query")),
        Triple(service, sd("feature"), sd("UnionDefaultGraph")),
        *(Triple(service, sd("resultFormat"), NamedNode(_FORMATS + name)) for name in _ANSWERS),
        Triple(service, sd("defaultDataset"), dataset),
        Triple(dataset, kind, sd("Dataset")),
        Triple(dataset, sd("defaultGraph"), graph),
        Triple(graph, kind, sd("Graph")),
        Triple(graph, NamedNode(_VOID + "triples"), Literal(facts)),
    ]
    return serialized(triples, media)
