"""The search of some names: names come in; their finder goes out, its index kept beside theirs.

Where names are not kept, or their folder is closed, it is made in memory.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import tempfile
from collections import defaultdict
from pathlib import Path
from weakref import WeakKeyDictionary

from maillage.naming.names import Names
from maillage.search.finding import Finder
from maillage.search.index import Kind, opened, write
from maillage.search.listed import listed
from maillage.terms import MLG, OWL, RDF, RDFS, SKOS

_MADE: WeakKeyDictionary[Names, Finder] = WeakKeyDictionary()


def finder(names: Names) -> Finder:
    """The search over the things of some names, made once and kept."""
    if names not in _MADE:
        path = index_of(names)
        _MADE[names] = finder_in(path) if path is not None else Finder(_written(names, None))
    return _MADE[names]


def give(names: Names, found: Finder) -> None:
    """Say which search is that of some names, where it was made elsewhere."""
    _MADE[names] = found


def finder_in(path: Path, *, whole: bool = False) -> Finder:
    """The search of an index file; `whole` for where no file can be opened later."""
    return Finder(opened(path, whole=whole))


def index_of(names: Names) -> Path | None:
    """The file with the index of these names, beside theirs; written where there is none, None where none can be."""
    if names.folder is None:
        return None
    try:
        return write_search(names, names.folder)
    except OSError:
        return None


def write_search(names: Names, folder: Path) -> Path:
    """The file with the index of these names in a folder; written where there is none.

    Raises
    ------
    OSError
        When there is no room or no right to write.
    """
    path = folder / f"search-{_made_by()}.sqlite"
    if path.is_file():
        return path
    handle, beside = tempfile.mkstemp(dir=folder, prefix=".search-")
    os.close(handle)
    try:
        _written(names, Path(beside)).close()
        return Path(beside).replace(path)
    finally:
        Path(beside).unlink(missing_ok=True)


def _written(names: Names, where: Path | None) -> sqlite3.Connection:
    return write(where, listed(names.store), _kinds(names))


def _kinds(names: Names) -> dict[str, Kind]:
    """The classes of the vocabulary; of a thing that is a word of it, what a word is called."""
    store = names.store
    above: dict[str, set[str]] = defaultdict(set)
    for triple in store.values(None, RDFS + "subClassOf"):
        above[triple.subject.value].add(triple.object.value)
    classes = sorted(t.subject.value for t in store.values(None, RDF + "type", OWL + "Class"))
    store.expect(classes)
    words = {OWL + "Class": ("classe", "class"), SKOS + "Concept": ("notion", "concept")}
    out = {iri: Kind(label, english) for iri, (label, english) in words.items()}
    for iri in (one for one in classes if one.startswith(MLG)):
        called = [t.object.value for p in (RDFS + "label", SKOS + "altLabel") for t in store.values(iri, p)]
        closure, new = {iri}, above[iri]
        while new:
            closure, new = closure | new, {one for each in new for one in above.get(each, ())} - closure - new
        out[iri] = Kind(names.label(iri, "fr"), names.label(iri, "en"), tuple(sorted(called)), frozenset(closure))
    return out


def _made_by() -> str:
    """The modules of this folder and of the names, by their text: a file made by others is another file."""
    here = Path(__file__).parent
    sources = b"".join(p.read_bytes() for f in (here, here.parent / "naming") for p in sorted(f.glob("*.py")))
    return hashlib.sha256(sources).hexdigest()[:12]
