"""Registrations: a release and its figures come in; what Zenodo, the LOD Cloud and search engines read goes out."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from maillage.export.about import CREATOR
from maillage.export.portal.dcat import keywords, said
from maillage.export.portal.forms import is_gzip
from maillage.export.portal.release import Release
from maillage.export.portal.staging import Entry
from maillage.export.portal.void import Counts
from maillage.export.portal.words import DATASET, LICENCE, LICENCE_PAGE
from maillage.terms import BASE, ID, MLG


def _one(predicate: str, lang: str) -> str:
    return said(DATASET, predicate, lang)[0]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def title(release: Release, lang: str = "fr") -> str:
    """The title of the dataset, of this variant."""
    more = {"fr": " (avec les personnes en fonction officielle)", "en": " (with persons in an official capacity)"}
    return _one("dct:title", lang) + (more[lang] if release.persons else "")


def zenodo(release: Release) -> str:
    """``.zenodo.json``: what Zenodo fills its form from."""
    related = [{"identifier": DATASET + release.tag, "relation": "isIdenticalTo", "resource_type": "dataset"}]
    related.append({"identifier": f"{BASE}def", "relation": "isDocumentedBy", "resource_type": "dataset"})
    return _json(
        {
            "upload_type": "dataset",
            "title": title(release),
            "description": f"<p>{_one('dct:description', 'fr')}</p><p>{_one('dct:description', 'en')}</p>",
            "creators": [{"name": CREATOR}],
            "access_right": "open",
            "license": "etalab-2.0",
            "version": release.version,
            "publication_date": release.modified,
            "language": "fra",
            "keywords": list(dict.fromkeys([*keywords("fr"), *keywords("en")])),
            "related_identifiers": related,
            "dates": [
                {"start": release.start, "end": release.end, "type": "Collected", "description": "Période décrite"}
            ],
        }
    )


def citation(release: Release) -> str:
    """``CITATION.cff``: how to cite this release."""
    return yaml.safe_dump(
        {
            "cff-version": "1.2.0",
            "title": title(release),
            "message": "Si vous employez ces données, merci de les citer. / If you use these data, please cite them.",
            "type": "dataset",
            "abstract": _one("dct:description", "en"),
            "authors": [{"name": CREATOR}],
            "version": release.version,
            "date-released": release.modified,
            "license": "etalab-2.0",
            "url": DATASET + release.tag,
            "keywords": keywords("en"),
        },
        allow_unicode=True,
        sort_keys=False,
        width=1000,
    )


def lod_cloud(release: Release, counts: Counts, links: Mapping[str, int], data: Sequence[Entry], example: str) -> str:
    """``lod-cloud.json``: the entry of the LOD Cloud, links counted from the graph."""
    known = {"wikidata.org": "wikidata", "sws.geonames.org": "geonames-semantic-web", "data.europa.eu": "nuts-geovocab"}
    rdf = [entry for entry in data if entry.form.file_type.startswith(("RDF_", "JSON_LD"))]
    mail = release.contact.removeprefix("mailto:") if release.contact.startswith("mailto:") else ""
    party = {"name": CREATOR, "email": mail}
    name = "maillage" + release.tag.replace("/", "-")
    sparql = {"title": "SPARQL", "description": "SPARQL 1.1", "access_url": release.sparql, "status": ""}
    downloads = [
        {
            "title": entry.path.rpartition("/")[2],
            "description": entry.en,
            "download_url": release.url(entry.path),
            "media_type": "application/gzip" if is_gzip(entry.path) else entry.form.media,
            "mirror": [],
            "status": "",
        }
        for entry in rdf
    ]
    return _json(
        {
            "_id": name,
            "identifier": name,
            "title": title(release, "en"),
            "description": {"en": _one("dct:description", "en"), "fr": _one("dct:description", "fr")},
            "domain": "government",
            "website": BASE,
            "namespace": ID,
            "license": LICENCE_PAGE,
            "doi": "",
            "image": "",
            "keywords": keywords("en"),
            "triples": str(counts.triples),
            "links": [{"target": known.get(host, host), "value": str(number)} for host, number in links.items()],
            "contact_point": party,
            "owner": party,
            "full_download": downloads,
            "other_download": [],
            "sparql": [sparql] if release.sparql else [],
            "example": [
                {
                    "title": "Example",
                    "description": "",
                    "access_url": example,
                    "media_type": "text/turtle",
                    "status": "",
                }
            ],
        }
    )


def schema_org(release: Release, data: Sequence[Entry]) -> str:
    """The `Dataset` of schema.org, as search engines read it in a page."""
    both = ("fr", "en")
    agent = {"@type": "Organization", "@id": f"{BASE}contributors", "name": CREATOR, "url": BASE}
    south, west, north, east = 41.33, -5.15, 51.09, 9.57
    return _json(
        {
            "@context": {"@vocab": "https://schema.org/"},
            "@type": "Dataset",
            "@id": DATASET + release.tag,
            "identifier": DATASET + release.tag,
            "name": [{"@value": title(release, lang), "@language": lang} for lang in both],
            "description": [{"@value": _one("dct:description", lang), "@language": lang} for lang in both],
            "keywords": list(dict.fromkeys([*keywords("fr"), *keywords("en")])),
            "license": {"@id": LICENCE},
            "url": {"@id": BASE},
            "version": release.version,
            "datePublished": release.modified,
            "dateModified": release.modified,
            "isAccessibleForFree": True,
            "inLanguage": ["fr", "en"],
            "temporalCoverage": f"{release.start}/{release.end}",
            "spatialCoverage": {
                "@type": "Place",
                "name": "France",
                "geo": {"@type": "GeoShape", "box": f"{south} {west} {north} {east}"},
            },
            "creator": agent,
            "publisher": {"@id": agent["@id"]},
            "distribution": [
                {
                    "@type": "DataDownload",
                    "name": entry.path.rpartition("/")[2],
                    "description": entry.fr,
                    "contentUrl": {"@id": release.url(entry.path)},
                    "encodingFormat": entry.form.media,
                    "contentSize": f"{entry.size} B",
                    "sha256": entry.sha256,
                }
                for entry in data
            ],
        }
    )


def ro_crate(release: Release, entries: Sequence[Entry]) -> str:
    """``ro-crate-metadata.json`` (RO-Crate 1.1): what every file of the folder is."""
    agent = {"@id": f"{BASE}contributors", "@type": "Organization", "name": CREATOR, "url": BASE}
    licence = {
        "@id": LICENCE,
        "@type": "CreativeWork",
        "name": "Licence Ouverte / Open Licence version 2.0",
        "url": LICENCE_PAGE,
    }
    root = {
        "@id": "./",
        "@type": "Dataset",
        "identifier": DATASET + release.tag,
        "name": title(release),
        "description": _one("dct:description", "fr"),
        "datePublished": release.modified,
        "version": release.version,
        "license": {"@id": LICENCE},
        "author": {"@id": agent["@id"]},
        "publisher": {"@id": agent["@id"]},
        "keywords": ", ".join(keywords("fr")),
        "hasPart": [{"@id": entry.path} for entry in entries],
    }
    about = {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        "about": {"@id": "./"},
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
    }
    files = [
        {
            "@id": entry.path,
            "@type": "File",
            "name": entry.path.rpartition("/")[2],
            "description": entry.fr,
            "encodingFormat": "application/gzip" if is_gzip(entry.path) else entry.form.media,
            "contentSize": str(entry.size),
            "sha256": entry.sha256,
        }
        for entry in entries
    ]
    # The sum is a term of schema.org that the context of RO-Crate 1.1 does not have.
    context = ["https://w3id.org/ro/crate/1.1/context", {"sha256": "https://schema.org/sha256"}]
    return _json({"@context": context, "@graph": [about, root, agent, licence, *files]})


def prefix_sheet(release: Release, forms: Sequence[str]) -> str:
    """What to type into the forms of prefix.cc and of Linked Open Vocabularies (LOV)."""
    rows = [
        ("Préfixe / Prefix", "`mlg`"),
        ("Espace de noms / Namespace", f"`{MLG}`"),
        ("IRI de l'ontologie / Ontology IRI", f"`{BASE}def`"),
        ("Titre / Title", f"{said(f'{BASE}def', 'dct:title', 'fr')[0]} · {said(f'{BASE}def', 'dct:title', 'en')[0]}"),
        ("Langues / Languages", "fr, en"),
        ("Formes servies / Forms served", ", ".join(forms)),
        ("Licence", LICENCE),
        ("Créateur / Creator", CREATOR),
    ]
    table = "\n".join(f"| {name} | {value} |" for name, value in rows)
    return (
        "# Fiche pour prefix.cc et LOV / Sheet for prefix.cc and LOV\n\n"
        "À remplir quand les adresses de w3id répondent : LOV lit l'ontologie en suivant son IRI, et refuse un "
        "vocabulaire "
        "qui n'y répond pas. prefix.cc demande le préfixe et l'espace de noms, rien d'autre.\n\n"
        "To be filled in once the addresses of w3id answer: LOV reads the ontology by following its IRI, and refuses a "
        "vocabulary that does not answer there. prefix.cc asks for the prefix and the namespace, nothing else.\n\n"
        f"| champ / field | valeur / value |\n|---|---|\n{table}\n"
    )
