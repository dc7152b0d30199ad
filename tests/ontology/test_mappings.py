"""The SSSOM mapping set says what alignments.ttl says, no more and no less."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
import yaml
from rdflib import RDFS, SKOS, Graph, URIRef

from .conftest import MLG, ONTOLOGY

FILES = sorted((ONTOLOGY / "mappings").glob("*.sssom.tsv"))
PREDICATES = (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch)
COLUMNS = [
    *("subject_id", "subject_label", "predicate_id", "object_id", "mapping_justification"),
    *("author_label", "mapping_date", "confidence"),
]
#: What is no CURIE.
PLAIN = ("subject_label", "author_label", "mapping_date", "confidence")
#: What the header says of how sure a correspondence is.
CONFIDENCE = {"rdfs:subClassOf": "0.95", "rdfs:subPropertyOf": "0.95", "skos:closeMatch": "0.8"}


def read(path: Path) -> tuple[dict[str, object], list[dict[str, str]]]:
    """The metadata block (YAML in comment lines) and the rows of an SSSOM file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    head = "\n".join(line.removeprefix("#").removeprefix(" ") for line in lines if line.startswith("#"))
    body = "\n".join(line for line in lines if not line.startswith("#"))
    return yaml.safe_load(head), list(csv.DictReader(io.StringIO(body), delimiter="\t"))


def expand(value: str, curies: dict[str, str]) -> URIRef:
    prefix, local = value.split(":", 1)
    return URIRef(curies[prefix] + local)


def stated(vocabulary: Graph, alignments: Graph) -> set[tuple[URIRef, URIRef, URIRef]]:
    """The correspondences of our Turtle: from one of our terms to one of another vocabulary."""
    return {
        (s, p, o)
        for p in PREDICATES
        for s, o in (vocabulary + alignments).subject_objects(p)
        if isinstance(s, URIRef) and isinstance(o, URIRef) and s in MLG and o not in MLG
    }


def test_there_is_a_mapping_set() -> None:
    assert FILES


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_the_file_is_well_formed(path: Path, vocabulary: Graph) -> None:
    head, rows = read(path)
    assert {"mapping_set_id", "mapping_set_version", "license", "curie_map"} <= set(head)
    assert list(rows[0]) == COLUMNS
    curies = head["curie_map"]
    assert isinstance(curies, dict)
    keys = [tuple(row.values()) for row in rows]
    assert keys == sorted(set(keys)), "rows are sorted, and each stands once"
    for row in rows:
        assert row["mapping_justification"] == "semapv:ManualMappingCuration"
        assert row["author_label"] and row["mapping_date"] == str(head["mapping_date"])
        assert row["confidence"] == CONFIDENCE[row["predicate_id"]] and row["confidence"] in str(head["comment"])
        subject = expand(row["subject_id"], curies)
        labels = {str(o) for o in vocabulary.objects(subject, RDFS.label) if getattr(o, "language", "") == "en"}
        assert labels == {row["subject_label"]}, row["subject_id"]
    used = {value.split(":")[0] for row in rows for key, value in row.items() if key not in PLAIN}
    assert used == set(curies), "the prefix map holds what is used, no more"


def test_the_same_as_the_turtle(vocabulary: Graph, alignments: Graph) -> None:
    mapped = set()
    for path in FILES:
        head, rows = read(path)
        curies = head["curie_map"]
        assert isinstance(curies, dict)
        mapped |= {
            (expand(r["subject_id"], curies), expand(r["predicate_id"], curies), expand(r["object_id"], curies))
            for r in rows
        }
    turtle = stated(vocabulary, alignments)
    assert len(turtle) > 50
    assert mapped - turtle == set(), "in the mapping set only"
    assert turtle - mapped == set(), "in the Turtle only"


def test_nothing_is_both_included_and_close(vocabulary: Graph, alignments: Graph) -> None:
    pairs = [(s, o) for s, _, o in stated(vocabulary, alignments)]
    assert len(pairs) == len(set(pairs))
