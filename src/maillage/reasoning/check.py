"""The check of a reasoner: a built graph comes in; findings go out: what is contradictory and why, which types lack.

HermiT reads the vocabulary with the facts of the files in question and says whether they hold together; the chain of
statements that explains a contradiction is looked for beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from maillage.pipeline.build import Build
from maillage.pipeline.load import Source
from maillage.pipeline.validate import Finding
from maillage.places import shown
from maillage.reasoning.hermit import reason
from maillage.reasoning.variant import Variant, axioms, variant
from maillage.reasoning.why import Axioms, Clash, contradictions, unsatisfiable
from maillage.terms import DCT, GRAPH, MLG, OWL, RDF, RDFS, SKOS, curie
from maillage.things.lines import line_of
from maillage.things.rdf import Literal, NamedNode, Triple

_LABELS = (RDFS + "label", SKOS + "prefLabel", DCT + "title")
_WORDS = {
    "fr": {
        "unsatisfiable": ("Rien ne peut être de cette classe. {}", "Retirez l'un de ces axiomes."),
        "contradiction": ("{}", "Corrigez l'un de ces énoncés."),
        "inconsistent": (
            "Le raisonneur trouve ces fichiers contradictoires, sans que deux classes disjointes l'expliquent.",
            "Donnez les fichiers un à un pour trouver lequel.",
        ),
        "type-not-derived": (
            "Un raisonneur en fait « {} » ; les règles ne le dérivent pas.",
            "Écrivez ce type, ou corrigez la propriété qui l'implique.",
        ),
    },
    "en": {
        "unsatisfiable": ("Nothing can be of this class. {}", "Take one of these axioms out."),
        "contradiction": ("{}", "Mend one of these statements."),
        "inconsistent": (
            "The reasoner finds these files contradictory, and no two disjoint classes explain it.",
            "Give the files one by one to find which.",
        ),
        "type-not-derived": (
            'A reasoner makes it a "{}"; the rules do not derive that.',
            "Write this type, or mend the property that implies it.",
        ),
    },
}


@dataclass
class Reasoned:
    """What a reasoner read, and what was found."""

    read: Variant
    findings: list[Finding]


def check_by_reasoning(built: Build, lang: str = "fr") -> Reasoned:
    """Reason over the vocabulary with the given files of a build, or with the graph's documents.

    What the files refer to is read by its types alone.

    Raises
    ------
    MaillageError
        When owlready2 or Java is not installed.
    """
    own = axioms(built.loaded.places)
    sources = _sources(built)
    facts = [t for source in sources for t in source.triples]
    facts += _types_around(built, facts)
    read = variant(built.loaded.places, facts)
    kind, individual = NamedNode(RDF + "type"), NamedNode(OWL + "NamedIndividual")  # owlready2 tells of these alone
    verdict = reason([*read.triples, *(Triple(s, kind, individual) for s in {t.subject for t in facts})])
    known = Axioms(own)
    place = _Place(sources, built, lang)
    if not verdict.consistent:
        clashes = [("contradiction", one) for one in contradictions(known, facts)]
        clashes += [("unsatisfiable", one) for one in unsatisfiable(known)]
        found = [place.clash(name, one) for name, one in clashes] or [place.finding("inconsistent", MLG, "")]
        return Reasoned(read, sorted(found))
    reasons = {one.subject: one for one in unsatisfiable(known)}
    found = [
        place.clash("unsatisfiable", reasons[iri]) if iri in reasons else place.finding("unsatisfiable", iri, "")
        for iri in verdict.unsatisfiable
    ]
    subjects = {t.subject.value for t in facts}
    for iri, kinds in verdict.types.items():
        if iri in subjects:
            missed = {kind for kind in known.up(kinds) if kind.startswith(MLG)} - _types(built, iri)
            lowest = {kind for kind in missed if not any(kind in known.up([other]) - {other} for other in missed)}
            found += [place.finding("type-not-derived", iri, place.label(kind)) for kind in sorted(lowest)]
    return Reasoned(read, sorted(found))


def _sources(built: Build) -> list[Source]:
    loaded = built.loaded
    focus = loaded.focus or {graph for graph in loaded.sources if graph.startswith(f"{GRAPH}documents/")}
    return [loaded.sources[graph] for graph in sorted(focus)]


def _types(built: Build, iri: str) -> set[str]:
    return {t.object.value for t in built.store.values(iri, RDF + "type")}


def _types_around(built: Build, facts: Iterable[Triple]) -> list[Triple]:
    """The types of what the facts refer to and do not describe."""
    facts = list(facts)
    described = {t.subject.value for t in facts}
    named = {t.object.value for t in facts if isinstance(t.object, NamedNode)} - described
    return [t for iri in sorted(named) for t in built.store.values(iri, RDF + "type")]


class _Place:
    """Makes findings: where a thing is described, what it is called."""

    def __init__(self, sources: Iterable[Source], built: Build, lang: str) -> None:
        self.sources, self.built, self.lang = list(sources), built, lang

    def label(self, iri: str) -> str:
        for predicate in _LABELS:
            said = [t.object for t in self.built.store.values(iri, predicate) if isinstance(t.object, Literal)]
            if said:
                return min(said, key=lambda text: (text.language != self.lang, text.value)).value
        return curie(iri)

    def clash(self, name: str, one: Clash) -> Finding:
        return self.finding(name, one.subject, one.words(self.label, self.lang))

    def finding(self, name: str, iri: str, said: str) -> Finding:
        words, fix = _WORDS[self.lang][name]
        severity = "notice" if name == "type-not-derived" else "fault"
        path, line = self._where(iri)
        label = f"{self.label(iri)} ({curie(iri)})"
        return Finding(severity, name, path, line, iri, label, words.format(said).strip(), fix)  # type: ignore[arg-type]

    def _where(self, iri: str) -> tuple[str, int]:
        for source in self.sources:
            if line := line_of(source.text, iri):
                return shown(source.path), line
        path = self.built.loaded.places.ontology / "maillage.ttl"
        return shown(path), line_of(path.read_text(encoding="utf-8"), iri) or 1
