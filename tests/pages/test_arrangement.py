"""The page of an arrangement: its parties, its generations and its states are those of the questions."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape

import pytest

from maillage.library import Graph
from maillage.pages.kinds import thing
from maillage.pages.kinds.generations import chain
from maillage.pages.kinds.places import map_of
from maillage.pages.kinds.states import states
from maillage.pages.kit import maps
from maillage.pages.kit.setting import Served, Setting, setting


@pytest.fixture(scope="module")
def made(small_graph: Graph) -> Setting:
    return setting(small_graph, "fr", Served())


def _page(made: Setting, iri: str) -> str:
    return unescape(thing.page(made, iri, {}).decode())


def test_parties_are_those_of_the_question(made: Setting) -> None:
    iri = made.graph.find("arr:cls-combrailles-3")
    page = _page(made, iri)
    parties = page[page.index("Participation <span") : page.index('id="generations"')]
    rows = list(made.graph.ask("parties-of-arrangement", arrangement=iri))
    assert rows
    for row in rows:
        assert str(row["party"]) in parties and str(row["role"]) in parties
    first = re.search(r'<p class="lead">(.*?)</p>', page)
    assert first and "contrat local de santé" in first[1] and "Combrailles" in first[1] and "2024" in first[1]
    assert "𝗰𝗶𝗻𝗾" in page  # what a source writes stays as it is


def test_generations(made: Setting) -> None:
    """Whoever asks, the chain is one; each party is in one column, and the columns add up."""
    rows = [row for row in made.graph.ask("contract-generations") if row["newer_iri"] and row["older_iri"]]
    compared = 0
    for newer, older in {(str(row["newer_iri"]), str(row["older_iri"])) for row in rows}:
        found = chain(made, newer)
        order = [one.iri for one in found]
        assert order.index(older) < order.index(newer)
        assert order == [one.iri for one in chain(made, older)]
        for one in found:
            compared += one.compared
            if one.compared:
                assert one.parties == len(one.stayed) + len(one.joined)
                assert not {*one.joined} & {*one.left} and not {*one.stayed} & {*one.left}
            else:
                assert not one.stayed and not one.joined and not one.left
    assert rows and compared


def test_no_generation(made: Setting) -> None:
    iri = made.graph.find("arr:atelier-sante-grand-nancy-2")
    assert chain(made, iri) == [] and 'id="generations"' not in _page(made, iri)


def test_states_side_by_side(made: Setting) -> None:
    rows = list(made.graph.ask("states-of-arrangement"))
    several = [iri for iri, n in Counter(str(row["arrangement_iri"]) for row in rows).items() if n > 1]
    assert several
    for iri in several[:10]:
        found = states(made, iri)
        assert found is not None
        ours = [row for row in rows if row["arrangement_iri"] == iri]
        assert all(len(cells) == len(found.sources) for _, cells in found.rows)
        told = {source.sentence for sources in found.sources for source in sources}
        assert told == {str(row["sentence"] or "") for row in ours}
        said = {head: set(cells) - {""} for head, cells in found.rows}
        assert said.get("Statut", set()) == {str(row["status"]) for row in ours if row["status"]}


def test_where_it_is(made: Setting) -> None:
    names = made.graph.built.names
    nancy = map_of(made, [made.graph.find("terr:commune-54395")])
    assert nancy is not None
    assert [area.words for area in nancy.areas if area.fill == maps.HOLDING] == [
        names.label(made.graph.find("terr:epci-245400676"))
    ]
    region = map_of(made, [made.graph.find("terr:region-44")])
    assert region is not None and {area.words for area in region.areas if area.fill == maps.OWN} == {"Grand Est"}
    assert map_of(made, [made.graph.find("terr:pays-FR")]) is None
