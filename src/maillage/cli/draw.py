"""`maillage network`: a network comes in; a page or a data file goes out, by the file's ending."""

from __future__ import annotations

from pathlib import Path

import networkx as nx

from maillage.errors import MaillageError


def write_network(g: nx.Graph, output: Path, lang: str) -> None:
    """Write the network as the file's ending asks."""
    ending = output.suffix.lower()
    if ending in (".html", ".htm"):
        from maillage.views.page import write_page

        write_page(g, output, lang)
    else:
        raise MaillageError(
            f"no network is written as '{ending or output.name}'.", file=output, fix="End the file name in .html."
        )
