"""The bodies one may name: a store's names come in; look-ups by code, name, family and place go out.

Works on files as they are written, without derived facts: classes are the stated ones, containment is followed here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from maillage.naming.families import FAMILIES, Family
from maillage.naming.mentions import core, in_order, joined, other_names
from maillage.naming.names import Names
from maillage.naming.normalise import normalised
from maillage.terms import DCT, MLG, PREFIXES, RDF, SKOS
from maillage.things.rdf import Literal, NamedNode

_CODES = ("siren", "finess", "rna", "fundCode")
#: What the hospital importer adds to the name of a site that has its entity's.
_SITE = re.compile(r" \(site\b[^)]*\)$")
_CATEGORY = MLG.removesuffix("#") + "/careCategory/"


@dataclass
class Body:
    """A body: its stated classes and all of them (local names), names, codes, own territories, whole and successor."""

    iri: str
    kinds: set[str] = field(default_factory=set)
    types: set[str] = field(default_factory=set)
    names: dict[str, None] = field(default_factory=dict)
    codes: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    unit_of: str | None = None
    replaced_by: str | None = None
    categories: set[str] = field(default_factory=set)
    public: bool | None = None

    @property
    def former(self) -> bool:
        """Whether it gave way to another, or is a collectivity of no class of today."""
        return self.replaced_by is not None or self.kinds == {"Collectivity"}

    @property
    def families(self) -> list[Family]:
        """Its families; a collectivity of no class of today is told by its name."""
        if self.kinds == {"Collectivity"}:
            council = re.match(r"conseil (regional|departemental|general)\b", normalised(next(iter(self.names), "")))
            name = "intercommunal" if council is None else "region" if council[1] == "regional" else "department"
            return [FAMILIES[name]]
        return [family for family in FAMILIES.values() if family.holds(self.kinds, self.names)]


@dataclass
class Place:
    """A territory: its level (class), names, INSEE code and what holds it directly."""

    iri: str
    level: str = ""
    names: dict[str, None] = field(default_factory=dict)
    code: str = ""
    within: set[str] = field(default_factory=set)


class Gazetteer:
    """Bodies and territories, indexed once."""

    bodies: Mapping[str, Body]
    places: Mapping[str, Place]
    #: Telling words of each name of a body; bodies by words in one, code, name, word, words of a family, place, family.
    cores: Mapping[str, list[frozenset[str]]]
    by_joined: Mapping[tuple[str, str], set[str]]
    by_code: Mapping[str, set[str]]
    by_name: Mapping[str, set[str]]
    by_word: Mapping[str, set[str]]
    by_core: Mapping[tuple[str, tuple[str, ...]], set[str]]
    at: Mapping[tuple[str, str], set[str]]
    by_family: Mapping[str, list[str]]
    places_by_core: Mapping[tuple[str, tuple[str, ...]], set[str]]
    departments_of_area: Mapping[str, set[str]]

    def __init__(self, names: Names) -> None:
        self.names = names
        self._read()
        self._holds()
        self._index()

    def _read(self) -> None:
        store = self.names.store
        bodies: dict[str, Body] = {}
        places: dict[str, Place] = {}
        self.bodies, self.places = bodies, places
        for t in store.values(None, RDF + "type"):
            iri, kind = t.subject.value, t.object.value.removeprefix(MLG)
            if iri.startswith(PREFIXES["body"]):
                bodies.setdefault(iri, Body(iri)).types.add(kind)
            elif iri.startswith(PREFIXES["terr"]) and kind != "Territory":
                places.setdefault(iri, Place(iri)).level = kind
        for t in store.values(None, MLG + "kind"):
            if t.subject.value in bodies:
                bodies[t.subject.value].kinds.add(t.object.value.removeprefix(MLG))
        for body in bodies.values():
            body.kinds = body.kinds or body.types
        for predicate in (SKOS + "prefLabel", SKOS + "altLabel"):
            for t in store.values(None, predicate):
                thing = bodies.get(t.subject.value) or places.get(t.subject.value)
                if thing is not None and isinstance(t.object, Literal):
                    thing.names[t.object.value] = None
        for code in _CODES:
            for t in store.values(None, MLG + code):
                if t.subject.value in bodies:
                    bodies[t.subject.value].codes.add(t.object.value)
        for t in store.values(None, SKOS + "notation"):
            if t.subject.value in bodies:
                bodies[t.subject.value].codes.add(t.object.value)
        for t in store.values(None, MLG + "inseeCode"):
            if t.subject.value in places:
                places[t.subject.value].code = t.object.value
        for predicate in (MLG + "governs", MLG + "territory"):
            for t in store.values(None, predicate):
                if t.subject.value in bodies:
                    bodies[t.subject.value].places.add(t.object.value)
        for t in store.values(None, MLG + "within"):
            if t.subject.value in places:
                places[t.subject.value].within.add(t.object.value)
        for t in store.values(None, PREFIXES["org"] + "unitOf"):
            if t.subject.value in bodies:
                bodies[t.subject.value].unit_of = t.object.value
        for t in store.values(None, DCT + "isReplacedBy"):
            if t.subject.value in self.bodies and isinstance(t.object, NamedNode):
                bodies[t.subject.value].replaced_by = t.object.value
        for t in store.values(None, MLG + "careCategory"):
            if t.subject.value in bodies:
                bodies[t.subject.value].categories.add(t.object.value.removeprefix(_CATEGORY))
        for t in store.values(None, MLG + "legalStatus"):
            if t.subject.value in bodies:
                bodies[t.subject.value].public = t.object.value.endswith("/public")
        for body in bodies.values():
            entity = bodies.get(body.unit_of or "")
            if entity is not None:
                entity.categories |= body.categories
                body.public = entity.public

    def _holds(self) -> None:
        """Departments of what lies in none: an intercommunal area has its communes', a former region its own."""
        self._regions: dict[str, frozenset[str]] = {}
        self._above: dict[str, set[str]] = {}
        holding: dict[str, set[str]] = defaultdict(set)
        self.departments_of_area = holding
        for place in self.places.values():
            if place.level == "Commune":
                above = self.above(place.iri)
                for area in above:
                    if self.level(area) == "IntercommunalArea":
                        holding[area] |= {a for a in above if self.level(a) == "Department"}
            elif place.level == "Department":
                for area in self.above(place.iri):
                    if self.level(area) == "OtherArea":
                        holding[area].add(place.iri)

    def above(self, place: str) -> set[str]:
        """A territory and all that hold it."""
        if place not in self._above:
            out, todo = {place}, [place]
            while todo:
                spot = self.places.get(todo.pop())
                for higher in spot.within if spot else ():
                    if higher not in out and higher in self.places:
                        out.add(higher)
                        todo.append(higher)
            self._above[place] = out
        return self._above[place]

    def level(self, place: str) -> str:
        """The class of a territory."""
        return self.places[place].level if place in self.places else ""

    def in_order(self, place: str) -> set[tuple[str, ...]]:
        """The telling words of a commune's or intercommunal area's names, in their order; its code too."""
        spot = self.places[place]
        family = FAMILIES["municipality" if spot.level == "Commune" else "intercommunal"]
        return {in_order(name, family) for name in spot.names} | {(spot.code.lower(),)}

    def departments(self, places: Iterable[str]) -> set[str]:
        """The departments some territories lie in, wholly or with some commune."""
        out: set[str] = set()
        for place in places:
            found = {p for p in self.above(place) if self.level(p) == "Department"}
            out |= found or self.departments_of_area.get(place, set())
        return out

    def regions(self, places: Iterable[str]) -> set[str]:
        """The regions some territories lie in."""
        places = list(places)
        reached = {p for place in places for p in self.above(place)} | {
            p for department in self.departments(places) for p in self.above(department)
        }
        return {p for p in reached if self.level(p) == "Region"}

    def regions_of(self, iri: str) -> frozenset[str]:
        """The regions a body lies in."""
        if iri not in self._regions:
            self._regions[iri] = frozenset(self.regions(self.bodies[iri].places))
        return self._regions[iri]

    def _index(self) -> None:
        self.by_joined: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.by_code: dict[str, set[str]] = defaultdict(set)
        self.by_name: dict[str, set[str]] = defaultdict(set)
        self.by_word: dict[str, set[str]] = defaultdict(set)
        self.by_core: dict[tuple[str, tuple[str, ...]], set[str]] = defaultdict(set)
        self.at: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.by_family: dict[str, list[str]] = defaultdict(list)
        for body in self.bodies.values():
            for number in body.codes:
                self.by_code[number.upper()].add(body.iri)
            body.names = {_SITE.sub("", name): None for name in body.names}
            for name in body.names:
                for text in filter(normalised, other_names(name)):
                    self.by_name[normalised(text)].add(body.iri)
                    for word in core(text):
                        self.by_word[word].add(body.iri)
            for family in body.families:
                self._index_family(body, family)
        self.cores = {
            body.iri: [frozenset(core(name, family)) for family in body.families for name in body.names]
            for body in self.bodies.values()
        }
        self.places_by_core: dict[tuple[str, tuple[str, ...]], set[str]] = defaultdict(set)
        for spot in self.places.values():
            sort = {"Commune": "municipality", "IntercommunalArea": "intercommunal"}.get(spot.level)
            for name in spot.names:
                self.places_by_core[spot.level, core(name, FAMILIES[sort] if sort else None)].add(spot.iri)
            if spot.code:
                self.places_by_core[spot.level, (spot.code.lower(),)].add(spot.iri)

    def _index_family(self, body: Body, family: Family) -> None:
        self.by_family[family.name].append(body.iri)
        for name in body.names:
            for text in other_names(name):
                self.by_core[family.name, core(text, family)].add(body.iri)
                self.by_joined[family.name, joined(text, family)].add(body.iri)
        for place in body.places:
            self.at[family.name, place].add(body.iri)
            if family.level and self.level(place) == family.level:
                self._index_place(family, place, body.iri)

    def _index_place(self, family: Family, place: str, iri: str) -> None:
        spot = self.places[place]
        for name in spot.names:
            self.by_core[family.name, core(name, family)].add(iri)
        if spot.code and family.level in ("Department", "Region"):
            self.by_core[family.name, (spot.code.lower(),)].add(iri)
