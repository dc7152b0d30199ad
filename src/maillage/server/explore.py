"""The explorer: the name of a network and its parameters come in; its page, drawing, rows, or one link go out."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from maillage.pages.kit.frame import POLICY
from maillage.pages.networks.explorer import FIRST, asked
from maillage.server.asking import lang_of, sent
from maillage.server.pages import shown

#: A page that asks to be framed may be, by anyone: it sends nothing and keeps nothing.
_FRAMED = {"Content-Security-Policy": f"{POLICY}; frame-ancestors *"}


async def home(request: Request) -> Response:
    """`/explore`: 303 to the explorer of the first network."""
    return _at(request, request.query_params.get("network") or FIRST)


async def page(request: Request) -> Response:
    """`/explore/NAME`: the page; with `?embed=1` to stand in a frame. `?network=` of its form names another one."""
    chosen = request.query_params.get("network")
    if chosen:
        return _at(request, chosen)
    headers = _FRAMED if request.query_params.get("embed") == "1" else None
    return await shown(request, "network", request.path_params["name"], headers)


def _at(request: Request, name: str) -> Response:
    """On to the explorer of a network, with what else the address says."""
    rest = [(key, value) for key, value in request.query_params.multi_items() if value and key != "network"]
    return RedirectResponse(f"/explore/{quote(name, safe='')}{'?' if rest else ''}{urlencode(rest)}", 303)


async def drawing(request: Request) -> Response:
    """`/explore/NAME.json?territory=...`: what the page draws."""
    return await _sent(request, "json")


async def rows(request: Request) -> Response:
    """`/explore/NAME.csv?territory=...`: the links as a table."""
    return await _sent(request, "csv")


async def link(request: Request) -> Response:
    """`/explore/NAME/links?source=...&target=...`: all that is said of one link."""
    return await _sent(request, "link", source=_one(request, "source"), target=_one(request, "target"))


def _one(request: Request, name: str) -> str:
    return request.query_params.get(name, "")


async def _sent(request: Request, form: str, **given: str) -> Response:
    params = given or asked(dict(request.query_params))
    return await sent(request, "explored", request.path_params["name"], form=form, lang=lang_of(request), params=params)
