"""In: a networkx graph. Out: one place per node, in pixels at zoom 1, the same for the same graph and seed.

The page does not move nodes by itself (physics stays off), so this is where legibility is made: each connected
component is laid out alone, its nodes are pushed apart until their names have room, and the components are packed side
by side without overlap; actors without any link stand in rows at the end.
"""

from __future__ import annotations

import math

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

Points = NDArray[np.float64]

ROOM = (168.0, 78.0)
"""Width and height that a node and its name take when the network is small."""
SMALL_ROOM = (30.0, 28.0)
"""The least room, for the node alone: in a big network names show as one zooms in."""
CROWD = 36
"""Up to this many nodes every name gets its full room."""
EXACT = 70
"""Up to this many nodes a component is drawn by path lengths (Kamada-Kawai), above by forces (Fruchterman-Reingold)."""
OPEN = 2.6
"""In a crowd, ground for each unit of room taken by the nodes."""
GAP = 44.0
ASPECT = 1.6
"""Width to height of what is aimed at: a screen, not a square."""


def positions(g: nx.Graph, seed: int = 7) -> dict[str, tuple[int, int]]:
    """Places of all nodes, y downwards, centred on (0, 0).

    Parameters
    ----------
    g: a graph, directed or not, whose nodes are strings; edge attribute ``weight`` is not used, so that a filter
        that changes weights would not change places.
    seed: of the force layout.

    Notes
    -----
    Nodes and edges are sorted first: the order in which they were added changes nothing. Whole pixels are returned,
    which hides differences in the last bits between machines.
    """
    plain = nx.Graph()
    plain.add_nodes_from(sorted(g.nodes))
    plain.add_edges_from(sorted(tuple(sorted(edge)) for edge in g.edges() if edge[0] != edge[1]))
    room = _room(plain.number_of_nodes())
    blocks: list[tuple[list[str], Points]] = []
    alone: list[str] = []
    for component in sorted(map(sorted, nx.connected_components(plain)), key=lambda c: (-len(c), c[0])):
        if len(component) == 1:
            alone += component
        else:
            blocks.append((component, _component(plain.subgraph(component), component, room, seed)))
    placed = packed(blocks, room)
    if alone:
        placed.append((alone, _rows(len(alone), placed, room)))
    if not placed:
        return {}
    everything = np.vstack([points for _, points in placed])
    middle = (everything.min(axis=0) + everything.max(axis=0)) / 2
    return {
        node: (round(float(x - middle[0])), round(float(y - middle[1])))
        for nodes, points in placed
        for node, (x, y) in zip(nodes, points, strict=True)
    }


def _room(n: int) -> tuple[float, float]:
    """The more nodes, the less room for each: the whole must stay readable on one screen."""
    shrink = min(1.0, math.sqrt(CROWD / n)) if n else 1.0
    # Width falls faster: it is there for the names, which a crowd shows only when zoomed in.
    return max(ROOM[0] * shrink**1.4, SMALL_ROOM[0]), max(ROOM[1] * shrink, SMALL_ROOM[1])


def _component(part: nx.Graph, nodes: list[str], room: tuple[float, float], seed: int) -> Points:
    """Places of one connected component; a fresh graph in sorted order, since a sub-graph view keeps no order."""
    g = nx.Graph()
    g.add_nodes_from(nodes)
    g.add_edges_from(sorted(tuple(sorted(edge)) for edge in part.edges))
    if len(nodes) == 2:
        return np.array([[0.0, 0.0], [room[0] * 1.5, 0.0]])
    if len(nodes) <= EXACT:
        found = nx.kamada_kawai_layout(g, weight=None)
    else:
        # A smooth start, then forces open the dense groups. A round costs the square of the nodes: a crowd gets fewer.
        rounds = min(120, max(40, 60_000 // len(nodes)))
        found = nx.spring_layout(g, pos=_start(g, seed), k=2.2 / math.sqrt(len(nodes)), iterations=rounds, seed=seed)
    points = np.array([found[node] for node in nodes], dtype=float)
    points = _lying(points)
    place = {node: i for i, node in enumerate(nodes)}
    step = float(np.median([np.linalg.norm(points[place[a]] - points[place[b]]) for a, b in _sample(g)]))
    # A usual link as long as a name is wide, and in a crowd open ground enough for its groups to show.
    ground = math.pi * 4 * float(np.prod(points.std(axis=0)))
    open_enough = math.sqrt(OPEN * len(nodes) * room[0] * room[1] / max(ground, 1e-12))
    points *= max(math.hypot(*room) * 1.05 / max(step, 1e-9), open_enough if len(nodes) > EXACT else 0.0)
    points[:, 0] *= 1.2
    return apart(points, room)


def _start(g: nx.Graph, seed: int) -> dict[str, Points]:
    """A first placing by the two smoothest eigenvectors of the Laplacian, shaken a little so that twins part."""
    shake = np.random.default_rng(seed)
    laplacian = nx.normalized_laplacian_matrix(g).toarray()
    _, vectors = np.linalg.eigh(laplacian)
    points = vectors[:, 1:3]
    points = points / max(float(np.abs(points).max()), 1e-9) + shake.normal(scale=0.02, size=points.shape)
    return dict(zip(g.nodes, points, strict=True))


def _sample(g: nx.Graph) -> list[tuple[str, str]]:
    """At most 400 edges, evenly taken: enough for a median length."""
    edges = list(g.edges)
    return edges[:: max(1, len(edges) // 400)]


def _lying(points: Points) -> Points:
    """Turned so that the long side lies along x, as a screen does."""
    centred = points - points.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    # The sign of an axis is arbitrary: fix it, or two machines may draw mirror images.
    axes = np.array([axis if axis[np.argmax(np.abs(axis))] > 0 else -axis for axis in axes])
    return np.asarray(centred @ axes.T)


def apart(points: Points, room: tuple[float, float], rounds: int = 400) -> Points:
    """Push overlapping boxes apart, each pair by half its overlap along the shorter way out."""
    points = points / np.array(room)
    for _ in range(rounds):
        # In units of one box, two boxes overlap when both distances are under 1.
        pairs = cKDTree(points).query_pairs(0.999, p=math.inf, output_type="ndarray")
        if not len(pairs):
            break
        a, b = pairs[:, 0], pairs[:, 1]
        away = points[b] - points[a]
        lack = 1.0 - np.abs(away)
        along = np.argmin(lack, axis=1)
        rows = np.arange(len(pairs))
        way = np.where(away[rows, along] >= 0, 1.0, -1.0)
        push = np.zeros_like(away)
        push[rows, along] = way * lack[rows, along] * 0.5
        move = np.zeros_like(points)
        np.add.at(move, b, push)
        np.add.at(move, a, -push)
        points = points + move * 0.8
    return np.asarray(points * np.array(room))


def packed(blocks: list[tuple[list[str], Points]], room: tuple[float, float]) -> list[tuple[list[str], Points]]:
    """Components side by side, tallest first, on shelves of whatever width gives the largest drawing on a screen."""
    margin = np.array(room) / 2
    boxes = []
    for nodes, points in blocks:
        low = points.min(axis=0) - margin
        boxes.append((nodes, points - low, points.max(axis=0) + margin - low))
    if not boxes:
        return []
    boxes.sort(key=lambda box: (-box[2][1], -box[2][0], box[0][0]))
    sizes = [(float(size[0]), float(size[1])) for _, _, size in boxes]
    widest, all_in_a_row = max(w for w, _ in sizes), sum(w + GAP for w, _ in sizes)
    tried = [_shelves(sizes, widest + (all_in_a_row - widest) * step / 40) for step in range(41)]
    corners = min(tried, key=lambda found: _reach(found, sizes))
    return [(nodes, points + corner) for (nodes, points, _), corner in zip(boxes, corners, strict=True)]


def _shelves(sizes: list[tuple[float, float]], width: float) -> list[tuple[float, float]]:
    """Corners of boxes: under a box of the same shelf where there is room, else beside it, else on a new shelf."""
    corners: list[tuple[float, float]] = []
    top, shelf, end = 0.0, 0.0, 0.0
    columns: list[list[float]] = []  # x, width, height in use
    for w, h in sizes:
        column = next((c for c in columns if w <= c[1] and c[2] + GAP + h <= shelf), None)
        if column:
            corners.append((column[0], top + column[2] + GAP))
            column[2] += GAP + h
            continue
        if columns and end + w > width:
            top, end, columns = top + shelf + GAP, 0.0, []
        if not columns:
            shelf = h
        corners.append((end, top))
        columns.append([end, w, h])
        end += w + GAP
    return corners


def _reach(corners: list[tuple[float, float]], sizes: list[tuple[float, float]]) -> float:
    """How large a screen of the wanted shape must be to hold all: the less, the larger everything is drawn."""
    across = max(x + w for (x, _), (w, _) in zip(corners, sizes, strict=True))
    down = max(y + h for (_, y), (_, h) in zip(corners, sizes, strict=True))
    return max(across / ASPECT, down)


def _rows(n: int, placed: list[tuple[list[str], Points]], room: tuple[float, float]) -> Points:
    """Rows of single nodes under what is already placed, as wide as it is."""
    if placed:
        everything = np.vstack([points for _, points in placed])
        left, top = float(everything[:, 0].min()), float(everything[:, 1].max()) + room[1] + GAP
        width = float(everything[:, 0].max()) - left
    else:
        left, top, width = 0.0, 0.0, math.sqrt(n * room[0] * room[1] * ASPECT)
    columns = max(1, min(n, int(width // room[0]) + 1))
    return np.array([[left + (i % columns) * room[0], top + (i // columns) * room[1]] for i in range(n)])
