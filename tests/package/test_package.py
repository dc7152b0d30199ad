"""The package: a wheel of a clean clone holds what git holds, no more, no less, and works without the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
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
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with a wheel and a source archive of a clean clone."""
    folder = tmp_path_factory.mktemp("built")
    clone = folder / "clone"
    subprocess.run(["git", "clone", "--quiet", str(root), str(clone)], check=True)
    (clone / "graph" / "ignored.txt").write_text("not tracked")
    for kind in ("--wheel", "--sdist"):
        command = [sys.executable, "-m", "build", kind, "--no-isolation", "--outdir", str(folder), str(clone)]
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    return next(built.glob("*.whl"))


@pytest.fixture(scope="module")
def tracked(root: Path) -> list[str]:
    return subprocess.run(["git", "ls-files", "-z"], cwd=root, check=True, capture_output=True, text=True).stdout.split(
        "\0"
    )


def test_what_the_pages_load_ships_built_and_with_its_sources(built: Path, wheel: Path, tracked: list[str]) -> None:
    """A user needs no node; who wants to change a script finds what it was built from."""
    static = [name for name in tracked if name.startswith("src/maillage/pages/static/")]
    sources = [name for name in tracked if name.startswith("web/")]
    assert "src/maillage/pages/static/explorer.js" in static and "web/package-lock.json" in sources
    assert {name.removeprefix("src/") for name in static} <= {*zipfile.ZipFile(wheel).namelist()}
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        assert {*static, *sources} <= {name.partition("/")[2] for name in archive.getnames()}


def test_members_are_what_git_tracks(wheel: Path, tracked: list[str]) -> None:
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
