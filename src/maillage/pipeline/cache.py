"""The cache: places come in; the graph built of exactly what lies there goes out, kept for the next question.

A kept graph is named after the content of all it is made of, so whatever lies in the cache, an answer is the one a new
build would give: a changed file has another name. It is written beside and moved into place whole. All of it can be
thrown away at any time.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import IO

import filelock
from platformdirs import user_cache_path

from maillage.asking.catalogue import Catalogue
from maillage.errors import MaillageError, MaillageWarning
from maillage.naming.names import Names
from maillage.pipeline.bounds import BadDate
from maillage.pipeline.build import Build, build
from maillage.pipeline.load import Loaded, Repeated, Source, input_files
from maillage.places import Places
from maillage.store.embedded import ENGINE, Oxigraph, write_store
from maillage.things.index import Index, write_index
from maillage.things.progress import Progress, silent

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

NAMES, _STORE, _NOTES, _USE = "names.sqlite", "store", "notes.json", "in-use"
#: The modules of this package that load or derive: what a build does is told by their text (a version number stays
#: while code changes). A test holds the list.
CODE = ("errors.py", "terms.py", "places.py", "dates.py", "things", "store", "naming", "asking", "pipeline")
#: Seconds to wait for another process that builds the same graph, before building apart.
_PATIENCE = 300.0
#: A folder half-written by a killed process is taken away after so many seconds; one in use is younger.
_STALE = 3600.0
#: How many kept graphs stay, the latest used.
_KEPT = 3


@dataclass(frozen=True)
class Content:
    """What a graph is made of: its name in the cache, and its files by named graph."""

    key: str
    sources: dict[str, Source]


def content(places: Places) -> Content:
    """The content of what a build of these places is made of.

    Raises
    ------
    MaillageError
        For an empty graph folder or a file that cannot be read.
    """
    paths = sorted(input_files(places).items())
    try:
        sources = {graph: Source(path, graph, _sha(path.read_bytes())) for graph, path in paths}
        rules = {path.name: _sha(path.read_bytes()) for path in sorted((places.queries / "rules").glob("*.rq"))}
    except OSError as error:
        raise MaillageError(
            f"cannot be read ({(error.strerror or str(error)).lower()}).", file=Path(error.filename or places.graph)
        ) from None
    inputs = {graph: source.sha256 for graph, source in sources.items()}
    made_of = {"inputs": inputs, "rules": rules, **code()}
    return Content(_sha(json.dumps(made_of, sort_keys=True).encode())[:24], sources)


def code() -> dict[str, object]:
    """What builds: the store's version, the SHA-256 of each module that loads or derives, and of what reads dates."""
    base = Path(__file__).resolve().parent.parent
    tops = [(base, base / name) for name in CODE]
    spec = find_spec("edtf")
    for folder in map(Path, spec.submodule_search_locations or ()) if spec is not None else ():
        tops.append((folder.parent, folder))
    modules = {
        path.relative_to(root).as_posix(): _sha(path.read_bytes())
        for root, top in tops
        for path in ([top] if top.is_file() else top.rglob("*.py"))
    }
    return {"store": ENGINE, "modules": modules}


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def cache_folder() -> Path:
    """Where kept graphs lie: the user's cache, which may be missing or closed."""
    return user_cache_path("maillage") / "graphs"


def ready(places: Places, progress: Progress = silent) -> Build:
    """The built graph of these places: the one kept of the same content, else built now and kept.

    Where nothing can be kept (no home, no room, no right) it is built all the same, with a `MaillageWarning` that says
    so. Of several processes that need the same graph one builds, and the others wait for it.

    Raises
    ------
    MaillageError
        When a file of the graph cannot be read.
    """
    made_of = content(places)
    entry = cache_folder() / made_of.key

    def make() -> Build:
        return build(places, progress=progress)

    return kept(entry, places, made_of.sources, make, progress)


def kept(
    entry: Path, places: Places, sources: dict[str, Source], make: Callable[[], Build], progress: Progress = silent
) -> Build:
    """The built graph of an entry, made and kept first where there is none; only made where it cannot be kept."""
    found = _opened(entry, places, sources)
    if found is not None:
        return found
    built: Build | None = None
    try:
        with _alone(entry, progress):
            found = _opened(entry, places, sources)
            if found is not None:
                return found
            built = make()
            if built.loaded.sources != sources:
                return built  # a file was changed while it was read
            _keep(entry, built, progress)
            _prune(entry)
        found = _opened(entry, places, sources)
        return built if found is None else found
    except OSError as error:
        warnings.warn(
            f"{entry.parent}: the built graph cannot be kept there ({(error.strerror or str(error)).lower()}), so each "
            "question builds it again. Free room, or point XDG_CACHE_HOME to a folder that can be written to.",
            MaillageWarning,
            stacklevel=2,
        )
        return make() if built is None else built


@contextmanager
def _alone(entry: Path, progress: Progress) -> Iterator[None]:
    """No other process builds this entry meanwhile, unless it holds on too long or the folder knows no locks."""
    entry.parent.mkdir(parents=True, exist_ok=True)
    lock = filelock.FileLock(entry.with_suffix(".lock"))
    try:
        _acquire(lock, progress)
        yield
    finally:
        lock.release()


def _acquire(lock: filelock.BaseFileLock, progress: Progress) -> None:
    try:
        lock.acquire(blocking=False)
    except NotImplementedError:
        return
    except filelock.Timeout:
        progress("wait", 0.0)
        with suppress(filelock.Timeout):
            lock.acquire(timeout=_PATIENCE)


def _keep(entry: Path, built: Build, progress: Progress = silent) -> None:
    """Write a built graph as an entry of the cache: beside it, then moved into place.

    Raises
    ------
    OSError
        When there is no room or no right to write.
    """
    progress("keep", 0.0)
    notes = {"bad_dates": [asdict(b) for b in built.bad_dates], "repeated": [asdict(r) for r in built.loaded.repeated]}
    staging = Path(tempfile.mkdtemp(prefix=f".new-{entry.name}-", dir=entry.parent))
    try:
        quads = staging / "graph.nq"
        built.store.dump(quads)
        write_index(staging / NAMES, built.names.tables())
        progress("keep", 0.2)
        write_store(staging / _STORE, quads)
        progress("keep", 0.9)
        quads.unlink()
        _seal(staging, notes)
        try:
            staging.replace(entry)
        except OSError:
            if _notes(entry) is None:  # else another process was first, with the same content
                shutil.rmtree(entry, ignore_errors=True)
                staging.replace(entry)
        progress("keep", 1.0)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _seal(folder: Path, notes: Mapping[str, object]) -> None:
    """Note the size of each file, so that a folder half-written, half-copied or cut is told at once."""
    (folder / _USE).touch()
    sizes = {path.relative_to(folder).as_posix(): path.stat().st_size for path in folder.rglob("*") if path.is_file()}
    (folder / _NOTES).write_text(json.dumps({**notes, "sizes": sizes}, ensure_ascii=False), encoding="utf-8")


#: Files of a store that opening it for reading may make or change.
_LOOSE = ("LOG", "LOCK")


def _notes(entry: Path) -> dict[str, list[dict[str, str]]] | None:
    """The notes of an entry whose files are all there, as long as they were written; None for any other."""
    try:
        notes = json.loads((entry / _NOTES).read_bytes())
        for name, size in notes["sizes"].items():
            if Path(name).name not in _LOOSE and (entry / name).stat().st_size != size:
                return None
        return dict(notes)
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return None


def _opened(entry: Path, places: Places, sources: dict[str, Source]) -> Build | None:
    """The built graph of an entry; None when there is none, or one that is not whole."""
    use = _in_use(entry)
    notes = None if use is None else _notes(entry)
    if notes is None:
        return None
    try:
        store = Oxigraph(entry / _STORE)
    except MaillageError:
        return None
    loaded = Loaded(places, store, dict(sources), [Repeated(**said) for said in notes["repeated"]])
    names = Names(store, Index(entry / NAMES))
    bad_dates = [BadDate(**said) for said in notes["bad_dates"]]
    return Build(loaded, Catalogue(places), names, bad_dates, use=use)


def _in_use(entry: Path, alone: bool = False) -> IO[bytes] | None:
    """A mark that an entry is in use, until it is closed; with `alone` only when nobody else uses it. None: no such."""
    try:
        mark = (entry / _USE).open("rb")
    except OSError:
        return None
    if fcntl is None:
        return None if alone else mark
    try:
        fcntl.flock(mark, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        os.utime(entry / _USE)  # when it was used last
    except BlockingIOError:
        mark.close()
        return None
    except OSError:
        return None if alone else mark  # a folder without locks, or closed for writing: nothing there is pruned
    return mark


def _prune(entry: Path) -> None:
    """Take away the entries used longest ago that nobody uses, and what killed processes left; never the one given."""
    now = time.time()
    others: list[tuple[float, Path]] = []
    for path in entry.parent.iterdir():
        try:
            unused = now - (path / _USE if path.is_dir() and (path / _USE).exists() else path).stat().st_mtime
        except OSError:
            continue
        if path.name.startswith(".new-") and unused > _STALE:
            shutil.rmtree(path, ignore_errors=True)
        elif path.suffix == ".lock" and unused > _STALE and path != entry.with_suffix(".lock"):
            path.unlink(missing_ok=True)
        elif path != entry and path.is_dir() and not path.name.startswith("."):
            others.append((unused, path))
    for _, path in sorted(others)[_KEPT - 1 :]:
        use = _in_use(path, alone=True)
        if use is not None:
            shutil.rmtree(path, ignore_errors=True)
            use.close()
