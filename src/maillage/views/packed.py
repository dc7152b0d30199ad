"""In: nodes, links and quotations as plain objects. Out: the same for the data of a page, each thing said once.

A contract of twenty parties makes 190 links: its name, dates and evidence, and the role of each party, are held in
tables of their own and a link says their numbers. ``page.js`` puts them together again as it starts.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

_OF_LINK = ("roles", "quotations")
"""What a tie says of the two ends of its link; all else it says of the arrangement, whoever takes part."""


class _Held:
    """A table of things, each held once, numbered as they come."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.things: list[Any] = []

    def number(self, thing: Any) -> int:
        text = json.dumps(thing, sort_keys=True, ensure_ascii=False)
        if text not in self.numbers:
            self.numbers[text] = len(self.things)
            self.things.append(thing)
        return self.numbers[text]


def packed(nodes: Sequence[Mapping[str, Any]], edges: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Tables for the data block of a page.

    Parameters
    ----------
    nodes: with ``id``, ``label`` and ``arrangements`` [{iri, label, role}]; other keys are kept as they are.
    edges: with ``from`` and ``to`` (ids of nodes), ``weight``, and ``ties``: mappings with ``roles`` [{actor, label,
        role}], ``quotations``, and whatever is said of the arrangement.

    Returns
    -------
    dict
        ``nodes``, whose ``arrangements`` are pairs [number in ``arrangements``, role]; ``edges``, each [number of the
        node it comes from, of the node it goes to, weight, ties], a tie being [number in ``ties``, numbers in
        ``roles``, numbers in ``quotations``]. What is empty (None, false) is left out of a tie and of a node. An actor
        of ``roles`` is the number of a node, or [iri, label] when it is none.
    """
    place = {node["id"]: i for i, node in enumerate(nodes)}
    named = {node["id"]: node["label"] for node in nodes}
    arrangements, ties, roles, quotations = _Held(), _Held(), _Held(), _Held()

    def role_of(role: Mapping[str, Any]) -> list[Any]:
        known = named.get(role["actor"]) == role["label"]
        return [place[role["actor"]] if known else [role["actor"], role["label"]], role["role"]]

    links = [
        [
            place[edge["from"]],
            place[edge["to"]],
            edge["weight"],
            [
                [
                    ties.number(_filled({key: value for key, value in tie.items() if key not in _OF_LINK})),
                    [roles.number(role_of(role)) for role in tie["roles"]],
                    [quotations.number(quotation) for quotation in tie["quotations"]],
                ]
                for tie in edge["ties"]
            ],
        ]
        for edge in edges
    ]
    shown = [
        {
            **_filled(node),
            "arrangements": [
                [arrangements.number([one["iri"], one["label"]]), one["role"]] for one in node["arrangements"]
            ],
        }
        for node in nodes
    ]
    return {
        "nodes": shown,
        "edges": links,
        "arrangements": arrangements.things,
        "ties": ties.things,
        "roles": roles.things,
        "quotations": quotations.things,
    }


def _filled(about: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in about.items() if value is not None and value is not False}
