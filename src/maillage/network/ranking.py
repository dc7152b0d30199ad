"""Tables of measures: a network and names of measures come in; nodes with values and ranks, or the whole, go out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import networkx as nx

from maillage.errors import MaillageError
from maillage.network import bipartite, centrality, falls, holes, paths, whole
from maillage.network.cores import core_periphery
from maillage.network.matrices import checked
from maillage.network.mixing import assortativity, degree_assortativity, ei_index
from maillage.network.partitions import communities
from maillage.network.results import Scores, node_table, sorted_by
from maillage.things.table import Column, Table, Value

Measure = Callable[[nx.Graph], Scores]
#: Name of a measure of nodes -> its French word and what gives it.
MEASURES: dict[str, tuple[str, Measure]] = {
    "degree": ("degré", centrality.degree),
    "strength": ("degré pondéré", lambda g: centrality.degree(g, "weight")),
    "betweenness": ("intermédiarité", paths.betweenness),
    "closeness": ("proximité", paths.closeness),
    "eigenvector": ("vecteur propre", lambda g: centrality.eigenvector(g, "weight")),
    "pagerank": ("PageRank", lambda g: centrality.pagerank(g, "weight")),
    "coreness": ("k-cœur", centrality.coreness),
    "constraint": ("contrainte", lambda graph: holes.burt_constraint(graph, "weight")),
    "effective_size": ("taille efficace", lambda graph: holes.effective_size(graph, "weight")),
    "clustering": ("regroupement", centrality.clustering),
    "fragmentation": ("fragmentation sans lui", falls.fragmentation_centrality),
}
#: What is shown where no measure is named.
USUAL = ("degree", "strength", "betweenness", "closeness", "constraint", "coreness")
_TWO_MODE = ("degree", "closeness", "betweenness")
_ALIASES = {
    "weighted_degree": "strength",
    "burt_constraint": "constraint",
    "k-core": "coreness",
    "kcore": "coreness",
    "k_core": "coreness",
    "core": "coreness",
    "effective-size": "effective_size",
    "page_rank": "pagerank",
    **{word.lower(): name for name, (word, _) in MEASURES.items()},
}


def measure_named(text: str) -> str:
    """The name of `MEASURES` a user means by it, or by its French word.

    Raises
    ------
    MaillageError
        For one there is not.
    """
    name = text.strip().lower()
    name = _ALIASES.get(name, name)
    if name not in MEASURES:
        raise MaillageError(f"the measure '{text}' is not known.", fix=f"There are: {', '.join(MEASURES)}.")
    return name


def measures(
    graph: nx.Graph,
    names: Sequence[str] | None = None,
    *,
    groups: Mapping[Any, str] | None = None,
    lang: str = "fr",
) -> Table:
    """A row a node: node, name, kind, its group if there are groups, each measure, and the rank by the first.

    Parameters
    ----------
    names:
        Of `MEASURES`; by default `USUAL`. Of a network of two modes degree, closeness and betweenness are those of
        Borgatti and Everett, each over the greatest of its side, whatever the direction.
    groups:
        node -> group, shown beside.

    Returns
    -------
    Table
        First ranks first; what a measure does not say of a node is empty. An empty network gives no rows.

    Raises
    ------
    MaillageError
        For a measure that is not known.
    """
    checked(graph)
    asked = list(dict.fromkeys(measure_named(name) for name in (names or USUAL)))
    two_modes = len(graph) > 0 and all(side in (0, 1) for _, side in graph.nodes(data="bipartite"))
    plain = graph.to_undirected(as_view=True) if two_modes else graph
    sides: Mapping[str, Scores] = {}
    if two_modes and any(name in _TWO_MODE for name in asked):
        sides = bipartite.two_mode_centrality(graph)
    found = {name: sides[name] if name in sides and name in _TWO_MODE else MEASURES[name][1](plain) for name in asked}
    columns: dict[str, Any] = {} if groups is None else {"group": groups}
    columns |= {name: scores.known() for name, scores in found.items()}
    columns["rank"] = found[asked[0]].ranks()
    heads = (
        {name: word for name, (word, _) in MEASURES.items()} if lang == "fr" else {"effective_size": "effective size"}
    )
    heads |= {"group": "groupe" if lang == "fr" else "group"}
    return sorted_by(node_table(graph, columns, lang, heads), "rank", descending=False)


_WHOLE = {
    "nodes": "nœuds",
    "ties": "liens",
    "density": "densité",
    "components": "composantes",
    "largest_component": "plus grande composante (nœuds)",
    "fragmentation": "fragmentation (Borgatti)",
    "cut_points": "points d’articulation",
    "degree_centralization": "centralisation de degré (Freeman)",
    "betweenness_centralization": "centralisation d’intermédiarité (Freeman)",
    "closeness_centralization": "centralisation de proximité (Freeman)",
    "transitivity": "transitivité",
    "degree_assortativity": "assortativité de degré",
    "communities": "communautés (Leiden)",
    "modularity": "modularité",
    "core_size": "taille du cœur (Borgatti-Everett)",
    "core_fit": "ajustement du cœur",
    "ei_index": "indice E-I",
    "ei_index_expected": "indice E-I attendu (tailles des groupes)",
    "ei_index_p_low": "E-I : part des tirages aussi bas",
    "ei_index_p_high": "E-I : part des tirages aussi hauts",
    "assortativity": "assortativité par groupe",
}


def measures_of_whole(
    graph: nx.Graph,
    *,
    groups: Mapping[Any, str] | None = None,
    permutations: int = 0,
    seed: int = 0,
    denominator: str = "freeman",
    lang: str = "fr",
) -> Table:
    """A row a measure of the whole network: its name, in words, and its value; empty where it says nothing.

    Parameters
    ----------
    groups:
        node -> group, for the E-I index and assortativity; `permutations` of the groups, dealt out by `seed`, test it.
    denominator:
        Of centralisation: ``freeman`` or ``pairs``.
    """
    checked(graph)
    plain = graph.to_undirected(as_view=True) if graph.is_directed() and _two_modes(graph) else graph
    parts, found, core = whole.components(plain), communities(plain, seed), core_periphery(plain)
    values: dict[str, Value] = {
        "nodes": len(plain),
        "ties": plain.number_of_edges(),
        "density": whole.density(plain),
        "components": len(parts),
        "largest_component": len(parts[0]) if parts else 0,
        "fragmentation": whole.fragmentation(plain),
        "cut_points": len(falls.cut_points(plain)),
        **{
            f"{name}_centralization": float(whole.freeman_centralization(plain, name, denominator))
            for name in ("degree", "betweenness", "closeness")
        },
        "transitivity": centrality.transitivity(plain),
        "degree_assortativity": degree_assortativity(plain),
        "communities": len(found.groups),
        "modularity": found.modularity,
        "core_size": len(core.core),
        "core_fit": core.fit,
    }
    if groups is not None and any(a != b for a, b in plain.edges()):
        index = ei_index(plain, groups, permutations=permutations, seed=seed)
        values |= {"ei_index": float(index), "ei_index_expected": index["expected"]}
        if permutations:
            values |= {"ei_index_p_low": index["p_low"], "ei_index_p_high": index["p_high"]}
        values["assortativity"] = float(assortativity(plain, groups))
    heads = ("mesure", "en mots", "valeur") if lang == "fr" else ("measure", "in words", "value")
    columns = [Column(n, h) for n, h in zip(("measure", "words", "value"), heads, strict=True)]
    rows = [[name, _WHOLE[name] if lang == "fr" else name.replace("_", " "), value] for name, value in values.items()]
    return Table(columns, rows, lang=lang)


def _two_modes(graph: nx.Graph) -> bool:
    return len(graph) > 0 and all(side in (0, 1) for _, side in graph.nodes(data="bipartite"))
