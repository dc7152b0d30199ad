"""The page of an actor says what the questions say of its partners; a hub is cut and says by how much."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from html import unescape

import pytest

from maillage.library import Graph
from maillage.pages.kinds import actor, ego, thing
from maillage.pages.kinds.ego import MOST, Partner
from maillage.pages.kit.setting import Served, setting
from maillage.terms import ID


def _page(graph: Graph, name: str, lang: str = "fr") -> str:
    made = setting(graph, lang, Served(lang))
    return unescape(thing.page(made, graph.find(name), {}).decode())


def _table(page: str) -> list[str]:
    return re.findall(r'<tr><th scope="row"><a href="([^"]+)">', page)


def test_partners_are_those_of_the_question(small_graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = list(small_graph.ask("who-coordinates-with", actor="ARS Grand Est"))
    partners = {row["partner_iri"] for row in rows}
    monkeypatch.setattr(actor, "ROWS", 1000)
    page = _page(small_graph, "ARS Grand Est")
    assert {ID + address.removeprefix("/page/") for address in _table(page)} == partners
    assert (
        f"avec {len(partners)} autres acteurs par {len({row['arrangement_iri'] for row in rows})} dispositifs" in page
    )
    for row in rows:
        assert str(row["partner"]) in page and str(row["arrangement"]) in page


def test_a_hub_is_cut_and_says_so(small_graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    total = len({row["partner_iri"] for row in small_graph.ask("who-coordinates-with", actor="ARS Grand Est")})
    monkeypatch.setattr(actor, "ROWS", 2)
    page = _page(small_graph, "ARS Grand Est")
    assert len(_table(page)) == 2 and f"{total - 2} autres partenaires ne sont pas montrés ici" in page
    assert "/questions/who-coordinates-with?actor=" in page and "/api/questions/who-coordinates-with?actor=" in page


def test_whom_nobody_is_known_with(small_graph: Graph) -> None:
    alone = next(
        row["thing"]
        for row in small_graph.query(
            "SELECT ?thing { ?thing a mlg:Actor MINUS { ?thing mlg:coordinatesWith ?other } } ORDER BY STR(?thing)"
        )
    )
    page = _page(small_graph, small_graph.find(str(alone)))
    assert "Le graphe ne lui connaît pas de partenaire." in page and "<figure" not in page


def test_english_is_complete(small_graph: Graph) -> None:
    page = _page(small_graph, "ARS Grand Est", "en")
    assert "which coordinates with" in page and "Through what" in page and "Avec qui" not in page
    ours = re.findall(r'href="(/(?!static|data|api)[^"]*)"', page)
    other = [address for address in ours if "lang=en" not in address]
    assert other == ["/", "/"]  # the way to the same page in French, in the head and in the navigation


def _partners(number: int) -> list[Partner]:
    kinds = ("mlg:HealthAgency", "mlg:Collectivity", "mlg:New")
    return [Partner(f"urn:{n}", f"Partner {n}", f"P{n}", kinds[n % 3], n, f"/{n}") for n in range(1, number + 1)]


def test_the_network_keeps_the_closest() -> None:
    drawn = ego.around(_partners(70), {("urn:69", "urn:70"): 4, ("urn:1", "urn:70"): 1})
    assert drawn.left_out == 70 - MOST and {node.partner.weight for node in drawn.nodes} == set(range(11, 71))
    assert len(drawn.ties) == 1 and len(drawn.spokes) == MOST
    widths = {node.partner.weight: tie.width for node, tie in zip(drawn.nodes, drawn.spokes, strict=True)}
    assert widths[11] < widths[30] <= widths[70]
    assert all(math.isclose(math.hypot(node.x, node.y), 185, abs_tol=0.2) for node in drawn.nodes)
    families = [node.partner.family for node in drawn.nodes]
    assert families == sorted(families, key=["mlg:HealthAgency", "mlg:Collectivity", "mlg:New"].index)
    assert ego.around(list(reversed(_partners(70))), {("urn:69", "urn:70"): 4}).nodes == drawn.nodes


def test_long_names_are_cut() -> None:
    one = replace(_partners(1)[0], short="Un nom qui n'en finit pas de ne pas finir")
    text = ego.around([one], {}).nodes[0].text
    assert len(text) <= 26 and text.endswith("…")
