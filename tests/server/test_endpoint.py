"""The same questions of an outside endpoint: the answers of the graph itself; what endpoints do wrong is told in a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import maillage
from maillage.cli import run
from maillage.errors import MaillageError, ParseError
from maillage.library import Graph
from maillage.store.endpoint import Endpoint, _page_of
from maillage.store.talk import PASSWORD, TOKEN, USER, Patience, Talk

from .odd import ROWS, Odd, odd_server, says, sleeps

QUICK = Patience(timeout=1.0, tries=3, pause=0.01)


@pytest.fixture(scope="module")
def outside(serve: Callable[..., object], kept: object) -> Graph:
    """The small graph at an endpoint that gives few rows at a time."""
    server = serve("--store", str(kept), "--limit-rows", "3000")
    return maillage.open_graph(endpoint=f"{server.url}/sparql")  # type: ignore[attr-defined]


def test_each_question_has_the_same_answer(outside: Graph, small_graph: Graph) -> None:
    asked = 0
    for query in small_graph.built.catalogue.of("questions"):
        given = {name: p.example for name, p in query.params.items() if p.required}
        try:
            expected = small_graph.ask(query.name, **given)
        except MaillageError:
            continue
        found = outside.ask(query.name, **given)
        assert found.to_csv() == expected.to_csv(), query.name
        assert found.notes == expected.notes, query.name
        asked += 1
    assert asked > 70


@pytest.mark.parametrize("name", ["coordination", "two-mode", "arrangements"])
def test_each_network(outside: Graph, small_graph: Graph, name: str) -> None:
    found, expected = outside.network(name), small_graph.network(name)
    assert dict(found.nodes(data=True)) == dict(expected.nodes(data=True))
    assert {pair: data for *pair_, data in found.edges(data=True) if (pair := tuple(pair_))} == {
        pair: data for *pair_, data in expected.edges(data=True) if (pair := tuple(pair_))
    }


def test_cards(outside: Graph, small_graph: Graph) -> None:
    for name in ("ARS Grand Est", "role:signatory", "mlg:LocalHealthContract"):
        assert outside.card(name) == small_graph.card(name)


def test_a_query_typed_by_hand(outside: Graph, small_graph: Graph) -> None:
    query = "SELECT ?s ?p ?o { ?s ?p ?o FILTER(ISIRI(?s) && !ISBLANK(?o)) } ORDER BY STR(?s) STR(?p) STR(?o)"
    with pytest.raises(MaillageError, match="ORDER BY"):
        outside.query(query.partition("ORDER")[0])
    few = query.replace("?s ?p ?o FILTER", "?s a mlg:Commune ; ?p ?o FILTER")
    assert outside.query(few).to_csv() == small_graph.query(few).to_csv()
    assert outside.query("ASK { ?s a mlg:Region }").rows == [[True]]
    built = "CONSTRUCT { ?s a mlg:Region } WHERE { ?s a mlg:Region }"
    assert outside.query(built).to_csv() == small_graph.query(built).to_csv()
    with pytest.raises(MaillageError, match="parse"):
        outside.query("SELECT * {")


def test_what_needs_the_graph_itself_says_so(outside: Graph) -> None:
    for act in (outside.rdflib, outside.findings):
        with pytest.raises(MaillageError, match="endpoint"):
            act()


def test_names_are_kept(outside: Graph) -> None:
    """The second time, names are looked up in what was kept: three requests for a question of one name."""
    asked: list[str] = []
    url = outside.built.store.url
    again = maillage.open_graph(endpoint=url)
    once = Talk.asked
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Talk, "asked", lambda self, query, accept: asked.append(query) or once(self, query, accept))
        again.find("ARS Grand Est")
    assert len(asked) < 10


def test_the_search(outside: Graph, small_graph: Graph) -> None:
    """It finds the same, from an index that lies in a folder of this endpoint's own."""
    for text in ("ars grand esst", "nancy", "130007834", "cpam", "coeur"):
        assert outside.search(text).rows == small_graph.search(text).rows, text
    folder = outside.built.names.folder
    assert folder is not None and folder.parent.name == "endpoints" and list(folder.glob("search-*.sqlite"))


def test_on_the_command_line(outside: Graph, capsys: pytest.CaptureFixture[str], kept: object) -> None:
    url = outside.built.store.url
    for command in (["query", "contracts", "-f", "csv"], ["show", "ARS Grand Est", "-f", "markdown"]):
        assert run([*command, "--endpoint", url]) == 0
        found = capsys.readouterr().out
        assert run([*command, "--store", str(kept)]) == 0
        assert found == capsys.readouterr().out != ""
    assert run(["query", "contracts", "--endpoint", url, "--store", str(kept)]) == 2
    assert "a graph of its own" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("turn", "words"),
    [
        (says(200, b"<html>hello</html>", "text/html"), "a page for people"),
        (says(401, b"no"), USER),
        (says(403, b"no"), TOKEN),
        (says(404, b"nothing here"), "404"),
        (says(500, b"<b>broken</b>"), "fails at this query"),
        (says(503, b"busy"), "503"),
        (says(200, ROWS[:40]), "cannot be read"),
        (says(200, ROWS, length=5000), "cut its answer short"),
        (says(200, b""), "cannot be read"),
        (says(200, ROWS, "image/png"), None),
        (sleeps, "within 1 seconds"),
    ],
)
def test_an_endpoint_that_answers_wrong(turn: Callable[[Odd], None], words: str | None) -> None:
    with odd_server(turn) as (url, _):
        store = Endpoint(url, QUICK)
        if words is None:
            assert len(list(store.select("SELECT ?a {}")[1])) == 1
            return
        with pytest.raises(MaillageError, match=words) as told:
            store.select("SELECT ?a {}")
        assert told.value.fix and "Traceback" not in str(told.value)


def test_what_passes_is_asked_again() -> None:
    with odd_server(says(503, b"busy", Retry_After="0"), says(200, ROWS[:30]), says(200, ROWS)) as (url, seen):
        assert [row[0].value for row in Endpoint(url, QUICK).select("SELECT ?a {}")[1]] == ["1"]  # type: ignore[union-attr]
        assert len(seen) == 3


def test_a_refused_query_is_not_asked_again() -> None:
    with odd_server(says(400, b"line 1: no")) as (url, seen):
        with pytest.raises(ParseError, match="line 1: no"):
            Endpoint(url, QUICK).select("SELECT ?a {}")
        assert len(seen) == 1


def test_who_asks_comes_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(USER, "ann")
    monkeypatch.setenv(PASSWORD, "s3cret")
    with odd_server(says(401, b"not s3cret")) as (url, seen):
        assert run(["query", "contracts", "--endpoint", url]) == 2
        assert seen[0]["Authorization"] == "Basic YW5uOnMzY3JldA=="
        monkeypatch.setenv(TOKEN, "t0ken")
        assert run(["query", "contracts", "--endpoint", url]) == 2
        assert seen[-1]["Authorization"] == "Bearer t0ken"
    with odd_server(says(404, b"t0ken s3cret")) as (url, _):
        assert run(["query", "contracts", "--endpoint", url]) == 2
    said = capsys.readouterr().err
    assert "t0ken" not in said and "s3cret" not in said


def test_who_asks_is_not_told_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TOKEN, "t0ken")
    with odd_server(says(200, ROWS)) as (other, elsewhere), odd_server(says(307, b"", Location=other)) as (url, seen):
        Endpoint(url, QUICK).select("SELECT ?a {}")
        assert seen[0].get("Authorization") and not elsewhere[0].get("Authorization")


@pytest.mark.parametrize("url", ["ftp://host/", "host", "", "http://", "http://u:p@host/sparql"])
def test_addresses(url: str) -> None:
    with pytest.raises(MaillageError):
        Endpoint(url)


def test_nobody_there() -> None:
    with pytest.raises(MaillageError, match="cannot be reached"):
        Endpoint("http://127.0.0.1:1/sparql", QUICK).select("SELECT ?a {}")


def test_an_empty_endpoint() -> None:
    empty = b'{"head": {"vars": ["n"]}, "results": {"bindings": [{"n": {"type": "literal", "value": "0"}}]}}'
    with odd_server(says(200, empty)) as (url, _), pytest.raises(MaillageError, match="holds no facts"):
        maillage.open_graph(endpoint=url)


def test_pages() -> None:
    query = "# LIMIT 3\nPREFIX a: <urn:a#> SELECT ?x WHERE { ?x a a:b } ORDER BY ?x"
    assert _page_of(query, [], 0, 10) == f"{query}\nLIMIT 10 OFFSET 0"
    paged = _page_of(query, ["x"], 10, 10)
    assert paged is not None and paged.startswith("# LIMIT 3\nPREFIX a: <urn:a#> \nSELECT ?x WHERE { {\nSELECT ?x")
    assert paged.endswith("} } LIMIT 10 OFFSET 10")
    assert _page_of(query + " LIMIT 5", ["x"], 5, 10) is None
