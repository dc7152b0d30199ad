"""What an importer is, and the one way to run it: sources come in, whole canonical files under graph/ go out.

An importer is a name, words, and a function that takes a `Job` (its source files, the retrieval date, what graph/
says today, a report) and returns a `Draft`: path below graph/ -> descriptions. It never writes and never asks the
clock. `run` merges the draft with graph/ and writes all of it or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from maillage.errors import MaillageError, NotFoundError
from maillage.importers.kit.draft import Draft, Merged, merge
from maillage.importers.kit.facts import Facts, code, describe, en, fr, integer, iri, is_day, node, slug, when
from maillage.importers.kit.files import only_writer, recover, write_all
from maillage.importers.kit.imports import FILE as IMPORTS
from maillage.importers.kit.imports import lines_of, read_imports, write_imports
from maillage.importers.kit.known import Known, label_of
from maillage.importers.kit.listing import Listing
from maillage.importers.kit.report import Report
from maillage.importers.kit.source import Source
from maillage.importers.kit.withdrawn import leave_out
from maillage.naming.withdrawn import read_withdrawn
from maillage.terms import PREFIXES, curie

__all__ = [
    "Draft",
    "Facts",
    "Importer",
    "Job",
    "Known",
    "Listing",
    "Outcome",
    "Report",
    "Source",
    "check_counts",
    "code",
    "describe",
    "en",
    "fr",
    "integer",
    "iri",
    "is_day",
    "label_of",
    "node",
    "run",
    "slug",
    "when",
]

#: Where the heading of a file says the day its source was fetched, once that is known.
_RETRIEVED = re.compile(r"\{retrieved (doc:[^}]+)\}")
#: So many claims may go without question.
_FEW = 20


@dataclass
class Job:
    """What an importer works from."""

    sources: Sequence[Path]
    retrieved: str | None
    known: Known
    report: Report
    options: Mapping[str, str] = field(default_factory=dict)

    def day(self, document: str) -> str | None:
        """The day a document (CURIE) was fetched: as the maintainer says it, else as graph/ has it."""
        said = self.known.says(document).get(iri("mlg:retrieved"), ())
        return self.retrieved or min((term.value for term in said), default=None)

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
    """One importer.

    Parameters
    ----------
    name, words, source, make:
        Its name on the command line, what it imports, what --source must be, and its function.
    sources:
        The descriptions of the sources whose rows it writes; how many it kept stands in graph/imports.csv.
    looks_up:
        Those it reads besides, for the rows of its own.
    """

    name: str
    words: Mapping[str, str]
    source: str
    make: Callable[[Job], Draft]
    sources: tuple[Source, ...] = ()
    looks_up: tuple[Source, ...] = ()


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
        The day the sources were fetched, as the maintainer says it (never the clock); without it a document that
        graph/ describes already keeps its day.

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
    with only_writer(graph):
        back = recover(graph)
        if back:
            report.remark(
                f"An earlier import was stopped in the middle: {back} files were put back as they were before it."
            )
        known = Known(graph)
        job = Job(sources, retrieved, known, report, options or {})
        draft = importer.make(job)
        if report.read and all(subject.startswith(PREFIXES["doc"]) for subject in draft.subjects):
            raise MaillageError(
                f"no row of {', '.join(sorted(Path(file).name for file in report.read))} could be used.",
                fix="This is another file, or it was damaged.",
            )
        check_counts(job)
        leave_out(draft, read_withdrawn(graph), report)
        _say_days(draft, job)
        merged = merge(draft, known, report)
        for subject, source, path in sorted(merged.moved):
            report.remark(f"{subject}: its description moved from {source} to {path}.")
        _tell_losses(merged, draft, job)
        if importer.sources:
            documents = [curie(subject) for subject in draft.subjects if subject.startswith(PREFIXES["doc"])]
            lines = lines_of(importer.name, importer.sources, documents, report)
            merged.texts[IMPORTS] = write_imports(lines, read_imports(graph))
        changed = write_all(graph, merged.texts)
        return Outcome(changed, sorted(set(merged.texts) - set(changed)), report)


def check_counts(job: Job) -> None:
    """Refuse a source that has fewer or more rows than its description expects, unless the maintainer accepts it."""
    for file, read in job.report.read.items():
        if not job.options.get("counts"):
            read.listing.check_count(read.rows, file, read.line)


def _tell_losses(merged: Merged, draft: Draft, job: Job) -> None:
    """Say what the source no longer names; refuse when so much of it is gone that the source may be cut."""
    gone, before = merged.dropped_claims, merged.former_claims
    if gone > max(_FEW, before // 10) and not job.options.get("loss"):
        raise MaillageError(
            f"{gone} of the {before} claims that graph/ has from this source would go: the source may be cut short.",
            fix="Look at what was reported; if the source is right, run again with --accept-loss.",
        )
    if gone:
        job.report.remark(f"{gone} claims the source no longer makes were dropped.")
    sources = {_undated(subject) for subject in draft.subjects if subject.startswith(PREFIXES["doc"])}
    for path in sorted({path for _, path in merged.kept}):
        left = [
            subject
            for subject, where in merged.kept
            if where == path
            and any(_undated(t.value) in sources for t in job.known.says(subject).get(iri("dct:source"), ()))
        ]
        if left:
            names = ", ".join(curie(subject) for subject in sorted(left)[:3]) + (", ..." if len(left) > 3 else "")
            job.report.remark(f"{path}: {len(left)} things the source no longer names stay as they were ({names}).")


def _undated(document: str) -> str:
    """The IRI of a register without the vintage it ends with."""
    return re.sub(r"[-0-9]+$", "", document)


def _say_days(draft: Draft, job: Job) -> None:
    """Write the day of each source into the headings, and into a register whose day was not said this time."""
    described, before = draft.subjects, replace(job, retrieved=None)

    def day(document: str) -> str | None:
        return (job if iri(document) in described else before).day(document)

    for subject, path in described.items():
        facts, name = draft.files[path][subject], curie(subject)
        register = node("documentType:register") in facts.get(iri("mlg:documentType"), ())
        if register and iri("mlg:retrieved") not in facts:
            found = day(name)
            if found:
                facts[iri("mlg:retrieved")] = {when(found)}
            kept = f"it keeps {found}" if found else "none is written"
            job.report.remark(f"{name}: the day it was fetched was not said (--retrieved): {kept}.")
    for path, text in draft.headers.items():
        draft.headers[path] = _RETRIEVED.sub(lambda m: f" ; consulté le {found}" if (found := day(m[1])) else "", text)
