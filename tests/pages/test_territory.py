"""The page of a territory: who is competent, what is in force on a day, what is missing, who is beside it."""

from __future__ import annotations

import re
from html import unescape

import pytest

from maillage.errors import MaillageError
from maillage.library import Graph
from maillage.pages.kinds import territory, thing
from maillage.pages.kinds.places import beside
from maillage.pages.kit.setting import Served, Setting, setting
from maillage.views.map_outlines import neighbours


@pytest.fixture(scope="module")
def made(small_graph: Graph) -> Setting:
    return setting(small_graph, "fr", Served())


def _page(made: Setting, name: str, **given: str) -> str:
    return unescape(thing.page(made, made.graph.find(name), given).decode())


def _part(page: str, name: str) -> str:
    return re.split(r'<section aria-labelledby="', page.partition(f'aria-labelledby="{name}"')[2])[0]


@pytest.mark.parametrize("name", ["terr:departement-54", "terr:region-44", "terr:commune-54395", "terr:combrailles"])
def test_who_is_competent(made: Setting, name: str) -> None:
    rows = list(made.graph.ask("who-governs-a-territory", territory=name))
    part = _part(_page(made, name), "governing")
    assert all(str(row["body"]) in part for row in rows)
    assert rows or "ne dit pas" in part


@pytest.mark.parametrize("day", ["2019-06-30", "2023-06-08"])
def test_what_is_in_force_on_a_day(made: Setting, day: str) -> None:
    rows = list(made.graph.ask("contracts-in-force", territory="terr:region-44", day=day))
    part = _part(_page(made, "terr:region-44", at=day), "contracts")
    assert rows and f'<span class="n">{len(rows)}</span>' in part and f'value="{day}"' in part
    shown = re.findall(r'<tr><th scope="row"><a href="[^"]+">(.*?)</a>', part)
    assert len(shown) == min(len(rows), territory.ROWS) and {*shown} <= {str(row["contract"]) for row in rows}


def test_a_day_that_is_none(made: Setting) -> None:
    for day in ("soon", "2023-02-31", "<script>"):
        with pytest.raises(MaillageError, match=r"^at: "):
            _page(made, "terr:region-44", at=day)


def test_what_is_missing(made: Setting) -> None:
    part = _part(_page(made, "terr:departement-54"), "missing")
    for row in made.graph.ask("completeness", territory="terr:departement-54"):
        found = re.search(re.escape(str(row["kind"])) + r'( <span class="n">(\d+)</span>)?', part)
        assert found and int(found[2] or 0) == row["known"]


def test_neighbours(made: Setting) -> None:
    graph = made.graph
    label = graph.built.names.label
    assert {label(one) for one in beside(made, graph.find("terr:departement-54"))} <= {
        "Meuse",
        "Moselle",
        "Bas-Rhin",
        "Vosges",
        "Haute-Marne",
    }
    for level in ("department", "epci"):
        found = neighbours(level)
        assert all(code in found[other] and code != other for code, others in found.items() for other in others)
    assert neighbours("department")["54"] == {"55", "57", "67", "88"}
    assert beside(made, graph.find("terr:commune-54395")) == []
