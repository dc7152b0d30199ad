"""`maillage bias`: a network comes in; what it rests on, how it covers regions, and which ranks hang on one source."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from maillage.cli.ask.answer import FORMAT, OUTPUT, put_answer
from maillage.cli.ask.answer import form_of as answer_form
from maillage.cli.ask.cut import AT, KIND, NAME, NAMED, asked_of
from maillage.cli.once import Command
from maillage.cli.options import CACHE, GRAPH, LANG, PARAM, SCOPE, STORE, opened, options
from maillage.cli.streams import stoppable
from maillage.dates import read_period
from maillage.errors import MaillageError
from maillage.library import Graph
from maillage.things.table import Table

if TYPE_CHECKING:
    import networkx as nx

BY = ("document", "publisher", "year", "region", "kind")
PANELS = ("coverage", "counts", *BY, "ranks")


@click.command("bias", cls=Command)
@NAME
@click.option(
    "--by",
    type=click.Choice(PANELS),
    default="coverage",
    show_default=True,
    help="Regions covered, known against counted elsewhere, sources of the ties, or ranks without each source.",
)
@AT
@click.option("--top", type=click.IntRange(1), help="With --by ranks: so many actors, the first.")
@KIND
@options(*SCOPE, PARAM, FORMAT, OUTPUT, LANG, GRAPH, STORE, CACHE)
def bias_command(
    name: str,
    by: str,
    at: str | None,
    top: int | None,
    kind: str | None,
    region: str | None,
    department: str | None,
    epci: str | None,
    params: tuple[str, ...],
    form: str,
    output: Path | None,
    lang: str,
    graph_folder: Path | None,
    store: Path | None,
    cache: bool,
) -> None:
    """Tell what network NAME rests on: sources, coverage, and the ranks (by partners) that hang on one source."""
    form = answer_form(form, output, False)
    if top is not None and by != "ranks":
        raise MaillageError("--top goes with --by ranks.", fix="Leave it out.")
    read_period(at, None, None, NAMED)
    asked = asked_of(params, kind, region=region, department=department, epci=epci, at=at)
    graph = opened(graph_folder, store, lang, cache)
    with stoppable():
        table = _panel(graph, name, by, top, asked, lang)
    put_answer(table, form, lang, output, False, None)


def _panel(graph: Graph, name: str, by: str, top: int | None, asked: dict[str, Any], lang: str) -> Table:
    from maillage.network import leave_one_out, sources

    if by == "coverage":
        return graph.coverage(lang)
    if by == "counts":
        return graph.ask("completeness", lang=lang, **{k: asked[k] for k in ("region", "department", "epci")})
    network = graph.network(name, **asked)
    return leave_one_out(network, _partners, lang, top) if by == "ranks" else sources(network, by, lang)


def _partners(graph: nx.Graph) -> dict[Any, float]:
    return {node: float(degree) for node, degree in graph.degree()}
