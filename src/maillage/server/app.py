"""The application: a pool of workers comes in; its routes, each a function of a small module, go out."""

from __future__ import annotations

from dataclasses import asdict

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from maillage.errors import MaillageError
from maillage.server import api, explore, linked, pages
from maillage.server.pool import Pool
from maillage.server.problems import Problem, problem
from maillage.server.sparql import endpoint
from maillage.server.watch import Watch


def application(pool: Pool) -> Watch:
    """The server as an ASGI application over a pool that is started."""
    routes = [
        Route("/", pages.home),
        Route("/sparql", endpoint, methods=["GET", "POST"]),
        Route("/id/{below:path}", linked.thing),
        Route("/page/{below:path}", linked.page),
        Route("/data/{below:path}", linked.data),
        Route("/graph/{below:path}", linked.graph),
        Route("/def", linked.vocabulary),
        Route("/def/{below:path}", linked.thing),
        Route("/.well-known/void", linked.void),
        Route("/api/openapi.json", api.described),
        Route("/api/terms", api.terms),
        Route("/api/questions", api.questions),
        Route("/api/questions/{name}", api.question),
        Route("/api/search", api.search),
        Route("/api/networks", api.networks),
        Route("/api/networks/{name}", api.network),
        Route("/search", pages.search),
        Route("/explore", explore.home),
        Route("/explore/{name}.json", explore.drawing),
        Route("/explore/{name}.csv", explore.rows),
        Route("/explore/{name}/links", explore.link),
        Route("/explore/{name}", explore.page),
        Route("/compare", pages.compare),
        Route("/questions", pages.questions),
        Route("/questions/{name}", pages.question),
        Route("/question/{name}", pages.named),
        Route("/static/{file:path}", pages.static),
        Route("/health", _health),
        Route("/metrics", _metrics),
    ]
    told = {Problem: problem, MaillageError: problem, HTTPException: _http, ClientDisconnect: _gone, Exception: problem}
    shared = Middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=["GET", "HEAD", "POST"],
        allow_headers=["Accept", "Content-Type"],
        expose_headers=["Content-Type", "ETag", "Link", "Location", "Retry-After"],
    )
    app = Starlette(routes=routes, exception_handlers=told, middleware=[shared])
    app.state.pool, app.state.places = pool, pool.held.places
    return Watch(app)


def _http(request: Request, error: Exception) -> Response:
    """What the routes refuse, told like everything else."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    what = {404: "there is nothing at this address.", 405: f"{request.method} is not done here."}
    allowed = (getattr(error, "headers", None) or {}).get("Allow", "GET")
    fixes = {404: "Ask at /sparql, or see /api/questions.", 405: f"Use {allowed}."}
    known = Problem(status, what.get(status, "the request cannot be served."), fixes.get(status, ""))
    return problem(request, known, {"Allow": allowed} if status == 405 else {})


def _gone(request: Request, error: Exception) -> Response:
    """Whoever asked is no longer there: nothing reads this answer."""
    return Response(status_code=499)


def _health(request: Request) -> Response:
    pool: Pool = request.app.state.pool
    said = {"status": "ok" if pool.alive else "failing", "facts": pool.facts, "waiting": pool.waiting}
    return JSONResponse(said, 200 if pool.alive else 503)


def _metrics(request: Request) -> Response:
    pool: Pool = request.app.state.pool
    watch: Watch = request.scope["watch"]
    queries = {f"queries_{name}": float(number) for name, number in asdict(pool.counts).items()}
    gauges = {"facts": pool.facts, "queries_waiting": pool.waiting, "workers": pool.limits.workers, **queries}
    return PlainTextResponse(watch.told(gauges))
