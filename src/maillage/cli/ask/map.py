"""`maillage map coverage`: a level and a day come in; two questions are asked, and the page of the map is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from maillage import __version__
from maillage.asking.answers import answer
from maillage.cli.once import Group
from maillage.cli.options import CACHE, GRAPH, LANG, STORE, opened, options, page
from maillage.cli.show import say
from maillage.dates import read_day
from maillage.errors import MaillageError
from maillage.library import Graph

LEVELS = ("department", "epci")


@click.group("map", cls=Group)
def map_group() -> None:
    """Draw what the graph says of territories as a map."""


@map_group.command("coverage")
@page("carte.html")
@click.option("--at", metavar="DAY", help="What is in force on this day: 2024-06-30; by default the last day known.")
@click.option("--level", type=click.Choice(LEVELS), default=LEVELS[0], show_default=True, help="Territories to colour.")
@options(LANG, GRAPH, STORE, CACHE)
def coverage(
    output: Path,
    at: str | None,
    level: str,
    lang: str,
    graph_folder: Path | None,
    store: Path | None,
    cache: bool,
) -> None:
    """Map who is covered by a local health contract in force on a day, as one page that works offline."""
    run_coverage(lambda: opened(graph_folder, store, lang, cache), output, at, level, lang)


def run_coverage(graph: Callable[[], Graph], output: Path, at: str | None, level: str, lang: str) -> None:
    """Ask, draw, write; what is wrong with the day or the file is said before the graph is opened.

    Raises
    ------
    MaillageError
        For a day that is none, a file that cannot be written, or a graph that says no day of its own.
    """
    from maillage.views.map import CLASSES, coverage_map, drawable, write_map
    from maillage.views.map_text import MapText

    drawable(output)
    day = None if at is None else _day(at)
    asked = graph()
    on = day or _last_day(asked)
    coverage = asked.ask("health-contract-coverage", lang=lang, level=CLASSES[level], day=on)
    contracts = asked.ask("health-contracts-by-area", lang=lang, level=CLASSES[level], day=on)
    everywhere = asked.ask("health-contracts-by-area", lang=lang, level="mlg:Country", day=on)
    map = coverage_map(level, on, coverage, contracts, everywhere, lang)
    path = write_map(map, output, __version__)
    say(f"{path} ({on}){' ' * (lang == 'fr')}: {MapText(map).summary()}")


def _day(text: str) -> str:
    try:
        return read_day(text).isoformat()
    except ValueError:
        raise MaillageError(f"--at: '{text}' is no day.", fix="Write it like 2024-06-30.") from None


def _last_day(graph: Graph) -> str:
    """The day the register was compiled: the last the graph can speak of. The clock is not asked."""
    built = graph.built
    for row in answer(built.catalogue.get("caveats", "register-sample"), built.store, built.names):
        return str(row["date"])
    raise MaillageError("this graph does not say of which day it speaks.", fix="Give one: --at 2024-06-30.")
