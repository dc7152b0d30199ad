"""A real Virtuoso 7 answers the questions as Oxigraph does: what a portal that runs one would tell its visitors.

The server is the Debian package virtuoso-opensource, on loopback only, in a temporary folder. Answers are compared as sets
of rows: `SELECT DISTINCT` of Virtuoso 7 may tell a row twice.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

import maillage
from maillage.asking.catalogue import Query
from maillage.cli import run
from maillage.errors import MaillageError
from maillage.library import Graph
from maillage.places import Places
from maillage.terms import ID

Rows = set[tuple[str, ...]]
GRAPH = "urn:maillage"
#: Questions that Virtuoso 7 gets wrong otherwise than by losing a cell (see `lost_cells`), and why.
WRONG = {
    "health-contract-coverage": "what one branch of a union alone may tell of a place is lost: what rests on deduced perimeters is miscounted",
    "partners-of-a-body": "with a body given, a row through one of its units is lost where the scope is joined",
    "who-coordinates-with": "with every parameter given, an end that is not known counts as bounded",
    "participations-of-actor": "with every parameter given, an end that is not known counts as bounded",
    "relation-chains": "with an arrangement given, a chain of three is lost where the OPTIONAL finds no fourth",
    "parties-of-arrangement": "with a territory given, a row is told once more without what an OPTIONAL finds",
}
#: Questions not asked of Virtuoso 7: on the small graph it does not end them in two minutes, and then answers nothing else.
TOO_LONG = {"health-contracts-by-area", "arrangements-running-on"}
#: The value that stands where a claim says no certainty: what a lost one turns into.
EXPLICIT = "https://w3id.org/maillage/def/certainty/explicit"
INI = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
ErrorLogLevel = 7
FileExtend = 200
MaxCheckpointRemap = 2000
Striping = 0
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
MaxCheckpointRemap = 2000
Striping = 0
[Parameters]
ServerPort = 127.0.0.1:{sql}
DirsAllowed = {folder}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
SchedulerInterval = 10
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 4
[SPARQL]
ResultSetMaxRows = 1000000
"""


def free_ports(count: int) -> list[int]:
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


class Virtuoso:
    """A running server: SPARQL goes in, rows come out."""

    def __init__(self, port: int) -> None:
        self.endpoint = f"http://127.0.0.1:{port}/sparql"

    def select(self, sparql: str) -> tuple[list[str], list[list[object]]]:
        form = {"query": sparql, "default-graph-uri": GRAPH, "format": "application/sparql-results+json"}
        request = urllib.request.Request(self.endpoint, data=urllib.parse.urlencode(form).encode())
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                result = json.load(answer)
        except urllib.error.HTTPError as error:
            raise AssertionError(error.read().decode(errors="replace")[:500]) from None
        names = result["head"]["vars"]
        return names, [[row[n]["value"] if n in row else None for n in names] for row in result["results"]["bindings"]]


@pytest.fixture(scope="module")
def virtuoso(small: Places, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Virtuoso]:
    server, isql = shutil.which("virtuoso-t"), shutil.which("isql-vt")
    if server is None or isql is None:
        absent = "virtuoso-t or isql-vt is not installed (Debian: apt-get install virtuoso-opensource)"
        if os.environ.get("CI"):
            pytest.fail(absent)
        pytest.skip(absent)
    folder = tmp_path_factory.mktemp("virtuoso")
    sql, http = free_ports(2)
    (folder / "virtuoso.ini").write_text(INI.format(folder=folder, sql=sql, http=http), encoding="utf-8")
    loading = told_to_load(small, folder / "rdf")
    with (folder / "out.log").open("wb") as log:
        process = subprocess.Popen(
            [server, "+configfile", "virtuoso.ini", "+foreground"], cwd=folder, stdout=log, stderr=subprocess.STDOUT
        )
    try:
        engine = Virtuoso(http)
        wait_until_it_answers(process, engine, folder)
        done = subprocess.run(
            [
                isql,
                f"127.0.0.1:{sql}",
                "dba",
                "dba",
                f"exec={loading} select ll_state, ll_error from DB.DBA.load_list;",
            ],
            capture_output=True,
            text=True,
            timeout=300,
            check=True,
        )
        assert "NULL" in done.stdout, done.stdout + done.stderr
        yield engine
    finally:
        process.terminate()
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(60)


def told_to_load(small: Places, folder: Path) -> str:
    """What `maillage export rdf` says a Virtuoso is to be told, after it wrote the small graph."""
    said = io.StringIO()
    with contextlib.redirect_stderr(said):
        assert run(["export", "rdf", "--graph", str(small.graph), "-f", "ntriples", "-o", str(folder)]) == 0
    (line,) = [line.strip() for line in said.getvalue().splitlines() if line.strip().startswith("ld_dir(")]
    assert f"'{folder}', 'maillage.nt', '{GRAPH}'" in line
    return line


def wait_until_it_answers(process: subprocess.Popen[bytes], engine: Virtuoso, folder: Path) -> None:
    deadline = time.monotonic() + 180
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        with contextlib.suppress(OSError, AssertionError):
            engine.select("SELECT ?s WHERE { ?s ?p ?o } LIMIT 1")
            return
        time.sleep(0.3)
    pytest.fail(f"virtuoso-t does not answer:\n{(folder / 'out.log').read_text(errors='replace')[-2000:]}")


def lost_cells(expected: Rows, found: Rows) -> int:
    """How many cells of `expected` are empty in `found`; -1 when they differ in another way.

    Virtuoso 7.2.5 may lose the value of an OPTIONAL that stands between two that find nothing: of
    `?c a mlg:LocalHealthContract OPTIONAL { ?c mlg:status ?p } OPTIONAL { ?c mlg:generation ?q } OPTIONAL { ?c schema:startDate ?r }`
    it gives the second contract of Combrailles without its generation, which each of the OPTIONALs alone gives.
    """

    def lost(whole: tuple[str, ...], part: tuple[str, ...]) -> int:
        pairs = [(w, p) for w, p in zip(whole, part, strict=True) if w != p]
        return len(pairs) if all(p in ("", EXPLICIT) for _, p in pairs) else -1

    counts = []
    for missing in expected - found:
        nearest = [n for row in found if (n := lost(missing, row)) > 0]
        if not nearest:
            return -1
        counts.append(min(nearest))
    for extra in found - expected:
        if not any(lost(row, extra) > 0 for row in expected):
            return -1
    return sum(counts)


def test_lost_cells() -> None:
    whole = {("a", "1", "x"), ("b", "2", "y")}
    assert lost_cells(whole, whole) == 0
    assert lost_cells(whole, {("a", "1", "x"), ("b", "", "y")}) == 1
    assert lost_cells(whole, {("a", "1", "x")}) == -1
    assert lost_cells(whole, {("a", "1", "x"), ("b", "3", "y")}) == -1
    assert lost_cells(whole, whole | {("c", "", "")}) == -1


def test_same_answers(
    virtuoso: Virtuoso,
    small_graph: Graph,
    questions: list[Query],
    variants: Callable[[Query], list[tuple[str, str]]],
    comparable: Callable[[Iterable[Iterable[object]]], Rows],
    capsys: pytest.CaptureFixture[str],
) -> None:
    wrong: list[str] = []
    said: list[str] = []
    answers = agreed = 0
    for question in questions:
        for what, sparql in variants(question):
            if question.name in TOO_LONG:
                said.append(f"{question.name} ({what}): not asked, Virtuoso 7 does not end it")
                continue
            names, rows = small_graph.built.store.select(sparql)
            expected = comparable(rows)
            try:
                theirs, given = virtuoso.select(sparql)
            except (AssertionError, OSError) as error:
                wrong.append(f"{question.name} ({what}): {error}")
                continue
            assert theirs == names
            found = comparable(given)
            answers += 1
            if found == expected:
                agreed += 1
                continue
            lost = lost_cells(expected, found)
            if lost > 0:
                said.append(f"{question.name} ({what}): {lost} cell(s) lost by the OPTIONAL fault of Virtuoso 7")
            elif question.name in WRONG:
                said.append(f"{question.name} ({what}): {WRONG[question.name]}")
            else:
                less, more = sorted(expected - found)[:2], sorted(found - expected)[:2]
                wrong.append(f"{question.name} ({what}): only here {less}, only in Virtuoso {more}")
    with capsys.disabled():
        print(f"\nVirtuoso agrees on {agreed} of {answers} answers asked of it", *said, sep="\n  ")
    assert not wrong, "\n".join(wrong)
    assert not set(WRONG) - {question.name for question in questions}, "WRONG names questions that are no more"


def test_as_an_endpoint(virtuoso: Virtuoso, small_graph: Graph, capsys: pytest.CaptureFixture[str]) -> None:
    """What `--endpoint` gives of a Virtuoso, for each question with what it needs, each network and a card."""
    outside = maillage.open_graph(endpoint=f"{virtuoso.endpoint}?default-graph-uri={GRAPH}", cache=False)
    differ: list[str] = []
    asked = 0
    for query in small_graph.built.catalogue.of("questions"):
        if query.name in TOO_LONG:
            continue
        given = {name: p.example for name, p in query.params.items() if p.required}
        try:
            expected = small_graph.ask(query.name, **given)
        except MaillageError:
            continue
        asked += 1
        found = outside.ask(query.name, **given)
        theirs, ours = ({tuple(map(str, row)) for row in table.rows} for table in (found, expected))
        if theirs != ours and lost_cells(ours, theirs) <= 0 and query.name not in WRONG:
            differ.append(f"{query.name}: {sorted(ours - theirs)[:1]} {sorted(theirs - ours)[:1]}")
    assert asked > 70 and not differ, "\n".join(differ)
    for name in (query.name for query in small_graph.built.catalogue.of("networks")):
        found_g, expected_g = outside.network(name), small_graph.network(name)
        assert set(found_g) == set(expected_g) and set(found_g.edges) == set(expected_g.edges)
    assert outside.card("ARS Grand Est").title == small_graph.card("ARS Grand Est").title


def test_served_from(virtuoso: Virtuoso, small_graph: Graph, serve: Callable[..., Any]) -> None:
    """`maillage serve --endpoint` over a Virtuoso: what strangers type, questions, pages, triples and the search."""
    outside = serve(
        "--endpoint", f"{virtuoso.endpoint}?default-graph-uri={GRAPH}", "--limit-rows", "2000", "--limit-seconds", "60"
    )
    with outside.client(120) as client:
        query = "SELECT ?s ?n { ?s a <https://w3id.org/maillage/def#Region> ; <http://www.w3.org/2004/02/skos/core#prefLabel> ?n }"
        _, rows = small_graph.built.store.select(query)
        expected = {(s.value, n.value) for s, n in rows if s is not None and n is not None}
        for form in ("csv", "json", "xml", "tsv"):
            answer = client.get("/sparql", params={"query": f"{query} # 'x", "format": form})
            assert answer.status_code == 200, answer.text
            assert all(iri in answer.text and name in answer.text for iri, name in expected)
        asked = client.post("/sparql", data={"query": "ASK { ?s ?p 'it\\'s' }"})
        assert asked.json().get("boolean") is False, asked.text
        built = client.get("/sparql", params={"query": "CONSTRUCT { ?s a ?k } { ?s a ?k } LIMIT 20"})
        assert built.status_code == 200 and built.headers["content-type"].startswith("text/turtle")
        for odd in (
            "DEFINE get:soft 'replace' SELECT * { ?s ?p ?o }",
            "SELECT * { ?s ?p ?o . FILTER(<bif:contains>(?o, 'x')) }",
            "SELECT * { GRAPH ?g { ?s ?p ?o } }",
            "SELECT * FROM <urn:other> { ?s ?p ?o }",
            "SELECT * { SERVICE <http://127.0.0.1:1/> {} }",
            "SELECT * { ?s ?p ?o OPTION (TRANSITIVE) }",
        ):
            assert client.get("/sparql", params={"query": odd}).status_code in (400, 403), odd
        many = client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o } LIMIT 3000"})
        assert many.status_code == 413
        assert many.json()["detail"].endswith(".")
        parties = client.get("/api/questions/parties-of-arrangement", params={"arrangement": "arr:cls-reims"})
        assert parties.json()["rows"] == json.loads(
            small_graph.ask("parties-of-arrangement", arrangement="arr:cls-reims").to_json()
        )
        iri = small_graph.find("ARS Grand Est")
        below = iri.removeprefix(ID)
        assert small_graph.label(iri) in client.get(f"/page/{below}").text
        triples = client.get(f"/data/{below}.nt")
        assert triples.status_code == 200 and triples.text.count("\n") == len(small_graph.profile(iri))
        assert client.get("/api/search", params={"q": "ars grand esst"}).json()["results"][0]["iri"] == iri
        void = client.get("/.well-known/void", headers={"Accept": "application/n-triples"})
        assert f'"{len(small_graph)}"' in void.text
