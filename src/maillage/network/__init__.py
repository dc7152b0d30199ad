"""Networks: measures, projections, slices and comparisons of networkx graphs, and the networks the graph gives.

Everything here is a function of a networkx graph, imported when it is first named.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from maillage.network.changes import turnover
    from maillage.network.comparison import compare
    from maillage.network.layers import multiplex
    from maillage.network.projection import project
    from maillage.network.robust import leave_one_out, sources, without_source
    from maillage.network.slices import standing, window, yearly
    from maillage.network.weighing import weigh

#: Name -> the module that holds it.
_HOMES = {
    "compare": "comparison",
    "leave_one_out": "robust",
    "multiplex": "layers",
    "project": "projection",
    "sources": "robust",
    "standing": "slices",
    "turnover": "changes",
    "weigh": "weighing",
    "window": "slices",
    "without_source": "robust",
    "yearly": "slices",
}
__all__ = [
    "compare",
    "leave_one_out",
    "multiplex",
    "project",
    "sources",
    "standing",
    "turnover",
    "weigh",
    "window",
    "without_source",
    "yearly",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"maillage.network.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'maillage.network' has no attribute {name!r}")
