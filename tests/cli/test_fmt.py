"""`maillage fmt`: it writes through a link, adds the prefixes a file lacks, and says what it cannot do."""

from __future__ import annotations

from pathlib import Path

import pytest

from maillage.cli import run

HEAD = "@prefix mlg: <https://w3id.org/maillage/def#> .\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
UNTIDY = HEAD + '<https://w3id.org/maillage/id/organisation/a> skos:prefLabel "A"@fr ; a mlg:Association .\n'


def test_through_a_link_to_its_target(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    target, link, far = tmp_path / "kept" / "file.ttl", tmp_path / "link.ttl", tmp_path / "far.ttl"
    target.write_text(UNTIDY, encoding="utf-8")
    link.symlink_to(Path("kept") / "file.ttl")
    far.symlink_to(link)
    assert run(["fmt", str(far)]) == 0
    assert link.is_symlink() and far.is_symlink() and not target.is_symlink()
    assert target.read_text(encoding="utf-8") != UNTIDY
    assert far.read_text(encoding="utf-8") == target.read_text(encoding="utf-8")
    assert [p.name for p in sorted(tmp_path.rglob("*"))] == ["far.ttl", "kept", "file.ttl", "link.ttl"]


def test_it_adds_the_prefixes_a_file_lacks(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "mon-texte.ttl"
    path.write_text(
        "# Remarque en tête.\n\n" + HEAD + "c:un a mlg:State ; mlg:inArrangement arr:x ; mlg:modality modality:done ;\n"
        "    mlg:evidence q:1 .\nq:1 a mlg:Quotation .\n",
        encoding="utf-8",
    )
    assert run(["check", "--graph", str(tmp_path)]) == 2
    assert "Run maillage fmt on this file" in capsys.readouterr().err
    assert run(["fmt", "--check", str(path)]) == 1
    assert run(["fmt", str(path)]) == 0
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# Remarque en tête.\n\n@prefix mlg:")
    assert "@prefix c: <https://w3id.org/maillage/id/claim/mon-texte/> .\n" in text
    assert "@prefix q: <https://w3id.org/maillage/id/quotation/mon-texte/> .\n" in text
    assert "@prefix modality:" in text and "@prefix body:" not in text
    assert run(["fmt", "--check", str(path)]) == 0


def test_a_prefix_nobody_knows_and_lines_that_keep_their_numbers(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "x.ttl"
    path.write_text(HEAD + "mlg:a mlg:b nobody:c .\n", encoding="utf-8")
    assert run(["fmt", str(path)]) == 2
    err = capsys.readouterr().err
    assert "x.ttl:3: not Turtle" in err and "nobody" in err
    path.write_text(HEAD + '@prefix body: <https://example.org/> .\nbody:a skos:prefLabel "A"@fr .\n', encoding="utf-8")
    assert run(["fmt", str(path)]) == 0
    assert "https://example.org/" in path.read_text(encoding="utf-8"), "what a file declares stands"
