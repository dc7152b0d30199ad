"""The embedded store: files and facts come in, rows and triples go out. Oxigraph, in memory or kept on disk.

Each fact is held once, in the named graph of its file or among the derived ones; what queries read is their union.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar, cast

import pyoxigraph as ox

from maillage.errors import MaillageError, ParseError
from maillage.store.port import Row
from maillage.terms import INFERRED, PREFIXES, RDF
from maillage.things.rdf import BlankNode, Literal, NamedNode, Quad, Term, Triple, triple_of

#: The engine and its version: what it kept on disk is read by the same one.
ENGINE = f"pyoxigraph {ox.__version__}"


class Oxigraph:
    """A store behind the port, in memory to be filled, or kept on disk and opened for reading."""

    def __init__(self, path: Path | None = None) -> None:
        try:
            self._store = ox.Store() if path is None else ox.Store.read_only(str(path))
        except (OSError, RuntimeError) as error:
            raise MaillageError(f"this store cannot be opened ({error}).", file=path, fix="Build it again.") from None

    def __len__(self) -> int:
        """Facts in all."""
        return len(self._store)

    def load(self, triples: Iterable[Triple], graph: str) -> None:
        """Put triples into the named graph `graph`."""
        name = NamedNode(graph)
        self._store.bulk_extend(Quad(t.subject, t.predicate, t.object, name) for t in triples)

    def add(self, data: bytes, graph: str) -> None:
        """Put N-Triples into the named graph `graph`."""
        self._store.bulk_load(data, ox.RdfFormat.N_TRIPLES, to_graph=NamedNode(graph))

    def add_quads(self, data: bytes) -> None:
        """Put N-Quads into their named graphs."""
        self._store.bulk_load(data, ox.RdfFormat.N_QUADS, lenient=True)

    def read(self, turtle: str, graph: str) -> None:
        """Put a Turtle text into the named graph `graph`.

        Raises
        ------
        SyntaxError
            When the text is not Turtle.
        """
        self._store.bulk_load(turtle, ox.RdfFormat.TURTLE, to_graph=NamedNode(graph))

    def repeated(self) -> list[tuple[Triple, str, str]]:
        """The facts that stand in two named graphs: (fact, one graph, another that comes after it by name)."""
        # The few things that two graphs speak of first.
        query = """SELECT * {
            { SELECT ?s { { SELECT DISTINCT ?s ?g { GRAPH ?g { ?s ?p ?o } } } } GROUP BY ?s HAVING(COUNT(*) > 1) }
            GRAPH ?g { ?s ?p ?o } GRAPH ?h { ?s ?p ?o } FILTER(STR(?g) < STR(?h))
        }"""
        rows = cast(Iterable[dict[str, NamedNode]], self._store.query(query))
        found = [(Triple(row["s"], row["p"], row["o"]), row["g"].value, row["h"].value) for row in rows]
        return sorted(found, key=lambda one: (one[1:], str(one[0])))

    def leave_out_repeated(self, graph: str) -> None:
        """Take out of a named graph the facts that another one holds too."""
        name = NamedNode(graph)
        query = f"SELECT * {{ GRAPH {name} {{ ?s ?p ?o }} GRAPH ?g {{ ?s ?p ?o }} FILTER(?g != {name}) }}"
        for row in list(cast(Iterable[dict[str, NamedNode]], self._store.query(query))):
            self._store.remove(Quad(row["s"], row["p"], row["o"], name))

    def remove(self, triple: Triple, graph: str) -> None:
        """Take a fact out of a named graph."""
        self._store.remove(Quad(triple.subject, triple.predicate, triple.object, NamedNode(graph)))

    def select(self, query: str) -> tuple[list[str], Iterator[Row]]:
        """Variables and rows of a SELECT; unbound is None."""
        solutions = self._query(query)
        if not isinstance(solutions, ox.QuerySolutions):
            raise MaillageError("this query is no SELECT.", fix="Write a SELECT query here.")
        names = [variable.value for variable in solutions.variables]
        return names, (tuple(_term(solution[name]) for name in names) for solution in _each(solutions))

    def construct(self, query: str) -> list[Triple]:
        """Triples of a CONSTRUCT or DESCRIBE."""
        triples = self._query(query)
        if not isinstance(triples, ox.QueryTriples):
            raise MaillageError("this query is no CONSTRUCT.", fix="Write a CONSTRUCT query here.")
        return [_plain(triple) for triple in _each(triples)]

    def derive(self, query: str) -> bytes:
        """What a CONSTRUCT gives, as N-Triples in no order, each as often as the engine finds it."""
        triples = self._query(query)
        if not isinstance(triples, ox.QueryTriples):
            raise MaillageError("this query is no CONSTRUCT.", fix="Write a CONSTRUCT query here.")
        return triples.serialize(format=ox.RdfFormat.N_TRIPLES) or b""

    def run(self, query: str) -> tuple[list[str], list[Row]] | list[Triple] | bool:
        """Whatever a query of any form gives: (variables, rows), triples, or yes/no."""
        result = self._query(query)
        if isinstance(result, ox.QuerySolutions):
            names = [variable.value for variable in result.variables]
            return names, [tuple(_term(solution[name]) for name in names) for solution in _each(result)]
        if isinstance(result, ox.QueryTriples):
            return [_plain(triple) for triple in _each(result)]
        return bool(result)

    def _query(self, query: str) -> ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean:
        try:
            return self._store.query(query, use_default_graph_as_union=True)
        except SyntaxError as error:
            raise ParseError(f"this SPARQL does not parse: {error.msg}", line=error.lineno) from None
        except _FAILURES as error:
            raise MaillageError(f"this query failed: {error}") from None

    def asked(
        self, query: str, default: Iterable[str] = (), named: Iterable[str] = (), union: bool = True
    ) -> ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean:
        """What the engine gives for a query asked of these graphs, or of all; its errors are the engine's own."""
        graphs: list[Any] = [NamedNode(iri) for iri in default]
        others: list[Any] = [NamedNode(iri) for iri in named]
        if graphs or others:
            return self._store.query(query, default_graph=graphs, named_graphs=others)
        return self._store.query(query, use_default_graph_as_union=union)

    def triples(self, graph: str | None = None) -> Iterator[Triple]:
        """Facts of a named graph, or all."""
        name = None if graph is None else NamedNode(graph)
        return (triple_of(quad) for quad in self._store.quads_for_pattern(None, None, None, name))

    def n_triples(self, graph: str | None = None) -> bytes:
        """A named graph, or all facts, as N-Triples in no order."""
        graphs = self._store.named_graphs() if graph is None else [NamedNode(graph)]
        return b"".join(self._store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=name) or b"" for name in graphs)

    def stated_turtle(self) -> str:
        """What the files state, with the derived classes, as Turtle for an engine of shapes: compact, in no order."""
        inferred, kind = NamedNode(INFERRED), NamedNode(RDF + "type")
        graphs = [name for name in self._store.named_graphs() if name != inferred]
        parts = [self._store.dump(format=ox.RdfFormat.TURTLE, from_graph=name, prefixes=PREFIXES) for name in graphs]
        classes = (quad.triple for quad in self._store.quads_for_pattern(None, kind, None, inferred))
        parts.append(ox.serialize(classes, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES))
        return "".join((part or b"").decode() for part in parts)

    def dump(self, path: Path) -> None:
        """Write all facts into a file as N-Quads in no order."""
        self._store.dump(str(path), format=ox.RdfFormat.N_QUADS)

    def values(self, subject: str | None, predicate: str, obj: str | None = None) -> Iterator[Triple]:
        """Facts by pattern (IRIs)."""
        s = None if subject is None else NamedNode(subject)
        o = None if obj is None else NamedNode(obj)
        return (triple_of(q) for q in self._store.quads_for_pattern(s, NamedNode(predicate), o))

    def expect(self, iris: Iterable[str]) -> None:
        """Nothing to do: everything is at hand."""

    def match(
        self,
        subject: str | None = None,
        predicate: str | None = None,
        object: Term | None = None,
        graph: str | None = None,
    ) -> Iterator[Quad]:
        """Facts with their named graph, by pattern (IRIs, and a term as object)."""
        s, p, g = (None if iri is None else NamedNode(iri) for iri in (subject, predicate, graph))
        return self._store.quads_for_pattern(s, p, object, g)

    def extend(self, quads: Iterable[Quad]) -> None:
        """Put facts into their named graphs."""
        self._store.bulk_extend(quads)

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
        """Every fact with its named graph."""
        return iter(self._store)


#: How the engine fails at a query it reads: at once, or half-way through the rows.
_FAILURES = (OSError, RuntimeError, ValueError)
T = TypeVar("T")


def _each(found: Iterable[T]) -> Iterator[T]:
    try:
        yield from found
    except _FAILURES as error:
        raise MaillageError(f"this query failed: {error}") from None


def _term(value: object) -> Term | None:
    if value is None or isinstance(value, NamedNode | BlankNode | Literal):
        return value
    raise MaillageError("the query gives a triple term (RDF 1.2), which no table can hold.")


def _plain(triple: ox.Triple) -> Triple:
    if isinstance(triple.object, ox.Triple):
        raise MaillageError("the query gives a triple term (RDF 1.2), which the store does not hold.")
    return cast(Triple, triple)


#: How much N-Quads an index on disk takes in at a time: more needs more memory, less leaves more files to look into.
_BLOCK = 20 * 2**20


def write_store(path: Path, quads: Path) -> None:
    """Make a store on disk at `path` of a file of N-Quads.

    Raises
    ------
    OSError
        When there is no room or no right to write.
    """
    try:
        store = ox.Store(str(path))
        with quads.open("rb") as stream:
            while lines := stream.readlines(_BLOCK):
                store.bulk_load(b"".join(lines), ox.RdfFormat.N_QUADS, lenient=True)
        store.flush()
    except RuntimeError as error:
        raise OSError(str(error)) from None


def read_n_quads(data: bytes) -> Iterator[Quad]:
    """Facts as N-Quads write them: numbers and booleans too, which a store rewrites."""
    yield from cast(Iterator[Quad], ox.parse(data, format=ox.RdfFormat.N_QUADS, lenient=True))


def parsed(data: bytes, name: str) -> Iterator[Quad]:
    """The facts of an RDF file in the form its name ends with; a name without an ending is Turtle.

    Raises
    ------
    SyntaxError
        When the file is not of that form.
    ValueError
        For an ending that is none of RDF.
    """
    ending = name.rpartition("/")[2].rpartition(".")[2] if "." in name.rpartition("/")[2] else "ttl"
    form = ox.RdfFormat.from_extension(ending)
    if form is None:
        raise ValueError(f"no form of RDF ends in .{ending}")
    yield from cast(Iterator[Quad], ox.parse(data, format=form, lenient=True))


def dump_n_quads(quads: Iterable[Quad]) -> bytes:
    """Sorted N-Quads."""
    return b"".join(sorted(f"{quad} .\n".encode() for quad in quads))


def dump_n_triples(triples: Iterable[Triple]) -> bytes:
    """Sorted N-Triples."""
    return b"".join(sorted(f"{triple} .\n".encode() for triple in triples))
