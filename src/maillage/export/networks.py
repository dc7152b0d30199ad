"""Networks as data: a networkx graph comes in; GEXF, GraphML, CSV or JSON goes out, every attribute kept.

These formats hold no lists and no unknowns: a list becomes text joined by `` | `` (the ties also whole, as JSON in
``ties``), an unknown is left out. JSON keeps everything as it is.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx

from maillage.dates import written
from maillage.errors import MaillageError
from maillage.network.project import BOUNDS, OPEN
from maillage.things.files import write_atomically

Plain = str | int | float | bool
#: What the dates of a tie say of the time asked for, best first.
STANDINGS = ("certain", "possible", "unknown")
#: XML 1.0 knows no character below space but tab and line ends.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def flat(g: nx.Graph, lang: str = "fr") -> nx.Graph:
    """A copy of a projected network whose attributes are all plain: text, numbers, yes or no."""
    out: nx.Graph = nx.DiGraph() if g.is_directed() else nx.Graph()
    title = g.graph.get("title") or {}
    out.graph["name"] = str(title.get(lang) or g.graph.get("name") or "")
    for node, about in sorted(g.nodes(data=True)):
        out.add_node(str(node), **_known(_node(about, lang)))
    for source, target, data in sorted(g.edges(data=True), key=lambda e: (str(e[0]), str(e[1]))):
        out.add_edge(str(source), str(target), **_known(_edge(data, lang)))
    return out


def _words(value: Any, lang: str) -> str | None:
    return (value.get(lang) or value.get("fr")) if isinstance(value, dict) else value


def _known(said: dict[str, Any]) -> dict[str, Plain]:
    out: dict[str, Plain] = {}
    for key, value in said.items():
        if value is None or value in ("", [], ()):
            continue
        out[key] = value if isinstance(value, int | float) else _NOT_XML.sub("\ufffd", str(value))
    return out


def _joined(values: Any) -> str:
    return " | ".join(sorted({str(v) for v in values if v}))


def _node(about: dict[str, Any], lang: str) -> dict[str, Any]:
    return {
        "label": _words(about.get("labels"), lang) or about.get("label"),
        "kind": about.get("kind"),
        "kind_label": _words(about.get("kind_label"), lang),
        "family": about.get("family"),
        "codes": _joined(f"{name} {value}" for name, value in about.get("codes") or ()),
        "alt_labels": _joined(about.get("alt_labels") or ()),
        "territory": about.get("territory"),
    }


def _edge(data: dict[str, Any], lang: str) -> dict[str, Any]:
    ties = data.get("ties") or []
    begin, begun, end, ended = ([t.get(name) for t in ties] for name in BOUNDS)
    bounds = (_all(min, begin), _some(min, begun), _some(max, end), _all(max, ended))
    since, until = (
        written(*(date.fromisoformat(day) if day else None for day in pair)) for pair in (bounds[:2], bounds[2:])
    )
    unended = any(t.get("open") for t in ties)
    return {
        "weight": data.get("weight", 1),
        "arrangements": _joined(t.get("arrangement_label") for t in ties),
        "arrangement_iris": _joined(t.get("arrangement") for t in ties),
        "relations": _joined(_words(t.get("relation_label"), lang) for t in ties),
        "roles": _joined(
            f"{r['actor_label']}: {_words(r['role_label'], lang)}" for t in ties for r in t.get("roles") or ()
        ),
        "since": since and since[0],
        "until": OPEN if unended else until and until[0],
        **dict(zip(("since_earliest", "since_latest", "until_earliest", "until_latest"), bounds, strict=True)),
        "dates_known": all(bool(t.get("dates_known")) for t in ties),
        "standing": next((one for one in STANDINGS if one in {t.get("standing") for t in ties}), None),
        "certainty": "inferred" if any(t.get("certainty") == "inferred" for t in ties) else "explicit",
        "modalities": _joined(t.get("modality") for t in ties),
        "documents": _joined(q.get("document_label") for t in ties for q in t.get("quotations") or ()),
        "sentences": len({q["exact"] for t in ties for q in t.get("quotations") or ()}),
        "ties": json.dumps(ties, ensure_ascii=False, sort_keys=True),
    }


def _all(pick: Callable[..., str], days: list[str | None]) -> str | None:
    """The least or greatest day, where none is unknown."""
    return pick(day for day in days if day) if days and all(days) else None


def _some(pick: Callable[..., str], days: list[str | None]) -> str | None:
    """The least or greatest of the days that are known."""
    return pick((day for day in days if day), default=None)


def to_gexf(g: nx.Graph, lang: str = "fr") -> str:
    """GEXF 1.2 as its schema has it: without the clock and the graph name networkx writes.

    An edge starts on the first day it may and ends on the last; an end that is not known is left out, that is, open.
    """
    plain = flat(g, lang)
    for _, _, about in plain.edges(data=True):
        days = {"start": about.get("since_earliest"), "end": about.get("until_latest")}
        about.update({name: day for name, day in days.items() if day})
    text = "\n".join(nx.generate_gexf(plain))
    text = re.sub(r' lastmodifieddate="[^"]*"', "", text)
    text = re.sub(r"<creator>[^<]*</creator>", "<creator>Maillage</creator>", text)
    text = re.sub(r'(<graph [^>]*?) name="[^"]*"', r"\1", text)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def to_graphml(g: nx.Graph, lang: str = "fr") -> str:
    """GraphML with typed attributes."""
    text = "\n".join(nx.generate_graphml(flat(g, lang)))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def to_csv(g: nx.Graph, lang: str = "fr") -> str:
    """One line an edge: source and target with labels and kinds, then the edge's attributes."""
    plain = flat(g, lang)
    ends = ("iri", "label", "kind")
    fields = [f"{end}_{what}" for end in ("source", "target") for what in ends]
    edges = list(plain.edges(data=True))
    extra = [key for key in _edge({}, lang) if key != "ties"]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*fields, *extra])
    for source, target, data in edges:
        about = [
            [node, plain.nodes[node].get("label", ""), plain.nodes[node].get("kind", "")] for node in (source, target)
        ]
        cells = [data.get(key, "") for key in extra]
        writer.writerow([*about[0], *about[1], *(str(c).lower() if isinstance(c, bool) else c for c in cells)])
    return out.getvalue()


def to_json(g: nx.Graph, lang: str = "fr") -> str:
    """Node-link JSON with every attribute whole, lists and unknowns included; read back by networkx."""
    data = nx.node_link_data(g, edges="edges")
    data["nodes"].sort(key=lambda n: str(n["id"]))
    data["edges"].sort(key=lambda e: (str(e["source"]), str(e["target"])))
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


FORMATS: dict[str, Callable[[nx.Graph, str], str]] = {
    ".gexf": to_gexf,
    ".graphml": to_graphml,
    ".csv": to_csv,
    ".json": to_json,
}


def format_of(path: Path) -> Callable[[nx.Graph, str], str]:
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


def write_network(g: nx.Graph, path: Path, lang: str = "fr") -> Path:
    """Write a network in the format its file name ends with.

    Raises
    ------
    MaillageError
        For an ending that is none of `FORMATS`, or a file that cannot be written.
    """
    form = format_of(path)
    if not path.parent.is_dir():
        raise MaillageError(
            "the folder for this file does not exist.", file=path, fix="Create it or choose another place."
        )
    write_atomically(path, form(g, lang))
    return path
