"""Forms of governance: a network of two modes with roles comes in; the form of each local network goes out.

K. Provan and P. Kenis, "Modes of network governance", Journal of Public Administration Research and Theory 18 (2008),
229-252, tell three forms: shared governance, where the members govern themselves; a lead organisation, one of the
members; a network administrative organisation, a separate body set up to govern. A local network here is an arrangement
with its participants. The label is read off what sources say of roles, by rules that are few and shown:

1. nao: the leads are bodies set up to govern together (councils, committees, groups: `mlg:Collaboration`), or lead
   without being a member in any other role, while others are members;
2. lead: one body leads or carries, or several that are fewer than half of the members;
3. shared: half of the members or more lead or carry.

Where no source names a lead or carrier there is no label: that nobody is named does not say that all govern.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import networkx as nx
import numpy as np

from maillage.network.bipartite import sides
from maillage.network.falls import LEADING
from maillage.network.results import about
from maillage.things.table import Column, Table, Value

SHARED, LEAD, NAO = "shared", "lead", "nao"
WORDS = {
    "fr": {SHARED: "gouvernance partagée", LEAD: "organisation pilote", NAO: "organisation dédiée"},
    "en": {SHARED: "shared governance", LEAD: "lead organisation", NAO: "network administrative organisation"},
}
_DEDICATED = "mlg:Collaboration"
_HEADS = {
    "fr": ("nœud", "nom", "nature", "forme", "en mots", "membres", "pilotes", "pilotes nommés", "part", "liens hors"),
    "en": ("node", "name", "kind", "form", "in words", "members", "leads", "leads named", "share", "ties beyond"),
}
_NAMES = ("node", "name", "kind", "form", "words", "members", "leads", "leads_named", "lead_share", "density_beyond")


def governance_forms(graph: nx.Graph, *, least: int = 3, lang: str = "fr") -> Table:
    """The form of each arrangement that has `least` participants or more.

    Parameters
    ----------
    graph:
        A network of two modes whose ties carry roles, as ``g.network("two-mode")``.

    Returns
    -------
    Table
        A row an arrangement, most members first: its form (``shared``, ``lead``, ``nao`` or empty) and the numbers
        behind
        it: members, leads and carriers, their names, their share of the members, and the density of the ties that
        members have through other arrangements (how well they would know each other without this one).

    Raises
    ------
    MaillageError
        When the network is not of two modes.
    """
    side = dict(zip(graph, sides(graph), strict=True))
    said = about(graph, lang)
    either = graph.to_undirected(as_view=True)
    rows: list[list[Value]] = []
    for node in (one for one in graph if side[one] == 1):
        members = [other for other in either[node] if other != node]
        if len(members) < least:
            continue
        roles = {member: _roles(either.edges[node, member]) for member in members}
        leads = [member for member, held in roles.items() if held & set(LEADING)]
        form = _form(graph, roles, leads)
        rows.append(
            [
                str(node),
                *said[node],
                form,
                WORDS[lang][form] if form else None,
                len(members),
                len(leads),
                "; ".join(sorted(said[lead][0] for lead in leads)),
                len(leads) / len(members),
                _beyond(either, node, members),
            ]
        )
    rows.sort(key=lambda row: (-int(str(row[5])), str(row[1])))
    columns = [Column(n, h, hidden=n in ("node", "form")) for n, h in zip(_NAMES, _HEADS[lang], strict=True)]
    return Table(columns, rows, lang=lang)


def _roles(data: Mapping[str, Any]) -> set[str]:
    return {str(role["role_label"]["en"]) for tie in data.get("ties", ()) for role in tie.get("roles", ())}


def _form(graph: nx.Graph, roles: Mapping[Any, set[str]], leads: list[Any]) -> str | None:
    if not leads:
        return None
    dedicated = all(graph.nodes[lead].get("family") == _DEDICATED for lead in leads)
    apart = len(leads) == 1 and roles[leads[0]] == {"lead"} and all(r for m, r in roles.items() if m not in leads)
    if dedicated or (apart and _signed(roles, leads)):
        return NAO
    return LEAD if len(leads) * 2 < len(roles) else SHARED


def _signed(roles: Mapping[Any, set[str]], leads: list[Any]) -> bool:
    """Whether all the others are members in their own right: they signed, or are said to be members or partners."""
    own = {"signatory", "member", "partner"}
    return all(held & own for member, held in roles.items() if member not in leads)


def _beyond(either: nx.Graph, node: Any, members: list[Any]) -> float:
    """The share of pairs of members that meet in another arrangement too."""
    held = [set(either[member]) - {node} for member in members]
    pairs = len(members) * (len(members) - 1) / 2
    met = sum(not held[i].isdisjoint(held[j]) for i, j in zip(*np.triu_indices(len(members), 1), strict=True))
    return met / pairs if pairs else 0.0
