"""The facts of a bundle, to be looked up: quads come in; what is said of a thing, its label and its dates go out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from maillage.dates import DATE_TYPES, DateError, Span, read_date
from maillage.terms import DCT, MLG, RDF, RDFS, SKOS
from maillage.things.rdf import BlankNode, Literal, NamedNode, Quad, Term, triple_of

_LABELS = (SKOS + "prefLabel", DCT + "title", RDFS + "label", SKOS + "definition")


class Facts:
    """What each thing says: subject -> predicate -> objects, each fact once whatever its file; and things by class."""

    def __init__(self, quads: Sequence[Quad]) -> None:
        self.quads = quads
        said: dict[str, dict[str, list[Term]]] = defaultdict(dict)
        kinds: dict[str, list[str]] = defaultdict(list)
        for quad in quads:
            fact = triple_of(quad)
            predicate, value = fact.predicate.value, fact.object
            objects = said[_key(fact.subject)].setdefault(predicate, [])
            if value not in objects:
                objects.append(value)
                if predicate == RDF + "type":
                    kinds[_key(value)].append(_key(fact.subject))
        self.said = dict(said)
        self.kinds = dict(kinds)

    def of_kind(self, iri: str) -> list[str]:
        """The things of a class, by IRI."""
        return sorted(self.kinds.get(iri, ()))

    def objects(self, subject: str, predicate: str) -> list[Term]:
        """What a thing says by a property, by the text of the terms."""
        return sorted(self.said.get(subject, {}).get(predicate, ()), key=str)

    def values(self, subject: str, predicate: str) -> list[str]:
        """The same as texts: an IRI, or the lexical form of a literal."""
        return sorted(
            {_key(one) if not isinstance(one, Literal) else one.value for one in self.objects(subject, predicate)}
        )

    def one(self, subject: str, predicate: str) -> str | None:
        """The first of these texts."""
        return next(iter(self.values(subject, predicate)), None)

    def label(self, iri: str, lang: str = "fr") -> str:
        """What people call a thing in a language, or in another; the end of its IRI where nothing says."""
        for predicate in _LABELS:
            found = [one for one in self.objects(iri, predicate) if isinstance(one, Literal)]
            for wanted in (lang, "fr", "", "en"):
                if (text := next((one.value for one in found if (one.language or "") == wanted), None)) is not None:
                    return text
        return iri.rstrip("/").replace("#", "/").rpartition("/")[2]

    def dates(self, subject: str, predicate: str) -> tuple[str, date | None, date | None]:
        """A date as it is written (several joined by `` | ``), and the first and last day it may be."""
        literals = [one for one in self.objects(subject, predicate) if isinstance(one, Literal)]
        spans = [span for one in literals if (span := _span(one)) is not None]
        text = " | ".join(one.value for one in literals)
        if len(spans) != 1:
            return text, None, None
        last = predicate.endswith(("endDate", "until"))
        span = spans[0]
        return (text, span.end_earliest, span.end_latest) if last else (text, span.start_earliest, span.start_latest)

    def day(self, subject: str, predicate: str) -> str | None:
        """A bound of dates, as it is derived."""
        return self.one(subject, predicate)

    def things(self, space: str) -> Iterator[str]:
        """The subjects whose IRI begins so, sorted."""
        return iter(sorted(one for one in self.said if one.startswith(space)))


def _key(term: Term) -> str:
    return str(term) if isinstance(term, BlankNode) else term.value


def _span(literal: Literal) -> Span | None:
    if literal.datatype.value not in DATE_TYPES:
        return None
    try:
        return read_date(literal.value, literal.datatype.value)
    except DateError:
        return None


def last_read(facts: Facts) -> str:
    """The day on which the youngest source was read: the graph's own date, never the clock's."""
    days = [value for thing in facts.of_kind(MLG + "Document") for value in facts.values(thing, MLG + "retrieved")]
    issued = [value for thing in facts.of_kind(MLG + "Document") for value in facts.values(thing, DCT + "issued")]
    whole = [day for day in (days or issued) if len(day) == 10]
    return max(whole, default="")


def links_out(facts: Facts, properties: Iterable[str]) -> dict[str, dict[str, list[tuple[str, str]]]]:
    """Links of things to elsewhere: property -> host of the target -> (thing, target), sorted."""
    out: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for prop in properties:
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for subject, said in facts.said.items():
            for value in said.get(prop, ()):
                if isinstance(value, NamedNode):
                    found[host(value.value)].append((subject, value.value))
        out[prop] = {name: sorted(pairs) for name, pairs in sorted(found.items())}
    return out


def host(iri: str) -> str:
    """The host of an IRI, without www."""
    return iri.partition("//")[2].partition("/")[0].removeprefix("www.")
