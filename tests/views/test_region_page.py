"""The network of a real region in a real browser: hundreds of ties stay quick to open, and say what the graph says."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx

from maillage.cli.ask.draw import MANY, hint
from maillage.library import Graph
from maillage.views.page import write_page


def test_a_region_opens(open_page: Callable[..., Any], small_graph: Graph, tmp_path: Path) -> None:
    """The small graph holds the whole register of Grand Est."""
    network = small_graph.network("coordination", region="44")
    assert len(network) > 100 and network.number_of_edges() > 500
    path = write_page(network, tmp_path / "region.html")
    assert path.stat().st_size < 5_000_000
    began = time.monotonic()
    page = open_page(path, height=900)
    assert time.monotonic() - began < 20
    drawn = page.evaluate(
        "[maillage.network.body.data.nodes.length, maillage.network.body.data.edges.length]",
    )
    assert drawn == [len(network), network.number_of_edges()]
    said = re.sub(r"[\u00a0\u202f]", "", page.locator("body").inner_text())
    assert f"{len(network)}acteurs" in said.replace(" ", "")
    assert "Grand Est" in said


def test_a_page_too_large_to_be_quick_is_said_so() -> None:
    few, many = nx.path_graph(MANY), nx.path_graph(MANY + 1)
    assert hint(few, Path("x.html"), "fr") is None
    assert hint(many, Path("x.gexf"), "fr") is None
    assert "--region" in (hint(many, Path("x.html"), "fr") or "")
    assert (hint(many, Path("x.HTML"), "en") or "").startswith("Above 2000 points")
