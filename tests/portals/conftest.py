"""The readers of portals: each a Python of its own, made by install.sh; what they say comes back as JSON."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from maillage.cli.publish.ontology import pages_of
from maillage.export.portal.bundle import export_portal
from maillage.export.push.bundle import Opened, open_bundle
from maillage.library import Graph

HERE = Path(__file__).parent
BASE = "https://example.org/maillage/"
Read = Callable[..., Any]


@pytest.fixture(scope="session")
def bundle(small_graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle of the small graph, with an address to write to."""
    folder = tmp_path_factory.mktemp("portals") / "bundle"
    pages = pages_of(small_graph.built.loaded.places)
    export_portal(small_graph.built, folder, "0.2.0", base_url=BASE, contact="contact@example.org", pages=pages)
    return folder


@pytest.fixture(scope="session")
def opened(bundle: Path) -> Opened:
    """The same, as a push reads it."""
    return open_bundle(bundle)


@pytest.fixture(scope="session")
def python() -> Callable[[str], Path]:
    """The Python of a reader; skips, or fails where everything is required, when it is not there."""

    def do(name: str) -> Path:
        path = Path(os.environ.get(f"MAILLAGE_{name.upper()}", HERE / f".venv-{name}" / "bin" / "python"))
        if not path.exists():
            reason = f"no {name} at {path}: run sh tests/portals/install.sh, or set MAILLAGE_{name.upper()}"
            if os.environ.get("MAILLAGE_REQUIRE_ALL") == "1":
                pytest.fail(reason)
            pytest.skip(reason)
        return path

    return do


@pytest.fixture(scope="session")
def read(python: Callable[[str], Path]) -> Read:
    """Have a reader read: its name and what its script is given come in; what it understood goes out."""

    def do(name: str, *words: object) -> Any:
        script = [str(python(name)), str(HERE / f"read_{name}.py"), *map(str, words)]
        done = subprocess.run(script, capture_output=True, text=True, timeout=600)
        assert done.returncode == 0, done.stderr[-3000:]
        return json.loads(done.stdout)

    return do
