"""What a map of coverage says, ready to print: territories, the contracts that cover them, the scales, the remarks.

Made from the rows of two questions and the shipped outlines; it holds no query and no HTML.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from maillage.naming.normalise import normalised
from maillage.network.legend import NUMBERS, SHARES, Scale
from maillage.views.map_outlines import Shape, Sheet


@dataclass(frozen=True)
class Contract:
    """One contract in force, or perhaps in force, on the day of the map.

    Attributes
    ----------
    standing, reason: whether it is in force that day (certain, possible, not known) and why, in words.
    attested: the year of the last source that shows it in force, empty when there is none.
    counts: whether it is certain or possible; one that is not known covers nobody in the figures.
    period: in words, empty when no date is known.
    parties, signatories: how many bodies are known to take part in a coordinating role, and to have signed.
    pages: title and web address of the pages that say so.
    """

    iri: str
    label: str
    status: str
    period: str
    standing: str
    reason: str
    attested: str
    counts: bool
    parties: int
    signatories: int
    pages: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Place:
    """One territory.

    Attributes
    ----------
    covered, certain, twice: of its inhabitants, those in a commune of at least one contract that is certain or
        possible, of one that is certain, of two or more.
    unknown: those in a commune of which no contract is certain or possible, and of some it is not known.
    deduced: of those covered, whom contracts of deduced perimeters alone cover.
    doubtful: how many of its contracts are of that last kind.
    vague: how many of its contracts have a perimeter whose communes nobody lists: they cover nobody in these figures.
    contracts: IRI of each, with the inhabitants of this territory it covers; None when that is not known.
    shape: None when it has no outline.
    """

    iri: str
    code: str
    label: str
    inhabitants: int
    covered: int
    certain: int
    unknown: int
    deduced: int
    twice: int
    vague: int
    contracts: tuple[tuple[str, int | None], ...]
    shape: Shape | None
    doubtful: int = 0

    def share(self, people: int) -> float | None:
        """Per cent of the inhabitants; None where their number is not known."""
        return 100 * people / self.inhabitants if self.inhabitants else None

    def value(self, measure: str) -> float:
        """What a measure of `MEASURES` colours the territory by."""
        if measure == "count":
            return len(self.contracts) - self.doubtful
        return self.share(self.covered if measure == "share" else self.certain) or 0.0

    def step(self, measure: str) -> str:
        """Its class for a measure: a number from 1, `VAGUE`, or empty where none is known."""
        step = MEASURES[measure].step(self.value(measure))
        return str(step) if step else VAGUE if measure == "share" and self.vague else ""


#: What the map can be coloured by -> its scale.
MEASURES: Mapping[str, Scale] = {"share": SHARES, "certain": SHARES, "count": NUMBERS}
#: The class of a territory with contracts of which it is not known whom they cover.
VAGUE = "v"


@dataclass(frozen=True)
class CoverageMap:
    """The whole map.

    Attributes
    ----------
    level: ``department`` or ``epci``.
    day: ISO date.
    places: in the order of the table.
    contracts: those of the places, by IRI.
    elsewhere: in force too, but of no territory of this level: their communes are not known, or have no outline.
    caveats: sentences on what the answer does not say, from the questions themselves.
    """

    level: str
    day: str
    lang: str
    sheet: Sheet
    places: Sequence[Place]
    contracts: Mapping[str, Contract]
    elsewhere: Mapping[str, Contract]
    caveats: Sequence[str] = ()

    @cached_property
    def drawn(self) -> list[Place]:
        """The territories that have an outline."""
        return [place for place in self.places if place.shape is not None]

    @cached_property
    def bare(self) -> list[Place]:
        """The territories without an outline: in the table only."""
        return [place for place in self.places if place.shape is None]

    @cached_property
    def unknown(self) -> list[Shape]:
        """The outlines without a territory in the graph: drawn hatched."""
        codes = {place.code for place in self.drawn}
        return [shape for code, shape in sorted(self.sheet.shapes.items()) if code not in codes]

    def total(self, what: str) -> int:
        """The sum of an attribute of `Place` over the territories drawn, which do not overlap."""
        return sum(getattr(place, what) for place in self.drawn)

    def steps(self, measure: str) -> dict[str, int]:
        """Class -> how many territories drawn fall in it, from the highest class down to `VAGUE` and none."""
        numbers = range(len(MEASURES[measure].floors), 0, -1)
        found = [place.step(measure) for place in self.drawn]
        return {step: found.count(step) for step in (*map(str, numbers), *([VAGUE] if VAGUE in found else []), "")}


def in_order(places: Iterable[Place], level: str) -> list[Place]:
    """Departments by their code, as the field lists them; other territories by name."""
    if level == "department":
        return sorted(places, key=lambda place: (place.code, place.iri))
    return sorted(places, key=lambda place: (normalised(place.label), place.code, place.iri))
