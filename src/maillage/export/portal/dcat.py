"""The catalogue: the files of a bundle and its release come in; DCAT-AP 3.0.1, for Europe and for France, goes out.

The texts are those of about.ttl, beside this file; what is computed is here. Every node has an IRI, so that the three
forms say the same graph to any reader.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from maillage.export.portal.forms import FILE_TYPE, MEDIA_TYPE, is_gzip
from maillage.export.portal.release import Release
from maillage.export.portal.staging import Entry
from maillage.export.portal.words import (
    CATALOG,
    DATASET,
    EU_LICENCE,
    LICENCE_PAGE,
    VOCABULARY,
    Heap,
    iri,
    text,
    typed,
)
from maillage.terms import BASE
from maillage.things.rdf import Literal, NamedNode, Triple
from maillage.things.turtle import read_turtle

_ABOUT = Path(__file__).with_name("about.ttl")
_RIGHTS, _CONTACT, _PERIOD = f"{BASE}rights", f"{BASE}contact", f"{BASE}dataset/period"
_SPARQL = f"{BASE}sparql"
HEADER = (
    "# Catalogue DCAT-AP 3.0.1, écrit par « maillage export portal ».\n"
    "# DCAT-AP 3.0.1 catalogue, written by “maillage export portal”."
)
_GEOJSON = "https://www.iana.org/assignments/media-types/application/vnd.geo+json"
_RIGHTS_LABEL = "Licence Ouverte / Open Licence version 2.0"


@cache
def about() -> tuple[Triple, ...]:
    """What about.ttl says."""
    return tuple(read_turtle(_ABOUT).triples)


def said(subject: str, predicate: str, lang: str | None = None) -> list[str]:
    """Texts that about.ttl gives of a thing, those without a language too."""
    name, prop = iri(subject), iri(predicate)
    found = (t.object for t in about() if t.subject == name and t.predicate == prop)
    return [
        one.value for one in found if not isinstance(one, Literal) or lang is None or (one.language or lang) == lang
    ]


def distribution(dataset: str, path: str) -> str:
    """The IRI of the distribution that is a file."""
    return f"{dataset}/distribution/{re.sub('[^a-z0-9]+', '-', path.lower()).strip('-')}"


def catalogue(
    release: Release,
    data: Sequence[Entry],
    ontology: Sequence[Entry],
    versions: Mapping[str, str],
    documents: Iterable[str] = (),
    pages: Sequence[Entry] = (),
) -> Heap:
    """The catalogue of two datasets, the graph and its vocabulary, one distribution a file.

    Parameters
    ----------
    data, ontology:
        The files to offer.
    versions:
        The IRI of each version of a part of the vocabulary -> the part.
    documents:
        IRIs of files of the vocabulary that are named and not offered (examples, the mark).
    pages:
        Files that tell of the dataset and are no form of it: what changed, what is kept of persons.
    """
    heap = Heap()
    heap.take(_variant(about(), release))
    dataset = DATASET + release.tag
    modified, version = typed(release.modified, "date"), text(release.version)
    heap.say(CATALOG)("dcat:dataset", dataset, VOCABULARY)("dct:modified", modified)
    for name, files, page in ((dataset, data, "README.md"), (VOCABULARY, ontology, "ontology/")):
        tell = heap.say(name)("dct:identifier", text(name))("dct:modified", modified)("dcat:version", version)
        tell("dct:temporal", _PERIOD)
        heap.say(name)("adms:versionNotes", text(f"Version {release.version} ; {release.url(page)}", "fr"))
        paths = {entry.path for entry in files}
        for entry in files:
            part = distribution(name, entry.path)
            _distribution(heap, release, name, entry)
            if entry.form.open and entry.form.readable:
                tell("dcat:distribution", part)
            elif (same := re.sub(r"\.\w+$", ".csv", entry.path)) in paths:
                # Outside the lists of data.europa.eu, where a distribution would cost points: a format of another one.
                heap.say(distribution(name, same))("dct:hasFormat", part)
                heap.say(part)("dct:isFormatOf", distribution(name, same))
            else:
                tell("dct:relation", part)
    period = heap.say(_PERIOD)("a", "dct:PeriodOfTime")
    period("dcat:startDate", typed(release.start, "date"))("dcat:endDate", typed(release.end, "date"))
    if release.contact:
        heap.say(_CONTACT)(
            "vcard:hasEmail" if release.contact.startswith("mailto:") else "vcard:hasURL", release.contact
        )
    if release.sparql:
        _service(heap, release, dataset)
    for name, part in versions.items():
        heap.say(name)("dct:isVersionOf", part)("dcat:version", text(name.rpartition("/")[2]))
    for name in documents:
        heap.say(name)("a", "foaf:Document")("dct:title", text(name.rpartition("/")[2]))
    for entry in pages:
        # No distribution: none of them is the graph.
        heap.say(dataset)(
            "foaf:page" if entry.path.endswith((".html", ".atom")) else "dct:relation", release.url(entry.path)
        )
        _document(heap, release, entry)
    _authorities(heap, [*data, *ontology, *pages])
    return heap


def _document(heap: Heap, release: Release, entry: Entry) -> None:
    """A file of the bundle that is no distribution."""
    tell = heap.say(release.url(entry.path))("a", "foaf:Document")
    tell("dct:title", text(entry.fr, "fr"), text(entry.en, "en"))("dct:format", FILE_TYPE + entry.form.file_type)
    tell("dcat:mediaType", MEDIA_TYPE + entry.form.media)("dct:issued", typed(release.modified, "date"))


def _variant(facts: Iterable[Triple], release: Release) -> list[Triple]:
    """The facts of about.ttl about the dataset of this variant."""
    if not release.persons:
        return list(facts)
    old, new = NamedNode(DATASET), NamedNode(DATASET + release.tag)
    added = {"fr": " (avec les personnes en fonction officielle)", "en": " (with persons in an official capacity)"}
    out = []
    for fact in facts:
        value = fact.object
        if fact.subject == old and fact.predicate == iri("dct:title") and isinstance(value, Literal):
            value = Literal(value.value + added[value.language or "fr"], language=value.language)
        out.append(Triple(new if fact.subject == old else fact.subject, fact.predicate, value))
    return out


def _distribution(heap: Heap, release: Release, dataset: str, entry: Entry) -> None:
    form, packed = entry.form, is_gzip(entry.path)
    url = release.url(entry.path)
    name = distribution(dataset, entry.path)
    title = f"{form.name}{' (gzip)' if packed else ''} : {entry.path.rpartition('/')[2]}"
    tell = heap.say(name)("a", "dcat:Distribution")
    tell("dct:title", text(title, "fr"), text(title.replace(" : ", ": "), "en"))
    tell("dct:description", text(entry.fr, "fr"), text(entry.en, "en"))
    tell("dcat:accessURL", url)("dcat:downloadURL", url)
    tell("dct:format", FILE_TYPE + form.file_type)("dcat:mediaType", MEDIA_TYPE + form.media)
    if packed:
        tell("dcat:compressFormat", MEDIA_TYPE + "application/gzip")
    tell("dcat:byteSize", typed(entry.size, "nonNegativeInteger"))
    tell("dct:license", EU_LICENCE)("dct:rights", _RIGHTS)
    tell("dct:language", "eu:language/FRA", "eu:language/ENG")
    tell("dct:issued", typed(release.modified, "date"))("dct:modified", typed(release.modified, "date"))
    tell("dcatap:availability", "eu:planned-availability/STABLE")
    tell("spdx:checksum", f"{name}/checksum")
    heap.say(f"{name}/checksum")("a", "spdx:Checksum")("spdx:algorithm", "spdx:checksumAlgorithm_sha256")(
        "spdx:checksumValue", typed(entry.sha256, "hexBinary")
    )


def _service(heap: Heap, release: Release, dataset: str) -> None:
    heap.say(CATALOG)("dcat:service", _SPARQL)
    tell = heap.say(_SPARQL)("a", "dcat:DataService")("dct:title", text("Interroger Maillage en SPARQL", "fr"))
    tell("dct:title", text("Query Maillage with SPARQL", "en"))("dcat:endpointURL", release.sparql)
    tell(
        "dct:description", text("Point d'accès SPARQL 1.1 ; le graphe par défaut est l'union des graphes nommés.", "fr")
    )
    tell("dcat:endpointDescription", release.url("service.ttl"))("dcat:servesDataset", dataset)
    tell("dct:license", EU_LICENCE)("dct:accessRights", "eu:access-right/PUBLIC")(
        "dct:publisher", f"{BASE}contributors"
    )
    tell("dcat:contactPoint", _CONTACT)("dct:conformsTo", "https://www.w3.org/TR/sparql11-protocol/")
    tell("dcat:theme", "eu:data-theme/HEAL", "eu:data-theme/GOVE")
    tell("dcat:keyword", text("SPARQL"), text("santé", "fr"), text("health", "en"))


def _authorities(heap: Heap, files: Iterable[Entry]) -> None:
    """What the tables say of the file types and media types used, so that a reader offline knows."""
    for entry in files:
        form = entry.form
        tell = heap.say(FILE_TYPE + form.file_type)("a", "skos:Concept", "dct:MediaTypeOrExtent")
        tell("skos:inScheme", "eu:file-type")("skos:prefLabel", text(form.file_type.replace("_", " "), "en"))
        # Labelled: CKAN's reader shows the label of a media type, else its whole IRI, and knows the format by it.
        for media in (form.media, *(["application/gzip"] if is_gzip(entry.path) else ())):
            heap.say(MEDIA_TYPE + media)("a", "dct:MediaType")("rdfs:label", text(media))


def datagouv(release: Release, data: Sequence[Entry], ontology: Sequence[Entry]) -> Heap:
    """The catalogue as data.gouv.fr's reader takes it: French, literal keywords and rights, no checksum of SPDX."""
    heap = Heap()
    heap.say(CATALOG)("a", "dcat:Catalog")("dct:title", *_french(CATALOG, "dct:title"))(
        "dct:description", *_french(CATALOG, "dct:description")
    )("dct:publisher", f"{BASE}contributors")
    heap.say(f"{BASE}contributors")("a", "foaf:Organization")("foaf:name", text("Maillage contributors"))
    contact = heap.say(_CONTACT)("a", "vcard:Organization")("vcard:fn", text("Maillage contributors"))
    mail = release.contact.startswith("mailto:")
    contact("vcard:hasEmail" if mail else "vcard:hasURL", release.contact or BASE)
    # Its reader follows the IRI of a period to read it elsewhere: a blank node is read where it stands.
    heap.say("_:period")("a", "dct:PeriodOfTime")("dcat:startDate", typed(release.start, "date"))(
        "dcat:endDate", typed(release.end, "date")
    )
    place = f"{BASE}dataset/spatial"
    heap.say(place)("a", "dct:Location")("rdfs:label", text("France"))("locn:geometry", typed(_geojson(), _GEOJSON))
    for name, source, files in ((DATASET + release.tag, DATASET, data), (VOCABULARY, VOCABULARY, ontology)):
        heap.say(CATALOG)("dcat:dataset", name)
        suffix = " (avec les personnes en fonction officielle)" if release.persons and source == DATASET else ""
        tell = heap.say(name)("a", "dcat:Dataset")("dct:identifier", text(name))
        tell("dct:title", *(text(one.value + suffix) for one in _french(source, "dct:title")))
        tell("dct:description", *_french(source, "dct:description"))
        tell("dcat:keyword", *_french(source, "dcat:keyword"))
        tell("dct:publisher", f"{BASE}contributors")("dcat:contactPoint", _CONTACT)("dcat:landingPage", BASE)
        tell("dct:rights", text(_RIGHTS_LABEL))("dct:license", LICENCE_PAGE)
        tell("dct:accrualPeriodicity", "eu:frequency/IRREG")("dct:temporal", "_:period")("dct:spatial", place)
        tell("dct:issued", typed(said(source, "dct:issued")[0], "date"))
        tell("dct:modified", typed(release.modified, "date"))("dcat:version", text(release.version))
        for entry in files:
            url, part = release.url(entry.path), distribution(name, entry.path)
            tell("dcat:distribution", part)
            more = heap.say(part)("a", "dcat:Distribution")("dct:identifier", text(part))
            more("dct:title", text(entry.path.rpartition("/")[2]))("dct:description", text(entry.fr))
            more("dcat:downloadURL", url)("dcat:accessURL", url)
            more("dct:format", text(_short(entry)))("dcat:mediaType", text(entry.form.media))
            more("dcat:byteSize", typed(entry.size, "integer"))("dct:modified", typed(release.modified, "date"))
            more("dct:rights", text(_RIGHTS_LABEL))("dct:license", LICENCE_PAGE)
    return heap


def _french(subject: str, predicate: str) -> list[Literal]:
    return [text(value) for value in said(subject, predicate, "fr")]


def _geojson() -> str:
    """The box of about.ttl as GeoJSON, the one form of a geometry that the reader and CKAN both take."""
    points = re.findall(r"(-?[\d.]+) (-?[\d.]+)", said("eu:country/FRA", "locn:geometry")[0])
    return json.dumps({"type": "Polygon", "coordinates": [[[float(x), float(y)] for x, y in points]]})


def _short(entry: Entry) -> str:
    name = entry.path.rpartition("/")[2]
    return name.partition(".")[2] if is_gzip(name) else name.rpartition(".")[2]


def keywords(lang: str) -> list[str]:
    """The keywords of the dataset in a language."""
    return sorted(said(DATASET, "dcat:keyword", lang))
