"""Builds kept in a folder: the same bytes each time; stopped half-way they leave the former whole."""

from __future__ import annotations

import filecmp
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import maillage
from maillage import __version__
from maillage.errors import MaillageError, MaillageWarning
from maillage.pipeline.kept import changed_since, make, open_kept
from maillage.pipeline.products import read_manifest
from maillage.places import Places

DOCUMENT = "documents/convention-gpsea-2017.ttl"


@pytest.fixture
def own(small: Places, tmp_path: Path) -> Places:
    """A copy of the small graph to change."""
    shutil.copytree(small.graph, tmp_path / "graph")
    shutil.copytree(small.ontology, tmp_path / "ontology")
    return Places(ontology=tmp_path / "ontology", graph=tmp_path / "graph", queries=small.queries)


def _edit(places: Places, file: str, before: str, after: str) -> None:
    path = places.graph / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def _same(one: Path, other: Path) -> bool:
    names = sorted(path.name for path in one.iterdir())
    assert names == sorted(path.name for path in other.iterdir()) == ["default.nt", "graph.nq", "manifest.json"]
    return not any(filecmp.cmpfiles(one, other, names, shallow=False)[1:])


def _within(places: Places) -> None:
    _edit(places, "territories/departements.ttl", "mlg:within terr:region-44", "mlg:within terr:region-28")


CHANGES = {
    "a label": lambda places: _edit(places, "territories/regions.ttl", '"Grand Est"@fr', '"Grand-Est"@fr'),
    "a population": lambda places: _edit(places, "territories/communes-54.ttl", "mlg:population ", "mlg:population 1"),
    "a containment": _within,
    "a claim less": lambda places: _edit(places, DOCUMENT, "role:signatory", "role:guest"),
    "a file less": lambda places: (places.graph / "documents/ateliers-sante-grand-nancy-2023.ttl").unlink(),
    "a word of the vocabulary": lambda places: _edit(places, "../ontology/maillage.ttl", '"Acteur"@fr', '"Acteurs"@fr'),
    "a modality": lambda places: _edit(places, DOCUMENT, "modality:done", "modality:planned"),
}


@pytest.mark.parametrize("change", ["a word of the vocabulary", "a file less", "a modality"])
def test_what_has_changed_is_made_again(own: Places, tmp_path: Path, change: str) -> None:
    make(own, tmp_path / "again", __version__)
    before = (tmp_path / "again" / "graph.nq").read_bytes()
    CHANGES[change](own)
    again, anew = (make(own, tmp_path / name, __version__) for name in ("again", "anew"))
    assert again is not None and anew is not None and again.findings == anew.findings
    assert _same(tmp_path / "again", tmp_path / "anew")
    assert (tmp_path / "again" / "graph.nq").read_bytes() != before


def test_no_fact_stands_twice(own: Places, tmp_path: Path) -> None:
    make(own, tmp_path / "built", __version__)
    quads = (tmp_path / "built" / "graph.nq").read_bytes().splitlines()
    triples = (tmp_path / "built" / "default.nt").read_bytes().splitlines()
    assert len(quads) == len(triples) == len(set(triples))
    assert sorted({line[: line.rindex(b" <")] + b" ." for line in quads}) == triples


def test_nothing_changed_is_up_to_date(own: Places, tmp_path: Path) -> None:
    make(own, tmp_path / "built", __version__)
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "built").iterdir()}
    assert make(own, tmp_path / "built", __version__) is None
    assert before == {path.name: path.stat().st_mtime_ns for path in (tmp_path / "built").iterdir()}


def test_another_version_is_built_anew(own: Places, tmp_path: Path) -> None:
    make(own, tmp_path / "built", "0.0.1")
    assert make(own, tmp_path / "built", "0.0.2") is not None


def test_kept_answers_as_built(own: Places, tmp_path: Path) -> None:
    make(own, tmp_path / "built", __version__)
    kept = maillage.open_graph(store=tmp_path / "built")
    built = maillage.open_graph(own.graph, cache=False)
    assert len(kept) == len(built)
    for name in ("contracts", "co-signatories", "units-of-bodies"):
        assert kept.ask(name).to_csv() == built.ask(name).to_csv()
    assert sorted(kept.network().edges) == sorted(built.network().edges)


def test_a_lost_index_is_made_again(own: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(own, tmp_path / "built", __version__)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "other-cache"))
    assert len(open_kept(tmp_path / "built", own).store) > 1000


def test_what_changed_since_is_named(own: Places, tmp_path: Path) -> None:
    make(own, tmp_path / "built", __version__)
    assert changed_since(read_manifest(tmp_path / "built"), own) == []
    CHANGES["a label"](own)
    (own.graph / "documents/ateliers-sante-grand-nancy-2023.ttl").unlink()
    assert changed_since(read_manifest(tmp_path / "built"), own) == [
        "https://w3id.org/maillage/graph/documents/ateliers-sante-grand-nancy-2023",
        "https://w3id.org/maillage/graph/territories/regions",
    ]


@pytest.mark.parametrize("content", [None, "", "{}", "[1]", '{"inputs": 3}'])
def test_a_folder_without_a_build_is_said(small: Places, tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "manifest.json").write_text(content, encoding="utf-8")
    with pytest.raises(MaillageError, match="holds no build") as error:
        open_kept(tmp_path, small)
    assert f"maillage build -o {tmp_path}" in str(error.value)


def test_a_closed_cache_is_done_without(own: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(own, tmp_path / "built", __version__)
    (tmp_path / "file").write_text("x", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    with pytest.warns(MaillageWarning, match="cannot be kept") as said:
        assert len(open_kept(tmp_path / "built", own).store) > 1000
    assert len(said) == 1 and "XDG_CACHE_HOME" in str(said[0].message)


@pytest.mark.parametrize("share", [0.3, 0.7, 0.95])
def test_a_killed_build_leaves_the_former_whole(own: Places, tmp_path: Path, share: float) -> None:
    command = [sys.executable, "-m", "maillage", "build", "--graph", str(own.graph), "-o", str(tmp_path / "built")]
    start = time.monotonic()
    subprocess.run(command, check=True, capture_output=True, env=os.environ)
    took = time.monotonic() - start
    answer = maillage.open_graph(store=tmp_path / "built").ask("contracts").to_csv()
    shutil.copytree(tmp_path / "built", tmp_path / "before")
    CHANGES["a modality"](own)
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ)
    time.sleep(took * share)
    running.send_signal(signal.SIGKILL)
    killed = running.wait() == -signal.SIGKILL
    kept = tmp_path / "built"
    if killed and (kept / "manifest.json").read_bytes() == (tmp_path / "before" / "manifest.json").read_bytes():
        assert maillage.open_graph(store=kept).ask("contracts").to_csv() == answer
    subprocess.run(command, check=True, capture_output=True, env=os.environ)
    subprocess.run([*command[:-1], str(tmp_path / "anew")], check=True, capture_output=True, env=os.environ)
    assert _same(kept, tmp_path / "anew")


def test_products_of_two_builds_are_made_again(own: Places, tmp_path: Path) -> None:
    """Killed between two files: the new quads beside the old manifest."""
    make(own, tmp_path / "built", __version__)
    shutil.copy(tmp_path / "built" / "manifest.json", tmp_path / "old.json")
    CHANGES["a modality"](own)
    make(own, tmp_path / "anew", __version__)
    shutil.copy(tmp_path / "anew" / "graph.nq", tmp_path / "built" / "graph.nq")
    assert make(own, tmp_path / "built", __version__) is not None
    assert _same(tmp_path / "built", tmp_path / "anew")


def test_files_that_do_not_belong_together_are_said(
    own: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(own, tmp_path / "built", __version__)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "other-cache"))
    with (tmp_path / "built" / "graph.nq").open("ab") as stream:
        stream.write(b"<urn:a> <urn:b> <urn:c> <urn:d> .\n")
    with pytest.raises(MaillageError, match="do not belong together"):
        open_kept(tmp_path / "built", own)


def test_the_manifest_does_not_tell_the_order_of_a_folder(
    small: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another file system lists the modules of the program in another order: the bytes are the same."""
    make(small, tmp_path / "one", __version__)
    listed = Path.rglob
    monkeypatch.setattr(Path, "rglob", lambda path, pattern: reversed(list(listed(path, pattern))))
    make(small, tmp_path / "other", __version__)
    assert _same(tmp_path / "one", tmp_path / "other")
