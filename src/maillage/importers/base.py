"""What an importer is, and the one way to run it: sources come in, whole canonical files under graph/ go out.

An importer is a name, words, and a function that takes a `Job` (its source files, the retrieval date, what graph/
says today, a report) and returns a `Draft`: path below graph/ -> descriptions. It never writes and never asks the
clock. `run` merges the draft with graph/ and writes all of it or nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from maillage.errors import MaillageError, NotFoundError
from maillage.importers.draft import Draft, merge
from maillage.importers.facts import Facts, code, describe, en, fr, integer, iri, node, slug, when
from maillage.importers.files import write_all
from maillage.importers.known import Known, label_of
from maillage.importers.report import Report

__all__ = [
    "LICENCE_OUVERTE",
    "Draft",
    "Facts",
    "Importer",
    "Job",
    "Known",
    "Outcome",
    "Register",
    "Report",
    "code",
    "describe",
    "en",
    "fr",
    "integer",
    "iri",
    "label_of",
    "node",
    "run",
    "slug",
    "when",
]

#: Where the heading of a file says the retrieval date, once it is known.
RETRIEVED = "{retrieved}"
LICENCE_OUVERTE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"


@dataclass(frozen=True)
class Register:
    """A source as the files that come from it describe it: a `mlg:Document` of origin register.

    Parameters
    ----------
    slug:
        End of its IRI (`doc:...`), with the vintage in it.
    title, made:
        French and English words: what it is; how the file was made from it.
    issued:
        Its vintage: 2026, 2026-03 or 2026-03-09.
    publisher, url, licence:
        Who publishes it (a name), where, under which licence (a URL); None when not known.
    """

    slug: str
    title: tuple[str, str]
    made: tuple[str, str]
    publisher: str
    issued: str | None = None
    url: str | None = None
    licence: str | None = LICENCE_OUVERTE

    @property
    def name(self) -> str:
        """Its CURIE."""
        return f"doc:{self.slug}"

    def describe(self, draft: Draft, path: str, retrieved: str | None) -> str:
        """Describe it in a file of the draft; `retrieved` is the day the maintainer fetched it. Returns its IRI."""
        facts: Facts = {
            "dct:title": [fr(self.title[0]), en(self.title[1])],
            "dct:description": [fr(self.made[0]), en(self.made[1])],
            "dct:publisher": code(self.publisher),
            "dct:issued": when(self.issued) if self.issued else None,
            "dct:source": node(self.url) if self.url else None,
            "dct:license": node(self.licence) if self.licence else None,
            "dct:language": code("fr"),
            "mlg:documentType": "documentType:register",
            "mlg:retrieved": when(retrieved) if retrieved else None,
            "mlg:origin": "origin:register",
        }
        return draft.add(path, self.name, "mlg:Document", facts)

    def header(self, draft: Draft, path: str, about: str, home: str, command: str) -> None:
        """The comment on top of a file that comes from this register: what it holds, whence, and by which command."""
        where = "décrit ci-dessous" if path == home else f"décrit dans {home}"
        vintage = f", millésime {self.issued}" if self.issued else ""
        licence = {LICENCE_OUVERTE: "Licence Ouverte", None: ""}.get(self.licence, self.licence)
        under = f" ; {licence}" if licence else ""
        draft.header(
            path,
            about,
            f"Source : {self.title[0]}{vintage} ({self.name}, {where}){under}{RETRIEVED}.",
            f"Écrit par « maillage import {command} » ; noms et remarques ajoutés ici survivent au suivant.",
        )


@dataclass
class Job:
    """What an importer works from."""

    sources: Sequence[Path]
    retrieved: str | None
    known: Known
    report: Report
    options: Mapping[str, str] = field(default_factory=dict)

    def find(self, *names: str, needed: bool = True) -> Path | None:
        """The source file of one of these names (`*` allowed), given as such or inside a given folder.

        A single given file is taken for what is needed, whatever it is called.

        Raises
        ------
        NotFoundError
            When it is needed and not among the sources.
        """
        for source in self.sources:
            if not source.exists():
                raise NotFoundError("there is no such file or folder.", file=source, fix="Check --source.")
            for name in names:
                found = sorted(source.glob(name)) if source.is_dir() else [source] if source.match(name) else []
                if found:
                    return found[-1]
        if needed and len(self.sources) == 1 and self.sources[0].is_file():
            return self.sources[0]
        if not needed:
            return None
        given = ", ".join(map(str, self.sources)) or "nothing"
        raise NotFoundError(
            f"the source {' or '.join(names)} was not given (given: {given}).",
            fix="Name the file, or the folder it lies in, with --source.",
        )


@dataclass(frozen=True)
class Importer:
    """One importer: its name on the command line, what it imports, what --source must be, and its function."""

    name: str
    words: Mapping[str, str]
    source: str
    make: Callable[[Job], Draft]


@dataclass
class Outcome:
    """What a run did: the files that changed, those that were already so, and the report."""

    changed: list[str]
    unchanged: list[str]
    report: Report


def run(
    importer: Importer,
    graph: Path,
    sources: Sequence[Path] = (),
    retrieved: str | None = None,
    report: Report | None = None,
    options: Mapping[str, str] | None = None,
) -> Outcome:
    """Run an importer over a graph folder: everything it has to write is written, or nothing.

    Parameters
    ----------
    graph:
        The graph folder (graph/ of a checkout); made if it is missing.
    sources:
        Files or folders the importer reads.
    retrieved:
        The day the sources were fetched, as the maintainer says it (never the clock).

    Raises
    ------
    MaillageError
        For a source that is missing, truncated or of the wrong vintage, a graph file that is not Turtle, a disk
        that is full: nothing has been written then.
    """
    if retrieved is not None:
        when(retrieved)
    if graph.exists() and not graph.is_dir():
        raise MaillageError("the graph is to be a folder.", file=graph, fix="Name a folder with --graph.")
    report = report or Report()
    known = Known(graph)
    day = f" ; consulté le {retrieved}" if retrieved else ""
    draft = importer.make(Job(sources, retrieved, known, report, options or {}))
    draft.headers = {path: text.replace(RETRIEVED, day) for path, text in draft.headers.items()}
    merged = merge(draft, known, report)
    for subject, source, path in sorted(merged.moved):
        report.remark(f"{subject}: its description moved from {source} to {path}.")
    if merged.dropped_claims:
        report.remark(f"{merged.dropped_claims} claims the source no longer makes were dropped.")
    changed = write_all(graph, merged.texts)
    return Outcome(changed, sorted(set(merged.texts) - set(changed)), report)
