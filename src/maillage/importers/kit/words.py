"""Words as a source has them come in; French around names ("du Grand Est") and addresses that lead somewhere go out."""

from __future__ import annotations

import re
from html.entities import html5

_LIAISONS = {0: "de ", 1: "d'", 2: "du ", 3: "de la ", 4: "des ", 5: "de l'"}
_STATUTES = {"CC ": "Communauté de communes ", "CA ": "Communauté d'agglomération ", "CU ": "Communauté urbaine "}


def of_place(name: str, liaison: int | None) -> str:
    """A region or department after its preposition: (Aude, 5) -> de l'Aude. The name bears no article."""
    return _LIAISONS.get(0 if liaison is None else liaison, "de ") + name


def of_town(name: str, liaison: int | None) -> str:
    """A commune after its preposition; its name bears its article: Le Havre -> du Havre, Aulnoye (1) -> d'Aulnoye."""
    for article, contracted in (("Le ", "du "), ("Les ", "des ")):
        if name.startswith(article):
            return contracted + name.removeprefix(article)
    vowel = liaison == 1 or (liaison is None and name[:1] in "AÂÀEÉÈÊIÎOÔUÛY")
    return ("d'" if vowel else "de ") + name


def statute_in_full(name: str) -> str | None:
    """CC Sud Sarthe -> Communauté de communes Sud Sarthe; None when the name begins with no such short form."""
    for short, full in _STATUTES.items():
        if name.startswith(short):
            return full + name.removeprefix(short)
    return None


def plain_address(text: str) -> str:
    """An address copied from the code of a page, without its HTML entities: `?a=1&amp;b=2` -> `?a=1&b=2`.

    Only what ends in a semicolon and is known is one: `&copy=2` is a parameter.
    """
    before = ""
    while before != text:
        before, text = text, re.sub(r"&(#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]*);", _character, text)
    return text


def _character(found: re.Match[str]) -> str:
    name = found[1]
    if not name.startswith("#"):
        return html5.get(f"{name};", found[0])
    number = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
    return chr(number) if 0x20 < number < 0xD800 or 0xDFFF < number < 0x110000 else found[0]
