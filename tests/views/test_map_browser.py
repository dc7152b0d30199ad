"""The map in a real browser without network: colours, panel, keyboard, table, search, zoom, phone and print."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from maillage.naming.normalise import normalised
from maillage.network.legend import NONE_KNOWN, NUMBERS, SHARES
from maillage.views.map import write_map
from maillage.views.map_model import CoverageMap
from maillage.views.map_outlines import sheet

Maker = Callable[..., CoverageMap]


class Tab:
    """A page of a map as a reader uses it."""

    def __init__(self, page: Any) -> None:
        self.page = page

    def ask(self, script: str, given: Any = None) -> Any:
        return self.page.evaluate(script, given)

    def spot(self, code: str) -> tuple[float, float]:
        """A place of the window that the outline of this territory, and no other, is under."""
        found = self.ask(
            """(code) => {
              const area = [...document.querySelectorAll("#areas .area")].find((one) => one.dataset.code === code);
              area.scrollIntoView({ block: "center" });
              const box = area.getBoundingClientRect();
              for (let i = 1; i < 20; i += 1) for (let j = 1; j < 20; j += 1) {
                const x = box.x + (box.width * i) / 20, y = box.y + (box.height * j) / 20;
                const there = document.elementFromPoint(x, y);
                if (there && area.contains(there)) return [x, y];
              }
              return null;
            }""",
            code,
        )
        assert found, f"{code} is nowhere to be pointed at"
        return found[0], found[1]

    def click(self, code: str) -> None:
        self.page.mouse.click(*self.spot(code))

    def colour(self, code: str) -> str:
        return str(
            self.ask(
                """(code) => getComputedStyle(
                  [...document.querySelectorAll("#areas .area")].find((one) => one.dataset.code === code).querySelector("path")).fill""",
                code,
            )
        )

    def panel(self) -> str:
        return " ".join(str(self.page.locator("#panel").inner_text()).split())

    def focus(self) -> str:
        return str(self.ask("document.activeElement.dataset.code || document.activeElement.id"))

    def rows(self) -> list[list[str]]:
        found: list[list[str]] = self.ask(
            """() => [...document.querySelectorAll("#table tbody tr")].map((row) =>
                 [...row.cells].map((cell) => cell.textContent.replace(/\\s+/g, " ").trim()))"""
        )
        return found


def rgb(colour: str) -> str:
    return "rgb({}, {}, {})".format(*(int(colour[i : i + 2], 16) for i in (1, 3, 5)))


@pytest.fixture
def open_map(open_page: Callable[..., Any], make_map: Maker, tmp_path: Path) -> Callable[..., Tab]:
    numbers = itertools.count()

    def start(made: CoverageMap | None = None, **window: Any) -> Tab:
        return Tab(open_page(write_map(made or make_map(), tmp_path / f"map{next(numbers)}.html"), **window))

    return start


def test_colours_are_those_of_the_scale(open_map: Callable[..., Tab]) -> None:
    tab = open_map()
    assert tab.colour("54") == rgb(SHARES.colours[4]) and tab.colour("67") == rgb(SHARES.colours[1])
    assert tab.colour("55") == rgb(SHARES.colours[0]) and tab.colour("75") == rgb(NONE_KNOWN)
    assert tab.colour("29") == 'url("#vague")'
    tab.page.get_by_label("Part couverte à coup sûr").check()
    assert tab.colour("54") == rgb(SHARES.colours[2]) and tab.colour("55") == rgb(NONE_KNOWN)
    tab.page.get_by_label("Nombre de contrats en vigueur").check()
    assert tab.colour("54") == rgb(NUMBERS.colours[1]) and tab.colour("29") == rgb(NONE_KNOWN), (
        "not known is no contract in force"
    )
    assert tab.page.locator(".key-count").is_visible() and tab.page.locator(".key-share").is_hidden()


def test_the_legend_has_the_colours_of_the_map(open_map: Callable[..., Tab]) -> None:
    tab = open_map()
    seen = tab.ask(
        """() => [...document.querySelectorAll(".key-share li")].map((one) =>
             [getComputedStyle(one.querySelector("rect")).fill, one.textContent.replace(/\\s+/g, " ").trim()])"""
    )
    assert [text for _, text in seen] == [
        "100 % 1", "de 50 à moins de 100 % 0", "de 25 à 50 % 0", "de 10 à 25 % 1", "moins de 10 % 1",
        "contrat connu, part inconnue 1", "aucun contrat connu 97",
    ]  # fmt: skip
    expected = [*map(rgb, reversed(SHARES.colours)), 'url("#vague")', rgb(NONE_KNOWN)]
    assert [colour for colour, _ in seen] == expected


def test_a_click_opens_the_contracts(open_map: Callable[..., Tab]) -> None:
    tab = open_map()
    tab.click("54")
    said = tab.panel()
    for words in (
        "Meurthe-et-Moselle", "Code 54", "Habitants 1 000", "Part 100 %", "À coup sûr 400", "Contrats en vigueur (2)",
        "CLS <b>du</b> Grand Exemple", "Signé · de mars 2022 à 2026", "12 parties prenantes, dont 2 signataires connus",
        "Source : Page d’exemple", "1 000 habitants d’ici", "CLS du Val d’Exemple", "possible (présumé, attesté en dernier en 2021)",
    ):  # fmt: skip
        assert words in said
    links = tab.page.locator("#panel a")
    assert [link.get_attribute("href") for link in links.all()] == ["https://exemple.invalid/cls"]
    assert tab.page.locator("#panel b").count() == 0
    assert tab.page.locator('tr[aria-selected="true"]').get_attribute("data-code") == "54"
    assert tab.ask("document.getElementById('mark').getAttribute('d')") == sheet("department").shapes["54"].path
    tab.click("75")
    assert "Contrats en vigueur (0) aucun contrat connu" in tab.panel()
    tab.page.get_by_role("button", name="Fermer le panneau").click()
    assert tab.page.locator("#panel").is_hidden() and tab.page.locator('tr[aria-selected="true"]').count() == 0


def test_a_click_on_the_sea_closes_and_one_on_the_inset_opens(open_map: Callable[..., Tab]) -> None:
    tab = open_map()
    tab.click("54")
    sea = tab.ask(
        """() => {
          const map = document.getElementById("map"), box = map.getBoundingClientRect();
          for (let y = Math.max(2, box.top + 2); y < innerHeight; y += 5) for (let x = box.left + 60; x < box.right; x += 5)
            if (document.elementFromPoint(x, y) === map) return [x, y];
        }"""
    )
    tab.page.mouse.click(*sea)
    assert tab.page.locator("#panel").is_hidden()
    tab.page.locator('.copy[data-of="93"]').click()
    assert "Seine-Saint-Denis" in tab.panel()


def test_pointing_tells(open_map: Callable[..., Tab]) -> None:
    tab = open_map()
    tip = tab.page.locator("#tip")
    assert tip.is_hidden()
    tab.page.mouse.move(*tab.spot("54"))
    assert (
        " ".join(tip.inner_text().split())
        == "Meurthe-et-Moselle (54) habitants couverts : 100 % (à coup sûr : 40 % ; on ne sait pas : 0 %) ; 2 contrats"
    )
    tab.page.mouse.move(*tab.spot("29"))
    assert "part inconnue (à coup sûr : 0 % ; on ne sait pas : 0 %) ; 1 contrat" in " ".join(tip.inner_text().split())
    inside = tab.ask(
        """() => { const a = document.getElementById("tip").getBoundingClientRect(), b = document.querySelector(".canvas").getBoundingClientRect();
             return a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom; }"""
    )
    assert inside


def test_by_keyboard_alone(open_map: Callable[..., Tab]) -> None:
    tab = open_map()
    keyboard = tab.page.keyboard
    stops = []
    for _ in range(12):
        keyboard.press("Tab")
        stops.append(tab.focus())
        if tab.ask("document.activeElement.classList.contains('area')"):
            break
    assert stops[:4] == ["", "", "search", "by-share"], (
        "the way to the table, how it is counted, the search, the colours"
    )
    first = stops[-1]
    assert tab.ask("document.querySelectorAll('#areas [tabindex=\"0\"]').length") == 1, "the map is one stop"
    assert tab.page.locator("#tip").is_visible()
    tab.ask("[...document.querySelectorAll('.area')].find((one) => one.dataset.code === '54').focus()")
    went = []
    for key in ("ArrowLeft", "ArrowRight", "ArrowDown", "ArrowUp"):
        keyboard.press(key)
        went.append(tab.focus())
    assert went == ["55", "54", "88", "54"], "Meuse is west of it, Vosges south"
    assert first != "54"
    keyboard.press("Enter")
    assert tab.page.locator("#panel").get_attribute("data-code") == "54"
    assert tab.focus() == "panel-title"
    keyboard.press("Escape")
    assert tab.page.locator("#panel").is_hidden() and tab.focus() == "54"
    keyboard.press("+")
    assert float(tab.ask("document.getElementById('map').getAttribute('viewBox').split(' ')[2]")) < 3500
    keyboard.press("0")
    keyboard.press("Space")
    assert tab.page.locator("#panel").is_visible()


def test_every_outline_has_a_name_and_can_be_reached_by_arrows(open_map: Callable[..., Tab]) -> None:
    tab = open_map()
    names = tab.ask("[...document.querySelectorAll('.area')].map((one) => one.getAttribute('aria-label'))")
    assert len(names) == len(set(names)) == 101 and "Ain (01), aucun contrat connu" in names
    reached = tab.ask(
        """() => {
          const areas = [...document.querySelectorAll(".area")], met = new Set(["54"]), todo = ["54"];
          while (todo.length) {
            const code = todo.pop();
            for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]) {
              areas.find((one) => one.dataset.code === code).focus();
              document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
              const next = document.activeElement.dataset.code;
              if (!met.has(next)) { met.add(next); todo.push(next); }
            }
          }
          return met.size;
        }"""
    )
    assert reached == 101


def test_the_table_says_the_same_and_sorts(open_map: Callable[..., Tab], make_map: Maker) -> None:
    tab = open_map()
    rows = {row[1]: row for row in tab.rows()}
    for place in make_map().places:
        label, _, inhabitants, covered, _, certain, unknown, twice, _ = rows[place.code]
        digits = [int(text.replace(" ", "")) for text in (inhabitants, covered, certain, unknown, twice)]
        assert (label, digits) == (
            place.label,
            [place.inhabitants, place.covered, place.certain, place.unknown, place.twice],
        )
    button = tab.page.get_by_role("button", name="Trier par Part")
    button.click()
    assert [row[1] for row in tab.rows()][:3] == ["54", "67", "55"]
    assert tab.page.locator('th[data-key="share"]').get_attribute("aria-sort") == "descending"
    button.click()
    assert [row[1] for row in tab.rows()][-3:] == ["55", "67", "54"] and tab.rows()[0][4] == "part inconnue"
    tab.page.get_by_role("button", name="Trier par Territoire").click()
    assert tab.rows()[0][0] == "Ain" and tab.rows()[-1][0] == "Yvelines"
    tab.page.get_by_role("button", name="Trier par Contrats en vigueur").click()
    assert tab.rows()[0][1] == "54"


def test_a_name_in_the_table_opens_the_panel(open_map: Callable[..., Tab]) -> None:
    tab = open_map()
    tab.page.get_by_role("button", name="Finistère", exact=True).click()
    assert "CLS du Finistère Dates inconnues" in tab.panel() and "communes inconnues" in tab.panel()
    tab.page.keyboard.press("Escape")
    assert tab.ask("document.activeElement.textContent") == "Finistère"


def test_search(open_map: Callable[..., Tab]) -> None:
    tab = open_map()
    search = tab.page.locator("#search")
    search.fill("HERAULT")
    assert tab.page.locator("#matches [role=option]").all_inner_texts() == ["Hérault\n34"]
    search.press("Enter")
    assert tab.page.locator("#panel").get_attribute("data-code") == "34"
    search.fill("54")
    assert tab.page.locator("#match-0").get_attribute("data-code") == "54"
    search.fill("loire")
    search.press("ArrowDown")
    assert search.get_attribute("aria-activedescendant") == "match-1"
    wanted = tab.page.locator("#match-1").get_attribute("data-code")
    search.press("Enter")
    assert tab.page.locator("#panel").get_attribute("data-code") == wanted
    search.fill("zzz")
    assert "Aucun territoire ne correspond." in tab.page.locator("#matches").inner_text()


def test_zoom_and_drag(open_map: Callable[..., Tab]) -> None:
    tab = open_map()

    def eye() -> list[float]:
        return [float(n) for n in tab.ask("document.getElementById('map').getAttribute('viewBox')").split(" ")]

    whole = eye()
    assert tab.page.locator("#zoom-out").is_disabled()
    tab.page.get_by_role("button", name="Agrandir").click()
    near = eye()
    assert near[2] == pytest.approx(whole[2] / 1.6, rel=1e-3)
    x, y = tab.spot("36")
    tab.page.mouse.move(x, y)
    tab.page.mouse.down()
    tab.page.mouse.move(x - 60, y - 30, steps=4)
    tab.page.mouse.up()
    moved = eye()
    assert moved[0] > near[0] and moved[1] > near[1] and moved[2] == near[2]
    assert tab.page.locator("#panel").is_hidden(), "a drag is no click"
    tab.page.get_by_role("button", name="Tout voir").click()
    assert eye() == whole
    tab.page.mouse.move(*tab.spot("36"))
    tab.page.mouse.wheel(0, 200)
    assert eye() == whole, "the wheel alone belongs to the page"


@pytest.mark.parametrize("level", ["department", "epci"])
def test_on_a_phone(open_map: Callable[..., Tab], make_map: Maker, level: str) -> None:
    tab = open_map(make_map(level=level), width=390, height=780)
    assert tab.ask("document.documentElement.scrollWidth") <= 390
    code = "54" if level == "department" else "245400676"
    tab.click(code)
    assert tab.page.locator("#panel").is_visible()
    assert tab.page.locator("#panel").bounding_box()["width"] == 390
    assert tab.ask("document.documentElement.scrollWidth") <= 390
    row = tab.page.locator(f'tr[data-code="{code}"]')
    assert tab.ask("(row) => getComputedStyle(row.cells[1], '::before').content", row.element_handle()) == '"Code"'
    assert tab.ask("(row) => row.cells[1].getAttribute('role')", row.element_handle()) == "cell"


def test_the_whole_country_by_epci(open_map: Callable[..., Tab], make_map: Maker) -> None:
    tab = open_map(make_map(level="epci"))
    assert tab.page.locator("#areas .area").count() == 1255 and tab.page.locator("#hatched .bare").count() == 3
    tab.page.locator("#search").fill("grand nancy")
    tab.page.locator("#search").press("Enter")
    assert tab.panel().startswith("Intercommunalité") and "Dép. 54" in tab.panel()
    place = tab.ask("document.querySelector('#mark').getBoundingClientRect().toJSON()")
    box = tab.page.locator(".canvas").bounding_box()
    assert box["x"] < place["left"] and place["right"] < box["x"] + box["width"], "what was searched is in view"


def test_without_javascript(open_map: Callable[..., Tab]) -> None:
    tab = open_map(script=False)
    assert tab.page.locator("#search").is_hidden() and tab.page.locator(".tools").is_hidden()
    page = tab.page
    assert page.locator("#areas .area").count() == 101 and page.locator("#table tbody tr").count() == 101
    first = page.locator("#t-54 li a").first
    assert page.locator(str(first.get_attribute("href"))).locator("h3").inner_text() == first.inner_text()
    assert page.locator(".contract").count() == 5
    assert page.locator('.area[data-code="54"]').get_attribute("href") == "#t-54"


def test_hostile_names_do_nothing(open_map: Callable[..., Tab], make_map: Maker) -> None:
    bad = '"><img src=x onerror="alert(1)"></script><script>alert(2)</script>'
    alerts: list[str] = []
    tab = open_map(make_map(codes=("54", "55"), name=bad, caveat=bad))
    tab.page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    tab.click("54")
    assert bad in tab.panel()
    tab.page.mouse.move(*tab.spot("55"))
    assert bad in tab.page.locator("#tip").inner_text()
    tab.page.locator("#search").fill("img")
    assert bad in tab.page.locator("#match-0").inner_text()
    assert tab.page.locator("img").count() == 0 and alerts == []


def test_in_print(open_map: Callable[..., Tab]) -> None:
    tab = open_map()
    tab.page.emulate_media(media="print")
    assert tab.page.locator("#map").is_visible() and tab.page.locator("#table").is_visible()
    assert tab.page.locator(".key-share").is_visible() and tab.page.locator(".caveats").is_visible()
    assert tab.page.locator("#search").is_hidden() and tab.page.locator(".tools").is_hidden()
    tab.page.set_viewport_size({"width": 794, "height": 1123})
    display = "getComputedStyle(document.querySelector('#t-54')).display"
    assert tab.ask(display) == "table-row", "on paper, too, the table is one"
    assert tab.ask("document.documentElement.scrollWidth") <= 794
    assert len(tab.page.pdf()) > 20_000


def test_names_are_compared_as_everywhere(open_page: Callable[..., Any], make_map: Any, tmp_path: Path) -> None:
    """The search of the pages and that of the commands read a name alike."""
    page = open_page(write_map(make_map(), tmp_path / "map.html"))
    texts = [
        "St-Étienne-du-Rouvray (Cœur)",
        "A.R.S. de Ste-Foy",
        "l'A.R.S",
        "J. P. Exemple",
        "𝗖𝗣𝗧𝗦 du Pays d’Aix",
        "Lætitia_2 ",
        "",
    ]
    assert page.evaluate("texts => texts.map(plain)", texts) == [normalised(text) for text in texts]
