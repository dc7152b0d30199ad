"""Networks: measures, projections, slices and comparisons of networkx graphs, and the networks the graph gives.

Everything here is a function of a networkx graph, imported when it is first named.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from maillage.network.bipartite import two_mode_brokerage, two_mode_centrality
    from maillage.network.brokerage import gould_fernandez
    from maillage.network.centrality import clustering, coreness, degree, eigenvector, pagerank, transitivity
    from maillage.network.cores import core_periphery
    from maillage.network.equivalence import blockmodel, positions, structurally_equivalent
    from maillage.network.exclusivity import brokering, brokering_activity, brokering_exclusivity
    from maillage.network.falls import cut_points, fragmentation_centrality, without
    from maillage.network.forms import governance_forms
    from maillage.network.grouping import grouped
    from maillage.network.holes import burt_constraint, effective_size
    from maillage.network.mixing import assortativity, degree_assortativity, ei_index, mixing_matrix
    from maillage.network.overlap import multiplexity
    from maillage.network.partitions import agreement, communities, modularity
    from maillage.network.paths import betweenness, closeness
    from maillage.network.ranking import measures, measures_of_whole
    from maillage.network.whole import components, density, fragmentation, freeman_centralization

#: Name -> the module that holds it. No module has the name of a function: it would hide it once imported.
_HOMES = {
    "agreement": "partitions",
    "assortativity": "mixing",
    "betweenness": "paths",
    "blockmodel": "equivalence",
    "brokering": "exclusivity",
    "brokering_activity": "exclusivity",
    "brokering_exclusivity": "exclusivity",
    "burt_constraint": "holes",
    "closeness": "paths",
    "clustering": "centrality",
    "communities": "partitions",
    "components": "whole",
    "core_periphery": "cores",
    "coreness": "centrality",
    "cut_points": "falls",
    "degree": "centrality",
    "degree_assortativity": "mixing",
    "density": "whole",
    "effective_size": "holes",
    "ei_index": "mixing",
    "eigenvector": "centrality",
    "fragmentation": "whole",
    "fragmentation_centrality": "falls",
    "freeman_centralization": "whole",
    "gould_fernandez": "brokerage",
    "governance_forms": "forms",
    "grouped": "grouping",
    "measures": "ranking",
    "measures_of_whole": "ranking",
    "mixing_matrix": "mixing",
    "modularity": "partitions",
    "multiplexity": "overlap",
    "pagerank": "centrality",
    "positions": "equivalence",
    "structurally_equivalent": "equivalence",
    "transitivity": "centrality",
    "two_mode_brokerage": "bipartite",
    "two_mode_centrality": "bipartite",
    "without": "falls",
}
__all__ = [
    "agreement",
    "assortativity",
    "betweenness",
    "blockmodel",
    "brokering",
    "brokering_activity",
    "brokering_exclusivity",
    "burt_constraint",
    "closeness",
    "clustering",
    "communities",
    "components",
    "core_periphery",
    "coreness",
    "cut_points",
    "degree",
    "degree_assortativity",
    "density",
    "effective_size",
    "ei_index",
    "eigenvector",
    "fragmentation",
    "fragmentation_centrality",
    "freeman_centralization",
    "gould_fernandez",
    "governance_forms",
    "grouped",
    "measures",
    "measures_of_whole",
    "mixing_matrix",
    "modularity",
    "multiplexity",
    "pagerank",
    "positions",
    "structurally_equivalent",
    "transitivity",
    "two_mode_brokerage",
    "two_mode_centrality",
    "without",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"maillage.network.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'maillage.network' has no attribute {name!r}")
