"""All or nothing: a full disk, a failing move or a failing importer leave graph/ as it was."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from maillage.cli import run as command
from maillage.errors import MaillageError, MaillageWarning
from maillage.importers.kit.base import Draft, Importer, Job, run
from maillage.importers.kit.files import only_writer, recover, write_all
from maillage.pipeline.load import input_files
from maillage.places import Places


def importer(make: Callable[[Job], Draft]) -> Importer:
    return Importer("test", {"fr": "", "en": ""}, "", make)


def test_a_full_disk_changes_nothing(tiny, no_room) -> None:
    tiny.run("territories")
    before = tiny.files()
    other = tiny.lists()
    for row in other["communes"]:
        row["nom"] = row["nom"].upper()
    package = tiny.package(other)
    no_room(2)
    with pytest.raises(MaillageError, match=r"no space left on device.*as it was before"):
        tiny.run("territories", package)
    assert tiny.files() == before


def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = (
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], capture_output=True, text=True, check=False
        )
        if os.geteuid() == 0
        else None
    )
    if mount is None or mount.returncode:
        pytest.skip("no right to mount a small file system here")
    try:
        graph = disk / "graph"
        write_all(graph, {"territories/a.ttl": "first\n", "b.ttl": "first\n"})
        texts = {"territories/a.ttl": "second\n", "territories/big.ttl": "x" * 100_000, "b.ttl": "second\n"}
        with pytest.raises(MaillageError, match="no space left on device"):
            write_all(graph, texts)
        assert {p.name: p.read_text() for p in graph.rglob("*") if p.is_file()} == {
            "a.ttl": "first\n",
            "b.ttl": "first\n",
        }
    finally:
        subprocess.run(["umount", str(disk)], check=False)


def test_a_failing_move_is_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    graph = tmp_path / "graph"
    write_all(graph, {"a.ttl": "1", "b.ttl": "1", "c.ttl": "1"})
    move, moved = Path.replace, []

    def failing(path: Path, target: Path) -> Path:
        moved.append(path.name)
        if len(moved) == 4:
            raise OSError(5, "Input/output error", str(target))
        return move(path, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(MaillageError, match="input/output error"):
        write_all(graph, {"a.ttl": "2", "b.ttl": None, "c.ttl": "2", "d.ttl": "2"})
    monkeypatch.undo()
    assert {p.name: p.read_text() for p in graph.iterdir()} == {"a.ttl": "1", "b.ttl": "1", "c.ttl": "1"}


def test_a_stop_in_the_middle_is_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    graph = tmp_path / "graph"
    write_all(graph, {"a.ttl": "1", "b.ttl": "1"})
    move, moved = Path.replace, []

    def stopped(path: Path, target: Path) -> Path:
        moved.append(path)
        if len(moved) == 3:
            raise KeyboardInterrupt
        return move(path, target)

    monkeypatch.setattr(Path, "replace", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_all(graph, {"a.ttl": "2", "b.ttl": "2"})
    monkeypatch.undo()
    assert {p.name: p.read_text() for p in graph.iterdir()} == {"a.ttl": "1", "b.ttl": "1"}


OLD = {"a.ttl": "# old\n", "x/b.ttl": "# old\n", "c.ttl": "# old\n"}
NEW = {"a.ttl": "# new\n", "x/b.ttl": None, "c.ttl": "# old\n", "y/d.ttl": "# new\n"}


def killed_at(graph: Path, step: int, recovering: bool = False) -> bool:
    """Write NEW (or recover) in a child that kills itself at its n-th change of the disk; whether it came that far."""
    child = os.fork()
    if child == 0:
        count = iter(range(1, 1_000_000))

        def dying(change):
            def changed(*arguments, **options):
                if next(count) == step:
                    os.kill(os.getpid(), signal.SIGKILL)
                return change(*arguments, **options)

            return changed

        for name in ("replace", "unlink", "write_bytes"):
            setattr(Path, name, dying(getattr(Path, name)))
        shutil.rmtree = dying(shutil.rmtree)
        recover(graph) if recovering else write_all(graph, NEW)
        os._exit(0)
    return os.waitpid(child, 0)[1] == signal.SIGKILL


def texts(graph: Path) -> dict[str, str]:
    return {p.relative_to(graph).as_posix(): p.read_text() for p in graph.rglob("*") if p.is_file()}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_an_import_killed_at_any_moment_is_undone_by_the_next(tmp_path: Path) -> None:
    """The files are all old or all new once the next import has looked, even when it is killed while doing so."""
    seen = set()
    for step in range(1, 100):
        graph = tmp_path / str(step)
        write_all(graph, OLD)
        if not killed_at(graph, step):
            break
        for again in range(1, 4):
            killed_at(graph, again, recovering=True)
        recover(graph)
        found = texts(graph)
        assert found in (OLD, {name: text for name, text in {**OLD, **NEW}.items() if text}), (step, found)
        seen.add(found == OLD)
    assert seen == {True, False} and step > 10
    assert texts(graph) == {name: text for name, text in {**OLD, **NEW}.items() if text}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_the_next_import_says_what_it_put_back(tmp_path: Path) -> None:
    write_all(tmp_path, OLD)
    # The first stop that is seen: the former file is aside, the new one not yet in its place.
    next(step for step in range(1, 100) if killed_at(tmp_path, step) and not (tmp_path / "a.ttl").exists())
    lines = run(importer(lambda job: Draft()), tmp_path).report.lines()
    assert any("stopped in the middle" in line and "put back" in line for line in lines), lines
    assert texts(tmp_path) == OLD


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_who_reads_the_graph_is_told_of_a_killed_import(places: Places, tmp_path: Path) -> None:
    """Half exchanged or merely left behind, with the mend; of an import that came to its end, not a word."""
    told = set()
    for step in range(1, 100):
        graph = tmp_path / str(step)
        write_all(graph, OLD)
        died = killed_at(graph, step)
        half = any(name.endswith("/journal.json") for name in texts(graph))
        with warnings.catch_warnings(record=True) as seen:
            warnings.simplefilter("always")
            input_files(places.with_graph(graph))
        words = [str(warning.message) for warning in seen if warning.category is MaillageWarning]
        assert [("some files here are new and some old" in said, "maillage import NAME" in said) for said in words] == (
            [(half, True)] if died else []
        )
        told.add((died, half))
        if not died:
            break
    assert told == {(True, True), (True, False), (False, False)}


def test_the_command_line_says_so_on_stderr(small: Places, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    graph = tmp_path / "graph"
    shutil.copytree(small.graph, graph)
    (graph / ".maillage-import-1").mkdir()
    (graph / ".maillage-import-1" / "journal.json").write_text("[]", encoding="utf-8")
    for _ in range(2):
        assert command(["query", "vocabulary", "--graph", str(graph), "-f", "json"]) == 0
        out, err = capsys.readouterr()
        json.loads(out)
        assert err.count(f"maillage: {graph / '.maillage-import-1'}: an import was stopped in the middle") == 1
    assert run(importer(lambda job: Draft()), graph).changed == []
    assert command(["query", "vocabulary", "--graph", str(graph), "-f", "json"]) == 0
    assert "an import was stopped" not in capsys.readouterr().err


def test_two_imports_do_not_write_at_once(tmp_path: Path) -> None:
    pytest.importorskip("fcntl")
    with (
        only_writer(tmp_path),
        pytest.raises(MaillageError, match="another import is writing here"),
    ):
        run(importer(lambda job: Draft()), tmp_path)
    run(importer(lambda job: Draft()), tmp_path)


def test_a_removed_file_goes_and_what_is_the_same_is_left_alone(tmp_path: Path) -> None:
    assert write_all(tmp_path, {"x/a.ttl": "1", "b.ttl": "1"}) == ["b.ttl", "x/a.ttl"]
    stamp = (tmp_path / "b.ttl").stat().st_mtime_ns
    assert write_all(tmp_path, {"x/a.ttl": None, "b.ttl": "1", "gone.ttl": None}) == ["x/a.ttl"]
    assert (tmp_path / "b.ttl").stat().st_mtime_ns == stamp
    assert sorted(p.name for p in tmp_path.rglob("*") if p.is_file()) == ["b.ttl"]


def test_a_failing_importer_writes_nothing(tmp_path: Path) -> None:
    def make(job: Job) -> Draft:
        draft = Draft()
        draft.add("a.ttl", "terr:x", "mlg:OtherArea", {})
        raise MaillageError("the source ends in the middle.")

    with pytest.raises(MaillageError):
        run(importer(make), tmp_path / "graph")
    assert not (tmp_path / "graph").exists()


def test_a_graph_that_is_a_file(tmp_path: Path) -> None:
    path = tmp_path / "graph"
    path.write_text("")
    with pytest.raises(MaillageError, match="is to be a folder"):
        run(importer(lambda job: Draft()), path)


def test_plain_files_are_written_with_the_turtle(tmp_path: Path) -> None:
    def make(job: Job) -> Draft:
        draft = Draft()
        draft.add("registers/a.ttl", "terr:x", "mlg:OtherArea", {})
        draft.plain["registers/resolutions.csv"] = "mention,body\n"
        return draft

    outcome = run(importer(make), tmp_path / "graph")
    assert outcome.changed == ["registers/a.ttl", "registers/resolutions.csv"]
    assert run(importer(make), tmp_path / "graph").changed == []
