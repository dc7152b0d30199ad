"""Kept builds: a folder comes in; the build kept there, made, made again in part, or opened to ask, goes out.

The folder holds plain files, the same bytes on every machine. What makes them quick to ask and to make again, an index
and the notes of the build, lies in the user's cache: it can be thrown away, and is made again when it is missed.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from maillage.catalogue import Catalogue
from maillage.errors import MaillageError
from maillage.names import Names
from maillage.pipeline.build import Build, build
from maillage.pipeline.load import Loaded, input_files
from maillage.pipeline.memory import Memory
from maillage.pipeline.products import MANIFEST, QUADS, TRIPLES, ingredients, products, read_manifest
from maillage.pipeline.validate import Finding
from maillage.places import Places
from maillage.store import Store, change_store, write_store
from maillage.things.files import write_together

_STORE, _NOTES = "store", "notes"
#: Above this share of changed quads an index is made anew.
_MOST = 0.2


def _cache(folder: Path) -> Path:
    """The cache of all builds kept in a folder."""
    name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()
    return user_cache_path("maillage") / "builds" / name[:16]


def _index(folder: Path, manifest: bytes | None = None) -> Path:
    """The cache of the build that lies in a folder, or of one with this manifest."""
    made = (folder / MANIFEST).read_bytes() if manifest is None else manifest
    return _cache(folder) / hashlib.sha256(made).hexdigest()[:16]


@dataclass
class Made:
    """A build that was kept: what it is, what was found, what of a former one held, the files written."""

    built: Build
    findings: list[Finding]
    memory: Memory
    written: list[Path]


def make(places: Places, folder: Path, version: str, lang: str = "fr") -> Made | None:
    """Build and keep in a folder, with what still holds of the build that lies there; None when it is up to date.

    Raises
    ------
    MaillageError
        When a file of the graph cannot be read, or the folder or the cache cannot be written.
    """
    catalogue = Catalogue(places)
    made_of, memory = ingredients(places, catalogue, version), recall(folder, version)
    if not memory.blank and all(read_manifest(folder).get(key) == value for key, value in made_of.items()):
        return None
    built = build(places, memory=memory, catalogue=catalogue)
    findings = built.findings(lang)
    faults = sum(finding.severity == "fault" for finding in findings)
    written = keep(folder, products(built, memory, made_of, faults, len(findings) - faults), memory)
    return Made(built, findings, memory, written)


def recall(folder: Path, version: str) -> Memory:
    """What is known of the build kept in a folder; a blank memory when there is none, or one of another version."""
    try:
        manifest = read_manifest(folder)
        notes = _index(folder) / _NOTES
        if manifest["maillage"] != version or not notes.is_dir():
            return Memory()
        former: dict[str, list[bytes]] = {}
        quads = (folder / QUADS).read_bytes()
        if hashlib.sha256(quads).hexdigest() != manifest["products"][QUADS]["sha256"]:
            return Memory()  # stopped between two files
        for line in quads.splitlines():
            statement, _, graph = line.removesuffix(b"> .").rpartition(b" <")
            former.setdefault(graph.decode(), []).append(statement)
        return Memory(notes, manifest, former)
    except (MaillageError, OSError, ValueError):
        return Memory()


def keep(folder: Path, contents: dict[str, bytes], memory: Memory) -> list[Path]:
    """Write the products of a build into a folder, its index and notes into the cache.

    The index comes first, then the products together, then the former index goes: a build that is stopped, or killed,
    half-way leaves the former one whole.

    Raises
    ------
    MaillageError
        When the folder or the cache cannot be written.
    """
    index = _index(folder, contents[MANIFEST])
    quads = [contents[QUADS], contents[TRIPLES]]
    former = None
    if not memory.blank and (_index(folder) / _STORE).is_dir():
        former = _index(folder) / _STORE, [(folder / QUADS).read_bytes(), (folder / TRIPLES).read_bytes()]
    _make(index, quads, former, memory)
    for stopped in folder.glob(".maillage-*"):
        shutil.rmtree(stopped, ignore_errors=True)
    written = write_together(folder, contents)
    for other in _cache(folder).iterdir():
        if other != index:
            shutil.rmtree(other, ignore_errors=True)
    return written


def _make(index: Path, quads: list[bytes], former: tuple[Path, list[bytes]] | None, memory: Memory | None) -> None:
    """An index written beside and moved into place; of a former one where little has changed."""
    try:
        index.parent.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=".new-", dir=index.parent))
        try:
            gone, come = _difference(former[1], quads) if former else (b"", b"")
            # A blank node of the store has a name of its own: it cannot be taken out by that of the file.
            small = len(gone) + len(come) < _MOST * sum(map(len, quads)) and b"_:" not in gone + come
            if former and small:
                change_store(former[0], staging / _STORE, gone, come)
            else:
                write_store(staging / _STORE, b"".join(quads))
            if memory is not None:
                memory.write(staging / _NOTES)
            if index.is_dir():
                shutil.rmtree(index)
            staging.replace(index)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    except OSError as error:
        raise MaillageError(
            f"the index of this build cannot be written ({(error.strerror or str(error)).lower()}).",
            file=index.parent,
            fix="Free room there, or point XDG_CACHE_HOME to a folder that can be written to.",
        ) from None


def _difference(was: list[bytes], now: list[bytes]) -> tuple[bytes, bytes]:
    gone: list[bytes] = []
    come: list[bytes] = []
    for old, new in zip(was, now, strict=True):
        before, after = set(old.splitlines(keepends=True)), set(new.splitlines(keepends=True))
        gone += before - after
        come += after - before
    return b"".join(gone), b"".join(come)


def open_kept(folder: Path, places: Places) -> Build:
    """The build kept in a folder, to ask and to draw; it cannot be checked, for it has no Turtle files.

    Raises
    ------
    MaillageError
        When the folder holds no build, or files of two.
    """
    said = read_manifest(folder)["products"]
    index = _index(folder)
    if not (index / _STORE).is_dir():
        quads = [(folder / name).read_bytes() for name in (QUADS, TRIPLES)]
        if [hashlib.sha256(data).hexdigest() for data in quads] != [said[name]["sha256"] for name in (QUADS, TRIPLES)]:
            raise MaillageError(
                "the files of this build do not belong together.",
                file=folder,
                fix=f"Make it again: maillage build -o {folder}",
            )
        _make(index, quads, None, None)
    store = Store(index / _STORE)
    return Build(Loaded(places, store), Catalogue(places), Names(store), [])


def changed_since(manifest: Mapping[str, Any], places: Places) -> list[str]:
    """The named graphs whose files differ from those a build was made of, by its manifest, or came or went since."""
    was, now = manifest["inputs"], input_files(places)
    same = {graph for graph, path in now.items() if was.get(graph) == hashlib.sha256(path.read_bytes()).hexdigest()}
    return sorted((set(was) | set(now)) - same)
