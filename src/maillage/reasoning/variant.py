"""The OWL variant: the vocabulary and facts come in; what OWL 2 DL reasoners load goes out, and what was left out.

OWL 2 has no type for a day, a month or a year, nor EDTF: HermiT stops at a date. Those values are left out and counted;
everything else stays as it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from maillage.errors import MaillageError
from maillage.places import Places
from maillage.terms import GRAPH, OWL, RDF, RDFS, SKOS, XSD, curie
from maillage.things.blanks import stable_blanks
from maillage.things.rdf import Literal, NamedNode, Quad, Triple, triple_of
from maillage.things.turtle import read_turtle

#: What a reasoner reads of ontology/: our axioms, our concepts, and those of others that ours rest on.
FILES = ("maillage.ttl", "schemes.ttl", "alignments.ttl", "published.ttl")
#: The types of literals of OWL 2 (its specification, section 4) that the graph may use.
READ = {
    RDF + "langString",
    RDFS + "Literal",
    *(
        XSD + name
        for name in (
            *("string", "normalizedString", "token", "language", "Name", "NCName", "NMTOKEN", "boolean", "anyURI"),
            *("decimal", "integer", "nonNegativeInteger", "nonPositiveInteger", "positiveInteger", "negativeInteger"),
            *("long", "int", "short", "byte", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte"),
            *("double", "float", "hexBinary", "base64Binary", "dateTime", "dateTimeStamp"),
        )
    ),
}
#: The ontology a variant is.
NAME = f"{GRAPH}as/owl"


@dataclass
class Variant:
    """What a reasoner loads, and how many values it cannot read were left out, by property and type."""

    triples: list[Triple]
    left_out: Counter[tuple[str, str]] = field(default_factory=Counter)

    def words(self, lang: str = "fr") -> str:
        """What was left out, in a sentence; empty when nothing was."""
        if not self.left_out:
            return ""
        told: Counter[str] = Counter()
        for (_, kind), number in self.left_out.items():
            told[curie(kind)] += number
        kinds = ", ".join(f"{kind} {number}" for kind, number in sorted(told.items()))
        if lang == "fr":
            return f"{self.left_out.total()} valeurs dont OWL 2 n'a pas le type sont laissées de côté : {kinds}."
        return f"{self.left_out.total()} values of types that OWL 2 does not have are left out: {kinds}."


def axioms(places: Places) -> list[Triple]:
    """The vocabulary, concepts, alignments and published axioms, without the headers of their files.

    Raises
    ------
    MaillageError
        When a file is missing.
    """
    out: list[Triple] = []
    for name in FILES:
        path = places.ontology / name
        if not path.is_file():
            raise MaillageError("the vocabulary file is missing.", file=path, fix="Restore it from the project.")
        triples = stable_blanks(read_turtle(path).triples, f"{path.stem}-")
        heads = {t.subject for t in triples if t.predicate.value == RDF + "type" and _is(t, OWL + "Ontology")}
        out += [t for t in triples if t.subject not in heads]
    return out


def _is(triple: Triple, iri: str) -> bool:
    return isinstance(triple.object, NamedNode) and triple.object.value == iri


def variant(places: Places, facts: Iterable[Triple]) -> Variant:
    """The axioms and these facts as one ontology, each statement once, sorted.

    Parameters
    ----------
    facts:
        What files state, with or without what rules derive.
    """
    kept: set[Triple] = set()
    left_out: Counter[tuple[str, str]] = Counter()
    for triple in {*axioms(places), *facts}:
        if isinstance(triple.object, Literal) and triple.object.datatype.value not in READ:
            left_out[(triple.predicate.value, triple.object.datatype.value)] += 1
        else:
            kept.add(triple)
    made = Variant(sorted(kept, key=str), left_out)
    head = NamedNode(NAME)
    said = [Triple(head, NamedNode(RDF + "type"), NamedNode(OWL + "Ontology"))]
    for lang in ("fr", "en"):
        if words := made.words(lang):
            said.append(Triple(head, NamedNode(RDFS + "comment"), Literal(words, language=lang)))
    made.triples = [*said, *made.triples]
    return made


def facts_of(quads: Iterable[Quad]) -> Iterator[Triple]:
    """What is said of things: facts without the vocabulary, whose files the axioms are read from."""
    return (triple_of(quad) for quad in quads if not str(quad.graph_name).startswith(f"<{GRAPH}ontology/"))


def schemes(triples: Iterable[Triple]) -> Mapping[str, list[Triple]]:
    """Each concept scheme by its name: the scheme, its concepts, and all that is said of them, sorted."""
    triples = list(triples)
    inside = SKOS + "inScheme"
    scheme_of = {t.subject: t.object.value for t in triples if t.predicate.value == inside}
    out: dict[str, list[Triple]] = defaultdict(list)
    for triple in sorted(set(triples), key=str):
        scheme = scheme_of.get(triple.subject)
        if scheme is None and isinstance(triple.subject, NamedNode) and triple.subject.value in scheme_of.values():
            scheme = triple.subject.value
        if scheme is not None:
            out[scheme.rstrip("/").rpartition("/")[2]].append(triple)
    return dict(sorted(out.items()))
