"""What one answer may cost: seconds, rows, bytes, memory, and how many may wait."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """The bounds of a server.

    Attributes
    ----------
    seconds:
        The time a query may run.
    rows:
        Rows, or triples, an answer may have.
    mib:
        Size of an answer, in MiB.
    workers:
        Queries that run at a time.
    memory_mib:
        What a worker may hold beyond the graph, in MiB.
    queue:
        Queries that may wait for a worker.
    body_kib:
        Size of what a client may send, in KiB.
    unread_seconds:
        How long a client may take no byte of its answer before it is left.
    """

    seconds: float = 10.0
    rows: int = 50_000
    mib: float = 20.0
    workers: int = 2
    memory_mib: int = 512
    queue: int = 512
    body_kib: int = 512
    unread_seconds: float = 30.0

    @property
    def size(self) -> int:
        """Bytes an answer may have."""
        return int(self.mib * 2**20)
