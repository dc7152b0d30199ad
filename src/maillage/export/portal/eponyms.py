"""Bodies that bear a person's name: labels come in; those that look so go out, for a person to read.

A name is no proof: a given name before another word, or a title (Dr, Professeur), is what is looked for. Saints are
left aside. The list says what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from maillage.naming.normalise import normalised

_GIVEN = Path(__file__).with_name("given-names.txt")
_TITLES = {"docteur", "docteurs", "dr", "pr", "professeur", "abbe", "chanoine", "general", "marechal", "president"}
#: What follows a given name and is no surname.
_NO_SURNAME = {"de", "du", "des", "d", "la", "le", "les", "l", "et", "sur", "en", "a", "au", "aux"}
_SAINTS = {"saint", "sainte", "saints", "saintes", "san", "santa", "sacre", "notre", "dame", "ste", "st"}


@cache
def given_names() -> frozenset[str]:
    """The given names that are looked for, normalised."""
    lines = [line for line in _GIVEN.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return frozenset(normalised(word) for word in " ".join(lines).split())


def bears_a_name(label: str) -> bool:
    """Whether a label seems to hold the name of a person.

    >>> bears_a_name("Hôpital Robert Debré"), bears_a_name("Centre hospitalier Saint-Jean de Dieu")
    (True, False)
    """
    words = normalised(re.sub(r"[()\[\]]", " ", label)).split()
    for at, word in enumerate(words[:-1]):
        after, before = words[at + 1], words[at - 1] if at else ""
        if not after.isalpha() or len(after) < 3 or after in _NO_SURNAME | _SAINTS:
            continue
        if word in _TITLES or (word in given_names() and before not in _SAINTS):
            return True
    return False


def bearing_names(labels: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Of (IRI, label), those whose label seems to hold a person's name, by label."""
    return sorted({(iri, label) for iri, label in labels if bears_a_name(label)}, key=lambda one: (one[1], one[0]))
