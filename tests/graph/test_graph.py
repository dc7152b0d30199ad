"""The shipped graph: no fault, its notices are known, both SHACL engines agree on samples of it, nothing is suggested."""

from __future__ import annotations

import os
import random
from pathlib import Path

from maillage.library import Graph
from maillage.pipeline.build import Build, build
from maillage.pipeline.validate import Engine, shacl_findings
from maillage.places import Places
from maillage.terms import curie
from maillage.things.turtle import read_turtle
from maillage.things.turtle_writer import write_turtle

NOTICES = Path(__file__).parent / "notices.txt"


def test_no_fault_and_known_notices(graph: Graph) -> None:
    """Each notice stands in a file with the reason why it stays: name, subject, message, reason."""
    found = graph.findings("fr")
    assert [str(f) for f in found if f.severity == "fault"] == []
    lines = sorted({f"{f.name}\t{curie(f.subject)}\t{f.message}" for f in found})
    reasons = dict(line.rsplit("\t", 1) for line in NOTICES.read_text(encoding="utf-8").splitlines())
    text = "".join(f"{line}\t{reasons.get(line, '')}\n" for line in lines)
    if os.environ.get("MAILLAGE_UPDATE_GOLDEN"):
        NOTICES.write_text(text, encoding="utf-8")
    assert NOTICES.read_text(encoding="utf-8") == text, (
        "Explain the new notice, or correct the reading; then make golden."
    )
    assert [line for line in lines if not reasons.get(line, "").strip()] == [], "A notice that stays says why."


def both(built: Build) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """What the shapes find by the fast SHACL engine and by the reference: (shape, subject)."""
    engines: tuple[Engine, Engine] = ("fast", "reference")
    fast, slow = ({(f.name, f.subject) for f in shacl_findings(built.loaded, built.names, "fr", e)} for e in engines)
    return fast, slow


def test_both_engines_agree(small_graph: Graph) -> None:
    fast, slow = both(small_graph.built)
    assert fast == slow


def test_both_engines_agree_on_torn_files(places: Places, tmp_path: Path) -> None:
    """Some files of the shipped graph, one fact in six lost: much is wrong, and both engines say the same."""
    draw = random.Random(4)
    for name in ("territories", "organisations", "registers"):
        (tmp_path / name).mkdir()
        light = [file for file in places.files() if file.parent.name == name and file.stat().st_size < 40_000]
        for file in draw.sample(light, 3):
            left = [triple for triple in read_turtle(file).triples if draw.random() > 1 / 6]
            (tmp_path / name / file.name).write_text(write_turtle(left), encoding="utf-8")
    fast, slow = both(build(places.with_graph(tmp_path)))
    assert fast == slow
    assert len({name for name, _ in fast}) >= 8


def test_the_small_graph_is_well(small: Places, small_graph: Graph, places: Places) -> None:
    """The graph that most tests work on has no fault, and says nothing that the shipped one does not."""
    assert [str(f) for f in small_graph.findings("fr") if f.severity == "fault"] == []
    whole = {line for file in places.files() for line in file.read_text(encoding="utf-8").splitlines()}
    for file in small.files():
        lines = file.read_text(encoding="utf-8").splitlines()
        assert [line for line in lines if line not in whole] == []
    assert {file.name for file in (places.graph / "documents").iterdir()} == {
        file.name for file in (small.graph / "documents").iterdir()
    }


def test_nothing_suggested_is_shipped_as_fact(graph: Graph) -> None:
    assert not len(graph.query("SELECT ?c WHERE { ?c mlg:origin origin:suggested }"))


def test_persons_only_with_an_office(graph: Graph) -> None:
    rows = graph.query("SELECT ?p WHERE { ?p a mlg:Person MINUS { ?t a mlg:Tenure ; mlg:holder ?p } }")
    assert [row["p"] for row in rows] == []
