"""The timeline: ends are drawn by what is known of them, every arrangement is in the table, and nothing runs."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from maillage.errors import MaillageError
from maillage.library import Graph
from maillage.views.timeline import LEFT, WIDTH, Bar, render_timeline, timeline, write_timeline


def two(**dates: Any) -> nx.Graph:
    graph = nx.Graph()
    graph.add_node("a", bipartite=0, label="ARS")
    is_open, family = dates.pop("open", False), dates.pop("family", "mlg:Contract")
    graph.add_node("k", bipartite=1, label='Contrat <b>"', territory="Nancy", family=family, dates=dates)
    graph.add_edge("a", "k", ties=[{"arrangement": "k", "open": is_open}])
    return graph


def bar(**dates: Any) -> Bar:
    (group,) = timeline(two(**dates), since=2010, until=2029).groups
    (one,) = (*group.bars, *group.undated)
    return one


YEAR = {"from_earliest": "2012-01-01", "from_latest": "2012-12-31"}


def test_ends_are_drawn_by_what_is_known() -> None:
    days = bar(
        from_earliest="2012-05-02", from_latest="2012-05-02", until_earliest="2015-05-01", until_latest="2015-05-01"
    )
    assert days.certain and not days.possible and not days.unknown and days.arrow is None
    years = bar(**YEAR, until_earliest="2015-01-01", until_latest="2015-12-31")
    assert len(years.possible) == 2 and years.certain == (years.possible[0][1], years.possible[1][0])
    assert years.possible[0][0] == pytest.approx(LEFT + WIDTH * 2 / 20, abs=1)
    unknown = bar(**YEAR)
    assert unknown.certain is None and len(unknown.unknown) == 1 and "fin inconnue" in unknown.when
    ending = bar(until_earliest="2015-01-01", until_latest="2015-12-31")
    assert ending.unknown[0][0] < ending.unknown[0][1] and not ending.arrow
    going = bar(**YEAR, open=True)
    assert going.arrow == (going.possible[0][1], LEFT + WIDTH) and not going.unknown
    assert bar().when == "dates inconnues"


def test_an_event_is_a_point() -> None:
    day = dict.fromkeys(("from_earliest", "from_latest", "until_earliest", "until_latest"), "2018-02-23")
    assert bar(**day, family="mlg:Event").point and not bar(**day, family="mlg:Event").possible
    vague = {"from_earliest": "2018-01-01", "until_latest": "2018-12-31"}
    assert bar(**vague, family="mlg:Event").point and bar(**vague, family="mlg:Event").possible


def test_groups_and_what_lies_outside() -> None:
    graph = two(**YEAR)
    assert [group.name for group in timeline(graph, "actor").groups] == ["ARS"]
    assert timeline(graph, since=2013, until=2014).groups  # its end is not known
    assert timeline(graph, until=2011, since=2009).groups == ()
    assert "Aucun dispositif daté" in render_timeline(timeline(nx.Graph()))
    for bad in ({"by": "colour"}, {"lang": "de"}, {"since": "soon"}):
        with pytest.raises(MaillageError):
            timeline(graph, **bad)


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("by", ["territory", "actor"])
def test_the_page(small_graph: Graph, tmp_path: Path, by: str, lang: str) -> None:
    network = small_graph.network("two-mode")
    page = write_timeline(timeline(network, by, lang), tmp_path / "frise.html", "0.1.0").read_text(encoding="utf-8")
    assert "default-src &#39;none&#39;" in page and "<script" not in page
    assert not re.search(r"(src|href|url)\s*[=(]\s*[\"']?http", page)
    rows = re.findall(r'<th scope="row">', page)
    arrangements = [n for n, side in network.nodes(data="bipartite") if side == 1]
    ties = network.number_of_edges() if by == "actor" else len(arrangements)
    assert len(rows) >= len(arrangements) if by == "actor" else len(rows) == ties
    for svg in re.findall(r"<svg.*?</svg>", page, re.DOTALL):
        ET.fromstring(svg)
    assert page == render_timeline(timeline(network, by, lang), "0.1.0")


def test_labels_are_escaped() -> None:
    page = render_timeline(timeline(two(**YEAR)))
    assert "<b>" not in page and "Contrat &lt;b&gt;" in page
