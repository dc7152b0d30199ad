"""The national backbone as it ships: its counts are the sources', its sums agree, no code stands on two things.

Read with pyoxigraph straight from graph/, without a build: what is told here is what the files say. Where the lists
themselves are at hand, their codes are compared one by one.
"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest

from maillage.places import Places
from maillage.terms import PREFIXES, curie

HEAD = "".join(
    f"PREFIX {name}: <{PREFIXES[name]}> "
    for name in ("mlg", "dct", "org", "doc", "skos", "terr", "cv", "owl", "schema")
)


class Country:
    """The files of graph/ in one store; answers as rows of strings."""

    def __init__(self, folder: Path, files: str = "**/*.ttl") -> None:
        self.folder, self.store = folder, ox.Store()
        for path in sorted(folder.glob(files)):
            self.store.bulk_load(path=str(path), format=ox.RdfFormat.TURTLE)

    def rows(self, pattern: str) -> list[tuple[str, ...]]:
        found = self.store.query(HEAD + pattern)
        return [tuple("" if term is None else term.value for term in row) for row in found]

    def column(self, pattern: str) -> list[str]:
        return [row[0] for row in self.rows(f"SELECT DISTINCT ?x {{ {pattern} }}")]


@pytest.fixture(scope="module")
def country(places: Places) -> Country:
    return Country(places.graph)


@pytest.fixture(scope="module")
def lists(shared: Path) -> Path:
    if not (shared / "data").is_dir():
        pytest.skip(f"no folder of lists at {shared / 'data'}: set MAILLAGE_SHARED")
    return shared / "data"


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def ends(iris: list[str], start: str) -> set[str]:
    """What follows the last `start` in each IRI."""
    return {iri.rsplit(start, 1)[1] for iri in iris}


EPCI = "mlg:CommunityOfCommunes mlg:AgglomerationCommunity mlg:UrbanCommunity mlg:Metropolis"
COUNTS = {
    "communes": ("?x a mlg:Commune", 34_969),
    "regions": ("?x a mlg:Region", 18),
    "departments": ("?x a mlg:Department", 101),
    "districts": ("?x a mlg:District", 333),
    "areas of EPCI and EPT": ("?x a mlg:IntercommunalArea", 1_255 + 11),
    "EPCI": (f"VALUES ?kind {{ {EPCI} }} ?x a ?kind", 1_255),
    "EPT": ("?x a mlg:TerritorialPublicEstablishment", 11),
    "regional health agencies": ("?x a mlg:RegionalHealthAgency", 18),
    "prefectures": ("?x a mlg:Prefecture", 101),
    "insurance funds": ("?x a mlg:HealthInsuranceFund", 133),
    "hospital sites": ("?x a mlg:Hospital ; org:unitOf ?entity ; dct:source doc:sae-2023", 3_975),
    "legal entities": ("?x a mlg:Hospital ; dct:source doc:sae-2023 MINUS { ?x org:unitOf ?entity }", 2_176),
    "hospital groups of the survey": ("?x a mlg:HospitalGroup ; dct:source doc:sae-2023", 135),
    # 607 declarations: those of the sites of one public entity are its own, one a group.
    "members and partners of groups": ("?x a mlg:Participation ; mlg:evidence doc:sae-2023", 590),
    "local hospitals": (
        "?x mlg:careCategory <https://w3id.org/maillage/def/careCategory/local-hospital>",
        306,
    ),
    # 434 rows: CV043 has one for each of its two departments (docs/decisions/0006).
    "city contracts": ("?x a mlg:CityContract ; dct:source doc:contrats-de-ville-2015-2023", 433),
    # 792 distinct cells of codes, several codes in many (docs/decisions/0006).
    "priority neighbourhoods": ("?x a mlg:PriorityNeighbourhood", 1_493),
}


@pytest.mark.parametrize("name", COUNTS)
def test_counts_are_the_sources(country: Country, name: str) -> None:
    pattern, number = COUNTS[name]
    assert len(country.column(pattern)) == number


def test_every_arrangement_of_the_register_is_there(country: Country) -> None:
    """Those it describes itself, and those another file describes, which have it as a source too."""
    own = Country(country.folder, "registers/dispositifs-*.ttl").column("?x a ?kind")
    arrangements = {iri for iri in own if not iri.startswith(PREFIXES["claim"])}
    for triple in ox.parse(path=str(country.folder / "registers/noms-cites.ttl"), format=ox.RdfFormat.TURTLE):
        if triple.predicate.value == PREFIXES["dct"] + "source":
            arrangements.add(triple.subject.value)
    # 687 rows, and one that was given up for another that says the same.
    assert len(arrangements) == 688


def test_no_code_is_on_two_bodies(country: Country) -> None:
    for code in ("siren", "finess", "fundCode", "rna"):
        twice = country.rows(f"SELECT ?code {{ ?x mlg:{code} ?code }} GROUP BY ?code HAVING (COUNT(DISTINCT ?x) > 1)")
        assert twice == [], code


def test_no_code_is_on_two_territories_of_one_level(country: Country) -> None:
    twice = country.rows(
        "SELECT ?code ?kind { ?x mlg:inseeCode ?code ; a ?kind } GROUP BY ?code ?kind HAVING (COUNT(DISTINCT ?x) > 1)"
    )
    assert twice == []


def test_one_council_and_one_agency_govern_each_territory(country: Country) -> None:
    for kind, level in (
        ("RegionalCouncil", "Region"),
        ("DepartmentalCouncil", "Department"),
        ("RegionalHealthAgency", "Region"),
        ("Prefecture", "Department"),
    ):
        governed = Counter(
            territory
            for _, territory in country.rows(
                f"SELECT DISTINCT ?body ?x {{ ?body a mlg:{kind} ; mlg:governs ?x . ?x a mlg:{level} }}"
            )
        )
        assert set(governed) == set(country.column(f"?x a mlg:{level}")), kind
        assert set(governed.values()) == {1}, kind


@pytest.mark.parametrize(
    ("holder", "part"),
    [
        ("mlg:Department", "mlg:Commune"),
        ("mlg:District", "mlg:Commune"),
        ("mlg:IntercommunalArea", "mlg:Commune"),
        ("mlg:Region", "mlg:Department"),
    ],
)
def test_inhabitants_add_up(country: Country, holder: str, part: str) -> None:
    wrong = country.rows(
        "SELECT ?x ?people (SUM(?some) AS ?sum) { "
        f"?x a {holder} ; mlg:population ?people . ?y a {part} ; mlg:within ?x ; mlg:population ?some "
        "} GROUP BY ?x ?people HAVING (?people != SUM(?some))"
    )
    assert wrong == []
    told = len(country.column(f"?x a {holder} ; mlg:population ?people"))
    assert told == len(country.column(f"?x a {holder}"))


def test_the_country_is_the_sum_of_regions_and_overseas_collectivities(country: Country) -> None:
    ((people,),) = country.rows("SELECT ?n { terr:pays-FR mlg:population ?n }")
    parts = country.rows(
        "SELECT ?x ?n { ?x mlg:within terr:pays-FR ; mlg:population ?n ; a ?kind VALUES ?kind { mlg:Region mlg:OtherArea } }"
    )
    assert int(people) == sum(int(number) for _, number in parts) > 68_000_000


def test_the_six_communes_without_inhabitants_are_those_the_code_counts_nobody_in(country: Country) -> None:
    empty = country.column("?x a mlg:Commune MINUS { ?x mlg:population ?n }")
    codes = ends(empty, "commune-")
    assert {"98901", *(f"9841{n}" for n in range(1, 6))} >= codes, "Clipperton and the southern lands"


def test_the_mentions_of_the_register_are_settled(country: Country) -> None:
    lines = table(country.folder / "registers" / "resolutions.csv")
    unsettled = [line for line in lines if not line["body"] and line["how"] != "curator"]
    assert len(lines) > 1_700
    assert len(unsettled) <= 0.05 * len(lines), "at most one mention in twenty may stay unsettled"
    described = set(country.column("?x a ?kind"))
    for line in lines:
        for name in line["body"].split():
            prefix, _, local = name.partition(":")
            if line["arrangement"] != "*":
                assert PREFIXES[prefix] + local in described, f"{line['arrangement']}: {line['mention']} -> {name}"


# The same against the lists themselves, where they are at hand.


def test_the_party_mentions_of_the_register(country: Country, lists: Path) -> None:
    lines = table(country.folder / "registers" / "resolutions.csv")
    settled = {(x["arrangement"], x["mention"], x["type"]) for x in lines if x["body"] or x["how"] == "curator"}
    total = found = 0
    rows = [
        json.loads(line) for line in (lists / "arrangements_register_2.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    for row in rows:
        for party in row.get("parties") or []:
            mention = (" ".join(party["name"].split()), party["type"])
            total += 1
            found += (row["id"], *mention) in settled or ("*", *mention) in settled
    assert len(rows) == 687 and total == 2_519
    assert found / total >= 0.95


def test_the_codes_are_those_of_the_lists(country: Country, lists: Path) -> None:
    survey = table(lists / "sae2023_etablissements.csv")
    sites = country.column("?x a mlg:Hospital ; org:unitOf ?entity ; dct:source doc:sae-2023")
    assert ends(sites, "finess-site-") == {row["fi"] for row in survey}
    entities = country.column(
        "?entity a mlg:Hospital ; dct:source doc:sae-2023 ; mlg:finess ?x MINUS { ?entity org:unitOf ?e }"
    )
    assert set(entities) == {row["fi_ej"] for row in survey}
    agencies = country.column("?body a mlg:RegionalHealthAgency ; mlg:siren ?x")
    assert set(agencies) == {row["siren"] for row in table(lists / "ars_siren.csv")}
    funds = country.column("?body a mlg:HealthInsuranceFund ; mlg:fundCode ?x")
    assert set(funds) == {row["code_caisse"] for row in table(lists / "cpam_codes_2020.csv")}
    local = country.column("?x mlg:careCategory <https://w3id.org/maillage/def/careCategory/local-hospital>")
    assert ends(local, "finess-site-") == {row["finess_et"] for row in table(lists / "hopitaux_proximite_2023.csv")}


def test_city_contracts_and_neighbourhoods_of_the_lists(country: Country, lists: Path) -> None:
    contracts = table(lists / "contrats_de_ville_2015_2023.csv")
    assert len(contracts) == 434
    codes = country.column("?c a mlg:CityContract ; dct:source doc:contrats-de-ville-2015-2023 ; skos:notation ?x")
    assert set(codes) == {row["code_cv"] for row in contracts} and len(codes) == 433
    neighbourhoods = table(lists / "qpv_2024.csv")
    assert len(neighbourhoods) == 824 and len({row["code_qp"] for row in neighbourhoods}) == 792
    cells = {code.strip() for row in neighbourhoods for code in row["code_qp"].split(",")}
    assert set(country.column("?q a mlg:PriorityNeighbourhood ; skos:notation ?x")) == cells
    # What INSEE counts in metropolitan France on 1 January 2024.
    overseas = country.column(
        "?x a mlg:PriorityNeighbourhood ; mlg:within|mlg:partlyWithin ?c . ?c a mlg:Commune ; mlg:inseeCode ?code "
        "FILTER(STRSTARTS(?code, '97'))"
    )
    assert len(cells) - len(overseas) == 1_362


def test_hospital_groups_of_the_lists(country: Country, lists: Path) -> None:
    groups = country.column("?g a mlg:HospitalGroup ; dct:source doc:sae-2023 ; skos:notation ?x")
    listed = table(lists / "ght_2023.csv")
    # Each has its code and its number; a spreadsheet made the date mars-02 of the code MAR-02.
    codes = {row["code_ght"].replace("mars-", "MAR-") for row in listed} | {row["num_ght"] for row in listed}
    assert set(groups) == codes
    declared = table(lists / "ght_membres_declares_2023.csv")
    sites = {row["fi"]: row for row in table(lists / "sae2023_etablissements.csv")}
    expected = set()
    for row in declared:
        site = sites[row["finess_et"]]
        # A public establishment belongs by its entity; an army hospital, a grouping (GCS) or a private one does not.
        belongs = site["stjr"] == "1" and site["cat"] not in ("114", "695", "696", "697")
        body = ("member", site["fi_ej"]) if belongs else ("partner", site["fi"])
        expected.add((*body, row["code_ght"].replace("mars-", "MAR-")))
    parties = country.rows(
        "SELECT ?role ?x ?number ?code { ?claim mlg:evidence doc:sae-2023 ; cv:hasParticipant ?x ; cv:role ?role ; "
        "mlg:inArrangement ?g . ?g skos:notation ?code OPTIONAL { ?x mlg:finess ?number } }"
    )
    site_iri = PREFIXES["body"] + "finess-site-"
    told = {
        (role.rsplit("/", 1)[1], iri.removeprefix(site_iri) if iri.startswith(site_iri) else number, code)
        for role, iri, number, code in parties
        if "-" in code
    }
    assert told == expected


# Links to other data sets: what each kind of thing is linked by, and how many (docs/decisions/0022-links.md).

BASES = (
    "http://www.wikidata.org/entity/",
    "https://sws.geonames.org/",
    "http://data.europa.eu/nuts/code/",
    "https://ror.org/",
)
LINKED = {
    ("wikidata", "owl:sameAs", "mlg:Region"): 12,
    ("wikidata", "schema:sameAs", "mlg:Region"): 6,
    ("wikidata", "owl:sameAs", "mlg:Department"): 96,
    ("wikidata", "schema:sameAs", "mlg:Department"): 5,
    ("wikidata", "owl:sameAs", "mlg:District"): 333,
    ("wikidata", "schema:sameAs", "mlg:Commune"): 34_875,
    ("wikidata", "schema:sameAs", "mlg:OtherArea"): 1,
    ("wikidata", "owl:sameAs", "mlg:Hospital"): 19,
    ("wikidata", "owl:sameAs", "mlg:RegionalHealthAgency"): 1,
    ("wikidata", "schema:sameAs", "mlg:RegionalCouncil"): 3,
    ("wikidata", "schema:sameAs", "mlg:DepartmentalCouncil"): 2,
    ("wikidata", "schema:sameAs", "mlg:Metropolis"): 3,
    ("geonames", "owl:sameAs", "mlg:Region"): 13,
    ("geonames", "owl:sameAs", "mlg:Department"): 69,
    ("geonames", "schema:sameAs", "mlg:Commune"): 331,
    ("nuts", "schema:sameAs", "mlg:Department"): 101,
    ("ror", "owl:sameAs", "mlg:Hospital"): 58,
    ("ror", "owl:sameAs", "mlg:RegionalHealthAgency"): 1,
    ("ror", "owl:sameAs", "mlg:RegionalCouncil"): 10,
    ("ror", "owl:sameAs", "mlg:DepartmentalCouncil"): 3,
    ("ror", "owl:sameAs", "mlg:Metropolis"): 3,
}


def test_links_by_base_property_and_kind(country: Country) -> None:
    found: Counter[tuple[str, str, str]] = Counter()
    for said in ("owl:sameAs", "schema:sameAs"):
        for thing, there in country.rows(f"SELECT ?x ?there {{ ?x {said} ?there }}"):
            base = next(base for base in BASES if there.startswith(base))
            name = ("wikidata", "geonames", "nuts", "ror")[BASES.index(base)]
            # A council of region and department in one counts as the region's.
            kinds = country.column(f"<{thing}> a ?x")
            found[name, said, curie(max(kinds))] += 1
    assert found == LINKED
    assert sum(found.values()) == 35_945


def test_links_are_the_sources(country: Country, lists: Path) -> None:
    """Each row of the tables of territories and bodies is one link, and each link is a row."""
    folder = lists / "links"
    rows = {
        (f"commune-{row['code_insee']}", row["wikidata"])
        for row in tsv(folder / "wikidata_territoires.tsv")
        if row["niveau"] == "commune"
    }
    told = country.rows("SELECT ?x ?there { ?x a mlg:Commune ; schema:sameAs ?there }")
    wikidata = [(x.rsplit("/", 1)[1], there.rsplit("/", 1)[1]) for x, there in told if there.startswith(BASES[0])]
    assert len(wikidata) == len(rows) and set(wikidata) == rows
    ror = {(row["organisme_maillage"], row["ror"]) for row in tsv(folder / "ror_organismes.tsv")}
    told = country.rows("SELECT ?x ?there { ?x owl:sameAs ?there }")
    assert {(x.rsplit("/", 1)[1], t.rsplit("/", 1)[1]) for x, t in told if t.startswith(BASES[3])} == ror
    isni = {
        (r["organisme_maillage"], r["isni"].replace(" ", "")) for r in tsv(folder / "ror_organismes.tsv") if r["isni"]
    }
    assert {(x.rsplit("/", 1)[1], code) for x, code in country.rows("SELECT ?x ?c { ?x mlg:isni ?c }")} == isni


def test_no_two_of_ours_are_the_same_elsewhere(country: Country) -> None:
    twice = country.rows(
        "SELECT ?there { ?x owl:sameAs|schema:sameAs ?there } GROUP BY ?there HAVING (COUNT(DISTINCT ?x) > 1)"
    )
    assert len(twice) == 5, "the items of five regions overseas are those of their departments"
    exact = country.column("?y owl:sameAs ?x")
    assert not {there for (there,) in twice} & set(exact)


def tsv(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""), delimiter="\t"))
