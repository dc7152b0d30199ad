"""What a network says of how it was made: rule, weight, slice, source and query come in; one plain record goes out.

The record is ``graph.graph["maillage"]``. Every function of this package that makes a network writes it anew, so that a
measure, a file or a caption can always say which network it is of.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx

#: The key of the record among the attributes of the graph.
KEY = "maillage"
#: What makes a tie, by the name of the rule; the rule of another query is its question.
RULES: dict[str, dict[str, str]] = {
    "coordination": {
        "fr": "Deux acteurs sont liés quand chacun a pris part au même dispositif, dans un rôle qui vaut coordination, "
        "fait ou en cours, sur des périodes qui se recoupent",
        "en": "Two actors are tied when each took part in one arrangement, in a coordinating role, done or ongoing, "
        "over periods that overlap",
    },
    "two-mode": {
        "fr": "Un acteur est lié à un dispositif auquel une source le rattache",
        "en": "An actor is tied to an arrangement in which a source gives it a part",
    },
    "arrangements": {
        "fr": "Un dispositif est lié à celui qu'il prolonge, met en œuvre, prépare ou évalue",
        "en": "An arrangement is tied to the one it follows, implements, prepares or evaluates",
    },
    "funding": {
        "fr": "Un financeur est lié à celui qu'il finance, dans ce sens",
        "en": "A funder is tied to whom it funds, in that direction",
    },
    "actor-themes": {
        "fr": "Un acteur est lié aux thèmes des dispositifs auxquels il prend part",
        "en": "An actor is tied to the themes of the arrangements in which it takes part",
    },
    "shared-arrangements": {
        "fr": "Deux acteurs sont liés quand ils prennent part au même dispositif",
        "en": "Two actors are tied when they take part in one arrangement",
    },
    "shared-actors": {
        "fr": "Deux dispositifs sont liés quand un même acteur prend part aux deux",
        "en": "Two arrangements are tied when one actor takes part in both",
    },
    "shared-neighbours": {
        "fr": "Deux nœuds d'un côté sont liés quand ils ont un voisin commun de l'autre côté",
        "en": "Two nodes of one side are tied when they share a neighbour of the other side",
    },
}
#: The titles of projections.
TITLES: dict[str, dict[str, str]] = {
    "shared-arrangements": {"fr": "Acteurs qui partagent des dispositifs", "en": "Actors that share arrangements"},
    "shared-actors": {"fr": "Dispositifs qui partagent des acteurs", "en": "Arrangements that share actors"},
    "shared-neighbours": {"fr": "Nœuds qui partagent des voisins", "en": "Nodes that share neighbours"},
}
#: What each weight is, in words.
WEIGHTS: dict[str, dict[str, str]] = {
    "count": {
        "fr": "nombre de dispositifs ou de voisins partagés",
        "en": "number of shared arrangements or neighbours",
    },
    "newman": {
        "fr": "somme, sur les voisins communs, de 1/(n-1), n étant leur nombre de participants (Newman 2001)",
        "en": "sum, over the shared neighbours, of 1/(n-1), n being how many take part in each (Newman 2001)",
    },
    "jaccard": {
        "fr": "part des voisins communs parmi tous ceux de l'un ou de l'autre (Jaccard)",
        "en": "share of the shared neighbours among all those of either (Jaccard)",
    },
    "cosine": {
        "fr": "nombre de voisins communs, divisé par la racine du produit des deux degrés (cosinus, Ochiai)",
        "en": "number of shared neighbours over the square root of the product of both degrees (cosine, Ochiai)",
    },
}


def made(
    *,
    rule: str,
    rule_words: Mapping[str, str],
    weight: str = "count",
    slice: Mapping[str, str | None] | None = None,
    source_version: str = "",
    query: Mapping[str, Any] | None = None,
    remarks: Sequence[Mapping[str, str]] = (),
    **more: Any,
) -> dict[str, Any]:
    """The record of a network.

    Parameters
    ----------
    rule, rule_words:
        What makes a tie: a name, and one sentence in French and English (``{"fr": ..., "en": ...}``).
    weight:
        What the attribute ``weight`` of an edge is: ``count``, ``newman``, ``jaccard`` or ``cosine``.
    slice:
        The period kept (`slice_of`); of the whole time every value is None.
    source_version:
        The version of the facts.
    query:
        ``{"name": ..., "parameters": {...}}`` of the query the ties come from; None for a graph from elsewhere.
    remarks:
        What a reader must know of this very network, as ``{"fr": ..., "en": ...}``.
    more:
        Further settings, by name, such as ``side`` or ``threshold``.
    """
    return {
        "rule": rule,
        "rule_words": dict(rule_words),
        "weight": weight,
        "slice": dict(slice or slice_of({})),
        "source_version": source_version,
        "query": None if query is None else {**query},
        "remarks": [dict(remark) for remark in remarks],
        **more,
    }


def slice_of(values: Mapping[str, str | None], unknown: str = "include") -> dict[str, str | None]:
    """The period of a network: ``since`` and ``before`` as they were asked for, and what became of unknown dates."""
    return {"since": values.get("since"), "before": values.get("before"), "unknown": unknown}


def record_of(graph: nx.Graph) -> dict[str, Any]:
    """The record of a network; of a plain networkx graph, one that says its rule is not known."""
    found = graph.graph.get(KEY)
    if isinstance(found, Mapping):
        return dict(found)
    return made(rule="given", rule_words={"fr": "Réseau donné, de règle inconnue", "en": "A given network"})


def remade(graph: nx.Graph, **changes: Any) -> dict[str, Any]:
    """The record of what is made of a network: its own, with these entries changed and ``remarks`` added."""
    own = record_of(graph)
    added = [dict(remark) for remark in changes.pop("remarks", ())]
    kept = [remark for remark in own.get("remarks", []) if remark not in added]
    return {**own, **changes, "remarks": [*kept, *added]}


def slice_words(record: Mapping[str, Any], lang: str = "fr") -> str:
    """The period of a network in words: ``2018``, ``2018 à 2020``, ``toutes dates``."""
    period = record.get("slice") or {}
    since, before = period.get("since"), period.get("before")
    fr = lang == "fr"
    if since is None and before is None:
        said = "toutes dates" if fr else "all dates"
    elif since == before:
        said = str(since)
    elif before is None:
        said = f"à partir de {since}" if fr else f"from {since}"
    elif since is None:
        said = f"jusqu'à {before}" if fr else f"until {before}"
    else:
        said = f"{since} à {before}" if fr else f"{since} to {before}"
    if period.get("unknown") == "exclude":
        said += ", sans les dates inconnues" if fr else ", without unknown dates"
    return said
