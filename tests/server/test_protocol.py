"""SPARQL 1.1 Protocol, the part on queries: what the W3C's tests (test_protocol_w3c) leave open."""

from __future__ import annotations

import io

import httpx
import pyoxigraph as ox
import pytest
import rdflib

ASK = "ASK {}"


@pytest.fixture(scope="module")
def client(small_server: object) -> httpx.Client:
    return small_server.client()  # type: ignore[attr-defined,no-any-return]


def test_no_query(client: httpx.Client) -> None:
    assert client.post("/sparql", data={"other": "1"}).status_code == 400


def test_updates_are_refused(client: httpx.Client) -> None:
    change = "CLEAR ALL"
    assert client.post("/sparql", data={"update": change}).status_code == 403
    sent = client.post("/sparql", content=change, headers={"Content-Type": "application/sparql-update"})
    assert sent.status_code == 403
    assert client.get("/sparql", params={"query": change}).status_code == 403


def test_graphs_of_the_protocol(client: httpx.Client) -> None:
    def count(**given: str) -> int:
        query = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
        answer = client.get("/sparql", params={"query": query, **given})
        return int(answer.json()["results"]["bindings"][0]["n"]["value"])

    graphs = client.get("/sparql", params={"query": "SELECT DISTINCT ?g { GRAPH ?g {} }", "format": "csv"})
    names = graphs.text.split()[1:]
    assert len(names) > 3
    each = {name: count(**{"default-graph-uri": name}) for name in names}
    assert all(each.values()) and sum(each.values()) >= count()
    assert count(**{"named-graph-uri": names[0]}) == 0  # a default graph that nobody names is empty
    inside = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    answer = client.get("/sparql", params={"query": inside, "named-graph-uri": names[0]})
    assert int(answer.json()["results"]["bindings"][0]["n"]["value"]) == each[names[0]]
    said = client.get("/sparql", params={"query": f"SELECT (COUNT(*) AS ?n) FROM <{names[0]}> {{ ?s ?p ?o }}"})
    assert int(said.json()["results"]["bindings"][0]["n"]["value"]) == each[names[0]]
    assert client.get("/sparql", params={"query": ASK, "default-graph-uri": "no iri"}).status_code == 400


@pytest.mark.parametrize("name", ["json", "xml", "csv", "tsv"])
def test_rows_in_each_form(client: httpx.Client, name: str, small_graph: object) -> None:
    query = "SELECT ?s ?p ?o WHERE { ?s ?p ?o . FILTER(ISIRI(?s) && !ISBLANK(?o)) } ORDER BY STR(?s) STR(?p) STR(?o) LIMIT 200"
    answer = client.get("/sparql", params={"query": query, "format": name})
    assert answer.status_code == 200
    header = {"json": "application/sparql-results+json", "xml": "application/sparql-results+xml"}
    kind = header.get(name, f"text/{'csv' if name == 'csv' else 'tab-separated-values'}")
    asked = client.get("/sparql", params={"query": query}, headers={"Accept": kind})
    assert asked.content == answer.content and asked.headers["content-type"].startswith(kind)
    names, rows = small_graph.built.store.select(query)  # type: ignore[attr-defined]
    expected = [[term.value for term in row] for row in rows]
    assert len(expected) == 200
    if name == "csv":
        import csv

        assert list(csv.reader(io.StringIO(answer.text)))[1:] == expected
        return
    read = ox.parse_query_results(answer.content, format=ox.QueryResultsFormat.from_extension(name))
    assert [[row[n].value for n in names] for row in read] == expected  # type: ignore[union-attr]
    other = rdflib.query.Result.parse(io.BytesIO(answer.content), format=name)
    assert len(other) == 200


@pytest.mark.parametrize("kind", ["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"])
def test_triples_in_each_form(client: httpx.Client, kind: str) -> None:
    query = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(ISIRI(?s) && !ISBLANK(?o)) } ORDER BY STR(?s) STR(?p) STR(?o) LIMIT 300"
    plain = client.get("/sparql", params={"query": query}, headers={"Accept": "application/n-triples"})
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": kind})
    assert answer.headers["content-type"].startswith(kind)
    one = set(ox.parse(answer.content, format=ox.RdfFormat.from_media_type(kind)))
    assert {str(quad) for quad in one} == {line.removesuffix(" .") for line in plain.text.splitlines()}
    form = {"text/turtle": "turtle", "application/n-triples": "nt", "application/ld+json": "json-ld"}.get(kind, "xml")
    assert len(rdflib.Graph().parse(data=answer.content, format=form)) == len(one) == 300


@pytest.mark.parametrize(
    ("header", "right"),
    [
        ("*/*", "application/sparql-results+json"),
        ("", "application/sparql-results+json"),
        (";;;", "application/sparql-results+json"),
        ("text/csv;q=0.2, application/sparql-results+xml;q=0.9", "application/sparql-results+xml"),
        ("text/*", "text/csv"),
        ("application/json", "application/sparql-results+json"),
        ("application/xml", "application/sparql-results+xml"),
        ("text/turtle, text/tab-separated-values;q=0.1", "text/tab-separated-values"),
        ("application/sparql-results+json;q=0, */*;q=0.1", "application/sparql-results+xml"),
        ("text/csv;q=banana, text/tab-separated-values", "text/tab-separated-values"),
    ],
)
def test_accept(client: httpx.Client, header: str, right: str) -> None:
    answer = client.get("/sparql", params={"query": "SELECT (1 AS ?a) {}"}, headers={"Accept": header})
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].partition(";")[0] == right
    assert "Accept" in answer.headers["vary"]


def test_nothing_acceptable(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": "SELECT (1 AS ?a) {}"}, headers={"Accept": "image/png"})
    assert answer.status_code == 406


def test_description(client: httpx.Client) -> None:
    for kind in ("text/turtle", "application/rdf+xml", "application/ld+json", "application/n-triples"):
        answer = client.get("/sparql", headers={"Accept": kind})
        assert answer.status_code == 200 and answer.headers["content-type"].startswith(kind)
    graph = rdflib.Graph().parse(data=client.get("/sparql").text)
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    (service,) = graph.subjects(rdflib.RDF.type, sd.Service)
    assert str(graph.value(service, sd.endpoint)) == str(client.base_url.join("/sparql"))
    assert graph.value(service, sd.supportedLanguage) == sd.SPARQL11Query
    triples = client.get("/sparql", params={"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "format": "csv"})
    counted = graph.value(predicate=rdflib.URIRef("http://rdfs.org/ns/void#triples"), any=False)
    assert counted is None and int(next(iter(graph.objects(None, rdflib.VOID.triples)))) == int(triples.text.split()[1])


def test_pages_of_others_may_ask(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": ASK}, headers={"Origin": "https://example.org"})
    assert answer.headers["access-control-allow-origin"] == "*"
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    assert client.options("/sparql", headers=asked).status_code == 200


def test_head_and_etag(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": ASK})
    head = client.head("/sparql", params={"query": ASK})
    assert head.content == b"" and head.headers["content-length"] == str(len(answer.content))
    again = client.get("/sparql", params={"query": ASK}, headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304 and again.content == b""


def test_a_long_request(client: httpx.Client) -> None:
    assert client.post("/sparql", data={"query": "#" * 2_000_000}).status_code == 413


def test_elsewhere(client: httpx.Client) -> None:
    answer = client.get("/nowhere<script>")
    assert answer.status_code == 404 and answer.json()["fix"]
