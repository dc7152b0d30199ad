"""What tests of pages in a browser share: Chromium, windows on the small server, and the accessibility checker."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

_CHECK = """async () => {
  const more = { "target-size": { enabled: true }, "label-content-name-mismatch": { enabled: true } };
  const { violations } = await axe.run(document, { rules: more, resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")}: ${[...node.any, ...node.all, ...node.none].map((one) => one.message)[0]}`));
}"""


@pytest.fixture
def window(browser: Any, small_server: Any) -> Iterator[Callable[..., Any]]:
    """Opens addresses of the small server; in the end nothing came from elsewhere and no policy was broken."""
    opened: list[tuple[Any, list[str], list[str]]] = []

    def start(path: str, width: int = 1280, height: int = 800, script: bool = True, before: str = "") -> Any:
        """A page at an address; `before` is a script run before its own."""
        context = browser.new_context(
            viewport={"width": width, "height": height},
            reduced_motion="reduce",
            locale="fr-FR",
            java_script_enabled=script,
        )
        page = context.new_page()
        page.add_init_script(before)
        asked: list[str] = []
        told: list[str] = []
        opened.append((context, asked, told))
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        page.goto(small_server.url + path)
        return page

    yield start
    for context, asked, told in opened:
        context.close()
        assert asked and all(url.startswith((small_server.url, "data:")) for url in asked)
        assert [text for text in told if "status of 4" not in text] == []


@pytest.fixture
def violations(axe: str) -> Callable[[Any], list[str]]:
    """What an accessibility checker finds on a page, rules of WCAG 2.2 that it leaves out by default included."""

    def check(page: Any) -> list[str]:
        page.evaluate(axe)
        found: list[str] = page.evaluate(_CHECK)
        return found

    return check
