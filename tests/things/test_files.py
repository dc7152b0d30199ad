"""Writing files: whole or not at all, with the rights they had; a pipe or a device is written into."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from maillage.errors import MaillageError
from maillage.things.files import write_atomically

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes nor rights of this kind on this system")


def test_rights_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "secret.ttl"
    path.write_text("avant")
    path.chmod(0o640)
    write_atomically(path, "après")
    assert (path.read_text(), stat.S_IMODE(path.stat().st_mode)) == ("après", 0o640)


def test_a_file_closed_for_writing_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "closed.ttl"
    path.write_text("avant")
    monkeypatch.setattr(os, "access", lambda *_: False)  # as it is for anyone but root
    with pytest.raises(MaillageError, match=r"closed\.ttl: cannot be written \(permission denied\)"):
        write_atomically(path, "après")
    assert path.read_text() == "avant"
    assert [p.name for p in tmp_path.iterdir()] == ["closed.ttl"]


@pytest.mark.parametrize("linked", [False, True])
def test_a_pipe_stays_a_pipe(linked: bool, tmp_path: Path) -> None:
    pipe, got = tmp_path / "pipe.json", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()), daemon=True)
    reader.start()
    path = tmp_path / "link.json"
    path.symlink_to(pipe)
    write_atomically(path if linked else pipe, "é" * 100_000)
    reader.join(10)
    assert pipe.is_fifo()
    assert path.is_symlink()
    assert got == [("é" * 100_000).encode()]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_is_said(tmp_path: Path) -> None:
    (tmp_path / "full.html").symlink_to("/dev/full")
    with pytest.raises(MaillageError, match="no space left on device"):
        write_atomically(tmp_path / "full.html", "x")
    assert not Path("/dev/full").is_file()


def test_a_very_long_name(tmp_path: Path) -> None:
    path = tmp_path / ("é" * 120 + ".ttl")
    write_atomically(path, "x")
    assert path.read_text() == "x"
