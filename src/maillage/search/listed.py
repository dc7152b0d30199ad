"""What can be searched for: a store comes in; its things, each with all it is called and how known, go out.

It serves the index of `maillage.search.index`, and whoever searches without one, such as a static site.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import log10

from maillage.naming.mentions import REGIONS, other_names
from maillage.naming.normalise import normalised
from maillage.store.port import Store
from maillage.terms import DCT, DEF, ID, KINDS, MLG, OWL, PREFIXES, RDF, RDFS, SKOS
from maillage.things.rdf import Literal, NamedNode

#: The kinds of things that are found. Persons are not: they are in the graph for what a body did, not to be looked up.
FOUND = tuple(f"{ID}{KINDS[prefix]}/" for prefix in ("body", "arr", "terr", "group", "family", "doc"))
_LABELS = (SKOS + "prefLabel", DCT + "title", RDFS + "label")
_CODES = (*(MLG + name for name in ("siren", "finess", "rna", "fundCode", "isni", "inseeCode")), SKOS + "notation")
#: How well a thing is known that takes part in nothing, by the class it is stated to be of; else `_PLAIN`.
_KNOWN = {"Country": 990, "Region": 980, "Department": 970, "IntercommunalArea": 400, "District": 80}
_KNOWN |= {"PriorityNeighbourhood": 70, "OtherArea": 60, "Document": 40}
_PLAIN, _TAKES_PART, _COMMUNE, _WORD = 200.0, 1000.0, 90.0, 50.0


@dataclass(frozen=True)
class Listed:
    """A thing that can be searched for.

    Attributes
    ----------
    iri:
        The thing.
    label, english:
        What it is called in French, or at all; and in English, where that differs.
    names:
        What else it is called: short forms, former names, the parts of a name with a short form in brackets.
    codes:
        Official codes, as the graph writes them.
    kind:
        Class (IRI) it is stated to be of; of several the first by name.
    where:
        Labels of the territories it lies in, the nearest first, at most a territory and a department or region.
    around:
        Everything its territories are called, codes and short forms included.
    rank:
        How well it is known: above 1000 what takes part in arrangements, or what others take part in, by their number.
    """

    iri: str
    label: str
    english: str
    names: tuple[str, ...]
    codes: tuple[str, ...]
    kind: str
    where: tuple[str, ...]
    around: tuple[str, ...]
    rank: float


def listed(store: Store) -> Iterator[Listed]:
    """Everything that can be searched for, by IRI: things, classes and concepts."""
    said = _Said(store)
    for iri in sorted(said.labels):
        kinds = said.kinds.get(iri)
        if kinds and iri.startswith(FOUND):
            yield said.thing(iri, min(kinds))
        elif iri.startswith((DEF, MLG)) and iri in said.terms:
            yield said.thing(iri, said.terms[iri])


class _Said:
    """What a store says that matters here, listed by predicate: few questions, whatever engine answers them."""

    def __init__(self, store: Store) -> None:
        self.labels: dict[str, dict[str, str]] = {}
        for predicate in reversed(_LABELS):
            found: dict[str, dict[str, str]] = defaultdict(dict)
            for triple in store.values(None, predicate):
                if isinstance(triple.object, Literal) and isinstance(triple.subject, NamedNode):
                    by = found[triple.subject.value]
                    language = triple.object.language or ""
                    by[language] = min(by.get(language, triple.object.value), triple.object.value)
            self.labels |= found  # the first predicate that labels a thing wins
        self.others = _literals(store, [SKOS + "altLabel"])
        self.codes = _literals(store, _CODES)
        self.kinds = _objects(store, [MLG + "kind"])
        self.places = _objects(store, [MLG + "territory", MLG + "governs"])
        self.people = {iri: float(values[0]) for iri, values in _literals(store, [MLG + "population"]).items()}
        self.parties = _parties(store)
        self.terms = dict.fromkeys(_of(store, OWL + "Class"), OWL + "Class")
        self.terms |= dict.fromkeys(_of(store, SKOS + "Concept"), SKOS + "Concept")
        self.departments = _above(store, "Department")
        self.regions = _above(store, "Region")
        self.short: dict[str, list[str]] = defaultdict(list)
        for short, whole in REGIONS.items():
            self.short[whole].append(short)

    def label(self, iri: str) -> str:
        said = self.labels.get(iri, {})
        return said.get("fr") or said.get("") or (said[min(said)] if said else "")

    def thing(self, iri: str, kind: str) -> Listed:
        label = self.label(iri)
        english = self.labels[iri].get("en", "")
        others = [*self.others.get(iri, ()), *(text for text in self.labels[iri].values() if text != label)]
        if kind == MLG + "Region":
            others += self.short.get(normalised(label), ())
        parts = [part for name in (label, *others) for part in other_names(name)]
        called = tuple(dict.fromkeys(name for name in (*others, *parts) if name != label))
        own = sorted(self.places.get(iri, ()))
        above = self._above_of(iri, own, kind)
        where = [self.label(one) for one in (*own[:1], *above[:1]) if self.label(one) not in ("", label)]
        around = [text for one in dict.fromkeys((*own, *above)) for text in self._called(one)]
        codes = tuple(sorted(self.codes.get(iri, ())))
        return Listed(
            *(iri, label, "" if english == label else english, called, codes, kind),
            *(tuple(dict.fromkeys(where)), tuple(dict.fromkeys(around)), self._rank(iri, kind)),
        )

    def _above_of(self, iri: str, own: Iterable[str], kind: str) -> list[str]:
        """The departments and regions that hold a thing or its territories; of a commune the departments only."""
        ends = (iri, *own)
        above = sorted({one for end in ends for one in self.departments.get(end, ())})
        if kind != MLG + "Commune":
            above += sorted({one for end in ends for one in self.regions.get(end, ())})
        return above

    def _called(self, place: str) -> Iterator[str]:
        yield self.label(place)
        yield from self.others.get(place, ())
        yield from self.short.get(normalised(self.label(place)), ())
        if MLG + "Region" not in self.kinds.get(place, ()):  # a number is a department's: 44 is no region in speech
            yield from self.codes.get(place, ())

    def _rank(self, iri: str, kind: str) -> float:
        if number := self.parties.get(iri):
            return _TAKES_PART + number
        if not iri.startswith(ID):
            return _WORD
        if kind == MLG + "Commune":
            return _COMMUNE + log10(1 + self.people.get(iri, 0))
        return _KNOWN.get(kind.removeprefix(MLG), _PLAIN) + log10(1 + self.people.get(iri, 0)) / 10


def _literals(store: Store, predicates: Iterable[str]) -> dict[str, list[str]]:
    out: dict[str, list[str]] = defaultdict(list)
    for predicate in predicates:
        for triple in store.values(None, predicate):
            if isinstance(triple.object, Literal):
                out[triple.subject.value].append(triple.object.value)
    return {iri: sorted(set(values)) for iri, values in out.items()}


def _objects(store: Store, predicates: Iterable[str]) -> dict[str, set[str]]:
    out: dict[str, set[str]] = defaultdict(set)
    for predicate in predicates:
        for triple in store.values(None, predicate):
            if isinstance(triple.object, NamedNode):
                out[triple.subject.value].add(triple.object.value)
    return out


def _of(store: Store, kind: str) -> Iterator[str]:
    return (triple.subject.value for triple in store.values(None, RDF + "type", kind))


def _parties(store: Store) -> dict[str, int]:
    """Thing -> in how many arrangements it takes part, or how many take part in it."""
    into = _objects(store, [MLG + "inArrangement"])
    out: dict[str, set[str]] = defaultdict(set)
    for claim, actors in _objects(store, [PREFIXES["cv"] + "hasParticipant"]).items():
        for arrangement in into.get(claim, ()):
            for actor in actors:
                out[actor].add(arrangement)
                out[arrangement].add(actor)
    return {iri: len(others) for iri, others in out.items()}


def _above(store: Store, level: str) -> dict[str, set[str]]:
    """Territory -> those of a level that it lies in."""
    out: dict[str, set[str]] = defaultdict(set)
    for above in sorted(_of(store, MLG + level)):
        for triple in store.values(None, MLG + "within", above):
            out[triple.subject.value].add(above)
    return out
