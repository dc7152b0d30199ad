"""Hand-over: a network comes in; one folder that a journal or an archive takes goes out.

Data in the formats its readers open, what it is (card, codebook, query, parameters, licence), how it may be shared, and
how to read it. The same network gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import networkx as nx

from maillage.errors import MaillageError
from maillage.export.about import CREATOR, LICENCE, about
from maillage.export.flat import Places, edge_cells, node_cells
from maillage.export.hand_over_texts import codebook, readme, sharing
from maillage.export.matrices import to_dl, to_labels, to_matrix, to_pajek
from maillage.export.network_card import network_card
from maillage.export.networks import to_about, to_csv, to_gexf, to_graphml, to_nodes_csv, to_ties
from maillage.network.made import record_of
from maillage.things.files import write_atomically

SUMS = "SHA256SUMS"
#: Above this many nodes a matrix of all pairs is not written: it would be larger than all the rest.
WIDE = 2000


def hand_over(g: nx.Graph, lang: str = "fr", *, query: str = "", places: Places | None = None) -> dict[str, str]:
    """The files of the folder: name -> content.

    Parameters
    ----------
    query:
        The text of the query the ties come from.
    places:
        Where the nodes are drawn.

    Raises
    ------
    MaillageError
        For a network of several layers.
    """
    if g.is_multigraph():
        raise MaillageError("a network of several layers is not handed over as one.", fix="Hand over one layer.")
    directed = g.is_directed()
    files = {
        "nodes.csv": to_nodes_csv(g, lang, places),
        "edges.csv": to_csv(g, lang),
        "ties.json": to_ties(g, lang),
        "about.json": to_about(g, lang),
        "network.graphml": to_graphml(g, lang, places),
        "network.gexf": to_gexf(g, lang, places),
        "network.net": to_pajek(g, lang),
        "network.dl": to_dl(g, lang),
        "labels.csv": to_labels(g, lang),
        "parameters.json": _json({**record_of(g), "licence": LICENCE, "creator": CREATOR}),
        "network-card.json": _json(network_card(g, lang)),
        "CODEBOOK.md": codebook([*node_cells("", {}, lang)], [*edge_cells({}, lang)], lang),
        "SHARING.md": sharing(about(g, lang), lang),
        "README.md": readme(g, about(g, lang), lang),
        "LICENCE.txt": f"{LICENCE}\n{CREATOR}\n",
        "read.R": _READ_R.format(directed="TRUE" if directed else "FALSE"),
        "read.py": _READ_PYTHON,
    }
    if len(g) <= WIDE:
        files["matrix.csv"] = to_matrix(g, lang)
    if query:
        files["query.rq"] = query
    sums = (f"{hashlib.sha256(text.encode()).hexdigest()}  {name}" for name, text in sorted(files.items()))
    return {**files, SUMS: "\n".join(sums) + "\n"}


_READ_R = """nodes <- read.csv("nodes.csv"); edges <- read.csv("edges.csv")
g <- igraph::graph_from_data_frame(edges, directed = {directed}, vertices = nodes)
"""
_READ_PYTHON = """import networkx as nx
g = nx.read_graphml("network.graphml")
"""


def _json(said: object) -> str:
    return json.dumps(said, ensure_ascii=False, indent=1, sort_keys=False) + "\n"


def write_hand_over(
    g: nx.Graph, folder: Path, lang: str = "fr", *, query: str = "", places: Places | None = None
) -> list[Path]:
    """Write the folder; an earlier one of the same kind is replaced, file by file.

    Raises
    ------
    MaillageError
        For a folder that holds other files, a file of this name, or a missing folder above.
    """
    check_folder(folder)
    files = hand_over(g, lang, query=query, places=places)
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        if old.is_file() and old.name in _NAMES and old.name not in files:
            old.unlink()
    for name, text in files.items():
        write_atomically(folder / name, text)
    return [folder / name for name in files]


#: Files that one network has and another has not.
_NAMES = ("matrix.csv", "query.rq")


def check_folder(folder: Path) -> None:
    """Refuse a place where no folder can be written, or one that holds something else."""
    if folder.exists() and not folder.is_dir():
        raise MaillageError("this is a file, a hand-over needs a folder.", file=folder, fix="Name another.")
    if not folder.parent.is_dir():
        raise MaillageError("the folder above this one does not exist.", file=folder, fix="Create it.")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / SUMS).is_file():
        raise MaillageError("this folder holds other files.", file=folder, fix="Name a new folder: DIR/.")
