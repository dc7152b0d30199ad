"""From a built graph to a running server: its facts, or where they are, are given to the process of the workers."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import socket
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import uvicorn

from maillage.errors import MaillageError
from maillage.pipeline.build import Build
from maillage.pipeline.cache import NAMES
from maillage.pipeline.kept import facts_in
from maillage.pipeline.products import QUADS
from maillage.search.kept import index_of, write_search
from maillage.server.app import application
from maillage.server.limits import Limits
from maillage.server.pool import Pool
from maillage.server.watch import LOG
from maillage.server.zygote import Held
from maillage.store.endpoint import Endpoint
from maillage.things.index import write_index


@contextmanager
def held(built: Build, kept: Path | None = None) -> Iterator[Held]:
    """What a server loads of a build: of the folder it is kept in, of the cache, or written for the time."""
    with ExitStack() as stack:
        place = built.names.folder
        names = None if place is None else place / NAMES
        if kept is not None:
            facts_in(kept)  # whole, whatever was kept of it before
        store: object = built.store
        facts: Path | str | None = store.url if isinstance(store, Endpoint) else None if kept is None else kept / QUADS
        if facts is None and place is not None:
            facts = place / QUADS if (place / QUADS).is_file() else _dumped(built, place / QUADS)
        search = index_of(built.names)
        if names is None or facts is None or search is None:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="maillage-")))
            if names is None:
                names = folder / NAMES
                write_index(names, built.names.tables())
            if facts is None:
                facts = folder / QUADS
                built.store.dump(facts)
            search = search or write_search(built.names, folder)
        yield Held(facts, names, search, built.loaded.places)


def _dumped(built: Build, path: Path) -> Path | None:
    """The facts written into the cache, moved into place whole; None where nothing can be written."""
    beside = path.with_name(f".{path.name}-{os.getpid()}")
    try:
        built.store.dump(beside)
        return beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        return None


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens at an address.

    Raises
    ------
    MaillageError
        When the port is taken or the address is not of this machine.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listener = socket.create_server((host, port), family=family, backlog=1024)
        # Inherited by each connection: a head and a short body go out at once, not one after the other's receipt.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listener
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise MaillageError(
            f"nothing can be served at {host}:{port} ({why}).", fix="Give another --port, or stop what is there."
        ) from None
    except OverflowError:
        raise MaillageError(f"{port} is no port.", fix="Give one from 1 to 65535.") from None


def serve(facts: Held, limits: Limits, listener: socket.socket, ready: Callable[[int], None]) -> None:
    """Serve until told to stop (SIGINT, SIGTERM); `ready` is told the number of facts once answers are possible."""
    lines = logging.StreamHandler()
    lines.setFormatter(logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%dT%H:%M:%S"))
    LOG.setLevel(logging.INFO)
    LOG.addHandler(lines)
    asyncio.run(_serve(Pool(facts, limits), listener, ready))


async def _serve(pool: Pool, listener: socket.socket, ready: Callable[[int], None]) -> None:
    config = uvicorn.Config(
        application(pool),
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="off",
        timeout_graceful_shutdown=5,
        h11_max_incomplete_event_size=pool.limits.body_kib * 1024,
        http="h11",
    )
    await pool.start()
    try:
        await _Server(config, lambda: ready(pool.facts)).serve([listener])
    finally:
        pool.stop()


class _Server(uvicorn.Server):
    """A server that says when it is ready."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Ctrl-C and an order to end are how one stops it: they end it well, not as a failure."""
        for one in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(one, self.handle_exit, one, None)
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then tell."""
        await super().startup(sockets)
        if self.started:
            self._ready()
