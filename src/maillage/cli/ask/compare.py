"""`maillage compare`: two territories, dates or graphs come in; a table of what differs, or its picture, goes out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from maillage.cli.ask.answer import FORMAT, put_answer
from maillage.cli.ask.answer import form_of as answer_form
from maillage.cli.ask.cut import KIND, NAMED, UNKNOWN, asked_of
from maillage.cli.ask.network import WEIGHTS
from maillage.cli.once import Command
from maillage.cli.options import CACHE, GRAPH, LANG, PARAM, SCOPE, STORE, opened, options
from maillage.cli.show import say
from maillage.cli.streams import stoppable
from maillage.dates import read_period
from maillage.errors import MaillageError
from maillage.library import Graph, open_graph

TABLES = ("summary", "nodes", "ties")


@click.command("compare", cls=Command)
@click.argument("territories", nargs=-1)
@click.option("--at", "days", multiple=True, help="A day, month or year; given twice, the two dates to compare.")
@click.option(
    "--with",
    "other",
    type=click.Path(path_type=Path),
    help="Another release: a folder of Turtle files, or one written by `maillage build -o`.",
)
@click.option("--network", "name", default="coordination", show_default=True, help="The network to compare.")
@click.option("--weight", type=click.Choice(WEIGHTS), default="count", show_default=True, help="What a tie weighs.")
@click.option("--show", "which", type=click.Choice(TABLES), default="summary", show_default=True, help="Which table.")
@click.option(
    "--permutations",
    type=click.IntRange(0),
    default=0,
    help="Of the summary: how often nodes change places, to test the correlation of weights (QAP).",
)
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True, help="Of the permutations.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="A table (.csv, .json, .md, .xlsx), or the picture of the difference (.html), or its data (.gexf, .graphml).",
)
@KIND
@options(UNKNOWN, *SCOPE, PARAM, FORMAT, LANG, GRAPH, STORE, CACHE)
def compare_command(
    territories: tuple[str, ...],
    days: tuple[str, ...],
    other: Path | None,
    name: str,
    weight: str,
    which: str,
    permutations: int,
    seed: int,
    output: Path | None,
    kind: str | None,
    unknown: str,
    region: str | None,
    department: str | None,
    epci: str | None,
    params: tuple[str, ...],
    form: str,
    lang: str,
    graph_folder: Path | None,
    store: Path | None,
    cache: bool,
) -> None:
    """Put two networks side by side: gained, lost, kept, and how alike they are.

    Two territories: maillage compare "Grand Est" Bretagne. Two dates: maillage compare --at 2018 --at 2023. Two
    releases: maillage compare --with FOLDER.
    """
    from maillage.cli.ask.draw import check_output, write_network

    two = (len(territories) == 2, len(days) == 2, other is not None)
    if sum(two) != 1 or len(territories) not in (0, 2) or len(days) > 2:
        raise MaillageError(
            "compare takes two territories, two dates or another release.",
            fix='maillage compare "Grand Est" Bretagne, or --at 2018 --at 2023, or --with FOLDER.',
        )
    drawn = output is not None and output.suffix.lower() in (".html", ".htm", ".gexf", ".graphml")
    if drawn and output is not None:
        check_output(output)
    else:
        form = answer_form(form, output, False)
    if permutations and (drawn or which != "summary"):
        raise MaillageError("--permutations tests what the summary says.", fix="Leave it out, or ask for the summary.")
    for day in days:
        read_period(day, None, None, NAMED)
    asked = asked_of(params, kind, region=region, department=department, epci=epci, unknown=unknown, weight=weight)
    graph = opened(graph_folder, store, lang, cache)
    before, after, names = _sides(graph, territories, days, other, lang)
    with stoppable():
        there = None if other is None else _other(other)
        found = graph.compare(before, after, name, other=there, names=names, **asked)
    if drawn and output is not None:
        write_network(found.graph, output, lang)
        say(f"{output}")
        return
    if which == "summary":
        table = found.summary(lang, permutations=permutations, seed=seed)
    else:
        table = found.nodes(lang) if which == "nodes" else found.ties(lang)
    put_answer(table, form, lang, output, False, None)


def _sides(
    graph: Graph, territories: tuple[str, ...], days: tuple[str, ...], other: Path | None, lang: str
) -> tuple[dict[str, Any], dict[str, Any], tuple[str, str]]:
    """What each of the two is asked with, and what they are called."""
    if territories:
        found = [graph.territory(text) for text in territories]
        labels = graph.label(found[0], lang), graph.label(found[1], lang)
        return {"territory": found[0]}, {"territory": found[1]}, labels
    if days:
        return {"at": days[0]}, {"at": days[1]}, (days[0], days[1])
    return {}, {}, ("ici", str(other)) if lang == "fr" else ("here", str(other))


def _other(folder: Path) -> Graph:
    """A folder of Turtle files, or one that a build wrote."""
    built = (folder / "manifest.json").is_file()
    return open_graph(store=folder) if built else open_graph(folder)
