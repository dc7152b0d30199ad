"""Quotations against their texts: `fmt --texts` fills, `check --texts` verifies, both refuse in words."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from maillage.cli import run
from maillage.places import Places
from maillage.terms import PREFIXES
from maillage.things.turtle import read_turtle

TEXT = "L’Agence a signé. La Ville a signé le contrat de santé.\r\nPlafond : 30\u202f000 €. Sante\u0301 publique.\n"
NAMES = (
    "mlg",
    "body",
    "arr",
    "doc",
    "quotation",
    "role",
    "modality",
    "origin",
    "cv",
    "oa",
    "dct",
    "skos",
    "documentType",
)
HEAD = "".join(f"@prefix {p}: <{PREFIXES[p]}> .\n" for p in NAMES) + f"@prefix c: <{PREFIXES['claim']}exemple/> .\n"


def graph_file(folder: Path, *quotations: str, sha: str = "", name: str = "exemple.txt") -> Path:
    sha = sha or hashlib.sha256(TEXT.encode()).hexdigest()
    parts = [
        HEAD,
        f'doc:exemple a mlg:Document ; dct:title "Exemple"@fr ; dct:language "fr" ; mlg:sha256 "{sha}" ; '
        f'mlg:fileName "{name}" ; mlg:origin origin:curated ; mlg:documentType documentType:webPage .',
        'body:exemple a mlg:Association ; skos:prefLabel "Exemple"@fr .',
        'arr:exemple a mlg:Convention ; skos:prefLabel "Exemple de convention"@fr .',
    ]
    for n, words in enumerate(quotations):
        parts.append(
            f"c:c{n} a mlg:Participation ; cv:hasParticipant body:exemple ; cv:role role:member ; "
            f"mlg:inArrangement arr:exemple ; mlg:modality modality:done ; mlg:evidence quotation:n{n} ."
        )
        parts.append(f"quotation:n{n} a mlg:Quotation ; mlg:document doc:exemple ; {words} .")
    folder.mkdir(exist_ok=True)
    path = folder / "exemple.ttl"
    path.write_text("\n".join(parts), encoding="utf-8")
    return path


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "exemple.txt").write_bytes(TEXT.encode())
    return folder


def spans(path: Path) -> list[tuple[str, str]]:
    said: dict[str, dict[str, str]] = {}
    for t in read_turtle(path).triples:
        said.setdefault(t.subject.value, {})[t.predicate.value.split("#")[-1]] = t.object.value
    return sorted(
        (s.rsplit("/", 1)[-1], TEXT[int(v["start"]) : int(v["end"])]) for s, v in said.items() if "exact" in v
    )


def test_filling(capsys: pytest.CaptureFixture[str], tmp_path: Path, texts: Path) -> None:
    path = graph_file(
        tmp_path / "graph",
        'oa:exact "La Ville a signé"',
        'oa:exact "La Ville a signé"',
        'oa:exact "30 000 €"',
        'oa:exact "Santé publique"',
        'oa:exact "contrat de santé.\\nPlafond"',
        'oa:exact "a signé" ; oa:start 9 ; oa:end 16',
    )
    assert run(["fmt", "--texts", str(texts), str(path)]) == 0, capsys.readouterr().err
    found = spans(path)
    assert {text for _, text in found} == {
        "La Ville a signé",
        "30\u202f000 €",
        "Sante\u0301 publique",
        "contrat de santé.\r\nPlafond",
        "a signé",
    }
    assert ("9-16", "a signé") in found
    assert run(["fmt", "--check", "--texts", str(texts), str(path)]) == 0
    capsys.readouterr()
    assert run(["check", "--texts", str(texts), "--graph", str(tmp_path / "graph")]) == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    ("quotation", "words"),
    [
        ('oa:exact "a signé"', "stands 2 times in exemple.txt (at 9, 27): not unique"),
        ('oa:exact "n\'a pas signé"', "is not found in exemple.txt"),
        ('oa:exact "Conseil"', "exemple.ttl:"),
    ],
)
def test_refusals_change_nothing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, texts: Path, quotation: str, words: str
) -> None:
    path = graph_file(tmp_path / "graph", quotation, 'oa:exact "La Ville"')
    before = path.read_bytes()
    assert run(["fmt", "--texts", str(texts), str(path)]) == 2
    assert words in capsys.readouterr().err
    assert path.read_bytes() == before


def test_a_text_that_changed(capsys: pytest.CaptureFixture[str], tmp_path: Path, texts: Path) -> None:
    path = graph_file(tmp_path / "graph", 'oa:exact "La Ville"')
    (texts / "exemple.txt").write_text("autre")
    for command in (
        ["fmt", "--texts", str(texts), str(path)],
        ["check", "--texts", str(texts), "--graph", str(path.parent)],
    ):
        assert run(command) == 2
        assert "does not match its hash" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("quotation", "name"),
    [
        ('oa:exact "La Ville" ; oa:start 17 ; oa:end 25', "quotation-offsets"),
        ('oa:exact "La ville" ; oa:start 18 ; oa:end 26', "quotation-not-in-text"),
    ],
)
def test_wrong_quotations_are_found_once(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, texts: Path, quotation: str, name: str
) -> None:
    path = graph_file(tmp_path / "graph", quotation)
    assert run(["check", "--texts", str(texts), "--graph", str(path.parent)]) == 1
    out = capsys.readouterr().out
    assert f"faute [{name}]" in out
    assert out.count("faute [") == 1


def test_a_text_that_is_not_there(capsys: pytest.CaptureFixture[str], tmp_path: Path, texts: Path) -> None:
    path = graph_file(
        tmp_path / "graph", 'oa:exact "La Ville" ; oa:start 18 ; oa:end 26', sha="0" * 64, name="absent.txt"
    )
    assert run(["check", "--texts", str(texts), "--graph", str(path.parent)]) == 0
    assert "remarque [text-not-given]" in capsys.readouterr().out


def test_the_shipped_quotations(capsys: pytest.CaptureFixture[str], small: Places, shared: Path) -> None:
    """The documents are whole in the small graph."""
    assert run(["check", "--graph", str(small.graph), "--texts", str(shared / "seeds")]) == 0, capsys.readouterr().out
    assert "text-not-given" not in capsys.readouterr().out


def test_a_part_whose_range_leaves_the_text(capsys: pytest.CaptureFixture[str], tmp_path: Path, texts: Path) -> None:
    path = graph_file(tmp_path / "graph", 'oa:exact "La Ville" ; oa:start 18 ; oa:end 26')
    part = (
        'doc:exemple.01 a mlg:Document ; dct:title "Partie"@fr ; dct:isPartOf doc:exemple ; mlg:partNumber 1 ; '
        "oa:start 0 ; oa:end 9999 .\n"
    )
    text = path.read_text(encoding="utf-8").replace("mlg:document doc:exemple ;", "mlg:document doc:exemple.01 ;")
    path.write_text(f"{text}\n{part}", encoding="utf-8")
    assert run(["check", "--texts", str(texts), "--graph", str(path.parent)]) == 1
    out = capsys.readouterr().out
    assert "faute [part-outside-text]" in out
    assert "0 à 9999" in out
    assert run(["fmt", "--texts", str(texts), str(path)]) == 2
    assert "this part runs from 0 to 9999, but the text exemple.txt runs from 0 to" in capsys.readouterr().err
