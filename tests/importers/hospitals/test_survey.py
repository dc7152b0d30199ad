"""Hospitals: entities, sites and groups of the survey; readable names; bad rows; the real lists where at hand."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from maillage.errors import MaillageError
from maillage.importers import get_importer
from maillage.importers.hospitals.groups import seat_of
from maillage.importers.hospitals.names import Site, brand, entity_name, readable
from maillage.importers.kit.base import run
from maillage.importers.kit.known import Known
from maillage.terms import MLG, PREFIXES

HEADER = "fi,fi_ej,rs,stj,stjr,cat,catr,espic,sir,reg,dep,COMINSEE,NOMCOM,CPO\n"
ROWS = (
    "540000023,540000049,CENTRE HOSPITALIER SAINT CHARLES,13,1,355,PUB2,1,26540006900012,44,54,54395,NANCY,54000\n"
    "540002268,540000049,USLD CH SAINT CHARLES,13,1,362,PUB3,1,26540006900020,44,54,54547,VANDOEUVRE,54500\n"
    "540000090,540000090,CLINIQUE JEANNE D'ARC,95,2,365,PLU5,0,33354005200011,44,54,54395,NANCY,54000\n"
    "550000046,550000020,CH DE BAR LE DUC,13,1,355,PUB2,1,26550003100014,44,55,55029,BAR LE DUC,55000\n"
)
GROUPS = "code_ght,num_ght,nom,nb_etab,nb_chrchu,nb_ch,nb_chs,nb_aut\nGE-10,44110,SUD LORRAINE,2,1,1,,\nmars-02,2102,MARTINIQUE,1,,1,,\n"
MEMBERS = "finess_et,finess_ej,rs,code_ght\n540000023,540000049,CH,GE-10\n999999999,999999990,X,GE-10\n540000023,540000049,CH,GE-99\n"
LOCAL = "finess_et,finess_ej\n550000046,550000020\n123456789,123456780\n"


def hospitals(tiny, rows: str = ROWS, groups: str = GROUPS, members: str = MEMBERS, local: str = LOCAL):
    for name, text in (
        ("sae2023_etablissements.csv", HEADER + rows),
        ("ght_2023.csv", groups),
        ("ght_membres_declares_2023.csv", members),
        ("hopitaux_proximite_2023.csv", local),
    ):
        tiny.csv(name, text)
    return tiny.run("hospitals", tiny.folder)


def test_entities_and_sites(tiny) -> None:
    tiny.base()
    outcome = hospitals(tiny)
    assert outcome.report.made["sites"] == 4 and outcome.report.made["legal entities"] == 3
    entity = tiny.said("body:finess-540000049")
    assert entity["prefLabel"] == ["Centre hospitalier Saint Charles"]
    assert entity["finess"] == ["540000049"] and entity["legalStatus"] == ["public"]
    assert entity["territory"] == ["departement-54"], "its sites stand in two communes of one department"
    assert entity["siren"] == ["265400069"]
    site = tiny.said("body:finess-site-540002268")
    assert site["unitOf"] == ["finess-540000049"] and site["territory"] == ["commune-54547"]
    assert site["careCategory"] == ["362"] and site["prefLabel"] == ["USLD CH Saint Charles"]
    alone = tiny.said("body:finess-site-550000046")
    assert alone["prefLabel"] == ["CH de Bar-le-Duc (site de Bar-le-Duc)"]
    assert alone["careCategory"] == ["355", "local-hospital"]


def test_a_number_stands_on_one_actor(tiny) -> None:
    """The survey gives some sites the number of their entity: it stays on the entity."""
    tiny.base()
    hospitals(tiny)
    assert tiny.said("body:finess-540000090")["finess"] == ["540000090"]
    assert "finess" not in tiny.said("body:finess-site-540000090")


def test_public_entities_are_members_and_others_partners_at_their_site(tiny) -> None:
    """The two sites of a public entity make one member; a clinic, a GCS, an army hospital are partners, inferred."""
    tiny.base()
    rows = ROWS + (
        "540000098,540000098,GCS DES TESTS,13,1,697,PUB10,1,,44,54,54395,NANCY,54000\n"
        "540000106,750821092,HIA DES TESTS,01,1,114,PUB10,1,,44,54,54395,NANCY,54000\n"
    )
    declared = ("540000023", "540002268", "540000090", "540000098", "540000106")
    members = MEMBERS + "".join(f"{site},,X,GE-10\n" for site in declared)
    outcome = hospitals(tiny, rows, members=members)
    group = tiny.said("body:ght-ge-10")
    assert group["prefLabel"] == ["Groupement hospitalier de territoire Sud Lorraine"]
    assert group["notation"] == ["44110", "GE-10"]
    assert group["territory"] == ["departement-54"], "the department where its only member sits, not the region"
    assert tiny.said("body:ght-mar-02")["notation"] == ["2102", "MAR-02"]
    claims = {
        iri.rsplit(".", 1)[1]: said
        for iri in tiny.known.home
        if iri.startswith(f"{PREFIXES['claim']}sae-2023/ght-ge-10.")
        and "participant" in str(said := tiny.said(iri)).lower()
    }
    member = claims.pop("540000049")
    assert member["hasParticipant"] == ["finess-540000049"] and member["role"] == ["member"]
    assert member["asOf"] == ["2023"] and "certainty" not in member and "startDate" not in member
    assert sorted(claims) == ["540000090", "540000098", "540000106"]
    for site, claim in claims.items():
        assert claim["hasParticipant"] == [f"finess-site-{site}"] and claim["role"] == ["partner"]
        assert claim["certainty"] == ["inferred"] and claim["asOf"] == ["2023"]
    assert outcome.report.made["members by their entity"] == 1 and outcome.report.made["partners by their site"] == 3
    count = tiny.said("https://w3id.org/maillage/id/claim/sae-2023/ght-ge-10.establishments")
    assert count["value"] == ["2"] and count["indicator"] == ["establishments"]


def test_a_group_without_known_member_is_of_the_department_it_is_named_after_else_of_its_region(tiny) -> None:
    tiny.base()
    header = GROUPS.splitlines()[0] + "\n"
    names = ("MEUSE SUD", "55 NORD", "MEUSE ET BARROIS", "LORRAINE")
    rows = "".join(f"GE-{n},4410{n},{name},1,1,,,\n" for n, name in enumerate(names))
    outcome = hospitals(tiny, groups=header + rows, members=MEMBERS.splitlines()[0] + "\n540000023,,X,GE-9\n")
    found = [tiny.said(f"body:ght-ge-{n}")["territory"] for n in range(4)]
    assert found == [["departement-55"], ["departement-55"], ["region-44"], ["region-44"]]
    assert any("body:ght-ge-3 has no member whose seat is known" in words for words in outcome.report.lines())


def test_the_seat_of_an_entity_is_in_its_number() -> None:
    assert [seat_of(n) for n in ("540000049", "2A0000386", "970403606")] == ["54", "2A", "974"]


def test_bad_rows_are_reported_with_their_line_and_the_rest_goes_on(tiny) -> None:
    tiny.base()
    rows = ROWS + "54,540000049,COURT,13,1,355,,,,44,54,54395,NANCY,\n" + ROWS.splitlines()[0] + "\n,,,,,,,,,,,,,\n"
    outcome = hospitals(tiny, rows)
    told = [str(bad) for bad in outcome.report.bad]
    assert any("sae2023_etablissements.csv:6: '54' is no FINESS number" in words for words in told)
    assert any(":7: the site 540000023 stands there twice" in words for words in told)
    assert any(":8: fi, fi_ej, rs, reg is empty" in words for words in told)
    assert any("the site 999999999 is not in the survey" in words for words in told)
    assert any("the group GE-99 is not in the survey" in words for words in told)
    assert any("the local hospital 123456789 is no site" in words for words in told)
    assert any("MAR-02 read as a date" in words for words in told)
    assert outcome.report.made["sites"] == 4
    assert "Read: 7 rows of sae2023_etablissements.csv" in outcome.report.lines()[-1]


def test_another_file_is_told(tiny) -> None:
    tiny.base()
    path = tiny.csv("sae2023_etablissements.csv", "a,b\n1,2\n")
    with pytest.raises(MaillageError, match="has no column fi"):
        tiny.run("hospitals", path)
    assert not any("hopitaux" in name for name in tiny.files())


def test_a_second_run_changes_nothing_and_a_curators_name_stays(tiny) -> None:
    tiny.base()
    hospitals(tiny)
    assert hospitals(tiny).changed == []
    path = tiny.graph / "organisations" / "hopitaux-44.ttl"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Centre hospitalier Saint Charles", "CH Saint-Charles de Nancy"),
        encoding="utf-8",
    )
    hospitals(tiny)
    assert tiny.said("body:finess-540000049")["prefLabel"] == ["CH Saint-Charles de Nancy"]


def test_a_curator_names_an_entity_and_keeps_the_iri_it_had(tiny) -> None:
    tiny.base()
    (tiny.graph / "documents").mkdir(parents=True)
    (tiny.graph / "documents" / "texte.ttl").write_text(
        "@prefix mlg: <https://w3id.org/maillage/def#> .\n@prefix body: <https://w3id.org/maillage/id/organisation/> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n\n"
        'body:hopital-du-texte a mlg:Hospital ;\n    skos:prefLabel "Hôpital du texte"@fr .\n',
        encoding="utf-8",
    )
    (tiny.graph / "registers").mkdir(parents=True)
    (tiny.graph / "registers" / "entites-finess.csv").write_text(
        "finess,name,other,iri\n550000020,Centre hospitalier de Bar-le-Duc,CHBD; Hôpital de Bar,body:hopital-du-texte\n",
        encoding="utf-8",
    )
    hospitals(tiny)
    said = tiny.said("body:hopital-du-texte")
    assert said["prefLabel"] == ["Centre hospitalier de Bar-le-Duc"] and said["finess"] == ["550000020"]
    assert set(said["altLabel"]) >= {"CHBD", "Hôpital de Bar", "Hôpital du texte"}
    assert tiny.said("body:finess-site-550000046")["unitOf"] == ["hopital-du-texte"]
    assert not tiny.known.describes("body:finess-550000020")


@pytest.mark.parametrize(
    ("raw", "commune", "name"),
    [
        ("CH DE BOURG EN BRESSE", "Bourg-en-Bresse", "CH de Bourg-en-Bresse"),
        ("C.H.U. DE POINTE-A-PITRE", "", "CHU de Pointe-à-Pitre"),
        ("CTRE DE READAPTATION DE L'ARCHE", "", "Centre de réadaptation de l'Arche"),
        ("HOPITAL D AUBAGNE", "Aubagne", "Hôpital d'Aubagne"),
        ("USLD CH ST NAZAIRE", "Saint-Nazaire", "USLD CH Saint-Nazaire"),
    ],
)
def test_readable_names(raw: str, commune: str, name: str) -> None:
    assert readable(raw, commune) == name


def test_initials_of_a_sites_commune_are_spelt_out_and_short_forms_stay_in_capitals() -> None:
    towns = ("Bar-le-Duc", "Fains-Véel")
    assert readable("CH BLD FV SITE FV", "Fains-Véel", towns) == "CH Bar-le-Duc Fains-Véel site Fains-Véel"
    assert readable("CL BLAGNAC") == "Clinique Blagnac" and readable("CMS DE GORZE") == "CMS de Gorze"


def test_an_entity_that_no_site_stands_for_bears_its_brand_or_its_principal_site(tiny) -> None:
    tiny.base()
    rows = "".join(
        f"54000{n}023,540000049,A.U.R.A. UNITE {n},95,2,146,P,0,,44,54,54395,NANCY,54000\n" for n in range(3)
    )
    rows += "".join(
        f"55000{n}023,550000049,{name},95,2,365,P,0,,44,55,55029,BAR LE DUC,55000\n"
        for n, name in enumerate(("CLINIQUE DELAY", "MAISON BLEUE DES TILLEULS", "SSR LE PARC"))
    )
    hospitals(tiny, rows, local="finess_et,finess_ej\n123456789,1\n")
    assert tiny.said("body:finess-540000049")["prefLabel"] == ["Groupe AURA (3 sites, Nancy)"]
    assert tiny.said("body:finess-550000049")["prefLabel"] == ["Groupe Clinique Delay (3 sites, Bar-le-Duc)"]
    sorts = [Site(str(n), f"CTRE {n}", "146", "2") for n in range(3)]
    assert brand(sorts) == "", "a word that says a sort is no brand"


def test_the_name_of_an_entity() -> None:
    def site(number: str, name: str, category: str, status: str = "1") -> Site:
        return Site(number, name, category, status)

    assert entity_name([site("1", "CH TOUL", "355")]) == ("CH TOUL", "1")
    assert entity_name([site("1", "USLD CH TOUL", "362"), site("2", "CH SAINT CHARLES TOUL", "355")]) == (
        "CH SAINT CHARLES TOUL",
        "2",
    )
    shared = [site("1", "GH HAUTE SAONE SITE GRAY", "355"), site("2", "GH HAUTE SAONE SITE VESOUL", "355")]
    assert entity_name(shared) == ("GH HAUTE SAONE", None)
    private = [site(str(n), f"CLINIQUE {n}", "365", "2") for n in range(4)]
    assert entity_name(private)[0] == "", "no site of a big private entity stands for it"


def test_the_two_columns_of_the_status_agree(tiny) -> None:
    """`stjr` is a number, `catr` says the same in letters: PUB public, PLU commercial, PNL non-profit."""
    tiny.base()
    row = "540000090,{n},MAISON {n},95,{stjr},365,{catr},0,,44,54,54395,NANCY,54000\n"
    known = {
        "540000101": ("2", "PLU5"),
        "540000102": ("3", "PNL1"),
        "540000103": ("1", "PUB3"),
        "540000104": ("3", "PLU5"),
    }
    rows = "".join(
        row.format(n=n, stjr=stjr, catr=catr).replace("540000090", n, 1) for n, (stjr, catr) in known.items()
    )
    outcome = hospitals(tiny, rows)
    said = [tiny.said(f"body:finess-{n}").get("legalStatus") for n in known]
    assert said == [["commercial"], ["non-profit"], ["public"], None]
    told = [str(bad) for bad in outcome.report.bad]
    assert any("540000104 has stjr 3 (non-profit) and catr PLU5" in one for one in told)


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory, places, official_code: Path, data: Path) -> Known:
    graph = tmp_path_factory.mktemp("hospitals") / "graph"
    run(get_importer("territories"), graph, [official_code], "2026-09-01")
    run(get_importer("hospitals"), graph, [data], "2026-09-01")
    return Known(graph)


def test_the_real_lists_are_all_there(country: Known) -> None:
    bodies = [iri for iri, _ in country.of_kind("mlg:Hospital")]
    sites = [iri for iri in bodies if iri.startswith(PREFIXES["body"] + "finess-site-")]
    assert (len(sites), len(bodies) - len(sites)) == (3975, 2176)
    assert len(list(country.of_kind("mlg:HospitalGroup"))) == 135
    claims = [iri for iri in country.home if iri.startswith(PREFIXES["claim"] + "sae-2023/")]
    assert len([iri for iri in claims if not iri.endswith(".establishments")]) == 164 + 426
    roles = Counter(t.value for iri in claims for t in country.says(iri).get(PREFIXES["cv"] + "role", ()))
    assert roles == {PREFIXES["role"] + "member": 164, PREFIXES["role"] + "partner": 426}
    labels = [t.value for _, said in country.of_kind("mlg:Hospital") for t in said[PREFIXES["skos"] + "prefLabel"]]
    assert not [name for name in labels if "Entité juridique de" in name or "Bld" in name]


def test_no_code_stands_on_two_real_bodies(country: Known) -> None:
    for predicate in ("siren", "finess"):
        codes = Counter(t.value for _, said in country.of_kind("mlg:Hospital") for t in said.get(MLG + predicate, ()))
        assert [code for code, times in codes.items() if times > 1] == []
