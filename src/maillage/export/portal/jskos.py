"""The concept schemes for BARTOC and Cocoda: the facts come in; JSKOS (schemes, concepts) goes out."""

from __future__ import annotations

import json
from typing import Any

from maillage.export.about import CREATOR
from maillage.export.portal.facts import Facts
from maillage.export.portal.release import Release
from maillage.export.portal.words import LICENCE
from maillage.terms import BASE, SKOS
from maillage.things.rdf import Literal

_CONTEXT = "https://gbv.github.io/jskos/context.json"
#: The JSKOS name of each SKOS property whose values are several texts by language.
_TEXTS = {
    "altLabel": "altLabel",
    "definition": "definition",
    "scopeNote": "scopeNote",
    "note": "note",
    "example": "example",
}
_TIES = ("broader", "narrower", "related")


def schemes(facts: Facts, release: Release) -> str:
    """The schemes, as a JSON array: labels and definitions in both languages, how many concepts, licence, publisher."""
    out = []
    for scheme in facts.of_kind(SKOS + "ConceptScheme"):
        concepts = _of(facts, scheme)
        said: dict[str, Any] = {
            "@context": _CONTEXT,
            "uri": scheme,
            "type": [SKOS + "ConceptScheme"],
            "notation": [scheme.rpartition("/")[2]],
            **_texts(facts, scheme),
            "namespace": f"{scheme}/",
            "uriPattern": f"^{scheme}/(.+)$",
            "languages": ["fr", "en"],
            "license": [{"uri": LICENCE}],
            "publisher": [{"uri": f"{BASE}contributors", "prefLabel": {"en": CREATOR}}],
            "issued": release.modified,
            "modified": release.modified,
            "extent": f"{len(concepts)} concepts",
            "concepts": [{"uri": concept} for concept in concepts],
        }
        out.append(said)
    return json.dumps(out, ensure_ascii=False, indent=1) + "\n"


def concepts(facts: Facts) -> str:
    """The concepts of all schemes, one a line."""
    lines = []
    for scheme in facts.of_kind(SKOS + "ConceptScheme"):
        for concept in _of(facts, scheme):
            said: dict[str, Any] = {
                "@context": _CONTEXT,
                "uri": concept,
                "type": [SKOS + "Concept"],
                "notation": facts.values(concept, SKOS + "notation") or [concept.rpartition("/")[2]],
                **_texts(facts, concept),
                "inScheme": [{"uri": scheme}],
            }
            for tie in _TIES:
                if found := facts.values(concept, SKOS + tie):
                    said[tie] = [{"uri": one} for one in found]
            if "broader" not in said:
                said["topConceptOf"] = [{"uri": scheme}]
            lines.append(json.dumps(said, ensure_ascii=False))
    return "\n".join(lines) + "\n"


def _of(facts: Facts, scheme: str) -> list[str]:
    return [one for one in facts.of_kind(SKOS + "Concept") if scheme in facts.values(one, SKOS + "inScheme")]


def _texts(facts: Facts, thing: str) -> dict[str, Any]:
    out: dict[str, Any] = {}
    labels = _by_language(facts, thing, "prefLabel")
    if labels:
        out["prefLabel"] = {lang: texts[0] for lang, texts in labels.items()}
    for prop, name in _TEXTS.items():
        if found := _by_language(facts, thing, prop):
            out[name] = found
    return out


def _by_language(facts: Facts, thing: str, prop: str) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for one in facts.objects(thing, SKOS + prop):
        if isinstance(one, Literal):
            out.setdefault(one.language or "und", []).append(one.value)
    return {lang: out[lang] for lang in sorted(out)}
