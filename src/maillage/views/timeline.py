"""Timeline: a network of two modes comes in; one page goes out, arrangements as bars, events as points, no script.

What is certain is drawn full, what is possible hatched, what is unknown dotted with a question mark, and an end that is
said to be open as an arrow. The same is said in a table below.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx

from maillage.dates import Given, read_day, read_period
from maillage.errors import MaillageError
from maillage.network.legend import Look, look_of
from maillage.network.made import record_of
from maillage.network.merged import words_of
from maillage.things.files import write_atomically
from maillage.things.policy import policy
from maillage.views.template import render, text_of
from maillage.views.when import period_words

BY = ("territory", "actor")
#: Left margin, width and height of a row (a name, and its bar below), in units of the drawing.
LEFT, WIDTH, ROW = 8, 1000, 40
#: Up to so many letters of a name fit in its row.
LETTERS = 130
#: How far a bar of an unknown end or start goes on, dotted.
STUB = 46.0
#: Up to so many days an event is a point; a longer or vaguer one is a hatched bar with a point in it.
POINT = 31

WORDS: dict[str, dict[str, str]] = {
    "fr": {
        "title": "Frise des dispositifs",
        "territory": "par territoire",
        "actor": "par acteur",
        "nowhere": "Sans territoire dit",
        "undated": "sans date connue",
        "certain": "certain",
        "possible": "possible : l'année ou le mois est connu, non le jour",
        "unknown": "début ou fin inconnus",
        "open": "fin dite ouverte",
        "event": "événement",
        "table": "Les mêmes, en tableau",
        "columns": "Groupe|Dispositif|Sorte|Dates|Début entre|Fin entre",
        "none": "Aucun dispositif daté dans ce choix.",
        "ends": "fin inconnue",
        "key": "Légende",
        "nodate": "dates inconnues",
    },
    "en": {
        "title": "Timeline of arrangements",
        "territory": "by territory",
        "actor": "by actor",
        "nowhere": "No territory said",
        "undated": "without a known date",
        "certain": "certain",
        "possible": "possible: the year or month is known, not the day",
        "unknown": "start or end unknown",
        "open": "end said to be open",
        "event": "event",
        "table": "The same, as a table",
        "columns": "Group|Arrangement|Kind|Dates|Start between|End between",
        "none": "No dated arrangement in this choice.",
        "ends": "end unknown",
        "key": "Key",
        "nodate": "dates unknown",
    },
}


@dataclass(frozen=True)
class Bar:
    """One arrangement in a group: its words, its look, and where its parts are drawn (x and width)."""

    label: str
    short: str
    kind: str
    look: Look
    when: str
    begins: str
    ends: str
    y: float = 0.0
    certain: tuple[float, float] | None = None
    possible: tuple[tuple[float, float], ...] = ()
    unknown: tuple[tuple[float, float, float], ...] = ()
    arrow: tuple[float, float] | None = None
    point: float | None = None


@dataclass(frozen=True)
class Group:
    """A territory or an actor, its dated arrangements, and how many have no date."""

    name: str
    bars: tuple[Bar, ...]
    undated: tuple[Bar, ...]

    @property
    def height(self) -> float:
        """Of the drawing of its bars."""
        return len(self.bars) * ROW + 8.0


@dataclass(frozen=True)
class Timeline:
    """What is drawn: groups, the years of the axis with their places, and what the network says of itself."""

    groups: tuple[Group, ...]
    years: tuple[tuple[int, float], ...]
    by: str
    lang: str
    notes: tuple[str, ...] = ()
    asked: str = ""
    words: Mapping[str, str] = field(default_factory=dict)


def timeline(
    graph: nx.Graph, by: str = "territory", lang: str = "fr", *, since: Given = None, until: Given = None
) -> Timeline:
    """The timeline of a network of two modes.

    Parameters
    ----------
    graph:
        As ``Graph.network("two-mode")`` gives it: arrangements say their ``dates``.
    by:
        ``territory`` of the arrangement, or ``actor``: then an arrangement stands with each of its actors.
    since, until:
        First and last year of the axis; by default those of the dates. What lies outside is not drawn.

    Raises
    ------
    MaillageError
        For another grouping or language, or a period that is none.
    """
    if by not in BY or lang not in WORDS:
        raise MaillageError(f"no timeline by '{by}' in '{lang}'.", fix="By territory or actor, in fr or en.")
    t = WORDS[lang]
    first, last = read_period(None, since, until, ("at", "from", "until"))
    arrangements = [n for n, side in graph.nodes(data="bipartite") if side == 1]
    found = {n: _dates(graph, n) for n in arrangements}
    days = [day for dates in found.values() for day in dates.values() if isinstance(day, str)]
    start = read_day(first) if first else date(int(min(days, default="2000")[:4]), 1, 1)
    stop = read_day(last, last=True) if last else date(int(max(days, default="2000")[:4]), 12, 31)
    axis = _Axis(start, stop)
    groups: dict[str, list[tuple[str, Bar]]] = {}
    for node in arrangements:
        bar = _bar(graph.nodes[node], found[node], axis, lang)
        if bar is None:
            continue
        for name in _groups(graph, node, by, t):
            groups.setdefault(name, []).append((_order(found[node]), bar))
    drawn = []
    for name in sorted(groups, key=lambda one: (one == t["nowhere"], one)):
        bars = [bar for _, bar in sorted(groups[name], key=lambda pair: (pair[0], pair[1].label))]
        dated = [bar for bar in bars if bar.when != t["nodate"]]
        placed = tuple(Bar(**{**vars(bar), "y": i * ROW}) for i, bar in enumerate(dated))
        drawn.append(Group(name, placed, tuple(bar for bar in bars if bar.when == t["nodate"])))
    step = max(1, round((stop.year - start.year + 1) / 14))
    years = tuple((y, axis.at(f"{y:04}-01-01")) for y in range(start.year, stop.year + 1) if y % step == 0)
    notes = (*(r[lang] for r in record_of(graph)["remarks"]), *(graph.graph.get("notes") or {}).get(lang, ()))
    called = json.loads(text_of("words.json"))[lang]["filters"]
    colon = " : " if lang == "fr" else ": "
    filters = sorted((graph.graph.get("filters") or {}).items())
    asked = " ; ".join(f"{called.get(key, key)}{colon}{value}" for key, value in filters)
    return Timeline(tuple(drawn), years, by, lang, notes, asked, t)


def write_timeline(line: Timeline, path: Path, version: str = "") -> Path:
    """Write the page; the old file stays whole until the new one is complete."""
    if path.is_dir():
        raise MaillageError("this is a folder, the page needs a file.", file=path, fix="Add a name such as frise.html.")
    if not path.parent.is_dir():
        raise MaillageError("the folder for this page does not exist.", file=path, fix="Create it or choose another.")
    write_atomically(path, render_timeline(line, version))
    return path


def render_timeline(line: Timeline, version: str = "") -> str:
    """The page as text: no script, nothing fetched."""
    looks = sorted({bar.look for g in line.groups for bar in g.bars}, key=lambda look: look.family)
    return render(
        "timeline.html",
        line=line,
        t=line.words,
        looks=looks,
        left=LEFT,
        width=WIDTH,
        row=ROW,
        version=version,
        style=text_of("timeline.css"),
        policy=policy(),
    )


class _Axis:
    """Days to places in the drawing."""

    def __init__(self, start: date, stop: date) -> None:
        self.start, self.days = start.toordinal(), max(stop.toordinal() - start.toordinal() + 1, 1)
        self.first, self.last = start.isoformat(), stop.isoformat()

    def at(self, day: str, after: bool = False) -> float:
        """Where a day begins (or ends), within the drawing."""
        offset = date.fromisoformat(day).toordinal() - self.start + after
        return LEFT + round(min(max(offset / self.days, 0.0), 1.0) * WIDTH, 1)


def _dates(graph: nx.Graph, node: str) -> dict[str, Any]:
    """The bounds of an arrangement: its own; whether some tie says its end to be open."""
    said = dict(graph.nodes[node].get("dates") or {})
    edges = graph.in_edges(node, data=True) if graph.is_directed() else graph.edges(node, data=True)
    said["open"] = any(tie.get("open") for *_, data in edges for tie in data.get("ties") or ())
    return said


def _order(dates: Mapping[str, Any]) -> str:
    return str(dates.get("from_earliest") or dates.get("from_latest") or dates.get("until_latest") or "9999")


def _groups(graph: nx.Graph, node: str, by: str, t: Mapping[str, str]) -> list[str]:
    if by == "territory":
        return [str(graph.nodes[node].get("territory") or t["nowhere"])]
    near = graph.predecessors(node) if graph.is_directed() else graph.neighbors(node)
    return sorted({str(graph.nodes[actor].get("label", actor)) for actor in near})


def _bar(about: Mapping[str, Any], dates: Mapping[str, Any], axis: _Axis, lang: str) -> Bar | None:
    """How an arrangement is drawn; None where its dates lie outside the axis."""
    t = WORDS[lang]
    begin, begun, end, ended = (
        dates.get(k) for k in ("from_earliest", "from_latest", "until_earliest", "until_latest")
    )
    is_open = bool(dates.get("open")) and ended is None
    label = str((about.get("labels") or {}).get(lang) or about.get("label") or "")
    said: dict[str, Any] = {
        "label": label,
        "short": label if len(label) <= LETTERS else f"{label[: LETTERS - 1].rstrip()}…",
        "kind": str((about.get("kind_label") or {}).get(lang) or about.get("kind") or ""),
        "look": look_of(str(about.get("family") or "")),
        "begins": _between(begin, begun),
        "ends": t["open"] if is_open else _between(end, ended),
    }
    if not any((begin, begun, end, ended)):
        return Bar(**said, when=t["nodate"])
    if (begin and begin > axis.last) or (ended and ended < axis.first):
        return None
    until = "/.." if is_open else words_of(end, ended)
    when = period_words(words_of(begin, begun), until, lang)
    said["when"] = when if ended or end or is_open else f"{when} ({t['ends']})"
    if about.get("family") == "mlg:Event" and begin and ended:
        spread = date.fromisoformat(ended).toordinal() - date.fromisoformat(begin).toordinal()
        span = axis.at(begin), axis.at(ended, after=True)
        return Bar(**said, point=round(sum(span) / 2, 1), possible=(span,) if spread > POINT else ())
    possible: list[tuple[float, float]] = []
    unknown: list[tuple[float, float, float]] = []
    left = axis.at(begun) if begun else None
    right = axis.at(end, after=True) if end else None
    if begin and begun and begin < begun:
        possible.append((axis.at(begin), axis.at(begun)))
    if end and ended and end < ended:
        possible.append((axis.at(end, after=True), axis.at(ended, after=True)))
    certain = (left, right) if left is not None and right is not None and left < right else None
    edge = axis.at(axis.last, after=True)
    arrow = None
    if left is not None and right is None:
        if is_open:
            arrow = (left, edge)
        else:
            unknown.append((left, min(left + STUB, edge), min(left + STUB + 4, edge)))
    if left is None and (right or ended):
        stop = right if right is not None else axis.at(str(ended), after=True)
        unknown.append((max(stop - STUB, float(LEFT)), stop, max(stop - STUB - 9, float(LEFT))))
    if left is not None and right is None and ended:  # it ends by a day that is known
        possible.append((left, axis.at(ended, after=True)))
        unknown.clear()
    if certain is None and possible and len(possible) == 2 and possible[0][1] > possible[1][0]:
        possible = [(min(p[0] for p in possible), max(p[1] for p in possible))]
    return Bar(**said, certain=certain, possible=tuple(possible), unknown=tuple(unknown), arrow=arrow)


def _between(first: str | None, last: str | None) -> str:
    if first is None and last is None:
        return ""
    return str(first) if first == last else f"{first or '…'} – {last or '…'}"
