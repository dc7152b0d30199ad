"""Territorial answers worked out again in plain Python, straight from the Turtle: no rule, bound or query of ours is used.

A folder of Turtle files comes in; what is in force, covered, ending or inside a perimeter goes out, in short names
(``terr:commune-54395``). What the words of a caveat say is said again here, on sets and dates.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

import pyoxigraph as ox

MLG = "https://w3id.org/maillage/def#"
SHORT = {
    MLG: "mlg:",
    "https://schema.org/": "schema:",
    "http://data.europa.eu/m8g/": "cv:",
    "http://purl.org/dc/terms/": "dct:",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
    "https://w3id.org/maillage/id/territory/": "terr:",
    "https://w3id.org/maillage/id/arrangement/": "arr:",
    "https://w3id.org/maillage/id/organisation/": "body:",
    "https://w3id.org/maillage/def/modality/": "modality:",
    "https://w3id.org/maillage/def/status/": "status:",
    "https://w3id.org/maillage/def/relation/": "relation:",
    "https://w3id.org/maillage/def/role/": "role:",
}
CONTRACTS = {"mlg:Contract", "mlg:LocalHealthContract", "mlg:CityContract", "mlg:Convention", "mlg:Pact"}
AREAS = {
    *("mlg:Country", "mlg:Region", "mlg:Department", "mlg:District", "mlg:IntercommunalArea"),
    *("mlg:Commune", "mlg:PriorityNeighbourhood", "mlg:OtherArea"),
}
REAL = {"modality:done", "modality:ongoing"}
GOVERNING = {
    *("mlg:Collectivity", "mlg:RegionalCouncil", "mlg:DepartmentalCouncil", "mlg:Municipality", "mlg:MixedSyndicate"),
    *("mlg:IntermunicipalBody", "mlg:CommunityOfCommunes", "mlg:AgglomerationCommunity", "mlg:UrbanCommunity"),
    *("mlg:Metropolis", "mlg:TerritorialPublicEstablishment"),
}
AGENCIES = {"mlg:HealthAgency", "mlg:RegionalHealthAgency", "mlg:HealthAgencyDelegation"}
SIGNATORIES = {
    "mlg:HealthAgency": AGENCIES,
    "mlg:Prefecture": {"mlg:Prefecture", "mlg:SubPrefecture"},
    **{kind: {kind} for kind in ("mlg:HealthInsuranceFund", "mlg:DepartmentalCouncil", "mlg:RegionalCouncil")},
    **{kind: {kind} for kind in ("mlg:EducationAuthority", "mlg:Hospital")},
}
Span = tuple[date, date]


def short(iri: str) -> str:
    """An IRI with its prefix, as in the Turtle files."""
    for space, prefix in SHORT.items():
        if iri.startswith(space):
            return prefix + iri[len(space) :]
    return iri


def span(text: str) -> Span | None:
    """First and last day of ``2018``, ``2018-03``, ``2018-03-15`` or ``201X``; None where the year is not told."""
    found = re.fullmatch(r"(\d{3})([\dX])(?:-(\d\d))?(?:-(\d\d))?", text)
    if not found:
        assert re.fullmatch(r"XXXX-.*", text), f"the oracle does not read {text!r}"
        return None
    decade, year, month, day = found.groups()
    years = (int(f"{decade}0"), int(f"{decade}9")) if year == "X" else (int(decade + year),) * 2
    months = (int(month), int(month)) if month else (1, 12)
    last = int(day) if day else monthrange(years[1], months[1])[1]
    return date(years[0], months[0], int(day or 1)), date(years[1], months[1], last)


def agreed(texts: set[str]) -> str | None:
    """The one text that all others hold (``201X`` holds ``2018``, which holds ``2018-03``); None where they differ."""
    holds = {text: re.compile(text.replace("X", r"[\dX]") + "(-|$)") for text in texts}
    best = [text for text in texts if all(pattern.match(text) for pattern in holds.values())]
    return best[0] if len(best) == 1 else None


@dataclass
class Period:
    """When a contract was in force, as far as the states tell."""

    first: date | None
    last: date | None
    known: bool
    lost_end: bool

    def holds(self, day: date | None) -> bool:
        """Whether it counts as in force on the day; without a day, always."""
        if day is None:
            return True
        before = self.first is not None and day < self.first
        return not (self.lost_end or before or (self.last is not None and day > self.last))


@dataclass
class Thing:
    """What the files say of one subject: short predicate -> values as text."""

    values: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def all(self, predicate: str) -> set[str]:
        """All values, none where nothing is said."""
        return self.values.get(predicate, set())

    def one(self, predicate: str) -> str | None:
        """The only value, or none."""
        return next(iter(self.all(predicate)), None)


class Oracle:
    """The facts of a folder of Turtle files, and what follows from them."""

    def __init__(self, folder: Path) -> None:
        self.things: dict[str, Thing] = defaultdict(Thing)
        for path in sorted(folder.rglob("*.ttl")):
            for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
                value = quad.object
                text = short(value.value) if isinstance(value, ox.NamedNode) else value.value
                self.things[short(quad.subject.value)].values[short(quad.predicate.value)].add(text)
        self.kinds = {name: thing.one("rdf:type") for name, thing in self.things.items() if thing.one("rdf:type")}

    # -- territories

    @cached_property
    def stated(self) -> dict[str, set[str]]:
        """Area -> all areas it is said to lie in, at any depth."""
        found: dict[str, set[str]] = {}

        def up(area: str) -> set[str]:
            if area not in found:
                found[area] = set()
                for wider in self.things[area].all("mlg:within"):
                    found[area] |= {wider} | up(wider)
            return found[area]

        for area in self.of_kind(*AREAS):
            up(area)
        return found

    @cached_property
    def within(self) -> dict[str, set[str]]:
        """Area -> all areas it lies in: those said, and for a sum of communes those that hold them all."""
        found = dict(self.stated)
        for area in self.of_kind("mlg:IntercommunalArea", "mlg:PriorityNeighbourhood"):
            around = [self.stated[commune] for commune in self.parts(area)]
            common = set.intersection(*around) - {area} if around else set()
            found[area] = found[area] | {wider for wider in common if area not in self.stated[wider]}
        return found

    @cached_property
    def communes(self) -> dict[str, set[str]]:
        """Area -> its communes of today; a commune is its own."""
        found: dict[str, set[str]] = defaultdict(set)
        for commune in self.of_kind("mlg:Commune"):
            for place in {commune} | self.stated[commune]:
                found[place].add(commune)
        return found

    @cached_property
    def people(self) -> dict[str, int]:
        """Commune -> inhabitants."""
        return {c: int(self.things[c].one("mlg:population") or 0) for c in self.of_kind("mlg:Commune")}

    def of_kind(self, *kinds: str) -> list[str]:
        """All things of these kinds."""
        return sorted(name for name, kind in self.kinds.items() if kind in kinds)

    def parts(self, area: str) -> set[str]:
        """The communes of an area, and those a neighbourhood holds a part of."""
        return self.communes.get(area, set()) | self.astride(area)

    def astride(self, area: str) -> set[str]:
        """The communes that an area says it lies partly within."""
        return {place for place in self.things[area].all("mlg:partlyWithin") if self.kinds.get(place) == "mlg:Commune"}

    # -- contracts

    @cached_property
    def states(self) -> dict[str, list[Thing]]:
        """Arrangement -> its states, without those denied."""
        found: dict[str, list[Thing]] = defaultdict(list)
        for thing in self.things.values():
            if "mlg:State" in thing.all("rdf:type") and "modality:denied" not in thing.all("mlg:modality"):
                found[thing.one("mlg:inArrangement") or ""].append(thing)
        return found

    @cached_property
    def successors(self) -> dict[str, set[str]]:
        """Contract -> those that succeed it."""
        found: dict[str, set[str]] = defaultdict(set)
        for thing in self.things.values():
            if "relation:succeeds" in thing.all("mlg:relation") and thing.all("mlg:modality") & REAL:
                found[thing.one("mlg:object") or ""] |= thing.all("mlg:subject")
        return found

    def places(self, contract: str) -> set[str]:
        """The territories of a contract."""
        said = {place for state in self.states[contract] for place in state.all("mlg:territory")}
        return {place for place in said if self.kinds.get(place) in AREAS}

    def covered(self, contract: str) -> set[str]:
        """The communes of its territories."""
        return {commune for place in self.places(contract) for commune in self.communes.get(place, ())}

    def told(self, contract: str, predicate: str) -> tuple[str | None, bool]:
        """The agreed value of a dated predicate, and whether plans alone tell it: what is done goes before plans."""
        done = {v for s in self.states[contract] if s.all("mlg:modality") & REAL for v in s.all(predicate)}
        planned = {v for s in self.states[contract] if not s.all("mlg:modality") & REAL for v in s.all(predicate)}
        texts = done or planned
        return (agreed(texts) if texts else None), not done and bool(planned)

    def start(self, contract: str) -> tuple[Span | None, bool]:
        """Its start, or else its signature; and whether it is only planned."""
        predicate = "schema:startDate"
        if not any(state.all(predicate) for state in self.states[contract]):
            predicate = "mlg:signedOn"
        text, planned = self.told(contract, predicate)
        return (span(text) if text else None), planned and text is not None

    def end(self, contract: str) -> tuple[Span | None, bool]:
        """Its end, and whether it is only planned."""
        text, planned = self.told(contract, "schema:endDate")
        return (span(text) if text else None), planned and text is not None

    def status(self, contract: str) -> str | None:
        """What it is said to be last, where the sources agree."""
        said = [s for s in self.states[contract] if s.all("mlg:modality") & REAL and s.all("mlg:status")]
        spans = [self.as_of(state) for state in said]
        latest = [
            state
            for state, own in zip(said, spans, strict=True)
            if own is None or not any(other is not None and other[0] > own[1] for other in spans)
        ]
        found = {text for state in latest for text in state.all("mlg:status")}
        return found.pop() if len(found) == 1 else None

    def as_of(self, state: Thing) -> Span | None:
        """The day a state is told of: its own, or that on which the last of its documents was issued."""
        own = state.one("mlg:asOf")
        if own is not None:
            return span(own) if "/" not in own else None
        issued = []
        for proof in state.all("mlg:evidence"):
            document = self.things[proof].one("mlg:document") or proof
            while document and not self.things[document].one("dct:issued"):
                document = self.things[document].one("dct:isPartOf") or ""
            days = span(self.things[document].one("dct:issued") or "XXXX-") if document else None
            issued += [days] if days else []
        return (max(s[0] for s in issued), max(s[1] for s in issued)) if issued else None

    @cached_property
    def periods(self) -> dict[str, Period]:
        """Contract -> its period, for those said to be signed, begun or ended and not cancelled."""
        found = {c: self._period(c) for c in self.of_kind(*CONTRACTS)}
        return {contract: period for contract, period in found.items() if period is not None}

    def _period(self, contract: str) -> Period | None:
        concluded = {"status:signed", "status:inForce", "status:underEvaluation", "status:ended"}
        dated = ("schema:startDate", "mlg:signedOn", "schema:endDate")
        real = [state for state in self.states[contract] if state.all("mlg:modality") & REAL]
        if not any(s.all("mlg:status") & concluded or any(span(v) for p in dated for v in s.all(p)) for s in real):
            return None
        if self.status(contract) == "status:cancelled":
            return None
        start, end = self.start(contract)[0], self.end(contract)[0]
        begun = [self.start(next_one) for next_one in self.successors[contract]]
        eves = [s[0] - timedelta(days=1) for s, planned in begun if s is not None and not planned]
        last = min([*eves, *([end[1]] if end else [])], default=None)
        lost = self.status(contract) == "status:ended" and last is None
        return Period(start[0] if start else None, last, start is not None and end is not None, lost)

    def in_force(self, day: date | None, *kinds: str) -> dict[str, bool]:
        """Contract -> are its dates known, for those in force on the day."""
        chosen = set(self.of_kind(*(kinds or CONTRACTS)))
        return {c: p.known for c, p in self.periods.items() if c in chosen and p.holds(day)}

    # -- answers

    def ties(self, area: str, day: date | None) -> set[tuple[str, str, str, bool]]:
        """(contract, its place, tie, dates known) for the contracts in force on an area: of a part, if they share a commune."""
        found, mine = set(), self.parts(area)
        for contract, known in self.in_force(day).items():
            for place in self.places(contract):
                if place == area:
                    found.add((contract, place, "mlg:territory", known))
                elif place in self.within[area]:
                    found.add((contract, place, "mlg:within", known))
                elif area in self.within[place] or not mine.isdisjoint(self.parts(place)):
                    found.add((contract, place, "mlg:partlyWithin", known))
        return found

    def lines(self, day: date | None) -> Iterator[tuple[str, set[str], bool]]:
        """(line, communes, dates known) of each health contract in force: one signed nobody knows when stands for those it succeeds."""
        for contract, known in self.in_force(day, "mlg:LocalHealthContract").items():
            heirs = {
                heir
                for heir in self.successors[contract]
                if self.status(heir) in ("status:signed", "status:inForce") and self.start(heir)[0] is None
            }
            for line in heirs or {contract}:
                yield line, self.covered(contract), known

    def coverage(self, day: date | None, areas: Iterable[str]) -> dict[str, tuple[int, ...]]:
        """Area -> communes, inhabitants, contracts, of unknown communes, communes covered, inhabitants covered,
        of known dates, by several."""
        several: dict[str, set[str]] = defaultdict(set)
        dated: set[str] = set()
        for line, communes, known in self.lines(day):
            dated |= communes if known else set()
            for commune in communes:
                several[commune].add(line)
        near: dict[str, set[str]] = defaultdict(set)
        lost: dict[str, set[str]] = defaultdict(set)
        for contract in self.in_force(day, "mlg:LocalHealthContract"):
            for place in self.places(contract) | self.covered(contract):
                for around in {place} | self.within[place]:
                    near[around].add(contract)
                    if not self.communes.get(place):
                        lost[around].add(contract)
        found = {}
        for area in areas:
            mine = self.communes[area]
            has = mine & several.keys()
            twice = {commune for commune in has if len(several[commune]) > 1}
            people = [sum(self.people[c] for c in part) for part in (mine, has, has & dated, twice)]
            found[area] = (len(mine), people[0], len(near[area]), len(lost[area]), len(has), *people[1:])
        return found

    def ending(self, day: date, months: int) -> dict[str, tuple[date, date, bool, frozenset[str]]]:
        """Contract -> earliest and latest end, is it sure, its successors, for those that may end in the months after a day."""
        month = day.month - 1 + months
        limit = date(day.year + month // 12, month % 12 + 1, 1)
        limit = limit.replace(day=min(day.day, monthrange(limit.year, limit.month)[1]))
        found = {}
        for contract in self.of_kind(*CONTRACTS):
            end, planned = self.end(contract)
            if end is not None and not planned and end[1] >= day and end[0] <= limit:
                sure = end[0] >= day and end[1] <= limit
                found[contract] = (*end, sure, frozenset(self.successors[contract]))
        return found

    def neighbourhoods(self, contract: str) -> dict[str, bool]:
        """Neighbourhood -> does all of it lie in the perimeter, for those that lie in a part of it."""
        found, places, covered = {}, self.places(contract), self.covered(contract)
        for area in self.of_kind("mlg:PriorityNeighbourhood"):
            shared = self.astride(area)
            whole = bool(self.within[area] & places) or (bool(shared) and shared <= covered)
            if whole or shared & covered:
                found[area] = whole
        return found

    def parties(self, role: str, modalities: set[str]) -> dict[str, set[str]]:
        """Contract -> who holds a role in it, in one of these ways."""
        found: dict[str, set[str]] = defaultdict(set)
        for thing in self.things.values():
            if "mlg:Participation" in thing.all("rdf:type") and role in thing.all("cv:role"):
                arrangement = thing.one("mlg:inArrangement") or ""
                if thing.all("mlg:modality") & modalities and self.kinds.get(arrangement) in CONTRACTS:
                    found[arrangement] |= thing.all("cv:hasParticipant")
        return found

    def differing(self) -> set[tuple[object, ...]]:
        """(contract, its place, carrier, the carrier's place, six figures) where the two perimeters differ."""
        found: set[tuple[object, ...]] = set()
        for contract, carriers in self.parties("role:carrier", REAL).items():
            bodies = {body for body in carriers if self.things[body].all("rdf:type") & GOVERNING}
            governed = {(body, place) for body in bodies for place in self.things[body].all("mlg:governs")}
            mine = self.covered(contract)
            theirs = {commune for _, place in governed for commune in self.communes.get(place, ())}
            figures: tuple[int | None, ...] = (None,) * 6
            if all(self.communes.get(place) for place in self.places(contract)):
                if not mine or not theirs or mine == theirs:
                    continue
                sides = [(len(part), sum(self.people[c] for c in part)) for part in (mine - theirs, theirs - mine)]
                figures = (len(mine), len(theirs), *sides[0], *sides[1])
            for place in self.places(contract):
                found |= {(contract, place, body, area, *figures) for body, area in governed if area != place}
        return found

    def signed(self) -> dict[tuple[str, str], tuple[int, int]]:
        """(region or department, kind of signatory) -> health contracts of known signatories, and those it signed."""
        near: dict[str, dict[str, set[str]]] = defaultdict(dict)
        for contract, signatories in self.parties("role:signatory", REAL).items():
            if self.kinds[contract] == "mlg:LocalHealthContract":
                for place in self.places(contract):
                    # A contract on a region is the region's, not each department's.
                    kind = self.kinds[place]
                    places = {place} | (self.communes[place] if kind == "mlg:IntercommunalArea" else set())
                    for around in places | {w for p in places for w in self.within[p]}:
                        if self.kinds[around] in ("mlg:Region", "mlg:Department"):
                            near[around][contract] = signatories
        return {
            (around, kind): (
                len(those),
                sum(any(self.things[b].all("rdf:type") & acting for b in s) for s in those.values()),
            )
            for around, those in near.items()
            for kind, acting in SIGNATORIES.items()
        }

    def generations(self) -> dict[tuple[str, str], tuple[object, ...]]:
        """(carrier, kind) -> contracts, highest generation, successions, first and last start, of those with several."""
        carried: dict[tuple[str, str], set[str]] = defaultdict(set)
        for contract, carriers in self.parties("role:carrier", REAL | {"modality:planned"}).items():
            for body in carriers:
                if not self.things[body].all("rdf:type") & AGENCIES:
                    carried[body, self.kinds[contract] or ""].add(contract)
        found: dict[tuple[str, str], tuple[object, ...]] = {}
        for key, contracts in carried.items():
            ranks = [int(text) for text, _ in (self.told(c, "mlg:generation") for c in contracts) if text]
            before = {earlier for earlier, later in self.successors.items() if later & contracts}
            starts = [days[0].isoformat() for days, _ in map(self.start, contracts) if days]
            if before or max(ranks, default=0) > 1:
                dates = (min(starts, default=None), max(starts, default=None))
                found[key] = (len(contracts), max(ranks, default=None), len(before), *dates)
        return found
