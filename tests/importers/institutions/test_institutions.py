"""Councils, intercommunal bodies, municipalities, agencies, prefectures and insurance funds."""

from __future__ import annotations

import pytest

from maillage.errors import MaillageError

SPECIAL = """@prefix mlg: <https://w3id.org/maillage/def#> .
@prefix body: <https://w3id.org/maillage/id/organisation/> .
@prefix terr: <https://w3id.org/maillage/id/territory/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
body:ville a mlg:Municipality, mlg:DepartmentalCouncil ; skos:prefLabel "Ville de Paris"@fr ;
  mlg:governs terr:commune-75056, terr:departement-75 .
body:former a mlg:Collectivity ; skos:prefLabel "Ancien conseil"@fr ; mlg:governs terr:departement-54 ;
  dct:isReplacedBy body:ville .
"""


@pytest.mark.parametrize("name", ["councils", "prefectures"])
def test_the_code_they_come_from_is_described_once(tiny, name: str) -> None:
    tiny.run(name)
    assert tiny.said("doc:code-officiel-geographique-2026")["documentType"] == ["register"]
    assert tiny.known.home["https://w3id.org/maillage/id/document/code-officiel-geographique-2026"] == (
        "territories/pays.ttl"
    )
    tiny.run("territories")
    before = tiny.files()["territories/pays.ttl"]
    tiny.run(name)
    assert tiny.files()["territories/pays.ttl"] == before


def test_councils_govern_their_territory(tiny) -> None:
    tiny.base("councils")
    assert tiny.said("body:conseil-departemental-55") == {
        "type": ["DepartmentalCouncil"],
        "prefLabel": ["Conseil départemental de la Meuse"],
        "altLabel": ["Département de la Meuse"],
        "governs": ["departement-55"],
        "territory": ["departement-55"],
        "source": ["code-officiel-geographique-2026"],
    }
    assert tiny.said("body:conseil-regional-44")["prefLabel"] == ["Conseil régional du Grand Est"]
    assert tiny.said("body:conseil-regional-44")["altLabel"] == ["Région Grand Est"]
    epci = tiny.said("body:siren-200070738")
    assert epci["type"] == ["CommunityOfCommunes"] and epci["governs"] == ["epci-200070738"]
    assert epci["prefLabel"] == ["Communauté de communes Mad et Meuse"] and epci["altLabel"] == ["CC Mad et Meuse"]
    assert tiny.said("body:siren-200058006")["type"] == ["TerritorialPublicEstablishment"]
    assert not tiny.known.describes("body:conseil-departemental-975"), "an overseas collectivity is no department"
    assert tiny.run("councils").changed == []


def test_no_second_council_where_a_body_governs_already(tiny) -> None:
    path = tiny.graph / "organisations/collectivites.ttl"
    path.parent.mkdir(parents=True)
    path.write_text(SPECIAL, encoding="utf-8")
    tiny.base()
    outcome = tiny.run("councils")
    assert not tiny.known.describes("body:conseil-departemental-75")
    assert tiny.known.describes("body:conseil-departemental-54"), "a body that was replaced governs no more"
    assert any("organisation/ville governs it; no other council" in line for line in outcome.report.lines())
    assert not tiny.known.describes("body:siren-217505601"), "Paris has its municipality"


def test_a_body_known_by_another_iri_keeps_it(tiny) -> None:
    path = tiny.graph / "documents/d.ttl"
    path.parent.mkdir(parents=True)
    path.write_text(
        SPECIAL.split("body:ville")[0]
        + 'body:le-grand-nancy a mlg:Metropolis ; mlg:siren "245400676" ; skos:prefLabel "Grand Nancy"@fr .'
    )
    tiny.base("councils")
    assert tiny.known.by_code("siren", "245400676") == "https://w3id.org/maillage/id/organisation/le-grand-nancy"
    assert tiny.said("body:le-grand-nancy")["altLabel"] == ["Grand Nancy"]
    assert not tiny.known.describes("body:siren-245400676")
    assert not path.exists(), "nothing else was in it"


def test_municipalities_are_described_where_something_involves_them(tiny) -> None:
    from maillage.importers.geography.vintage import open_code
    from maillage.importers.institutions.councils import municipality
    from maillage.importers.kit.base import Draft, Importer, run

    tiny.base()
    found: list[str | None] = []

    def make(job):
        draft, cog = Draft(), open_code(job)
        found.extend(municipality(job, cog, draft, code) for code in ("54395", "97502", "54998"))
        return draft

    run(
        Importer("x", {}, "", make), tiny.graph, [tiny.package()], None, None, {"vintage": "2026", "counts": "accepted"}
    )
    assert [name and name.rsplit("/")[-1] for name in found] == ["siren-215439501", "siren-219750201", None]
    assert tiny.said("body:siren-215439501")["altLabel"] == ["Ville de Nancy"]
    tiny.run("councils")
    assert tiny.said("body:siren-215439501")["governs"] == ["commune-54395"]


def test_prefectures_one_a_department(tiny) -> None:
    tiny.base("prefectures")
    names = sorted(thing.rsplit("/")[-1] for thing, _ in tiny.known.of_kind("mlg:Prefecture"))
    assert names == ["prefecture-54", "prefecture-55", "prefecture-75"]
    assert tiny.said("body:prefecture-55")["prefLabel"] == ["Préfecture de la Meuse"]
    assert "altLabel" not in tiny.said("body:prefecture-55")
    assert "Préfecture de la région Grand Est" in tiny.said("body:prefecture-54")["altLabel"]
    assert tiny.run("prefectures").changed == []


AGENCIES = """siren,nom
130007834,AGENCE REGIONALE DE SANTE GRAND EST (ARS)
130008014,AGENCE REGIONALE SANTE ILE DE FRANCE (ARS)
130008014,AGENCE REGIONALE SANTE ILE DE FRANCE (ARS)
13000,AGENCE REGIONALE DE SANTE GRAND EST (ARS)
130008048,AGENCE REGIONALE DE SANTE OCCITANIE (ARS)
"""


def test_agencies_and_their_regions(tiny) -> None:
    tiny.base()
    outcome = tiny.run("agencies", tiny.csv("ars_siren.csv", AGENCIES))
    assert tiny.said("body:siren-130008014") == {
        "type": ["RegionalHealthAgency"],
        "prefLabel": ["Agence régionale de santé Île-de-France"],
        "altLabel": ["ARS Île-de-France"],
        "siren": ["130008014"],
        "governs": ["region-11"],
        "territory": ["region-11"],
        "source": ["operateurs-de-l-etat-2026"],
    }
    assert [str(row).split("csv:")[1] for row in outcome.report.bad] == [
        "4: the SIREN 130008014 stands on line 3 already; left aside.",
        "5: '13000' is no SIREN number; left aside.",
        "6: AGENCE REGIONALE DE SANTE OCCITANIE (ARS) names no region of graph/; left aside.",
    ]
    assert tiny.run("agencies", tiny.csv("ars_siren.csv", AGENCIES)).changed == []


def test_what_needs_the_territories_says_so(tiny) -> None:
    for name, file, text in (
        ("agencies", "ars_siren.csv", AGENCIES),
        ("insurance", "cpam_codes_2020.csv", "code_caisse,libelle\n542,CPAM X\n"),
        ("neighbourhoods", "qpv_2024.csv", "code_qp,lib_qp,insee_com\nQN05401M,A,54395\n"),
    ):
        with pytest.raises(MaillageError, match="Run maillage import territories first"):
            tiny.run(name, tiny.csv(file, text))
        assert not tiny.graph.exists()
    (tiny.folder / "empty").mkdir()
    with pytest.raises(MaillageError, match="was not given"):
        tiny.run("agencies", tiny.folder / "empty")


FUNDS = """code_caisse,libelle
541,CPAM Longwy
542,CPAM Meurthe-et-Moselle
551,CPAM Bar-le-Duc
751,CPAM Paris
752,CPAM Paris
551,CPAM Bar-le-Duc
999,CPAM Ailleurs
"""


def test_funds_and_their_names(tiny) -> None:
    tiny.base()
    with pytest.raises(MaillageError, match="Run maillage import prefectures first"):
        tiny.run("insurance", tiny.csv("cpam_codes_2020.csv", FUNDS))
    tiny.run("prefectures")
    outcome = tiny.run("insurance", tiny.csv("cpam_codes_2020.csv", FUNDS))
    labels = {
        c: tiny.said(f"body:cpam-{c}")["prefLabel"][0].removeprefix("Caisse primaire d'assurance maladie ")
        for c in ("541", "542", "551", "751", "752")
    }
    assert labels == {
        "541": "de Longwy",
        "542": "de Meurthe-et-Moselle",
        "551": "de la Meuse",
        "751": "de Paris (code 751)",
        "752": "de Paris (code 752)",
    }
    assert {tuple(tiny.said(f"body:cpam-{c}")["altLabel"]) for c in ("751", "752")} == {("CPAM Paris", "CPAM de Paris")}
    alone = tiny.said("body:cpam-551")
    assert alone["altLabel"] == ["CPAM Bar-le-Duc", "CPAM de Bar-le-Duc", "CPAM de la Meuse"]
    assert "elle est la seule caisse de la Meuse" in alone["editorialNote"][0]
    assert "isReplacedBy" not in tiny.said("body:cpam-541"), "the list does not say which funds were merged"
    assert [row.line for row in outcome.report.bad] == [7, 8]
    assert tiny.run("insurance", tiny.csv("cpam_codes_2020.csv", FUNDS)).changed == []
