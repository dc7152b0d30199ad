"""What graph/ says today: its folder comes in; descriptions by file, and the IRI of each official code, go out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from maillage.importers.kit.facts import Description, iri
from maillage.terms import MLG, RDF, SKOS
from maillage.things.rdf import Literal, NamedNode
from maillage.things.turtle import TurtleFile, read_turtle

#: The codes by which a thing is looked up before it is minted; `inseeCode` goes with a level (a class).
CODES = ("siren", "finess", "rna", "fundCode", "inseeCode")


class Known:
    """The Turtle files of a graph folder, which may not exist yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: dict[str, TurtleFile] = {}
        self.described: dict[str, dict[str, Description]] = {}
        if not folder.is_dir():
            return
        for path in sorted(folder.rglob("*.ttl")):
            self._read(path.relative_to(folder).as_posix(), path)

    def _read(self, name: str, path: Path) -> None:
        file = read_turtle(path)
        said: dict[str, Description] = defaultdict(lambda: defaultdict(set))
        for triple in file.triples:
            if isinstance(triple.subject, NamedNode):
                said[triple.subject.value][triple.predicate.value].add(triple.object)
        self.files[name] = file
        self.described[name] = {subject: dict(facts) for subject, facts in said.items()}

    @cached_property
    def home(self) -> dict[str, str]:
        """Each described thing (it has a class) -> the file that describes it."""
        out: dict[str, str] = {}
        for name, subjects in self.described.items():
            for subject, said in subjects.items():
                if RDF + "type" in said:
                    out.setdefault(subject, name)
        return out

    def says(self, thing: str) -> Description:
        """What the file that describes a thing (IRI or CURIE) says of it; empty when none does."""
        subject = iri(thing)
        return self.described[self.home[subject]][subject] if subject in self.home else {}

    @cached_property
    def _within(self) -> dict[str, set[str]]:
        out: dict[str, set[str]] = defaultdict(set)
        for subjects in self.described.values():
            for subject, said in subjects.items():
                out[subject] |= {t.value for t in said.get(MLG + "within", ())}
        return out

    @cached_property
    def _places(self) -> dict[str, set[str]]:
        out: dict[str, set[str]] = defaultdict(set)
        for subjects in self.described.values():
            for subject, said in subjects.items():
                out[subject] |= {t.value for t in said.get(MLG + "territory", ())}
        return out

    def territories(self, body: str) -> set[str]:
        """What any file says is the territory of a body (IRI or CURIE), as IRIs."""
        return set(self._places.get(iri(body), ()))

    def within(self, thing: str) -> set[str]:
        """What any file says directly holds a territory (IRI or CURIE), as IRIs."""
        return set(self._within.get(iri(thing), ()))

    def holders(self, thing: str) -> set[str]:
        """What holds a territory (IRI or CURIE), directly or through another, as IRIs."""
        out: set[str] = set()
        todo = self.within(thing)
        while todo:
            out |= todo
            todo = {holder for one in todo for holder in self.within(one)} - out
        return out

    def is_a(self, thing: str, kind: str) -> bool:
        """Whether the file that describes a thing (IRI or CURIE) states it to be of a class (CURIE)."""
        return NamedNode(iri(kind)) in self.says(thing).get(RDF + "type", ())

    def describes(self, thing: str) -> bool:
        """Whether a file describes the thing (IRI or CURIE)."""
        return iri(thing) in self.home

    @cached_property
    def _codes(self) -> dict[tuple[str, str, str], str]:
        out: dict[tuple[str, str, str], str] = {}
        for subject, name in sorted(self.home.items()):
            said = self.described[name][subject]
            kinds = [t.value for t in said[RDF + "type"] if isinstance(t, NamedNode)]
            for which in CODES:
                for term in said.get(MLG + which, ()):
                    for kind in kinds if which == "inseeCode" else [""]:
                        out.setdefault((which, term.value, kind), subject)
        return out

    def by_code(self, which: str, value: str, kind: str = "") -> str | None:
        """The IRI that bears a code, or None.

        Parameters
        ----------
        which:
            siren, finess, rna, fundCode or inseeCode.
        kind:
            For inseeCode the class of its level, as a CURIE (`mlg:Commune`).
        """
        return self._codes.get((which, value, iri(kind) if kind else ""))

    @cached_property
    def _kinds(self) -> dict[str, list[str]]:
        out: dict[str, list[str]] = defaultdict(list)
        for subject, name in sorted(self.home.items()):
            for term in self.described[name][subject][RDF + "type"]:
                out[term.value].append(subject)
        return out

    def of_kind(self, kind: str) -> Iterator[tuple[str, Description]]:
        """Things stated to be of a class (CURIE), with what is said of them, by IRI."""
        for subject in self._kinds.get(iri(kind), ()):
            yield subject, self.described[self.home[subject]][subject]


def label_of(said: Description, language: str = "fr") -> str:
    """The preferred label of a description in a language, or an empty string."""
    labels = (t.value for t in said.get(SKOS + "prefLabel", ()) if isinstance(t, Literal) and t.language == language)
    return min(labels, default="")
