"""The explorer in a real browser: what is drawn is what the table says, and every sentence can be reached by keyboard."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlparse

import networkx as nx
import numpy as np
import pytest
from PIL import Image

from maillage.terms import ID

expect = pytest.importorskip("playwright.sync_api").expect
PLACE = "/explore/coordination?territory=terr:departement-54"
WHOLE = "/explore/two-mode"
READY = "html[data-ready=true]"
NO_WEBGL = "HTMLCanvasElement.prototype.getContext = ((own) => function (kind, ...more) { return /webgl/.test(kind) ? null : own.call(this, kind, ...more); })(HTMLCanvasElement.prototype.getContext);"
ROWS = "#lines tbody tr"


@pytest.fixture
def explore(window: Callable[..., Any]) -> Callable[..., Any]:
    """Opens the explorer, and waits until it is drawn."""

    def start(path: str = PLACE, **given: Any) -> Any:
        page = window(path, **given)
        page.wait_for_selector(READY, state="attached")
        return page

    return start


def said(page: Any) -> list[int]:
    """The numbers in the sentence above the drawing."""
    text = page.locator("#said").inner_text()
    return [int(re.sub(r"\s", "", number)) for number in re.findall(r"\d[\d\s\u202f]*", text)]


def state(page: Any) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlparse(page.url).query, keep_blank_values=True).items()}


@pytest.mark.parametrize(
    ("path", "width"),
    [
        (PLACE, 1280),
        (f"{WHOLE}?lang=en", 390),
        (f"{PLACE}&embed=1", 1280),
    ],
)
def test_nothing_to_complain_of(
    path: str, width: int, explore: Callable[..., Any], violations: Callable[[Any], list[str]]
) -> None:
    page = explore(path, width=width, height=844)
    assert violations(page) == []
    page.locator(f"{ROWS} button").first.click()
    page.locator(".panel h2").wait_for()
    page.evaluate("for (const fold of document.querySelectorAll('details:not(.menu)')) fold.open = true")
    page.locator("[data-tool=export] summary").click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_whole_opens_as_communities_and_each_opens_where_it_stands(explore: Callable[..., Any]) -> None:
    page = explore(WHOLE)
    links, _, _, groups, lines = said(page)[:5]
    assert groups > 1 and lines < links and page.locator(ROWS).count() == lines
    page.locator(".units summary").click()
    page.locator("#units tbody button").first.click()
    opened = said(page)
    assert opened[0] == links and opened[3] == groups - 1 and opened[4] > lines
    assert page.locator(ROWS).count() == opened[4] and state(page)["open"].isdigit()
    page.go_back()
    assert page.locator(ROWS).count() == lines and "open" not in state(page)
    page.go_forward()
    assert page.locator(ROWS).count() == opened[4]


def test_a_row_for_each_line_whatever_is_chosen(explore: Callable[..., Any]) -> None:
    page = explore()
    every = said(page)[0]
    assert page.locator(ROWS).count() == every > 50
    seen = {every}
    for label in ("Collectivités territoriales", "sans date", "déduit"):
        page.locator("label.box", has_text=label).locator("input").uncheck()
        seen.add(said(page)[0])
        assert page.locator(ROWS).count() == said(page)[0]
    assert len(seen) == 4 and {*state(page)} == {"territory", "kinds", "states", "certainty"}
    page.get_by_role("button", name="Tout remettre").click()
    assert said(page)[0] == every and {*state(page)} == {"territory"}


def test_a_year_is_chosen_by_the_slider_and_said_in_three_states(explore: Callable[..., Any]) -> None:
    page = explore()
    slider = page.locator("#year")
    last = int(slider.get_attribute("max"))
    slider.focus()
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    assert state(page)["at"] == str(last - 3) and str(last - 3) in slider.get_attribute("aria-valuetext")
    assert page.locator(ROWS).count() == said(page)[0]
    assert page.locator("label.box", has_text="date inconnue").count() == 1
    strokes = {row.get_attribute("stroke-dasharray") for row in page.locator(".sieve .sample line").all()}
    assert strokes == {None, "9 5", "2 4"}
    again = explore(f"{PLACE}&at={last - 3}")
    assert again.locator(ROWS).count() == page.locator(ROWS).count()
    page.get_by_role("button", name="Toutes les dates").click()
    assert "at" not in state(page)


def test_the_keyboard_reaches_the_sentence_and_comes_back(explore: Callable[..., Any]) -> None:
    page = explore("/explore/coordination?lang=en&certainty=explicit")
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Table", exact=True).focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "twin"
    page.evaluate("document.querySelector('#find').focus()")
    page.keyboard.type("ARS Grand Est")
    page.keyboard.press("Enter")
    page.locator(".panel h2", has_text="Grand Est").wait_for()
    assert page.evaluate("document.activeElement.closest('.panel') !== null")
    partner = page.get_by_role("button", name="Read the link between").first
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('aria-label')") == partner.get_attribute("aria-label"):
            break
    page.keyboard.press("Enter")
    page.locator(".panel[data-told]").wait_for()
    told = page.locator(".panel")
    assert told.locator(".tie").count() >= 1
    assert told.locator("blockquote, .register").count() >= 1 and told.locator(".lines li").count() >= 2
    page.keyboard.press("Escape")
    assert not told.is_visible() and page.evaluate("document.activeElement.tagName") in ("INPUT", "H2")


def blue(page: Any) -> list[tuple[int, int]]:
    """Where the chosen line is drawn, in pixels of the canvas, from one end to the other."""
    canvas = page.locator(".canvas")
    canvas.scroll_into_view_if_needed()
    image = np.asarray(Image.open(io.BytesIO(canvas.screenshot())).convert("RGB")).astype(int)
    near = np.abs(image - np.array((11, 87, 208))).max(axis=2) < 12
    near[:, -60:] = False  # the buttons of the view
    ys, xs = np.nonzero(near)
    points = [(int(x), int(y)) for x, y in zip(xs, ys, strict=True)]
    return sorted(points)


def test_a_click_on_a_line_reads_it_and_on_crossing_ones_lists_them(explore: Callable[..., Any]) -> None:
    link = explore(PLACE).locator(f"{ROWS}").first.get_attribute("data-line")
    page = explore(f"{PLACE}&link={link}", height=1100)
    line = blue(page)
    assert len(line) > 30
    page.locator(".panel .close").click()
    assert not page.locator(".panel").is_visible() and not blue(page)
    chosen = set()
    for x, y in line[len(line) // 4 :: len(line) // 6]:
        page.locator(".canvas").click(position={"x": x, "y": y})
        page.wait_for_timeout(400)  # two clicks at once would zoom
        if page.locator(".panel h2", has_text="Plusieurs traits passent ici").count():
            chosen.add("several")
            choices = page.locator(".panel .choices button")
            assert choices.count() > 1
            choices.first.click()
            assert "link" in state(page)
        elif "link" in state(page):
            chosen.add("one")
    assert chosen
    assert page.locator(".panel .tie").first.is_visible() or page.locator(".panel h2").is_visible()


def test_a_node_has_a_card_with_a_page(explore: Callable[..., Any], small_server: Any) -> None:
    page = explore(PLACE + "&node=organisation/siren-130007834")
    panel = page.locator(".panel")
    assert "Agence régionale de santé Grand Est" in panel.inner_text()
    address = panel.get_by_role("link", name="Sa page").get_attribute("href")
    with small_server.client() as client:
        assert client.get(address).status_code == 200
        around = panel.get_by_role("link", name="Ne voir que ses partenaires").get_attribute("href")
        assert "autour de" in client.get(around).text
    partners = panel.locator(".choices button").count()
    assert partners == sum(
        "Agence régionale de santé Grand Est" in text for text in page.locator(ROWS).all_inner_texts()
    )


def test_its_sparql_returns_the_rows(explore: Callable[..., Any], small_server: Any) -> None:
    page = explore(PLACE + "&at=2024&kinds=Collectivity,HealthAgency,StateService")
    page.locator("[data-tool=sparql] summary").click()
    expect(page.locator("[data-tool=sparql] textarea")).not_to_be_empty()
    query = page.locator("[data-tool=sparql] textarea").input_value()
    with small_server.client() as client:
        answer = client.get("/sparql", params={"query": query}, headers={"Accept": "application/sparql-results+json"})
    rows = answer.json()["results"]["bindings"]
    ends = {f"{row['source']['value']}~{row['target']['value']}".replace(ID, "") for row in rows}
    drawn = {row.get_attribute("data-line") for row in page.locator(ROWS).all()}
    assert len(rows) == len(drawn) > 0
    assert {frozenset(one.split("~")) for one in ends} == {frozenset(one.split("~")) for one in drawn}
    assert page.locator("[data-tool=sparql] a").get_attribute("href").startswith("/sparql#query=PREFIX")


@pytest.mark.parametrize("form", ["CSV", "GEXF", "GRAPHML", "SVG", "PNG"])
def test_what_is_shown_is_taken_away(form: str, explore: Callable[..., Any], tmp_path: Path) -> None:
    page = explore(PLACE + "&at=2024", height=1000)
    links = page.locator(ROWS).count()
    page.locator("[data-tool=export] summary").click()
    with page.expect_download() as waiting:
        page.locator(f"[data-form={form.lower()}]").click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    data = path.read_bytes()
    if form == "PNG":
        assert data.startswith(b"\x89PNG") and len(data) > 20_000
    elif form == "SVG":
        text = data.decode()
        assert text.count('stroke="#5b6a78"') + text.count('stroke="#8893a0"') == links and "<script" not in text
        assert "Agences de santé" in text and "date inconnue" in text
    elif form == "CSV":
        assert len(list(csv.reader(io.StringIO(data.decode())))) == links + 1
    else:
        read = nx.read_gexf if form == "GEXF" else nx.read_graphml
        assert read(path).number_of_edges() == links


def test_it_is_cited_and_embedded(explore: Callable[..., Any], window: Callable[..., Any]) -> None:
    page = explore(PLACE + "&at=2024")
    page.locator("[data-tool=cite] summary").click()
    expect(page.locator("[data-tool=cite] textarea")).not_to_be_empty()
    cited = page.locator("[data-tool=cite] textarea").input_value()
    assert "Maillage" in cited and "registres relevés au" in cited and cited.endswith(page.url)
    page.locator("[data-tool=embed] summary").click()
    expect(page.locator("[data-tool=embed] textarea")).not_to_be_empty()
    assert not page.locator("[data-tool=cite] textarea").is_visible()
    framed = page.locator("[data-tool=embed] textarea").input_value()
    address = re.search(r'src="([^"]+)"', framed)
    assert address is not None and "embed=1" in address[1] and "at=2024" in address[1]
    page.keyboard.press("Escape")
    assert not page.locator("[data-tool=embed] textarea").is_visible()


def test_the_weight_is_changed_where_it_is_said(explore: Callable[..., Any]) -> None:
    page = explore()
    page.locator("#weight").select_option("jaccard")
    assert state(page)["weight"] == "jaccard"
    weights = page.locator(f"{ROWS} td.number").all_inner_texts()
    assert any("," in text for text in weights)
    page.locator("#network").select_option("funding")
    page.get_by_role("button", name="Montrer").click()
    page.wait_for_selector(READY, state="attached")
    assert urlparse(page.url).path == "/explore/funding" and state(page)["territory"] == "terr:departement-54"


def test_without_webgl_a_picture_and_the_table_remain(explore: Callable[..., Any]) -> None:
    page = explore(PLACE, before=NO_WEBGL)
    assert "WebGL" in page.locator(".wrong").inner_text()
    picture = page.locator("img.still")
    assert picture.is_visible() and picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 1000
    before = picture.get_attribute("src")
    page.locator("label.box", has_text="Collectivités territoriales").locator("input").uncheck()
    assert page.locator(ROWS).count() == said(page)[0] and picture.get_attribute("src") != before
    page.locator(f"{ROWS} button").first.click()
    page.locator(".panel[data-told]").wait_for()


def test_without_scripts_it_is_a_table(window: Callable[..., Any]) -> None:
    page = window(PLACE, script=False)
    assert page.locator(".twin tbody tr").count() == 50 and page.locator(".tools").count() == 0
    page.locator("#network").select_option("funding")
    page.locator("#territory").select_option("")
    page.get_by_role("button", name="Montrer").click()
    assert (
        urlparse(page.url).path == "/explore/funding"
        and page.locator("h1").inner_text() == "Financeurs et bénéficiaires"
    )


def test_what_fails_is_said(explore: Callable[..., Any], window: Callable[..., Any]) -> None:
    page = explore(PLACE + "&at=hier&link=organisation/x~organisation/y")
    assert "(at)" in page.locator("#said").inner_text()
    assert "n'est pas montré" in page.locator(".panel").inner_text()
    page.context.route("**/links?*", lambda route: route.fulfill(status=404, body=json.dumps({"detail": "plus tard"})))
    page.locator(f"{ROWS} button").first.click()
    page.locator(".panel .wrong", has_text="plus tard").wait_for()
    page.context.unroute("**/links?*")
    page.get_by_role("button", name="Réessayer").click()
    page.locator(".panel[data-told]").wait_for()
