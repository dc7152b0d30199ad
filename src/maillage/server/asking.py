"""What every route does: a request comes in; the forms and language wanted, and the answer of a worker, go out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from maillage.pages.kit.setting import LANGUAGES
from maillage.server import accept
from maillage.server.pool import Pool
from maillage.server.problems import Problem
from maillage.server.sending import Whole, while_waited_for

#: What is no parameter of a query.
_OWN = ("lang", "format")


def forms(request: Request, offered: Sequence[str], form: str | None = None) -> list[str]:
    """The forms a client takes, best first: a form named in the address goes before the header."""
    header = ",".join(request.headers.getlist("accept"))
    named = form or request.query_params.get("format")
    if named and named.lower() not in accept.SHORT and "/" not in named:
        return []
    if named:
        header = accept.SHORT.get(named.lower(), named)
    return accept.wanted(header, offered)


def lang_of(request: Request) -> str:
    """The language wanted: `?lang=`, else French."""
    lang = request.query_params.get("lang", LANGUAGES[0])
    if lang not in LANGUAGES:
        raise Problem(400, f"'{lang}' is no language of this server.", f"There are: {', '.join(LANGUAGES)}.")
    return lang


def given_of(request: Request) -> dict[str, Any]:
    """The parameters of the address; one given again is a list."""
    given: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        if name not in _OWN:
            given.setdefault(name, []).append(value)
    return {name: values[0] if len(values) == 1 else values for name, values in given.items()}


async def sent(
    request: Request, job: str, text: str, headers: Mapping[str, str] | None = None, **head: Any
) -> Response:
    """The answer of a worker to a job, given up when the client goes away."""
    pool: Pool = request.app.state.pool
    answer = await while_waited_for(request, pool.ask(job, text, **head))
    return Whole(answer.data, answer.media, pool.limits.unread_seconds, answer.status, headers)
