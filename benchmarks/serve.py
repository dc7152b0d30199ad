"""The server beside others: the country and five small queries come in; what HTTP costs over a call goes out.

    python benchmarks/serve.py [--runs 200] [--requests 10000] [--beside PYTHON] [--others oxigraph]

In one run, by turns: the call in the process, `maillage serve`, Oxigraph's own server and rdflib-endpoint over the
same facts, each asked over one connection that is kept; then 200 small queries at once; then a mixed load of our server
alone (`mixed.py`), and the memory that its processes have for themselves. PYTHON is that of an environment with the
packages `oxigraph`, `rdflib-endpoint` and `uvicorn`; without it they are left out.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from mixed import ID, MLG, Answered, Request, load, sent

import maillage
from maillage.server import zygote
from maillage.server.limits import Limits
from maillage.server.run import held
from maillage.store.results import written

JSON = "application/sparql-results+json"
SKOS = "http://www.w3.org/2004/02/skos/core#"
QUERIES = {
    "ASK {}": "ASK {}",
    "one thing": f"SELECT ?p ?o {{ <{ID}organisation/siren-130007834> ?p ?o }}",
    "a count": f"SELECT (COUNT(*) AS ?n) {{ ?s a <{MLG}LocalHealthContract> }}",
    "a join, 100 rows": (
        f"SELECT ?c ?n ?t {{ ?c a <{MLG}LocalHealthContract> ; <{SKOS}prefLabel> ?n ; <{MLG}territory> ?t }} LIMIT 100"
    ),
    "1,000 rows": f"SELECT ?s ?n {{ ?s a <{MLG}Commune> ; <{SKOS}prefLabel> ?n }} LIMIT 1000",
}
RDFLIB = """
import sys, uvicorn
from rdflib import Dataset
from rdflib_endpoint import SparqlEndpoint
facts = Dataset(default_union=True)
facts.parse(sys.argv[1], format="nquads")
uvicorn.run(SparqlEndpoint(graph=facts, path="/sparql"), host="127.0.0.1", port=int(sys.argv[2]), log_level="error")
"""
Ask = Callable[[str], bytes]


def main() -> None:
    """Measure and print markdown tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--requests", type=int, default=10_000)
    parser.add_argument("--beside", type=Path)
    others = {"oxigraph": oxigraph, "rdflib-endpoint": rdflib_endpoint}
    parser.add_argument("--others", nargs="*", choices=others, default=list(others))
    arguments = parser.parse_args()
    graph = maillage.open_graph()
    with ExitStack() as stack:
        facts = stack.enter_context(held(graph.built))
        kept = Path(str(facts.facts))
        urls = {"maillage serve": stack.enter_context(ours())}
        servers = {"maillage serve": _below(_started[-1].pid)}
        if arguments.beside:
            for name in arguments.others:
                urls[name] = stack.enter_context(others[name](arguments.beside, kept))
                servers[name] = _below(_started[-1].pid)
        store = zygote.load(facts, Limits()).built.store

        def call(query: str) -> bytes:
            found = written(store, query, [JSON])
            return b"" if found is None else found.data

        asks: dict[str, Ask] = {"in the process": call} | {name: over(url) for name, url in urls.items()}
        queries(asks, arguments.runs)
        at_once(urls)
        memory(servers)
        if arguments.requests:
            mixed(urls["maillage serve"], graph, arguments.requests)
            memory({"maillage serve, after the load": _below(_started[0].pid)})


def queries(asks: dict[str, Ask], runs: int) -> None:
    """The median milliseconds of each query by each way, taken by turns, and what ours takes over the call."""
    ways = list(asks)
    print(f"median milliseconds of {runs} turns\n\n| query | {' | '.join(ways)} | over the call |")
    print("|---|" + "---|" * (len(ways) + 1))
    over_call = []
    for title, query in QUERIES.items():
        seen: dict[str, list[float]] = defaultdict(list)
        slow = set()
        for turn in range(runs):
            for way, ask in asks.items():
                if way in slow and turn >= 10:
                    continue
                start = time.perf_counter()
                ask(query)
                seen[way].append((time.perf_counter() - start) * 1000)
                if seen[way][-1] > 200:
                    slow.add(way)
        middle = {way: statistics.median(times) for way, times in seen.items()}
        more = middle["maillage serve"] - middle["in the process"]
        over_call.append(more)
        print(f"| {title} | {' | '.join(f'{middle[way]:.2f}' for way in ways)} | {more:.2f} |")
    print(f"\nover the call, at the median of all queries: {statistics.median(over_call):.2f} ms\n")


def at_once(urls: dict[str, str], number: int = 200) -> None:
    """So many small queries at the same time, each over a connection of its own."""
    print(f"| {number} small queries at once | answered | seconds in all |\n|---|---|---|")
    for name, url in urls.items():
        requests = [
            Request("SELECT", f"/sparql?{urlencode({'query': f'SELECT ({i} AS ?n) {{}}'})}") for i in range(number)
        ]
        start = time.perf_counter()
        answers = sent(url, [_asking_json(one) for one in requests], number)
        spent = time.perf_counter() - start
        print(f"| {name} | {sum(one.right for one in answers)} | {spent:.2f} |")
    print()


def _asking_json(request: Request) -> Request:
    return Request(request.kind, request.path, accept=JSON)


def mixed(url: str, graph: maillage.Graph, number: int) -> None:
    """A mixed load of our server: how many of each kind, how many wrong, how long they took."""
    query = f"SELECT (SAMPLE(?s) AS ?t) {{ ?s mlg:kind ?k FILTER(STRSTARTS(STR(?s), '{ID}')) }} GROUP BY ?k"
    found = sorted(str(iri) for row in graph.query(query).rows for iri in row if str(iri).startswith(ID))
    things = [iri for iri in found[::3] if "/pays-" not in iri]  # all that lies in France takes seconds to say
    start = time.perf_counter()
    answers = sent(url, load(things, number))
    spent = time.perf_counter() - start
    kinds: dict[str, list[Answered]] = defaultdict(list)
    for one in answers:
        kinds[one.request.kind].append(one)
    print(f"{len(answers)} requests, eight at a time, in {spent:.0f} s\n")
    print("| kind | number | wrong | median ms | 99 in 100 |\n|---|---|---|---|---|")
    for kind, many in sorted(kinds.items()):
        times = sorted(one.seconds * 1000 for one in many)
        wrong = [one for one in many if not one.right]
        middle, most = times[len(times) // 2], times[len(times) * 99 // 100]
        print(f"| {kind} | {len(many)} | {len(wrong)} | {middle:.1f} | {most:.1f} |")
        for one in wrong[:5]:
            print(f"  {one.request.method} {one.request.path[:100]}: {one.status}", file=sys.stderr)
    print()


def memory(servers: dict[str, list[int]]) -> None:
    """What each process holds: all of it, its share of what it shares, and what it has for itself (MiB)."""
    print("| process | resident | its share | its own |\n|---|---|---|---|")
    for name, processes in servers.items():
        for number, process in enumerate(processes):
            try:
                said = Path(f"/proc/{process}/smaps_rollup").read_text()
            except OSError:
                continue
            of = {key: int(size) / 1024 for key, size in re.findall(r"^(\w+): +(\d+) kB", said, re.M)}
            own = of["Private_Clean"] + of["Private_Dirty"]
            print(f"| {name}: {_what(process, number)} | {of['Rss']:.0f} | {of['Pss']:.0f} | {own:.0f} |")
    print()


def _what(process: int, number: int) -> str:
    command = Path(f"/proc/{process}/cmdline").read_bytes().decode().split("\0")
    if "maillage.server.zygote" not in command:
        return "the server"
    return "the process that holds the graph" if number == 1 else "a worker"


def _below(process: int) -> list[int]:
    """A process and all that come of it, parents first."""
    out, waiting = [], [process]
    while waiting:
        one = waiting.pop(0)
        out.append(one)
        waiting += [int(child) for child in Path(f"/proc/{one}/task/{one}/children").read_text().split()]
    return out


def over(url: str) -> Ask:
    """Asking over one connection that is kept."""
    connection = HTTPConnection(urlsplit(url).netloc, timeout=300)

    def ask(query: str) -> bytes:
        connection.request("GET", f"/sparql?{urlencode({'query': query})}", headers={"Accept": JSON})
        answer = connection.getresponse()
        data = answer.read()
        if answer.status != 200:
            raise SystemExit(f"{url}: {answer.status} {data[:200]!r}")
        return data

    return ask


_started: list[subprocess.Popen[bytes]] = []


@contextmanager
def _running(command: list[str], url: str) -> Iterator[str]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _started.append(process)
    try:
        for _ in range(6000):
            if process.poll() is not None:
                raise SystemExit(f"{command[0]} ended with {process.returncode}")
            try:
                over(url)("ASK {}")
                break
            except OSError:
                time.sleep(0.1)
        else:
            raise SystemExit(f"{command[0]} does not answer at {url}")
        yield url
    finally:
        if process.poll() is not None:
            print(f"{command[0]} ended by itself with {process.returncode}", file=sys.stderr)
        process.send_signal(signal.SIGTERM)
        process.wait(30)


def _free() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def ours() -> Iterator[str]:
    """Our server; a busy machine is no fault of it, so a query has more time than usual."""
    port = _free()
    command = [sys.executable, "-m", "maillage", "serve", "--port", str(port), "--limit-seconds", "60"]
    with _running(command, f"http://127.0.0.1:{port}") as url:
        yield url


@contextmanager
def oxigraph(python: Path, quads: Path) -> Iterator[str]:
    """Oxigraph's own server, on a store on disk: it has no other."""
    program, port = str(python.with_name("oxigraph")), _free()
    with tempfile.TemporaryDirectory() as folder:
        filled = [program, "load", "--location", folder, "--file", str(quads), "--format", "nq"]
        subprocess.run(filled, check=True, capture_output=True)
        command = [program, "serve-read-only", "-l", folder, "-b", f"127.0.0.1:{port}", "--union-default-graph"]
        with _running(command, f"http://127.0.0.1:{port}") as url:
            yield url


@contextmanager
def rdflib_endpoint(python: Path, quads: Path) -> Iterator[str]:
    """rdflib-endpoint, on a data set in memory."""
    port = _free()
    with _running([str(python), "-c", RDFLIB, str(quads), str(port)], f"http://127.0.0.1:{port}") as url:
        yield url


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    main()
