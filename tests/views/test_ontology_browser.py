"""The reference of the ontology in a real browser without network: phone, desk and print, anchors, keyboard, contrast."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from maillage.places import Places
from maillage.views.ontology_html import file_of, page
from maillage.vocabulary.entries import Vocabulary


@pytest.fixture(scope="module")
def written(places: Places, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of both pages."""
    folder, vocabulary = tmp_path_factory.mktemp("pages"), Vocabulary(places)
    for lang in ("fr", "en"):
        (folder / file_of(lang)).write_text(page(vocabulary, lang, "9.9"), encoding="utf-8")
    return folder


@pytest.mark.parametrize("width", [320, 390, 820, 1280])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_it_fits_the_window(open_page: Callable[..., Any], written: Path, lang: str, width: int) -> None:
    tab = open_page(written / file_of(lang), width=width, ready=False)
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    cut = tab.evaluate(
        """() => [...document.querySelectorAll("main p, main li, main td, main th, main pre")].filter(
             (e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".scroll")).length"""
    )
    assert cut == 0


def test_the_drawing_has_no_word_under_a_box(open_page: Callable[..., Any], written: Path) -> None:
    """In both languages, whose words differ in length."""
    for lang in ("fr", "en"):
        tab = open_page(written / file_of(lang), ready=False)
        hidden = tab.evaluate(
            """() => {
              const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
              const boxes = [...document.querySelectorAll("figure rect")].map((e) => e.getBoundingClientRect());
              const words = [...document.querySelectorAll("figure .by")].map((e) => [e.textContent, e.getBoundingClientRect()]);
              const inside = [...document.querySelectorAll("figure svg a")].filter((a) => {
                const box = a.querySelector("rect").getBoundingClientRect();
                return [...a.querySelectorAll("text")].some((t) => {
                  const one = t.getBoundingClientRect();
                  return one.left < box.left || one.right > box.right;
                });
              }).map((a) => a.textContent.trim());
              const over = words.filter(([, w]) => boxes.some((b) => meet(w, b))).map(([t]) => t);
              const twice = words.filter(([, w], i) => words.some(([, o], j) => j < i && meet(w, o))).map(([t]) => t);
              return [...inside, ...over, ...twice];
            }"""
        )
        assert hidden == [], lang


def test_an_iri_leads_to_its_place(open_page: Callable[..., Any], written: Path) -> None:
    """What follows the hash of the IRI is the anchor, of a concept too."""
    for anchor in ("ProfessionalCommunity", "status", "role/signatory"):
        tab = open_page(written / file_of("fr"), ready=False)
        tab.evaluate("(anchor) => { location.hash = anchor; }", anchor)
        top = tab.evaluate("(anchor) => document.getElementById(anchor).getBoundingClientRect().top", anchor)
        assert -2 <= top < 60, anchor


def test_a_keyboard_reaches_what_it_needs(open_page: Callable[..., Any], written: Path) -> None:
    tab = open_page(written / file_of("fr"), ready=False)
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    assert tab.evaluate("getComputedStyle(document.activeElement).top") == "0px"
    reached = []
    for _ in range(8):
        tab.keyboard.press("Tab")
        reached.append(tab.evaluate("document.activeElement.getAttribute('href')"))
    assert file_of("en") in reached and "#how-signature" in reached and "#how-cpts" in reached


def test_words_stand_out(open_page: Callable[..., Any], written: Path) -> None:
    """4.5 to 1 for every text, the white words of filled boxes too."""
    tab = open_page(written / file_of("fr"), ready=False)
    weak = tab.evaluate(
        """() => {
          const parts = (c) => (c.match(/[\\d.]+/g) || []).map(Number);
          const light = (c) => parts(c).slice(0, 3).map((v) => v / 255)
            .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)).reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
          const under = (e) => { for (let n = e; n; n = n.parentElement) {
            const c = getComputedStyle(n).backgroundColor; if (parts(c).length === 3 || parts(c)[3] > 0) return c; } return "rgb(255,255,255)"; };
          const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((m, n) => n - m); return (x + 0.05) / (y + 0.05); };
          const out = new Set();
          for (const e of [...document.querySelectorAll("main a, main p, main code, main dt, main th, main td, main summary, main small, nav a, .foot p")].filter((e) => !e.closest("svg")))
            if (ratio(getComputedStyle(e).color, under(e)) < 4.5) out.add(e.tagName + " " + e.textContent.slice(0, 30));
          for (const a of document.querySelectorAll("figure svg a"))
            if (ratio(getComputedStyle(a.querySelector("text")).fill, getComputedStyle(a.querySelector("rect")).fill) < 4.5) out.add(a.textContent);
          return [...out];
        }"""
    )
    assert weak == []


def test_print_keeps_the_text(open_page: Callable[..., Any], written: Path) -> None:
    tab = open_page(written / file_of("en"), ready=False)
    tab.emulate_media(media="print")
    assert tab.evaluate("getComputedStyle(document.querySelector('.toc')).display") == "none"
    assert tab.evaluate("getComputedStyle(document.getElementById('Actor')).display") != "none"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_logo_is_drawn_and_leads_to_its_file(open_page: Callable[..., Any], written: Path, lang: str) -> None:
    """Under the policy of the page, which lets nothing be fetched."""
    tab = open_page(written / file_of(lang), ready=False)
    (box,) = tab.evaluate(
        """[...document.querySelectorAll('header a svg')].map((e) => {
             const box = e.getBoundingClientRect();
             return [box.width, box.height, e.querySelector('title').textContent, e.parentElement.getAttribute('href'),
                     [...e.querySelectorAll('circle, rect, path')].filter((s) => s.getBoundingClientRect().width).length];
           })"""
    )
    assert box[:4] == [44, 44, "Maillage", "logo.svg"] and box[4] > 5
