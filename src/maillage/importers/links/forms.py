"""Identifiers of others: a code as a table writes it comes in; whether it is one, and the IRI it makes, go out.

Forms and keys are those of who gives them: Wikidata (Q and a number), GeoNames (a number), NUTS 3 (a country and three
signs), ROR (nine signs in base 32, two of them a key, ISO/IEC 7064 MOD 97-10), ISNI (sixteen signs, the last one a
key, ISO/IEC 7064 MOD 11-2).
"""

from __future__ import annotations

import re

from maillage.terms import PREFIXES

#: Crockford's base 32, in which ROR counts.
_BASE_32 = "0123456789abcdefghjkmnpqrstvwxyz"


def is_wikidata(text: str) -> bool:
    """Whether a text is the number of a Wikidata item: Q90."""
    return bool(re.fullmatch(r"Q[1-9][0-9]{0,9}", text))


def is_geonames(text: str) -> bool:
    """Whether a text is a GeoNames number: 2988507."""
    return bool(re.fullmatch(r"[1-9][0-9]{0,8}", text))


def is_nuts(text: str) -> bool:
    """Whether a text is a code of the third level of NUTS: FRF31."""
    return bool(re.fullmatch(r"[A-Z]{2}[0-9A-Z]{3}", text))


def is_ror(text: str) -> bool:
    """Whether a text is a ROR identifier whose key is right.

    >>> is_ror("05ncw0t52"), is_ror("05ncw0t53")
    (True, False)
    """
    if not re.fullmatch(rf"0[{_BASE_32}]{{6}}[0-9]{{2}}", text):
        return False
    number = 0
    for sign in text[:7]:
        number = number * 32 + _BASE_32.index(sign)
    return int(text[7:]) == 98 - number * 100 % 97


def isni(text: str) -> str | None:
    """An ISNI without its blanks, or None when it is none or its key is wrong.

    >>> isni("0000 0000 9961 060X"), isni("0000 0000 9961 0600")
    ('000000009961060X', None)
    """
    bare = text.replace(" ", "")
    if not re.fullmatch(r"[0-9]{15}[0-9X]", bare):
        return None
    total = 0
    for digit in bare[:15]:
        total = (total + int(digit)) * 2
    return bare if (12 - total % 11) % 11 == (10 if bare[15] == "X" else int(bare[15])) else None


def wikidata_iri(text: str) -> str:
    """The IRI of a Wikidata item."""
    return PREFIXES["wd"] + text


def geonames_iri(text: str) -> str:
    """The IRI of a GeoNames feature: it ends with a slash, without one it is the page about it."""
    return f"https://sws.geonames.org/{text}/"


def nuts_iri(text: str) -> str:
    """The IRI of a NUTS code."""
    return PREFIXES["nuts"] + text


def ror_iri(text: str) -> str:
    """The IRI of an organisation of ROR."""
    return PREFIXES["ror"] + text
