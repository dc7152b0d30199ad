"""Turnover: the slices of a network come in; who enters and leaves, and which ties last, goes out as a table."""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx

from maillage.network.slices import standings_of, ties_between
from maillage.things.table import Column, Table, Value

_COLUMNS = (
    ("slice", "Période", "Period"),
    ("nodes", "Nœuds", "Nodes"),
    ("ties", "Liens", "Ties"),
    ("certain", "Certains", "Certain"),
    ("possible", "Possibles", "Possible"),
    ("unknown", "De date inconnue", "Of unknown date"),
    ("entered", "Entrées", "Entries"),
    ("left", "Sorties", "Exits"),
    ("turnover", "Renouvellement", "Turnover"),
    ("ties_gained", "Liens gagnés", "Ties gained"),
    ("ties_lost", "Liens perdus", "Ties lost"),
    ("persistence", "Persistance des liens", "Persistence of ties"),
    ("jaccard", "Similarité des liens", "Similarity of ties"),
)


def turnover(slices: Mapping[str, nx.Graph], lang: str = "fr") -> Table:
    """Who enters, who leaves, and which ties last, from each slice to the next.

    Parameters
    ----------
    slices:
        Name -> network, in order, as `maillage.network.slices.yearly` gives them.

    Returns
    -------
    Table
        One row a slice: ``nodes``, ``ties`` and how many of them are certain, possible or of unknown date;
        ``entered`` and ``left`` since the slice before; ``turnover``, (entered + left) / (nodes before + nodes now);
        ``ties_gained`` and ``ties_lost``; ``persistence``, the share of the ties before that last; ``jaccard``, the
        ties of both over those of either. What compares is empty (None) in the first row; so is a share of nothing.
    """
    rows: list[list[Value]] = []
    before: nx.Graph | None = None
    for name, now in slices.items():
        row: list[Value] = [name, now.number_of_nodes(), now.number_of_edges(), *standings_of(now).values()]
        if before is None:
            rows.append([*row, *[None] * 7])
        else:
            rows.append([*row, *_changes(before, now)])
        before = now
    note = {
        "fr": "Renouvellement : (entrées + sorties) / (nœuds d'avant + nœuds d'après). Persistance : part des liens "
        "d'avant qui durent. Une part de rien est vide.",
        "en": "Turnover: (entries + exits) / (nodes before + nodes after). Persistence: share of the ties before that "
        "last. A share of nothing is empty.",
    }
    columns = [Column(name, fr if lang == "fr" else en) for name, fr, en in _COLUMNS]
    return Table(columns, rows, notes=(note[lang],), lang=lang)


def _changes(before: nx.Graph, now: nx.Graph) -> list[Value]:
    nodes, nodes_now = set(before), set(now)
    ties, ties_now = ties_between(before), ties_between(now)
    came, went = len(nodes_now - nodes), len(nodes - nodes_now)
    gained, lost, kept = len(ties_now - ties), len(ties - ties_now), len(ties & ties_now)
    return [
        came,
        went,
        _share(came + went, len(nodes) + len(nodes_now)),
        gained,
        lost,
        _share(kept, len(ties)),
        _share(kept, len(ties | ties_now)),
    ]


def _share(part: int, whole: int) -> float | None:
    return None if not whole else round(part / whole, 6)
