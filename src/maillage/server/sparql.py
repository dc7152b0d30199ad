"""SPARQL 1.1 Protocol, query part: a request comes in; the query it carries, and the answer a worker gave, go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import Response

from maillage.server import accept
from maillage.server.asking import forms, sent
from maillage.server.description import description
from maillage.server.pages import around, shown
from maillage.server.pool import Pool
from maillage.server.problems import Problem
from maillage.server.sending import Whole
from maillage.server.typed import depth, federates, updates
from maillage.store.results import TRIPLES

_HTML = "text/html"
_FORM, _QUERY, _UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
#: How deep a query may be nested: no written one comes near, and no engine falls over it.
DEPTH = 256
_READ_ONLY = "this endpoint is read only."
_HOME = "Take the files and change them at home: maillage export rdf."


@dataclass(frozen=True)
class Asked:
    """A query as the protocol carries it."""

    query: str | None
    default: Sequence[str]
    named: Sequence[str]
    form: str | None


async def endpoint(request: Request) -> Response:
    """`/sparql`: a query by GET or by either form of POST; where none is asked, the service's description, or for who
    reads pages the editor."""
    pool: Pool = request.app.state.pool
    asked = _asked(request.url.query) if request.method in ("GET", "HEAD") else await _posted(request, pool)
    if asked.query is None:
        if request.method == "POST":
            raise Problem(400, "the request carries no query.", "Give it as the form's field 'query'.")
        wanted = forms(request, [*TRIPLES, _HTML], asked.form)
        if wanted and wanted[0] == _HTML:
            return await shown(request, "console")
        return _described(request, wanted, pool.facts)
    graphs: dict[str, Any] = {"default": list(asked.default), "named": list(asked.named)}
    wanted = forms(request, [*accept.ALL, _HTML], asked.form)
    if wanted and wanted[0] == _HTML:
        return await _for_people(request, asked.query, graphs)
    _look(asked.query)
    return await sent(*(request, "sparql", asked.query), accept=[one for one in wanted if one != _HTML], **graphs)


async def _for_people(request: Request, query: str, graphs: dict[str, Any]) -> Response:
    """The answer on the page of the editor; so is what is wrong, unless no worker is free to say it."""
    here = around(request)
    try:
        _look(query)
        return await sent(request, "console", query, **graphs, **here)
    except Problem as error:
        if error.status == HTTPStatus.SERVICE_UNAVAILABLE:
            raise
        fault = {"what": error.what, "fix": error.fix, "line": error.line, "status": error.status}
        return await sent(request, "console", query, fault=fault, **here)


def _described(request: Request, wanted: Sequence[str], facts: int) -> Response:
    media = next((one for one in wanted if one in TRIPLES), "text/turtle")
    return Whole(description(str(request.url.replace(query="")), facts, media).data, media, 30)


def _asked(text: str) -> Asked:
    """The fields of a query string or form."""
    try:
        pairs = parse_qsl(text, keep_blank_values=True, strict_parsing=bool(text), errors="strict", max_num_fields=200)
    except ValueError:
        raise Problem(
            400, "the fields of the request cannot be read.", "Send them percent-encoded, in UTF-8."
        ) from None
    of = {name: [value for key, value in pairs if key == name] for name in dict(pairs)}
    if "update" in of:
        raise Problem(403, _READ_ONLY, _HOME)
    if len(of.get("query", [])) > 1:
        raise Problem(400, "the request carries several queries.", "Send one.")
    form = of.get("format", of.get("output", [None]))[0]
    graphs = [tuple(_iri(value) for value in of.get(name, ())) for name in ("default-graph-uri", "named-graph-uri")]
    return Asked(next(iter(of.get("query", [])), None), graphs[0], graphs[1], form)


def _iri(text: str) -> str:
    if ":" not in text or any(sign in '<>"{}|^`\\' or sign <= " " for sign in text):
        raise Problem(400, f"'{text}' is no IRI of a graph.", "Give it whole, percent-encoded.")
    return text


async def _posted(request: Request, pool: Pool) -> Asked:
    kind, _, parameters = request.headers.get("content-type", "").partition(";")
    kind = kind.strip().lower()
    if kind == _UPDATE:
        raise Problem(403, _READ_ONLY, _HOME)
    if kind not in (_FORM, _QUERY):
        raise Problem(415, "the body is of no kind that carries a query.", f"Send {_FORM} or {_QUERY}.")
    if "charset" in parameters.lower() and "utf-8" not in parameters.lower():
        raise Problem(415, "the body is not in UTF-8.", "Send it in UTF-8.")
    try:
        body = (await _body(request, pool.limits.body_kib * 1024)).decode()
    except UnicodeDecodeError:
        raise Problem(400, "the body is not in UTF-8.", "Send it in UTF-8.") from None
    if kind == _FORM:
        return _asked(body)
    beside = _asked(request.url.query)
    if beside.query is not None:
        raise Problem(400, "the request carries several queries.", "Send one.")
    return Asked(body, beside.default, beside.named, beside.form)


async def _body(request: Request, limit: int) -> bytes:
    """What a client sends, as long as it is not endless."""
    data = bytearray()
    async for part in request.stream():
        data += part
        if len(data) > limit:
            raise Problem(413, f"the request has more than {limit // 1024} KiB.", "Send a shorter query.")
    return bytes(data)


def _look(query: str) -> None:
    """Refuse what no worker could do, in words.

    Raises
    ------
    Problem
        For a query to another server, a change, and one nested beyond reason.
    """
    if updates(query):
        raise Problem(403, _READ_ONLY, _HOME)
    if federates(query):
        raise Problem(403, "this endpoint asks no other server.", "Leave SERVICE out, and join the answers at home.")
    if depth(query) > DEPTH:
        raise Problem(400, f"the query is nested more than {DEPTH} deep.", "Write it flatter.")
