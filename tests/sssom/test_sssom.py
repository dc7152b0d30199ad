"""What the reference reader of SSSOM says of our mapping sets: it takes them whole, and refuses them when spoiled."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from maillage import __version__
from maillage.export.mappings import to_sssom
from maillage.export.portal.checks.sssom import faults
from maillage.library import Graph
from maillage.places import Places

pytestmark = pytest.mark.sssom
HERE = Path(__file__).parent
#: The reader's command: that of install.sh, or another one.
COMMAND = Path(os.environ.get("MAILLAGE_SSSOM", HERE / ".venv" / "bin" / "sssom"))


@pytest.fixture(scope="module", autouse=True)
def reader() -> None:
    if not COMMAND.exists():
        reason = f"no sssom at {COMMAND}: run sh {HERE.relative_to(HERE.parents[1])}/install.sh, or set MAILLAGE_SSSOM"
        if os.environ.get("MAILLAGE_REQUIRE_ALL") == "1":
            pytest.fail(reason)
        pytest.skip(reason)


@pytest.fixture(scope="module")
def text(graph: Graph) -> str:
    """The mapping set of the whole shipped graph."""
    return to_sssom(graph.built.store, graph.built.names, __version__)


def run(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(COMMAND), *map(str, words)], capture_output=True, text=True, timeout=600)


def written(folder: Path, text: str) -> Path:
    path = folder / "links.sssom.tsv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", ["JsonSchema", "PrefixMapCompleteness", "StrictCurieFormat"])
def test_the_mapping_set_of_the_shipped_graph_is_valid(text: str, tmp_path: Path, kind: str) -> None:
    done = run("validate", "-V", kind, written(tmp_path, text))
    assert done.returncode == 0, done.stderr[-2000:]
    assert "not well-formed" not in done.stdout + done.stderr


def test_it_reads_every_row(text: str, tmp_path: Path) -> None:
    """Converted and back, no row is lost."""
    rows = sum(not line.startswith("#") for line in text.splitlines()) - 1
    done = run("parse", written(tmp_path, text), "-o", tmp_path / "again.tsv")
    assert done.returncode == 0, done.stderr[-2000:]
    again = (tmp_path / "again.tsv").read_text(encoding="utf-8").splitlines()
    assert sum(not line.startswith("#") for line in again) - 1 == rows > 35_000


@pytest.mark.parametrize(
    ("old", "new"),
    [("semapv:MappingReview", "semapv:Hunch"), ("\t0.95\n", "\t95\n"), ("#   ror: https://ror.org/\n", "")],
    ids=["justification", "confidence", "prefix"],
)
def test_a_spoiled_set_is_refused(text: str, tmp_path: Path, old: str, new: str) -> None:
    """So that its silence about ours means something."""
    assert old in text
    lines = text.splitlines(keepends=True)
    short = "".join(line for number, line in enumerate(lines) if line.startswith("#") or number < 200)
    assert run("validate", written(tmp_path, short)).returncode == 0
    assert run("validate", written(tmp_path, short.replace(old, new, 1))).returncode != 0


@pytest.mark.parametrize("kind", ["JsonSchema", "PrefixMapCompleteness", "StrictCurieFormat"])
def test_every_set_of_a_bundle_is_valid(bundle: Path, kind: str) -> None:
    """The links and the alignments of the ontology, as portals get them."""
    paths = sorted(bundle.rglob("*.sssom.tsv"))
    assert {path.name for path in paths} == {"links.sssom.tsv", "maillage-alignments.sssom.tsv"}
    for path in paths:
        done = run("validate", "-V", kind, path)
        assert done.returncode == 0, done.stderr[-2000:]
        assert "not well-formed" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("semapv:ManualMappingCuration", "semapv:Hunch"),
        ("\t0.95\n", "\t95\n"),
        ("#   org: http://www.w3.org/ns/org#\n", ""),
    ],
    ids=["justification", "confidence", "prefix"],
)
def test_our_own_reading_refuses_what_it_refuses(places: Places, tmp_path: Path, old: str, new: str) -> None:
    """What `maillage export validate` does without it: both take the alignments, and refuse them spoiled."""
    text = (places.ontology / "mappings" / "maillage-alignments.sssom.tsv").read_text(encoding="utf-8")
    spoiled = text.replace(old, new, 1)
    assert spoiled != text
    assert list(faults(text)) == [] and run("validate", written(tmp_path, text)).returncode == 0
    assert list(faults(spoiled)) and run("validate", written(tmp_path, spoiled)).returncode != 0
