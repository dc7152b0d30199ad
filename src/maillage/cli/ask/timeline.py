"""`maillage timeline`: a territory, an actor and years come in; the page of a timeline is written."""

from __future__ import annotations

from pathlib import Path

import click

from maillage import __version__
from maillage.cli.ask.cut import ACTOR, KIND, NAMED, asked_of
from maillage.cli.once import Command
from maillage.cli.options import CACHE, GRAPH, LANG, PARAM, SCOPE, STORE, opened, options, page
from maillage.cli.show import say
from maillage.cli.streams import stoppable
from maillage.dates import read_period


@click.command("timeline", cls=Command)
@page("frise.html")
@click.option(
    "--by", type=click.Choice(["territory", "actor"]), default="territory", show_default=True, help="How it is grouped."
)
@click.option("--from", "since", help="First year of the axis; by default that of the first date known.")
@click.option("--until", help="Last year of the axis; by default that of the last date known.")
@ACTOR
@KIND
@options(*SCOPE, PARAM, LANG, GRAPH, STORE, CACHE)
def timeline_command(
    output: Path,
    by: str,
    since: str | None,
    until: str | None,
    actor: str | None,
    kind: str | None,
    region: str | None,
    department: str | None,
    epci: str | None,
    params: tuple[str, ...],
    lang: str,
    graph_folder: Path | None,
    store: Path | None,
    cache: bool,
) -> None:
    """Draw arrangements as bars and events as points, on one page that works offline."""
    from maillage.views.timeline import timeline, write_timeline

    since, until = read_period(None, since, until, NAMED)
    asked = asked_of(params, kind, region=region, department=department, epci=epci, actor=actor)
    graph = opened(graph_folder, store, lang, cache)
    with stoppable():
        network = graph.network("two-mode", **asked)
    line = timeline(network, by, lang, since=since, until=until)
    path = write_timeline(line, output, __version__)
    bars, bare = (sum(len(getattr(group, of)) for group in line.groups) for of in ("bars", "undated"))
    said = (
        f"{bars} dispositifs datés, {bare} sans date" if lang == "fr" else f"{bars} dated arrangements, {bare} without"
    )
    say(f"{path}: {said}.")
