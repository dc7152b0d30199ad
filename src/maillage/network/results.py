"""What measures hand back: plain dicts and numbers that also know their names, their ranks and how to be a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from maillage.things.table import Column, Table, Value

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

#: Ranks tell values apart to so many significant digits: sums in another order are no other value.
_DIGITS = 10
_HEADS = {
    "fr": {"node": "nœud", "name": "nom", "kind": "nature", "value": "valeur", "rank": "rang"},
    "en": {"node": "node", "name": "name", "kind": "kind", "value": "value", "rank": "rank"},
}


def about(graph: nx.Graph, lang: str = "fr") -> dict[Any, tuple[str, str]]:
    """Name and kind of each node as people read them: its label, or itself; its kind, or nothing."""
    out = {}
    for node, data in graph.nodes(data=True):
        name = _said(data.get("labels"), lang) or _said(data.get("label"), lang) or str(node)
        kind = _said(data.get("kind_label"), lang) or _said(data.get("kind"), lang)
        out[node] = (name, kind)
    return out


def _said(value: Any, lang: str) -> str:
    if isinstance(value, Mapping):
        value = value.get(lang)
    return "" if value is None else str(value)


def ranks(values: Mapping[Any, float | None], *, ascending: bool = False) -> dict[Any, int | None]:
    """The place of each: 1 the highest (`ascending`: the lowest), equals share the better place, unknown has none."""
    keys = {node: _rounded(value) for node, value in values.items() if value is not None}
    order = sorted(keys.values(), reverse=not ascending)
    first: dict[float, int] = {}
    for place, value in enumerate(order, 1):
        first.setdefault(value, place)
    return {node: first[keys[node]] if node in keys else None for node in values}


def _rounded(value: float) -> float:
    return float(f"{value:.{_DIGITS}g}")


def plain(node: Any) -> Value:
    """A node as a cell of a table: a text or a number as it is, anything else (a tuple) in words."""
    if isinstance(node, np.generic):
        node = node.item()
    return node if isinstance(node, str | int | float) else str(node)


def node_table(
    graph: nx.Graph,
    columns: Mapping[str, Mapping[Any, Value]],
    lang: str = "fr",
    heads: Mapping[str, str] | None = None,
) -> Table:
    """A table with a row a node: `node` (hidden from people where nodes have labels), name, kind, then the columns."""
    words = {**_HEADS["fr" if lang == "fr" else "en"], **(heads or {})}
    said = about(graph, lang)
    labelled = any("label" in data for _, data in graph.nodes(data=True))
    first = [
        Column("node", words["node"], hidden=labelled),
        Column("name", words["name"]),
        Column("kind", words["kind"]),
    ]
    if not labelled:
        first[1] = Column("name", words["name"], hidden=True)
    names = [Column(name, words.get(name, name)) for name in columns]
    rows = [[plain(node), *said[node], *(column.get(node) for column in columns.values())] for node in graph]
    return Table([*first, *names], rows, lang=lang)


def sorted_by(table: Table, column: str, *, descending: bool = True) -> Table:
    """The rows by a column, unknown last, equals by name."""
    at = [c.name for c in table.columns].index(column)
    name = [c.name for c in table.columns].index("name") if any(c.name == "name" for c in table.columns) else 0

    def key(row: Sequence[Value]) -> tuple[bool, float, str]:
        value = row[at]
        number = float(value) if isinstance(value, int | float) else 0.0
        return value is None, -_rounded(number) if descending else _rounded(number), str(row[name])

    return Table(table.columns, sorted(table.rows, key=key), table.title, table.notes, table.lang, table.missed)


class Scores(dict[Any, float]):
    """node -> value of one measure: a dict that knows its ranks and its table.

    Attributes
    ----------
    measure: name of the measure.
    unknown: nodes for which the formula says nothing; their value is the one its docstring names, they have no rank.
    """

    def __init__(
        self, values: Mapping[Any, float], measure: str, graph: nx.Graph, unknown: Iterable[Any] = (), *,
        ascending: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(values)
        self.measure, self.unknown, self.ascending = measure, frozenset(unknown), ascending
        self._graph = graph

    def known(self) -> dict[Any, float | None]:
        """The values, None where the formula says nothing."""
        return {node: None if node in self.unknown else value for node, value in self.items()}

    def ranks(self) -> dict[Any, int | None]:
        """The place of each node, 1 first; equals share the better place."""
        return ranks(self.known(), ascending=self.ascending)

    def to_table(self, lang: str = "fr") -> Table:
        """Rank, value, name and kind of each node, first ranks first."""
        table = node_table(self._graph, {"value": self.known(), "rank": self.ranks()}, lang)
        return sorted_by(table, "rank", descending=False)

    def to_dataframe(self) -> pd.DataFrame:
        """The same as a pandas DataFrame: node, name, kind, value, rank."""
        return self.to_table().to_dataframe()

    def __repr__(self) -> str:
        return f"Scores({self.measure}, {dict(self)!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _scores, (dict(self), self.measure, self._graph, self.unknown, self.ascending)


def _scores(values: Any, measure: str, graph: Any, unknown: Any, ascending: bool) -> Scores:
    return Scores(values, measure, graph, unknown, ascending=ascending)


class Figure(float):
    """One number about a whole network, which also says what it is made of (`parts`, also by ``figure["name"]``)."""

    parts: dict[str, Any]
    measure: str

    def __new__(cls, value: float, measure: str, **parts: Any) -> Figure:
        made = super().__new__(cls, value)
        made.measure, made.parts = measure, {"value": float(value), **parts}
        return made

    def __getattr__(self, name: str) -> Any:
        parts = self.__dict__.get("parts", {})
        if name in parts:
            return parts[name]
        raise AttributeError(f"{type(self).__name__} has no '{name}'; it has {', '.join(parts)}")

    def __getitem__(self, name: str) -> Any:
        return self.parts[name]

    def keys(self) -> list[str]:
        """What it is made of."""
        return list(self.parts)

    def to_table(self, lang: str = "fr") -> Table:
        """A row a part: its name and its value; parts by group have a row a group."""
        heads = ("mesure", "groupe", "valeur") if lang == "fr" else ("measure", "group", "value")
        columns = [Column(n, h) for n, h in zip(("measure", "group", "value"), heads, strict=True)]
        rows: list[Sequence[Value]] = []
        for name, part in self.parts.items():
            label = self.measure if name == "value" else name
            if isinstance(part, Mapping):
                rows += [[label, plain(group), value] for group, value in part.items()]
            else:
                rows.append([label, None, part])
        return Table(columns, rows, lang=lang)

    def to_dataframe(self) -> pd.DataFrame:
        """The same as a pandas DataFrame: measure, group, value."""
        return self.to_table().to_dataframe()

    def __repr__(self) -> str:
        return f"{self.measure}={float(self):g}"

    def __reduce__(self) -> tuple[Any, ...]:
        return _figure, (float(self), self.measure, self.parts)


def _figure(value: float, measure: str, parts: dict[str, Any]) -> Figure:
    return Figure(value, measure, **{name: part for name, part in parts.items() if name != "value"})
