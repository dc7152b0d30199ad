"""Why: statements come in; the contradictions among them go out, each with the chain of statements that makes it.

It follows what our vocabularies say: classes below classes, what a property makes of its subject and object, and which
classes have nothing in common. HermiT says whether there is a contradiction; this says which one, in words.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from maillage.terms import OWL, RDF, RDFS, XSD, curie
from maillage.things.rdf import Literal, NamedNode, Term, Triple

#: Class -> the statement, and the class before it, by which a thing belongs to it.
Chain = Mapping[str, tuple[Triple, str | None]]
Label = Callable[[str], str]
#: What a literal of a type may be written as, where a property asks for that type.
_NARROWER = {XSD + "decimal": {XSD + "integer", XSD + "nonNegativeInteger", XSD + "positiveInteger"}}


@dataclass(frozen=True)
class Clash:
    """A thing (or a class) that would belong to two classes with nothing in common, or a value of the wrong type."""

    subject: str
    classes: tuple[str, str]
    because: tuple[tuple[Triple, ...], ...]
    """For each of the two, the statements that lead to it, from the fact upwards."""

    def words(self, label: Label, lang: str = "fr") -> str:
        """The contradiction in a sentence."""
        fr = lang == "fr"
        if len(self.because) == 1:
            fact = self.because[0][0]
            what, value = label(fact.predicate.value), fact.object.value
            if fr:
                return f"« {value} » ({self.classes[0]}) est la valeur de « {what} », qui demande {self.classes[1]}."
            return f'"{value}" ({self.classes[0]}) is the value of "{what}", which asks for {self.classes[1]}.'
        one, other = (" ; ".join(_said(t, self.subject, label, fr) for t in chain) for chain in self.because)
        pair = " et ".join(f"« {label(c)} »" for c in self.classes)
        if fr:
            return f"{one}. D'autre part, {other}. Or rien n'est à la fois {pair}."
        pair = " and ".join(f'"{label(c)}"' for c in self.classes)
        return f"{one}. Besides, {other}. But nothing is both {pair}."


def _said(triple: Triple, subject: str, label: Label, fr: bool) -> str:
    """A statement of a chain, in words."""
    predicate = triple.predicate.value
    value = triple.object.value
    named = label(value) if isinstance(triple.object, NamedNode) else value
    if predicate == RDF + "type":
        return f"c'est dit « {named} »" if fr else f'it is said to be "{named}"'
    if predicate in (RDFS + "subClassOf", OWL + "equivalentClass"):
        below = label(triple.subject.value)
        return f"tout « {below} » est « {named} »" if fr else f'every "{below}" is "{named}"'
    if predicate == RDFS + "subPropertyOf":
        below = label(triple.subject.value)
        return f"« {below} » vaut « {named} »" if fr else f'"{below}" implies "{named}"'
    if predicate in (RDFS + "domain", RDFS + "range"):
        who = ("le sujet", "the subject") if predicate.endswith("domain") else ("l'objet", "the object")
        of = label(triple.subject.value)
        return f"{who[0]} de « {of} » est « {named} »" if fr else f'{who[1]} of "{of}" is "{named}"'
    if subject == value:
        other = label(triple.subject.value)
        return (
            f"c'est l'objet de « {label(predicate)} » de {other}"
            if fr
            else f'it is the object of "{label(predicate)}" of {other}'
        )
    return f"« {label(predicate)} » est dit de lui" if fr else f'it has "{label(predicate)}"'


class Axioms:
    """What the vocabularies say, ready to be followed."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self.above: dict[str, dict[str, Triple]] = defaultdict(dict)
        self.wider: dict[str, dict[str, Triple]] = defaultdict(dict)
        self.makes: dict[str, dict[str, dict[str, Triple]]] = {RDFS + n: defaultdict(dict) for n in ("domain", "range")}
        self.apart: dict[str, set[str]] = defaultdict(set)
        self.classes: set[str] = set()
        lists: dict[Term, dict[str, Term]] = defaultdict(dict)
        members: list[Term] = []
        for t in triples:
            predicate = t.predicate.value
            if predicate in (RDF + "first", RDF + "rest"):
                lists[t.subject][predicate] = t.object
            elif predicate == OWL + "members":
                members.append(t.object)
            elif isinstance(t.subject, NamedNode) and isinstance(t.object, NamedNode):
                self._take(t, t.subject.value, predicate, t.object.value)
        for head in members:
            apart = [node.value for node in _listed(head, lists)]
            for one in apart:
                self.apart[one] |= {other for other in apart if other != one}

    def _take(self, triple: Triple, subject: str, predicate: str, value: str) -> None:
        if predicate == RDFS + "subClassOf":
            self.above[subject][value] = triple
        elif predicate == OWL + "equivalentClass":
            self.above[subject][value] = triple
            self.above[value][subject] = Triple(NamedNode(value), triple.predicate, NamedNode(subject))
        elif predicate == RDFS + "subPropertyOf":
            self.wider[subject][value] = triple
        elif predicate in self.makes:
            self.makes[predicate][subject][value] = triple
        elif predicate == OWL + "disjointWith":
            self.apart[subject].add(value)
            self.apart[value].add(subject)
        elif predicate == RDF + "type" and value == OWL + "Class":
            self.classes.add(subject)

    def up(self, classes: Iterable[str]) -> set[str]:
        """These classes and those above them."""
        found: set[str] = set()
        waiting = list(classes)
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting += self.above.get(one, ())
        return found

    def chains(self, seeds: Iterable[tuple[str, tuple[Triple, ...]]]) -> dict[str, tuple[Triple, ...]]:
        """Class -> the shortest chain of statements that leads to it, from seeds that lead to a first class each."""
        found: dict[str, tuple[Triple, ...]] = {}
        waiting = deque(seeds)
        while waiting:
            kind, chain = waiting.popleft()
            if kind in found:
                continue
            found[kind] = chain
            waiting += [(higher, (*chain, axiom)) for higher, axiom in self.above.get(kind, {}).items()]
        return found

    def properties(self, predicate: str) -> Iterator[tuple[str, tuple[Triple, ...]]]:
        """A property and those above it, each with the statements that lead there."""
        seen: set[str] = set()
        waiting: deque[tuple[str, tuple[Triple, ...]]] = deque([(predicate, ())])
        while waiting:
            one, chain = waiting.popleft()
            if one not in seen:
                seen.add(one)
                yield one, chain
                waiting += [(higher, (*chain, axiom)) for higher, axiom in self.wider.get(one, {}).items()]

    def clash(self, subject: str, chains: Mapping[str, tuple[Triple, ...]]) -> Clash | None:
        """The first two classes of a thing that have nothing in common, if there are such."""
        pairs = [(one, other) for one in chains for other in self.apart.get(one, ()) if one < other and other in chains]
        if not pairs:
            return None
        one, other = min(pairs, key=lambda pair: (len(chains[pair[0]]) + len(chains[pair[1]]), pair))
        return Clash(subject, (one, other), (chains[one], chains[other]))


def _listed(head: Term, lists: Mapping[Term, Mapping[str, Term]]) -> Iterator[Term]:
    while head in lists:
        yield lists[head][RDF + "first"]
        head = lists[head][RDF + "rest"]


def unsatisfiable(axioms: Axioms) -> list[Clash]:
    """The classes that nothing can belong to, each with its reason, sorted."""
    return [
        clash
        for kind in sorted(axioms.classes)
        if (clash := axioms.clash(kind, axioms.chains([(kind, ())]))) is not None
    ]


def contradictions(axioms: Axioms, facts: Iterable[Triple]) -> list[Clash]:
    """The things that would belong to two classes with nothing in common, and the values of a wrong type, sorted."""
    seeds: dict[str, list[tuple[str, tuple[Triple, ...]]]] = defaultdict(list)
    out: list[Clash] = []
    for fact in sorted(set(facts), key=str):
        subject, predicate = fact.subject.value, fact.predicate.value
        if predicate == RDF + "type":
            seeds[subject].insert(0, (fact.object.value, (fact,)))
            continue
        for higher, chain in axioms.properties(predicate):
            for kind, axiom in axioms.makes[RDFS + "domain"].get(higher, {}).items():
                seeds[subject].append((kind, (fact, *chain, axiom)))
            for kind, axiom in axioms.makes[RDFS + "range"].get(higher, {}).items():
                if isinstance(fact.object, NamedNode):
                    seeds[fact.object.value].append((kind, (fact, *chain, axiom)))
                elif isinstance(fact.object, Literal) and not _fits(fact.object.datatype.value, kind):
                    wrong = (curie(fact.object.datatype.value), curie(kind))
                    out.append(Clash(subject, wrong, ((fact, *chain, axiom),)))
    for subject, leads in seeds.items():
        if (clash := axioms.clash(subject, axioms.chains(leads))) is not None:
            out.append(clash)
    return sorted(out, key=lambda one: (one.subject, one.classes))


def _fits(datatype: str, asked: str) -> bool:
    return datatype == asked or not asked.startswith(XSD) or datatype in _NARROWER.get(asked, ())
