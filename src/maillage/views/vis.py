"""In: nodes and edges ready to draw, and the page's own words. Out: HTML, by pyvis with our template.

The only module that touches pyvis. Three things pyvis 0.3 does are worked around here: its own template calls a CDN
even with ``cdn_resources="in_line"``; ``add_edge`` scans all edges for each new one and drops parallel ones in silence
(ours are already one per pair, so they are appended as they are); ``set_options`` removes every space in a JSON text
(a plain dictionary is given instead).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from pyvis.edge import Edge
from pyvis.network import Network

from maillage.errors import MaillageError
from maillage.things.policy import policy
from maillage.views.template import environment, text_of

OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"randomSeed": 1, "improvedLayout": False},
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
        "multiselect": False,
        "navigationButtons": False,
        "tooltipDelay": 200,
        "zoomSpeed": 0.6,
        "keyboard": {"enabled": True, "bindToWindow": False, "autoFocus": False},
    },
    # Names are drawn by the page itself, at a constant size and never on top of each other; size 0 keeps vis-network's
    # own drawing away while the label stays in the data.
    "nodes": {"font": {"size": 0}, "borderWidth": 1.5, "borderWidthSelected": 3, "labelHighlightBold": False},
    "edges": {"smooth": False, "font": {"size": 0}, "selectionWidth": 0, "hoverWidth": 0, "chosen": False},
}


def html(
    nodes: Sequence[Mapping[str, Any]],
    edges: Sequence[Mapping[str, Any]],
    *,
    directed: bool,
    page: Mapping[str, Any],
) -> str:
    """The whole page.

    Parameters
    ----------
    nodes: each with ``id``, ``size``, ``x``, ``y`` as vis-network names them, in the order of the page's data; the page
        paints them, so it is given places and sizes alone.
    edges: each with ``from`` and ``to``; at most one for a pair (and direction, when directed).
    page: what the template needs besides; every text in it is escaped by the template.
    """
    network = Network(directed=directed)
    for node in nodes:
        options = dict(node)
        network.add_node(options.pop("id"), **options)
    for edge in edges:
        network.edges.append(Edge(edge["from"], edge["to"], directed).options)
    network.options = OPTIONS
    network.path = "page.html"
    network.templateEnv = environment()
    network.templateEnv.filters["json"] = safe_json
    script, style = "".join(map(text_of, ("names.js", "picture.js", "page.js"))), text_of("page.css")
    engine = engine_text() if nodes else ""
    network.templateEnv.globals.update(
        page=page,
        style=style,
        script=script,
        engine=engine,
        policy=policy(text for text in (engine, script) if text),
    )
    return str(network.generate_html())


@cache
def engine_text() -> str:
    """The text of vis-network as the pyvis package carries it, without its call for a source map."""
    folder = files("pyvis") / "lib"
    found = sorted(item.name for item in folder.iterdir() if item.name.startswith("vis-"))
    if not found:
        raise MaillageError("the installed pyvis holds no vis-network.", fix="Install pyvis 0.3.2 or a later 0.3.")
    text = (folder / found[-1] / "vis-network.min.js").read_text(encoding="utf-8")
    # Not splitlines: the script holds a bare U+2028 inside a string.
    lines = [line for line in text.split("\n") if not line.startswith("//# sourceMappingURL")]
    return "\n".join(lines).replace("</script", "<\\/script")


def safe_json(value: object) -> str:
    """JSON that can stand inside a ``<script>`` element: no text in it can close the element or open a comment."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
