"""Projection: the shipped networks hold together, down to the sentences; slices keep what they should."""

from __future__ import annotations

import shutil
from pathlib import Path

import networkx as nx
import pytest

from maillage.errors import MaillageError
from maillage.library import Graph, open_graph
from maillage.network.asked import SIDE
from maillage.network.legend import TABLE
from maillage.places import Places
from maillage.terms import MLG, PREFIXES

#: A hospital group that takes part in a contract, and in which a hospital takes part.
BOTH_SIDES = """
@prefix arr: <https://w3id.org/maillage/id/arrangement/> .
@prefix body: <https://w3id.org/maillage/id/organisation/> .
@prefix claim: <https://w3id.org/maillage/id/claim/> .
@prefix cv: <http://data.europa.eu/m8g/> .
@prefix doc: <https://w3id.org/maillage/id/document/> .
@prefix mlg: <https://w3id.org/maillage/def#> .
@prefix modality: <https://w3id.org/maillage/def/modality/> .
@prefix role: <https://w3id.org/maillage/def/role/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

body:ght-essai a mlg:HospitalGroup ; skos:prefLabel "GHT d'essai"@fr .
body:membre-essai a mlg:Hospital ; skos:prefLabel "Hôpital d'essai"@fr .
arr:contrat-essai a mlg:LocalHealthContract ; skos:prefLabel "Contrat d'essai"@fr .
claim:essai-1 a mlg:Participation ; cv:hasParticipant body:ght-essai ; cv:role role:partner ;
    mlg:inArrangement arr:contrat-essai ; mlg:modality modality:done ; mlg:evidence doc:essai .
claim:essai-2 a mlg:Participation ; cv:hasParticipant body:membre-essai ; cv:role role:member ;
    mlg:inArrangement body:ght-essai ; mlg:modality modality:done ; mlg:evidence doc:essai .
doc:essai a mlg:Document ; skos:prefLabel "Essai"@fr .
"""


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


def test_two_modes_are_two(small_graph: Graph) -> None:
    """No edge within a side; each node says its own; a body of both sides is one node on each."""
    network = small_graph.network("two-mode")
    actors = {node for node, side in network.nodes(data="bipartite") if side == 0}
    assert nx.is_bipartite(network) and nx.bipartite.is_bipartite_node_set(network.to_undirected(), actors)
    for source, target in network.edges:
        assert [network.nodes[end]["mode"] for end in (source, target)] == ["actor", "arrangement"]
        assert [network.nodes[end]["type"] for end in (source, target)] == [False, True]
    assert "mode" not in next(iter(small_graph.network("coordination").nodes(data=True)))[1]


def test_a_body_of_both_sides_is_two_nodes(small: Places, root: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(small.graph, tmp_path / "graph")
    (copy / "documents" / "both-sides.ttl").write_text(BOTH_SIDES, encoding="utf-8")
    graph = open_graph(copy, start=root, cache=False)
    network = graph.network("two-mode")
    body = f"{PREFIXES['body']}ght-essai"
    assert {network.nodes[end]["iri"] for end in (body, body + SIDE)} == {body}
    assert network.nodes[body]["label"] == network.nodes[body + SIDE]["label"] == "GHT d'essai"
    assert network.out_degree(body) == 1 == network.in_degree(body + SIDE)
    assert network.in_degree(body) == 0 == network.out_degree(body + SIDE)
    assert nx.is_bipartite(network)
    near = graph.network("two-mode", actor="GHT d'essai")
    assert set(near) == {body, body + SIDE, f"{PREFIXES['body']}membre-essai", f"{PREFIXES['arr']}contrat-essai"}


def test_regions_and_departments_are_those_that_hold_a_node(small_graph: Graph) -> None:
    network = small_graph.network("coordination")
    agency, fund = (network.nodes[small_graph.find(name)] for name in ("ARS Grand Est", "CPAM de Meurthe-et-Moselle"))
    assert (agency["regions"], agency["departments"]) == (["Grand Est"], [])
    assert (fund["regions"], fund["departments"]) == (["Grand Est"], ["Meurthe-et-Moselle"])


def test_a_page_has_no_words_and_no_place_for_them(small_graph: Graph) -> None:
    network = small_graph.network("coordination")
    proofs = [q for *_, data in network.edges(data=True) for tie in data["ties"] for q in tie["quotations"]]
    pages = [q for q in proofs if q["exact"] is None]
    assert pages and len(pages) < len(proofs)
    assert all(q["start"] is q["end"] is None for q in pages)
    assert all(q["exact"] and q["end"] - q["start"] == len(q["exact"]) for q in proofs if q not in pages)
