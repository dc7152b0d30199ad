"""`docs/reference/ontology.md`: maillage.ttl and schemes.ttl come in; the vocabulary for people, in French, goes out.

Nothing here knows a class or a scheme by name: order, tree, columns and words are those of the two files.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from maillage.terms import MLG, OWL, RDF, RDFS, SKOS, curie
from maillage.things.rdf import Literal, NamedNode, Term
from maillage.things.table import Column, Table
from maillage.things.turtle import read_turtle

_HEAD = """\
# Le vocabulaire

<!-- Produit par `python -m maillage.cli.reference` : ne pas modifier à la main. -->

Les classes, les propriétés et les listes de concepts de Maillage {version}, d'après `ontology/maillage.ttl` et
`ontology/schemes.ttl`. Préfixe `mlg:` : `<https://w3id.org/maillage/def#>` ; un concept `liste:nom` est
`<https://w3id.org/maillage/def/liste/nom>`. Les définitions anglaises sont dans les mêmes fichiers.
"""
_PROPERTIES = """\
## Propriétés

Par domaine : la classe des choses dont on les dit. Portée : ce qu'elles ont pour valeur. Une portée vide n'est pas un
oubli : la propriété prend des choses de plusieurs classes, ou une date plus ou moins précise (`xsd:date`,
`xsd:gYearMonth`, `xsd:gYear`, EDTF), et ce sont les formes de `ontology/shapes.ttl` qui disent lesquelles.
"""
_REUSED = """\
## Termes repris d'autres vocabulaires

Déclarés chez nous avec l'emploi que nous en faisons ; leur définition est celle du vocabulaire d'où ils viennent.
"""
_SCHEMES = """\
## Listes de concepts

Les valeurs entre lesquelles choisir. Entre parenthèses, les mots qu'emploient les textes.
"""
_KINDS = ("ObjectProperty", "DatatypeProperty", "AnnotationProperty")


class _Vocabulary:
    """The triples of the two files by subject, in the order they are written."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self.said: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
        for path in paths:
            for triple in read_turtle(path).triples:
                if isinstance(triple.subject, NamedNode):
                    self.said[triple.subject.value][triple.predicate.value].append(triple.object)

    def iris(self, subject: str, predicate: str) -> list[str]:
        return [term.value for term in self.said[subject][predicate] if isinstance(term, NamedNode)]

    def texts(self, subject: str, predicate: str, lang: str = "fr") -> list[str]:
        found = (term for term in self.said[subject][predicate] if isinstance(term, Literal))
        return [term.value for term in found if term.language in (lang, None)]

    def text(self, subject: str, *predicates: str, lang: str = "fr") -> str:
        """The first text said by one of `predicates`, in order of preference."""
        return next((text for predicate in predicates for text in self.texts(subject, predicate, lang)), "")

    def label(self, subject: str, lang: str = "fr") -> str:
        return self.text(subject, RDFS + "label", SKOS + "prefLabel", lang=lang) or curie(subject)

    def of_type(self, *kinds: str) -> list[str]:
        return [iri for iri in list(self.said) if set(kinds) & set(self.iris(iri, RDF + "type"))]

    def show(self, terms: Iterable[Term]) -> str:
        """Values for a cell: terms as CURIEs, truth in words, texts in French."""
        words = {"true": "oui", "false": "non"}
        out = []
        for term in terms:
            if isinstance(term, NamedNode):
                out.append(f"`{curie(term.value)}`")
            elif isinstance(term, Literal) and term.language in ("fr", None):
                out.append(words.get(term.value, term.value))
        return ", ".join(out)


def ontology_reference(ontology: Path) -> str:
    """The page of the vocabulary, as markdown.

    Parameters
    ----------
    ontology:
        The folder of maillage.ttl and schemes.ttl.
    """
    words = _Vocabulary([ontology / "maillage.ttl", ontology / "schemes.ttl"])
    version = words.text(MLG.removesuffix("#"), OWL + "versionInfo")
    parts = [_HEAD.format(version=version), *_classes(words), *_properties(words), *_reused(words), *_schemes(words)]
    return "\n".join(parts)


def _ours(iris: Iterable[str]) -> list[str]:
    return [iri for iri in iris if iri.startswith(MLG)]


def _classes(words: _Vocabulary) -> Iterator[str]:
    classes = _ours(words.of_type(OWL + "Class"))
    narrower: dict[str, list[str]] = defaultdict(list)
    for iri in classes:
        for parent in _ours(words.iris(iri, RDFS + "subClassOf")):
            narrower[parent].append(iri)
    yield "## Classes\n"
    yield "En retrait sous une classe, celles qui en sont des espèces. En italique, le nom anglais.\n"
    seen: set[str] = set()
    for iri in classes:
        if not _ours(words.iris(iri, RDFS + "subClassOf")):
            yield "\n".join(_branch(words, iri, narrower, seen, 0)) + "\n"


def _branch(words: _Vocabulary, iri: str, narrower: dict[str, list[str]], seen: set[str], depth: int) -> Iterator[str]:
    lead = f"{'  ' * depth}- **{words.label(iri)}** · *{words.label(iri, 'en')}* · `{curie(iri)}`"
    if iri in seen:  # a class of two parents is defined under the first
        yield f"{lead} (aussi espèce de ce qui précède ; voir sa définition plus haut)"
        return
    seen.add(iri)
    others = [f"`{curie(parent)}`" for parent in words.iris(iri, RDFS + "subClassOf") if not parent.startswith(MLG)]
    under = f", sous {', '.join(others)}" if others else ""
    yield f"{lead}{under} : {words.text(iri, SKOS + 'definition')}{_ends(words, iri)}"
    for inner in narrower[iri]:
        yield from _branch(words, inner, narrower, seen, depth + 1)


def _ends(words: _Vocabulary, iri: str) -> str:
    """The two ends of a class of claims, where it declares them."""
    ends = [words.show(words.said[iri][MLG + name]) for name in ("edgeFrom", "edgeTo")]
    return f" De {ends[0]}{f' à {ends[1]}' if ends[1] else ''}." if ends[0] else ""


def _properties(words: _Vocabulary) -> Iterator[str]:
    by_domain: dict[str, list[str]] = defaultdict(list)
    for iri in _ours(words.of_type(*(OWL + kind for kind in _KINDS))):
        for domain in words.iris(iri, RDFS + "domain") or [""]:
            by_domain[domain].append(iri)
    yield _PROPERTIES
    order = words.of_type(OWL + "Class")
    for domain in sorted(by_domain, key=lambda d: (not d, order.index(d) if d in order else len(order))):
        yield f"### Domaine : {words.label(domain)} (`{curie(domain)}`)\n" if domain else "### Sans domaine\n"
        rows = [
            (
                f"`{curie(iri)}`",
                words.label(iri),
                words.show(words.said[iri][RDFS + "range"]),
                words.text(iri, SKOS + "definition"),
            )
            for iri in by_domain[domain]
        ]
        yield _table(("propriété", "nom", "portée", "définition"), rows)


def _reused(words: _Vocabulary) -> Iterator[str]:
    terms = words.of_type(OWL + "Class", *(OWL + kind for kind in _KINDS))
    rows = [
        (f"`{curie(iri)}`", words.label(iri), words.text(iri, SKOS + "scopeNote", SKOS + "definition"))
        for iri in terms
        if not iri.startswith(MLG)
    ]
    yield _REUSED
    yield _table(("terme", "nom", "emploi"), rows)


def _schemes(words: _Vocabulary) -> Iterator[str]:
    concepts = words.of_type(SKOS + "Concept")
    told = {RDF + "type", *(SKOS + name for name in ("inScheme", "topConceptOf", "broader"))}
    told |= {SKOS + name for name in ("prefLabel", "altLabel", "definition")}
    yield _SCHEMES
    for scheme in words.of_type(SKOS + "ConceptScheme"):
        members = [iri for iri in concepts if scheme in words.iris(iri, SKOS + "inScheme")]
        more = list(dict.fromkeys(p for iri in members for p, terms in words.said[iri].items() if terms))
        more = [predicate for predicate in more if predicate not in told]
        more.sort(key=lambda predicate: not predicate.startswith(MLG))  # flags first, the note that explains them last
        yield f"### {words.label(scheme)} (`{scheme.rsplit('/', 1)[-1]}:`)\n"
        yield words.text(scheme, SKOS + "definition") + "\n"
        heads = ("concept", "nom", "en anglais", "définition", *(words.label(predicate) for predicate in more))
        yield _table(heads, (_concept(words, iri, depth, more) for iri, depth in _in_tree(words, members)))


def _in_tree(words: _Vocabulary, members: list[str]) -> Iterator[tuple[str, int]]:
    """Each concept with its depth, the narrower ones after the broader one."""
    narrower: dict[str, list[str]] = defaultdict(list)
    for iri in members:
        for parent in words.iris(iri, SKOS + "broader")[:1] or [""]:
            narrower[parent].append(iri)

    def below(iri: str, depth: int) -> Iterator[tuple[str, int]]:
        for inner in narrower[iri]:
            yield inner, depth
            yield from below(inner, depth + 1)

    return below("", 0)


def _concept(words: _Vocabulary, iri: str, depth: int, more: list[str]) -> tuple[str, ...]:
    others = words.texts(iri, SKOS + "altLabel")
    name = words.label(iri) + (f" ({', '.join(others)})" if others else "")
    lead = "\u2003" * (depth - 1) + "↳ " if depth else ""
    shown = (words.show(words.said[iri][predicate]) for predicate in more)
    return (f"{lead}`{curie(iri)}`", name, words.label(iri, "en"), words.text(iri, SKOS + "definition"), *shown)


def _table(heads: Iterable[str], rows: Iterable[tuple[str, ...]]) -> str:
    return Table([Column(head) for head in heads], list(rows)).to_markdown()
