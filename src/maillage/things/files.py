"""Files: content comes in; a file, or several together, written whole or not at all go out."""

from __future__ import annotations

import errno
import io
import os
import shutil
import stat
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from maillage.errors import MaillageError


def write_atomically(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all, through a symbolic link to its target; an error says what to mend.

    The file keeps the rights it had. A pipe or a device is written into.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        if _is_stream(path):
            with path.open("wb", buffering=0) as stream:
                _write_all(stream, data)
            return
        path = Path(os.path.realpath(path)) if path.is_symlink() else path
        path.parent.mkdir(parents=True, exist_ok=True)
        former = path.stat() if path.exists() else None
        if former is not None and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:50]}.")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            umask = os.umask(0)
            os.umask(umask)
            if former is not None and hasattr(os, "chown"):
                with suppress(OSError):
                    os.chown(temporary, former.st_uid, former.st_gid)
            Path(temporary).chmod(0o666 & ~umask if former is None else stat.S_IMODE(former.st_mode))
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise MaillageError(
            f"cannot be written ({(error.strerror or str(error)).lower()}).",
            file=path,
            fix="Check that the folder exists, is a folder and can be written to.",
        ) from None


def _is_stream(path: Path) -> bool:
    """Whether a path is a pipe or a device, or names what a process has open (/dev/stdout): nothing to be replaced."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)) or path.absolute().parts[1:2] in (("dev",), ("proc",))


def _write_all(stream: io.FileIO, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[stream.write(left) or 0 :]


def write_together(folder: Path, contents: Mapping[str, bytes]) -> list[Path]:
    """Write files of one folder beside it first, then move all into place; what else lies there is left alone.

    A name may stand in a folder below, as ``a/b.ttl``.

    Returns
    -------
    list[Path]
        The files written, in the order given.

    Raises
    ------
    MaillageError
        When the folder is a file or cannot be written; the former files are then whole.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=".maillage-", dir=folder))
        try:
            for name, data in contents.items():
                (staging / name).parent.mkdir(parents=True, exist_ok=True)
                (staging / name).write_bytes(data)
            for name in contents:
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (staging / name).replace(folder / name)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    except OSError as error:
        raise MaillageError(
            f"cannot be written ({(error.strerror or str(error)).lower()}).", file=folder, fix="Choose another folder."
        ) from None
    return [folder / name for name in contents]
