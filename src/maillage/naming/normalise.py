"""The one normalisation of names: a text comes in; what importers, questions and search compare of it goes out.

Two names that read alike are one: whatever their case, accents, ligatures, styled letters, hyphens and apostrophes,
whether an acronym has dots (A.R.S., ARS), whether a saint is written in full (St-Nazaire, Saint-Nazaire).
"""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"})
#: Letters with dots between, and spaces too where there are three: two initials of a person (J. P.) are two words.
_DOTTED = re.compile(r"(?<!\w)((?:[^\W\d_]\.)+[^\W\d_]|(?:[^\W\d_]\. ?){2,}[^\W\d_])(?:\.|(?!\w))")
_IN_FULL = {"st": "saint", "ste": "sainte"}


def spelled(text: str) -> str:
    """The letters and digits of a text, single-spaced, in the spelling it has: for the end of an IRI.

    >>> spelled("St-Étienne-du-Rouvray (Cœur)")
    'st etienne du rouvray coeur'
    """
    plain = unicodedata.normalize("NFKD", text.translate(_LIGATURES)).casefold()
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(re.sub(r"[^\w]+", " ", plain).split())


def normalised(text: str) -> str:
    """What names are compared by: the words of a text, acronyms joined and `St`, `Ste` in full.

    >>> normalised("A.R.S. de St-Pierre")
    'ars de saint pierre'
    """
    joined = _DOTTED.sub(lambda found: re.sub(r"[. ]", "", found[1]) + " ", unicodedata.normalize("NFKC", text))
    return " ".join(_IN_FULL.get(word, word) for word in spelled(joined).split())
