"""What is seen of a query before it is run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillage.server.accept import ALL, wanted
from maillage.server.typed import depth, federates, names_graphs, updates, words


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://e/> {} }",
        "SELECT * { service silent ?x {} }",
        "SELECT * { \\u0053ERVICE <http://e/> {} }",
        "SELECT * { \\U00000053ERVICE <http://e/> {} }",
        "SELECT * { ?s ?p 'it\\'s' . SERVICE ?x {} }",
        'SELECT * { ?s ?p """a"b""" . SERVICE ?x {} }',
        "SELECT * { ?s ?p ?o # SERVICE\n SERVICE ?x {} }",
        "SELECT * { FILTER(1 <2) SERVICE ?x {} FILTER(3> 2) }",
    ],
)
def test_another_server_is_seen(query: str) -> None:
    assert federates(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service ?p 'SERVICE' }",
        "SELECT * { ?s <http://e/SERVICE> ?o } # SERVICE",
        "PREFIX service: <http://e/> SELECT * { ?s service:service ?o }",
        'SELECT * { ?s ?p """\nSERVICE " SERVICE""" }',
        "SELECT * { ?s :service ?o }",
    ],
)
def test_and_not_where_there_is_none(query: str) -> None:
    assert not federates(query)


def test_graphs_and_updates() -> None:
    assert names_graphs("SELECT * FROM <http://e/> {}") and names_graphs("SELECT * from named e:x {}")
    assert not names_graphs("SELECT ?from { ?from mlg:from 'FROM' }")
    assert updates("PREFIX a: <urn:a> \n INSERT DATA {}") and updates("  load <x>")
    assert not updates("SELECT * { ?s ?p 'x' } # DELETE") and not updates("")


def test_depth() -> None:
    assert depth("SELECT * { { ( [ ] ) } }") == 4
    assert depth("{" * 5000) == 5000 and depth("! " * 400) == 400
    assert depth("'{{{{{{{' # {{{{") < 2


@given(st.text())
def test_any_text_can_be_looked_at(text: str) -> None:
    words(text)
    depth(text)
    assert set(wanted(text, ALL)) <= set(ALL)


@pytest.mark.parametrize("part", ["1", "a-", "<a", '"\\', "'\\", "'\"", '"""\\', "x:", "?", "\\u", "[(", "!", "#", "."])
def test_the_look_costs_the_length_of_a_text(part: str) -> None:
    """Half a megabyte, as much as is let in, of what could be a name, a string or an IRI at each letter: it ends at once.

    Tried again from every letter, as it once was, it would last for hours; and the server waits meanwhile.
    """
    text = "ASK{}" + part * (500_000 // len(part))
    assert depth(text) >= 1 and not federates(text) and not updates(text)
