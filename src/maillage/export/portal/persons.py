"""Persons left out: every fact comes in; the graph without persons, and what was taken out of it, goes out.

Persons appear in the graph only in an official capacity that a text states. What is published by default does without
them: no person, no tenure of an office, no claim that names one, no sentence that bears the name of one. A claim whose
sentence bears a name stays, with the place of the sentence in its document; the words are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from maillage.naming.normalise import normalised
from maillage.terms import MLG, OA, PREFIXES, RDF, RDFS, SKOS, XSD
from maillage.things.rdf import Literal, NamedNode, Quad, triple_of

_PERSON, _TENURE = MLG + "Person", MLG + "Tenure"
_NAMES = (SKOS + "prefLabel", SKOS + "altLabel")
_QUOTED, _CLAIM, _DOCUMENT = MLG + "evidence", MLG + "Claim", MLG + "Document"
#: Words that may be left out where they name a person; a name or a title may not, and is told.
_WORDS = {
    *(OA + "exact", MLG + "paraphrase", SKOS + "editorialNote", RDFS + "comment"),
    PREFIXES["dct"] + "description",
}
_TEXTS = {XSD + "string", RDF + "langString"}
#: Titles before a name, which the name is looked for without.
_TITLES = {"dr", "pr", "docteur", "professeur", "m", "mme", "monsieur", "madame"}


@dataclass
class LeftOut:
    """What was taken out: the persons, the claims that name them, quotations of these alone, texts, facts in all.

    `names` are those that texts were read for, normalised.
    `still` lists the things whose own name holds a person's: they stay, for a person is to judge.
    """

    persons: set[str] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)
    quotations: set[str] = field(default_factory=set)
    texts: int = 0
    facts: int = 0
    names: set[str] = field(default_factory=set)
    still: list[tuple[str, str]] = field(default_factory=list)

    @property
    def things(self) -> set[str]:
        """The IRIs that are gone."""
        return self.persons | self.claims | self.quotations


def without_persons(quads: Sequence[Quad]) -> tuple[list[Quad], LeftOut]:
    """The facts without persons, in the order they came, and what was left out.

    What is gone is gone as a subject and as an object, stated or derived. The vocabulary (the class of persons) stays.
    """
    out = LeftOut()
    kinds: dict[str, set[str]] = {_PERSON: set(), _TENURE: set(), _CLAIM: set()}
    for quad in quads:
        fact = triple_of(quad)
        if fact.predicate.value == RDF + "type" and isinstance(fact.object, NamedNode):
            kinds.get(fact.object.value, set()).add(fact.subject.value)
    out.persons = kinds[_PERSON]
    names: set[str] = set()
    naming: set[str] = set()
    evidence: list[tuple[str, str]] = []
    for quad in quads:
        fact = triple_of(quad)
        subject, predicate, value = fact.subject.value, fact.predicate.value, fact.object
        if subject in out.persons and predicate in _NAMES:
            names.add(_name(value.value))
        elif isinstance(value, NamedNode) and value.value in out.persons:
            naming.add(subject)
        if predicate == _QUOTED:
            evidence.append((subject, value.value))
    out.claims = kinds[_TENURE] | (naming & kinds[_CLAIM])
    used = {quotation for claim, quotation in evidence if claim not in out.claims}
    quoted = {quotation for claim, quotation in evidence if claim in out.claims}
    documents = {
        s for s in (triple_of(q).subject.value for q in quads if _is(q, RDF + "type", _DOCUMENT)) if s in quoted
    }
    out.quotations = quoted - used - documents
    out.names = {name for name in names if name}
    return _kept(quads, out), out


def left_out_too(quads: Sequence[Quad], out: LeftOut) -> list[Quad]:
    """Of facts from elsewhere, those that would have been left out for the sake of the same persons."""
    same = LeftOut(persons=out.persons, claims=out.claims, quotations=out.quotations, names=out.names)
    kept = set(_kept(quads, same))
    return [quad for quad in quads if quad not in kept]


def _is(quad: Quad, predicate: str, value: str) -> bool:
    fact = triple_of(quad)
    return fact.predicate.value == predicate and fact.object == NamedNode(value)


def _kept(quads: Sequence[Quad], out: LeftOut) -> list[Quad]:
    gone, names, kept = out.things, out.names, []
    for quad in quads:
        fact = triple_of(quad)
        value = fact.object
        if fact.subject.value in gone or (isinstance(value, NamedNode) and value.value in gone):
            continue
        if names and isinstance(value, Literal) and value.datatype.value in _TEXTS:
            text = f" {normalised(value.value)} "
            if any(f" {name} " in text for name in names):
                if fact.predicate.value in _WORDS:
                    out.texts += 1
                    continue
                out.still.append((fact.subject.value, value.value))
        kept.append(quad)
    out.facts = len(quads) - len(kept)
    return kept


def _name(text: str) -> str:
    return " ".join(word for word in normalised(text).split() if word not in _TITLES)


def names_of(quads: Iterable[Quad], persons: set[str]) -> set[str]:
    """The names of persons, as they are written: what no file of a bundle without persons may hold."""
    facts = map(triple_of, quads)
    return {fact.object.value for fact in facts if fact.subject.value in persons and fact.predicate.value in _NAMES}
