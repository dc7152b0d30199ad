"""Errors of typing: a word or a name comes in; the words it may have been, or the names most like it, go out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")
#: How many words one may have been, and how alike two names are, of 100, to be taken for each other.
_MANY, _ALIKE = 12, 72.0


class Near:
    """A vocabulary: word -> how many things have it."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._things = vocabulary
        self._words = [word for word in vocabulary if not any(sign.isdigit() for sign in word)]

    def words(self, word: str) -> list[str]:
        """The words at one letter from this one (left out, added, changed, or two exchanged), of long ones at two.

        The word itself and the nearest come first. One with a digit, or of three letters at most, stays as it is.
        """
        own = [word] if word in self._things else []
        if len(word) < 4 or any(sign.isdigit() for sign in word):
            return own
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        allowed = 1 if len(word) < 8 else 2
        found = process.extract(word, self._words, scorer=OSA.distance, score_cutoff=allowed, limit=None)
        found.sort(key=lambda hit: (hit[1], hit[0][0] != word[0], -self._things[hit[0]], hit[0]))
        return list(dict.fromkeys([*own, *(hit[0] for hit in found)]))[:_MANY]


def alike(name: str, rows: Sequence[T], key: Callable[[T], str]) -> list[T]:
    """Rows whose name is like another, or holds one like it, the most alike first; blanks do not count."""
    from rapidfuzz import fuzz

    plain = name.replace(" ", "")

    def score(other: str) -> float:
        whole = fuzz.ratio(plain, other)
        return whole if len(other) <= len(plain) else max(whole, 0.9 * fuzz.partial_ratio(plain, other))

    scored = [(score(key(row).replace(" ", "")), row) for row in rows]
    kept = [pair for pair in scored if pair[0] >= _ALIKE]
    kept.sort(key=lambda pair: -pair[0])
    return [row for _, row in kept]
