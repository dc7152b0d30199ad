"""Words of the descriptions: CURIEs, texts and dates come in; RDF terms, and a heap of facts to be written, go out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from maillage.export import jsonld, rdfxml
from maillage.terms import BASE, PREFIXES, XSD
from maillage.things.rdf import BlankNode, Literal, NamedNode, Term, Triple
from maillage.things.turtle_writer import write_turtle

#: The prefixes of descriptions, beside the project's table.
DESCRIBING: dict[str, str] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "spdx": "http://spdx.org/rdf/terms#",
    "adms": "http://www.w3.org/ns/adms#",
    "void": "http://rdfs.org/ns/void#",
    "voidext": "http://ldf.fi/void-ext#",
    "locn": "http://www.w3.org/ns/locn#",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "dcatap": "http://data.europa.eu/r5r/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "eu": "http://publications.europa.eu/resource/authority/",
}
ALL = {**PREFIXES, **DESCRIBING}
CATALOG, DATASET, VOCABULARY = f"{BASE}catalog", f"{BASE}dataset", f"{BASE}dataset/ontology"
VOID = f"{BASE}void"
LICENCE = "https://spdx.org/licenses/etalab-2.0"
#: The same licence in the table of the Publications Office.
EU_LICENCE = "http://publications.europa.eu/resource/authority/licence/ETALAB_2_0"
LICENCE_PAGE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"


def node(name: str) -> NamedNode | BlankNode:
    """The same, or the blank node that ``_:name`` stands for."""
    return BlankNode(name[2:]) if name.startswith("_:") else iri(name)


def iri(name: str) -> NamedNode:
    """The term of an IRI or a CURIE of these prefixes."""
    prefix, colon, local = name.partition(":")
    return NamedNode(ALL[prefix] + local) if colon and prefix in ALL and not local.startswith("//") else NamedNode(name)


def text(value: str, lang: str | None = None) -> Literal:
    """A text, in a language where one is given."""
    return Literal(value, language=lang) if lang else Literal(value)


def typed(value: object, datatype: str) -> Literal:
    """A value of a datatype of XML Schema (``date``), or of another by CURIE."""
    kind = iri(datatype) if ":" in datatype else NamedNode(XSD + datatype)
    return Literal(str(value), datatype=kind)


@dataclass
class Heap:
    """Facts of a description, gathered; written in any of four forms, the same bytes each time."""

    facts: list[Triple] = field(default_factory=list)

    def say(self, subject: str) -> Saying:
        """Begin to say something of a thing: ``heap.say(x)("dct:title", text("..."))("a", "dcat:Dataset")``."""
        return Saying(self, node(subject))

    def take(self, facts: Iterable[Triple]) -> None:
        """Take facts in."""
        self.facts.extend(facts)

    def triples(self) -> list[Triple]:
        """Each fact once, in a fixed order."""
        return sorted(set(self.facts), key=str)

    def turtle(self, header: str = "") -> bytes:
        """As Turtle, with a leading comment."""
        return write_turtle(self.triples(), prefixes=ALL, header=header).encode()

    def jsonld(self) -> bytes:
        """As JSON-LD."""
        return jsonld.to_jsonld(self.triples(), ALL)

    def rdfxml(self) -> bytes:
        """As RDF/XML."""
        return rdfxml.to_rdfxml(self.triples(), ALL)


@dataclass(frozen=True)
class Saying:
    """What is being said of one thing."""

    heap: Heap
    subject: NamedNode | BlankNode

    def __call__(self, predicate: str, *values: Term | str) -> Saying:
        """Say a property with its values: terms, or IRIs and CURIEs as texts."""
        name = iri("rdf:type" if predicate == "a" else predicate)
        for value in values:
            self.heap.facts.append(Triple(self.subject, name, node(value) if isinstance(value, str) else value))
        return self
