"""The W3C's tests of the SPARQL 1.1 Protocol, the part on queries, one by one and under their names.

The suite's own files of data are named graphs of a server that has loaded them; here they are named graphs of ours.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import httpx
import pytest

FORM, QUERY = "application/x-www-form-urlencoded", "application/sparql-query"
ROWS = {"application/sparql-results+json", "application/sparql-results+xml"}
TRIPLES = {"application/rdf+xml", "text/turtle", "application/n-triples", "application/ld+json"}
TSV = {"text/csv", "text/tab-separated-values"}


@pytest.fixture(scope="module")
def client(small_server: Any) -> httpx.Client:
    return small_server.client()  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def data(client: httpx.Client) -> list[tuple[str, str]]:
    """Three named graphs, each with a thing that it alone speaks of."""
    query = "SELECT ?g (MIN(STR(?s)) AS ?t) { GRAPH ?g { ?s a ?k FILTER(ISIRI(?s)) } } GROUP BY ?g ORDER BY STR(?g)"
    rows = client.get("/sparql", params={"query": query}).json()["results"]["bindings"]
    found = []
    for row in rows:
        graph, thing = row["g"]["value"], row["t"]["value"]
        alone = f"SELECT DISTINCT ?g {{ GRAPH ?g {{ <{thing}> ?p ?o }} FILTER(STR(?g) != '{graph}') }}"
        others = [
            one["g"]["value"] for one in client.get("/sparql", params={"query": alone}).json()["results"]["bindings"]
        ]
        if not [one for one in others if not one.endswith("/inferred")] and not graph.endswith("/inferred"):
            found.append((graph, thing))
    assert len(found) >= 3
    return found[:3]


def yes(answer: httpx.Response) -> bool:
    """The answer to an ASK, which is to be a good one."""
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].partition(";")[0] in ROWS
    return bool(answer.json()["boolean"])


def refused(answer: httpx.Response) -> bool:
    return 400 <= answer.status_code < 500 and answer.headers["content-type"] == "application/problem+json"


def test_query_get(client: httpx.Client) -> None:
    """Query via GET."""
    assert yes(client.get("/sparql", params={"query": "ASK {}"}))


def test_query_post_form(client: httpx.Client) -> None:
    """Query via URL-encoded POST."""
    assert yes(client.post("/sparql", content="query=ASK%20%7B%7D", headers={"Content-Type": FORM}))


def test_query_post_direct(client: httpx.Client) -> None:
    """Query via POST directly."""
    for kind in (QUERY, f"{QUERY}; charset=utf-8", f"{QUERY}; charset=UTF-8"):
        assert yes(client.post("/sparql", content="ASK {}", headers={"Content-Type": kind}))


def test_query_dataset_default_graph(client: httpx.Client, data: list[tuple[str, str]]) -> None:
    """Query with a default graph that the protocol says."""
    (graph, thing), (other, _), _ = data
    asked = f"ASK {{ <{thing}> ?p ?o }}"
    where = urlencode({"default-graph-uri": graph})
    elsewhere = urlencode({"default-graph-uri": other})
    for address, right in ((where, True), (elsewhere, False)):
        assert yes(client.post(f"/sparql?{address}", content=asked, headers={"Content-Type": QUERY})) is right


def _two(data: list[tuple[str, str]]) -> tuple[str, str]:
    """A query that holds in two graphs together, and in none alone; and the graphs as the protocol says them."""
    (first, one), (second, another), _ = data
    asked = f"ASK {{ <{one}> ?p ?o . <{another}> ?q ?r }}"
    return asked, urlencode([("default-graph-uri", first), ("default-graph-uri", second)])


def test_query_dataset_default_graphs_get(client: httpx.Client, data: list[tuple[str, str]]) -> None:
    """GET query with several default graphs that the protocol says."""
    asked, graphs = _two(data)
    assert yes(client.get(f"/sparql?{urlencode({'query': asked})}&{graphs}"))
    assert not yes(client.get(f"/sparql?{urlencode({'query': asked})}&{graphs.partition('&')[0]}"))


def test_query_dataset_default_graphs_post(client: httpx.Client, data: list[tuple[str, str]]) -> None:
    """POST query with several default graphs that the protocol says."""
    asked, graphs = _two(data)
    body = f"{urlencode({'query': asked})}&{graphs}"
    assert yes(client.post("/sparql", content=body, headers={"Content-Type": FORM}))
    assert yes(client.post(f"/sparql?{graphs}", content=asked, headers={"Content-Type": QUERY}))


def _named(data: list[tuple[str, str]]) -> tuple[str, str]:
    (first, one), (second, another), _ = data
    asked = f"ASK {{ GRAPH <{first}> {{ <{one}> ?p ?o }} GRAPH <{second}> {{ <{another}> ?q ?r }} }}"
    return asked, urlencode([("named-graph-uri", first), ("named-graph-uri", second)])


def test_query_dataset_named_graphs_get(client: httpx.Client, data: list[tuple[str, str]]) -> None:
    """GET query with named graphs that the protocol says."""
    asked, graphs = _named(data)
    assert yes(client.get(f"/sparql?{urlencode({'query': asked})}&{graphs}"))
    assert not yes(client.get(f"/sparql?{urlencode({'query': asked})}&{graphs.partition('&')[0]}"))


def test_query_dataset_named_graphs_post(client: httpx.Client, data: list[tuple[str, str]]) -> None:
    """POST query with named graphs that the protocol says."""
    asked, graphs = _named(data)
    assert yes(client.post(f"/sparql?{graphs}", content=asked, headers={"Content-Type": QUERY}))
    body = f"{urlencode({'query': asked})}&{graphs}"
    assert yes(client.post("/sparql", content=body, headers={"Content-Type": FORM}))


def test_query_dataset_full(client: httpx.Client, data: list[tuple[str, str]]) -> None:
    """Query with a default graph and named graphs that the protocol says."""
    (first, one), (second, another), (third, other) = data
    asked = (
        f"ASK {{ <{other}> ?p ?o GRAPH ?g {{ <{one}> ?q ?r }} GRAPH ?h {{ <{another}> ?s ?t }}"
        f" FILTER NOT EXISTS {{ <{one}> ?u ?v }} FILTER NOT EXISTS {{ GRAPH ?i {{ <{other}> ?w ?x }} }} }}"
    )
    graphs = urlencode([("default-graph-uri", third), ("named-graph-uri", first), ("named-graph-uri", second)])
    assert yes(client.post(f"/sparql?{graphs}", content=asked, headers={"Content-Type": QUERY}))
    assert yes(client.get(f"/sparql?{urlencode({'query': asked})}&{graphs}"))


def test_query_multiple_dataset(client: httpx.Client, data: list[tuple[str, str]]) -> None:
    """A data set both in the query and in the protocol: that of the protocol is used."""
    (first, one), (second, another), _ = data
    graphs = urlencode({"default-graph-uri": second})
    for thing, right in ((one, False), (another, True)):
        asked = f"ASK FROM <{first}> {{ <{thing}> ?p ?o }}"
        assert yes(client.post(f"/sparql?{graphs}", content=asked, headers={"Content-Type": QUERY})) is right


@pytest.mark.parametrize(
    ("query", "right"),
    [
        pytest.param("SELECT (1 AS ?value) {}", ROWS | TSV, id="query_content_type_select"),
        pytest.param("ASK {}", ROWS, id="query_content_type_ask"),
        pytest.param("DESCRIBE <http://example.org/>", TRIPLES, id="query_content_type_describe"),
        pytest.param(
            "CONSTRUCT { <http://example.org/s> <http://example.org/p> 1 } WHERE {}",
            TRIPLES,
            id="query_content_type_construct",
        ),
    ],
)
def test_query_content_type(client: httpx.Client, query: str, right: set[str]) -> None:
    """The answer is of a media type that its form of query has."""
    answer = client.get("/sparql", params={"query": query})
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].partition(";")[0] in right


def test_bad_query_method(client: httpx.Client) -> None:
    """A query by a method that is neither GET nor POST."""
    for method in ("PUT", "DELETE", "PATCH"):
        answer = client.request(method, "/sparql", params={"query": "ASK {}"})
        assert refused(answer) and answer.status_code == 405


def test_bad_multiple_queries(client: httpx.Client) -> None:
    """More than one query."""
    assert refused(client.get("/sparql?query=ASK%20%7B%7D&query=SELECT%20%2A%20%7B%7D"))
    assert refused(client.post("/sparql?query=ASK%20%7B%7D", content="ASK {}", headers={"Content-Type": QUERY}))


def test_bad_query_wrong_media_type(client: httpx.Client) -> None:
    """POST with a media type that carries no query."""
    answer = client.post("/sparql", content="query=ASK%20%7B%7D", headers={"Content-Type": "text/plain"})
    assert refused(answer) and answer.status_code == 415


def test_bad_query_missing_form_type(client: httpx.Client) -> None:
    """A form without its media type."""
    assert refused(client.post("/sparql", content="query=ASK%20%7B%7D"))


def test_bad_query_missing_direct_type(client: httpx.Client) -> None:
    """A query as body without its media type."""
    assert refused(client.post("/sparql", content="ASK {}"))


def test_bad_query_non_utf8(client: httpx.Client) -> None:
    """A query as body that is not in UTF-8, whether it says so or not."""
    wide = "ASK {}".encode("utf-16")
    assert refused(client.post("/sparql", content=wide, headers={"Content-Type": f"{QUERY}; charset=UTF-16"}))
    assert refused(client.post("/sparql", content=wide, headers={"Content-Type": QUERY}))
    assert refused(client.get("/sparql?query=ASK%20%7B%7D%20%23%ff"))


def test_bad_query_syntax(client: httpx.Client) -> None:
    """What is no query."""
    answer = client.get("/sparql", params={"query": "ASK {"})
    assert refused(answer) and answer.status_code == 400 and "does not parse" in answer.json()["detail"]
