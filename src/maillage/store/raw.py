"""An answer of an outside endpoint: bytes as they came come in; rows, triples or yes/no go out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

import pyoxigraph as ox

from maillage.errors import MaillageError
from maillage.store.port import Row
from maillage.things.rdf import BlankNode, Literal, NamedNode, Term, Triple

_ASKED = b"__ASK_RETVAL"
_NODES = re.compile(rb'("type"\s*:\s*"bnode"\s*,\s*"value"\s*:\s*")nodeID://')
Answered = tuple[list[str], list[Row]] | list[Triple] | bool


@dataclass(frozen=True)
class Raw:
    """An answer as it came; `cut_at`: the most rows that the endpoint gives, where it says so."""

    media: str
    data: bytes
    cut_at: int | None = None


def media_of(raw: Raw) -> str:
    """The media type of an answer, without its parameters."""
    return raw.media.partition(";")[0].strip().lower() or "of no kind"


def mended(raw: Raw) -> Raw:
    """The same, without what Virtuoso 7 does in its own way: blank nodes called as IRIs, yes or no told as a table."""
    raw = replace(raw, data=_NODES.sub(rb"\1", raw.data)) if b"nodeID://" in raw.data else raw
    if _ASKED not in raw.data[:200]:
        return raw
    found = ox.parse_query_results(raw.data, format=ox.QueryResultsFormat.JSON)
    if isinstance(found, ox.QueryBoolean) or [v.value for v in found.variables] != [_ASKED.decode()]:
        return raw
    yes = any(isinstance(row[0], Literal) and row[0].value in ("1", "true") for row in found)
    return replace(raw, data=f'{{"head": {{}}, "boolean": {str(yes).lower()}}}'.encode())


def read(raw: Raw) -> Answered:
    """An answer as rows, triples or yes/no.

    Raises
    ------
    MaillageError
        When it holds what no table can.
    SyntaxError, ValueError, OSError
        When it breaks off, or is none of these.
    """
    media = media_of(raw)
    form = ox.RdfFormat.from_media_type(media)
    if form is not None and "results" not in media:
        return [_triple(quad) for quad in ox.parse(raw.data, format=form, rename_blank_nodes=True)]
    found = ox.parse_query_results(raw.data, format=ox.QueryResultsFormat.JSON)
    if isinstance(found, ox.QueryBoolean):
        return bool(found)
    names = [variable.value for variable in found.variables]
    return names, [tuple(_term(solution[name]) for name in names) for solution in found]


def _term(value: object) -> Term | None:
    if value is None or isinstance(value, NamedNode | BlankNode | Literal):
        return value
    raise MaillageError("gives a triple term (RDF 1.2), which no table can hold.")


def _triple(quad: Any) -> Triple:
    return Triple(quad.subject, quad.predicate, quad.object)
