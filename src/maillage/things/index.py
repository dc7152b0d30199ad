"""An index: tables of keys and what they stand for come in; a file that is looked up key by key goes out.

A look-up costs what it finds, however large the tables are. The file is one of the sqlite3 kind.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Generic, TypeVar
from urllib.parse import quote

V = TypeVar("V")
#: Between the texts of a key that is a tuple: a character that no name holds.
_BETWEEN = "\x1f"


class Table(Mapping[Any, V], Generic[V]):
    """One table of an index, as a mapping; a value is what `read` makes of all the texts a key stands for.

    Keys are texts, or tuples of texts; only of a table of plain texts are they listed.
    """

    def __init__(self, entries: sqlite3.Connection, name: str, read: Callable[[list[str]], V]) -> None:
        self._entries, self._name, self._read = entries, name, read
        self._seen: dict[Any, V] = {}

    def __getitem__(self, key: Any) -> V:
        if key not in self._seen:
            query = "SELECT value FROM entries WHERE name = ? AND key = ?"
            found = [value for (value,) in self._entries.execute(query, (self._name, _text(key)))]
            if not found:
                raise KeyError(key)
            self._seen[key] = self._read(found)
        return self._seen[key]

    def __iter__(self) -> Iterator[Any]:
        query = "SELECT DISTINCT key FROM entries WHERE name = ? ORDER BY key"
        return (key for (key,) in self._entries.execute(query, (self._name,)))

    def __len__(self) -> int:
        query = "SELECT COUNT(DISTINCT key) FROM entries WHERE name = ?"
        return int(self._entries.execute(query, (self._name,)).fetchone()[0])

    def holding(self, part: str) -> list[str]:
        """The keys that hold a text: the table is gone through, but nothing else of it is read."""
        query = "SELECT DISTINCT key FROM entries WHERE name = ? AND instr(key, ?) ORDER BY key"
        return [key for (key,) in self._entries.execute(query, (self._name, part))]


class Index:
    """The tables of an index file, opened for reading."""

    def __init__(self, path: Path, *, whole: bool = False) -> None:
        """Open a file; `whole` takes it into memory, so that it is looked up where no file can be opened."""
        uri = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
        self.path = path
        self._entries = sqlite3.connect(uri, uri=True, check_same_thread=False)
        if whole:
            held = sqlite3.connect(":memory:", check_same_thread=False)
            self._entries.backup(held)
            self._entries.close()
            self._entries = held

    def table(self, name: str, read: Callable[[list[str]], V]) -> Table[V]:
        """A table by name; one that the file does not have is empty."""
        return Table(self._entries, name, read)


def write_index(path: Path, tables: Mapping[str, Iterable[tuple[Any, str]]]) -> None:
    """Write tables, each of (key, text it stands for), into a new file.

    Raises
    ------
    OSError
        When there is no room or no right to write.
    """
    try:
        entries = sqlite3.connect(path)
        try:
            entries.execute("PRAGMA journal_mode = OFF")
            entries.execute("PRAGMA synchronous = OFF")
            entries.execute("CREATE TABLE entries (name TEXT, key TEXT, value TEXT)")
            for name, pairs in tables.items():
                rows = ((name, _text(key), value) for key, value in pairs)
                entries.executemany("INSERT INTO entries VALUES (?, ?, ?)", rows)
            entries.execute("CREATE INDEX by_key ON entries (name, key)")
            entries.commit()
        finally:
            entries.close()
    except sqlite3.Error as error:
        raise OSError(str(error)) from None


def _text(key: Any) -> str:
    """A key as text: of a tuple its parts, nested ones too, each followed by the sign between them."""
    return key if isinstance(key, str) else "".join(f"{_text(part)}{_BETWEEN}" for part in key)
