"""Slices: a network whose ties have dates comes in; what runs in a period, or year by year, goes out.

A date is known by bounds (`maillage.dates`), so that a year alone, an open end and an unknown date stay distinct. In a
period a tie is ``certain`` where it runs whatever the exact dates, ``possible`` where its bounds allow it, ``unknown``
where a bound that would tell is missing; where its bounds exclude it, it is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import networkx as nx

from maillage.dates import Given, read_day, read_period
from maillage.errors import MaillageError
from maillage.network.made import KEY, remade
from maillage.network.two_modes import Node, Tie, ties_of
from maillage.network.weighing import weigh

STANDINGS = ("certain", "possible", "unknown")
UNKNOWN = ("include", "exclude")


def standing(tie: Mapping[str, Any], since: str | None, before: str | None) -> str | None:
    """What the bounds of a tie say of a period given by its first and last day (ISO); None where they exclude it.

    An end that is said to be open is bounded, though by no day: such a tie is possible ever after.
    """
    begin, begun, end, ended = (
        tie.get(name) for name in ("from_earliest", "from_latest", "until_earliest", "until_latest")
    )
    if (since and ended and ended < since) or (before and begin and begin > before):
        return None
    still = since is None or bool(end and end >= since)
    already = before is None or bool(begun and begun <= before)
    if still and already:
        return "certain"
    bounded = (since is None or ended or tie.get("open")) and (before is None or begin)
    return "possible" if bounded else "unknown"


def check_unknown(unknown: str) -> None:
    """Refuse what is no choice about unknown dates."""
    if unknown not in UNKNOWN:
        raise MaillageError(f"unknown: {unknown!r} is no choice.", fix="Write include or exclude.")


def window(
    graph: nx.Graph,
    since: Given = None,
    before: Given = None,
    *,
    at: Given = None,
    unknown: str = "include",
) -> nx.Graph:
    """What of a network runs in a period.

    Parameters
    ----------
    graph:
        Its edges list their ``ties``, or say ``from_earliest``, ``from_latest``, ``until_earliest``, ``until_latest``
        (ISO days) and ``open`` themselves.
    since, before, at:
        As for `maillage.library.Graph.network`: what has not ended before ``since`` and has begun by the end of
        ``before``; ``at`` is both. Without any, all dates.
    unknown:
        ``include`` or ``exclude`` the ties whose dates do not tell whether they run then.

    Returns
    -------
    networkx.Graph
        The ties that are left, each with its ``standing``, weighed anew by the same weight; the nodes that have one. It
        is empty where nothing runs then, and for a date before any other.
    """
    check_unknown(unknown)
    first, last = read_period(at, since, before)
    begin = None if first is None else read_day(first).isoformat()
    end = None if last is None else read_day(last, last=True).isoformat()
    out = graph.__class__()
    out.graph.update(graph.graph)
    for *ends, data in graph.edges(data=True, **({"keys": True} if graph.is_multigraph() else {})):
        kept = list(_kept(ties_of(ends[1], data), begin, end, unknown))
        if kept:
            for node in ends[:2]:
                if node not in out:
                    out.add_node(node, **graph.nodes[node])
            out.add_edge(*ends, **_trimmed(data, kept))
    record = remade(graph, slice={"since": first, "before": last, "unknown": unknown})
    if graph.number_of_edges() and not _dated(out) and (begin or end):
        record["remarks"] = [*record["remarks"], _nothing(graph, out)]
    out.graph[KEY] = record
    weight = record["weight"]
    return weigh(out, weight) if weight != "count" and all(d.get("ties") for *_, d in out.edges(data=True)) else out


def _kept(ties: Iterable[Tie], begin: str | None, end: str | None, unknown: str) -> Iterator[Tie]:
    for tie in ties:
        said = standing(tie, begin, end)
        if said is not None and not (said == "unknown" and unknown == "exclude"):
            yield {**tie, "standing": said if begin or end else tie.get("standing")}


def _trimmed(data: Mapping[str, Any], kept: list[Tie]) -> dict[str, Any]:
    """The attributes of an edge of which only these ties are left."""
    if "ties" not in data:
        return {**data, "standing": kept[0]["standing"]}
    through = {tie["arrangement"] for tie in kept}
    changed = {"ties": kept, "weight": len(through)}
    for name, value in data.items():
        if isinstance(value, tuple):  # the neighbours two share, in a projection
            changed[name] = tuple(one for one in value if one in through)
    if "claims" in data:
        changed["claims"] = sorted({claim for tie in kept for claim in tie.get("claims") or ()})
    return {**data, **changed}


def _dated(graph: nx.Graph) -> bool:
    return any(tie.get("standing") in STANDINGS[:2] for tie in _all_ties(graph))


def _all_ties(graph: nx.Graph) -> Iterator[Tie]:
    for _, b, data in graph.edges(data=True):
        yield from ties_of(b, data)


def _nothing(graph: nx.Graph, out: nx.Graph) -> dict[str, str]:
    """That no dated tie runs in a period, and when the first known one begins."""
    first = min((day for tie in _all_ties(graph) if (day := tie.get("from_earliest"))), default=None)
    left = out.number_of_edges()
    fr, en = "Aucun lien daté ne court à cette période", "No dated tie runs in this period"
    if first:
        fr, en = f"{fr} ; le premier commence le {first}", f"{en}; the first begins on {first}"
    if left:
        fr, en = f"{fr} ; {left} lien(s) de date inconnue", f"{en}; {left} tie(s) of unknown date"
    return {"fr": f"{fr}.", "en": f"{en}."}


def yearly(
    graph: nx.Graph, since: Given = None, until: Given = None, *, every: int = 1, unknown: str = "include"
) -> dict[str, nx.Graph]:
    """A network year by year.

    Parameters
    ----------
    graph:
        As for `window`. A projection by shares of neighbours is better sliced before it is projected.
    since, until:
        First and last year; by default those of the first and the last bound that is known.
    every:
        Years in a slice.
    unknown:
        As for `window`.

    Returns
    -------
    dict[str, networkx.Graph]
        ``2018`` (or ``2018-2019``) -> what runs at some time of it, in order. Empty where no date is known.

    Raises
    ------
    MaillageError
        For a year that is none, a last year before the first, or more than 1,000 slices.
    """
    check_unknown(unknown)
    if isinstance(every, bool) or not isinstance(every, int) or every < 1:
        raise MaillageError(f"every: {every!r} is no number of years.", fix="Give 1 or more.")
    first, last = read_period(None, since, until, ("at", "since", "until"))
    days = [day for tie in _all_ties(graph) for name in _BEGINS_ENDS if (day := tie.get(name))]
    start = int((first or min(days, default="")).split("-")[0] or 0)
    stop = int((last or max(days, default="")).split("-")[0] or 0)
    if not start or not stop:
        return {}
    if stop - start >= 1000 * every:
        raise MaillageError(f"from {start} to {stop} there are too many slices.", fix="Give the first and last year.")
    out = {}
    for year in range(start, stop + 1, every):
        end = min(year + every - 1, stop)
        name = f"{year:04}" if end == year else f"{year:04}-{end:04}"
        out[name] = window(graph, f"{year:04}", f"{end:04}", unknown=unknown)
    return out


#: Bounds that are known from a source: a year is told by them.
_BEGINS_ENDS = ("from_earliest", "from_latest", "until_earliest", "until_latest")


def ties_between(graph: nx.Graph) -> set[tuple[Node, Node]]:
    """The pairs that are tied; of an undirected network in one order."""
    if graph.is_directed():
        return set(graph.edges())
    return {(a, b) if str(a) <= str(b) else (b, a) for a, b in graph.edges()}


def standings_of(graph: nx.Graph) -> dict[str, int]:
    """How many edges are certain, possible or unknown, each by its best tie."""
    out = dict.fromkeys(STANDINGS, 0)
    for _, b, data in graph.edges(data=True):
        said = {tie.get("standing") for tie in ties_of(b, data)}
        best = next((one for one in STANDINGS if one in said), None)
        if best:
            out[best] += 1
    return out
