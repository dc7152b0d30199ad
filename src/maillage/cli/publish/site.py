"""`maillage export site`: options come in; the pages are written as a folder of files, and its size is said."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maillage.cli.options import CACHE, GRAPH, LANG, STORE, opened, options
from maillage.cli.show import say
from maillage.cli.streams import is_window, stoppable
from maillage.errors import MaillageError
from maillage.library import Graph

if TYPE_CHECKING:
    from maillage.pages.site.export import Site

#: Processes that make pages, where they can be forked: more gain little, each holds what it makes.
PROCESSES = 2


@click.command("site")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, help="Folder to write, empty or a former site."
)
@click.option(
    "--base-url",
    metavar="URL",
    default="",
    help="Where it will be served: for canonical links and sitemap.xml.",
)
@options(LANG, GRAPH, STORE, CACHE)
def site_command(
    output: Path, base_url: str, lang: str, graph_folder: Path | None, store: Path | None, cache: bool
) -> None:
    """Write the pages as a folder that any static host serves, in French and in English.

    Home, a page for every arrangement, every actor that takes part in something, every region, department and document,
    the questions with their usual answers, the networks to explore, a search in the browser. A second export into the
    same folder writes only what changed, and removes what is gone; a folder that holds other files is refused.
    """
    from maillage.pages.site.export import export_site
    from maillage.pages.site.writing import former

    if base_url and not base_url.startswith(("https://", "http://")):
        raise MaillageError(
            f"'{base_url}' is no address of a folder on the web.", fix="Write https://example.org/site/."
        )
    former(output)
    watched = is_window("stderr")

    def told(done: int, of: int) -> None:
        if watched and done % 500 < 20:
            say(f"  {done} / {of}")

    with stoppable():
        graph = opened(graph_folder, store, lang, cache)
        if sys.platform.startswith("linux"):
            made = _forked(graph, output, base_url, told)
        else:
            made = export_site(graph, output, base_url, told=told)
    say(_summary(output, made, lang))


def _forked(graph: Graph, output: Path, base_url: str, told: Callable[[int, int], None]) -> Site:
    """The site made by several processes over facts in memory: a store on disk has threads, which no fork carries."""
    import gc

    from maillage.pages.site.export import export_site
    from maillage.server.limits import Limits
    from maillage.server.run import held
    from maillage.server.zygote import load

    with held(graph.built) as facts:
        whole = load(facts, Limits())
        gc.collect()
        gc.freeze()  # so that the children share these pages
        return export_site(whole, output, base_url, PROCESSES, told=told)


def _summary(output: Path, made: Site, lang: str) -> str:
    size = made.size / 1e6
    if lang == "fr":
        return (
            f"{output} : {made.pages} pages, {made.files} fichiers, {size:.1f} Mo ; "
            f"{made.written} écrits, {made.removed} retirés."
        )
    there = f"{output}: {made.pages} pages, {made.files} files, {size:.1f} MB"
    return f"{there}; {made.written} written, {made.removed} removed."
