"""Pitfalls in how a vocabulary names and tells its terms: these come in, what names and texts say wrongly goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, URIRef

from maillage.vocabulary.terms_of import DEFINITIONS, LABELS, Terms, local
from maillage.vocabulary.verdict import Finding, finding

_IS = re.compile(r"(?:is|isA|isAn|es|esUn|est|kindOf|subClassOf|instanceOf|sameAs)\Z")
_TWO = re.compile(r"[a-z](?:And|Or)[A-Z]")
_MISC = re.compile(r"(?:^|[a-z])(?:Other|Others|Misc|Miscellaneous|Unknown|Various|Anything)(?:[A-Z]|\Z)")
_EXTENSION = re.compile(r"\.(?:owl|rdf|rdfs|rdfxml|xml|ttl|n3|nt|jsonld|json)(?:[#/]|\Z)", re.I)
_CLASS, _PROPERTY = re.compile(r"[A-Z][A-Za-z0-9]*\Z"), re.compile(r"[a-z][A-Za-z0-9]*\Z")
#: Longer than a name is.
_LONG = 100


def is_relation(terms: Terms) -> Iterator[Finding]:
    """P03."""
    for term in terms.relations:
        if _IS.match(local(term)):
            yield finding(
                "Cette relation dit ce que RDFS et OWL disent déjà.",
                "This relationship says what RDFS and OWL say already.",
                "Employez rdf:type, rdfs:subClassOf ou owl:sameAs.",
                "Use rdf:type, rdfs:subClassOf or owl:sameAs.",
                term,
            )


def merged(terms: Terms) -> Iterator[Finding]:
    """P07."""
    for term in terms.classes:
        if _TWO.search(local(term)):
            yield finding(
                "Le nom de cette classe joint deux notions.",
                "The name of this class joins two notions.",
                "Faites-en deux classes.",
                "Make it two classes.",
                term,
            )


def unannotated(terms: Terms) -> Iterator[Finding]:
    """P08: its own terms without a label or without a definition."""
    for term in terms.terms:
        lacks = [
            words
            for words, predicates in ((("libellé", "label"), LABELS), (("définition", "definition"), DEFINITIONS))
            if not any(True for _ in terms.texts(term, *predicates))
        ]
        if lacks:
            yield finding(
                f"Ce terme n'a pas de {' ni de '.join(fr for fr, _ in lacks)}.",
                f"This term has no {' and no '.join(en for _, en in lacks)}.",
                "Ajoutez rdfs:label et skos:definition.",
                "Add rdfs:label and skos:definition.",
                term,
            )


def same_property(terms: Terms) -> Iterator[Finding]:
    """P12: properties of one label, domain and range that nothing says to be one."""
    for kind in (terms.relations, terms.values):
        for (text, _), said in terms.by_text(kind, RDFS.label, fold=True).items():
            ends = {
                tuple(tuple(sorted(map(str, terms.graph.objects(t, p)))) for p in (RDFS.domain, RDFS.range))
                for t in said
            }
            declared = any((a, OWL.equivalentProperty, b) in terms.graph for a in said for b in said)
            if len(said) > 1 and len(ends) == 1 and not declared:
                yield finding(
                    f"Ces propriétés portent le même nom, « {text} », entre les mêmes classes.",
                    f"These properties have one name, “{text}”, between the same classes.",
                    "Gardez-en une, ou distinguez leurs noms.",
                    "Keep one, or tell their names apart.",
                    *said,
                )


def misused_annotations(terms: Terms) -> Iterator[Finding]:
    """P20: a label that reads like a definition, a definition that only repeats the label."""
    for term in terms.terms:
        labels = {str(text).strip() for text in terms.texts(term, *LABELS)}
        definitions = {str(text).strip() for text in terms.texts(term, *DEFINITIONS)}
        longest = max(map(len, labels), default=0)
        swapped = bool(definitions) and longest > max(map(len, definitions))
        if swapped or longest > _LONG or labels & definitions:
            yield finding(
                "Le libellé se lit comme une définition, ou la définition répète le libellé.",
                "The label reads like a definition, or the definition repeats the label.",
                "Un nom dans rdfs:label, une phrase dans skos:definition.",
                "A name in rdfs:label, a sentence in skos:definition.",
                term,
            )


def miscellaneous(terms: Terms) -> Iterator[Finding]:
    """P21."""
    for term in terms.classes:
        if _MISC.search(local(term)):
            yield finding(
                "Cette classe prend ce dont les autres ne veulent pas.",
                "This class takes what the others do not.",
                "Nommez ce qu'elle contient, ou laissez ces choses à la classe parente.",
                "Name what it holds, or leave these things to the parent class.",
                term,
            )


def conventions(terms: Terms) -> Iterator[Finding]:
    """P22: classes in UpperCamelCase, properties in lowerCamelCase."""
    for term in terms.terms:
        pattern = _CLASS if term in set(terms.classes) else _PROPERTY
        if not pattern.match(local(term)):
            yield finding(
                "Ce nom ne suit pas la convention : ClasseAinsi, proprieteAinsi.",
                "This name does not follow the convention: ClassLikeThis, propertyLikeThis.",
                "Renommez avant de publier ; après, gardez l'ancien nom et dites par quoi il est remplacé.",
                "Rename before publishing; afterwards keep the old name and say what replaces it.",
                term,
            )


def same_class_elsewhere(terms: Terms) -> Iterator[Finding]:
    """P30: one of its classes and one of others with one label, and nothing that says how they compare."""
    links = (RDFS.subClassOf, OWL.equivalentClass, SKOS.closeMatch, SKOS.exactMatch, SKOS.relatedMatch)
    for (text, _), said in terms.by_text(terms.all_classes, RDFS.label, fold=True).items():
        for one in (t for t in said if terms.own(t)):
            for other in (t for t in said if not terms.own(t)):
                if not any((one, p, other) in terms.graph or (other, p, one) in terms.graph for p in links):
                    yield finding(
                        f"Deux vocabulaires ont une classe « {text} » ; rien ne dit si c'est la même.",
                        f"Two vocabularies have a class “{text}”; nothing says whether it is one.",
                        "Dites owl:equivalentClass, rdfs:subClassOf ou une correspondance.",
                        "State owl:equivalentClass, rdfs:subClassOf or a mapping.",
                        *(one, other),
                    )


def same_label(terms: Terms) -> Iterator[Finding]:
    """P32."""
    for (text, _), said in terms.by_text(terms.all_classes, RDFS.label, fold=True).items():
        if len(said) > 1 and any(terms.own(t) for t in said):
            yield finding(
                f"Plusieurs classes portent le même libellé, « {text} ».",
                f"Several classes have one label, “{text}”.",
                "Distinguez leurs libellés.",
                "Tell their labels apart.",
                *said,
            )


def file_extension(terms: Terms) -> Iterator[Finding]:
    """P36."""
    if terms.header is not None and _EXTENSION.search(str(terms.header)):
        yield finding(
            "L'IRI du vocabulaire porte une extension de fichier.",
            "The IRI of the vocabulary bears a file extension.",
            "Retirez-la : le format se négocie.",
            "Remove it: the format is negotiated.",
            terms.header,
        )


def no_header(terms: Terms) -> Iterator[Finding]:
    """P38."""
    if (None, RDF.type, OWL.Ontology) not in terms.graph:
        yield finding(
            "Rien n'est déclaré owl:Ontology.",
            "Nothing is declared owl:Ontology.",
            "Ajoutez un en-tête.",
            "Add a header.",
        )


def ambiguous_space(terms: Terms) -> Iterator[Finding]:
    """P39: no IRI of its own, or terms that do not stand under it."""
    begin = str(terms.header or "").rstrip("#/")
    if not begin or not terms.space.startswith(begin) or not terms.terms:
        yield finding(
            "L'IRI du vocabulaire et l'espace de noms de ses termes ne s'accordent pas.",
            "The IRI of the vocabulary and the namespace of its terms do not agree.",
            "Donnez l'IRI, et vann:preferredNamespaceUri qui commence par elle.",
            "Give the IRI, and vann:preferredNamespaceUri that begins with it.",
        )


def no_licence(terms: Terms) -> Iterator[Finding]:
    """P41."""
    names = [DCTERMS.license, DCTERMS.rights, URIRef("http://creativecommons.org/ns#license")]
    names += [URIRef(f"{scheme}://schema.org/license") for scheme in ("http", "https")]
    if terms.header is None or not any(True for p in names for _ in terms.graph.objects(terms.header, p)):
        yield finding("Aucune licence n'est dite.", "No licence is stated.", "Ajoutez dct:license.", "Add dct:license.")
