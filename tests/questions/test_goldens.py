"""Golden answers: each question with its examples, and with what it needs only where that is small.

`MAILLAGE_UPDATE_GOLDEN=1 pytest tests/questions` rewrites them; read the difference before you commit it.
"""

from __future__ import annotations

import difflib
import os
from pathlib import Path

import pytest

from maillage.asking.answers import answer
from maillage.asking.catalogue import Query
from maillage.library import Graph

from .conftest import needed

FOLDER = Path(__file__).parent / "golden"
UPDATE = bool(os.environ.get("MAILLAGE_UPDATE_GOLDEN"))
#: An answer without parameters is kept when it has fewer rows than this.
SMALL = 200


def goldens(graph: Graph, question: Query) -> dict[str, str]:
    """File name -> CSV."""
    values: dict[str, str | None] = {name: parameter.example for name, parameter in question.params.items()}
    whole = answer(question, graph.built.store, graph.built.names, needed(question))
    example = answer(question, graph.built.store, graph.built.names, values)
    out = {f"{question.name}--example.csv": example.to_csv()}
    if len(whole) < SMALL:
        out[f"{question.name}.csv"] = whole.to_csv()
    return out


def test_golden(graph: Graph, question: Query) -> None:
    expected = goldens(graph, question)
    for name in (f"{question.name}.csv", f"{question.name}--example.csv"):
        path = FOLDER / name
        if UPDATE:
            path.unlink(missing_ok=True)
            if name in expected:
                path.write_text(expected[name], encoding="utf-8", newline="")
        before = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        now = expected.get(name, "").splitlines()
        difference = list(difflib.unified_diff(before, now, f"golden/{name}", "answer", lineterm="", n=0))
        if difference:
            shown = "\n".join(difference[:60])
            pytest.fail(
                f"{shown}\nIf this is meant: MAILLAGE_UPDATE_GOLDEN=1 pytest {Path(__file__).name}", pytrace=False
            )


def test_no_stale_golden(questions: list[Query]) -> None:
    names = {question.name for question in questions}
    stale = [path for path in FOLDER.glob("*.csv") if path.stem.removesuffix("--example") not in names]
    if UPDATE:
        for path in stale:
            path.unlink()
    else:
        assert stale == []
