"""What is said of loading an export elsewhere fits the files that were written."""

from __future__ import annotations

from pathlib import Path

import pytest

from maillage.cli import run
from maillage.export.loading import loading


def test_the_best_file_is_named() -> None:
    every = loading(Path("/data/it's"), ["maillage.ttl", "maillage.nt", "maillage.nq", "README.md"], "en")
    text = "\n".join(every)
    assert "ld_dir('/data/it''s', 'maillage.nt', 'urn:maillage'); rdf_loader_run(); checkpoint;" in text
    assert "application/n-quads" in text and "maillage.nq" in text and "?default-graph-uri=urn:maillage" in text
    turtle = "\n".join(loading(Path("/data"), ["maillage.ttl"]))
    assert "'maillage.ttl'" in turtle and "text/turtle" in turtle and "/store?default" in turtle
    assert loading(Path("/data"), ["maillage.jsonld", "context.jsonld"]) == []


def test_it_is_said_once_written(kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["export", "rdf", "--store", str(kept), "-f", "ntriples", "-o", str(tmp_path / "rdf")]
    assert run(command) == 0
    said = capsys.readouterr()
    assert said.out == "" and f"ld_dir('{tmp_path}/rdf', 'maillage.nt'" in said.err and "curl -X PUT" in said.err
    assert run([*command[:-1], str(tmp_path / "stated"), "--stated"]) in (0, 2)
    assert "ld_dir" not in capsys.readouterr().err
