"""Slices: a period keeps what its bounds allow, unknown dates stay apart, and turnover is counted by hand."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillage.errors import MaillageError
from maillage.library import Graph
from maillage.network import standing, turnover, window, yearly


def dated() -> nx.Graph:
    graph = nx.Graph()
    year = {"from_earliest": "2018-01-01", "from_latest": "2018-12-31"}
    graph.add_edge("a", "b", **year, until_earliest="2020-01-01", until_latest="2020-12-31")  # whole years
    graph.add_edge("b", "c", from_earliest="2019-05-02", from_latest="2019-05-02", open=True)  # no end yet
    graph.add_edge("c", "d", from_earliest="2019-05-02", from_latest="2019-05-02")  # end not known
    graph.add_edge("d", "e")  # nothing known
    return graph


def ties(graph: nx.Graph) -> dict[str, Any]:
    return {min(a, b) + max(a, b): said for a, b, said in graph.edges(data="standing")}


def test_year_open_and_unknown_stay_distinct() -> None:
    assert ties(window(dated(), at=2019)) == {"ab": "certain", "bc": "possible", "cd": "unknown", "de": "unknown"}
    assert ties(window(dated(), at=2019, unknown="exclude")) == {"ab": "certain", "bc": "possible"}
    assert ties(window(dated(), at="2018-06-01")) == {"ab": "possible", "de": "unknown"}
    assert ties(window(dated(), at=2030, unknown="exclude")) == {"bc": "possible"}
    assert set(window(dated(), at="2018-06-01")) == {"a", "b", "d", "e"}


def test_before_any_date() -> None:
    found = window(dated(), at=1800, unknown="exclude")
    assert len(found) == 0
    assert "the first begins on 2018-01-01" in found.graph["maillage"]["remarks"][0]["en"]
    assert found.graph["maillage"]["slice"] == {"since": "1800", "before": "1800", "unknown": "exclude"}
    assert len(window(nx.Graph(), at=2020)) == 0


@given(*[st.none() | st.dates().map(str) for _ in range(4)], st.booleans(), st.dates().map(str), st.dates().map(str))
def test_standing_is_what_every_reading_says(
    begin: str | None, begun: str | None, end: str | None, ended: str | None, is_open: bool, one: str, other: str
) -> None:
    """Against every start and end that the bounds allow, taken from the days that matter."""
    since, before = min(one, other), max(one, other)
    first, last = "0001-01-01", "9999-12-31"
    starts = [day for day in (begin or first, begun or last) if (begin or first) <= (begun or last)]
    ends = [day for day in (end or first, ended or last) if (end or first) <= (ended or last)]
    if not starts or not ends:
        return
    tie = {"from_earliest": begin, "from_latest": begun, "until_earliest": end, "until_latest": ended, "open": is_open}
    runs = {s <= before and e >= since for s in starts for e in ends}
    found = standing(tie, since, before)
    assert (found is None) == (runs == {False})
    assert (found == "certain") == (runs == {True}) or (found != "certain" and None in (begun, end))


def test_turnover_by_hand() -> None:
    first, second = nx.Graph([("a", "b"), ("b", "c")]), nx.Graph([("b", "c"), ("c", "d"), ("d", "e")])
    rows = list(turnover({"1": first, "2": second, "3": nx.Graph()}, "en"))
    assert rows[0]["turnover"] is None and rows[0]["persistence"] is None
    assert (rows[1]["entered"], rows[1]["left"], rows[1]["turnover"]) == (2, 1, pytest.approx(3 / 7, abs=1e-6))
    assert (rows[1]["ties_gained"], rows[1]["ties_lost"], rows[1]["persistence"]) == (2, 1, 0.5)
    assert rows[1]["jaccard"] == 0.25
    assert (rows[2]["left"], rows[2]["persistence"], rows[2]["jaccard"]) == (4, 0, 0)
    assert list(turnover({})) == []


def test_years() -> None:
    cut = yearly(dated(), unknown="exclude")
    assert list(cut) == ["2018", "2019", "2020"]
    assert [graph.number_of_edges() for graph in cut.values()] == [1, 2, 2]
    assert list(yearly(dated(), 2018, 2021, every=2)) == ["2018-2019", "2020-2021"]
    assert yearly(nx.Graph()) == {} and yearly(nx.path_graph(3)) == {}
    for bad in (
        {"every": 0},
        {"since": "soon"},
        {"since": 2020, "until": 2018},
        {"unknown": "perhaps"},
        {"until": 9999},
    ):
        with pytest.raises(MaillageError):
            yearly(dated(), **bad)


def test_slices_of_the_graph_are_what_the_query_gives(small_graph: Graph) -> None:
    whole = small_graph.network("coordination")
    asked = small_graph.network("coordination", at=2019)
    cut = window(whole, at=2019)
    assert {frozenset(e) for e in cut.edges} == {frozenset(e) for e in asked.edges}
    for a, b, data in cut.edges(data=True):
        assert data["weight"] == asked.edges[a, b]["weight"]
        said = {tie["arrangement"]: tie["standing"] for tie in asked.edges[a, b]["ties"]}
        assert said == {tie["arrangement"]: tie["standing"] for tie in data["ties"]}
    known = small_graph.network("coordination", at=2019, unknown="exclude")
    assert 0 < known.number_of_edges() < asked.number_of_edges()
    years = small_graph.slices("two-mode", since=2018, until=2020, side="actors", weight="newman")
    assert list(years) == ["2018", "2019", "2020"]
    assert all(graph.graph["maillage"]["weight"] == "newman" for graph in years.values())
    assert years["2019"].graph["maillage"]["slice"]["since"] == "2019"
