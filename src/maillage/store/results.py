"""The answer to a query as bytes: a store, a SPARQL text and a form come in; what SPARQL 1.1 writes of it goes out.

Rows and bytes are counted while the engine gives them, so that an answer too large is dropped before it is whole.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from maillage.errors import MaillageError, ParseError
from maillage.terms import PREFIXES
from maillage.things.rdf import Triple

if TYPE_CHECKING:
    from maillage.store.embedded import Oxigraph

#: The forms of rows, of triples and of yes or no, by media type, the first of each what is sent where nothing is asked.
ROWS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
TRIPLES = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}
#: Of yes or no there is no CSV or TSV.
YES_NO = {name: ROWS[name] for name in ("application/sparql-results+json", "application/sparql-results+xml")}


_LESS = "Ask for less: LIMIT, fewer columns, a filter."
_PART = "Ask for a part: LIMIT and OFFSET, or a filter."


class TooLarge(MaillageError):
    """An answer with more rows or bytes than are let out."""


@dataclass(frozen=True)
class Written:
    """An answer: its media type, its bytes, and how many rows or triples it has (1 for yes or no)."""

    media: str
    data: bytes
    rows: int


@dataclass(frozen=True)
class Dataset:
    """The graphs a query is asked of, as the protocol names them; neither: all, their union as default graph."""

    default: Sequence[str] = ()
    named: Sequence[str] = ()


class _Bounded(io.BytesIO):
    """A place to write that takes so many bytes and no more."""

    def __init__(self, limit: int, why: TooLarge) -> None:
        super().__init__()
        self.left, self.why = limit, why

    def write(self, data: Any) -> int:
        """Take bytes, or fail once there are too many."""
        self.left -= len(data)
        if self.left < 0:
            raise self.why
        return super().write(data)


class _Rows(_Bounded):
    """The same for TSV, where a line is a row."""

    def __init__(self, limit: int, why: TooLarge, rows: int, many: TooLarge) -> None:
        super().__init__(limit, why)
        self.lines, self.rows, self.many = 0, rows, many

    def write(self, data: Any) -> int:
        """Take bytes, or fail once there are too many, or too many lines."""
        self.lines += bytes(data).count(b"\n")
        if self.lines - 1 > self.rows:
            raise self.many
        return super().write(data)


def written(
    store: Oxigraph,
    query: str,
    accepted: Sequence[str],
    dataset: Dataset | None = None,
    *,
    union: bool = True,
    rows: int = 50_000,
    size: int = 20 * 2**20,
) -> Written | None:
    """Ask a store and write the answer whole.

    Parameters
    ----------
    query:
        SPARQL 1.1 Query, not trusted.
    accepted:
        Media types, the most wanted first; the first that can hold the answer is taken. None can: the result is None,
        and the query is not run further.
    dataset:
        The graphs to ask; by default all.
    union:
        Whether the default graph is the union of all; to be False for a query that names its graphs (`FROM`).
    rows, size:
        How many rows (or triples) and bytes at most.

    Raises
    ------
    ParseError
        For what is no SPARQL query.
    TooLarge
        When there are more rows or bytes.
    MaillageError
        When the engine fails.
    """
    asked = dataset or Dataset()
    big = TooLarge(f"the answer has more than {size / 2**20:g} MiB.", fix=_LESS)
    many = TooLarge(f"the answer has more than {rows:,} rows.", fix=_PART)
    try:
        found = store.asked(query, asked.default, asked.named, union)
        if isinstance(found, ox.QueryBoolean):
            media = _first(accepted, YES_NO)
            return Written(media, found.serialize(format=YES_NO[media]) or b"", 1) if media else None
        if isinstance(found, ox.QueryTriples):
            media = _first(accepted, TRIPLES)
            return _triples(found, media, rows, _Bounded(size, big), many) if media else None
        media = _first(accepted, ROWS)
        return _solutions(found, media, _Rows(size, big, rows, many), size, big) if media else None
    except SyntaxError as error:
        raise ParseError(f"this SPARQL does not parse: {error.msg}", line=error.lineno) from None
    except (OSError, RuntimeError, ValueError) as error:
        raise MaillageError(f"this query failed: {error}") from None


def again(given: str, data: bytes, media: str, rows: int, size: int) -> Written:
    """An answer that was written elsewhere, in another form.

    Parameters
    ----------
    given:
        The media type it came in.
    media:
        The one to write: of `ROWS`, `YES_NO` or `TRIPLES`.
    rows, size:
        How many rows (or triples) and bytes at most.

    Raises
    ------
    TooLarge
        When there are more rows or bytes.
    SyntaxError, ValueError, OSError
        When it is none, or breaks off.
    """
    big = TooLarge(f"the answer has more than {size / 2**20:g} MiB.", fix=_LESS)
    many = TooLarge(f"the answer has more than {rows:,} rows.", fix=_PART)
    if media in TRIPLES:
        form = ox.RdfFormat.from_media_type(given)
        if form is None:
            raise ValueError(given)
        triples = (quad.triple for quad in ox.parse(data, format=form, rename_blank_nodes=True))
        return _triples(triples, media, rows, _Bounded(size, big), many)
    found = ox.parse_query_results(data, format=ox.QueryResultsFormat.JSON)
    if isinstance(found, ox.QueryBoolean):
        return Written(media, found.serialize(format=YES_NO[media]) or b"", 1)
    return _solutions(found, media, _Rows(size, big, rows, many), size, big)


def serialized(triples: Iterable[Triple], media: str) -> Written:
    """Triples in a form of `TRIPLES`."""
    each = [ox.Triple(t.subject, t.predicate, t.object) for t in triples]
    return Written(media, ox.serialize(each, format=TRIPLES[media], prefixes=_prefixes(media, each)) or b"", len(each))


def _prefixes(media: str, triples: Sequence[ox.Triple]) -> dict[str, str] | None:
    """The prefixes these triples use, where a form has them."""
    if media not in ("text/turtle", "application/rdf+xml"):
        return None
    text = "".join(map(str, triples))
    return {prefix: namespace for prefix, namespace in PREFIXES.items() if f"<{namespace}" in text}


def _first(accepted: Sequence[str], forms: Iterable[str]) -> str | None:
    return next((media for media in accepted if media in forms), None)


def _solutions(found: ox.QuerySolutions, media: str, sink: _Rows, size: int, big: TooLarge) -> Written:
    """Rows, through TSV: it loses nothing, and its lines can be counted as they come."""
    found.serialize(sink, format=ox.QueryResultsFormat.TSV)
    data = sink.getvalue()
    if ROWS[media] != ox.QueryResultsFormat.TSV:
        again = ox.parse_query_results(data, format=ox.QueryResultsFormat.TSV)
        if not isinstance(again, ox.QuerySolutions):
            raise MaillageError("rows cannot be told from yes or no.")
        whole = _Bounded(size, big)
        again.serialize(whole, format=ROWS[media])
        data = whole.getvalue()
    return Written(media, data, sink.lines - 1)


def _triples(found: Iterable[ox.Triple], media: str, rows: int, sink: _Bounded, many: TooLarge) -> Written:
    triples = list(islice(_distinct(found), rows + 1))
    if len(triples) > rows:
        raise many
    ox.serialize(triples, sink, format=TRIPLES[media], prefixes=_prefixes(media, triples))
    return Written(media, sink.getvalue(), len(triples))


def _distinct(found: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    seen = set()
    for triple in found:
        if triple not in seen:
            seen.add(triple)
            yield triple
