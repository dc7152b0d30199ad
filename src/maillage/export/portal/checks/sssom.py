"""Mapping sets: the text of an SSSOM file comes in; what breaks its rules goes out, each with its line.

The rules are those of https://mapping-commons.github.io/sssom/spec-model/ for the slots used here, and what we want of
every correspondence: a justification, an author, a day, and how sure it is.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import yaml

from maillage.export.portal.checks.card import Line, Words, judged, lacking
from maillage.export.portal.checks.opened import Bundle

_FAMILY = "sssom"
#: Prefixes that SSSOM gives, whatever the file says.
_BUILT_IN = {"owl", "rdf", "rdfs", "semapv", "skos", "sssom", "xsd", "linkml"}
_ENTITIES = ("subject_id", "predicate_id", "object_id", "mapping_justification", "mapping_source", "author_id")
_SOURCES = ("subject_source", "object_source")
_NEEDED = ("subject_id", "predicate_id", "object_id", "mapping_justification")
_WANTED = ("mapping_date", "confidence")
_AUTHORS = ("author_label", "author_id")
_JUSTIFICATIONS = {
    "semapv:" + name
    for name in (
        *("MappingReview", "ManualMappingCuration", "LogicalReasoning", "LexicalMatching", "CompositeMatching"),
        *("UnspecifiedMatching", "SemanticSimilarityThresholdMatching", "LexicalSimilarityThresholdMatching"),
        *("MappingChaining", "MappingInversion", "StructuralMatching", "InstanceBasedMatching"),
        "BackgroundKnowledgeBasedMatching",
    )
}
_CURIE = re.compile(r"([A-Za-z_][\w.-]*):([^\s/][^\s]*)")
_IRI = re.compile(r"https?://[^\s<>\"]+")
_KINDS = (
    "subject",
    "object",
    "predicate",
    "mapping",
    "author",
    "creator",
    "reviewer",
    "match",
    "similarity",
    "curation",
)
_SLOTS = re.compile(
    rf"({'|'.join(_KINDS)})_[a-z_]+|record_id|confidence|license|comment|other|see_also|publication_date|review_date|"
    "reviewer_agreement|issue_tracker_item|cardinality_scope"
)


def mapping_sets(bundle: Bundle) -> list[Line]:
    """The lines of this family: one a set, and one for their names."""
    lines: list[Line] = []
    names: list[str] = []
    for path in (one for one in bundle.files if one.endswith(".sssom.tsv")):
        text = bundle.text(path)
        names.append(str(_split(text)[0].get("mapping_set_id")))
        what = (f"{path} : règles de SSSOM", f"{path}: rules of SSSOM")
        fix: Words = ("Corrigez ces lignes, ou refaites le dossier.", "Mend these lines, or make the folder again.")
        lines.append(judged(_FAMILY, what, _first(list(faults(text))), fix))
    twice = [name for name, number in Counter(names).items() if number > 1]
    none = [] if names else ["*.sssom.tsv"]
    fix = ("Donnez à chacun son mapping_set_id.", "Give each a mapping_set_id of its own.")
    lines.append(judged(_FAMILY, ("chaque jeu a son nom", "each set has its name"), lacking([*twice, *none]), fix))
    return lines


def _first(found: list[str]) -> Words | None:
    if not found:
        return None
    text = "; ".join(found[:3]) + (f" (+{len(found) - 3})" if len(found) > 3 else "")
    return text, text


def faults(text: str) -> Iterator[str]:
    """What breaks the rules: ``line 12: confidence 95``."""
    head, lines, first = _split(text)
    prefixes = {**dict.fromkeys(_BUILT_IN, ""), **(head.get("curie_map") or {})}
    for name in ("mapping_set_id", "license"):
        if not _IRI.fullmatch(str(head.get(name) or "")):
            yield f"{name} ({head.get(name) or ''})"
    for prefix, space in prefixes.items():
        if space and not _IRI.fullmatch(str(space)):
            yield f"curie_map {prefix} ({space})"
    rows = csv.reader(lines, delimiter="\t")
    columns = next(rows, [])
    yield from (f"column {name} ({'twice' if n > 1 else 'no slot'})" for name, n in _odd(columns, head))
    yield from (f"column {name} lacks" for name in _NEEDED if name not in columns)
    for number, row in enumerate(rows, first + 1):
        if len(row) != len(columns):
            yield f"line {number}: {len(row)} fields, not {len(columns)}"
            continue
        said = {
            **{k: str(v) for k, v in head.items() if k in (*_WANTED, "author_label")},
            **dict(zip(columns, row, strict=True)),
        }
        yield from (f"line {number}: {one}" for one in _row(said, prefixes))


def _odd(columns: list[str], head: dict[str, Any]) -> Iterator[tuple[str, int]]:
    extensions = {str(one.get("slot_name")) for one in head.get("extension_definitions") or ()}
    for name, number in Counter(columns).items():
        if number > 1 or not (_SLOTS.fullmatch(name) or name in extensions):
            yield name, number


def _row(said: dict[str, str], prefixes: dict[str, Any]) -> Iterator[str]:
    yield from (f"{name} lacks" for name in (*_NEEDED, *_WANTED) if name in said and not said[name])
    yield from (f"{name} lacks" for name in _WANTED if name not in said)
    if not any(said.get(name) for name in _AUTHORS):
        yield "author_label lacks"
    for name in (*_ENTITIES, *_SOURCES):
        value = said.get(name, "")
        curie = _CURIE.fullmatch(value)
        if value and not (curie and curie[1] in prefixes) and not (name not in _NEEDED and _IRI.fullmatch(value)):
            yield f"{name} {value}: no prefix of curie_map"
    if said.get("mapping_justification") and said["mapping_justification"] not in _JUSTIFICATIONS:
        yield f"mapping_justification {said['mapping_justification']}"
    if said.get("predicate_modifier", "") not in ("", "Not"):
        yield f"predicate_modifier {said['predicate_modifier']}"
    try:
        if said.get("confidence") and not 0 <= float(said["confidence"]) <= 1:
            yield f"confidence {said['confidence']}"
    except ValueError:
        yield f"confidence {said['confidence']}"
    try:
        date.fromisoformat(said.get("mapping_date") or "2000-01-01")
    except ValueError:
        yield f"mapping_date {said['mapping_date']}"


def _split(text: str) -> tuple[dict[str, Any], list[str], int]:
    """The header, the lines of the table, and the number of its first line."""
    lines = text.splitlines()
    first = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    try:
        head = yaml.safe_load("\n".join(line.removeprefix("#").removeprefix(" ") for line in lines[:first]))
    except yaml.YAMLError:
        head = None
    return (head if isinstance(head, dict) else {}), lines[first:], first + 1
