"""Priority neighbourhoods and city contracts: one thing a code, carriers that are gone kept as such."""

from __future__ import annotations

import pytest

NEIGHBOURHOODS = """code_qp,lib_qp,insee_com,lib_com
"QN05401M, QN05402M","Haut-du-Lièvre, Les Provinces",54395,Nancy
"QN05402M, QN05403M","Les Provinces, Le Bois",54547,"Nancy;
 Vandœuvre"
QN05501M,La Côte,55029,Bar-le-Duc
QN05501M,La Côte Sainte,55010,Apremont
QN05402M,Les Provinces,54395,Nancy
QN99,Nulle part,54395,Nancy
QN05504M,Ailleurs,55999,Ailleurs
"QN05505M, QN05506M",Un seul nom,55029,Bar-le-Duc
"""
CONTRACTS = """code_cv,lib_cv,codgeo,codgeo_type_cog2024,insee_dep,pop_qpv,lon,lat
CV001,54 - Métropole du Grand Nancy,245400676,epci,54,1000.0,6,48
CV002,55 - CC du Barrois,245500327,historic,55,300.0,5,48
CV003,54 - CC Frontière,245400999,historic,54,21.0,5,48
CV003,55 - CC Frontière,245400999,historic,55,10.0,5,48
CV004,75 - Paris,75056,commune,75,5000.0,2,48
CV005,NA - CC Mad et Meuse,200070738,epci,,,5,48
CV004,75 - Paris,75056,commune,75,5000.0,2,48
CV006,54 - Rien,rien,historic,54,1.0,5,48
CV007,54 - Métropole du Grand Nancy,245400677,historic,54,1.0,5,48
"""


@pytest.fixture
def city(tiny):
    tiny.base("councils", "prefectures")
    return tiny


def contracts(tiny, *packages):
    return tiny.run(
        "city-contracts", tiny.csv("contrats_de_ville_2015_2023.csv", CONTRACTS), *(packages or [tiny.package()])
    )


def test_a_neighbourhood_a_code(city) -> None:
    source = city.csv("qpv_2024.csv", NEIGHBOURHOODS)
    outcome = city.run("neighbourhoods", source)
    assert city.said("terr:qpv-QN05401M") == {
        "type": ["PriorityNeighbourhood"],
        "prefLabel": ["Haut-du-Lièvre"],
        "notation": ["QN05401M"],
        "within": ["commune-54395"],
        "source": ["quartiers-prioritaires-2024"],
    }
    astride = city.said("terr:qpv-QN05402M")
    assert astride["within"] == ["arrondissement-543"]
    communes = [place for place in astride["partlyWithin"] if place.startswith("commune-")]
    assert communes == ["commune-54395", "commune-54547"]
    assert [place for place in astride["partlyWithin"] if place not in communes] == ["epci-200070738", "epci-245400676"]
    assert city.said("terr:qpv-QN05501M")["within"] == ["arrondissement-551"]
    assert city.said("terr:qpv-QN05505M")["prefLabel"] == ["QN05505M"]
    assert [str(row).split("csv:")[1] for row in outcome.report.bad] == [
        "6: QN05501M is called 'La Côte Sainte' here and 'La Côte' before; the first name is kept.",
        "7: QN05402M stands for 54395 already; counted once.",
        "8: 'QN99' is no code of a neighbourhood; left aside.",
        "9: the commune 55999 is not in graph/; left aside.",
        "10: 2 codes but 1 names (Un seul nom); codes kept as names.",
    ]
    assert city.run("neighbourhoods", source).changed == []


def test_a_contract_its_carrier_and_territory(city) -> None:
    contracts(city)
    claim = "claim:contrats-de-ville-2015-2023/CV001"
    assert city.said("arr:contrat-de-ville-CV001")["type"] == ["CityContract"]
    carrier = city.said(f"{claim}.carrier")
    assert (carrier["hasParticipant"], carrier["role"]) == (["siren-245400676"], ["carrier"])
    assert carrier["evidence"] == ["contrats-de-ville-2015-2023"]
    state = city.said(f"{claim}.state")
    assert (state["territory"], state["startDate"], state["endDate"]) == (["epci-245400676"], ["2015"], ["2023"])
    assert city.said(f"{claim}.inhabitants")["value"] == ["1000"]
    assert contracts(city).changed == []


def test_a_municipality_that_carries_is_described(city) -> None:
    contracts(city)
    assert city.said("claim:contrats-de-ville-2015-2023/CV004.state")["territory"] == ["commune-75056"]
    assert city.said("body:siren-217505601")["prefLabel"] == ["Commune de Paris"]
    assert city.known.home["https://w3id.org/maillage/id/organisation/siren-217505601"] == "organisations/communes.ttl"


def test_a_contract_in_two_departments_is_one(city) -> None:
    outcome = contracts(city)
    assert city.said("claim:contrats-de-ville-2015-2023/CV003.inhabitants")["value"] == ["31"]
    assert city.said("terr:ancien-epci-245400999")["within"] == ["region-44"]
    assert any("CV003 stands in several rows (departments 54, 55)" in line for line in outcome.report.lines())


def test_bad_rows_of_contracts(city) -> None:
    outcome = contracts(city)
    assert [str(row).split("csv:")[1] for row in outcome.report.bad] == [
        "7: '' is no number of inhabitants; left unsaid.",
        "8: CV004 stands for department 75 already; left aside.",
        "9: 'CV006' carried by 'rien' is no contract; left aside.",
    ]
    assert not city.known.describes("claim:contrats-de-ville-2015-2023/CV005.inhabitants")


def test_a_carrier_that_is_gone_is_kept(city) -> None:
    outcome = contracts(city)
    gone = city.said("body:siren-245500327")
    assert gone["type"] == ["Collectivity"] and gone["prefLabel"] == ["CC du Barrois"]
    assert gone["altLabel"] == ["Communauté de communes du Barrois"]
    assert gone["territory"] == ["ancien-epci-245500327"] and "isReplacedBy" not in gone
    assert "governs" not in gone
    assert city.said("terr:ancien-epci-245500327")["within"] == ["departement-55"]
    assert any("No earlier vintage" in line for line in outcome.report.lines())
    assert city.said("body:siren-245400677")["prefLabel"] == ["Métropole du Grand Nancy (ancienne, 245400677)"]


def test_an_earlier_vintage_names_it_and_its_successor(city) -> None:
    before = city.lists()
    before["epci"].append(city.grouping("245500327", "CC de Bar-le-Duc", "CC", ("54999", 1), ("55029", 1)))
    before["communes"].append(city.commune("54999", "Fondue", 1))
    now = city.package(version="9.9.9")
    then = city.package(before, version="1.0.0", file="then.tgz")
    contracts(city, then, now)
    gone = city.said("body:siren-245500327")
    assert gone["prefLabel"] == ["CC de Bar-le-Duc"] and "CC du Barrois" in gone["altLabel"]
    assert gone["isReplacedBy"] == ["siren-200070738"], "all its communes are in that one now"
    assert "paquet-9.9.9 ; le dernier millésime lu qui la nomme est paquet-1.0.0" in gone["editorialNote"][0]


def test_a_living_carrier_must_be_in_the_graph(tiny) -> None:
    tiny.base()
    outcome = contracts(tiny)
    assert any("run maillage import councils first" in str(row) for row in outcome.report.bad)
    assert not tiny.known.describes("arr:contrat-de-ville-CV001")
