"""Projection: the shipped networks hold together, down to the sentences; slices keep what they should."""

from __future__ import annotations

import networkx as nx
import pytest

from maillage.errors import MaillageError
from maillage.library import Graph
from maillage.network.legend import TABLE
from maillage.terms import MLG, PREFIXES


def ends(network: nx.Graph) -> set[tuple[str, str]]:
    return {(min(a, b), max(a, b)) for a, b in network.edges}


def test_coordination_is_what_the_graph_derives(small_graph: Graph) -> None:
    network = small_graph.network("coordination")
    rows = small_graph.query("SELECT ?a ?b WHERE { ?a mlg:coordinatesWith ?b FILTER(STR(?a) < STR(?b)) }")
    assert ends(network) == {(str(r["a_iri"]), str(r["b_iri"])) for r in rows}
    assert not network.is_directed()
    families = {look.family for look in TABLE}
    for node, about in network.nodes(data=True):
        assert about["label"] and about["kind"] and about["family"] in families | {""}, node
        assert about["arrangements"], node


@pytest.mark.parametrize("name", ["coordination", "two-mode", "arrangements"])
def test_every_tie_has_its_sentence(small_graph: Graph, name: str) -> None:
    network = small_graph.network(name)
    assert network.number_of_edges() > 10
    for a, b, data in network.edges(data=True):
        assert data["weight"] == len({tie["arrangement"] for tie in data["ties"]})
        for tie in data["ties"]:
            assert tie["claims"], (a, b)
            assert tie["quotations"], (a, b)
            assert all(q["document_label"] for q in tie["quotations"])
            # A line of a register has a page and no sentence.
            assert all(q["exact"] or _of_register(small_graph, q["document"]) for q in tie["quotations"])
            assert name != "coordination" or {role["actor"] for role in tie["roles"]} == {a, b}


def _of_register(graph: Graph, document: str) -> bool:
    origins = {t.object.value for t in graph.built.store.values(document, MLG + "origin")}
    return origins == {PREFIXES["origin"] + "register"}


def test_planned_ties_are_told_apart(small_graph: Graph) -> None:
    network = small_graph.network("two-mode")
    modalities = {tie["modality"] for _, _, data in network.edges(data=True) for tie in data["ties"]}
    assert {"done", "planned"} <= modalities
    assert "denied" not in modalities


def test_ego(small_graph: Graph) -> None:
    whole, ego = small_graph.network(), small_graph.network(actor="ARS Grand Est")
    centre = small_graph.find("ARS Grand Est")
    assert set(ego) == {centre, *whole.neighbors(centre)}
    assert ends(ego) < ends(whole)
    with pytest.raises(MaillageError, match="no tie in this network"):
        small_graph.network("arrangements", actor="ARS Grand Est")


def test_slices(small_graph: Graph) -> None:
    whole, then = small_graph.network(), small_graph.network(at="2023")
    assert ends(then) < ends(whole)
    for _, _, data in then.edges(data=True):
        for tie in data["ties"]:
            assert tie["from_earliest"] is None or tie["from_earliest"] <= "2023-12-31"
            assert tie["until_latest"] is None or tie["until_latest"] >= "2023-01-01"
            bounds = (tie["from_latest"] or "9999") <= "2023-12-31", (tie["until_earliest"] or "") >= "2023-01-01"
            assert (tie["standing"] == "certain") is all(bounds)
    assert ends(small_graph.network(since="2023-01-01", before="2023-12-31")) == ends(then)
    contracts = small_graph.network(type="Contrat local de santé")
    kinds = {t["arrangement_kind_label"]["en"] for *_, d in contracts.edges(data=True) for t in d["ties"]}
    assert {k.lower() for k in kinds} == {"local health contract"}
    with pytest.raises(MaillageError, match="goes without"):
        small_graph.network(at="2023", since="2020")
