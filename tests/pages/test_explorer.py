"""The explorer's page and what it asks of a real server: complete as a table, safe, in two languages; refusals that tell."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
from typing import Any

import httpx
import pytest

from maillage.library import Graph
from maillage.pages.directory import PAGES
from maillage.pages.kit.setting import Served, setting
from maillage.terms import ID

PLACE = "terr:departement-54"


@pytest.fixture(scope="module")
def client(small_server: Any) -> httpx.Client:
    return small_server.client()  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def told(client: httpx.Client) -> dict[str, Any]:
    return dict(client.get("/explore/coordination.json").json())


def test_without_a_script_it_is_a_table(small_graph: Graph) -> None:
    made = setting(small_graph, "fr", Served(here="/explore/coordination"))
    page = PAGES["network"](made, "coordination", {"territory": PLACE}).decode()
    found = small_graph.network("coordination", territory=PLACE)
    assert page.count('<tr><th scope="row">') == min(50, found.number_of_edges())
    assert f"sur {found.number_of_edges()}" in page and "/explore/coordination.csv?territory=" in page
    assert "<h1>Qui se coordonne avec qui : Meurthe-et-Moselle</h1>" in page
    assert f'<option value="{PLACE}" selected>' in page and "<noscript>" in page
    assert "Deux acteurs sont liés quand" in page
    english = PAGES["network"](setting(small_graph, "en", Served("en")), "funding", {}).decode()
    assert "A line ties" in english and "a funder and whom it funds" in english
    assert english.count('<option value="count"') == 1 and "newman" not in english


@pytest.mark.parametrize("name", ["coordination", "two-mode", "arrangements", "funding", "actor-themes"])
def test_every_network_has_its_page_and_its_drawing(name: str, client: httpx.Client, small_graph: Graph) -> None:
    answer = client.get(f"/explore/{name}")
    assert answer.status_code == 200 and f'data-drawing="/explore/{name}.json"' in answer.text
    drawn = client.get(f"/explore/{name}.json").json()
    found = small_graph.network(name)
    assert (len(drawn["nodes"]), len(drawn["links"])) == (len(found), found.number_of_edges())
    assert drawn["name"] == name and "ORDER BY" in drawn["query"] and "#" not in drawn["query"].split("SELECT")[1]


def test_a_part_of_it(client: httpx.Client, small_graph: Graph) -> None:
    found = small_graph.network("coordination", territory=PLACE, without="mlg:HospitalGroup")
    given = {"territory": PLACE, "without": "mlg:HospitalGroup"}
    drawn = client.get("/explore/coordination.json", params={**given, "at": "2020", "open": "3"}).json()
    assert len(drawn["links"]) == found.number_of_edges() and not drawn["groups"]
    rows = list(csv.DictReader(io.StringIO(client.get("/explore/coordination.csv", params=given).text)))
    assert len(rows) == found.number_of_edges()
    near = client.get("/explore/coordination.json", params={"actor": "ARS Grand Est"}).json()
    assert near["around"] and len(near["links"]) > 0


def test_a_link_says_what_the_network_says_of_it(
    client: httpx.Client, told: dict[str, Any], small_graph: Graph
) -> None:
    whole = small_graph.network("coordination")
    quoted = 0
    for a, b, *ties in told["links"][:: max(1, len(told["links"]) // 12)]:
        ends = {"source": told["nodes"][a][0], "target": told["nodes"][b][0]}
        said = client.get("/explore/coordination/links", params={**ends, "lang": "en"}).json()
        expected = whole.edges[ID + ends["source"], ID + ends["target"]]["ties"]
        assert len(said["ties"]) == len(ties) == len(expected)
        assert {ID + tie["iri"] for tie in said["ties"]} == {tie["arrangement"] for tie in expected}
        assert {q["exact"] for tie in said["ties"] for q in tie["quotations"]} == {
            q["exact"] or "" for tie in expected for q in tie["quotations"]
        }
        assert all(tie["page"].startswith("/page/") for tie in said["ties"])
        quoted += any(q["exact"] for tie in said["ties"] for q in tie["quotations"])
    assert quoted


def test_the_form_leads_to_the_network_it_names(client: httpx.Client) -> None:
    answer = client.get("/explore/coordination", params={"network": "funding", "weight": "count", "territory": ""})
    assert answer.status_code == 303 and answer.headers["location"] == "/explore/funding?weight=count"
    assert client.get("/explore").headers["location"] == "/explore/coordination"
    odd = client.get("/explore/coordination", params={"network": "//example.org/x"})
    assert odd.headers["location"] == "/explore/%2F%2Fexample.org%2Fx"


def test_it_is_framed_only_where_it_asks_to_be(client: httpx.Client) -> None:
    usual = client.get("/explore/funding").headers["content-security-policy"]
    framed = client.get("/explore/funding?embed=1")
    assert "frame-ancestors 'none'" in usual
    assert framed.headers["content-security-policy"] == usual.replace("frame-ancestors 'none'", "frame-ancestors *")
    assert 'class="explore embed"' in framed.text and 'target="_blank"' in framed.text


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/explore/nothing", 404, "queries/networks"),
        ("/explore/nothing.json", 404, "queries/networks"),
        ("/explore/<script>alert(1)<script>", 404, ""),
        ("/explore/coordination?territory=<script>", 404, ""),
        ("/explore/coordination.json?territory=zzz", 404, ""),
        ("/explore/funding.json?type=mlg:Event", 400, "type"),
        ("/explore/coordination/links", 404, "two ends|not tied"),
        ("/explore/coordination/links?source=organisation/x&target=organisation/y", 404, "not tied"),
        ("/explore/coordination/links?source=%22%3E%20&target=a b", 404, "ends"),
        ("/explore/coordination?lang=de", 400, "fr, en"),
    ],
)
def test_bad_input(path: str, status: int, words: str, client: httpx.Client) -> None:
    answer = client.get(path)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert re.search(words, answer.json()["detail"])


def test_what_it_opens_is_small(client: httpx.Client, told: dict[str, Any]) -> None:
    """Of the small graph; the drawing of the country is 120 kB."""
    size = len(gzip.compress(json.dumps(told, ensure_ascii=False).encode(), 9))
    assert size < 40_000
    assert len(gzip.compress(client.get("/explore/coordination").content, 9)) < 20_000
