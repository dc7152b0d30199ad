"""Measures as R's sna and igraph give them, on random networks and on the shipped one. Needs R (install.sh)."""

from __future__ import annotations

import json
import math
import random
import shutil
import subprocess
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import pytest

from maillage import network
from maillage.library import Graph

pytestmark = pytest.mark.clients
SCRIPT = Path(__file__).with_name("measures.R")
#: The order of sna's columns: w_I, w_O, b_IO, b_OI, b_O, t.
ROLES = ("coordinator", "itinerant", "representative", "gatekeeper", "liaison", "total")


def _missing() -> str | None:
    if shutil.which("Rscript") is None:
        return "Rscript is not installed"
    asked = subprocess.run(
        ["Rscript", "-e", "library(sna); library(igraph); library(jsonlite)"], capture_output=True, check=False
    )
    return None if asked.returncode == 0 else "R has no sna, igraph or jsonlite"


@pytest.fixture(scope="module", autouse=True)
def r_is_there() -> None:
    if reason := _missing():
        pytest.skip(reason)


def asked(g: nx.Graph, groups: dict[Any, str], folder: Path) -> dict[str, Any]:
    number = {node: i for i, node in enumerate(g, 1)}
    rows = ["from,to", *(f"{number[a]},{number[b]}" for a, b in g.edges() if a != b)]
    (folder / "arcs.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    codes = {group: f"g{i}" for i, group in enumerate(dict.fromkeys(groups.values()))}
    (folder / "groups.csv").write_text("".join(f"{codes[groups[node]]}\n" for node in g), encoding="utf-8")
    if g.is_directed():
        (folder / "directed").touch()
    done = subprocess.run(["Rscript", str(SCRIPT), str(folder)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def compare(g: nx.Graph, groups: dict[Any, str], folder: Path) -> None:
    said = asked(g, groups, folder)
    found = network.gould_fernandez(g, groups)
    ours = {"raw": found.counts, "expected": found.expectations, "z": found.z_scores}
    for name, values in ours.items():
        theirs = np.array([[math.nan if v is None else v for v in row] for row in said[name]], dtype=float)
        assert values == pytest.approx(np.nan_to_num(theirs), rel=1e-9, abs=1e-9), name
    assert [found[next(iter(g))][role] for role in ROLES] == pytest.approx(said["raw"][0])
    assert list(network.betweenness(g, normalized=False).values()) == pytest.approx(said["betweenness"], abs=1e-6)
    constraint = network.burt_constraint(g)
    for node, theirs_of in zip(g, said["constraint"], strict=True):
        if node not in constraint.unknown:
            assert constraint[node] == pytest.approx(theirs_of)
    assert list(network.coreness(g).values()) == said["coreness"]
    assert network.assortativity(g, groups) == pytest.approx(said["assortativity"])
    measure = "in_degree" if g.is_directed() else "degree"
    assert network.freeman_centralization(g, measure) == pytest.approx(said["degree_centralization"])
    assert network.freeman_centralization(g, "betweenness") == pytest.approx(said["betweenness_centralization"])
    if not g.is_directed():
        from maillage.network.partitions import modularity

        assert modularity(g, groups, None) == pytest.approx(said["modularity"])
        cut = said["cut_points"] if isinstance(said["cut_points"], list) else [said["cut_points"]]
        assert {list(g)[i - 1] for i in cut} == set(network.cut_points(g))


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("directed", [True, False])
def test_random_networks(directed: bool, seed: int, tmp_path: Path) -> None:
    g = nx.gnp_random_graph(30, 0.05 + 0.05 * seed, seed=seed, directed=directed)
    dealt = random.Random(seed)
    compare(g, {node: dealt.choice("ABCD") for node in g}, tmp_path)


def test_the_shipped_network(graph: Graph, tmp_path: Path) -> None:
    g = graph.network("coordination", region="Grand Est")
    assert len(g) > 100
    compare(g, network.grouped(g, "sector"), tmp_path)


def test_the_researchers(tmp_path: Path) -> None:
    import importlib.util

    spec = importlib.util.spec_from_file_location("classics", SCRIPT.parents[1] / "network" / "classics.py")
    assert spec is not None and spec.loader is not None
    classics = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(classics)
    messages = classics.researchers()
    compare(messages, dict(messages.nodes(data="discipline")), tmp_path)


@pytest.mark.parametrize("directed", [True, False])
def test_qap(directed: bool, tmp_path: Path) -> None:
    rng = np.random.default_rng(7)
    one = rng.integers(0, 3, (14, 14)) * (rng.random((14, 14)) < 0.4)
    other = one * (rng.random((14, 14)) < 0.4) + (rng.random((14, 14)) < 0.2)
    off, graphs = ~np.eye(14, dtype=bool), []
    for name, given in (("one", one), ("other", other)):
        matrix = (given if directed else given + given.T) * off
        np.savetxt(tmp_path / f"{name}.csv", matrix, fmt="%d", delimiter=",")
        graphs.append(nx.from_numpy_array(matrix, create_using=nx.DiGraph if directed else nx.Graph))
    script = SCRIPT.with_name("qap.R")
    done = subprocess.run(["Rscript", str(script), str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    said, found = json.loads(done.stdout), network.qap(*graphs, permutations=2000, seed=1)
    assert found == pytest.approx(said["value"])
    assert found["p_high"] == pytest.approx(said["high"], abs=0.02)
    assert found["p_low"] == pytest.approx(said["low"], abs=0.02)
    assert (found["mean"], found["sd"]) == pytest.approx((said["mean"], said["sd"]), abs=0.01)
