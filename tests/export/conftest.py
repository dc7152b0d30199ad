"""Exports are compared byte by byte and read again by slow readers: on the small graph."""

from __future__ import annotations

import pytest

from maillage.library import Graph


@pytest.fixture(scope="session")
def graph(small_graph: Graph) -> Graph:
    """The small graph, in place of the shipped one."""
    return small_graph
