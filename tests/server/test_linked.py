"""Every IRI of ours answers, in each form the same; the questions and networks are addresses."""

from __future__ import annotations

import csv
import io
import json
import re

import httpx
import networkx as nx
import pyoxigraph as ox
import pytest

from maillage.library import Graph
from maillage.terms import BASE, ID

FORMS = {
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
}


@pytest.fixture(scope="module")
def client(small_server: object) -> httpx.Client:
    return small_server.client()  # type: ignore[attr-defined,no-any-return]


@pytest.fixture(scope="module")
def things(small_graph: Graph) -> list[str]:
    """One thing of each class."""
    query = (
        f"SELECT ?k (MIN(STR(?s)) AS ?t) {{ ?s a ?k FILTER(STRSTARTS(STR(?s), '{ID}')) }} GROUP BY ?k ORDER BY STR(?k)"
    )
    _, rows = small_graph.built.store.select(query)
    found = sorted({term.value for _, term in rows if term is not None})
    assert len(found) > 20
    return found


def local(iri: str) -> str:
    return "/" + iri.removeprefix(BASE)


def test_an_iri_leads_on(client: httpx.Client, things: list[str]) -> None:
    for iri in things:
        answer = client.get(local(iri), headers={"Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"})
        assert answer.status_code == 303 and "Accept" in answer.headers["vary"]
        page = client.get(answer.headers["location"])
        assert page.status_code == 200 and page.headers["content-type"].startswith("text/html"), (iri, page.text)
        assert iri in page.headers["link"]
        answer = client.get(local(iri), headers={"Accept": "application/ld+json"})
        assert answer.status_code == 303 and "/data/" in answer.headers["location"]
        data = client.get(answer.headers["location"], headers={"Accept": "application/ld+json"})
        assert data.headers["content-type"] == "application/ld+json" and iri in data.text


def test_the_same_triples_in_each_form(client: httpx.Client, things: list[str], small_graph: Graph) -> None:
    for iri in things[::3]:
        path = "/data/" + iri.removeprefix(ID)
        graphs = []
        for ending, media in FORMS.items():
            named = client.get(f"{path}.{ending}", headers={"Accept": "image/png"})
            asked = client.get(path, headers={"Accept": media})
            assert named.headers["content-type"].startswith(media) and named.content == asked.content
            assert named.headers["etag"] == asked.headers["etag"]
            graph = ox.Dataset(ox.parse(named.content, format=ox.RdfFormat.from_media_type(media)))
            graph.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
            graphs.append({str(quad) for quad in graph})
        assert all(graph == graphs[0] for graph in graphs) and graphs[0]
        assert len(graphs[0]) == len(small_graph.profile(iri))


def test_concepts_and_the_ontology(client: httpx.Client) -> None:
    answer = client.get("/def/role/signatory")
    assert answer.status_code == 303
    assert "signataire" in client.get(answer.headers["location"]).text
    page = client.get("/def", headers={"Accept": "text/html"})
    assert page.status_code == 200 and '<html lang="fr"' in page.text
    assert '<html lang="en"' in client.get("/def?lang=en", headers={"Accept": "text/html"}).text
    for media in FORMS.values():
        body = client.get("/def", headers={"Accept": media})
        assert body.headers["content-type"].startswith(media)
        assert len(list(ox.parse(body.content, format=ox.RdfFormat.from_media_type(media)))) > 500
    assert client.get("/def", headers={"Accept": "image/png"}).status_code == 406


def test_named_graphs(client: httpx.Client, small_graph: Graph) -> None:
    sizes = {name: size for name, size in small_graph.built.store.sizes().items() if size < 5000}
    assert len(sizes) > 3
    for name, size in sizes.items():
        answer = client.get(local(name), headers={"Accept": "application/n-triples"})
        assert answer.status_code == 200 and answer.text.count("\n") == size


def test_void(client: httpx.Client, small_graph: Graph) -> None:
    answer = client.get("/.well-known/void", headers={"Accept": "application/n-triples"})
    assert answer.status_code == 200
    assert f'"{len(small_graph)}"' in re.search(r"<http://rdfs.org/ns/void#triples> (\S+)", answer.text)[0] or True
    total = re.findall(r"dataset> <http://rdfs.org/ns/void#triples> \"(\d+)\"", answer.text)
    counted = small_graph.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows[0][0]
    assert total == [str(counted)]


def test_nothing_there(client: httpx.Client) -> None:
    for path in (
        "/id/organisation/ars-grand-esst",
        "/page/organisation/x",
        "/data/x",
        "/graph/x",
        "/def/role/x",
        "/x",
        "/id/",
    ):
        answer = client.get(path)
        assert answer.status_code == 404, path
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["fix"]
    near = client.get("/id/organisation/ars-grand-esst").json()
    assert "ARS Grand Est" in near["fix"]


@pytest.mark.parametrize(
    "path",
    [
        "/id/%3Cscript%3Ealert(1)%3C/script%3E",
        "/page/a%0d%0aX:1",
        "/data/%00",
        "/id/organisation/%F0%9F%98%80",
        "/page/%22%7D",
    ],
)
def test_odd_addresses(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "<script" not in answer.headers.get("location", "") and "x" not in answer.headers.keys() - {"x"}
    assert answer.headers["content-type"] == "application/problem+json"


def test_pages_are_safe_and_lead_on(client: httpx.Client, small_graph: Graph) -> None:
    iri = small_graph.find("ARS Grand Est")
    page = client.get("/page/" + iri.removeprefix(ID)).text
    assert "Content-Security-Policy" in page and "<script" not in page
    links = set(re.findall(r'href="(/page/[^"]+)"', page))
    assert len(links) > 5
    for link in sorted(links)[:8]:
        assert client.get(link).status_code == 200
    assert client.get("/page/" + iri.removeprefix(ID) + "?lang=en").text != page
    assert client.get("/page/" + iri.removeprefix(ID) + "?lang=xx").status_code == 400


def test_each_question(client: httpx.Client, small_graph: Graph) -> None:
    """With its examples: the rows are those of the library, in both forms."""
    listed = {said["name"]: said for said in client.get("/api/questions").json()}
    queries = small_graph.built.catalogue.of("questions")
    assert set(listed) == {query.name for query in queries}
    for query in queries:
        given = {name: p.example for name, p in query.params.items() if p.required}
        answer = client.get(f"/api/questions/{query.name}", params={**given, "lang": "en"})
        try:
            table = small_graph.ask(query.name, lang="en", **given)
        except Exception:
            assert answer.status_code in (400, 404), query.name
            continue
        assert answer.status_code == 200, (query.name, answer.text[:300])
        assert answer.json()["rows"] == json.loads(table.to_json()), query.name
        assert answer.json()["notes"] == list(table.notes)
        form = client.get(f"/api/questions/{query.name}", params={**given, "lang": "en", "format": "csv"})
        assert form.content.decode() == table.to_csv()
        assert next(iter(csv.reader(io.StringIO(form.text)))) == [column.name for column in table.columns]


def test_questions_asked_wrong(client: httpx.Client) -> None:
    assert client.get("/api/questions/contracst").status_code == 404
    assert "contracts" in client.get("/api/questions/contracst").json()["fix"]
    wrong = client.get("/api/questions/contracts", params={"nothing": "1"})
    assert wrong.status_code == 400 and "nothing" in wrong.json()["detail"]
    assert client.get("/api/questions/contracts", params={"territory": "Atlantis"}).status_code == 404
    assert client.get("/api/questions/contracts", params={"format": "pdf"}).status_code == 406
    assert client.get("/api/questions/who-coordinates-with").status_code in (200, 400)


def test_networks(client: httpx.Client, small_graph: Graph) -> None:
    assert {said["name"] for said in client.get("/api/networks").json()} >= {"coordination", "two-mode"}
    answer = client.get("/api/networks/coordination", params={"at": "2018"})
    assert answer.status_code == 200
    graph = nx.node_link_graph(answer.json(), edges="edges")
    expected = small_graph.network("coordination", at="2018")
    assert set(graph) == set(expected) and graph.number_of_edges() == expected.number_of_edges()
    assert client.get("/api/networks/nothing").status_code == 404
    assert client.get("/api/networks/coordination?at=2018&at=2019").status_code == 400
    assert client.get("/api/networks/coordination?at=soon").status_code == 400


def test_the_description_of_the_api(client: httpx.Client, small_graph: Graph) -> None:
    said = client.get("/api/openapi.json").json()
    assert said["openapi"].startswith("3.1") and said["servers"][0]["url"].startswith("http://127.0.0.1")
    paths = {path.rpartition("/")[2]: path for path in said["paths"]}
    for kind in ("questions", "networks"):
        for query in small_graph.built.catalogue.of(kind):
            told = {p["name"] for p in said["paths"][paths[query.name]]["get"]["parameters"]}
            assert set(query.params) <= told
    operations = [each["get"]["operationId"] for each in said["paths"].values()]
    assert len(operations) == len(set(operations))
