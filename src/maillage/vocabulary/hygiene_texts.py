"""Hygiene of names and definitions: the terms of a vocabulary come in, what its texts do wrongly goes out.

Each rule bears the name that `hygiene` gives it; a label in French and one in English are two names of one thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from rdflib import RDF, RDFS, SKOS, Literal, URIRef

from maillage.vocabulary.terms_of import DEFINITIONS, LABELS, Terms
from maillage.vocabulary.verdict import Finding, finding

_STRAY = re.compile(r"\A\s|\s\Z|\s\s")
_BREAK = re.compile(r"[\n\r\t]")


def concepts(terms: Terms) -> list[URIRef]:
    """Every concept and list of concepts of the graph."""
    graph = terms.graph
    found = chain(graph.subjects(RDF.type, SKOS.Concept), graph.subjects(RDF.type, SKOS.ConceptScheme))
    return sorted({s for s in found if isinstance(s, URIRef)})


def _all(terms: Terms) -> list[URIRef]:
    return [*terms.terms, *concepts(terms)]


def annotation_whitespace(terms: Terms) -> Iterator[Finding]:
    """A text that begins or ends with a blank, or holds two in a row."""
    for subject, _, value in sorted(terms.graph):
        if isinstance(value, Literal) and isinstance(subject, URIRef) and _STRAY.search(str(value)):
            yield finding(
                f"Blanc de trop dans {str(value)[:60]!r}.",
                f"Stray blank in {str(value)[:60]!r}.",
                "Retirez-le.",
                "Remove it.",
                subject,
            )


def label_formatting(terms: Terms) -> Iterator[Finding]:
    """A label with a line break or a tab."""
    for term in _all(terms):
        if any(_BREAK.search(str(text)) for text in terms.texts(term, *LABELS)):
            yield finding(
                "Le libellé tient sur plusieurs lignes.",
                "The label stands on several lines.",
                "Mettez-le sur une ligne.",
                "Put it on one line.",
                term,
            )


def empty_text(terms: Terms) -> Iterator[Finding]:
    """A text with nothing in it, but for a field of the header that a note of the header names."""
    notes = " ".join(terms.texts(terms.header, SKOS.editorialNote, RDFS.comment)) if terms.header else ""
    for subject, predicate, value in sorted(terms.graph):
        if isinstance(value, Literal) and isinstance(subject, URIRef) and not str(value).strip():
            name = str(predicate).rsplit("/", 1)[-1].rsplit("#", 1)[-1]
            if subject != terms.header or f":{name}" not in notes:
                yield finding(
                    f"{predicate} est vide.",
                    f"{predicate} is empty.",
                    "Écrivez-le, retirez-le, ou dites dans une note pourquoi il est vide.",
                    "Write it, remove it, or say in a note why it is empty.",
                    subject,
                )


def _missing(terms: Terms, predicates: tuple[URIRef, ...], fr: str, en: str) -> Iterator[Finding]:
    for term in _all(terms):
        if not any(True for _ in terms.texts(term, *predicates)):
            yield finding(
                f"Ce terme n'a pas de {fr}.",
                f"This term has no {en}.",
                f"Ajoutez <{predicates[0]}>.",
                f"Add <{predicates[0]}>.",
                term,
            )


def missing_label(terms: Terms) -> Iterator[Finding]:
    """No label."""
    return _missing(terms, LABELS, "libellé", "label")


def missing_definition(terms: Terms) -> Iterator[Finding]:
    """No definition."""
    return _missing(terms, DEFINITIONS, "définition", "definition")


def missing_language(terms: Terms) -> Iterator[Finding]:
    """A label or a definition said in some languages of the vocabulary and not in others."""
    for predicates in (LABELS, DEFINITIONS):
        said = {t: {text.language or "" for text in terms.texts(t, *predicates)} for t in _all(terms)}
        every = set().union(*said.values()) - {""}
        for term, languages in said.items():
            if languages and (lacking := sorted(every - languages)):
                yield finding(
                    f"Pas dit en : {', '.join(lacking)}.",
                    f"Not said in: {', '.join(lacking)}.",
                    "Traduisez.",
                    "Translate.",
                    term,
                )


def _multiple(terms: Terms, predicates: tuple[URIRef, ...]) -> Iterator[Finding]:
    for term in _all(terms):
        for predicate in predicates:
            languages = [text.language for text in terms.texts(term, predicate)]
            if repeated := sorted({str(lang) for lang in languages if languages.count(lang) > 1}):
                yield finding(
                    f"Plusieurs {predicate.fragment} en {', '.join(repeated)}.",
                    f"Several {predicate.fragment} in {', '.join(repeated)}.",
                    "Gardez-en un ; les autres noms vont en skos:altLabel.",
                    "Keep one; other names go to skos:altLabel.",
                    term,
                )


def multiple_labels(terms: Terms) -> Iterator[Finding]:
    """Several labels of one language."""
    return _multiple(terms, LABELS)


def multiple_definitions(terms: Terms) -> Iterator[Finding]:
    """Several definitions of one language."""
    return _multiple(terms, (SKOS.definition,))


def _duplicate(terms: Terms, groups: Iterable[list[URIRef]], predicates: tuple[URIRef, ...]) -> Iterator[Finding]:
    for group in groups:
        for (text, language), said in terms.by_text(group, *predicates, fold=False).items():
            if len(said) > 1:
                yield finding(
                    f"« {text[:60]} » ({language}) se dit de plusieurs termes.",
                    f"“{text[:60]}” ({language}) is said of several terms.",
                    "Distinguez-les.",
                    "Tell them apart.",
                    *said,
                )


def _groups(terms: Terms) -> list[list[URIRef]]:
    """Terms whose names must differ: classes and properties, reused ones too; the concepts of one list."""
    schemes = set(terms.graph.objects(None, SKOS.inScheme))
    lists = [set(terms.graph.subjects(SKOS.inScheme, scheme)) for scheme in schemes]
    named = [sorted(t for t in group if isinstance(t, URIRef)) for group in lists]
    return [sorted({*terms.all_classes, *terms.all_properties}), *sorted(named)]


def duplicate_label(terms: Terms) -> Iterator[Finding]:
    """Two terms of one label, in one language and one case."""
    return _duplicate(terms, _groups(terms), LABELS)


def duplicate_definition(terms: Terms) -> Iterator[Finding]:
    """Two terms of one definition."""
    return _duplicate(terms, [terms.terms, *_groups(terms)[1:]], DEFINITIONS)


def duplicate_exact_synonym(terms: Terms) -> Iterator[Finding]:
    """Two classes, two properties or two concepts of one list that have one other name."""
    return _duplicate(terms, [terms.classes, terms.properties, *_groups(terms)[1:]], (SKOS.altLabel,))


def duplicate_label_synonym(terms: Terms) -> Iterator[Finding]:
    """A term whose other name is its label."""
    for term in _all(terms):
        labels = {(str(t), t.language) for t in terms.texts(term, *LABELS)}
        if labels & {(str(t), t.language) for t in terms.texts(term, SKOS.altLabel)}:
            yield finding(
                "Un autre nom répète le libellé.",
                "Another name repeats the label.",
                "Retirez ce skos:altLabel.",
                "Remove this skos:altLabel.",
                term,
            )


def lowercase_definition(terms: Terms) -> Iterator[Finding]:
    """A definition that does not begin like a sentence."""
    for term in _all(terms):
        if any(str(text)[:1].islower() for text in terms.texts(term, *DEFINITIONS)):
            yield finding(
                "La définition commence par une minuscule.",
                "The definition begins with a small letter.",
                "Écrivez une phrase.",
                "Write a sentence.",
                term,
            )


def unended_definition(terms: Terms) -> Iterator[Finding]:
    """A definition that does not end like a sentence."""
    for term in _all(terms):
        if any(
            not str(text).rstrip('\u00a0 »”"').endswith((".", "…", "!", "?"))
            for text in terms.texts(term, *DEFINITIONS)
        ):
            yield finding(
                "La définition ne finit pas par un point.",
                "The definition does not end with a full stop.",
                "Finissez la phrase.",
                "End the sentence.",
                term,
            )
