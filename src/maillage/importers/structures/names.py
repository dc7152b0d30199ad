"""Names of structures of coordinated care: what FINESS writes in capitals comes in; a readable name goes out."""

from __future__ import annotations

import re

from maillage.importers.hospitals.names import readable
from maillage.naming.normalise import normalised

#: Category of FINESS -> the class, the word that says the sort, and words by which a name says it itself.
SORTS = {
    "603": ("mlg:HealthHouse", "maison de santé", "maison msp mspu maisons pole poles medical medicale"),
    "604": ("mlg:ProfessionalCommunity", "CPTS", "cpts communaute"),
    "606": ("mlg:SupportService", "dispositif d'appui à la coordination", "dac dispositif"),
}
_WRITTEN = (
    (r"\s*-\s*ET$", ""),
    (r"\bCTPS\b", "CPTS"),
    (r"\bASSOCIATIO\b", "ASSOCIATION"),
    (r"\bD[OI]S?P[OI]SITIF D.?APPUI\b", "DISPOSITIF D'APPUI"),
    (r"\bLA ?COORDINAITON\b|\bLACOORDINAITON\b", "LA COORDINATION"),
)
_NO_NAME = frozenset(
    re.findall(
        r"\w+",
        """cpts cpt communaute communautes pro prof professionnelle professionnelles territoriale territoriales sante
        association associatio asso ass prefiguration de du des d la le les l a au aux en et""",
    )
)


def label(raw: str, category: str, town: str) -> str:
    """The name of a structure as people write it, with its sort and its town where it says neither.

    `MSP DE HAUTMONT` stays so; `LES ALLYMES` of Ambérieu becomes `Les Allymes (maison de santé, Ambérieu-en-Bugey)`.
    """
    for wrong, right in _WRITTEN:
        raw = re.sub(wrong, right, raw)
    name = readable(raw, town)
    words = set(normalised(name).split())
    _, sort, saying = SORTS[category]
    added = [] if words & set(saying.split()) else [sort]
    if town and f" {normalised(town)} " not in f" {normalised(name)} " and category == "603":
        added.append(town)
    return f"{name} ({', '.join(added)})" if added else name


def telling(name: str) -> frozenset[str]:
    """The telling words of a CPTS's name: `CPTS LA SALAMANDRE - ET` -> salamandre."""
    return frozenset(normalised(re.sub(r"\s*-\s*ET$", "", name)).split()) - _NO_NAME
