"""Every example is a test: the valid ones give no finding, an invalid one exactly the finding it is named after."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from maillage.pipeline.build import build
from maillage.pipeline.validate import Finding
from maillage.places import Places

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "ontology" / "examples"
VALID = sorted((EXAMPLES / "valid").glob("*.ttl"))
INVALID = sorted((EXAMPLES / "invalid").glob("*.ttl"))

#: Examples whose mistake shows only in the midst of a graph.
AMONG_OTHERS = {"described-in-two-files--region-deja-decrite", "fact-in-two-files--nom-deja-donne"}


def findings(places: Places, tmp_path: Path, *files: Path, reference: bool = False) -> list[Finding]:
    for file in files:
        shutil.copy(file, tmp_path / file.name)
    return build(places.with_graph(tmp_path)).findings("fr", engine="reference" if reference else "fast")


def test_there_are_examples() -> None:
    assert len(VALID) >= 8
    assert len(INVALID) >= 20


@pytest.mark.parametrize("file", VALID, ids=lambda p: p.stem)
def test_valid(places: Places, tmp_path: Path, file: Path) -> None:
    assert findings(places, tmp_path, file) == []


@pytest.mark.parametrize("file", INVALID, ids=lambda p: p.stem)
def test_invalid(places: Places, small: Places, tmp_path: Path, file: Path) -> None:
    among_others = file.stem in AMONG_OTHERS
    found = build(small, [file]).findings("fr") if among_others else findings(places, tmp_path, file)
    assert [f.name for f in found] == [file.stem.split("--")[0]], "\n".join(map(str, found))
    finding = found[0]
    assert finding.file.endswith(file.name)
    assert finding.line > 1
    assert finding.label
    assert finding.message
    assert finding.fix
    assert "{" not in finding.message + finding.fix


def test_every_shape_and_check_has_an_example(places: Places) -> None:
    """Named after it, but for what no single file can show."""
    names = {p.stem.split("--")[0] for p in INVALID}
    checks = {p.stem for p in (places.queries / "checks").glob("*.rq")}
    waiting = {
        line.split("\t")[0] for line in (Path(__file__).parent / "without.txt").read_text().splitlines() if line.strip()
    }
    assert checks - names == waiting & checks
    assert not waiting & names


def test_both_engines_agree_on_the_examples(places: Places, tmp_path: Path) -> None:
    """All files at once: what the fast SHACL engine finds, the reference finds too, and the reverse."""
    chosen = [f for f in [*VALID, *INVALID] if f.stem not in AMONG_OTHERS]
    fast = findings(places, tmp_path, *chosen)
    slow = findings(places, tmp_path, reference=True)
    assert {(f.name, f.subject) for f in fast} == {(f.name, f.subject) for f in slow}
