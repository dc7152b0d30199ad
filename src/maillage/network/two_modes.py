"""Networks of two modes: a networkx graph comes in; its two sides, and the ties that are kept of it, go out.

Which side a node is on is said by its attribute ``bipartite`` (0 or 1; networkx's own name), or by the nodes that are
given. Side 0 is that of the actors, side 1 that of what they take part in.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx

from maillage.errors import MaillageError
from maillage.network.merged import BOUNDS, weight_of
from maillage.terms import curie

Node = Hashable
Tie = dict[str, Any]
#: What the sides are called where the nodes do not say it.
MODES = ("actor", "arrangement")
#: What says the side of a node, to us, to networkx and to igraph.
SIDE_KEYS = ("mode", "bipartite", "type")
#: Kinds of which nothing is ever in a pair: a collective nobody named, and "the contracts of Occitanie".
NEVER = ("mlg:ActorGroup", "mlg:ArrangementFamily")
EVENT, HOSPITAL_GROUP = "mlg:Event", "mlg:HospitalGroup"


@dataclass(frozen=True)
class Sides:
    """The nodes of the two sides, in the order of the graph, and what each side is called (``actor``, ``theme``)."""

    nodes: tuple[tuple[Node, ...], tuple[Node, ...]]
    modes: tuple[str, str]

    def number(self, side: object) -> int:
        """0 or 1, for a side given by number or name (``actors``, ``actor``, ``top``).

        Raises
        ------
        MaillageError
            For a side that this network does not have.
        """
        names: dict[object, int] = {0: 0, 1: 1, "0": 0, "1": 1, "top": 0, "bottom": 1}
        for number, both in enumerate(zip(self.modes, MODES, strict=True)):
            names.update(dict.fromkeys([name + s for name in both for s in ("", "s")], number))
        if not isinstance(side, Hashable) or side not in names:
            raise MaillageError(
                f"this network has no side {side!r}.", fix=f"Give {self.modes[0]}s or {self.modes[1]}s."
            )
        return names[side]


def sides_of(graph: nx.Graph, nodes: Iterable[Node] | None = None) -> Sides:
    """The two sides of a network.

    Parameters
    ----------
    graph:
        Directed or not; its nodes say ``bipartite`` (0 or 1), unless `nodes` is given.
    nodes:
        The nodes of side 0; all others are of side 1.

    Raises
    ------
    MaillageError
        When a node says no side, a node given is not of the graph, or an edge lies within one side.
    """
    if not isinstance(graph, nx.Graph):
        raise MaillageError(
            f"this takes a networkx graph, not {type(graph).__name__}.", fix="Make one: networkx.Graph(edges)."
        )
    if nodes is not None:
        given = set(nodes)
        if strange := sorted(map(str, given - set(graph))):
            raise MaillageError(f"'{strange[0]}' is no node of this network.", fix="Give nodes of the graph.")
        side = {node: int(node not in given) for node in graph}
    else:
        if graph.number_of_edges() and not any("bipartite" in data for _, data in graph.nodes(data=True)):
            raise MaillageError(
                "this network is of one mode: no node of it says its side.",
                fix="Give one of two modes (two-mode), set 'bipartite' to 0 or 1, or give the nodes of one side.",
            )
        side = {node: _side_of(node, data) for node, data in graph.nodes(data=True)}
    both = tuple(tuple(node for node in graph if side[node] == number) for number in (0, 1))
    for here, there in ((both[0], set(both[1])), (both[1], set(both[0]))):
        a = next((node for node in here if not there.issuperset(graph.adj[node])), None)
        if a is not None:
            b = next(node for node in graph.adj[a] if node not in there)
            raise MaillageError(
                f"this network is not of two modes: '{a}' and '{b}' are tied and on one side.",
                fix="Give a two-mode network, or the nodes of one side.",
            )
    modes = [next((str(m) for n in both[i] if (m := graph.nodes[n].get("mode"))), MODES[i]) for i in (0, 1)]
    return Sides((both[0], both[1]), (modes[0], modes[1]))


def _side_of(node: Node, data: Mapping[str, Any]) -> int:
    said = data.get("bipartite")
    if said in (0, 1) or said in ("0", "1"):
        return int(said)
    raise MaillageError(
        f"the node '{node}' does not say its side.",
        fix="Set its attribute 'bipartite' to 0 or 1, or give the nodes of one side.",
    )


def kinds_of(data: Mapping[str, Any]) -> set[str]:
    """The kinds a node says, as CURIEs: ``types``, ``kind`` and ``family``."""
    said = {data.get("kind"), data.get("family"), *(data.get("types") or ())}
    return {str(one) for one in said if one}


def unpaired(graph: nx.Graph) -> set[Node]:
    """The nodes of a kind that is never in a pair (`NEVER`)."""
    never = set(NEVER)
    return {
        node
        for node, data in graph.nodes(data=True)
        if ("kind" in data or "family" in data or "types" in data) and not never.isdisjoint(kinds_of(data))
    }


def rows_of(graph: nx.Graph, side: Collection[Node]) -> Iterator[tuple[Node, Mapping[Node, Any]]]:
    """Each node of a side with its neighbours: node -> attributes of the edge, of a graph without parallel edges."""
    these = set(side)
    return ((node, row) for node, row in graph.adjacency() if node in these)


def ties_of(through: Node, data: Mapping[str, Any], label: str = "") -> list[Tie]:
    """The ties of an edge: its ``ties``, or the one its own attributes say (role, dates, certainty, claims)."""
    if data.get("ties"):
        return list(data["ties"])
    role = data.get("relation") or data.get("role")
    claims = data.get("claims") or [one for one in [data.get("claim")] if one]
    known = {key: value for key, value in data.items() if key in _TIE_KEYS}
    return [
        {"arrangement": through, "arrangement_label": label or str(through), "claims": claims, "relation": role} | known
    ]


#: What the attributes of an edge may say of its one tie.
_TIE_KEYS = frozenset({*BOUNDS, "from", "until", "open", "dates_known", "certainty", "modality", "standing"}) | {
    "coordinating",
    "roles",
    "quotations",
}


def weightless(a: Node, b: Node, data: Mapping[str, Any]) -> bool:
    """Whether an edge weighs nothing, and so is no tie, as a zero in a matrix is none (errors: `weight_of`)."""
    return weight_of(a, b, data) == 0


@dataclass(frozen=True)
class Choice:
    """Which ties and arrangements of a two-mode network count; None or empty is all of them.

    Attributes
    ----------
    roles: CURIEs or short names (``signatory``), or the word ``coordinating`` for every role that has that flag.
    kinds, without: kinds of arrangement kept and left out, as CURIEs or short names (``Event``).
    actor_kinds: kinds of actor kept.
    certainty: ``explicit`` or ``inferred``, or several.
    modality: ``done``, ``ongoing``, ``planned``, or several.
    hospital_groups: whether being together in a hospital group (GHT) counts.
    events: ``together`` with the rest, ``only``, ``without``, or ``apart``: counted, and weighted on their own too.
    """

    roles: str | Collection[str] | None = None
    kinds: str | Collection[str] | None = None
    without: str | Collection[str] = ()
    actor_kinds: str | Collection[str] | None = None
    certainty: str | Collection[str] | None = None
    modality: str | Collection[str] | None = None
    hospital_groups: bool = True
    events: str = "together"

    EVENTS = ("together", "apart", "only", "without")

    def said(self) -> dict[str, Any]:
        """What was chosen, for the record of the network; what was left as it is is not told."""
        several = ("roles", "kinds", "without", "actor_kinds", "certainty", "modality")
        chosen: dict[str, Any] = {name: sorted(_listed(getattr(self, name))) for name in several if getattr(self, name)}
        if not self.hospital_groups:
            chosen["hospital_groups"] = False
        if self.events != "together":
            chosen["events"] = self.events
        return chosen


def _listed(given: str | Collection[str] | None) -> list[str]:
    return [given] if isinstance(given, str) else list(given or ())


def chosen(graph: nx.Graph, choice: Choice, sides: Sides) -> nx.Graph:
    """The ties of a two-mode network that a choice keeps, as an undirected graph with the same nodes of both sides.

    Where that is all of the graph, it is the graph itself, which is only read. A node of a kind that is never in a pair
    (`NEVER`), or of a kind left out, goes; one that loses its last tie stays. An edge without weight is no tie.

    Raises
    ------
    MaillageError
        For a role, kind, certainty or modality that nothing in the network has, or where nothing says one.
    """
    if choice.events not in Choice.EVENTS:
        raise MaillageError(f"events: {choice.events!r} is no choice.", fix=f"One of {', '.join(Choice.EVENTS)}.")
    actors, others = sides.nodes
    gone = unpaired(graph)
    if choice.actor_kinds:
        gone |= set(actors) - _of_kind(graph, actors, choice.actor_kinds, "actor")
    if choice.kinds:
        gone |= set(others) - _of_kind(graph, others, choice.kinds, sides.modes[1])
    if choice.without:
        gone |= _of_kind(graph, others, choice.without, sides.modes[1])
    if choice.events in ("only", "without"):
        events = {n for n in others if EVENT in kinds_of(graph.nodes[n])}
        gone |= set(others) - events if choice.events == "only" else events
    if not choice.hospital_groups:
        gone |= {n for n in others if HOSPITAL_GROUP in kinds_of(graph.nodes[n])}
    keep = _keeper(graph, choice)
    plain_graph = not (graph.is_directed() or graph.is_multigraph())
    if keep is None and not gone and plain_graph and not _any_weightless(graph, actors):
        return graph  # nothing is left out: no copy of what is only read
    out = nx.Graph()
    out.graph.update(graph.graph)
    out.add_nodes_from((n, data) for n, data in graph.nodes(data=True) if n not in gone)
    first = set(actors)
    for a, b, data in graph.edges(data=True):
        if a in gone or b in gone or weightless(a, b, data):
            continue
        if keep is None:
            plain = data
        else:
            ties = [tie for tie in ties_of(b if a in first else a, data) if keep(tie)]
            if not ties:
                continue
            plain = {**data, "ties": ties}
        if out.has_edge(a, b):  # of a graph with parallel edges, or one a direction
            own = out.edges[a, b]
            through = b if a in first else a
            plain = {**own, "ties": [*ties_of(through, own), *ties_of(through, plain)]}
        out.add_edge(a, b, **plain)
    return out


def _any_weightless(graph: nx.Graph, actors: Collection[Node]) -> bool:
    rows = rows_of(graph, actors)
    return any("weight" in data and weightless(a, b, data) for a, row in rows for b, data in row.items())


def _of_kind(graph: nx.Graph, nodes: Iterable[Node], given: str | Collection[str], called: str) -> set[Node]:
    """The nodes of one of these kinds; each kind must be one that some node has."""
    said = {node: kinds_of(graph.nodes[node]) for node in nodes}
    present = {kind for kinds in said.values() for kind in kinds}
    if said and not present:
        raise MaillageError(f"no {called} of this network says its kind.", fix="Set the attribute 'kind' of its nodes.")
    wanted = {_known(one, "mlg", present, f"no {called} here is of the kind", bool(said)) for one in _listed(given)}
    return {node for node, kinds in said.items() if kinds & wanted}


def _known(given: str, prefix: str, present: Collection[str], what: str, strict: bool = True) -> str:
    """A name as it is written here (CURIE, short name or IRI), which must be among those that are present."""
    forms = (given, curie(given), f"{prefix}:{given}", given.split(":")[-1])
    found = next((form for form in forms if form in present), None)
    if found is None and strict:
        known = ", ".join(sorted(present)[:12]) or "none"
        raise MaillageError(f"{what} '{given}'.", fix=f"There are: {known}.")
    return found or forms[1]


def _keeper(graph: nx.Graph, choice: Choice) -> Any:
    """What says of a tie whether it is kept; None where all are."""
    if not (choice.roles or choice.certainty or choice.modality):
        return None
    ties = [tie for _, b, data in graph.edges(data=True) for tie in ties_of(b, data)]
    tests: list[tuple[str, set[Any]]] = []
    if choice.roles:
        if ties and not any(tie.get("relation") for tie in ties):
            raise MaillageError("no tie of this network says a role.", fix="Leave the roles out.")
        if choice.roles == "coordinating":
            tests.append(("coordinating", {True}))
        else:
            present = {str(tie["relation"]) for tie in ties if tie.get("relation")}
            roles = {
                _known(one, "role", present, "no tie here has the role", bool(ties)) for one in _listed(choice.roles)
            }
            tests.append(("relation", roles))
    for name, default in (("certainty", "explicit"), ("modality", "done")):
        if wanted := _listed(getattr(choice, name)):
            allowed = {"certainty": ("explicit", "inferred"), "modality": ("done", "ongoing", "planned")}[name]
            values = {_known(one, name, allowed, f"there is no {name}") for one in wanted}
            tests.append((name, values | ({None} if default in values else set())))
    return lambda tie: all(tie.get(name) in values for name, values in tests)
