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
    from maillage.network.changes import turnover
    from maillage.network.comparison import compare
    from maillage.network.cores import core_periphery
    from maillage.network.equivalence import blockmodel, positions, structurally_equivalent
    from maillage.network.exclusivity import brokering, brokering_activity, brokering_exclusivity
    from maillage.network.falls import cut_points, fragmentation_centrality, without
    from maillage.network.folding import folded, folded_by, group_names
    from maillage.network.forms import governance_forms
    from maillage.network.grouping import grouped
    from maillage.network.holes import burt_constraint, effective_size
    from maillage.network.layers import multiplex
    from maillage.network.mixing import assortativity, degree_assortativity, ei_index, mixing_matrix
    from maillage.network.overlap import multiplexity
    from maillage.network.partitions import agreement, communities, modularity
    from maillage.network.paths import betweenness, closeness
    from maillage.network.permuted import qap
    from maillage.network.projection import project
    from maillage.network.ranking import measures, measures_of_whole
    from maillage.network.robust import leave_one_out, sources, without_source
    from maillage.network.slices import standing, window, yearly
    from maillage.network.weighing import weigh
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
    "compare": "comparison",
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
    "folded": "folding",
    "folded_by": "folding",
    "fragmentation": "whole",
    "fragmentation_centrality": "falls",
    "freeman_centralization": "whole",
    "gould_fernandez": "brokerage",
    "governance_forms": "forms",
    "group_names": "folding",
    "grouped": "grouping",
    "leave_one_out": "robust",
    "measures": "ranking",
    "measures_of_whole": "ranking",
    "mixing_matrix": "mixing",
    "modularity": "partitions",
    "multiplex": "layers",
    "multiplexity": "overlap",
    "pagerank": "centrality",
    "positions": "equivalence",
    "project": "projection",
    "qap": "permuted",
    "sources": "robust",
    "standing": "slices",
    "structurally_equivalent": "equivalence",
    "transitivity": "centrality",
    "turnover": "changes",
    "two_mode_brokerage": "bipartite",
    "two_mode_centrality": "bipartite",
    "weigh": "weighing",
    "window": "slices",
    "without": "falls",
    "without_source": "robust",
    "yearly": "slices",
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
    "compare",
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
    "folded",
    "folded_by",
    "fragmentation",
    "fragmentation_centrality",
    "freeman_centralization",
    "gould_fernandez",
    "governance_forms",
    "group_names",
    "grouped",
    "leave_one_out",
    "measures",
    "measures_of_whole",
    "mixing_matrix",
    "modularity",
    "multiplex",
    "multiplexity",
    "pagerank",
    "positions",
    "project",
    "qap",
    "sources",
    "standing",
    "structurally_equivalent",
    "transitivity",
    "turnover",
    "two_mode_brokerage",
    "two_mode_centrality",
    "weigh",
    "window",
    "without",
    "without_source",
    "yearly",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"maillage.network.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'maillage.network' has no attribute {name!r}")
