"""What a person had taken out does not come back: checks refuse it, imports leave it out, releases let it go unsaid."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from maillage.cli import run
from maillage.importers.kit.base import Draft, Importer, code, fr
from maillage.importers.kit.base import run as run_import
from maillage.naming.withdrawn import FILE, line_for
from maillage.places import Places
from maillage.releases.change import replayed
from maillage.terms import PREFIXES
from maillage.things.turtle import read_turtle
from maillage.things.turtle_writer import write_turtle

NAME, PERSON = "Joan Orcier", PREFIXES["person"] + "joan-orcier"
DOCUMENT = "documents/ateliers-sante-grand-nancy-2023.ttl"


@pytest.fixture
def graph(small: Places, tmp_path: Path) -> Path:
    folder = tmp_path / "graph"
    shutil.copytree(small.graph, folder)
    return folder


def take_out(graph: Path) -> None:
    """The person, the sentences that name them, and the claims that rest on either; so too who is named beside them."""
    path = graph / DOCUMENT
    file = read_turtle(path)
    said = [(t.subject.value, t.object.value) for t in file.triples]
    gone = {PERSON, PREFIXES["person"] + "sylvie-rossignon"} | {s for s, o in said if "Orcier" in o}
    gone |= {s for s, o in said if o in gone and s.startswith(PREFIXES["claim"])}
    left = [t for t in file.triples if t.subject.value not in gone]
    path.write_text(write_turtle(left, prefixes=file.prefixes, header=file.header), encoding="utf-8")


def test_the_command_writes_a_digest(graph: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (graph / FILE).write_text("# Sans fin de ligne", encoding="utf-8")
    for _ in range(2):
        assert run(["withdraw", NAME, "person:joan-orcier", "--graph", str(graph)]) == 0
    lines = (graph / FILE).read_text(encoding="utf-8").splitlines()
    assert lines == ["# Sans fin de ligne", line_for(NAME), line_for(PERSON)]
    assert "0 ajout(s)" in capsys.readouterr().err
    assert run(["withdraw", "...", "--graph", str(graph)]) == 2


@pytest.mark.parametrize("what", [NAME, "person:joan-orcier"])
def test_a_check_refuses_what_is_withdrawn(graph: Path, what: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["withdraw", what, "--graph", str(graph)]) == 0
    assert run(["check", "--graph", str(graph)]) == 1
    found = [line for line in capsys.readouterr().out.splitlines() if "[withdrawn]" in line]
    assert any("(IRI)" in line or "(skos:prefLabel)" in line for line in found)
    assert ("(oa:exact)" in "".join(found)) == (what == NAME)
    take_out(graph)
    run(["check", "--graph", str(graph)])
    assert "[withdrawn]" not in capsys.readouterr().out


def test_an_import_does_not_bring_it_back(graph: Path) -> None:
    (graph / FILE).write_text("Jean Exemple\n", encoding="utf-8")

    def make(_: object) -> Draft:
        draft = Draft()
        path = "registers/essai.ttl"
        draft.add(path, "doc:essai", "mlg:Document", {"dct:title": fr("Essai"), "dct:creator": code("Jean Exemple")})
        draft.add(path, "person:quelqu-un", "mlg:Person", {"skos:prefLabel": fr("Jean EXEMPLE")})
        draft.add(path, "person:autre", "mlg:Person", {"skos:prefLabel": fr("Anne Autre")})
        for name in ("quelqu-un", "autre"):
            draft.add(
                path,
                f"claim:essai/{name}",
                "mlg:Tenure",
                {"mlg:officeTitle": fr("Directrice"), "mlg:holder": f"person:{name}"},
            )
        return draft

    importer = Importer("essai", {"fr": "x", "en": "x"}, "x", make)
    for _ in range(2):
        outcome = run_import(importer, graph)
        text = (graph / "registers" / "essai.ttl").read_text(encoding="utf-8")
        assert "EXEMPLE" not in text.upper()
        assert "quelqu-un" not in text
        assert "Anne Autre" in text
        assert "essai/autre" in text or "c:autre" in text
        assert any("2 things or claims fall under" in line for line in outcome.report.lines())


def test_a_release_lets_it_go_and_does_not_say_it(
    kept: Path, graph: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    words = ["release", "--previous", str(kept), "--graph", str(graph), "-o", str(out), "--date", "2026-11-30"]
    run(["withdraw", NAME, "person:sylvie-rossignon", "--graph", str(graph)])
    assert run(words) == 1, "it is still there"
    assert not out.exists()
    take_out(graph)
    assert run(words) == 0, capsys.readouterr().err
    told = {path.name: path.read_text(encoding="utf-8") for path in out.iterdir()}
    assert not [name for name, text in told.items() if "orcier" in text.lower()]
    assert run(["build", "--graph", str(graph), "-o", str(tmp_path / "new")]) == 0
    old, new = (set((folder / "default.nt").read_text().splitlines()) for folder in (kept, tmp_path / "new"))
    added, removed, unsaid = (told[name].splitlines() for name in ("added.nt", "removed.nt", "removed.sha256"))
    assert unsaid
    assert replayed(old, added, removed, set(unsaid)) == new
