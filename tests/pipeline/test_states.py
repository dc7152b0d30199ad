"""Agreed states: the more precise date wins, the later status wins, and what does not agree is told, never dropped."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from maillage.library import Graph

from .test_rules import actors, built, coordinations, day, event, part

QUOTATION = (
    "@prefix quotation: <https://w3id.org/maillage/id/quotation/> .\n@prefix dct: <http://purl.org/dc/terms/> .\n"
)
KIND = 'arr:x a mlg:LocalHealthContract ; skos:prefLabel "Exemple"@fr .\n'


def state(number: int, more: str, modality: str = "done") -> str:
    return f"claim:s{number} a mlg:State ; mlg:inArrangement arr:x ; mlg:modality modality:{modality} {more} .\n"


def said(graph: Graph, property: str) -> list[str]:
    return [str(row["v"]) for row in graph.query(f"SELECT ?v WHERE {{ arr:x {property} ?v }} ORDER BY ?v")]


def bounds(graph: Graph) -> dict[str, str]:
    rows = graph.query(
        """SELECT ?p ?v WHERE { arr:x ?p ?v FILTER(?p IN (mlg:startEarliest, mlg:startLatest, mlg:endEarliest,
        mlg:endLatest, mlg:endOpen, mlg:startPlanned, mlg:endPlanned)) }"""
    )
    return {str(row["p_iri"]).split("#")[-1]: str(row["v"]) for row in rows}


def notices(graph: Graph, lang: str = "fr") -> list[str]:
    return [f.message for f in graph.findings(lang) if f.name == "states-disagree"]


@pytest.mark.parametrize(
    ("property", "texts", "kept"),
    [
        ("mlg:signedOn", ["2018", "2018-02-26"], "2018-02-26"),
        ("schema:startDate", ["2018-02", "2018", "2018-02-26"], "2018-02-26"),
        ("schema:startDate", ["201X", "2018"], "2018"),
        ("schema:startDate", ["XXXX-10-01", "2018-10-01", "2018-10"], "2018-10-01"),
        ("schema:startDate", ["2018/2020", "2018-03"], "2018-03"),
        ("schema:startDate", ["2018/2020", "2018"], "2018/2020"),
        ("schema:endDate", ["2018/2020", "2020-06"], "2020-06"),
        ("schema:endDate", ["2020~", "2020"], "2020"),
        ("schema:endDate", ["2020~", "2020-06"], "2020-06"),
    ],
)
def test_the_more_precise_date_wins(tmp_path: Path, property: str, texts: list[str], kept: str) -> None:
    graph = built(tmp_path, KIND, *(state(n, day(property, text)) for n, text in enumerate(texts)))
    assert said(graph, property) == [kept]
    assert notices(graph) == []


@pytest.mark.parametrize(
    "texts",
    [
        ["2018", "2019"],
        ["2018-02-26", "2018-03"],
        ["2018", "2018-02-26", "2018-03-01"],
        ["XXXX-10-01", "2018-11-01"],
        ["XXXX-10", "2018"],
        ["2018/2020", "2018/2021"],
        ["2", "2018"],
    ],
)
def test_dates_that_differ_are_told(tmp_path: Path, texts: list[str]) -> None:
    graph = built(tmp_path, KIND, *(state(n, day("schema:startDate", text)) for n, text in enumerate(texts)))
    assert said(graph, "schema:startDate") == []
    assert notices(graph)


DATES = ["2018", "2018-02", "2018-02-26", "2019", "201X", "XXXX-02-26", "2018~", "2018/2020", "2018/.."]


def test_a_date_is_given_or_a_notice_is(tmp_path: Path) -> None:
    """The law of the rule and the check: never neither, never both, never two dates."""
    cases = {str(n): texts for n, texts in enumerate([*combinations(DATES, 2), *combinations(DATES[:7], 3)])}
    facts = [
        KIND.replace("arr:x", f"arr:{n}")
        + "".join(
            state(0, day("schema:startDate", t)).replace("s0", f"s{n}-{i}").replace("arr:x", f"arr:{n}")
            for i, t in enumerate(texts)
        )
        for n, texts in cases.items()
    ]
    graph = built(tmp_path, *facts)
    given = [
        str(row["x_iri"]).split("/")[-1]
        for row in graph.query("SELECT ?x WHERE { ?x a mlg:Contract ; schema:startDate ?d }")
    ]
    told = {f.subject.split("/")[-1] for f in graph.findings() if f.name == "states-disagree"}
    assert len(given) == len(set(given))
    assert {cases[n] for n in set(given) & told} == set()
    assert {cases[n] for n in set(cases) - set(given) - told} == set()
    assert given and told


def test_a_period_in_one_literal_has_an_end(tmp_path: Path) -> None:
    graph = built(
        tmp_path,
        actors("a", "b"),
        event("x", day("schema:startDate", "2018/2020"), "Convention"),
        part("body:a", "arr:x", "partner"),
        part("body:b", "arr:x", "partner"),
    )
    assert bounds(graph) == {
        "startEarliest": "2018-01-01",
        "startLatest": "2018-12-31",
        "endEarliest": "2020-01-01",
        "endLatest": "2020-12-31",
    }
    assert coordinations(graph) == [("a", "b", "x", "2018", "2020", "True")]


@pytest.mark.parametrize(
    ("text", "first", "last", "start", "end"),
    [
        ("2018/2018", "2018-01-01", "2018-12-31", "2018", "2018"),
        ("2018-03/2018-03", "2018-03-01", "2018-03-31", "2018-03", "2018-03"),
        ("2018-03-15/2018-03-15", "2018-03-15", "2018-03-15", "2018-03-15", "2018-03-15"),
        ("2018/2018-12", "2018-01-01", "2018-12-31", "2018", "2018-12"),
        ("2018/2018-06", "2018-01-01", "2018-06-30", "2018", "2018-06"),
        ("2018-06/2019-06", "2018-06-01", "2019-06-30", "2018-06", "2019-06"),
    ],
)
def test_a_period_may_end_where_it_starts(
    tmp_path: Path, text: str, first: str, last: str, start: str, end: str
) -> None:
    """The year 2018 to the year 2018 has an end; the year 2018 alone has none. Of an arrangement and of a participation."""
    dates = day("schema:startDate", text)
    graph = built(
        tmp_path,
        actors("a", "b", "c"),
        event("x", dates, "Convention"),
        event("alone", day("schema:startDate", text.partition("/")[0]), "Convention"),
        event("undated", kind="Convention"),
        *(part(f"body:{n}", f"arr:{x}", "partner") for n in "ab" for x in ("x", "alone")),
        part("body:a", "arr:undated", "supporter", more=dates),
        part("body:b", "arr:undated", "supporter"),
    )
    # Of the undated one, one party's dates bound the coordination from outside: it began then or later, and ended by then.
    undated = ("a", "b", "undated", written_from(first), written_until(last), "False")
    assert coordinations(graph) == [
        ("a", "b", "alone", start, "None", "False"),
        undated,
        ("a", "b", "x", start, end, "True"),
    ]
    assert bounds(graph)["endLatest"] == last
    own = graph.query(
        "SELECT ?end WHERE { ?claim a mlg:Participation ; mlg:effectiveEndLatest ?end ; mlg:inArrangement arr:undated }"
    )
    assert [row["end"] for row in own] == [last]


def written_from(first: str) -> str:
    """That day or later: a year's first day is the year."""
    return f"[{first.removesuffix('-01-01')}..]"


def written_until(last: str) -> str:
    """By that day: a year's last day is the year."""
    return f"[..{last.removesuffix('-12-31')}]"


def test_an_end_said_apart_wins_over_a_period(tmp_path: Path) -> None:
    dates = day("schema:startDate", "2018/2020") + day("schema:endDate", "2020-06")
    assert bounds(built(tmp_path, KIND, state(1, dates)))["endEarliest"] == "2020-06-01"


def test_two_periods_that_differ_give_no_end(tmp_path: Path) -> None:
    texts = ["2018-03", "2018/2020", "2018/2021"]
    graph = built(tmp_path, KIND, *(state(n, day("schema:startDate", text)) for n, text in enumerate(texts)))
    assert bounds(graph) == {"startEarliest": "2018-03-01", "startLatest": "2018-03-31"}
    assert len(notices(graph)) == 1


def status(number: int, name: str, as_of: str = "", more: str = "") -> str:
    return state(number, f"; mlg:status status:{name}" + (day("mlg:asOf", as_of) if as_of else "") + more)


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        (("signed", "2018"), ("inForce", "2019-02"), "inForce"),
        (("signed", "2018-02"), ("inForce", "2018"), None),  # some day of 2018: before or after, nobody knows
        (("signed", "2018-02"), ("inForce", "2018-03-01"), "inForce"),
        (("signed", "XXXX-11"), ("inForce", "2017-02-24"), None),
        (("signed", "201X"), ("inForce", "2021"), "inForce"),
        (("signed", ""), ("inForce", "2021"), None),
        (("signed", "2018"), ("signed", "2021"), "signed"),
    ],
)
def test_the_latest_status(tmp_path: Path, one: tuple[str, str], other: tuple[str, str], kept: str | None) -> None:
    graph = built(tmp_path, KIND, status(1, *one), status(2, *other))
    rows = graph.query("SELECT ?v WHERE { arr:x mlg:status ?v }")
    assert [str(row["v_iri"]).split("/")[-1] for row in rows] == ([kept] if kept else [])
    assert bool(notices(graph)) == (kept is None)


DOCUMENTS = QUOTATION + (
    'doc:old a mlg:Document ; dct:issued "2018"^^xsd:gYear . doc:new a mlg:Document ; dct:issued "2020-05-04"^^xsd:date .\n'
    "doc:part a mlg:Document ; dct:isPartOf doc:new . doc:piece a mlg:Document ; dct:isPartOf doc:part .\n"
    "doc:undated a mlg:Document .\n"
    + "".join(
        f"quotation:{n} a mlg:Quotation ; mlg:document doc:{n} .\n" for n in ("old", "new", "part", "piece", "undated")
    )
)


@pytest.mark.parametrize("proof", ["doc:new", "quotation:new", "quotation:part", "quotation:piece"])
def test_a_status_is_as_of_the_issue_of_its_document(tmp_path: Path, proof: str) -> None:
    old, new = (
        status(1, "signed", more="; mlg:evidence quotation:old"),
        status(2, "ended", more=f"; mlg:evidence {proof}"),
    )
    graph = built(tmp_path, DOCUMENTS, KIND, old, new)
    assert said(graph, "mlg:status") == [graph.label("https://w3id.org/maillage/def/status/ended")]
    assert notices(graph) == []


def test_the_day_a_state_says_wins_over_that_of_its_document(tmp_path: Path) -> None:
    old = status(1, "signed", more="; mlg:evidence quotation:old")
    graph = built(tmp_path, DOCUMENTS, KIND, old, status(2, "inPreparation", "2015", "; mlg:evidence quotation:new"))
    assert said(graph, "mlg:status") == [graph.label("https://w3id.org/maillage/def/status/signed")]


def test_an_undated_document_orders_nothing(tmp_path: Path) -> None:
    old = status(1, "signed", more="; mlg:evidence quotation:old")
    graph = built(tmp_path, DOCUMENTS, KIND, old, status(2, "ended", more="; mlg:evidence quotation:undated"))
    assert said(graph, "mlg:status") == []
    assert len(notices(graph)) == 1


def test_the_notice_names_values_and_sources(tmp_path: Path) -> None:
    titles = 'doc:old dct:title "Ancien rapport"@fr . doc:undated dct:title "Communiqué"@fr .\n'
    one = status(1, "signed", more="; mlg:evidence quotation:old")
    two = status(2, "ended", more="; mlg:evidence quotation:undated")
    graph = built(tmp_path, DOCUMENTS, titles, KIND, one, two)
    names = {
        (lang, name): graph.label(f"https://w3id.org/maillage/def/status/{name}", lang)
        for lang in ("fr", "en")
        for name in ("signed", "ended")
    }
    assert notices(graph) == [
        f"« statut » : {names['fr', 'ended']} selon « Communiqué » (claim:s2), "
        f"{names['fr', 'signed']} selon « Ancien rapport » (claim:s1)."
    ]
    (english,) = notices(graph, "en")
    assert names["en", "ended"] in english and names["en", "signed"] in english and "claim:s1" in english


def planned(tmp_path: Path, *states: str, more: str = "") -> Graph:
    parts = [part(f"body:{n}", "arr:x", "partner", more=more) for n in "ab"]
    return built(tmp_path, actors("a", "b"), KIND, *states, *parts)


START, END = day("schema:startDate", "2020"), day("schema:endDate", "2023")


def test_dates_that_are_only_planned_are_said_and_not_known(tmp_path: Path) -> None:
    graph = planned(tmp_path, state(1, START + END, "planned"))
    assert coordinations(graph) == [("a", "b", "x", "2020", "2023", "False")]
    assert {"startPlanned", "endPlanned"} <= set(bounds(graph))


@pytest.mark.parametrize(
    "states",
    [
        [state(1, START), state(2, END, "planned")],
        [state(1, START, "planned"), state(2, END)],
        [state(1, day("schema:startDate", "2020/2023"), "planned")],
        [state(1, day("mlg:signedOn", "2020"), "planned"), state(2, END)],
    ],
)
def test_one_date_that_is_only_planned_is_enough(tmp_path: Path, states: list[str]) -> None:
    ((*_, start, end, known),) = coordinations(planned(tmp_path, *states))
    assert (start, end, known) == ("2020", "2023", "False")


def test_what_was_done_makes_dates_known(tmp_path: Path) -> None:
    graph = planned(tmp_path, state(1, START + END, "planned"), state(2, START + END, "ongoing"))
    assert coordinations(graph) == [("a", "b", "x", "2020", "2023", "True")]
    graph = planned(tmp_path, state(1, START + END), state(2, day("mlg:signedOn", "2019"), "planned"))
    assert coordinations(graph) == [("a", "b", "x", "2020", "2023", "True")]


def test_a_participation_with_dates_of_its_own_needs_no_plan(tmp_path: Path) -> None:
    own = day("schema:startDate", "2021") + day("schema:endDate", "2022")
    graph = planned(tmp_path, state(1, START + END, "planned"), more=own)
    assert coordinations(graph) == [("a", "b", "x", "2021", "2022", "True")]
