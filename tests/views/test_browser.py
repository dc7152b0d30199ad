"""The page in a real browser without network: what a reader sees, clicks and reaches by keyboard."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest

from maillage.views.page import write_page

ID = "https://w3id.org/maillage/id"


def body(slug: str) -> str:
    return f"{ID}/organisation/exemple-{slug}"


class Tab:
    """A page of a network as a reader uses it."""

    def __init__(self, page: Any) -> None:
        self.page = page

    def ask(self, script: str, given: Any = None) -> Any:
        return self.page.evaluate(script, given)

    def spot(self, *ends: str) -> tuple[float, float]:
        """Where a node, or the middle of an edge, stands in the window."""
        x, y = self.ask(
            """(ids) => {
              const places = Object.values(maillage.network.getPositions(ids));
              const mean = (axis) => places.reduce((sum, p) => sum + p[axis], 0) / places.length;
              const at = maillage.network.canvasToDOM({ x: mean("x"), y: mean("y") });
              const box = document.getElementById("network").getBoundingClientRect();
              return [box.x + at.x, box.y + at.y];
            }""",
            [body(end) for end in ends],
        )
        return x, y

    def click(self, *ends: str) -> None:
        self.page.mouse.click(*self.spot(*ends))

    def panel(self) -> str:
        return str(self.page.locator("#panel").inner_text())

    def rows(self) -> list[str]:
        return list(self.page.locator("#sheet-links tbody tr").all_inner_texts())

    def counts(self) -> tuple[int, int]:
        spot = self.page.locator("#counts")
        return int(spot.get_attribute("data-nodes")), int(spot.get_attribute("data-links"))


@pytest.fixture
def open_tab(open_page: Callable[..., Any], network: nx.Graph, tmp_path: Path) -> Callable[..., Tab]:
    numbers = itertools.count()

    def start(g: nx.Graph | None = None, lang: str = "fr", **window: int) -> Tab:
        path = write_page(network if g is None else g, tmp_path / f"page{next(numbers)}.html", lang)
        return Tab(open_page(path, **window))

    return start


def test_it_draws(open_tab: Callable[..., Tab]) -> None:
    tab = open_tab()
    inked = tab.ask(
        """() => {
          const canvas = document.querySelector("#network canvas");
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          const seen = new Map();
          for (let i = 0; i < data.length; i += 4) {
            if (data[i + 3] === 0 || (data[i] > 250 && data[i + 1] > 250 && data[i + 2] > 250)) continue;
            const key = [data[i], data[i + 1], data[i + 2]].join();
            seen.set(key, (seen.get(key) || 0) + 1);
          }
          return Object.fromEntries(seen);
        }"""
    )
    assert sum(inked.values()) > 5000
    assert inked.get("51,34,136", 0) > 300, "the indigo of health agencies is on the canvas"
    assert inked.get("68,170,153", 0) > 300, "the teal of local authorities is on the canvas"
    assert tab.counts() == (12, 26)
    assert tab.page.locator("#counts").inner_text() == "12 acteurs, 26 liens"
    assert tab.ask("document.documentElement.lang") == "fr"


def test_every_name_of_a_small_network_is_drawn(open_tab: Callable[..., Tab]) -> None:
    tab = open_tab()
    tab.page.wait_for_function("maillage.labelBoxes().length === 12")


def test_a_click_on_an_edge_shows_its_quotations(open_tab: Callable[..., Tab]) -> None:
    tab = open_tab()
    tab.click("ars", "metropole")
    assert tab.page.locator("#panel").get_attribute("data-kind") == "edge"
    said = tab.panel()
    assert "2 dispositifs" in said
    assert "Contrat local de santé du Grand Exemple" in said and "Feuille de route de l’Exemple" in said
    assert "«\u202fporté par la Métropole du Grand Exemple\u202f»" in said
    assert "Communiqué : le CLS du Grand Exemple est signé" in said and "caractères 0 à 38" in said
    assert "Du 1er mars 2022 au 31 décembre 2026" in said and "À partir du 1er mai 2023 (fin non dite)" in said
    assert "Métropole du Grand Exemple\nporteur" in said
    cited = tab.page.locator("#panel blockquote cite a")
    assert {link.get_attribute("href") for link in cited.all()} == {"https://exemple.invalid/cls"}


def test_what_the_sources_do_not_say_is_said(open_tab: Callable[..., Tab]) -> None:
    tab = open_tab()
    tab.click("departement", "ordre")
    assert "Dates inconnues" in tab.panel()
    assert tab.page.locator("#panel blockquote a").count() == 0, "a javascript: address is no link"
    tab.ask("(ends) => maillage.selectEdge(...ends)", [body("metropole"), body("ville")])
    assert "De 2020 à 2021 déduit" in tab.panel()
    tab.ask("(ends) => maillage.selectEdge(...ends)", [body("delegation"), body("cpts")])
    assert "À partir du 1er janvier 2017, sans fin fixée" in tab.panel()


def test_dashes_and_widths_follow_the_ties(open_tab: Callable[..., Tab]) -> None:
    tab = open_tab()
    drawn = tab.ask(
        """(pairs) => pairs.map(([a, b]) => {
          const edge = maillage.edges.get(maillage.edgeBetween(a, b).id);
          return [Boolean(edge.dashes), edge.width];
        })""",
        [
            [body(a), body(b)]
            for a, b in (("ars", "metropole"), ("ars", "cpam"), ("metropole", "ville"), ("chu", "ordre"))
        ],
    )
    assert [dashed for dashed, _ in drawn] == [False, False, True, True]
    assert drawn[0][1] > drawn[1][1] == drawn[2][1]
    said = tab.page.locator("#lines").inner_text()
    assert "1 dispositif" in said and "2 dispositifs" in said and "déduit, prévu, ou dates inconnues" in said


def test_markup_in_labels_and_quotations_stays_text(open_tab: Callable[..., Tab]) -> None:
    tab = open_tab()
    alerts: list[str] = []
    tab.page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    tab.click("asso", "chu")
    assert "<script>alert(1)</script> & merci" in tab.panel()
    tab.click("asso")
    assert "Association Exemple </script><b>santé</b> 🌻" in tab.panel()
    assert tab.page.locator("#panel script, #panel b, #sheet-links b").count() == 0
    assert alerts == []


def test_a_click_on_a_node_shows_its_card(open_tab: Callable[..., Tab]) -> None:
    tab = open_tab()
    tab.click("ars")
    assert tab.page.locator("#panel").get_attribute("data-id") == body("ars")
    said = tab.panel()
    for words in (
        "agence régionale de santé", "ARS, ARS Exemple-Est", "SIREN", "000000000", "Exemple-Est", "7 partenaires",
        "Dispositifs (3)", "signataire", "organisation/exemple-ars",
    ):  # fmt: skip
        assert words in said
    tab.page.get_by_role("button", name="Préfecture de l’Exemple", exact=True).click()
    assert tab.page.locator("#panel").get_attribute("data-id") == body("prefecture")
    tab.page.get_by_role("button", name="Lire le lien avec CPAM de l’Exemple").click()
    assert tab.page.locator("#panel").get_attribute("data-kind") == "edge"
    assert "la CPAM, signataire du contrat" in tab.panel()


def test_a_click_on_a_name_or_on_nothing(open_tab: Callable[..., Tab]) -> None:
    tab = open_tab()
    tab.page.wait_for_function("maillage.labelBoxes().length === 12")
    x, y = tab.ask(
        """(id) => {
          const name = maillage.labelBoxes().find((one) => one.id === id);
          const box = document.getElementById("network").getBoundingClientRect();
          return [box.x + name.cx, box.y + name.cy];
        }""",
        body("universite"),
    )
    tab.page.mouse.click(x, y)
    assert tab.page.locator("#panel h2").inner_text() == "Université d’Exemple"
    assert "Aucun lien dans ce réseau." in tab.panel()
    corner = tab.page.locator("#network").bounding_box()
    tab.page.mouse.click(corner["x"] + 120, corner["y"] + corner["height"] - 12)
    assert tab.page.locator("#panel").is_hidden()


def test_search_ignores_accents_and_case(open_tab: Callable[..., Tab]) -> None:
    tab = open_tab()
    search = tab.page.locator("#search")
    search.fill("METROPOLE")
    assert tab.page.locator("#matches [role=option]").count() == 1
    assert search.get_attribute("aria-expanded") == "true"
    search.press("Enter")
    assert tab.page.locator("#panel h2").inner_text() == "Métropole du Grand Exemple"
    assert tab.ask("maillage.network.getSelectedNodes()") == [body("metropole")]
    search.fill("coeur")
    assert "CHU" in tab.page.locator("#matches").inner_text()
    search.fill("000000000")
    assert "Agence régionale" in tab.page.locator("#matches").inner_text()
    search.fill("exemple")
    search.press("ArrowDown")
    search.press("ArrowDown")
    assert search.get_attribute("aria-activedescendant") == "match-1"
    chosen = tab.page.locator("#match-1").get_attribute("data-id")
    search.press("Enter")
    assert tab.page.locator("#panel").get_attribute("data-id") == chosen
    search.fill("zzz")
    assert "Aucun acteur" in tab.page.locator("#matches").inner_text()


def test_filter_by_kind(open_tab: Callable[..., Tab]) -> None:
    tab = open_tab()
    assert tab.page.locator("#kinds > li").count() == 9
    tab.page.get_by_role("checkbox", name="Collectivités territoriales").uncheck()
    shown = tab.ask("maillage.visible()")
    assert body("ville") not in shown["nodes"] and len(shown["nodes"]) == 9
    assert tab.counts() == (9, len(shown["edges"])) and len(tab.rows()) == len(shown["edges"]) < 26
    assert not any("Ville" in row or "Métropole du" in row for row in tab.rows())
    assert tab.ask("(id) => maillage.nodes.get(id).hidden", body("ville")) is True
    tab.page.get_by_role("button", name="Détail des types : Collectivités territoriales").click()
    tab.page.get_by_role("checkbox", name="métropole").check()
    assert tab.counts()[0] == 10
    assert tab.ask("document.querySelector('[data-family=\"mlg:Collectivity\"]').indeterminate") is True
    tab.page.get_by_role("button", name="Rien").click()
    assert tab.counts() == (0, 0) and "Aucune ligne" in tab.page.locator("#sheet-links").inner_text()
    tab.page.get_by_role("button", name="Réinitialiser les filtres").click()
    assert tab.counts() == (12, 26) and len(tab.rows()) == 26


def test_actors_without_a_link_in_view_can_be_hidden(open_tab: Callable[..., Tab]) -> None:
    tab = open_tab()
    tab.page.get_by_label("Montrer les acteurs sans lien affiché").uncheck()
    assert tab.counts() == (11, 26)
    tab.page.get_by_label("À la date du").fill("2024-01-15")
    assert body("delegation") in tab.ask("maillage.visible().nodes")


@pytest.mark.parametrize(
    ("on", "undated", "links"),
    [
        ("2024-01-15", True, 25),  # all but the convention of 2020-2021
        ("15/01/2024", True, 25),
        ("2024", True, 25),
        ("2021", True, 10),  # council 6, pact 3, convention 1; the contract, workshop and roadmap come later
        ("2021", False, 7),  # the undated pact goes
        (
            "2023",
            False,
            16,
        ),  # contract 10 and council 6; the roadmap of May 2023 shares its three pairs with the contract
        ("2016-12-31", True, 3),
        ("2016-12-31", False, 0),
    ],
)
def test_filter_on_a_date(open_tab: Callable[..., Tab], on: str, undated: bool, links: int) -> None:
    tab = open_tab()
    tab.page.get_by_label("À la date du").fill(on)
    if not undated:
        tab.page.get_by_label("Montrer les liens sans date connue").uncheck()
    assert tab.counts()[1] == links == len(tab.rows())


def test_filter_between_dates_and_unreadable_dates(open_tab: Callable[..., Tab]) -> None:
    tab = open_tab()
    tab.page.get_by_label("Montrer les liens sans date connue").uncheck()
    assert tab.counts()[1] == 23, "without a period only the wholly undated pact goes"
    tab.page.get_by_label("Du", exact=True).fill("2025")
    assert tab.counts()[1] == 16, (
        "contract and council last; whether the roadmap does is not known, and its pairs share"
    )
    tab.page.locator("#to").fill("03/2026")
    assert tab.counts()[1] == 16
    tab.page.locator("#to").fill("2024")
    tab.page.locator("#to").press("Enter")
    assert "finit avant de commencer" in tab.page.locator("#date-error").inner_text()
    assert tab.counts()[1] == 16, "an impossible period changes nothing"
    tab.page.get_by_label("À la date du").fill("2020")
    assert tab.page.locator("#since").input_value() == "" and tab.counts()[1] == 7
    tab.page.get_by_label("À la date du").fill("2020-13")
    tab.page.get_by_label("À la date du").press("Enter")
    assert "«\u202f2020-13\u202f»" in tab.page.locator("#date-error").inner_text()
    assert tab.page.locator("#on").get_attribute("aria-invalid") == "true" and tab.counts()[1] == 7


def test_an_open_panel_follows_the_filters(open_tab: Callable[..., Tab]) -> None:
    tab = open_tab()
    tab.click("ars", "metropole")
    tab.page.get_by_label("À la date du").fill("2022")
    assert "1 dispositif masqué par les filtres." in tab.panel() and "Feuille de route" not in tab.panel()
    tab.page.get_by_label("À la date du").fill("2019")
    assert "Ce lien est masqué par les filtres." in tab.panel()


def test_by_keyboard_alone(open_tab: Callable[..., Tab]) -> None:
    tab = open_tab()
    keyboard = tab.page.keyboard
    focused = "() => document.activeElement.id || document.activeElement.className"
    keyboard.press("Tab")
    assert tab.ask(focused) == "skip"
    keyboard.press("Tab")
    assert tab.ask(focused) == "search"
    ring = tab.ask(
        "getComputedStyle(document.activeElement).outlineStyle + getComputedStyle(document.activeElement).outlineWidth"
    )
    assert ring == "solid2px"
    order = []
    for _ in range(60):
        keyboard.press("Tab")
        order.append(tab.ask(focused))
        if tab.ask("document.activeElement.tagName") == "TR":
            break
    for stop in ("kinds-all", "isolated", "on", "since", "to", "undated", "vis-network", "zoom-in", "fit", "tab-links"):
        assert stop in order
    assert order.index("on") < order.index("vis-network") < order.index("zoom-in") < order.index("tab-links")
    first = tab.ask("document.activeElement.dataset.edge")
    keyboard.press("ArrowDown")
    second = tab.ask("document.activeElement.dataset.edge")
    assert second and second != first
    keyboard.press("Enter")
    assert tab.page.locator("#panel").get_attribute("data-id") == second
    assert tab.ask("document.activeElement.id") == "panel-title"
    assert tab.page.locator(f'tr[data-edge="{second}"]').get_attribute("aria-selected") == "true"
    keyboard.press("Escape")
    assert tab.page.locator("#panel").is_hidden()
    assert tab.ask("document.activeElement.dataset.edge") == second, "focus comes back to the row"
    keyboard.press("End")
    keyboard.press("Space")
    assert tab.page.locator("#panel").is_visible()


def test_the_table_says_the_same_and_sorts(open_tab: Callable[..., Tab]) -> None:
    tab = open_tab()
    rows = tab.rows()
    assert len(rows) == 26 and rows[0].startswith("Agence régionale de santé d’Exemple-Est")
    assert tab.page.locator("#sheet-links caption").inner_text().startswith("Chaque ligne est un lien")
    head = tab.page.locator("#sheet-links thead th")
    assert head.nth(4).get_attribute("aria-sort") == "descending" and "à partir de 2022" in rows[0], "heaviest first"
    assert rows[0].rstrip().endswith("2") and rows[-1].rstrip().endswith("1")
    tab.page.get_by_role("button", name="Trier par Acteur").click()
    assert head.nth(0).get_attribute("aria-sort") == "ascending"
    assert tab.rows()[0].startswith("Agence régionale") and tab.rows()[-1].startswith("Métropole")
    tab.page.get_by_role("button", name="Trier par Période").click()
    assert "à partir du 1er janvier 2017" in tab.rows()[0] and "dates inconnues" in tab.rows()[-1]
    tab.page.locator("#sheet-links tbody tr").nth(3).click()
    assert tab.page.locator("#panel").get_attribute("data-kind") == "edge"
    tab.page.get_by_role("tab", name="Acteurs").click()
    assert tab.page.locator("#sheet-links").is_hidden()
    actors = tab.page.locator("#sheet-nodes tbody tr")
    assert actors.count() == 12
    actors.filter(has_text="Université").click()
    assert tab.page.locator("#panel h2").inner_text() == "Université d’Exemple"


def test_the_table_of_roles_and_relations(open_tab: Callable[..., Tab], network: nx.Graph) -> None:
    """Where a link says what it is, the table says it, planned or not, and counts nothing."""
    g = nx.DiGraph(**network.graph)
    g.graph.update(name="two-mode", directed=True)
    ends = sorted(network)[:3]
    for node in ends:
        g.add_node(node, **network.nodes[node])
    tie = next(iter(network.edges(data=True)))[2]["ties"][0]
    for target, relation, modality in ((ends[1], "porteur", "done"), (ends[2], "invité", "planned")):
        words = {"fr": relation, "en": relation}
        said = [{**tie, "relation_label": words, "modality": modality}]
        g.add_edge(ends[0], target, ties=said, weight=1)
    tab = open_tab(g)
    heads = tab.page.locator("#sheet-links thead th").all_inner_texts()
    assert [head.split("\n")[0] for head in heads] == ["Acteur", "Avec", "Rôle ou relation", "Période"]
    cells = tab.page.locator('#sheet-links tbody td[data-name="Rôle ou relation"]').all_inner_texts()
    assert sorted(cells) == ["invité · prévu", "porteur"]
    assert tab.page.locator("#lines li[data-weight]").count() == 0
    tab.page.get_by_role("button", name="Trier par Rôle ou relation").click()
    assert "invité" in tab.rows()[0]


def test_zoom_and_fit(open_tab: Callable[..., Tab]) -> None:
    tab = open_tab()
    before = tab.ask("maillage.network.getScale()")
    tab.page.get_by_role("button", name="Agrandir").click()
    assert tab.ask("maillage.network.getScale()") > before * 1.3
    tab.page.get_by_role("button", name="Tout voir").click()
    assert tab.ask("maillage.network.getScale()") == pytest.approx(before, rel=0.02)
    tab.page.get_by_role("button", name="Réduire").click()
    assert tab.ask("maillage.network.getScale()") < before


def test_in_english(open_tab: Callable[..., Tab]) -> None:
    tab = open_tab(lang="en")
    assert tab.ask("document.documentElement.lang") == "en"
    assert tab.page.locator("h1").inner_text() == "Who coordinates with whom in Example"
    assert tab.page.locator("#counts").inner_text() == "12 actors, 26 links"
    tab.click("ars", "metropole")
    said = tab.panel()
    assert "From 1 March 2022 to 31 December 2026" in said and "from 1 may 2023 (end unstated)" in said.lower()
    assert "signatory" in said and "“porté par la Métropole du Grand Exemple”" in said
    tab.page.get_by_label("On the date").fill("2021")
    assert tab.counts()[1] == 10
    seen = str(tab.page.locator("main").inner_text())
    for french in ("dispositif", "Chercher", "Période", "lien ", "acteur"):
        assert french not in seen


def test_on_a_phone(open_tab: Callable[..., Tab]) -> None:
    tab = open_tab(width=390, height=844)
    wide = "document.documentElement.scrollWidth <= window.innerWidth"
    assert tab.ask(wide)
    tab.ask("(ends) => maillage.selectEdge(...ends)", [body("ars"), body("metropole")])
    assert tab.page.locator("#panel").is_visible() and tab.ask(wide)
    tab.page.locator("#panel .close").click()
    for fold in tab.page.locator("details.fold:not([hidden]) > summary").all():
        fold.click()
    tab.page.get_by_role("tab", name="Acteurs").click()
    assert tab.ask(wide)
    tab.page.locator(".stage").scroll_into_view_if_needed()
    tab.click("cpts")
    assert "CPTS du Pays d’Exemple" in tab.panel()


def test_rows_are_cards_of_full_width_on_a_phone(open_tab: Callable[..., Tab]) -> None:
    tab = open_tab(width=390, height=844)
    words = """() => [...document.querySelectorAll("#sheet-links tbody tr > * > div")].map((cell) => {
      return cell.getBoundingClientRect().width;
    })"""
    widths = tab.ask(words)
    assert len(widths) == 26 * 5 and min(widths) > 200
    assert tab.ask("document.querySelector('#sheet-links tbody tr').offsetHeight") < 320


def test_a_directed_network(open_tab: Callable[..., Tab], make_network: Callable[[bool], nx.Graph]) -> None:
    g = make_network(True)
    sides = nx.relabel_nodes(g, {body("ville"): f"{body('ville')}#arrangement"})
    sides.nodes[f"{body('ville')}#arrangement"]["iri"] = body("ville")
    tab = open_tab(sides)
    tab.click("ars", "metropole")
    assert "→" in tab.panel()
    tab.ask("(id) => maillage.select(id)", f"{body('ville')}#arrangement")
    address = tab.page.locator("#panel dd a")
    assert address.get_attribute("href") == body("ville") and address.inner_text() == "organisation/exemple-ville"


def test_arrows_and_pairs_that_bend_apart(
    open_tab: Callable[..., Tab], make_network: Callable[[bool], nx.Graph]
) -> None:
    g = make_network(True)
    a, b = next(iter(g.edges))
    g.add_edge(b, a, **g.edges[a, b])
    drawn = open_tab(g).ask("maillage.edges.get()")
    assert all(edge["arrows"]["to"]["enabled"] for edge in drawn) and sum("smooth" in edge for edge in drawn) == 2
    assert not any("arrows" in edge for edge in open_tab().ask("maillage.edges.get()"))


def test_the_page_puts_together_what_was_held_once(open_tab: Callable[..., Tab], network: nx.Graph) -> None:
    edges = open_tab().ask("maillage.data.edges")
    for edge in edges:
        about = network.edges[edge["from"], edge["to"]]
        for tie in edge["ties"]:
            told = next(one for one in about["ties"] if one["arrangement"] == tie["iri"])
            assert [tie["from"], tie["until"]] == [told["from_earliest"], told["until_latest"]]
            assert [tie["known"], tie["open"]] == [told["dates_known"], told["open"]]
            assert {(one["label"], one["role"]) for one in tie["roles"]} == {
                (one["actor_label"], one["role_label"]["fr"]) for one in told["roles"]
            }
    assert len(edges) == network.number_of_edges()


def test_an_empty_network(open_page: Callable[..., Any], tmp_path: Path) -> None:
    path = write_page(nx.Graph(name="coordination", title={"fr": "Réseau"}, filters={}), tmp_path / "vide.html")
    assert "Ce réseau est vide" in open_page(path, ready=False).inner_text("main")


def test_paper_shows_the_drawing_and_every_row(open_tab: Callable[..., Tab]) -> None:
    tab = open_tab()
    tab.page.get_by_label("À la date du").fill("2021")
    assert tab.page.locator("#paper svg").count() == 0
    tab.page.emulate_media(media="print")
    drawn = tab.page.locator("#paper svg")
    drawn.wait_for()
    lines, shapes = drawn.locator("g path[fill=none]").count(), drawn.locator("g > g > polygon, g > g > circle").count()
    assert (shapes, lines) == (12, 10), "what the filters leave"
    box = drawn.bounding_box()
    assert box["width"] > 600 and box["height"] > 300
    assert "CPAM de l’Exemple" in drawn.text_content() and "Collectivités territoriales" in drawn.text_content()
    for gone in (".controls", ".tools", "#network", ".save", ".tabs"):
        assert tab.page.locator(gone).first.is_hidden()
    assert all("Trier" not in row for row in tab.rows()) and len(tab.rows()) == 10
    tab.page.emulate_media(media="screen")
    drawn.wait_for(state="detached")


def test_no_row_is_left_off_paper(open_tab: Callable[..., Tab]) -> None:
    g = nx.star_graph(450)
    nx.set_node_attributes(g, {n: f"Exemple {n:03}" for n in g}, "label")
    tab = open_tab(nx.relabel_nodes(g, {n: f"urn:exemple:{n}" for n in g}))
    assert tab.page.locator("#sheet-links tbody tr").count() == 400
    tab.page.emulate_media(media="print")
    tab.page.locator("#sheet-links tbody tr").nth(449).wait_for()
    tall = tab.ask("document.querySelector('#sheet-links tbody tr').offsetHeight")
    assert tall < 24, "a line of the table, not a card"


@pytest.mark.parametrize("directed", [False, True])
def test_the_drawing_is_saved(
    open_tab: Callable[..., Tab], make_network: Callable[[bool], nx.Graph], directed: bool
) -> None:
    tab = open_tab(make_network(directed))
    with tab.page.expect_download() as saving:
        tab.page.get_by_role("button", name="SVG", exact=True).click()
    assert saving.value.suggested_filename == "coordination.svg"
    root = ElementTree.fromstring(Path(saving.value.path()).read_text(encoding="utf-8"))
    texts = {"".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text")}
    assert "Qui se coordonne avec qui en Exemple" in texts and "Ville d’Exempleville" in texts
    drawn = root.findall(".//{*}g/{*}g/{*}path")
    assert len(drawn) == 26 and root.find(".//{*}image") is None
    heads = [one for one in root.findall(".//{*}g/{*}g/{*}polygon") if one.get("stroke") is None]
    assert len(heads) == (26 if directed else 0)
    with tab.page.expect_download() as saving:
        tab.page.get_by_role("button", name="PNG", exact=True).click()
    assert saving.value.suggested_filename == "coordination.png"
    head = Path(saving.value.path()).read_bytes()[:24]
    width, height = int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert width == 2 * tab.ask("document.getElementById('network').clientWidth") and height > 900


def crowd() -> nx.Graph:
    """Thirty agencies, each tied tightly to twelve hospitals: no room beside the agencies."""
    g: nx.Graph = nx.Graph(name="coordination", title={"fr": "Foule"}, filters={})
    for i in range(30):
        ars = f"urn:exemple:ars{i:02}"
        g.add_node(
            ars,
            label=f"Agence régionale de santé Exemple {i}",
            alt_labels=[f"ARS Exemple {i}"],
            family="mlg:HealthAgency",
            kind="mlg:RegionalHealthAgency",
        )
        for j in range(12):
            leaf = f"urn:exemple:leaf{i:02}-{j:02}"
            g.add_node(leaf, label=f"Hôpital {i} {j}", family="mlg:CareProvider", kind="mlg:Hospital")
            g.add_edge(ars, leaf)
            if j:
                g.add_edge(leaf, f"urn:exemple:leaf{i:02}-{j - 1:02}")
    return g


def test_every_agency_is_named_and_no_name_hides_a_shape(open_tab: Callable[..., Tab]) -> None:
    tab = open_tab(crowd(), width=1440, height=900)
    seen = """() => {
      const box = document.getElementById("network"), places = maillage.network.getPositions();
      const scale = maillage.network.getScale(), inside = [];
      for (const [id, place] of Object.entries(places)) {
        const { x, y } = maillage.network.canvasToDOM(place);
        const kept = x > 30 && y > 30 && x < box.clientWidth - 30 && y < box.clientHeight - 30;
        if (kept) inside.push({ id, x, y, r: maillage.nodes.get(id).size * scale });
      }
      const names = maillage.labelBoxes();
      const over = names.flatMap((b) => inside.filter((p) => p.id !== b.id && p.x + p.r > b.x0 && p.x - p.r < b.x1
        && p.y + p.r > b.y0 && p.y - p.r < b.y1).map((p) => [b.id, p.id]));
      return { inside: inside.map((p) => p.id), over, said: Object.fromEntries(names.map((b) => [b.id, b.lines.join(" ")])) };
    }"""
    for _ in range(4):
        tab.page.wait_for_timeout(500)
        found = tab.ask(seen)
        agencies = [one for one in found["inside"] if "ars" in one]
        assert agencies and [one for one in agencies if one not in found["said"]] == []
        assert found["over"] == []
        assert all(found["said"][one].startswith("ARS Exemple") for one in agencies)
        tab.page.get_by_role("button", name="Agrandir").click()


def placed(network: nx.Graph) -> nx.Graph:
    """The small network with a region and a department for some of its actors."""
    for slug in ("ars", "ville", "cpam"):
        network.nodes[body(slug)]["regions"] = ["Grand Est"]
    network.nodes[body("ville")]["departments"] = ["Meurthe-et-Moselle"]
    network.nodes[body("cpam")]["department"] = "Bas-Rhin"
    network.nodes[body("chu")].update(regions=["Bretagne"], departments=["Finistère"])
    network.nodes[body("chu")]["codes"] = [("numéro FINESS", "295400001")]
    return network


def test_a_region_or_department_is_chosen(open_tab: Callable[..., Tab], network: nx.Graph) -> None:
    assert open_tab().page.locator("#places").is_hidden(), "nothing to choose from"
    tab = open_tab(placed(network))
    region, department = tab.page.get_by_label("Région", exact=True), tab.page.get_by_label("Département", exact=True)
    assert region.locator("option").all_inner_texts() == ["Partout", "Bretagne", "Grand Est"]
    names = ["Partout", "29 · Finistère", "54 · Meurthe-et-Moselle", "67 · Bas-Rhin"]
    assert department.locator("option").all_inner_texts() == names
    region.select_option("Grand Est")
    assert department.locator("option").all_inner_texts() == ["Partout", *names[2:]]
    shown = tab.ask("maillage.visible()")
    ours = {body(slug) for slug in ("ars", "ville", "cpam")}
    ends = {frozenset(edge[:2]) for edge in network.edges if ours & set(edge[:2])}
    assert set(shown["nodes"]) == ours.union(*ends) and len(shown["edges"]) == len(ends) == len(tab.rows())
    department.select_option("Meurthe-et-Moselle")
    assert tab.counts() == (len({body("ville"), *network[body("ville")]}), network.degree(body("ville")))
    tab.page.get_by_role("button", name="Réinitialiser les filtres").click()
    assert tab.counts() == (12, 26) and region.input_value() == department.input_value() == ""


def test_search_takes_words_in_any_order_and_codes(open_tab: Callable[..., Tab], network: nx.Graph) -> None:
    tab = open_tab(placed(network))
    found = "(text) => maillage.find(text).map((node) => node.id)"
    assert tab.ask(found, "exemple-est ars")[0] == body("ars") and tab.ask(found, "est bas rhin") == [body("cpam")]
    assert tab.ask(found, "54") == [body("ville"), body("chu")], "the department before a code that holds 54"
    assert tab.ask(found, "ordre metropole") == []
    tab.page.locator("#search").fill("exempleville ars")
    said = tab.page.locator("#matches li").all_inner_texts()
    assert "reliés" in said[0] and said[1].startswith("Agence régionale de santé")
    tab.page.locator("#search").press("Enter")
    assert tab.page.locator("#panel").get_attribute("data-id") == body("ars")
    tab.page.keyboard.press("Escape")
    tab.page.locator("#search").fill("exemple")
    assert tab.page.locator("#matches li").all_inner_texts()[-1] == "et 4 autres : précisez"
    for node in list(network)[:3]:
        network.nodes[node].update(label="Sans rapport", alt_labels=[], territory=None)
    one = open_tab(network)
    one.page.locator("#search").fill("exemple")
    assert one.page.locator("#matches li").all_inner_texts()[-1] == "et 1 autre : précisez"


def test_the_legend_of_lines_is_in_view_under_a_long_head(open_tab: Callable[..., Tab], network: nx.Graph) -> None:
    network.graph["notes"] = {"fr": ["Une remarque. " * 14, "Relevé au 2026-09-01."]}
    tab = open_tab(network, width=1440, height=900)
    box = tab.page.locator("#lines").bounding_box()
    assert box["y"] + box["height"] <= 900
    assert "Relevé au 1er septembre 2026." in tab.page.locator(".head").inner_text()


def test_without_javascript_the_links_are_a_table(
    open_page: Callable[..., Any], network: nx.Graph, tmp_path: Path
) -> None:
    page = open_page(write_page(network, tmp_path / "page.html"), script=False)
    rows = page.locator(".unscripted tbody tr")
    assert rows.count() == 26 and rows.first.is_visible() and page.locator("main").is_hidden()
    first = rows.first.inner_text()
    assert "Agence régionale" in first and "Feuille de route de l’Exemple" in first and first.rstrip().endswith("2")
    assert "Association Exemple </script><b>santé</b> 🌻" in page.locator(".unscripted").inner_text()
    assert "Sans JavaScript" in page.locator("body").inner_text()


def test_the_table_without_javascript_stays_light(
    open_page: Callable[..., Any], open_tab: Callable[..., Tab], tmp_path: Path
) -> None:
    g = nx.relabel_nodes(nx.star_graph(500), lambda n: f"urn:exemple:{n}")
    page = open_page(write_page(g, tmp_path / "page.html"), script=False)
    assert page.locator(".unscripted tbody tr").count() == 300
    assert (
        page.locator(".unscripted caption").inner_text()
        == "Les 300 liens qui réunissent le plus de dispositifs, sur 500."
    )
    assert open_tab(g).page.locator(".unscripted").count() == 0


SMALL = """() => [...document.querySelectorAll("button, select, input[type=text]")].filter((one) => {
  const { width, height } = one.getBoundingClientRect();
  return one.checkVisibility({ visibilityProperty: true }) && (width < 24 || height < 24);
}).map((one) => one.outerHTML)"""
UNSAID = """() => [...document.querySelectorAll("button[aria-label]")].filter((one) =>
  !one.getAttribute("aria-label").toLowerCase().includes(one.textContent.trim().toLowerCase())).map((one) => one.outerHTML)"""


@pytest.mark.parametrize("width", [1280, 390])
def test_controls_are_large_enough_and_bear_the_names_they_show(open_tab: Callable[..., Tab], width: int) -> None:
    tab = open_tab(width=width, height=844)
    tab.ask("document.querySelectorAll('details.fold').forEach((fold) => { fold.open = true; })")
    tab.page.locator(".unfold").first.click()
    detail = tab.page.locator(".kinds .sub label").first.bounding_box()
    assert detail["height"] >= 24
    tab.ask("(id) => maillage.select(id)", body("ars"))
    names = tab.page.locator("#panel button.text").first.get_attribute("aria-label")
    assert names.startswith("2 dispositifs. Lire le lien avec ")
    assert (
        tab.ask(SMALL.replace("button,", ".controls button, .tools button, .save button, .tabs button, thead button,"))
        == []
    )
    assert tab.ask(UNSAID) == []


def test_suggestions_hide_no_control_by_half(open_tab: Callable[..., Tab]) -> None:
    tab = open_tab()
    tab.page.locator("#search").fill("exemple")
    list_box = tab.page.locator("#matches").bounding_box()
    covered = [one for one in tab.page.locator(".kinds input").all() if one.is_visible()]
    assert len(covered) >= 9
    for one in covered:
        box = one.bounding_box()
        assert list_box["y"] < box["y"] and box["y"] + box["height"] < list_box["y"] + list_box["height"]
    tab.page.locator("#search").press("Escape")
    assert tab.page.locator("#matches").is_hidden()


def test_sizes_colours_and_what_is_shown_follow_a_measure(open_tab: Callable[..., Tab]) -> None:
    tab = open_tab()
    looks = "() => maillage.nodes.get().map((node) => [node.id, Math.round(node.size * 10), node.color.background])"
    before = tab.ask(looks)
    tab.page.locator("#measures summary").click()
    tab.page.locator("#size-by").select_option("betweenness")
    sized = tab.ask(looks)
    assert [row[1] for row in sized] != [row[1] for row in before] and [row[2] for row in sized] == [
        row[2] for row in before
    ]
    assert "intermédiarité" in tab.page.locator("#lines").inner_text()
    tab.page.locator("#colour-by").select_option("degree")
    assert tab.page.locator("#lines [data-colour]").count() >= 1
    shades = {row[2] for row in tab.ask(looks)}
    assert shades <= set(tab.ask("() => [...maillage.data.ramp, '#ffffff']")) and len(shades) > 1
    tab.page.locator("#colour-by").select_option("community")
    assert tab.page.locator("#lines [data-colour]").count() >= 1
    tab.page.locator("#size-by").select_option("degree")
    all_nodes = tab.counts()[0]
    tab.page.locator("#least").fill("2")
    few = tab.counts()[0]
    degrees = dict(
        zip(*tab.ask("() => [maillage.data.nodes.map((n) => n.id), maillage.data.measures[0].values]"), strict=True)
    )
    assert few < all_nodes and all(degrees[node] >= 2 for node in tab.ask("() => maillage.visible().nodes"))
    tab.page.locator("#least").fill("deux")
    tab.page.locator("#least").press("Tab")
    assert "deux" in tab.page.locator("#measure-error").inner_text()
    tab.page.locator("#reset").click()
    assert tab.ask(looks) == before and tab.counts()[0] == all_nodes
