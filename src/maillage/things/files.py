"""Files: content comes in; a file written whole, or not at all, goes out."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from maillage.errors import MaillageError


def write_atomically(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all; an error says what to mend."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
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
