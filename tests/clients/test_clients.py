"""What other tools read of our files: as many nodes, edges, places, pairs and facts as we wrote. Needs those tools."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pyoxigraph as ox
import pytest

from maillage.export.context import context_of
from maillage.export.jsonld import to_jsonld
from maillage.library import Graph
from maillage.terms import PREFIXES

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


#: Values of several kinds of one property, names that are keywords elsewhere, IRIs that look like CURIEs, lists.
ODD = """ex:a schema:startDate "2024-03-08"^^xsd:date, "2024"^^xsd:gYear, "2024", ex:b, ("" ex:b 1), () .
ex:a skos:prefLabel "a"@fr, "b"@fr, ""@en, "", 0 ; mlg:certainty certainty:inferred ; mlg:constructor 7, false, "" .
ex:a mlg:id 1 ; mlg:type "oui"^^xsd:boolean ; mlg:urn <urn:isbn:2>, <doc:1>, <mlg:siren> ; dct:title "a" ; schema:title "b" .
"""


def test_jsonld_js_reads_the_same_triples(tmp_path: Path) -> None:
    """Not as many only: the very ones."""
    if reason := next(client for client in clients.CLIENTS if client.name == "jsonld.js").missing():
        pytest.skip(reason)
    head = "".join(
        f"@prefix {name}: <{space}> .\n" for name, space in {**PREFIXES, "ex": "https://exemple.fr/"}.items()
    )
    said = sorted({quad.triple for quad in ox.parse(head + ODD, format=ox.RdfFormat.TURTLE)}, key=str)
    file = tmp_path / "odd.jsonld"
    file.write_bytes(to_jsonld(said, context_of(said)))
    done = subprocess.run(
        ["node", clients.HERE / "read.mjs", "triples", file], capture_output=True, text=True, check=True
    )
    read = ox.Dataset(ox.parse(json.loads(done.stdout)["triples"], format=ox.RdfFormat.N_QUADS))
    wanted = ox.Dataset(ox.Quad(t.subject, t.predicate, t.object) for t in said)
    for data in (read, wanted):
        data.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    assert read == wanted
