"""The store: quads come in, rows and triples go out. One port; the embedded Oxigraph stands behind it.

The default graph holds the merge of all files and the derived facts; named graphs say where a triple comes from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

import pyoxigraph as ox

from maillage.errors import MaillageError
from maillage.things.rdf import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Term, Triple, triple_of

Row = tuple[Term | None, ...]


class Store:
    """A SPARQL 1.1 store: in memory, or one kept on disk, opened for reading."""

    def __init__(self, path: Path | None = None) -> None:
        try:
            self._store = ox.Store() if path is None else ox.Store.read_only(str(path))
        except (OSError, RuntimeError) as error:
            raise MaillageError(f"this store cannot be opened ({error}).", file=path, fix="Build it again.") from None

    def __len__(self) -> int:
        """Quads in all, the default graph included."""
        return len(self._store)

    def load(self, triples: Iterable[Triple], graph: str) -> int:
        """Put triples into the named graph `graph` and into the default graph; returns how many came in."""
        triples = list(triples)
        data = n_triples(triples)
        if b"_:" in data:  # as text each blank node would have another name in either graph
            name, default = NamedNode(graph), DefaultGraph()
            self._store.bulk_extend(Quad(t.subject, t.predicate, t.object, g) for t in triples for g in (name, default))
        else:
            self.add(data, graph)
        return len(triples)

    def add(self, data: bytes, graph: str) -> None:
        """Put N-Triples without blank nodes into the named graph `graph` and into the default graph."""
        self._store.bulk_load(data, ox.RdfFormat.N_TRIPLES, to_graph=NamedNode(graph))
        self._store.bulk_load(data, ox.RdfFormat.N_TRIPLES)

    def read(self, turtle: str, graph: str) -> None:
        """Put a Turtle text into the named graph `graph` only; `merge` brings it into the default graph.

        Raises
        ------
        SyntaxError
            When the text is not Turtle.
        """
        self._store.bulk_load(turtle, ox.RdfFormat.TURTLE, to_graph=NamedNode(graph))

    def merge(self) -> None:
        """Copy every named graph into the default graph."""
        self._store.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }")

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

    def n_triples(self, graph: str | None = None) -> bytes:
        """A named graph, or the default graph, as N-Triples in no order."""
        name = DefaultGraph() if graph is None else NamedNode(graph)
        return self._store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=name) or b""

    def values(self, subject: str | None, predicate: str, obj: str | None = None) -> Iterator[Triple]:
        """Triples of the default graph by pattern (IRIs)."""
        s = None if subject is None else NamedNode(subject)
        o = None if obj is None else NamedNode(obj)
        return (triple_of(q) for q in self._store.quads_for_pattern(s, NamedNode(predicate), o, DefaultGraph()))

    def graphs_about(self, subject: str, predicate: str | None = None) -> list[str]:
        """The named graphs that speak of a thing (with a predicate), sorted; none for what is no IRI."""
        return self._graphs((subject, predicate, None))

    def graphs_naming(self, iri: str) -> list[str]:
        """The named graphs where a thing stands as a predicate or an object, sorted; none for what is no IRI."""
        return sorted({*self._graphs((None, iri, None)), *self._graphs((None, None, iri))})

    def _graphs(self, pattern: tuple[str | None, str | None, str | None]) -> list[str]:
        try:
            subject, predicate, value = (None if term is None else NamedNode(term) for term in pattern)
        except ValueError:
            return []
        found = self._store.quads_for_pattern(subject, predicate, value, None)
        return sorted({q.graph_name.value for q in found if isinstance(q.graph_name, NamedNode)})

    def sizes(self) -> dict[str, int]:
        """Triples of each named graph."""
        _, rows = self.select("SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
        return {graph.value: int(number.value) for graph, number in rows if graph is not None and number is not None}

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


def write_store(path: Path, quads: bytes) -> None:
    """Make a store on disk at `path` of N-Quads.

    Raises
    ------
    MaillageError
        When there is no room or no right to write.
    """
    try:
        store = ox.Store(str(path))
        store.bulk_load(quads, ox.RdfFormat.N_QUADS, lenient=True)
        store.flush()
    except (OSError, RuntimeError) as error:
        raise _unwritable(path, error) from None


def change_store(former: Path, path: Path, gone: bytes, come: bytes) -> None:
    """Make a store at `path` of the one at `former`, less some N-Quads and with others; unchanged parts are shared.

    Raises
    ------
    MaillageError
        When there is no room or no right to write.
    """
    try:
        ox.Store.read_only(str(former)).backup(str(path))
        store = ox.Store(str(path))
        for quad in ox.parse(gone, ox.RdfFormat.N_QUADS, lenient=True):
            store.remove(quad)
        store.bulk_load(come, ox.RdfFormat.N_QUADS, lenient=True)
        store.flush()
    except (OSError, RuntimeError) as error:
        raise _unwritable(path, error) from None


def _unwritable(path: Path, error: Exception) -> MaillageError:
    return MaillageError(
        f"the store cannot be written ({error}).",
        file=path,
        fix="Free room there, or point XDG_CACHE_HOME to a folder that can be written to.",
    )


def n_triples(triples: Iterable[Triple]) -> bytes:
    """N-Triples in the order given."""
    return ox.serialize(cast(Iterable[ox.Triple], triples), format=ox.RdfFormat.N_TRIPLES) or b""


def dump_n_quads(quads: Iterable[Quad]) -> bytes:
    """Sorted N-Quads."""
    return b"".join(sorted(f"{quad} .\n".encode() for quad in quads))


def dump_n_triples(triples: Iterable[Triple]) -> bytes:
    """Sorted N-Triples."""
    return b"".join(sorted(f"{triple} .\n".encode() for triple in triples))
