"""The port: what questions, names, networks and views ask of a store, whichever engine stands behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from maillage.things.rdf import Term, Triple

#: A row of a SELECT; unbound is None.
Row = tuple[Term | None, ...]


class Store(Protocol):
    """A SPARQL 1.1 store that is read: each fact once, the union of the named graphs as default graph."""

    def __len__(self) -> int:
        """Facts in all."""
        ...

    def select(self, query: str) -> tuple[list[str], Iterator[Row]]:
        """Variables and rows of a SELECT."""
        ...

    def construct(self, query: str) -> list[Triple]:
        """Triples of a CONSTRUCT or DESCRIBE."""
        ...

    def run(self, query: str) -> tuple[list[str], list[Row]] | list[Triple] | bool:
        """Whatever a query of any form gives: (variables, rows), triples, or yes/no."""
        ...

    def values(self, subject: str | None, predicate: str, obj: str | None = None) -> Iterator[Triple]:
        """Facts by pattern (IRIs)."""
        ...

    def expect(self, iris: Iterable[str]) -> None:
        """Say of which things much will be asked: an engine that is far away fetches it at once."""
        ...
