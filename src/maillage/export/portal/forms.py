"""The forms of the files of a bundle: an ending comes in; media type, entry of the EU file-type table and words go out.

The codes are those of the table of the Publications Office (http://publications.europa.eu/resource/authority/file-type)
and of IANA's register of media types; `open` and `readable` are whether they stand in the two lists of data.europa.eu,
edp-non-proprietary-format and edp-machine-readable-format. Parquet, whatever one thinks of it, stands in neither.
"""

from __future__ import annotations

from typing import NamedTuple

FILE_TYPE = "http://publications.europa.eu/resource/authority/file-type/"
MEDIA_TYPE = "http://www.iana.org/assignments/media-types/"


class Form(NamedTuple):
    """A form: its name, media type, code of the EU file-type table, and whether it is open and machine-readable."""

    name: str
    media: str
    file_type: str
    open: bool = True
    readable: bool = True


_FORMS: dict[str, Form] = {
    ".ttl": Form("Turtle", "text/turtle", "RDF_TURTLE"),
    ".trig": Form("TriG", "application/trig", "RDF_TRIG"),
    ".nq": Form("N-Quads", "application/n-quads", "RDF_N_QUADS"),
    ".nt": Form("N-Triples", "application/n-triples", "RDF_N_TRIPLES"),
    ".jsonld": Form("JSON-LD", "application/ld+json", "JSON_LD"),
    ".rdf": Form("RDF/XML", "application/rdf+xml", "RDF_XML"),
    ".csv": Form("CSV", "text/csv", "CSV"),
    ".parquet": Form("Parquet", "application/vnd.apache.parquet", "PARQUET", open=False, readable=False),
    ".tsv": Form("TSV", "text/tab-separated-values", "TSV", readable=False),
    ".atom": Form("Atom", "application/atom+xml", "XML"),
    ".gexf": Form("GEXF", "application/xml", "XML"),
    ".graphml": Form("GraphML", "application/xml", "XML"),
    ".geojson": Form("GeoJSON", "application/geo+json", "GEOJSON"),
    ".json": Form("JSON", "application/json", "JSON"),
    ".html": Form("HTML", "text/html", "HTML", readable=False),
    ".md": Form("Markdown", "text/markdown", "TXT", readable=False),
    ".txt": Form("texte", "text/plain", "TXT", readable=False),
    ".cff": Form("CFF", "application/yaml", "TXT", readable=False),
    ".rq": Form("SPARQL", "application/sparql-query", "SPARQLQ", open=False, readable=False),
    ".svg": Form("SVG", "image/svg+xml", "SVG", open=False, readable=False),
    ".gz": Form("gzip", "application/gzip", "GZIP", readable=False),
}
_OTHER = Form("texte", "text/plain", "TXT", readable=False)


def form_of(path: str) -> Form:
    """The form of a file by its ending; of a compressed one that of what it holds."""
    name = path.rpartition("/")[2].removesuffix(".gz")
    return _FORMS.get("." + name.rpartition(".")[2], _OTHER)


def is_gzip(path: str) -> bool:
    """Whether a file is compressed."""
    return path.endswith(".gz")


def by_media(media: str) -> Form | None:
    """The form of a media type."""
    return next((form for form in _FORMS.values() if form.media == media), None)


def by_file_type(code: str) -> Form | None:
    """The form of a code of the EU file-type table; None for one this bundle never uses."""
    return next((form for form in _FORMS.values() if form.file_type == code), None)
