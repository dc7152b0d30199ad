"""Linked data: the path of an IRI of ours comes in; where to read of it goes out, or what is said of it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import cache
from pathlib import PurePosixPath

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from maillage import __version__
from maillage.export.ontology import ontology_files
from maillage.pages.kit.paths import ENDINGS, data_of, iri_of, iris_at, page_of, uri_of
from maillage.places import Places
from maillage.server.asking import forms, lang_of, sent
from maillage.server.pages import shown
from maillage.server.pool import Pool
from maillage.server.problems import Problem
from maillage.server.sending import Whole
from maillage.store.results import TRIPLES
from maillage.terms import BASE
from maillage.things.policy import policy
from maillage.views.ontology_html import page as reference
from maillage.vocabulary.entries import Vocabulary

_HTML = "text/html"


async def thing(request: Request) -> Response:
    """`/id/...`, `/def/...`: 303 to the page or the triples of a thing."""
    pool: Pool = request.app.state.pool
    iri = await _first(request, lambda iri: pool.ask("exists", iri))
    wanted = forms(request, [*TRIPLES, _HTML])
    if not wanted:
        raise Problem(406, "there is no form of this that is accepted.", "Accept text/turtle.")
    to = page_of(iri) if wanted[0] == _HTML else data_of(iri)
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{to}{query}", 303, {"Vary": "Accept"})


async def page(request: Request) -> Response:
    """`/page/...`: the page of a thing."""
    iri = iri_of(request.path_params["below"])
    head = {"Link": f'<{data_of(iri)}>; rel="alternate"; type="text/turtle", <{uri_of(iri)}>; rel="describes"'}
    return await shown(request, "thing", iri, head)


async def data(request: Request) -> Response:
    """`/data/...`: the triples of a thing, in the form of the path's ending or the one wanted most."""
    below = request.path_params["below"]
    ending = PurePosixPath(below).suffix
    if ending in ENDINGS:
        below, wanted = below.removesuffix(ending), [ENDINGS[ending]]
    else:
        wanted = forms(request, list(TRIPLES))
    iri = iri_of(below)
    head = {"Link": f'<{page_of(iri)}>; rel="alternate"; type="text/html", <{uri_of(iri)}>; rel="describes"'}
    return await sent(request, "data", iri, head, accept=wanted)


async def graph(request: Request) -> Response:
    """`/graph/...`: the named graph of a file."""
    found: list[Response] = []

    async def ask(iri: str) -> None:
        found.append(await sent(request, "file", iri, accept=forms(request, list(TRIPLES))))

    await _first(request, ask)
    return found[0]


async def _first(request: Request, ask: Callable[[str], Awaitable[object]]) -> str:
    """Of the IRIs that an address may mean, the first of which something is known.

    Raises
    ------
    Problem
        What is wrong with the likeliest one.
    """
    wrong: Problem | None = None
    for iri in iris_at(request.scope["raw_path"].decode("ascii", "replace")):
        try:
            await ask(iri)
            return iri
        except Problem as error:
            if error.status != 404:
                raise
            wrong = wrong or error
    raise wrong or Problem(404, "there is nothing at this address.")


async def void(request: Request) -> Response:
    """`/.well-known/void`: what the graph holds, by class and property."""
    endpoint = str(request.url.replace(path="/sparql", query=""))
    return await sent(request, "void", endpoint, accept=forms(request, list(TRIPLES)))


async def vocabulary(request: Request) -> Response:
    """`/def`: the ontology, as a page or in a form of RDF."""
    wanted = forms(request, [*TRIPLES, _HTML])
    if not wanted:
        raise Problem(406, "the ontology is not to be had in a form that is accepted.", f"Accept {_HTML}.")
    places: Places = request.app.state.places
    if wanted[0] == _HTML:
        body = await asyncio.to_thread(_reference, places, lang_of(request))
    else:
        ending = {"text/turtle": ".ttl", "application/rdf+xml": ".rdf"}.get(wanted[0], "")
        ending = ending or {"application/ld+json": ".jsonld", "application/n-triples": ".nt"}[wanted[0]]
        body = (await asyncio.to_thread(_files, places))[f"maillage{ending}"]
    # Its style stands inside, as the file that is handed on has it.
    safe = {"Content-Security-Policy": f"{policy()}; frame-ancestors 'none'"} if wanted[0] == _HTML else {}
    return Whole(body, wanted[0], headers={"Link": f'<{BASE}def>; rel="describes"', **safe})


@cache
def _reference(places: Places, lang: str) -> bytes:
    return reference(Vocabulary(places), lang, __version__).encode()


@cache
def _files(places: Places) -> dict[str, bytes]:
    return ontology_files(places.ontology)
