"""An answer sent whole, with its length, to a client that reads: bytes come in; they go out, or the client is left."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Coroutine, Mapping
from typing import Any, TypeVar

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from maillage.pages.kit.frame import POLICY

T = TypeVar("T")
#: Bytes handed on at a time.
_PART = 2**16
#: What every page is sent with: it loads its own files, is framed by nobody, and tells nobody where a reader came from.
_OF_PAGES = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


class Whole(Response):
    """An answer that is known to its last byte before its first is sent, and leaves a client that does not take it."""

    def __init__(
        self,
        data: bytes,
        media: str,
        unread_seconds: float = 30,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        own = {**_OF_PAGES, **(headers or {})} if media == "text/html" else headers or {}
        super().__init__(data, status, {"Vary": "Accept", **own}, _with_charset(media))
        self.data, self.unread = data, unread_seconds
        self.headers["ETag"] = f'"{hashlib.sha256(data).hexdigest()[:32]}"'

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it; 304 where the client has it already, no body where only the head is asked."""
        known = dict(scope["headers"]).get(b"if-none-match", b"").decode("latin-1")
        tags = [one.strip().removeprefix("W/") for one in known.split(",")]
        if self.status_code == 200 and self.headers["ETag"] in tags:
            kept = [pair for pair in self.raw_headers if pair[0] not in (b"content-length", b"content-type")]
            await send({"type": "http.response.start", "status": 304, "headers": kept})
            await send({"type": "http.response.body", "body": b""})
            return
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        data = b"" if scope["method"] == "HEAD" else self.data
        for start in range(0, len(data), _PART) or [0]:
            part = {"type": "http.response.body", "body": data[start : start + _PART]}
            await asyncio.wait_for(send({**part, "more_body": start + _PART < len(data)}), self.unread)


async def while_waited_for(request: Request, work: Coroutine[Any, Any, T]) -> T:
    """The result of some work, which is given up when the client goes away.

    Raises
    ------
    ClientDisconnect
        When the client went away.
    """
    working, leaving = asyncio.create_task(work), asyncio.create_task(_left(request))
    try:
        await asyncio.wait((working, leaving), return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            raise ClientDisconnect
        return working.result()
    finally:
        working.cancel()
        leaving.cancel()


async def _left(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _with_charset(media: str) -> str:
    return f"{media}; charset=utf-8" if media.startswith("text/") else media
