"""Territories: each within what holds it, the levels' populations agree, a new vintage keeps what it no longer names."""

from __future__ import annotations

import pytest

from maillage.terms import MLG, RDF
from maillage.things.turtle import read_turtle
from maillage.things.turtle_writer import format_file

SOURCE = "code-officiel-geographique-2026"


def test_each_is_within_what_directly_holds_it(tiny) -> None:
    tiny.run("territories")
    said = {
        "commune-54395": ["arrondissement-543", "departement-54", "epci-245400676"],
        "commune-75056": ["departement-75", "epci-200054781", "epci-200058006"],
        "commune-55010": ["arrondissement-551", "departement-55"],
        "commune-97502": ["collectivite-975"],
        "arrondissement-551": ["departement-55"],
        "departement-54": ["region-44"],
        "region-44": ["pays-FR"],
        "epci-245400676": ["arrondissement-543", "departement-54"],
        "epci-200070738": ["region-44"],
        "epci-200058006": ["departement-75", "epci-200054781"],
        "collectivite-975": ["pays-FR"],
    }
    assert {name: tiny.said(f"terr:{name}")["within"] for name in said} == said
    astride = tiny.said("terr:epci-200070738")["partlyWithin"]
    assert astride == ["arrondissement-543", "arrondissement-551", "departement-54", "departement-55"]
    assert "partlyWithin" not in tiny.said("terr:epci-245400676")
    assert tiny.said("terr:commune-54395") == {
        "type": ["Commune"],
        "prefLabel": ["Nancy"],
        "inseeCode": ["54395"],
        "within": said["commune-54395"],
        "population": ["104000"],
        "source": [SOURCE],
    }
    assert tiny.said("terr:arrondissement-551")["prefLabel"] == ["Arrondissement du Val"]
    assert tiny.said("terr:epci-200070738")["altLabel"] == ["Communauté de communes Mad et Meuse"]
    assert tiny.said("terr:collectivite-975")["type"] == ["OtherArea"]


def test_an_epci_over_two_regions_is_within_the_country(tiny) -> None:
    content = tiny.lists()
    content["epci"][0] = tiny.grouping("245400676", "CC Loin", "CC", ("54395", 1), ("75056", 1))
    content["epci"].pop()
    tiny.run("territories", tiny.package(content))
    assert tiny.said("terr:epci-245400676")["within"] == ["pays-FR"]


def test_populations_agree_level_by_level(tiny) -> None:
    tiny.run("territories")
    people = {
        name: int(tiny.said(f"terr:{name}")["population"][0])
        for name in (
            "commune-54395",
            "commune-54547",
            "commune-55029",
            "commune-55010",
            "epci-245400676",
            "epci-200070738",
            "arrondissement-543",
            "departement-54",
            "departement-55",
            "departement-75",
            "region-44",
            "collectivite-975",
            "pays-FR",
        )
    }
    assert people["commune-55010"] == 100, "outside any EPCI: the list of communes"
    assert people["departement-54"] == people["commune-54395"] + people["commune-54547"] == people["arrondissement-543"]
    assert people["epci-200070738"] == people["commune-54547"] + people["commune-55029"]
    assert people["region-44"] == people["departement-54"] + people["departement-55"]
    assert people["pays-FR"] == people["region-44"] + people["departement-75"] + people["collectivite-975"]
    assert tiny.said("terr:epci-200058006")["population"] == ["2090000"], "an EPT counts as its communes do"


def test_a_stated_sum_that_is_wrong_is_told(tiny) -> None:
    content = tiny.lists()
    content["epci"][0]["populationMunicipale"] = 7
    outcome = tiny.run("territories", tiny.package(content))
    assert any("said to have 7 inhabitants, its communes make 104000" in str(row) for row in outcome.report.bad)


def test_an_unknown_population_is_not_nought(tiny) -> None:
    content = tiny.lists()
    del content["communes"][5]["population"]
    tiny.run("territories", tiny.package(content))
    assert "population" not in tiny.said("terr:commune-97502")
    assert "population" not in tiny.said("terr:collectivite-975")


def test_the_same_source_changes_nothing(tiny) -> None:
    outcome = tiny.run("territories")
    assert len(outcome.changed) == 11 and not outcome.report.bad
    before = tiny.files()
    assert tiny.run("territories").changed == []
    assert tiny.files() == before
    for path in tiny.graph.rglob("*.ttl"):
        assert format_file(read_turtle(path)) == path.read_text(encoding="utf-8"), path


def test_every_file_says_where_it_comes_from(tiny) -> None:
    tiny.run("territories")
    for path in tiny.graph.rglob("*.ttl"):
        head = path.read_text(encoding="utf-8").split("\n\n")[0]
        for words in (
            "Source : Code officiel géographique 2026",
            "Licence Ouverte",
            "consulté le 2026-09-01",
            "maillage import",
        ):
            assert words in head, path


def test_what_people_added_stays(tiny) -> None:
    tiny.run("territories")
    path = tiny.graph / "territories/communes-54.ttl"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace('"Nancy"@fr ;', '"Nancy"@fr ;\n    skos:altLabel "Nanzig"@de, "Cité ducale"@fr ;'),
        encoding="utf-8",
    )
    pays = tiny.graph / "territories/pays.ttl"
    pays.write_text(pays.read_text() + '\nterr:pays-BE a mlg:Country ; skos:prefLabel "Belgique"@fr .\n')
    tiny.run("territories")
    assert tiny.said("terr:commune-54395")["altLabel"] == ["Cité ducale", "Nanzig"]
    assert tiny.said("terr:pays-BE")["type"] == ["Country"]


@pytest.fixture
def later(tiny):
    """A year later: Nancy is renamed, Apremont joined Bar-le-Duc, the EPCI over two departments is gone."""
    tiny.run("territories")
    content = tiny.lists()
    content["communes"][0]["nom"] = "Nancy-la-Neuve"
    content["communes"][2]["anciensCodes"] = ["55010"]
    del content["communes"][3]
    del content["epci"][1]
    return tiny.run("territories", tiny.package(content, version="7.0.0"), vintage="2027")


def test_a_new_name_leaves_the_old_one(tiny, later) -> None:
    assert tiny.said("terr:commune-54395")["prefLabel"] == ["Nancy-la-Neuve"]
    assert tiny.said("terr:commune-54395")["altLabel"] == ["Nancy"]
    assert tiny.said("terr:commune-54395")["source"] == ["code-officiel-geographique-2027"]


def test_what_the_code_no_longer_names_is_kept_apart(tiny, later) -> None:
    gone = tiny.said("terr:commune-55010")
    assert gone["isReplacedBy"] == ["commune-55029"]
    assert gone["editorialNote"] == ["N'est plus dans le code officiel géographique 2027."]
    assert gone["type"] == ["OtherArea"] and gone["within"] == ["departement-55"] and "population" not in gone
    assert gone["source"] == [SOURCE], "its source is the last code that named it"
    assert tiny.known.describes(f"doc:{SOURCE}")
    assert tiny.said("terr:epci-200070738")["type"] == ["OtherArea"]
    assert tiny.said("terr:commune-55029")["within"] == ["arrondissement-551", "departement-55"]
    assert sum("no longer in the code" in line for line in later.report.lines()) == 2


def test_and_said_once(tiny, later) -> None:
    content = tiny.lists()
    del content["communes"][3]
    tiny.run("territories", tiny.package(content, version="8.0.0"), vintage="2028")
    assert tiny.said("terr:commune-55010")["editorialNote"] == ["N'est plus dans le code officiel géographique 2027."]


def test_a_row_that_cannot_be_used_is_not_said_to_be_gone(tiny) -> None:
    """A slip of the source today must not make a commune of yesterday."""
    tiny.run("territories")
    before = tiny.said("terr:commune-55010"), tiny.said("terr:departement-55")
    content = tiny.lists()
    content["communes"][3]["nom"] = ""
    content["communes"][4]["departement"] = "76"
    outcome = tiny.run("territories", tiny.package(content))
    assert tiny.said("terr:commune-55010") == before[0] and "editorialNote" not in before[0]
    assert tiny.said("terr:commune-75056")["type"] == ["Commune"]
    told = "\n".join(outcome.report.lines())
    assert "55010 has no name; left aside" in told and "its department 76 is not in the code; left aside" in told
    assert told.count("its row could not be used; it stays as it was") == 2


def test_a_commune_that_changes_department(tiny) -> None:
    tiny.run("territories")
    content = tiny.lists()
    content["communes"][3]["departement"] = "54"
    content["communes"][3]["arrondissement"] = "543"
    outcome = tiny.run("territories", tiny.package(content))
    lines = outcome.report.lines()
    assert any("55010 (Apremont) says it is in department 54; kept so" in line for line in lines)
    assert any("moved from territories/communes-55.ttl to territories/communes-54.ttl" in line for line in lines)
    assert tiny.said("terr:commune-55010")["within"] == ["arrondissement-543", "departement-54"]
    assert tiny.said("terr:departement-55")["population"] == ["14000"]
    homes = [
        name
        for name, things in tiny.known.described.items()
        for thing, said in things.items()
        if thing.endswith("commune-55010") and RDF + "type" in said
    ]
    assert homes == ["territories/communes-54.ttl"]


def test_codes_are_not_on_two_territories(tiny) -> None:
    tiny.run("territories")
    codes = [
        (t.value, kind.value)
        for things in tiny.known.described.values()
        for said in things.values()
        for t in said.get(MLG + "inseeCode", ())
        for kind in said[RDF + "type"]
    ]
    assert len(codes) == len(set(codes))
