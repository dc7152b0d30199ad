"""Questions and the SPARQL editor in a real browser: keyboard, completion, marked lines, no script, phone, axe."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

PAGES = {
    "questions": "/questions",
    "question": "/questions/contracts?lang=en",
    "refused": "/questions/who-coordinates-with?actor=ARS+Grand+Este",
    "editor": "/sparql",
    "answer": "/sparql?format=html&query=SELECT+*+%7B+%3Fs+a+%3Fk+%7D+LIMIT+9",
}
PHONE = 390


@pytest.mark.parametrize("width", [1280, PHONE])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_to_complain_of(
    name: str, width: int, window: Callable[..., Any], violations: Callable[[Any], list[str]]
) -> None:
    page = window(PAGES[name], width=width)
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_typing_completing_running(window: Callable[..., Any]) -> None:
    page = window("/sparql#query=")
    page.locator(".cm-content").click()
    page.keyboard.type("SELECT ?x ?name { ?x a mlg:RegionalHealthAg")
    page.locator(".cm-tooltip-autocomplete li[aria-selected]").wait_for()
    page.wait_for_timeout(200)  # a list that has just come up does not take Enter, so that nothing is chosen by mistake
    page.keyboard.press("Enter")
    page.keyboard.type(" ; skos:prefLabel ?name } LIMIT 3")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+Enter")
    page.locator("#answer table").wait_for()
    assert page.locator("#answer tbody tr").count() == 3
    assert "body:siren-" in page.locator("#answer").inner_text()
    text = page.locator("#query").input_value()
    assert text.startswith("PREFIX") and "mlg:RegionalHealthAgency ;" in text and "PREFIX skos:" in text
    assert "#query=PREFIX" in page.url
    again = window("/sparql#" + page.url.partition("#")[2])
    assert again.locator("#query").input_value() == text


def test_the_line_of_a_fault_is_marked(window: Callable[..., Any]) -> None:
    page = window("/sparql#query=SELECT+*+%7B%0A+%3Fs+%3Fp%0A%7D")
    page.locator("button[value=html]").click()
    page.locator("#fault").wait_for()
    assert page.locator(".cm-line.wrong").inner_text() == page.locator(".cm-line").nth(2).inner_text()
    page.locator(".cm-content").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" ")
    assert page.locator(".cm-line.wrong").count() == 0


def test_the_keyboard_leaves_the_editor(window: Callable[..., Any]) -> None:
    page = window("/sparql")
    page.locator(".cm-content").focus()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.value") == "html"


def test_without_scripts(window: Callable[..., Any]) -> None:
    page = window("/sparql?lang=en", script=False)
    page.locator("#query").fill("SELECT ?n { VALUES ?n { 1 2 } }")
    page.get_by_role("button", name="Run").click()
    assert page.locator("#answer tbody tr").count() == 2 and "2 rows" in page.locator("#answer").inner_text()
    page.locator("#example").select_option("contracts")
    page.get_by_role("button", name="Open").click()
    assert "mlg:Contract" in page.locator("#query").input_value()
    page.goto(page.url.partition("/sparql")[0] + "/questions/contracts")
    page.locator("#p-status").select_option("status:signed")
    page.get_by_role("button", name="Demander").click()
    assert "status=status%3Asigned" in page.url and page.locator("#answer").count() == 1
    page.get_by_role("button", name="Ouvrir dans").click()
    assert "status/signed" in page.locator("#query").input_value() and page.locator("#answer h2").count() == 1
