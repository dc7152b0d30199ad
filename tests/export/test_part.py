"""The part of a place: what belongs to it is whole, what is elsewhere is only named, and nothing is counted twice."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib

from maillage.cli import run
from maillage.export.part import part_of
from maillage.export.rdf import FORMATS, README
from maillage.library import Graph
from maillage.places import Places
from maillage.terms import GRAPH, INFERRED, MLG, PREFIXES
from maillage.things.rdf import Quad

PLACE = f"{PREFIXES['terr']}departement-54"


@pytest.fixture(scope="module")
def whole(graph: Graph) -> list[Quad]:
    return list(graph.built.loaded.quads())


@pytest.fixture(scope="module")
def part(whole: list[Quad]) -> list[Quad]:
    return part_of(whole, PLACE)


def subjects(quads: list[Quad]) -> set[str]:
    return {quad.subject.value for quad in quads}


def of_type(quads: list[Quad], name: str) -> set[str]:
    return {q.subject.value for q in quads if q.predicate.value.endswith("#type") and q.object.value == MLG + name}


def test_it_is_a_part(whole: list[Quad], part: list[Quad]) -> None:
    assert set(part) < set(whole) and len(part) == len(set(part))
    assert {q for q in whole if q.graph_name.value.startswith(f"{GRAPH}ontology/")} <= set(part)


def test_each_thing_is_whole(whole: list[Quad], part: list[Quad]) -> None:
    """All of its facts, but the pairs it makes with bodies elsewhere."""
    there = subjects(part)
    missing = {q for q in whole if q.subject.value in there} - set(part)
    assert {q.predicate.value for q in missing} <= {MLG + "coordinatesWith"}


def test_what_belongs_to_the_place_is_there(graph: Graph, part: list[Quad]) -> None:
    rows = graph.query(
        "SELECT DISTINCT ?x { VALUES ?in { terr:departement-54 } { ?x mlg:territory|mlg:governs ?in } "
        "UNION { ?x mlg:territory|mlg:governs ?t . ?t mlg:within|mlg:partlyWithin ?in } "
        "UNION { ?x mlg:within|mlg:partlyWithin ?in } }"
    )
    wanted = {str(row["x_iri"]) for row in rows}
    assert len(wanted) > 10 and wanted <= subjects(part)
    elsewhere = f"{PREFIXES['terr']}departement-59"
    assert not {q.subject.value for q in part if q.object.value == elsewhere and q.predicate.value == MLG + "territory"}


def test_claims_are_about_it_and_have_their_proof(whole: list[Quad], part: list[Quad]) -> None:
    claims = of_type(part, "Claim")
    assert claims and claims < of_type(whole, "Claim")
    there = subjects(part)
    for predicate in ("evidence", "document", "inArrangement"):
        named = {q.object.value for q in part if q.predicate.value == MLG + predicate}
        assert named and named <= there, predicate


def test_its_network_is_there(graph: Graph, part: list[Quad]) -> None:
    """Each pair of the network of the department, and no pair without its coordination."""
    between: dict[str, set[str]] = {}
    for quad in part:
        if quad.predicate.value == MLG + "between":
            between.setdefault(quad.subject.value, set()).add(quad.object.value)
    assert set(between) == of_type(part, "Coordination")
    pairs = {frozenset(ends) for ends in between.values()}
    network = graph.network("coordination", department="54")
    assert network.number_of_edges() and {frozenset(edge) for edge in network.edges} <= pairs
    said = {frozenset((q.subject.value, q.object.value)) for q in part if q.predicate.value == MLG + "coordinatesWith"}
    assert said == pairs
    claims = of_type(part, "Claim")
    assert {q.object.value for q in part if q.predicate.value.endswith("wasDerivedFrom")} <= claims


def test_by_command(small: Places, tmp_path: Path, part: list[Quad], capsys: pytest.CaptureFixture[str]) -> None:
    words = ["export", "rdf", "--graph", str(small.graph), "--format", "turtle", "-o", str(tmp_path)]
    assert run([*words, "--department", "Meurthe-et-Moselle"]) == 0
    written = rdflib.Graph().parse(tmp_path / FORMATS["turtle"])
    assert len(written) == len({(q.subject, q.predicate, q.object) for q in part})
    assert "A part only: Meurthe-et-Moselle" in (tmp_path / README).read_text(encoding="utf-8")
    assert run([*words, "--department", "54", "--stated"]) == 0
    stated = {(q.subject, q.predicate, q.object) for q in part if q.graph_name.value != INFERRED}
    assert len(rdflib.Graph().parse(tmp_path / FORMATS["turtle"])) == len(stated) < len(written)
    capsys.readouterr()
    assert run([*words, "--department", "nowhere"]) == 2
    assert "there is no department 'nowhere'" in capsys.readouterr().err
