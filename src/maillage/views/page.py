"""In: a networkx graph whose edges carry their arrangements and quotations. Out: one self-contained HTML page.

What the page says of a thing is only what the graph holds; this module sorts it, chooses the language, and hands places
(`layout`) and looks (`network.legend`) to the drawing (`vis`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import networkx as nx

from maillage.errors import MaillageError
from maillage.network.legend import OTHER, TABLE, Look, look_of
from maillage.things.files import write_atomically
from maillage.views import vis
from maillage.views.compared import rule_of, said, states_of
from maillage.views.layout import positions
from maillage.views.layout_quality import quality
from maillage.views.map_outlines import sheet
from maillage.views.measured import measured, named
from maillage.views.packed import packed
from maillage.views.short_names import short_name
from maillage.views.ties import said_by_page, tie_in_words, tie_order
from maillage.views.when import dated_text

LANGUAGES = ("fr", "en")
EVEN = {"square": 0.86, "hexagon": 0.86, "star": 1.12}
"""What makes shapes of one size look equally large: vis-network draws a square larger than a disc, a star smaller."""


HEAVIEST = 300
"""How many links the table of a page without JavaScript holds: enough to read, little to load."""
NAMED = "mlg:HealthAgency"
"""The family whose names come first in a drawing: the regional agencies are what readers find their way by."""


def write_page(
    g: nx.Graph, path: Path, lang: str = "fr", *, size: str | None = None, colour: str | None = None
) -> Path:
    """Write the page of a network; the old file stays whole until the new one is complete.

    Parameters
    ----------
    g: as for `render_page`.
    path: the HTML file; its folder must exist.
    lang: ``fr`` or ``en``.
    size, colour: as for `render_page`.

    Returns
    -------
    Path
        `path`, for the caller to print.

    Raises
    ------
    MaillageError
        The language is unknown, or the file cannot be written.
    """
    path = Path(path)
    text = render_page(g, lang, size=size, colour=colour)
    if path.is_dir():
        raise MaillageError("this is a folder, the page needs a file.", file=path, fix="Add a name such as page.html.")
    if not path.parent.is_dir():
        raise MaillageError("the folder for this page does not exist.", file=path, fix="Create it or choose another.")
    write_atomically(path, text)
    return path


def render_page(g: nx.Graph, lang: str = "fr", *, size: str | None = None, colour: str | None = None) -> str:
    """The page as text, the same bytes for the same graph, whatever the order of its nodes and edges.

    Parameters
    ----------
    g:
        Graph attributes: ``name``, ``title`` {fr, en}, ``directed``, ``filters``, ``generated_from``, and if wished
        ``rule`` {fr, en}: what a link means, in one sentence, and ``notes`` {fr, en}: lists of caveats.
        Node attributes: ``label``, ``kind`` (CURIE), ``kind_label`` {fr, en}, ``family`` (CURIE), ``codes``
        [(name, value)], ``alt_labels``, ``territory``, ``arrangements`` [{iri, label, role_label}], and if known
        ``regions`` and ``departments``, by name, to choose by, and ``iri`` where the node's own id is no address.
        Edge attributes: ``weight`` (number of arrangements), ``ties`` (one an arrangement, with dates, roles and
        quotations; each may say its ``modality``). Of a comparison, nodes and edges say their ``state`` (kept, gained,
        lost; `maillage.network.legend.STATES`).
    lang:
        ``fr`` or ``en``.
    size, colour:
        The measure that sizes follow when the page opens, and what colours follow: a measure, ``community`` or
        ``family``. The page offers the others.
    """
    if lang not in LANGUAGES:
        raise MaillageError(f"no page in language '{lang}'.", fix=f"Choose {' or '.join(LANGUAGES)}.")
    words = said_by_page(lang)
    directed = bool(g.graph.get("directed", g.is_directed()))
    families = _families(g, lang)
    people = all(family["actor"] for family in families)
    if not people:
        words = {**words, **words["mixed"]}  # a contract is no actor: say "entity"
    title = said(g.graph.get("title"), lang) or str(g.graph.get("name", ""))
    name = str(g.graph.get("name", ""))
    version = str(g.graph.get("generated_from") or "")
    content = _content(g, lang)
    drawn = positions(g)
    data = {
        **packed(content["nodes"], content["edges"]),
        "families": families,
        "departmentCodes": _department_codes(content["nodes"]),
        "lang": lang,
        "directed": directed,
        **states_of(g, content, lang),
        **(measured(g, [node["id"] for node in content["nodes"]], lang, named(size), named(colour, colour=True))),
        "sizes": [*_extent(len(g)), EVEN],
        "things": "actors" if people else "things",
        "title": title,
        "words": words,
    }
    page = {
        "drawn": _quality(g, drawn, words, lang),
        "asked": _asked(g.graph.get("filters") or {}, words, lang),
        "data": data,
        "heaviest": _heaviest(content, HEAVIEST),
        "lang": lang,
        "links": len(content["edges"]),
        "name": name,
        "notes": [dated_text(note, lang) for note in (g.graph.get("notes") or {}).get(lang, ())],
        "rule": rule_of(g, words, name, lang),
        "title": title,
        "version": version if "maillage" in version.lower() else f"Maillage {version}".strip(),
        "words": words,
    }
    return vis.html(_places(g, drawn), content["edges"], directed=directed, page=page)


def _content(g: nx.Graph, lang: str) -> dict[str, Any]:
    """Nodes and edges, with all that cards, panels and tables say of them."""
    nodes = [
        {
            "id": node,
            # Of a body that is a node on either side of a network, the id of one is no address.
            "iri": about.get("iri") if about.get("iri") != node else None,
            "label": str(about.get("label") or node),
            "kind": str(about.get("kind", "")),
            "kindLabel": said(about.get("kind_label"), lang) or str(about.get("kind", "")),
            "family": look_of(str(about.get("family", ""))).family,
            "codes": sorted([str(name), str(value)] for name, value in about.get("codes") or ()),
            "alt": sorted({str(label) for label in about.get("alt_labels") or ()}),
            "short": short_name(str(about.get("label") or node), about.get("alt_labels") or ()),
            "territory": about.get("territory") or None,
            "regions": _places_of(about, "region"),
            "departments": _places_of(about, "department"),
            "arrangements": sorted(
                (
                    {"iri": item["iri"], "label": item["label"], "role": said(item.get("role_label"), lang)}
                    for item in about.get("arrangements") or ()
                ),
                key=_order,
            ),
        }
        for node, about in sorted(g.nodes(data=True))
    ]
    edges: list[dict[str, Any]] = []
    for source, target, about in sorted(_edges(g), key=lambda edge: edge[:2]):
        ties = sorted((tie_in_words(tie, lang) for tie in about.get("ties") or ()), key=tie_order)
        edges.append(
            {
                "from": source,
                "to": target,
                "weight": int(about.get("weight") or len({tie["iri"] for tie in ties})),
                "ties": ties,
            }
        )
    return {"nodes": nodes, "edges": edges}


def _places_of(about: Mapping[str, Any], level: str) -> list[str] | None:
    """The regions or departments of a node, by name: one (`region`) or several (`regions`); None when not told."""
    told = about.get(f"{level}s") or about.get(level) or ()
    return sorted({told} if isinstance(told, str) else set(told)) or None


def _department_codes(nodes: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The code of each department that a node is in or is named as the territory of, by the department's name."""
    named = {place for node in nodes for place in (*(node["departments"] or ()), node["territory"])}
    return {
        shape.name: code for code, shape in sheet("department").shapes.items() if shape.name and shape.name in named
    }


def _edges(g: nx.Graph) -> Iterable[tuple[str, str, Mapping[str, Any]]]:
    """Edges with their ends in a settled order, so that an undirected pair reads the same however it was added."""
    for source, target, about in g.edges(data=True):
        yield (source, target, about) if g.is_directed() or source <= target else (target, source, about)


def _families(g: nx.Graph, lang: str) -> list[dict[str, Any]]:
    """The legend: each family present, in the order of the table, with its kinds and how many there are of each."""
    kinds: dict[Look, Counter[tuple[str, str]]] = {}
    for _, about in g.nodes(data=True):
        kind = str(about.get("kind", ""))
        look = look_of(str(about.get("family", "")))
        kinds.setdefault(look, Counter())[(kind, said(about.get("kind_label"), lang) or kind)] += 1
    return [
        {
            "id": look.family,
            "label": look.fr if lang == "fr" else look.en,
            "shape": look.shape,
            "fill": look.fill,
            "border": look.border,
            "actor": look.actor,
            "named": look.family == NAMED,
            "count": sum(kinds[look].values()),
            "kinds": [
                {"id": kind, "label": label, "count": count}
                for (kind, label), count in sorted(kinds[look].items(), key=lambda item: (item[0][1], item[0][0]))
            ],
        }
        for look in (*TABLE, OTHER)
        if look in kinds
    ]


def _heaviest(content: Mapping[str, Any], most: int) -> list[tuple[str, str, list[str], int]]:
    """The links with most arrangements as (one end, other end, arrangements, weight), for a reader without a script."""
    named = {node["id"]: node["label"] for node in content["nodes"]}
    rows = (
        (named[edge["from"]], named[edge["to"]], sorted({tie["label"] for tie in edge["ties"]}), edge["weight"])
        for edge in content["edges"]
    )
    return sorted(rows, key=lambda row: (-row[3], *row[:3]))[:most]


def _places(g: nx.Graph, places: Mapping[str, tuple[int, int]]) -> list[dict[str, Any]]:
    """Where each node is drawn and how large; its look is its family's, and widths of lines follow the filters, so the
    page sets them."""
    crowd = len(places)
    least, most = _extent(crowd)
    top = max((degree for _, degree in g.degree()), default=0) or 1

    def size(node: str) -> float:
        # The area of the shape grows with the number of partners.
        grown = round(least + (most - least) * (g.degree(node) / top) ** 0.5, 1)
        return float(round(grown * EVEN.get(look_of(str(g.nodes[node].get("family", ""))).shape, 1.0), 1))

    return [{"id": node, "x": places[node][0], "y": places[node][1], "size": size(node)} for node in sorted(g)]


def _quality(g: nx.Graph, places: Mapping[str, tuple[int, int]], words: Mapping[str, Any], lang: str) -> str | None:
    """How well the drawing shows the network, in numbers; None where there is no link."""
    found = quality(g, places)
    if found.stress is None or found.neighbours is None:
        return None
    stress, near = (f"{value:.2f}" for value in (found.stress, found.neighbours))
    if lang == "fr":
        stress, near = stress.replace(".", ","), near.replace(".", ",")
    return str(words["drawn"]).format(stress=stress, near=near)


def _extent(crowd: int) -> tuple[float, float]:
    """The least and the greatest size of a node among so many."""
    return (11.0, 24.0) if crowd <= 60 else (7.0, 18.0) if crowd <= 400 else (5.0, 14.0)


def _asked(filters: Mapping[str, Any], words: Mapping[str, Any], lang: str) -> list[tuple[str, str]]:
    """The filters the network was made with, as (name, value) in words; what was not asked is left out."""
    names = words["filters"]
    return [
        (names.get(key, key.replace("_", " ")), _value(value, words, lang))
        for key, value in sorted(filters.items())
        if value is not None and value != "" and value != [] and value is not False
    ]


def _value(value: Any, words: Mapping[str, Any], lang: str) -> str:
    if value is True:
        return str(words["yes"])
    if isinstance(value, Mapping):
        pairs = (f"{key}: {_value(inner, words, lang)}" for key, inner in sorted(value.items()))
        return said(value, lang) or ", ".join(pairs)
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(sorted(_value(item, words, lang) for item in value))
    return str(value)


def _order(item: Mapping[str, Any]) -> tuple[str, str, str]:
    return str(item["label"]), str(item["iri"]), str(item.get("role") or "")
