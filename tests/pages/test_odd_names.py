"""Names with markup, marks of direction and templates in them stay text, on every kind of page."""

from __future__ import annotations

import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

import maillage
from maillage.library import Graph
from maillage.pages.directory import PAGES
from maillage.pages.kit.setting import Served, setting
from maillage.terms import ID

THINGS = (
    "organisation/one",
    "organisation/d'%C3%A9t%C3%A9&(x)'",
    "arrangement/odd",
    "territory/odd",
    "document/odd",
    "claim/odd/one",
    "quotation/odd/0-20",
)


@pytest.fixture(scope="module")
def odd(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Graph:
    folder = tmp_path_factory.mktemp("odd") / "documents"
    folder.mkdir()
    shutil.copy(Path(__file__).with_name("odd.ttl"), folder)
    return maillage.open_graph(folder.parent, start=root, cache=False)


class Read(HTMLParser):
    """What a browser would find: elements, addresses, handlers, texts."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: list[str] = []
        self.handlers: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name in ("href", "src", "action"):
                self.addresses.append(value or "")
            if name.startswith("on") or name == "style":
                self.handlers.append(name)

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("thing", THINGS)
def test_names_stay_text(odd: Graph, thing: str, lang: str) -> None:
    page = PAGES["thing"](setting(odd, lang, Served(lang)), ID + thing, {}).decode()
    seen = Read()
    seen.feed(page)
    assert not seen.tags & {"script", "style", "iframe", "object", "base"} and not seen.handlers
    assert [address for address in seen.addresses if address.split(":")[0].lower() == "javascript"] == []
    assert "\u202e" not in page and "49" not in seen.text.split()
    assert "alert(" in seen.text or "onmouseover" in seen.text


def test_odd_addresses_are_escaped(odd: Graph) -> None:
    page = PAGES["thing"](setting(odd, "fr", Served()), f"{ID}arrangement/odd", {}).decode()
    assert "/page/organisation/d&#39;%25C3%25A9t%25C3%25A9&amp;(x)&#39;" in page


def test_home(odd: Graph) -> None:
    page = PAGES["home"](setting(odd, "fr", Served()), "", {}).decode()
    assert "<script" not in page and 'id="known"' in page
