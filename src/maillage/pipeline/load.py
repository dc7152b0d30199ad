"""Loading: Turtle files come in; a store goes out, one named graph a file, each fact once."""

from __future__ import annotations

import hashlib
import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from maillage.errors import MaillageError, MaillageWarning
from maillage.places import Places, iri_part, turtle_files
from maillage.store.embedded import Oxigraph
from maillage.terms import GRAPH, INFERRED
from maillage.things.blanks import stable_blanks
from maillage.things.literals import canonical
from maillage.things.progress import Progress, silent
from maillage.things.rdf import NamedNode, Quad, Triple
from maillage.things.turtle import TurtleFile, read_turtle

#: The ontology files whose facts questions need (labels, classes, concepts); shapes and alignments stay out.
VOCABULARY = ("maillage.ttl", "schemes.ttl")


@dataclass(frozen=True)
class Source:
    """One loaded file: where it lies, its named graph, its text's hash. Text and parse are read again when asked."""

    path: Path
    graph: str
    sha256: str

    @property
    def text(self) -> str:
        """The file's text."""
        return self.path.read_bytes().decode("utf-8-sig")

    @property
    def parsed(self) -> TurtleFile:
        """The file's parse."""
        return read_turtle(self.path)

    @property
    def triples(self) -> list[Triple]:
        """The file's facts, blank nodes named so that no two files share one."""
        return stable_blanks(self.parsed.triples, _label(self.graph.removeprefix(GRAPH)))


def _label(name: str) -> str:
    """How the blank nodes of a file begin: no two files alike, and a name for XML too, which begins with a letter."""
    plain = re.sub(r"[^A-Za-z0-9/]|^[^A-Za-z]", lambda char: f"_{ord(char[0]):X}_", name)
    return plain.replace("/", "-") + "-"


@dataclass(frozen=True)
class Repeated:
    """A fact that two files (named graphs) state: it is read from the one only, so that every count is right."""

    subject: str
    predicate: str
    value: str
    kept: str
    left_out: str


@dataclass
class Loaded:
    """A store and the files it was made from; `focus` names the graphs a check of given files is about.

    A kept build has no files: `kept` gives the facts as they were written there.
    """

    places: Places
    store: Oxigraph
    sources: dict[str, Source] = field(default_factory=dict)
    repeated: list[Repeated] = field(default_factory=list)
    focus: set[str] = field(default_factory=set)
    kept: Callable[[], Iterable[Quad]] | None = None

    @property
    def graph_sources(self) -> list[Source]:
        """The files of facts, without the vocabulary."""
        return [s for s in self.sources.values() if not s.graph.startswith(GRAPH + "ontology/")]

    def quads(self, derived: bool = True) -> Iterator[Quad]:
        """Every fact with its named graph, as the files write it (the store rewrites numbers and booleans)."""
        if self.kept is not None:
            yield from (quad for quad in self.kept() if derived or quad.graph_name != NamedNode(INFERRED))
            return
        left_out = {(r.left_out, r.subject, r.predicate, r.value) for r in self.repeated}
        for graph, source in self.sources.items():
            for t in source.triples:
                said = (graph, t.subject.value, t.predicate.value, t.object.value)
                if not left_out or said not in left_out:
                    yield Quad(t.subject, t.predicate, canonical(t.object), NamedNode(graph))
        if derived:
            inferred = NamedNode(INFERRED)
            yield from (Quad(t.subject, t.predicate, t.object, inferred) for t in self.store.triples(INFERRED))


def _given(files: Sequence[Path], places: Places) -> dict[str, Path]:
    """Named graph -> given file. A file of the graph, or a copy of one, takes that file's place; another is added."""
    shipped = {places.graph_path(path): path for path in places.files()}
    shipped |= {f"ontology/{Path(name).stem}": places.ontology / name for name in VOCABULARY}
    by_name: dict[str, list[str]] = {}
    for name in shipped:
        by_name.setdefault(Path(name).name, []).append(name)
    out: dict[str, Path] = {}
    for path in files:
        if not path.exists():
            raise MaillageError("there is no such file.", file=path, fix="Check the path.")
        members = turtle_files(path)[0] if path.is_dir() else [path]
        if not members:
            raise MaillageError("this folder holds no Turtle file (*.ttl).", file=path, fix="Name another folder.")
        for member in members:
            parts = [iri_part(part) for part in member.resolve().with_suffix("").parts]
            tails = ["/".join(parts[-n:]) for n in range(len(parts), 1, -1)]
            same = by_name.get(parts[-1], [])
            name = next((t for t in tails if t in shipped), same[0] if len(same) == 1 else f"given/{parts[-1]}")
            if name in out and out[name] != member:
                name = f"given/{'/'.join(parts)}"
            out[name] = member
    return out


def input_files(places: Places) -> dict[str, Path]:
    """Named graph -> file: the vocabulary and the graph.

    Raises
    ------
    MaillageError
        For an empty graph folder or a missing vocabulary file.
    """
    paths = {f"{GRAPH}ontology/{Path(name).stem}": places.ontology / name for name in VOCABULARY}
    for path in paths.values():
        if not path.is_file():
            raise MaillageError("the vocabulary file is missing.", file=path, fix="Restore it from the project.")
    _warn_of_imports(places)
    _warn_of_hidden(places)
    for path in places.files():
        graph = GRAPH + places.graph_path(path)
        if graph in paths:
            raise MaillageError(
                f"{path.name} and {paths[graph].name} would be one named graph.",
                file=path,
                fix="Rename one of the two.",
            )
        paths[graph] = path
    return paths


def _warn_of_hidden(places: Places) -> None:
    if hidden := places.hidden():
        names = ", ".join(path.relative_to(places.graph).as_posix() for path in hidden[:3])
        more = ", ..." if len(hidden) > 3 else ""
        warnings.warn(
            f"{places.graph}: {len(hidden)} hidden or special file(s) or folder(s) left aside: {names}{more}.",
            MaillageWarning,
            stacklevel=2,
        )


def _warn_of_imports(places: Places) -> None:
    """Say where an import was killed and what it left is read: some files may be new and some old."""
    for folder, half in places.stopped_imports().items():
        state = "some files here are new and some old" if half else "the files are whole, this folder is of no use"
        mend = "puts the former files back" if half else "takes it away"
        warnings.warn(
            f"{folder}: an import was stopped in the middle (or is at work): {state}. "
            f"The next import {mend}: maillage import NAME.",
            MaillageWarning,
            stacklevel=2,
        )


def load(places: Places, files: Sequence[Path] = (), progress: Progress = silent) -> Loaded:
    """Load the vocabulary and the graph; `files` take the place of their namesakes or join them.

    Raises
    ------
    MaillageError
        For an empty graph folder, a missing file or one that is not Turtle.
    """
    loaded = Loaded(places, Oxigraph())
    paths = input_files(places)
    if files:
        given = {GRAPH + name: path for name, path in _given(files, places).items()}
        paths.update(given)
        loaded.focus = set(given)
    for number, (graph, path) in enumerate(sorted(paths.items())):
        progress("load", number / len(paths))
        _read(loaded, path, graph)
    for fact, kept, left_out in loaded.store.repeated():
        loaded.store.remove(fact, left_out)
        said = (fact.subject.value, fact.predicate.value, fact.object.value)
        loaded.repeated.append(Repeated(*said, kept, left_out))
    return loaded


#: What a Turtle file of RDF 1.2 may hold and a fact may not: a triple as a term.
_TRIPLE_TERM = ("<<", "{|")


def _read(loaded: Loaded, path: Path, graph: str) -> None:
    """Into the store as the engine reads it; a file it cannot read is read once more for words that say why."""
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
        if any(mark in text for mark in _TRIPLE_TERM):
            read_turtle(path, text)
        loaded.store.read(text, graph)
    except (OSError, SyntaxError, UnicodeDecodeError):
        read_turtle(path)
        raise
    loaded.sources[graph] = Source(path, graph, hashlib.sha256(data).hexdigest())
