"""The talk with an outside SPARQL endpoint over HTTP: a query goes out; its answer, read or as bytes, comes in.

What failed in passing is asked again. User and token come from the environment, are sent to the endpoint's own host
only, and stand in no message.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar
from urllib.parse import urlsplit

from maillage.errors import MaillageError, ParseError
from maillage.store.raw import Answered, Raw, media_of, mended, read
from maillage.things.text import printable

if TYPE_CHECKING:
    import requests

T = TypeVar("T")
#: The environment says who asks: a user and password (basic), or a token (bearer).
USER, PASSWORD, TOKEN = "MAILLAGE_ENDPOINT_USER", "MAILLAGE_ENDPOINT_PASSWORD", "MAILLAGE_ENDPOINT_TOKEN"
#: Statuses that may be another one a moment later.
_PASSING = (429, 500, 502, 503, 504)
#: In what Virtuoso says that it gives no more rows than these, or only what it found in time.
_CUT_AT, _STATE = "X-SPARQL-MaxRows", "X-SQL-State"


@dataclass(frozen=True)
class Patience:
    """How long to wait for an answer (seconds), how often to try, and how long between, at first."""

    timeout: float = 60.0
    tries: int = 3
    pause: float = 1.0


class EngineError(MaillageError):
    """An endpoint that does not answer as one does; `public` says what it does, and not where it is."""

    def __init__(self, where: str, public: str, *, fix: str) -> None:
        super().__init__(f"{where} {public}", fix=fix)
        self.public = public


class LateError(EngineError):
    """An endpoint that does not answer in time."""


class UnansweredError(Exception):
    """An `EngineError` that nothing on the way takes for an answer: who serves an endpoint tells it at the door."""

    def __init__(self, error: EngineError) -> None:
        super().__init__(error.what)
        self.error = error


class LongError(MaillageError):
    """An answer that is too long, for the endpoint or for whom it is asked for."""


class _PassingError(Exception):
    def __init__(self, error: MaillageError, wait: float | None = None) -> None:
        super().__init__(error.what)
        self.error, self.wait = error, wait


class Talk:
    """One endpoint by its address; with `through` what it does wrong is an `UnansweredError`."""

    def __init__(self, url: str, patience: Patience | None = None, *, through: bool = False) -> None:
        if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).netloc:
            raise MaillageError(f"'{printable(url)}' is no address of an endpoint.", fix="Write http://host/sparql.")
        if "@" in urlsplit(url).netloc:
            raise MaillageError("a password does not belong into an address.", fix=f"Set {USER} and {PASSWORD}.")
        self.url, self.patience, self._through = url, patience or Patience(), through
        self.where = urlsplit(url)._replace(query="").geturl()
        self.anew()

    def anew(self) -> None:
        """Hold no connection: a process made by a fork takes none over."""
        import requests

        self._session = requests.Session()
        self._session.auth = self._sign

    def asked(self, query: str, accept: str) -> Answered:
        """The answer to a query as rows, triples or yes/no, asked again after a failure that may pass.

        Raises
        ------
        ParseError
            When the endpoint does not read the query.
        LongError
            When it finds the answer too long.
        EngineError
            When it is not reached, or answers otherwise than an endpoint does.
        """
        return self._patiently(lambda: self._read(self._once(query, accept)))

    def raw(self, query: str, accept: str, size: int) -> Raw:
        """The answer to a query as it came, of so many bytes at most; fails like `asked`."""
        return self._patiently(lambda: self._once(query, accept, size))

    def _patiently(self, act: Callable[[], T]) -> T:
        pause = self.patience.pause
        try:
            for left in range(self.patience.tries - 1, -1, -1):
                try:
                    return act()
                except _PassingError as failure:
                    if not left:
                        raise failure.error from None
                    time.sleep(min(failure.wait or pause, 30.0))
                    pause *= 2
        except EngineError as error:
            if self._through:
                raise UnansweredError(error) from None
            raise
        raise AssertionError

    def _sign(self, request: Any) -> Any:
        """Put on a request who asks; on one to another host, where the endpoint leads on to, nothing."""
        import requests

        if urlsplit(request.url)[:2] == urlsplit(self.url)[:2]:
            if token := os.environ.get(TOKEN):
                request.headers["Authorization"] = f"Bearer {token}"
            elif user := os.environ.get(USER):
                return requests.auth.HTTPBasicAuth(user, os.environ.get(PASSWORD, ""))(request)
        return request

    def _once(self, query: str, accept: str, size: int | None = None) -> Raw:
        with self._told():
            answer = self._session.post(
                self.url,
                data={"query": query},
                headers={"Accept": accept},
                timeout=(10.0, self.patience.timeout),
                allow_redirects=True,
                stream=True,
            )
            with closing(answer):
                body = _body(answer, size)
                if answer.status_code != 200:
                    self._refused(answer.status_code, answer, body)
        said = answer.headers.get("Content-Length", "")
        if said.isdigit() and not answer.headers.get("Content-Encoding") and int(said) != len(body):
            raise _PassingError(self._error("cut its answer short.", "Try again."))
        if answer.headers.get(_STATE, "").startswith("S1TAT"):
            raise LateError(self.where, "gave only what it found in time.", fix="Ask for less.")
        most = answer.headers.get(_CUT_AT, "")
        raw = Raw(answer.headers.get("Content-Type", ""), body, int(most) if most.isdigit() else None)
        if media_of(raw) in ("text/html", "application/xhtml+xml"):
            raise self._error("answers with a page for people.", "Give the address that takes queries.")
        try:
            return mended(raw)
        except (SyntaxError, ValueError, OSError):
            raise _PassingError(self._error("gives what cannot be read.", "Try again.")) from None

    def _error(self, public: str, fix: str) -> EngineError:
        return EngineError(self.where, public, fix=fix)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Tell what fails on the way."""
        import requests

        try:
            yield
        except requests.exceptions.Timeout:
            late = f"does not answer within {self.patience.timeout:g} seconds."
            raise _PassingError(LateError(self.where, late, fix="Ask for less, or try again later.")) from None
        except (requests.exceptions.ChunkedEncodingError, requests.exceptions.ContentDecodingError):
            raise _PassingError(self._error("cut its answer short.", "Try again.")) from None
        except requests.exceptions.RequestException as error:
            if "Read timed out" in str(error):
                late = f"does not answer within {self.patience.timeout:g} seconds."
                raise _PassingError(LateError(self.where, late, fix="Ask for less, or try again later.")) from None
            gone = self._error("cannot be reached.", "Look at the address, and whether it is up.")
            raise _PassingError(gone) from None

    def _refused(self, status: int, answer: requests.Response, body: bytes) -> NoReturn:
        """Tell an answer that is none."""
        words = _words(body.decode(answer.encoding or "utf-8", "replace"))
        if status in (401, 403):
            fix = f"Set {USER} and {PASSWORD}, or {TOKEN}."
            raise self._error(f"wants to know who asks, or does not let you ask ({status}).", fix)
        if status in _PASSING:
            after = answer.headers.get("Retry-After", "")
            error = self._error(f"fails at this query ({status}): {words}", "Try again later.")
            raise _PassingError(error, float(after) if after.isdigit() else None)
        if status == 413:
            raise LongError(f"{self.where} finds the answer too long: {words}", fix="Ask for a part of it.")
        if status == 400:
            raise ParseError(f"{self.where} does not read this query: {words}")
        raise self._error(f"answers {status}: {words}", "Look at the address.")

    def _read(self, raw: Raw) -> Answered:
        try:
            return read(raw)
        except MaillageError as error:
            raise self._error(error.what, error.fix) from None
        except (SyntaxError, ValueError, OSError):
            raise _PassingError(self._error(f"gives what cannot be read ({media_of(raw)}).", "Try again.")) from None


def _body(answer: requests.Response, size: int | None) -> bytes:
    """What an answer holds.

    Raises
    ------
    LongError
        When it has more bytes than `size`.
    """
    if size is None:
        return answer.content
    data = bytearray()
    for part in answer.iter_content(2**16):
        data += part
        if len(data) > size:
            raise LongError(
                f"the answer has more than {size / 2**20:g} MiB.", fix="Ask for less: LIMIT, fewer columns, a filter."
            )
    return bytes(data)


def _words(said: str) -> str:
    """What a server says besides, without marks and cut."""
    for name in (TOKEN, PASSWORD):
        if secret := os.environ.get(name):
            said = said.replace(secret, "...")
    return printable(" ".join(re.sub(r"<[^>]*>", " ", said).split()))[:300] or "nothing more."
