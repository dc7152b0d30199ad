"""Pages of questions: every one is answered, its form is its header, values are told apart, pictures count the rows."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from maillage.asking.answers import answer
from maillage.asking.catalogue import Catalogue
from maillage.errors import NotFoundError
from maillage.library import Graph
from maillage.pages.asked.citation import cited
from maillage.pages.asked.picture import pictures_of
from maillage.pages.asked.question import example_of
from maillage.pages.directory import PAGES
from maillage.pages.kit.refused import Refused
from maillage.pages.kit.rows import MANY, shown_rows
from maillage.pages.kit.setting import Served, Setting, setting
from maillage.pages.kit.wording import words
from maillage.places import Places
from maillage.terms import ID
from maillage.things.table import Column, Table

QUESTIONS = "queries/questions"


class Read(HTMLParser):
    """What a reader meets: addresses, ids, what is labelled, and fields with what they hold."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.ids: list[str] = []
        self.labelled: set[str] = set()
        self.fields: dict[str, dict[str, str | None]] = {}
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "a":
            self.addresses.append(said.get("href") or "")
        if said.get("id"):
            self.ids.append(str(said["id"]))
        if tag == "label":
            self.labelled.add(str(said["for"]))
        if tag in ("input", "select") and said.get("type") != "hidden":
            self.fields[str(said.get("name"))] = said


@pytest.fixture(scope="module")
def fr(small_graph: Graph) -> Setting:
    return setting(small_graph, "fr", Served("fr"))


def made(where: Setting, name: str, **given: str | list[str]) -> bytes:
    return PAGES["question"](where, name, given)


def refused(where: Setting, name: str, **given: str | list[str]) -> bytes:
    with pytest.raises(Refused) as caught:
        made(where, name, **given)
    assert caught.value.status == 400
    return caught.value.page


def test_every_question_stands_once_in_the_list(fr: Setting, small_graph: Graph) -> None:
    catalogue = small_graph.built.catalogue
    page = Read(PAGES["questions"](fr, "", {}))
    listed = [urlsplit(address).path for address in page.addresses if address.startswith("/questions/")]
    for query in catalogue.of("questions"):
        assert listed.count(f"/questions/{query.name}") == 1 + (query.name == "sources")  # the footer's
        for lang in ("fr", "en"):
            assert set(query.tags) <= set(words("questions", lang)["themes"]), query.name


def test_every_question_is_answered_in_both_languages(small_graph: Graph, places: Places) -> None:
    for lang in ("fr", "en"):
        where = setting(small_graph, lang, Served(lang))
        for query in Catalogue(places).of("questions"):
            page = made(where, query.name)
            seen = Read(page)
            assert len(seen.ids) == len(set(seen.ids)), query.name
            assert set(query.params) == set(seen.fields) - {"q"}, query.name
            assert {f"p-{name}" for name in query.params} <= seen.labelled
            assert 'id="answer"' in page.decode() and "<script" not in page.decode(), query.name
            rest = re.sub(r"<title>.*?</title>|<textarea.*?</textarea>|<pre.*?</pre>", "", page.decode(), flags=re.S)
            assert "None" not in rest and "Undefined" not in rest, query.name


def test_the_answer_is_that_of_the_library(fr: Setting, small_graph: Graph) -> None:
    for name in ("contracts", "who-coordinates-with", "territories-within"):
        query = small_graph.built.catalogue.get("questions", name)
        table = small_graph.ask(name, **example_of(query))
        page = made(fr, name).decode()
        for heading in table.visible()[0]:
            assert f">{heading.replace(chr(39), '&#39;')}<" in page
        rows = re.findall(r"<tr><td.*?</tr>", page, re.S)
        assert len(rows) == min(len(table), MANY)
        if len(table) > MANY:
            assert f"{len(table) - MANY}" in page.replace("\u202f", "")


def test_a_name_is_resolved_as_the_command_does(fr: Setting, small_graph: Graph) -> None:
    page = made(fr, "who-coordinates-with", actor="ars  grand EST")
    iri = small_graph.find("ARS Grand Est")
    seen = Read(page)
    assert f"/page/{iri.removeprefix(ID)}" in seen.addresses
    assert seen.fields["actor"]["value"] == small_graph.label(iri)
    table = small_graph.ask("who-coordinates-with", actor=iri)
    assert page.count(b"<tr><td") == min(len(table), MANY)
    both = made(fr, "participations-of-actor", actor=["ARS Grand Est", "body:agence-scalen"], role="role:participant")
    assert both.decode().count('name="actor"') == 2 and '<option value="role:participant" selected>' in both.decode()


def test_what_stands_for_nothing_offers_what_is_near(fr: Setting) -> None:
    page = refused(fr, "who-coordinates-with", actor="ARS Grand Este", type="mlg:Event")
    near = [address for address in Read(page).addresses if "actor=body" in address]
    assert near and all(parse_qs(urlsplit(address).query)["type"] == ["mlg:Event"] for address in near)
    for address in near:
        assert made(fr, "who-coordinates-with", **parse_qs(urlsplit(address).query))
    assert 'aria-invalid="true"' in page.decode() and 'value="ARS Grand Este"' in page.decode()


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("contracts", {"generation": "deux"}),
        ("contracts", {"colour": "blue"}),
        ("contracts", {"region": "Nulle part"}),
        ("contracts", {"status": '"><script>alert(1)</script>'}),
        ("contracts", {"territory": "\x1b[31m\u202e"}),
        ("who-coordinates-with", {"since": "2024-13-45"}),
        ("who-coordinates-with", {"since": "2024", "before": "2020"}),
    ],
)
def test_a_wrong_value_is_told_and_not_asked(fr: Setting, name: str, given: dict[str, str]) -> None:
    page = refused(fr, name, **given).decode()
    assert 'class="wrong"' in page and 'id="answer"' not in page
    assert "<script" not in page and "\x1b" not in page and "\u202e" not in page


def test_a_region_is_taken_as_by_the_command(fr: Setting, small_graph: Graph) -> None:
    page = made(fr, "contracts", region="Grand Est")
    table = small_graph.ask("contracts", region="Grand Est")
    assert page.count(b"<tr><td") == min(len(table), MANY)
    assert Read(page).fields["territory"]["value"]


def test_no_question_of_that_name(fr: Setting) -> None:
    with pytest.raises(NotFoundError, match="contrats"):
        made(fr, "contrats")


def test_pictures_count_the_rows(fr: Setting, small_graph: Graph) -> None:
    built = small_graph.built
    table = answer(built.catalogue.get("questions", "contracts"), built.store, built.names)
    drawn = pictures_of(fr, table)
    assert drawn.years is not None
    assert sum(n for _, n in drawn.years.counts) + drawn.years.undated == len(table)
    assert drawn.bars is not None and sum(int(bar.value) for bar in drawn.bars.bars) == len(table)
    assert max(bar.length for bar in drawn.bars.bars) == 100
    assert drawn.areas is not None and not drawn.areas.measured
    placed = sum(int(area.value) for area in drawn.areas.areas if area.value)
    assert placed >= len(table) - drawn.areas.unplaced > 0  # what straddles counts in each


def test_a_map_of_numbers(fr: Setting, small_graph: Graph) -> None:
    table = small_graph.ask("territories-within", territory="Grand Est", level="mlg:Department")
    areas = pictures_of(fr, table).areas
    assert areas is None or areas.measured == "Population"
    rows = [
        [f"D{n}", f"{ID}territory/departement-{n}", value] for n, value in (("54", 7), ("55", 1), ("57", 40), ("88", 3))
    ]
    three = Table(
        [Column("place", "Lieu", type="iri"), Column("place_iri", hidden=True), Column("n", "N", type="integer")], rows
    )
    found = pictures_of(fr, three).areas
    assert found is not None and found.measured == "N" and found.known == 4 and not found.unplaced
    shades = {area.value: area.colour for area in found.areas if area.value}
    assert len(set(shades.values())) == 4 and shades["40"] == found.steps[0][0]


def test_figures_of_unlike_kinds_are_not_set_side_by_side(fr: Setting) -> None:
    columns = [Column("a", "A", type="iri"), Column("a_iri", hidden=True), Column("amount", "Montant", type="decimal")]
    rows = [[f"x{n}", f"{ID}organisation/x{n}", n] for n in range(1, 5)]
    plain = pictures_of(fr, Table(columns, rows)).bars
    assert plain is not None and plain.measured == "Montant"
    kinds = [*columns, Column("amount_kind", "Sorte", type="string")]
    assert not pictures_of(fr, Table(kinds, [[*row, "plafond"] for row in rows]))


def test_long_tables_are_cut_and_say_so() -> None:
    table = Table([Column("n", "N", type="integer")], [[n] for n in range(MANY + 7)])
    shown = shown_rows(table, Served())
    assert (len(shown.rows), shown.left, shown.total, list(shown.numbers)) == (MANY, 7, MANY + 7, [True])


def test_links_of_cells() -> None:
    columns = [Column("a", type="iri"), Column("a_iri", hidden=True), Column("page", type="string")]
    rows = [["X", f"{ID}organisation/x", "https://example.org/"], ["Y", "urn:y", "javascript:alert(1)"]]
    first, second = shown_rows(Table(columns, rows), Served("en")).rows
    assert (first[0].address, first[0].away) == ("/page/organisation/x?lang=en", False)
    assert (first[1].address, first[1].away) == ("https://example.org/", True)
    assert second[0].address is None and second[1].address is None
    unpaged = Table(columns[:2], [["Z", "https://w3id.org/maillage/none"], ["W", "https://www.wikidata.org/entity/Q1"]])
    ours, theirs = (row[0] for row in shown_rows(unpaged, Served()).rows)
    assert ours.address is None and (theirs.address, theirs.away) == ("https://www.wikidata.org/entity/Q1", True)


def test_a_citation_says_what_was_asked_and_when(fr: Setting) -> None:
    said = cited(
        fr, "L'aide & 100 % {x}_y", "https://example.org/x_y", "aid", {"day": ["2024-06-30"], "kind": ["a", "b"]}
    )
    assert fr.at.isoformat() in said.bibtex and "kind = a, b" in said.text and "2024-06-30" in said.text
    assert r"\& 100 \% \{x\}\_y" in said.bibtex and "{https://example.org/x_y}" in said.bibtex
    assert said.bibtex.startswith("@misc{maillage-aid-") and said.bibtex.count("{") == said.bibtex.count("}")


def test_every_question_is_answered_where_nothing_can_be_opened(small_server: Any, places: Places) -> None:
    with small_server.client() as client:
        for query in Catalogue(places).of("questions"):
            answer = client.get(f"/questions/{query.name}")
            assert answer.status_code == 200 and 'id="answer"' in answer.text, query.name


def test_served(small_server: Any) -> None:
    with small_server.client() as client:
        listed = client.get("/questions?lang=en")
        assert listed.status_code == 200 and '<html lang="en"' in listed.text
        found: httpx.Response = client.get("/questions/contracts?territory=Meurthe-et-Moselle")
        assert found.status_code == 200 and found.headers["content-type"].startswith("text/html")
        address = next(a for a in Read(found.content).addresses if "format=csv" in a)
        rows = client.get(address)
        assert rows.headers["content-type"].startswith("text/csv")
        assert len(rows.text.splitlines()) - 1 == found.text.count("<tr><td")
        wrong = client.get("/questions/contracts?territory=Meurthe-et-Mosele")
        assert wrong.status_code == 400 and "content-security-policy" in wrong.headers and "Peut-être" in wrong.text
        assert client.get("/questions/contrats").status_code == 404
        assert client.get("/question/contracts", follow_redirects=False).headers["location"] == "/questions/contracts"
