"""The SPARQL page: an editor for who reads pages, a description for who reads RDF; complete without scripts."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from maillage.asking.catalogue import Catalogue
from maillage.export.portal.questions import without_header
from maillage.library import Graph
from maillage.pages.asked.completion import completion
from maillage.pages.asked.console import MANY
from maillage.places import Places

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
PREFIX = "PREFIX mlg: <https://w3id.org/maillage/def#> "


@pytest.fixture(scope="module")
def client(small_server: Any) -> Iterator[httpx.Client]:
    with small_server.client() as found:
        yield found


def asked(client: httpx.Client, query: str, **more: str) -> httpx.Response:
    return client.get("/sparql", params={"query": query, "format": "html", **more})


def held(page: str) -> str:
    """What the text field holds."""
    found = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", page, re.S)
    assert found
    return html.unescape(found[1])


def test_who_reads_pages_gets_the_editor_who_reads_rdf_the_description(client: httpx.Client) -> None:
    page = client.get("/sparql", headers=BROWSER)
    assert page.status_code == 200 and page.headers["content-type"] == "text/html; charset=utf-8"
    assert "Accept" in page.headers["vary"]
    policy = page.headers["content-security-policy"]
    assert "unsafe" not in policy and "nonce" not in policy and "script-src 'self'" in policy
    for accept in ("*/*", "text/turtle", "application/rdf+xml", ""):
        assert "sparql-service-description" in client.get("/sparql", headers={"Accept": accept}).text
    named = client.get("/sparql?format=html", headers={"Accept": "text/turtle"})
    assert named.headers["content-type"].startswith("text/html")


def test_programs_are_answered_as_before(client: httpx.Client) -> None:
    for accept in ("*/*", "application/json, text/html;q=0.1"):
        answer = client.get("/sparql", params={"query": "ASK {}"}, headers={"Accept": accept})
        assert answer.headers["content-type"] == "application/sparql-results+json"
    graphs = {"query": "ASK { ?s ?p ?o }", "default-graph-uri": "https://example.org/none"}
    assert "non" in client.get("/sparql", params=graphs, headers=BROWSER).text.partition('id="answer"')[2]


def test_a_form_without_scripts(client: httpx.Client) -> None:
    """Every field and button that the page has, sent as a browser sends it, is answered."""
    page = client.get("/sparql?lang=en", headers=BROWSER).text
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="(\w+)">', page))
    assert fields == {"lang": "en"}
    answer = client.get("/sparql", params={"query": held(page), **fields, "format": "html"})
    assert answer.status_code == 200 and '<html lang="en"' in answer.text and "<td" in answer.text
    assert held(answer.text) == held(page)
    rows = client.get("/sparql", params={"query": held(page), **fields, "format": "csv"})
    assert rows.headers["content-type"].startswith("text/csv")
    assert answer.text.count("<tr><td") == len(rows.text.splitlines()) - 1


def test_rows_have_labels_short_names_and_links(client: httpx.Client, small_graph: Graph) -> None:
    iri = small_graph.find("ARS Grand Est")
    page = asked(
        client,
        f"{PREFIX} SELECT ?body ?siren ?name ?none {{ VALUES ?body {{ <{iri}> }} ?body mlg:siren ?siren . ?body <http://www.w3.org/2004/02/skos/core#prefLabel> ?name }}",
    ).text
    assert small_graph.label(iri) in page and "body:siren-130007834" in page
    assert 'href="/page/organisation/siren-130007834"' in page and "@fr" in page
    classes = asked(client, "SELECT ?k { ?s a ?k } GROUP BY ?k ORDER BY STR(?k) LIMIT 500").text
    assert 'href="/def#Actor"' in classes


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("ASK {}", "oui"),
        ("SELECT ?x { VALUES ?x { 1 } FILTER(?x > 1) }", "aucune ligne"),
        ("CONSTRUCT { ?s a ?k } WHERE { ?s a ?k } LIMIT 3", "3 lignes"),
        ("SELECT ?x { VALUES ?x { '<script>alert(1)</script>' } }", "&lt;script&gt;alert(1)"),
        ("SELECT (<javascript:alert(1)> AS ?x) {}", ">javascript:alert(1)</td>"),
    ],
)
def test_every_form_of_answer(client: httpx.Client, query: str, told: str) -> None:
    answer = asked(client, query)
    section = answer.text.partition('id="answer"')[2]
    assert answer.status_code == 200 and told in section and "<script>alert" not in section


def test_many_rows_are_cut_and_counted(client: httpx.Client) -> None:
    answer = asked(client, "SELECT ?s { ?s ?p ?o } LIMIT 1500")
    assert answer.text.count("<tr><td") == MANY and "1\u202f000 autres" in answer.text.replace("\xa0", "\u202f")


@pytest.mark.parametrize(
    ("query", "status", "line"),
    [
        ("SELECT * {\n ?s ?p", 400, "2"),
        ("SELECT * { ?s mlg:kind ?o }", 400, "1"),
        ("INSERT DATA { <urn:a> <urn:b> 1 }", 403, None),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", 403, None),
        ("SELECT ?a ?b ?c { ?a ?p ?x . ?b ?q ?y . ?c ?r ?z }", 413, None),
        ('"><script>alert(1)</script>', 400, "1"),
    ],
)
def test_what_is_wrong_stands_on_the_page_with_its_line(
    client: httpx.Client, query: str, status: int, line: str | None
) -> None:
    answer = asked(client, query)
    assert answer.status_code == status and answer.headers["content-type"].startswith("text/html")
    assert held(answer.text) == query and "<script>alert" not in answer.text
    said = re.search(r'id="fault" role="alert"(?: data-line="(\d+)")?', answer.text)
    assert said and said[1] == line
    again = client.post("/sparql", data={"query": query, "format": "html"})
    assert again.status_code == status


def test_examples_are_the_shipped_questions(client: httpx.Client, places: Places) -> None:
    page = client.get("/sparql", headers=BROWSER).text
    names = re.findall(r'<option value="([\w-]+)"', page)
    queries = {query.name: query for query in Catalogue(places).of("questions")}
    assert sorted(names) == sorted(queries)
    opened = client.get("/sparql?example=contracts", headers=BROWSER).text
    assert held(opened) == without_header(queries["contracts"].text) and 'value="contracts" selected' in opened
    assert client.get("/sparql?example=nope", headers=BROWSER).status_code == 404


def test_what_is_completed_is_what_the_graph_has(client: httpx.Client, small_graph: Graph) -> None:
    said = client.get("/api/terms?lang=en").json()
    assert said == json.loads(completion(small_graph, "en"))
    properties = {name: n for name, _, n in said["properties"]}
    assert properties["mlg:siren"] == len(
        list(small_graph.built.store.values(None, "https://w3id.org/maillage/def#siren"))
    )
    assert {"mlg:Actor", "skos:Concept"} <= {name for name, *_ in said["classes"]}
    assert ["role:signatory", "signatory", 0] in said["concepts"] and said["prefixes"]["mlg"].endswith("def#")
    assert [n for *_, n in said["properties"]] == sorted(properties.values(), reverse=True)
