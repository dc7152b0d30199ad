"""The one place where errors become HTTP statuses: an error comes in; a JSON body that tells it goes out."""

from __future__ import annotations

from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import JSONResponse

from maillage.errors import AmbiguousError, MaillageError, NotFoundError

MEDIA = "application/problem+json"


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


def problem(request: Request, error: Exception) -> JSONResponse:
    """The answer that tells an error, as RFC 9457 has it."""
    known = error if isinstance(error, MaillageError) else Problem(500, "the server failed at this request.")
    status = status_of(known)
    body: dict[str, object] = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    body["detail"] = f"{known.what} {known.fix}".strip()
    if known.fix:
        body["fix"] = known.fix
    if known.line:
        body["line"] = known.line
    again = getattr(known, "again", None)
    return JSONResponse(body, status, {"Retry-After": str(again)} if again else None, MEDIA)


__all__ = ["MEDIA", "Problem", "problem", "status_of"]
