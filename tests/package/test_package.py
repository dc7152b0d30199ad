"""The package: a wheel of a clean clone holds what git holds, no more, no less, and works without the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

FOLDERS = {
    "src/maillage/": "maillage/",
    "ontology/": "maillage/_data/ontology/",
    "graph/": "maillage/_data/graph/",
    "queries/": "maillage/_data/queries/",
    "docs/guides/privacy.md": "maillage/_data/docs/guides/privacy.md",
}
ENDINGS = {
    "src/maillage/": (".py", "py.typed", ".html", ".css", ".js", ".json", ".svg", ".topojson", ".txt", ".ttl"),
    "ontology/": (".ttl", ".tsv", ".svg"),
    "graph/": (".ttl",),
    "queries/": (".rq",),
    "docs/guides/privacy.md": (".md",),
}


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    clone = folder / "clone"
    subprocess.run(["git", "clone", "--quiet", str(root), str(clone)], check=True)
    (clone / "graph" / "ignored.txt").write_text("not tracked")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(clone)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


def test_members_are_what_git_tracks(root: Path, wheel: Path) -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=root, check=True, capture_output=True, text=True).stdout.split(
        "\n"
    )
    expected = {
        new + name.removeprefix(old)
        for name in tracked
        for old, new in FOLDERS.items()
        if name.startswith(old) and name.endswith(ENDINGS[old])
    }
    members = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert members == expected


def test_size(wheel: Path) -> None:
    assert wheel.stat().st_size < 15_000_000


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new virtual environment with the wheel, and what it depends on borrowed from the running one."""
    folder = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(folder)
    pip = [sys.executable, "-m", "pip", "--python", str(folder / "bin" / "python"), "install", "--quiet"]
    subprocess.run([*pip, "--no-deps", "--no-index", str(wheel)], check=True)
    (site,) = folder.glob("lib/python*/site-packages")
    borrowed = [path for path in map(Path, sys.path) if path.name == "site-packages" and path.is_dir()]
    (site / "zz-borrowed.pth").write_text("".join(f"{path}\n" for path in borrowed))
    return folder / "bin"


def test_the_wheel_works_without_the_checkout(installed: Path, tmp_path: Path) -> None:
    """By its own command: the shipped graph is kept, then asked, from a folder that knows nothing of the project."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}

    def call(*command: str) -> str:
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env=environment)
        assert done.returncode == 0, done.stderr
        return done.stdout

    where = call(str(installed / "python"), "-c", "import maillage.places as p; print(p.find_places().graph)").strip()
    assert Path(where).is_relative_to(installed.parent)
    program = str(installed / "maillage")
    call(program, "build", "-o", "built")
    answer = call(
        program, "query", "who-coordinates-with", "-p", "actor=ARS Grand Est", "-f", "csv", "--store", "built"
    )
    assert len(answer.splitlines()) > 10
