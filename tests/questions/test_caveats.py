"""Caveats: what is said under an answer comes from the graph, not from what someone once typed."""

from __future__ import annotations

import re
from pathlib import Path

import maillage
from maillage.asking.answers import answer
from maillage.library import Graph
from maillage.places import Places


def test_the_register_is_counted_as_its_rows(places: Places) -> None:
    built = maillage.open_graph(start=places.graph.parent).built
    (row,) = answer(built.catalogue.get("caveats", "register-sample"), built.store, built.names)
    assert (row["arrangements"], row["contracts"], row["date"]) == (687, 494, "2026-11-28")
    assert row["pages"] == 619


def test_the_figures_stand_under_the_answer(places: Places) -> None:
    graph = maillage.open_graph(start=places.graph.parent)
    said = " ".join(graph.ask("contracts-in-force", territory="Nancy", day="2023-06-08").notes)
    assert "687 dispositifs" in said and "2026-11-28" in said
    told = " ".join(graph.ask("contracts-in-force", lang="en", territory="Nancy", day="2023-06-08").notes)
    assert "687 arrangements" in told
    assert graph.ask("classes").notes == []


def test_a_graph_without_a_register_says_nothing_of_it(small: Places, tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    (folder / "documents").mkdir(parents=True)
    (folder / "documents" / "one.ttl").write_text(
        "@prefix doc: <https://w3id.org/maillage/id/document/> .\n"
        "@prefix mlg: <https://w3id.org/maillage/def#> .\ndoc:x a mlg:Document .\n",
        encoding="utf-8",
    )
    notes = maillage.open_graph(folder, start=small.ontology.parent).ask("carriers-by-generations").notes
    assert not any("registre" in note for note in notes)


def test_a_caveat_counts_by_the_territory_asked_for(graph: Graph) -> None:
    """The area that nothing places is told where its parties are, and nowhere else; nor where no territory is asked for."""

    def told(**values: str) -> list[str]:
        return [note for note in graph.ask("contracts", **values).notes if "Combrailles" in note]

    (said,) = told(territory="terr:region-84")
    assert said.startswith("4 dispositifs")
    assert told(territory="terr:region-53") == told() == []


def test_a_figure_of_a_caveat_has_a_decimal_comma_in_french(graph: Graph) -> None:
    french, english = (
        graph.ask("health-contract-coverage", territory="terr:region-44", lang=lang).notes for lang in ("fr", "en")
    )
    assert any(re.search(r"\d,\d", note) for note in french) and not any(re.search(r"\d\.\d", note) for note in french)
    assert any(re.search(r"\d\.\d", note) for note in english)
