"""`maillage map coverage`: the page says what the questions answer, and what is wrong is said before anything is written."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from html import unescape
from pathlib import Path

import pytest

from maillage.library import Graph
from maillage.places import Places
from maillage.views.map_outlines import sheet

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def coverage(call: Call) -> Call:
    """Run `maillage map coverage`."""
    return partial(call, "map", "coverage")


def rows_of(page: str) -> dict[str, list[str]]:
    """Code -> the cells of its row, every space a plain one."""
    found = {}
    for code, row in re.findall(r'<tr role="row" id="t-([^"]+)"[^>]*>(.*?)</tr>', page, re.S):
        cells = re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.S)
        found[code] = [" ".join(unescape(re.sub(r"<[^>]+>", " ", cell)).split()) for cell in cells]
    return found


@pytest.mark.parametrize("level", ["department", "epci"])
def test_the_page_says_what_the_questions_answer(
    coverage: Call, small: Places, small_graph: Graph, tmp_path: Path, level: str
) -> None:
    target = tmp_path / "carte.html"
    code, out, err = coverage("-o", target, "--at", "2024-06-30", "--level", level, "--graph", small.graph)
    assert code == 0 and out == "" and f"{target} (2024-06-30) : " in err
    page = target.read_text(encoding="utf-8")
    kind = {"department": "mlg:Department", "epci": "mlg:IntercommunalArea"}[level]
    answered = list(small_graph.ask("health-contract-coverage", level=kind, day="2024-06-30"))
    contracts = list(small_graph.ask("health-contracts-by-area", level=kind, day="2024-06-30"))
    rows = rows_of(page)
    assert len(answered) == len(rows) and any(row["covered"] for row in answered), "there is something to see"
    skip = 2 if level == "department" else 3
    for row in answered:
        cells = rows[row["code"]]
        assert cells[0].startswith(str(row["area"])) and cells[1] == row["code"]
        figures = [int(cells[i].replace(" ", "")) for i in (skip, skip + 1, *range(skip + 3, skip + 6))]
        assert figures == [
            row[name] for name in ("inhabitants", "covered", "covered_certain", "covered_unknown", "covered_twice")
        ]
        here = [one["contract"] for one in contracts if one["area_iri"] == row["area_iri"]]
        assert all(" ".join(name.split()) in cells[-1] for name in here)
        assert bool(here) != (cells[-1] == "aucun connu")
    drawn = [code for code in sheet(level).shapes if code in rows]
    assert page.count('<a class="area"') == len(drawn) and "absent du graphe" in page
    everywhere = small_graph.ask("health-contracts-by-area", level="mlg:Country", day="2024-06-30")
    assert page.count('<article class="tie contract"') == len({row["contract_iri"] for row in everywhere})


def test_the_register_gives_the_day_and_the_caveat(coverage: Call, small: Places, tmp_path: Path) -> None:
    first, second = tmp_path / "a.html", tmp_path / "b.html"
    assert coverage("-o", first, "--graph", small.graph)[0] == 0
    page = first.read_text(encoding="utf-8")
    assert 'data-day="2026-11-28"' in page and "est un échantillon" in page
    assert coverage("-o", second, "--graph", small.graph, "--at", "2026-11-28")[0] == 0
    assert second.read_bytes() == first.read_bytes(), "the same answer gives the same bytes"


def test_in_english(coverage: Call, small: Places, tmp_path: Path) -> None:
    target = tmp_path / "map.html"
    code, _, err = coverage("-o", target, "--graph", small.graph, "--at", "2020", "--lang", "en")
    assert code == 0 and "inhabitants covered out of" in err
    page = target.read_text(encoding="utf-8")
    assert "by department, on 1 January 2020" in page and "is a sample" in page


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--at", "2024-13-45"], "--at: '2024-13-45' is no day. Write it like 2024-06-30."),
        (["--at", "demain"], "--at: 'demain' is no day."),
        (["--level", "commune"], "'commune' is not one of 'department', 'epci'"),
        (["--lang", "de"], "'de' is not one of 'fr', 'en'"),
        (["-o", "."], "this is a folder, the page needs a file"),
        (["-o", "nulle-part/carte.html"], "the folder for this page does not exist"),
        (["--graph", "nulle-part"], "this graph folder does not exist"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_written(
    coverage: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = coverage(*arguments)
    assert code == 2 and out == "" and words in err
    assert list(tmp_path.iterdir()) == []


def test_a_graph_without_the_register_needs_a_day(
    coverage: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    graph = tmp_path / "graph"
    graph.mkdir()
    (graph / "t.ttl").write_text(
        "@prefix mlg: <https://w3id.org/maillage/def#> .\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "@prefix terr: <https://w3id.org/maillage/id/territory/> .\n"
        'terr:departement-54 a mlg:Department ; skos:prefLabel "Meurthe-et-Moselle"@fr ; mlg:inseeCode "54" .\n'
        'terr:commune-54395 a mlg:Commune ; skos:prefLabel "Nancy"@fr ; mlg:inseeCode "54395" ;\n'
        "    mlg:within terr:departement-54 ; mlg:population 100000 .\n",
        encoding="utf-8",
    )
    code, _, err = coverage("--graph", graph)
    assert code == 2 and "does not say of which day it speaks. Give one: --at 2024-06-30." in err
    assert not (tmp_path / "carte.html").exists()
    assert coverage("--graph", graph, "--at", "2024-06-30")[0] == 0
    rows = rows_of((tmp_path / "carte.html").read_text(encoding="utf-8"))
    assert rows == {"54": ["Meurthe-et-Moselle", "54", "100 000", "0", "0 %", "0", "0", "0", "aucun connu"]}
