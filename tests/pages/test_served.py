"""Every kind of page over HTTP: whole in both languages, its links answer, what goes wrong is a page too."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import httpx
import pytest

KINDS = {
    "home": "/",
    "actor": "/page/organisation/siren-130007834",
    "collaboration": "/page/organisation/cpts-grand-nancy",
    "arrangement": "/page/arrangement/cls-combrailles-3",
    "territory": "/page/territory/departement-54",
    "document": "/page/document/convention-gpsea-2017",
    "concept": "/page/def/role/signatory",
    "quotation": "/page/quotation/convention-gpsea-2017/0-67",
}
HTML = {"Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"}


@pytest.fixture(scope="module")
def client(small_server: Any) -> httpx.Client:
    return small_server.client()  # type: ignore[no-any-return]


def words_of(page: str) -> set[str]:
    """The texts of the frame and headings, without what the graph says."""
    return set(re.findall(r"<h2[^>]*>([^<]+)", page)) | set(re.findall(r'<th scope="col"[^>]*>([^<]+)', page))


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_in_both_languages(client: httpx.Client, kind: str) -> None:
    path = KINDS[kind]
    fr, en = client.get(path, headers=HTML), client.get(path, params={"lang": "en"}, headers=HTML)
    for lang, answer in (("fr", fr), ("en", en)):
        assert answer.status_code == 200 and answer.headers["content-type"] == "text/html; charset=utf-8"
        assert f'<html lang="{lang}">' in answer.text and answer.text.rstrip().endswith("</html>")
        assert answer.text.count("<h1") == 1 and "<script" not in answer.text
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        other = path + ("" if lang == "en" else "?lang=en")
        assert f'href="{other}" lang="{"en" if lang == "fr" else "fr"}"' in answer.text
    assert not {
        text for text in words_of(fr.text) & words_of(en.text) if text not in ("Participation ", "Document", "Dates")
    }


@pytest.mark.parametrize("kind", KINDS)
def test_the_ways_on(client: httpx.Client, kind: str) -> None:
    """Links to things, data and files answer; every other address inside is one that the server knows."""
    page = client.get(KINDS[kind], params={"lang": "en"}).text
    inside = {unescape(address) for address in re.findall(r'(?:href|src|action)="(/[^"]*)"', page)}
    assert inside
    for address in sorted(inside):
        known = r"/$|/\?|/page/|/data/|/static/|/questions|/api/questions/|/explore/|/compare|/sparql|/search|/def"
        assert re.match(known, address), address
    things = sorted(address for address in inside if address.startswith(("/page/", "/data/", "/static/")))
    for address in things[:: max(1, len(things) // 12)]:
        assert client.get(address).status_code == 200, address
    files = sorted(address for address in inside if address.startswith("/api/"))
    assert all(client.get(address).status_code == 200 for address in files)
    anchors = set(re.findall(r'href="#([^"]+)"', page))
    assert anchors <= set(re.findall(r'id="([^"]+)"', page))


def test_a_page_has_its_data_and_its_tag(client: httpx.Client) -> None:
    answer = client.get(KINDS["arrangement"])
    assert '/data/arrangement/cls-combrailles-3>; rel="alternate"' in answer.headers["link"]
    again = client.get(KINDS["arrangement"], headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304 and not again.content
    head = client.head(KINDS["arrangement"])
    assert head.status_code == 200 and head.headers["etag"] == answer.headers["etag"] and not head.content


def test_a_form_that_is_sent(client: httpx.Client) -> None:
    page = client.get(KINDS["territory"], params={"at": "2019-06-30", "lang": "en"})
    assert "Contracts in force on 30 June 2019" in page.text and 'value="2019-06-30"' in page.text
    assert f'href="{KINDS["territory"]}?at=2019-06-30" lang="fr"' in page.text
    refused = client.get(KINDS["territory"], params={"at": "soon"})
    assert refused.status_code == 400 and "soon" in refused.json()["detail"] and refused.json()["fix"]


def test_what_goes_wrong_is_a_page(client: httpx.Client) -> None:
    wrong = {
        "/page/organisation/ars-grand-esst": 404,
        "/nothing": 404,
        KINDS["actor"] + "?lang=de": 400,
        KINDS["territory"] + "?at=%3Cscript%3E": 400,
        "/page/%3Cscript%3Ealert(1)%3C/script%3E": 404,
    }
    for path, status in wrong.items():
        answer = client.get(path, headers=HTML)
        assert answer.status_code == status and answer.headers["content-type"].startswith("text/html"), path
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "<script" not in answer.text and 'href="/static/site.css' in answer.text
        told = client.get(path)
        assert told.status_code == status and told.headers["content-type"] == "application/problem+json"
        assert told.json()["fix"] and unescape(answer.text).count(told.json()["fix"][:20]) >= 1
    assert "ARS Grand Est" in client.get("/page/organisation/ars-grand-esst", headers=HTML).text
    assert '<html lang="en">' in client.get("/nothing?lang=en", headers=HTML).text
    assert client.post("/", headers=HTML).status_code == 405
