"""Structures of FINESS: two lists made one, places, names, and those that the graph names already."""

from __future__ import annotations

import pytest

from maillage.errors import MaillageError
from maillage.importers.kit.facts import iri
from maillage.importers.structures.finess import LINES, NAMED
from maillage.importers.structures.names import label, telling
from maillage.terms import DCT, MLG, PREFIXES
from maillage.things.turtle import read_turtle

STOCK = "finess_ej,finess_et,siret,name,category,category_label,postal_code,city,lat,lon,opened\n"
ROWS = (
    "540000010,540000018,26540006900012,CPTS DU GRAND TEST - ET,604,CPTS,54000,NANCY,,,\n"
    "540000036,540000026,26540006900020,LES ALLYMES,603,MSP,54500,VANDOEUVRE,,,\n"
    "540000044,540000034,,MSP DE NANCY,603,MSP,54000,NANCY CEDEX 9,,,\n"
    "550000012,550000010,,MSP PERDUE,603,MSP,55000,NULLE PART,,,\n"
)
LATER = (
    "finess_et,finess_ej,raison_sociale,raison_sociale_longue,categorie,libelle_categorie,code_insee_commune,"
    "departement,raison_sociale_ej\n"
)
LATER_ROWS = (
    "540000034,540000044,MSP DE NANCY,MAISON DE SANTE DE NANCY,603,MSP,54395,54,\n"
    "540000042,540000050,DAC DE MEURTHE,,606,DAC,54395,54,\n"
    "540000059,540000068,GCS DES TESTS,,696,GCS,54395,54,\n"
)
NAMED_ONES = (
    "@prefix mlg: <https://w3id.org/maillage/def#> .\n@prefix body: <https://w3id.org/maillage/id/organisation/> .\n"
    "@prefix terr: <https://w3id.org/maillage/id/territory/> .\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n\n"
    "body:cpts-grand-test a mlg:ProfessionalCommunity ;\n"
    '    skos:prefLabel "Communauté professionnelle territoriale de santé du Grand Test"@fr ;\n'
    "    mlg:territory terr:region-44 .\n"
)


def structures(tiny, *, rows: str = ROWS, later: str = LATER_ROWS, named: str = ""):
    if named:
        path = tiny.graph / "registers" / "nommes.ttl"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(named, encoding="utf-8")
    tiny.csv("msp_cpts_2021.csv", STOCK + rows)
    tiny.csv("finess_occitanie_gouvernance.csv", LATER + later)
    return tiny.run("structures", tiny.folder)


def lines(tiny, thing: str) -> dict[str, str]:
    return {
        t.predicate.value.rsplit("#", 1)[-1].rsplit("/", 1)[-1]: t.object.value.rsplit("/", 1)[-1]
        for t in read_turtle(tiny.graph / LINES).triples
        if t.subject.value == iri(thing)
    }


def test_kinds_codes_places_and_vintages(tiny) -> None:
    tiny.base()
    outcome = structures(tiny)
    cpts = tiny.said("body:finess-site-540000018")
    assert cpts["type"] == ["ProfessionalCommunity"] and cpts["prefLabel"] == ["CPTS du Grand Test"]
    assert cpts["finess"] == ["540000018"] and cpts["notation"] == ["540000010"]
    assert cpts["territory"] == ["commune-54395"] and cpts["source"] == ["finess-2021"]
    assert "siren" not in cpts, "another structure has the same"
    house = tiny.said("body:finess-site-540000026")
    assert house["type"] == ["HealthHouse"] and house["prefLabel"] == ["Les Allymes (maison de santé, Vandœuvre)"]
    dac = tiny.said("body:finess-site-540000042")
    assert dac["type"] == ["SupportService"] and dac["source"] == ["finess-occitanie-2026"]
    both = tiny.said("body:finess-site-540000034")
    assert both["source"] == ["finess-2021", "finess-occitanie-2026"] and both["territory"] == ["commune-54395"]
    assert not tiny.known.describes("body:finess-site-540000059"), "a GCS is left out, by name"
    assert tiny.known.home[iri("body:finess-site-540000018")] == "organisations/structures-44.ttl"
    assert outcome.report.made["HealthHouse"] == 3 and structures(tiny).changed == []


def test_a_siren_stands_on_one_structure_and_never_is_a_public_bodys(tiny) -> None:
    tiny.base()
    row = "540000010,54000{n}018,{siren}00012,MSP {n},603,MSP,54000,NANCY,,,\n"
    sirens = ("853478345", "265400069", "853478346")
    structures(tiny, rows="".join(row.format(n=n, siren=siren) for n, siren in enumerate(sirens)), later=LATER_ROWS)
    found = [tiny.said(f"body:finess-site-54000{n}018").get("siren") for n in range(3)]
    assert found == [["853478345"], None, None], "a hospital's number, and one with a wrong key, are not written"


def test_a_town_nobody_knows_puts_the_structure_in_its_department_and_is_told(tiny) -> None:
    tiny.base()
    outcome = structures(tiny)
    assert tiny.said("body:finess-site-550000010")["territory"] == ["departement-55"]
    words = "msp_cpts_2021.csv:5: 550000010: no commune has the name 'NULLE PART'"
    assert any(words in str(bad) for bad in outcome.report.bad)


def test_bad_rows_are_told_with_their_line_and_the_rest_goes_on(tiny) -> None:
    tiny.base()
    outcome = structures(tiny, rows="1,54,,COURT,603,MSP,54000,NANCY,,,\n" + ROWS + "2,,,,603,MSP,,,,,\n")
    told = [str(bad) for bad in outcome.report.bad]
    assert any("msp_cpts_2021.csv:2: '54' is no FINESS number" in words for words in told)
    assert any("msp_cpts_2021.csv:7: finess_et, name is empty" in words for words in told)
    assert outcome.report.made["HealthHouse"] == 3


def test_a_body_that_is_named_already_is_recognised_and_not_doubled(tiny) -> None:
    tiny.base()
    outcome = structures(tiny, named=NAMED_ONES)
    assert outcome.report.made["recognised"] == 1
    assert not tiny.known.describes("body:finess-site-540000018")
    said = lines(tiny, "body:cpts-grand-test")
    assert said == {"finess": "540000018", "territory": "commune-54395", "source": "finess-2021"}


def test_one_that_is_named_later_replaces_that_of_the_list(tiny) -> None:
    tiny.base()
    structures(tiny)
    structures(tiny, named=NAMED_ONES)
    former = tiny.known.says("body:finess-site-540000018")
    assert {t.value for t in former[DCT + "isReplacedBy"]} == {PREFIXES["body"] + "cpts-grand-test"}
    assert MLG + "finess" not in former


def test_two_structures_of_one_name_are_in_doubt_and_a_curator_decides(tiny) -> None:
    tiny.base()
    twin = "540000077,540000075,,CPTS GRAND TEST,604,CPTS,54000,NANCY,,,\n"
    outcome = structures(tiny, rows=ROWS + twin, named=NAMED_ONES)
    assert any("is it one of 540000018" in words for words in outcome.report.lines())
    assert lines(tiny, "body:cpts-grand-test") == {}
    (tiny.graph / NAMED).write_text("thing,finess,remark\nbody:cpts-grand-test,540000075,\n", encoding="utf-8")
    structures(tiny, rows=ROWS + twin, named=NAMED_ONES)
    assert lines(tiny, "body:cpts-grand-test")["finess"] == "540000075"
    (tiny.graph / NAMED).write_text("thing,finess,remark\nbody:cpts-grand-test,1,\n", encoding="utf-8")
    outcome = structures(tiny, rows=ROWS + twin, named=NAMED_ONES)
    assert any("is given the number 1, which no list has" in words for words in outcome.report.lines())


def test_another_file_is_told_and_nothing_is_written(tiny) -> None:
    tiny.base()
    before = tiny.files()
    with pytest.raises(MaillageError, match="'999', which nobody enumerated"):
        structures(tiny, rows="1,540000018,,X,999,X,54000,NANCY,,,\n")
    assert tiny.files() == before


@pytest.mark.parametrize(
    ("raw", "category", "town", "name"),
    [
        ("MSP DE HAUTMONT", "603", "Hautmont", "MSP de Hautmont"),
        ("SISA ANNE DE BEAUJEU", "603", "Gien", "SISA Anne de Beaujeu (maison de santé, Gien)"),
        ("CTPS DU CABARDES", "604", "Fraisse", "CPTS du Cabardes"),
        ("ASSOCIATION DE PREFIGURATION", "604", "", "Association de préfiguration (CPTS)"),
        ("DOSPISITIF D'APPUI A LA COORDINATION", "606", "", "Dispositif d'appui à la coordination"),
    ],
)
def test_readable_names(raw: str, category: str, town: str, name: str) -> None:
    assert label(raw, category, town) == name


def test_the_telling_words_of_a_community() -> None:
    assert telling("CPTS LA SALAMANDRE - ET") == telling("CPTS La Salamandre") == {"salamandre"}
