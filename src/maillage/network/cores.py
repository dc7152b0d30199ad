"""Core and periphery: a network comes in; who is in its core, and how well that fits, go out.

S. Borgatti and M. Everett, "Models of core/periphery structures", Social Networks 21 (1999), 375-395. In the ideal
pattern all pairs with a member of the core are tied and no pair within the periphery is; the fit is the correlation
of the network with it. Of all cores of one size the fittest leaves the fewest ties within the periphery. S. Lip's
ordering by degree (2011) gives one candidate a size; the best of them are bettered by single moves and exchanges
until none helps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np

from maillage.network.matrices import adjacency, both_ways, checked, per_node
from maillage.network.results import Scores, node_table, sorted_by
from maillage.things.table import Table

if TYPE_CHECKING:
    import pandas as pd

CORE, PERIPHERY = "core", "periphery"
_TURNS = 500
#: So many sizes of core are tried.
_STARTS = 25


@dataclass(frozen=True, eq=False)
class CorePeriphery(Mapping[Any, str]):
    """node -> "core" or "periphery".

    Attributes
    ----------
    core, periphery: the nodes of each.
    fit: correlation with the ideal pattern (0.0 where the network or the pattern is all alike).
    coreness: node -> its value in the continuous model (a tie is the product of its ends'), scaled to length 1.
    coreness_fit: correlation with that model.
    density_core, density_between, density_periphery: of ties within and between the two; None where there is no pair.
    """

    core: frozenset[Any]
    periphery: frozenset[Any]
    fit: float
    coreness: Scores
    coreness_fit: float
    density_core: float | None
    density_between: float | None
    density_periphery: float | None
    _graph: nx.Graph

    def __getitem__(self, node: Any) -> str:
        if node in self.core:
            return CORE
        if node in self.periphery:
            return PERIPHERY
        raise KeyError(node)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._graph)

    def __len__(self) -> int:
        return len(self._graph)

    def to_table(self, lang: str = "fr") -> Table:
        """A row a node, greatest coreness first: node, name, kind, part, core (yes or no), coreness."""
        columns: dict[str, Any] = {
            "part": dict(self),
            "core": {node: node in self.core for node in self},
            "coreness": self.coreness,
        }
        if lang == "fr":
            columns["part"] = {node: "cœur" if node in self.core else "périphérie" for node in self}
        heads = {"part": "partie", "core": "au cœur", "coreness": "centralité de cœur"} if lang == "fr" else {}
        return sorted_by(node_table(self._graph, columns, lang, heads), "coreness")

    def to_dataframe(self) -> pd.DataFrame:
        """The same in English as a pandas DataFrame: node, name, kind, part, core, coreness."""
        return self.to_table("en").to_dataframe()


def core_periphery(graph: nx.Graph) -> CorePeriphery:
    """The core and the periphery that fit the network best, whatever the direction and weight of ties.

    Returns
    -------
    CorePeriphery
        Without ties all are periphery; where all are tied to all, all are core; the fit then is 0.0. The search is by
        steps from a good start: exact where degrees tell, else a local best, and the same each time.
    """
    checked(graph)
    ties = both_ways(adjacency(graph))
    n, m = len(graph), ties.nnz // 2
    degrees = np.diff(ties.indptr)
    inside = np.zeros(n, dtype=bool)
    if m and m == n * (n - 1) // 2:
        inside[:] = True
    elif m:
        inside = _best(ties, degrees, m)
    covered = m - _within(ties, ~inside)
    coreness, coreness_fit = _continuous(ties)
    nodes, k = list(graph), int(inside.sum())
    core_ties = _within(ties, inside)

    def share(count: int, pairs: int) -> float | None:
        return count / pairs if pairs else None

    return CorePeriphery(
        core=frozenset(node for node, held in zip(nodes, inside, strict=True) if held),
        periphery=frozenset(node for node, held in zip(nodes, inside, strict=True) if not held),
        fit=float(_fit(np.array([k]), np.array([covered]), n, m)[0]) if n > 1 else 0.0,
        coreness=Scores(per_node(graph, coreness), "coreness", graph),
        coreness_fit=coreness_fit,
        density_core=share(core_ties, k * (k - 1) // 2),
        density_between=share(covered - core_ties, k * (n - k)),
        density_periphery=share(m - covered, (n - k) * (n - k - 1) // 2),
        _graph=graph,
    )


def _within(ties: Any, chosen: Any) -> int:
    """Ties among the chosen."""
    held = chosen.astype(float)
    return round(float(held @ (ties @ held)) / 2)


def _fit(k: Any, covered: Any, n: int, m: int) -> Any:
    """Correlation of m ties with the pattern of cores of k nodes, `covered` of the ties touching them; over pairs."""
    pairs = n * (n - 1) / 2
    ideal = k * (n - k) + k * (k - 1) / 2
    top = covered / pairs - (m / pairs) * (ideal / pairs)
    below = (m / pairs) * (1 - m / pairs) * (ideal / pairs) * (1 - ideal / pairs)
    return np.divide(top, np.sqrt(np.maximum(below, 0)), where=below > 1e-15, out=np.zeros_like(top, dtype=float))


def _best(ties: Any, degrees: Any, m: int) -> Any:
    """The fittest core found, from the first k nodes by degree, for the sizes k at which those fit best."""
    n = len(degrees)
    order = np.argsort(-degrees, kind="stable")
    place = np.empty(n, dtype=np.int64)
    place[order] = np.arange(n)
    coo = ties.tocoo()
    first = np.minimum(place[coo.row], place[coo.col])
    covered = np.cumsum(np.bincount(first, minlength=n)) / 2  # each tie is in the matrix twice
    fits = _fit(np.arange(1, n), covered[:-1], n, m)
    best, most = np.zeros(n, dtype=bool), -2.0
    for size in np.argsort(-fits, kind="stable")[:_STARTS] + 1:
        inside = np.zeros(n, dtype=bool)
        inside[order[:size]] = True
        inside, fit = _bettered(ties, inside, m)
        if fit > most + 1e-12:
            best, most = inside, fit
    return best


def _bettered(ties: Any, inside: Any, m: int) -> tuple[Any, float]:
    """Let in, put out or exchange one node while that raises the fit; the core, and its fit."""
    n = len(inside)
    outer = np.asarray(ties @ (~inside).astype(float))
    covered = m - _within(ties, ~inside)
    for _ in range(_TURNS):
        k = int(inside.sum())
        now = float(_fit(np.array([k]), np.array([covered]), n, m)[0])
        # One more in the core covers its ties to the periphery; one fewer uncovers them.
        enter = int(np.argmax(np.where(inside, -1, outer)))
        leave = int(np.argmin(np.where(inside, outer, np.inf)))
        tied = float(ties[enter, leave])
        moves: list[tuple[tuple[int, ...], int, float]] = [
            ((enter,), k + 1, covered + outer[enter]),
            ((leave,), k - 1, covered - outer[leave]),
            ((enter, leave), k, covered + outer[enter] - outer[leave] - tied),
        ]
        moves = [move for move in moves if 0 < move[1] < n]
        fits = [float(_fit(np.array([size]), np.array([total]), n, m)[0]) for _, size, total in moves]
        best = int(np.argmax(fits))
        if fits[best] <= now + 1e-12:
            break
        who, _, _ = moves[best]
        for node in who:
            near = ties.indices[ties.indptr[node] : ties.indptr[node + 1]]
            outer[near] += 1 if inside[node] else -1
            inside[node] = not inside[node]
        covered = m - _within(ties, ~inside)
    return inside, now


def _continuous(ties: Any) -> tuple[Any, float]:
    """The coreness with the least sum over pairs of (a_ij - c_i c_j)^2 (J. Boyd et al. 2010), and its fit."""
    n = ties.shape[0]
    if not ties.nnz:
        return np.zeros(n), 0.0
    degrees = np.diff(ties.indptr).astype(float)
    c = degrees / np.sqrt(degrees.sum())
    for _ in range(2_000):
        squares = float((c**2).sum())
        new = np.divide(ties @ c, squares - c**2, where=squares - c**2 > 1e-15, out=np.zeros(n))
        new = (c + new) / 2  # half steps: whole ones may swing
        if np.abs(new - c).max() < 1e-12:
            c = new
            break
        c = new
    pairs, m = n * (n - 1) / 2, ties.nnz / 2
    coo = ties.tocoo()
    hit = float((c[coo.row] * c[coo.col]).sum()) / 2
    total, squares = float(c.sum()), float((c**2).sum())
    mean = (total**2 - squares) / 2 / pairs
    power = (squares**2 - float((c**4).sum())) / 2 / pairs - mean**2
    spread = (m / pairs) * (1 - m / pairs) * power
    fit = (hit / pairs - (m / pairs) * mean) / np.sqrt(spread) if spread > 1e-15 else 0.0
    return c / np.linalg.norm(c), float(fit)
