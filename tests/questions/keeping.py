"""What a parameter keeps, worked out in Python: rows of the whole answer and a value come in; the rows it keeps go out.

`KEEPS` says of each parameter which columns it reads and how, where that does not follow from its name. `APART` names
the parameters whose answer is no part of the whole one, with the reason and the test that holds their meaning. `STANDS`
names the column that says how sure a row is on the days asked for: it is worked out again for the rows that are kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from itertools import product

from maillage.asking.catalogue import Query
from maillage.dates import Span, read_date
from maillage.store.port import Store
from maillage.terms import DCT, MLG, PREFIXES, RDF, RDFS, SKOS
from maillage.things.rdf import Literal, NamedNode, Term

Cells = Mapping[str, Term | None]
How = tuple[str, ...]

#: The thing a territory or a class is asked of: the first of these that is a column, where `KEEPS` names no other.
THINGS = ("contract", "arrangement", "event", "collaboration", "group", "actor", "area", "thing", "nature")
#: (question, parameter) -> how it keeps a row, and the columns it reads.
KEEPS: dict[tuple[str, str], How] = {
    ("announced-not-held", "before"): ("begun", "planned_for"),
    ("arrangements-by-theme", "theme"): ("narrower", "said_theme"),
    ("arrangements-on-territory", "territory"): ("inside", "place"),
    ("arrangements-running-on", "day"): ("encloses", "starts_from", "ends_by"),
    ("claims-by-modality", "type"): ("subclass", "nature"),
    ("claims-per-document", "type"): ("subclass", "nature"),
    ("codes-of-bodies", "code"): ("equals", "number"),
    ("collaborations", "territory"): ("belongs", "collaboration"),
    ("competences-of-grouping", "territory"): ("belongs", "grouping"),
    ("contract-generations", "arrangement"): ("in_line", "newer", "older"),
    ("contract-generations", "territory"): ("belongs", "newer"),
    ("contracts", "generation"): ("equals", "rank"),
    ("contracts", "status"): ("equals", "stage"),
    ("contracts-expiring", "before"): ("ends_from", "ends"),
    ("contracts-expiring", "since"): ("ends", "ends_by"),
    ("contracts-in-force", "day"): ("in_force", "contract"),
    ("document-files", "document"): ("equals", "document"),
    ("documents", "before"): ("begun", "issued"),
    ("documents", "publisher"): ("named", "published_by", "written_by"),
    ("documents", "since"): ("ends", "issued"),
    ("documents", "type"): ("equals", "document_type"),
    ("events-between", "before"): ("begun", "starts"),
    ("events-between", "since"): ("ends", "ends", "starts"),
    ("figures-about", "thing"): ("figured", "thing"),
    ("groupings-on-territory", "territory"): ("belongs", "grouping"),
    ("health-contract-coverage", "territory"): ("inside", "area"),
    ("health-contract-coverage-of-communes", "at_least"): ("at_least", "contracts"),
    ("health-contract-coverage-of-communes", "territory"): ("inside", "commune"),
    ("health-contracts-by-area", "day"): ("in_force", "contract"),
    ("health-contracts-by-area", "territory"): ("inside", "area"),
    ("inferred-claims", "type"): ("subclass", "nature"),
    ("most-connected-actors", "kind"): ("is_a", "actor"),
    ("neighbourhoods-of-contract", "day"): ("in_force", "contract"),
    ("parties-in-force", "day"): ("in_force", "contract"),
    ("relation-chains", "arrangement"): ("equals", "arrangement", "second", "third", "fourth"),
    ("said-of", "type"): ("subclass", "nature"),
    ("sentences", "words"): ("contains", "sentence"),
    ("signatories-lacking", "territory"): ("inside", "area"),
    ("territories-within", "level"): ("is_a", "inner"),
    ("themes-in-common", "type"): ("is_a", "other"),
    ("ties-of-arrangement", "arrangement"): ("equals", "subject", "object"),
    ("units-of-bodies", "territory"): ("belongs", "unit"),
    ("what-a-document-says", "document"): ("part", "part"),
    ("what-a-document-says", "origin"): ("from_origin", "part"),
    ("what-a-document-says", "type"): ("subclass", "nature"),
    ("who-coordinates-with", "before"): ("begun_or_unknown", "from_earliest"),
    ("who-coordinates-with", "since"): ("open_or_ends", "until_latest"),
    ("who-funds-whom", "territory"): ("belongs", "funder"),
}
#: The parameters that read the document of a row, and how.
_BY_DOCUMENT = {"document": "part", "origin": "from_origin"}
#: question -> the column that says how sure a row is on the days asked for, and how that is told.
STANDS = {
    "arrangements-running-on": ("standing", "running"),
    "contracts-expiring": ("standing", "expiring"),
    "contracts-in-force": ("in_force", "of_contract"),
    "events-between": ("standing", "held"),
    "health-contracts-by-area": ("in_force", "of_contract"),
    "neighbourhoods-of-contract": ("in_force", "of_contract"),
    "parties-in-force": ("in_force", "of_contract"),
    "who-coordinates-with": ("standing", "coordinating"),
}
#: The parameters that ask for a day, or for a period.
DAYS = ("day", "since", "before")
_COUNTED = "what is counted changes with it"
_TERRITORIAL = "tests/questions/test_territorial.py, and test_territorial_country.py against an oracle"
_PROVED = "with both ends given it tells what proves that they coordinate: tests/questions/test_meaning.py"
_LASTS = "a row does not show when its participation begins and ends: see `test_participations_of_a_period`"
_PAIRS = "a row does not show the claims of its pair: see `test_pairs_of_a_document_and_of_an_origin`"
#: (question, parameter) -> why its answer is no part of the whole answer, and where its meaning is tested.
APART = {
    ("arrangements-by-area", "type"): f"{_COUNTED}: see `test_arrangements_are_counted_as_each_area_lists_them`",
    ("carriers-by-generations", "territory"): f"{_COUNTED}: {_TERRITORIAL}",
    ("completeness", "territory"): f"{_COUNTED}: see `test_what_is_known_of_a_territory`",
    ("evidence-of-link", "actor"): _PROVED,
    ("evidence-of-link", "partner"): _PROVED,
    ("health-contract-coverage", "day"): f"{_COUNTED}: {_TERRITORIAL}",
    ("health-contract-coverage-of-communes", "day"): f"{_COUNTED}: {_TERRITORIAL}",
    (
        "hospitals-of-a-group",
        "territory",
    ): "a group is kept by its own territory or a member's: see `test_groups_of_a_territory`",
    ("most-connected-actors", "document"): f"{_COUNTED}: {_PAIRS}",
    ("most-connected-actors", "origin"): f"{_COUNTED}: {_PAIRS}",
    ("most-connected-actors", "territory"): f"{_COUNTED}: see `test_partners_are_counted_over_what_is_asked`",
    ("most-connected-actors", "type"): f"{_COUNTED}: see `test_partners_are_counted_over_what_is_asked`",
    ("most-connected-actors", "without"): f"{_COUNTED}: see `test_partners_are_counted_over_what_is_asked`",
    ("pairs-of-arrangement", "document"): _PAIRS,
    ("pairs-of-arrangement", "origin"): _PAIRS,
    ("participations-of-actor", "before"): _LASTS,
    ("participations-of-actor", "since"): _LASTS,
    ("themes-across-arrangements", "type"): f"{_COUNTED}: see `test_themes_are_counted_over_what_is_asked`",
    ("who-coordinates-with", "document"): f"its sentences are counted: {_PAIRS}",
    ("who-coordinates-with", "origin"): f"its sentences are counted: {_PAIRS}",
}


def how_kept(question: Query, name: str) -> How | None:
    """How a parameter keeps a row, and the columns it reads; None where it is told apart."""
    if (question.name, name) in APART:
        return None
    if (question.name, name) in KEEPS:
        return KEEPS[question.name, name]
    columns = [column.name for column in question.columns]
    if name in _BY_DOCUMENT and "document" in columns:
        return (_BY_DOCUMENT[name], "document")
    if name in columns:
        return ("equals", name)
    thing = next((thing for thing in THINGS if thing in columns), "")
    return ("belongs" if name == "territory" else "is_a", thing)


class Keeping:
    """The rows that values keep, by what the store says of classes, territories and names."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def kept(self, question: Query, rows: Iterable[Cells], given: Mapping[str, list[Term]]) -> list[Cells]:
        """The rows that one of the values of each parameter keeps, each as sure as it is on the days asked for."""
        out = []
        for row in rows:
            kept = {name: [v for v in values if self._keeps(question, name, v, row)] for name, values in given.items()}
            if all(kept.values()):
                stood = self._stood(question, row, {name: kept[name] for name in DAYS if name in kept})
                out += [tied for one in stood for tied in self._tied(question, one, kept)]
        return out

    def _keeps(self, question: Query, name: str, value: Term, row: Cells) -> bool:
        how = how_kept(question, name)
        assert how is not None
        return bool(getattr(self, f"_{how[0]}")(value, *(row[column] for column in how[1:])))

    def _stood(self, question: Query, row: Cells, days: Mapping[str, list[Term]]) -> list[Cells]:
        """A row as it stands on each of the days asked for: twice, where it stands otherwise on the second."""
        if not days or question.name not in STANDS:
            return [row]
        column, how = STANDS[question.name]
        years = question.params["years"].example if "years" in question.params else "0"
        asked = [dict(zip(days, (v.value for v in values), strict=True)) for values in product(*days.values())]
        said = {getattr(self, f"_{how}")(row, one, int(years)) for one in asked}
        return [{**row, column: NamedNode(PREFIXES["standing"] + word)} for word in sorted(said)]

    def _tied(self, question: Query, row: Cells, kept: Mapping[str, list[Term]]) -> list[Cells]:
        """A row with each of its ties to the territories asked for."""
        if question.name != "arrangements-on-territory" or "territory" not in kept:
            return [row]
        place = row["place"]
        assert place is not None
        held = (
            (tie, value.value in around.get(place.value, ()))
            for value in kept["territory"]
            for tie, around in self._ways.items()
        )
        ties = {MLG + tie for tie, holds in held if holds} | (
            {MLG + "territory"} if place in kept["territory"] else set()
        )
        if MLG + "within" in ties:  # what lies in it whole does not lie in it in part
            ties -= {MLG + "partlyWithin"}
        return [{**row, "tie": NamedNode(tie)} for tie in sorted(ties)]

    def _of_contract(self, row: Cells, asked: Mapping[str, str], years: int) -> str:
        """In force by its dates, or by what attests it: docs/guides/in-force.md."""
        contract = row["contract"]
        assert contract is not None
        first, last, begun, reason = (min(those.get(contract.value, {""})) for those in self._attested)
        if first and first <= asked["day"] <= last:
            return "certain"
        if not reason.endswith("/presumed"):
            return "possible"
        lately = last and asked["day"] <= _years_on(last, years) and (begun or asked["day"] >= _years_on(first, -years))
        return "possible" if lately else "unknown"

    def _running(self, row: Cells, asked: Mapping[str, str], years: int) -> str:
        starts_by, ends_from, ends_by, unended = (row[c] for c in ("starts_by", "ends_from", "ends_by", "open_ended"))
        if starts_by and ends_from and starts_by.value <= asked["day"] <= ends_from.value:
            return "certain"
        return "possible" if ends_by or unended else "unknown"

    def _expiring(self, row: Cells, asked: Mapping[str, str], years: int) -> str:
        assert row["ends"] is not None
        end = span(row["ends"])
        return _within(end.end_earliest, end.end_latest, asked)

    def _held(self, row: Cells, asked: Mapping[str, str], years: int) -> str:
        assert row["starts"] is not None
        end = row["ends"] or row["starts"]
        return _within(span(end).end_earliest, span(row["starts"]).start_latest, asked)

    def _coordinating(self, row: Cells, asked: Mapping[str, str], years: int) -> str:
        """Sure where the near bounds say so; possible where the far ones are known, or no end is set."""
        inner = {"since": row["until_earliest"], "before": row["from_latest"]}
        outer = {"since": row["until_latest"], "before": row["from_earliest"]}
        unended = row["until"] is not None and row["until"].value.endswith("..")
        sure, bounded = [], []
        for side, on in asked.items():
            near, far = inner[side], outer[side]
            sure.append(near is not None and (near.value >= on if side == "since" else near.value <= on))
            bounded.append(far is not None or (side == "since" and unended))
        return "certain" if all(sure) else "possible" if all(bounded) else "unknown"

    def links(self, *predicates: str) -> Mapping[str, set[str]]:
        """Subject -> objects, by any of these properties."""
        found: dict[str, set[str]] = defaultdict(set)
        for predicate in predicates:
            for triple in self.store.values(None, predicate):
                found[triple.subject.value].add(getattr(triple.object, "value", ""))
        return found

    @cached_property
    def _classes(self) -> Mapping[str, set[str]]:
        return self.links(RDF + "type")

    @cached_property
    def _places(self) -> Mapping[str, set[str]]:
        return self.links(MLG + "territory")

    @cached_property
    def _around(self) -> Mapping[str, set[str]]:
        return self.links(MLG + "within", MLG + "partlyWithin", MLG + "perhapsWithin")

    @cached_property
    def _ways(self) -> Mapping[str, Mapping[str, set[str]]]:
        return {tie: self.links(MLG + tie) for tie in ("within", "partlyWithin", "perhapsWithin")}

    @cached_property
    def _wider(self) -> Mapping[str, set[str]]:
        return self.links(SKOS + "broader", RDFS + "subClassOf", DCT + "isPartOf")

    @cached_property
    def _parts(self) -> Mapping[str, set[str]]:
        return self.links(DCT + "isPartOf")

    @cached_property
    def _origins(self) -> Mapping[str, set[str]]:
        return self.links(MLG + "origin")

    @cached_property
    def _succeeds(self) -> Mapping[str, set[str]]:
        return self.links(MLG + "succeeds")

    @cached_property
    def _taken_part(self) -> Mapping[str, set[str]]:
        """Participant -> the arrangements it takes part in."""
        who, what = self.links(PREFIXES["cv"] + "hasParticipant"), self.links(MLG + "inArrangement")
        found: dict[str, set[str]] = defaultdict(set)
        for claim, participants in who.items():
            for participant in participants:
                found[participant] |= what.get(claim, set())
        return found

    @cached_property
    def _names(self) -> Mapping[str, set[str]]:
        return self.links(SKOS + "prefLabel")

    @cached_property
    def _force(self) -> tuple[Mapping[str, set[str]], ...]:
        return tuple(self.links(MLG + name) for name in ("inForceFromEarliest", "inForceUntilLatest"))

    @cached_property
    def _attested(self) -> tuple[Mapping[str, set[str]], ...]:
        names = ("attestedFrom", "attestedUntil", "inForceFromEarliest", "inForceReason")
        return tuple(self.links(MLG + name) for name in names)

    def _equals(self, value: Term, *cells: Term | None) -> bool:
        return any(cell == value for cell in cells)

    def _at_least(self, value: Term, cell: Term | None) -> bool:
        return cell is not None and int(cell.value) >= int(value.value)

    def _contains(self, value: Term, cell: Term | None) -> bool:
        return cell is not None and value.value.lower() in cell.value.lower()

    def _named(self, value: Term, *cells: Term | None) -> bool:
        names = [name for cell in cells if cell for name in self._names.get(cell.value, {cell.value})]
        return any(value.value.lower() in name.lower() for name in names)

    def is_a(self, value: Term, cell: Term | None) -> bool:
        """Whether a cell is of a class."""
        return cell is not None and value.value in self._classes.get(cell.value, ())

    def inside(self, value: str, cell: str) -> bool:
        """Whether a territory is the one asked for or lies in it, be it in part."""
        return cell == value or value in self._around.get(cell, ())

    def belongs(self, value: str, cell: str) -> bool:
        """Whether a thing is of the territory asked for or of one that lies in it, be it in part."""
        return any(self.inside(value, place) for place in self._places.get(cell, ()))

    def _inside(self, value: Term, cell: Term | None) -> bool:
        return cell is not None and self.inside(value.value, cell.value)

    def _belongs(self, value: Term, cell: Term | None) -> bool:
        return cell is not None and self.belongs(value.value, cell.value)

    def _climbs(self, value: Term, cell: Term | None) -> bool:
        """Whether the cell is the value or lies under it."""
        below = {cell.value} if cell else set()
        reached: set[str] = set()
        while below:
            reached |= below
            below = {wider for name in below for wider in self._wider.get(name, ())} - reached
        return value.value in reached

    def _from_origin(self, value: Term, cell: Term | None) -> bool:
        """Whether the document of a row, or what it is a part of, is of an origin: no claim of the graph has its own."""
        return cell is not None and any(
            value.value in said for said in map(self._origins.get, self.wholes(cell)) if said
        )

    def wholes(self, cell: Term) -> set[str]:
        """A document and what it is a part of."""
        return {cell.value}.union(*(self.wholes(NamedNode(whole)) for whole in self._parts.get(cell.value, ())))

    def _figured(self, value: Term, cell: Term | None) -> bool:
        """Whether a figure is of the thing, or of a group that takes part in it."""
        assert cell is not None
        group = MLG + "ActorGroup" in self._classes.get(cell.value, ())
        return cell == value or (group and value.value in self._taken_part.get(cell.value, ()))

    def _in_line(self, value: Term, newer: Term | None, older: Term | None) -> bool:
        """Whether a succession is one of the thing's own, of those before it, or of those after it."""
        assert newer is not None and older is not None
        before = reached(value.value, self._succeeds)
        return value in (newer, older) or newer.value in before or value.value in reached(older.value, self._succeeds)

    _is_a = is_a

    _narrower = _subclass = _part = _climbs

    def _in_force(self, value: Term, cell: Term | None) -> bool:
        assert cell is not None
        begun, ended = (those.get(cell.value, set()) for those in self._force)
        return all(day <= value.value for day in begun) and all(day >= value.value for day in ended)

    def _begun(self, value: Term, cell: Term | None) -> bool:
        first = span(cell).start_earliest if cell else None
        return first is not None and first <= date.fromisoformat(value.value)

    def _ends(self, value: Term, *cells: Term | None) -> bool:
        last = next((span(cell).end_latest for cell in cells if cell), None)
        return last is not None and last >= date.fromisoformat(value.value)

    def _ends_from(self, value: Term, cell: Term | None) -> bool:
        first = span(cell).end_earliest if cell else None
        return first is not None and first <= date.fromisoformat(value.value)

    def _begun_or_unknown(self, value: Term, cell: Term | None) -> bool:
        return cell is None or cell.value <= value.value

    def _open_or_ends(self, value: Term, cell: Term | None) -> bool:
        return cell is None or cell.value >= value.value

    def _encloses(self, value: Term, first: Term | None, last: Term | None) -> bool:
        return first is not None and first.value <= value.value and (last is None or last.value >= value.value)


def reached(start: str, links: Mapping[str, set[str]]) -> set[str]:
    """What a chain of links leads to."""
    found: set[str] = set()
    ahead = set(links.get(start, ()))
    while ahead:
        found |= ahead
        ahead = {further for one in ahead for further in links.get(one, ())} - found
    return found


def span(cell: Term) -> Span:
    """The first and last days of a date of any datatype."""
    assert isinstance(cell, Literal)
    return read_date(cell.value, cell.datatype.value)


def _years_on(day: str, years: int) -> str:
    """The same day so many years on."""
    return f"{int(day[:4]) + years:04}{day[4:]}"


def _within(first: date | None, last: date | None, asked: Mapping[str, str]) -> str:
    """Whether what falls between two days does so in the period asked for."""
    assert first is not None and last is not None
    sure = first.isoformat() >= asked.get("since", "") and last.isoformat() <= asked.get("before", "9999")
    return "certain" if sure else "possible"
