"""The map's page without a browser: figures and words equal the rows, nothing is fetched, nothing hostile gets through."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from maillage.errors import MaillageError
from maillage.network.legend import NONE_KNOWN, NUMBERS, SHARES
from maillage.things.table import Column, Table
from maillage.views.map import coverage_map, drawable, write_map
from maillage.views.map_html import to_html
from maillage.views.map_model import CoverageMap, Place
from maillage.views.map_outlines import sheet
from maillage.views.map_text import MapText

Maker = Callable[..., CoverageMap]


class Reader(HTMLParser):
    """Elements by name with their attributes; the text outside scripts and styles, every space a plain one."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: dict[str, list[dict[str, str | None]]] = {}
        self.said: list[str] = []
        self.inside: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.setdefault(tag, []).append(dict(attrs))
        if tag in ("script", "style"):
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        if not self.inside and data.strip():
            self.said.append(" ".join(data.split()))


def shapes_by_code(page: str) -> dict[str, dict[str, str]]:
    """Code -> the classes of its outline, by measure."""
    found = re.findall(
        r'<a class="area" href="#t-([^"]+)"[^>]*><title>[^<]*</title><path class="fill"([^>]*) d="M', page
    )
    return {code: dict(re.findall(r'data-(\w+)="(\w+)"', classes)) for code, classes in found}


def test_every_department_is_drawn_once_and_stands_in_the_table(make_map: Maker) -> None:
    page = to_html(make_map())
    codes = re.findall(r'<tr role="row" id="t-([^"]+)"', page)
    assert codes == sorted(sheet("department").shapes) and list(shapes_by_code(page)) == codes
    outlines = Reader(page).found["path"]
    assert sum(one.get("class") == "fill copy" for one in outlines) == 4, "Paris and its suburbs once more, larger"


def test_classes_follow_the_rows(make_map: Maker) -> None:
    found = shapes_by_code(to_html(make_map()))
    assert found["01"] == {}, "no known contract"
    assert found["54"] == {"share": "5", "certain": "3", "count": "2"}
    assert found["55"] == {"share": "1", "count": "1"}
    assert found["29"] == {"share": "v"}, "a contract whose communes nobody lists"
    assert found["67"] == {"share": "2", "certain": "2", "count": "1"}


def test_the_legend_counts_what_is_drawn(make_map: Maker) -> None:
    made = make_map()
    assert made.steps("share") == {"5": 1, "4": 0, "3": 0, "2": 1, "1": 1, "v": 1, "": 97}
    assert made.steps("certain") == {"5": 0, "4": 0, "3": 1, "2": 1, "1": 0, "": 99}
    assert made.steps("count") == {"5": 0, "4": 0, "3": 0, "2": 1, "1": 2, "": 98}, "not known is not counted"
    page = to_html(made)
    for colour in (NONE_KNOWN, *SHARES.colours, *NUMBERS.colours):
        assert f"{{fill:{colour}}}" in page


def test_figures_in_words(make_map: Maker) -> None:
    said = Reader(to_html(make_map())).said
    assert "Qui est couvert par un contrat local de santé, par département, au 30 juin 2024" in said
    # 1 000 + 800 + 0 + 200 of a million and a hundred thousand, of whom 400 + 200 for certain; of 90 it is not known.
    assert (
        "2 000 habitants couverts sur 1 100 000 (0,2 %), dont moins de 0,1 % à coup sûr et moins de 0,1 % par un périmètre déduit seulement ; pour moins de 0,1 %, on ne sait pas ; 5 contrats connus en vigueur, "
        "dont 1 que la carte ne montre pas ; "
        "4 départements sur 101 avec au moins un contrat connu."
    ) in said
    assert "Le registre est un échantillon." in said and "En vigueur veut dire ceci." in said
    row = said[said.index("Meurthe-et-Moselle") : said.index("Meuse")]
    assert row[:10] == [
        "Meurthe-et-Moselle",
        "54",
        "1 000",
        "1 000",
        "100 %",
        "400",
        "0",
        "300",
        "CLS <b>du</b> Grand Exemple",
        "1 000 habitants d’ici",
    ]
    assert "part inconnue" in said and "communes inconnues" in said
    assert [said[said.index(name) + 4] for name in ("Ain", "Meuse", "Bas-Rhin")] == [
        "0 %",
        "moins de 0,1 %",
        "20 %",
    ]


def test_in_english(make_map: Maker) -> None:
    said = Reader(to_html(make_map(lang="en"))).said
    assert "Who is covered by a local health contract, by department, on 30 June 2024" in said
    assert "less than 0.1%" in said and "1,000 inhabitants from here" in said
    assert "of which 2 known signatories" in " ".join(said)


def test_contracts_say_what_the_rows_say(make_map: Maker) -> None:
    said = " | ".join(Reader(to_html(make_map())).said).replace(" ", " ")
    assert (
        "CLS <b>du</b> Grand Exemple | Signé · de mars 2022 à 2026 | certain (par ses dates) | 12 parties prenantes, dont 2 signataires connus"
        in said
    )
    assert (
        "CLS du Finistère | Dates inconnues | unknown (présumé, attesté en dernier en 2021) | 1 partie prenante, aucun signataire connu"
        in said
    )
    assert "En vigueur aussi, mais que la carte ne montre pas | 1" in said and "CLS d’un pays d’Exemple | Signé" in said
    assert "Aucune page source connue." in said, "an address that is no web page is no link"


def test_what_has_no_outline_or_no_territory_is_said(make_map: Maker) -> None:
    made = make_map(level="epci", codes=("200000172", "200057867"))
    assert [place.code for place in made.drawn] == ["200000172"] and [place.code for place in made.bare] == [
        "200057867"
    ]
    assert len(made.unknown) == 1254 and made.total("inhabitants") == 1000
    page = to_html(made)
    said = Reader(page).said
    assert any(text.startswith("1 254 contours n’ont pas de territoire au graphe") for text in said)
    assert any(text.startswith("1 territoire n’a pas de contour et ne figure qu’au tableau") for text in said)
    assert "sans contour" in said and any("hors intercommunalité" in text for text in said)
    assert page.count('<path class="bare"') == 1254 + 3


def test_all_that_matches_is_said_too(make_map: Maker) -> None:
    said = Reader(to_html(make_map())).said
    assert "Les 101 contours portent tous le code d’un territoire du graphe." in said


def test_a_share_is_at_least_what_is_known(make_map: Maker) -> None:
    text, place = MapText(make_map()), make_map().places[0]
    some = replace(place, inhabitants=1000, covered=123, vague=1)
    assert text.share(some) == "au moins 12,3\xa0%"
    assert text.share(replace(some, vague=0)) == "12,3\xa0%"
    assert text.share(replace(some, covered=0)) == "part inconnue"
    assert text.share(replace(some, covered=1000)) == "100\xa0%"
    assert text.share(replace(some, inhabitants=10**6, covered=10**6 - 1, vague=0)) == "plus de 99,9\xa0%"
    assert text.share(replace(some, inhabitants=0, covered=0, vague=0)) == "", "no inhabitant counted: no share"


def test_nothing_is_fetched_and_only_our_script_runs(make_map: Maker) -> None:
    page = to_html(make_map())
    found = Reader(page).found
    assert all(
        one["href"].startswith(("#", "https://exemple.invalid/", "http://exemple.invalid/")) for one in found["a"]
    )
    assert [one["href"] for one in found["link"]] == ["data:,"]
    assert not {"img", "iframe", "object", "embed", "form", "base"} & set(found)
    assert not any("src" in one for elements in found.values() for one in elements)
    assert not re.search(r"@import|url\((?!#)", page)
    policy = next(one["content"] for one in found["meta"] if one.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None and policy.startswith("default-src 'none'; script-src 'sha256-")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_hostile_names_stay_text(make_map: Maker, lang: str) -> None:
    bad = '"><script>alert(1)</script><b onmouseover="alert(2)">{covered}</b>'
    page = to_html(make_map(lang=lang, codes=("54", bad), name=bad, caveat=bad))
    found = Reader(page).found
    assert len(found["script"]) == 2
    assert not any("onmouseover" in one for elements in found.values() for one in elements)
    assert bad in Reader(page).said


def test_the_same_rows_give_the_same_bytes(make_map: Maker) -> None:
    assert to_html(make_map()) == to_html(make_map(turned=True))


def test_the_whole_country_fits(make_map: Maker) -> None:
    codes = tuple(sheet("epci").shapes)
    assert len(to_html(make_map(level="epci", codes=codes)).encode()) < 1_500_000


def test_no_contract_at_all(make_map: Maker) -> None:
    made = make_map()
    empty = replace(
        made,
        contracts={},
        elsewhere={},
        places=[
            replace(place, covered=0, certain=0, unknown=0, deduced=0, twice=0, vague=0, contracts=())
            for place in made.places
        ],
    )
    said = Reader(to_html(empty)).said
    assert "Aucun contrat connu n’est en vigueur ce jour-là." in said
    assert empty.steps("share")[""] == 101


def test_an_empty_answer_is_a_map_of_unknown_territories() -> None:
    columns = [Column(name) for name in ("area", "area_iri", "code")]
    made = coverage_map("department", "2024-06-30", *(Table(columns, []) for _ in range(3)))
    assert made.places == [] and len(made.unknown) == 101
    assert "101 contours" in to_html(made)


def test_writing(make_map: Maker, tmp_path: Path) -> None:
    target = write_map(make_map(), tmp_path / "carte.html", "0.1")
    assert target.read_text(encoding="utf-8").rstrip().endswith("</html>")
    with pytest.raises(MaillageError, match="a folder, the page needs a file"):
        drawable(tmp_path)
    with pytest.raises(MaillageError, match="does not exist"):
        drawable(tmp_path / "no" / "carte.html")


def test_departments_by_code_and_epci_by_name(make_map: Maker) -> None:
    codes = ("200000172", "200000438", "245400676")
    names = [place.label for place in make_map(level="epci", codes=codes).places]
    assert names[0].startswith("CC du Pays") and names[1:] == sorted(names[1:]), "case does not count"
    places: list[Place] = list(make_map().places)
    assert [place.code for place in places][27:29] == ["29", "2A"]
