"""What is told of files: a bundle comes in; sizes, sums and media types that are not those of the file go out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from maillage.export.portal.checks.card import Line, Words, judged, lacking
from maillage.export.portal.checks.opened import Bundle, Described
from maillage.export.portal.forms import FILE_TYPE, MEDIA_TYPE, form_of, is_gzip
from maillage.export.portal.staging import SUMS
from maillage.export.portal.void import linked
from maillage.export.portal.words import LICENCE

_AGAIN: Words = ("Refaites le dossier : maillage export portal.", "Make the folder again: maillage export portal.")
_GZIP = "application/gzip"
#: What is written once all others are told.
_LAST = ("README.md", SUMS)


def told(bundle: Bundle) -> list[Line]:
    """The lines: each description of a file against the file, counts of the LOD Cloud against the graph, the README."""
    wrong = [*_catalogues(bundle), *_dataset(bundle), *_crate(bundle), *_cloud(bundle)]
    readme = bundle.text("README.md") if bundle.has("README.md") else ""
    silent = [path for path in bundle.sums if path not in _LAST and f"`{path}`" not in readme]
    return [
        judged(
            "integrity",
            (
                "taille, empreinte et type dits de chaque fichier sont les siens",
                "size, sum and type told of files are theirs",
            ),
            lacking(wrong),
            _AGAIN,
        ),
        judged("integrity", ("le README dit chaque fichier", "the README tells every file"), lacking(silent), _AGAIN),
        judged(
            "integrity",
            ("nuage LOD : faits et liens comptés sont ceux du graphe", "LOD Cloud: facts and links are the graph's"),
            lacking(_counts(bundle)),
            _AGAIN,
        ),
        judged(
            "integrity",
            ("chaque fiche dit la même licence", "every registration tells the same licence"),
            lacking(_licences(bundle)),
            _AGAIN,
        ),
    ]


def _media(path: str) -> str:
    """The media type of a file as it is served."""
    return _GZIP if is_gzip(path) else form_of(path).media


def _catalogues(bundle: Bundle) -> Iterator[str]:
    """Size, media type, format and sum of each distribution; a compressed one has the type of what it holds."""
    for name, described in (("catalog.ttl", bundle.catalogue), ("catalog-datagouv.ttl", bundle.french)):
        for thing, path in _files(bundle, described):
            size = [str((bundle.root / path).stat().st_size)]
            media = {form_of(path).media, MEDIA_TYPE + form_of(path).media}
            sums = [
                v for one in described.get(thing, "spdx:checksum") for v in described.get(one, "spdx:checksumValue")
            ]
            formats = [one for one in described.get(thing, "dct:format") if one.startswith(FILE_TYPE)]
            if described.get(thing, "dcat:byteSize") != size:
                yield f"{name} dcat:byteSize ({path})"
            if not set(described.get(thing, "dcat:mediaType")) <= media:
                yield f"{name} dcat:mediaType ({path})"
            if formats and formats != [FILE_TYPE + form_of(path).file_type]:
                yield f"{name} dct:format ({path})"
            if sums and sums != [bundle.sum_of(path)]:
                yield f"{name} spdx:checksumValue ({path})"


def _files(bundle: Bundle, described: Described) -> Iterator[tuple[str, str]]:
    """Each thing with a download address under the base, and the file it is."""
    for fact in described.facts:
        if fact.predicate.value.endswith("downloadURL"):
            path = bundle.path_of(getattr(fact.object, "value", ""))
            if path and bundle.has(path):
                yield fact.subject.value, path


def _dataset(bundle: Bundle) -> Iterator[str]:
    for one in (bundle.json("dataset.jsonld") or {}).get("distribution", []):
        path = bundle.path_of(str((one.get("contentUrl") or {}).get("@id")))
        if path and bundle.has(path):
            size = f"{(bundle.root / path).stat().st_size} B"
            yield from _differs("dataset.jsonld", path, one, contentSize=size, encodingFormat=form_of(path).media)
            yield from _differs("dataset.jsonld", path, one, sha256=bundle.sum_of(path))


def _crate(bundle: Bundle) -> Iterator[str]:
    for one in (bundle.json("ro-crate-metadata.json") or {}).get("@graph", []):
        path = str(one.get("@id"))
        if one.get("@type") == "File":
            if not bundle.has(path):
                yield f"ro-crate-metadata.json @id ({path})"
                continue
            size = str((bundle.root / path).stat().st_size)
            yield from _differs("ro-crate-metadata.json", path, one, contentSize=size, encodingFormat=_media(path))
            yield from _differs("ro-crate-metadata.json", path, one, sha256=bundle.sum_of(path))


def _cloud(bundle: Bundle) -> Iterator[str]:
    for one in (bundle.json("lod-cloud.json") or {}).get("full_download", []):
        path = bundle.path_of(str(one.get("download_url")))
        if path and bundle.has(path):
            yield from _differs("lod-cloud.json", path, one, media_type=_media(path))


def _differs(file: str, path: str, said: dict[str, Any], **wanted: str) -> Iterator[str]:
    for name, value in wanted.items():
        if said.get(name) != value:
            yield f"{file} {name} ({path})"


def _counts(bundle: Bundle) -> Iterator[str]:
    said = bundle.json("lod-cloud.json") or {}
    facts = sum(len(values) for about in bundle.facts.said.values() for values in about.values())
    if str(said.get("triples")) != str(facts):
        yield f"triples ({said.get('triples')} ≠ {facts})"
    links = sum(int(one.get("value") or 0) for one in said.get("links") or [])
    if links != sum(linked(bundle.facts).values()):
        yield f"links ({links} ≠ {sum(linked(bundle.facts).values())})"


def _licences(bundle: Bundle) -> Iterator[str]:
    """The one licence, where each file says it."""
    short = LICENCE.rpartition("/")[2]
    places: dict[str, Callable[[dict[str, Any]], bool]] = {
        ".zenodo.json": lambda one: one.get("license") == short,
        "dataset.jsonld": lambda one: (one.get("license") or {}).get("@id") == LICENCE,
        "ro-crate-metadata.json": lambda one: any(
            (part.get("license") or {}).get("@id") == LICENCE
            for part in one.get("@graph", [])
            if part.get("@id") == "./"
        ),
        "data/dispositifs-par-territoire.geojson": lambda one: LICENCE in str(one.get("license")),
    }
    for path, good in places.items():
        said = bundle.json(path)
        if said is not None and not good(said):
            yield path
    for path in (one for one in bundle.files if one.endswith(".csv-metadata.json")):
        if LICENCE not in bundle.text(path):
            yield path
    if bundle.has("CITATION.cff") and f"license: {short}" not in bundle.text("CITATION.cff"):
        yield "CITATION.cff"
