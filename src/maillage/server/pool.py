"""The workers as the server sees them: a query comes in, waits its turn and is answered, or refused for a reason.

A worker that does not answer in time is ended, one that dies is replaced; the query that did it is told so, and the
next one finds a worker as good as new.
"""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from maillage.errors import MaillageError
from maillage.server import frames, zygote
from maillage.server.limits import Limits
from maillage.server.problems import Problem
from maillage.server.watch import LOG

#: Seconds to wait for the graph to be loaded.
_LOADING = 300.0


@dataclass
class _Worker:
    """One child: its process number and the two ends of the talk with it."""

    number: int
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter


@dataclass(frozen=True)
class Answer:
    """What a worker gave."""

    media: str
    data: bytes
    rows: int
    status: int = 200


@dataclass
class Counts:
    """What the pool has done since it started."""

    answered: int = 0
    too_long: int = 0
    died: int = 0
    refused: int = 0
    replaced: int = 0


@dataclass
class Pool:
    """Workers over one graph; start it inside a running loop."""

    held: zygote.Held
    limits: Limits
    facts: int = 0
    waiting: int = 0
    counts: Counts = field(default_factory=Counts)

    async def start(self) -> None:
        """Load the graph and make the workers.

        Raises
        ------
        MaillageError
            When the graph cannot be loaded.
        """
        self._orders, theirs = socket.socketpair()
        command = zygote.command(self.held, self.limits)
        alone = {**os.environ, **zygote.ALONE}
        self._process = subprocess.Popen(command, stdin=theirs.fileno(), start_new_session=True, env=alone)
        theirs.close()
        self._orders.setblocking(False)
        self._ordering = asyncio.Lock()
        self._idle: asyncio.Queue[_Worker] = asyncio.Queue()
        self._making: set[asyncio.Task[None]] = set()
        try:
            self.facts = await asyncio.wait_for(self._number(), _LOADING)
            for _ in range(self.limits.workers):
                await self._make()
        except (TimeoutError, OSError):
            self.stop()
            raise MaillageError(
                "the process that holds the graph did not start.", fix="See what it says above."
            ) from None

    def stop(self) -> None:
        """End all workers and the process they come from."""
        self._orders.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    @property
    def alive(self) -> bool:
        """Whether the process that workers come from is there."""
        return self._process.poll() is None

    async def ask(self, job: str, text: str, **head: Any) -> Answer:
        """The answer to a job of `maillage.server.jobs.directory`, when a worker is free.

        Raises
        ------
        Problem
            400 for wrong use, 404 for what is not there, 406 for forms that cannot hold the answer, 413 for an answer
            too large, 503 when too many wait, 504 when it takes too long.
        """
        if self.waiting >= self.limits.queue or not self.alive:
            self.counts.refused += 1
            raise Problem(503, "too many queries are waiting.", "Ask again in a few seconds.", again=5)
        self.waiting += 1
        try:
            worker = await self._idle.get()
        finally:
            self.waiting -= 1
        keep = False
        try:
            worker.writer.write(frames.packed({"job": job, **head}, text.encode()))
            head, body = await asyncio.wait_for(self._answer(worker), self.limits.seconds)
            keep = not head.pop("last")
        except TimeoutError:
            self.counts.too_long += 1
            raise Problem(
                504,
                f"the query took more than {self.limits.seconds:g} seconds and was ended.",
                "Ask for less: a filter, one territory, LIMIT; or take the files and ask them at home.",
            ) from None
        except (asyncio.IncompleteReadError, ConnectionError):
            self.counts.died += 1
            raise Problem(
                413,
                "the query broke the engine or needed more memory than there is for one.",
                "Ask for less at once, or more simply: less nesting, a filter, LIMIT.",
            ) from None
        finally:
            if keep:
                self._idle.put_nowait(worker)
            else:
                self._replace(worker)
        self.counts.answered += 1
        return _answer_of(head, body)

    async def _answer(self, worker: _Worker) -> tuple[dict[str, Any], bytes]:
        await worker.writer.drain()
        return await frames.read(worker.reader)

    def _replace(self, worker: _Worker) -> None:
        """End a worker and make another, while the server goes on."""
        self.counts.replaced += 1
        worker.writer.close()
        task = asyncio.get_running_loop().create_task(self._make(worker.number))
        self._making.add(task)
        task.add_done_callback(self._making.discard)

    async def _make(self, instead_of: int | None = None) -> None:
        ours, theirs = socket.socketpair()
        with suppress(OSError):  # the process is gone, and the pool not alive
            async with self._ordering:
                if instead_of is not None:
                    await asyncio.get_running_loop().sock_sendall(self._orders, zygote.ORDER.pack(b"K", instead_of))
                socket.send_fds(self._orders, [zygote.ORDER.pack(b"F", 0)], [theirs.fileno()])
                theirs.close()
                number = await self._number()
            reader, writer = await asyncio.open_connection(sock=ours)
            self._idle.put_nowait(_Worker(number, reader, writer))

    async def _number(self) -> int:
        data = b""
        while len(data) < zygote.NUMBER.size:
            part = await asyncio.get_running_loop().sock_recv(self._orders, zygote.NUMBER.size - len(data))
            if not part:
                raise ConnectionError("the process is gone")
            data += part
        return int(zygote.NUMBER.unpack(data)[0])


def _answer_of(head: dict[str, Any], body: bytes) -> Answer:
    """What a worker said, as an answer or as the problem it is."""
    if head.get("why"):
        LOG.warning("%s", head["why"])
    if head["ok"]:
        return Answer(head["media"], body, head["rows"], head.get("status", 200))
    raise Problem(head["status"], head["what"], head["fix"], line=head["line"])
