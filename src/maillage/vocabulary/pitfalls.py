"""The pitfalls of OOPS!: the graph of a vocabulary comes in, a verdict on each of P01 to P41 goes out.

Written from the catalogue that its authors publish (M. Poveda-Villalón, A. Gómez-Pérez, M. C. Suárez-Figueroa,
*OOPS! (OntOlogy Pitfall Scanner!)*, 2014). What needs a reader or the web is undecided, and says which. How much a
pitfall matters is in the catalogue's words: critical, important, minor.
"""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import XSD, Graph, URIRef

from maillage.vocabulary import pitfalls_axioms as axioms
from maillage.vocabulary import pitfalls_names as names
from maillage.vocabulary.terms_of import Terms
from maillage.vocabulary.verdict import Finding, Verdict, Words, decided, finding, undecided

CRITICAL, IMPORTANT, MINOR = "critical", "important", "minor"
_READER = Words("Demande un lecteur du domaine.", "Takes a reader of the field.")
_WEB = Words("Demande le vocabulaire en ligne.", "Takes the vocabulary online.")
#: Code, level, title, and the test, or what deciding it would take.
CATALOGUE: tuple[tuple[str, str, Words, axioms.Test | Words], ...] = (
    ("P01", CRITICAL, Words("Élément qui a plusieurs sens", "Polysemous elements"), _READER),
    ("P02", MINOR, Words("Synonymes faits classes", "Synonyms as classes"), axioms.synonyms),
    ("P03", CRITICAL, Words("Une relation « est »", "A relationship “is”"), names.is_relation),
    ("P04", MINOR, Words("Éléments sans lien", "Unconnected elements"), axioms.unconnected),
    ("P05", CRITICAL, Words("Inverses qui n'en sont pas", "Wrong inverse relationships"), axioms.wrong_inverses),
    ("P06", CRITICAL, Words("Cycle de classes", "Cycles in a class hierarchy"), axioms.cycles),
    ("P07", MINOR, Words("Deux notions en une classe", "Different concepts merged"), names.merged),
    ("P08", MINOR, Words("Annotations manquantes", "Missing annotations"), names.unannotated),
    ("P09", MINOR, Words("Domaine incomplet", "Missing domain information"), _READER),
    ("P10", IMPORTANT, Words("Aucune disjonction", "Missing disjointness"), axioms.no_disjointness),
    ("P11", IMPORTANT, Words("Sans domaine ou sans portée", "Missing domain or range"), axioms.no_domain_or_range),
    (
        "P12",
        IMPORTANT,
        Words("Propriétés équivalentes non dites", "Equivalent properties undeclared"),
        names.same_property,
    ),
    ("P13", MINOR, Words("Relations sans inverse", "Inverse relationships undeclared"), axioms.no_inverse),
    ("P14", CRITICAL, Words("owl:allValuesFrom mal employé", "Misusing owl:allValuesFrom"), axioms.all_values),
    ("P15", CRITICAL, Words("« quelque non » pour « non quelque »", "“Some not” for “not some”"), axioms.complements),
    ("P16", CRITICAL, Words("Classe primitive au lieu de définie", "Primitive class for a defined one"), _READER),
    ("P17", IMPORTANT, Words("Hiérarchie trop fine", "Overspecialised hierarchy"), _READER),
    ("P18", IMPORTANT, Words("Domaine ou portée trop étroits", "Overspecialised domain or range"), _READER),
    ("P19", CRITICAL, Words("Plusieurs domaines ou portées", "Multiple domains or ranges"), axioms.multiple),
    ("P20", MINOR, Words("Annotations mal employées", "Misused annotations"), names.misused_annotations),
    ("P21", MINOR, Words("Classe fourre-tout", "Miscellaneous class"), names.miscellaneous),
    ("P22", MINOR, Words("Conventions de nommage mêlées", "Mixed naming conventions"), names.conventions),
    ("P23", IMPORTANT, Words("Type de donnée refait", "Datatype made again"), _READER),
    ("P24", IMPORTANT, Words("Définition par soi-même", "Recursive definition"), axioms.recursive),
    ("P25", IMPORTANT, Words("Relation inverse d'elle-même", "Relationship inverse to itself"), axioms.own_inverse),
    ("P26", IMPORTANT, Words("Inverse d'une symétrique", "Inverse of a symmetric one"), axioms.inverse_of_symmetric),
    (
        "P27",
        CRITICAL,
        Words("Fausses propriétés équivalentes", "Wrong equivalent properties"),
        axioms.wrong_equivalents,
    ),
    ("P28", CRITICAL, Words("Fausse symétrie", "Wrong symmetric relationship"), axioms.wrong_symmetry),
    ("P29", CRITICAL, Words("Fausse transitivité", "Wrong transitive relationship"), axioms.wrong_transitivity),
    (
        "P30",
        IMPORTANT,
        Words("Classes équivalentes non dites", "Equivalent classes undeclared"),
        names.same_class_elsewhere,
    ),
    (
        "P31",
        CRITICAL,
        Words("Fausses classes équivalentes", "Wrong equivalent classes"),
        axioms.wrong_equivalent_classes,
    ),
    ("P32", MINOR, Words("Classes de même libellé", "Several classes with one label"), names.same_label),
    ("P33", IMPORTANT, Words("Chaîne d'une seule propriété", "Chain of one property"), axioms.short_chain),
    ("P34", IMPORTANT, Words("Classe sans type", "Untyped class"), axioms.untyped_class),
    ("P35", IMPORTANT, Words("Propriété sans type", "Untyped property"), axioms.untyped_property),
    ("P36", MINOR, Words("Extension de fichier dans l'IRI", "File extension in the IRI"), names.file_extension),
    ("P37", CRITICAL, Words("Vocabulaire absent du web", "Vocabulary not on the web"), _WEB),
    ("P38", IMPORTANT, Words("Aucun owl:Ontology", "No OWL ontology declaration"), names.no_header),
    ("P39", CRITICAL, Words("Espace de noms ambigu", "Ambiguous namespace"), names.ambiguous_space),
    ("P41", IMPORTANT, Words("Aucune licence", "No licence declared"), names.no_licence),
)
HIJACK = Words("Espace de noms d'un autre", "Namespace hijacking")


def scan(graph: Graph, published: Graph | None = None) -> list[Verdict]:
    """The verdicts on P01 to P41, by code.

    Parameters
    ----------
    graph:
        The vocabulary, with its header.
    published:
        What the vocabularies that it reuses declare. Without it P40, whether a name is made up in another's namespace,
        is undecided.
    """
    terms = Terms.of(graph)
    verdicts = [
        undecided(code, title, test, level)
        if isinstance(test, Words)
        else decided(code, title, test(terms), Words("Rien trouvé.", "Nothing found."), level)
        for code, level, title, test in CATALOGUE
    ]
    if published is None:
        needs = Words("Demande une copie des vocabulaires repris.", "Takes a copy of the vocabularies reused.")
        verdicts.append(undecided("P40", HIJACK, needs, CRITICAL))
    else:
        found = _hijacked(terms, published)
        verdicts.append(decided("P40", HIJACK, found, Words("Rien trouvé.", "Nothing found."), CRITICAL))
    return sorted(verdicts, key=lambda verdict: verdict.code)


def _hijacked(terms: Terms, published: Graph) -> Iterator[Finding]:
    """P40: a class or property declared in a namespace of others that does not have it.

    Only the namespaces of which `published` declares something are judged.
    """
    known = set(published.subjects())
    spaces = {str(s)[: max(str(s).rfind("#"), str(s).rfind("/")) + 1] for s in known if isinstance(s, URIRef)}
    for term in sorted({*terms.all_classes, *terms.all_properties}):
        space = str(term)[: max(str(term).rfind("#"), str(term).rfind("/")) + 1]
        if not terms.own(term) and space in spaces and term not in known and not space.startswith(str(XSD)):
            yield finding(
                "Ce terme n'est pas dans le vocabulaire d'où il serait.",
                "This term is not in the vocabulary it would be from.",
                "Corrigez son nom, ou faites-en un terme à vous.",
                "Mend its name, or make it a term of yours.",
                term,
            )
