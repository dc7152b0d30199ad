"""What a vocabulary declares: its graph comes in; its header, its own terms by kind, their names and texts go out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from rdflib import OWL, RDF, RDFS, SKOS, VANN, XSD, Graph, Literal, Node, URIRef

BUILT_IN = (str(RDF), str(RDFS), str(OWL), str(XSD))
PROPERTY_KINDS = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
LABELS = (RDFS.label, SKOS.prefLabel)
DEFINITIONS = (SKOS.definition, RDFS.comment)


def local(iri: Node) -> str:
    """The last part of an IRI."""
    return str(iri).rstrip("/#").rsplit("#", 1)[-1].rsplit("/", 1)[-1]


@dataclass(frozen=True)
class Terms:
    """A vocabulary and what it declares.

    Attributes
    ----------
    graph: all its triples; left as it is.
    header: the IRI of its owl:Ontology; None where it has none.
    space: the namespace of its own terms; empty where nothing says it.
    """

    graph: Graph
    header: URIRef | None
    space: str

    @classmethod
    def of(cls, graph: Graph) -> Terms:
        """Read the header: the owl:Ontology that names a namespace, else the first by name."""
        headers = sorted(s for s in graph.subjects(RDF.type, OWL.Ontology) if isinstance(s, URIRef))
        named = [h for h in headers if graph.value(h, VANN.preferredNamespaceUri)]
        header = next(iter(named or headers), None)
        space = str(graph.value(header, VANN.preferredNamespaceUri) or "") if header else ""
        if header and not space:
            begin = str(header).rstrip("#/")
            tried = [f"{begin}#", f"{begin}/"]
            space = max(tried, key=lambda s: sum(str(t).startswith(s) for t in set(graph.subjects())))
        return cls(graph, header, space)

    def _kind(self, *kinds: URIRef) -> list[URIRef]:
        found = {s for kind in kinds for s in self.graph.subjects(RDF.type, kind) if isinstance(s, URIRef)}
        return sorted(found)

    @cached_property
    def all_classes(self) -> list[URIRef]:
        """Every named class that is declared, ours or reused."""
        return self._kind(OWL.Class, RDFS.Class)

    @cached_property
    def all_properties(self) -> list[URIRef]:
        """Every property that is declared, ours or reused."""
        return self._kind(*PROPERTY_KINDS, RDF.Property)

    @cached_property
    def classes(self) -> list[URIRef]:
        """Its own classes."""
        return [c for c in self.all_classes if self.own(c)]

    @cached_property
    def properties(self) -> list[URIRef]:
        """Its own properties, annotations too."""
        return [p for p in self.all_properties if self.own(p)]

    @cached_property
    def relations(self) -> list[URIRef]:
        """Its own object properties."""
        return [p for p in self._kind(OWL.ObjectProperty) if self.own(p)]

    @cached_property
    def values(self) -> list[URIRef]:
        """Its own properties whose values are literals."""
        return [p for p in self._kind(OWL.DatatypeProperty) if self.own(p)]

    @property
    def terms(self) -> list[URIRef]:
        """Its own classes and properties."""
        return [*self.classes, *self.properties]

    def own(self, term: Node) -> bool:
        """Whether a term stands in its namespace."""
        return bool(self.space) and str(term).startswith(self.space)

    def withdrawn(self, term: Node) -> bool:
        """Whether a term is marked owl:deprecated."""
        return str(self.graph.value(term, OWL.deprecated) or "").lower() in ("true", "1")

    def texts(self, term: Node, *predicates: URIRef) -> Iterator[Literal]:
        """The literals that predicates say of a term."""
        for predicate in predicates:
            for value in self.graph.objects(term, predicate):
                if isinstance(value, Literal):
                    yield value

    def by_text(self, terms: list[URIRef], *predicates: URIRef, fold: bool) -> dict[tuple[str, str], list[URIRef]]:
        """(text, language) -> the terms of which a predicate says it."""
        found: dict[tuple[str, str], set[URIRef]] = defaultdict(set)
        for term in terms:
            for text in self.texts(term, *predicates):
                found[str(text).casefold() if fold else str(text), text.language or ""].add(term)
        return {key: sorted(said) for key, said in sorted(found.items())}
