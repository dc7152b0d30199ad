"""What a contract covers: the perimeter of a row, the areas that only the register names, and what lies within them."""

from __future__ import annotations

from typing import Any

import pytest

from maillage.pipeline.build import build
from maillage.places import Places
from maillage.terms import MLG, PREFIXES
from maillage.things.turtle import read_turtle

from .register_lines import lines, party, row

NAME = "Contrat local de santé X"


def imported(tiny, *rows: dict[str, Any]):
    """Rows over the tiny code, with an EPCI of one commune of the Meuse more."""
    lists = tiny.lists()
    lists["epci"].append(tiny.grouping("200000551", "CC Val Nord", "CC", ("55010", 100)))
    lists["communes"] += [tiny.commune("54002", "Saint-Jean", 10), tiny.commune("55002", "Saint-Jean", 10)]
    package = tiny.package(lists)
    for name in ("territories", "councils", "prefectures"):
        tiny.run(name, package)
    return tiny.run("register", tiny.csv("arrangements_register_2.jsonl", lines(list(rows))), package)


def claim(tiny, name: str) -> dict[str, list[str]]:
    return tiny.said(f"https://w3id.org/maillage/id/claim/registre-dispositifs-44/{name}")


def within(tiny) -> set[tuple[str, str, str]]:
    """What the file of perimeters says, by last parts."""
    path = tiny.graph / "registers" / "perimetres-du-registre.ttl"
    said = read_turtle(path).triples if path.exists() else ()
    return {
        (t.subject.value.rsplit("/", 1)[-1], t.predicate.value.removeprefix(MLG), t.object.value.rsplit("/", 1)[-1])
        for t in said
    }


def test_what_a_page_lists_lies_within_the_area_that_bears_the_name(tiny, places) -> None:
    """The contract of a PETR then covers communes; the area lies in their department."""
    listed = ["CC Val Nord (1 commune)", "Bar-le-Duc"]
    imported(tiny, row("cls-x", NAME, territory="PETR du Pays du Val", perimeter=listed))
    assert claim(tiny, "cls-x.state")["territory"] == ["pays-du-val"]
    assert tiny.said("terr:pays-du-val")["within"] == ["departement-55"]
    assert ("epci-200000551", "within", "pays-du-val") in within(tiny)
    assert ("epci-200070738", "partlyWithin", "pays-du-val") in within(tiny), "only one of its communes is"
    store = build(Places(places.ontology, tiny.graph, places.queries)).store
    held = {t.subject.value for t in store.values(None, MLG + "within") if t.object.value.endswith("/pays-du-val")}
    assert {PREFIXES["terr"] + f"commune-{n}" for n in ("55010", "55029")} <= held


def test_a_perimeter_that_agrees_says_nothing_new(tiny) -> None:
    imported(tiny, row("cls-x", NAME, perimeter=["Métropole du Grand Nancy (20 communes)", "Nancy"]))
    assert claim(tiny, "cls-x.state")["territory"] == ["epci-245400676"] and not within(tiny)


def test_a_perimeter_that_differs_is_the_territory(tiny) -> None:
    imported(tiny, row("cls-x", NAME, perimeter=["Métropole du Grand Nancy", "CC Mad et Meuse"]))
    assert claim(tiny, "cls-x.state")["territory"] == ["epci-200070738", "epci-245400676"]


def test_a_territory_called_by_its_list_is_the_list(tiny) -> None:
    imported(
        tiny, row("cpts-x", "CPTS X", type="CPTS", territory="Nancy ; Vandœuvre", perimeter=["Nancy", "Vandœuvre"])
    )
    assert tiny.said("body:cpts-x")["territory"] == ["commune-54395", "commune-54547"]


def test_an_area_covered_but_for_some_communes(tiny) -> None:
    territory = "Mad et Meuse, communes rurales (hors Bar-le-Duc)"
    imported(tiny, row("cls-x", NAME, territory=territory, perimeter=["CC Mad et Meuse sauf Bar-le-Duc"]))
    (found,) = claim(tiny, "cls-x.state")["territory"]
    assert found == "commune-54547", "one commune is left, which needs no area of its own"


@pytest.mark.parametrize(
    "piece",
    [
        "4 intercommunalités du PETR (121 communes)",
        "CC que nul ne connaît",
        "CC Mad et Meuse sauf Lunéville",
        "Métropole du Grand Nancy sauf Apremont",
        "Saint-Jean",
    ],
)
def test_a_piece_that_names_nothing_is_kept_in_words_and_counted(tiny, piece: str) -> None:
    """An unknown name, a count, a remainder of what it is not in, a namesake of two departments."""
    outcome = imported(tiny, row("cls-x", NAME, territory="PETR du Pays du Val", perimeter=[piece]))
    assert claim(tiny, "cls-x.cited")["citedUnidentified"] == [f"{piece} (périmètre)"]
    assert claim(tiny, "cls-x.state")["territory"] == ["pays-du-val"], "the row is not refused"
    (told,) = [str(bad) for bad in outcome.report.bad]
    assert ":1: cls-x: the perimeter " in told and "names no known territory; kept in words." in told
    assert outcome.report.made["pieces of perimeters kept in words"] == 1 and not within(tiny)


def test_a_namesake_is_told_by_its_brackets_or_by_where_the_others_lie(tiny) -> None:
    rows = [
        row("cls-x", NAME, territory="Pays un", perimeter=["Saint-Jean (54)", "Nancy"]),
        row("cls-y", NAME, territory="Pays deux", perimeter=["Apremont", "Saint-Jean"]),
    ]
    imported(tiny, *rows)
    assert {("commune-54002", "within", "pays-un"), ("commune-55002", "within", "pays-deux")} <= within(tiny)


def test_a_count_of_a_part_does_not_stand_for_the_whole(tiny) -> None:
    lists = tiny.lists()
    lists["epci"][1] = tiny.grouping(
        "200070738", "CC Mad et Meuse", "CC", *((n, 1) for n in ("54547", "55029", "55010"))
    )
    package = tiny.package(lists)
    for name in ("territories", "councils", "prefectures"):
        tiny.run(name, package)
    rows = [
        row("cls-x", NAME, territory="Pays un", perimeter=["CC Mad et Meuse (1 commune)"]),
        row("cls-y", NAME, territory="Pays deux", perimeter=["3 communes de la CC Mad et Meuse"]),
    ]
    tiny.run("register", tiny.csv("arrangements_register_2.jsonl", lines(rows)), package)
    assert claim(tiny, "cls-x.cited")["citedUnidentified"] == ["CC Mad et Meuse (1 commune) (périmètre)"]
    assert claim(tiny, "cls-y.state")["territory"] == ["epci-200070738"]


def test_rows_of_one_area_that_differ_keep_each_its_own(tiny) -> None:
    rows = [
        row("cls-x", NAME, territory="Pays du Val", perimeter=["CC Val Nord", "Bar-le-Duc"]),
        row("cls-y", NAME, territory="PETR du Pays du Val", perimeter=["CC Val Nord", "Nancy"]),
    ]
    outcome = imported(tiny, *rows)
    assert claim(tiny, "cls-x.state")["territory"] == ["commune-55029", "epci-200000551"]
    assert claim(tiny, "cls-y.state")["territory"] == ["commune-54395", "epci-200000551"]
    assert any("list different perimeters" in words for words in outcome.report.remarks) and not within(tiny)


def test_an_area_astride_two_departments_lies_in_the_region_and_partly_in_each(tiny) -> None:
    imported(tiny, row("cls-x", NAME, territory="Pays du Val", perimeter=["CC Val Nord", "Nancy"]))
    area = tiny.said("terr:pays-du-val")
    assert area["within"] == ["region-44"] and area["partlyWithin"] == ["departement-54", "departement-55"]


def test_a_second_run_changes_nothing(tiny) -> None:
    rows = [row("cls-x", NAME, territory="PETR du Pays du Val", perimeter=["CC Val Nord", "4 autres"])]
    imported(tiny, *rows)
    assert imported(tiny, *rows).changed == []


def test_a_perimeter_that_goes_takes_what_it_said_with_it(tiny) -> None:
    imported(tiny, row("cls-x", NAME, territory="Pays du Val", perimeter=["CC Val Nord", "Bar-le-Duc"]))
    assert within(tiny)
    imported(tiny, row("cls-x", NAME, territory="Pays du Val"))
    assert not (tiny.graph / "registers" / "perimetres-du-registre.ttl").exists()


@pytest.mark.parametrize(
    ("mention", "kind", "body", "place"),
    [
        ("PETR du Pays du Val", "petr", "petr-pays-val", "pays-du-val"),
        ("CPTS Mad et Meuse", "cpts", "cpts-mad-meuse", "epci-200070738"),
        ("CPTS du Lointain", "cpts", "cpts-lointain", "departement-55"),
        ("Mission locale de Bar-le-Duc", "association", "mission-locale-bar-duc", "commune-55029"),
        ("EHPAD d'Apremont", "etablissement_sante", "ehpad-apremont", "commune-55010"),
        ("UNAFAM 54", "association", "unafam-54", "departement-55"),
        ("Association du Val", "association", "association-val", "departement-55"),
        ("Sous-préfecture du Val", "etat", "", ""),
        ("Union régionale des soignants", "association", "union-regionale-soignants", "region-44"),
    ],
)
def test_a_body_has_the_smallest_area_its_name_or_row_tells(
    tiny, mention: str, kind: str, body: str, place: str
) -> None:
    parties = [party(mention, kind), party("CC Val Nord", "epci")]
    listed = ["CC Val Nord", "Bar-le-Duc"]
    imported(tiny, row("cls-x", NAME, territory="PETR du Pays du Val", perimeter=listed, parties=parties))
    if body:
        assert tiny.said(f"body:{body}")["territory"] == [place]
    else:
        assert claim(tiny, "cls-x.cited")["citedUnidentified"] == [f"{mention} (signataire)"]


def test_a_body_of_rows_of_two_departments_and_one_of_none(tiny) -> None:
    """The region holds both departments; where nothing tells a department, no territory is said, not the region's."""
    club, lost = party("Association du Lien", "association"), party("Association perdue", "association")
    rows = [
        row("cls-x", NAME, territory="Nancy", parties=[club]),
        row("cls-y", NAME, territory="Bar-le-Duc", parties=[club]),
        row("cls-z", NAME, territory="Pays sans lieu", parties=[lost]),
    ]
    imported(tiny, *rows)
    assert tiny.said("body:association-lien")["territory"] == ["region-44"]
    assert "territory" not in tiny.said("body:association-perdue")


@pytest.mark.parametrize(
    ("neighbour", "role", "held"),
    [
        ("CC Val Nord", "member", "departement-55"),
        ("CC Val Nord", "partner", "departement-55"),
        ("Métropole du Grand Nancy", "partner", "region-44"),
    ],
)
def test_a_partner_that_bears_no_word_of_the_territory_does_not_place_it(
    tiny, neighbour: str, role: str, held: str
) -> None:
    """Dinan Agglomération is a partner of the Pays de Saint-Malo, which lies in the next department."""
    imported(tiny, row("cls-x", NAME, territory="Pays du Val", parties=[party(neighbour, "epci", role)]))
    assert tiny.said("terr:pays-du-val")["within"] == [held]


def test_a_sub_prefecture_has_its_arrondissement(tiny) -> None:
    imported(tiny, row("cls-x", NAME, territory="Nancy", parties=[party("Sous-préfecture de Nancy", "etat")]))
    assert tiny.said("body:sous-prefecture-nancy")["territory"] == ["arrondissement-543"]


def test_a_territory_known_no_longer_is_said_no_longer(tiny) -> None:
    rows = [row("cls-x", NAME, territory="Nancy", parties=[party("Association du Lien", "association")])]
    imported(tiny, *rows)
    assert tiny.said("body:association-lien")["territory"] == ["departement-54"]
    imported(tiny, {**rows[0], "territory": "Pays sans lieu"})
    assert "territory" not in tiny.said("body:association-lien")


def test_a_community_that_has_a_row_is_one_whatever_its_row_is_called(tiny) -> None:
    rows = [
        row("cpts-a", "CPTS du Lien (projet approuvé)", type="CPTS", territory="Meuse", carrier="CPTS du Lien"),
        row("cls-x", NAME, parties=[party("CPTS du Lien", "cpts")]),
    ]
    imported(tiny, *rows)
    signed = [iri for iri, said in tiny.known.of_kind("mlg:Participation") if "signatory.cpts" in iri]
    assert [iri.rsplit(".", 1)[-1] for iri in signed] == ["cpts-lien-projet-approuve"]
    assert not tiny.said("body:cpts-lien")


_FORMER = """@prefix mlg: <https://w3id.org/maillage/def#> .
@prefix body: <https://w3id.org/maillage/id/organisation/> .
@prefix terr: <https://w3id.org/maillage/id/territory/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .

body:ars-lorraine a mlg:HealthAgency ;
    skos:prefLabel "Agence régionale de santé de Lorraine"@fr ;
    mlg:territory terr:lorraine ;
    dct:isReplacedBy body:siren-130007834 .

terr:lorraine a mlg:OtherArea ;
    skos:prefLabel "Lorraine"@fr ;
    mlg:within terr:region-44 .

terr:departement-54 mlg:within terr:lorraine .

terr:departement-55 mlg:within terr:lorraine .
"""


def agencies(tiny) -> None:
    """The agency of today, and the one of before 2016 that it replaced."""
    tiny.base()
    (tiny.graph / "organisations").mkdir(exist_ok=True)
    (tiny.graph / "organisations" / "anciennes.ttl").write_text(_FORMER, encoding="utf-8")
    tiny.run("agencies", tiny.csv("ars_siren.csv", "siren,nom\n130007834,AGENCE REGIONALE DE SANTE GRAND EST (ARS)\n"))


@pytest.mark.parametrize(
    ("change", "mention", "body", "inferred"),
    [
        ({"signed_on": "2015-12-31", "signed_on_basis": "text"}, "ARS", "ars-lorraine", True),
        ({"signed_on": "2014", "signed_on_basis": "text"}, "ARS Grand Est", "ars-lorraine", True),
        ({"signed_on": "2014", "signed_on_basis": "text"}, "ARS Lorraine", "ars-lorraine", False),
        ({"signed_on": "2016-01-01", "signed_on_basis": "text"}, "ARS", "siren-130007834", True),
        ({"start": 2015, "signed_on": "2016-02", "signed_on_basis": "text"}, "ARS", "siren-130007834", True),
        ({"start": 2013}, "ARS", "ars-lorraine", True),
        ({"historic_region": "Lorraine", "territory": "Lorraine"}, "ARS", "ars-lorraine", True),
        ({"territory": "Pays de nulle part (Meuse)", "start": 2012}, "ARS", "ars-lorraine", True),
    ],
)
def test_an_agency_is_the_one_of_then(tiny, change: dict[str, Any], mention: str, body: str, inferred: bool) -> None:
    agencies(tiny)
    imported(tiny, row("cls-x", NAME, **{"territory": "Nancy", **change}, parties=[party(mention, "ars")]))
    said = claim(tiny, f"cls-x.signatory.{body}")
    assert said["hasParticipant"] == [body] and ("certainty" in said) == inferred


@pytest.mark.parametrize(
    ("mention", "body"),
    [
        ("ARS Grand Est (délégation de la Meuse)", "ars-delegation-departementale-55"),
        ("ARS Meuse (délégation de Meurthe-et-Moselle)", "ars-delegation-departementale-54"),
        ("ARS Grand Est (délégation territoriale)", "ars-delegation-departementale-54"),
    ],
)
def test_the_most_specific_unit_named(tiny, mention: str, body: str) -> None:
    agencies(tiny)
    imported(tiny, row("cls-x", NAME, territory="Nancy", parties=[party(mention, "ars")]))
    assert claim(tiny, f"cls-x.signatory.{body}")["hasParticipant"] == [body]
    assert tiny.said(f"body:{body}")["unitOf"] == ["siren-130007834"]


def test_a_standing_body_has_todays_agency_whenever_it_began(tiny) -> None:
    agencies(tiny)
    council = {
        "type": "CLSM",
        "start": 2012,
        "territory": "Nancy",
        "parties": [party("ARS Grand Est", "ars", "member")],
    }
    imported(tiny, row("clsm-x", "Conseil local de santé mentale de Nancy", **council))
    assert claim(tiny, "clsm-x.member.siren-130007834")
