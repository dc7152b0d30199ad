"""Groups people ask for: sector, kind, administrative level, territory come in; a mapping node -> group goes out.

What a node does not say is a group of its own, so that it is told and not left out in silence.
"""

from __future__ import annotations

from typing import Any

import networkx as nx

from maillage.errors import MaillageError
from maillage.network.legend import look_of
from maillage.network.matrices import checked, filled
from maillage.network.partitions import communities

#: The names people may use -> the attribute of the nodes of a network of the graph.
ATTRIBUTES = {
    "sector": "family",
    "secteur": "family",
    "kind": "kind_label",
    "nature": "kind_label",
    "type": "kind_label",
    "level": "level_label",
    "niveau": "level_label",
    "region": "regions",
    "department": "departments",
    "departement": "departments",
}
COMMUNITY = ("community", "communities", "communaute", "communauté")
UNKNOWN = {"fr": "(non renseigné)", "en": "(not stated)"}
_SEVERAL = {"fr": "plusieurs", "en": "several"}


def grouped(graph: nx.Graph, by: str, lang: str = "fr") -> dict[Any, str]:
    """node -> its group in words, `UNKNOWN` where the network does not say.

    Parameters
    ----------
    by:
        A name of `ATTRIBUTES`, ``community`` (found by Leiden with seed 0), or any attribute of the nodes.

    Raises
    ------
    MaillageError
        For a name that no node has; it says which there are.
    """
    checked(graph)
    name = by.strip().lower().replace("é", "e")
    if name in COMMUNITY:
        return {node: str(number + 1) for node, number in communities(graph).items()}
    attribute = ATTRIBUTES.get(name, by)
    if len(graph) and not any(attribute in data for _, data in graph.nodes(data=True)):
        known = sorted({str(key) for _, data in graph.nodes(data=True) for key in data} - {"arrangements", "codes"})
        there = ", ".join(dict.fromkeys([*("sector", "kind", "level", "region", "department", "community"), *known]))
        raise MaillageError(f"nothing to group by is called '{by}'.", fix=f"There are: {there}.")
    if attribute == "family":
        return {
            node: UNKNOWN[lang] if not family else look_of(str(family)).fr if lang == "fr" else look_of(str(family)).en
            for node, family in graph.nodes(data="family", default="")
        }
    if attribute in ("regions", "departments"):
        return {node: _one(of, lang) for node, of in graph.nodes(data=attribute)}
    said = {node: value.get(lang) if isinstance(value, dict) else value for node, value in graph.nodes(data=attribute)}
    words = nx.Graph()
    words.add_nodes_from((node, {attribute: value}) for node, value in said.items())
    return {node: str(value) for node, value in filled(words, attribute, UNKNOWN[lang]).items()}


def _one(places: Any, lang: str) -> str:
    """One territory, or the word for several: a network without a region of its own is of none of them."""
    found = list(places or ())
    return UNKNOWN[lang] if not found else found[0] if len(found) == 1 else _SEVERAL[lang]
