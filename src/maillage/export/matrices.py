"""Networks for Pajek, visone and UCINET: a networkx graph comes in; .net, .dl and a matrix as CSV go out.

Both formats number the nodes and name them by label. A label that two nodes share is told apart by the end of the id.
UCINET reads no accents: its labels are plain letters (`plain_labels`), and `labels.csv` says whose they are.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import Counter

import networkx as nx

from maillage.export.about import worded

#: Letters that UCINET's import promises to read of a label, and those that stand before the number that tells it apart.
_READ, _KEPT = 18, 11


def ordered(g: nx.Graph) -> list[str]:
    """The nodes in the order in which these files number them: of two modes the first side first, then by id."""
    return sorted(g, key=lambda node: (int(g.nodes[node].get("bipartite") or 0), str(node)))


def labels_of(g: nx.Graph, lang: str = "fr") -> dict[str, str]:
    """A label for each node, no two the same, on one line and without double quotes."""
    said = {n: worded(d.get("labels"), lang) or str(d.get("label") or n) for n, d in g.nodes(data=True)}
    said = {n: " ".join(text.replace('"', "'").split()) for n, text in said.items()}
    return _apart(said)


def plain_labels(g: nx.Graph, lang: str = "fr") -> dict[str, str]:
    """The same in letters, digits and underscores, apart in the first 18 in capitals: UCINET may read no more."""
    plain = {n: unicodedata.normalize("NFKD", text) for n, text in labels_of(g, lang).items()}
    return _apart(
        {
            n: re.sub(r"[^A-Za-z0-9]+", "_", text.encode("ascii", "ignore").decode()).strip("_") or "x"
            for n, text in plain.items()
        },
        _READ,
    )


def _apart(said: dict[str, str], read: int | None = None) -> dict[str, str]:
    """Labels told apart: from the second bearer on each has a number. With `read`, no more letters of each are read."""

    def seen(text: str) -> str:
        return text if read is None else text[:read].upper()

    def numbered(text: str, number: int) -> str:
        if read is None or len(text) <= _KEPT:
            return f"{text}_{number}"
        return f"{text[:_KEPT]}_{number}_{text[_KEPT:]}"

    many, met, taken = Counter(map(seen, said.values())), Counter[str](), set(map(seen, said.values()))
    out = {}
    for node in sorted(said, key=str):
        text = said[node]
        alike = seen(text)
        met[alike] += 1
        while many[alike] > 1 and met[alike] > 1 and seen(numbered(text, met[alike])) in taken:
            met[alike] += 1
        out[node] = numbered(text, met[alike]) if met[alike] > 1 else text
        taken.add(seen(out[node]))
    return out


def to_pajek(g: nx.Graph, lang: str = "fr") -> str:
    """Pajek's .net: vertices by number and label, then edges, or arcs where ties have a direction, with weights.

    A network of two modes says so: ``*Vertices 30 18`` has 18 actors first.
    """
    nodes, labels = ordered(g), labels_of(g, lang)
    number = {node: i for i, node in enumerate(nodes, 1)}
    first = _first_side(g)
    lines = [f"*Vertices {len(nodes)}{f' {first}' if first is not None else ''}"]
    lines += [f'{number[node]} "{labels[node]}"' for node in nodes]
    lines.append("*Arcs" if g.is_directed() and first is None else "*Edges")
    edges = sorted((number[a], number[b], data.get("weight", 1)) for a, b, data in g.edges(data=True))
    lines += [f"{a} {b} {_number(weight)}" for a, b, weight in edges]
    return "\n".join(lines) + "\n"


def to_dl(g: nx.Graph, lang: str = "fr") -> str:
    """UCINET's .dl: an edge list with labels; a tie without direction stands both ways, as UCINET reads it.

    A network of two modes is a matrix of actors by arrangements (``edgelist2``).
    """
    nodes, labels = ordered(g), plain_labels(g, lang)
    first = _first_side(g)
    if first is None:
        number = {node: i for i, node in enumerate(nodes, 1)}
        edges = {(number[a], number[b]): data.get("weight", 1) for a, b, data in g.edges(data=True)}
        if not g.is_directed():
            edges |= {(b, a): weight for (a, b), weight in edges.items()}
        head = [f"dl n={len(nodes)}", "format=edgelist1", "labels:", *(labels[node] for node in nodes)]
    else:
        rows, columns = nodes[:first], nodes[first:]
        place = {node: i for side in (rows, columns) for i, node in enumerate(side, 1)}
        side = set(rows)
        edges = {
            (place[a], place[b]) if a in side else (place[b], place[a]): data.get("weight", 1)
            for a, b, data in g.edges(data=True)
        }
        head = [f"dl nr={len(rows)} nc={len(columns)}", "format=edgelist2"]
        head += ["row labels:", *(labels[n] for n in rows), "column labels:", *(labels[n] for n in columns)]
    lines = [*head, "data:", *(f"{a} {b} {_number(edges[a, b])}" for a, b in sorted(edges))]
    return "\n".join(lines) + "\n"


def to_matrix(g: nx.Graph, lang: str = "fr") -> str:
    """The weights as a matrix, in CSV: ids in the first row and column; of two modes, actors by arrangements."""
    nodes = ordered(g)
    first = _first_side(g)
    rows, columns = (nodes, nodes) if first is None else (nodes[:first], nodes[first:])
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["", *columns])
    weights = {(a, b): data.get("weight", 1) for a, b, data in g.edges(data=True)}
    if not g.is_directed() or first is not None:
        weights |= {(b, a): weight for (a, b), weight in weights.items()}
    writer.writerows([row, *(_number(weights.get((row, column), 0)) for column in columns)] for row in rows)
    return out.getvalue()


def to_labels(g: nx.Graph, lang: str = "fr") -> str:
    """Which number and labels of these files a node has, as CSV."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["number", "id", "label", "plain_label"])
    labels, plain = labels_of(g, lang), plain_labels(g, lang)
    writer.writerows([i, node, labels[node], plain[node]] for i, node in enumerate(ordered(g), 1))
    return out.getvalue()


def _first_side(g: nx.Graph) -> int | None:
    """How many nodes are on the first side of a network of two modes; None of one mode."""
    sides = [side for _, side in g.nodes(data="bipartite")]
    return None if not sides or None in sides else sides.count(0)


def _number(weight: float) -> str:
    return str(int(weight)) if float(weight).is_integer() else repr(float(weight))
