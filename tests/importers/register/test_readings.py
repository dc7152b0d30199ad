"""Kinds of fault that an independent reading of the register's rows found, each with the smallest row that shows it."""

from __future__ import annotations

from typing import Any

import pytest

from maillage.terms import DCT, PREFIXES

from .register_lines import lines, party, row

NAME = "Contrat local de santé X"
PREFIX = (
    "@prefix mlg: <https://w3id.org/maillage/def#> .\n@prefix body: <https://w3id.org/maillage/id/organisation/> .\n"
    "@prefix terr: <https://w3id.org/maillage/id/territory/> .\n"
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix org: <http://www.w3.org/ns/org#> .\n\n"
)
DOUBLES = "double,body,what,source,remark\n"


def imported(tiny, *rows: dict[str, Any], bodies: str = "", doubles: str = ""):
    tiny.base("councils", "prefectures")
    tiny.run("agencies", tiny.csv("ars_siren.csv", "siren,nom\n130007834,AGENCE REGIONALE DE SANTE GRAND EST (ARS)\n"))
    (tiny.graph / "organisations").mkdir(exist_ok=True)
    if bodies:
        (tiny.graph / "organisations" / "autres.ttl").write_text(PREFIX + bodies, encoding="utf-8")
    if doubles:
        (tiny.graph / "organisations" / "doubles.csv").write_text(DOUBLES + doubles, encoding="utf-8")
    return again(tiny, *rows)


def again(tiny, *rows: dict[str, Any]):
    return tiny.run("register", tiny.csv("arrangements_register_2.jsonl", lines(list(rows))), tiny.package())


def claim(tiny, name: str) -> dict[str, list[str]]:
    return tiny.said(f"https://w3id.org/maillage/id/claim/registre-dispositifs-44/{name}")


def test_an_end_read_in_what_came_after_has_not_the_day_of_the_page(tiny) -> None:
    """The page of the day after the signature does not say that the contract has ended."""
    imported(
        tiny, row("cls-x", NAME, status="ended", signed_on="2017-03-13", signed_on_basis="text", as_of="2017-03-14")
    )
    assert claim(tiny, "cls-x.state")["asOf"] == ["2017-03-14"]
    ended = claim(tiny, "cls-x.ended")
    assert ended["status"] == ["ended"] and ended["certainty"] == ["inferred"] and "asOf" not in ended


def test_a_duration_goes_with_the_signature_it_runs_from(tiny) -> None:
    imported(tiny, row("cls-x", NAME, signed_on="2025-07-01", signed_on_basis="relative", duration_years=3))
    assert claim(tiny, "cls-x.signed")["durationYears"] == ["3"]
    assert claim(tiny, "cls-x.state")["durationYears"] == ["3"], "the page says it, the signature is a reading"


def test_a_count_of_communes_that_is_not_todays_is_told(tiny) -> None:
    imported(tiny, row("cls-x", NAME, perimeter=["Métropole du Grand Nancy (2 communes)"]))
    whole = claim(tiny, "cls-x.state")["territory"]
    assert whole == ["epci-245400676"]
    communes = [p for p in tiny.known.of_kind("mlg:Commune") if PREFIXES["terr"] + whole[0] in tiny.known.within(p[0])]
    said = claim(tiny, "cls-x.cited").get("citedUnidentified")
    expected = None if len(communes) == 2 else ["Métropole du Grand Nancy (2 communes) (périmètre)"]
    assert said == expected


@pytest.mark.parametrize("words", ["Services de l'État", "État", "Service de l'Etat"])
def test_the_services_of_the_state_are_the_prefecture(tiny, words: str) -> None:
    imported(tiny, row("cls-x", NAME, parties=[party(words, "etat")]))
    said = claim(tiny, "cls-x.signatory.prefecture-54")
    assert said["hasParticipant"] == ["prefecture-54"] and said["certainty"] == ["inferred"]


def test_a_hospital_group_that_a_page_lists_among_the_signatories_is_a_partner(tiny) -> None:
    """The one graph/ describes, and the one that only the register names."""
    known = (
        'body:ght-ge-10 a mlg:HospitalGroup ; skos:prefLabel "GHT Sud Lorraine"@fr ; mlg:territory terr:region-44 .\n'
    )
    both = [party("GHT Sud Lorraine", "etablissement_sante"), party("GHT des Collines", "etablissement_sante")]
    imported(tiny, row("cls-x", NAME, parties=[*both, party("CH de Z", "etablissement_sante")]), bodies=known)
    for group in ("ght-ge-10", "ght-collines"):
        said = claim(tiny, f"cls-x.signatory.{group}")
        assert said["role"] == ["partner"] and said["certainty"] == ["inferred"], group
        assert "sans personnalité morale" in said["editorialNote"][0]
    assert claim(tiny, "cls-x.signatory.ch-z")["role"] == ["signatory"]


def test_a_support_service_is_one(tiny) -> None:
    imported(tiny, row("cls-x", NAME, parties=[party("DAC", "dac")]))
    assert tiny.said("body:dac-54")["type"] == ["SupportService"]


def test_the_national_education_of_a_department_is_its_direction(tiny) -> None:
    named = [party("Éducation nationale", "education_nationale"), party("DSDEN 54", "education_nationale", "partner")]
    old = 'body:education-nationale-54 a mlg:EducationAuthority ; skos:prefLabel "Services (54)"@fr .\n'
    imported(tiny, row("cls-x", NAME, parties=named))
    path = tiny.graph / "registers" / "organismes-du-registre.ttl"
    path.write_text(path.read_text(encoding="utf-8") + "\n" + old, encoding="utf-8")
    double = "body:education-nationale-*,body:dsden-*,double,,Un seul organisme.\n"
    (tiny.graph / "organisations" / "doubles.csv").write_text(DOUBLES + double, encoding="utf-8")
    again(tiny, row("cls-x", NAME, parties=named))
    assert claim(tiny, "cls-x.signatory.dsden-54")["certainty"] == ["inferred"]
    assert "certainty" not in claim(tiny, "cls-x.partner.dsden-54")
    left = tiny.known.says("body:education-nationale-54")
    assert {t.value for t in left[DCT + "isReplacedBy"]} == {PREFIXES["body"] + "dsden-54"}, "it stays, and says so"
    assert again(tiny, row("cls-x", NAME, parties=named)).changed == []


def test_a_double_is_the_body_it_stands_for_and_a_former_body_keeps_its_claims(tiny) -> None:
    table = (
        "body:instance-promotion-sante,body:ireps,double,,Le même.\n"
        "body:pays-x,body:petr-x,former,https://exemple.fr,Le PETR a suivi.\n"
    )
    named = [party("Instance promotion santé", "association"), party("IREPS", "association", "partner")]
    named += [party("Pays X", "syndicat", "funder"), party("PETR X", "petr", "carrier")]
    imported(tiny, row("cls-x", NAME, parties=named), doubles=table)
    assert claim(tiny, "cls-x.signatory.ireps")["hasParticipant"] == ["ireps"]
    assert tiny.said("body:ireps")["prefLabel"] == ["IREPS"], "a double does not name the body"
    assert not tiny.known.describes("body:instance-promotion-sante")
    assert claim(tiny, "cls-x.funder.pays-x")["hasParticipant"] == ["pays-x"]
    assert tiny.said("body:pays-x")["isReplacedBy"] == ["petr-x"]
    assert again(tiny, row("cls-x", NAME, parties=named)).changed == []


def test_a_territory_that_another_file_says_closer_is_not_said(tiny) -> None:
    """A list puts the syndicate in its intercommunal area: the department of the row is said no more."""
    named = row("cls-x", NAME, parties=[party("Syndicat mixte des Collines", "syndicat")])
    imported(tiny, named)
    assert tiny.said("body:syndicat-mixte-collines")["territory"] == ["departement-54"]
    told = "body:syndicat-mixte-collines mlg:territory terr:epci-245400676 .\n"
    (tiny.graph / "registers" / "listes.ttl").write_text(PREFIX + told, encoding="utf-8")
    again(tiny, named)
    assert "territory" not in tiny.said("body:syndicat-mixte-collines")
    assert again(tiny, named).changed == []


def test_the_part_named_in_brackets_is_the_body(tiny) -> None:
    mention = "Conseil territorial de santé du Massif (commission spécialisée en santé mentale)"
    imported(tiny, row("cls-x", NAME, parties=[party(mention, "autre", "carrier")]))
    own = "body:conseil-territorial-sante-massif-commission-specialisee-sante-mentale"
    assert tiny.said(own)["prefLabel"] == [
        "Conseil territorial de santé du Massif, commission spécialisée en santé mentale"
    ]


def test_an_establishment_is_the_entity_and_not_its_site_of_the_same_town(tiny) -> None:
    hospitals = (
        'body:finess-1 a mlg:Hospital ; skos:prefLabel "CH Vendôme"@fr ; mlg:territory terr:commune-54395 .\n'
        'body:finess-site-1 a mlg:Hospital ; skos:prefLabel "CH Vendôme - Montoire"@fr ; '
        "mlg:territory terr:commune-54395 ; org:unitOf body:finess-1 .\n"
        'body:finess-site-2 a mlg:Hospital ; skos:prefLabel "CH Vendôme - Savigny"@fr ; '
        "mlg:territory terr:commune-54547 ; org:unitOf body:finess-1 .\n"
    )
    kind = "etablissement_sante"
    named = [party("Centre hospitalier de Vendôme-Montoire", kind), party("CH Vendôme - Savigny", kind, "partner")]
    imported(tiny, row("cls-x", NAME, parties=named), bodies=hospitals)
    assert claim(tiny, "cls-x.signatory.finess-1")["hasParticipant"] == ["finess-1"]
    assert claim(tiny, "cls-x.partner.finess-site-2")["hasParticipant"] == ["finess-site-2"], "another town's site"


THEN = (
    'body:siren-200000001 a mlg:Collectivity ; skos:prefLabel "Métropole du Grand Nancy (ancienne, 200000001)"@fr ; '
    "mlg:territory terr:ancien-epci-200000001 .\n"
    'terr:ancien-epci-200000001 a mlg:OtherArea ; skos:prefLabel "Grand Nancy (ancien)"@fr ; '
    "mlg:within terr:departement-54 .\n"
)
COMMUNITY = "Métropole du Grand Nancy"


def test_an_intercommunal_body_of_then_is_not_that_of_today(tiny) -> None:
    then = row("cls-x", NAME, territory=COMMUNITY, carrier=COMMUNITY, signed_on="2012-06-29", signed_on_basis="text")
    coded = {**then, "id": "cls-y", "carrier_code": "245400676", "carrier_code_scheme": "EPCI"}
    later = {**then, "id": "cls-z", "signed_on": "2019-06-29"}
    imported(tiny, then, coded, later, bodies=THEN)
    assert claim(tiny, "cls-x.carrier.siren-200000001")["certainty"] == ["inferred"]
    assert claim(tiny, "cls-x.state")["territory"] == ["ancien-epci-200000001"]
    for number in ("cls-y", "cls-z"):
        assert claim(tiny, f"{number}.state")["territory"] == ["epci-245400676"]


def test_where_the_body_of_then_is_not_known_todays_is_a_reading(tiny) -> None:
    imported(tiny, row("cls-x", NAME, territory=COMMUNITY, carrier=COMMUNITY, start=2013))
    carriers = [c for c, said in tiny.known.of_kind("mlg:Participation") if "/cls-x.carrier." in c]
    assert len(carriers) == 1 and claim(tiny, carriers[0].rsplit("/", 1)[-1])["certainty"] == ["inferred"]
    area = claim(tiny, "cls-x.territory")
    assert area["territory"] == ["epci-245400676"] and area["certainty"] == ["inferred"]
    assert "territory" not in claim(tiny, "cls-x.state")


def test_a_pole_is_not_the_community_of_its_name(tiny) -> None:
    imported(
        tiny, row("cls-x", NAME, territory="Grand Nancy (pôle territorial)", perimeter=["Nancy", "Vandœuvre-lès-Nancy"])
    )
    assert claim(tiny, "cls-x.state")["territory"] == ["grand-nancy"]
    assert tiny.said("terr:grand-nancy")["type"] == ["OtherArea"]


def test_a_sub_prefecture_a_curator_names_has_its_arrondissement(tiny) -> None:
    named = row("cls-x", NAME, parties=[party("Sous-préfet", "etat")])
    imported(tiny, named)
    table = tiny.graph / "registers" / "resolutions.csv"
    line = "cls-x,Sous-préfet,etat,body:sous-prefecture-nancy,mlg:SubPrefecture,Sous-préfecture de Nancy,curator,,inferred,,"
    text = [one for one in table.read_text(encoding="utf-8").splitlines() if "Sous-préfet" not in one]
    table.write_text("\n".join([*text, line]) + "\n", encoding="utf-8")
    again(tiny, named)
    (place,) = tiny.said("body:sous-prefecture-nancy")["territory"]
    assert place.startswith("arrondissement-")
