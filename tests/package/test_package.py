"""The package: a wheel of a clean clone holds what git holds, no more, no less, and works without the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

FOLDERS = {
    "src/maillage/": "maillage/",
    "ontology/": "maillage/_data/ontology/",
    "graph/": "maillage/_data/graph/",
    "queries/": "maillage/_data/queries/",
}
ENDINGS = {
    "src/maillage/": (".py", "py.typed", ".html", ".css", ".js", ".json"),
    "ontology/": (".ttl", ".tsv"),
    "graph/": (".ttl",),
    "queries/": (".rq",),
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


def test_the_wheel_works_without_the_checkout(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(target)
    code = "import maillage; g = maillage.open_graph(); print(len(g), g.built.loaded.places.graph)"
    environment = {**os.environ, "PYTHONPATH": str(target)}
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    count, place = done.stdout.split(maxsplit=1)
    assert int(count) > 1000
    assert place.strip() == str(target / "maillage" / "_data" / "graph")
