"""All or nothing: the texts of many files come in; either every one stands under the folder, or none has changed.

Not even a killed import leaves some files new and some old for good: what is being exchanged stands in a journal, by
which the next import puts the former files back.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from maillage.errors import MaillageError
from maillage.places import JOURNAL, STAGING


@contextlib.contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Keep other imports away from a folder (which may not exist yet) for a while, where the system can.

    Raises
    ------
    MaillageError
        When another import is at work there.
    """
    try:
        import fcntl
    except ImportError:  # Not on Windows.
        yield
        return
    if not folder.is_dir():
        yield
        return
    held = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise MaillageError(
                "another import is writing here.", file=folder, fix="Wait for its end, then run this one again."
            ) from None
        yield
    finally:
        os.close(held)


def recover(folder: Path) -> int:
    """Put back what an import that was killed left half exchanged; returns how many files changed back."""
    back = 0
    for staging in sorted(folder.glob(STAGING + "*")):
        back += _put_back(folder, staging)
        shutil.rmtree(staging, ignore_errors=True)
    return back


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
        staging = Path(tempfile.mkdtemp(prefix=STAGING, dir=folder))
        for number, text in enumerate(changed.values()):
            if text is not None:
                (staging / f"{number}.new").write_bytes(text.encode("utf-8"))
        _exchange(folder, staging, changed)
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


def _exchange(folder: Path, staging: Path, changed: Mapping[str, str | None]) -> None:
    """Move the former files aside and the new ones in; undo all of it when one move fails."""
    steps = [[name, (folder / name).exists()] for name in changed]
    draft = staging / "journal.new"
    draft.write_bytes(json.dumps(steps).encode("utf-8"))
    draft.replace(staging / JOURNAL)
    try:
        for number, (name, text) in enumerate(changed.items()):
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.exists():
                target.replace(staging / f"{number}.old")
            if text is not None:
                (staging / f"{number}.new").replace(target)
    except BaseException:
        _put_back(folder, staging)
        raise
    (staging / JOURNAL).unlink()  # From here on the new files are the ones.


def _put_back(folder: Path, staging: Path) -> int:
    """Undo the exchange that a journal speaks of, whatever step it reached; returns how many files changed back."""
    journal = staging / JOURNAL
    if not journal.is_file():
        return 0
    back = 0
    for number, (name, existed) in enumerate(json.loads(journal.read_bytes())):
        former, target = staging / f"{number}.old", folder / name
        if former.exists():
            former.replace(target)
            back += 1
        elif not existed and target.exists():
            target.unlink()
            back += 1
    journal.unlink()
    return back
