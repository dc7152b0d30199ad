"""Registrations: a bundle comes in; what Zenodo, the LOD Cloud, BARTOC and the questions lack goes out."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

from maillage.errors import MaillageError
from maillage.export.portal.checks.card import Line, Words, judged, lacking
from maillage.export.portal.checks.opened import Bundle, Described
from maillage.store.embedded import Oxigraph

_AGAIN: Words = ("Refaites le dossier : maillage export portal.", "Make the folder again: maillage export portal.")
_FAMILY = "registrations"
#: What Zenodo asks for before it publishes a dataset.
_ZENODO = ("upload_type", "title", "description", "creators", "access_right", "license", "version", "publication_date")
#: What its legacy deposit schema and its page for developers list; anything else is refused or dropped.
_ZENODO_ALLOWED = {
    *_ZENODO,
    *("language", "keywords", "related_identifiers", "contributors", "dates", "notes", "references", "communities"),
    *("grants", "subjects", "locations", "method", "doi", "prereserve_doi"),
}
_ZENODO_CHOICES = {
    "upload_type": {
        "publication",
        "poster",
        "presentation",
        "dataset",
        "image",
        "video",
        "software",
        "lesson",
        "other",
    },
    "access_right": {"open", "embargoed", "restricted", "closed"},
}
_ZENODO_DATES = {"Collected", "Valid", "Withdrawn"}
_ZENODO_RELATIONS = {
    *("isCitedBy", "cites", "isSupplementTo", "isSupplementedBy", "isContinuedBy", "continues", "hasMetadata"),
    *("isMetadataFor", "isNewVersionOf", "isPreviousVersionOf", "isPartOf", "hasPart", "isReferencedBy", "references"),
    *("isDocumentedBy", "documents", "isCompiledBy", "compiles", "isVariantFormOf", "isIdenticalTo", "isReviewedBy"),
    *("reviews", "isDerivedFrom", "isSourceOf", "isAlternateIdentifier"),
}
#: What the form of the LOD Cloud asks for.
_LOD = (
    "identifier",
    "title",
    "description",
    "domain",
    "namespace",
    "website",
    "license",
    "triples",
    "full_download",
    "example",
    "keywords",
)
#: The LOD Cloud takes a data set of a thousand facts and fifty links to others.
_FACTS, _LINKS = 1000, 50


def registered(bundle: Bundle) -> list[Line]:
    """The lines of this family."""
    return [*_zenodo(bundle), *_lod(bundle), *_citation(bundle), *_jskos(bundle), *_schema(bundle), *_questions(bundle)]


def _empty(said: Any, names: tuple[str, ...]) -> list[str]:
    return [name for name in names if not (said or {}).get(name)]


def _zenodo(bundle: Bundle) -> list[Line]:
    said = bundle.json(".zenodo.json")
    lack = _empty(said, _ZENODO)
    if not lack:
        lack += [] if all(one.get("name") for one in said["creators"]) else ["creators.name"]
        lack += [] if re.fullmatch(r"\d{4}-\d\d-\d\d", said["publication_date"]) else ["publication_date"]
    wrong = _unlike_zenodo(said or {})
    return [
        judged(_FAMILY, ("Zenodo : champs obligatoires", "Zenodo: required fields"), lacking(lack), _AGAIN),
        judged(_FAMILY, ("Zenodo : valeurs de ses listes", "Zenodo: values of its lists"), lacking(wrong), _AGAIN),
    ]


def _unlike_zenodo(said: dict[str, Any]) -> list[str]:
    """Fields it does not know, and values that are not of its lists."""
    wrong = [name for name in said if name not in _ZENODO_ALLOWED]
    wrong += [
        f"{name} ({said[name]})" for name, ones in _ZENODO_CHOICES.items() if name in said and said[name] not in ones
    ]
    for one in said.get("related_identifiers", []):
        wrong += [] if one.get("relation") in _ZENODO_RELATIONS else [f"relation ({one.get('relation')})"]
    for one in said.get("dates", []):
        wrong += [] if one.get("type") in _ZENODO_DATES else [f"dates ({one.get('type')})"]
    wrong += [] if re.fullmatch(r"[a-z]{3}", said.get("language", "fra")) else [f"language ({said['language']})"]
    return wrong


def _lod(bundle: Bundle) -> list[Line]:
    said = bundle.json("lod-cloud.json") or {}
    number = int(said.get("triples") or 0)
    few = [] if number >= _FACTS else [f"{number} < {_FACTS}"]
    links = sum(int(one["value"]) for one in said.get("links", []))
    unlinked: Words | None = (
        None if links >= _LINKS else (f"{links} liens, il en faut {_LINKS}", f"{links} links, {_LINKS} are needed")
    )
    mail: Words | None = (
        None if (said.get("contact_point") or {}).get("email") else ("une adresse de courriel", "a mail address")
    )
    return [
        judged(
            _FAMILY,
            ("nuage LOD : champs obligatoires", "LOD Cloud: required fields"),
            lacking(_empty(said, _LOD) + few),
            _AGAIN,
        ),
        judged(
            _FAMILY,
            ("nuage LOD : assez de liens", "LOD Cloud: enough links"),
            unlinked,
            ("Importez des liens : maillage import links.", "Import links: maillage import links."),
            remark=True,
        ),
        judged(
            _FAMILY,
            ("nuage LOD : à qui écrire", "LOD Cloud: whom to write to"),
            mail,
            ("Donnez --contact ADRESSE.", "Give --contact ADDRESS."),
            remark=True,
        ),
    ]


def _citation(bundle: Bundle) -> list[Line]:
    names = ("cff-version", "title", "message", "authors", "type", "version", "date-released", "license")
    try:
        said = yaml.safe_load(bundle.text("CITATION.cff"))
    except (OSError, yaml.YAMLError):
        said = None
    return [judged(_FAMILY, ("CITATION.cff : champs", "CITATION.cff: fields"), lacking(_empty(said, names)), _AGAIN)]


def _jskos(bundle: Bundle) -> list[Line]:
    schemes = bundle.json("registrations/jskos-schemes.json") or []
    lack = [] if schemes else ["jskos-schemes.json"]
    for one in schemes:
        lack += [
            f"{one.get('uri')} {name}" for name in ("prefLabel", "definition") if not (one.get(name) or {}).get("en")
        ]
        lack += [f"{one.get('uri')} {name}" for name in ("type", "license", "languages") if not one.get(name)]
    concepts = (
        bundle.text("registrations/jskos-concepts.ndjson") if bundle.has("registrations/jskos-concepts.ndjson") else ""
    )
    lack += [] if concepts else ["jskos-concepts.ndjson"]
    for one in map(json.loads, concepts.splitlines()):
        lack += [
            f"{one.get('uri')} {name}" for name in ("prefLabel", "definition") if not (one.get(name) or {}).get("en")
        ]
    return [
        judged(
            _FAMILY,
            ("BARTOC : libellé et définition en anglais", "BARTOC: label and definition in English"),
            lacking(lack),
            _AGAIN,
        )
    ]


def _schema(bundle: Bundle) -> list[Line]:
    said = bundle.json("dataset.jsonld")
    names = ("name", "description", "license", "creator", "distribution", "url", "temporalCoverage", "spatialCoverage")
    words = ("schema.org : ce que lisent les moteurs", "schema.org: what engines read")
    return [judged(_FAMILY, words, lacking(_empty(said, names)), _AGAIN)]


def _questions(bundle: Bundle) -> list[Line]:
    """Each question has titles in both languages, and is SPARQL that runs."""
    lack: list[str] = []
    if bundle.has("queries/questions.ttl"):
        said, store = Described(bundle.quads("queries/questions.ttl")), Oxigraph()
        for one in said.of_kind("sh:SPARQLExecutable"):
            name = one.rpartition("/")[2]
            texts = [*said.terms(one, "rdfs:label"), *said.terms(one, "rdfs:comment")]
            languages = sorted(getattr(text, "language", "") or "" for text in texts)
            lack += [name] if languages != ["en", "en", "fr", "fr"] else []
            try:
                store.select(said.get(one, "sh:select")[0])
            except (IndexError, MaillageError) as error:
                lack.append(f"{name} : {error}")
        lack += [] if said.of_kind("sh:SPARQLExecutable") else ["queries/questions.ttl"]
    else:
        lack.append("queries/questions.ttl")
    words = ("questions : deux langues, SPARQL qui s'exécute", "questions: two languages, SPARQL that runs")
    return [judged(_FAMILY, words, lacking(lack), _AGAIN)]
