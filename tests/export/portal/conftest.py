"""A bundle of the small graph, written once; copies of it share its files until a test replaces one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from maillage.cli.publish.ontology import pages_of
from maillage.export.portal.bundle import Written, export_portal
from maillage.library import Graph

BASE = "https://example.org/maillage/"


@pytest.fixture(scope="session")
def made(small_graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Written]:
    """The folder and what the writer says of it."""
    folder = tmp_path_factory.mktemp("portal") / "bundle"
    pages = pages_of(small_graph.built.loaded.places)
    return folder, export_portal(small_graph.built, folder, "0.2.0", base_url=BASE, pages=pages)


@pytest.fixture(scope="session")
def bundle(made: tuple[Path, Written]) -> Path:
    """The folder."""
    return made[0]


@pytest.fixture
def copy(bundle: Path, tmp_path: Path) -> Path:
    """A copy of the folder; its files are links, so `replace` puts others in their place."""
    shutil.copytree(bundle, tmp_path / "copy", copy_function=os.link)
    return tmp_path / "copy"


@pytest.fixture
def replace(copy: Path) -> Callable[[str, Callable[[str], str]], None]:
    """Change the text of a file of the copy; what changes nothing is a fault of the test."""

    def change(path: str, how: Callable[[str], str]) -> None:
        before = (copy / path).read_text(encoding="utf-8")
        after = how(before)
        assert after != before, f"{path} is as it was"
        (copy / path).unlink()
        (copy / path).write_text(after, encoding="utf-8")

    return change


@pytest.fixture(scope="session")
def shapes(shared: Path) -> list[Path]:
    """The official shapes of DCAT-AP 3.0.1, and what the tables of the Union say of a few codes."""
    folder = shared / "data" / "shacl"
    if not folder.is_dir():
        pytest.skip(f"no shapes at {folder}")
    return [folder / "dcat-ap-3.0.1", folder / "eu-authority-stub.ttl"]
