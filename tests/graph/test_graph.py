"""The shipped graph: no fault, its notices are known, both SHACL engines agree, its quotations are short."""

from __future__ import annotations

import os
from pathlib import Path

from maillage.library import Graph
from maillage.terms import curie

NOTICES = Path(__file__).parent / "notices.txt"


def test_no_fault_and_known_notices(graph: Graph) -> None:
    found = graph.findings("fr")
    assert [str(f) for f in found if f.severity == "fault"] == []
    lines = sorted({f"{f.name}\t{curie(f.subject)}\t{f.message}" for f in found})
    text = "\n".join(lines) + "\n"
    if os.environ.get("MAILLAGE_UPDATE_GOLDEN"):
        NOTICES.write_text(text, encoding="utf-8")
    assert NOTICES.read_text(encoding="utf-8") == text, (
        "Explain the new notice, or correct the reading; then make golden."
    )


def test_both_engines_agree(graph: Graph) -> None:
    fast = {(f.name, f.subject) for f in graph.built.findings("fr")}
    slow = {(f.name, f.subject) for f in graph.built.findings("fr", engine="reference")}
    assert fast == slow


def test_nothing_suggested_is_shipped_as_fact(graph: Graph) -> None:
    assert not len(graph.query("SELECT ?c WHERE { ?c mlg:origin origin:suggested }"))


def test_persons_only_with_an_office(graph: Graph) -> None:
    rows = graph.query("SELECT ?p WHERE { ?p a mlg:Person MINUS { ?t a mlg:Tenure ; mlg:holder ?p } }")
    assert [row["p"] for row in rows] == []
