"""The cache of built graphs: opened when nothing has changed, never when anything has, and done without where closed."""

from __future__ import annotations

import ast
import gc
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import maillage
from maillage.errors import MaillageError, MaillageWarning
from maillage.library import Graph
from maillage.pipeline import cache
from maillage.places import Places

SOURCE = Path(maillage.__file__).parent


@pytest.fixture
def own(small: Places, tmp_path: Path) -> Places:
    """A copy of the small graph to change."""
    for name in ("graph", "ontology", "queries"):
        shutil.copytree(getattr(small, name), tmp_path / name)
    return Places(ontology=tmp_path / "ontology", graph=tmp_path / "graph", queries=tmp_path / "queries")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of this test's own, empty."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return cache.cache_folder()


def steps(places: Places) -> list[str]:
    """What opening the graph does: nothing when it was kept."""
    done: list[str] = []
    cache.ready(places, lambda step, share: done.append(step))
    gc.collect()  # what was opened is no longer in use
    return list(dict.fromkeys(done))


def entries(home: Path) -> list[str]:
    return sorted(path.name for path in home.iterdir() if path.is_dir())


def test_built_once_then_opened(own: Places, home: Path) -> None:
    assert steps(own) == ["load", "derive", "keep"]
    assert steps(own) == []
    kept, built = Graph(cache.ready(own)), Graph(cache.build(own))
    assert len(kept) == len(built)
    assert kept.ask("contracts").to_csv() == built.ask("contracts").to_csv()
    assert kept.find("ARS Grand Est") == built.find("ARS Grand Est")
    assert kept.findings() == built.findings()


CHANGES = {
    "a file of facts": "graph/territories/regions.ttl",
    "the vocabulary": "ontology/maillage.ttl",
    "a rule": "queries/rules/70-coordination.rq",
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_file_is_another_graph(own: Places, home: Path, tmp_path: Path, change: str) -> None:
    steps(own)
    path = tmp_path / CHANGES[change]
    said = path.read_text(encoding="utf-8")
    path.write_text(f"{said}\n# changed\n", encoding="utf-8")
    assert steps(own) == ["load", "derive", "keep"]
    path.write_text(said, encoding="utf-8")
    assert steps(own) == []


def test_a_file_that_comes_or_goes_is_another_graph(own: Places, home: Path) -> None:
    steps(own)
    (own.graph / "more.ttl").write_text("", encoding="utf-8")
    assert steps(own) == ["load", "derive", "keep"]


def test_changed_code_or_another_engine_is_another_graph(own: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    key = cache.content(own).key
    monkeypatch.setattr(cache, "ENGINE", "another")
    other = cache.content(own).key
    monkeypatch.undo()
    monkeypatch.setattr(cache, "CODE", cache.CODE[:-1])
    assert len({key, other, cache.content(own).key}) == 3


def _imported(module: Path) -> Iterator[Path]:
    """The modules of this package that a module names when it is imported or run."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("maillage"):
            for name in (node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)):
                path = SOURCE.joinpath(*name.split(".")[1:])
                yield from (p for p in (path.with_suffix(".py"), path / "__init__.py") if p.is_file())


def test_all_that_builds_is_in_the_key() -> None:
    """From the module that builds to all it imports, at any depth: a change of each must be another graph."""
    hashed = {path for name in cache.CODE for path in [SOURCE / name, *(SOURCE / name).rglob("*.py")]}
    seen: set[Path] = set()
    waiting = [SOURCE / "pipeline" / "build.py", SOURCE / "pipeline" / "cache.py"]
    while waiting:
        module = waiting.pop()
        if module not in seen:
            seen.add(module)
            waiting += _imported(module)
    seen.discard(SOURCE / "__init__.py")  # the version and the public names
    assert len(seen) > 15
    assert {p.relative_to(SOURCE).as_posix() for p in seen - hashed} <= {"library.py"}


@pytest.mark.parametrize("harm", ["cut", "lost", "notes", "no notes", "empty"])
def test_a_half_is_never_opened(own: Places, home: Path, harm: str) -> None:
    steps(own)
    entry = home / entries(home)[0]
    largest = max((entry / "store").glob("*.sst"), key=lambda path: path.stat().st_size)
    if harm == "cut":
        largest.write_bytes(largest.read_bytes()[:-100])
    elif harm == "lost":
        largest.unlink()
    elif harm == "notes":
        (entry / "notes.json").write_text("{", encoding="utf-8")
    elif harm == "no notes":
        (entry / "notes.json").unlink()
    else:
        shutil.rmtree(entry)
        entry.mkdir()
    assert steps(own) == ["load", "derive", "keep"]
    assert steps(own) == []


def test_old_ones_are_pruned_and_those_in_use_are_not(own: Places, home: Path) -> None:
    used = cache.ready(own)
    first = entries(home)[0]
    for number in range(cache._KEPT + 2):
        (own.graph / "more.ttl").write_text(f"# {number}\n", encoding="utf-8")
        steps(own)
        time.sleep(0.02)
    assert first in entries(home)
    assert len(entries(home)) == cache._KEPT + 1
    assert len(list(used.store.values(None, "http://www.w3.org/2004/02/skos/core#prefLabel"))) > 100
    assert used.use is not None
    used.use.close()
    (own.graph / "more.ttl").write_text("# last\n", encoding="utf-8")
    steps(own)
    assert first not in entries(home) and len(entries(home)) == cache._KEPT


def test_what_a_killed_process_left_goes(own: Places, home: Path) -> None:
    steps(own)
    left = home / ".new-abc-1"
    left.mkdir()
    os.utime(left, (0, 0))
    (own.graph / "more.ttl").write_text("", encoding="utf-8")
    steps(own)
    assert not left.exists()


@pytest.mark.parametrize("closed", ["a file", "full"])
def test_without_a_cache_it_is_said_once_and_answered(
    own: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, closed: str
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "closed"))
    if closed == "a file":
        (tmp_path / "closed").write_text("x", encoding="utf-8")
    else:

        def full(path: Path, quads: Path) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(cache, "write_store", full)
    with pytest.warns(MaillageWarning, match="cannot be kept") as said:
        built = cache.ready(own)
    assert len(said) == 1 and len(built.store) > 1000
    if closed == "full":
        assert entries(cache.cache_folder()) == []


def test_no_cache_touches_nothing(own: Places, home: Path) -> None:
    assert len(maillage.open_graph(own.graph, cache=False)) > 1000
    assert not home.exists()


ASK = "import sys, maillage; print(len(maillage.open_graph(sys.argv[1]).ask('contracts')))"


def test_several_first_questions_at_once(own: Places, home: Path, tmp_path: Path) -> None:
    processes = [
        subprocess.Popen([sys.executable, "-c", ASK, str(own.graph)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(6)
    ]
    answers = [process.communicate() for process in processes]
    assert [process.returncode for process in processes] == [0] * 6, answers
    assert len({out for out, _ in answers}) == 1 and int(answers[0][0]) > 0
    assert len(entries(home)) == 1 and not list(home.glob(".new-*"))


def test_a_killed_first_question_leaves_nothing_that_is_opened(own: Places, home: Path) -> None:
    command = [sys.executable, "-c", ASK, str(own.graph)]
    start = time.monotonic()
    whole = subprocess.run(command, check=True, capture_output=True).stdout
    took = time.monotonic() - start
    for share in (0.4, 0.6, 0.8):
        shutil.rmtree(home)
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(took * share)
        running.kill()
        running.wait()
        assert subprocess.run(command, check=True, capture_output=True).stdout == whole


def test_a_fact_of_two_files_is_counted_once_and_said_of_a_kept_graph_too(own: Places, home: Path) -> None:
    regions = (own.graph / "territories/regions.ttl").read_text(encoding="utf-8")
    (own.graph / "again.ttl").write_text(regions, encoding="utf-8")
    before = len(Graph(cache.build(own)))
    steps(own)
    kept = Graph(cache.ready(own))
    assert len(kept) == before
    rows = kept.query(
        "SELECT (COUNT(*) AS ?n) WHERE { ?r a mlg:Region ; skos:prefLabel ?name FILTER(LANG(?name) = 'fr') }"
    )
    distinct = kept.query("SELECT (COUNT(DISTINCT ?r) AS ?n) WHERE { ?r a mlg:Region }")
    assert rows.rows == distinct.rows
    named = {f.name for f in kept.findings() if f.severity == "fault"}
    assert named == {"described-in-two-files"}


def test_a_file_that_cannot_be_read_is_an_error(own: Places, home: Path) -> None:
    (own.graph / "torn.ttl").write_text("<a> <b>", encoding="utf-8")
    with pytest.raises(MaillageError, match=r"torn\.ttl"):
        cache.ready(own)
    assert json.dumps(entries(home)) == "[]"
