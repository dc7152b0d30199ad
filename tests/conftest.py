"""What every test may use: the shipped graph, a small one cut out of it, the project's folders, the source texts.

A test that builds often, or compares engines, takes `small`; one that only asks takes `small_graph`. The whole country
(`graph`, or a command without --graph) is for what is said of it.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

import maillage
from maillage import __version__
from maillage.library import Graph
from maillage.places import Places, find_places

if TYPE_CHECKING:
    from maillage.export.portal.bundle import Written

#: Where the bundle of the tests says that it is served.
PORTAL = "https://example.org/maillage/"
ROOT = Path(__file__).resolve().parents[1]
CHROMIUM = next((path for path in ("/usr/bin/chromium",) if Path(path).exists()), None) or shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--use-angle=swiftshader",  # WebGL drawn by the processor: there may be no graphics card
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
]
#: What `make quick` leaves to `make test`: the whole country, other engines, browsers, wheels, killed processes.
SLOW = (
    "cli/test_bar.py",
    "cli/test_cli.py",
    "cli/test_map.py",
    "cli/test_show.py",
    "cli/test_store.py",
    "cli/test_streams.py",
    "cli/test_use.py",
    "clients",
    "docs/test_examples.py",
    "examples/test_examples.py::test_both_engines_agree_on_the_examples",
    "export/portal",
    "export/push/test_failures.py",
    "export/test_mapped.py",
    "export/test_odd_values.py",
    "export/test_part.py",
    "export/test_rdf.py",
    "graph/test_broken_copies.py",
    "graph/test_country.py",
    "graph/test_graph.py",
    "importers/test_whole.py",
    "notebooks",
    "ontology/test_consistency.py",
    "ontology/test_profiles.py",
    "package/test_package.py",
    "pages/test_ask_browser.py",
    "pages/test_comparison.py",
    "pages/test_site.py",
    "pages/test_browser.py",
    "pages/test_hubs.py",
    "pages/test_served.py",
    "pipeline/test_cache.py",
    "pipeline/test_kept.py",
    "pipeline/test_near.py",
    "portals",
    "questions",
    "readers",
    "sssom",
    "reasoning",
    "releases",
    "search",
    "server",
    "things/test_turtle.py::test_every_file_of_the_project",
    "views/test_axe.py",
    "views/test_browser.py",
    "views/test_map_browser.py",
    "views/test_ontology_browser.py",
    "web/test_web.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is slow."""
    for item in items:
        if item.nodeid.removeprefix("tests/").startswith(SLOW):
            item.add_marker(pytest.mark.slow)


def _helper(name: str) -> ModuleType:
    """A module beside this file, which is in no package."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def places() -> Places:
    """The checkout's ontology, graph and queries."""
    return find_places(ROOT)


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The user's cache, empty at first and for this session only, shared by its workers: the country is kept once."""
    with pytest.MonkeyPatch.context() as patch:
        base = tmp_path_factory.getbasetemp()
        folder = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "cache"
        patch.setenv("XDG_CACHE_HOME", str(folder))
        patch.delenv("MAILLAGE_STORE", raising=False)
        yield folder


@pytest.fixture(scope="session")
def graph(root: Path) -> Graph:
    """The shipped graph, built in memory."""
    return maillage.open_graph(start=root, cache=False)


@pytest.fixture(scope="session")
def small(places: Places, tmp_path_factory: pytest.TempPathFactory) -> Places:
    """The same ontology and queries with a small graph: `small.graph` is its folder. Copy it before changing a file."""
    cut: Places = _helper("small").make_small(places, tmp_path_factory.mktemp("small") / "graph")
    return cut


@pytest.fixture(scope="session")
def scope_folder(places: Places, small: Places, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the small graph with a few more territories (tests/scoped.py): namesakes, a straddling one."""
    made: Path = _helper("scoped").make_scoped(places, small, tmp_path_factory.mktemp("scoped") / "graph")
    return made


@pytest.fixture(scope="session")
def scope_graph(scope_folder: Path, root: Path) -> Graph:
    """That, built in memory."""
    return maillage.open_graph(scope_folder, start=root, cache=False)


@pytest.fixture(scope="session")
def small_graph(small: Places, root: Path) -> Graph:
    """The small graph, built in memory."""
    return maillage.open_graph(small.graph, start=root, cache=False)


@pytest.fixture(scope="session")
def kept(small: Places, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the small graph as `maillage build -o` writes it: what `--store` takes."""
    from maillage.pipeline.kept import make

    folder = tmp_path_factory.mktemp("kept")
    assert make(small, folder, __version__) is not None
    return folder


@pytest.fixture(scope="session")
def made(small_graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Written]:
    """A bundle for portals of the small graph, written once: the folder, and what the writer says of it."""
    from maillage.cli.publish.ontology import pages_of
    from maillage.export.portal.bundle import export_portal

    folder = tmp_path_factory.mktemp("portal") / "bundle"
    pages = pages_of(small_graph.built.loaded.places)
    return folder, export_portal(small_graph.built, folder, "0.2.0", base_url=PORTAL, pages=pages)


@pytest.fixture(scope="session")
def bundle(made: tuple[Path, Written]) -> Path:
    """The folder. A test that changes a file copies it before."""
    return made[0]


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[..., Any]]:
    """Starts `maillage serve` with these options, as a process of its own (tests/served.py); all end with the tests."""
    if not sys.platform.startswith("linux"):
        pytest.skip("the server runs on Linux only")
    made = _helper("served").Server
    started: list[Any] = []

    def start(*options: str) -> Any:
        started.append(made(*options))
        return started[-1]

    yield start
    for server in started:
        if server.process.poll() is None:
            server.stop()


@pytest.fixture(scope="session")
def small_server(serve: Callable[..., Any], kept: Path) -> Any:
    """The small graph, served."""
    return serve("--store", str(kept))


@pytest.fixture(scope="session")
def country_server(serve: Callable[..., Any]) -> Any:
    """The shipped graph, served with a short time for each query."""
    return serve("--limit-seconds", "2")


def _missing(what: str) -> None:
    """Skip on a machine without a browser; on CI a skipped browser test would hide a broken page."""
    if os.environ.get("CI"):
        pytest.fail(f"{what}: the browser tests cannot run, and on CI they must.")
    print(f"{what}: browser tests skipped.")
    pytest.skip(f"{what}.")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Debian's Chromium. Without it the tests that need it are skipped, or fail on CI.

    Of one file only: while its driver lives, no other event loop can run.
    """
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _missing("The python package playwright is not installed")
    if CHROMIUM is None:
        _missing("No chromium on this machine (Debian: apt-get install chromium)")
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of an accessibility checker, to be run on a page."""
    path = ROOT / "tests" / "readers" / "node_modules" / "axe-core" / "axe.min.js"
    if not path.exists():
        pytest.skip("npm's axe-core is not installed (tests/readers/install.sh)")
    return f"{path.read_text(encoding='utf-8')};0"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of seeds and data beside the checkout."""
    folder = Path(os.environ.get("MAILLAGE_SHARED", ROOT.parent / "shared"))
    if not (folder / "seeds").is_dir():
        pytest.skip(f"no folder of source texts at {folder}: set MAILLAGE_SHARED")
    return folder
