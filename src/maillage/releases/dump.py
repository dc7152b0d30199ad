"""Dumps: the N-Quads of a release come in; its statements, and what is needed to name and place things, go out.

A release is compared as N-Quads, the one form that tells what files state from what rules derive.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from maillage.store.embedded import read_n_quads
from maillage.terms import BASE, DCT, ID, INFERRED, MLG, RDF, RDFS, SKOS
from maillage.things.blanks import content_keys, has_blanks
from maillage.things.diff import Facts
from maillage.things.rdf import BlankNode, Literal, NamedNode, Quad, Term, Triple, triple_of

_LABELS = (SKOS + "prefLabel", DCT + "title", RDFS + "label")
_LIES = (MLG + "within", MLG + "territory", MLG + "governs")
_CLAIM = f"{ID}claim/"


@dataclass
class Dump:
    """A release: its statements as N-Triples lines, and by IRI what a reader is told of a thing."""

    stated: set[str] = field(default_factory=set)
    derived: set[str] = field(default_factory=set)
    subjects: set[str] = field(default_factory=set)
    """The IRIs of ours that files describe."""
    labels: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    lies: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    ends: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    regions: set[str] = field(default_factory=set)
    blank: list[Triple] = field(default_factory=list)
    """What files state of blank nodes."""

    @cached_property
    def said(self) -> set[str]:
        """What files state, a blank node called by what it says: its name in a file is no statement."""
        if not self.blank:
            return self.stated
        triples = list(dict.fromkeys(self.blank))
        keys = content_keys(triples)

        def named(term: Term) -> str:
            return f"_:{keys[term]}" if isinstance(term, BlankNode) else str(term)

        return (self.stated - {line_of(t) for t in triples}) | {
            f"{named(t.subject)} {t.predicate} {named(t.object)} ." for t in triples
        }

    @property
    def lines(self) -> set[str]:
        """Every statement, as the default graph has it."""
        return self.stated | self.derived

    def label(self, iri: str) -> str:
        """What people call a thing: its French name; a claim by its ends."""
        if iri.startswith(_CLAIM) and iri not in self.labels:
            return " — ".join(sorted(self.labels.get(end, end) for end in self.ends.get(iri, ())))
        return self.labels.get(iri, iri.removeprefix(BASE))

    def regions_of(self, iri: str) -> set[str]:
        """The regions a thing, or what a claim names, lies in."""
        found: set[str] = set()
        for thing in {iri, *self.ends.get(iri, ())}:
            near = {thing, *self.lies.get(thing, ())}
            found |= near | {above for place in near for above in self.lies.get(place, ())}
        return found & self.regions


def dump_of(quads: Iterable[Quad]) -> Dump:
    """The dump of these facts."""
    out = Dump()
    french: set[str] = set()
    for quad in quads:
        derived = quad.graph_name == NamedNode(INFERRED)
        fact = triple_of(quad)
        (out.derived if derived else out.stated).add(line_of(fact))
        if not derived and has_blanks([fact]):
            out.blank.append(fact)
        subject, predicate, value = fact.subject.value, fact.predicate.value, fact.object
        if predicate in _LABELS and isinstance(value, Literal) and (value.language == "fr" or subject not in french):
            out.labels[subject] = value.value
            if value.language == "fr":
                french.add(subject)
        if not isinstance(quad.subject, NamedNode) or not subject.startswith(BASE):
            continue
        if not derived:
            out.subjects.add(subject)
        if isinstance(value, NamedNode):
            if predicate == RDF + "type" and not derived:
                out.kinds.setdefault(subject, value.value)
                if value.value == MLG + "Region":
                    out.regions.add(subject)
            elif predicate in _LIES:
                out.lies[subject].add(value.value)
            if subject.startswith(_CLAIM) and value.value.startswith(ID) and not derived:
                kind = value.value.removeprefix(ID).partition("/")[0]
                if kind not in ("quotation", "document", "claim"):
                    out.ends[subject].add(value.value)
    out.derived -= out.stated
    return out


def line_of(fact: Triple) -> str:
    """A statement as a line of N-Triples, without its end."""
    return f"{fact.subject} {fact.predicate} {fact.object} ."


def facts_about(lines: Iterable[str], iris: Collection[str]) -> dict[str, Facts]:
    """What these things say, of N-Triples lines: subject -> predicate -> its terms."""
    mine = (line for line in lines if line.startswith("<") and line[1 : line.index(">")] in iris)
    out: dict[str, Facts] = defaultdict(lambda: defaultdict(set))
    for quad in read_n_quads("\n".join(mine).encode()):
        fact = triple_of(quad)
        out[fact.subject.value][fact.predicate.value].add(fact.object)
    return {subject: dict(said) for subject, said in out.items()}


def group_of(iri: str) -> str:
    """``terms``, ``claims``, ``evidence`` (documents and quotations) or ``entities``."""
    if not iri.startswith(ID):
        return "terms"
    kind = iri.removeprefix(ID).partition("/")[0]
    return {"claim": "claims", "document": "evidence", "quotation": "evidence"}.get(kind, "entities")
