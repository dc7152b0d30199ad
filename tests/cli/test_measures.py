"""`maillage measures`, `maillage brokers`, `maillage network --measures`: what they print is what the library gives."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from maillage import network
from maillage.cli import run
from maillage.library import Graph
from maillage.places import Places


@pytest.fixture
def folder(small: Places) -> str:
    return str(small.graph)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_measures(folder: str, small_graph: Graph, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["measures", "--graph", folder, "-m", "betweenness,degree", "--by", "sector", "-f", "csv"]) == 0
    printed = rows(capsys.readouterr().out)
    g = small_graph.network("coordination")
    found = network.betweenness(g)
    assert {row["node"]: float(row["betweenness"]) for row in printed} == pytest.approx(dict(found))
    assert [int(row["rank"]) for row in printed] == sorted(r for r in found.ranks().values() if r)
    assert {row["node"]: row["group"] for row in printed} == network.grouped(g, "sector")
    assert list(printed[0]) == ["node", "name", "kind", "group", "betweenness", "degree", "rank"]


def test_measures_of_the_whole(folder: str, small_graph: Graph, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["measures", "coordination", "--graph", folder, "--whole", "--by", "level", "--permutations", "20"]
    assert run([*asked, "-f", "json"]) == 0
    said = {row["measure"]: row["value"] for row in json.loads(capsys.readouterr().out)}
    g = small_graph.network("coordination")
    assert said["nodes"] == len(g)
    assert said["degree_centralization"] == pytest.approx(float(network.freeman_centralization(g)))
    assert -1 <= said["ei_index"] <= 1
    assert 0 < said["ei_index_p_low"] <= 1


def test_brokers_of_a_territory(folder: str, small_graph: Graph, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["brokers", "Grand Est", "--by", "sector", "--graph", folder, "-f", "csv"]) == 0
    printed = rows(capsys.readouterr().out)
    g = small_graph.network("coordination", region="Grand Est")
    found = network.gould_fernandez(g, network.grouped(g, "sector"))
    assert {row["node"]: int(row["total"]) for row in printed} == dict(found.total)
    assert {row["node"]: float(row["gatekeeper_z"]) for row in printed} == pytest.approx(
        found.z["gatekeeper"].to_dict()
    )


def test_for_people(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["brokers", "--by", "kind", "--graph", folder, "--limit", "3"]) == 0
    out, err = capsys.readouterr()
    assert "coordinateur" in out
    assert "attendu" not in out
    assert "Gould et Fernandez" in err
    assert run(["measures", "two-mode", "--graph", folder, "--lang", "en", "--limit", "3"]) == 0
    assert "betweenness" in capsys.readouterr().out


def test_network_with_measures(folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["network", "coordination", "--graph", folder, "--measures"]) == 0
    assert "intermédiarité" in capsys.readouterr().out
    assert run(["network", "coordination", "--graph", folder, "--measures", "-o", str(tmp_path / "r.gexf")]) == 0
    assert (tmp_path / "r.gexf").is_file()
    assert run(["network", "coordination", "--graph", folder]) == 2


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["measures", "-m", "fame"], "the measure 'fame' is not known. There are: degree"),
        (["brokers", "--by", "zut"], "nothing to group by is called 'zut'. There are: sector, kind, level"),
        (
            ["measures", "Nulle-Part"],
            "'Nulle-Part' is no network (actor-themes, arrangements, coordination, funding, two-mode",
        ),
        (["brokers", "Grand Est", "--region", "Bretagne"], "a territory is given by an option too"),
        (["measures", "--limit", "2", "--all"], "--limit goes without --all."),
    ],
)
def test_a_sentence(asked: list[str], said: str, folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*asked, "--graph", folder]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert "Traceback" not in err


def test_an_empty_slice(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    for asked in (["measures"], ["measures", "--whole", "--by", "sector"], ["brokers"]):
        assert run([*asked, "--at", "1900", "-p", "type=mlg:Pact", "--graph", folder]) == 0
        assert "NaN" not in capsys.readouterr().out
