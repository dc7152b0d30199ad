"""The first question says that it builds, and that it kept; a later one says nothing of it; --no-cache keeps nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from maillage.places import Places

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def ask(small: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str | Path, ...]:
    """A question on the small graph, with a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return ("query", "consultancies", "-f", "csv", "--graph", small.graph)


def test_said_once(call: Call, ask: tuple[str | Path, ...]) -> None:
    code, first, err = call(*ask)
    assert code == 0 and "est construit" in err and "Il est gardé" in err
    code, again, err = call(*ask, "--lang", "fr")
    assert (code, again) == (0, first)
    assert "construit" not in err and "gardé" not in err


def test_without_the_cache(call: Call, ask: tuple[str | Path, ...], tmp_path: Path) -> None:
    code, _, err = call(*ask, "--no-cache", "--lang", "en")
    assert code == 0 and "is being built" in err and "kept" not in err
    assert not (tmp_path / "cache").exists()


def test_where_nothing_can_be_kept(
    call: Call, ask: tuple[str | Path, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    code, out, err = call(*ask)
    assert code == 0 and len(out.splitlines()) > 1
    assert err.count("cannot be kept") == 1 and "Il est gardé" not in err
