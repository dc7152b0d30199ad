"""Flat networks: a projected network comes in; the same network with plain attributes goes out: text, numbers, yes, no.

The formats other tools read hold no lists and no unknowns: a list becomes text joined by `` | ``, an unknown is left
out. The ties of an edge, which are lists of lists, are counted here and stand whole in JSON only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import networkx as nx

from maillage.dates import written
from maillage.export.about import about, worded
from maillage.network.asked import BOUNDS, MODE, OPEN
from maillage.network.legend import look_of

Plain = str | int | float | bool
#: What the edges of some networks say besides.
EXTRA = ("layer", "weight_events", "weight_others", "state")
#: Node -> where it stands in a drawing, y downwards, as `maillage.views.layout.positions` gives it.
Places = Mapping[str, tuple[int, int]]
#: What the dates of a tie say of the time asked for, best first.
STANDINGS = ("certain", "possible", "unknown")
#: XML 1.0 knows no character below space but tab and line ends.
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def flat(g: nx.Graph, lang: str = "fr", places: Places | None = None) -> nx.Graph:
    """A copy of a projected network whose attributes are all plain, with what is said of the whole in ``graph``.

    Node attributes: label, kind, kind_label, family, codes, alt_labels, territory, region, department, color
    (``#rrggbb``, from the one table), ``x`` and ``y`` where places are given (y upwards, as plots have it), and in a
    network of two modes ``iri`` and the side, said three times: ``mode`` (actor, arrangement), ``bipartite`` (0, 1;
    networkx looks for it) and ``type`` (no, yes; igraph looks for it).
    """
    several = g.is_multigraph()
    out: nx.Graph = nx.MultiGraph() if several else nx.DiGraph() if g.is_directed() else nx.Graph()
    out.graph.update({"name": "", **_known(about(g, lang))})
    out.graph["name"] = out.graph.get("title", "")
    for node, data in sorted(g.nodes(data=True)):
        out.add_node(str(node), **_known(node_cells(str(node), data, lang, (places or {}).get(node))))
    edges = g.edges(data=True, **({"keys": True} if several else {}))
    for *ends, data in sorted(edges, key=lambda e: tuple(map(str, e[:-1]))):
        extra = {name: data.get(name) for name in EXTRA}
        out.add_edge(*map(str, ends), **_known({**edge_cells(data, lang), **extra}))
    return out


def _known(said: dict[str, Any]) -> dict[str, Plain]:
    out: dict[str, Plain] = {}
    for key, value in said.items():
        if value is None or value in ("", [], ()):
            continue
        out[key] = value if isinstance(value, int | float) else NOT_XML.sub("\ufffd", str(value))
    return out


def _joined(values: Any) -> str:
    return " | ".join(sorted({str(v) for v in values if v}))


def node_cells(node: str, data: dict[str, Any], lang: str, place: tuple[int, int] | None = None) -> dict[str, Any]:
    """The attributes of a node, each name whether known or not."""
    mode = data.get(MODE)
    return {
        "label": worded(data.get("labels"), lang) or data.get("label"),
        # In a network of two modes a body may be two nodes, whose ids are not both its IRI.
        "iri": (data.get("iri") or node) if mode else None,
        "kind": data.get("kind"),
        "kind_label": worded(data.get("kind_label"), lang),
        "family": data.get("family"),
        "codes": _joined(f"{name} {value}" for name, value in data.get("codes") or ()),
        "alt_labels": _joined(data.get("alt_labels") or ()),
        "territory": data.get("territory"),
        "region": _joined(data.get("regions") or ()),
        "department": _joined(data.get("departments") or ()),
        "color": look_of(str(data.get("family") or "")).colour,
        "x": place[0] if place else None,
        "y": -place[1] if place else None,
        MODE: mode,
        "bipartite": data.get("bipartite"),
        "type": data.get("type"),
    }


def edge_cells(data: dict[str, Any], lang: str) -> dict[str, Any]:
    """The attributes of an edge, each name whether known or not; ``weight`` first."""
    ties = data.get("ties") or []
    begin, begun, end, ended = ([t.get(name) for t in ties] for name in BOUNDS)
    bounds = (_all(min, begin), _some(min, begun), _some(max, end), _all(max, ended))
    since, until = (
        written(*(date.fromisoformat(day) if day else None for day in pair)) for pair in (bounds[:2], bounds[2:])
    )
    unended = any(t.get("open") for t in ties)
    proofs = [q for t in ties for q in t.get("quotations") or ()]
    return {
        "weight": data.get("weight", 1),
        "arrangements": _joined(t.get("arrangement_label") for t in ties),
        "arrangement_iris": _joined(t.get("arrangement") for t in ties),
        "relations": _joined(worded(t.get("relation_label"), lang) for t in ties),
        "roles": _joined(
            f"{r['actor_label']}: {worded(r['role_label'], lang)}" for t in ties for r in t.get("roles") or ()
        ),
        "since": since and since[0],
        "until": OPEN if unended else until and until[0],
        **dict(zip(("since_earliest", "since_latest", "until_earliest", "until_latest"), bounds, strict=True)),
        "dates_known": all(bool(t.get("dates_known")) for t in ties),
        "standing": next((one for one in STANDINGS if one in {t.get("standing") for t in ties}), None),
        "certainty": "inferred" if any(t.get("certainty") == "inferred" for t in ties) else "explicit",
        "modalities": _joined(t.get("modality") for t in ties),
        "documents": _joined(q.get("document_label") for q in proofs),
        # A page of a register proves a tie without a sentence of it being kept.
        "sentences": len({(q["document"], q["start"], q["end"], q["exact"]) for q in proofs if q["exact"]}),
        "pages": len({q["document"] for q in proofs if not q["exact"]}),
        "ties": len(ties),
    }


def _all(pick: Callable[..., str], days: list[str | None]) -> str | None:
    """The least or greatest day, where none is unknown."""
    return pick(day for day in days if day) if days and all(days) else None


def _some(pick: Callable[..., str], days: list[str | None]) -> str | None:
    """The least or greatest of the days that are known."""
    return pick((day for day in days if day), default=None)
