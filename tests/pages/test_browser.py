"""Every kind of page in a real browser: nothing an accessibility checker minds, by keyboard, on a phone, in print."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

KINDS = {
    "home": "/",
    "actor": "/page/organisation/siren-130007834?lang=en",
    "arrangement": "/page/arrangement/cls-grand-nancy-2024",
    "generations": "/page/arrangement/cls-combrailles-3",
    "territory": "/page/territory/region-44",
    "document": "/page/document/convention-gpsea-2017?lang=en",
    "other": "/page/def/role/signatory",
    "wrong": "/page/nothing",
}
WINDOWS = {"desk": (1280, 800), "phone": (390, 844)}


@pytest.mark.parametrize("size", WINDOWS)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_to_mind(
    kind: str, size: str, window: Callable[..., Any], violations: Callable[[Any], list[str]]
) -> None:
    page = window(KINDS[kind], *WINDOWS[size])
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    assert violations(page) == []


@pytest.mark.parametrize("kind", KINDS)
def test_on_a_phone_nothing_overflows(kind: str, window: Callable[..., Any]) -> None:
    page = window(KINDS[kind], *WINDOWS["phone"])
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    small = page.evaluate(
        """[...document.querySelectorAll("main p, main li, main td, main dd")].filter((one) =>
             one.checkVisibility() && parseFloat(getComputedStyle(one).fontSize) < 13).length"""
    )
    assert small == 0


def test_by_keyboard_from_the_home_page_to_an_answer(window: Callable[..., Any]) -> None:
    page = window("/", script=False)
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.get_attribute("href") == "#main" and focused.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.locator(":focus").get_attribute("name") == "q":
            break
    page.keyboard.type("nancy")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=nancy")


def test_what_has_the_focus_is_seen(window: Callable[..., Any]) -> None:
    page = window(KINDS["territory"])
    for _ in range(25):
        page.keyboard.press("Tab")
        outline = page.evaluate(
            """() => { const s = getComputedStyle(document.activeElement);
                 return [s.outlineStyle, parseFloat(s.outlineWidth), document.activeElement.tagName]; }"""
        )
        assert outline[0] != "none" and outline[1] >= 2, outline


def test_a_day_is_asked_for_without_scripts(window: Callable[..., Any]) -> None:
    page = window(KINDS["territory"], script=False)
    page.fill("#at", "2019-06-30")
    page.click("main form button")
    page.wait_for_url("**?at=2019-06-30*")
    assert "30 juin 2019" in page.inner_text("#contracts")


def test_the_map_and_the_network_lead_on(window: Callable[..., Any]) -> None:
    page = window("/")
    page.locator(".map").scroll_into_view_if_needed()
    address, x, y = page.evaluate(
        """() => { for (const area of document.querySelectorAll(".map a")) {
             const box = area.getBoundingClientRect(), x = box.x + box.width / 2, y = box.y + box.height / 2;
             if (area.contains(document.elementFromPoint(x, y))) return [area.getAttribute("href"), x, y];
           } }"""
    )
    page.mouse.click(x, y)
    page.wait_for_url(f"**{address}")
    page = window(KINDS["actor"])
    page.locator(".ego a text").first.click(force=True)
    page.wait_for_url("**/page/organisation/*")
    assert "130007834" not in page.url


def test_in_print(window: Callable[..., Any], tmp_path: Path) -> None:
    page = window(KINDS["arrangement"])
    page.emulate_media(media="print")
    assert not page.locator("header nav").is_visible() and not page.locator(".search").first.is_visible()
    assert page.locator("h1").is_visible() and page.locator("#states").is_visible()
    assert page.pdf(path=str(tmp_path / "page.pdf"))[:4] == b"%PDF"
