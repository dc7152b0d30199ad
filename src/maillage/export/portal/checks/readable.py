"""Files read: a bundle comes in; those that are not what their ending says, and dead links of pages, go out."""

from __future__ import annotations

import csv
import gzip
import io
import json
import posixpath
import zlib
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import yaml

from maillage.errors import MaillageError
from maillage.export.portal.checks.card import Line, Words, judged, lacking
from maillage.export.portal.checks.opened import Bundle
from maillage.things.rdf import triple_of

_AGAIN: Words = ("Refaites le dossier : maillage export portal.", "Make the folder again: maillage export portal.")
_RDF = (".ttl", ".trig", ".nq", ".nt", ".rdf", ".jsonld")
#: The whole graph in its forms is read by the family that compares them.
_GRAPH = "data/maillage."


def readable(bundle: Bundle) -> list[Line]:
    """The lines."""
    return [
        judged(
            "integrity",
            ("chaque fichier se lit dans sa forme", "every file can be read in its form"),
            lacking(_unreadable(bundle)),
            _AGAIN,
        ),
        judged(
            "integrity",
            ("aucun lien mort dans les pages", "no dead link in the pages"),
            lacking(f"{path} → {link}" for path, link in _dead_in_pages(bundle)),
            _AGAIN,
        ),
        judged(
            "integrity",
            ("chaque forme de l'ontologie dit la même", "every form of the ontology says the same"),
            lacking(_other_forms(bundle)),
            _AGAIN,
        ),
    ]


def _unreadable(bundle: Bundle) -> Iterator[str]:
    for path in bundle.files:
        read = next((one for ending, one in _READERS.items() if path.endswith(ending)), str)
        try:
            if path.endswith(".gz"):
                gzip.decompress(bundle.data(path))
                continue
            if path.endswith(".parquet"):
                _whole_parquet(bundle.data(path))
                continue
            text = bundle.data(path).decode("utf-8")
            if path.endswith(_RDF) and path != "data/context.jsonld":
                if not path.startswith(_GRAPH):
                    bundle.quads(path)
            else:
                read(text)
        except (MaillageError, ValueError, EOFError, OSError, zlib.error, ElementTree.ParseError, yaml.YAMLError):
            yield path


def _whole_parquet(data: bytes) -> None:
    """What is seen of it without a reader: its mark at both ends, and a foot that is not longer than the file."""
    foot = int.from_bytes(data[-8:-4], "little")
    if not (data.startswith(_PARQUET) and data.endswith(_PARQUET) and 0 < foot <= len(data) - 12):
        raise ValueError("the file is cut")


def _rows(mark: str) -> Callable[[str], None]:
    def read(text: str) -> None:
        lines = "".join(line for line in io.StringIO(text, newline="") if not line.startswith("#"))
        widths = {len(row) for row in csv.reader(io.StringIO(lines, newline=""), delimiter=mark, strict=True)}
        if len(widths) != 1:
            raise ValueError("rows of several widths")

    return read


def _json_lines(text: str) -> None:
    for line in text.splitlines():
        json.loads(line)


def _geojson(text: str) -> None:
    said = json.loads(text)
    if said.get("type") != "FeatureCollection" or not all("geometry" in one for one in said["features"]):
        raise ValueError("no collection of features")


def _whole_page(text: str) -> None:
    if not text.rstrip().endswith("</html>"):
        raise ValueError("the page is cut")


#: How a Parquet file begins and ends.
_PARQUET = b"PAR1"
#: Ending -> what reads a text of that form, or raises.
_READERS: dict[str, Callable[[str], object]] = {
    ".sssom.tsv": _rows("\t"),
    ".csv": _rows(","),
    ".ndjson": _json_lines,
    ".geojson": _geojson,
    ".json": json.loads,
    "context.jsonld": json.loads,
    ".gexf": ElementTree.fromstring,
    ".graphml": ElementTree.fromstring,
    ".svg": ElementTree.fromstring,
    ".html": _whole_page,
    ".cff": yaml.safe_load,
}


class _Page(HTMLParser):
    """The links of a page, and the names one can link to."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag links to, and what it is called."""
        for name, value in attrs:
            if value and name in ("href", "src"):
                self.links.append(value)
            elif value and (name == "id" or (name == "name" and tag == "a")):
                self.names.add(value)


def _dead_in_pages(bundle: Bundle) -> Iterator[tuple[str, str]]:
    """Links of pages to a file or a place in a page that is not there; those to elsewhere are not judged."""
    pages: dict[str, _Page] = {}
    for path in (one for one in bundle.files if one.endswith(".html")):
        pages[path] = _Page()
        pages[path].feed(bundle.text(path))
    for path, page in pages.items():
        for link in sorted(set(page.links)):
            target, place = bundle.path_of(link), urlsplit(link)
            if target is None and (place.scheme or place.netloc):
                continue
            if target is None:
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(place.path)))
                target = target if place.path else path
            there = pages[target].names if target in pages else None
            if (not bundle.has(target) and not (bundle.root / target).is_dir()) or (
                place.fragment and there is not None and unquote(place.fragment) not in there
            ):
                yield path, link


def _other_forms(bundle: Bundle) -> Iterator[str]:
    """Forms of a part of the ontology that say other facts than its Turtle; blank nodes count as any other."""
    for path in (one for one in bundle.files if one.startswith("ontology/") and one.endswith(".ttl")):
        stem, one = path.removesuffix(".ttl"), _said(bundle, path)
        for form in (".rdf", ".nt", ".jsonld"):
            if bundle.has(stem + form) and _said(bundle, stem + form) != one:
                yield stem + form


def _said(bundle: Bundle, path: str) -> list[str]:
    try:
        facts = [triple_of(quad) for quad in bundle.quads(path)]
    except MaillageError:
        return []
    return sorted(
        {
            " ".join("[]" if str(t).startswith("_:") else str(t) for t in (f.subject, f.predicate, f.object))
            for f in facts
        }
    )
