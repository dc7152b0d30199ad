"""QAP: the correlation of two published networks, all permutations of a small one, and what cannot be compared."""

from __future__ import annotations

from itertools import permutations

import networkx as nx
import numpy as np
import pytest

from maillage.errors import MaillageError
from maillage.network import compare, qap

#: Business ties of Florentine families (J. Padgett); networkx has their marriages.
BUSINESS = (
    "Barbadori-Castellani Barbadori-Ginori Barbadori-Medici Barbadori-Peruzzi Bischeri-Guadagni Bischeri-Lamberteschi "
    "Bischeri-Peruzzi Castellani-Lamberteschi Castellani-Peruzzi Ginori-Medici Guadagni-Lamberteschi "
    "Lamberteschi-Peruzzi Medici-Pazzi Medici-Salviati Medici-Tornabuoni"
)


def florence() -> tuple[nx.Graph, nx.Graph]:
    marriages = nx.florentine_families_graph()
    business = nx.Graph(pair.split("-") for pair in BUSINESS.split())
    for graph in (marriages, business):
        graph.add_nodes_from(["Pucci", *marriages])
    return marriages, business


def test_florence() -> None:
    """.372 with 16 families (Wasserman and Faust's data; `gcor` of R's sna), and hardly by chance."""
    found = qap(*florence(), permutations=2000, seed=1)
    assert found == pytest.approx(0.3718679, abs=1e-7)
    assert found["nodes"] == 16 and found["p_high"] < 0.005 < 0.99 < found["p_low"]
    assert abs(found["mean"]) < 0.02
    again = qap(*florence(), permutations=2000, seed=1)
    assert again.parts == found.parts
    assert qap(*florence(), permutations=2000, seed=2)["mean"] != found["mean"]


@pytest.mark.parametrize("directed", [True, False])
def test_every_permutation(directed: bool) -> None:
    """What is drawn comes near the share among all 720 permutations, and the correlation is numpy's."""
    rng = np.random.default_rng(4)
    one, other = (rng.integers(0, 3, (6, 6)) for _ in "ab")
    other = one + rng.integers(0, 3, (6, 6))
    if not directed:
        one, other = one + one.T, other + other.T
    off = ~np.eye(6, dtype=bool)
    kind = nx.DiGraph if directed else nx.Graph
    graphs = [nx.from_numpy_array(m * off, create_using=kind) for m in (one, other)]
    value = np.corrcoef(one[off], other[off])[0, 1]
    every = [np.corrcoef(one[np.ix_(p, p)][off], other[off])[0, 1] for p in map(list, permutations(range(6)))]
    found = qap(*graphs, permutations=4000, seed=3)
    assert found == pytest.approx(value)
    assert found["mean"] == pytest.approx(np.mean(every), abs=0.02)
    assert found["sd"] == pytest.approx(np.std(every), abs=0.02)
    assert found["p_high"] == pytest.approx(np.mean(np.array(every) >= value - 1e-12), abs=0.02)


def test_only_common_nodes_count() -> None:
    one, other = florence()
    other.add_edge("Medici", "x")
    assert qap(one, other) == pytest.approx(0.3718679, abs=1e-7)
    other.remove_node("Pucci")
    assert qap(one, other)["nodes"] == 15


def test_what_cannot_be_compared() -> None:
    one, other = florence()
    for first, second, words in (
        (one, nx.DiGraph(other), "directed"),
        (one, nx.path_graph(4), "0 node"),
        (one, nx.empty_graph(one), "no tie"),
        (nx.complete_graph(4), nx.path_graph(4), "every pair alike"),
    ):
        with pytest.raises(MaillageError, match=words):
            qap(first, second)
    with pytest.raises(MaillageError, match="permutations"):
        qap(one, other, permutations=-1)


def test_a_summary_says_its_chance() -> None:
    rows = {row["name"]: row["after"] for row in compare(*florence()).summary("en", permutations=99, seed=5)}
    assert rows["correlation"] == pytest.approx(0.371868)
    assert rows["qap_p_high"] == round(qap(*florence(), permutations=99, seed=5)["p_high"], 6)
    apart = compare(nx.path_graph(3), nx.path_graph(["a", "b"])).summary("fr", permutations=9)
    assert {row["name"]: row["after"] for row in apart}["qap_p_high"] is None
