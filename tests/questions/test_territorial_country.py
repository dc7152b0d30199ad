"""Territorial answers on the whole country beside tests/questions/oracle.py, which reads the same Turtle without our rules."""

from __future__ import annotations

from datetime import date

import pytest

from maillage.library import Graph
from maillage.places import Places

from .asking import COUNTS, FIGURES, Rows
from .oracle import Oracle, Period, short


@pytest.fixture(scope="module")
def oracle(places: Places) -> Oracle:
    """The facts of the shipped files."""
    return Oracle(places.graph)


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


def test_periods_of_all_contracts(country: Graph, oracle: Oracle) -> None:
    rows = country.query(
        "SELECT ?contract ?known ?first ?last ?lost WHERE { ?contract a mlg:Contract ; mlg:inForceDatesKnown ?known "
        "OPTIONAL { ?contract mlg:inForceFrom ?first } OPTIONAL { ?contract mlg:inForceUntil ?last } "
        "OPTIONAL { ?contract mlg:endUndated ?lost } }"
    )

    def day(text: object) -> date | None:
        return date.fromisoformat(str(text)) if text else None

    found = {
        short(str(r["contract_iri"])): Period(day(r["first"]), day(r["last"]), r["known"] is True, bool(r["lost"]))
        for r in rows
    }
    assert len(rows) == len(found) > 700
    assert found == oracle.periods


@pytest.mark.parametrize("day", ["2016-06-30", "2020-02-29", "2024-06-30"])
def test_coverage_of_every_area(country: Graph, oracle: Oracle, day: str) -> None:
    """All levels at once: communes, departments, intercommunal areas, regions, districts, the country."""
    rows = full(country, "health-contract-coverage", f"area {COUNTS}", day=day)
    found = {str(row[0]): tuple(row[1:9]) for row in rows}
    areas = [area for area, communes in oracle.communes.items() if communes - {area}]
    assert len(rows) == len(areas) > 1700
    assert found == oracle.coverage(date.fromisoformat(day), areas)
    for _, _, people, _, _, _, covered, dated_ones, _, uncovered, share, share_dated in rows:
        assert uncovered == people - covered  # type: ignore[operator]
        expected = [round(100 * n / people, 1) if people else 0 for n in (covered, dated_ones)]  # type: ignore[operator]
        assert [float(share), float(share_dated)] == pytest.approx(expected, abs=0.051)  # type: ignore[arg-type]


def test_communes_covered(country: Graph, oracle: Oracle) -> None:
    rows = full(
        country, "health-contract-coverage-of-communes", "commune contracts dated", day="2024-06-30", at_least="1"
    )
    several: dict[str, dict[str, bool]] = {}
    for line, communes, known in oracle.lines(date(2024, 6, 30)):
        for commune in communes:
            lines = several.setdefault(commune, {})
            lines[line] = lines.get(line, False) or known
    expected = {commune: (len(lines), sum(lines.values())) for commune, lines in several.items()}
    assert {str(row[0]): row[1:] for row in rows} == expected
    assert len(rows) == len(expected) > 3000


def test_contracts_of_every_department(country: Graph, oracle: Oracle) -> None:
    day = date(2024, 6, 30)
    rows = full(
        country,
        "health-contracts-by-area",
        "area contract communes inhabitants dates_known",
        level="mlg:Department",
        day="2024-06-30",
    )
    expected = set()
    for contract_, known in oracle.in_force(day, "mlg:LocalHealthContract").items():
        covered = oracle.covered(contract_)
        reached = {d for c in covered | oracle.places(contract_) for d in {c} | oracle.within[c]}
        for department in (d for d in reached if oracle.kinds[d] == "mlg:Department"):
            here = covered & oracle.communes[department]
            expected.add((department, contract_, len(here), sum(oracle.people[c] for c in here), known))
    assert set(rows) == expected and len(rows) == len(expected) > 140


@pytest.mark.parametrize(
    ("place", "day"),
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
def test_contracts_in_force_on_a_territory(country: Graph, oracle: Oracle, place: str, day: str) -> None:
    columns = "contract place tie dates_known"
    rows = full(country, "contracts-in-force", columns, territory=f"terr:{place}", day=day)
    expected = oracle.ties(f"terr:{place}", date.fromisoformat(day))
    assert expected, "nothing to compare"
    assert set(rows) == expected and len(rows) == len(expected)


@pytest.mark.parametrize(
    ("day", "months"), [("2023-06-08", 12), ("2024-12-31", 12), ("2021-12-31", 2), ("2019-08-31", 6)]
)
def test_contracts_that_end(country: Graph, oracle: Oracle, day: str, months: int) -> None:
    rows = full(
        country, "contracts-ending-within", "contract ends_from ends_by surely successor", day=day, months=str(months)
    )
    found: dict[str, tuple[date, date, bool, frozenset[str]]] = {}
    for name, first, last, sure, successor in rows:
        others = found[str(name)][3] if name in found else frozenset()
        successors = others | ({str(successor)} if successor else set())
        found[str(name)] = (date.fromisoformat(str(first)), date.fromisoformat(str(last)), sure is True, successors)
    assert found == oracle.ending(date.fromisoformat(day), months) != {}


def test_neighbourhoods_of_every_contract(country: Graph, oracle: Oracle) -> None:
    rows = full(country, "neighbourhoods-of-contract", "contract neighbourhood whole dates_known")
    current = oracle.in_force(None, "mlg:LocalHealthContract")
    expected = {(c, n, whole, known) for c, known in current.items() for n, whole in oracle.neighbourhoods(c).items()}
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
