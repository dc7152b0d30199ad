"""Sizes and colours that follow a measure, as data of the page; test_browser has them on the screen."""

from __future__ import annotations

import networkx as nx
import pytest

from maillage.cli import run
from maillage.errors import MaillageError
from maillage.library import Graph
from maillage.network import betweenness, communities
from maillage.network.legend import GROUPS, SILVER
from maillage.views.measured import measured, named


def test_values_are_those_of_the_measures(small_graph: Graph) -> None:
    g = small_graph.network("coordination")
    nodes = sorted(g)
    said = measured(g, nodes, "fr", "closeness", "community")
    assert [m["id"] for m in said["measures"]] == ["degree", "strength", "betweenness", "closeness", "constraint"]
    (between,) = (m for m in said["measures"] if m["id"] == "betweenness")
    expected = betweenness(g)
    assert between["label"] == "intermédiarité"
    assert between["values"] == [pytest.approx(expected[node], rel=1e-3) for node in nodes]
    assert said["chosen"] == {"size": "closeness", "colour": "community"}
    found = communities(g)
    looks, of = said["communities"]["looks"], said["communities"]["of"]
    assert len({(found[node], of[i]) for i, node in enumerate(nodes)}) == len(looks)
    assert [look["colour"] for look in looks[: len(GROUPS)]] == list(GROUPS)
    assert all(look["colour"] == SILVER for look in looks if look["count"] == 1)
    assert [look["count"] for look in looks] == sorted((look["count"] for look in looks), reverse=True)


def test_a_node_without_a_value_has_none() -> None:
    g = nx.Graph([("a", "b")])
    g.add_node("c")
    (constraint,) = (m for m in measured(g, ["a", "b", "c"], "en", None, None)["measures"] if m["id"] == "constraint")
    assert constraint["values"][2] is None
    assert measured(nx.Graph(), [], "fr", None, None)["communities"] == {"looks": [], "of": []}


def test_names() -> None:
    assert named("Intermédiarité") == "betweenness" and named(None) is None
    assert named("communauté", colour=True) == "community" and named("famille", colour=True) == "family"
    for text, colour in (("community", False), ("nope", True), ("nope", False)):
        with pytest.raises(MaillageError, match="not known"):
            named(text, colour=colour)


def test_on_the_command_line(small: object, tmp_path: object, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--graph", str(small.graph)]  # type: ignore[attr-defined]
    page = tmp_path / "page.html"  # type: ignore[operator]
    assert run(["network", "-o", str(page), "--size", "betweenness", "--colour", "community", *where]) == 0
    assert '"chosen":{"colour":"community","size":"betweenness"}' in page.read_text()
    assert "voisins restés proches" in page.read_text()
    assert run(["network", "-o", str(page), "--fold", "community", *where]) == 0
    assert "nœuds pliés en" in capsys.readouterr().err
    for wrong, words in (
        (["-o", str(page), "--size", "nope"], "not known"),
        (["-o", str(page.with_suffix(".gexf")), "--size", "degree"], "are of a page"),
        (["-o", str(page), "--fold", "nope"], "nothing to group by"),
    ):
        assert run(["network", *wrong, *where]) == 2
        assert words in capsys.readouterr().err


def test_a_network_of_two_modes_has_measures(small_graph: Graph) -> None:
    g = small_graph.network("two-mode")
    said = measured(g, sorted(g), "fr", None, None)
    (degree,) = (m for m in said["measures"] if m["id"] == "degree")
    assert degree["values"] == [g.degree(node) for node in sorted(g)]
