"""A server whose facts are at an engine of others: the same answers; what strangers type is made fit, and held to limits."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import httpx
import pytest
import rdflib

from maillage.asking.catalogue import Catalogue
from maillage.cli import run
from maillage.library import Graph
from maillage.naming.names import Names
from maillage.pipeline.build import Build
from maillage.pipeline.load import Loaded
from maillage.server.jobs.task import Task
from maillage.server.limits import Limits
from maillage.server.passable import passable
from maillage.server.worker import answered
from maillage.store.embedded import Oxigraph
from maillage.store.endpoint import Endpoint
from maillage.store.talk import TOKEN, USER, Patience
from maillage.terms import ID

from .odd import ROWS, Odd, odd_server, says, sleeps

XSD = "http://www.w3.org/2001/XMLSchema#"
SELECT = "SELECT ?s { ?s a <https://w3id.org/maillage/def#Region> } ORDER BY STR(?s)"


@pytest.fixture(scope="module")
def engine(serve: Callable[..., Any], kept: Path) -> Any:
    """The engine: another server, which gives few rows at a time."""
    return serve("--store", str(kept), "--limit-rows", "3000")


@pytest.fixture(scope="module")
def client(serve: Callable[..., Any], engine: Any) -> httpx.Client:
    server = serve("--endpoint", f"{engine.url}/sparql", "--limit-rows", "2000", "--limit-seconds", "20")
    return server.client()  # type: ignore[no-any-return]


def test_sparql(client: httpx.Client, small_graph: Graph) -> None:
    expected = [term.value for (term,) in small_graph.built.store.select(SELECT)[1] if term is not None]
    for form in ("json", "xml", "csv", "tsv"):
        answer = client.get("/sparql", params={"query": SELECT, "format": form})
        assert answer.status_code == 200, answer.text
        assert re.findall(rf"{ID}territory/region-\d+", answer.text) == expected
        assert int(answer.headers["content-length"]) == len(answer.content)
    assert client.get("/sparql", params={"query": "ASK { ?s ?p ?o }"}).json()["boolean"] is True
    built = "CONSTRUCT { ?s a ?k } WHERE { ?s a ?k } ORDER BY STR(?s) STR(?k) LIMIT 50"
    for kind in ("text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"):
        answer = client.get("/sparql", params={"query": built}, headers={"Accept": kind})
        assert answer.headers["content-type"].startswith(kind)
        form = {"text/turtle": "turtle", "application/n-triples": "nt", "application/ld+json": "json-ld"}
        assert len(rdflib.Graph().parse(data=answer.content, format=form.get(kind, "xml"))) == 50
    assert client.get("/sparql").status_code == 200
    assert client.get("/sparql", params={"query": built}, headers={"Accept": "text/csv"}).status_code == 406


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", 403),
        ("SELECT * { \\u0053ERVICE SILENT <http://127.0.0.1:1/> {} }", 403),
        ("LOAD <http://127.0.0.1:1/>", 403),
        ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", 403),
        ("SELECT * FROM <http://127.0.0.1:1/> { ?s ?p ?o }", 403),
        ("SELECT * { GRAPH ?g { ?s ?p ?o } }", 403),
        ("SELECT * { ?s <bif:contains> 'x' }", 403),
        ("SELECT (<java:x>(1) AS ?x) {}", 403),
        ("SELECT (<http://example.org/f>(1) AS ?x) {}", 403),
        ("PREFIX xsd: <http://example.org/> SELECT (xsd:f(1) AS ?x) {}", 403),
        ("DEFINE get:soft 'replace' SELECT * { ?s ?p ?o }", 400),
        ("SELECT * {", 400),
        ("SELECT * { ?s ?p 'a\\qb' }", 400),
        ("SELECT * { ?s ?p '\\\\\\u0075 0022' . SERVICE <http://127.0.0.1:1/> {} }", 403),
        ("SELECT * { ?s ?p '\\\\\\u00750022 . SERVICE <http://127.0.0.1:1/> {} #' }", 400),
        ("\x00", 400),
        (f"SELECT * {{ FILTER({'(' * 20_000}true{')' * 20_000}) }}", 400),
        ("SELECT * { ?s ?p ?o }", 413),
        ("SELECT * { ?s ?p ?o } LIMIT 2500", 413),
        ("CONSTRUCT WHERE { ?s ?p ?o }", 413),
    ],
)
def test_what_is_not_handed_on(client: httpx.Client, query: str, status: int) -> None:
    answer = client.post("/sparql", data={"query": query})
    assert answer.status_code == status, answer.text
    said = answer.json()
    assert said["status"] == status and said["detail"].endswith(".") and said["fix"]
    assert client.get("/sparql", params={"query": "ASK {}"}).status_code == 200


def test_the_editor(client: httpx.Client) -> None:
    """A query typed into the page of the editor is held to the same, and its refusal is a page."""
    html = {"Accept": "text/html"}
    assert client.get("/sparql", headers=html).status_code == 200
    page = client.get("/sparql", params={"query": SELECT}, headers=html)
    assert page.status_code == 200 and "/page/territory/region-" in page.text
    for query, status in (
        ("SELECT * { GRAPH ?g { ?s ?p ?o } }", 403),
        ("SELECT * {", 400),
        ("SELECT * {?s ?p ?o}", 413),
    ):
        page = client.get("/sparql", params={"query": query}, headers=html)
        assert page.status_code == status and page.headers["content-type"].startswith("text/html"), query


def test_other_graphs_of_the_engine_are_not_reached(client: httpx.Client) -> None:
    for name in ("default-graph-uri", "named-graph-uri"):
        answer = client.get("/sparql", params={"query": "ASK {}", name: "urn:secret"})
        assert answer.status_code == 403 and "engine" in answer.json()["detail"]


def test_questions_networks_pages_data_and_search(client: httpx.Client, small_graph: Graph) -> None:
    for name, given in (("contracts", {}), ("who-coordinates-with", {"actor": "ARS Grand Est"}), ("documents", {})):
        answer = client.get(f"/api/questions/{name}", params=given)
        assert answer.status_code == 200, answer.text
        assert answer.json()["rows"] == json.loads(small_graph.ask(name, **given).to_json())
    network = client.get("/api/networks/coordination").json()
    assert len(network["nodes"]) == len(small_graph.network("coordination"))
    iri = small_graph.find("ARS Grand Est")
    below = iri.removeprefix(ID)
    page = client.get(f"/page/{below}")
    assert page.status_code == 200 and "ARS Grand Est" in page.text
    data = client.get(f"/data/{below}.nt")
    assert data.status_code == 200 and data.text.count("\n") == len(small_graph.profile(iri))
    assert client.get(f"/id/{below}", headers={"Accept": "text/turtle"}).status_code == 303
    assert client.get("/id/organisation/nobody").status_code == 404
    assert client.get("/page/%3Cscript%3E").status_code == 404
    (hit, *_) = client.get("/api/search", params={"q": "ars grand esst"}).json()["results"]
    assert hit["iri"] == iri
    assert client.get("/search", params={"q": "nancy"}).status_code == 200
    assert client.get("/graph/documents/x").status_code == 404
    assert client.get("/health").json()["facts"] == len(small_graph)
    void = client.get("/.well-known/void", headers={"Accept": "text/turtle"})
    assert void.status_code == 200 and f"{len(small_graph)}" in void.text


def test_each_page_is_the_same(client: httpx.Client, engine: Any, small_graph: Graph) -> None:
    """Home, questions, search, and a thing of many classes: to the last byte what a server that holds the facts gives."""
    query = f"SELECT (MIN(STR(?s)) AS ?t) {{ ?s mlg:kind ?k FILTER(STRSTARTS(STR(?s), '{ID}')) }} GROUP BY ?k"
    things = sorted(str(row[0]) for row in small_graph.query(query).rows)
    paths = ["/", "/?lang=en", "/questions", "/questions/contracts", "/search?q=nancy", "/def"]
    paths += [f"/page/{iri.removeprefix(ID)}" for iri in things[::6]]
    assert len(paths) > 10
    with engine.client() as inside:
        for path in paths:
            ours, theirs = client.get(path), inside.get(path)
            assert ours.status_code == theirs.status_code == 200, (path, ours.text[:300])
            assert ours.content == theirs.content, path


def test_what_is_handed_on_says_the_same(small_graph: Graph) -> None:
    """Each question, written afresh from its tokens, is the same query: it has the same rows."""
    store = small_graph.built.store
    asked = 0
    for query in small_graph.built.catalogue.of("questions"):
        text = query.path.read_text(encoding="utf-8")
        written = passable(text).text
        assert "#+" not in written and written != text
        if asked % 8 == 0:
            assert list(store.select(written)[1]) == list(store.select(text)[1]), query.name
        asked += 1
    assert asked > 70


@pytest.mark.parametrize(
    ("query", "written"),
    [
        ("ASK { ?s ?p 'a\\'b' }", 'ASK { ?s ?p "a\'b" }'),
        ("ASK { ?s ?p '''a\n\"b\"''' }", 'ASK { ?s ?p "a\\n\\"b\\"" }'),
        ("ASK # SERVICE\n { ?s ?p '#' }", 'ASK\n{ ?s ?p "#" }'),
        ("ASK { FILTER(?a<3&&?b>-2) }", "ASK { FILTER(?a<3&&?b>-2) }"),
        (f"PREFIX x: <{XSD}> ASK {{ BIND(x:int(?a) AS ?b) }}", f"PREFIX x: <{XSD}> ASK {{ BIND(x:int(?a) AS ?b) }}"),
    ],
)
def test_tokens(query: str, written: str) -> None:
    assert passable(query).text == written


@pytest.mark.parametrize(
    ("turn", "words"),
    [
        (says(200, b"<html>hello</html>", "text/html"), "a page for people"),
        (says(401, b"no"), USER),
        (says(200, ROWS[:40]), "cannot be read"),
        (says(200, ROWS, length=5000), "cut its answer short"),
        (says(503, b"busy"), "503"),
    ],
)
def test_an_engine_that_is_none_is_not_served(
    turn: Callable[[Odd], None], words: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("maillage.store.talk.time.sleep", lambda seconds: None)
    with odd_server(turn) as (url, _):
        assert run(["serve", "--port", "0", "--endpoint", url]) == 2
    said = capsys.readouterr().err
    assert words in said and "Traceback" not in said and said.count("\n") <= 2


def test_nobody_there(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("maillage.store.talk.time.sleep", lambda seconds: None)
    assert run(["serve", "--port", "0", "--endpoint", "http://127.0.0.1:1/sparql"]) == 2
    assert "cannot be reached" in capsys.readouterr().err
    assert run(["serve", "--port", "0", "--endpoint", "http://127.0.0.1:1/sparql", "--store", "x"]) == 2


LONG = b'{"head": {"vars": ["a"]}, "results": {"bindings": [' + b", ".join(
    [b'{"a": {"type": "literal", "value": "1"}}'] * 1000
)
COUNT = b'{"head": {"vars": ["n"]}, "results": {"bindings": [{"n": {"type": "literal", "value": "%d"}}]}}'


@pytest.mark.parametrize(
    ("turns", "status", "words"),
    [
        ([says(200, b"<html>hello</html>", "text/html")], 502, "page for people"),
        ([says(401, b"t0ken")], 502, "who asks"),
        ([says(403, b"no")], 502, "who asks"),
        ([says(404, b"no")], 502, "404"),
        ([says(500, b"t0ken")], 502, "fails"),
        ([says(200, ROWS, length=5000)], 502, "cut"),
        ([says(200, ROWS[:40])], 502, "cannot be read"),
        ([sleeps], 504, "seconds"),
        ([says(400, b"line 1: t0ken no")], 400, "line 1"),
        ([says(413, b"too long")], 413, "too long"),
        ([says(200, b"x" * 9_000_000)], 413, "MiB"),
        ([says(200, LONG + b"]}}", X_SPARQL_MaxRows="1000")], 413, "no more than 1,000 rows"),
        ([says(200, LONG + b"]}}"), says(200, COUNT % 5000)], 413, "no more than 1,000 rows"),
        ([says(200, LONG + b"]}}"), says(200, COUNT % 1000)], 200, ""),
        ([says(200, ROWS, X_SQL_State="S1TAT")], 504, "in time"),
        ([says(503, b"busy"), says(200, ROWS)], 200, ""),
    ],
)
def test_an_engine_that_goes_wrong(
    monkeypatch: pytest.MonkeyPatch, small_graph: Graph, turns: list[Callable[[Odd], None]], status: int, words: str
) -> None:
    """What a stranger is told of it, where it is and whose word opens it left out."""
    monkeypatch.setenv(TOKEN, "t0ken")
    with odd_server(*turns) as (url, _):
        endpoint = cast(Oxigraph, Endpoint(url, Patience(1.0, 2, 0.01)))
        built = Build(
            Loaded(small_graph.built.loaded.places, endpoint),
            Catalogue(small_graph.built.loaded.places),
            Names(endpoint),
            [],
        )
        asked = {"job": "sparql", "accept": ["text/csv"], "default": [], "named": []}
        head, body = answered(Task(Graph(built), asked, "SELECT ?a { ?a ?b ?c }", Limits(mib=1)))
    if status == 200:
        assert head["ok"] and body
        return
    assert not head["ok"] and head["status"] == status and words in head["what"], head
    told = head["what"] + head["fix"]
    assert url not in told and "127.0.0.1" not in told and "t0ken" not in str(head) and TOKEN not in told
    assert status != 502 or url in head["why"]


def test_an_engine_that_leaves(serve: Callable[..., Any], kept: Path) -> None:
    """The server goes on, says that it cannot ask, and answers again when the engine is back."""
    engine = serve("--store", str(kept))
    server = serve("--endpoint", f"{engine.url}/sparql", "--limit-seconds", "10")
    with server.client() as client:
        assert client.get("/sparql", params={"query": "ASK { ?s ?p ?o }"}).status_code == 200
        engine.stop()
        answer = client.get("/sparql", params={"query": "ASK { ?s ?p ?o }"})
        assert answer.status_code == 502 and "cannot be reached" in answer.json()["detail"]
        assert engine.url not in answer.text
        assert client.get("/api/questions/contracts").status_code == 502
        for path in ("/", "/questions/contracts", "/page/territory/departement-54", "/api/networks/coordination"):
            answer = client.get(path, headers={"Accept": "text/html"})
            assert answer.status_code == 502 and "cannot be reached" in answer.text, path
            assert engine.url not in answer.text and USER not in answer.text
        page = client.get("/sparql", params={"query": "ASK { ?s ?p ?o }"}, headers={"Accept": "text/html"})
        assert page.status_code == 502 and "cannot be reached" in page.text and engine.url not in page.text
        assert client.get("/api/search?q=nancy").json()["results"]  # it needs no facts
        assert client.get("/health").status_code == 200
    server.stop()
    assert engine.url in "".join(server.said)
