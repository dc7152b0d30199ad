"""Pages and the files they load: a request comes in; HTML that a worker made, or a shipped file, goes out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from maillage.errors import NotFoundError
from maillage.pages.kit.shipped import shipped_file
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
    return await sent(request, "page", of, headers, page=page, params=given_of(request), **around(request))


def around(request: Request) -> dict[str, Any]:
    """What a worker needs to know of a request to say where things are, seen from its page."""
    return {
        "lang": lang_of(request),
        "here": request.scope["raw_path"].decode("ascii", "replace"),
        "query": [[name, value] for name, value in request.query_params.multi_items() if name != "lang"],
    }


async def home(request: Request) -> Response:
    """`/`: the home page."""
    return await shown(request, "home")


async def search(request: Request) -> Response:
    """`/search?q=...`: what a text may mean."""
    return await shown(request, "search")


async def questions(request: Request) -> Response:
    """`/questions`: what can be asked."""
    return await shown(request, "questions")


async def question(request: Request) -> Response:
    """`/questions/NAME?param=...`: a question, its form and its answer."""
    return await shown(request, "question", request.path_params["name"])


async def compare(request: Request) -> Response:
    """`/compare?territory=...&other=...`: two territories, or one at two dates."""
    return await shown(request, "compare")


async def named(request: Request) -> Response:
    """`/question/NAME`: the IRI of a question leads to its page."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/questions/{request.path_params['name']}{query}", 303)


async def static(request: Request) -> Response:
    """`/static/...`: a shipped file, to be kept for ever when the address names its content."""
    try:
        file = shipped_file(request.path_params["file"])
    except NotFoundError as error:
        raise Problem(404, error.what, error.fix) from None
    kept = _FOR_EVER if request.query_params.get("v") == file.digest else "no-cache"
    return Whole(file.data, file.media, headers={"Cache-Control": kept, "X-Content-Type-Options": "nosniff"})
