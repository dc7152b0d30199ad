"""Pages and the files they load: a request comes in; HTML that a worker made, or a shipped file, goes out."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response

from maillage.errors import NotFoundError
from maillage.pages.shipped import shipped_file
from maillage.server.asking import given_of, lang_of, sent
from maillage.server.problems import Problem
from maillage.server.sending import Whole

_FOR_EVER = "public, max-age=31536000, immutable"


async def shown(request: Request, page: str, of: str = "", headers: Mapping[str, str] | None = None) -> Response:
    """A page of `maillage.pages.directory`, made by a worker of what the address says.

    Parameters
    ----------
    of:
        What the page is of: an IRI, the name of a question, or nothing.
    headers:
        Besides those that every page has; a Content-Security-Policy replaces the usual one.
    """
    query = [[name, value] for name, value in request.query_params.multi_items() if name != "lang"]
    return await sent(
        request,
        "page",
        of,
        headers,
        page=page,
        lang=lang_of(request),
        here=request.scope["raw_path"].decode("ascii", "replace"),
        query=query,
        params=given_of(request),
    )


async def home(request: Request) -> Response:
    """`/`: the home page."""
    return await shown(request, "home")


async def search(request: Request) -> Response:
    """`/search?q=...`: what a text may mean."""
    return await shown(request, "search")


async def static(request: Request) -> Response:
    """`/static/...`: a shipped file, to be kept for ever when the address names its content."""
    try:
        file = shipped_file(request.path_params["file"])
    except NotFoundError as error:
        raise Problem(404, error.what, error.fix) from None
    kept = _FOR_EVER if request.query_params.get("v") == file.digest else "no-cache"
    return Whole(file.data, file.media, headers={"Cache-Control": kept, "X-Content-Type-Options": "nosniff"})
