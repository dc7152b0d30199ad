"""What is given wrong, to the command or to the server: the right status, one sentence, nothing executed."""

from __future__ import annotations

import html
import re
import shutil
import socket
from collections.abc import Callable
from html.parser import HTMLParser
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import httpx
import pytest

from maillage.cli import run
from maillage.pages.kit.paths import data_of, page_of
from maillage.places import Places
from maillage.terms import ID, SKOS

HTML = {"Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"}
SCRIPT = "<script>alert(1)</script>"
NAME = f"{SCRIPT} \"& co\" 'x' <img src=x onerror=alert(2)>"
#: Signs that an IRI may hold, and an address, a page or a header could stumble over.
ODD = f"{ID}organisation/é-à-œ'(x)&y;z,w=1!$*+~@:a.b%3Cscript%3E"


@pytest.fixture(scope="module")
def client(small_server: Any) -> httpx.Client:
    return small_server.client()  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def odd(serve: Callable[..., Any], small: Places, tmp_path_factory: pytest.TempPathFactory) -> httpx.Client:
    """A server of a graph with a thing whose name is markup and whose IRI is full of signs."""
    folder = tmp_path_factory.mktemp("odd") / "graph"
    shutil.copytree(small.graph, folder)
    text = NAME.replace("\\", "\\\\").replace('"', '\\"')
    (folder / "organisations" / "odd é œ.ttl").write_text(
        "@prefix mlg: <https://w3id.org/maillage/def#> .\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        f'<{ODD}> a mlg:Association ;\n    skos:prefLabel "{text}"@fr ;\n'
        f'    skos:altLabel "javascript:alert(3)"@fr ;\n    mlg:territory <{ID}territory/departement-54> .\n',
        encoding="utf-8",
    )
    return serve("--graph", str(folder)).client()  # type: ignore[no-any-return]


class _Read(HTMLParser):
    """What a page would run: scripts, handlers, addresses of scripts; and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.runs: list[str] = []
        self.text = ""
        self._script = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._script = tag == "script"
        for name, value in attrs:
            away = name in ("href", "src", "action") and re.match(r"\s*(javascript|data):", value or "", re.I)
            if (
                name.startswith("on")
                or away
                or (tag == "script" and name == "src" and not (value or "").startswith("/static/"))
            ):
                self.runs.append(f"{tag} {name}={value}")

    def handle_data(self, data: str) -> None:
        if self._script and data.strip():
            self.runs.append(data)
        self.text += data
        self._script = False


def safe(answer: httpx.Response) -> str:
    """The text of a page that runs nothing."""
    assert answer.headers["content-type"].startswith("text/html"), answer.text[:200]
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "unsafe" not in answer.headers["content-security-policy"]
    read = _Read(answer.text)
    assert read.runs == [] and SCRIPT not in answer.text
    return read.text


def test_a_name_that_is_markup(odd: httpx.Client) -> None:
    """It stands in pages as the text it is, and in the other forms as what they make of it."""
    for address in (page_of(ODD), f"{page_of(ODD)}?lang=en", "/search?q=alert", "/page/territory/departement-54"):
        text = safe(odd.get(str(address), headers=HTML))
        assert SCRIPT in text or "departement-54" in str(address), address
    (hit, *_) = odd.get("/api/search", params={"q": "script alert"}).json()["results"]
    assert hit["label"] == NAME and hit["iri"] == ODD and odd.get(hit["address"]).status_code == 200
    query = f"SELECT ?n {{ <{ODD}> <http://www.w3.org/2004/02/skos/core#prefLabel> ?n }}"
    xml = odd.get("/sparql", params={"query": query, "format": "xml"})
    assert SCRIPT not in xml.text and html.escape(SCRIPT) in xml.text.replace("&#62;", "&gt;").replace("&#60;", "&lt;")
    assert odd.get("/sparql", params={"query": query}).json()["results"]["bindings"][0]["n"]["value"] == NAME


def test_an_iri_full_of_signs(odd: httpx.Client) -> None:
    path = httpx.URL(f"http://x/{ODD.removeprefix('https://w3id.org/maillage/')}").raw_path.decode()
    answer = odd.get(path, headers=HTML)
    assert answer.status_code == 303 and answer.headers["location"] == page_of(ODD)
    assert odd.get(answer.headers["location"]).status_code == 200
    answer = odd.get(path, headers={"Accept": "application/n-triples"})
    assert answer.status_code == 303 and answer.headers["location"] == data_of(ODD)
    for ending in ("", ".ttl", ".nt", ".jsonld", ".rdf"):
        data = odd.get(f"{data_of(ODD)}{ending}")
        assert data.status_code == 200 and data.content, ending
    assert f"<{ODD}>" in odd.get(f"{data_of(ODD)}.nt").text


def test_a_file_with_blanks_in_its_name(odd: httpx.Client) -> None:
    """Its named graph has an escaped blank, and letters that are none of ASCII: it answers at its address."""
    query = f"SELECT DISTINCT ?g {{ VALUES ?s {{ <{ODD}> }} GRAPH ?g {{ ?s <{SKOS}prefLabel> ?n }} }}"
    found = odd.get("/sparql", params={"query": query}).json()["results"]["bindings"]
    (name,) = [row["g"]["value"] for row in found]
    assert name.endswith("/organisations/odd%20é%20œ")
    answer = odd.get(name.removeprefix("https://w3id.org/maillage"), headers={"Accept": "application/n-triples"})
    assert answer.status_code == 200 and f"<{ODD}>" in answer.text


@pytest.mark.parametrize("lang", ["xx", "FR", "", "fr,en", SCRIPT, "\x00", "é" * 500])
def test_an_unknown_language(client: httpx.Client, lang: str) -> None:
    paths = ["/", "/search", "/questions", "/questions/contracts", "/def", "/page/territory/departement-54"]
    for path in paths:
        answer = client.get(path, params={"lang": lang}, headers=HTML)
        assert answer.status_code == 400 and "fr, en" in safe(answer), path
    for path in ("/api/questions", "/api/questions/contracts", "/api/search", "/api/networks/coordination"):
        answer = client.get(path, params={"lang": lang, "q": "nancy"})
        assert answer.status_code == 400 and "fr, en" in answer.json()["detail"], path


@pytest.mark.parametrize(
    "header",
    [
        *("", ";", ",,,", "text", "/", "*", "text/html;q=", "text/html;q=9e999", "text/html;q=nan", "a/b;" * 500),
        *("\xff\xfe/\xff", "text/html" * 2000, "*/*;q=-1", "text/html;q=1;q=0", SCRIPT),
    ],
)
def test_a_malformed_accept(client: httpx.Client, header: str) -> None:
    """What cannot be read of it is passed over: never a failure, and no more than that there is no such form."""
    body = {"/sparql?query=ASK%20%7B%7D": (200, 406), "/data/territory/departement-54": (200, 406)}
    body |= {"/id/territory/departement-54": (303, 406), "/def": (200, 406), "/sparql": (200,)}
    body |= {"/api/questions/classes": (200, 406), "/search?q=nancy": (200,), "/page/territory/departement-54": (200,)}
    for path, right in body.items():
        answer = client.get(path, headers=[(b"Accept", header.encode("latin-1"))])
        assert answer.status_code in right, (path, answer.status_code)


RAW = [
    "/page/%",
    "/page/%zz",
    "/page/%ff%fe",
    "/data/%c3%28",
    "/id/..%2f..%2f..%2fetc%2fpasswd",
    "/page/../../etc/passwd",
    "/static/..%2f..%2f..%2fpyproject.toml",
    "/static/%2e%2e/__init__.py",
    "//evil.example/id/x",
    "/id//evil.example/x",
    "/page/\\evil",
    "/page/organisation/" + "x" * 8000,
    "/page/organisation/%3Cscript%3Ealert(1)%3C/script%3E",
    "/page/a%0d%0aSet-Cookie:x=1",
    "/questions/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    "/graph/%22%3E%3Cscript%3E",
    "/api/questions/..%2f..%2fprofiles%2factor",
    "/api/networks/%00",
]


@pytest.mark.parametrize("path", RAW)
def test_odd_addresses(client: httpx.Client, path: str) -> None:
    """As they are written, with nothing made right on the way."""
    for accept in ("text/html", "application/json"):
        connection = HTTPConnection(client.base_url.host, client.base_url.port or 80, timeout=30)
        connection.putrequest("GET", path, skip_accept_encoding=True)
        connection.putheader("Accept", accept)
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read().decode()
        connection.close()
        assert answer.status in (400, 404, 414), (path, answer.status, body[:200])
        assert answer.getheader("Set-Cookie") is None and answer.getheader("Location") is None
        assert "root:" not in body and "[project]" not in body
        if (answer.getheader("Content-Type") or "").startswith("text/html"):
            assert _Read(body).runs == [] and SCRIPT not in body
    assert client.get("/health").json()["status"] == "ok"


def test_searches_asked_wrong(client: httpx.Client) -> None:
    for given in ({}, {"q": "  "}, {"q": "a", "limit": "0"}, {"q": "a", "limit": "x"}, {"q": "a", "limit": "101"}):
        answer = client.get("/api/search", params=given)
        assert answer.status_code == 400 and answer.json()["fix"], given
    for limit in ("²", "1" * 400, "-1"):
        assert client.get("/api/search", params={"q": "a", "limit": limit}).status_code == 400
    answer = client.get("/api/search", params={"q": "nancy", "kind": "Hopitalx"})
    assert answer.status_code == 404 and "Hôpital" in answer.json()["fix"]
    assert client.get("/api/search", params={"q": '" OR 1=1 --'}).status_code == 200
    assert client.get("/api/search", params={"q": "x" * 60_000}).status_code in (200, 414)
    page = client.get("/search", params={"q": NAME, "kind": SCRIPT}, headers=HTML)
    assert page.status_code == 200 and SCRIPT in safe(page)
    assert safe(client.get("/search", headers=HTML))


def test_a_port_that_is_taken(capsys: pytest.CaptureFixture[str], kept: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert run(["serve", "--store", str(kept), "--port", str(port)]) == 2
    said = capsys.readouterr().err
    assert f"127.0.0.1:{port}" in said and "--port" in said and said.count("\n") == 1


@pytest.mark.parametrize("given", [["--host", "no.such.host.invalid"], ["--host", "192.0.2.1"], ["--port", "70000"]])
def test_no_place_to_listen(capsys: pytest.CaptureFixture[str], kept: Path, given: list[str]) -> None:
    assert run(["serve", "--store", str(kept), "--port", "0", *given]) == 2
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    "given",
    [
        ["--limit-seconds", "0"],
        ["--limit-rows", "0"],
        ["--limit-mib", "-1"],
        ["--workers", "0"],
        ["--limit-seconds", "nan"],
    ],
)
def test_limits_that_are_none(capsys: pytest.CaptureFixture[str], kept: Path, given: list[str]) -> None:
    assert run(["serve", "--store", str(kept), "--port", "0", *given]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_store_that_is_missing_or_cut(capsys: pytest.CaptureFixture[str], kept: Path, tmp_path: Path) -> None:
    assert run(["serve", "--port", "0", "--store", str(tmp_path / "none")]) == 2
    said = capsys.readouterr().err
    assert "none" in said and said.count("\n") == 1
    cut = tmp_path / "cut"
    shutil.copytree(kept, cut)
    facts = cut / "graph.nq"
    facts.write_bytes(facts.read_bytes()[:-100])
    assert run(["serve", "--port", "0", "--store", str(cut)]) == 2
    assert "do not belong together" in capsys.readouterr().err


def test_a_store_older_than_the_graph(serve: Callable[..., Any], small: Places, kept: Path, tmp_path: Path) -> None:
    """It is served, and said."""
    newer = tmp_path / "graph"
    shutil.copytree(small.graph, newer)
    (newer / "more.ttl").write_text("# more\n", encoding="utf-8")
    server = serve("--store", str(kept), "--graph", str(newer))
    assert "older than the graph" in "".join(server.said)
    with server.client() as client:
        assert client.get("/sparql", params={"query": "ASK { ?s ?p ?o }"}).json()["boolean"] is True
    assert server.stop() == 0
