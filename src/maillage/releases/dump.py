"""Dumps: the N-Quads of a release come in; its statements, and what is needed to name and place things, go out.

A release is compared as N-Quads, the one form that tells what files state from what rules derive.
"""

from __future__ import annotations

import gzip
import shutil
import subprocess
import tempfile
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from maillage.errors import MaillageError, NotFoundError
from maillage.pipeline.build import build
from maillage.places import Places, find_places
from maillage.store.embedded import read_n_quads
from maillage.terms import BASE, DCT, ID, INFERRED, MLG, RDF, RDFS, SKOS
from maillage.things.diff import Facts
from maillage.things.rdf import Literal, NamedNode, Quad, triple_of

#: The files of a folder that may hold a release, in the order they are looked for.
NAMES = ("graph.nq", "maillage.nq", "maillage.nq.gz")
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
        (out.derived if derived else out.stated).add(f"{quad.subject} {quad.predicate} {quad.object} .")
        fact = triple_of(quad)
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


def facts_about(lines: Iterable[str], iris: Collection[str]) -> dict[str, Facts]:
    """What these things say, of N-Triples lines: subject -> predicate -> its terms."""
    mine = (line for line in lines if line.startswith("<") and line[1 : line.index(">")] in iris)
    out: dict[str, Facts] = defaultdict(lambda: defaultdict(set))
    for quad in read_n_quads("\n".join(mine).encode()):
        fact = triple_of(quad)
        out[fact.subject.value][fact.predicate.value].add(fact.object)
    return {subject: dict(said) for subject, said in out.items()}


def read_release(where: str, here: Path) -> Dump:
    """The release that lies at a path or an address, or that a git commit of this project builds.

    Parameters
    ----------
    where:
        A folder of `maillage build -o` or `maillage export rdf`, an N-Quads file (``.nq``, ``.nq.gz``), its address, or
        a tag or commit.
    here:
        The checkout in whose history a commit is looked for.

    Raises
    ------
    MaillageError
        When there is none of these, or it cannot be read.
    """
    if where.partition("://")[0] in ("http", "https"):
        return _parsed(_fetched(where), where)
    path = Path(where)
    if path.is_dir():
        found = next((path / name for name in NAMES if (path / name).is_file()), None)
        if found is None:
            fix = "Make one: maillage build -o DIR, or maillage export rdf -f nquads -o DIR."
            raise MaillageError(f"holds no release ({', '.join(NAMES)}).", file=path, fix=fix)
        path = found
    if path.is_file():
        if not path.name.endswith((".nq", ".nq.gz")):
            raise MaillageError(
                "is no N-Quads file (.nq, .nq.gz): other forms do not tell what is stated from what is derived.",
                file=path,
                fix="maillage export rdf -f nquads writes one.",
            )
        return _parsed(path.read_bytes(), str(path))
    return built_of(where, here)


def _fetched(address: str) -> bytes:
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return bytes(answer.read())
    except (urllib.error.URLError, OSError, ValueError) as error:
        raise MaillageError(f"{address} cannot be fetched ({error}).", fix="Give the path of a copy.") from None


def _parsed(data: bytes, name: str) -> Dump:
    try:
        if data[:2] == b"\x1f\x8b":
            data = gzip.decompress(data)
        return dump_of(read_n_quads(data))
    except (SyntaxError, ValueError, EOFError, OSError) as error:
        raise MaillageError(f"is not N-Quads ({error}).", file=name, fix="Give a whole .nq file.") from None


def built_of(commit: str, here: Path) -> Dump:
    """The release that a commit's own files build, by this software.

    Raises
    ------
    MaillageError
        When `here` is no git checkout, or has no such commit.
    """
    git = shutil.which("git")
    kept = git and subprocess.run(
        [git, "-C", str(here), "rev-parse", "--verify", "-q", f"{commit}^{{commit}}"], capture_output=True
    )
    if not git or not kept or kept.returncode:
        raise NotFoundError(
            f"'{commit}' is no file, folder or address, and no commit of {here}.",
            fix="Give what --previous is to read.",
        )
    with tempfile.TemporaryDirectory(prefix="maillage-") as folder:
        names = ["ontology", "graph", "queries", "src/maillage/places.py"]
        archive = [git, "-C", str(here), "archive", "--format=tar", "-o", f"{folder}/old.tar", commit, *names]
        done = subprocess.run(archive, capture_output=True, text=True)
        if done.returncode:
            raise MaillageError(f"{commit} holds no graph ({done.stderr.strip()}).", fix="Give another commit.")
        shutil.unpack_archive(f"{folder}/old.tar", folder, filter="data")
        return dump_of(build(find_places(Path(folder))).loaded.quads())


def latest_tag(places: Places) -> str | None:
    """The last tag before the present commit of the checkout, if it has one."""
    git = shutil.which("git")
    if git is None:
        return None
    asked = [git, "-C", str(places.ontology.parent), "describe", "--tags", "--abbrev=0"]
    said = subprocess.run(asked, capture_output=True, text=True)
    return said.stdout.strip() or None if said.returncode == 0 else None


def group_of(iri: str) -> str:
    """``terms``, ``claims``, ``evidence`` (documents and quotations) or ``entities``."""
    if not iri.startswith(ID):
        return "terms"
    kind = iri.removeprefix(ID).partition("/")[0]
    return {"claim": "claims", "document": "evidence", "quotation": "evidence"}.get(kind, "entities")
