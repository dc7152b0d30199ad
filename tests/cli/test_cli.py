"""The command line as a contract: exit codes, stdout for data, stderr for words, no traceback, nothing half-written."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from maillage.places import Places

Call = Callable[..., tuple[int, str, str]]

HEAD = "@prefix mlg: <https://w3id.org/maillage/def#> .\n"


@pytest.fixture
def copy(small: Places, tmp_path: Path) -> Path:
    """A copy of the small graph to spoil."""
    return Path(shutil.copytree(small.graph, tmp_path / "graph"))


def test_as_a_process(root: Path) -> None:
    command = [sys.executable, "-m", "maillage", "query", "most-connected-actors", "-f", "json"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=root)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)


def test_build(call: Call, small: Places, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    code, out, _ = call("build", "--graph", small.graph, "-o", one)
    assert code == 0
    assert "coordinations" in out
    command = [sys.executable, "-m", "maillage", "build", "--graph", str(small.graph), "-o", str(two)]
    again = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PYTHONHASHSEED": "7"})
    assert again.returncode == 0, again.stderr
    for name in ("graph.nq", "default.nt", "manifest.json"):
        assert (one / name).read_bytes() == (two / name).read_bytes()
    assert sorted(p.name for p in one.iterdir()) == ["default.nt", "graph.nq", "manifest.json"]
    lines = (one / "default.nt").read_text().splitlines()
    assert lines == sorted(set(lines))
    manifest = json.loads((one / "manifest.json").read_text())
    assert manifest["products"]["default.nt"]["lines"] == len(lines)


def test_queries_and_query(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, _ = call("queries", "-f", "csv")
    assert code == 0
    assert len(out.splitlines()) > 16
    code, out, err = call("query", "who-coordinates-with", "-p", "actor=ARS Grand Est", "-f", "csv")
    assert code == 0
    header = out.splitlines()[0].split(",")
    assert {"partner", "partner_iri"} <= set(header)
    code, table, err = call("query", "who-coordinates-with", "-p", "actor=ARS Grand Est")
    assert code == 0
    assert "ligne" in err
    assert "http" not in table


def test_sparql_from_standard_input(root: Path) -> None:
    command = [sys.executable, "-m", "maillage", "query", "-", "-f", "csv"]
    ask = "SELECT (COUNT(*) AS ?n) WHERE { ?c a mlg:Claim }"
    done = subprocess.run(command, input=ask, capture_output=True, text=True, cwd=root)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.splitlines()[1]) > 100
    done = subprocess.run(command, input="SELECT", capture_output=True, text=True, cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert "does not parse" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["query", "no-such-question"], "there is no query"),
        (["query", "who-coordinates-with", "-p", "actor"], "is no parameter"),
        (["query", "who-coordinates-with", "-p", "acteur=ARS Grand Est"], "has no parameter 'acteur'. It has: actor"),
        (["query", "who-coordinates-with", "-p", "actor=ARS Grand Este"], "Did you mean"),
        (["check", "absent.ttl"], "absent.ttl: there is no such file"),
        (["check", "--texts", "absent"], "does not exist"),
        (["fmt", "absent.ttl"], "absent.ttl: there is no such file"),
        (["build", "--graph", "absent"], "does not exist"),
        (["network", "coordination", "-o", "x.docx"], "x.docx: no network is written"),
        (["network", "nope", "-o", "x.html"], "there is no query 'nope'"),
        (["network", "--at", "hier", "-o", "x.html"], "is no date"),
        (["network", "--type", "Contrat de rien", "-o", "x.html"], "nothing called"),
        (["network", "-o", "absent/x.html"], "does not exist"),
        (["nope"], "No such command"),
    ],
)
def test_wrong_use(
    call: Call,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    root: Path,
    arguments: list[str],
    words: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = call(*arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert not list(tmp_path.iterdir())


def test_an_empty_graph_folder(call: Call, tmp_path: Path) -> None:
    code, out, err = call("build", "--graph", tmp_path)
    assert (code, out) == (2, "")
    assert "holds no Turtle file" in err


def test_broken_turtle_and_unknown_prefix(call: Call, tmp_path: Path, copy: Path) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text(HEAD + "mlg:a mlg:b\n", encoding="utf-8")
    for command in (["check", broken, "--graph", copy], ["fmt", broken]):
        code, _, err = call(*command)
        assert code == 2
        assert "broken.ttl:" in err
        assert "not Turtle" in err
    broken.write_text(HEAD + "body:a a mlg:Actor .\n", encoding="utf-8")
    code, _, err = call("check", broken, "--graph", copy)
    assert code == 2
    assert "broken.ttl:2: not Turtle: column 1: The prefix body: has not been declared" in err
    assert "@prefix body: <https://w3id.org/maillage/id/organisation/> ." in err


def test_an_output_that_cannot_be_written(call: Call, small: Places, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("kept")
    code, _, err = call("build", "--graph", small.graph, "-o", file)
    assert code == 2
    assert "cannot be written" in err
    assert file.read_text() == "kept"
    code, _, err = call("network", "-o", tmp_path)
    assert code == 2
    assert not list(tmp_path.glob(".*"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere; the test above covers folders and files")
def test_a_folder_without_leave_to_write(call: Call, small: Places, tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    code, _, err = call("build", "--graph", small.graph, "-o", folder)
    assert code == 2
    assert "cannot be written" in err


def test_fmt_writes_the_layout(call: Call, copy: Path) -> None:
    file = sorted((copy / "documents").glob("*.ttl"))[0]
    text = file.read_text(encoding="utf-8")
    head, first, rest = text.partition("\ndoc:")
    blocks = (first + rest).rstrip("\n").split("\n\n")
    file.write_text(head + "\n\n".join(reversed(blocks)) + "\n", encoding="utf-8")
    code, out, _ = call("fmt", "--check", file)
    assert code == 1
    assert file.name in out
    assert call("fmt", file)[0] == 0
    assert file.read_text(encoding="utf-8") == text
