"""What a bundle has to say to a portal: a folder comes in; its datasets and files, read in its catalogues, go out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from maillage.errors import MaillageError
from maillage.export.portal.checks.opened import CATALOGUE, FRENCH, Bundle, Described
from maillage.export.portal.staging import SUMS, sha256
from maillage.export.portal.words import CATALOG
from maillage.things.rdf import Literal

#: How many names a sentence tells.
_TOLD = 3


@dataclass(frozen=True)
class File:
    """A file to offer: where it lies, its IRI, what is said of it, its size in bytes and its SHA-256."""

    path: str
    iri: str
    url: str
    title: str
    description: str
    format: str
    media: str
    modified: str
    size: int
    sha256: str

    @property
    def name(self) -> str:
        """The name without its folder."""
        return self.path.rpartition("/")[2]


@dataclass(frozen=True)
class Agent:
    """Who publishes, or whom one writes to; `email` without ``mailto:``, empty where there is none."""

    iri: str = ""
    name: str = ""
    email: str = ""
    url: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Dataset:
    """A dataset of the catalogue: what is said of it, in one language, and its files."""

    iri: str
    identifier: str
    title: str
    description: str
    keywords: tuple[str, ...]
    version: str
    issued: str
    modified: str
    start: str
    end: str
    frequency: str
    licence: str
    rights: str
    landing: str
    publisher: Agent
    contact: Agent
    place: str
    geometry: str
    themes: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    access: str = ""
    files: tuple[File, ...] = ()

    @property
    def size(self) -> int:
        """Bytes of its files."""
        return sum(file.size for file in self.files)


@dataclass(frozen=True)
class Opened:
    """A bundle whose files are those that SHA256SUMS says, and what may be read in it."""

    root: Path
    sums: dict[str, str]
    catalogue: Described
    french: Described
    zenodo: Any

    def has(self, path: str) -> bool:
        """Whether the bundle holds a file."""
        return path in self.sums

    def datasets(self, lang: str) -> list[Dataset]:
        """The datasets of the catalogue in a language (fr, en), the graph first."""
        return self._datasets(self.catalogue, lang)

    def for_france(self) -> list[Dataset]:
        """The datasets as the catalogue of the French portal tells them."""
        return self._datasets(self.french, "fr")

    def _datasets(self, said: Described, lang: str) -> list[Dataset]:
        names = said.get(CATALOG, "dcat:dataset")
        if not names:
            raise MaillageError(
                "its catalogue tells of no dataset.", file=self.root, fix="Make it again: maillage export portal."
            )
        return [self._dataset(said, name, lang) for name in sorted(names, key=lambda name: (name.count("/"), name))]

    def _dataset(self, said: Described, name: str, lang: str) -> Dataset:
        def one(predicate: str, subject: str = name) -> str:
            return _in(said, subject, predicate, lang)

        period, place = one("dct:temporal"), one("dct:spatial")
        shape = [text for text in said.get(place, "locn:geometry") if text]
        found = Dataset(
            iri=name,
            identifier=one("dct:identifier") or name,
            title=one("dct:title"),
            description=one("dct:description"),
            keywords=tuple(_all_in(said, name, "dcat:keyword", lang)),
            version=one("dcat:version"),
            issued=one("dct:issued"),
            modified=one("dct:modified"),
            start=one("dcat:startDate", period),
            end=one("dcat:endDate", period),
            frequency=one("dct:accrualPeriodicity"),
            licence=one("dct:license"),
            rights=one("dct:rights"),
            landing=one("dcat:landingPage"),
            publisher=_agent(said, one("dct:publisher")),
            contact=_agent(said, one("dcat:contactPoint")),
            place=place,
            geometry=_geojson(shape[0]) if shape else "",
            themes=tuple(said.get(name, "dcat:theme")),
            languages=tuple(said.get(name, "dct:language")),
            access=one("dct:accessRights"),
        )
        return replace(found, files=tuple(self._files(said, name, lang)))

    def _files(self, said: Described, dataset: str, lang: str) -> Iterator[File]:
        for name in said.get(dataset, "dcat:distribution"):
            url = _in(said, name, "dcat:downloadURL", lang)
            path = next((path for path in sorted(self.sums, key=len, reverse=True) if url.endswith(f"/{path}")), None)
            if path is None:
                what = f"its catalogue offers {url}, which is no file of it."
                raise MaillageError(what, file=self.root, fix="Make it again: maillage export portal.")
            yield File(
                path=path,
                iri=name,
                url=url,
                title=_in(said, name, "dct:title", lang),
                description=_in(said, name, "dct:description", lang),
                format=_short(path),
                media=_in(said, name, "dcat:mediaType", lang).rpartition("/media-types/")[2],
                modified=_in(said, name, "dct:modified", lang),
                size=(self.root / path).stat().st_size,
                sha256=self.sums[path],
            )


def open_bundle(folder: Path) -> Opened:
    """Open a bundle to push it.

    Raises
    ------
    MaillageError
        For what is no bundle, or one whose files are not those of SHA256SUMS.
    """
    bundle = Bundle(folder)
    again = f"Make it again (maillage export portal -o {folder}), or name the folder as it was written."
    if not bundle.sums:
        raise MaillageError(f"{SUMS} says no file.", file=folder, fix=again)
    absent = [path for path in bundle.sums if path not in bundle.files]
    other = [path for path in bundle.files if path not in bundle.sums and path != SUMS]
    changed = [path for path, digest in bundle.sums.items() if path not in absent and sha256(folder / path) != digest]
    for words, paths in (("are not what", changed), ("are missing though", absent), ("are there, not as", other)):
        if paths:
            tail = "tells them." if words.startswith("are missing") else "says."
            raise MaillageError(f"files {words} {SUMS} {tail[:-1]} ({_few(paths)}).", file=folder, fix=again)
    french = bundle.french if bundle.has(FRENCH) else Described([])
    if CATALOGUE not in bundle.sums:
        raise MaillageError(f"{SUMS} does not tell {CATALOGUE}.", file=folder, fix=again)
    return Opened(folder, bundle.sums, bundle.catalogue, french, bundle.json(".zenodo.json"))


def _few(paths: list[str]) -> str:
    return ", ".join(paths[:_TOLD]) + (f" and {len(paths) - _TOLD} more" if len(paths) > _TOLD else "")


def _all_in(said: Described, subject: str, predicate: str, lang: str) -> list[str]:
    """What a thing says by a property, in a language: those in it or in none."""
    terms = said.terms(subject, predicate)
    return _once(t.value for t in terms if isinstance(t, Literal) and (t.language or lang) == lang)


def _in(said: Described, subject: str, predicate: str, lang: str) -> str:
    """One value of a property: the text in the language, else any; empty where it says nothing."""
    texts = _all_in(said, subject, predicate, lang) or said.get(subject, predicate)
    return texts[0] if texts else ""


def _once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))


def _agent(said: Described, name: str) -> Agent:
    def one(*predicates: str) -> str:
        return next((value for p in predicates for value in said.get(name, p)), "")

    return Agent(
        iri=name,
        name=one("foaf:name", "vcard:fn"),
        email=one("foaf:mbox", "vcard:hasEmail").removeprefix("mailto:"),
        url=one("foaf:homepage", "vcard:hasURL"),
        kind=one("dct:type"),
    )


def _geojson(shape: str) -> str:
    """A polygon of a catalogue as GeoJSON: WKT is turned into it, GeoJSON stays as it is."""
    if shape.lstrip().startswith("{"):
        return shape
    points = [[float(x), float(y)] for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", shape)]
    return json.dumps({"type": "Polygon", "coordinates": [points]})


def _short(path: str) -> str:
    """The ending of a file, of a compressed one with that of what it holds: ``nq.gz``."""
    name = path.rpartition("/")[2]
    stem, _, last = name.rpartition(".")
    return f"{stem.rpartition('.')[2]}.gz" if last == "gz" else last
