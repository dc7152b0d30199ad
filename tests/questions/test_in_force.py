"""In force on a day, and who coordinates when: graphs written for the purpose, beside the words of docs/guides/in-force.md.

The three reasons are crossed with certain, possible and not known; what a source says badly is a stated unknown or one
finding, never a row less. Graphs made up by chance are compared with tests/questions/oracle.py, bound by bound.
"""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from maillage.library import Graph, open_graph
from maillage.places import Places

from ..pipeline.test_rules import HEAD, actors, day, event, part
from .oracle import InForce, Oracle, Tie, short

START, SIGNED, END, AS_OF = "schema:startDate", "mlg:signedOn", "schema:endDate", "mlg:asOf"
DOCUMENTS = (
    "@prefix dct: <http://purl.org/dc/terms/> .\n"
    'doc:dated a mlg:Document ; dct:issued "2021-03-04"^^xsd:date .\n'
    'doc:of-a-year a mlg:Document ; dct:issued "2020"^^xsd:gYear .\n'
    "doc:undated a mlg:Document .\n"
)
PLACE = 'terr:here a mlg:Commune ; skos:prefLabel "Exemple"@fr .\n'


def contract(name: str, *states: str, kind: str = "LocalHealthContract") -> str:
    """A contract on a commune, of which each of the states says something; done, unless it says how."""
    said = [
        f"claim:{name}-{i} a mlg:State ; mlg:inArrangement arr:{name} ; mlg:territory terr:here "
        f"{'' if 'mlg:modality' in state else '; mlg:modality modality:done'} {state} .\n"
        for i, state in enumerate(states)
    ]
    return f'arr:{name} a mlg:{kind} ; skos:prefLabel "Exemple {name}"@fr .\n' + "".join(said)


def said(status: str, as_of: str = "", document: str = "undated") -> str:
    """What is said of its standing, of a day or in a document."""
    return f"; mlg:status status:{status} ; mlg:evidence doc:{document} " + (day(AS_OF, as_of) if as_of else "")


def succeeds(newer: str, older: str, modality: str = "done") -> str:
    """A contract that takes the place of another."""
    return (
        f"claim:{newer}-after-{older} a mlg:Relation ; mlg:subject arr:{newer} ; mlg:object arr:{older} ; "
        f"mlg:relation relation:succeeds ; mlg:modality modality:{modality} .\n"
    )


def opened(folder: Path, *parts: str) -> Graph:
    """The graph of these words, built."""
    (folder / "example.ttl").write_text(HEAD + DOCUMENTS + PLACE + "\n".join(parts), encoding="utf-8")
    return open_graph(folder, cache=False)


def answers(graph: Graph, on: str, years: str = "6") -> dict[str, tuple[str, str, object]]:
    """Contract -> in force, reason, year of the last attestation."""
    rows = [dict(r) for r in graph.ask("contracts-in-force", territory="terr:here", day=on, years=years)]
    names = [str(row["contract_iri"]).split("/")[-1] for row in rows]
    assert len(names) == len(set(names)), "a contract told twice"
    return {
        name: (str(row["in_force_iri"]).split("/")[-1], str(row["reason_iri"]).split("/")[-1], row["attested"])
        for name, row in zip(names, rows, strict=True)
    }


def day_of(text: object) -> date | None:
    """A day of the graph."""
    return date.fromisoformat(str(text)) if text else None


def when_in_force(graph: Graph) -> dict[str, InForce]:
    """The contracts of a built graph, as the oracle tells them."""
    names = (
        *("inForceFromEarliest", "inForceFromLatest", "inForceUntilEarliest", "inForceUntilLatest"),
        *("attestedFrom", "attestedUntil", "lastAttested"),
    )
    some = "".join(f"OPTIONAL {{ ?contract mlg:{name} ?{name} }} " for name in names)
    columns = " ".join(f"?{name}" for name in names)
    rows = graph.query(f"SELECT ?contract ?reason {columns} WHERE {{ ?contract mlg:inForceReason ?reason . {some} }}")
    found = {}
    for row in rows:
        a, b, c, d, e, f, seen = (day_of(row[name]) for name in names)
        found[short(str(row["contract_iri"]))] = InForce((a, b), (c, d), short(str(row["reason_iri"])), (e, f), seen)
    assert len(rows) == len(found), "a contract told twice"
    return found


def coordinations(graph: Graph) -> dict[tuple[str, str, str], Tie]:
    """The coordinations of a built graph, as the oracle tells them."""
    names = ("startEarliest", "startLatest", "endEarliest", "endLatest", "endOpen")
    some = "".join(f"OPTIONAL {{ ?tie mlg:{name} ?{name} }} " for name in names)
    columns = " ".join(f"?{name}" for name in names)
    rows = graph.query(
        f"SELECT ?one ?other ?arrangement ?known ?how {columns} WHERE {{ "
        "?tie a mlg:Coordination ; mlg:between ?one, ?other ; mlg:through ?arrangement ; mlg:datesKnown ?known ; "
        f"mlg:certainty ?how . {some} FILTER(STR(?one) < STR(?other)) }}"
    )
    found = {}
    for row in rows:
        one, other, arrangement = (short(str(row[f"{column}_iri"])) for column in ("one", "other", "arrangement"))
        start, end = (
            tuple(day_of(row[f"{side}{which}"]) for which in ("Earliest", "Latest")) for side in ("start", "end")
        )
        if row["endOpen"]:
            end = (end[0] or date.max, date.max)
        one, other = sorted((one, other))
        known, how = row["known"] is True, short(str(row["how_iri"]))
        found[one, other, arrangement] = Tie((start[0], start[1]), (end[0], end[1]), known, how)
    assert len(rows) == len(found), "a coordination told twice"
    return found


# -- the three reasons, and what is said of each on a day

BY_YEARS = contract("x", day(START, "2019") + day(END, "2023"))
BY_DAYS = contract("x", day(SIGNED, "2019-05-06") + day(START, "2019") + day(END, "2023-05-05"))
FIVE_YEARS = contract("x", day(SIGNED, "2018-02-23") + "; mlg:durationYears 5")
FROM_A_YEAR = contract("x", day(START, "2018") + "; mlg:durationYears 5")
FROM_29_FEBRUARY = contract("x", day(SIGNED, "2020-02-29") + "; mlg:durationYears 5")
SEEN = contract("x", day(SIGNED, "2016-03-01"), said("inForce", "2020-05"))
NO_START = contract("x", said("underEvaluation", "2020-05-01"))
STATED_END = contract("x", said("signed") + day(END, "2029"))
BY_DOCUMENT = contract("x", said("signed", document="dated"))
NEVER_SEEN = contract("x", said("signed"))
ENDED = contract("x", day(SIGNED, "2010-01-01"), said("ended", "2015-06"))
ENDED_WITH_END = contract("x", day(SIGNED, "2010-01-01") + day(END, "2020-12-31"), said("ended", "2015-06"))
RENEWED = (
    contract("x", day(START, "2014") + day(END, "2021-12-31"))
    + contract("y", day(SIGNED, "2019-01-30") + day(START, "2019"))
    + succeeds("y", "x")
)
RENEWED_AND_ENDLESS = (
    contract("x", day(SIGNED, "2015-01-30"))
    + contract("y", day(SIGNED, "2019-01-30") + day(START, "2019"))
    + succeeds("y", "x")
)
SIGNED_LATE = contract("x", day(START, "2014") + day(SIGNED, "2017-01-31"))
PLANNED_END = contract("x", day(SIGNED, "2019-01-01"), "; mlg:modality modality:planned" + day(END, "2021-12-31"))


@pytest.mark.parametrize(
    ("words", "reason", "on"),
    [
        (
            BY_YEARS,
            "dates",
            {
                "2018-12-31": None,
                "2019-01-01": "possible",
                "2019-12-30": "possible",
                "2019-12-31": "certain",
                "2023-01-01": "certain",
                "2023-01-02": "possible",
                "2023-06-08": "possible",
                "2023-12-31": "possible",
                "2024-01-01": None,
                "any": "certain",
            },
        ),
        # The start may be on the day of the signature: it is that day, no earlier.
        (BY_DAYS, "dates", {"2019-05-05": None, "2019-05-06": "certain", "2023-05-05": "certain", "2023-05-06": None}),
        (
            FIVE_YEARS,
            "duration",
            {"2018-02-22": None, "2018-02-23": "certain", "2023-02-22": "certain", "2023-02-23": None},
        ),
        (
            FROM_A_YEAR,
            "duration",
            {
                "2018-06-01": "possible",
                "2018-12-31": "certain",
                "2022-12-31": "certain",
                "2023-01-01": "possible",
                "2023-12-30": "possible",
                "2023-12-31": None,
            },
        ),
        (FROM_29_FEBRUARY, "duration", {"2025-02-28": "certain", "2025-03-01": None}),
        (
            SEEN,
            "presumed",
            {
                "2016-02-29": None,
                "2016-03-01": "certain",
                "2020-05-01": "certain",
                "2020-05-02": "possible",
                "2026-05-01": "possible",
                "2026-05-02": "unknown",
                "any": "certain",
            },
        ),
        (
            NO_START,
            "presumed",
            {
                "2014-04-30": "unknown",
                "2014-05-01": "possible",
                "2020-04-30": "possible",
                "2020-05-01": "certain",
                "2020-05-02": "possible",
                "2026-05-01": "possible",
                "2026-05-02": "unknown",
            },
        ),
        # In 2029 it may have begun and ended on any day.
        (
            STATED_END,
            "presumed",
            {"2023-12-30": "unknown", "2023-12-31": "possible", "2029-01-01": "possible", "2030-01-01": None},
        ),
        (BY_DOCUMENT, "presumed", {"2021-03-03": "possible", "2021-03-04": "certain", "2027-03-05": "unknown"}),
        (NEVER_SEEN, "presumed", {"1990-01-01": "unknown", "2021-03-04": "unknown", "any": "unknown"}),
        (ENDED, "presumed", {"2010-01-01": "certain", "2015-06-30": "possible", "2015-07-01": None}),
        # Where it has an end, that counts, not the page that says it is over.
        (ENDED_WITH_END, "dates", {"2015-07-01": "certain", "2020-12-31": "certain", "2021-01-01": None}),
        # The day its successor comes into force, the first is no longer.
        (RENEWED, "dates", {"2018-12-31": "certain", "2019-01-29": "certain", "2019-01-30": None}),
        (RENEWED_AND_ENDLESS, "presumed", {"2015-01-30": "certain", "2019-01-29": "possible", "2019-01-30": None}),
        (
            SIGNED_LATE,
            "presumed",
            {"2014-06-01": "possible", "2016-06-01": "certain", "2017-01-31": "certain", "2017-02-01": "possible"},
        ),
        (
            PLANNED_END,
            "presumed",
            {"2019-01-01": "certain", "2019-01-02": "possible", "2021-12-31": "possible", "2022-01-01": None},
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 20 else "",
)
def test_what_is_said_on_a_day(tmp_path: Path, words: str, reason: str, on: dict[str, str | None]) -> None:
    graph = opened(tmp_path, words)
    found = {day: answers(graph, day).get("x") for day in on}
    assert {day: row and row[0] for day, row in found.items()} == on
    assert {row[1] for row in found.values() if row} == {reason}


@pytest.mark.parametrize(
    ("words", "year"),
    [
        (BY_YEARS, None),
        (FIVE_YEARS, None),
        (SEEN, "2020"),
        (NO_START, "2020"),
        (BY_DOCUMENT, "2021"),
        (NEVER_SEEN, None),
        (ENDED, "2010"),
        (STATED_END, None),
    ],
)
def test_the_year_in_which_it_was_last_attested(tmp_path: Path, words: str, year: str | None) -> None:
    """Of a contract presumed only; an end that is to come is no such year."""
    assert answers(opened(tmp_path, words), "any")["x"][2] == year


def test_the_years_that_a_presumption_lasts(tmp_path: Path) -> None:
    graph = opened(tmp_path, SEEN)
    assert [answers(graph, "2022-06-01", years)["x"][0] for years in ("1", "2", "3", "6")] == [
        "unknown",
        "unknown",
        "possible",
        "possible",
    ]


@pytest.mark.parametrize(
    "state",
    [
        "; mlg:modality modality:planned" + said("signed", "2020") + day(START, "2019"),
        "; mlg:modality modality:denied" + said("inForce", "2020"),
        said("inPreparation", "2020"),
        said("cancelled", "2020") + day(SIGNED, "2019"),
    ],
)
def test_what_is_not_concluded_has_no_row(tmp_path: Path, state: str) -> None:
    assert answers(opened(tmp_path, contract("x", state)), "any") == {}


# -- what a source says badly


@pytest.mark.parametrize(
    ("states", "how", "reason", "finding"),
    [
        (["; mlg:durationYears 5", said("signed")], "unknown", "presumed", None),
        ([day(SIGNED, "2018-02-23") + "; mlg:durationYears 5, 3"], "possible", "presumed", "state-duration"),
        ([day(SIGNED, "2018-02-23") + "; mlg:durationYears -5"], "possible", "presumed", "state-duration"),
        ([day(SIGNED, "2018-02-23") + day(END, "2017")], None, "", "end-before-start"),
        ([day(START, "2018/2020")], "possible", "dates", None),
        ([day(START, "2018/")], "possible", "presumed", None),
        ([day(START, "2018/..")], "possible", "presumed", None),
        (['; mlg:signedOn "[2017..2020]"^^edtf:EDTF' + day(END, "2023")], "possible", "dates", None),
        (['; schema:startDate "{2017,2020}"^^edtf:EDTF' + day(END, "2023")], "possible", "dates", None),
        (['; mlg:signedOn "18"^^xsd:gYear', said("signed")], "unknown", "presumed", "impossible-date"),
        (['; mlg:signedOn "18"^^edtf:EDTF', said("signed")], "unknown", "presumed", "impossible-date"),
        (['; mlg:signedOn "2018-13-01"^^xsd:date', said("signed")], "unknown", "presumed", "impossible-date"),
        ([day(SIGNED, "XXXX-10-01"), said("signed")], "unknown", "presumed", None),
        # A date without its year is a date: nobody knows when, and the row stays.
        ([day(SIGNED, "XXXX-10-01")], "unknown", "presumed", None),
        ([day(START, "XXXX-03-15") + day(SIGNED, "2018-06-30")], "certain", "presumed", None),
        ([said("inForce", document="undated")], "unknown", "presumed", None),
    ],
)
def test_bad_input_is_a_stated_unknown_or_one_finding(
    tmp_path: Path, states: list[str], how: str | None, reason: str, finding: str | None
) -> None:
    graph = opened(tmp_path, contract("x", *states))
    assert answers(graph, "2018-06-30").get("x", (None, ""))[:2] == (how, reason)
    assert "x" in answers(graph, "any"), "a row is lost"
    faults = {"state-duration", "end-before-start", "impossible-date"}
    assert [f.name for f in graph.findings("en") if f.name in faults] == ([finding] if finding else [])


def test_what_is_denied_takes_no_date_away(tmp_path: Path) -> None:
    """A denied end leaves the one that a duration gives; a denied start leaves the signature."""
    denied = "; mlg:modality modality:denied"
    graph = opened(
        tmp_path,
        contract("x", day(SIGNED, "2018-02-23") + "; mlg:durationYears 5", denied + day(END, "2020")),
        contract("y", day(SIGNED, "2018-02-23"), denied + day(START, "2016")),
    )
    found = when_in_force(graph)
    assert found["arr:x"].reason == "reason:duration" and found["arr:x"].end == (date(2023, 2, 22),) * 2
    assert found["arr:y"].start == (date(2018, 2, 23),) * 2


# -- graphs made up by chance

STARTS = ("2015", "2016-05", "2016-05-10", "2016", "201X", "XXXX-03-15", "2015-01-01", "2012-02-29")
SIGNATURES = ("2016-05-10", "2016", "2016-05", "XXXX-10-01", "2017-01-31", "2012-02-29")
ENDS = ("2018", "2018-06", "2018-06-30", "2021", "XXXX-05", "2020-12-31")
SIGHTS = ("2017", "2019-03-01", "2022-06", "XXXX-12-31", "2018/2019")
PERIODS = ("2014/2018", "2014/..", "2017/")
STATUSES = ("signed", "inForce", "underEvaluation", "ended", "cancelled", "inPreparation")
MODALITIES = ("done",) * 8 + ("ongoing", "planned", "planned", "denied")
ROLES = ("signatory", "carrier", "partner", "member", "participant", "lead", "organiser", "speaker")


def made_up(seed: int, size: int) -> str:
    """Arrangements with states, parties and successors drawn at random."""
    chance = random.Random(seed)

    def maybe(property: str, values: tuple[str, ...], share: float) -> str:
        return day(property, chance.choice(values)) if chance.random() < share else ""

    def state(name: str, alone: bool) -> str:
        modality = chance.choice(MODALITIES)
        words = f"; mlg:modality modality:{modality}" + maybe(START, STARTS + (PERIODS if alone else ()), 0.6)
        words += maybe(SIGNED, SIGNATURES, 0.55) + maybe(END, ENDS, 0.35) + maybe(AS_OF, SIGHTS, 0.55)
        # A duration that is only planned: the words do not say whether it bounds an end.
        words += "; mlg:durationYears " + chance.choice("135") if modality == "done" and chance.random() < 0.25 else ""
        words += f"; mlg:status status:{chance.choice(STATUSES)}" if chance.random() < 0.65 else ""
        proofs = chance.sample(("dated", "of-a-year", "undated"), chance.choice((0, 1, 1, 2)))
        return words + "".join(f"; mlg:evidence doc:{proof}" for proof in proofs)

    def party(who: str, name: str, number: int) -> str:
        kind, more = chance.random(), ""
        if kind < 0.15:
            more = maybe(AS_OF, SIGHTS, 1)
        elif kind < 0.5:
            start, end = chance.choice(STARTS), chance.choice((*ENDS, *ENDS, "", "", ""))
            more = day(START, start) + (day(END, start if chance.random() < 0.3 else end) if end else "")
        more += "; mlg:certainty certainty:inferred" if chance.random() < 0.2 else ""
        more += f"; schema:position {number}"
        return part(f"body:{who}", f"arr:{name}", chance.choice(ROLES), chance.choice(MODALITIES), more)

    out = [actors("a", "b", "c")]
    for i in range(size):
        name = f"x{i}"
        count = chance.choice((0, 1, 1, 2, 2, 3))
        kind = chance.choice(("LocalHealthContract",) * 4 + ("Event",))
        out.append(contract(name, *(state(name, count == 1) for _ in range(count)), kind=kind))
        out += [party(who, name, n) for who in "abc" for n in range(chance.choice((0, 1, 1, 2)))]
        out += [succeeds(name, f"x{i - 1}", chance.choice(MODALITIES))] if i and chance.random() < 0.2 else []
    return "".join(out)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_graphs_made_up_by_chance(tmp_path: Path, places: Places, seed: int) -> None:
    graph = opened(tmp_path, made_up(seed, 400))
    oracle = Oracle(tmp_path, places.ontology)
    found, ties = when_in_force(graph), coordinations(graph)
    assert {name: (found.get(name), told) for name, told in oracle.periods.items() if found.get(name) != told} == {}
    assert found.keys() == oracle.periods.keys() and len(found) > 150
    assert {key: (ties.get(key), tie) for key, tie in oracle.coordinations.items() if ties.get(key) != tie} == {}
    assert ties.keys() == oracle.coordinations.keys() and len(ties) > 300
    for on in ("2012-12-31", "2016-05-10", "2018-06-01", "2025-03-01", "any"):
        expected = oracle.in_force(None if on == "any" else date.fromisoformat(on))
        told_on = {
            f"arr:{name}": (f"standing:{how}", f"reason:{why}", seen)
            for name, (how, why, seen) in answers(graph, on).items()
        }
        assert told_on == expected


# -- what no answer may say


def test_no_pair_begins_before_the_signature_unless_a_source_says_so(tmp_path: Path) -> None:
    """The year of the start holds the signature; a start said apart, or of the participation, goes before it."""
    graph = opened(
        tmp_path,
        actors("a", "b", "c"),
        contract("within", day(SIGNED, "2024-03-08") + day(START, "2024")),
        contract("earlier", day(SIGNED, "2024-03-08") + day(START, "2023")),
        *(part(f"body:{who}", f"arr:{name}", "signatory") for who in "ab" for name in ("within", "earlier")),
        part("body:c", "arr:within", "partner", more=day(START, "2021")),
    )
    starts = {key[0][-1] + key[1][-1] + " " + key[2]: tie.start for key, tie in coordinations(graph).items()}
    signed, year = (date(2024, 3, 8),) * 2, (date(2023, 1, 1), date(2023, 12, 31))
    assert starts == {"ab arr:within": signed, "ab arr:earlier": year, "ac arr:within": signed, "bc arr:within": signed}


def test_a_year_is_never_a_day(tmp_path: Path) -> None:
    """What people read of a contract of which the years alone are known; the hidden bounds are days, and say so."""
    graph = opened(
        tmp_path,
        actors("a", "b"),
        BY_YEARS,
        *(part(f"body:{who}", "arr:x", "partner", more="; mlg:evidence doc:dated") for who in "ab"),
    )
    shown = {
        "who-coordinates-with": ("from", "until"),
        "contracts-in-force": ("starts", "ends", "signed_on"),
        "participations-of-actor": ("starts", "ends"),
    }
    rows = {
        "who-coordinates-with": graph.ask("who-coordinates-with", actor="body:a"),
        "contracts-in-force": graph.ask("contracts-in-force", territory="terr:here", day="2020-06-01"),
        "participations-of-actor": graph.ask("participations-of-actor", actor="body:a"),
    }
    for name, table in rows.items():
        assert len(table) == 1, name
        cells = {column: dict(row)[column] for row in table for column in shown[name]}
        assert {value for value in cells.values() if value} <= {"2019", "2023"}, (name, cells)
    ((_, _, edge),) = graph.network("coordination").edges(data=True)
    assert [(one["from"], one["until"]) for one in edge["ties"]] == [("2019", "2023")]


def test_a_presumed_signature_does_not_weaken_a_pair(tmp_path: Path, places: Places) -> None:
    weak = "; mlg:certainty certainty:inferred"
    graph = opened(
        tmp_path,
        actors("a", "b", "c"),
        event("x", day(START, "2020"), kind="Convention"),
        *(part(f"body:{who}", "arr:x", "partner") for who in "ab"),
        *(part(f"body:{who}", "arr:x", "signatory", more=weak) for who in "abc"),
    )
    found = coordinations(graph)
    assert found == Oracle(tmp_path, places.ontology).coordinations
    said = {key[0][-1] + key[1][-1]: tie.certainty for key, tie in found.items()}
    assert said == {"ab": "certainty:explicit", "ac": "certainty:inferred", "bc": "certainty:inferred"}
