"""The scripts of the pages: built again they are what is kept; small enough; their own tests pass; the lock names no host."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

WEB = Path(__file__).resolve().parents[2] / "web"
STATIC = WEB.parent / "src" / "maillage" / "pages" / "static"
#: What a reader of all pages loads in all, as a server sends it.
MOST_BYTES = 300_000


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=WEB, capture_output=True, text=True, timeout=300)


@pytest.fixture(scope="module")
def tools() -> None:
    """Node, with the packages of the lock and no others."""
    if shutil.which("npm") is None:
        pytest.skip("npm is not installed (Debian: apt-get install npm)")
    if not (WEB / "node_modules" / ".package-lock.json").is_file():
        done = run("npm", "ci", "--silent")
        if done.returncode != 0:
            pytest.skip(f"the packages of web/package-lock.json cannot be had: {done.stderr.strip()[-200:]}")


def test_built_again_they_are_the_same(tools: None, tmp_path: Path) -> None:
    done = run("node", "build.js", str(tmp_path))
    assert done.returncode == 0, done.stderr
    built = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    kept = {name: (STATIC / name).read_bytes() for name in built if (STATIC / name).is_file()}
    assert {*built} == {*kept}, "run make web"
    assert [name for name in built if built[name] != kept[name]] == [], "run make web"


def test_their_own_tests_pass(tools: None) -> None:
    done = run("node", "--test", "--test-reporter=tap")
    assert done.returncode == 0, done.stdout
    assert re.search(r"^# pass [1-9]", done.stdout, re.M)


def test_all_scripts_and_styles_are_small() -> None:
    sizes = {path.name: len(gzip.compress(path.read_bytes(), 9)) for path in STATIC.iterdir() if _loaded(path)}
    assert "explorer.js" in sizes
    assert sum(sizes.values()) < MOST_BYTES, sizes


def _loaded(path: Path) -> bool:
    return path.suffix in (".js", ".css")


def test_scripts_load_nothing_from_elsewhere() -> None:
    """An address in a script is a name space or a page to read about something; none is asked for."""
    for path in filter(_loaded, STATIC.iterdir()):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"importScripts|@import|\beval\(|new Function\(", text), path.name
        assert not re.search(r"url\(\s*[\"']?(?:https?:)?//|fetch\(\s*[\"']https?:", text), path.name
        assert "sourceMappingURL" not in text, path.name


def test_the_lock_is_exact_and_names_no_host() -> None:
    package = json.loads((WEB / "package.json").read_bytes())
    for name, version in {**package["dependencies"], **package["devDependencies"]}.items():
        assert re.fullmatch(r"\d+\.\d+\.\d+", version), name
    text = (WEB / "package-lock.json").read_text(encoding="utf-8")
    assert "resolved" not in text
    assert "://" not in re.sub(r'"(?:url|funding)": "[^"]*"', "", text)


def test_what_went_in_is_named_with_its_licence() -> None:
    text = (STATIC / "licences.txt").read_text(encoding="utf-8")
    for name, version in json.loads((WEB / "package.json").read_bytes())["dependencies"].items():
        assert f"{name} {version} (" in text
    assert "GPL" not in text
