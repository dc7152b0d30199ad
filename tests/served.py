"""A real server: options come in; `maillage serve`, as a process of its own, goes out."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import threading
import time

import httpx


class Server:
    """A running server: its address and what it said on stderr."""

    def __init__(self, *options: str) -> None:
        command = [sys.executable, "-m", "maillage", "serve", "--port", "0", "--lang", "en", *options]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        assert self.process.stderr is not None
        self.said: list[str] = []
        self._heard = threading.Event()
        self._reader = threading.Thread(target=self._hear, daemon=True)
        self._reader.start()
        self.url = ""
        for _ in range(3000):
            if found := re.search(r"(http://\S+)/sparql:", "".join(self.said)):
                self.url = found[1]
                break
            if self.process.poll() is not None:
                raise AssertionError("".join(self.said))
            time.sleep(0.1)

    def _hear(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.said.append(line)

    def client(self, timeout: float = 60) -> httpx.Client:
        return httpx.Client(base_url=self.url, timeout=timeout, trust_env=False)

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(20)
        self._reader.join(5)
        return code
