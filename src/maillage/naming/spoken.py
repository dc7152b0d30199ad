"""Names as people say them: a kind and a place come in ("CLS de Reims", "GHT 44", "ARS ARA"); what they fit goes out.

The words that open the text name a class, by its label or an abbreviation of it; the others tell which thing of that
class: words of its own names, the name, code or initials of its territory, the names of who carries it. Years tell
generations apart, and a kind with nothing else names nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Protocol

from maillage.naming.normalise import normalised
from maillage.store.port import Store
from maillage.terms import MLG, OWL, PREFIXES, RDF, RDFS, SKOS
from maillage.things.rdf import Literal

_SMALL = frozenset(["de", "du", "des", "d", "la", "le", "les", "l", "et", "en", "a", "au", "aux", "sur", "pour"])
_CODES = tuple(MLG + code for code in ("inseeCode", "siren", "finess"))
_CARRIER = PREFIXES["role"] + "carrier"


class Names(Protocol):
    """What is asked of the names of a graph: its store, the classes of a thing, all that bear a name."""

    store: Store

    def types(self, iri: str) -> set[str]:
        """The classes of a thing, derived ones included."""

    def bearing(self, name: str) -> set[str]:
        """All that bear a name, normalised, as it is."""


def spoken(names: Names, text: str) -> list[str]:
    """The things that a kind and some words fit, sorted; where there are any, those of which they are a whole name."""
    words = normalised(text).split()
    for cut in range(len(words) - 1, 0, -1):
        classes = _classes(names, " ".join(words[:cut]))
        rest = [word for word in words[cut:] if word not in _SMALL]
        if not classes or not rest:
            continue
        said = " ".join(words[:cut])
        things = [iri for iri in sorted(_things(names, classes)) if _so_called(names, iri, classes, said)]
        found = [(iri, told) for iri in things if (told := _told(names, iri, rest)) is not None]
        whole = [iri for iri, exactly in found if exactly]
        if found:
            return whole or [iri for iri, _ in found]
    return []


def common(names: Names, text: str) -> bool:
    """Whether a text is a common noun with its article, in small letters: `l'hôpital` is no commune of that name."""
    words = normalised(text).split()
    return len(words) > 1 and words[0] in _SMALL and text == text.lower() and bool(_classes(names, " ".join(words[1:])))


def several(names: Names, text: str) -> list[str]:
    """What a text fits that says a kind and years alone, of which one thing may bear the very words as a name."""
    words = normalised(text).split()
    for cut in range(len(words) - 1, 0, -1):
        rest = [word for word in words[cut:] if word not in _SMALL]
        if rest and all(re.fullmatch(r"(?:19|20)\d\d", word) for word in rest):
            classes = _classes(names, " ".join(words[:cut]))
            if classes:
                return [iri for iri in sorted(_things(names, classes)) if set(rest) <= _words(_own(names, iri))]
    return []


def _classes(names: Names, text: str) -> list[str]:
    """The classes of our own that bear a name."""
    return [iri for iri in names.bearing(text) if iri.startswith(MLG) and OWL + "Class" in names.types(iri)]


def _things(names: Names, classes: Iterable[str]) -> set[str]:
    return {triple.subject.value for of in classes for triple in names.store.values(None, RDF + "type", of)}


def _so_called(names: Names, iri: str, classes: Iterable[str], said: str) -> bool:
    """Whether the kind is said of a thing: by the label of its class, or by a word or the initials of its own names.

    A class may have narrower words among its other names: every URPS is a professional body, and not the reverse.
    """
    if any(normalised(label) == said for of in classes for label in _labels(names, of)):
        return True
    for name in _own(names, iri):
        words = normalised(name).split()
        initials = "".join(word[0] for word in words if word not in _SMALL)
        if f" {said} " in f" {' '.join(words)} " or (len(said) > 1 and initials.startswith(said)):
            return True
    return False


def _labels(names: Names, of: str) -> Iterator[str]:
    return (triple.object.value for triple in names.store.values(of, RDFS + "label"))


def _told(names: Names, iri: str, rest: list[str]) -> bool | None:
    """Whether words tell a thing: True where they are a whole name, a code or initials; None where they do not."""
    own = _words(_own(names, iri))
    said = set(rest)
    partly = said <= own
    for name in [*_own(names, iri), *_around(names, iri)]:
        told = [word for word in normalised(name).split() if word not in _SMALL]
        if told == rest or (len(rest) == 1 and _are_initials(rest[0], name)):
            return True
        # The years may be its own, the rest its territory's.
        others = {word for word in said if not word.isdigit() or word not in own}
        if others and others == set(told):
            return True
        partly = partly or (bool(others) and others <= set(told) | own and bool(others & set(told)))
    return False if partly else None


def _own(names: Names, iri: str) -> Iterator[str]:
    for predicate in (SKOS + "prefLabel", SKOS + "altLabel"):
        for triple in names.store.values(iri, predicate):
            if isinstance(triple.object, Literal):
                yield triple.object.value


def _around(names: Names, iri: str) -> Iterator[str]:
    """The names and codes of a thing's territories, and of who carries it."""
    store = names.store
    places = {t.object.value for p in ("territory", "governs") for t in store.values(iri, MLG + p)}
    carriers = {
        body.object.value
        for part in store.values(None, MLG + "inArrangement", iri)
        if next(store.values(part.subject.value, PREFIXES["cv"] + "role", _CARRIER), None) is not None
        for body in store.values(part.subject.value, PREFIXES["cv"] + "hasParticipant")
    }
    for one in sorted(places | carriers):
        yield from _own(names, one)
        if MLG + "Region" not in names.types(one):  # a number is a department's: 44 is no region in speech
            yield from (t.object.value for code in _CODES for t in store.values(one, code))


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in normalised(text).split()}


def _are_initials(word: str, name: str) -> bool:
    """`ara` of Auvergne-Rhône-Alpes, `idf` with its small words; four letters may be of the words that end a name."""
    words = normalised(name).split()
    for part in (words, [one for one in words if one not in _SMALL]):
        initials = "".join(one[0] for one in part)
        if len(word) > 1 and (word == initials or (len(word) > 3 and initials.endswith(word))):
            return True
    return False
