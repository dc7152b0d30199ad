"""Files into a folder: paths and bytes come in; what differs is written, what is gone is removed, a list is kept.

Each file is written whole or not at all. A folder that holds what no former export wrote is refused, before anything is
touched; hidden files (`.git`, `.nojekyll`) and `CNAME` are left alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from maillage.errors import MaillageError
from maillage.things.files import write_atomically

#: The list of all files that an export wrote.
MANIFEST = "site.json"
#: What hosts ask for, beside the pages.
_OF_HOSTS = {"CNAME"}
#: What a process that was ended leaves of a file it was writing.
_LEFT = re.compile(r"\.(.+)\.[a-z0-9_]{8}\Z")


@dataclass(frozen=True)
class Put:
    """A file as it now lies there."""

    path: str
    size: int
    changed: bool


def former(folder: Path) -> set[str]:
    """The files that a former export wrote.

    Raises
    ------
    MaillageError
        When the folder holds others, or is a file.
    """
    if folder.exists() and not folder.is_dir():
        raise MaillageError("this is a file, a site needs a folder.", file=folder, fix="Name another one with -o.")
    listed = folder / MANIFEST
    try:
        known = set(json.loads(listed.read_bytes())["files"]) if listed.is_file() else set()
    except (ValueError, KeyError, TypeError):
        raise MaillageError("this list of files cannot be read.", file=listed, fix="Name an empty folder.") from None
    strange = sorted(set(_visible(folder)) - known - {MANIFEST})
    if strange:
        some = ", ".join(strange[:3]) + (", ..." if len(strange) > 3 else "")
        fix = "Name an empty folder, or one that this command wrote."
        raise MaillageError(f"this folder holds {len(strange)} other file(s): {some}.", file=folder, fix=fix)
    return known


def _visible(folder: Path) -> Iterable[str]:
    """The files of a folder, hidden ones and those of hosts left out."""
    for path in folder.rglob("*") if folder.is_dir() else ():
        name = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in name.parts)
        if not hidden and name.as_posix() not in _OF_HOSTS and (path.is_symlink() or not path.is_dir()):
            yield name.as_posix()


def begin(folder: Path, files: Iterable[str]) -> None:
    """List all that will lie there, so that an export that is ended half way can be taken up again."""
    _list(folder, files)


def put(folder: Path, path: str, data: bytes) -> Put:
    """Write a file where it differs."""
    target = folder / path
    same = target.is_file() and not target.is_symlink() and target.read_bytes() == data
    if not same:
        write_atomically(target, data)
    return Put(path, len(data), not same)


def finish(folder: Path, files: Iterable[str], known: Iterable[str]) -> int:
    """Remove what a former export wrote and this one did not; how many files that were."""
    there = set(files)
    gone = sorted(path for path in set(known) - there if ".." not in Path(path).parts and not Path(path).is_absolute())
    for path in gone:
        (folder / path).unlink(missing_ok=True)
    for hidden in folder.rglob(".*"):
        left = _LEFT.match(hidden.name)
        if left and hidden.is_file() and (hidden.parent / left[1]).relative_to(folder).as_posix() in there:
            hidden.unlink(missing_ok=True)
    for parent in sorted({p for path in gone for p in Path(path).parents if p != Path()}, key=lambda p: -len(p.parts)):
        with suppress(OSError):
            (folder / parent).rmdir()
    _list(folder, there)
    return len(gone)


def _list(folder: Path, files: Iterable[str]) -> None:
    write_atomically(folder / MANIFEST, json.dumps({"files": sorted(files)}, ensure_ascii=False, indent=0) + "\n")
