"""Kept builds: a folder comes in; the build kept there, made or opened to ask, goes out.

The folder holds plain files, the same bytes on every machine. What makes them quick to ask, an index, lies in the
user's cache like that of any graph: it can be thrown away, and is made again when it is missed.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from maillage.asking.catalogue import Catalogue
from maillage.errors import MaillageError
from maillage.naming.names import Names
from maillage.pipeline.build import Build, build
from maillage.pipeline.cache import cache_folder, code, kept
from maillage.pipeline.load import Loaded, input_files
from maillage.pipeline.products import MANIFEST, QUADS, ingredients, products, read_manifest
from maillage.pipeline.validate import Finding
from maillage.places import Places, pasted
from maillage.store.embedded import Oxigraph, read_n_quads
from maillage.things.files import write_together
from maillage.things.progress import Progress, silent


@dataclass
class Made:
    """A build that was kept: what it is, what was found, the files written."""

    built: Build
    findings: list[Finding]
    written: list[Path]


def make(places: Places, folder: Path, version: str, lang: str = "fr", progress: Progress = silent) -> Made | None:
    """Build, check and keep in a folder; None when what lies there was made of the same.

    The files are written beside and moved into place together: a build that is stopped, or killed, half-way leaves the
    former one whole.

    Raises
    ------
    MaillageError
        When a file of the graph cannot be read, or the folder cannot be written.
    """
    made_of = {**ingredients(places, version), "code": _digest(code())}
    if _is_made_of(folder, made_of):
        return None
    built = build(places, progress=progress)
    findings = built.findings(lang)
    faults = built.faults(findings)
    contents = products(built, made_of, faults, len(findings) - faults)
    for stopped in folder.glob(".maillage-*"):
        shutil.rmtree(stopped, ignore_errors=True)
    return Made(built, findings, write_together(folder, contents))


def _is_made_of(folder: Path, made_of: Mapping[str, Any]) -> bool:
    """Whether a folder holds a whole build made of this."""
    try:
        manifest = read_manifest(folder)
        return all(manifest.get(key) == value for key, value in made_of.items()) and all(
            hashlib.sha256((folder / name).read_bytes()).hexdigest() == said["sha256"]
            for name, said in manifest["products"].items()
        )
    except (MaillageError, OSError):
        return False


def _digest(said: object) -> str:
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def open_kept(folder: Path, places: Places, cache: bool = True, progress: Progress = silent) -> Build:
    """The build kept in a folder, to ask and to draw; it cannot be checked, for it has no Turtle files.

    Raises
    ------
    MaillageError
        When the folder holds no build, or files of two.
    """
    read_manifest(folder)

    def load() -> Build:
        progress("load", 0.0)
        store = Oxigraph()
        store.add_quads(facts_in(folder))
        return Build(Loaded(places, store), Catalogue(places), Names(store), [])

    opened = _cached(folder, places, load, progress) if cache else load()
    opened.loaded.kept = lambda: read_n_quads(facts_in(folder))
    return opened


def facts_in(folder: Path) -> bytes:
    """All facts of a build kept in a folder, as N-Quads.

    Raises
    ------
    MaillageError
        When the folder holds no build, or files of two.
    """
    said = read_manifest(folder)["products"]
    data = (folder / QUADS).read_bytes()
    if hashlib.sha256(data).hexdigest() != said[QUADS]["sha256"]:
        raise MaillageError(
            "the files of this build do not belong together.",
            file=folder,
            fix=f"Make it again: maillage build -o {pasted(folder)}",
        )
    return data


def _cached(folder: Path, places: Places, load: Callable[[], Build], progress: Progress) -> Build:
    made = hashlib.sha256(_digest(code()).encode() + (folder / MANIFEST).read_bytes()).hexdigest()
    return kept(cache_folder() / f"store-{made[:24]}", places, {}, load, progress)


def made_otherwise(manifest: Mapping[str, Any], places: Places, version: str) -> bool:
    """Whether a build was made by another version, other rules or other code than those that would make it now."""
    now = ingredients(places, version)
    own = {"maillage": version, "rules": now["rules"], "code": _digest(code())}
    return any(manifest.get(key) != value for key, value in own.items())


def changed_since(manifest: Mapping[str, Any], places: Places) -> list[str]:
    """The named graphs whose files differ from those a build was made of, by its manifest, or came or went since."""
    was, now = manifest["inputs"], input_files(places)
    same = {graph for graph, path in now.items() if was.get(graph) == hashlib.sha256(path.read_bytes()).hexdigest()}
    return sorted((set(was) | set(now)) - same)
