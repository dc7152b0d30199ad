"""`maillage new document`: what it writes parses, checks and leads on; what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from maillage.cli import run
from maillage.things.turtle import read_turtle

TEXT = "Un texte d’exemple\r\n---\r\n  La Ville a signe\u0301 le contrat.  \r\n---\r\nFin.\r\n"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    path = tmp_path / "texts" / "exemple.txt"
    path.write_bytes(("\ufeff" + TEXT).encode())
    (tmp_path / "graph").mkdir()
    return path


def new(text: Path, *more: str) -> int:
    return run(["new", "document", str(text), "--graph", str(text.parents[1] / "graph"), *more])


def test_it_parses_checks_and_takes_claims(text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(text, "--split", "^---") == 0
    out, err = capsys.readouterr()
    path = text.parents[1] / "graph" / "documents" / "un-texte-d-exemple.ttl"
    assert out.strip().endswith("un-texte-d-exemple.ttl")
    assert all(word in err for word in ("fins de ligne de Windows", "marque d'ordre des octets", "décomposés"))
    content = "\ufeff" + TEXT
    said: dict[str, dict[str, str]] = {}
    for t in read_turtle(path).triples:
        said.setdefault(t.subject.value, {})[t.predicate.value.split("#")[-1]] = t.object.value
    spans = [content[int(v["start"]) : int(v["end"])] for _, v in sorted(said.items()) if "start" in v]
    assert spans[1:] == ["La Ville a signe\u0301 le contrat.", "Fin."]
    graph, texts = str(path.parents[1]), str(text.parent)
    assert run(["fmt", "--check", str(path)]) == 0, "a fresh file is in the canonical layout"
    assert run(["check", "--graph", graph, "--texts", texts]) == 0
    out = capsys.readouterr().out
    assert out.count("remarque [document-without-claim]") == 1, "the parts are not told one by one"
    path.write_text(
        path.read_text(encoding="utf-8")
        + """
body:ville a mlg:Association ; skos:prefLabel "Exemple de ville"@fr .
arr:contrat a mlg:Convention ; skos:prefLabel "Exemple de contrat"@fr .
c:ville a mlg:Participation ; cv:hasParticipant body:ville ; cv:role role:signatory ; mlg:inArrangement arr:contrat ;
    mlg:modality modality:done ; mlg:evidence q:x .
q:x a mlg:Quotation ; mlg:document doc:un-texte-d-exemple.02 ; oa:exact "La Ville a signé" .
""",
        encoding="utf-8",
    )
    assert run(["fmt", "--texts", texts, str(path)]) == 0, capsys.readouterr().err
    assert 'oa:exact "La Ville a signe\u0301"' in path.read_text(encoding="utf-8")
    capsys.readouterr()
    assert run(["check", "--graph", graph, "--texts", texts]) == 0
    assert "document-without-claim" not in capsys.readouterr().out
    assert path.read_text(encoding="utf-8").startswith("# Un texte d’exemple\n#\n# 1. "), "fmt keeps what to do next"


def test_in_english_with_odd_titles(text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    title = 'Un "titre" {bizarre} \\ #1\nsuite'
    assert new(text, "--lang", "en", "--title", title, "--slug", "bizarre") == 0
    _, err = capsys.readouterr()
    assert "Windows line ends" in err and "Next: fill it in" in err
    path = text.parents[1] / "graph" / "documents" / "bizarre.ttl"
    assert "# 5. Run maillage check" in path.read_text(encoding="utf-8")
    assert title in {t.object.value for t in read_turtle(path).triples}
    assert run(["fmt", "--check", str(path)]) == 0


def test_refusals(text: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert new(text) == 0
    for arguments, words in [
        ((), "has been read already"),
        (("--slug", "Été"), "has been read already"),
    ]:
        assert new(text, *arguments) == 2
        assert words in capsys.readouterr().err
    text.write_text("autre\n")
    for arguments, words in [
        (("--slug", "un-texte-d-exemple"), "exists already"),
        (("--slug", "Été"), "is no slug"),
        (("--split", "("), "no regular expression"),
        (("--split", "^@@"), "matches"),
        (("--slug", ""), "is no slug"),
        (("--language", "f r"), "is no language tag"),
    ]:
        assert new(text, *arguments) == 2
        assert words in capsys.readouterr().err
    text.write_text(" \n")
    assert new(text) == 2
    assert new(tmp_path / "absent.txt") == 2
    assert len(list((tmp_path / "graph").rglob("*.ttl"))) == 1
