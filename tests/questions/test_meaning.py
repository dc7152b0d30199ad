"""What the questions mean where the shipped graph has too few facts to tell: asked of graphs of a few lines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from maillage.asking.catalogue import Query
from maillage.store.embedded import Oxigraph
from maillage.terms import curie, expand, sparql_prologue
from maillage.things.rdf import Literal, NamedNode
from maillage.things.turtle import read_turtle

Ask = Callable[..., list[dict[str, str | None]]]
HEAD = "".join(line.replace("PREFIX", "@prefix") + " .\n" for line in sparql_prologue().splitlines())


@pytest.fixture
def ask(tmp_path: Path, questions: list[Query]) -> Ask:
    """Ask a question of some Turtle (claims without evidence get one); values are CURIEs or dates."""

    def asked(name: str, turtle: str, **values: str) -> list[dict[str, str | None]]:
        path = tmp_path / "facts.ttl"
        path.write_text(HEAD + turtle, encoding="utf-8")
        store = Oxigraph()
        store.load(read_turtle(path).triples, "urn:facts")
        [question] = [q for q in questions if q.name == name]
        day = NamedNode("http://www.w3.org/2001/XMLSchema#date")
        terms = {k: [NamedNode(expand(v) or v) if ":" in v else Literal(v, datatype=day)] for k, v in values.items()}
        columns, rows = store.select(question.filled(terms))
        plain = ([None if t is None else curie(t.value) for t in row] for row in rows)
        return [dict(zip(columns, row, strict=True)) for row in plain]

    return asked


FUNDING = """
claim:a a mlg:Funding ; mlg:funder body:f ; mlg:beneficiary body:x ; mlg:inArrangement arr:p ; mlg:amountKind amountKind:exact ;
  mlg:amount 100.0 ; mlg:currency "EUR" ; mlg:modality modality:done ; mlg:evidence quotation:1 .
claim:again a mlg:Funding ; mlg:funder body:f ; mlg:beneficiary body:x ; mlg:inArrangement arr:p ; mlg:amountKind amountKind:exact ;
  mlg:amount 100.0 ; mlg:currency "EUR" ; mlg:modality modality:done ; mlg:evidence quotation:2 .
claim:b a mlg:Funding ; mlg:funder body:f ; mlg:beneficiary body:y ; mlg:inArrangement arr:p ; mlg:amountKind amountKind:exact ;
  mlg:amount 100.0 ; mlg:currency "EUR" ; mlg:modality modality:ongoing ; mlg:evidence quotation:1 .
claim:joint a mlg:Funding ; mlg:funder body:f ; mlg:beneficiary body:x , body:y , body:z ; mlg:inArrangement arr:p ;
  mlg:amountKind amountKind:total ; mlg:amount 1000.0 ; mlg:currency "EUR" ; mlg:modality modality:done ; mlg:evidence quotation:1 .
claim:planned a mlg:Funding ; mlg:funder body:f ; mlg:beneficiary body:x ; mlg:inArrangement arr:p ;
  mlg:amountKind amountKind:exact ; mlg:amount 7.0 ; mlg:currency "EUR" ; mlg:modality modality:planned ; mlg:evidence quotation:1 .
claim:denied a mlg:Funding ; mlg:funder body:f ; mlg:beneficiary body:x ; mlg:inArrangement arr:p ;
  mlg:amountKind amountKind:exact ; mlg:amount 9.0 ; mlg:currency "EUR" ; mlg:modality modality:denied ; mlg:evidence quotation:1 .
claim:ceiling a mlg:Funding ; mlg:funder body:f ; mlg:beneficiary body:x ; mlg:inArrangement arr:p ;
  mlg:amountKind amountKind:ceiling ; mlg:amount 5000.0 ; mlg:currency "EUR" ; mlg:modality modality:done ; mlg:evidence quotation:1 .
claim:silent a mlg:Funding ; mlg:funder body:f ; mlg:inArrangement arr:p ;
  mlg:amountKind amountKind:unstated ; mlg:modality modality:done ; mlg:evidence quotation:1 .
claim:only a mlg:Funding ; mlg:funder body:g ; mlg:beneficiary body:z ; mlg:inArrangement arr:p ;
  mlg:amountKind amountKind:share ; mlg:modality modality:done ; mlg:evidence quotation:1 .
"""


def test_a_joint_total_is_one_sum_to_its_funder_and_what_two_sources_say_counts_once(ask: Ask) -> None:
    rows = {row["funder"]: row for row in ask("funding-totals", FUNDING)}
    f, g = rows["body:f"], rows["body:g"]
    assert (float(f["total"] or 0), f["added"], f["joint"], f["left_out_joint"]) == (1200, "3", "1", "0")
    assert (f["left_out_planned"], f["left_out_ceilings"], f["left_out_unstated"]) == ("1", "1", "1")
    assert (g["total"], g["left_out_shares"]) == (None, "1")


def test_a_beneficiary_gets_no_part_of_a_joint_total(ask: Ask) -> None:
    rows = {row["beneficiary"]: row for row in ask("funding-received", FUNDING)}
    assert float(rows["body:x"]["total"] or 0) == 100
    assert (
        rows["body:x"]["left_out_joint"],
        rows["body:x"]["left_out_planned"],
        rows["body:x"]["left_out_kind"],
    ) == tuple("111")
    assert (rows["body:z"]["total"], rows["body:z"]["left_out_joint"], rows["body:z"]["left_out_kind"]) == (
        None,
        "1",
        "1",
    )


def test_a_funding_that_names_no_beneficiary_is_told(ask: Ask) -> None:
    rows = ask("who-funds-whom", FUNDING)
    assert {row["beneficiary"] for row in rows} == {"body:x", "body:y", "body:z", None}
    assert {row["sharers"] for row in rows if row["amount_kind"] == "amountKind:total"} == {"3"}
    assert [row["beneficiary"] for row in ask("who-funds-whom", FUNDING, beneficiary="body:y")] == ["body:y", "body:y"]


FIGURES = """
claim:one a mlg:Observation ; mlg:about arr:p ; mlg:indicator indicator:axes ; mlg:value 5 ; mlg:comparator "=" ;
  mlg:modality modality:done ; mlg:evidence quotation:1 .
claim:two a mlg:Observation ; mlg:about arr:p ; mlg:indicator indicator:axes ; mlg:value 6 ; mlg:comparator "=" ;
  mlg:modality modality:done ; mlg:evidence quotation:2 .
claim:three a mlg:Observation ; mlg:about arr:p ; mlg:indicator indicator:axes ; mlg:value 4 ; mlg:comparator ">" ;
  mlg:modality modality:done ; mlg:evidence quotation:2 .
claim:before a mlg:Observation ; mlg:about arr:q ; mlg:indicator indicator:axes ; mlg:value 1 ; mlg:comparator "=" ;
  mlg:asOf "2020"^^xsd:gYear ; mlg:modality modality:done ; mlg:evidence quotation:1 .
claim:after a mlg:Observation ; mlg:about arr:q ; mlg:indicator indicator:axes ; mlg:value 2 ; mlg:comparator "=" ;
  mlg:asOf "2021"^^xsd:gYear ; mlg:modality modality:done ; mlg:evidence quotation:1 .
claim:total a mlg:Observation ; mlg:about arr:r ; mlg:indicator indicator:members ; mlg:value 10 ; mlg:comparator "=" ;
  mlg:totalOf claim:part1 , claim:part2 ; mlg:modality modality:done ; mlg:evidence quotation:1 .
claim:part1 a mlg:Observation ; mlg:about arr:s ; mlg:indicator indicator:members ; mlg:value 4 ; mlg:comparator "=" ;
  mlg:modality modality:done ; mlg:evidence quotation:1 .
claim:part2 a mlg:Observation ; mlg:about arr:t ; mlg:indicator indicator:members ; mlg:value 4 ; mlg:comparator "=" ;
  mlg:modality modality:done ; mlg:evidence quotation:1 .
claim:half a mlg:Observation ; mlg:about arr:u ; mlg:indicator indicator:share-of-on-call-lines ; mlg:value 50 ; mlg:comparator "=" ;
  mlg:shareOf claim:part1 ; mlg:outOf claim:eight ; mlg:modality modality:done ; mlg:evidence quotation:1 .
claim:eight a mlg:Observation ; mlg:about arr:v ; mlg:indicator indicator:members ; mlg:value 8 ; mlg:comparator "=" ;
  mlg:modality modality:done ; mlg:evidence quotation:1 .
claim:most a mlg:Observation ; mlg:about arr:w ; mlg:indicator indicator:share-of-on-call-lines ; mlg:value 50 ; mlg:comparator ">" ;
  mlg:shareOf claim:part1 ; mlg:outOf claim:eight ; mlg:modality modality:done ; mlg:evidence quotation:1 .
"""


def test_figures_disagree_for_four_reasons_only(ask: Ask) -> None:
    found = {
        (row["thing"], row["against"], row["stated"], row["found"]) for row in ask("figures-that-disagree", FIGURES)
    }
    assert found == {
        ("arr:p", "mlg:Observation", "5", "6"),
        ("arr:p", "mlg:Observation", "6", "5"),
        ("arr:r", "mlg:totalOf", "10", "8"),
        ("arr:w", "mlg:outOf", "50", "4"),
    }


PLANS = """
arr:kept a mlg:Event ; mlg:kind mlg:Event . arr:open a mlg:Event ; mlg:kind mlg:Event .
claim:1 a mlg:State ; mlg:inArrangement arr:kept ; mlg:status status:announced ; mlg:modality modality:planned ; mlg:evidence quotation:1 .
claim:2 a mlg:State ; mlg:inArrangement arr:kept ; mlg:status status:held ; mlg:modality modality:done ; mlg:evidence quotation:2 .
claim:3 a mlg:State ; mlg:inArrangement arr:open ; mlg:status status:announced ; mlg:modality modality:planned ; mlg:evidence quotation:1 .
claim:4 a mlg:State ; mlg:inArrangement arr:open ; mlg:status status:held ; mlg:modality modality:denied ; mlg:evidence quotation:2 .
quotation:1 a mlg:Quotation ; mlg:document doc:a ; oa:exact "a" ; oa:start 0 .
quotation:2 a mlg:Quotation ; mlg:document doc:b ; oa:exact "b" ; oa:start 0 .
"""


def test_a_plan_that_was_carried_out_is_no_longer_open(ask: Ask) -> None:
    assert [row["arrangement"] for row in ask("announced-not-held", PLANS)] == ["arr:open"]


DATES = """
arr:may a mlg:Event ; mlg:territory terr:inner . arr:year a mlg:Event . arr:some-march a mlg:Event .
terr:inner mlg:within terr:wide .
claim:1 a mlg:State ; mlg:inArrangement arr:may ; schema:startDate "2023-05-25"^^xsd:date ; mlg:modality modality:done ;
  mlg:startEarliest "2023-05-25"^^xsd:date ; mlg:startLatest "2023-05-25"^^xsd:date ; mlg:evidence quotation:1 .
claim:2 a mlg:State ; mlg:inArrangement arr:year ; schema:startDate "2023"^^xsd:gYear ; mlg:modality modality:planned ;
  mlg:startEarliest "2023-01-01"^^xsd:date ; mlg:startLatest "2023-12-31"^^xsd:date ; mlg:evidence quotation:1 .
claim:3 a mlg:State ; mlg:inArrangement arr:some-march ; schema:startDate "XXXX-03-15"^^edtf:EDTF ; mlg:modality modality:done ;
  mlg:evidence quotation:1 .
quotation:1 a mlg:Quotation ; mlg:document doc:a ; oa:exact "a" ; oa:start 0 .
"""


def test_events_by_date_and_place(ask: Ask) -> None:
    def events(**values: str) -> list[tuple[str | None, str | None]]:
        return [(row["event"], row["modality"]) for row in ask("events-between", DATES, **values)]

    may, year = ("arr:may", "modality:done"), ("arr:year", "modality:planned")
    assert events() == [year, may], "an event without a year is in no period"
    assert events(since="2023-06-01") == [year], "some day of 2023 may come after 1 June"
    assert events(since="2024-01-01") == []
    assert events(territory="terr:wide") == [may]
    assert events(territory="terr:inner", before="2023-05-01") == []


LINKS = """
claim:1 a mlg:Participation ; cv:hasParticipant body:a ; mlg:inArrangement arr:p ; cv:role role:partner ; mlg:modality modality:done ;
  mlg:evidence quotation:1 .
claim:2 a mlg:Participation ; cv:hasParticipant body:b ; mlg:inArrangement arr:p ; cv:role role:partner ; mlg:modality modality:done ;
  mlg:evidence doc:register .
claim:3 a mlg:Participation ; cv:hasParticipant body:a ; mlg:inArrangement arr:q ; cv:role role:mentioned ; mlg:modality modality:planned ;
  mlg:evidence quotation:1 .
coordination:1 a mlg:Coordination ; mlg:between body:a , body:b ; mlg:through arr:p ; prov:wasDerivedFrom claim:1 , claim:2 .
quotation:1 a mlg:Quotation ; mlg:document doc:text ; oa:exact "a" ; oa:start 0 .
"""


def test_evidence_of_a_link_and_of_a_participation(ask: Ask) -> None:
    def told(**values: str) -> set[tuple[str | None, ...]]:
        rows = ask("evidence-of-link", LINKS, **values)
        return {(row["participant"], row["arrangement"], row["document"], row["sentence"]) for row in rows}

    ap, bp = ("body:a", "arr:p", "doc:text", "a"), ("body:b", "arr:p", "doc:register", None)
    aq = ("body:a", "arr:q", "doc:text", "a")
    assert told(actor="body:a") == {ap, aq}
    assert told(actor="body:a", partner="body:b") == {ap, bp}, "the row of a register proves, without a sentence"
    assert told(partner="body:a") == {ap, bp}
    assert told() == {ap, aq, bp}


GROUPING = """
body:e dct:source doc:banatic-2021 ; mlg:kind mlg:CommunityOfCommunes ; mlg:listedCompetence competence2021:2515 .
body:new mlg:kind mlg:CommunityOfCommunes .
competence2021:2515 skos:inScheme <https://w3id.org/maillage/def/competence2021> ; skos:notation "2515" .
competence2021:2526 skos:inScheme <https://w3id.org/maillage/def/competence2021> ; skos:notation "2526" .
"""


def test_a_competence_is_listed_or_not_and_who_is_not_in_the_list_has_no_row(ask: Ask) -> None:
    rows = ask("competences-of-grouping", GROUPING)
    assert [(row["grouping"], row["code"], row["listed"]) for row in rows] == [
        ("body:e", "2515", "true"),
        ("body:e", "2526", "false"),
    ]
    assert ask("competences-of-grouping", GROUPING, grouping="body:new") == []


def test_the_question_of_competences_never_says_not_competent(questions: list[Query]) -> None:
    [question] = [q for q in questions if q.name == "competences-of-grouping"]
    assert "jamais que le groupement n'est pas compétent" in question.header["caveat"]["fr"]
    assert "ne demande aucune compétence listée" in question.header["caveat"]["fr"]


GROUPED = """
body:p a mlg:MixedSyndicate ; mlg:groupingNature groupingNature:petr ; mlg:siren "1" ; mlg:territory terr:area , terr:region .
body:q a mlg:MixedSyndicate ; mlg:groupingNature groupingNature:smf ; mlg:territory terr:told .
body:r a mlg:MixedSyndicate ; mlg:groupingNature groupingNature:petr ; mlg:territory terr:dep .
terr:area mlg:kind mlg:OtherArea ; mlg:perimeterDeduced true . terr:told mlg:kind mlg:OtherArea .
terr:region mlg:kind mlg:Region . terr:dep mlg:kind mlg:Department .
terr:x a mlg:IntercommunalArea ; mlg:within terr:area , terr:dep ; mlg:deducedWithin terr:area .
terr:y a mlg:IntercommunalArea ; mlg:within terr:told , terr:dep .
"""


def test_what_a_grouping_is_made_of_says_whether_it_is_deduced(ask: Ask) -> None:
    rows = ask("groupings-on-territory", GROUPED)
    assert [(row["grouping"], row["place"], row["part"], row["deduced"]) for row in rows] == [
        ("body:p", "terr:area", "terr:x", "true"),
        ("body:q", "terr:told", "terr:y", "false"),
        ("body:r", "terr:dep", None, "false"),
    ]
