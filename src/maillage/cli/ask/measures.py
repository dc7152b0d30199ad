"""`maillage measures`, `maillage brokers`: a network and a territory come in; tables of measures go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from maillage.cli.ask.answer import EXCEL, OUTPUT, form_of, put_answer
from maillage.cli.ask.answer import FORMAT as ANSWER_FORMAT
from maillage.cli.ask.cut import ACTOR, AT, BEFORE, KIND, NAMED, SINCE, asked_of
from maillage.cli.options import CACHE, GRAPH, LANG, PARAM, SCOPE, STORE, opened, options
from maillage.cli.show import ROWS
from maillage.cli.streams import stoppable
from maillage.dates import read_period
from maillage.errors import MaillageError, NotFoundError
from maillage.library import Graph
from maillage.things.table import Column, Table

if TYPE_CHECKING:
    import networkx as nx

COORDINATION = "coordination"
#: The option of `maillage network`, for what `print_measures` prints.
MEASURES = click.option("--measures", is_flag=True, help="Print the measures of its nodes; then -o may be left out.")
#: A terminal is given so many significant digits; a file all of them.
_DIGITS = 4
_SUBJECT = click.argument("network", metavar="[NETWORK|TERRITORY]", default=COORDINATION)
_CUT = (
    click.option("--network", "named", metavar="NAME", help="The network, where a territory stands in its place."),
    *(ACTOR, AT, SINCE, BEFORE, KIND),
)
_ROWS = (
    click.option("--limit", type=click.IntRange(1), help=f"Rows to give; a terminal is given {ROWS}, a file all."),
    click.option("--all", "whole_table", is_flag=True, help="Print every row."),
)
_REST = (*_ROWS, *SCOPE, PARAM, ANSWER_FORMAT, OUTPUT, EXCEL, LANG, GRAPH, STORE, CACHE)
_GROUPS = "sector, kind, level, region, department, community, or an attribute of the nodes"


def asked_network(graph: Graph, subject: str, named: str | None, cut: dict[str, Any]) -> nx.Graph:
    """The network of a name, or that of a territory: 'coordination', 'Grand Est'.

    Raises
    ------
    MaillageError
        For what is neither.
    """
    networks = [query.name for query in graph.built.catalogue.of("networks")]
    since, before = read_period(cut["at"], cut["since"], cut["before"], NAMED)
    values = asked_of(cut["params"], cut["kind"])
    places = {level: cut[level] for level in ("region", "department", "epci")}
    name = named or (subject if subject in networks else COORDINATION)
    if subject not in networks and subject != name:
        if any(places.values()):
            raise MaillageError(
                f"'{subject}' is no network, and a territory is given by an option too.",
                fix=f"Name a network ({', '.join(networks)}), or one territory.",
            )
        values["territory"] = _territory(graph, subject, networks)
    return graph.network(name, actor=cut["actor"], since=since, before=before, **places, **values)


def _territory(graph: Graph, text: str, networks: Sequence[str]) -> str:
    """The territory a name stands for, the widest first: 'Grand Est', 'Meurthe-et-Moselle', 'Nancy'."""
    for kind in ("mlg:Region", "mlg:Department", "mlg:Territory"):
        try:
            return graph.find(text, kind)
        except NotFoundError as error:
            last = error
    what = f"'{text}' is no network ({', '.join(networks)}) and no territory either: {last.what}"
    raise NotFoundError(what, fix=last.fix)


def _groups(g: nx.Graph, by: str | None, lang: str) -> dict[Any, str] | None:
    from maillage.network.grouping import grouped

    return None if by is None else grouped(g, by, lang)


def shown(table: Table, form: str) -> Table:
    """The table with its numbers cut to what people read, where it is for people."""
    if form not in ("table", "markdown"):
        return table
    rows = [[_short(value) for value in row] for row in table.rows]
    return replace(table, rows=rows)


def _short(value: Any) -> Any:
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 1e15 else float(f"{value:.{_DIGITS}g}")
    return value


def _put(table: Table, cut: dict[str, Any], form: str) -> None:
    limit = cut["limit"]
    if limit is None and not cut["whole_table"] and form == "table":
        limit = ROWS
    put_answer(shown(table, form), form, cut["lang"], cut["output"], cut["excel"], limit)


def print_measures(g: nx.Graph, lang: str) -> None:
    """The usual measures of the nodes of a network, as `maillage measures` prints them to a terminal."""
    from maillage.network.ranking import measures

    put_answer(shown(_noted(measures(g, lang=lang), g, lang), "table"), "table", lang, None, False, ROWS)


def _checked(cut: dict[str, Any]) -> str:
    if cut["limit"] is not None and cut["whole_table"]:
        raise MaillageError("--limit goes without --all.", fix="Give one of the two.")
    return form_of(cut["form"], cut["output"], cut["excel"])


def _noted(table: Table, g: nx.Graph, lang: str, *more: str) -> Table:
    counted = (
        f"Réseau : {len(g)} nœuds, {g.number_of_edges()} liens."
        if lang == "fr"
        else f"Network: {len(g)} nodes, {g.number_of_edges()} ties."
    )
    return replace(table, notes=(*table.notes, counted, *more, *g.graph.get("notes", {}).get(lang, ())))


@click.command("measures")
@_SUBJECT
@click.option(
    "-m",
    "--measure",
    "names",
    multiple=True,
    help="A measure of nodes (degree, strength, betweenness, closeness, eigenvector, pagerank, coreness, constraint, "
    "effective_size, clustering, fragmentation); may be given again. The first one ranks.",
)
@click.option("--by", help=f"Show the group of each node, and of the whole how groups mix: {_GROUPS}.")
@click.option("--whole", is_flag=True, help="Measures of the whole network in place of those of its nodes.")
@click.option(
    "--permutations", type=click.IntRange(0), default=0, help="With --whole --by: how often to deal groups out."
)
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True, help="Of communities and permutations.")
@click.option(
    "--denominator",
    type=click.Choice(["freeman", "pairs"]),
    default="freeman",
    show_default=True,
    help="With --whole: what centralisation is divided by.",
)
@options(*_CUT, *_REST)
def measures_command(
    network: str,
    named: str | None,
    names: tuple[str, ...],
    by: str | None,
    whole: bool,
    permutations: int,
    seed: int,
    denominator: str,
    **cut: Any,
) -> None:
    """Measure NETWORK (coordination, two-mode, arrangements), or the coordination on a TERRITORY: who stands where.

    A row a node: its name and kind, its measures, and its rank by the first of them.
    """
    from maillage.network.ranking import measure_named, measures, measures_of_whole

    form = _checked(cut)
    asked = [measure_named(part) for name in names for part in name.split(",")]
    lang = cut["lang"]
    graph = opened(cut["graph_folder"], cut["store"], lang, cut["cache"])
    with stoppable():
        g = asked_network(graph, network, named, cut)
    groups = _groups(g, by, lang)
    if whole:
        table = measures_of_whole(
            g, groups=groups, permutations=permutations, seed=seed, denominator=denominator, lang=lang
        )
        _put(_noted(table, g, lang), cut, form)
        return
    _put(_noted(measures(g, asked or None, groups=groups, lang=lang), g, lang), cut, form)


@click.command("brokers")
@_SUBJECT
@click.option("--by", default="sector", show_default=True, help=f"Between what groups: {_GROUPS}.")
@click.option(
    "--chance",
    type=click.Choice(["arcs", "edges"]),
    default="arcs",
    show_default=True,
    help="What z is measured by: independent arcs, as in R's sna, or ties without direction.",
)
@options(*_CUT, *_REST)
def brokers_command(network: str, named: str | None, by: str, chance: str, **cut: Any) -> None:
    """Who brokers between groups on a TERRITORY, or in NETWORK: the five roles of Gould and Fernandez.

    A row a node, most brokering first: how many ordered pairs it joins that are not tied themselves, by role, and how
    far the total is from chance (z). A csv or json also has expectation and z of each role.
    """
    from maillage.network.brokerage import gould_fernandez

    form, lang = _checked(cut), cut["lang"]
    graph = opened(cut["graph_folder"], cut["store"], lang, cut["cache"])
    with stoppable():
        g = asked_network(graph, network, named, cut)
    groups = _groups(g, by, lang) or {}
    table = gould_fernandez(g, groups, chance=chance if len(g) and not g.is_directed() else "arcs").to_table(lang)
    _put(_noted(_narrow(table), g, lang, _reading(lang)), cut, form)


def _narrow(table: Table) -> Table:
    """What a terminal has no room for goes into files only (kind, expectations, z of roles); the total comes first."""

    def narrowed(column: Column) -> Column:
        fine = column.name.endswith("_expected") or (column.name.endswith("_z") and column.name != "total_z")
        return replace(column, hidden=column.hidden or fine or column.name == "kind")

    names = [column.name for column in table.columns]
    first = [name for name in ("node", "name", "kind", "group", "total", "total_z") if name in names]
    order = [names.index(name) for name in (*first, *(name for name in names if name not in first))]
    rows = [[row[i] for i in order] for row in table.rows]
    return replace(table, columns=[narrowed(table.columns[i]) for i in order], rows=rows)


def _reading(lang: str) -> str:
    if lang == "fr":
        return (
            "Paires ordonnées, sans lien entre elles, que l'acteur joint : A-A-A coordinateur, A-B-A itinérant, "
            "A-A-B représentant, A-B-B portier, A-B-C liaison (Gould et Fernandez 1989). z : écart au hasard."
        )
    return (
        "Ordered pairs without a tie that the actor joins: A-A-A coordinator, A-B-A itinerant, A-A-B representative, "
        "A-B-B gatekeeper, A-B-C liaison (Gould and Fernandez 1989). z: distance from chance."
    )
