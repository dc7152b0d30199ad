"""What tests of the command line share: a way to call it, and the shipped graph kept for the commands that ask."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from maillage.cli import run

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def stored(kept: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """MAILLAGE_STORE names the kept build of the shipped graph: what asks it does not build it again."""
    monkeypatch.setenv("MAILLAGE_STORE", str(kept))
    return kept


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Run a command in this process: exit code, stdout, stderr."""

    def do(*arguments: str | Path) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return code, out, err

    return do
