"""Where ontology/, graph/ and queries/ lie (a checkout, or an installed wheel's own data); what a folder holds."""

from __future__ import annotations

import os
import re
import shlex
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

from maillage.errors import MaillageError

#: How the folder in graph/ is called where an import keeps files to come and former ones (no *.ttl inside: no reader
#: takes these for the graph's), and the file it has while it exchanges them.
STAGING = ".maillage-import-"
JOURNAL = "journal.json"


@dataclass(frozen=True)
class Places:
    """The three folders the software reads; each can be replaced by a folder of the user's."""

    ontology: Path
    graph: Path
    queries: Path

    def with_graph(self, graph: Path) -> Places:
        """The same places with another graph folder, which must exist."""
        if not graph.is_dir():
            raise MaillageError(
                "this graph folder does not exist.", file=graph, fix="Name a folder that holds Turtle files."
            )
        return replace(self, graph=graph)

    @property
    def installed(self) -> bool:
        """Whether the graph is the one inside an installed package, which nobody should edit."""
        return Path(__file__).resolve().parent / "_data" in (self.graph, *self.graph.parents)

    def files(self) -> list[Path]:
        """The Turtle files of the graph, sorted by their path below it."""
        files, _ = turtle_files(self.graph)
        if not files:
            raise MaillageError(
                "this graph folder holds no Turtle file (*.ttl).",
                file=self.graph,
                fix="Name another folder, or restore the project's graph/ folder.",
            )
        return files

    def hidden(self) -> list[Path]:
        """The hidden files and folders of the graph that are nobody's facts."""
        return [path for path in turtle_files(self.graph)[1] if not path.name.startswith(STAGING)]

    def stopped_imports(self) -> dict[Path, bool]:
        """Folders that killed imports (or one at work) have in the graph: whether files are half exchanged."""
        return {folder: (folder / JOURNAL).is_file() for folder in sorted(self.graph.glob(f"{STAGING}*"))}

    def graph_path(self, file: Path) -> str:
        """`documents/x` for `graph/documents/x.ttl`: the end of its named graph's IRI, what no IRI holds escaped."""
        return iri_part(file.relative_to(self.graph).with_suffix("").as_posix())


def iri_part(path: str) -> str:
    """A path as it stands in an IRI: what is no letter, digit, '.', '-', '_', '~' or '/' escaped."""
    return re.sub(r"[^\w./~-]", lambda char: quote(os.fsencode(char[0])), path)


def turtle_files(folder: Path) -> tuple[list[Path], list[Path]]:
    """The Turtle files of a folder at any depth (*.ttl in any case, links followed), and what is hidden there.

    Hidden is what begins with a dot: what a system or an editor leaves beside a file. So are pipes, sockets and
    devices, which a reader would wait for. Of the hidden things, Turtle files and folders are told. Both lists are
    sorted by the path below the folder.
    """
    files, hidden = files_below(folder)
    return (
        [path for path in files if path.suffix.lower() == ".ttl"],
        [path for path in hidden if path.suffix.lower() == ".ttl" or path.is_dir()],
    )


def files_below(folder: Path) -> tuple[list[Path], list[Path]]:
    """The files of a folder at any depth, links followed, and what is hidden there, which is not entered."""
    files: list[Path] = []
    hidden: list[Path] = []
    # Each folder once on the way down: a link may lead back to a folder that holds it.
    waiting: list[tuple[Path, tuple[Path, ...]]] = [(folder, (folder.resolve(),))]
    while waiting:
        here, above = waiting.pop()
        for path in here.iterdir():
            if path.name.startswith(".") or (path.exists() and not path.is_file() and not path.is_dir()):
                hidden.append(path)
            elif path.is_dir():
                if (real := path.resolve()) not in above:
                    waiting.append((path, (*above, real)))
            else:
                files.append(path)
    by_path = {path: path.relative_to(folder).as_posix() for path in (*files, *hidden)}
    return sorted(files, key=by_path.__getitem__), sorted(hidden, key=by_path.__getitem__)


def _is_checkout(folder: Path) -> bool:
    return (
        all((folder / name).is_dir() for name in ("ontology", "graph", "queries"))
        and (folder / "src" / "maillage" / "places.py").is_file()
    )


def find_places(start: Path | None = None) -> Places:
    """The checkout around `start` (the working directory) if there is one, else the package's own data.

    A curator who edits a checkout is thus answered from the files under their eyes, whichever copy of the
    software runs.
    """
    here = (start or Path.cwd()).resolve()
    package = Path(__file__).resolve().parent
    for folder in (here, *here.parents, *package.parents[1:2]):
        if _is_checkout(folder):
            return Places(folder / "ontology", folder / "graph", folder / "queries")
    data = package / "_data"
    if data.is_dir():
        return Places(data / "ontology", data / "graph", data / "queries")
    raise MaillageError(
        "the folders ontology/, graph/ and queries/ are not to be found.",
        file=package,
        fix="Reinstall the package, or run from a checkout of the project.",
    )


def guide(name: str) -> Path:
    """A page of docs/guides/ that the software itself hands on, in the checkout or in an installed package.

    Raises
    ------
    MaillageError
        When it is not there.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "_data", package.parents[1]):
        if (path := folder / "docs" / "guides" / name).is_file():
            return path
    raise MaillageError(f"docs/guides/{name} is not to be found.", file=package, fix="Reinstall the package.")


def pasted(path: Path) -> str:
    """`path` as it stands in a command to be copied: what a shell would read otherwise is quoted."""
    text = shown(path)
    return shlex.quote(f"./{text}" if text.startswith("-") else text)


def shown(path: Path) -> str:
    """`path` as a reader wants it: relative to the working directory when it lies below it."""
    try:
        return path.resolve().relative_to(Path.cwd().resolve()).as_posix()
    except ValueError:
        return str(path)
