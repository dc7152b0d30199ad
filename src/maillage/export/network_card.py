"""Network card: a network comes in; its card, as the schema 0.0.2 of Network Cards has it, goes out as a plain dict.

J. Bagrow and Y.-Y. Ahn, *Network cards: concise, readable summaries of network data*, Applied Network Science 7, 84
(2022). A value that is not defined for a network is ``N/A``, the schema's own word.
"""

from __future__ import annotations

import math
import warnings
from typing import Any

import networkx as nx
import numpy as np
from scipy.sparse.csgraph import shortest_path

from maillage.export.about import CREATOR, LICENCE, about

VERSION = "0.0.2"
SUMMARY = "Distributions summarized with Average [min, max]"
NOT_APPLICABLE = "N/A"


def network_card(g: nx.Graph, lang: str = "fr") -> dict[str, Any]:
    """The card of a network: ``overall``, ``structure`` and ``metainfo``.

    Clustering, components, diameter and assortativity are those of the ties without their directions and weights.
    """
    said = about(g, lang)
    fr = lang == "fr"
    weighted = any(weight not in (None, 1) for *_, weight in g.edges(data="weight"))
    modes = sorted({str(mode) for _, mode in g.nodes(data="mode") if mode})
    overall = {
        "Name": said.get("title") or said.get("rule") or "Maillage",
        "Kind": f"{'Directed' if g.is_directed() else 'Undirected'}, {'weighted' if weighted else 'unweighted'}"
        f"{', bipartite' if modes else ''}",
        "Nodes are": _nodes_are(g, modes, fr),
        "Links are": said.get("rule") or said.get("description") or "",
        "Considerations": said.get("caveats") or "",
    }
    if weighted:
        overall["Link weights are"] = said.get("weighting") or ""
    metainfo = {
        "Node metadata": "CODEBOOK.md, nodes.csv",
        "Link metadata": "CODEBOOK.md, edges.csv, ties.json",
        "Date of creation": f"Maillage {said.get('version', '')}; {said.get('slice', '')}".strip("; "),
        "Data generating process": (
            "Affirmations relevées dans des documents publics et des registres, chacune avec sa citation ou sa page ; "
            if fr
            else "Claims read in public documents and registers, each with its quotation or page; "
        )
        + said.get("query", ""),
        "Ethics": (
            "Organismes et dispositifs publics ; aucune personne n'est un nœud."
            if fr
            else "Public bodies and arrangements; no person is a node."
        ),
        "Funding": NOT_APPLICABLE,
        "Citation": f"{CREATOR}, Maillage {said.get('version', '')}".strip(),
        "Access": LICENCE,
    }
    return {"schema_version": VERSION, "overall": overall, "structure": _structure(g), "metainfo": metainfo}


def _nodes_are(g: nx.Graph, modes: list[str], fr: bool) -> str:
    kinds: dict[str, int] = {}
    for _, data in g.nodes(data=True):
        words = data.get("kind_label") or {}
        kind = str(words.get("fr" if fr else "en") or data.get("kind") or "") if isinstance(words, dict) else str(words)
        if kind:
            kinds[kind] = kinds.get(kind, 0) + 1
    most = ", ".join(f"{kind} ({n})" for kind, n in sorted(kinds.items(), key=lambda item: (-item[1], item[0]))[:8])
    what = " / ".join(modes) if modes else ("acteurs" if fr else "actors")
    return f"{what}{f' : {most}' if fr else f': {most}'}" if most else what


def _structure(g: nx.Graph) -> dict[str, Any]:
    plain = nx.Graph()
    plain.add_nodes_from(g)
    plain.add_edges_from((a, b) for a, b in g.edges() if a != b)
    sizes = sorted((len(part) for part in nx.connected_components(plain)), reverse=True)
    connected = len(sizes) == 1
    found: dict[str, Any] = {
        "Number of nodes": len(g),
        "Number of links": g.number_of_edges(),
        "Degree": [_summary([degree for _, degree in g.degree()]), SUMMARY],
        "Clustering": round(nx.average_clustering(plain), 6) if len(plain) else NOT_APPLICABLE,
        "Connected": "Yes" if connected else _parts(sizes, len(g)),
        "Assortativity (degree)": _assortativity(plain),
        "Component size": [_summary(sizes), SUMMARY],
    }
    if connected:
        found["Diameter"] = _diameter(plain)
    else:
        found["Diameter"] = NOT_APPLICABLE
        largest: set[str] = max(nx.connected_components(plain), key=len, default=set())
        found["Largest component's diameter"] = _diameter(plain.subgraph(largest))
    return found


def _parts(sizes: list[int], nodes: int) -> str:
    return f"{len(sizes)} components [{100 * sizes[0] / nodes:.1f}% in largest]" if sizes else "0 components"


def _summary(values: list[int]) -> str:
    return f"{sum(values) / len(values):.2f} [{min(values)}, {max(values)}]" if values else NOT_APPLICABLE


def _diameter(plain: nx.Graph) -> int | str:
    """The longest shortest path, in ties."""
    if not len(plain):
        return NOT_APPLICABLE
    matrix = nx.to_scipy_sparse_array(plain, weight=None, format="csr", dtype=float)
    longest, step = 0.0, 512  # so many rows of distances are held at once
    for first in range(0, len(plain), step):
        rows = np.arange(first, min(first + step, len(plain)))
        longest = max(longest, float(shortest_path(matrix, directed=False, unweighted=True, indices=rows).max()))
    return int(longest)


def _assortativity(plain: nx.Graph) -> float | str:
    if not plain.number_of_edges():
        return NOT_APPLICABLE
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")  # where all degrees are the same it is not defined, which is said below
        value = float(nx.degree_assortativity_coefficient(plain))
    return NOT_APPLICABLE if math.isnan(value) else round(value, 6)
