"""Gazetteers, made once and kept: names come in; theirs goes out, from a file that is looked up and never listed."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from maillage.naming.gazetteer import Body, Gazetteer, Place
from maillage.naming.names import Names
from maillage.things.index import Index, write_index

_SETS = ("by_joined", "by_code", "by_name", "by_word", "by_core", "at", "places_by_core", "departments_of_area")


_MADE: WeakKeyDictionary[Names, Gazetteer] = WeakKeyDictionary()


def gazetteer(names: Names) -> Gazetteer:
    """The gazetteer of some names: kept beside their index, made and kept first where there is none.

    Where names are not kept, or their folder is closed, it is made in memory.
    """
    if names not in _MADE:
        _MADE[names] = _kept(names)
    return _MADE[names]


def _kept(names: Names) -> Gazetteer:
    if names.folder is None:
        return Gazetteer(names)
    path = names.folder / f"gazetteer-{_made_by()}.sqlite"
    if not path.is_file():
        made = Gazetteer(names)
        try:
            _write(path, made)
        except OSError:
            return made
    return _Opened(names, Index(path))


def _made_by() -> str:
    """The modules of this folder, by their text: a file made by others is another file."""
    sources = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    return hashlib.sha256(sources).hexdigest()[:12]


def _write(path: Path, made: Gazetteer) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".gazetteer-")
    os.close(handle)
    try:
        write_index(Path(temporary), _tables(made))
        Path(temporary).replace(path)
    finally:
        Path(temporary).unlink(missing_ok=True)


def _tables(made: Gazetteer) -> dict[str, Iterable[tuple[Any, str]]]:
    sets: dict[str, Mapping[Any, Iterable[str]]] = {name: getattr(made, name) for name in _SETS}
    sets["by_family"] = made.by_family
    tables: dict[str, Iterable[tuple[Any, str]]] = {
        name: ((key, value) for key, values in table.items() for value in values) for name, table in sets.items()
    }
    tables["bodies"] = ((iri, _json(body)) for iri, body in made.bodies.items())
    tables["places"] = ((iri, _json(place)) for iri, place in made.places.items())
    tables["cores"] = ((iri, " ".join(sorted(words))) for iri, found in made.cores.items() for words in found)
    return tables


def _json(thing: Body | Place) -> str:
    return json.dumps(vars(thing), default=sorted, ensure_ascii=False)


def _body(texts: list[str]) -> Body:
    said = json.loads(texts[0])
    for name in ("kinds", "types", "codes", "places", "categories"):
        said[name] = set(said[name])
    return Body(**said)


def _place(texts: list[str]) -> Place:
    said = json.loads(texts[0])
    return Place(**{**said, "within": set(said["within"])})


class _Opened(Gazetteer):
    """A gazetteer that reads its file where another lists the store."""

    def __init__(self, names: Names, index: Index) -> None:
        self.names = names
        self.bodies = index.table("bodies", _body)
        self.places = index.table("places", _place)
        self.cores = index.table("cores", lambda texts: [frozenset(text.split()) for text in texts])
        self.by_family = index.table("by_family", list)
        for name in _SETS:
            setattr(self, name, index.table(name, set))
        self._regions = {}
        self._above = {}
