"""`maillage export mappings`: the links of the graph to other data sets go out as one SSSOM mapping set."""

from __future__ import annotations

from pathlib import Path

import click

from maillage import __version__
from maillage.cli.once import Command
from maillage.cli.options import CACHE, GRAPH, LANG, STORE, opened, options
from maillage.cli.show import say


@click.command("mappings", cls=Command)
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="File to write: links.sssom.tsv.")
@options(LANG, GRAPH, STORE, CACHE)
def mappings_command(output: Path, lang: str, graph_folder: Path | None, store: Path | None, cache: bool) -> None:
    """Write the links to Wikidata, GeoNames, NUTS and ROR as one SSSOM mapping set, from the facts of the graph."""
    from maillage.export.mappings import in_no_set, to_sssom
    from maillage.things.files import write_atomically

    built = opened(graph_folder, store, lang, cache).built
    text = to_sssom(built.store, built.names, __version__, lang)
    write_atomically(output, text)
    rows = sum(not line.startswith("#") for line in text.splitlines()) - 1
    say(f"{output}: {rows} links")
    left = in_no_set(built.store)
    if left:
        say(f"Left out: {left} links that stand in no set of links (graph/links/): nothing says how they were found.")
