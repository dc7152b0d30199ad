"""A bundle on its way: files come in, each with what it is; a folder that appears whole or not at all goes out.

Everything is written beside the folder asked for, which takes its place by one renaming. A folder that holds anything
but an unchanged bundle is refused.
"""

from __future__ import annotations

import gzip
import hashlib
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from maillage.errors import MaillageError
from maillage.export.portal.forms import Form, form_of

SUMS = "SHA256SUMS"
#: How the folder where a bundle grows begins.
_GROWING = ".maillage-portal-"


@dataclass(frozen=True)
class Entry:
    """A file of the bundle: where, what it holds in both languages, its size in bytes and its SHA-256.

    `family` is data, ontology, changes, descriptions, registrations or other; `offered` says whether a portal shows it
    as a way to take the graph (a distribution).
    """

    path: str
    fr: str
    en: str
    family: str
    size: int
    sha256: str
    offered: bool = False

    @property
    def form(self) -> Form:
        """The form of the file."""
        return form_of(self.path)


class Staging:
    """The folder where a bundle grows: ``with Staging(folder) as bundle: bundle.add(...); bundle.finish()``."""

    def __init__(self, folder: Path) -> None:
        """Refuses a folder that holds other files, before anything is computed.

        Raises
        ------
        MaillageError
            For a file, or a folder that is no bundle, or one that was changed.
        """
        self.folder = folder
        self.entries: dict[str, Entry] = {}
        _refuse(folder)

    def __enter__(self) -> Staging:
        try:
            self.folder.parent.mkdir(parents=True, exist_ok=True)
            self.root = Path(tempfile.mkdtemp(prefix=_GROWING, dir=self.folder.parent))
            self.root.chmod(0o755)
        except OSError as error:
            raise self._unwritable(error) from None
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self.root, ignore_errors=True)

    def _unwritable(self, error: OSError) -> MaillageError:
        said = (error.strerror or str(error)).lower()
        return MaillageError(f"cannot be written ({said}).", file=self.folder, fix="Choose another folder.")

    def add(self, path: str, data: bytes | str, family: str, fr: str, en: str, *, offered: bool = False) -> Entry:
        """Put a file into the bundle, with what it holds."""
        content = data.encode() if isinstance(data, str) else data
        entry = Entry(path, fr, en, family, len(content), hashlib.sha256(content).hexdigest(), offered)
        target = self.root / path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        except OSError as error:
            raise self._unwritable(error) from None
        self.entries[path] = entry
        return entry

    def add_gzip(self, path: str, data: bytes, family: str, fr: str, en: str, *, offered: bool = False) -> Entry:
        """Put a file into the bundle compressed, without a clock or a name: the same bytes each time."""
        return self.add(f"{path}.gz", gzip.compress(data, 6, mtime=0), family, fr, en, offered=offered)

    def family(self, name: str) -> list[Entry]:
        """The files of a family so far, by path."""
        return sorted((entry for entry in self.entries.values() if entry.family == name), key=lambda e: e.path)

    def offered(self, family: str = "data") -> list[Entry]:
        """The files of a family that a portal shows: ways to take the graph, or the vocabulary."""
        return [entry for entry in self.family(family) if entry.offered]

    def finish_with(self, path: str, write: Callable[[list[Entry]], str]) -> list[Entry]:
        """Write a last file, which tells of all the others, and finish."""
        told = [entry for _, entry in sorted(self.entries.items())]
        self.add(path, write(told), "other", "Ce fichier", "This file")
        return self.finish()

    def finish(self) -> list[Entry]:
        """Write SHA256SUMS and put the bundle in its place by one renaming; a former bundle goes once it is there."""
        lines = (f"{entry.sha256}  {path}\n" for path, entry in sorted(self.entries.items()))
        former = self.folder.with_name(f"{self.root.name}-former")
        try:
            (self.root / SUMS).write_text("".join(lines), encoding="utf-8")
            _refuse(self.folder)
            if self.folder.exists():
                self.folder.replace(former)
            try:
                self.root.replace(self.folder)
            except OSError:
                if former.exists():
                    former.replace(self.folder)
                raise
        except OSError as error:
            raise self._unwritable(error) from None
        shutil.rmtree(former, ignore_errors=True)
        return [entry for _, entry in sorted(self.entries.items())]


def read_sums(folder: Path) -> dict[str, str]:
    """Path -> SHA-256, as SHA256SUMS says; empty where there is none or it is not one."""
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
        return {path: digest for digest, path in (line.split("  ", 1) for line in lines)}
    except (OSError, ValueError):
        return {}


def files_in(folder: Path) -> list[str]:
    """The paths of the files below a folder, hidden ones included, sorted."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())


def _refuse(folder: Path) -> None:
    """Raise unless a folder is not there, is empty, or is a bundle as it was written."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise MaillageError("this is a file.", file=folder, fix="Name a folder.")
    said = read_sums(folder)
    other = [path for path in files_in(folder) if path != SUMS and path not in said]
    if other or (not said and (folder / SUMS).exists()):
        names = ", ".join(other[:3]) + (", ..." if len(other) > 3 else "")
        what = f"this folder holds files that are no part of a bundle ({names or SUMS})."
        raise MaillageError(what, file=folder, fix="Choose an empty folder, or another.")
    changed = [path for path, digest in said.items() if (folder / path).exists() and sha256(folder / path) != digest]
    if changed:
        what = f"files of this bundle were changed by hand ({', '.join(changed[:3])})."
        raise MaillageError(what, file=folder, fix="Choose another folder, so that they are not lost.")


def sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
