"""`maillage network`: a network comes in; a page or a data file goes out, by the file's ending."""

from __future__ import annotations

from pathlib import Path

import networkx as nx


def write_network(g: nx.Graph, output: Path, lang: str) -> None:
    """Write the network as the file's ending asks: .html is the page, the rest is data."""
    if output.suffix.lower() in (".html", ".htm") or output.is_dir():
        from maillage.views.page import write_page

        write_page(g, output, lang)
    else:
        from maillage.export.networks import write_network as write_data

        write_data(g, output, lang)
