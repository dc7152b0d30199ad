"""`maillage search`: a text as one types it comes in; what it may mean is printed, best first."""

from __future__ import annotations

from pathlib import Path

import click

from maillage.cli.once import Command
from maillage.cli.options import CACHE, ENDPOINT, FORMAT, GRAPH, LANG, STORE, opened, options
from maillage.cli.show import print_table, say


@click.command("search", cls=Command)
@click.argument("text", nargs=-1, required=True)
@click.option("--kind", help="Only things of this class, by CURIE or label (mlg:Hospital), and of kinds of it.")
@click.option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True, help="How many at most.")
@options(FORMAT, LANG, GRAPH, STORE, ENDPOINT, CACHE)
def search_command(
    text: tuple[str, ...],
    kind: str | None,
    limit: int,
    form: str,
    lang: str,
    graph_folder: Path | None,
    store: Path | None,
    endpoint: str | None,
    cache: bool,
) -> None:
    """List what TEXT may mean, best first: a name, some words of it, a short form or a code, with errors of typing.

    `maillage resolve` names the one body a mention stands for, or none; this lists all kinds of things.
    """
    words = " ".join(text)
    table = opened(graph_folder, store, lang, cache, endpoint).search(words, kind=kind, lang=lang, limit=limit)
    if len(table) or form != "table":
        print_table(table, form)
    if not len(table):
        say(f"Rien ne ressemble à « {words} »." if lang == "fr" else f'Nothing is like "{words}".')
