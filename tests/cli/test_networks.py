"""`network`, `slices`, `compare`, `bias` and `timeline` as one types them: files, tables, folders and refusals."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import networkx as nx
import pytest

from maillage.cli import run
from maillage.places import Places


def call(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = run([*words])
    out, err = capsys.readouterr()
    return code, out, err


@pytest.fixture
def small_words(small: Places) -> list[str]:
    return ["--graph", str(small.graph)]


def test_a_projection(capsys: pytest.CaptureFixture[str], small_words: list[str], tmp_path: Path) -> None:
    file = tmp_path / "x.graphml"
    words = ["network", "two-mode", "--project", "actors", "--weight", "newman", "--threshold", "0.2", "--roll-up"]
    code, out, err = call(capsys, *words, "--without-hospital-groups", "-o", str(file), *small_words)
    assert (code, out) == (0, ""), err
    assert "très inégalement couvertes" in err
    graph = nx.read_graphml(file)
    assert graph.number_of_edges() and all(w >= 0.2 for *_, w in graph.edges(data="weight"))
    assert "newman" in graph.graph["weighting"] and "hospital_groups: False" in graph.graph["choices"]
    assert "bipartite" not in next(iter(graph.nodes(data=True)))[1]
    layers = tmp_path / "layers.csv"
    code, _, _ = call(
        capsys, "network", "two-mode", "--project", "actors", "--layers", "family", "-o", str(layers), *small_words
    )
    assert code == 0 and "layer" in layers.read_text().splitlines()[0].split(",")


def test_a_folder(capsys: pytest.CaptureFixture[str], small_words: list[str], tmp_path: Path) -> None:
    folder = f"{tmp_path / 'out'}/"
    for _ in range(2):  # the second time in place of the first
        code, _, err = call(capsys, "network", "coordination", "--at", "2019", "-o", folder, *small_words)
        assert code == 0 and folder in err
    card = json.loads((tmp_path / "out" / "network-card.json").read_text())
    nodes = list(csv.DictReader(io.StringIO((tmp_path / "out" / "nodes.csv").read_text())))
    assert card["structure"]["Number of nodes"] == len(nodes) > 10
    assert "SELECT" in (tmp_path / "out" / "query.rq").read_text()


def test_tables(capsys: pytest.CaptureFixture[str], small_words: list[str], tmp_path: Path) -> None:
    code, out, _ = call(capsys, "slices", "--from", "2018", "--until", "2020", "-f", "csv", *small_words)
    assert code == 0 and [row["slice"] for row in csv.DictReader(io.StringIO(out))] == ["2018", "2019", "2020"]
    code, out, _ = call(
        capsys,
        "slices",
        "two-mode",
        "--project",
        "actors",
        "--from",
        "2018",
        "--until",
        "2019",
        "-f",
        "csv",
        *small_words,
    )
    assert code == 0 and len(out.splitlines()) == 3
    code, out, _ = call(capsys, "compare", "--at", "2018", "--at", "2023", "-f", "json", *small_words)
    assert code == 0 and {"jaccard_ties", "ties_gained"} <= {row["name"] for row in json.loads(out)}
    page = tmp_path / "d.html"
    assert call(capsys, "compare", "--at", "2018", "--at", "2023", "-o", str(page), *small_words)[0] == 0
    assert '"states"' in page.read_text(encoding="utf-8")
    for by in ("coverage", "document", "ranks"):
        code, out, _ = call(capsys, "bias", "--by", by, "-f", "csv", *small_words)
        assert code == 0 and len(out.splitlines()) > 2, by
    line = tmp_path / "frise.html"
    code, _, err = call(capsys, "timeline", "--by", "actor", "-o", str(line), *small_words)
    assert code == 0 and line.is_file() and "dispositifs datés" in err
    dynamic = tmp_path / "d.gexf"
    assert call(capsys, "network", "--dynamic", "-o", str(dynamic), *small_words)[0] == 0
    assert 'version="1.3"' in dynamic.read_text(encoding="utf-8")


def test_before_any_date(capsys: pytest.CaptureFixture[str], small_words: list[str], tmp_path: Path) -> None:
    file = tmp_path / "old.graphml"
    code, _, err = call(capsys, "network", "--at", "1800", "--unknown", "exclude", "-o", str(file), *small_words)
    assert code == 0 and "Aucun lien daté ne court à cette période" in err and len(nx.read_graphml(file)) == 0
    code, _, _ = call(
        capsys, "network", "--at", "1800", "--unknown", "exclude", "-o", f"{tmp_path / 'e'}/", *small_words
    )
    assert code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["network", "--threshold", "2", "-o", "x.gexf"], "--threshold goes with --project"),
        (["network", "--project", "actors", "-o", "x.gexf"], "this network is of one mode"),
        (["network", "two-mode", "--project", "towns", "-o", "x.gexf"], "no side 'towns'"),
        (["network", "two-mode", "--weight", "newman", "-o", "x.gexf"], "a directed network"),
        (["network", "--dynamic", "-o", "x.csv"], "--dynamic writes GEXF"),
        (["network", "-o", "missing/dir/"], "does not exist"),
        (["compare"], "compare takes two territories"),
        (["compare", "Grand Est"], "compare takes two territories"),
        (["compare", "--at", "soon", "--at", "2020"], "is no date"),
        (["bias", "--top", "3"], "--top goes with"),
        (["slices", "--from", "2020", "--until", "2010"], "before it begins"),
    ],
)
def test_refusals(
    capsys: pytest.CaptureFixture[str],
    small_words: list[str],
    words: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = call(capsys, *words, *small_words)
    assert code == 2 and out == "" and said in err
    assert "Traceback" not in err and not list(tmp_path.iterdir())
