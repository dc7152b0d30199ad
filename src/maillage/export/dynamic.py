"""Dynamic networks: a network whose ties have dates comes in; GEXF 1.3 goes out, whose nodes and edges come and go.

Each tie is a spell from the first day on which it may begin to the last on which it may end, so that a year alone is
the whole year; a bound that is not known, or an end that is said to be open, is left out, and the spell is open there.
A node is there as long as one of its ties. Which spells rest on unknown dates is said by attributes: ``standing``, and
``dates_known`` of an edge.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import networkx as nx

from maillage.export.flat import NOT_XML, Places, Plain, flat
from maillage.network.two_modes import ties_of

#: First and last day of a spell, ISO; None is open.
Spell = tuple[str | None, str | None]
NAMESPACE = "http://gexf.net/1.3"
VIZ = f"{NAMESPACE}/viz"
_TYPES = {str: "string", int: "integer", float: "double", bool: "boolean"}
#: What GEXF says in its own elements and attributes, so not among ours.
_OWN = {"label", "weight", "color", "x", "y"}


def spells_of(ties: Iterable[Mapping[str, Any]]) -> list[Spell]:
    """The spells of these ties, in order, those that touch or overlap being one."""
    found: list[Spell] = sorted(
        {(tie.get("from_earliest"), None if tie.get("open") else tie.get("until_latest")) for tie in ties},
        key=lambda spell: (spell[0] or "", spell[1] or "9999-12-31"),
    )
    out: list[Spell] = []
    for begin, end in found:
        if out and (out[-1][1] is None or begin is None or begin <= out[-1][1]):
            first, last = out[-1]
            out[-1] = first, None if last is None or end is None else max(last, end)
        else:
            out.append((begin, end))
    return out


def to_dynamic_gexf(g: nx.Graph, lang: str = "fr", places: Places | None = None) -> str:
    """The network as GEXF 1.3, dynamic: spells, dates and attributes.

    Valid by the rules of http://gexf.net/1.3 (RELAX NG and XSD), and read by graphology and Gephi. What has no
    date at all has no spell: it is always there.
    """
    plain = flat(g, lang, places)
    said = {name: " ".join(str(value).split()) for name, value in plain.graph.items()}
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<gexf xmlns="{NAMESPACE}" xmlns:viz="{VIZ}" version="1.3">',
        "  <meta>",
        "    <creator>Maillage</creator>",
        f"    <keywords>{escape(', '.join(filter(None, (said.get('title'), said.get('filters')))))}</keywords>",
        f"    <description>{escape(' · '.join(f'{k}: {v}' for k, v in said.items() if k != 'name'))}</description>",
        "  </meta>",
        f'  <graph mode="dynamic" defaultedgetype="{"directed" if plain.is_directed() else "undirected"}" '
        'idtype="string" timeformat="date" timerepresentation="interval">',
    ]
    edges = _edges(g, plain)
    around: dict[str, list[Spell]] = {str(node): [] for node in g}
    for source, target, _, spells in edges:
        around[source] += spells
        around[target] += spells
    node_keys = _keys(data for _, data in plain.nodes(data=True))
    edge_keys = _keys(data for _, _, data, _ in edges)
    lines += [*_declared("node", node_keys), *_declared("edge", edge_keys), "    <nodes>"]
    for node, data in plain.nodes(data=True):
        lines.append(f"      <node id={_quoted(str(node))} label={_quoted(str(data.get('label', node)))}>")
        lines += _values("node", data, node_keys)
        lines += _spells(spells_of([_tie(spell) for spell in around[str(node)]]))
        lines += _look(data)
        lines.append("      </node>")
    lines += ["    </nodes>", "    <edges>"]
    for number, (source, target, data, spells) in enumerate(edges):
        # Edges between the same two are told apart by their kind.
        kind = f" kind={_quoted(str(data['layer']))}" if data.get("layer") else ""
        lines.append(
            f'      <edge id="{number}" source={_quoted(source)} target={_quoted(target)} '
            f'weight="{float(data.get("weight", 1))!r}"{kind}>'
        )
        lines += [*_values("edge", data, edge_keys), *_spells(spells), "      </edge>"]
    return "\n".join([*lines, "    </edges>", "  </graph>", "</gexf>", ""])


def _tie(spell: Spell) -> dict[str, Any]:
    return {"from_earliest": spell[0], "until_latest": spell[1]}


def _edges(g: nx.Graph, plain: nx.Graph) -> list[tuple[str, str, dict[str, Plain], list[Spell]]]:
    """Each edge with its plain attributes and its spells, in the order of the flat network."""
    several = g.is_multigraph()
    spells = {
        tuple(map(str, ends)): spells_of(ties_of(ends[1], data))
        for *ends, data in g.edges(data=True, **({"keys": True} if several else {}))
    }
    out = []
    for *ends, data in plain.edges(data=True, **({"keys": True} if several else {})):
        key = tuple(map(str, ends))
        turned = (key[1], key[0], *key[2:])
        out.append((key[0], key[1], data, spells.get(key) or spells[turned]))
    return out


def _keys(things: Iterable[Mapping[str, Plain]]) -> dict[str, str]:
    """The attributes to declare, each with its type: text where values are of several."""
    types: dict[str, set[type]] = {}
    for data in things:
        for name, value in data.items():
            if name not in _OWN:
                types.setdefault(name, set()).add(type(value))
    return {name: _TYPES[next(iter(kinds))] if len(kinds) == 1 else "string" for name, kinds in sorted(types.items())}


def _declared(of: str, keys: Mapping[str, str]) -> list[str]:
    if not keys:
        return []
    inner = [f'      <attribute id="{of}-{name}" title={_quoted(name)} type="{kind}"/>' for name, kind in keys.items()]
    return [f'    <attributes class="{of}" mode="static">', *inner, "    </attributes>"]


def _values(of: str, data: Mapping[str, Plain], keys: Mapping[str, str]) -> list[str]:
    inner = [
        f'          <attvalue for="{of}-{name}" value={_quoted(_text(data[name]))}/>' for name in keys if name in data
    ]
    return ["        <attvalues>", *inner, "        </attvalues>"] if inner else []


def _quoted(text: str) -> str:
    """A value of an attribute of XML, without the characters that XML does not know."""
    return quoteattr(NOT_XML.sub("\ufffd", text))


def _text(value: Plain) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _spells(spells: Sequence[Spell]) -> list[str]:
    """The spells as elements; none where one is open on both sides, for what has none is always there."""
    if (None, None) in spells:
        return []
    inner = []
    for begin, end in spells:
        start = f' start="{begin}"' if begin else ""
        inner.append(f"          <spell{start}{f' end={chr(34)}{end}{chr(34)}' if end else ''}/>")
    return ["        <spells>", *inner, "        </spells>"] if inner else []


def _look(data: Mapping[str, Plain]) -> list[str]:
    lines = []
    if color := str(data.get("color") or ""):
        red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
        lines.append(f'        <viz:color r="{red}" g="{green}" b="{blue}"/>')
    if "x" in data and "y" in data:
        lines.append(f'        <viz:position x="{float(data["x"])!r}" y="{float(data["y"])!r}" z="0.0"/>')
    return lines
