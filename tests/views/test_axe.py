"""Every page, on a desk and on a phone, as an accessibility checker sees it: nothing serious. Needs npm's axe-core.

`tests/readers/install.sh` installs it. Rules of WCAG 2.2 that axe leaves out by default are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from maillage.cli import run

PAGES = {
    "network": ["network", "coordination"],
    "two-mode": ["network", "two-mode", "--lang", "en"],
    "map": ["map", "coverage"],
    "body": ["show", "ARS Grand Est"],
    "arrangement": ["show", "arr:cls-grand-nancy-2024"],
    "territory": ["show", "region-44", "--lang", "en"],
    "timeline": ["timeline"],
    "timeline-of-actors": ["timeline", "--by", "actor", "--lang", "en"],
}
COUNTRY = ("map",)
WINDOWS = {"desk": (1280, 800), "phone": (390, 844)}
#: What is searched and chosen on the pages that have a search.
SOUGHT = {"network": "ars", "two-mode": "ars", "map": "meurthe"}
CHECK = """async () => {
  const more = { "target-size": { enabled: true }, "label-content-name-mismatch": { enabled: true } };
  const { violations } = await axe.run(document, { rules: more, resultTypes: ["violations"] });
  return violations.filter(({ impact }) => ["serious", "critical"].includes(impact)).flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")}: ${[...node.any, ...node.all, ...node.none].map((one) => one.message)[0]}`));
}"""


@pytest.fixture(scope="module")
def drawn(kept: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    folder = tmp_path_factory.mktemp("pages")

    def draw(name: str) -> Path:
        path = folder / f"{name}.html"
        store = [] if name in COUNTRY else ["--store", str(kept)]
        if not path.exists():
            assert run([*PAGES[name], *store, "-o", str(path)]) == 0
        return path

    return draw


def states(name: str, page: Any) -> Iterator[str]:
    """What a reader does on a page, one thing after the other."""
    yield "first sight"
    if name in SOUGHT:
        search = page.locator("#search")
        for word, text in (("suggestions", SOUGHT[name]), ("nothing found", "zzzz")):
            search.fill(text)
            assert page.locator("#matches").is_visible()
            yield word
        search.fill(SOUGHT[name])
        search.press("ArrowDown")
        search.press("Enter")
        page.locator("#panel").wait_for(state="visible")
        yield "chosen"
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    yield "unfolded"


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_serious(
    name: str, window: str, drawn: Callable[[str], Path], open_page: Callable[..., Any], axe: str
) -> None:
    width, height = WINDOWS[window]
    page = open_page(drawn(name), width=width, height=height, ready=name in SOUGHT)
    page.evaluate(axe)
    for state in states(name, page):
        assert page.evaluate(CHECK) == [], state
