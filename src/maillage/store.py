"""The store: quads come in, rows and triples go out. One port; the embedded Oxigraph stands behind it.

The default graph holds the merge of all files and the derived facts; named graphs say where a triple comes from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

import pyoxigraph as ox

from maillage.errors import MaillageError
from maillage.things.rdf import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Term, Triple, triple_of

Row = tuple[Term | None, ...]


class Store:
    """A SPARQL 1.1 store in memory."""

    def __init__(self) -> None:
        self._store = ox.Store()

    def __len__(self) -> int:
        """Quads in all, the default graph included."""
        return len(self._store)

    def load(self, triples: Iterable[Triple], graph: str) -> int:
        """Put triples into the named graph `graph` and into the default graph; returns how many came in."""
        name, default = NamedNode(graph), DefaultGraph()
        triples = list(triples)
        self._store.bulk_extend(Quad(t.subject, t.predicate, t.object, g) for t in triples for g in (name, default))
        return len(triples)

    def select(self, query: str) -> tuple[list[str], Iterator[Row]]:
        """Variables and rows of a SELECT; unbound is None."""
        solutions = self._query(query)
        if not isinstance(solutions, ox.QuerySolutions):
            raise MaillageError("this query is no SELECT.", fix="Write a SELECT query here.")
        names = [variable.value for variable in solutions.variables]
        return names, (tuple(_term(solution[name]) for name in names) for solution in solutions)

    def construct(self, query: str) -> list[Triple]:
        """Triples of a CONSTRUCT or DESCRIBE."""
        triples = self._query(query)
        if not isinstance(triples, ox.QueryTriples):
            raise MaillageError("this query is no CONSTRUCT.", fix="Write a CONSTRUCT query here.")
        return [_plain(triple) for triple in triples]

    def run(self, query: str) -> tuple[list[str], list[Row]] | list[Triple] | bool:
        """Whatever a query of any form gives: (variables, rows), triples, or yes/no."""
        result = self._query(query)
        if isinstance(result, ox.QuerySolutions):
            names = [variable.value for variable in result.variables]
            return names, [tuple(_term(solution[name]) for name in names) for solution in result]
        if isinstance(result, ox.QueryTriples):
            return [_plain(triple) for triple in result]
        return bool(result)

    def _query(self, query: str) -> ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean:
        try:
            return self._store.query(query)
        except SyntaxError as error:
            raise MaillageError(f"this SPARQL does not parse: {error.msg}", line=error.lineno) from None
        except (OSError, RuntimeError, ValueError) as error:
            raise MaillageError(f"this query failed: {error}") from None

    def contains(self, triple: Triple) -> bool:
        """Whether the default graph holds the triple."""
        return Quad(triple.subject, triple.predicate, triple.object, DefaultGraph()) in self._store

    def triples(self, graph: str | None = None) -> Iterator[Triple]:
        """Triples of a named graph, or of the default graph."""
        name = DefaultGraph() if graph is None else NamedNode(graph)
        return (triple_of(quad) for quad in self._store.quads_for_pattern(None, None, None, name))

    def values(self, subject: str | None, predicate: str, obj: str | None = None) -> Iterator[Triple]:
        """Triples of the default graph by pattern (IRIs)."""
        s = None if subject is None else NamedNode(subject)
        o = None if obj is None else NamedNode(obj)
        return (triple_of(q) for q in self._store.quads_for_pattern(s, NamedNode(predicate), o, DefaultGraph()))

    def quads(self) -> Iterator[Quad]:
        """Every quad of the named graphs (the default graph is their merge)."""
        return (q for q in self._store if not isinstance(q.graph_name, DefaultGraph))


def _term(value: object) -> Term | None:
    if value is None or isinstance(value, NamedNode | BlankNode | Literal):
        return value
    raise MaillageError("the query gives a triple term (RDF 1.2), which no table can hold.")


def _plain(triple: ox.Triple) -> Triple:
    if isinstance(triple.object, ox.Triple):
        raise MaillageError("the query gives a triple term (RDF 1.2), which the store does not hold.")
    return cast(Triple, triple)


def dump_n_quads(quads: Iterable[Quad]) -> bytes:
    """Sorted N-Quads."""
    return b"".join(sorted(f"{quad} .\n".encode() for quad in quads))


def dump_n_triples(triples: Iterable[Triple]) -> bytes:
    """Sorted N-Triples."""
    return b"".join(sorted(f"{triple} .\n".encode() for triple in triples))
