"""The one place where errors become HTTP statuses: an error comes in; JSON or a page that tells it goes out."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from maillage.errors import AmbiguousError, MaillageError, NotFoundError
from maillage.pages.kit.frame import framed
from maillage.pages.kit.setting import LANGUAGES, Around, Served
from maillage.pages.kit.wording import words
from maillage.server import accept
from maillage.server.sending import Whole

MEDIA = "application/problem+json"
_HTML = "text/html"


class Problem(MaillageError):
    """A refusal with its status; `again` says after how many seconds to ask again."""

    def __init__(
        self, status: int, what: str, fix: str = "", *, line: int | None = None, again: int | None = None
    ) -> None:
        super().__init__(what, line=line, fix=fix)
        self.status, self.again = status, again


def status_of(error: MaillageError) -> int:
    """The status an error of the library has."""
    if isinstance(error, Problem):
        return error.status
    if isinstance(error, NotFoundError):
        return 404
    return 300 if isinstance(error, AmbiguousError) else 400


def problem(request: Request, error: Exception, more: Mapping[str, str] | None = None) -> Response:
    """The answer that tells an error, with more headers: as RFC 9457 has it, or as a page to whom prefers HTML."""
    known = error if isinstance(error, MaillageError) else Problem(500, "the server failed at this request.")
    status = status_of(known)
    again = getattr(known, "again", None)
    headers = {"Vary": "Accept", **({"Retry-After": str(again)} if again else {}), **(more or {})}
    if next(iter(accept.wanted(",".join(request.headers.getlist("accept")), [MEDIA, _HTML])), "") == _HTML:
        return Whole(_page(request, status, known), _HTML, status=status, headers=headers)
    body: dict[str, object] = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    body["detail"] = f"{known.what} {known.fix}".strip()
    if known.fix:
        body["fix"] = known.fix
    if known.line:
        body["line"] = known.line
    return JSONResponse(body, status, headers, MEDIA)


def _page(request: Request, status: int, error: MaillageError) -> bytes:
    asked = request.query_params.get("lang")
    lang = asked if asked in LANGUAGES else LANGUAGES[0]
    around = Around(lang=lang, addresses=Served(lang, quote(request.url.path, safe="/")))
    said = words("problem", lang)["titles"]
    title = said.get(str(status), said["other"])
    return framed(around, "problem.html", title, status=status, what=error.what, fix=error.fix)


__all__ = ["MEDIA", "Problem", "problem", "status_of"]
