"""The questions and networks as addresses: a name and parameters come in; rows or a graph go out, as JSON or CSV.

All of it, and its description, is read from the headers of the queries.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from maillage import __version__
from maillage.asking.catalogue import Catalogue, Parameter, Query
from maillage.asking.scope import LEVELS
from maillage.pages.kit.setting import LANGUAGES
from maillage.places import Places
from maillage.search.answers import WHY
from maillage.server.asking import forms, given_of, lang_of, sent
from maillage.server.problems import MEDIA, Problem

_CUTS = ("at", "since", "before")
#: Results of a search where nothing is said, and at most.
_HITS, _MOST = 20, 100


async def questions(request: Request) -> Response:
    """`/api/questions`: what can be asked."""
    return JSONResponse(_listed(request, "questions"))


async def networks(request: Request) -> Response:
    """`/api/networks`: which networks there are."""
    return JSONResponse(_listed(request, "networks"))


async def question(request: Request) -> Response:
    """`/api/questions/NAME?param=...`: the rows, as JSON or CSV."""
    wanted = forms(request, ["application/json", "text/csv"], {"json": "application/json"}.get(_format(request)))
    if not wanted:
        raise Problem(406, "rows are given as JSON or CSV.", "Add ?format=json or ?format=csv.")
    form = "csv" if wanted[0] == "text/csv" else "json"
    return await sent(
        request, "question", request.path_params["name"], lang=lang_of(request), params=given_of(request), form=form
    )


async def network(request: Request) -> Response:
    """`/api/networks/NAME?param=...`: the network as node-link JSON."""
    params = {}
    for name, values in given_of(request).items():
        if isinstance(values, list):
            raise Problem(400, f"'{name}' is given {len(values)} times.", "A network takes one value for each.")
        params[name] = values
    return await sent(request, "network", request.path_params["name"], lang=lang_of(request), params=params)


async def search(request: Request) -> Response:
    """`/api/search?q=...`: what a text may mean, best first."""
    asked = request.query_params
    text = asked.get("q", "")
    if not text.strip():
        raise Problem(400, "the search has no words.", "Give them: /api/search?q=coeur")
    limit = asked.get("limit", str(_HITS))
    if not (limit.isascii() and limit.isdigit() and 0 < int(limit) <= _MOST):
        raise Problem(400, f"'{limit}' is no number of results.", f"Give one from 1 to {_MOST}.")
    return await sent(request, "search", text, lang=lang_of(request), kind=asked.get("kind", ""), limit=int(limit))


async def terms(request: Request) -> Response:
    """`/api/terms`: the prefixes, classes, properties and concepts of the graph, for an editor to complete."""
    return await sent(request, "terms", "", lang=lang_of(request))


async def described(request: Request) -> Response:
    """`/api/openapi.json`: all this, as OpenAPI."""
    places: Places = request.app.state.places
    return JSONResponse(openapi(Catalogue(places), str(request.url.replace(path="", query=""))))


def _format(request: Request) -> str:
    return request.query_params.get("format", "")


def _listed(request: Request, kind: str) -> list[dict[str, Any]]:
    lang = lang_of(request)
    return [
        {
            "name": query.name,
            "title": query.words("title", lang),
            "question": query.words("question", lang),
            "tags": query.tags,
            "address": f"/api/{kind}/{query.name}",
            "params": [
                {"name": p.name, "type": p.type, "words": p.words[lang], "example": p.example, "required": p.required}
                for p in query.params.values()
            ],
        }
        for query in _queries(request.app.state.places, kind)
    ]


@cache
def _queries(places: Places, kind: str) -> list[Query]:
    return Catalogue(places).of(kind)


def openapi(catalogue: Catalogue, server: str) -> dict[str, Any]:
    """The description of the API, in the terms of OpenAPI 3.1."""
    paths: dict[str, Any] = {}
    for query in catalogue.of("questions"):
        places = [_plain(level, "a territory of this level: name or code") for level in LEVELS]
        own = [*_params(query), *(places if "territory" in query.params else []), _FORMAT, _LANG]
        rows = {"type": "array", "items": {"type": "object", "properties": {c.name: _column(c) for c in query.columns}}}
        said = {"type": "object", "properties": {"rows": rows, "notes": {"type": "array", "items": {"type": "string"}}}}
        paths[f"/api/questions/{query.name}"] = _path(
            query, own, {"application/json": {"schema": said}, "text/csv": {}}
        )
    for query in catalogue.of("networks"):
        cuts = [_plain(name, "2018, 2018-03 or 2018-03-15") for name in _CUTS[:1] if "since" in query.params]
        own = [*_params(query), *cuts, _plain("actor", "keep this thing and what is around it"), _LANG]
        paths[f"/api/networks/{query.name}"] = _path(query, own, {"application/json": {}})
    paths["/api/search"] = _SEARCH
    paths["/api/questions"] = _listing("questions", "The questions that can be asked, with their parameters")
    paths["/api/networks"] = _listing("networks", "The networks that can be drawn, with their parameters")
    paths["/api/terms"] = _listing("terms", "Prefixes, classes, properties and concepts, for an editor to complete")
    return {
        "openapi": "3.1.0",
        "info": {"title": "Maillage", "version": __version__, "license": {"name": "etalab-2.0"}},
        "servers": [{"url": server}],
        "paths": paths,
    }


def _listing(name: str, words: str) -> dict[str, Any]:
    answer = {"description": words, "content": {"application/json": {}}}
    return {
        "get": {"operationId": f"list-{name}", "summary": words, "parameters": [_LANG], "responses": {"200": answer}}
    }


def _plain(name: str, words: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": words, "schema": {"type": "string"}}


_FORMAT = {"name": "format", "in": "query", "schema": {"type": "string", "enum": ["json", "csv"]}}
_LANG = {"name": "lang", "in": "query", "schema": {"type": "string", "enum": list(LANGUAGES), "default": "fr"}}


_LIMIT = {
    "name": "limit",
    "in": "query",
    "schema": {"type": "integer", "minimum": 1, "maximum": _MOST, "default": _HITS},
}
_TEXT: dict[str, Any] = {"type": "string"}
_HIT = {"iri": _TEXT, "label": _TEXT, "kind": _TEXT, "kind_label": _TEXT, "place": _TEXT, "address": _TEXT}
_HIT["why"] = {"type": "string", "enum": list(WHY)}
_FOUND = {"type": "array", "items": {"type": "object", "properties": _HIT}}
_SEARCH = {
    "get": {
        "operationId": "search",
        "summary": "What a text may mean, best first",
        "description": "Names, some words of them, short forms and codes; errors of typing and accents do not matter.",
        "parameters": [
            {"name": "q", "in": "query", "required": True, "example": "cpam moselle", "schema": _TEXT},
            _plain("kind", "a class, by CURIE or label: mlg:Hospital"),
            *(_LIMIT, _LANG),
        ],
        "responses": {
            "200": {
                "description": "What was found.",
                "content": {"application/json": {"schema": {"type": "object", "properties": {"results": _FOUND}}}},
            },
            "default": {"description": "What is wrong and how to mend it.", "content": {MEDIA: {}}},
        },
    }
}


def _params(query: Query) -> list[dict[str, Any]]:
    return [_param(parameter) for parameter in query.params.values()]


def _param(parameter: Parameter) -> dict[str, Any]:
    return {
        "name": parameter.name,
        "in": "query",
        # One that has a usual value can be left out, and a territory be given by its level.
        "required": parameter.required and parameter.default is None and parameter.name != "territory",
        "description": f"{parameter.words['fr']} / {parameter.words['en']}",
        "example": parameter.example,
        "schema": {"type": "integer" if parameter.type == "integer" else "string"},
    }


def _column(column: Any) -> dict[str, Any]:
    kinds = {"integer": ["integer", "null"], "decimal": ["number", "string", "null"], "boolean": ["boolean", "null"]}
    return {"type": kinds.get(column.type, ["string", "null"]), "description": column.words["en"]}


def _path(query: Query, params: list[dict[str, Any]], content: dict[str, Any]) -> dict[str, Any]:
    problem = {"description": "What is wrong and how to mend it.", "content": {MEDIA: {}}}
    return {
        "get": {
            "operationId": query.name,
            "summary": query.words("title", "en"),
            "description": f"{query.words('question', 'fr')}\n\n{query.words('question', 'en')}",
            "tags": query.tags,
            "parameters": params,
            "responses": {"200": {"description": "The answer.", "content": content}, "default": problem},
        }
    }
