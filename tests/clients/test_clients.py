"""What other tools read of our files: as many nodes, edges, places, pairs and facts as we wrote. Needs those tools."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from maillage.library import Graph

pytestmark = pytest.mark.clients
#: A whole module, loaded by its path: the tests are in no package.
SPEC = importlib.util.spec_from_file_location("clients", Path(__file__).with_name("clients.py"))


def _load() -> ModuleType:
    assert SPEC is not None and SPEC.loader is not None
    module = importlib.util.module_from_spec(SPEC)
    sys.modules["clients"] = module
    SPEC.loader.exec_module(module)
    return module


clients = _load()


@pytest.fixture(scope="module")
def exported(small_graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, dict[str, int]]]:
    folder = tmp_path_factory.mktemp("exports")
    return folder, clients.export(small_graph, folder)


@pytest.fixture(scope="module")
def table(request: pytest.FixtureRequest) -> Iterator[list[str]]:
    """Lines to print when all is read."""
    lines: list[str] = []
    yield lines
    if not lines:
        return
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        print("", clients.HEAD, *lines, sep="\n")


@pytest.mark.parametrize("client", clients.CLIENTS, ids=lambda client: client.name)
def test_reads_what_we_wrote(
    client: object, exported: tuple[Path, dict[str, dict[str, int]]], table: list[str]
) -> None:
    if reason := client.missing():  # type: ignore[attr-defined]
        pytest.skip(reason)
    found = clients.compare(client, *exported)
    assert found
    table += [clients.row(client.name, *one) for one in found]  # type: ignore[attr-defined]
    for file, read, counts in found:
        assert all(counts.values()), file
        assert read == counts, file
