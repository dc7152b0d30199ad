"""What strangers may send: the server lives, answers the next, reaches nothing outside, and cuts no answer short."""

from __future__ import annotations

import os
import re
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from urllib.parse import urlencode

import httpx
import pyoxigraph as ox
import pytest

from maillage.library import Graph
from maillage.server import frames, worker
from maillage.server.limits import Limits


class Listener:
    """A server beside ours that counts who comes."""

    def __init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.socket.settimeout(0.2)
        self.came = 0
        self.stopped = False
        self.thread = threading.Thread(target=self._wait)
        self.thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.socket.getsockname()[1]}/"

    def _wait(self) -> None:
        while not self.stopped:
            try:
                connection, _ = self.socket.accept()
            except TimeoutError:
                continue
            self.came += 1
            connection.close()


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    one = Listener()
    socket.create_connection(one.socket.getsockname()).close()
    time.sleep(0.5)
    assert one.came == 1, "the listener counts"
    one.came = 0
    yield one
    one.stopped = True
    one.thread.join()
    one.socket.close()


def hostile(outside: str) -> dict[str, tuple[str, set[int]]]:
    """Name -> query, and the statuses that are right for it."""
    return {
        "service": (f"SELECT * {{ SERVICE <{outside}> {{ ?s ?p ?o }} }}", {403}),
        "service, escaped": (f"SELECT * {{ \\u0053ERV\\U00000049CE SILENT <{outside}> {{ ?s ?p ?o }} }}", {403}),
        "service, after what looks like a string": (
            f"SELECT * {{ ?s ?p '\\'' . SERVICE <{outside}> {{}} #'\n }}",
            {403},
        ),
        "load": (f"LOAD <{outside}>", {403}),
        "load, escaped": (f"\\u004cOAD <{outside}>", {403}),
        "insert": ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", {403}),
        "from outside": (f"SELECT * FROM <{outside}> {{ ?s ?p ?o }}", {200}),
        "from a file": ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", {200}),
        "cross product": ("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", {413, 504}),
        "order over mixed terms": ("SELECT ?o { ?s ?p ?o } ORDER BY ?o LIMIT 3", {200, 413, 504}),
        "group_concat": (
            "SELECT (GROUP_CONCAT(CONCAT(STR(?s), STR(?o), STR(?t))) AS ?x) { ?s ?p ?o . ?t a ?u }",
            {413, 504},
        ),
        "doubled strings": (
            "SELECT (STRLEN(?e) AS ?n) { BIND('aaaaaaaaaaaaaaaa' AS ?a) BIND(REPLACE(?a, 'a', ?a) AS ?b)"
            " BIND(REPLACE(?b, 'a', ?b) AS ?c) BIND(REPLACE(?c, 'a', ?c) AS ?d) BIND(REPLACE(?d, 'a', ?d) AS ?e) }",
            {413, 504},
        ),
        "braces": (f"SELECT * {'{' * 20_000}{'}' * 20_000}", {400}),
        "parentheses": (f"SELECT * {{ FILTER({'(' * 20_000}true{')' * 20_000}) }}", {400}),
        "nots": (f"SELECT * {{ FILTER({'!' * 20_000}true) }}", {400}),
        "unions": (f"SELECT * {{ {' UNION '.join(['{ ?s a ?o }'] * 3000)} }}", {200, 400, 413, 504}),
        "ors": (f"SELECT * {{ FILTER({' || '.join(['true'] * 20_000)}) }}", {200, 400, 413}),
        "path under not exists": (
            "SELECT * { ?s a ?t FILTER NOT EXISTS { ?s (<urn:a>|!<urn:b>)* ?x . ?x (<urn:c>|!<urn:d>)+ ?s } }",
            {413, 504},
        ),
        "all rows": ("SELECT * { ?s ?p ?o }", {413}),
        "all triples": ("CONSTRUCT WHERE { ?s ?p ?o }", {413}),
        "wide rows": ("SELECT ?a ?b ?c ?d ?e ?f { ?a ?b ?c . ?d ?e ?f } LIMIT 49000", {413, 504}),
        "a bad regex": (
            "SELECT * { ?s ?p ?o FILTER(REGEX(STR(?o), '((((a{1,900}){1,900}){1,900}')) }",
            {200, 400, 413, 504},
        ),
        "no query": ("\x00\x01", {400}),
    }


NAMES = sorted(hostile("http://127.0.0.1/"))


def alive(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": "ASK { ?s ?p ?o }"})
    assert answer.status_code == 200, answer.text
    assert answer.json()["boolean"] is True


@pytest.mark.parametrize("name", NAMES)
def test_one_at_a_time(name: str, country_server: object, listener: Listener) -> None:
    query, statuses = hostile(listener.url)[name]
    with country_server.client() as client:  # type: ignore[attr-defined]
        start = time.monotonic()
        answer = client.post("/sparql", data={"query": query})
        assert answer.status_code in statuses, (answer.status_code, answer.text[:300])
        assert time.monotonic() - start < 30
        assert int(answer.headers["content-length"]) == len(answer.content)
        if answer.status_code != 200:
            assert answer.headers["content-type"] == "application/problem+json"
            said = answer.json()
            assert said["status"] == answer.status_code and said["detail"].endswith(".") and said["fix"]
        alive(client)
    assert listener.came == 0, "something outside was asked"


def test_a_graph_from_outside_is_empty(country_server: object, listener: Listener) -> None:
    with country_server.client() as client:  # type: ignore[attr-defined]
        for query in (
            f"SELECT * FROM <{listener.url}> {{ ?s ?p ?o }}",
            "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        ):
            assert client.get("/sparql", params={"query": query}).json()["results"]["bindings"] == []
        given = {"query": "SELECT * { ?s ?p ?o }", "default-graph-uri": listener.url}
        assert client.get("/sparql", params=given).json()["results"]["bindings"] == []
    assert listener.came == 0


@pytest.mark.parametrize("silent", ["", "SILENT "])
def test_nothing_is_reached_when_the_look_is_off(listener: Listener, small_graph: Graph, silent: str) -> None:
    """A worker reaches nothing by itself: what `typed` refuses is given to one directly; unsealed, the engine goes out."""
    query = f"SELECT * {{ SERVICE {silent}<{listener.url}> {{ ?s ?p ?o }} }}"
    asked = {"job": "sparql", "accept": ["text/csv"], "default": [], "named": []}
    ours, theirs = socket.socketpair()
    child = os.fork()
    if not child:
        try:
            ours.close()
            worker.become(theirs, small_graph, Limits())
        finally:
            os._exit(0)
    theirs.close()
    ours.sendall(frames.packed(asked, query.encode()))
    message = frames.receive(ours)
    ours.close()
    os.waitpid(child, 0)
    assert message is None or not message[0]["ok"] or silent
    time.sleep(0.5)
    assert listener.came == 0


def test_the_engine_goes_out_where_it_may(listener: Listener) -> None:
    """What the test above is worth: outside a worker the same engine does ask the listener."""
    with suppress(Exception):
        list(ox.Store().query(f"SELECT * {{ SERVICE <{listener.url}> {{ ?s ?p ?o }} }}"))
    time.sleep(0.5)
    came, listener.came = listener.came, 0
    assert came > 0


def test_clients_that_do_not_read(country_server: object) -> None:
    """Four clients ask for much and read nothing; the others are answered meanwhile."""
    host, port = country_server.url.removeprefix("http://").split(":")  # type: ignore[attr-defined]
    form = urlencode({"query": "SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 45000"})
    held = []
    for _ in range(4):
        one = socket.create_connection((host, int(port)))
        one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        one.sendall(f"GET /sparql?{form} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        held.append(one)
    time.sleep(1)
    with country_server.client() as client:  # type: ignore[attr-defined]
        for _ in range(5):
            alive(client)
    for one in held:
        one.close()


def test_a_client_that_leaves(country_server: object) -> None:
    host, port = country_server.url.removeprefix("http://").split(":")  # type: ignore[attr-defined]
    form = urlencode({"query": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"})
    for _ in range(6):
        one = socket.create_connection((host, int(port)))
        one.sendall(f"GET /sparql?{form} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        one.close()
    with country_server.client() as client:  # type: ignore[attr-defined]
        alive(client)


def test_everything_at_once(country_server: object, listener: Listener) -> None:
    each = list(hostile(listener.url).values())

    def send(one: tuple[str, set[int]]) -> int:
        with country_server.client(240) as client:  # type: ignore[attr-defined]
            return client.post("/sparql", data={"query": one[0]}).status_code

    with ThreadPoolExecutor(len(each)) as many:
        statuses = list(many.map(send, each))
    for (query, right), status in zip(each, statuses, strict=True):
        assert status in right | {503, 504}, (
            query[:80],
            status,
        )  # a queue, or a machine too busy for the time there is
    with country_server.client() as client:  # type: ignore[attr-defined]
        alive(client)
        assert client.get("/health").json()["status"] == "ok"
    assert listener.came == 0


def test_two_hundred_small_queries(country_server: object) -> None:
    def send(number: int) -> tuple[int, str]:
        with country_server.client() as client:  # type: ignore[attr-defined]
            answer = client.get("/sparql", params={"query": f"SELECT ({number} AS ?n) {{}}", "format": "csv"})
            return answer.status_code, answer.text

    with ThreadPoolExecutor(200) as many:
        answers = list(many.map(send, range(200)))
    assert answers == [(200, f"n\r\n{number}\r\n") for number in range(200)]


def test_a_full_queue_is_told(serve: Callable[..., object], kept: object) -> None:
    """With a queue of its limit, the next is told to come again; here the process that workers come from is gone."""
    server = serve("--store", str(kept))
    with server.client() as client:  # type: ignore[attr-defined]
        alive(client)
        ours = f"--store {kept}"
        found = _children(server.process.pid)  # type: ignore[attr-defined]
        assert found, ours
        for one in found:
            os.kill(one, signal.SIGKILL)
        time.sleep(0.5)
        answer = client.get("/sparql", params={"query": "ASK {}"})
        assert answer.status_code == 503 and int(answer.headers["retry-after"]) > 0
        assert client.get("/health").status_code == 503


def _children(parent: int) -> list[int]:
    from pathlib import Path

    text = Path(f"/proc/{parent}/task/{parent}/children").read_text()
    return [int(one) for one in text.split()]


def test_a_dead_worker_is_replaced(small_server: object) -> None:
    (zygote,) = _children(small_server.process.pid)  # type: ignore[attr-defined]
    with small_server.client() as client:  # type: ignore[attr-defined]
        for worker in _children(zygote):
            os.kill(worker, signal.SIGKILL)
        statuses = [client.get("/sparql", params={"query": "ASK {}"}).status_code for _ in range(6)]
        assert statuses[-3:] == [200, 200, 200] and set(statuses) <= {200, 413}
        assert len(_children(zygote)) == 2


def test_it_stops_cleanly(serve: Callable[..., object], kept: object) -> None:
    server = serve("--store", str(kept))
    below = _children(server.process.pid)  # type: ignore[attr-defined]
    below += [one for child in below for one in _children(child)]
    assert len(below) == 3
    assert server.stop() == 0  # type: ignore[attr-defined]
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline and any(_there(one) for one in below):
        time.sleep(0.1)
    assert not any(_there(one) for one in below)


def _there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_the_log_has_no_address_and_no_query(serve: Callable[..., object], kept: object) -> None:
    server = serve("--store", str(kept))
    with server.client() as client:  # type: ignore[attr-defined]
        client.get("/sparql", params={"query": "ASK { <urn:secret> ?p ?o }"})
    server.stop()  # type: ignore[attr-defined]
    said = "".join(server.said)  # type: ignore[attr-defined]
    assert re.search(r"GET /sparql 200 \d+ [\d.]+ ms", said)
    assert "secret" not in said and "127.0.0.1 " not in said
