"""Files: content comes in; a file, or several together, written whole or not at all go out."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from maillage.errors import MaillageError


def write_atomically(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all, through a symbolic link to its target; an error says what to mend."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        path = Path(os.path.realpath(path)) if path.is_symlink() else path
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            umask = os.umask(0)
            os.umask(umask)
            Path(temporary).chmod(0o666 & ~umask)
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


def write_together(folder: Path, contents: Mapping[str, bytes]) -> list[Path]:
    """Write files of one folder beside it first, then move all into place; what else lies there is left alone.

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
                (staging / name).write_bytes(data)
            for name in contents:
                (staging / name).replace(folder / name)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    except OSError as error:
        raise MaillageError(
            f"cannot be written ({(error.strerror or str(error)).lower()}).", file=folder, fix="Choose another folder."
        ) from None
    return [folder / name for name in contents]
