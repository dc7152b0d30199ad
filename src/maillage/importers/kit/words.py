"""French words around names: a name and its INSEE liaison code come in, "du Grand Est" goes out."""

from __future__ import annotations

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
