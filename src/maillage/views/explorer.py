"""In: a network. Out: what the explorer draws, as plain values for a JSON file that is small enough to open at once.

A thing is said once, in a table, and a link says numbers. Sentences and documents stay out: `explorer_link` tells them
of one link when it is asked for. Words are in both languages, so that one file serves both.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

import networkx as nx

from maillage.network.legend import OTHER, TABLE, look_of
from maillage.network.made import record_of
from maillage.network.partitions import communities
from maillage.terms import ID, expand
from maillage.views.compared import said
from maillage.views.grouped_layout import Disc, grouped_positions
from maillage.views.layout import positions
from maillage.views.short_names import short_name
from maillage.views.ties import when_in_words

T = TypeVar("T", bound=Hashable)
LANGUAGES = ("fr", "en")
#: Changes when a reader of the file must change.
FORMAT = 1
#: A network of more nodes opens as its communities, of fewer as it is.
FEW = 180
BOUNDS = ("from_earliest", "from_latest", "until_earliest", "until_latest")


class _Table(dict[T, int]):
    """Things, each numbered once, in the order they come."""

    def number(self, thing: T) -> int:
        return self.setdefault(thing, len(self))


def drawing(
    g: nx.Graph,
    themes: Mapping[str, Iterable[tuple[str, str, str]]] | None = None,
    query: str = "",
    around: bool = False,
) -> dict[str, Any]:
    """What the explorer draws a network from.

    Parameters
    ----------
    g:
        As `maillage.views.page.render_page` documents it.
    themes:
        Arrangement -> (IRI, French, English) of each of its themes.
    query:
        The SPARQL that the network was asked with: what the page makes its own of.
    around:
        Whether it is only what is around one node.

    Returns
    -------
    dict
        ``nodes``: [id, label, kind, x, y, group, other names, territory], ids below ``base`` without it, `kind` and
        `territory` numbers in ``kinds`` and ``territories``, `group` in ``groups`` (-1: none, it is drawn as it is).
        ``links``: [source, target, tie, ...], a tie being [arrangement, period, roles, marks], where marks are
        1 for inferred and 2 for planned. ``arrangements``: [id, label, kind, themes]; ``periods``: [the four bounds,
        open, French, English]; ``rolesets``: numbers in ``roles``; roles, themes and kinds: [CURIE or IRI, French,
        English, ...], a kind with its number in ``families``; ``groups``: [x, y, radius, nodes, best tied of them].
    """
    nodes = sorted(g)
    groups, places, discs = _placed(g, nodes)
    group_of = {node: number for number, members in enumerate(groups) for node in members}
    families = [look for look in (*TABLE, OTHER) if look in {_look(g.nodes[node]) for node in nodes}]
    kinds: _Table[tuple[str, str, str, int]] = _Table()
    territories: _Table[str] = _Table()

    def kind_of(about: Mapping[str, Any]) -> int:
        word = about.get("kind_label") or {}
        kind = str(about.get("kind", ""))
        both = [said(word, lang) or kind for lang in LANGUAGES]
        return kinds.number((kind, both[0], both[1], families.index(_look(about))))

    shown = []
    for node in nodes:
        about = g.nodes[node]
        label = str(about.get("label") or node)
        other = sorted({str(one) for one in about.get("alt_labels") or ()} - {label})
        short = short_name(label, other)
        if short:
            other = [short, *(one for one in other if one != short)]
        place = about.get("territory")
        x, y = places[node]
        where = territories.number(str(place)) if place else -1
        shown.append([_id(node), label, kind_of(about), x, y, group_of.get(node, -1), other, where])
    return {
        "format": FORMAT,
        "base": ID,
        **_about(g),
        "query": query,
        "around": around,
        "nodes": shown,
        **_linked(g, nodes, themes or {}),
        "kinds": list(map(list, kinds)),
        "families": [[f.family, f.fr, f.en, f.shape, f.fill, f.border, f.actor] for f in families],
        "territories": list(territories),
        "groups": [
            [disc.x, disc.y, disc.radius, len(members), _best(g, members)]
            for members, disc in zip(groups, discs, strict=True)
        ],
    }


def _placed(g: nx.Graph, nodes: Sequence[str]) -> tuple[list[list[str]], dict[str, tuple[int, int]], Sequence[Disc]]:
    """The groups a network opens as, with places; few nodes are no groups."""
    plain = nx.Graph()
    plain.add_nodes_from((node, g.nodes[node]) for node in nodes)
    for a, b in sorted(g.edges()):
        plain.add_edge(*sorted((a, b)), weight=g.edges[a, b].get("weight", 1))
    if len(plain) <= FEW:
        return [], positions(plain), []
    groups = [sorted(members) for members in communities(plain).groups]
    return groups, *grouped_positions(plain, groups)


def _about(g: nx.Graph) -> dict[str, Any]:
    """What the network says of itself."""
    record = record_of(g)
    return {
        "name": str(g.graph.get("name", "")),
        "title": g.graph.get("title") or {},
        "directed": bool(g.graph.get("directed", g.is_directed())),
        "twoModes": any("bipartite" in data for _, data in g.nodes(data=True)),
        "rule": record["rule_words"],
        "version": record["source_version"],
    }


def _linked(g: nx.Graph, nodes: Sequence[str], themes: Mapping[str, Iterable[tuple[str, str, str]]]) -> dict[str, Any]:
    """The links, and the tables that they number."""
    place = {node: number for number, node in enumerate(nodes)}
    periods: _Table[tuple[Any, ...]] = _Table()
    roles: _Table[tuple[str, str, str]] = _Table()
    rolesets: _Table[tuple[int, ...]] = _Table()
    listed: _Table[tuple[str, str, str]] = _Table()
    held: dict[str, int] = {}
    arrangements: list[list[Any]] = []
    families: _Table[tuple[str, str, str]] = _Table()

    def arrangement(tie: Mapping[str, Any]) -> int:
        iri = str(tie["arrangement"])
        if iri not in held:
            held[iri] = len(arrangements)
            look = look_of(str(tie.get("arrangement_family", "")))
            kind = families.number((look.family, look.fr, look.en))
            numbers = sorted(listed.number((one[0], one[1], one[2])) for one in sorted(themes.get(iri, ())))
            arrangements.append([_id(iri), str(tie.get("arrangement_label") or iri), kind, numbers])
        return held[iri]

    def roleset(tie: Mapping[str, Any]) -> int:
        words = {str(role["role"]): role["role_label"] for role in tie.get("roles") or () if role.get("role")}
        if tie.get("relation"):
            words[str(tie["relation"])] = tie["relation_label"]
        numbers = [
            roles.number((curie, *(said(word, lang) or curie for lang in LANGUAGES)))  # type: ignore[arg-type]
            for curie, word in sorted(words.items())
        ]
        return rolesets.number(tuple(sorted(numbers)))

    def period(tie: Mapping[str, Any]) -> int:
        words = (when_in_words(tie, lang) for lang in LANGUAGES)
        return periods.number((*(tie.get(bound) for bound in BOUNDS), int(bool(tie.get("open"))), *words))

    links = []
    directed = g.is_directed()
    pairs = [(a, b) if directed or a <= b else (b, a) for a, b in g.edges()]
    for source, target in sorted(pairs):
        said_of = g.edges[source, target].get("ties") or ()
        ties = [[arrangement(tie), period(tie), roleset(tie), _marks(tie)] for tie in said_of]
        links.append([place[source], place[target], *sorted(ties)])
    return {
        "links": links,
        "arrangements": arrangements,
        "through": list(map(list, families)),
        "periods": list(map(list, periods)),
        "roles": list(map(list, roles)),
        "rolesets": list(map(list, rolesets)),
        "themes": list(map(list, listed)),
    }


def _marks(tie: Mapping[str, Any]) -> int:
    return (tie.get("certainty") == "inferred") + 2 * (tie.get("modality") == "planned")


def _look(about: Mapping[str, Any]) -> Any:
    return look_of(str(about.get("family", "")))


def _id(iri: str) -> str:
    return (expand(iri) or iri).removeprefix(ID)


def _best(g: nx.Graph, members: Sequence[str]) -> str:
    """What a community is called after: the best tied of it."""
    best = max(members, key=lambda node: (g.degree(node), node))
    label = str(g.nodes[best].get("label") or best)
    return short_name(label, g.nodes[best].get("alt_labels") or ()) or label
