"""What the page of a network says of its rule, and of a comparison: a network comes in; words and states go out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import networkx as nx

from maillage.network.legend import STATES
from maillage.network.made import KEY


def rule_of(g: nx.Graph, words: Mapping[str, Any], name: str, lang: str) -> str:
    """What a link means, in one sentence, with the weight and the remarks of this very network."""
    record = g.graph.get(KEY) or {}
    rule = said(g.graph.get("rule"), lang) or words["rules"].get(name) or said(record.get("rule_words"), lang)
    weight = record.get("weight_words")
    weighed = " ".join((words["weighed"], f"{said(weight, lang)}.")) if weight else ""
    remarks = [said(remark, lang) or "" for remark in record.get("remarks", [])]
    rule = f"{rule.rstrip('.')}." if rule else words["rules"]["default"]
    return " ".join(filter(None, [rule, weighed, *remarks]))


def states_of(g: nx.Graph, content: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """Of a comparison the looks of its states, and that of each node and link; nothing of another network."""
    if not any(state for *_, state in g.edges(data="state")) and not any(s for _, s in g.nodes(data="state")):
        return {}
    looks = [
        {"id": s.name, "label": s.fr if lang == "fr" else s.en, "colour": s.colour, "dashed": s.dashed} for s in STATES
    ]
    place = {state.name: i for i, state in enumerate(STATES)}
    return {
        "states": {
            "looks": looks,
            "nodes": [place.get(str(g.nodes[node["id"]].get("state")), 0) for node in content["nodes"]],
            "edges": [place.get(str(g.edges[e["from"], e["to"]].get("state")), 0) for e in content["edges"]],
        }
    }


def said(text: Any, lang: str) -> str | None:
    """A text in the wanted language, else in the other one: a missing translation must not hide a fact."""
    if text is None or isinstance(text, str):
        return text
    return text.get(lang) or next((text[other] for other in ("fr", "en") if text.get(other)), None)
