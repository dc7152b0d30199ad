"""In: a network and groups of its nodes. Out: a place for each node, and for each group a disc that holds its nodes.

Each group is laid out alone (`layout.positions`) and stands in a disc; discs that are tied lie near each other, none on
another. So a group can be shown as one mark, or opened where it stands, without anything else moving.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from maillage.views.layout import packed, positions

#: Ground around the nodes of a group, and between two discs, in pixels at zoom 1.
MARGIN, GAP = 40.0, 60.0


@dataclass(frozen=True)
class Disc:
    """Where a group stands."""

    x: int
    y: int
    radius: int


def grouped_positions(
    g: nx.Graph, groups: Sequence[Sequence[str]], seed: int = 7
) -> tuple[dict[str, tuple[int, int]], list[Disc]]:
    """Places of all nodes, y downwards, and the discs of the groups, in their order.

    Parameters
    ----------
    groups: lists of nodes; each node is in one of them.
    seed: of the layouts.
    """
    inner = [positions(g.subgraph(members), seed) for members in groups]
    radii = [_radius(places) for places in inner]
    of = {node: number for number, members in enumerate(groups) for node in members}
    between = nx.Graph()
    between.add_nodes_from(range(len(groups)))
    between.add_edges_from(sorted({tuple(sorted((of[a], of[b]))) for a, b in g.edges() if of[a] != of[b]}))
    blocks = []
    for component in sorted(map(sorted, nx.connected_components(between)), key=lambda c: (-len(c), c[0])):
        centres = _spread(between.subgraph(component), component, [radii[i] for i in component])
        blocks.append(([str(i) for i in component], centres, np.array([radii[i] for i in component])))
    centre = _packed(blocks)
    places = {
        node: (round(centre[i][0] + x), round(centre[i][1] + y))
        for i, places in enumerate(inner)
        for node, (x, y) in places.items()
    }
    return places, [Disc(round(centre[i][0]), round(centre[i][1]), round(radii[i])) for i in range(len(groups))]


def _radius(places: Mapping[str, tuple[int, int]]) -> float:
    return float(max((np.hypot(x, y) for x, y in places.values()), default=0.0)) + MARGIN


def _spread(part: nx.Graph, order: Sequence[int], radii: Sequence[float]) -> NDArray[np.float64]:
    """Centres of the discs of one component, those that are tied near each other, none on another."""
    if len(order) == 1:
        return np.zeros((1, 2))
    plain = nx.Graph()
    plain.add_nodes_from(order)
    plain.add_edges_from(sorted(tuple(sorted(edge)) for edge in part.edges))
    found = nx.kamada_kawai_layout(plain, weight=None)
    size = np.array(radii) + GAP / 2
    points = np.array([found[i] for i in order]) * float(size.mean()) * np.sqrt(len(order)) * 1.5
    for _ in range(600):
        away = points[None, :, :] - points[:, None, :]
        far = np.hypot(away[..., 0], away[..., 1])
        lack = size[None, :] + size[:, None] - far
        np.fill_diagonal(lack, 0.0)
        lack = np.clip(lack, 0.0, None)
        if not lack.any():
            break
        way = away / np.where(far > 1e-9, far, 1.0)[..., None]
        points = points + (way * lack[..., None]).sum(axis=0) * 0.3
    return np.asarray(points)


def _packed(blocks: list[tuple[list[str], NDArray[np.float64], NDArray[np.float64]]]) -> dict[int, tuple[float, float]]:
    """The components side by side, centred on (0, 0): group -> its centre."""
    held = []
    for names, centres, radii in blocks:
        # The corners of what the discs cover stand for them: a component is packed by its box.
        low, high = (centres - radii[:, None]).min(axis=0), (centres + radii[:, None]).max(axis=0)
        held.append((names, np.vstack([centres, low, high])))
    placed = [(names, points[: len(names)]) for names, points in packed(held, (GAP, GAP))]
    if not placed:
        return {}
    everything = np.vstack([points for _, points in placed])
    middle = (everything.min(axis=0) + everything.max(axis=0)) / 2
    return {
        int(name): (float(x - middle[0]), float(y - middle[1]))
        for names, points in placed
        for name, (x, y) in zip(names, points, strict=True)
    }
