"""All or nothing: a full disk, a failing move or a failing importer leave graph/ as it was."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from maillage.errors import MaillageError
from maillage.importers.base import Draft, Importer, Job, run
from maillage.importers.files import write_all


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
