"""A text as one types it comes in; the things it may mean go out, best first, each with why it is there.

First what bears the text as a code or a whole name, then what is called so and more, then what has all the words among
its names, its kind and its places; only where these are few, what has nearly these words. Within each, what is best
known comes first (`maillage.search.listed.Listed.rank`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product
from typing import Literal

from maillage.errors import NotFoundError
from maillage.naming.names import codes_of
from maillage.naming.normalise import normalised
from maillage.search.index import core
from maillage.search.near import Near, alike
from maillage.terms import KINDS, MLG, OWL, PREFIXES, expand, is_local_name
from maillage.things.text import printable

Why = Literal["code", "name", "beginning", "words", "near"]
_SMALL = frozenset(
    [
        "de",
        "du",
        "des",
        "d",
        "la",
        "le",
        "les",
        "l",
        "et",
        "en",
        "a",
        "au",
        "aux",
        "sur",
        "pour",
        "the",
        "of",
        "and",
        "in",
    ]
)
#: So many words of a text are read, and so many letters.
_WORDS, _LETTERS = 12, 200
#: What errors of typing are looked for: fewer found than this.
_FEW = 5
#: So many spellings of a whole name are tried.
_SPELLINGS = 200
_THING = "t.iri, t.label, t.english, t.kind, t.place, t.rank"


@dataclass(frozen=True)
class Hit:
    """A thing found: its label in the language asked for, its kind and place in words, and why it was found."""

    iri: str
    label: str
    kind: str
    kind_label: str
    place: str
    why: Why


class Finder:
    """A search over an index of `maillage.search.index`."""

    def __init__(self, entries: sqlite3.Connection) -> None:
        self._entries = entries

    @cached_property
    def _near(self) -> Near:
        return Near(dict(self._entries.execute("SELECT word, things FROM vocabulary")))

    @cached_property
    def _kinds(self) -> dict[str, tuple[str, str, frozenset[str]]]:
        """Class (IRI) -> its label in French, in English, and the classes it is a kind of, itself too."""
        found = self._entries.execute("SELECT kind, label, english, above FROM kinds ORDER BY kind")
        return {kind: (label, english, frozenset(above.split())) for kind, label, english, above in found}

    def kinds(self, text: str) -> list[str]:
        """The classes (IRIs) that are of a kind one names: by IRI, CURIE (`mlg:Hospital`), end of it, or label.

        Raises
        ------
        NotFoundError
            When there is no such kind; the nearest are offered.
        """
        wanted, plain = expand(text), normalised(text)
        named = {
            iri
            for iri, (label, english, _) in self._kinds.items()
            if iri in (wanted, MLG + text) or plain in (normalised(label), normalised(english))
        }
        if not named:
            near = [self._kinds[hit.iri][0] for hit in self.find(text, kinds=[OWL + "Class"], limit=5)]
            fix = (
                f"Did you mean: {', '.join(near)}?" if near else "There are mlg:Actor, mlg:Arrangement, mlg:Territory."
            )
            raise NotFoundError(f"there is no kind '{printable(text)}'.", fix=fix)
        return [iri for iri, (_, _, above) in self._kinds.items() if iri in named or named & above]

    def warm(self) -> None:
        """Read what is read once."""
        self.find("zzz maillage warm", limit=1)

    def find(self, text: str, *, lang: str = "fr", kinds: Collection[str] | None = None, limit: int = 20) -> list[Hit]:
        """The things a text may mean, best first.

        Parameters
        ----------
        text:
            A name, some words of it, a short form, a code, a CURIE or an IRI; errors of typing are allowed.
        lang:
            ``fr`` or ``en``: of the labels.
        kinds:
            The classes (IRIs) the things are stated to be of; None for all.
        limit:
            How many at most.
        """
        found: dict[str, Hit] = {}
        for why, rows in self._ways(text[:_LETTERS], _Among(kinds), limit):
            if why == "near" and (len(found) >= min(_FEW, limit) or any(hit.why == "code" for hit in found.values())):
                break
            for row in rows():
                iri, label, english, kind, place = row[:5]
                if iri not in found:
                    words = self._kinds.get(kind, ("", ""))
                    shown = (english or label, words[1]) if lang == "en" else (label, words[0])
                    found[iri] = Hit(iri, shown[0], kind, shown[1], place, why)
            if len(found) >= limit:
                break
        return list(found.values())[:limit]

    def _ways(self, text: str, among: _Among, limit: int) -> Iterator[tuple[Why, Callable[[], list[tuple[str, ...]]]]]:
        """The ways to look, in the order of what they are worth."""
        yield "code", lambda: self._coded(text, among)
        name = normalised(text)
        words = name.split()[:_WORDS]
        if not words:
            return
        yield "name", lambda: self._named(name, among, limit)
        telling = core(" ".join(words)).split()
        yield "name", lambda: self._named(" ".join(telling), among, limit, "core")
        yield "beginning", lambda: self._beginning(name, among, limit)
        whole = " AND ".join(map(_quoted, telling))
        begun = " AND ".join([*map(_quoted, telling[:-1]), f"{_quoted(telling[-1])} *"])
        for query in (f"names : ({whole})", whole, f"names : ({begun})", begun):
            yield "words", lambda query=query: self._matching(query, among, limit)  # type: ignore[misc]
        yield "near", lambda: self._named(name.replace(" ", ""), among, limit, "joined")
        nearly = [self._near.words(word) for word in telling]
        if all(nearly):
            spelled = list(islice(product(*nearly), _SPELLINGS))
            yield "near", lambda: [row for words in spelled for row in self._named(" ".join(words), among, limit)]
            query = " AND ".join(f"({' OR '.join(map(_quoted, each))})" for each in nearly)
            yield "near", lambda: self._matching(f"names : ({query})", among, limit)
            yield "near", lambda: self._matching(query, among, limit)
        if len(telling) > 2:
            yield (
                "near",
                lambda: self._matching(" OR ".join(map(_quoted, telling)), among, limit, "bm25(words, 6, 3, 2)"),
            )
        yield "near", lambda: self._alike(name, among, limit)

    def _rows(self, query: str, given: tuple[object, ...]) -> list[tuple[str, ...]]:
        return list(self._entries.execute(query, given))

    def _coded(self, text: str, among: _Among) -> list[tuple[str, ...]]:
        """What a text is the IRI, the CURIE, the end of the IRI, or an official code of."""
        text = text.strip()
        whole = expand(text)
        ended = {PREFIXES[kind] + text for kind in KINDS} if is_local_name(text) else set()
        iris = sorted(ended if whole is None else {whole})
        query = f"SELECT {_THING} FROM things t WHERE t.iri IN ({', '.join('?' * len(iris))}) {among.sql}"
        out = self._rows(query, (*iris, *among.given))
        for code in codes_of(text):
            query = f"SELECT {_THING} FROM codes c JOIN things t ON t.id = c.thing WHERE c.code = ? {among.sql}"
            out += self._rows(f"{query} ORDER BY t.rank DESC, t.iri", (code, *among.given))
        return out

    def _named(
        self, name: str, among: _Among, limit: int, form: Literal["name", "core", "joined"] = "name"
    ) -> list[tuple[str, ...]]:
        """What bears a name: as it is, without its small words, or written without its blanks."""
        query = f"SELECT {_THING} FROM names n JOIN things t ON t.id = n.thing WHERE n.{form} = ? {among.sql}"
        return self._rows(f"{query} ORDER BY t.rank DESC, t.iri LIMIT ?", (name, *among.given, limit))

    def _beginning(self, name: str, among: _Among, limit: int) -> list[tuple[str, ...]]:
        query = (
            f"SELECT {_THING} FROM names n JOIN things t ON t.id = n.thing WHERE n.name > ? AND n.name < ? {among.sql}"
        )
        given = (f"{name} ", f"{name}!", *among.given, 2 * limit)  # "!" comes next to the blank
        return self._rows(f"{query} ORDER BY CAST(t.rank / 100 AS INT) DESC, t.length, t.iri LIMIT ?", given)

    def _matching(
        self, query: str, among: _Among, limit: int, order: str = "t.rank DESC, t.length"
    ) -> list[tuple[str, ...]]:
        asked = f"SELECT {_THING} FROM words w JOIN things t ON t.id = w.rowid WHERE words MATCH ? {among.sql}"
        return self._rows(f"{asked} ORDER BY {order}, t.iri LIMIT ?", (query, *among.given, 2 * limit))

    def _alike(self, name: str, among: _Among, limit: int) -> list[tuple[str, ...]]:
        """What has a name with many of the same three letters in a row, whatever blanks are missed or too many."""
        plain = name.replace(" ", "")
        parts = {plain[start : start + 3] for start in range(len(plain) - 2)}
        if not parts:
            return []
        query = (
            f"SELECT {_THING}, n.name FROM parts p JOIN names n ON n.id = p.rowid JOIN things t ON t.id = n.thing"
            f" WHERE parts MATCH ? {among.sql} ORDER BY bm25(parts) LIMIT 200"
        )
        rows = self._rows(query, (" OR ".join(map(_quoted, sorted(parts))), *among.given))
        return alike(name, rows, key=lambda row: row[-1])[: 2 * limit]


class _Among:
    """The part of a query that keeps certain kinds."""

    def __init__(self, kinds: Collection[str] | None) -> None:
        self.given = () if kinds is None else tuple(sorted(kinds))
        self.sql = "" if kinds is None else f"AND t.kind IN ({', '.join('?' * len(self.given))})"


def _quoted(word: str) -> str:
    """A word as a string of FTS5."""
    doubled = word.replace('"', '""')
    return f'"{doubled}"'
