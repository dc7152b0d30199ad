"""The index of a search: what can be found comes in; a file that is asked by name, word and part of a word goes out.

Texts stand in it as names are compared (`maillage.naming.normalise`), so FTS5 has no more to do than to cut at blanks.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import quote

from maillage.errors import MaillageError
from maillage.naming.normalise import normalised
from maillage.search.listed import Listed

_FRENCH = ("de", "du", "des", "d", "la", "le", "les", "l", "et", "en", "a", "au", "aux", "sur", "pour")
_SMALL = frozenset((*_FRENCH, "the", "of", "and", "in"))
_TABLES = """
CREATE TABLE things (
  id INTEGER PRIMARY KEY, iri TEXT, label TEXT, english TEXT, kind TEXT, place TEXT, rank REAL, length INTEGER);
CREATE TABLE names (id INTEGER PRIMARY KEY, name TEXT, core TEXT, joined TEXT, thing INTEGER);
CREATE TABLE codes (code TEXT, thing INTEGER);
CREATE TABLE vocabulary (word TEXT PRIMARY KEY, things INTEGER) WITHOUT ROWID;
CREATE TABLE kinds (kind TEXT PRIMARY KEY, label TEXT, english TEXT, above TEXT) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(
  names, kind, place, content='', prefix='2 3', tokenize="unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE parts USING fts5(name, content='', detail=none, tokenize='trigram');
"""
_ORDER = """
CREATE INDEX by_name ON names (name, thing);
CREATE INDEX by_core ON names (core);
CREATE INDEX by_joined ON names (joined);
CREATE INDEX by_code ON codes (code);
CREATE INDEX by_iri ON things (iri);
"""


def core(name: str) -> str:
    """A normalised name without its small words; those alone stay."""
    return " ".join(word for word in name.split() if word not in _SMALL) or name


@dataclass(frozen=True)
class Kind:
    """A class: its labels, all that it is called (one may type "CPAM Moselle"), and the classes it is a kind of."""

    label: str
    english: str
    called: tuple[str, ...] = ()
    above: frozenset[str] = frozenset()

    @property
    def words(self) -> str:
        """What it is called, as names are compared."""
        return " ".join(dict.fromkeys(normalised(name) for name in self.called))


def write(where: Path | None, things: Iterable[Listed], kinds: Mapping[str, Kind]) -> sqlite3.Connection:
    """Write the index into a new file, or into memory.

    Parameters
    ----------
    where:
        The file; None for memory.
    things:
        What can be found.
    kinds:
        Class (IRI) -> what it is called.

    Raises
    ------
    OSError
        When there is no room or no right to write.
    MaillageError
        When this Python's SQLite has no full-text search.
    """
    entries = sqlite3.connect(":memory:" if where is None else where, check_same_thread=False)
    try:
        entries.execute("PRAGMA journal_mode = OFF")
        entries.execute("PRAGMA synchronous = OFF")
        try:
            entries.executescript(_TABLES)
        except sqlite3.OperationalError as error:
            if "no such" not in str(error):
                raise
            fix = "Use a Python whose sqlite3 has FTS5 and its trigrams (3.34 or later)."
            raise MaillageError(f"this Python cannot search ({error}).", fix=fix) from None
        _fill(entries, things, kinds)
        rows = ((iri, kind.label, kind.english, " ".join(sorted(kind.above))) for iri, kind in kinds.items())
        entries.executemany("INSERT INTO kinds VALUES (?, ?, ?, ?)", rows)
        entries.executescript(_ORDER)
        entries.commit()
    except sqlite3.Error as error:
        entries.close()
        raise OSError(str(error)) from None
    return entries


def _fill(entries: sqlite3.Connection, things: Iterable[Listed], kinds: Mapping[str, Kind]) -> None:
    plain = cache(normalised)  # the names of a department stand around all that lies in it
    words: Counter[str] = Counter()
    number = 0
    for thing, one in enumerate(things, 1):
        row = (thing, one.iri, one.label, one.english, one.kind, ", ".join(one.where), one.rank, len(one.label))
        entries.execute("INSERT INTO things VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        names = list(dict.fromkeys(name for text in (one.label, one.english, *one.names) if (name := plain(text))))
        for name in names:
            number += 1
            joined = name.replace(" ", "")
            entries.execute("INSERT INTO names VALUES (?, ?, ?, ?, ?)", (number, name, core(name), joined, thing))
            entries.execute("INSERT INTO parts (rowid, name) VALUES (?, ?)", (number, joined))
        entries.executemany("INSERT INTO codes VALUES (?, ?)", ((code.upper(), thing) for code in one.codes))
        texts = (" ".join(names), kinds[one.kind].words if one.kind in kinds else "", " ".join(map(plain, one.around)))
        entries.execute("INSERT INTO words (rowid, names, kind, place) VALUES (?, ?, ?, ?)", (thing, *texts))
        words.update({word for text in texts for word in text.split()})
    entries.executemany("INSERT INTO vocabulary VALUES (?, ?)", sorted(words.items()))


def opened(path: Path, *, whole: bool = False) -> sqlite3.Connection:
    """An index file opened for reading; `whole` takes it into memory, for where no file can be opened.

    Raises
    ------
    sqlite3.Error
        When it cannot be read.
    """
    address = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
    entries = sqlite3.connect(address, uri=True, check_same_thread=False)
    if whole:
        held = sqlite3.connect(":memory:", check_same_thread=False)
        entries.backup(held)
        entries.close()
        entries = held
    entries.execute("PRAGMA temp_store = MEMORY")
    entries.execute("SELECT COUNT(*) FROM kinds")
    return entries
