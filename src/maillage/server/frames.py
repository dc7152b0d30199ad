"""Messages between the server and its workers: a JSON head and bytes, each with its length, over a socket."""

from __future__ import annotations

import asyncio
import json
import socket
import struct
from typing import Any

_LENGTHS = struct.Struct("!II")


def packed(head: dict[str, Any], body: bytes = b"") -> bytes:
    """A message as it goes over the wire."""
    words = json.dumps(head).encode()
    return _LENGTHS.pack(len(words), len(body)) + words + body


def receive(connection: socket.socket) -> tuple[dict[str, Any], bytes] | None:
    """The next message on a blocking socket; None when the other side is gone."""
    lengths = _exactly(connection, _LENGTHS.size)
    if lengths is None:
        return None
    words, body = _LENGTHS.unpack(lengths)
    head, data = _exactly(connection, words), _exactly(connection, body)
    return None if head is None or data is None else (json.loads(head), data)


def _exactly(connection: socket.socket, size: int) -> bytes | None:
    parts = []
    while size:
        part = connection.recv(min(size, 2**20))
        if not part:
            return None
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


async def read(reader: asyncio.StreamReader) -> tuple[dict[str, Any], bytes]:
    """The next message of a stream.

    Raises
    ------
    asyncio.IncompleteReadError, ConnectionError
        When the other side is gone.
    """
    words, body = _LENGTHS.unpack(await reader.readexactly(_LENGTHS.size))
    return json.loads(await reader.readexactly(words)), await reader.readexactly(body)
