"""Bundles broken in many ways: each is named by the score card, on the line meant for it, and as written none is."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from maillage.export.portal.checks.card import Line
from maillage.export.portal.checks.counts import counts
from maillage.export.portal.checks.graph import described, graph
from maillage.export.portal.checks.integrity import integrity
from maillage.export.portal.checks.opened import Bundle
from maillage.export.portal.checks.readable import readable
from maillage.export.portal.checks.registered import registered
from maillage.export.portal.checks.sssom import faults, mapping_sets
from maillage.export.portal.checks.told import told

Replace = Callable[[str, Callable[[str], str]], None]
Check = Callable[[Bundle], list[Line]]
NOBODY = "https://w3id.org/maillage/id/organisation/nobody"
BASE = "https://example.org/maillage/"
FR = "ontology/maillage.fr.html"


def said(check: Check, folder: Path) -> list[str]:
    return [f"{line.what[1]}: {line.missing[1]}" for line in check(Bundle(folder)) if line.state == "fault"]


def _more_after(mark: str, more: str) -> Callable[[str], str]:
    return lambda text: text.replace(mark, mark + more, 1)


def _swap(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


def _in_part(path: str, old: str, new: str) -> Callable[[str], str]:
    """Change what a description says of one file: the first such value after its address."""

    def change(text: str) -> str:
        head, mark, tail = text.partition(path)
        return head + mark + re.sub(old, new, tail, count=1)

    return change


#: Name -> file, how it is broken, which checks, and what its line says.
BREAKS: dict[str, tuple[str, Callable[[str], str], Check, str]] = {
    # links
    "a dead link of a page": (
        FR,
        _more_after("<body>", '<a href="nulle-part.html">x</a>'),
        readable,
        f"{FR} → nulle-part.html",
    ),
    "a dead place of a page": (
        FR,
        _more_after("<body>", '<a href="#nulle-part">x</a>'),
        readable,
        f"{FR} → #nulle-part",
    ),
    "a dead address of a page": (
        FR,
        _more_after("<body>", f'<a href="{BASE}x.ttl">x</a>'),
        readable,
        f"{FR} → {BASE}x.ttl",
    ),
    "a dead image of a page": (FR, _more_after("<body>", '<img src="x.svg">'), readable, f"{FR} → x.svg"),
    "a dead link of the LOD Cloud": (
        "lod-cloud.json",
        _swap("data/maillage.ttl", "data/x.ttl"),
        integrity,
        "lod-cloud.json → data/x.ttl",
    ),
    "a dead redirection": (
        "w3id/.htaccess",
        _swap("/catalog.ttl [", "/data/x.ttl ["),
        integrity,
        "w3id/.htaccess → data/x.ttl",
    ),
    "a dead path of a README": (
        "wikidata/README.md",
        _swap("already-there-bodies.rq", "x.rq"),
        integrity,
        "wikidata/README.md → x.rq",
    ),
    "a dead link of the sheet": (
        "wikidata/govdirectory-france.md",
        _swap("](govdirectory-france/ars.rq)", "](govdirectory-france/x.rq)"),
        integrity,
        "govdirectory-france.md → govdirectory-france/x.rq",
    ),
    # IRIs that nothing describes
    **{
        f"an unknown IRI in {path}": (path, how, described, f"{NOBODY} ({path})")
        for path, how in {
            "data/dispositifs-par-territoire.geojson": _swap(
                '"type": "FeatureCollection"', f'"type": "FeatureCollection", "x": "{NOBODY}"'
            ),
            "data/nodes.csv": lambda text: re.sub(
                r"https://w3id.org/maillage/id/organisation/[\w-]+", NOBODY, text, count=1
            ),
            "data/coordination.gexf": lambda text: re.sub(
                r"https://w3id.org/maillage/id/organisation/[\w-]+", NOBODY, text, count=1
            ),
            "data/context.jsonld": _swap("{", f'{{"x": "{NOBODY}",'),
            "dataset.jsonld": _swap('"url": {', f'"about": "{NOBODY}", "url": {{'),
            "lod-cloud.json": _swap('"doi": ""', f'"doi": "{NOBODY}"'),
            "registrations/jskos-schemes.json": _swap('"uri": "', f'"uri": "{NOBODY}", "x": "'),
            "registrations/jskos-concepts.ndjson": _swap('{"', f'{{"x": "{NOBODY}", "'),
            "ro-crate-metadata.json": _swap('"@graph"', f'"x": "{NOBODY}", "@graph"'),
            "README.md": lambda text: f"{text}\n<{NOBODY}>\n",
            "wikidata/README.md": lambda text: f"{text}\n<{NOBODY}>\n",
            "registrations/prefix-lov.md": lambda text: f"{text}\n<{NOBODY}>\n",
            "CITATION.cff": lambda text: f"{text}repository: {NOBODY}\n",
            FR: _more_after("<body>", f'<a href="{NOBODY}">x</a>'),
            "catalog.jsonld": _swap('"@graph"', f'"x": "{NOBODY}", "@graph"'),
            "data/organismes-portant-un-nom.txt": lambda text: f"{text}x\t{NOBODY}\n",
            "queries/questions.ttl": lambda text: (
                f"{text}\n<{NOBODY[:-6]}x> <http://www.w3.org/2000/01/rdf-schema#seeAlso> <{NOBODY}> .\n"
            ),
        }.items()
    },
    "an unknown CURIE in a mapping set": (
        "data/links.sssom.tsv",
        lambda text: re.sub(r"^body:[\w-]+", "body:nobody", text, count=1, flags=re.MULTILINE),
        described,
        f"{NOBODY} (data/links.sssom.tsv)",
    ),
    # what is told of files
    "a wrong size": (
        "catalog.ttl",
        _in_part("data/nodes.csv> ;", r"dcat:byteSize \"\d+", 'dcat:byteSize "1'),
        told,
        "catalog.ttl dcat:byteSize",
    ),
    "a wrong media type": (
        "catalog.ttl",
        _in_part("data/nodes.csv> ;", "media-types/text/csv>", "media-types/text/turtle>"),
        told,
        "catalog.ttl dcat:mediaType (data/",
    ),
    "a wrong format": (
        "catalog.ttl",
        _in_part("data/nodes.csv> ;", "file-type/CSV>", "file-type/XML>"),
        told,
        "catalog.ttl dct:format (data/",
    ),
    "a wrong sum": (
        "catalog.ttl",
        lambda text: re.sub(r'checksumValue "\w{4}', 'checksumValue "0000', text, count=1),
        told,
        "spdx:checksumValue",
    ),
    "a wrong size, in French": (
        "catalog-datagouv.ttl",
        lambda text: re.sub(r"dcat:byteSize \d+", "dcat:byteSize 1", text, count=1),
        told,
        "catalog-datagouv.ttl dcat:byteSize",
    ),
    "a wrong media type, in French": (
        "catalog-datagouv.ttl",
        _swap('"text/csv"', '"text/tab"'),
        told,
        "catalog-datagouv.ttl dcat:mediaType",
    ),
    "a wrong size for engines": (
        "dataset.jsonld",
        lambda text: re.sub(r'"contentSize": "\d+', '"contentSize": "1', text, count=1),
        told,
        "dataset.jsonld contentSize",
    ),
    "a wrong sum for engines": (
        "dataset.jsonld",
        lambda text: re.sub(r'"sha256": "\w{4}', '"sha256": "0000', text, count=1),
        told,
        "dataset.jsonld sha256",
    ),
    "a wrong type in the crate": (
        "ro-crate-metadata.json",
        _swap('"text/csv"', '"text/plain"'),
        told,
        "ro-crate-metadata.json encodingFormat",
    ),
    "a file the crate invents": (
        "ro-crate-metadata.json",
        lambda text: re.sub(r'(\{\s*"@id": ")data/nodes.csv(",\s*"@type": "File")', r"\1data/x.csv\2", text),
        told,
        "ro-crate-metadata.json @id (data/x.csv)",
    ),
    "a wrong type for the LOD Cloud": (
        "lod-cloud.json",
        _swap('"application/rdf+xml"', '"text/xml"'),
        told,
        "lod-cloud.json media_type",
    ),
    "a file the README hides": (
        "README.md",
        _swap("`data/nodes.csv`", "nodes"),
        told,
        "the README tells every file: data/nodes.csv",
    ),
    # licences
    "no licence in the crate": (
        "ro-crate-metadata.json",
        _swap('"license"', '"lisense"'),
        told,
        "licence: ro-crate-metadata.json",
    ),
    "another licence for engines": ("dataset.jsonld", _swap("etalab-2.0", "MIT"), told, "licence: dataset.jsonld"),
    "another licence at Zenodo": (
        ".zenodo.json",
        _swap('"etalab-2.0"', '"cc-zero"'),
        told,
        "licence: .zenodo.json",
    ),
    "another licence to cite": (
        "CITATION.cff",
        _swap("license: etalab-2.0", "license: MIT"),
        told,
        "licence: CITATION.cff",
    ),
    "another licence of the map": (
        "data/dispositifs-par-territoire.geojson",
        lambda text: re.sub(r'"license": "[^"]*"', '"license": "MIT"', text, count=1),
        told,
        "dispositifs-par-territoire.geojson",
    ),
    "no licence of a table": (
        "data/edges.csv-metadata.json",
        lambda text: text.replace("spdx.org/licenses/etalab-2.0", "x"),
        told,
        "licence: data/edges.csv-metadata.json",
    ),
    # counts
    "a wrong count of facts": (
        "lod-cloud.json",
        lambda text: re.sub(r'"triples": "', '"triples": "9', text),
        told,
        "the graph's: triples (9",
    ),
    "a wrong count of links": (
        "lod-cloud.json",
        lambda text: re.sub(r'"value": "', '"value": "9', text, count=1),
        told,
        "the graph's: links (",
    ),
    "a wrong count in VoID": (
        "void.ttl",
        lambda text: re.sub(r"void:entities \d", "void:entities 9", text, count=1),
        counts,
        "counts equal",
    ),
    # forms
    "JSON that is cut": (
        "lod-cloud.json",
        lambda text: text[:-20],
        readable,
        "every file can be read in its form: lod-cloud.json",
    ),
    "a line of JSON that is cut": (
        "registrations/jskos-concepts.ndjson",
        lambda text: text[:-20],
        readable,
        "in its form: registrations/jskos-concepts.ndjson",
    ),
    "a map that is no map": (
        "data/dispositifs-par-territoire.geojson",
        _swap('"FeatureCollection"', '"Collection"'),
        readable,
        "in its form: data/dispositifs",
    ),
    "XML that is cut": (
        "data/coordination.graphml",
        lambda text: text[:-20],
        readable,
        "in its form: data/coordination.graphml",
    ),
    "a table with a ragged row": (
        "data/edges.csv",
        lambda text: text + "x,y\n",
        readable,
        "in its form: data/edges.csv",
    ),
    "a page that is cut": (FR, lambda text: text[: len(text) // 2], readable, f"in its form: {FR}"),
    "Turtle that is cut": ("service.ttl", lambda text: text.rstrip()[:-3], readable, "in its form: service.ttl"),
    "YAML that is none": ("CITATION.cff", lambda text: text + "a: b: c\n", readable, "in its form: CITATION.cff"),
    "another ontology in RDF/XML": (
        "ontology/maillage.rdf",
        _swap("Metropolis", "Metropole"),
        readable,
        "the same: ontology/maillage.rdf",
    ),
    "another ontology in N-Triples": (
        "ontology/schemes.nt",
        lambda text: text.split("\n", 1)[1],
        readable,
        "the same: ontology/schemes.nt",
    ),
    "another ontology in JSON-LD": (
        "ontology/shapes.jsonld",
        _swap('"99"', '"98"'),
        readable,
        "the same: ontology/shapes.jsonld",
    ),
    # registrations
    "a field that Zenodo does not know": (
        ".zenodo.json",
        _swap('"upload_type"', '"x": 1, "upload_type"'),
        registered,
        "values of its lists: x",
    ),
    "a relation that Zenodo does not know": (
        ".zenodo.json",
        _swap("isDocumentedBy", "isToldBy"),
        registered,
        "relation (isToldBy)",
    ),
    "a field of the LOD Cloud that lacks": (
        "lod-cloud.json",
        _swap('"domain"', '"domane"'),
        registered,
        "LOD Cloud: required fields: domain",
    ),
    "a concept without English": (
        "registrations/jskos-concepts.ndjson",
        _swap('"en": ', '"de": '),
        registered,
        "in English",
    ),
    # mapping sets
    "a mapping set without a licence": (
        "data/links.sssom.tsv",
        _swap("# license:", "# lisense:"),
        mapping_sets,
        "license ()",
    ),
    "a confidence beyond one": (
        "ontology/maillage-alignments.sssom.tsv",
        _swap("\t0.8\n", "\t8\n"),
        mapping_sets,
        "confidence 8",
    ),
    "two mapping sets of one name": (
        "data/links.sssom.tsv",
        lambda text: re.sub(
            r"mapping_set_id: \S+", "mapping_set_id: https://w3id.org/maillage/def/mappings/maillage-alignments", text
        ),
        mapping_sets,
        "each set has its name",
    ),
}


@pytest.mark.parametrize("name", BREAKS)
def test_the_card_names_it(copy: Path, replace: Replace, name: str) -> None:
    path, how, check, words = BREAKS[name]
    replace(path, how)
    found = said(check, copy)
    assert any(words in line for line in found), found


@pytest.mark.parametrize("check", [counts, graph, integrity, told, readable, registered, mapping_sets])
def test_as_written_nothing_is_named(bundle: Path, check: Check) -> None:
    assert said(check, bundle) == []


def test_a_byte_changed_and_a_file_gone(copy: Path, bundle: Path) -> None:
    """In every file, one by one: the sums tell."""
    path = "ontology/logo.svg"
    data = (copy / path).read_bytes()
    (copy / path).unlink()
    assert any(f"no file is missing: {path}" in line for line in said(integrity, copy))
    (copy / path).write_bytes(data[:10] + bytes([data[10] ^ 1]) + data[11:])
    assert any(f"every file has the sum told: {path}" in line for line in said(integrity, copy))


def test_a_compressed_file_that_is_cut(copy: Path) -> None:
    path = copy / "data/maillage.nq.gz"
    data = path.read_bytes()
    path.unlink()
    path.write_bytes(data[: len(data) // 2])
    assert any("in its form: data/maillage.nq.gz" in line for line in said(readable, copy))


# --- mapping sets, rule by rule ---

SET = """# mapping_set_id: https://example.org/set
# license: https://spdx.org/licenses/etalab-2.0
# curie_map:
#   a: https://example.org/a/
subject_id\tpredicate_id\tobject_id\tmapping_justification\tauthor_label\tmapping_date\tconfidence
a:x\tskos:exactMatch\ta:y\tsemapv:ManualMappingCuration\tus\t2026-11-29\t0.9
"""


def test_a_good_set_has_no_fault() -> None:
    assert list(faults(SET)) == []
    modified = SET.replace("object_id\t", "object_id\tpredicate_modifier\t", 1).replace("a:y\t", "a:y\tNot\t")
    assert list(faults(modified)) == []
    once = "# mapping_date: 2026-11-29\n" + SET.replace("\tmapping_date", "").replace("\t2026-11-29", "")
    assert list(faults(once)) == []


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("# mapping_set_id: https://example.org/set\n", "", "mapping_set_id ()"),
        ("# license: https://spdx.org/licenses/etalab-2.0\n", "# license: MIT\n", "license (MIT)"),
        ("https://example.org/a/", "nowhere", "curie_map a (nowhere)"),
        ("a:x\t", "b:x\t", "line 6: subject_id b:x: no prefix"),
        ("a:x\t", "\t", "line 6: subject_id lacks"),
        ("a:y\t", "https://example.org/a/y\t", "line 6: object_id https"),
        ("\tpredicate_id", "\tpredicate", "column predicate"),
        ("\tpredicate_id", "\tpredicate_id\tpredicate_id", "column predicate_id (twice)"),
        ("semapv:Manual", "semapv:Handmade", "line 6: mapping_justification"),
        ("\t0.9", "\t1.1", "line 6: confidence 1.1"),
        ("\t0.9", "\tsure", "line 6: confidence sure"),
        ("\t0.9", "\t", "line 6: confidence lacks"),
        ("\tus\t", "\t\t", "line 6: author_label lacks"),
        ("\t2026-11-29", "\t29/11/2026", "line 6: mapping_date"),
        ("\t0.9", "", "line 6: 6 fields, not 7"),
    ],
)
def test_a_spoiled_set_is_named(old: str, new: str, reason: str) -> None:
    text = SET.replace(old, new, 1)
    assert text != SET
    assert any(reason in one for one in faults(text)), list(faults(text))


def test_the_modifier_is_not_or_nothing() -> None:
    text = SET.replace("object_id\t", "object_id\tpredicate_modifier\t", 1).replace("a:y\t", "a:y\tMaybe\t")
    assert list(faults(text)) == ["line 6: predicate_modifier Maybe"]


def test_every_registration_is_json(bundle: Path) -> None:
    assert all(json.loads((bundle / path).read_bytes()) for path in ("lod-cloud.json", ".zenodo.json"))
