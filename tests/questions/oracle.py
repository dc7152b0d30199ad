"""Answers worked out again in plain Python, straight from the Turtle: no rule, bound or query of ours is used.

A folder of Turtle files and that of the vocabulary come in; who coordinates when, what is in force, covered, ending or
inside a perimeter goes out, in short names (``terr:commune-54395``). It is written from the words of
docs/guides/in-force.md (dates), of the design (coordination) and of the caveats, on sets and days.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import combinations, product
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

MLG = "https://w3id.org/maillage/def#"
SHORT = {
    MLG: "mlg:",
    "https://schema.org/": "schema:",
    "http://data.europa.eu/m8g/": "cv:",
    "http://purl.org/dc/terms/": "dct:",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
    "http://www.w3.org/2000/01/rdf-schema#": "rdfs:",
    "http://www.w3.org/ns/org#": "org:",
    "https://w3id.org/maillage/id/territory/": "terr:",
    "https://w3id.org/maillage/id/arrangement/": "arr:",
    "https://w3id.org/maillage/id/organisation/": "body:",
    "https://w3id.org/maillage/def/modality/": "modality:",
    "https://w3id.org/maillage/def/status/": "status:",
    "https://w3id.org/maillage/def/relation/": "relation:",
    "https://w3id.org/maillage/def/role/": "role:",
    "https://w3id.org/maillage/def/certainty/": "certainty:",
    "https://w3id.org/maillage/def/origin/": "origin:",
    "https://w3id.org/maillage/def/legalStatus/": "legalStatus:",
    "https://w3id.org/maillage/def/standing/": "standing:",
    "https://w3id.org/maillage/def/reason/": "reason:",
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
CONCLUDED = {"status:signed", "status:inForce", "status:underEvaluation", "status:ended"}
ATTESTING = {"status:signed", "status:inForce", "status:underEvaluation"}
#: What is said of a contract on a day, the surest first.
SUREST = ("standing:certain", "standing:possible", "standing:unknown")
DATED = ("schema:startDate", "mlg:signedOn", "schema:endDate")
#: The first and the last day that may be meant; None where nothing bounds it.
Bounds = tuple[date | None, date | None]
NOTHING: Bounds = (None, None)
#: No end is set: later than any day.
OPEN: Bounds = (date.max, date.max)


def short(iri: str) -> str:
    """An IRI with its prefix, as in the Turtle files."""
    for space, prefix in SHORT.items():
        if iri.startswith(space):
            return prefix + iri[len(space) :]
    return iri


def span(text: str) -> Bounds:
    """First and last day of ``2018``, ``2018-03``, ``2018-03-15`` or ``201X``; nothing where the year is not told."""
    found = re.fullmatch(r"(\d{3})([\dX])(?:-(\d\d))?(?:-(\d\d))?", text)
    if not found:
        assert re.fullmatch(r"XXXX-.*", text), f"the oracle does not read {text!r}"
        return NOTHING
    decade, year, month, day = found.groups()
    years = (int(f"{decade}0"), int(f"{decade}9")) if year == "X" else (int(decade + year),) * 2
    months = (int(month), int(month)) if month else (1, 12)
    last = int(day) if day else monthrange(years[1], months[1])[1]
    return date(years[0], months[0], int(day or 1)), date(years[1], months[1], last)


def first_of(text: str) -> Bounds:
    """The start that ``2018`` or ``2018/2020`` tells."""
    return span(text.split("/")[0])


def last_of(text: str) -> Bounds:
    """The end that ``2020`` or ``2018/2020`` tells; ``2018/..`` has none, and says so."""
    ending = text.split("/")[-1]
    return OPEN if ending == ".." else span(ending) if ending else NOTHING


def least(days: Iterable[date | None]) -> date | None:
    """The first of the days that are known."""
    return min((day for day in days if day is not None), default=None)


def greatest(days: Iterable[date | None]) -> date | None:
    """The last of the days that are known."""
    return max((day for day in days if day is not None), default=None)


def holds(outer: Bounds, inner: Bounds) -> bool:
    """Whether one date may be on the day of another: its bounds, where it has any, contain those of the other."""
    assert inner[0] is not None and inner[1] is not None
    return (outer[0] is None or outer[0] <= inner[0]) and (outer[1] is None or inner[1] <= outer[1])


def after(day: date, months: int) -> date:
    """The same day so many months on; the first of the month after, where that month has no such day."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    try:
        return date(year, month, day.day)
    except ValueError:
        return date(year + month // 12, month % 12 + 1, 1)


def lasting(start: Bounds, months: int) -> Bounds:
    """The end of what lasts so many months: the eve of the day on which it would begin again."""
    first, last = (after(day, months) - timedelta(days=1) if day else None for day in start)
    return first, last


def agreed(texts: set[str]) -> str | None:
    """The one text that all others hold (``201X`` holds ``2018``, which holds ``2018-03``); None where they differ."""
    holds = {text: re.compile(text.replace("X", r"[\dX]") + "(-|$)") for text in texts}
    best = [text for text in texts if all(pattern.match(text) for pattern in holds.values())]
    return best[0] if len(best) == 1 else None


class Term(NamedTuple):
    """A start or an end: the days between which it lies, and whether plans alone tell it."""

    days: Bounds
    planned: bool = False


class InForce(NamedTuple):
    """When a contract that was concluded is in force, why one says so, and when sources attest it."""

    start: Bounds
    end: Bounds
    reason: str
    sure: Bounds
    seen: date | None

    def on(self, day: date | None, years: int = 6) -> str | None:
        """Certain, possible or not known on the day; None where it is excluded."""
        first, last = self.sure
        if day is None:
            return "standing:certain" if first is not None else "standing:unknown"
        if (self.start[0] is not None and self.start[0] > day) or (self.end[1] is not None and self.end[1] < day):
            return None
        if first is not None and last is not None and first <= day <= last:
            return "standing:certain"
        if self.reason != "reason:presumed":
            return "standing:possible"
        if first is None or last is None or day > after(last, 12 * years):
            return "standing:unknown"
        early = self.start[0] is None and day < after(first, -12 * years)
        return "standing:unknown" if early else "standing:possible"


class Tie(NamedTuple):
    """A coordination: its bounds, whether its dates are known, whether a route states it."""

    start: Bounds
    end: Bounds
    known: bool
    certainty: str


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


def read(paths: Iterable[Path]) -> dict[str, Thing]:
    """What the files say, subject by subject."""
    things: dict[str, Thing] = defaultdict(Thing)
    for path in paths:
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            value = quad.object
            text = short(value.value) if isinstance(value, ox.NamedNode) else value.value
            things[short(quad.subject.value)].values[short(quad.predicate.value)].add(text)
    return things


class Oracle:
    """The facts of a folder of Turtle files, and what follows from them."""

    def __init__(self, folder: Path, vocabulary: Path) -> None:
        self.things = read(sorted(folder.rglob("*.ttl")))
        self.words = read([vocabulary / "maillage.ttl", vocabulary / "schemes.ttl"])
        self.kinds = {name: thing.one("rdf:type") for name, thing in self.things.items() if thing.one("rdf:type")}

    # -- territories

    @cached_property
    def stated(self) -> dict[str, set[str]]:
        """Area -> all areas it is said to lie in, at any depth, and those deduced to hold it.

        What an area of its own is made of may be deduced where no source states it: its parts then lie in it, and what
        lies in them, but not in what holds the whole. Where such an area lies may be deduced too.
        """
        found: dict[str, set[str]] = {}
        holders = {wider for area in self.of_kind(*AREAS) for wider in self.things[area].all("mlg:within")}
        own = {area for area in self.of_kind("mlg:OtherArea") if area not in holders}

        def up(area: str) -> set[str]:
            if area not in found:
                found[area] = set()
                deduced = self.things[area].all("mlg:deducedWithin") if area in own else set()
                for wider in self.things[area].all("mlg:within") | deduced:
                    found[area] |= {wider} | up(wider)
            return found[area]

        for area in self.of_kind(*AREAS):
            up(area)
        sums = {part: self.things[part].all("mlg:deducedWithin") & own for part in self.of_kind(*AREAS)}
        return {
            area: around | {whole for part in {area} | around for whole in sums.get(part, set())}
            for area, around in found.items()
        }

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

    @cached_property
    def perhaps(self) -> dict[str, set[str]]:
        """Area that nothing places -> the departments and regions of those who coordinate in its arrangements."""
        found: dict[str, set[str]] = {}
        for arrangement, parts in self.taking_part.items():
            for place in {p for state in self.states[arrangement] for p in state.all("mlg:territory")}:
                if self.kinds.get(place) != "mlg:OtherArea" or self.within[place] or self.astride(place):
                    continue
                seats = {
                    p
                    for part in parts.values()
                    for p in self.things[part.one("cv:hasParticipant") or ""].all("mlg:territory")
                }
                around = seats.union(*(self.within[seat] for seat in seats if seat in self.within))
                areas = {a for a in around if self.kinds.get(a) in ("mlg:Department", "mlg:Region")}
                found.setdefault(place, set()).update(areas)
        return found

    def covered(self, contract: str) -> set[str]:
        """The communes of its territories."""
        return {commune for place in self.places(contract) for commune in self.communes.get(place, ())}

    def told(self, contract: str, predicate: str) -> tuple[str | None, bool]:
        """The agreed value of a dated predicate, and whether plans alone tell it: what is done goes before plans."""
        done = {v for s in self.states[contract] if s.all("mlg:modality") & REAL for v in s.all(predicate)}
        planned = {v for s in self.states[contract] if not s.all("mlg:modality") & REAL for v in s.all(predicate)}
        texts = done or planned
        return (agreed(texts) if texts else None), not done and bool(planned)

    def start(self, contract: str) -> Term:
        """Its start, or else its signature."""
        if any(state.all("schema:startDate") for state in self.states[contract]):
            text, planned = self.told(contract, "schema:startDate")
            return Term(first_of(text) if text else NOTHING, planned)
        text, planned = self.told(contract, "mlg:signedOn")
        return Term(span(text) if text else NOTHING, planned)

    def signature(self, contract: str) -> Bounds:
        """The day on which it was signed, if that took place."""
        text, planned = self.told(contract, "mlg:signedOn")
        return span(text) if text and not planned else NOTHING

    def end(self, contract: str) -> Term:
        """Its end; where no state says one, that which follows from a duration."""
        if any(state.all("schema:endDate") for state in self.states[contract]):
            text, planned = self.told(contract, "schema:endDate")
            return Term(last_of(text) if text else NOTHING, planned)
        text, planned = self.told(contract, "schema:startDate")
        if text and "/" in text:
            return Term(last_of(text), planned)
        return self.end_by_duration(contract) or Term(NOTHING)

    def end_by_duration(self, contract: str) -> Term | None:
        """The end that durations give, where they agree: what is done goes before plans."""
        for planned in (False, True):
            found = []
            for state in self.states[contract]:
                begun = self._begun(state)
                years = state.one("mlg:durationYears")
                if years is not None and begun != NOTHING and bool(state.all("mlg:modality") & REAL) is not planned:
                    found.append(lasting(begun, round(12 * float(years))))
            inner = [one for one in set(found) if all(holds(other, one) for other in found)]
            if found:
                return Term(inner[0], planned) if inner else None
        return None

    def _begun(self, state: Thing) -> Bounds:
        """The start that a state says: its signature, where the start may be on that day."""
        start, signed = state.one("schema:startDate"), state.one("mlg:signedOn")
        own, signature = (first_of(start) if start else NOTHING), (span(signed) if signed else NOTHING)
        return signature if signature != NOTHING and holds(own, signature) else own

    def lasts_by_duration(self, contract: str) -> bool:
        """Whether its end follows from a duration: no state says one."""
        said = any(state.all("schema:endDate") for state in self.states[contract])
        text, _ = self.told(contract, "schema:startDate")
        return not said and "/" not in (text or "") and self.end_by_duration(contract) is not None

    def begins(self, contract: str, own: Bounds | None = None) -> Term:
        """When its parties begin: at the start (their own, if they have one), or at the signature if the start may be on that day."""
        start = self.start(contract) if own is None else Term(own)
        signature = self.signature(contract)
        return Term(signature) if signature != NOTHING and holds(start.days, signature) else start

    def status(self, contract: str) -> str | None:
        """What it is said to be last, where the sources agree."""
        said = [s for s in self.states[contract] if s.all("mlg:modality") & REAL and s.all("mlg:status")]
        spans = [self.as_of(state) for state in said]
        latest = [
            state
            for state, own in zip(said, spans, strict=True)
            if own[1] is None or not any(other[0] is not None and other[0] > own[1] for other in spans)
        ]
        found = {text for state in latest for text in state.all("mlg:status")}
        return found.pop() if len(found) == 1 else None

    def as_of(self, state: Thing) -> Bounds:
        """The day a state is told of: its own, or that on which the last of its documents was issued."""
        own = state.one("mlg:asOf")
        if own is not None:
            return first_of(own)[0], last_of(own)[1]
        issued = [span(day) for proof in state.all("mlg:evidence") if (day := self.issued(proof))]
        return greatest(days[0] for days in issued), greatest(days[1] for days in issued)

    def documents(self, proof: str) -> list[str]:
        """The document of a quotation, or a document itself, and the wholes it is a part of."""
        document, found = self.things[proof].one("mlg:document") or proof, []
        while document:
            found.append(document)
            document = self.things[document].one("dct:isPartOf") or ""
        return found

    def issued(self, proof: str) -> str | None:
        """The day on which the document was issued, or the whole it is a part of."""
        return next((day for one in self.documents(proof) if (day := self.things[one].one("dct:issued"))), None)

    @cached_property
    def periods(self) -> dict[str, InForce]:
        """Contract -> when it is in force, for those said to be signed, begun or ended and not cancelled."""
        found = {c: self._period(c) for c in self.of_kind(*CONTRACTS)}
        return {contract: period for contract, period in found.items() if period is not None}

    def _period(self, contract: str) -> InForce | None:
        real = [state for state in self.states[contract] if state.all("mlg:modality") & REAL]
        if not any(s.all("mlg:status") & CONCLUDED or any(s.all(p) for p in DATED) for s in real):
            return None
        if self.status(contract) == "status:cancelled":
            return None
        start, stated = self.begins(contract), self.end(contract)
        eves: list[Bounds] = []
        for heir in self.successors[contract]:
            begun = self.begins(heir)
            if not begun.planned:
                first, last = (day - timedelta(days=1) if day else None for day in begun.days)
                eves.append((first, last))
        ended = [self.as_of(s)[1] for s in real if "status:ended" in s.all("mlg:status")]
        # No certainty of what is only planned, or of an end that is not set: the outer bounds alone are left.
        begun: Bounds = (start.days[0], None if start.planned else start.days[1])
        own = NOTHING if stated.days == OPEN else (None if stated.planned else stated.days[0], stated.days[1])
        # Unless its end is known, the eve of a successor tells when it had ended at the latest, not that it lasted until then.
        until = None if own[0] is None else least([own[0], *(eve[0] for eve in eves)])
        end = (until, least([own[1], *(eve[1] for eve in eves), *(ended if own == NOTHING else ())]))
        by_duration = self.lasts_by_duration(contract)
        if None not in (*begun, *end):
            return InForce(begun, end, "reason:duration" if by_duration else "reason:dates", (begun[1], end[0]), None)
        days = [self.as_of(s) for s in real if s.all("mlg:status") & ATTESTING]
        days += [] if start.planned else [start.days]
        signed = self.signature(contract)
        # What is signed before its start is not in force yet.
        days += [signed] if None in (signed[0], start.days[0]) or signed[0] >= start.days[0] else []
        # A row says when sources last saw it: its stated end, which may be to come, attests it and is not such a day.
        seen = greatest(first for first, _ in days)
        days += [] if stated.planned or by_duration else [(until, own[1])]
        sure = (least(last for _, last in days), greatest(first for first, _ in days))
        return InForce(begun, end, "reason:presumed", sure, seen)

    def in_force(self, day: date | None, *kinds: str, years: int = 6) -> dict[str, tuple[str, str, str | None]]:
        """Contract -> certain, possible or not known; the reason; the year of the last attestation."""
        chosen = set(self.of_kind(*(kinds or CONTRACTS)))
        found = {c: (p.on(day, years), p.reason, str(p.seen.year) if p.seen else None) for c, p in self.periods.items()}
        return {c: (how, reason, seen) for c, (how, reason, seen) in found.items() if how is not None and c in chosen}

    # -- who coordinates, and when

    @cached_property
    def under(self) -> dict[str, set[str]]:
        """Class -> itself and those under it, by the vocabulary."""
        found: dict[str, set[str]] = defaultdict(set)
        for name, word in self.words.items():
            wider, above = {name}, set[str]()
            while wider:
                above |= wider
                wider = {up for one in wider for up in self.words[one].all("rdfs:subClassOf")} - above
            for one in above if "owl" in "".join(word.all("rdf:type")) else ():
                found[one].add(name)
        return found

    def is_a(self, thing: str, kind: str) -> bool:
        """Whether a thing is of a class, or of one under it."""
        return not self.things[thing].all("rdf:type").isdisjoint(self.under[kind])

    def role(self, part: Thing, flag: str) -> bool:
        """Whether the role of a participation has a flag: coordinating, lasting, eventOnly."""
        return self.words[part.one("cv:role") or ""].one(flag) == "true"

    def suggested(self, claim: Thing) -> bool:
        """Whether a claim is only suggested: it says so, or else one of its documents does."""
        own = claim.all("mlg:origin")
        said = own or {
            o for p in claim.all("mlg:evidence") for d in self.documents(p) for o in self.things[d].all("mlg:origin")
        }
        return "origin:suggested" in said

    @cached_property
    def taking_part(self) -> dict[str, dict[str, Thing]]:
        """Arrangement -> its participations that may make a pair, by name."""
        found: dict[str, dict[str, Thing]] = defaultdict(dict)
        for name, thing in self.things.items():
            if "mlg:Participation" not in thing.all("rdf:type") or not thing.all("mlg:modality") & REAL:
                continue
            who, arrangement = thing.one("cv:hasParticipant") or "", thing.one("mlg:inArrangement") or ""
            if not self.role(thing, "mlg:coordinating") or self.suggested(thing):
                continue
            if self.is_a(who, "mlg:Actor") and self.is_a(arrangement, "mlg:Arrangement"):
                found[arrangement][name] = thing
        return found

    def lasts(self, part: Thing) -> tuple[Term, Term]:
        """The start and the end of a participation."""
        arrangement = part.one("mlg:inArrangement") or ""
        start, end, seen = (part.one(p) for p in ("schema:startDate", "schema:endDate", "mlg:asOf"))
        if end is None and start is not None and "/" in start:
            end = start
        own_start, own_end = (first_of(start) if start else None), (last_of(end) if end else None)
        for_long, whole = self.role(part, "mlg:lasting"), self.end(arrangement)
        if seen is not None and own_start is None:
            # Seen in what has no end set, nothing bounds its own.
            latest = None if whole.days == OPEN else whole.days[1]
            of_all = self.start(arrangement)
            begins = Term((of_all.days[0], last_of(seen)[1]), of_all.planned)
            return begins, Term(own_end) if own_end else Term((first_of(seen)[0], latest), whole.planned)
        begins = Term(own_start) if own_start else self.start(arrangement)
        begins = self.begins(arrangement, own_start) if for_long else begins
        # The day of the act, be it told by its month or its year, is no end of what lasts.
        act = own_start is not None and own_start == own_end
        if own_end is not None and not (for_long and act):
            return begins, Term(own_end)
        if self.role(part, "mlg:eventOnly") and own_start is not None:
            return begins, Term(own_start)
        return begins, whole if for_long or own_start is None else Term(NOTHING)

    def wholes(self, actor: str) -> set[str]:
        """The bodies an actor is a unit of, at any depth."""
        found: set[str] = set()
        above = self.things[actor].all("org:unitOf")
        while above:
            found |= above
            above = {up for one in above for up in self.things[one].all("org:unitOf")} - found
        return found

    def may_pair(self, one: str, other: str, arrangement: str) -> bool:
        """Whether two actors are not units of one body and, through a hospital group, one is a public establishment."""
        mine, theirs = {one} | self.wholes(one), {other} | self.wholes(other)
        if one == other or not mine.isdisjoint(theirs):
            return False
        public = any("legalStatus:public" in self.things[body].all("mlg:legalStatus") for body in mine | theirs)
        return public or not self.is_a(arrangement, "mlg:HospitalGroup")

    def is_route(self, route: tuple[str, str], parts: dict[str, Thing], arrangement: str) -> bool:
        """Whether two participations may make a pair: a hospital group is its members', and two partners of it are none."""
        partners = all(parts[name].one("cv:role") == "role:partner" for name in route)
        return not (partners and self.is_a(arrangement, "mlg:HospitalGroup"))

    @cached_property
    def coordinations(self) -> dict[tuple[str, str, str], Tie]:
        """(actor, other actor, arrangement) -> their coordination, the actors in order."""
        found: dict[tuple[str, str, str], Tie] = {}
        for arrangement, parts in self.taking_part.items():
            who: dict[str, list[str]] = defaultdict(list)
            for name, part in parts.items():
                who[part.one("cv:hasParticipant") or ""].append(name)
            periods = {name: self.lasts(part) for name, part in parts.items()}
            for one, other in combinations(sorted(who), 2):
                if self.may_pair(one, other, arrangement):
                    routes = product(who[one], who[other])
                    tie = self._tie(parts, periods, [r for r in routes if self.is_route(r, parts, arrangement)])
                    if tie is not None:
                        found[one, other, arrangement] = tie
        return found

    def _tie(
        self, parts: dict[str, Thing], periods: dict[str, tuple[Term, Term]], routes: list[tuple[str, str]]
    ) -> Tie | None:
        shared, used, certain = [], set[str](), False
        for route in routes:
            (s1, e1), (s2, e2) = (periods[name] for name in route)
            if any(s.days[0] and e.days[1] and s.days[0] > e.days[1] for s, e in ((s1, e2), (s2, e1))):
                continue
            starts, ends = list(zip(s1.days, s2.days, strict=True)), list(zip(e1.days, e2.days, strict=True))
            start = (greatest(starts[0]), None if None in starts[1] else greatest(starts[1]))
            end = (None if None in ends[0] else least(ends[0]), least(ends[1]))
            # Open on one side, and nothing known on the other: nothing is known.
            end = (end[0], None if end[1] == date.max and None in ends[1] else end[1])
            shared.append((start, end))
            used |= set(route)
            certain |= not any("certainty:inferred" in parts[name].all("mlg:certainty") for name in route)
        if not shared:
            return None
        first, last = [s[0] for s, _ in shared], [e[1] for _, e in shared]
        terms = [term for name in used for term in periods[name]]
        known = all(None not in term.days and not term.planned for term in terms)
        return Tie(
            (None if None in first else least(first), least(s[1] for s, _ in shared)),
            (greatest(e[0] for _, e in shared), None if None in last else greatest(last)),
            known,
            "certainty:explicit" if certain else "certainty:inferred",
        )

    # -- answers

    def ties(self, area: str, day: date | None) -> set[tuple[object, ...]]:
        """(contract, its place, tie, in force, reason, attested) for the contracts of an area: of a part, if they share a commune."""
        found: set[tuple[object, ...]] = set()
        mine = self.parts(area)
        for contract, force in self.in_force(day).items():
            for place in self.places(contract):
                if place == area:
                    found.add((contract, place, "mlg:territory", *force))
                elif place in self.within[area]:
                    found.add((contract, place, "mlg:within", *force))
                elif area in self.within[place] or not mine.isdisjoint(self.parts(place)):
                    found.add((contract, place, "mlg:partlyWithin", *force))
                elif area in self.perhaps.get(place, ()):
                    found.add((contract, place, "mlg:perhapsWithin", *force))
        return found

    def line(self, contract: str) -> set[str]:
        """The contracts that a health contract counts as: itself, or its successor that is signed nobody knows when."""
        heirs = {
            heir
            for heir in self.successors[contract]
            if self.status(heir) in ("status:signed", "status:inForce") and self.start(heir).days[0] is None
        }
        return {last for heir in heirs for last in self.line(heir)} or {contract}

    def lines(self, day: date | None) -> dict[str, dict[str, str]]:
        """Commune -> the lines of health contracts that cover it, with the surest answer of each."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for contract, (how, _, _) in self.in_force(day, "mlg:LocalHealthContract").items():
            for line, commune in product(self.line(contract), self.covered(contract)):
                found[commune][line] = min(how, found[commune].get(line, how), key=SUREST.index)
        return found

    def coverage(self, day: date | None, areas: Iterable[str]) -> dict[str, tuple[int, ...]]:
        """Area -> communes, inhabitants, contracts, of unknown communes, communes covered, then inhabitants: covered, for
        certain, possibly, not known, by several; one is covered by what is certain or possible."""
        lines = self.lines(day)
        best = {commune: min(mine.values(), key=SUREST.index) for commune, mine in lines.items()}
        twice = {commune for commune, mine in lines.items() if sum(how in SUREST[:2] for how in mine.values()) > 1}
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
            shares = [{c for c in mine if best.get(c) == how} for how in SUREST]
            has = shares[0] | shares[1]
            people = [sum(self.people[c] for c in part) for part in (mine, has, *shares, twice & mine)]
            found[area] = (len(mine), people[0], len(near[area]), len(lost[area]), len(has), *people[1:])
        return found

    def ending(self, day: date, months: int) -> dict[str, tuple[date, date, bool, frozenset[str]]]:
        """Contract -> earliest and latest end, is it sure, its successors, for those that may end in the months after a day."""
        month = day.month - 1 + months
        limit = date(day.year + month // 12, month % 12 + 1, 1)
        limit = limit.replace(day=min(day.day, monthrange(limit.year, limit.month)[1]))
        found = {}
        for contract in self.of_kind(*CONTRACTS):
            (first, last), planned = self.end(contract)
            if (
                first is None
                or last is None
                or last == date.max
                or planned
                or self.status(contract) == "status:cancelled"
            ):
                continue
            if last >= day and first <= limit:
                sure = first >= day and last <= limit
                found[contract] = (first, last, sure, frozenset(self.successors[contract]))
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
                    astride = self.things[place].all("mlg:partlyWithin")
                    for around in places | astride | {w for p in places for w in self.within[p]}:
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
        """(carrier, kind) -> contracts, highest generation, successions, years of the first and last start, of those with several."""
        carried: dict[tuple[str, str], set[str]] = defaultdict(set)
        for contract, carriers in self.parties("role:carrier", REAL | {"modality:planned"}).items():
            for body in carriers:
                if not self.things[body].all("rdf:type") & AGENCIES:
                    carried[body, self.kinds[contract] or ""].add(contract)
        found: dict[tuple[str, str], tuple[object, ...]] = {}
        for key, contracts in carried.items():
            ranks = [int(text) for text, _ in (self.told(c, "mlg:generation") for c in contracts) if text]
            before = {earlier for earlier, later in self.successors.items() if later & contracts}
            starts = [str(days[0].year) for days, _ in map(self.start, contracts) if days[0]]
            if before or max(ranks, default=0) > 1:
                dates = (min(starts, default=None), max(starts, default=None))
                found[key] = (len(contracts), max(ranks, default=None), len(before), *dates)
        return found
