"""What a parameter keeps, worked out in Python: rows of the whole answer and a value come in; the rows it keeps go out.

`KEEPS` says of each parameter which columns it reads and how, where that does not follow from its name. `APART` names
the parameters whose answer is no part of the whole one, with the reason and the test that holds their meaning.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from maillage.asking.catalogue import Query
from maillage.dates import Span, read_date
from maillage.store.port import Store
from maillage.terms import DCT, MLG, RDF, RDFS, SKOS
from maillage.things.rdf import Literal, Term

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
    ("contract-generations", "arrangement"): ("equals", "newer", "older"),
    ("contract-generations", "territory"): ("belongs", "newer"),
    ("contracts", "generation"): ("equals", "rank"),
    ("contracts", "status"): ("equals", "stage"),
    ("contracts-expiring", "before"): ("ended", "ends_by"),
    ("contracts-expiring", "since"): ("ends", "ends_by"),
    ("contracts-in-force", "day"): ("in_force", "contract"),
    ("documents", "before"): ("begun", "issued"),
    ("documents", "publisher"): ("named", "published_by", "written_by"),
    ("documents", "since"): ("ends", "issued"),
    ("documents", "type"): ("equals", "document_type"),
    ("events-between", "before"): ("begun", "starts"),
    ("events-between", "since"): ("ends", "ends", "starts"),
    ("groupings-on-territory", "territory"): ("belongs", "grouping"),
    ("health-contract-coverage", "territory"): ("inside", "area"),
    ("health-contract-coverage-of-communes", "at_least"): ("at_least", "contracts"),
    ("health-contract-coverage-of-communes", "territory"): ("inside", "commune"),
    ("health-contracts-by-area", "day"): ("in_force", "contract"),
    ("health-contracts-by-area", "territory"): ("inside", "area"),
    ("inferred-claims", "type"): ("subclass", "nature"),
    ("most-connected-actors", "kind"): ("is_a", "actor"),
    ("neighbourhoods-of-contract", "day"): ("in_force", "contract"),
    ("participations-of-actor", "before"): ("begun_or_unknown", "from"),
    ("participations-of-actor", "since"): ("open_or_ends", "until"),
    ("parties-in-force", "day"): ("in_force", "contract"),
    ("said-of", "type"): ("subclass", "nature"),
    ("sentences", "words"): ("contains", "sentence"),
    ("signatories-lacking", "territory"): ("inside", "area"),
    ("territories-within", "level"): ("is_a", "inner"),
    ("themes-in-common", "type"): ("is_a", "other"),
    ("ties-of-arrangement", "arrangement"): ("equals", "subject", "object"),
    ("units-of-bodies", "territory"): ("belongs", "unit"),
    ("what-a-document-says", "document"): ("part", "part"),
    ("what-a-document-says", "type"): ("subclass", "nature"),
    ("who-coordinates-with", "before"): ("begun_or_unknown", "from"),
    ("who-coordinates-with", "since"): ("open_or_ends", "until"),
    ("who-funds-whom", "territory"): ("belongs", "funder"),
}
_COUNTED = "what is counted changes with it"
_TERRITORIAL = "tests/questions/test_territorial.py, and test_territorial_country.py against an oracle"
_PROVED = "with both ends given it tells what proves that they coordinate: tests/questions/test_meaning.py"
#: (question, parameter) -> why its answer is no part of the whole answer, and where its meaning is tested.
APART = {
    ("carriers-by-generations", "territory"): f"{_COUNTED}: {_TERRITORIAL}",
    ("evidence-of-link", "actor"): _PROVED,
    ("evidence-of-link", "partner"): _PROVED,
    ("health-contract-coverage", "day"): f"{_COUNTED}: {_TERRITORIAL}",
    ("health-contract-coverage-of-communes", "day"): f"{_COUNTED}: {_TERRITORIAL}",
    (
        "hospitals-of-a-group",
        "territory",
    ): "a group is kept by its own territory or a member's: see `test_groups_of_a_territory`",
    ("most-connected-actors", "territory"): f"{_COUNTED}: see `test_partners_are_counted_over_what_is_asked`",
    ("most-connected-actors", "type"): f"{_COUNTED}: see `test_partners_are_counted_over_what_is_asked`",
    ("themes-across-arrangements", "type"): f"{_COUNTED}: see `test_themes_are_counted_over_what_is_asked`",
}


def how_kept(question: Query, name: str) -> How | None:
    """How a parameter keeps a row, and the columns it reads; None where it is told apart."""
    if (question.name, name) in APART:
        return None
    if (question.name, name) in KEEPS:
        return KEEPS[question.name, name]
    columns = [column.name for column in question.columns]
    if name in columns:
        return ("equals", name)
    thing = next((thing for thing in THINGS if thing in columns), "")
    return ("belongs" if name == "territory" else "is_a", thing)


class Keeping:
    """The rows that values keep, by what the store says of classes, territories and names."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def kept(self, question: Query, rows: Iterable[Cells], given: Mapping[str, list[Term]]) -> list[Cells]:
        """The rows that one of the values of each parameter keeps."""
        tests = []
        for name, values in given.items():
            how = how_kept(question, name)
            assert how is not None
            tests.append((getattr(self, f"_{how[0]}"), how[1:], values))
        return [
            row
            for row in rows
            if all(any(test(value, *(row[c] for c in columns)) for value in values) for test, columns, values in tests)
        ]

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
        return self.links(MLG + "within", MLG + "partlyWithin")

    @cached_property
    def _wider(self) -> Mapping[str, set[str]]:
        return self.links(SKOS + "broader", RDFS + "subClassOf", DCT + "isPartOf")

    @cached_property
    def _names(self) -> Mapping[str, set[str]]:
        return self.links(SKOS + "prefLabel")

    @cached_property
    def _force(self) -> tuple[Mapping[str, set[str]], ...]:
        return tuple(self.links(MLG + name) for name in ("inForceFrom", "inForceUntil", "endUndated"))

    def _equals(self, value: Term, *cells: Term | None) -> bool:
        return any(cell == value for cell in cells)

    def _at_least(self, value: Term, cell: Term | None) -> bool:
        return cell is not None and int(cell.value) >= int(value.value)

    def _contains(self, value: Term, cell: Term | None) -> bool:
        return cell is not None and value.value.lower() in cell.value.lower()

    def _named(self, value: Term, *cells: Term | None) -> bool:
        names = [name for cell in cells if cell for name in self._names.get(cell.value, {cell.value})]
        return any(value.value.lower() in name.lower() for name in names)

    def _is_a(self, value: Term, cell: Term | None) -> bool:
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

    _narrower = _subclass = _part = _climbs

    def _in_force(self, value: Term, cell: Term | None) -> bool:
        assert cell is not None
        begun, ended, undated = (those.get(cell.value, set()) for those in self._force)
        return not undated and all(day <= value.value for day in begun) and all(day >= value.value for day in ended)

    def _begun(self, value: Term, cell: Term | None) -> bool:
        first = span(cell).start_earliest if cell else None
        return first is not None and first <= date.fromisoformat(value.value)

    def _ends(self, value: Term, *cells: Term | None) -> bool:
        last = next((span(cell).end_latest for cell in cells if cell), None)
        return last is not None and last >= date.fromisoformat(value.value)

    def _ended(self, value: Term, cell: Term | None) -> bool:
        return cell is not None and cell.value <= value.value

    def _begun_or_unknown(self, value: Term, cell: Term | None) -> bool:
        return cell is None or cell.value <= value.value

    def _open_or_ends(self, value: Term, cell: Term | None) -> bool:
        return cell is None or cell.value >= value.value

    def _encloses(self, value: Term, first: Term | None, last: Term | None) -> bool:
        return first is not None and first.value <= value.value and (last is None or last.value >= value.value)


def span(cell: Term) -> Span:
    """The first and last days of a date of any datatype."""
    assert isinstance(cell, Literal)
    return read_date(cell.value, cell.datatype.value)
