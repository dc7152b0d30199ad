"""Robustness: a network with evidence comes in; which sources it rests on, and what changes without each, goes out.

A ranking that changes when one press release is left out says as much of that release as of the field.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import networkx as nx

from maillage.errors import MaillageError
from maillage.network.made import record_of
from maillage.network.two_modes import Node
from maillage.network.weighing import weigh
from maillage.things.table import Column, Table, Value

Measure = Callable[[nx.Graph], Mapping[Node, float]]
BY = ("document", "publisher", "year", "region", "kind")
_HEADS = {
    "document": ("Document", "Document"),
    "publisher": ("Éditeur", "Publisher"),
    "year": ("Année de parution", "Year of issue"),
    "region": ("Région", "Region"),
    "kind": ("Sorte de dispositif", "Kind of arrangement"),
}


def sources(graph: nx.Graph, by: str = "document", lang: str = "fr") -> Table:
    """What the ties of a network rest on.

    Parameters
    ----------
    graph:
        Its edges list their ``ties``, and each tie its ``quotations``.
    by:
        ``document``, ``publisher``, ``year`` (of issue), ``region`` (of either end) or ``kind`` (of arrangement).

    Returns
    -------
    Table
        One row a value: ``ties`` that rest on it, their ``share`` of all (%), ``only`` those that rest on nothing else,
        and ``documents``. What is not said is the row without a name. Ties of several values count for each.
    """
    if by not in BY:
        raise MaillageError(f"sources are not told by '{by}'.", fix=f"One of {', '.join(BY)}.")
    ties: Counter[str] = Counter()
    only: Counter[str] = Counter()
    documents: dict[str, set[str]] = defaultdict(set)
    total = 0
    for a, b, data in graph.edges(data=True):
        for tie in data.get("ties") or ():
            total += 1
            values = set(_values(graph, (a, b), tie, by)) or {""}
            ties.update(values)
            if len(values) == 1:
                only.update(values)
            for value in values:
                documents[value] |= {q["document"] for q in tie.get("quotations") or () if _of(q, by, value)}
    heads = (
        (by, *_HEADS[by]),
        ("ties", "Liens", "Ties"),
        ("share", "Part (%)", "Share (%)"),
        ("only", "Liens qui n'ont que cela", "Ties with nothing else"),
        ("documents", "Documents", "Documents"),
    )
    rows: list[list[Value]] = [
        [value or None, n, round(100 * n / total, 1), only[value], len(documents[value])]
        for value, n in sorted(ties.items(), key=lambda item: (-item[1], item[0]))
    ]
    return Table([Column(name, fr if lang == "fr" else en) for name, fr, en in heads], rows, lang=lang)


def _values(graph: nx.Graph, ends: Iterable[Node], tie: Mapping[str, Any], by: str) -> Iterable[str]:
    if by == "region":
        return [region for end in ends for region in graph.nodes[end].get("regions") or ()]
    if by == "kind":
        return [str(tie.get("arrangement_kind") or "")]
    return [_told(proof, by) for proof in tie.get("quotations") or ()]


def _told(proof: Mapping[str, Any], by: str) -> str:
    if by == "document":
        return str(proof.get("document_label") or proof["document"])
    return str(proof.get("publisher") or "") if by == "publisher" else str(proof.get("issued") or "")[:4]


def _of(proof: Mapping[str, Any], by: str, value: str) -> bool:
    return by in ("region", "kind") or _told(proof, by) == value


def without_source(graph: nx.Graph, document: str) -> nx.Graph:
    """The network as it is without one document: ties that rest on it alone are gone, and its nodes stay.

    Raises
    ------
    MaillageError
        For a document that is not given by its IRI.
    """
    if not isinstance(document, str):
        raise MaillageError(f"a document is an IRI, not {type(document).__name__}.", fix="See them: sources(graph).")
    return _left(graph, {document})


def _left(graph: nx.Graph, gone: set[str]) -> nx.Graph:
    out = graph.copy()
    for a, b, data in graph.edges(data=True):
        ties = [tie for tie in data.get("ties") or () if not _rests_on(tie, gone)]
        if len(ties) == len(data.get("ties") or ()):
            continue
        if ties:
            out.edges[a, b].update(ties=ties, weight=len({tie["arrangement"] for tie in ties}))
        else:
            out.remove_edge(a, b)
    weight = str(record_of(graph)["weight"])
    return weigh(out, weight) if weight != "count" else out


def _rests_on(tie: Mapping[str, Any], gone: set[str]) -> bool:
    """Whether every proof of a tie is in these documents; one without any proof rests on none."""
    proofs = {proof["document"] for proof in tie.get("quotations") or ()}
    return bool(proofs) and proofs <= gone


def leave_one_out(graph: nx.Graph, measure: Measure, lang: str = "fr", top: int | None = None) -> Table:
    """The ranks of a measure, and how far each moves when one source is left out.

    Parameters
    ----------
    graph:
        Its edges list their ``ties`` and quotations.
    measure:
        A function of a graph that gives a value for each node: ``networkx.betweenness_centrality``, or
        ``lambda g: dict(g.degree())``.
    top:
        Tell of so many nodes, the first; by default all.

    Returns
    -------
    Table
        One row a node, best first: ``value``, ``rank`` (ties share the best), ``best`` and ``worst`` rank over all
        leave-one-out networks, ``least`` and ``most`` value, and ``source``, the document without which its rank is
        worst, None where no source changes it. Every source that proves some tie by itself is left out in turn.

    Raises
    ------
    MaillageError
        Where no tie says its source, or the measure gives a node no number.
    """
    alone: dict[str, str] = {}
    told = False
    for *_, data in graph.edges(data=True):
        for tie in data.get("ties") or ():
            proofs = {q["document"]: str(q.get("document_label") or q["document"]) for q in tie.get("quotations") or ()}
            told |= bool(proofs)
            if len(proofs) == 1:
                alone.update(proofs)
    if graph.number_of_edges() and not told:
        raise MaillageError("no tie of this network says its source.", fix="Take a network of the graph.")
    whole = _measured(graph, measure)
    ranks = _ranks(whole)
    spans = {node: [rank, rank, whole[node], whole[node]] for node, rank in ranks.items()}
    hardest: dict[Node, str] = {}
    for document in sorted(alone):
        values = _measured(_left(graph, {document}), measure)
        for node, rank in _ranks(values).items():
            span = spans[node]
            if rank > span[1]:
                hardest[node] = alone[document]
            spans[node] = [
                min(span[0], rank),
                max(span[1], rank),
                min(span[2], values[node]),
                max(span[3], values[node]),
            ]
    heads = (
        ("label", "Nœud", "Node"),
        ("value", "Valeur", "Value"),
        ("rank", "Rang", "Rank"),
        ("best", "Meilleur rang", "Best rank"),
        ("worst", "Pire rang", "Worst rank"),
        ("least", "Valeur minimale", "Least value"),
        ("most", "Valeur maximale", "Greatest value"),
        ("source", "Sans ce document, le pire", "Worst without this document"),
    )
    order = sorted(ranks, key=lambda node: (ranks[node], str(node)))[:top]
    rows: list[list[Value]] = [
        [str(n), str(graph.nodes[n].get("label", n)), whole[n], ranks[n], *spans[n], hardest.get(n)] for n in order
    ]
    note = {
        "fr": f"{len(alone)} documents sont laissés de côté tour à tour, ceux qui sont seuls à prouver un lien.",
        "en": f"{len(alone)} documents are left out in turn, those that alone prove some tie.",
    }
    columns = [Column("node", hidden=True), *(Column(name, fr if lang == "fr" else en) for name, fr, en in heads)]
    return Table(columns, rows, notes=(note[lang],), lang=lang)


def _measured(graph: nx.Graph, measure: Measure) -> dict[Node, float]:
    """The value of every node."""
    values = measure(graph)
    out = {}
    for node in graph:
        value = values.get(node)
        if value is None or math.isnan(value):
            raise MaillageError(
                f"the measure gives no number for '{node}'.", fix="Give one that is defined for all nodes."
            )
        out[node] = float(value)
    return out


def _ranks(values: Mapping[Node, float]) -> dict[Node, int]:
    """1 for the greatest; equal values share the best rank."""
    counts = Counter(round(value, 12) for value in values.values())
    place, ranks = 1, {}
    for value in sorted(counts, reverse=True):
        ranks[value] = place
        place += counts[value]
    return {node: ranks[round(value, 12)] for node, value in values.items()}
