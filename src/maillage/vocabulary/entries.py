"""What a reference tells of each term: a checkout's folders come in; classes, properties and lists go out, ordered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from maillage.asking.catalogue import Catalogue
from maillage.places import Places
from maillage.terms import DCT, DEF, MLG, OWL, RDFS, SKOS, curie
from maillage.things.rdf import Literal, NamedNode
from maillage.vocabulary.asked import Asked, Question
from maillage.vocabulary.samples import Sample, Samples
from maillage.vocabulary.wording import PROPERTY_KINDS, Wording, ours

_VANN_EXAMPLE = "http://purl.org/vocab/vann/example"
_LINKS = (RDFS + "subClassOf", RDFS + "subPropertyOf", SKOS + "closeMatch")


@dataclass(frozen=True)
class Entry:
    """One class, property or concept.

    Attributes
    ----------
    iri: its IRI.
    kind: ``class``, ``relation``, ``value``, ``annotation`` or ``concept``.
    parents, children: IRIs right above and right below.
    others: parents in other vocabularies, and terms of theirs that come close, with the predicate that says which.
    carries: of a class, the properties that it takes, each with the class that they are declared for.
    domain, range: of a property.
    ends: of a class of claims, the properties of its two ends.
    flags: of a concept, what is said of it in true and false.
    replaced_by: of a withdrawn term.
    sample: lines that use it.
    questions: those that name it.
    wider: of a class, the classes above that questions name, nearest first, with how many name each.
    """

    iri: str
    kind: str
    parents: tuple[str, ...] = ()
    children: tuple[str, ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    carries: tuple[tuple[str, str], ...] = ()
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    flags: tuple[tuple[str, bool], ...] = ()
    replaced_by: tuple[str, ...] = ()
    withdrawn: bool = False
    sample: Sample | None = None
    questions: tuple[Question, ...] = ()
    wider: tuple[tuple[str, int], ...] = ()

    @property
    def curie(self) -> str:
        """Its short name."""
        return curie(self.iri)

    @property
    def anchor(self) -> str:
        """Its place on a page: the local name, ``role/signatory`` for a concept."""
        return anchor_of(self.iri)


@dataclass(frozen=True)
class Scheme:
    """A list of concepts, the narrower ones after the broader one with their depth."""

    iri: str
    concepts: tuple[tuple[Entry, int], ...]


def anchor_of(iri: str) -> str:
    """The place of a term of ours on a page; empty for a term of others."""
    return iri.removeprefix(MLG) if iri.startswith(MLG) else iri.removeprefix(DEF) if iri.startswith(DEF) else ""


@dataclass
class Vocabulary:
    """The whole of what a reference tells, in no language yet: words are asked of `words`."""

    places: Places
    words: Wording = field(init=False)
    samples: Samples = field(init=False)
    asked: Asked = field(init=False)
    classes: dict[str, Entry] = field(init=False)
    properties: dict[str, Entry] = field(init=False)
    schemes: list[Scheme] = field(init=False)

    def __post_init__(self) -> None:
        folder = self.places.ontology
        self.words = Wording([folder / "maillage.ttl", folder / "schemes.ttl"])
        self.samples = Samples(folder / "examples")
        self.asked = Asked(Catalogue(self.places))
        self._aligned = Wording([folder / "alignments.ttl"])
        names = ours(self.words.of_type(OWL + "Class"))
        self._parents = {iri: self.words.iris(iri, RDFS + "subClassOf") for iri in names}
        self._narrower = self.words.narrower(names)
        self._by_domain: dict[str, list[str]] = defaultdict(list)
        kinds = {"ObjectProperty": "relation", "DatatypeProperty": "value", "AnnotationProperty": "annotation"}
        declared = ours(self.words.of_type(*(OWL + kind for kind in PROPERTY_KINDS)))
        for iri in declared:
            for domain in self.words.iris(iri, RDFS + "domain"):
                self._by_domain[domain].append(iri)
        self.classes = {iri: self._class(iri) for iri in names}
        self.properties = {
            iri: self._property(iri, next(kinds[k] for k in PROPERTY_KINDS if iri in self.words.of_type(OWL + k)))
            for iri in declared
        }
        self.schemes = [self._scheme(iri) for iri in self.words.of_type(SKOS + "ConceptScheme")]

    @property
    def header(self) -> str:
        """The IRI of the vocabulary."""
        return MLG.removesuffix("#")

    def below(self, iri: str) -> list[str]:
        """A class and all that stands under it, each once, in the order of the tree."""
        found = [iri]
        for inner in self._narrower.get(iri, []):
            found += [one for one in self.below(inner) if one not in found]
        return found

    def above(self, iri: str) -> list[str]:
        """A class of ours and those above it, nearest first."""
        found, level = [iri], ours(self._parents.get(iri, []))
        while level:
            found += [one for one in level if one not in found]
            level = [up for one in level for up in ours(self._parents.get(one, []))]
        return found

    def tree(self, roots: Sequence[str], seen: set[str]) -> Iterator[tuple[Entry, int, bool]]:
        """The classes under some roots with their depth; True for one `seen` before, under another parent.

        `seen` grows; it is handed from one tree of a page to the next.
        """

        def walk(iri: str, depth: int) -> Iterator[tuple[Entry, int, bool]]:
            again = iri in seen
            seen.add(iri)
            yield self.classes[iri], depth, again
            if not again:
                for inner in self._narrower.get(iri, []):
                    yield from walk(inner, depth + 1)

        for root in roots:
            yield from walk(root, 0)

    def _others(self, iri: str) -> tuple[tuple[str, str], ...]:
        found = []
        for predicate in _LINKS:
            for words in (self.words, self._aligned):
                found += [(predicate, o) for o in words.iris(iri, predicate) if not o.startswith(MLG)]
        return tuple(found)

    def _sample(self, iri: str, narrower: list[str]) -> Sample | None:
        examples = self.words.iris(iri, _VANN_EXAMPLE)
        return self.samples.of(examples[0], [iri, *narrower]) if examples else None

    def _class(self, iri: str) -> Entry:
        return Entry(
            iri,
            "class",
            parents=tuple(ours(self._parents[iri])),
            children=tuple(self._narrower.get(iri, [])),
            others=self._others(iri),
            carries=tuple((p, up) for up in self.above(iri) for p in self._by_domain.get(up, [])),
            ends=tuple(e for name in ("edgeFrom", "edgeTo") for e in self.words.iris(iri, MLG + name)),
            sample=self._sample(iri, self.below(iri)[1:]),
            questions=tuple(self.asked.by(iri)),
            wider=tuple((up, len(self.asked.by(up))) for up in self.above(iri)[1:] if self.asked.by(up)),
        )

    def _property(self, iri: str, kind: str) -> Entry:
        withdrawn = any(isinstance(t, Literal) and t.value == "true" for t in self.words.said[iri][OWL + "deprecated"])
        return Entry(
            iri,
            kind,
            others=self._others(iri),
            domain=tuple(self.words.iris(iri, RDFS + "domain")),
            range=tuple(self.words.iris(iri, RDFS + "range")),
            replaced_by=tuple(self.words.iris(iri, DCT + "isReplacedBy")),
            withdrawn=withdrawn,
            sample=self._sample(iri, []),
            questions=tuple(self.asked.by(iri)),
        )

    def _scheme(self, scheme: str) -> Scheme:
        narrower: dict[str, list[str]] = defaultdict(list)
        for iri in self.words.of_type(SKOS + "Concept"):
            if scheme in self.words.iris(iri, SKOS + "inScheme"):
                narrower[next(iter(self.words.iris(iri, SKOS + "broader")), "")].append(iri)

        def below(iri: str, depth: int) -> Iterator[tuple[Entry, int]]:
            for inner in narrower[iri]:
                yield self._concept(inner), depth
                yield from below(inner, depth + 1)

        return Scheme(scheme, tuple(below("", 0)))

    def _concept(self, iri: str) -> Entry:
        flags = tuple(
            (predicate, term.value == "true")
            for predicate, terms in self.words.said[iri].items()
            for term in terms
            if isinstance(term, Literal) and predicate.startswith(MLG) and term.value in ("true", "false")
        )
        shortcut = tuple(t.value for t in self.words.said[iri][MLG + "shortcut"] if isinstance(t, NamedNode))
        return Entry(iri, "concept", ends=shortcut, flags=flags, questions=tuple(self.asked.by(iri)))
