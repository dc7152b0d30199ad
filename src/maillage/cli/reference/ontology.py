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
from maillage.vocabulary.wording import PROPERTY_KINDS, Wording, ours

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


def _show(terms: Iterable[Term]) -> str:
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
    words = Wording([ontology / "maillage.ttl", ontology / "schemes.ttl"])
    version = words.text(MLG.removesuffix("#"), OWL + "versionInfo")
    parts = [_HEAD.format(version=version), *_classes(words), *_properties(words), *_reused(words), *_schemes(words)]
    return "\n".join(parts)


def _classes(words: Wording) -> Iterator[str]:
    classes = ours(words.of_type(OWL + "Class"))
    narrower = words.narrower(classes)
    yield "## Classes\n"
    yield "En retrait sous une classe, celles qui en sont des espèces. En italique, le nom anglais.\n"
    seen: set[str] = set()
    for iri in classes:
        if not ours(words.iris(iri, RDFS + "subClassOf")):
            yield "\n".join(_branch(words, iri, narrower, seen, 0)) + "\n"


def _branch(words: Wording, iri: str, narrower: dict[str, list[str]], seen: set[str], depth: int) -> Iterator[str]:
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


def _ends(words: Wording, iri: str) -> str:
    """The two ends of a class of claims, where it declares them."""
    ends = [_show(words.said[iri][MLG + name]) for name in ("edgeFrom", "edgeTo")]
    return f" De {ends[0]}{f' à {ends[1]}' if ends[1] else ''}." if ends[0] else ""


def _properties(words: Wording) -> Iterator[str]:
    by_domain: dict[str, list[str]] = defaultdict(list)
    for iri in ours(words.of_type(*(OWL + kind for kind in PROPERTY_KINDS))):
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
                _show(words.said[iri][RDFS + "range"]),
                words.text(iri, SKOS + "definition"),
            )
            for iri in by_domain[domain]
        ]
        yield _table(("propriété", "nom", "portée", "définition"), rows)


def _reused(words: Wording) -> Iterator[str]:
    terms = words.of_type(OWL + "Class", *(OWL + kind for kind in PROPERTY_KINDS))
    rows = [
        (f"`{curie(iri)}`", words.label(iri), words.text(iri, SKOS + "scopeNote", SKOS + "definition"))
        for iri in terms
        if not iri.startswith(MLG)
    ]
    yield _REUSED
    yield _table(("terme", "nom", "emploi"), rows)


def _schemes(words: Wording) -> Iterator[str]:
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


def _in_tree(words: Wording, members: list[str]) -> Iterator[tuple[str, int]]:
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


def _concept(words: Wording, iri: str, depth: int, more: list[str]) -> tuple[str, ...]:
    others = words.texts(iri, SKOS + "altLabel")
    name = words.label(iri) + (f" ({', '.join(others)})" if others else "")
    lead = "\u2003" * (depth - 1) + "↳ " if depth else ""
    shown = (_show(words.said[iri][predicate]) for predicate in more)
    return (f"{lead}`{curie(iri)}`", name, words.label(iri, "en"), words.text(iri, SKOS + "definition"), *shown)


def _table(heads: Iterable[str], rows: Iterable[tuple[str, ...]]) -> str:
    return Table([Column(head) for head in heads], list(rows)).to_markdown()
