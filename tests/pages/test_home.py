"""The home page says what the questions say, and its sentences are forms that the questions answer."""

from __future__ import annotations

import re
from html import unescape

import pytest

from maillage.library import Graph
from maillage.pages import home
from maillage.pages.kit import maps
from maillage.pages.kit.setting import Served, setting
from maillage.pages.kit.wording import words
from maillage.terms import expand
from maillage.views.when import dated_text

FORM = re.compile(r'<form method="get" action="/questions/([\w-]+)[^"]*" aria-label.*?</form>', re.S)
INPUT = re.compile(r'<input name="(\w+)" type="(\w+)" aria-label="([^"]+)" value="([^"]*)"')


@pytest.fixture(scope="module", params=["fr", "en"])
def made(request: pytest.FixtureRequest, small_graph: Graph) -> tuple[str, str]:
    lang = request.param
    return lang, home.page(setting(small_graph, lang, Served(lang)), "", {}).decode()


def test_sentences_are_questions_that_answer(made: tuple[str, str], small_graph: Graph) -> None:
    lang, page = made
    forms = list(FORM.finditer(page))
    assert len(forms) == 6
    answered = 0
    for form in forms:
        query = small_graph.built.catalogue.get("questions", form[1])
        given = {name: unescape(value) for name, _, _, value in INPUT.findall(form[0])}
        assert given.keys() <= query.params.keys() and set(query.required) - {"years"} <= given.keys()
        if all(given.values()):  # the small graph lacks some of the examples
            answered += len(small_graph.ask(form[1], lang=lang, **given)) > 0
        assert ('<input type="hidden" name="lang" value="en">' in form[0]) == (lang == "en")
    assert answered > 2


def test_figures_are_those_of_the_questions(made: tuple[str, str], small_graph: Graph) -> None:
    lang, page = made
    text = unescape(page)
    assert f"{words('home', lang)['map'].format(kind=small_graph.label(expand(home.COUNTED) or '', lang))}" in text
    counts = small_graph.ask("arrangements-by-area", lang=lang, type=home.COUNTED, level="mlg:Department")
    assert any(row["arrangements"] for row in counts)
    for row in counts:
        assert words("home", lang)["tip"].format(area=row["area"], n=row["arrangements"]) in text
    for row in small_graph.ask("completeness", lang=lang):
        assert str(row["kind"]) in text
    for note in counts.notes:
        assert dated_text(note, lang) in text


def test_the_legend_holds_every_number() -> None:
    said = [one.words for one in maps.classes("none", "{} and more")]
    assert said == ["none", "1", "2", "3–4", "5–7", "8 and more"]


def test_a_map_of_what_has_no_outline() -> None:
    assert maps.perimeter({"nothing": ("x", None)}) is None
    drawn = maps.perimeter({"54": ("Meurthe-et-Moselle", "/x")})
    assert drawn is not None and [area.address for area in drawn.areas if area.fill == maps.OWN] == ["/x"]
