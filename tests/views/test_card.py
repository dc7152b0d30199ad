"""Cards: everything in the graph has one, nothing the graph says of a thing is lost on it, and nothing is made up."""

from __future__ import annotations

import json
import os
import random
import re
import time
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import maillage
from maillage.asking.catalogue import read_query
from maillage.asking.profiles import order_of, profile_triples, profiles_of
from maillage.errors import MaillageError
from maillage.library import Graph
from maillage.terms import ID, MLG, PREFIXES, RDF, SKOS
from maillage.things.rdf import NamedNode
from maillage.views.card import make_card
from maillage.views.card_html import to_html
from maillage.views.card_model import Card, Line
from maillage.views.card_text import to_dict, to_markdown

GOLDEN = Path(__file__).parent / "golden"
#: The card of each and its language.
TYPICAL = {
    "actor": ("ARS Grand Est", "fr"),
    "arrangement": ("arr:aide-internes-grand-est", "fr"),
    "territory": ("terr:departement-54", "fr"),
    "document": ("doc:ateliers-sante-grand-nancy-2023", "en"),
    "concept": ("role:carrier", "en"),
    "collaboration": ("body:cpts-grand-nancy", "fr"),
}
FAST = 120.0


def card_of(graph: Graph, iri: str, lang: str = "fr") -> Card:
    built = graph.built
    return make_card(iri, built.catalogue, built.store, built.names, lang)


def lines_of(card: Card) -> list[Line]:
    return [line for s in card.sections for g in s.groups for block in g.blocks for line in block.lines]


def facts_of(card: Card) -> dict[str, str]:
    return {fact.label: " ; ".join(ref.text for ref in fact.values) for fact in card.facts}


@pytest.mark.parametrize("name", TYPICAL)
def test_golden(graph: Graph, name: str) -> None:
    text, lang = TYPICAL[name]
    said = to_markdown(graph.card(text, lang))
    path = GOLDEN / f"card-{name}.md"
    if os.environ.get("MAILLAGE_UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(said, encoding="utf-8")
    assert said == path.read_text(encoding="utf-8"), "If this is meant: MAILLAGE_UPDATE_GOLDEN=1 pytest tests/views"


def drawn(graph: Graph) -> list[str]:
    """Some things of every class, drawn by lot, the same in each run."""
    lot = random.Random(4)
    kinds: dict[str, list[str]] = {}
    for typed in graph.built.store.values(None, RDF + "type"):
        if isinstance(typed.subject, NamedNode):
            kinds.setdefault(typed.object.value, []).append(typed.subject.value)
    return sorted({iri for _, iris in sorted(kinds.items()) for iri in lot.sample(sorted(iris), min(6, len(iris)))})


def test_everything_has_a_card_in_both_languages(graph: Graph) -> None:
    things = drawn(graph)
    assert len(things) > 300
    begun = time.monotonic()
    for iri in things:
        for lang in ("fr", "en"):
            card = card_of(graph, iri, lang)
            page = to_markdown(card)
            assert page.startswith("# "), iri
            assert card.title.strip(), iri
            if iri.startswith(ID):
                # Every property and class is named in words, in both languages.
                for label in (*(f.label for f in card.facts), *(s.title for s in card.sections)):
                    assert label and not re.match(r"https?:|[a-z]+:[a-zA-Z]+\Z", label), (iri, label)
        assert to_html(card_of(graph, iri)).startswith("<!doctype html>"), iri
    assert time.monotonic() - begun < FAST


def test_no_claim_is_lost(graph: Graph) -> None:
    """A claim stands on the card of each of its ends, with all its sentences, and on that of its document."""
    built = graph.built
    store = built.store
    cards: dict[str, dict[str, set[str]]] = {}

    def proofs(iri: str) -> dict[str, set[str]]:
        if iri not in cards:
            found: dict[str, set[str]] = {}
            for section in card_of(graph, iri).sections:
                for group in section.groups:
                    for block in group.blocks:
                        for line in block.lines:
                            found.setdefault(line.iri, set()).update(quote.iri for quote in block.quotes)
            cards[iri] = found
        return cards[iri]

    seen = 0
    for kind in store.values(None, MLG + "edgeFrom"):
        ends = [kind.object.value, *(t.object.value for t in store.values(kind.subject.value, MLG + "edgeTo"))]
        for typed in store.values(None, RDF + "type", kind.subject.value):
            claim = typed.subject.value
            evidence = {t.object.value for t in store.values(claim, MLG + "evidence")}
            documents = {t.object.value for q in evidence for t in store.values(q, MLG + "document")}
            for thing in {t.object.value for end in ends for t in store.values(claim, end)} | documents:
                assert claim in proofs(thing), f"{claim} is not on the card of {thing}"
                assert evidence <= proofs(thing)[claim], f"a sentence of {claim} is not on the card of {thing}"
                seen += 1
    assert seen > 1000


def test_a_profile_says_nothing_of_what_is_not_there(graph: Graph) -> None:
    """A pattern that does not hang on ?this would drag the whole graph onto every card."""
    for query in graph.built.catalogue.of("profiles"):
        assert profile_triples(ID + "organisation/not-there", [query], graph.built.store) == [], query.name


def test_a_document_has_its_own_claims_only(graph: Graph) -> None:
    store = graph.built.store
    for name in ("ateliers-sante-grand-nancy-2023", "fil-posts-sante-territoriale"):
        card = graph.card(f"doc:{name}")
        (claims,) = [section for section in card.sections if section.about == MLG + "Claim"]
        said = [line.iri for group in claims.groups for block in group.blocks for line in block.lines]
        assert len(said) == len(set(said)) == claims.count
        assert all(iri.startswith(f"{ID}claim/{name}/") for iri in said)
        starts = [block.quotes[0].start or 0 for group in claims.groups for block in group.blocks]
        assert starts == sorted(starts), "claims are not in reading order"
        # The counts by kind add up.
        assert sum(map(int, re.findall(r"\d+", claims.note))) == claims.count
    assert any(True for _ in store.values(f"{ID}document/{name}.01", PREFIXES["dct"] + "isPartOf"))
    assert graph.card(f"doc:{name}.01").sections


@pytest.mark.parametrize(
    ("name", "profiles"),
    [
        ("body:siren-130007834", ["actor"]),
        ("body:cpts-grand-nancy", ["actor", "arrangement"]),
        ("arr:cls-reims", ["arrangement"]),
        ("terr:departement-54", ["territory"]),
        ("family:contrats-locaux-de-sante", ["family"]),
        ("group:acteurs-sante-grand-nancy", ["group"]),
        ("person:joan-orcier", ["person"]),
        ("claim:ateliers-sante-grand-nancy-2023/atelier-2.ars", ["claim"]),
        ("quotation:ateliers-sante-grand-nancy-2023/649-811", ["quotation"]),
        ("role:carrier", ["concept"]),
        ("https://w3id.org/maillage/def/role", ["scheme"]),
        ("mlg:LocalHealthContract", ["class"]),
        ("mlg:inArrangement", ["thing"]),
    ],
)
def test_the_most_specific_profile_is_taken(graph: Graph, name: str, profiles: list[str]) -> None:
    built = graph.built
    iri = graph.find(name)
    assert [q.name for q in profiles_of(iri, built.catalogue, built.store, built.names)] == profiles
    assert list(card_of(graph, iri).profiles) == profiles


def test_the_profile_gives_the_order(graph: Graph) -> None:
    (actor,) = profiles_of(graph.find("ARS Grand Est"), graph.built.catalogue, graph.built.store, graph.built.names)
    order = order_of([actor])
    assert order[SKOS + "altLabel"] < order[MLG + "siren"] < order[MLG + "Participation"] < order[MLG + "Tenure"]
    titles = [section.about for section in graph.card("ARS Grand Est").sections]
    assert titles == sorted(titles, key=lambda iri: order[iri])


def test_profile_as_rdflib(graph: Graph) -> None:
    import rdflib

    said = graph.profile("ARS Grand Est")
    this = rdflib.URIRef(graph.find("ARS Grand Est"))
    assert (this, rdflib.URIRef(MLG + "siren"), rdflib.Literal("130007834")) in said
    assert len(list(said.subjects(rdflib.URIRef(PREFIXES["cv"] + "hasParticipant"), this))) >= 2


def test_derived_is_said_to_be_derived(graph: Graph) -> None:
    within = next(f for f in graph.card("terr:departement-54").facts if f.property == MLG + "within")
    assert {ref.text: ref.note for ref in within.values} == {"France": "dérivé", "Grand Est": "", "Lorraine": ""}
    coordination = next(s for s in graph.card("ARS Grand Est").sections if s.about == MLG + "Coordination")
    assert "dérivé" in coordination.note
    status = next(f for f in graph.card("arr:atelier-sante-grand-nancy-2").facts if f.property == MLG + "status")
    assert [ref.note for ref in status.values] == ["dérivé"]


def test_partners_and_through_what(graph: Graph) -> None:
    card = graph.card("CPAM de Meurthe-et-Moselle")
    (section,) = [s for s in card.sections if s.about == MLG + "Coordination"]
    partners = {
        group.title: [r.text for b in group.blocks for ln in b.lines for r in ln.ends[0]] for group in section.groups
    }
    assert (
        "Atelier santé territorial n° 2 du Grand Nancy (25 mai 2023)" in partners["Agence régionale de santé Grand Est"]
    )
    assert all(group.iri and group.iri != card.iri for group in section.groups)


HEAD = "".join(f"@prefix {p}: <{n}> .\n" for p, n in PREFIXES.items())
NASTY = '<script>alert(1)</script> & *bold* [x](y) | \\u001b[31m \\"q\\"'
MADE_UP = (
    HEAD
    + f"""
doc:made-up a mlg:Document ; dct:title "A <b>made-up</b> text"@fr ; dct:language "fr" ;
    dct:source <https://example.org/a?b=%3Cc%3E&d> ; mlg:origin origin:curated .
body:one a mlg:Association ; skos:prefLabel "{NASTY}"@fr .
body:two a mlg:Association ; skos:prefLabel "Deux"@fr .
arr:pact a mlg:Pact ; skos:prefLabel "Pacte"@fr .
arr:plan a mlg:Programme ; skos:prefLabel "Plan"@fr .
<{ID}claim/m/1> a mlg:Participation ; cv:hasParticipant body:one ; cv:role role:signatory ; mlg:inArrangement arr:pact ;
    mlg:modality modality:denied ; mlg:evidence <{ID}quotation/m/0-5> .
<{ID}claim/m/2> a mlg:Participation ; cv:hasParticipant body:one ; cv:role role:lead ; mlg:inArrangement arr:pact ;
    mlg:modality modality:planned ; mlg:certainty certainty:inferred ; mlg:origin origin:suggested ;
    schema:startDate "XXXX-03-15"^^edtf:EDTF ; mlg:evidence <{ID}quotation/m/0-5> .
<{ID}claim/m/3> a mlg:Participation ; cv:hasParticipant body:two ; cv:role role:member ; mlg:inArrangement arr:pact ;
    mlg:modality modality:done ; mlg:evidence <{ID}quotation/m/0-5> .
<{ID}claim/m/4> a mlg:State ; mlg:inArrangement arr:pact ; mlg:signedOn "2018"^^xsd:gYear ; mlg:modality modality:done ;
    schema:startDate "2018"^^xsd:gYear ; mlg:evidence <{ID}quotation/m/0-5> .
<{ID}claim/m/5> a mlg:State ; mlg:inArrangement arr:pact ; schema:startDate "2019"^^xsd:gYear ; mlg:modality modality:done ;
    mlg:evidence <{ID}quotation/m/0-5> .
<{ID}claim/m/6> a mlg:Relation ; mlg:subject arr:pact ; mlg:relation relation:succeeds ; mlg:object arr:plan ;
    mlg:modality modality:ongoing ; mlg:evidence <{ID}quotation/m/0-5> .
<{ID}claim/m/7> a mlg:Funding ; mlg:funder body:two ; mlg:beneficiary body:one, arr:plan ; mlg:inArrangement arr:pact ;
    mlg:amountMax 30000.0 ; mlg:currency "EUR" ; mlg:amountKind amountKind:ceiling ; mlg:modality modality:done ;
    mlg:evidence <{ID}quotation/m/0-5> .
<{ID}claim/m/8> a mlg:Observation ; mlg:about body:two ; mlg:indicator indicator:participants ; mlg:comparator ">=" ;
    mlg:value 1500.0 ; mlg:modality modality:done ; mlg:evidence doc:made-up .
<{ID}quotation/m/0-5> a mlg:Quotation ; mlg:document doc:made-up ; oa:exact "{NASTY}" ; oa:start 0 ; oa:end 5 .
"""
)


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    folder = tmp_path_factory.mktemp("graph")
    (folder / "made-up.ttl").write_text(MADE_UP, encoding="utf-8")
    return maillage.open_graph(folder)


@pytest.mark.parametrize(
    ("lang", "marks"),
    [
        ("fr", {"1": ("nié",), "2": ("prévu", "déduit", "suggestion"), "3": ()}),
        ("en", {"1": ("denied",), "2": ("planned", "inferred", "suggested"), "3": ()}),
    ],
)
def test_what_is_not_done_is_said_in_words(made_up: Graph, lang: str, marks: dict[str, tuple[str, ...]]) -> None:
    for thing in ("arr:pact", "body:one", "body:two", "role:lead", "doc:made-up"):
        card = made_up.card(thing, lang)
        page, html = to_markdown(card), to_html(card)
        for line in lines_of(card):
            number = line.iri.rpartition("/")[2]
            if number in marks:
                assert line.marks == marks[number], thing
                if line.marks:
                    said = ", ".join(line.marks)
                    assert f"**{said}**" in page
                    assert f">{said}<" in html


def test_unknown_is_said(made_up: Graph) -> None:
    pact = made_up.card("arr:pact")
    # 2018 says one source, 2019 another: no date is settled, and it is not that none is said.
    assert facts_of(pact)["dates"] == "non établi : voir les affirmations"
    assert facts_of(pact)["signé le"] == "2018"
    assert facts_of(pact)["statut"] == "non dit"
    assert facts_of(made_up.card("arr:plan"))["dates"] == "non dites"
    one = {line.iri[-1]: line.when for line in lines_of(made_up.card("body:one"))}
    assert one["2"] == "à partir du 15 mars (année non dite) (fin non dite)"
    assert one["1"] == "2018 (dates du dispositif)"
    document = facts_of(made_up.card("doc:made-up"))
    assert document["éditeur"] == document["auteur"] == document["publié le"] == "non dit"


def test_planned_dates_are_said_to_be_planned(tmp_path: Path) -> None:
    part = "<{id}claim/p/{n}> a mlg:Participation ; cv:hasParticipant body:{who} ; cv:role role:partner ; "
    part += "mlg:inArrangement arr:plan ; mlg:modality modality:done .\n"
    facts = """body:one a mlg:Association ; skos:prefLabel "Un"@fr . body:two a mlg:Association ; skos:prefLabel "Deux"@fr .
        arr:plan a mlg:Programme ; skos:prefLabel "Plan"@fr .
        <{id}claim/p/s> a mlg:State ; mlg:inArrangement arr:plan ; mlg:modality modality:planned ;
            schema:startDate "2020"^^xsd:gYear ; schema:endDate "2023"^^xsd:gYear .\n""".replace("{id}", ID)
    facts += part.format(id=ID, n=1, who="one") + part.format(id=ID, n=2, who="two")
    (tmp_path / "plan.ttl").write_text(HEAD + facts, encoding="utf-8")
    graph = maillage.open_graph(tmp_path)
    (line,) = [ln for ln in lines_of(graph.card("body:one")) if ln.kind == MLG + "Coordination"]
    assert line.when == "de 2020 à 2023 (dates prévues)"
    assert facts_of(graph.card("arr:plan"))["dates"] == "de 2020 à 2023 (dates prévues)"


def test_amounts_and_values(made_up: Graph) -> None:
    card = made_up.card("arr:pact")
    (funding,) = [line for line in lines_of(card) if line.kind == MLG + "Funding"]
    assert [[ref.text for ref in refs] for refs in funding.ends] == [
        ["Deux"],
        ["Plan", made_up.label(made_up.find("body:one"))],
    ]
    amount = next(d for d in funding.details if d.property == MLG + "amount")
    assert amount.values[0].text == "au plus 30\u202f000\u00a0€ (plafond)"
    (seen,) = [line for line in lines_of(made_up.card("body:two", "en")) if line.kind == MLG + "Observation"]
    assert [(d.label, d.values[0].text) for d in seen.details] == [("participants", "at least 1,500")]
    (block,) = [
        b
        for s in made_up.card("body:two").sections
        if s.about == MLG + "Observation"
        for g in s.groups
        for b in g.blocks
    ]
    assert [(q.text, q.document.text) for q in block.quotes] == [("", "A <b>made-up</b> text")], "a row of a register"


def test_a_relation_reads_the_way_the_words_say(made_up: Graph) -> None:
    def headings(name: str) -> list[str]:
        return [g.title for s in made_up.card(name).sections if s.about == MLG + "Relation" for g in s.groups]

    assert headings("arr:pact") == ["succède à …"]
    assert headings("arr:plan") == ["… succède à Plan"]


class Elements(HTMLParser):
    """Elements and what they point at."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.fetched: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name in ("src", "srcset", "data", "poster", "action", "background") or (
                tag == "link" and name == "href"
            ):
                self.fetched.append(value or "")
            elif name == "href":
                self.links.append(value or "")
            assert not name.startswith("on")


@pytest.mark.parametrize("thing", ["body:one", "arr:pact", "doc:made-up", "quotation:m/0-5", "claim:m/1"])
def test_html_holds_all_and_obeys_nobody(made_up: Graph, thing: str) -> None:
    html = to_html(made_up.card(thing), "9.9")
    elements = Elements()
    elements.feed(html)
    assert "script" not in elements.tags
    assert "b" not in elements.tags
    assert elements.fetched == ["data:,"]
    assert all(link.startswith("#") or link == "https://example.org/a?b=%3Cc%3E&d" for link in elements.links)
    assert "url(" not in html and "@import" not in html
    assert "default-src &#39;none&#39;" in html
    assert "\x1b" not in html
    assert "--accent: #1f4e79" in html, "the colours of the network page are not in the card"
    assert "&lt;script&gt;" in html


def test_markdown_holds_no_markup_of_others(made_up: Graph) -> None:
    page = to_markdown(made_up.card("body:one"))
    assert "<script" not in page.replace("\\<script", "")
    assert "\\*bold\\*" in page and "\\[x\\](y)" in page
    assert "\x1b" not in page
    assert "](<https://example.org/a?b=%3Cc%3E&d>)" in page


def test_json_is_plain_and_whole(graph: Graph, made_up: Graph) -> None:
    plain = json.loads(json.dumps(to_dict(made_up.card("arr:pact"))))
    assert plain["@id"] == ID + "arrangement/pact"
    assert plain["curie"] == "arr:pact"
    said = json.dumps(plain)
    for number in range(1, 8):
        assert f"{ID}claim/m/{number}" in said


def test_pages_cut_say_so_and_data_is_whole(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    card = graph.card("doc:ateliers-sante-grand-nancy-2023")
    count = sum(section.count for section in card.sections)
    assert "autres (toutes" not in to_markdown(card)
    monkeypatch.setattr("maillage.views.card_text.MANY", 10)
    assert f"… et {count - 10} autres (toutes avec -f json)" in to_markdown(card)
    assert f"… et {count - 10} autres (toutes avec -f json)" in to_html(card)
    assert to_markdown(card).count("\n- **") == 10
    claims = [
        line["@id"] for s in to_dict(card)["sections"] for g in s["groups"] for b in g["blocks"] for line in b["lines"]
    ]
    assert len(claims) == count


def test_two_makings_are_the_same(made_up: Graph, tmp_path: Path) -> None:
    (tmp_path / "made-up.ttl").write_text(MADE_UP, encoding="utf-8")
    again = maillage.open_graph(tmp_path)
    for thing in ("arr:pact", "body:one", "role:lead"):
        assert to_html(made_up.card(thing)) == to_html(again.card(thing))


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda text: re.sub(r"VALUES \?this \{.*\}", "", text), r"the file as it lies does not bind 'this'"),
        (lambda text: text.replace("#+ of: mlg:Person\n", ""), "lacks the key 'of'"),
        (lambda text: text.replace("mlg:Tenure: [schema:startDate]", "mlg:Tenure: soon"), "'mlg:Tenure' of 'expected'"),
        (lambda text: "#+ inverse: {mlg:holder: {fr: x}}\n" + text, "'mlg:holder' of 'inverse'"),
        (lambda text: "#+ reading: maybe\n" + text, "reading is true or false"),
        (lambda text: text.replace("CONSTRUCT", "CONSTRUC"), "does not parse"),
    ],
)
def test_a_profile_written_wrong_is_refused(
    root: Path, tmp_path: Path, spoil: Callable[[str], str], message: str
) -> None:
    path = tmp_path / "person.rq"
    path.write_text(spoil((root / "queries/profiles/person.rq").read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(MaillageError, match=message):
        read_query(path, "profiles")


def test_a_profile_of_no_class_is_refused(root: Path, tmp_path: Path, graph: Graph) -> None:
    path = tmp_path / "person.rq"
    text = (root / "queries/profiles/person.rq").read_text(encoding="utf-8")
    path.write_text(text.replace("#+ of: mlg:Person", "#+ of: persons"), encoding="utf-8")
    catalogue = type("Stub", (), {"of": lambda self, kind: [read_query(path, kind)]})()
    with pytest.raises(MaillageError, match="'persons' is no class"):
        profiles_of(graph.find("Joan Orcier"), catalogue, graph.built.store, graph.built.names)


@pytest.mark.parametrize("width", [360, 1200])
def test_in_a_browser_nothing_leaves(made_up: Graph, open_page: Callable[..., Any], tmp_path: Path, width: int) -> None:
    """Opened offline: no request, no complaint, nothing wider than the window."""
    page_file = tmp_path / "card.html"
    page_file.write_text(to_html(made_up.card("arr:pact")), encoding="utf-8")
    page = open_page(page_file, width=width, ready=False)
    assert page.locator("h1").inner_text() == "Pacte"
    assert page.locator("section h2").count() >= 4
    assert page.locator(".mark").count() >= 3
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_signature_that_is_only_planned_heads_no_card(tmp_path: Path) -> None:
    """The day of a signature to come stands with the claim that plans it, not as one that took place."""
    text = (
        "@prefix mlg: <https://w3id.org/maillage/def#> .\n@prefix arr: <https://w3id.org/maillage/id/arrangement/> .\n"
        "@prefix modality: <https://w3id.org/maillage/def/modality/> .\n"
        "@prefix c: <https://w3id.org/maillage/id/claim/essai/> .\n"
        "@prefix doc: <https://w3id.org/maillage/id/document/> .\n@prefix dct: <http://purl.org/dc/terms/> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n\n"
        'doc:essai a mlg:Document ; dct:title "Essai"@fr .\n'
    )
    for name, modality in (("prevu", "planned"), ("fait", "done")):
        text += (
            f'arr:{name} a mlg:LocalHealthContract ; skos:prefLabel "Contrat {name}"@fr .\n'
            f"c:{name} a mlg:State ; mlg:inArrangement arr:{name} ; mlg:modality modality:{modality} ; "
            'mlg:signedOn "2019-11-29"^^xsd:date ; mlg:evidence doc:essai .\n'
        )
    (tmp_path / "essai.ttl").write_text(text, encoding="utf-8")
    small = maillage.open_graph(tmp_path)
    for name, expected in (("prevu", []), ("fait", ["dérivé"])):
        card = card_of(small, f"{PREFIXES['arr']}{name}")
        notes = [ref.note for fact in card.facts if fact.property == f"{MLG}signedOn" for ref in fact.values]
        assert notes == expected, name


def test_links_lead_to_other_data_sets(graph: Graph) -> None:
    """What they call the thing, by the name of the data set; that a match is only close is said."""
    card = card_of(graph, PREFIXES["terr"] + "departement-54")
    assert facts_of(card)["liens"] == "GeoNames 2994111 ; Wikidata Q12626 ; NUTS FRF31"
    page = to_html(card)
    assert '<a href="http://www.wikidata.org/entity/Q12626" rel="noopener noreferrer">Wikidata Q12626</a>' in page
    assert '<a href="https://sws.geonames.org/2994111/" rel="noopener noreferrer">GeoNames 2994111</a>' in page
    assert "[NUTS FRF31](<http://data.europa.eu/nuts/code/FRF31>) (correspondance proche)" in to_markdown(card)
    (links,) = [fact for fact in to_dict(card)["facts"] if fact["label"] == "liens"]
    assert [value["address"] for value in links["values"]][1] == "http://www.wikidata.org/entity/Q12626"


def test_a_close_match_is_said_once_where_all_are(graph: Graph) -> None:
    card = card_of(graph, PREFIXES["terr"] + "commune-54395", "en")
    assert "- links (close match): [GeoNames 2990999](<https://sws.geonames.org/2990999/>); [Wikidata Q40898]" in (
        to_markdown(card)
    )


def test_the_links_of_a_body_and_its_isni(graph: Graph) -> None:
    facts = facts_of(card_of(graph, PREFIXES["body"] + "finess-540023264"))
    assert facts["liens"] == "ROR 016ncsr12 ; Wikidata Q2945739"
    assert facts["numéro ISNI"] == "0000000417651301"


def test_a_link_to_a_data_set_nobody_described(tmp_path: Path, root: Path) -> None:
    """It is shown as it is; what is no web address is no link."""
    (tmp_path / "a.ttl").write_text(
        "@prefix mlg: <https://w3id.org/maillage/def#> .\n@prefix terr: <https://w3id.org/maillage/id/territory/> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix schema: <https://schema.org/> .\n\n"
        'terr:a a mlg:OtherArea ;\n    skos:prefLabel "A"@fr ;\n'
        "    schema:sameAs <https://example.org/a>, <javascript:alert(1)> .\n",
        encoding="utf-8",
    )
    graph = maillage.open_graph(tmp_path, start=root, cache=False)
    page = to_html(card_of(graph, PREFIXES["terr"] + "a"))
    assert '<a href="https://example.org/a" rel="noopener noreferrer">https://example.org/a</a>' in page
    assert 'href="javascript:' not in page and "javascript:alert(1)" in page
