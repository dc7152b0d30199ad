"""The page that compares: its numbers are those of the library, its links work, wrong names are told, warnings stand."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from maillage.library import Graph
from maillage.pages.directory import PAGES
from maillage.pages.kit.refused import Refused
from maillage.pages.kit.setting import Served, Setting, setting
from maillage.pages.networks.side_by_side import MOST, side_by_side

GRAND_EST, NANCY = "terr:region-44", "terr:epci-245400676"


@pytest.fixture(scope="module")
def fr(small_graph: Graph) -> Setting:
    return setting(small_graph, "fr", Served("fr"))


def made(where: Setting, **given: str | list[str]) -> str:
    return PAGES["compare"](where, "", given).decode()


def numbers(page: str) -> list[str]:
    """The cells of the table of numbers."""
    table = page.partition("<tbody>")[2].partition("</tbody>")[0]
    return [re.sub(r"<.*?>|\s", "", cell) for cell in re.findall(r"<td.*?</td>", table)]


def test_nothing_given_is_a_form_with_something_to_begin_with(fr: Setting) -> None:
    page = made(fr)
    assert page.count("<input id=") == 5 and "<table" not in page
    begun = [a.replace("&amp;", "&") for a in re.findall(r'href="(/compare\?[^"]+)"', page)]
    assert begun
    for address in begun:
        assert "<table" in made(fr, **parse_qs(urlsplit(address).query))


def test_two_dates(fr: Setting, small_graph: Graph) -> None:
    page = made(fr, territory=GRAND_EST, at="2018", then="2023")
    iri = small_graph.territory(GRAND_EST)
    found = small_graph.compare(
        {"territory": iri, "at": "2018"}, {"territory": iri, "at": "2023"}, names=("2018", "2023")
    )
    rows = found.summary("fr").visible()[1]
    assert numbers(page)[: 3 * 3] == [re.sub(r"\s", "", cell).replace(".", ",") for row in rows[:3] for cell in row]
    for _, *states in found.graph.edges(data="state"):
        assert states
    assert page.count("<figure") == 2 and "conservé" in page
    assert 'value="Grand Est"' in page and "<h1>Grand Est : 2018 et 2023</h1>" in page


def test_two_territories(fr: Setting, small_graph: Graph) -> None:
    page = made(fr, territory="Grand Est", other=NANCY, network="two-mode")
    label = small_graph.label(small_graph.territory(NANCY))
    assert f"<h1>Grand Est et {label}</h1>" in page.replace("&#39;", "'")
    assert 'href="/page/organisation/' in page and 'value="two-mode" selected' in page


def test_the_drawing_holds_the_best_tied_of_both(fr: Setting, small_graph: Graph) -> None:
    found = small_graph.compare({"at": "2018"}, {"at": "2024"})
    pair = side_by_side(fr, found)
    assert pair is not None and 0 < len(pair.nodes) <= 2 * MOST
    assert len(pair.nodes) + pair.left == len(found.graph)
    for tie in pair.ties:
        assert (tie.widths[0] > 0, tie.widths[1] > 0) == {
            "kept": (True, True),
            "gained": (False, True),
            "lost": (True, False),
        }[tie.state.name]
    none = small_graph.compare({"at": "1900"}, {"at": "1901"}, unknown="exclude")
    assert side_by_side(fr, none) is None


def test_a_warning_where_the_coverage_differs(fr: Setting, monkeypatch: pytest.MonkeyPatch) -> None:
    from maillage import networks

    monkeypatch.setattr(networks, "TOLERANCE", 0.0)
    page = made(fr, territory="Grand Est", other=NANCY)
    assert "Couverture très différente" in page and page.index("Couverture très") < page.index("<table")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"territory": "Grand Nanci"}, "Peut-être"),
        ({"territory": "Grand Est", "at": "2024-13"}, "pas une date"),
        ({"network": "nope", "territory": "Grand Est", "other": NANCY}, "pas de réseau"),
        ({"territory": "<script>alert(1)</script>"}, "&lt;script&gt;"),
        ({"network": "actor-themes", "at": "2018", "then": "2019"}, "compar"),
    ],
)
def test_what_is_wrong_is_told(fr: Setting, given: dict[str, str], told: str) -> None:
    try:
        page = made(fr, **given)
        assert given["network"] == "actor-themes"
    except Refused as refused:
        page = refused.page.decode()
        assert refused.status == 400 and 'class="wrong"' in page
    assert told in page and "<script" not in page


def test_what_is_offered_is_compared(fr: Setting) -> None:
    with pytest.raises(Refused) as caught:
        made(fr, territory="Grand Nanci", at="2018", then="2023")
    near = re.findall(r'href="(/compare\?[^"]+)"', caught.value.page.decode())
    given = parse_qs(urlsplit(near[0].replace("&amp;", "&")).query)
    assert given["at"] == ["2018"] and "<table" in made(fr, **given)


def test_served_and_seen(small_server: Any, window: Callable[..., Any], violations: Callable[[Any], list[str]]) -> None:
    with small_server.client() as client:
        answer = client.get("/compare?territory=Grand+Est&at=2018&then=2023&lang=en")
        assert answer.status_code == 200 and "kept" in answer.text
        assert client.get("/compare?territory=zzzz").status_code == 400
    for width in (1280, 390):
        page = window("/compare?territory=Grand+Est&at=2018&then=2023", width=width)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
