"""What others read of a bundle: every RDF file by two engines and by rapper, N3.js and jsonld.js; every form by its judge.

The tools of `tests/readers/install.sh` (`make test` installs them); without one its tests skip and say why.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib

from maillage.export.portal.staging import files_in
from maillage.export.portal.wikidata.parser import read

pytestmark = pytest.mark.clients
HERE = Path(__file__).parent
#: Ending -> the form of pyoxigraph, of rdflib, of rapper.
FORMS = {
    ".ttl": (ox.RdfFormat.TURTLE, "turtle", "turtle"),
    ".trig": (ox.RdfFormat.TRIG, "trig", "trig"),
    ".nq": (ox.RdfFormat.N_QUADS, "nquads", "nquads"),
    ".nt": (ox.RdfFormat.N_TRIPLES, "nt", "ntriples"),
    ".rdf": (ox.RdfFormat.RDF_XML, "xml", "rdfxml"),
    ".jsonld": (ox.RdfFormat.JSON_LD, "json-ld", ""),
}
BASE = "https://example.org/"
QUADS = ("trig", "nq")


def lacks(reason: str) -> None:
    """Skip, saying how to get what lacks; fail where all is required."""
    words = f"{reason} is not there: sh tests/readers/install.sh"
    if os.environ.get("MAILLAGE_REQUIRE_ALL") == "1":
        pytest.fail(words)
    pytest.skip(words)


def node(package: str, tool: str, *files: Path) -> list[Any]:
    """What a JavaScript tool says of each file."""
    if not shutil.which("node") or not (HERE / "node_modules" / package).is_dir():
        lacks(f"npm's {package}")
    command = ["node", "--max-old-space-size=4096", HERE / "read.mjs", tool, *files]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0 and not done.stderr.strip(), done.stderr[-600:]
    return [json.loads(line) for line in done.stdout.splitlines()]


def canonical(quads: Any) -> ox.Dataset:
    data = ox.Dataset(quads)
    data.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return data


@pytest.fixture(scope="module")
def unpacked(bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The RDF files of the bundle by path; what is compressed is unpacked, what has no ending gets one."""
    folder, out = tmp_path_factory.mktemp("unpacked"), {}
    for path in files_in(bundle):
        target = bundle / path
        name = path.removesuffix(".gz") if path.endswith(".gz") else (f"{path}.ttl" if path.endswith("void") else path)
        if Path(name).suffix not in FORMS:
            continue
        if name != path:
            target = folder / path.replace("/", "-").replace(".gz", f"-gz{Path(name).suffix}")
            target = target if target.suffix in FORMS else target.with_suffix(".ttl")
            data = (bundle / path).read_bytes()
            target.write_bytes(gzip.decompress(data) if path.endswith(".gz") else data)
        out[path] = target
    return out


@pytest.fixture(scope="module")
def read_by_us(unpacked: dict[str, Path]) -> dict[str, ox.Dataset]:
    """What pyoxigraph reads of each, blank nodes named anew."""
    return {
        path: canonical(ox.parse(path=file, format=FORMS[file.suffix][0], base_iri=BASE))
        for path, file in unpacked.items()
    }


def test_every_kind_is_there(unpacked: dict[str, Path]) -> None:
    """So that what follows reads something: each form, compressed ones, and the description at its well-known place."""
    assert {Path(path).suffix for path in unpacked} == {*FORMS, ".gz", ""}
    assert sum(path.endswith(".gz") for path in unpacked) == 3 and len(unpacked) > 40


def test_rdflib_reads_the_same(unpacked: dict[str, Path], read_by_us: dict[str, ox.Dataset]) -> None:
    """As many facts in every file, and the very ones where no blank node and no literal that it rewrites stands in it."""
    for path, file in unpacked.items():
        ours = {quad.triple for quad in read_by_us[path]}
        graph = rdflib.Dataset(default_union=True) if file.suffix[1:] in QUADS else rdflib.Graph()
        graph.parse(file, format=FORMS[file.suffix][1], publicID=BASE)
        theirs = {triple[:3] for triple in graph.triples((None, None, None))}
        assert len(theirs) == len(ours), path
        plain = {
            " ".join(term.n3() for term in triple)
            for triple in theirs
            if all(isinstance(term, rdflib.URIRef) for term in triple)
        }
        assert plain == {
            str(one) for one in ours if all(isinstance(t, ox.NamedNode) for t in (one.subject, one.object))
        }, path


def test_rapper_reads_every_file(unpacked: dict[str, Path], read_by_us: dict[str, ox.Dataset]) -> None:
    if not shutil.which("rapper"):
        lacks("rapper (raptor2-utils)")
    for path, file in unpacked.items():
        if not (form := FORMS[file.suffix][2]):
            continue
        command = ["rapper", "-q", "-i", form, "-o", "nquads", str(file), BASE]
        done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
        assert done.returncode == 0 and not done.stderr.strip(), (path, done.stderr[-400:])
        assert canonical(ox.parse(done.stdout, format=ox.RdfFormat.N_QUADS)) == read_by_us[path], path


def test_n3_js_reads_every_file(unpacked: dict[str, Path], read_by_us: dict[str, ox.Dataset]) -> None:
    files = {path: file for path, file in unpacked.items() if file.suffix in (".ttl", ".trig", ".nq", ".nt")}
    for (path, _), said in zip(files.items(), node("n3", "n3", *files.values()), strict=True):
        assert canonical(ox.parse(said["quads"], format=ox.RdfFormat.N_QUADS)) == read_by_us[path], path


def test_jsonld_js_reads_every_file(unpacked: dict[str, Path], read_by_us: dict[str, ox.Dataset]) -> None:
    """Without a question to the network: every context is in the file."""
    files = {path: file for path, file in unpacked.items() if file.suffix == ".jsonld" and not _context(file)}
    assert len(files) > 3
    for (path, _), said in zip(files.items(), node("jsonld", "jsonld", *files.values()), strict=True):
        assert canonical(ox.parse(said["quads"], format=ox.RdfFormat.N_QUADS)) == read_by_us[path], path


def _context(file: Path) -> bool:
    return file.name == "context.jsonld"


# --- the judges of other forms ---


def test_jskos_is_valid(bundle: Path) -> None:
    """By the published schemas, all objects; and each scheme and concept has its words in English."""
    files = [bundle / "registrations" / name for name in ("jskos-schemes.json", "jskos-concepts.ndjson")]
    schemes, concepts = node("jskos-validate", "jskos", *files)
    assert schemes["errors"] == {} and concepts["errors"] == {}
    assert schemes["objects"] > 10 and concepts["objects"] > 100
    said = [json.loads(line) for line in files[1].read_text(encoding="utf-8").splitlines()]
    for one in [*json.loads(files[0].read_text(encoding="utf-8")), *said]:
        assert one["prefLabel"].get("en"), one["uri"]
        assert one.get("definition", {}).get("en"), one["uri"]


def test_jskos_that_is_spoiled_is_refused(bundle: Path, tmp_path: Path) -> None:
    spoiled = tmp_path / "schemes.json"
    text = (bundle / "registrations/jskos-schemes.json").read_text(encoding="utf-8")
    spoiled.write_text(text.replace('"prefLabel": {', '"prefLabel": ["x"], "y": {', 1), encoding="utf-8")
    assert node("jskos-validate", "jskos", spoiled)[0]["errors"]


def crate(folder: Path) -> list[dict[str, str]]:
    python = HERE / ".crate" / "bin" / "python"
    if not (python.parent / "rocrate-validator").exists():
        lacks("the validator of RO-Crate (PyPI: roc-validator)")
    command = [python, HERE / "crate.py", folder, "RECOMMENDED"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr[-800:]
    found: list[dict[str, str]] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_the_crate_is_valid(bundle: Path) -> None:
    """RO-Crate 1.1: nothing required or recommended lacks."""
    assert crate(bundle) == []


def test_a_spoiled_crate_is_refused(bundle: Path, tmp_path: Path) -> None:
    said = json.loads((bundle / "ro-crate-metadata.json").read_text(encoding="utf-8"))
    (tmp_path / "crate").mkdir()
    for one in said["@graph"]:
        one.pop("datePublished", None)
    (tmp_path / "crate" / "ro-crate-metadata.json").write_text(json.dumps(said), encoding="utf-8")
    assert any(
        "datePublished" in one["message"] or "publication date" in one["message"] for one in crate(tmp_path / "crate")
    )


@pytest.mark.parametrize("where", ["bundle", "project"])
def test_the_citation_is_valid(bundle: Path, root: Path, tmp_path: Path, where: str) -> None:
    command = HERE / ".cff" / "bin" / "cffconvert"
    if not command.exists():
        lacks("cffconvert (PyPI)")
    text = ((bundle if where == "bundle" else root) / "CITATION.cff").read_text(encoding="utf-8")
    for name, content, code in (("good.cff", text, 0), ("bad.cff", text.replace("title:", "titre:"), 1)):
        (tmp_path / name).write_text(content, encoding="utf-8")
        run = [command, "--validate", "-i", name]
        assert subprocess.run(run, cwd=tmp_path, capture_output=True, timeout=60, check=False).returncode == code


def test_another_reader_of_quickstatements_agrees(bundle: Path) -> None:
    """As many items, statements and texts as our parser reads; each with its two references."""
    files = sorted((bundle / "wikidata").glob("quickstatements-*.tsv"))
    assert len(files) == 3
    for file, said in zip(files, node("quickstatements-to-wikibase-edit", "quickstatements", *files), strict=True):
        commands, faults = read(file.read_text(encoding="utf-8"))
        assert not faults and commands
        edits = [*said["edits"], *said["creations"]]
        assert len(said["creations"]) == sum(one.subject == "CREATE" for one in commands)
        claims = [claim for edit in edits for found in edit.get("claims", {}).values() for claim in found]
        assert len(claims) == sum(one.statement for one in commands)
        assert all({"P854", "P813"} <= set(claim["references"]) for claim in claims)
        days = [day for claim in claims for day in claim["references"]["P813"]]
        assert all(day["precision"] == 11 for day in days)
        words = sum(len(edit.get("labels", {})) + len(edit.get("descriptions", {})) for edit in edits)
        assert words == sum(one.what[:1] in ("L", "D") for one in commands if not one.statement)
