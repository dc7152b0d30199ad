"""The frame of pages: complete without scripts, safe, in two languages, and where things are is said by addresses only."""

from __future__ import annotations

import json
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import httpx
import pytest

from maillage.errors import MaillageError
from maillage.library import Graph
from maillage.pages.directory import PAGES
from maillage.pages.kit import frame, wording
from maillage.pages.kit.setting import Around, Served, pairs, setting
from maillage.pages.kit.shipped import STATIC, shipped
from maillage.places import Places
from maillage.terms import ID
from maillage.views.template import text_of

_TOKENS = re.compile(r"(--[\w-]+): ([^;]+);")


@pytest.fixture(scope="module")
def client(small_server: Any) -> httpx.Client:
    return small_server.client()  # type: ignore[no-any-return]


def test_the_style_sheet_has_the_colours_of_the_network_page() -> None:
    ours = dict(_TOKENS.findall((STATIC / "site.css").read_text(encoding="utf-8")))
    theirs = dict(_TOKENS.findall(text_of("page.css").partition("}")[0]))
    assert len(theirs) > 10 and theirs.items() <= ours.items()


def test_the_logo_is_that_of_the_vocabulary(places: Places) -> None:
    assert shipped()["logo.svg"].data == (places.ontology / "logo.svg").read_bytes()


def _keys(value: object) -> object:
    return {key: _keys(below) for key, below in value.items()} if isinstance(value, dict) else type(value)


def test_both_languages_say_the_same_things() -> None:
    for page, said in wording.every().items():
        assert _keys(said["fr"]) == _keys(said["en"]), page


def test_addresses() -> None:
    fr, en = Served("fr", "/page/a%C3%A9", (("day", "2023"),)), Served("en", "/page/a%C3%A9", (("day", "2023"),))
    assert fr.other_language() == "/page/a%C3%A9?day=2023&lang=en" and en.other_language() == "/page/a%C3%A9?day=2023"
    assert (
        fr.question("contracts", territory="54", kind=["a", "b"]) == "/questions/contracts?territory=54&kind=a&kind=b"
    )
    assert en.question("contracts", day=date(2023, 6, 8)) == "/questions/contracts?day=2023-06-08&lang=en"
    assert en.thing(ID + "organisation/x", at="2023") == "/page/organisation/x?at=2023&lang=en"
    assert fr.thing("https://example.org/x") is None and fr.data("urn:x") is None
    assert fr.thing(ID + 'x"><script>') == "/page/x%22%3E%3Cscript%3E"
    assert fr.sparql("ASK {}") == "/sparql#query=ASK+%7B%7D"
    assert dict(en.carried()) == {"lang": "en"} and not fr.carried()
    assert pairs({"a": None}) == []


def test_what_the_frame_is_given_stays_text() -> None:
    odd = "<script>alert(1)</script> \x1b\u202e"
    page = frame.framed(Around(lang="fr", addresses=Served()), "frame.html", odd, q='"><script>').decode()
    assert "<script" not in page and "&lt;script&gt;" in page and "\x1b" not in page and "\u202e" not in page


def test_a_page_may_not_take_what_the_frame_gives() -> None:
    with pytest.raises(TypeError, match="number"):
        frame.framed(Around(lang="fr", addresses=Served()), "frame.html", "x", number=3)


class _Loaded(HTMLParser):
    """What a page would load, run or style by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self.inside += [name for name in said if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and "src" not in said):
            self.inside.append(tag)
        if tag in ("script", "img", "iframe"):
            self.found.append(said.get("src") or "")
        if tag == "link" and said.get("rel") in ("stylesheet", "icon"):
            self.found.append(said.get("href") or "")


def test_nothing_stands_inside_and_nothing_comes_from_elsewhere(small_graph: Graph) -> None:
    made = setting(small_graph, "fr", Served())
    page = PAGES["thing"](made, small_graph.find("ARS Grand Est"), {}).decode()
    seen = _Loaded()
    seen.feed(page)
    assert not seen.inside and seen.found
    assert all(address.startswith("/static/") for address in seen.found)


def test_another_language(small_graph: Graph) -> None:
    with pytest.raises(MaillageError, match="no language"):
        setting(small_graph, "de", Served("de"))


def test_what_a_page_is_sent_with(client: httpx.Client, small_graph: Graph) -> None:
    path = "/page/" + small_graph.find("ARS Grand Est").removeprefix(ID)
    answer = client.get(path)
    said = answer.headers["content-security-policy"]
    assert "default-src 'none'" in said and "unsafe" not in said and "frame-ancestors 'none'" in said
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    again = client.get(path, headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304 and again.headers["content-security-policy"] == said
    assert '<html lang="en"' in client.get(path + "?lang=en").text
    refused = client.get(path + "?lang=de")
    assert refused.status_code == 400 and "fr, en" in refused.json()["detail"]
    assert "unsafe-inline" in client.get("/def", headers={"Accept": "text/html"}).headers["content-security-policy"]


def test_files_are_kept_for_ever_under_the_name_of_their_content(client: httpx.Client) -> None:
    page = (
        client.get("/page/organisation/x").text
        + frame.framed(Around(lang="fr", addresses=Served()), "frame.html", "x").decode()
    )
    addresses = set(re.findall(r'"(/static/[^"]+)"', page))
    assert len(addresses) == 2
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200 and "immutable" in answer.headers["cache-control"]
        stale = client.get(address.partition("?")[0] + "?v=0")
        assert stale.content == answer.content and stale.headers["cache-control"] == "no-cache"
        tag = {"If-None-Match": stale.headers["etag"]}
        assert client.get(address.partition("?")[0], headers=tag).status_code == 304
    for path in ("/static/nothing.css", "/static/../frame.py", "/static/%2e%2e/frame.py", "/static/"):
        assert client.get(path).status_code == 404


def test_every_shipped_file_is_of_a_known_kind() -> None:
    there = {path.relative_to(STATIC).as_posix() for path in Path(STATIC).rglob("*") if path.is_file()}
    assert there == set(shipped())


def _top_level_classes(css: str) -> set[str]:
    """The classes that rules begin with, at the top level: what a style sheet calls its own."""
    plain = re.sub(r"/\*.*?\*/|@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}", "", css, flags=re.S)
    heads = (one.strip() for rule in re.findall(r"([^{}]+)\{", plain) for one in rule.split(","))
    return {found[1] for head in heads if (found := re.match(r"\.([\w-]+)", head))}


def test_each_word_of_the_frame_is_its_own(root: Path) -> None:
    """A page's words go before those of the frame: one of the same name would change the frame around it."""
    room = root / "src/maillage/pages"
    used = {
        word
        for name in ("frame.html", "macros.html")
        for word in re.findall(r"\bsay\.(\w+)", (room / "templates" / name).read_text(encoding="utf-8"))
    }
    assert "otherLanguage" in used
    for path in (room / "words").glob("*.json"):
        if path.name != "frame.json":
            own = json.loads(path.read_text(encoding="utf-8"))
            assert not used & {word for said in own.values() if isinstance(said, dict) for word in said}, path.name


def test_a_page_s_own_style_sheet_changes_nothing_shared(root: Path) -> None:
    """What explorer.css calls its own is not a class of site.css, nor is a class that a script sets on the body."""
    shared = _top_level_classes((root / "src/maillage/pages/static/site.css").read_text(encoding="utf-8"))
    own = _top_level_classes((root / "web/src/explorer.css").read_text(encoding="utf-8"))
    assert "inner" in shared and "stage" in own
    assert not shared & own
    scripts = "".join(path.read_text(encoding="utf-8") for path in (root / "web/src").rglob("*.js"))
    set_on_body = set(re.findall(r"body\.classList\.\w+\(\"([\w-]+)\"", scripts))
    assert set_on_body and not shared & set_on_body


def test_a_class_has_one_meaning() -> None:
    """Pages share one style sheet: a class that two of them style by themselves would look like the other's."""
    plain = re.sub(
        r"/\*.*?\*/|@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", shipped()["site.css"].data.decode(), flags=re.S
    )
    alone = re.findall(r"^(\.[\w-]+) \{", plain, re.M)
    assert len(alone) > 30 and len(alone) == len(set(alone)), sorted({one for one in alone if alone.count(one) > 1})
