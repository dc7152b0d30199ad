"""Territorial answers on the whole country beside tests/questions/oracle.py, which reads the same Turtle without our rules."""

from __future__ import annotations

from datetime import date

import pytest

from maillage.library import Graph
from maillage.places import Places

from .asking import FIGURES, Rows
from .oracle import SUREST, Oracle, short
from .test_in_force import coordinations, when_in_force

FORCE = "in_force reason attested"
SHARES = "covered covered_certain covered_possible covered_unknown covered_twice"
COUNTS = f"communes inhabitants contracts unlocated covered_communes {SHARES}"


@pytest.fixture(scope="module")
def oracle(places: Places) -> Oracle:
    """The facts of the shipped files."""
    return Oracle(places.graph, places.ontology)


@pytest.fixture(scope="module")
def country(graph: Graph) -> Graph:
    """The shipped graph, as built."""
    return graph


def full(graph: Graph, question: str, columns: str, **values: str) -> Rows:
    """Rows of some columns, IRIs with their prefixes."""
    names = [(f"{name}_iri", name) for name in columns.split()]
    rows = [dict(row) for row in graph.ask(question, **values)]
    return [
        tuple(short(str(row[i])) if row.get(i) else row[n] if i not in row else None for i, n in names) for row in rows
    ]


def test_when_all_contracts_are_in_force(country: Graph, oracle: Oracle) -> None:
    found = when_in_force(country)
    assert {name for name, period in oracle.periods.items() if found.get(name) != period} == set()
    assert found.keys() == oracle.periods.keys() and len(found) > 700


def test_dates_of_all_coordinations(country: Graph, oracle: Oracle) -> None:
    found = coordinations(country)
    assert {key for key, tie in oracle.coordinations.items() if found.get(key) != tie} == set()
    assert len(oracle.coordinations) > 7000


def test_who_coordinates(country: Graph, oracle: Oracle) -> None:
    assert coordinations(country).keys() - oracle.coordinations.keys() == set()


@pytest.mark.parametrize("on", ["2016-06-30", "2020-02-29", "2024-06-30"])
def test_coverage_of_every_area(country: Graph, oracle: Oracle, on: str) -> None:
    """All levels at once: communes, departments, intercommunal areas, regions, districts, the country."""
    columns = f"area {COUNTS} uncovered share share_certain share_possible share_unknown"
    rows = full(country, "health-contract-coverage", columns, day=on, level="any")
    found = {str(row[0]): tuple(row[1:11]) for row in rows}
    areas = [area for area, communes in oracle.communes.items() if communes - {area}]
    assert len(rows) == len(areas) > 1700
    assert found == oracle.coverage(date.fromisoformat(on), areas)
    for row in rows:
        people, covered, sure, maybe, doubtful, uncovered = (int(str(row[i])) for i in (2, 6, 7, 8, 9, 11))
        assert covered == sure + maybe and uncovered == people - covered - doubtful
        expected = [round(100 * n / people, 1) if people else 0 for n in (covered, sure, maybe, doubtful)]
        assert [float(str(cell)) for cell in row[12:]] == pytest.approx(expected, abs=0.051)


def test_coverage_on_no_day(country: Graph, oracle: Oracle) -> None:
    """Whatever the day: what is attested on some day is certain."""
    rows = full(country, "health-contract-coverage", f"area {COUNTS}", day="any", level="mlg:Department")
    departments = oracle.of_kind("mlg:Department")
    assert {str(row[0]): tuple(row[1:]) for row in rows} == oracle.coverage(None, departments)


def test_today_is_the_day_of_the_register(country: Graph, oracle: Oracle) -> None:
    read = oracle.things["https://w3id.org/maillage/id/document/registre-dispositifs"].one("mlg:retrieved")
    assert read is not None
    rows = full(country, "health-contract-coverage", f"area {COUNTS}", level="mlg:Region")
    assert {str(row[0]): tuple(row[1:]) for row in rows} == oracle.coverage(
        date.fromisoformat(read), oracle.of_kind("mlg:Region")
    )


def test_communes_covered(country: Graph, oracle: Oracle) -> None:
    columns = "commune contracts certain unknown"
    rows = full(country, "health-contract-coverage-of-communes", columns, day="2024-06-30")
    expected = {}
    for commune, lines in oracle.lines(date(2024, 6, 30)).items():
        sure, maybe, doubtful = (sum(how == one for how in lines.values()) for one in SUREST)
        expected[commune] = (sure + maybe, sure, doubtful)
    assert {str(row[0]): row[1:] for row in rows if row[1:] != (0, 0, 0)} == expected
    assert len(expected) > 3000


@pytest.mark.parametrize("years", [1, 6, 20])
def test_contracts_of_every_department(country: Graph, oracle: Oracle, years: int) -> None:
    on = date(2024, 6, 30)
    rows = full(
        country,
        "health-contracts-by-area",
        f"area contract communes inhabitants {FORCE}",
        level="mlg:Department",
        day="2024-06-30",
        years=str(years),
    )
    expected = set()
    for contract, force in oracle.in_force(on, "mlg:LocalHealthContract", years=years).items():
        covered = oracle.covered(contract)
        reached = {d for c in covered | oracle.places(contract) for d in {c} | oracle.within[c]}
        for department in (d for d in reached if oracle.kinds[d] == "mlg:Department"):
            here = covered & oracle.communes[department]
            expected.add((department, contract, len(here), sum(oracle.people[c] for c in here), *force))
    assert set(rows) == expected and len(rows) == len(expected) > 140


@pytest.mark.parametrize(
    ("place", "on"),
    [
        ("commune-54395", "2023-06-08"),
        ("commune-13055", "2021-03-01"),
        ("commune-75056", "2022-06-30"),
        ("commune-28134", "2022-01-01"),
        ("commune-97411", "2019-12-31"),
        ("epci-245400676", "2023-06-08"),
        ("epci-243500741", "2020-06-30"),  # in two departments
        ("epci-200034700", "2022-06-30"),
        ("epci-200054781", "2016-06-30"),
        ("departement-54", "2023-06-08"),
        ("departement-75", "2018-06-30"),
        ("departement-35", "2018-06-30"),
        ("departement-971", "2021-06-30"),
        ("departement-2A", "2022-12-31"),
        ("region-44", "2023-06-08"),
        ("region-75", "2016-06-30"),
        ("region-94", "2024-06-30"),
        ("lorraine", "2023-06-08"),
        ("qpv-QN00202M", "2024-06-30"),
        ("arrondissement-011", "2023-06-08"),
        ("qpv-QN05920M", "2023-06-08"),
    ],
)
def test_contracts_in_force_on_a_territory(country: Graph, oracle: Oracle, place: str, on: str) -> None:
    columns = f"contract place tie {FORCE}"
    rows = full(country, "contracts-in-force", columns, territory=f"terr:{place}", day=on)
    expected = oracle.ties(f"terr:{place}", date.fromisoformat(on))
    assert expected, "nothing to compare"
    assert set(rows) == expected and len(rows) == len(expected)


def test_parties_on_a_territory(country: Graph, oracle: Oracle) -> None:
    rows = full(
        country,
        "parties-in-force",
        f"actor role contract place tie {FORCE}",
        territory="terr:region-44",
        day="2023-06-08",
    )
    expected = set()
    for contract, *tie in oracle.ties("terr:region-44", date(2023, 6, 8)):
        for part in oracle.taking_part.get(str(contract), {}).values():
            expected.add((part.one("cv:hasParticipant"), part.one("cv:role"), contract, *tie))
    assert set(rows) == expected and len(rows) == len(expected) > 100


@pytest.mark.parametrize(
    ("on", "months"), [("2023-06-08", 12), ("2024-12-31", 12), ("2021-12-31", 2), ("2019-08-31", 6)]
)
def test_contracts_that_end(country: Graph, oracle: Oracle, on: str, months: int) -> None:
    columns = "contract ends_from ends_by surely successor"
    rows = full(country, "contracts-ending-within", columns, day=on, months=str(months))
    found: dict[str, tuple[date, date, bool, frozenset[str]]] = {}
    for name, first, last, sure, successor in rows:
        others = found[str(name)][3] if name in found else frozenset()
        successors = others | ({str(successor)} if successor else set())
        found[str(name)] = (date.fromisoformat(str(first)), date.fromisoformat(str(last)), sure is True, successors)
    assert found == oracle.ending(date.fromisoformat(on), months) != {}


def test_neighbourhoods_of_every_contract(country: Graph, oracle: Oracle) -> None:
    rows = full(country, "neighbourhoods-of-contract", f"contract neighbourhood whole {FORCE}", day="any")
    current = oracle.in_force(None, "mlg:LocalHealthContract")
    expected = {(c, n, whole, *force) for c, force in current.items() for n, whole in oracle.neighbourhoods(c).items()}
    assert set(rows) == expected and len(rows) == len(expected) > 800


def test_perimeters_that_differ(country: Graph, oracle: Oracle) -> None:
    columns = f"contract place carrier carriers_place {FIGURES}"
    rows = full(country, "contract-perimeters-that-differ", columns)
    assert set(rows) == oracle.differing() and len(rows) == len(set(rows)) > 0


def test_signatories_of_every_region_and_department(country: Graph, oracle: Oracle) -> None:
    rows = full(country, "signatories-lacking", "area kind contracts signed lacking none")
    expected = {(*key, n, signed, n - signed, signed == 0) for key, (n, signed) in oracle.signed().items()}
    assert set(rows) == expected and len(rows) == len(expected) > 500


def test_generations_of_every_carrier(country: Graph, oracle: Oracle) -> None:
    rows = full(country, "carriers-by-generations", "carrier nature contracts generation successions first latest")
    expected = {(*key, *values) for key, values in oracle.generations().items()}
    assert set(rows) == expected and len(rows) == len(expected) > 50
