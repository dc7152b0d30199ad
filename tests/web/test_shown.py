"""What the explorer shows, asked of its own modules: the rows of its SPARQL, its weights and files are the graph's."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from maillage.library import Graph
from maillage.network import weigh, window
from maillage.pages.networks.drawings import drawn

SCRIPT = Path(__file__).with_name("shown.mjs")
Shown = Callable[..., list[dict[str, Any]]]
#: Choices, each a query of an address.
CHOICES = (
    "",
    "?at=2018",
    "?at=2024&states=certain",
    "?at=2024-03&states=possible,unknown",
    "?states=unknown",
    "?states=certain,possible",
    "?certainty=explicit",
    "?certainty=inferred&at=2023",
    "?kinds=Collectivity,HealthAgency",
    "?kinds=other,CareProvider,HealthAgency,Contract",
    "?kinds=",
    "?through=Contract",
    "?roles=signatory,carrier",
    "?roles=participant&certainty=explicit",
    "?themes=access-to-care,prevention,mental-health",
    "?least=2",
    "?at=2022&themes=access-to-care&kinds=Collectivity,HealthAgency,StateService&least=1",
)


@pytest.fixture(scope="module")
def ask(small_graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Shown:
    if shutil.which("node") is None:
        pytest.skip("node is not installed (Debian: apt-get install npm)")
    folder = tmp_path_factory.mktemp("drawings")

    def shown(name: str, given: dict[str, str], queries: tuple[str, ...]) -> list[dict[str, Any]]:
        path = folder / f"{name}-{len(given)}-{'-'.join(given)}.json"
        if not path.exists():
            path.write_bytes(drawn(small_graph, name, given))
        done = subprocess.run(
            ["node", str(SCRIPT), str(path)], input=json.dumps(queries), capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return list(json.loads(done.stdout))

    return shown


@pytest.fixture(scope="module")
def whole(small_graph: Graph) -> nx.Graph:
    return small_graph.network("coordination")


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("coordination", {}),
        ("coordination", {"territory": "terr:departement-54", "without": "mlg:HospitalGroup"}),
        ("coordination", {"actor": "ARS Grand Est"}),
        ("two-mode", {}),
        ("arrangements", {}),
        ("funding", {}),
        ("actor-themes", {"territory": "terr:region-44"}),
    ],
    ids=str,
)
def test_the_rows_of_its_sparql_are_the_links_it_shows(
    name: str, given: dict[str, str], ask: Shown, small_graph: Graph
) -> None:
    some = Counter()
    for query, told in zip(CHOICES, ask(name, given, CHOICES), strict=True):
        assert told["odd"] == [], query
        columns, rows = small_graph.built.store.select(told["sparql"])
        assert columns == ["source", "target", "arrangements"]
        found = sorted([str(s.value), str(t.value), int(n.value)] for s, t, n in rows)  # type: ignore[union-attr]
        assert found == sorted(told["rows"]), query
        some["all" if query == "" else "fewer"] += bool(found)
    assert some["all"] == 1 and (some["fewer"] >= 5 or name in ("funding", "arrangements"))


def test_all_it_shows_is_the_network(ask: Shown, whole: nx.Graph) -> None:
    (told,) = ask("coordination", {}, ("",))
    assert {(a, b): n for a, b, n in told["rows"]} == {
        (min(a, b), max(a, b)): weight for a, b, weight in whole.edges(data="weight")
    }


@pytest.mark.parametrize("kind", ["count", "newman", "jaccard", "cosine"])
def test_weights_and_standings_are_those_of_the_library(kind: str, ask: Shown, whole: nx.Graph) -> None:
    cut = window(whole, at="2024")
    (told,) = ask("coordination", {}, ("?at=2024",))
    expected = {frozenset((a, b)): weight for a, b, weight in weigh(cut, kind).edges(data="weight")}
    found = {frozenset((a, b)): weight for (a, b, _), weight in zip(told["rows"], told["weights"][kind], strict=True)}
    assert found == pytest.approx(expected)
    best = {
        frozenset((a, b)): min((tie["standing"] for tie in data["ties"]), key=("certain", "possible", "unknown").index)
        for a, b, data in cut.edges(data=True)
    }
    assert {frozenset(row[:2]): said for row, said in zip(told["rows"], told["standings"], strict=True)} == best


def test_its_files_are_read_as_what_is_shown(ask: Shown) -> None:
    (told,) = ask("coordination", {}, ("?at=2024&certainty=explicit",))
    pairs = {frozenset(row[:2]): row[2] for row in told["rows"]}
    rows = list(csv.DictReader(io.StringIO(told["files"]["csv"])))
    assert {frozenset((row["source"], row["target"])): int(row["weight"]) for row in rows} == pairs
    for read, text in ((nx.read_gexf, told["files"]["gexf"]), (nx.read_graphml, told["files"]["graphml"])):
        g = read(io.BytesIO(text.encode()))
        iri = dict(g.nodes(data="iri"))
        assert {frozenset((iri[a], iri[b])): weight for a, b, weight in g.edges(data="weight")} == pairs
        assert all(label for _, label in g.nodes(data="label"))
