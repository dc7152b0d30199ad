"""Addresses asked: URLs of a bundle come in; which of them answer goes out.

The real addresses are asked when there is a network. Where the first cannot be reached at all (no network, no such
host), a server of this machine serves the folder in their place, and the card says so.
"""

from __future__ import annotations

import functools
import threading
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

_SECONDS = 10.0


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine while the block runs; gives its address, which ends in ``/``."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def answers(url: str) -> bool | None:
    """Whether an address answers with success; None where it cannot be reached at all."""
    try:
        request = urllib.request.Request(url, method="HEAD", headers={"User-Agent": "maillage"})
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:
            return 200 <= int(answer.status) < 300
    except urllib.error.HTTPError:
        return False
    except (OSError, ValueError):
        return None


def asked(urls: Iterable[str], base: str, folder: Path, offline: bool) -> tuple[dict[str, bool], bool]:
    """Whether each address answers, and whether a server of this machine stood in for them.

    An address that lies elsewhere than under `base` is not asked where the server stands in: it counts as no answer.
    """
    wanted = sorted(set(urls))
    if wanted and not offline and answers(wanted[0]) is not None:
        return {url: bool(answers(url)) for url in wanted}, False
    with serving(folder) as here:
        return {
            url: bool(base and url.startswith(base) and answers(here + url.removeprefix(base))) for url in wanted
        }, True
