"""What tests of the command line share: a way to call it. What asks the shipped graph opens what the session keeps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from maillage.cli import run

Call = Callable[..., tuple[int, str, str]]


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
