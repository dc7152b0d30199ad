"""What every test may use: the built graph, the project's folders, the source texts where they are at hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import maillage
from maillage.library import Graph
from maillage.places import Places, find_places

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def places() -> Places:
    """The checkout's ontology, graph and queries."""
    return find_places(ROOT)


@pytest.fixture(scope="session")
def graph() -> Graph:
    """The shipped graph, built."""
    return maillage.open_graph()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of seeds and data beside the checkout."""
    folder = Path(os.environ.get("MAILLAGE_SHARED", ROOT.parent / "shared"))
    if not (folder / "seeds").is_dir():
        pytest.skip(f"no folder of source texts at {folder}: set MAILLAGE_SHARED")
    return folder
