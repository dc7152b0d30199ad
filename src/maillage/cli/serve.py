"""`maillage serve`: limits and an address come in; the graph is served there until one stops it."""

from __future__ import annotations

import math
import sys
from pathlib import Path
from typing import Any

import click

from maillage.cli.once import Command
from maillage.cli.options import CACHE, ENDPOINT, GRAPH, LANG, STORE, opened, options
from maillage.cli.show import say
from maillage.errors import MaillageError


class _Number(click.FloatRange):
    """A number of a range; what is no number (nan) is of none."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number."""
        number = float(super().convert(value, param, ctx))
        if math.isnan(number):
            self.fail(f"{value} is no number.", param, ctx)
        return number


@click.command("serve", cls=Command)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at; 0.0.0.0 for all of them.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Port; 0 for a free one.")
@click.option(
    "--limit-seconds", default=10.0, show_default=True, type=_Number(0.1, 3600), help="Time a query may take."
)
@click.option(
    "--limit-rows", default=50_000, show_default=True, type=click.IntRange(1), help="Rows or triples of an answer."
)
@click.option(
    "--limit-mib",
    default=20.0,
    show_default=True,
    type=_Number(0.001, 1024),
    help="MiB of an answer.",
)
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1, 64), help="Queries that run at a time.")
@options(LANG, GRAPH, STORE, ENDPOINT, CACHE)
def serve_command(
    host: str,
    port: int,
    limit_seconds: float,
    limit_rows: int,
    limit_mib: float,
    workers: int,
    lang: str,
    graph_folder: Path | None,
    store: Path | None,
    endpoint: str | None,
    cache: bool,
) -> None:
    """Serve the graph over HTTP: a read-only SPARQL endpoint at /sparql, with limits on what one query may cost.

    Stop it with Ctrl-C. What a stranger asks runs in a process that can reach nothing and is replaced when it dies.
    With --endpoint the same pages and addresses are made of what an outside engine holds, and queries are handed on to
    it: what stands at /sparql is then as strong as that engine.
    """
    if not sys.platform.startswith("linux"):
        raise MaillageError(
            "the server runs on Linux only, whose processes it forks and bounds.", fix="Run it in a container or a VM."
        )
    try:
        import starlette  # noqa: F401
        import uvicorn  # noqa: F401
    except ImportError:
        raise MaillageError("the server is not installed.", fix="pip install 'maillage[server]'") from None
    from maillage.server.limits import Limits
    from maillage.server.run import held, listening, serve

    limits = Limits(limit_seconds, limit_rows, limit_mib, workers)
    listener = listening(host, port)
    at = f"http://{f'[{host}]' if ':' in host else host}:{listener.getsockname()[1]}"

    def ready(number: int) -> None:
        fr = lang == "fr"
        say(
            f"{at}/sparql : {number:,} faits, {workers} processus, {limit_seconds:g} s par question. Ctrl-C arrête."
            if fr
            else f"{at}/sparql: {number:,} facts, {workers} workers, {limit_seconds:g} s a query. Ctrl-C stops."
        )

    with listener, held(opened(graph_folder, store, lang, cache, endpoint).built, None if endpoint else store) as facts:
        serve(facts, limits, listener, ready)
