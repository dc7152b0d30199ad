"""An answer of an outside endpoint: bytes as they came come in; rows, triples or yes/no go out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from maillage.errors import MaillageError
from maillage.store.port import Row
from maillage.things.rdf import BlankNode, Literal, NamedNode, Term, Triple

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
