"""The process that workers are forked from: the facts and names of a graph are loaded once; children come of it.

It has one thread, and holds the graph in memory: a store on disk has threads of its own, which no fork carries over.
Its orders come over a socket (standard input): `F` with a descriptor makes a worker that answers on it and tells its
process number, `K` with a number ends one. When the socket closes, all workers end, and it too.
"""

from __future__ import annotations

import gc
import os
import select
import signal
import socket
import struct
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from json import dumps, loads
from pathlib import Path
from typing import Any, cast

from maillage.asking.catalogue import Catalogue
from maillage.library import Graph
from maillage.naming.names import Names
from maillage.pages.networks.drawings import hold
from maillage.pipeline.build import Build
from maillage.pipeline.load import Loaded
from maillage.places import Places
from maillage.search.kept import finder_in, give
from maillage.server import worker
from maillage.server.jobs.directory import warm
from maillage.server.limits import Limits
from maillage.store.embedded import Oxigraph
from maillage.store.endpoint import Endpoint
from maillage.store.talk import Patience
from maillage.things.index import Index

NUMBER = struct.Struct("!q")
#: An order: a letter and a number.
ORDER = struct.Struct("!cq")


@dataclass(frozen=True)
class Held:
    """What is loaded: all facts (a file of N-Quads, or the address of an engine that holds them), and where the indexes
    of names and of their search, the ontology and the queries lie.
    """

    facts: Path | str
    names: Path
    search: Path
    places: Places

    @property
    def outside(self) -> bool:
        """Whether the facts are at an engine of others."""
        return isinstance(self.facts, str)


def command(held: Held, limits: Limits) -> list[str]:
    """How to start the process."""
    places = {name: str(path) for name, path in asdict(held.places).items()}
    kind = "endpoint" if held.outside else "quads"
    said = {kind: str(held.facts), "names": str(held.names), "search": str(held.search), "places": places}
    return [sys.executable, "-m", "maillage.server.zygote", dumps(said), dumps(asdict(limits))]


def _held(said: dict[str, Any]) -> Held:
    places = Places(**{name: Path(path) for name, path in said["places"].items()})
    facts = said["endpoint"] if "endpoint" in said else Path(said["quads"])
    return Held(facts, Path(said["names"]), Path(said["search"]), places)


#: How often an engine of others is asked again what fails in passing, and after how many seconds.
_TRIES, _PAUSE = 2, 0.2
#: One thread only: a library of numbers that starts its own would be forked without them.
ALONE = {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL")}


def load(held: Held, limits: Limits) -> Graph:
    """The graph in memory, with all that its workers will read."""
    store = _store(held.facts, limits)
    names = Names(store, Index(held.names, whole=True))
    give(names, finder_in(held.search, whole=True))
    graph = Graph(Build(Loaded(held.places, store), Catalogue(held.places), names, []))
    if not held.outside:
        hold(graph, held.names.parent)  # drawings are kept there too
    warm(graph, limits)
    return graph


def _store(facts: Path | str, limits: Limits) -> Oxigraph:
    if isinstance(facts, str):
        return cast(Oxigraph, Endpoint(facts, Patience(limits.seconds, _TRIES, _PAUSE), through=True))
    store = Oxigraph()
    with facts.open("rb") as stream:
        store.add_quads(stream.read())
    return store


def main(holding: str, said: str) -> None:
    """Load, tell how many facts there are, then carry out orders until nobody gives any."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal's Ctrl-C is for the server, which closes the socket
    limits = Limits(**loads(said))
    orders = socket.socket(fileno=0)
    graph = load(_held(loads(holding)), limits)
    gc.collect()
    gc.freeze()  # so that the children share these pages
    orders.sendall(NUMBER.pack(len(graph)))
    children: set[int] = set()
    died, woken = os.pipe()
    os.set_blocking(woken, False)
    signal.set_wakeup_fd(woken)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    while True:
        ready, _, _ = select.select([orders.fileno(), died], [], [])
        if died in ready:
            os.read(died, 4096)
            _reap(children)
        if orders.fileno() not in ready:
            continue
        data, descriptors, _, _ = socket.recv_fds(orders, ORDER.size, 1)
        if len(data) < ORDER.size:
            break
        order, number = ORDER.unpack(data)
        if order == b"K":
            _end({number} & children)
        elif descriptors:
            child = os.fork()
            if not child:
                _work(descriptors[0], graph, limits)
            os.close(descriptors[0])
            children.add(child)
            orders.sendall(NUMBER.pack(child))
    _end(children)


def _work(descriptor: int, graph: Graph, limits: Limits) -> None:
    """The life of a child; it never comes back."""
    signal.set_wakeup_fd(-1)
    for one in (signal.SIGCHLD, signal.SIGTERM):
        signal.signal(one, signal.SIG_DFL)
    try:
        worker.become(socket.socket(fileno=descriptor), graph, limits)
    finally:
        os._exit(0)


def _reap(children: set[int]) -> None:
    with suppress(ChildProcessError):
        while (ended := os.waitpid(-1, os.WNOHANG)[0]) != 0:
            children.discard(ended)


def _end(children: set[int]) -> None:
    for child in children:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)


if __name__ == "__main__":
    main(*sys.argv[1:])
