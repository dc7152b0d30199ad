"""What the importers write passes the pipeline; on the real lists, counts and sums are those of the sources."""

from __future__ import annotations

import json
import shutil
import tarfile
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from maillage.importers import get_importer
from maillage.importers.kit.base import run
from maillage.importers.kit.known import Known
from maillage.pipeline.build import build
from maillage.places import Places
from maillage.terms import ID, MLG, RDF
from maillage.things.rdf import NamedNode

TERRITORY = ID + "territory/"


def test_the_pipeline_finds_no_fault(tiny, places) -> None:
    if "mlg:District" not in (places.ontology / "maillage.ttl").read_text(encoding="utf-8"):
        pytest.skip("the vocabulary has no mlg:District yet")
    tiny.base("councils", "prefectures")
    tiny.run("agencies", tiny.csv("ars_siren.csv", "siren,nom\n130007834,AGENCE REGIONALE DE SANTE GRAND EST (ARS)\n"))
    tiny.run("insurance", tiny.csv("cpam_codes_2020.csv", "code_caisse,libelle\n542,CPAM Meurthe-et-Moselle\n"))
    tiny.run(
        "neighbourhoods",
        tiny.csv("qpv_2024.csv", "code_qp,lib_qp,insee_com\nQN05401M,A,54395\nQN05402M,B,54395\nQN05402M,B,54547\n"),
    )
    header = "code_cv,lib_cv,codgeo,codgeo_type_cog2024,insee_dep,pop_qpv\n"
    rows = "CV001,54 - Nancy,245400676,epci,54,10\nCV002,55 - CC du Barrois,245500327,historic,55,3\n"
    tiny.run("city-contracts", tiny.csv("contrats_de_ville_2015_2023.csv", header + rows), tiny.package())
    findings = build(Places(places.ontology, tiny.graph, places.queries)).findings()
    # The tiny code's SIREN numbers are made up: their keys are wrong, and that is told.
    assert {f.name for f in findings if f.severity == "fault"} <= {"siren-key"}


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory, places, official_code: Path, data: Path) -> Known:
    """The whole country, imported over the shipped graph's documents and hand-kept files."""
    graph = tmp_path_factory.mktemp("country") / "graph"
    shutil.copytree(places.graph, graph)
    for name in ("territories", "councils", "prefectures"):
        run(get_importer(name), graph, [official_code], "2026-09-01")
    for name in ("agencies", "insurance", "neighbourhoods"):
        run(get_importer(name), graph, [data], "2026-09-01")
    run(get_importer("city-contracts"), graph, [data, official_code], "2026-09-01")
    return Known(graph)


@pytest.fixture(scope="module")
def source(official_code: Path) -> dict[str, list[dict]]:
    with tarfile.open(official_code) as archive:
        out = {}
        for name in ("communes", "epci", "ept", "departements", "regions", "arrondissements"):
            stream = archive.extractfile(f"package/data/{name}.json")
            assert stream is not None
            out[name] = json.load(stream)
    out["communes"] = [row for row in out["communes"] if row["type"] == "commune-actuelle"]
    return out


def kinds(known: Known) -> Counter[str]:
    return Counter(
        term.value.removeprefix(MLG)
        for subject, name in known.home.items()
        for term in known.described[name][subject][RDF + "type"]
    )


def test_counts_are_the_sources(country: Known, source) -> None:
    count = kinds(country)
    assert count["Commune"] == len(source["communes"]) == 34_969
    assert count["IntercommunalArea"] == len(source["epci"]) + len(source["ept"]) == 1_255 + 11
    assert count["TerritorialPublicEstablishment"] == 11
    bodies = ("CommunityOfCommunes", "AgglomerationCommunity", "UrbanCommunity", "Metropolis")
    assert sum(count[kind] for kind in bodies) == 1_255
    assert (count["Department"], count["Region"], count["District"]) == (101, 18, len(source["arrondissements"]))
    assert (count["Prefecture"], count["RegionalHealthAgency"]) == (101, 18)
    assert count["HealthInsuranceFund"] == 133
    # 434 rows are 433 codes (CV043 stands in two departments); 792 cells of codes are 1,493 codes.
    listed = country.described["registers/contrats-de-ville.ttl"].values()
    assert sum(NamedNode(MLG + "CityContract") in said.get(RDF + "type", ()) for said in listed) == 433
    assert count["PriorityNeighbourhood"] == 1_493


def test_sums_of_population_agree(country: Known, source) -> None:
    people: dict[str, int] = {}
    children: dict[str, list[str]] = defaultdict(list)
    for subject, name in country.home.items():
        said = country.described[name][subject]
        for term in said.get(MLG + "population", ()):
            people[subject] = int(term.value)
        for term in said.get(MLG + "within", ()):
            children[term.value].append(subject)

    def total(holder: str, level: str) -> int:
        return sum(people.get(child, 0) for child in children[holder] if child.startswith(TERRITORY + level))

    for holder in people:
        level = holder.removeprefix(TERRITORY).partition("-")[0]
        if level in ("departement", "arrondissement", "epci", "collectivite"):
            assert people[holder] == total(holder, "commune-"), holder
        elif level == "region":
            assert people[holder] == total(holder, "departement-"), holder
    france = TERRITORY + "pays-FR"
    assert people[france] == total(france, "region-") + total(france, "collectivite-")
    for row in source["epci"]:
        assert people[f"{TERRITORY}epci-{row['code']}"] == row["populationMunicipale"]


def test_every_region_and_department_has_one_council(country: Known) -> None:
    governed = Counter(
        (kind, term.value)
        for kind in ("RegionalCouncil", "DepartmentalCouncil")
        for _, said in country.of_kind(f"mlg:{kind}")
        for term in said.get(MLG + "governs", ())
    )
    for kind, level in (("RegionalCouncil", "Region"), ("DepartmentalCouncil", "Department")):
        for territory, _ in country.of_kind(f"mlg:{level}"):
            assert governed[kind, territory] == 1, territory


def test_no_code_is_on_two_bodies(country: Known) -> None:
    codes = Counter(
        (which, term.value)
        for subject, name in country.home.items()
        for which in ("siren", "finess", "fundCode")
        for term in country.described[name][subject].get(MLG + which, ())
    )
    assert [code for code, number in codes.items() if number > 1] == []


def test_again_changes_nothing(country: Known, official_code: Path, data: Path) -> None:
    for name, sources in (
        ("territories", [official_code]),
        ("councils", [official_code]),
        ("prefectures", [official_code]),
        ("agencies", [data]),
        ("insurance", [data]),
        ("neighbourhoods", [data]),
        ("city-contracts", [data, official_code]),
    ):
        assert run(get_importer(name), country.folder, sources, "2026-09-01").changed == [], name
