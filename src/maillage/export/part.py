"""The part of a place: all facts and a territory come in; those that concern it go out, each thing whole.

What is in the part, in words:

- the territory, those that lie in it (be it in part), and those that hold one of them;
- what belongs to them (``mlg:territory``, ``mlg:governs``): bodies, arrangements, families, groups;
- every claim about one of these things, that is, which names it, with its quotations, and the documents of all of them;
- what such a claim names from elsewhere (a national body that signed here): what describes it, not what is said of it;
- the coordinations all of whose claims are there, and the pairs they make;
- the vocabulary.

Each thing comes with every fact of which it is the subject, so that nothing there is half said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from maillage.terms import DCT, GRAPH, MLG, PREFIXES, RDF
from maillage.things.rdf import NamedNode, Quad, triple_of

_HOLDS = (MLG + "within", MLG + "partlyWithin")
_BELONGS = (MLG + "territory", MLG + "governs")
#: What leads from a thing to where it is said, and from a unit to its body.
_LEADS = (MLG + "document", DCT + "isPartOf", DCT + "source", PREFIXES["org"] + "unitOf")
_DERIVED_FROM, _BETWEEN, _PAIR = PREFIXES["prov"] + "wasDerivedFrom", MLG + "between", MLG + "coordinatesWith"
_VOCABULARY = f"{GRAPH}ontology/"


def part_of(quads: Sequence[Quad], territory: str) -> list[Quad]:
    """The facts of the part of a territory, in the order they came.

    Parameters
    ----------
    quads:
        Every fact, the derived ones included: they say what lies where, and what is a claim.
    territory:
        The IRI of the territory.
    """
    links = _Links(quads)
    inside = {territory, *(one for holds in _HOLDS for one in links.subjects(holds, [territory]))}
    around = {one for holds in _HOLDS for one in links.objects(holds, inside)}
    claims, coordinations = links.of_kind("Claim"), links.of_kind("Coordination")
    things = {one for belongs in _BELONGS for one in links.subjects(belongs, inside)} - claims - coordinations
    about = {claim for claim in claims if not links.named[claim].isdisjoint(things | inside)}
    kept = inside | around | things | about | {one for claim in about for one in links.named[claim]}
    for leads in _LEADS:
        kept |= links.objects(leads, kept)
    kept |= {one for belongs in _BELONGS for one in links.objects(belongs, kept)}
    # What is named, a claim or a tie from elsewhere for instance, brings no more than itself.
    kept -= (claims - about) | coordinations
    ties = {one for one in coordinations if (from_ := links.objects(_DERIVED_FROM, [one])) and from_ <= about}
    pairs = {frozenset(links.objects(_BETWEEN, [one])) for one in ties}
    return [quad for quad in quads if _in(quad, kept | ties, pairs)]


def _in(quad: Quad, kept: set[str], pairs: set[frozenset[str]]) -> bool:
    fact = triple_of(quad)
    if fact.predicate.value == _PAIR:
        return frozenset((fact.subject.value, fact.object.value)) in pairs
    vocabulary = isinstance(quad.graph_name, NamedNode) and quad.graph_name.value.startswith(_VOCABULARY)
    return vocabulary or fact.subject.value in kept


class _Links:
    """Which thing names which, both ways."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        followed = {*_HOLDS, *_BELONGS, *_LEADS, _DERIVED_FROM, _BETWEEN}
        kinds = {MLG + name: name for name in ("Claim", "Coordination")}
        self.named: dict[str, set[str]] = defaultdict(set)
        self._to: dict[str, dict[str, set[str]]] = {one: defaultdict(set) for one in followed}
        self._from: dict[str, dict[str, set[str]]] = {one: defaultdict(set) for one in followed}
        self._kinds: dict[str, set[str]] = defaultdict(set)
        for fact in map(triple_of, quads):
            if not isinstance(fact.object, NamedNode):
                continue
            subject, predicate, value = fact.subject.value, fact.predicate.value, fact.object.value
            if predicate == RDF + "type":
                if value in kinds:
                    self._kinds[kinds[value]].add(subject)
                continue
            self.named[subject].add(value)
            if predicate in followed:
                self._to[predicate][subject].add(value)
                self._from[predicate][value].add(subject)

    def of_kind(self, name: str) -> set[str]:
        """The things of a class of the vocabulary."""
        return self._kinds[name]

    def objects(self, predicate: str, subjects: Iterable[str]) -> set[str]:
        """What these things name by a property."""
        return {one for subject in subjects for one in self._to[predicate].get(subject, ())}

    def subjects(self, predicate: str, objects: Iterable[str]) -> set[str]:
        """What names one of these things by a property."""
        return {one for value in objects for one in self._from[predicate].get(value, ())}
