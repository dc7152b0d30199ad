"""`maillage withdraw`: a name or an IRI comes in; its digest goes into the withdrawal list of the graph."""

from __future__ import annotations

from pathlib import Path

import click

from maillage.cli.once import Command
from maillage.cli.options import GRAPH, LANG, options, places_with
from maillage.cli.show import say
from maillage.errors import MaillageError
from maillage.places import shown


@click.command("withdraw", cls=Command)
@click.argument("names", nargs=-1, required=True)
@options(LANG, GRAPH)
def withdraw_command(names: tuple[str, ...], lang: str, graph_folder: Path | None) -> None:
    """Put NAMES (or CURIEs, IRIs) on the graph's withdrawal list, as digests that do not say them.

    Checks then refuse a graph that still holds one, imports leave them out, and a release may let them go.
    """
    from maillage.naming.withdrawn import FILE, line_for, read_withdrawn
    from maillage.things.files import write_atomically

    places = places_with(graph_folder)
    if places.installed:
        raise MaillageError("this is an installed copy.", file=places.graph, fix="Name a graph of yours with --graph.")
    path = places.graph / FILE
    read_withdrawn(places.graph)
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    new = [line for line in dict.fromkeys(map(line_for, names)) if line not in text]
    if new:
        body = text if not text or text.endswith("\n") else f"{text}\n"
        write_atomically(path, body + "".join(f"{line}\n" for line in new))
    words = ("ajout(s). Ce qui reste à ôter", " ") if lang == "fr" else ("added. What is left to take out", "")
    say(f"{shown(path)}: {len(new)} {words[0]}{words[1]}: maillage check")
