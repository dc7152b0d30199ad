"""The pages as files: every link answers, nothing needs a server, a second export changes nothing, others' files stay."""

from __future__ import annotations

import functools
import http.server
import json
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from maillage.cli import run
from maillage.errors import MaillageError
from maillage.library import Graph
from maillage.pages.asked.question import example_of
from maillage.pages.networks.drawings import drawn
from maillage.pages.networks.explorer import PARTS
from maillage.pages.site.export import Site, export_site
from maillage.pages.site.folder import Folder
from maillage.pages.site.plan import Plan, plan_of
from maillage.pages.site.writing import MANIFEST, former
from maillage.terms import ID, MLG, RDF
from maillage.views.explorer import drawing

BASE = "https://example.org/maillage/"


class Met(HTMLParser):
    """What a page links to, loads and asks; its ids."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.forms: list[str] = []
        self.ids: set[str] = set()
        self.canonical = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if said.get("id"):
            self.ids.add(str(said["id"]))
        if tag == "a" and "href" in said:
            self.links.append(said["href"] or "")
        if tag in ("script", "img") and "src" in said:
            self.loaded.append(said["src"] or "")
        if tag == "link" and said.get("rel") == "canonical":
            self.canonical = said["href"] or ""
        elif tag == "link":
            self.loaded.append(said["href"] or "")
        if tag == "form":
            self.forms.append(said.get("action") or "")
        self.loaded += [str(said[name]) for name in ("data-index", "data-drawing") if said.get(name)]


def part(graph: Graph) -> Plan:
    """Some of the pages: what has none is named without a link, so that the rest is as whole as all of them."""
    whole = plan_of(graph, BASE)
    kept = [iri for iri in whole.things if "/region-" in iri or iri == graph.find("ARS Grand Est")]
    kept += list(whole.things)[::8]
    names = [*list(whole.questions)[::6], "contracts", "sources", "completeness"]
    things = {iri: path for iri, path in whole.things.items() if iri in kept}
    return replace(whole, things=things, questions={name: whole.questions[name] for name in dict.fromkeys(names)})


@pytest.fixture(scope="module")
def made(small_graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Site]:
    folder = tmp_path_factory.mktemp("site") / "site"
    return folder, export_site(small_graph, folder, plan=part(small_graph))


@pytest.fixture(scope="module")
def site(made: tuple[Path, Site]) -> Path:
    return made[0]


@pytest.fixture(scope="module")
def met(site: Path) -> dict[str, Met]:
    """Every page of ours; those of the vocabulary are the ontology's own."""
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*.html")}
    return {name: Met(path.read_text(encoding="utf-8")) for name, path in sorted(found.items())}


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_every_link_answers(site: Path, met: dict[str, Met]) -> None:
    wrong = []
    for name, page in met.items():
        for link in (*page.links, *page.loaded):
            if name == "404.html":
                assert link.startswith((BASE, "#", "https://www.etalab.gouv.fr/")), link
                link = "./" + link.removeprefix(BASE) if link.startswith(BASE) else link
            parts = urlsplit(link)
            if parts.scheme in ("http", "https", "mailto", "data", "urn"):
                assert not link.startswith(BASE)
                continue
            there = urlsplit(urljoin(f"https://x/{name}", link))
            path = unquote(there.path).lstrip("/") or name
            if (
                not (site / path).is_file()
                or parts.query
                or (parts.fragment and path in met and unquote(parts.fragment) not in met[path].ids)
            ):
                wrong.append((name, link))
    assert wrong == []


def test_nothing_asks_a_server(met: dict[str, Met]) -> None:
    for name, page in met.items():
        assert all(form.endswith("search.html") for form in page.forms), name
        assert not any(link.startswith("/") for link in (*page.links, *page.loaded)), name


def test_every_thing_that_counts_has_a_page(met: dict[str, Met], small_graph: Graph) -> None:
    plan, store = plan_of(small_graph), small_graph.built.store
    taking = {t.object.value for t in store.values(None, "http://data.europa.eu/m8g/hasParticipant")}
    for kind in ("Actor", "Arrangement", "Region", "Department", "Document"):
        things = {str(t.subject.value) for t in store.values(None, RDF + "type", MLG + kind)}
        for iri in things & taking if kind == "Actor" else things:
            assert plan.things[iri] == f"page/{iri.removeprefix(ID)}.html"
    assert list(plan.questions) == [query.name for query in small_graph.built.catalogue.of("questions")]
    assert list(plan.networks) == [query.name for query in small_graph.built.catalogue.of("networks")]
    made = part(small_graph)
    for lang in ("fr", "en"):
        assert {path for task in made.tasks(lang) for path in task.files if path.endswith(".html")} <= set(met)


def test_each_page_says_its_one_address_and_its_other_language(met: dict[str, Met], site: Path) -> None:
    listed = re.findall(r"<loc>([^<]+)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    ours = {name for name in met if not name.startswith("def/") and name != "404.html"}
    assert sorted(listed) == sorted(BASE + name for name in ours)
    assert all(met[name].canonical == BASE + name for name in ours)
    assert f"Sitemap: {BASE}sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")
    for name in ours - {name for name in ours if name.startswith("en/")}:
        up = "../" * name.count("/")
        assert f"{up}en/{name}" in met[name].links, name


def test_answers_as_files_are_those_of_the_pages(site: Path, small_graph: Graph, met: dict[str, Met]) -> None:
    for name in part(small_graph).questions:
        query = small_graph.built.catalogue.get("questions", name)
        table = small_graph.ask(name, lang="en", **example_of(query))
        assert (site / f"en/questions/{name}.csv").read_text(encoding="utf-8") == table.to_csv()
        told = json.loads((site / f"en/questions/{name}.json").read_bytes())
        assert len(told["rows"]) == len(table)
        assert f"{name}.csv" in met[f"en/questions/{name}.html"].links


def test_what_is_said_of_each_link_is_where_the_explorer_looks(site: Path, small_graph: Graph) -> None:
    for query in small_graph.built.catalogue.of("networks"):
        drawing = json.loads((site / f"explore/{query.name}.json").read_bytes())
        assert drawing == json.loads(drawn(small_graph, query.name))
        parts = [json.loads((site / f"en/explore/{query.name}/{part}.json").read_bytes()) for part in range(PARTS)]
        nodes = [node[0] for node in drawing["nodes"]]
        for source, target, *ties in drawing["links"]:
            told = parts[source % PARTS][f"{nodes[source]}~{nodes[target]}"]
            assert len(told["ties"]) >= len({tie[0] for tie in ties}) > 0
            for page in (told["source"]["page"], *(tie["page"] for tie in told["ties"])):
                assert page is None or (site / "en/explore" / page).resolve().is_file()
        assert sum(map(len, parts)) == len(drawing["links"])


def test_a_drawing_is_the_same_whatever_order_themes_come_in(small_graph: Graph) -> None:
    network = small_graph.network("funding")
    themes = [(f"https://example.org/{name}", name, name) for name in "cab"]
    through = {str(tie["arrangement"]) for *_, ties in network.edges(data="ties") for tie in ties}
    one, other = (drawing(network, dict.fromkeys(through, order)) for order in (themes, themes[::-1]))
    assert one["themes"] and json.dumps(one) == json.dumps(other)


def test_what_the_search_finds_has_a_page(site: Path) -> None:
    index = json.loads((site / "search.json").read_bytes())
    assert len(index["things"]) > 50
    for path, label, _, _, _, kind, _ in index["things"]:
        assert (site / f"page/{path}.html").is_file() and label and index["kinds"][kind][0]


def test_a_second_export_writes_nothing(made: tuple[Path, Site], small_graph: Graph, tmp_path: Path) -> None:
    site, first = made
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    assert first.written == first.files and first.pages == len(list(site.rglob("*.html")))
    assert (
        first.files == len(files(site)) - 1
        and first.size == sum(map(len, files(site).values())) - (site / MANIFEST).stat().st_size
    )
    (copy / "index.html").write_text("other", encoding="utf-8")
    (copy / "page" / "arrangement").mkdir(exist_ok=True)
    known = json.loads((copy / MANIFEST).read_bytes())
    known["files"] += ["page/gone/away.html", "../outside.html"]
    (copy / MANIFEST).write_text(json.dumps(known), encoding="utf-8")
    (copy / "page" / "gone").mkdir()
    (copy / "page" / "gone" / "away.html").write_text("x", encoding="utf-8")
    (tmp_path / "outside.html").write_text("x", encoding="utf-8")
    (copy / ".nojekyll").touch()
    (copy / "CNAME").write_text("example.org", encoding="utf-8")
    (copy / ".index.html.ab12cd34").write_text("left", encoding="utf-8")
    still = (copy / "questions.html").stat().st_mtime_ns
    again = export_site(small_graph, copy, processes=2, plan=part(small_graph))
    assert (again.written, again.removed) == (1, 1) and again.files == first.files
    assert (copy / "questions.html").stat().st_mtime_ns == still
    assert (tmp_path / "outside.html").is_file() and not (copy / "page" / "gone").exists()
    left = {".nojekyll": b"", "CNAME": b"example.org"}
    assert files(copy) == {**files(site), **left}


def test_a_folder_of_others_is_refused_untouched(
    tmp_path: Path, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    assert run(["export", "site", "-o", str(tmp_path), "--store", str(kept)]) == 2
    assert "notes.txt" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
    assert run(["export", "site", "-o", str(tmp_path / "notes.txt"), "--store", str(kept)]) == 2
    assert run(["export", "site", "-o", str(tmp_path / "x"), "--base-url", "example.org", "--store", str(kept)]) == 2
    (tmp_path / "notes.txt").rename(tmp_path / MANIFEST)
    with pytest.raises(MaillageError, match="cannot be read"):
        former(tmp_path)


def test_addresses(small_graph: Graph) -> None:
    plan = plan_of(small_graph, "https://example.org/a b")
    iri = small_graph.find("ARS Grand Est")
    here = Folder(plan, "en", "page/arrangement/x.html")
    assert here.thing(iri) == "../organisation/siren-130007834.html"
    assert here.thing(iri, at="2020") is None and here.thing(iri, at=None) is not None
    assert here.thing(ID + "quotation/none") is None
    assert here.static("site.css") == "../../../static/site.css"
    assert here.other_language() == "../../../page/arrangement/x.html"
    assert here.drawn("coordination", "links") == "../../explore/coordination/{part}.json"
    assert here.network("coordination", actor=iri) is None and here.question("contracts", territory="54") is None
    assert here.rows("contracts", "csv") == "../../questions/contracts.csv"
    assert here.rows("contracts", "csv", territory="54") is None
    assert here.sparql("ASK {}") is None and here.compare() is None and not here.answers()


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Any static host: Python's own."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_in_a_browser(address: str, browser: Any, violations: Callable[[Any], list[str]]) -> None:
    page = browser.new_context(viewport={"width": 390, "height": 800}).new_page()
    told: list[str] = []
    page.on("console", lambda message: None if message.text.startswith("[.WebGL") else told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("response", lambda answer: told.append(answer.url) if answer.status > 399 else None)
    page.goto(f"{address}/index.html")
    page.locator("#q").fill("ars grand est")
    page.keyboard.press("Enter")
    first = page.locator(".results a").first
    first.wait_for()
    assert "q=ars+grand+est" in page.url and violations(page) == []
    first.click()
    assert page.url.endswith("/page/organisation/siren-130007834.html") and violations(page) == []
    page.goto(f"{address}/en/search.html?q=gradn+est")
    page.locator(".results a").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.goto(f"{address}/explore/arrangements.html")
    page.locator("#explorer:not([hidden])").wait_for()
    for path in ("questions/contracts.html", "en/explore/coordination.html", "search.html"):
        page.goto(f"{address}/{path}")
        assert violations(page) == [], path
    assert told == []
