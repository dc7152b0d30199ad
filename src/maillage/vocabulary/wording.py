"""The words of the ontology's files: their paths come in; what is said of each term, in the order written, goes out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from maillage.terms import MLG, RDF, RDFS, SKOS, curie
from maillage.things.rdf import Literal, NamedNode, Term
from maillage.things.turtle import read_turtle

PROPERTY_KINDS = ("ObjectProperty", "DatatypeProperty", "AnnotationProperty")


class Wording:
    """The triples of some files by subject, in the order they are written."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self.said: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
        for path in paths:
            for triple in read_turtle(path).triples:
                if isinstance(triple.subject, NamedNode):
                    self.said[triple.subject.value][triple.predicate.value].append(triple.object)

    def iris(self, subject: str, predicate: str) -> list[str]:
        """The things that a predicate ties to a subject."""
        return [term.value for term in self.said[subject][predicate] if isinstance(term, NamedNode)]

    def texts(self, subject: str, predicate: str, lang: str = "fr") -> list[str]:
        """The texts in a language, or in none."""
        found = (term for term in self.said[subject][predicate] if isinstance(term, Literal))
        return [term.value for term in found if term.language in (lang, None)]

    def text(self, subject: str, *predicates: str, lang: str = "fr") -> str:
        """The first text said by one of `predicates`, in order of preference."""
        return next((text for predicate in predicates for text in self.texts(subject, predicate, lang)), "")

    def label(self, subject: str, lang: str = "fr") -> str:
        """What a term is called; its CURIE where nothing says it."""
        return self.text(subject, RDFS + "label", SKOS + "prefLabel", lang=lang) or curie(subject)

    def of_type(self, *kinds: str) -> list[str]:
        """The subjects of one of these types."""
        return [iri for iri in list(self.said) if set(kinds) & set(self.iris(iri, RDF + "type"))]

    def narrower(self, iris: Iterable[str]) -> dict[str, list[str]]:
        """Each class -> those of `iris` that stand right under it."""
        found: dict[str, list[str]] = defaultdict(list)
        for iri in iris:
            for parent in ours(self.iris(iri, RDFS + "subClassOf")):
                found[parent].append(iri)
        return found


def ours(iris: Iterable[str]) -> list[str]:
    """Those of our namespace."""
    return [iri for iri in iris if iri.startswith(MLG)]
