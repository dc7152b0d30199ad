"""Measures against the values that textbooks and papers print."""

from __future__ import annotations

from types import ModuleType

import networkx as nx
import pytest

from maillage import network


def test_the_eight_girls(classics: ModuleType) -> None:
    """J. Coleman's eight girls, after S. Feld: as R's netrics and B. Everton's books give them."""
    girls = classics.girls()
    assert len(girls) == 8
    assert round(network.freeman_centralization(girls, "betweenness"), 4) == 0.3401
    assert round(network.freeman_centralization(girls, "closeness"), 4) == 0.3196
    assert round(network.freeman_centralization(girls, "degree"), 4) == 0.2857
    assert int(network.freeman_centralization(girls, "degree", denominator="pairs") * 1e4) == 2142  # 12/56, cut off
    constraint = network.burt_constraint(girls)
    assert [round(constraint[who], 2) for who in ("Betty", "Sue", "Alice")] == [1, 0.43, 0.57]


def test_the_researchers_on_eies(classics: ModuleType) -> None:
    """S. and L. Freeman's researchers: as R's netrics gives them."""
    messages = classics.researchers()
    assert (len(messages), messages.number_of_edges()) == (32, 440)
    assert round(network.ei_index(messages, "discipline", weight="weight"), 4) == 0.1704
    assert round(network.ei_index(messages, "discipline"), 4) == 0.3455
    found = network.brokering(messages, "discipline")
    assert [found.activity[who] for who in range(3)] == [333, 207, 3]
    assert [found.exclusivity[who] for who in range(3)] == [1, 0, 0]
    assert [found[who] for who in range(3)] == ["Powerhouse", "Connectors", "Sideliners"]


def test_messages_to_oneself_are_no_ties(classics: ModuleType) -> None:
    with_loops = classics.researchers(to_oneself=True)
    assert with_loops.number_of_edges() == 460
    assert round(network.ei_index(with_loops, "discipline", weight="weight"), 4) == 0.1704


def test_southern_women() -> None:
    """A. Davis et al.: betweenness of the first three women over the ties of two modes, as R's netrics gives it."""
    women = nx.davis_southern_women_graph()
    found = network.two_mode_centrality(women)["betweenness_raw"]
    first = ("Evelyn Jefferson", "Laura Mandeville", "Theresa Anderson")
    assert [round(found[who], 4) for who in first] == [42.9802, 22.8541, 38.9796]


def test_southern_women_normalised() -> None:
    """S. Borgatti and M. Everett, "Network analysis of 2-mode data", Social Networks 19 (1997), table 1."""
    found = network.two_mode_centrality(nx.davis_southern_women_graph())
    assert round(found["degree"]["Evelyn Jefferson"], 2) == 0.57
    assert round(found["closeness"]["Evelyn Jefferson"], 2) == 0.80
    assert round(found["betweenness"]["Evelyn Jefferson"], 2) == 0.10


def test_florentine_families() -> None:
    """Padgett's marriages: S. Wasserman and K. Faust, Social Network Analysis (1994), sections 5.2 and 5.3.

    With the Pucci, who married into none of the others, 16 families; closeness and its like are of the 15.
    """
    families = nx.florentine_families_graph()
    assert round(network.betweenness(families)["Medici"], 3) == 0.522
    assert round(network.closeness(families)["Medici"], 3) == 0.560
    assert round(network.freeman_centralization(families, "betweenness"), 3) == 0.437
    assert round(network.freeman_centralization(families, "closeness"), 3) == 0.322
    families.add_node("Pucci")
    assert network.degree(families)["Medici"] / 15 == pytest.approx(0.400)
    assert round(network.freeman_centralization(families, "degree"), 3) == 0.267
    assert network.density(families) == pytest.approx(1 / 6)


@pytest.mark.parametrize("measure", ["degree", "betweenness", "closeness"])
def test_freeman_s_extremes(measure: str) -> None:
    """L. Freeman (1979): the star is the most central network there is, the circle and the complete one the least."""
    for n in (3, 5, 12):
        assert network.freeman_centralization(nx.star_graph(n - 1), measure) == pytest.approx(1)
        assert network.freeman_centralization(nx.star_graph(n - 1).to_directed(), measure) == pytest.approx(1)
        assert network.freeman_centralization(nx.cycle_graph(n), measure) == pytest.approx(0)
        assert network.freeman_centralization(nx.complete_graph(n), measure) == pytest.approx(0)


def test_a_star_of_arcs_is_the_most_central() -> None:
    """All arcs into one node: nobody can be nearer to the others' reach, and 1 is the most there is."""
    star = nx.DiGraph((leaf, 0) for leaf in range(1, 6))
    for measure in ("closeness", "in_degree"):
        assert network.freeman_centralization(star, measure) == pytest.approx(1)
    assert network.freeman_centralization(nx.DiGraph([(1, 2), (2, 3)]), "closeness") == pytest.approx(5 / 12)


def test_freeman_s_star_of_five() -> None:
    """L. Freeman (1979), figure 2: the centre of a star of five lies between all six pairs, at distance 1 of four."""
    star = nx.star_graph(4)
    assert network.betweenness(star, normalized=False)[0] == 6
    assert network.betweenness(star)[0] == 1
    assert network.closeness(star)[0] == 1
    assert network.closeness(star)[1] == pytest.approx(4 / 7)


def test_krackhardt_s_kite() -> None:
    """D. Krackhardt (1990): Diane has most ties, Heather lies between most, Fernando and Garth are nearest."""
    kite = nx.krackhardt_kite_graph()
    diane, fernando, garth, heather = 3, 5, 6, 7
    assert network.degree(kite)[diane] == 6
    assert network.betweenness(kite, normalized=False)[heather] == pytest.approx(14)
    assert round(network.closeness(kite)[fernando], 3) == round(network.closeness(kite)[garth], 3) == 0.643
    assert set(network.cut_points(kite)) == {7, 8}


def test_the_karate_club() -> None:
    """W. Zachary's club: its greatest modularity is 0.4198, in four communities (U. Brandes et al. 2008)."""
    club = nx.karate_club_graph()
    found = network.communities(club, seed=1, weight=None)
    assert round(found.modularity, 4) == 0.4198
    assert [len(group) for group in found.groups] == [12, 11, 6, 5]


def test_adjusted_rand() -> None:
    """The formula of L. Hubert and P. Arabie (1985) by hand: 2 pairs together, 1.2 by chance, 4.5 at most."""
    one, other = dict(enumerate("aaabbb")), dict(enumerate("aabbcc"))
    assert network.agreement(one, other) == pytest.approx((2 - 1.2) / (4.5 - 1.2))
    assert network.agreement(one, one) == 1
    assert network.agreement(one, one)["variation"] == 0


def test_the_directions_of_brokerage() -> None:
    """One pair a role, as R. Gould and R. Fernandez (1989) draw them: representative A-A-B, gatekeeper A-B-B."""
    for role, groups in {
        "coordinator": "AAA",
        "itinerant": "ABA",
        "representative": "AAB",
        "gatekeeper": "ABB",
        "liaison": "ABC",
    }.items():
        chain = nx.DiGraph([("sender", "broker"), ("broker", "receiver")])
        found = network.gould_fernandez(chain, dict(zip(("sender", "broker", "receiver"), groups, strict=True)))
        played = {name: n for name, n in found["broker"].items() if name not in ("expected", "z") and n}
        assert played == {role: 1, "total": 1}
        assert found["sender"]["total"] == found["receiver"]["total"] == 0
