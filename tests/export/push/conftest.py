"""A tiny bundle, written by the writers of the real one; portals on this machine; a way to call the command."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from maillage.cli import run
from maillage.export.portal.dcat import catalogue, datagouv
from maillage.export.portal.registrations import zenodo
from maillage.export.portal.release import Release
from maillage.export.portal.staging import Staging

BASE = "https://example.org/maillage/"
FILES = {
    "data/maillage.ttl": b"<a:b> <a:c> <a:d> .\n" * 4000,
    "data/maillage.nq.gz": b"\x1f\x8b not really " * 9000,
    "data/maillage.jsonld": b'{"@id": "a:b"}\n',
    "data/nodes.csv": "id,nom\n1,Santé\n".encode(),
}
ONTOLOGY = {"ontology/maillage.ttl": b"<a:b> a <a:Class> .\n", "ontology/maillage.rdf": b"<rdf/>\n"}
Say = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="session")
def fakes() -> ModuleType:
    """The module beside this file, which is in no package."""
    spec = importlib.util.spec_from_file_location("push_fakes", Path(__file__).with_name("fakes.py"))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["push_fakes"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a bundle: with these files, of this version, served under this address."""

    def do(
        files: dict[str, bytes] | None = None, version: str = "0.2.0", base: str = BASE, folder: str = "bundle"
    ) -> Path:
        release = Release(version, base, "2026-11-29", "2009-01-01", "2030-12-31", contact="mailto:contact@example.org")
        with Staging(tmp_path / folder) as staging:
            for path, content in (FILES if files is None else files).items():
                staging.add(path, content, "data", f"Le fichier {path}", f"The file {path}", offered=True)
            for path, content in ONTOLOGY.items():
                staging.add(path, content, "ontology", f"Le fichier {path}", f"The file {path}", offered=True)
            data, ontology = staging.offered(), staging.offered("ontology")
            staging.add("catalog.ttl", catalogue(release, data, ontology, {}).turtle(), "descriptions", "", "")
            staging.add("catalog-datagouv.ttl", datagouv(release, data, ontology).turtle(), "descriptions", "", "")
            staging.add(".zenodo.json", zenodo(release), "registrations", "", "")
            staging.add("README.md", f"# {version}\n", "other", "", "")
            staging.finish()
        return tmp_path / folder

    return do


@pytest.fixture
def bundle(write: Callable[..., Path]) -> Path:
    """A bundle of version 0.2.0."""
    return write()


@pytest.fixture
def serve(fakes: ModuleType) -> Iterator[Callable[[str], Any]]:
    """Start a portal: ckan, datagouv or zenodo."""
    kinds = {"ckan": fakes.FakeCkan, "datagouv": fakes.FakeUdata, "zenodo": fakes.FakeZenodo}
    with ExitStack() as stack:
        yield lambda kind: stack.enter_context(fakes.served(kinds[kind]()))


@pytest.fixture(params=["ckan", "datagouv", "zenodo"])
def kind(request: pytest.FixtureRequest) -> str:
    """Each kind of portal."""
    return str(request.param)


@pytest.fixture
def portal(kind: str, serve: Callable[[str], Any], monkeypatch: pytest.MonkeyPatch) -> Any:
    """A portal of that kind, with its token in the environment."""
    fake = serve(kind)
    monkeypatch.setenv(f"MAILLAGE_{kind.upper()}_TOKEN", fake.token)
    return fake


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """No waiting between tries; what would have been waited is told."""
    waits: list[float] = []
    monkeypatch.setattr("maillage.export.push.http.sleep", waits.append)
    return waits


@pytest.fixture
def push(kind: str, portal: Any, quick: list[float], capsys: pytest.CaptureFixture[str]) -> Say:
    """Push to the portal: exit code, stdout, stderr. The token is in neither, nor is a traceback."""

    def do(folder: Path, *words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        patience = () if "--timeout" in words else ("--timeout", "4")
        code = run(["export", "push", kind, str(folder), "--url", portal.url, *patience, *words])
        out, err = capsys.readouterr()
        assert portal.token not in out + err and "Traceback" not in err and "unforeseen" not in err
        return code, out, err

    return do
