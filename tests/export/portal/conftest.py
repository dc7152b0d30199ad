"""Copies of the bundle of the small graph (tests/conftest.py) share its files until a test replaces one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

BASE = "https://example.org/maillage/"


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
