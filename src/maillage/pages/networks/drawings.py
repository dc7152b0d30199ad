"""The drawings of networks: a graph and the name of a network come in; the file the explorer reads goes out.

A drawing of the whole country takes seconds; it is kept beside the graph it is of, and held while pages are made.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import networkx as nx

from maillage import network as networks
from maillage import views
from maillage.asking.answers import substitutions
from maillage.errors import MaillageError, NotFoundError
from maillage.library import Graph
from maillage.network.asked import SIDE, asked_network
from maillage.terms import ID
from maillage.things.files import write_atomically
from maillage.views.explorer import LANGUAGES, drawing
from maillage.views.explorer_link import link_told
from maillage.views.grouped_layout import grouped_positions
from maillage.views.layout import EXACT, positions
from maillage.views.ties import said_by_page

#: Asks for every arrangement's themes.
_THEMES = "arrangements-by-theme"
#: Graph -> network -> its drawing.
_HELD: WeakKeyDictionary[Graph, dict[str, bytes]] = WeakKeyDictionary()


def drawn(graph: Graph, name: str, given: Mapping[str, str] | None = None) -> bytes:
    """The drawing of a network, as JSON.

    Parameters
    ----------
    name, given: of the network, and its parameters, as for `maillage.library.Graph.network`.

    Raises
    ------
    MaillageError
        For another network or parameter, or a name that stands for nothing.
    """
    held = None if given else _HELD.get(graph, {}).get(name)
    if held is not None:
        return held
    built, asked = graph.built, dict(given or {})
    query = built.catalogue.get("networks", name)
    found: nx.Graph = graph.network(name, **asked)
    around = asked.pop("actor", None) is not None
    sparql = _lines(query.filled(substitutions(query, asked, built.names)))
    said = drawing(found, _themes(graph), sparql, around)
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()


def link(
    graph: Graph, name: str, ends: tuple[str, str], lang: str, address: Callable[[str], str | None]
) -> dict[str, Any]:
    """All that is said of one link of a network (`maillage.views.explorer_link.link_told`).

    Parameters
    ----------
    ends:
        Source and target, as the ids of a drawing or as IRIs.

    Raises
    ------
    NotFoundError
        For another network, or two things that are not tied.
    """
    query = graph.built.catalogue.get("networks", name)
    source, target = (iri_of(end) for end in ends)
    built = graph.built
    try:
        found = asked_network(query, built.store, built.names, between=(source, target))
    except ValueError:
        raise NotFoundError("a link has two ends.", fix="Give source and target, as the drawing has them.") from None
    if not found.has_edge(source, target):  # a body that is on both sides, or nothing
        target = next(iter(found.adj[source]), target) if source in found else target
    return link_told(found, source, target, lang, address)


def iri_of(node: str) -> str:
    """The IRI of what a node is."""
    iri = node.removesuffix(SIDE)
    return iri if ":" in iri.partition("/")[0] else ID + iri


def hold(graph: Graph, folder: Path | None) -> None:
    """Have the drawing of each whole network at hand: read where it is kept, else made, and kept if that can be."""
    held = _HELD.setdefault(graph, {})
    for query in graph.built.catalogue.of("networks"):
        path = None if folder is None else folder / f"drawing-{query.name}-{_digest(query.text)}.json"
        if path is not None and path.is_file():
            held[query.name] = path.read_bytes()
            continue
        try:
            data = drawn(graph, query.name)
        except MaillageError:  # a network of a graph that has none of it
            continue
        held[query.name] = data
        if path is not None:
            _keep(path, data)


def read_ahead() -> None:
    """Import and read all that drawing needs, by drawing what is made up: groups of a few nodes, and a crowd."""
    few = nx.relabel_nodes(nx.path_graph(6), str)
    networks.communities(few)
    grouped_positions(few, [["0", "1", "2"], ["3", "4", "5"]])
    positions(nx.relabel_nodes(nx.star_graph(EXACT), str))
    for lang in LANGUAGES:
        said_by_page(lang)


def _keep(path: Path, data: bytes) -> None:
    """Write a drawing in place of the former one; a folder that takes nothing is left as it is."""
    try:
        for former in path.parent.glob(f"{path.name.rpartition('-')[0]}-*.json"):
            former.unlink()
        write_atomically(path, data.decode())
    except (OSError, MaillageError):
        return


def _digest(query: str) -> str:
    """What changes with a query, or with what draws."""
    return hashlib.sha256((_code() + query).encode()).hexdigest()[:12]


@cache
def _code() -> str:
    """The text of all modules that make a drawing."""
    folders = [Path(str(package.__file__)).parent for package in (networks, views)]
    return "".join(path.read_text(encoding="utf-8") for folder in folders for path in sorted(folder.glob("*.py")))


def _themes(graph: Graph) -> dict[str, set[tuple[str, str, str]]]:
    """Arrangement -> its themes, each with its name in both languages."""
    found: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    table = graph.ask(_THEMES)
    names = [column.name for column in table.columns]
    arrangement, theme = names.index("arrangement_iri"), names.index("said_theme_iri")
    for row in table.rows:
        iri = str(row[theme])
        found[str(row[arrangement])].add((iri, graph.label(iri, "fr"), graph.label(iri, "en")))
    return found


def _lines(query: str) -> str:
    """A query without its header and comments."""
    return "\n".join(line for line in query.splitlines() if not line.lstrip().startswith("#"))


def rows_of(said: Mapping[str, Any], most: int) -> list[tuple[str, str, list[str], int]]:
    """The links of a drawing that go through most arrangements: (one end, other end, arrangements, how many)."""
    named, arrangements = said["nodes"], said["arrangements"]
    rows = []
    for source, target, *ties in said["links"]:
        through = sorted({arrangements[tie[0]][1] for tie in ties})
        rows.append((named[source][1], named[target][1], through, len({tie[0] for tie in ties})))
    return sorted(rows, key=lambda row: (-row[3], row[0], row[1]))[:most]
