"""What the server did: each request comes in; a line without the address of a person, and figures, go out."""

from __future__ import annotations

import logging
import time
from collections import Counter

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOG = logging.getLogger("maillage.server")
#: Letters of a path that are written down.
_LONG = 300
#: The upper ends of the classes of seconds.
_ENDS = (0.005, 0.02, 0.1, 0.5, 2.0, 10.0)


class Watch:
    """The door of the application: counts, times and logs what goes through it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.requests: Counter[tuple[str, int]] = Counter()
        self.classes: Counter[float] = Counter()
        self.seconds = 0.0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; what follows the question mark and who asks are not written down."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        start, status, size = time.perf_counter(), 499, 0

        async def seen(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
            size += len(message.get("body", b""))
            await send(message)

        scope["watch"] = self
        try:
            await self.app(scope, receive, seen)
        except (TimeoutError, ClientDisconnect):  # the client does not read, or went away: nothing more is sent
            status = 499
            if scope["type"] == "http" and size:
                raise
        finally:
            spent = time.perf_counter() - start
            self._count(scope, status, spent)
            LOG.info(
                "%s %s %d %d %.1f ms", scope["method"], ascii(scope["path"])[1:-1][:_LONG], status, size, spent * 1000
            )

    def _count(self, scope: Scope, status: int, spent: float) -> None:
        self.requests["/" + scope["path"].split("/")[1] if status != 404 else "other", status] += 1
        self.seconds += spent
        self.classes[next((end for end in _ENDS if spent <= end), float("inf"))] += 1

    def told(self, gauges: dict[str, float]) -> str:
        """The figures in the text form that Prometheus reads."""
        lines = ["# TYPE maillage_requests_total counter"]
        for (route, status), number in sorted(self.requests.items()):
            lines.append(f'maillage_requests_total{{route="{route}",status="{status}"}} {number}')
        lines.append("# TYPE maillage_request_seconds histogram")
        below = 0
        for end in (*_ENDS, float("inf")):
            below += self.classes[end]
            name = "+Inf" if end == float("inf") else f"{end:g}"
            lines.append(f'maillage_request_seconds_bucket{{le="{name}"}} {below}')
        lines += [f"maillage_request_seconds_sum {self.seconds:.6f}", f"maillage_request_seconds_count {below}"]
        for name, value in gauges.items():
            lines += [f"# TYPE maillage_{name} gauge", f"maillage_{name} {value:g}"]
        return "\n".join(lines) + "\n"
