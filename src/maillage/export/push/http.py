"""Talking to a portal: requests come in; answers go out, asked again after a passing failure, and never with the token.

The token is put on a request when it leaves, and on no other host; whatever a portal says is cleaned of it first.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from time import sleep, time
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote, quote_plus, urlsplit

from maillage import __version__
from maillage.errors import MaillageError

if TYPE_CHECKING:
    import requests

T = TypeVar("T")

#: Answers that may be another one a moment later.
PASSING = {429, 500, 502, 503, 504}
_HIDDEN = "[token]"
#: How much of what a portal says is told.
_SAID = 300
INSTALL = "Install it: pip install 'maillage[push]'."


class PortalError(MaillageError):
    """What a portal refused, or that it could not be reached; `status` is the HTTP status, None without an answer."""

    def __init__(self, what: str, *, fix: str = "", status: int | None = None) -> None:
        super().__init__(what, fix=fix)
        self.status = status


class _PassingError(Exception):
    """A failure that may pass; `wait` is what the portal asks for, in seconds."""

    def __init__(self, error: PortalError, wait: float | None = None) -> None:
        super().__init__(error.what)
        self.error, self.wait = error, wait


@dataclass(frozen=True)
class Patience:
    """How long to wait for an answer (seconds; one more a megabyte sent), how often to try, and how long between."""

    timeout: float = 20.0
    tries: int = 4
    pause: float = 1.0
    longest: float = 60.0


@dataclass
class Portal:
    """One portal: its name and address, the headers that bear the token, and how patient to be with it."""

    name: str
    url: str
    token: str = field(repr=False)
    headers: tuple[str, ...]
    scheme: str = ""
    patience: Patience = Patience()
    told: Callable[[str], object] = lambda _: None

    def __post_init__(self) -> None:
        self.url = self.url.rstrip("/")
        self._library = _requests()
        self.session = self._library.Session()
        self.session.headers["User-Agent"] = f"maillage/{__version__}"
        self.session.auth = self._sign  # not one of .netrc, which would take its place

    def _sign(self, request: Any) -> Any:
        if self.token and urlsplit(request.url)[:2] == urlsplit(self.url)[:2]:
            for header in self.headers:
                request.headers[header] = f"{self.scheme}{self.token}"
        return request

    def clean(self, text: str) -> str:
        """A text without the token."""
        for form in {self.token, quote(self.token, safe=""), quote_plus(self.token)} - {""}:
            text = text.replace(form, _HIDDEN)
        return text

    def get(self, path: str, **more: Any) -> Any:
        """What the portal has at a path (or at an address of its own), as JSON."""
        return self.ask("GET", path, **more)

    def ask(self, method: str, path: str, *, seen: Callable[[], T | None] | None = None, **more: Any) -> Any:
        """The answer to a request, as JSON (None where it is empty); after a passing failure it is asked again.

        Parameters
        ----------
        seen:
            For a request that must not be done twice: says, before it is repeated, whether it was done after all.
        more:
            `json`, `params`, `headers`, and `body`, which makes the body anew for each try.

        Raises
        ------
        PortalError
            When it refuses, when it goes on failing, or when it is not reached.
        """
        return self.insist(lambda: self.once(method, path, **more), seen)

    def insist(self, act: Callable[[], T], seen: Callable[[], T | None] | None = None) -> T:
        """Do something until it is done, as long as what hinders it may pass."""
        pause = self.patience.pause
        for left in range(self.patience.tries - 1, -1, -1):
            try:
                return act()
            except _PassingError as failure:
                error, wait = failure.error, failure.wait
            if not left:
                break
            if wait is not None and wait > self.patience.longest:
                fix = f"Try again in {wait:.0f} seconds: it asks for that."
                raise PortalError(error.what, fix=fix, status=error.status)
            wait = pause if wait is None else wait
            self.told(self.clean(f"{error.what} Asked again in {wait:g} s."))
            sleep(wait)
            pause = min(pause * 2, self.patience.longest)
            with suppress(_PassingError):
                if seen is not None and (found := seen()) is not None:
                    return found
        tries = f"{self.patience.tries} times" if self.patience.tries > 1 else "once"
        raise PortalError(f"{error.what} It was asked {tries}.", fix=error.fix, status=error.status)

    def once(self, method: str, path: str, **more: Any) -> Any:
        """The answer to a request that is made once, as JSON."""
        answer = self.answer(method, path, **more)
        if not answer.content:
            return None
        try:
            return answer.json()
        except ValueError:
            fix = "Check the address: another program may answer there."
            raise PortalError(f"{self.name} answers no JSON to {method} {self.clean(answer.url)}.", fix=fix) from None

    def answer(
        self, method: str, path: str, *, body: Callable[[], Any] | None = None, **more: Any
    ) -> requests.Response:
        """The answer to a request that is made once, read whole; one that refuses or fails is raised."""
        from requests import exceptions

        url = path if path.startswith(("http://", "https://")) else f"{self.url}/{path.lstrip('/')}"
        where = f"{method} {self.clean(url)}"
        if urlsplit(url)[:2] != urlsplit(self.url)[:2]:
            raise PortalError(f"{self.name} sends us to another host ({self.clean(url)}): it is not followed.")
        content = body() if body else more.pop("data", None)
        limit = self.patience.timeout + (_length(content) / 1e6 if body else 0)
        try:
            answer: requests.Response = self.session.request(
                method,
                url,
                data=content,
                timeout=(min(10.0, limit), limit),
                allow_redirects=False,
                **more,
            )
            return self._refused(answer, where)
        except exceptions.Timeout:
            error = PortalError(f"{self.name} did not answer within {limit:.3g} s ({where}).")
        except (exceptions.ConnectionError, exceptions.ChunkedEncodingError, exceptions.ContentDecodingError) as failed:
            if isinstance(failed.args[0] if failed.args else None, TimeoutError) or "timed out" in str(failed):
                error = PortalError(f"{self.name} did not answer within {limit:.3g} s ({where}).")
            else:
                error = PortalError(f"{self.name}: {_cut(failed)} ({where}).", fix="Check the address and the network.")
        except (exceptions.RequestException, ValueError) as failed:
            raise PortalError(f"{self.name} cannot be asked: {self.clean(str(failed))} ({where}).") from None
        finally:
            if body:
                content.close()
        raise _PassingError(error) from None

    def _refused(self, answer: requests.Response, where: str) -> requests.Response:
        """Raise for an answer that is a refusal, a failure or a way elsewhere; else the same."""
        status = answer.status_code
        if 300 <= status < 400:
            target = self.clean(answer.headers.get("Location", ""))
            fix = "Give the address it names with --url, if you trust it."
            raise PortalError(f"{self.name} has moved to {target or 'elsewhere'} ({where}).", fix=fix, status=status)
        if status < 400:
            return answer
        said = self.clean(said_by(answer))[:_SAID]
        error = PortalError(
            self.clean(f"{self.name} answers {status} {answer.reason or ''} to {where}").replace("  ", " ")
            + (f": {said.rstrip('.')}." if said else "."),
            fix=_FIXES.get(status, ""),
            status=status,
        )
        if status in PASSING:
            raise _PassingError(error, asked_to_wait(answer.headers))
        raise error

    @contextmanager
    def understood(self) -> Iterator[None]:
        """Within, an answer that lacks what it should say is an error of the portal."""
        try:
            yield
        except (KeyError, TypeError, AttributeError, ValueError, IndexError) as error:
            fix = f"Is there a {self.name} at that address?"
            what = f"{self.name} answers at {self.url}, but not what it should ({type(error).__name__})."
            raise PortalError(what, fix=fix) from None


_FIXES = {
    400: "Mend what it says, then push again.",
    401: "The token is not taken: check it, and that it is one of this portal.",
    403: "The token does not allow this: check its rights, and the organisation.",
    404: "Check the address (--url) and the organisation.",
    409: "Mend what it says, then push again.",
    413: "The portal takes no file of that size.",
}


def said_by(answer: requests.Response) -> str:
    """What an answer says, in one line: the sentences of a JSON error, else the text without its markup."""
    try:
        found = answer.json()
    except ValueError:
        text = answer.text
        return " ".join(re.sub(r"<(style|script).*?</\1>|<[^>]*>", " ", text, flags=re.S | re.I).split())
    return "; ".join(dict.fromkeys(_sentences(found)))


def _sentences(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if name not in ("help", "success", "__type", "status"):
                plain = name in ("error", "errors", "message", "messages", "detail", "result")
                yield from _sentences(inner, key if plain else name)
    elif isinstance(value, list):
        for inner in value:
            yield from _sentences(inner, key)
    elif value not in (None, "", True, False):
        yield " ".join(f"{key}: {value}".split()) if key else " ".join(str(value).split())


def asked_to_wait(headers: Mapping[str, str]) -> float | None:
    """What Retry-After asks for, in seconds: a number, or a day and hour."""
    text = headers.get("Retry-After", "").strip()
    if not text:
        return None
    if text.isdigit():
        return float(text)
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - time())
    except (TypeError, ValueError):
        return None


def _length(content: Any) -> int:
    """Bytes of a body: one that knows its length, or a file."""
    return len(content) if hasattr(content, "__len__") else os.fstat(content.fileno()).st_size


def _cut(error: Exception) -> str:
    """Why there is no answer, in words."""
    text = str(error)
    if "NameResolutionError" in text or "getaddrinfo" in text or "Name or service" in text:
        return "its name leads to no address"
    if "refused" in text:
        return "nothing answers at that address"
    if "SSL" in text or "certificate" in text:
        return "the encrypted connection failed (certificate)"
    return "the connection was cut"


def _requests() -> Any:
    try:
        import requests
    except ImportError:
        what = "pushing needs the libraries of the extra 'push' (requests, ckanapi)."
        raise MaillageError(what, fix=INSTALL) from None
    return requests


def token_from(variable: str) -> str:
    """The token that an environment variable holds; empty where it holds none.

    Raises
    ------
    MaillageError
        For one that cannot stand in a header; it is not told.
    """
    token = os.environ.get(variable, "").strip()
    if not token.isascii() or not token.isprintable() or " " in token:
        raise MaillageError(f"{variable} holds what is no token (blanks, or letters no header takes).")
    return token
