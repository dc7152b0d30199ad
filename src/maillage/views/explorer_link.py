"""In: a network that holds a link. Out: all that is said of the link in a language: roles, dates, sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import networkx as nx

from maillage.errors import NotFoundError
from maillage.terms import ID
from maillage.views.ties import tie_in_words, tie_order

#: The keys of a tie that only drawings read.
_DRAWN = ("from", "fromBy", "untilFrom", "until", "open")


def link_told(g: nx.Graph, source: str, target: str, lang: str, address: Callable[[str], str | None]) -> dict[str, Any]:
    """What is said of one link.

    Parameters
    ----------
    source, target: nodes of the network.
    address: where the page of a thing is, by IRI; None where it has none.

    Returns
    -------
    dict
        ``source`` and ``target`` {id, label, page}, and ``ties``, each as `maillage.views.ties.tie_in_words` says it,
        with the ``page`` of the arrangement and of each document, ids without the base of our IRIs.

    Raises
    ------
    NotFoundError
        When the two are not tied.
    """
    if not g.has_edge(source, target):
        raise NotFoundError("these two are not tied in this network.", fix="Take a link from the drawing's file.")
    ties = sorted((tie_in_words(tie, lang) for tie in g.edges[source, target]["ties"]), key=tie_order)
    return {
        **{
            end: {"id": node.removeprefix(ID), "label": g.nodes[node]["label"], "page": address(g.nodes[node]["iri"])}
            for end, node in (("source", source), ("target", target))
        },
        "ties": [_addressed(tie, address) for tie in ties],
    }


def _addressed(tie: Mapping[str, Any], address: Callable[[str], str | None]) -> dict[str, Any]:
    shown = {key: value for key, value in tie.items() if key not in _DRAWN}
    return {
        **shown,
        "iri": tie["iri"].removeprefix(ID),
        "page": address(tie["iri"]),
        "quotations": [{**one, "page": address(one["document"])} for one in tie["quotations"]],
    }
