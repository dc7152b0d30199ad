"""Networks as data: a networkx graph comes in; GEXF, GraphML, CSV or JSON goes out, every attribute kept.

Each file says its title, filters, caveats and licence where its format has a place for words. The ties of an edge, with
their roles and quotations, stand whole in JSON; beside any other format `to_ties` gives them.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import networkx as nx

from maillage.errors import MaillageError
from maillage.export.about import about
from maillage.export.flat import EXTRA, Places, edge_cells, flat, node_cells
from maillage.things.files import write_atomically

Writer = Callable[[nx.Graph, str, Places | None], str]


def to_gexf(g: nx.Graph, lang: str = "fr", places: Places | None = None) -> str:
    """GEXF 1.2 as its schema has it: without the clock and the graph name networkx writes.

    An edge starts on the first day it may and ends on the last; an end that is not known is left out, that is, open.
    """
    plain = flat(g, lang, places)
    for _, data in plain.nodes(data=True):
        data["viz"] = _viz(data)
    for number, (_, _, data) in enumerate(plain.edges(data=True)):
        if plain.is_multigraph():  # networkx would take the layer for the id of an edge
            data["id"] = str(number)
        days = {"start": data.get("since_earliest"), "end": data.get("until_latest")}
        data.update({name: day for name, day in days.items() if day})
    text = "\n".join(nx.generate_gexf(plain))
    text = re.sub(r' lastmodifieddate="[^"]*"', "", text)
    said = {name: _line(value) for name, value in plain.graph.items()}
    meta = (
        "<creator>Maillage</creator>",
        f"<keywords>{escape(', '.join(filter(None, (said.get('title'), said.get('filters')))))}</keywords>",
        f"<description>{escape(_described(said))}</description>",
    )
    text = re.sub(r"<creator>[^<]*</creator>", lambda _: "\n    ".join(meta), text, count=1)
    text = re.sub(r'(<graph [^>]*?) name="[^"]*"', r"\1", text, count=1)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _viz(data: dict[str, Any]) -> dict[str, Any]:
    """What GEXF says of a drawing in its own elements, in place of attributes."""
    colour = data.pop("color")
    viz: dict[str, Any] = {"color": {part: int(colour[i : i + 2], 16) for part, i in (("r", 1), ("g", 3), ("b", 5))}}
    x, y = data.pop("x", None), data.pop("y", None)
    if x is not None:
        viz["position"] = {"x": float(x), "y": float(y), "z": 0.0}
    return viz


def _line(value: object) -> str:
    return " ".join(str(value).split())


def _described(said: dict[str, str]) -> str:
    """All that is known of the whole, a name and its words after another, where there is one place for it."""
    return " · ".join(f"{name}: {value}" for name, value in said.items() if name != "name")


def to_graphml(g: nx.Graph, lang: str = "fr", places: Places | None = None) -> str:
    """GraphML with typed attributes, those of the whole graph too."""
    text = "\n".join(nx.generate_graphml(flat(g, lang, places)))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def to_csv(g: nx.Graph, lang: str = "fr", places: Places | None = None) -> str:
    """One line an edge: source and target (ids of `to_nodes_csv`), weight, labels of both, then the other attributes.

    ``type`` is Directed or Undirected, the words Gephi looks for; yes and no are TRUE and FALSE, as R and pandas both
    take them.
    """
    plain = flat(g, lang)
    kind = "Directed" if plain.is_directed() else "Undirected"
    weight, *extra = edge_cells({}, lang)
    extra += [name for name in EXTRA if any(name in data for *_, data in plain.edges(data=True))]
    rows = (
        [source, target, data[weight], plain.nodes[source].get("label"), plain.nodes[target].get("label"), kind]
        + [data.get(key) for key in extra]
        for source, target, data in plain.edges(data=True)
    )
    return _csv(["source", "target", weight, "source_label", "target_label", "type", *extra], rows)


def to_nodes_csv(g: nx.Graph, lang: str = "fr", places: Places | None = None) -> str:
    """One line a node: id, label, then every attribute that some network has."""
    plain = flat(g, lang, places)
    present = {key for _, data in plain.nodes(data=True) for key in data}
    some = {"iri", "mode", "bipartite", "type", "x", "y"}
    keys = [key for key in node_cells("", {}, lang) if key not in some or key in present]
    return _csv(["id", *keys], ([node, *(data.get(key) for key in keys)] for node, data in plain.nodes(data=True)))


def _csv(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow("" if cell is None else str(cell).upper() if isinstance(cell, bool) else cell for cell in row)
    return out.getvalue()


def to_about(g: nx.Graph, lang: str = "fr") -> str:
    """What is said of the whole, as JSON, with the number of nodes and edges: what lies beside a CSV."""
    return _json({**about(g, lang), "nodes": g.number_of_nodes(), "edges": g.number_of_edges()})


def to_ties(g: nx.Graph, lang: str = "fr") -> str:
    """The ties of every edge, whole, as JSON: what is said of the network, then source, target and ties of each."""
    edges = sorted(g.edges(data=True), key=lambda e: (str(e[0]), str(e[1])))
    ties = [{"source": source, "target": target, "ties": data.get("ties") or []} for source, target, data in edges]
    return _json({**about(g, lang), "edges": ties})


def to_json(g: nx.Graph, lang: str = "fr", places: Places | None = None) -> str:
    """Node-link JSON with every attribute whole, lists and unknowns included; read back by networkx.

    Colour and place of `maillage.export.flat` stand there too.
    """
    data = nx.node_link_data(g, edges="edges")
    data["graph"] = {**about(g, lang), **data["graph"]}
    for node in data["nodes"]:
        cells = node_cells(str(node["id"]), node, lang, (places or {}).get(node["id"]))
        node.update({key: cells[key] for key in ("color", "x", "y") if cells[key] is not None})
    data["nodes"].sort(key=lambda n: str(n["id"]))
    data["edges"].sort(key=lambda e: (str(e["source"]), str(e["target"])))
    return _json(data)


def _json(said: dict[str, Any]) -> str:
    return json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


FORMATS: dict[str, Writer] = {
    ".gexf": to_gexf,
    ".graphml": to_graphml,
    ".csv": to_csv,
    ".json": to_json,
}


def format_of(path: Path) -> Writer:
    """What writes a network in the format a file name ends with.

    Raises
    ------
    MaillageError
        For an ending that is none of `FORMATS`.
    """
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        known = ", ".join(FORMATS)
        raise MaillageError(
            f"no network is written as '{path.suffix or path.name}'.", file=path, fix=f"Use .html, {known}."
        )
    return form


def beside(path: Path) -> dict[str, Path]:
    """The files that lie beside the edges of a CSV: its nodes, and what is said of the whole.

    Beside ``net.csv`` (or ``net-edges.csv``) they are ``net-nodes.csv`` and ``net-about.json``. A pipe has none.
    """
    if path.suffix.lower() != ".csv" or (path.exists() and not path.is_file()):
        return {}
    stem = path.stem.removesuffix("-edges")
    return {"nodes": path.with_name(f"{stem}-nodes.csv"), "about": path.with_name(f"{stem}-about.json")}


def write_network(
    g: nx.Graph, path: Path, lang: str = "fr", *, places: Places | None = None, ties: Path | None = None
) -> list[Path]:
    """Write a network in the format its file name ends with.

    Parameters
    ----------
    places:
        Where its nodes stand, as `maillage.views.layout.positions` gives it.
    ties:
        A file for the ties of every edge, as JSON.

    Returns
    -------
    list[Path]
        The files written, the one named first.

    Raises
    ------
    MaillageError
        For an ending that is none of `FORMATS`, or a file that cannot be written.
    """
    form = format_of(path)
    for file in (path, *filter(None, [ties])):
        if not file.parent.is_dir():
            raise MaillageError(
                "the folder for this file does not exist.", file=file, fix="Create it or choose another place."
            )
    contents = {path: form(g, lang, places)}
    if other := beside(path):
        contents |= {other["nodes"]: to_nodes_csv(g, lang, places), other["about"]: to_about(g, lang)}
    if ties is not None:
        contents[ties] = to_ties(g, lang)
    for file, content in contents.items():
        write_atomically(file, content)
    return list(contents)
