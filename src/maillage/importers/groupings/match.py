"""Which grouping of Banatic a body or an area is: names and regions come in; one grouping goes out, or none.

A name is compared by its telling words, whatever sort it says ("PETR du Pays de X", "SM du Pays de X", "X").
Two things of one name are one only where a single grouping of the region bears it, a PETR before any other, and where
the words of either say a sort of grouping. A syndicate for a planning scheme (SCoT) is meant only by words that say so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from maillage.naming.normalise import normalised

#: Natures (Banatic) of what the graph may name: PETR, closed and open mixed syndicates, metropolitan poles.
NATURES = {"PETR": "petr", "SMF": "smf", "SMO": "smo", "POLEM": "polem"}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SORTS = _words(
    """petr pole poles equilibre territorial rural territoriale syndicat mixte sm pays scot schema coherence
    metropolitain pm interregional pour developpement amenagement ferme ouvert"""
)
_SAYING = _words("petr pole syndicat pays sm")
_ARTICLES = _words("de du des d la le les l a au aux en et dans un une ses")


@dataclass(frozen=True)
class Grouping:
    """A row of the list: its SIREN, name, nature (`PETR`), department, region (IRI) and inhabitants."""

    siren: str
    name: str
    nature: str
    department: str
    region: str
    people: int

    @property
    def label(self) -> str:
        """Its name with its sort in full: `SM du SCOT du X` -> `Syndicat mixte du SCoT du X`."""
        words = self.name.replace("''", '"').replace('"', "").replace("SCOT", "SCoT")
        return "Syndicat mixte " + words.removeprefix("SM ") if words.startswith("SM ") else words


def core(name: str) -> frozenset[str]:
    """The telling words of a name: `PETR du Pays du Lunévillois` -> lunevillois."""
    return frozenset(normalised(name).split()) - _SORTS - _ARTICLES


class Matcher:
    """Looks groupings up by name."""

    def __init__(self, groupings: Iterable[Grouping]) -> None:
        self._by_core: dict[frozenset[str], list[Grouping]] = defaultdict(list)
        for grouping in groupings:
            if core(grouping.name):
                self._by_core[core(grouping.name)].append(grouping)

    def find(self, names: Iterable[str], regions: set[str]) -> Grouping | None:
        """The one grouping of the regions that bears one of the names; None when none or several do."""
        said = list(names)
        found = {
            grouping.siren: grouping
            for name in said
            for grouping in self._by_core.get(core(name), ())
            if grouping.region in regions and _fits(name, grouping)
        }
        poles = [grouping for grouping in found.values() if grouping.nature == "PETR"]
        left = poles or list(found.values())
        return left[0] if len(left) == 1 else None

    def near(self, names: Iterable[str], regions: set[str]) -> list[Grouping]:
        """The groupings a name may mean, for a curator: all the telling words of one are in the other."""
        wanted = [core(name) for name in names if core(name)]
        found = [
            grouping
            for words, groupings in self._by_core.items()
            if any(words <= said or said <= words for said in wanted)
            for grouping in groupings
            if grouping.region in regions
        ]
        return sorted(found, key=lambda grouping: (grouping.nature != "PETR", grouping.siren))[:5]


def _fits(name: str, grouping: Grouping) -> bool:
    """Whether a name of the same telling words may be that grouping's."""
    mine, its = set(normalised(name).split()), set(normalised(grouping.name).split())
    if "scot" in its and "scot" not in mine:
        return False
    return bool(grouping.nature == "PETR" or (mine & _SAYING) or "pays" in its)
