"""What a network file says of itself: a projected network comes in; title, licence, caveats and filters go out as text.

A file travels without the page or command it came from. Each format has its own place for these words (see
`maillage.export.networks`); a CSV has none, for every reader takes a line for an edge, so a file lies beside it.
"""

from __future__ import annotations

from typing import Any

import networkx as nx

#: The licence of the data (LICENSE-DATA), and whom to name.
LICENCE = "Licence Ouverte / Open Licence 2.0 (etalab-2.0), https://www.etalab.gouv.fr/licence-ouverte-open-licence"
CREATOR = "Maillage contributors"


def about(g: nx.Graph, lang: str = "fr") -> dict[str, str]:
    """Name -> text, what is not known left out: title, what the network answers, filters, caveats, licence, version."""
    said = {
        "title": worded(g.graph.get("title"), lang) or str(g.graph.get("name") or ""),
        "description": worded(g.graph.get("question"), lang) or "",
        "filters": "; ".join(f"{name}: {value}" for name, value in sorted((g.graph.get("filters") or {}).items())),
        "caveats": " ".join((g.graph.get("notes") or {}).get(lang, ())),
        "licence": LICENCE,
        "creator": CREATOR,
        "version": str(g.graph.get("generated_from") or ""),
        "language": lang,
    }
    return {name: text for name, text in said.items() if text}


def worded(value: Any, lang: str) -> str | None:
    """A text that may be said in both languages, in this one."""
    return (value.get(lang) or value.get("fr")) if isinstance(value, dict) else value
