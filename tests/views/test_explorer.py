"""What the explorer draws from: each thing said once, all links said, the same for the same network."""

from __future__ import annotations

import json
from typing import Any

import networkx as nx
import pytest

from maillage.errors import NotFoundError
from maillage.terms import ID
from maillage.views.explorer import FEW, drawing
from maillage.views.explorer_link import link_told

CLS = f"{ID}arrangement/exemple-cls"
THEME = ("https://w3id.org/maillage/def/theme/care", "accès aux soins", "access to care")


#: Of each of ten groups: together more than are drawn as they are.
SIZE = FEW // 10 + 1


def turned(g: nx.Graph) -> nx.Graph:
    """The same network, its nodes and edges added the other way round."""
    out = nx.Graph(**g.graph)
    out.add_nodes_from(reversed([*g.nodes(data=True)]))
    out.add_edges_from((b, a, data) for a, b, data in reversed([*g.edges(data=True)]))
    return out


def crowd() -> nx.Graph:
    """Ten rings of made-up actors, tied in a chain."""
    g = nx.Graph(name="coordination", directed=False)
    for number in range(10):
        members = [f"{ID}organisation/exemple-{number}-{i:02}" for i in range(SIZE)]
        for node in members:
            g.add_node(node, label=f"Exemple {node[-4:]}", kind="mlg:Hospital", family="mlg:CareProvider")
        nx.add_cycle(g, members)
        g.add_edges_from((members[0], other) for other in members[2:])
    for number in range(9):
        g.add_edge(*(f"{ID}organisation/exemple-{one}-05" for one in (number, number + 1)))
    return g


def test_every_link_is_said_with_its_ties(network: nx.Graph) -> None:
    said = drawing(network, {CLS: [THEME]})
    names = [node[0] for node in said["nodes"]]
    assert names == sorted(node.removeprefix(ID) for node in network)
    found = {(ID + names[a], ID + names[b]): ties for a, b, *ties in said["links"]}
    assert {frozenset(pair) for pair in found} == {frozenset(edge) for edge in network.edges}
    for (a, b), ties in found.items():
        told = network.edges[a, b]["ties"]
        arrangements = [said["arrangements"][tie[0]] for tie in ties]
        assert sorted(one[0] for one in arrangements) == sorted(tie["arrangement"].removeprefix(ID) for tie in told)
        bounds = {tuple(said["periods"][tie[1]][:4]) for tie in ties}
        assert bounds == {
            tuple(tie[key] for key in ("from_earliest", "from_latest", "until_earliest", "until_latest"))
            for tie in told
        }
        assert sum(tie[3] & 1 for tie in ties) == sum(tie["certainty"] == "inferred" for tie in told)
    assert said["themes"] == [list(THEME)]
    assert [one[3] for one in said["arrangements"] if one[0] == CLS.removeprefix(ID)] == [[0]]
    assert said["groups"] == [] and all(node[5] == -1 for node in said["nodes"])


def test_words_stand_in_both_languages(network: nx.Graph) -> None:
    said = drawing(network)
    assert ["2020-01-01", "2020-12-31", "2021-01-01", "2021-12-31", 0, "de 2020 à 2021", "from 2020 to 2021"] in said[
        "periods"
    ]
    assert any(kind[1:3] == ["commune", "municipality"] for kind in said["kinds"])


def test_the_order_changes_nothing(network: nx.Graph) -> None:
    for g in (network, crowd()):
        assert json.dumps(drawing(turned(g))) == json.dumps(drawing(g))


def test_many_are_grouped_and_each_group_is_called_after_its_best_tied() -> None:
    said = drawing(crowd())
    assert sorted(group[3] for group in said["groups"]) == [SIZE] * 10
    assert {group[4] for group in said["groups"]} <= {f"Exemple {n}-00" for n in range(10)}
    assert {node[5] for node in said["nodes"]} == {*range(10)}


def test_what_a_link_tells(network: nx.Graph) -> None:
    ends = (f"{ID}organisation/exemple-ars", f"{ID}organisation/exemple-metropole")
    for node in network:
        network.nodes[node]["iri"] = node
    told = link_told(network, *ends, "fr", lambda iri: f"/page/{iri.removeprefix(ID)}")
    assert told["source"] == {
        "id": "organisation/exemple-ars",
        "label": "Agence régionale de santé d’Exemple-Est",
        "page": "/page/organisation/exemple-ars",
    }
    first, second = told["ties"]
    assert first["label"].startswith("Contrat local") and first["page"] == "/page/arrangement/exemple-cls"
    assert {one["exact"] for one in first["quotations"]} == {
        "L’ARS d’Exemple-Est a signé le contrat",
        "porté par la Métropole du Grand Exemple",
    }
    assert second["when"].startswith("à partir du 1er mai 2023")
    with pytest.raises(NotFoundError):
        link_told(network, ends[0], f"{ID}organisation/exemple-universite", "fr", lambda _: None)


def test_an_empty_network() -> None:
    said: dict[str, Any] = drawing(nx.Graph())
    assert said["nodes"] == said["links"] == said["groups"] == []
