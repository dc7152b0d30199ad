"""Coverage: a network of two modes comes in; how much of it is known of each region goes out, beside its inhabitants.

The register is a sample. Where one region has been read more than another, a network that holds both, or a comparison
of the two, shows the reading as much as the field: this is said, with the figures.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from maillage.network.made import record_of
from maillage.things.table import Column, Table, Value

if TYPE_CHECKING:
    import networkx as nx

#: How many times as many arrangements for a million inhabitants make two regions of very different coverage.
TOLERANCE = 2.0


def known_by_region(graph: nx.Graph) -> dict[str, int]:
    """Region -> how many arrangements of a two-mode network lie in it; one that lies in several counts for each."""
    found = (r for _, d in graph.nodes(data=True) if d.get("bipartite") == 1 for r in d.get("regions") or ())
    return dict(sorted(Counter(found).items()))


def per_million(graph: nx.Graph) -> dict[str, float]:
    """Region -> arrangements known for a million inhabitants, of the regions whose population the graph says."""
    inhabitants = graph.graph.get("inhabitants") or {}
    known = known_by_region(graph)
    return {region: 1e6 * known[region] / n for region, n in inhabitants.items() if n and region in known}


def coverage(graph: nx.Graph, lang: str = "fr") -> Table:
    """How much is known of each region.

    Parameters
    ----------
    graph:
        Of two modes, as ``Graph.network("two-mode")`` gives it.

    Returns
    -------
    Table
        One row a region: ``arrangements`` known, their ``share`` of all that lie in some region, ``inhabitants``, and
        ``per_million``; a region of which none is known has 0. Empty where nothing says its region.
    """
    known, inhabitants = known_by_region(graph), graph.graph.get("inhabitants") or {}
    total = sum(known.values())
    heads = (
        ("region", "Région", "Region"),
        ("arrangements", "Dispositifs connus", "Arrangements known"),
        ("share", "Part du registre (%)", "Share of the register (%)"),
        ("inhabitants", "Habitants", "Inhabitants"),
        ("per_million", "Pour un million d'habitants", "For a million inhabitants"),
    )
    rows: list[list[Value]] = []
    for region in sorted({*known, *inhabitants}) if total else []:
        n, people = known.get(region, 0), inhabitants.get(region)
        rate = round(1e6 * n / people, 1) if people else None
        rows.append([region, n, round(100 * n / total, 1), people, rate])
    rows.sort(key=lambda row: (-float(row[4] or 0), str(row[0])))  # type: ignore[arg-type]
    return Table([Column(name, fr if lang == "fr" else en) for name, fr, en in heads], rows, lang=lang)


def uneven(graph: nx.Graph, tolerance: float = TOLERANCE) -> dict[str, str] | None:
    """What to say of a network in which regions of very different coverage meet; None where they do not.

    A network asked for one territory is of that territory, whatever else its arrangements touch.
    """
    if "territory" in ((record_of(graph).get("query") or {}).get("parameters") or {}):
        return None
    rates = sorted((rate, region) for region, rate in per_million(graph).items())
    if len(rates) < 2 or rates[-1][0] <= tolerance * rates[0][0]:
        return None
    (low, least), (high, most) = rates[0], rates[-1]
    fr = f"de {low:.1f} ({least}) à {high:.1f} ({most})".replace(".", ",")
    return {
        "fr": f"Les régions de ce réseau sont très inégalement couvertes : {fr} dispositifs connus par million "
        "d'habitants. Ne comparez leurs mesures qu'en le disant.",
        "en": f"The regions of this network are covered very unevenly: from {low:.1f} ({least}) to {high:.1f} ({most}) "
        "arrangements known for a million inhabitants. Compare their measures only where you say so.",
    }
