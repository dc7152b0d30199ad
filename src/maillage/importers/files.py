"""All or nothing: the texts of many files come in; either every one stands under the folder, or none has changed."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from maillage.errors import MaillageError


def write_all(folder: Path, texts: Mapping[str, str | None]) -> list[str]:
    """Write the files whose text differs; None removes a file. Returns the paths that changed, sorted.

    Every text is first written beside (this is where a full disk shows), then the files are exchanged; a failure
    while exchanging puts the former ones back.

    Raises
    ------
    MaillageError
        When something cannot be written; the folder is then as it was.
    """
    changed = {name: text for name, text in sorted(texts.items()) if _differs(folder / name, text)}
    if not changed:
        return []
    staging: Path | None = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # No *.ttl inside: were the process killed here, no reader of the folder would take these for its files.
        staging = Path(tempfile.mkdtemp(prefix=".maillage-import-", dir=folder))
        for number, text in enumerate(changed.values()):
            if text is not None:
                (staging / f"{number}.new").write_bytes(text.encode("utf-8"))
        _exchange(folder, staging, list(changed.items()))
    except OSError as error:
        raise MaillageError(
            f"cannot be written ({(error.strerror or str(error)).lower()}); the folder is as it was before.",
            file=error.filename or folder,
            fix="Make room or check the rights, then run the import again.",
        ) from None
    finally:
        if staging is not None:
            shutil.rmtree(staging, ignore_errors=True)
    return sorted(changed)


def _differs(path: Path, text: str | None) -> bool:
    if text is None:
        return path.exists()
    return not path.is_file() or path.read_bytes() != text.encode("utf-8")


def _exchange(folder: Path, staging: Path, changed: list[tuple[str, str | None]]) -> None:
    """Move the former files aside and the new ones in; undo all of it when one move fails."""
    done: list[tuple[Path, Path | None]] = []
    try:
        for number, (name, text) in enumerate(changed):
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            former = staging / f"{number}.old" if target.exists() else None
            if former is not None:
                target.replace(former)
            done.append((target, former))
            if text is not None:
                (staging / f"{number}.new").replace(target)
    except BaseException:
        for target, former in reversed(done):
            target.unlink(missing_ok=True)
            if former is not None:
                former.replace(target)
        raise
