"""Resolving mentions: code, name, form, context, towns; several or unknown is never guessed."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from maillage.cli.commands import app
from maillage.naming.gazetteers import gazetteer
from maillage.naming.mentions import core, readings
from maillage.naming.names import Names
from maillage.naming.resolve import Context, Decision, resolve
from maillage.store.embedded import Oxigraph
from maillage.terms import GRAPH, PREFIXES
from maillage.things.turtle import read_turtle

PREFIX = """@prefix mlg: <https://w3id.org/maillage/def#> .
@prefix body: <https://w3id.org/maillage/id/organisation/> .
@prefix terr: <https://w3id.org/maillage/id/territory/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix care: <https://w3id.org/maillage/def/careCategory/> .
@prefix legal: <https://w3id.org/maillage/def/legalStatus/> .
"""
GRAPH_TEXT = (
    PREFIX
    + """
terr:region-44 a mlg:Region ; skos:prefLabel "Grand Est"@fr ; mlg:inseeCode "44" .
terr:region-11 a mlg:Region ; skos:prefLabel "Île-de-France"@fr ; mlg:inseeCode "11" .
terr:alsace a mlg:OtherArea ; skos:prefLabel "Alsace"@fr ; mlg:within terr:region-44 .
terr:departement-54 a mlg:Department ; skos:prefLabel "Meurthe-et-Moselle"@fr ; mlg:inseeCode "54" ; mlg:within terr:region-44 .
terr:departement-67 a mlg:Department ; skos:prefLabel "Bas-Rhin"@fr ; mlg:inseeCode "67" ; mlg:within terr:region-44, terr:alsace .
terr:departement-93 a mlg:Department ; skos:prefLabel "Seine-Saint-Denis"@fr ; mlg:inseeCode "93" ; mlg:within terr:region-11 .
terr:commune-54395 a mlg:Commune ; skos:prefLabel "Nancy"@fr ; mlg:inseeCode "54395" ; mlg:within terr:departement-54, terr:epci-245400676 .
terr:commune-54329 a mlg:Commune ; skos:prefLabel "Lunéville"@fr ; mlg:inseeCode "54329" ; mlg:within terr:departement-54 .
terr:commune-67447 a mlg:Commune ; skos:prefLabel "Saint-Denis"@fr ; mlg:inseeCode "67447" ; mlg:within terr:departement-67 .
terr:commune-93066 a mlg:Commune ; skos:prefLabel "Saint-Denis"@fr ; mlg:inseeCode "93066" ; mlg:within terr:departement-93 .
terr:epci-245400676 a mlg:IntercommunalArea ; skos:prefLabel "Métropole du Grand Nancy"@fr ; mlg:inseeCode "245400676" ; mlg:within terr:departement-54 .
body:siren-130007834 a mlg:RegionalHealthAgency ; skos:prefLabel "Agence régionale de santé Grand Est"@fr ; skos:altLabel "ARS Grand Est"@fr ;
  mlg:siren "130007834" ; mlg:governs terr:region-44 ; mlg:territory terr:region-44 .
body:ars-alsace a mlg:HealthAgency ; skos:prefLabel "Agence régionale de santé d'Alsace"@fr ; mlg:territory terr:alsace ;
  dct:isReplacedBy body:siren-130007834 .
body:cpam-541 a mlg:HealthInsuranceFund ; skos:prefLabel "Caisse primaire d'assurance maladie de Longwy"@fr ; mlg:fundCode "541" ;
  mlg:territory terr:departement-54 .
body:cpam-542 a mlg:HealthInsuranceFund ; skos:prefLabel "Caisse primaire d'assurance maladie de Meurthe-et-Moselle"@fr ;
  mlg:fundCode "542" ; mlg:territory terr:departement-54 .
body:conseil-departemental-54 a mlg:DepartmentalCouncil ; skos:prefLabel "Conseil départemental de Meurthe-et-Moselle"@fr ;
  mlg:governs terr:departement-54 ; mlg:territory terr:departement-54 .
body:conseil-regional-44 a mlg:RegionalCouncil ; skos:prefLabel "Conseil régional du Grand Est"@fr ; mlg:governs terr:region-44 ;
  mlg:territory terr:region-44 .
body:prefecture-54 a mlg:Prefecture ; skos:prefLabel "Préfecture de Meurthe-et-Moselle"@fr ; mlg:territory terr:departement-54 .
body:prefecture-67 a mlg:Prefecture ; skos:prefLabel "Préfecture du Bas-Rhin"@fr ;
  skos:altLabel "Préfecture de la région Grand Est"@fr ; mlg:territory terr:departement-67 .
body:siren-245400676 a mlg:Metropolis ; skos:prefLabel "Métropole du Grand Nancy"@fr ; mlg:siren "245400676" ;
  mlg:governs terr:epci-245400676 ; mlg:territory terr:epci-245400676 .
body:siren-243300563 a mlg:AgglomerationCommunity ; skos:prefLabel "Communauté d'agglomération Bassin d'Arcachon Sud (COBAS)"@fr .
body:siren-219300662 a mlg:Municipality ; skos:prefLabel "Commune de Saint-Denis"@fr ; skos:altLabel "Ville de Saint-Denis"@fr ;
  mlg:territory terr:commune-93066 .
body:msa-lorraine a mlg:SocialSecurityBody ; skos:prefLabel "Mutualité sociale agricole Lorraine"@fr ; skos:altLabel "MSA Lorraine"@fr ;
  mlg:territory terr:departement-54 .
body:carsat-nord-est a mlg:SocialSecurityBody ; skos:prefLabel "CARSAT Nord-Est"@fr ; mlg:territory terr:departement-54 .
body:finess-540000080 a mlg:Hospital ; skos:prefLabel "CH Stanislas"@fr ; mlg:finess "540000080" ; mlg:territory terr:commune-54329 ;
  mlg:legalStatus legal:public .
body:finess-site-540000081 a mlg:Hospital ; skos:prefLabel "CH Stanislas (site de Lunéville)"@fr ; org:unitOf body:finess-540000080 ;
  mlg:territory terr:commune-54329 ; mlg:careCategory care:355 .
body:finess-540000090 a mlg:Hospital ; skos:prefLabel "Clinique Jeanne d'Arc Lunéville"@fr ; mlg:finess "540000090" ;
  mlg:territory terr:commune-54329 ; mlg:legalStatus legal:commercial .
body:ght-ge-10 a mlg:HospitalGroup ; skos:prefLabel "Groupement hospitalier de territoire Sud Lorraine"@fr ; skos:notation "GE-10" ;
  mlg:territory terr:region-44 .
body:mission-locale a mlg:Association ; skos:prefLabel "Mission locale (Nancy)"@fr .
"""
)
T = PREFIXES["terr"]
MEURTHE = Context(departments=frozenset({T + "departement-54"}), regions=frozenset({T + "region-44"}))


def make_names(text: str = GRAPH_TEXT) -> Names:
    from pathlib import Path

    store = Oxigraph()
    store.load(read_turtle(Path("x.ttl"), text).triples, GRAPH + "x")
    return Names(store)


@pytest.fixture(scope="module")
def names() -> Names:
    return make_names()


def told(decision: Decision) -> tuple[str, str]:
    return (decision.iri or "").removeprefix(PREFIXES["body"]), decision.how


@pytest.mark.parametrize(
    ("mention", "body", "how"),
    [
        ("130007834", "siren-130007834", "code"),
        ("SIREN 130 007 834", "siren-130007834", "code"),
        ("siren-130007834", "siren-130007834", "code"),
        ("N° SIRET : 130 007 834 00017", "siren-130007834", "code"),
        ("130-007-834\u200b", "siren-130007834", "code"),
        ("541", "cpam-541", "code"),
        ("body:cpam-542", "cpam-542", "code"),
        ("ARS GRAND EST", "siren-130007834", "name"),
        ("agence regionale de santé du Grand-Est", "siren-130007834", "form"),
        ("CPAM 54", "cpam-542", "form"),
        ("Caisse Primaire d’Assurance Maladie (CPAM) de Meurthe et Moselle", "cpam-542", "name"),
        ("CPAM de Longwy", "cpam-541", "form"),
        ("CD 54", "conseil-departemental-54", "form"),
        ("Conseil général de Meurthe-et-Moselle", "conseil-departemental-54", "form"),
        ("Département (Meurthe-et-Moselle)", "conseil-departemental-54", "context"),
        ("Région Grand Est", "conseil-regional-44", "form"),
        ("Préfet de Meurthe-et-Moselle", "prefecture-54", "form"),
        ("Préfet de la région Grand Est", "prefecture-67", "form"),
        ("Agglomération du Grand Nancy", "siren-245400676", "form"),
        ("COBAS", "siren-243300563", "name"),
        ("GHT Sud Lorraine", "ght-ge-10", "form"),
        ("GE-10", "ght-ge-10", "code"),
        ("CH Stanislas", "finess-540000080", "name"),
        ("Clinique Jeanne-d'Arc de Lunéville", "finess-540000090", "form"),
        ("CH de Lunéville", "finess-540000080", "town"),
        ("Hôpital Stanislas de Lunéville", "finess-540000080", "inclusion"),
    ],
)
def test_what_the_words_alone_name(names: Names, mention: str, body: str, how: str) -> None:
    assert told(resolve(mention, Context(), names)) == (body, how)


@pytest.mark.parametrize(
    ("mention", "body"),
    [
        ("l'ARS", "siren-130007834"),
        ("Préfecture", "prefecture-54"),
        ("État", "prefecture-54"),
        ("Préfet de région", "prefecture-67"),
        ("CPAM", "cpam-542"),
        ("la MSA", "msa-lorraine"),
        ("CARSAT", "carsat-nord-est"),
    ],
)
def test_what_the_context_settles(names: Names, mention: str, body: str) -> None:
    assert resolve(mention, Context(), names).iri is None
    assert told(resolve(mention, MEURTHE, names)) == (body, "context")


def test_an_agency_is_that_of_the_day(names: Names) -> None:
    alsace = Context(departments=frozenset({T + "departement-67"}), regions=frozenset({T + "region-44"}))
    from dataclasses import replace

    assert told(resolve("ARS", replace(alsace, day="2014-12-31"), names)) == ("ars-alsace", "context")
    assert told(resolve("ARS", replace(alsace, day="2016-06-01"), names)) == ("siren-130007834", "context")
    assert told(resolve("ARS d'Alsace", alsace, names)) == ("ars-alsace", "form")


@pytest.mark.parametrize(
    "mention", ["", "  ", "...", "Mission locale", "Clinique de Toul", "CPAM de Nancy", "CH du Val"]
)
def test_nothing_is_guessed(names: Names, mention: str) -> None:
    assert resolve(mention, Context(), names).iri is None


def test_the_order_of_words_tells_towns_and_epci_apart(names: Names) -> None:
    """ "Nord Yonne" is no "Yonne Nord"; a hospital or an agency is the same whatever the order of its words."""
    epci = Context(kinds=frozenset({"Metropolis"}))
    for mention in ("Métropole Nancy Grand", "CC Nancy Grand", "Nancy Grand"):
        assert resolve(mention, epci, names).iri is None, mention
    assert told(resolve("Métropole Grand Nancy", epci, names)) == ("siren-245400676", "form")
    assert resolve("Commune de Denis Saint", Context(), names).iri is None
    assert told(resolve("ARS Est Grand", Context(), names)) == ("siren-130007834", "form")


def test_a_form_without_a_place_says_so(names: Names) -> None:
    assert told(resolve("MSA", Context(), names)) == ("", "placeless")
    assert told(resolve("Caisse primaire", Context(), names)) == ("", "placeless")
    assert told(resolve("MSA", MEURTHE, names)) == ("msa-lorraine", "context")


def test_two_funds_of_one_label_are_told_apart_by_code_only() -> None:
    funds = "\n".join(
        f'body:cpam-{n} a mlg:HealthInsuranceFund ; skos:prefLabel "Caisse de Paris (code {n})"@fr ; '
        f'skos:altLabel "CPAM Paris"@fr ; mlg:fundCode "{n}" ; mlg:territory terr:departement-75 .'
        for n in (751, 752)
    )
    place = 'terr:departement-75 a mlg:Department ; skos:prefLabel "Paris"@fr ; mlg:inseeCode "75" .\n'
    paris = make_names(PREFIX + place + funds)
    for words in ("CPAM Paris", "CPAM 75"):
        decision = resolve(words, Context(), paris)
        assert told(decision) == ("", "several") and len(decision.candidates) == 2, words
    assert told(resolve("752", Context(), paris)) == ("cpam-752", "code")


def test_a_short_form_in_brackets_is_no_name_when_a_whole_family_has_it() -> None:
    named = 'body:a a mlg:RegionalHealthAgency ; skos:prefLabel "Agence régionale de santé (ARS) Grand Est"@fr .'
    assert told(resolve("ARS", Context(), make_names(PREFIX + named)))[0] == ""


def test_namesakes_stay_unsettled_without_context(names: Names) -> None:
    """Two communes are called Saint-Denis; that graph/ describes the municipality of one alone settles nothing."""
    decision = resolve("Ville de Saint-Denis", Context(), names)
    assert (decision.iri, decision.how) == (None, "several")
    assert decision.candidates[0].iri.endswith("siren-219300662")
    paris = Context(regions=frozenset({T + "region-11"}))
    assert told(resolve("Ville de Saint-Denis", paris, names)) == ("siren-219300662", "name")


def test_a_town_without_a_described_municipality_is_given_back(names: Names) -> None:
    decision = resolve("Ville de Lunéville", Context(kinds=frozenset({"Municipality"})), names)
    assert (decision.iri, decision.place) == (None, T + "commune-54329")


def test_a_body_of_another_region_is_not_meant_by_a_common_name(names: Names) -> None:
    far = Context(regions=frozenset({T + "region-11"}))
    assert resolve("CH Stanislas", far, names).iri is None
    assert told(resolve("ARS Grand Est", far, names)) == ("siren-130007834", "name")


def test_kinds_restrict(names: Names) -> None:
    assert resolve("Grand Est", Context(kinds=frozenset({"RegionalCouncil"})), names).iri.endswith(
        "conseil-regional-44"
    )
    assert resolve("Grand Est", Context(kinds=frozenset({"RegionalHealthAgency"})), names).iri.endswith("130007834")


def test_candidates_come_with_scores(names: Names) -> None:
    decision = resolve("Caisse primaire d'assurance maladie de la Meurthe", Context(), names)
    assert decision.iri is None and decision.candidates
    assert decision.score == decision.candidates[0].score >= decision.candidates[-1].score
    assert decision.candidates[0].iri.endswith("cpam-542")


def test_core_words() -> None:
    assert core("Communauté de communes de la Vallée de l'Hérault") == ("communaute", "communes", "herault", "vallee")
    (reading,) = readings("Communauté de communes de la Vallée de l'Hérault")
    assert reading.core == ("herault", "vallee")
    assert readings("Conseil départemental de l'ordre des médecins du Cantal") == []


def test_the_gazetteer_is_made_once(names: Names) -> None:
    assert gazetteer(names) is gazetteer(names)


def test_command(tmp_path, places) -> None:
    """Exit code 0 when one body is named; otherwise 2, with the candidates."""
    folder = tmp_path / "graph"
    folder.mkdir()
    (folder / "x.ttl").write_text(GRAPH_TEXT, encoding="utf-8")

    runner = CliRunner()
    done = runner.invoke(app, ["resolve", "CPAM 54", "-f", "csv", "--graph", str(folder)])
    assert done.exit_code == 0, done.output
    assert "body:cpam-542,forme connue et lieu,100.0" in done.stdout
    done = runner.invoke(app, ["resolve", "Préfecture", "--department", "54", "-f", "csv", "--graph", str(folder)])
    assert done.exit_code == 0 and "body:prefecture-54,contexte" in done.stdout
    done = runner.invoke(app, ["resolve", "Ville de Saint-Denis", "-f", "csv", "--lang", "en", "--graph", str(folder)])
    assert done.exit_code == 2
    assert "body:siren-219300662,,90.0" in done.stdout
    assert "several bodies answer to this name" in done.stderr
    done = runner.invoke(app, ["resolve", "CPAM", "--graph", str(folder)])
    assert done.exit_code == 2 and "ajoutez --department" in done.stderr and done.stdout == ""
    for words, place in (("Ville de Nancy", "La commune est connue"), ("54395", "le code d'un territoire")):
        done = runner.invoke(app, ["resolve", words, "--graph", str(folder)])
        assert done.exit_code == 2 and place in done.stderr and "terr:commune-54395" in done.stderr, words
        assert done.stdout == "", "what looks alike is not listed when the place is known"
    arguments = ["resolve", "ARS", "--department", "67", "--day", "2014-06-01", "-f", "csv", "--graph", str(folder)]
    assert "body:ars-alsace,contexte" in runner.invoke(app, arguments).stdout
    done = runner.invoke(app, ["resolve", "xyzzy", "--graph", str(folder)])
    assert done.exit_code == 2 and "aucun organisme ne porte ce nom" in done.stderr
