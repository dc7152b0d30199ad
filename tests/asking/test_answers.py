"""What a user gives a question: a period that ends before it begins is refused, whichever question bears it."""

from __future__ import annotations

import pytest

from maillage.asking.answers import substitutions
from maillage.errors import MaillageError
from maillage.library import Graph

REVERSED = [("2020", "2018"), ("2020-02", "2020-01"), ("2020-01-02", "2020-01-01"), ("2021", "2020-12-31")]


@pytest.mark.parametrize(("since", "before"), REVERSED)
def test_a_reversed_period_is_refused(small_graph: Graph, since: str, before: str) -> None:
    """By every question and network that has both bounds; an empty answer would pass for the graph's."""
    built = small_graph.built
    bounded = [
        q
        for kind in ("questions", "networks")
        for q in built.catalogue.of(kind)
        if {"since", "before"} <= set(q.params)
    ]
    assert len(bounded) > 5
    for query in bounded:
        needed = {p.name: p.example for p in query.params.values() if p.required}
        with pytest.raises(MaillageError, match=rf"before {before}\) before it begins \(since {since}\)\. Swap"):
            substitutions(query, {**needed, "since": since, "before": before}, built.names)


@pytest.mark.parametrize(
    ("since", "before"),
    [("2018", "2018"), ("2018-06", "2018"), ("2018-06-30", "2018-06"), ("2018", None), (None, "2018")],
)
def test_a_period_may_be_one_day_or_have_one_bound(small_graph: Graph, since: str | None, before: str | None) -> None:
    """`2018-06` to `2018` ends with the year."""
    query = small_graph.built.catalogue.get("questions", "events-between")
    given = substitutions(query, {"since": since, "before": before}, small_graph.built.names)
    assert set(given) == {name for name, value in (("since", since), ("before", before)) if value}
    if before == "2018":
        assert [term.value for term in given["before"]] == ["2018-12-31"]


def test_what_is_no_date_is_said_first(small_graph: Graph) -> None:
    with pytest.raises(MaillageError, match="parameter 'before': 'hier' is no date"):
        small_graph.ask("events-between", since="2018", before="hier")
    with pytest.raises(MaillageError, match=r"the period ends \(before 2018\) before it begins \(since 2019\)"):
        small_graph.ask("events-between", since="2019", before="2018")


def test_today_is_the_day_of_the_register(small_graph: Graph) -> None:
    """Without a day a question on contracts in force is asked for the day the register was read; `any` lifts it."""
    built = small_graph.built
    query = built.catalogue.get("questions", "contracts-in-force")
    place = "terr:commune-54395"
    (retrieved,) = (row["d"] for row in small_graph.query("SELECT ?d { doc:registre-dispositifs mlg:retrieved ?d }"))
    today = substitutions(query, {"territory": place}, built.names)
    assert today["day"][0].value == retrieved and today["years"][0].value == "6"
    assert "day" not in substitutions(query, {"territory": place, "day": "any"}, built.names)
    given = substitutions(query, {"territory": place, "day": "2016", "years": "2"}, built.names)
    assert given["day"][0].value == "2016-01-01" and given["years"][0].value == "2"
    notes = small_graph.ask("contracts-in-force", territory=place, lang="en").notes
    assert notes[0] == f"By default: day={retrieved}, years=6 (without: -p day=any)."


def test_what_is_needed_cannot_be_lifted(small_graph: Graph) -> None:
    query = small_graph.built.catalogue.get("questions", "contracts-in-force")
    with pytest.raises(MaillageError, match="needs the parameter 'years'"):
        substitutions(query, {"territory": "terr:commune-54395", "years": "any"}, small_graph.built.names)


def test_an_empty_answer_says_which_value_empties_it(small_graph: Graph) -> None:
    """The graph is said to be silent only where no value given hides what it tells of the thing asked about."""
    actor = "body:siren-130007834"
    away = small_graph.ask("participations-of-actor", actor=actor, territory="terr:region-28", type="mlg:Event")
    rest = small_graph.ask("participations-of-actor", actor=actor, type="mlg:Event")
    assert not away.rows and rest.rows and rest.missed is None
    assert (
        away.missed is not None and f"sans -p territory : {len(rest)}" in away.missed and "-p actor" not in away.missed
    )
    early = small_graph.ask("contracts-in-force", territory="terr:commune-54395", day="1900", lang="en")
    assert not early.rows and (early.missed or "").startswith("without -p day: ")


def test_two_values_that_hide_together(small_graph: Graph) -> None:
    actor = "body:siren-130007834"
    table = small_graph.ask(
        "participations-of-actor", actor=actor, territory="terr:region-28", type="mlg:HospitalGroup"
    )
    whole = small_graph.ask("participations-of-actor", actor=actor)
    assert table.missed == f"sans aucune de ces valeurs : {len(whole)}"


def test_silence_is_told_where_no_value_hides_anything(small_graph: Graph) -> None:
    silent = small_graph.ask("recommendations", publication="arr:cls-combrailles-3")
    assert not silent.rows and silent.missed is None
    # A number of months cannot be left out: it may be what hides the ends.
    soon = small_graph.ask("contracts-ending-within", territory="terr:commune-54395", day="1950", months="1")
    assert not soon.rows and soon.missed == ""


def test_a_class_is_of_the_kinds_that_a_parameter_takes(small_graph: Graph) -> None:
    """`Région` names a level and a council: the level is meant; an event is no kind of actor, and that is said."""
    query = small_graph.built.catalogue.get("questions", "health-contract-coverage")
    given = substitutions(query, {"level": "Région"}, small_graph.built.names)
    assert given["level"][0].value.endswith("#Region")
    with pytest.raises(
        MaillageError, match=r"'kind': mlg:Event \(Événement\) is no kind of mlg:Actor.*classes -p parent"
    ):
        small_graph.ask("actors-of-kind", kind="Événement")
