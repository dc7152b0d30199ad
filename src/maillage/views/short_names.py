"""In: a name and the other names of the same thing. Out: the one to write where there is little room, if there is one.

A short name opens with the initials of the full one and goes on with words of its own: "ARS Bretagne" for "Agence
régionale de santé Bretagne". A bare acronym ("ARS") tells too little, and another name that abridges nothing is no
short name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from maillage.naming.normalise import normalised

_WORD = re.compile(r"[^\W\d_]+")
_SMALL = {"d", "de", "des", "du", "en", "et", "l", "la", "le", "les"}


def short_name(label: str, others: Iterable[str]) -> str | None:
    """The short name among `others`; one that ends as `label` does comes first, then the shortest."""
    initials = "".join(word[0] for word in _WORD.findall(label) if word.casefold() not in _SMALL).upper()
    found = []
    for other in others:
        acronym, _, rest = other.partition(" ")
        if len(acronym) < 2 or not acronym.isupper() or not rest or not initials.startswith(acronym):
            continue
        if len(other) < len(label):
            found.append((not normalised(label).endswith(normalised(rest)), len(other), other))
    return min(found)[2] if found else None
