"""What a graph folder holds: Turtle files whatever their name, linked folders; hidden files are left aside, and said."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from maillage.errors import MaillageError, MaillageWarning
from maillage.pipeline.load import input_files
from maillage.places import Places, find_places, pasted, turtle_files
from maillage.terms import GRAPH
from maillage.things.rdf import NamedNode


def names(folder: Path) -> tuple[list[str], list[str]]:
    return tuple([p.relative_to(folder).as_posix() for p in paths] for paths in turtle_files(folder))  # type: ignore


def graph_with(folder: Path, *files: str) -> Places:
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return find_places().with_graph(folder)


def test_every_turtle_file_and_no_hidden_one(tmp_path: Path) -> None:
    files = (
        "a.ttl",
        "b/C.TTL",
        "b/été.Ttl",
        ".a.ttl",
        "b/._c.ttl",
        ".git/x.ttl",
        "b/.cache/y.ttl",
        "d.txt",
        ".DS_Store",
    )
    places = graph_with(tmp_path, *files)
    (tmp_path / "folder.ttl").mkdir()
    assert names(tmp_path) == (["a.ttl", "b/C.TTL", "b/été.Ttl"], [".a.ttl", ".git", "b/._c.ttl", "b/.cache"])
    with pytest.warns(
        MaillageWarning, match=r"4 hidden or special file\(s\) or folder\(s\) left aside: \.a\.ttl, \.git, b/\._c"
    ):
        assert len(input_files(places)) == 3 + 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    places = graph_with(tmp_path, "a.ttl")
    os.mkfifo(tmp_path / "tuyau.ttl")
    (tmp_path / "lien.ttl").symlink_to(tmp_path / "tuyau.ttl")
    assert names(tmp_path) == (["a.ttl"], ["lien.ttl", "tuyau.ttl"])
    with pytest.warns(MaillageWarning, match=r"left aside: lien\.ttl, tuyau\.ttl"):
        assert len(input_files(places)) == 1 + 2


def test_links_are_followed_once(tmp_path: Path) -> None:
    graph = tmp_path / "graph"
    graph_with(graph, "a.ttl", "b/c.ttl")
    graph_with(tmp_path / "far", "d.ttl", "e/f.ttl")
    (graph / "far").symlink_to(tmp_path / "far")
    (graph / "b" / "up").symlink_to(graph)
    (graph / "g.ttl").symlink_to(graph / "a.ttl")
    assert names(graph)[0] == ["a.ttl", "b/c.ttl", "far/d.ttl", "far/e/f.ttl", "g.ttl"]


@pytest.mark.parametrize(
    "name", ["copie de lys", "lys (2)", "100 %", "l'un\"l'autre", "a#b?c", "éà", "-x", "a\nb", "ﬁn_1"]
)
def test_a_graph_is_named_after_any_file(name: str, tmp_path: Path) -> None:
    places = graph_with(tmp_path, f"{name}.ttl", f"dossier {name}/x.ttl")
    graphs = [graph for graph in input_files(places) if "/ontology/" not in graph]
    assert len({NamedNode(graph).value for graph in graphs}) == 2
    assert pasted(tmp_path / name) != ""


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/latin\xe9.ttl"
    try:
        Path(os.fsdecode(path)).touch()
    except (OSError, UnicodeError):
        pytest.skip("this file system knows no such name")
    assert GRAPH + "latin%E9" in input_files(find_places().with_graph(tmp_path))


def test_two_files_of_one_graph_are_refused(tmp_path: Path) -> None:
    places = graph_with(tmp_path, "lys.ttl", "lys.TTL")
    if len(list(tmp_path.iterdir())) < 2:
        pytest.skip("this file system takes both for one file")
    with pytest.raises(MaillageError, match=r"lys\.TTL and lys\.ttl|lys\.ttl and lys\.TTL"):
        input_files(places)


def test_what_is_pasted_is_one_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert pasted(Path("mes textes")) == "'mes textes'"
    assert pasted(Path("-x.ttl")) == "./-x.ttl"
    assert pasted(Path("a.ttl")) == "a.ttl"
