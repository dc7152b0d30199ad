"""Hygiene of annotations, after ROBOT report: the graph of a vocabulary comes in, a verdict on each rule goes out.

Written from the published list of rules of `robot report` (R. C. Jackson et al., *ROBOT: A Tool for Automating Ontology
Workflows*, 2019), under their names and levels; a name with a capital is our own. They are read of classes, properties
and concepts, in each language by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from rdflib import DCTERMS, OWL, RDF, RDFS, XSD, Graph, Literal, URIRef

from maillage.vocabulary import hygiene_texts as texts
from maillage.vocabulary.terms_of import BUILT_IN, PROPERTY_KINDS, Terms
from maillage.vocabulary.verdict import Finding, Verdict, Words, decided, finding

ERROR, WARN, INFO = "ERROR", "WARN", "INFO"
Rule = Callable[[Terms], Iterable[Finding]]
_AXIOMS = (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.equivalentClass, OWL.equivalentProperty)
_IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`#]+(?:#[^\s<>\"{}|\\^`#]*)?\Z", re.I)


def _of_header(terms: Terms, predicate: URIRef, fr: str, en: str) -> Iterator[Finding]:
    if terms.header is None or not any(True for _ in terms.graph.objects(terms.header, predicate)):
        where = () if terms.header is None else (terms.header,)
        yield finding(
            f"L'en-tête n'a pas de {fr}.",
            f"The header has no {en}.",
            f"Ajoutez <{predicate}>.",
            f"Add <{predicate}>.",
            *where,
        )


def missing_ontology_title(terms: Terms) -> Iterator[Finding]:
    """No title."""
    return _of_header(terms, DCTERMS.title, "titre", "title")


def missing_ontology_description(terms: Terms) -> Iterator[Finding]:
    """No description."""
    return _of_header(terms, DCTERMS.description, "description", "description")


def missing_ontology_license(terms: Terms) -> Iterator[Finding]:
    """No licence."""
    return _of_header(terms, DCTERMS.license, "licence", "licence")


def _deprecated(terms: Terms, kinds: tuple[URIRef, ...]) -> Iterator[Finding]:
    graph = terms.graph
    for term in [t for t in terms.terms if terms.withdrawn(t) and any((t, RDF.type, k) in graph for k in kinds)]:
        users = {s for p in _AXIOMS for s in graph.subjects(p, term)} | set(graph.subjects(RDF.type, term))
        users |= set(graph.subjects(term))
        if users:
            yield finding(
                f"Terme retiré, mais employé par {', '.join(sorted(map(str, users))[:3])}.",
                f"Withdrawn term, but used by {', '.join(sorted(map(str, users))[:3])}.",
                "Employez ce qui le remplace.",
                "Use what replaces it.",
                term,
            )


def deprecated_class_reference(terms: Terms) -> Iterator[Finding]:
    """A withdrawn class that an axiom or a thing still uses."""
    return _deprecated(terms, (OWL.Class,))


def deprecated_property_reference(terms: Terms) -> Iterator[Finding]:
    """A withdrawn property that an axiom or a thing still uses."""
    return _deprecated(terms, PROPERTY_KINDS)


def deprecated_boolean_datatype(terms: Terms) -> Iterator[Finding]:
    """owl:deprecated whose value is not a boolean."""
    for term, value in sorted(terms.graph.subject_objects(OWL.deprecated)):
        if not isinstance(value, Literal) or value.datatype != XSD.boolean:
            yield finding(
                "owl:deprecated n'est pas un booléen.",
                "owl:deprecated is not a boolean.",
                "Écrivez true.",
                "Write true.",
                term,
            )


def misused_replaced_by(terms: Terms) -> Iterator[Finding]:
    """A term that is replaced and not withdrawn, or replaced by what is withdrawn."""
    for term in terms.terms:
        others = list(terms.graph.objects(term, DCTERMS.isReplacedBy))
        if others and (not terms.withdrawn(term) or any(terms.withdrawn(o) for o in others)):
            yield finding(
                "Remplacé sans être retiré, ou remplacé par un terme retiré.",
                "Replaced and not withdrawn, or replaced by a withdrawn term.",
                "Accordez owl:deprecated et dct:isReplacedBy.",
                "Make owl:deprecated and dct:isReplacedBy agree.",
                term,
            )


def equivalent_pair(terms: Terms) -> Iterator[Finding]:
    """Two named classes said to be one."""
    for one, other in sorted(terms.graph.subject_objects(OWL.equivalentClass)):
        if isinstance(one, URIRef) and isinstance(other, URIRef):
            yield finding(
                "Deux classes nommées sont dites équivalentes.",
                "Two named classes are said to be equivalent.",
                "Vérifiez que chaque instance de l'une l'est de l'autre.",
                "Check that each instance of one is one of the other.",
                *(one, other),
            )


def invalid_entity_uri(terms: Terms) -> Iterator[Finding]:
    """An IRI that is not one."""
    for term in sorted({t for triple in terms.graph for t in triple if isinstance(t, URIRef)}):
        if not _IRI.match(str(term)):
            yield finding("Cette IRI est mal formée.", "This IRI is malformed.", "Corrigez-la.", "Mend it.", term)


def illegal_use_of_built_in_vocabulary(terms: Terms) -> Iterator[Finding]:
    """A term of RDF, RDFS, OWL or XSD that is described again."""
    for term in sorted({str(s) for s in terms.graph.subjects() if str(s).startswith(BUILT_IN)}):
        yield finding(
            "Ce terme de RDF, RDFS, OWL ou XSD est décrit à nouveau.",
            "This term of RDF, RDFS, OWL or XSD is described again.",
            "Retirez ces énoncés.",
            "Remove these statements.",
            term,
        )


RULES: tuple[tuple[str, str, Words, Rule], ...] = (
    ("annotation_whitespace", WARN, Words("Blancs de trop", "Stray blanks"), texts.annotation_whitespace),
    (
        "deprecated_boolean_datatype",
        ERROR,
        Words("Retrait mal dit", "Withdrawal ill-typed"),
        deprecated_boolean_datatype,
    ),
    (
        "deprecated_class_reference",
        ERROR,
        Words("Classe retirée, employée", "Withdrawn class used"),
        deprecated_class_reference,
    ),
    (
        "deprecated_property_reference",
        ERROR,
        Words("Propriété retirée, employée", "Withdrawn property used"),
        deprecated_property_reference,
    ),
    ("duplicate_definition", ERROR, Words("Définition répétée", "Definition repeated"), texts.duplicate_definition),
    ("duplicate_exact_synonym", ERROR, Words("Autre nom répété", "Other name repeated"), texts.duplicate_exact_synonym),
    ("duplicate_label", ERROR, Words("Libellé répété", "Label repeated"), texts.duplicate_label),
    (
        "duplicate_label_synonym",
        WARN,
        Words("Autre nom égal au libellé", "Other name equal to the label"),
        texts.duplicate_label_synonym,
    ),
    ("Empty_text", ERROR, Words("Texte vide", "Empty text"), texts.empty_text),
    ("equivalent_pair", INFO, Words("Classes équivalentes", "Equivalent classes"), equivalent_pair),
    (
        "illegal_use_of_built_in_vocabulary",
        ERROR,
        Words("Terme de OWL redécrit", "Built-in term described again"),
        illegal_use_of_built_in_vocabulary,
    ),
    ("invalid_entity_uri", ERROR, Words("IRI mal formée", "Malformed IRI"), invalid_entity_uri),
    (
        "label_formatting",
        ERROR,
        Words("Libellé sur plusieurs lignes", "Label on several lines"),
        texts.label_formatting,
    ),
    (
        "lowercase_definition",
        INFO,
        Words("Définition sans majuscule", "Definition without capital"),
        texts.lowercase_definition,
    ),
    ("misused_replaced_by", ERROR, Words("Remplacement mal dit", "Replacement ill-stated"), misused_replaced_by),
    ("missing_definition", WARN, Words("Sans définition", "No definition"), texts.missing_definition),
    ("missing_label", ERROR, Words("Sans libellé", "No label"), texts.missing_label),
    ("Missing_language", WARN, Words("Une langue manque", "A language is missing"), texts.missing_language),
    (
        "missing_ontology_description",
        ERROR,
        Words("En-tête sans description", "No description"),
        missing_ontology_description,
    ),
    ("missing_ontology_license", ERROR, Words("En-tête sans licence", "No licence"), missing_ontology_license),
    ("missing_ontology_title", ERROR, Words("En-tête sans titre", "No title"), missing_ontology_title),
    ("multiple_definitions", ERROR, Words("Plusieurs définitions", "Several definitions"), texts.multiple_definitions),
    ("multiple_labels", ERROR, Words("Plusieurs libellés", "Several labels"), texts.multiple_labels),
    (
        "Unended_definition",
        INFO,
        Words("Définition sans point", "Definition without full stop"),
        texts.unended_definition,
    ),
)


def report(graph: Graph) -> list[Verdict]:
    """The verdict of each rule on a vocabulary, in the order of the names."""
    terms = Terms.of(graph)
    well = Words("Rien trouvé.", "Nothing found.")
    return [decided(code, title, rule(terms), well, level) for code, level, title, rule in RULES]
