"""Ask a question of a graph and compare some columns: names come in as the last part of an IRI."""

from __future__ import annotations

from decimal import Decimal

from maillage.library import Graph

Rows = list[tuple[object, ...]]
#: The columns of the coverage of an area, and those of a perimeter that is not its carriers'.
COUNTS = (
    "communes inhabitants contracts unlocated covered_communes covered covered_certain covered_possible covered_unknown "
    "covered_twice uncovered share share_certain share_possible share_unknown"
)
FIGURES = "communes carriers_communes outside outside_inhabitants missing missing_inhabitants"


def ask(graph: Graph, question: str, columns: str, **values: str) -> Rows:
    """Rows of some columns: the last part of an IRI, plain values for the rest."""

    def cell(row: dict[str, object], name: str) -> object:
        if f"{name}_iri" in row:
            iri = row[f"{name}_iri"]
            return None if iri is None else str(iri).replace("#", "/").split("/")[-1]
        value = row[name]
        return float(value) if isinstance(value, Decimal) else value

    return [tuple(cell(dict(row), name) for name in columns.split()) for row in graph.ask(question, **values)]
