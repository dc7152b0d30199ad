"""What the territorial questions mean: asked of a few lines of Turtle."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from maillage.library import Graph, open_graph
from maillage.terms import sparql_prologue

from .asking import COUNTS, FIGURES, Rows, ask

HEAD = "".join(line.replace("PREFIX", "@prefix") + " .\n" for line in sparql_prologue().splitlines())


Build = Callable[..., Graph]


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Build:
    """Build a graph of some Turtle, with the project's rules; the same parts are built once."""
    made: dict[str, Graph] = {}

    def built(*parts: str) -> Graph:
        text = HEAD + "\n".join(parts)
        if text not in made:
            folder = tmp_path_factory.mktemp("facts")
            (folder / "facts.ttl").write_text(text, encoding="utf-8")
            made[text] = open_graph(folder, start=root)
        return made[text]

    return built


def dated(property: str, text: str) -> str:
    """A property with a date of the datatype its text asks for."""
    datatype = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}.get(len(text), "edtf:EDTF")
    return f'; {property} "{text}"^^{datatype} '


def contract(
    name: str,
    places: str = "a",
    *,
    start: str = "",
    end: str = "",
    signed: str = "",
    status: str = "",
    modality: str = "done",
    kind: str = "LocalHealthContract",
    generation: int = 0,
) -> str:
    """A contract with its state; places are short names of territories, apart by blanks."""
    said = f'arr:{name} a mlg:{kind} ; skos:prefLabel "Contrat {name}"@fr .\n'
    key = f"{name}{places}{start}{end}{signed}{status}{modality}".encode()
    said += f"claim:state-{hashlib.sha1(key).hexdigest()[:10]} a mlg:State ; mlg:inArrangement arr:{name} "
    said += f"; mlg:modality modality:{modality} ; mlg:evidence doc:page "
    said += "".join(f"; mlg:territory terr:{place} " for place in places.split())
    said += dated("schema:startDate", start) if start else ""
    said += dated("schema:endDate", end) if end else ""
    said += dated("mlg:signedOn", signed) if signed else ""
    said += f"; mlg:status status:{status} " if status else ""
    return said + (f"; mlg:generation {generation} .\n" if generation else ".\n")


def succeeds(later: str, earlier: str, modality: str = "done") -> str:
    return (
        f"claim:{later}-succeeds-{earlier} a mlg:Relation ; mlg:subject arr:{later} ; mlg:object arr:{earlier} ; "
        f"mlg:relation relation:succeeds ; mlg:modality modality:{modality} .\n"
    )


def part(who: str, arrangement: str, role: str = "signatory", modality: str = "done") -> str:
    return (
        f"claim:{who}-{role}-{modality}-{arrangement} a mlg:Participation ; cv:hasParticipant body:{who} ; "
        f"mlg:inArrangement arr:{arrangement} ; cv:role role:{role} ; mlg:modality modality:{modality} .\n"
    )


def body(name: str, kind: str, more: str = "") -> str:
    return f'body:{name} a mlg:{kind} ; skos:prefLabel "Organisme {name}"@fr {more} .\n'


def area(name: str, kind: str, more: str = "", people: int | None = None) -> str:
    counted = "" if people is None else f"; mlg:population {people} "
    return f'terr:{name} a mlg:{kind} ; skos:prefLabel "Lieu {name}"@fr {counted}{more} .\n'


def within(*names: str) -> str:
    return "; mlg:within " + " , ".join(f"terr:{name}" for name in names)


#: A region r of two departments: d1 (communes a, b, c), d2 (d, e). Intercommunal areas: e1 (a, b); s (c, d) straddles.
#: District x1 holds a and c, x2 holds b; "pays" is known by its name alone; "old" is a former commune, now in a.
#: Neighbourhoods: q1 in a; q2 over a and c, hence in x1; q3 over a and b, hence in e1.
LAND = "".join(
    [
        area("r", "Region"),
        area("d1", "Department", within("r")),
        area("d2", "Department", within("r")),
        area("e1", "IntercommunalArea", within("d1") + " ; mlg:partlyWithin terr:x1 , terr:x2"),
        area("s", "IntercommunalArea", within("r") + " ; mlg:partlyWithin terr:d1 , terr:d2 , terr:x1"),
        area("x1", "District", within("d1")),
        area("x2", "District", within("d1")),
        area("a", "Commune", within("d1", "e1", "x1"), 100),
        area("b", "Commune", within("d1", "e1", "x2"), 50),
        area("c", "Commune", within("d1", "s", "x1"), 30),
        area("d", "Commune", within("d2", "s"), 20),
        area("e", "Commune", within("d2"), 7),
        area("pays", "OtherArea", within("d1")),
        area("old", "OtherArea", within("a"), 1000),
        area("q1", "PriorityNeighbourhood", within("a")),
        area("q2", "PriorityNeighbourhood", within("x1") + " ; mlg:partlyWithin terr:a , terr:c , terr:e1 , terr:s"),
        area("q3", "PriorityNeighbourhood", within("e1") + " ; mlg:partlyWithin terr:a , terr:b , terr:x1 , terr:x2"),
        'doc:page a mlg:Document ; dct:title "Page"@fr ; dct:source <https://example.org/page> .\n',
    ]
)

CERTAIN, POSSIBLE, UNKNOWN = "certain", "possible", "unknown"
#: One contract for each way of being in force or not, all on commune a.
WAYS = "".join(
    [
        contract("plain", start="2020-05-10", end="2023-06-08"),
        contract("years", start="2020", end="2023"),
        contract("months", start="2020-02", end="2024-02"),
        contract("signature", signed="2021-03-15", status="signed"),
        contract("nothing-but-signed", status="signed"),
        contract("planned", start="2020", end="2030", modality="planned"),
        contract("prepared", status="inPreparation") + contract("prepared", start="2020", modality="planned"),
        contract("announced-then-done", start="2019", modality="planned")
        + contract("announced-then-done", start="2020-09-01"),
        contract("cancelled", signed="2020-01-10", status="cancelled"),
        contract("denied", start="2020", modality="denied"),
        contract("ended", start="2015", status="ended"),
        contract("ended-known", start="2015", end="2018", status="ended"),
        contract("open", start="2019-01-01/.."),
        contract("no-start", end="2022-12-31"),
        contract("renewed", start="2015", end="2025") + contract("renewal", start="2021-07-01", end="2026"),
        succeeds("renewal", "renewed"),
        contract("renewed-without-end", start="2015") + contract("renewal-b", start="2021", end="2026"),
        succeeds("renewal-b", "renewed-without-end"),
        contract("renewed-later", start="2015", end="2020") + contract("renewal-c", start="2022", end="2026"),
        succeeds("renewal-c", "renewed-later"),
        contract("to-renew", start="2015", end="2025") + contract("renewal-d", start="2021-07-01", modality="planned"),
        succeeds("renewal-d", "to-renew"),
        contract("renewed-some-day", start="2015", end="2025") + contract("renewal-e", status="signed"),
        succeeds("renewal-e", "renewed-some-day"),
        contract("not-renewed", start="2015", end="2025") + contract("renewal-f", start="2018", end="2019"),
        succeeds("renewal-f", "not-renewed", "denied"),
        contract("ended-to-renew", start="2015", status="ended")
        + contract("renewal-g", start="2027", modality="planned"),
        succeeds("renewal-g", "ended-to-renew"),
    ]
)


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("plain", {"2020-05-09": None, "2020-05-10": CERTAIN, "2023-06-08": CERTAIN, "2023-06-09": None}),
        (
            "years",
            {
                "2019-12-31": None,
                "2020-01-01": POSSIBLE,
                "2021-06-30": CERTAIN,
                "2023-12-31": POSSIBLE,
                "2024-01-01": None,
            },
        ),
        ("months", {"2020-01-31": None, "2020-02-01": POSSIBLE, "2020-03-01": CERTAIN, "2024-02-29": POSSIBLE}),
        (
            "signature",
            {"2021-03-14": None, "2021-03-15": CERTAIN, "2027-03-15": POSSIBLE, "2027-03-16": UNKNOWN, "": CERTAIN},
        ),
        ("nothing-but-signed", {"1999-01-01": UNKNOWN, "2099-01-01": UNKNOWN, "": UNKNOWN}),
        ("planned", {"2025-01-01": None, "": None}),
        ("prepared", {"2025-01-01": None, "": None}),
        ("announced-then-done", {"2020-08-31": None, "2020-09-01": CERTAIN, "2021-01-01": POSSIBLE}),
        ("cancelled", {"2020-01-10": None, "": None}),
        ("denied", {"2025-01-01": None, "": None}),
        ("ended", {"2014-12-31": None, "2016-06-30": POSSIBLE, "2099-01-01": UNKNOWN, "": CERTAIN}),
        ("ended-known", {"2016-06-30": CERTAIN, "2018-12-31": POSSIBLE, "2019-01-01": None}),
        ("open", {"2018-12-31": None, "2019-01-01": CERTAIN, "2020-01-01": POSSIBLE, "2099-01-01": UNKNOWN}),
        ("no-start", {"1999-01-01": UNKNOWN, "2017-01-01": POSSIBLE, "2022-12-31": CERTAIN, "2023-01-01": None}),
        ("renewed", {"2015-01-01": POSSIBLE, "2021-06-30": CERTAIN, "2021-07-01": None, "2025-06-30": None}),
        ("renewal", {"2021-06-30": None, "2021-07-01": CERTAIN}),
        ("renewed-without-end", {"2020-12-31": POSSIBLE, "2021-06-30": UNKNOWN, "2021-12-31": None}),
        ("renewed-later", {"2019-06-30": CERTAIN, "2020-12-31": POSSIBLE, "2021-01-01": None}),
        ("to-renew", {"2021-07-01": CERTAIN, "2025-12-31": POSSIBLE, "2026-01-01": None}),
        ("renewal-d", {"2022-01-01": None}),
        ("renewed-some-day", {"2022-01-01": CERTAIN}),
        ("renewal-e", {"2022-01-01": UNKNOWN}),
        ("not-renewed", {"2024-12-31": CERTAIN, "2025-12-31": POSSIBLE}),
        ("ended-to-renew", {"2023-01-01": UNKNOWN, "": CERTAIN}),
    ],
)
def test_in_force_on_a_day(build: Build, name: str, days: dict[str, str | None]) -> None:
    """Day ("" for none) -> how sure it is that it is in force; None: it is not."""
    graph = build(LAND, WAYS)
    for day, standing in days.items():
        found = dict(ask(graph, "contracts-in-force", "contract in_force", territory="terr:a", day=day or "any"))
        assert found.get(name) == standing, day or "at any time"


TIES = "".join(
    contract(f"k-{place}", place, start="2020", end="2022", kind=kind)
    for place, kind in {
        **dict.fromkeys(("r", "d1", "d2", "e1", "s", "pays"), "LocalHealthContract"),
        **dict.fromkeys("abcd", "CityContract"),
    }.items()
) + contract("k-past", "d1", start="2010", end="2012")


@pytest.mark.parametrize(
    ("place", "own", "wider", "parts"),
    [
        ("a", "a", "r d1 e1", ""),
        ("c", "c", "r d1 s", ""),
        ("e", "", "r d2", ""),
        ("e1", "e1", "r d1", "a b"),
        ("s", "s", "r", "c d d1 d2"),
        ("d1", "d1", "r", "a b c e1 s pays"),
        ("d2", "d2", "r", "d s"),
        ("r", "r", "", "a b c d d1 d2 e1 s pays"),
        ("pays", "pays", "r d1", ""),
        ("old", "", "a r d1 e1", ""),
        ("q1", "", "a r d1 e1", ""),
        ("q3", "", "e1 d1 r", "a b"),
        ("x2", "", "d1 r", "b e1"),
        ("q2", "", "d1 r", "a c e1 s"),
    ],
)
def test_the_tie_of_a_territory_to_a_contract(build: Build, place: str, own: str, wider: str, parts: str) -> None:
    columns = "contract place tie"
    found = ask(build(LAND, TIES), "contracts-in-force", columns, territory=f"terr:{place}", day="2021-06-30")
    ties = {"territory": own, "within": wider, "partlyWithin": parts}
    assert set(found) == {(f"k-{name}", name, tie) for tie, names in ties.items() for name in names.split()}
    assert len(found) == len(set(found))


def test_contracts_of_one_kind(build: Build) -> None:
    graph = build(LAND, TIES)
    found = ask(
        graph, "contracts-in-force", "contract nature", territory="terr:a", day="2021-06-30", type="mlg:CityContract"
    )
    assert found == [("k-a", "CityContract")]
    every = ask(graph, "contracts-in-force", "contract", territory="terr:d1", type="mlg:Contract", day="any")
    assert ("k-past",) in every, "without a date, at any time"


PARTIES = "".join(
    [
        *(body(name, "Association") for name in ("signs", "carries", "later", "aims", "never")),
        part("signs", "k-a") + part("signs", "k-a", "partner") + part("carries", "k-e1", "carrier"),
        part("later", "k-a", "partner", "planned") + part("never", "k-a", "signatory", "denied"),
        part("aims", "k-a", "target") + part("carries", "k-past", "carrier", "ongoing") + part("signs", "k-d2"),
    ]
)


def test_parties_are_those_who_coordinate_for_good(build: Build) -> None:
    graph, columns = build(LAND, TIES, PARTIES), "actor role contract tie in_force"
    signs = [("signs", "partner", "k-a", "territory", CERTAIN), ("signs", "signatory", "k-a", "territory", CERTAIN)]
    carries = [("carries", "carrier", "k-e1", "within", CERTAIN)]

    def parties(**values: str) -> Rows:
        return ask(graph, "parties-in-force", columns, territory="terr:a", **values)

    assert parties(day="2021-06-30") == [*signs, *carries]
    assert parties(day="2011-06-30") == [("carries", "carrier", "k-past", "within", CERTAIN)]
    assert parties(day="2013-06-30") == []
    assert parties(day="2021-06-30", role="role:carrier") == carries
    assert parties(day="2021-06-30", type="mlg:CityContract") == signs


#: k1 on e1; k2 on commune a, in k1 too; k3 on the communes c and e, without an end; k4 on a territory without communes;
#: k5 on all of d2, later; k6 and its undated successor k7 on commune f of department d3, which k8 follows with a date.
COVERED = "".join(
    [
        area("d3", "Department", within("r")),
        area("f", "Commune", within("d3"), 10),
        area("g", "Commune", within("d3")),
        contract("k1", "e1", start="2020", end="2023"),
        contract("k2", "a", start="2022", end="2024-06-30"),
        contract("k3", "c e", signed="2022-01-01", status="signed"),
        contract("k4", "pays", start="2020", end="2022"),
        contract("k5", "d2", start="2030", end="2031"),
        contract("k6", "f", start="2025", end="2026") + contract("k7", "f", status="signed") + succeeds("k7", "k6"),
        contract("town", "b", start="2020", end="2040", kind="CityContract"),
        contract("twice-told", "e1 a", start="2040", end="2041"),
        body("mairie", "Municipality") + body("agence", "RegionalHealthAgency"),
        body("voisine", "Municipality") + body("visee", "Municipality"),
        part("mairie", "k1") + part("mairie", "k1", "carrier") + part("agence", "k1") + part("agence", "k1", "target"),
        part("agence", "k2", "partner", "planned") + part("voisine", "k1", "partner") + part("visee", "k1", "target"),
    ]
)


@pytest.mark.parametrize(
    ("day", "place", "counts"),
    [
        ("2022-06-30", "d1", (3, 180, 4, 1, 3, 180, 150, 30, 0, 100, 0, 100.0, 83.3, 16.7, 0.0)),
        ("2022-06-30", "d2", (2, 27, 1, 0, 1, 7, 0, 7, 0, 0, 20, 25.9, 0.0, 25.9, 0.0)),
        ("2022-06-30", "e1", (2, 150, 2, 0, 2, 150, 150, 0, 0, 100, 0, 100.0, 100.0, 0.0, 0.0)),
        ("2022-06-30", "s", (2, 50, 1, 0, 1, 30, 0, 30, 0, 0, 20, 60.0, 0.0, 60.0, 0.0)),
        ("2022-06-30", "x2", (1, 50, 1, 0, 1, 50, 50, 0, 0, 0, 0, 100.0, 100.0, 0.0, 0.0)),
        ("2022-06-30", "r", (7, 217, 5, 1, 4, 187, 150, 37, 10, 100, 20, 86.2, 69.1, 17.1, 4.6)),
        ("2024-06-30", "e1", (2, 150, 1, 0, 1, 100, 100, 0, 0, 0, 50, 66.7, 66.7, 0.0, 0.0)),
        ("2024-07-01", "e1", (2, 150, 0, 0, 0, 0, 0, 0, 0, 0, 150, 0.0, 0.0, 0.0, 0.0)),
        ("2021-12-31", "d1", (3, 180, 2, 1, 2, 150, 150, 0, 0, 0, 30, 83.3, 83.3, 0.0, 0.0)),
        ("2031-12-31", "d2", (2, 27, 2, 0, 2, 27, 0, 27, 0, 0, 0, 100.0, 0.0, 100.0, 0.0)),
        ("2031-12-31", "s", (2, 50, 2, 0, 1, 20, 0, 20, 30, 0, 0, 40.0, 0.0, 40.0, 60.0)),
        ("2025-06-30", "d3", (2, 10, 2, 0, 1, 10, 0, 10, 0, 0, 0, 100.0, 0.0, 100.0, 0.0)),
        ("2027-06-30", "d3", (2, 10, 1, 0, 0, 0, 0, 0, 10, 0, 0, 0.0, 0.0, 0.0, 100.0)),
        ("2040-06-30", "e1", (2, 150, 1, 0, 2, 150, 0, 150, 0, 0, 0, 100.0, 0.0, 100.0, 0.0)),
    ],
)
def test_coverage_counts_each_commune_once(build: Build, day: str, place: str, counts: tuple[float, ...]) -> None:
    graph = build(LAND, COVERED)
    found = {row[0]: row[1:] for row in ask(graph, "health-contract-coverage", f"area {COUNTS}", day=day, level="any")}
    assert found[place] == counts
    assert not {"a", "pays", "old", "q1"} & found.keys(), "only territories that hold communes have a row"


def test_what_rests_on_a_deduced_perimeter_is_told(build: Build) -> None:
    """The intercommunal area e1 (a and b) is a part of the pays, known by its name, by deduction."""
    said = 'terr:e1 mlg:deducedWithin terr:pays . terr:pays skos:editorialNote "Déduit."@fr .\n'
    contracts = contract("sum", "pays", start="2020", end="2024") + contract("told", "a", start="2020", end="2024")
    graph = build(LAND, said, contracts)
    columns = "area covered covered_deduced share_deduced"
    found = {row[0]: row[1:] for row in ask(graph, "health-contract-coverage", columns, day="2022-06-30", level="any")}
    assert found["e1"] == (150, 50, 33.3), "a has a contract of its own"
    assert found["d1"] == (150, 50, 27.8) and found["x1"] == (100, 0, 0.0)


@pytest.mark.parametrize(
    ("values", "places"),
    [
        ({"level": "mlg:Department"}, "d1 d2 d3"),
        ({"level": "mlg:Region"}, "r"),
        ({"territory": "terr:d1"}, "d1 e1 s x1 x2"),
        ({"territory": "terr:d2"}, "d2 s"),
        ({"territory": "terr:d1", "level": "mlg:IntercommunalArea"}, "e1 s"),
        ({"territory": "terr:e1"}, "e1"),
    ],
)
def test_coverage_of_a_level_and_of_a_territory(build: Build, values: dict[str, str], places: str) -> None:
    graph = build(LAND, COVERED)
    found = ask(graph, "health-contract-coverage", "area level", day="2022-06-30", **values)
    assert {place for place, _ in found} == set(places.split()) and len(found) == len(places.split())
    assert found == sorted(found, key=lambda row: (str(row[1]), str(row[0])))
    # The same question contract by contract: an area without a contract has no row, the place of a contract has its own.
    rows = ask(graph, "health-contracts-by-area", "area", day="2022-06-30", **values)
    assert {place for (place,) in rows} - {*"abcef", "pays"} == set(places.split())


def test_how_many_contracts_cover_a_commune(build: Build) -> None:
    graph, columns = build(LAND, COVERED), "commune inhabitants contracts certain unknown"

    def communes(**values: str) -> Rows:
        return ask(graph, "health-contract-coverage-of-communes", columns, **values)

    all_of_them = [
        ("a", 100, 2, 1, 0),
        ("b", 50, 1, 1, 0),
        ("c", 30, 1, 0, 0),
        ("d", 20, 0, 0, 0),
        ("e", 7, 1, 0, 0),
        ("f", 10, 0, 0, 1),
        ("g", None, 0, 0, 0),
    ]
    assert communes(day="2022-06-30") == all_of_them
    assert communes(day="2022-06-30", at_least="2") == all_of_them[:1]
    assert communes(day="2022-06-30", territory="terr:s") == all_of_them[2:4]
    assert communes(day="2025-06-30", territory="terr:f") == [("f", 10, 1, 0, 0)], (
        "with its undated successor, it counts once"
    )
    assert communes(day="2040-06-30", territory="terr:a") == [("a", 100, 1, 0, 0)], (
        "two territories of one contract hold it"
    )


def test_contracts_area_by_area(build: Build) -> None:
    graph, columns = build(LAND, COVERED), "contract communes inhabitants parties signatories in_force page"

    def contracts(place: str, day: str = "2022-06-30") -> Rows:
        rows = ask(graph, "health-contracts-by-area", f"area {columns}", territory=f"terr:{place}", day=day)
        return [row[1:] for row in rows if row[0] == place]

    page = "https://example.org/page"
    assert contracts("d1") == [
        ("k1", 2, 150, 3, 2, CERTAIN, page),
        ("k2", 1, 100, 0, 0, POSSIBLE, page),
        ("k3", 1, 30, 0, 0, POSSIBLE, page),
        ("k4", 0, 0, 0, 0, POSSIBLE, page),
    ]
    assert contracts("s") == [("k3", 1, 30, 0, 0, POSSIBLE, page)]
    assert contracts("e1", "2040-06-30") == [("twice-told", 2, 150, 0, 0, POSSIBLE, page)]
    assert contracts("d2", "2028-06-30") == [("k3", 1, 7, 0, 0, UNKNOWN, page)]


HEIRS = "".join(
    [
        contract("h1", "b", start="2015", end="2030"),
        contract("h2", "b", status="signed") + succeeds("h2", "h1"),
        contract("h3", "b", status="signed") + succeeds("h3", "h2"),
    ]
)


def test_a_chain_of_undated_successors_counts_as_one(build: Build) -> None:
    graph = build(LAND, HEIRS)
    found = ask(
        graph, "health-contract-coverage", "area covered covered_twice", day="2020-06-30", level="mlg:Department"
    )
    assert ("d1", 50, 0) in found
    assert ask(graph, "health-contract-coverage-of-communes", "contracts", day="2020-06-30", territory="terr:b") == [
        (1,)
    ]


ENDS = "".join(
    [
        contract("past", end="2024-01-30"),
        contract("today", end="2024-01-31"),
        contract("leap", end="2024-02-29"),
        contract("march-1", end="2024-03-01"),
        contract("march-31", end="2024-03-31"),
        contract("december", "d2", end="2024-12-31", kind="CityContract"),
        contract("next-january", end="2025-01-31"),
        contract("next-february", end="2025-02-01"),
        contract("february", end="2024-02"),
        contract("year", end="2024"),
        contract("next-year", end="2025"),
        contract("planned-end", end="2024-02-10", modality="planned"),
        contract("no-end", start="2020"),
        contract("renewed", end="2024-02-15")
        + contract("renewal", start="2024-02-16")
        + succeeds("renewal", "renewed"),
    ]
)


@pytest.mark.parametrize(
    ("day", "months", "surely", "perhaps"),
    [
        ("2024-01-31", 0, "today", "year"),
        ("2024-01-31", 1, "today february leap renewed", "year"),
        ("2024-01-31", 2, "today february leap renewed march-1 march-31", "year"),
        ("2024-02-29", 1, "leap march-1", "february year"),
        ("2024-02-29", 11, "leap march-1 march-31 december", "february year next-year"),
        ("2023-12-31", 2, "past today february leap renewed", "year"),
        ("2023-12-31", 12, "past today february leap renewed march-1 march-31 december year", ""),
        ("2024-12-31", 1, "december next-january", "year next-year"),
        ("2025-01-01", 11, "next-january next-february", "next-year"),
        ("2024-12-31", 12, "december next-january next-february next-year", "year"),
    ],
)
def test_ends_within_some_months(build: Build, day: str, months: int, surely: str, perhaps: str) -> None:
    """The last day counts: a month from 31 January goes to the end of February."""
    found = ask(build(LAND, ENDS), "contracts-ending-within", "contract surely", day=day, months=str(months))
    assert {name for name, sure in found if sure} == set(surely.split())
    assert {name for name, sure in found if not sure} == set(perhaps.split())


def test_an_end_told_by_a_period(build: Build) -> None:
    graph = build(LAND, contract("period", start="2018/2022") + contract("other", end="2022"))
    found = ask(graph, "contracts-ending-within", "contract ends_by", day="2022-01-01", months="12")
    assert set(found) == {("period", "2022-12-31"), ("other", "2022-12-31")}


def test_a_cancelled_contract_is_not_about_to_end(build: Build) -> None:
    graph = build(
        LAND, contract("cancelled", signed="2018", end="2022", status="cancelled") + contract("other", end="2022")
    )
    assert ask(graph, "contracts-ending-within", "contract", day="2022-01-01", months="12") == [("other",)]


def test_ends_with_their_bounds_and_successor(build: Build) -> None:
    graph, columns = build(LAND, ENDS), "contract ends ends_from ends_by successor"
    found = ask(graph, "contracts-ending-within", columns, day="2024-02-01", months="1", territory="terr:d1")
    assert found == [
        ("renewed", "2024-02-15", "2024-02-15", "2024-02-15", "renewal"),
        ("february", "2024-02", "2024-02-01", "2024-02-29", None),
        ("leap", "2024-02-29", "2024-02-29", "2024-02-29", None),
        ("march-1", "2024-03-01", "2024-03-01", "2024-03-01", None),
        ("year", "2024", "2024-01-01", "2024-12-31", None),
    ]
    assert ask(graph, "contracts-ending-within", "contract", day="2024-12-01", months="1", type="mlg:CityContract") == [
        ("december",)
    ]


BODIES = "".join(
    [
        body("town-a", "Municipality", "; mlg:governs terr:a"),
        body("cc-e1", "CommunityOfCommunes", "; mlg:governs terr:e1"),
        body("cc-s", "CommunityOfCommunes", "; mlg:governs terr:s"),
        body("agency", "RegionalHealthAgency", "; mlg:governs terr:r"),
        body("syndicate", "MixedSyndicate", "; mlg:territory terr:e1"),
    ]
)
PERIMETERS = "".join(
    [
        contract("same", "e1", start="2020") + part("cc-e1", "same", "carrier"),
        contract("same-by-list", "a b", start="2020") + part("cc-e1", "same-by-list", "carrier"),
        contract("wider", "e1", start="2020") + part("town-a", "wider", "carrier"),
        part("cc-s", "wider", "carrier", "planned"),
        contract("narrower", "a", start="2020") + part("cc-e1", "narrower", "carrier", "ongoing"),
        contract("across", "b c", start="2020")
        + part("town-a", "across", "carrier")
        + part("cc-s", "across", "carrier"),
        contract("unknown", "pays", start="2020") + part("cc-e1", "unknown", "carrier"),
        contract("of-agency", "e1", start="2020") + part("agency", "of-agency", "carrier"),
        contract("of-syndicate", "a", start="2020") + part("syndicate", "of-syndicate", "carrier"),
        contract("not-carried", "a", start="2020") + part("cc-e1", "not-carried", "signatory"),
        contract("to-carry", "a", start="2020") + part("cc-e1", "to-carry", "carrier", "planned"),
        contract("with-agency", "e1", start="2020") + part("agency", "with-agency", "carrier"),
        part("cc-e1", "with-agency", "carrier"),
    ]
)


def test_a_perimeter_that_is_not_its_carriers(build: Build) -> None:
    graph = build(LAND, BODIES, PERIMETERS)
    found = ask(graph, "contract-perimeters-that-differ", f"contract place carrier carriers_place {FIGURES}")
    across = (2, 3, 1, 50, 2, 120)
    assert found == [
        ("across", "b", "cc-s", "s", *across),
        ("across", "b", "town-a", "a", *across),
        ("across", "c", "cc-s", "s", *across),
        ("across", "c", "town-a", "a", *across),
        ("narrower", "a", "cc-e1", "e1", 1, 2, 0, 0, 1, 50),
        ("unknown", "pays", "cc-e1", "e1", *(None,) * 6),
        ("wider", "e1", "town-a", "a", 2, 1, 1, 50, 0, 0),
    ]
    of_d2 = ask(graph, "contract-perimeters-that-differ", "contract", territory="terr:d2")
    assert of_d2 == [], "the contract across lies in d1, though one of its carriers goes beyond"


def test_a_perimeter_known_in_part_has_no_two_answers(build: Build) -> None:
    mixed = contract("mixed", "a pays", start="2020") + part("cc-s", "mixed", "carrier")
    found = ask(build(LAND, BODIES, mixed), "contract-perimeters-that-differ", "contract place carrier")
    assert len(found) == len(set(found))


SIGNED = "".join(
    [
        body("agency", "RegionalHealthAgency") + body("delegation", "HealthAgencyDelegation"),
        body("prefecture", "Prefecture") + body("sub", "SubPrefecture") + body("fund", "HealthInsuranceFund"),
        body("council", "DepartmentalCouncil") + body("both-councils", "DepartmentalCouncil , mlg:RegionalCouncil"),
        contract("s1", "a") + part("delegation", "s1") + part("sub", "s1"),
        contract("s2", "s")
        + part("fund", "s2")
        + part("council", "s2", "carrier")
        + part("council", "s2", "signatory", "planned"),
        contract("s3", "a") + part("council", "s3", "partner"),
        contract("s4", "d2") + part("both-councils", "s4") + part("agency", "s4") + part("delegation", "s4"),
        contract("s5", "a", kind="CityContract") + part("council", "s5"),
    ]
)


def test_usual_signatories_that_lack(build: Build) -> None:
    graph, columns = build(LAND, SIGNED), "area kind contracts signed lacking none"
    found = {row[:2]: row[2:] for row in ask(graph, "signatories-lacking", columns)}
    assert found["d1", "HealthAgency"] == (2, 1, 1, False), "a delegation stands for its agency"
    assert found["d1", "Prefecture"] == (2, 1, 1, False), "a sub-prefecture stands for the prefecture"
    assert found["d1", "HealthInsuranceFund"] == (2, 1, 1, False), "s lies in d1 by a part"
    assert found["d1", "DepartmentalCouncil"] == (2, 0, 2, True), (
        "neither carrier, nor partner, nor to be, nor of a city contract"
    )
    assert found["d2", "HealthAgency"] == (2, 1, 1, False), "the agency and its delegation count as one"
    assert found["d2", "DepartmentalCouncil"] == (2, 1, 1, False)
    assert found["d2", "RegionalCouncil"] == (2, 1, 1, False)
    assert found["d2", "Prefecture"] == (2, 0, 2, True)
    assert found["r", "HealthAgency"] == (3, 2, 1, False)
    assert {place for place, _ in found} == {"d1", "d2", "r"}
    kinds = (
        "HealthAgency Prefecture HealthInsuranceFund DepartmentalCouncil RegionalCouncil EducationAuthority Hospital"
    )
    assert {kind for _, kind in found} == set(kinds.split())
    some = ask(
        graph, "signatories-lacking", columns, territory="terr:d1", level="mlg:Department", kind="mlg:Prefecture"
    )
    assert some == [("d1", "Prefecture", 2, 1, 1, False)]


GENERATIONS = "".join(
    [
        *(body(name, "Municipality") for name in ("old-hand", "third", "twice", "once", "hopes", "denied")),
        body("agency", "RegionalHealthAgency"),
        contract("g1", "a", start="2012", generation=1) + contract("g2", "a", signed="2018-05-02", generation=2),
        contract("g3", "a", status="inPreparation") + succeeds("g2", "g1") + succeeds("g3", "g2"),
        *(part("old-hand", name, "carrier") for name in ("g1", "g2")),
        part("old-hand", "g3", "carrier", "planned"),
        contract("t3", "e", generation=3) + part("third", "t3", "carrier"),
        contract("w1", "a", start="2012") + contract("w2", "a", start="2018"),
        part("twice", "w1", "carrier") + part("twice", "w2", "carrier"),
        contract("o1", "a", generation=1) + part("once", "o1", "carrier"),
        contract("c1", "a", kind="CityContract", start="2010") + part("old-hand", "c1", "carrier"),
        part("agency", "g2", "carrier") + part("denied", "g2", "carrier", "denied") + part("hopes", "g2", "signatory"),
    ]
)


def test_carriers_of_several_generations(build: Build) -> None:
    graph = build(LAND, GENERATIONS)
    columns = "carrier nature contracts generation successions first latest"
    old_hand = ("old-hand", "LocalHealthContract", 3, 2, 2, "2012", "2018")
    third = ("third", "LocalHealthContract", 1, 3, 0, None, None)
    assert ask(graph, "carriers-by-generations", columns) == [old_hand, third]
    assert ask(graph, "carriers-by-generations", columns, territory="terr:d2") == [third]


HOSPITALS = "".join(
    [
        'arr:ght a mlg:HospitalGroup ; skos:prefLabel "Groupement"@fr ; mlg:territory terr:d1 .\n',
        'arr:far a mlg:HospitalGroup ; skos:prefLabel "Lointain"@fr ; mlg:territory terr:d2 .\n',
        body("entity", "Hospital") + body("site", "Hospital", "; org:unitOf body:entity"),
        body("sister", "Hospital", "; org:unitOf body:entity") + body("whole", "Hospital"),
        body("wing", "Hospital", "; org:unitOf body:whole") + body("idle", "Hospital") + body("soon", "Hospital"),
        body("town", "Municipality") + body("quoted", "Hospital"),
        part("site", "ght", "member") + part("whole", "ght", "member", "ongoing") + part("idle", "ght", "member"),
        part("soon", "ght", "member", "planned") + part("town", "ght", "carrier") + part("quoted", "ght", "mentioned"),
        part("idle", "far", "member"),
        *(contract(name, "a", start="2020") for name in ("p1", "p2", "p3", "p4", "p5")),
        part("entity", "p1") + part("site", "p2", "partner") + part("wing", "p3") + part("sister", "p4"),
        part("town", "p1", "carrier") + part("idle", "p5", "signatory", "planned") + part("idle", "p4", "target"),
    ]
)


def test_contracts_of_the_hospitals_of_a_group(build: Build) -> None:
    graph, columns = build(LAND, HOSPITALS), "member entity role contract"
    assert ask(graph, "hospitals-of-a-group", columns, territory="terr:d1") == [
        ("idle", None, None, None),
        ("site", "entity", "signatory", "p1"),
        ("site", "site", "partner", "p2"),
        ("town", None, None, None),
        ("whole", "wing", "signatory", "p3"),
    ]
    assert ask(graph, "hospitals-of-a-group", columns, group="arr:far") == [("idle", None, None, None)]


NEAR = "".join(
    contract(name, places, start="2020", end="2022" if name != "on-d1" else "")
    for name, places in {
        "on-a": "a",
        "on-b": "b",
        "on-e1": "e1",
        "on-d1": "d1",
        "on-s": "s",
        "on-a-c": "a c",
        "on-pays": "pays",
    }.items()
)


@pytest.mark.parametrize(
    ("name", "whole", "in_part"),
    [
        ("on-a", "q1", "q2 q3"),
        ("on-b", "", "q3"),
        ("on-e1", "q1 q3", "q2"),
        ("on-s", "", "q2"),
        ("on-pays", "", ""),
        ("on-a-c", "q1 q2", "q3"),
        ("on-d1", "q1 q2 q3", ""),
    ],
)
def test_neighbourhoods_of_a_perimeter(build: Build, name: str, whole: str, in_part: str) -> None:
    graph = build(LAND, NEAR)
    found = ask(graph, "neighbourhoods-of-contract", "neighbourhood whole", contract=f"arr:{name}", day="any")
    expected = {**dict.fromkeys(whole.split(), True), **dict.fromkeys(in_part.split(), False)}
    assert dict(found) == expected and len(found) == len(expected)


def test_neighbourhoods_on_a_day(build: Build) -> None:
    graph, columns = build(LAND, NEAR), "contract neighbourhood in_force"
    found = ask(graph, "neighbourhoods-of-contract", columns, day="2023-01-01")
    assert found == [("on-d1", name, POSSIBLE) for name in ("q1", "q2", "q3")]
    assert ask(graph, "neighbourhoods-of-contract", "contract", day="2021-01-01", territory="terr:s") == [
        *[("on-a-c",)] * 3,
        ("on-s",),
    ]
