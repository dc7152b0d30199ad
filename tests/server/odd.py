"""An endpoint that does things wrong: what it answers, in turn, comes in; its address goes out."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ROWS = b'{"head": {"vars": ["a"]}, "results": {"bindings": [{"a": {"type": "literal", "value": "1"}}]}}'
JSON = "application/sparql-results+json"


class Odd(BaseHTTPRequestHandler):
    """A server that answers as its class says, in turn."""

    turns: list[Callable[[Odd], None]]
    seen: list[dict[str, str]]

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.seen.append(dict(self.headers))
        turn = self.turns.pop(0) if len(self.turns) > 1 else self.turns[0]
        turn(self)

    def log_message(self, *_: object) -> None:
        pass


def says(
    status: int, body: bytes, kind: str = JSON, length: int | None = None, **headers: str
) -> Callable[[Odd], None]:
    def turn(odd: Odd) -> None:
        odd.send_response(status)
        odd.send_header("Content-Type", kind)
        odd.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in headers.items():
            odd.send_header(name.replace("_", "-"), value)
        odd.end_headers()
        odd.wfile.write(body)
        odd.close_connection = True

    return turn


def sleeps(odd: Odd) -> None:
    time.sleep(3)


@contextmanager
def odd_server(*turns: Callable[[Odd], None]) -> Iterator[tuple[str, list[dict[str, str]]]]:
    kind = type("ThisOdd", (Odd,), {"turns": list(turns), "seen": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), kind)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/sparql", kind.seen
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
