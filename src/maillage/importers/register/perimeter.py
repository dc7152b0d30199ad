"""What a contract covers, as its page lists it: the pieces of a perimeter come in; territories and words go out.

A piece is a name ("CC du Volvestre (30 communes)"), a count of the communes of one ("28 communes de la CA de La
Rochelle"), or a name less some ("l'agglomération sauf Dreux et Vernouillet"). A count that is that of a part only, a
piece that nobody lists ("4 intercommunalités du PETR"), a name the official code does not know: they stay words. A
count that is nearly that of today is taken for the whole, and the words stay too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from maillage.importers.register.places import AREAS, find_body_place, find_place
from maillage.naming.families import FAMILIES
from maillage.naming.gazetteer import Gazetteer
from maillage.naming.mentions import core, in_order, split_brackets, tokens

#: Of a stated number of communes, the least share of today's that is still the whole: communes merge, areas grow.
_WHOLE = 2 / 3
_COUNT = re.compile(r"\b(\d+) communes?\b")
_COUNTED = re.compile(r"^(\d+) communes? (?:de la |de l'|du |des |de |d')(.+)$")
_LESS = re.compile(r"\s+(?:sauf|hors)\s+")
_AND = re.compile(r"\s*,\s*(?:et\s+)?|\s+et\s+")
_WITHOUT_KIND = re.compile(
    r"^(PETR|Pôle d'équilibre territorial et rural|Pôle territorial|Syndicat mixte)\s+(du |de la |de l'|des |de |d')?"
)


@dataclass
class Perimeter:
    """The territories a perimeter names (IRIs, in its order) and the pieces that name none.

    `counted` are pieces that name one and tell another number of communes than it has today; `own` says that a piece
    only repeats the row's territory, `less` that it is a territory without some of its communes.
    """

    places: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    counted: list[str] = field(default_factory=list)
    own: bool = False
    less: bool = False

    @property
    def known(self) -> bool:
        """Whether every piece was found."""
        return bool(self.places) and not self.words and not self.own


class Perimeters:
    """Reads perimeters over the official code.

    Parameters
    ----------
    curated:
        The territory of a name as a curator settled it, for names that the code does not know.
    """

    def __init__(self, g: Gazetteer, curated: Callable[[str], str | None] = lambda name: None) -> None:
        self.g, self.curated = g, curated
        self._communes: dict[str, set[str]] = defaultdict(set)
        for place in g.places.values():
            if place.level == "Commune":
                for area in g.above(place.iri):
                    self._communes[area].add(place.iri)

    def communes(self, places: Iterable[str]) -> set[str]:
        """The communes that some territories are made of."""
        return {commune for place in places for commune in self._communes.get(place, ())}

    def read(
        self, pieces: Sequence[str], own: Iterable[str], regions: set[str], levels: tuple[str, ...] = AREAS
    ) -> Perimeter:
        """What the pieces name.

        Parameters
        ----------
        own:
            Names of the row's own territory: a piece that repeats one and names nothing says nothing new.
        levels:
            Levels a bare name may be of, the likeliest first.
        """
        out = Perimeter()
        mine = {bare_core(name) for name in own}
        doubtful = []
        for piece in pieces:
            less = _LESS.split(piece, maxsplit=1)
            found = self._less(less, regions) if len(less) == 2 else self._piece(piece, regions, levels)
            out.less = out.less or (len(less) == 2 and bool(found))
            if found:
                out.counted += [piece] if self._differs(piece, found) else []
                out.places += [place for place in found if place not in out.places]
            else:
                doubtful.append(piece)
        near = self.g.departments(out.places)
        for piece in doubtful:  # A namesake is told by where the others lie.
            town = self._town(split_brackets(piece)[0], near)
            if town:
                out.places += [town] if town not in out.places else []
            elif bare_core(piece) in mine and not self._part(piece, regions, levels):
                out.own = True
            else:
                out.words.append(piece)
        held = {place for place in out.places if any(o != place and o in self.g.above(place) for o in out.places)}
        out.places = [place for place in out.places if place not in held]
        return out

    def _piece(self, piece: str, regions: set[str], levels: tuple[str, ...]) -> list[str]:
        place = self._whole(piece, regions, levels)
        return [place] if place and not self._part(piece, regions, levels) else []

    def _whole(self, piece: str, regions: set[str], levels: tuple[str, ...]) -> str | None:
        counted = _COUNTED.match(piece)
        head, inside = split_brackets(counted[2] if counted else piece)
        return (
            find_place(head, regions, self.g, levels)
            or find_body_place(head, regions, self.g)
            or self._town(head, self._departments(inside))
            or self.curated(head)
        )

    def _part(self, piece: str, regions: set[str], levels: tuple[str, ...]) -> bool:
        """Whether a piece tells fewer communes of a territory than it has, so that some part of it is meant."""
        found = _COUNT.search(piece)
        whole = self._whole(piece, regions, levels) if found else None
        return found is not None and whole is not None and int(found[1]) < _WHOLE * len(self.communes([whole]))

    def _differs(self, piece: str, places: list[str]) -> bool:
        """Whether a piece tells another number of communes than the territories it names have."""
        said = _COUNT.search(piece)
        return said is not None and int(said[1]) != len(self.communes(places))

    def _less(self, less: Sequence[str], regions: set[str]) -> list[str]:
        """The communes of a territory but for those named after it; none when a name is unknown or elsewhere."""
        name, but = less
        whole = self.communes(self._piece(name, regions, AREAS))
        left = [self._piece(part, regions, ("Commune",)) for part in _AND.split(but)]
        gone = self.communes(place for found in left for place in found)
        return sorted(whole - gone) if all(left) and gone <= whole else []

    def _town(self, name: str, departments: set[str]) -> str | None:
        """The one commune of a name in some departments."""
        family = FAMILIES["municipality"]
        towns = self.g.places_by_core.get(("Commune", core(name, family)), set())
        near = {t for t in towns if departments & self.g.above(t) and in_order(name, family) in self.g.in_order(t)}
        return near.pop() if len(near) == 1 else None

    def _departments(self, inside: str) -> set[str]:
        return self.g.places_by_core.get(("Department", core(inside)), set()) if inside else set()


def without_kind(name: str) -> str:
    """A name without the sort of body it announces: `PETR du Pays de Langres` -> `Pays de Langres`."""
    label = _WITHOUT_KIND.sub("", name)
    return label[:1].upper() + label[1:]


def bare_core(name: str) -> tuple[str, ...]:
    """The telling words of a territory's name, without its sort and its brackets."""
    bare = re.sub(r"^Pôle métropolitain ", "", without_kind(split_brackets(name)[0]))
    return core(bare, FAMILIES["syndicate"])


def lists_itself(territory: str, pieces: Iterable[str]) -> bool:
    """Whether a territory is called by the list of what it is made of ("Orvault ; Sautron"): it has no other name."""
    said = set(tokens(territory))
    return all(set(core(split_brackets(piece)[0], FAMILIES["intercommunal"])) <= said for piece in pieces)
