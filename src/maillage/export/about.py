"""What a network file says of itself: a projected network comes in; title, licence, caveats and filters go out as text.

A file travels without the page or command it came from. Each format has its own place for these words (see
`maillage.export.networks`); a CSV has none, for every reader takes a line for an edge, so a file lies beside it.
"""

from __future__ import annotations

from typing import Any

import networkx as nx

from maillage.network.made import KEY, WEIGHTS, record_of, slice_words

#: The licence of the data (LICENSE-DATA), and whom to name.
LICENCE = "Licence Ouverte / Open Licence 2.0 (etalab-2.0), https://www.etalab.gouv.fr/licence-ouverte-open-licence"
CREATOR = "Maillage contributors"


def about(g: nx.Graph, lang: str = "fr") -> dict[str, str]:
    """Name -> text, what is not known left out: title, what the network answers, filters, caveats, licence, version."""
    said = {
        "title": worded(g.graph.get("title"), lang) or str(g.graph.get("name") or ""),
        "description": worded(g.graph.get("question"), lang) or "",
        "filters": "; ".join(f"{name}: {value}" for name, value in sorted((g.graph.get("filters") or {}).items())),
        **_made(g, lang),
        "caveats": " ".join([*_remarks(g, lang), *(g.graph.get("notes") or {}).get(lang, ())]),
        "licence": LICENCE,
        "creator": CREATOR,
        "version": str(g.graph.get("generated_from") or ""),
        "language": lang,
    }
    return {name: text for name, text in said.items() if text}


def _made(g: nx.Graph, lang: str) -> dict[str, str]:
    """Rule, weight, slice and query of the network, in words; nothing of a network without a record."""
    if KEY not in g.graph:
        return {}
    record = record_of(g)
    query = record.get("query") or {}
    asked = ", ".join(f"{name}={value}" for name, value in sorted((query.get("parameters") or {}).items()))
    choices = record.get("choices") or {}
    return {
        "rule": worded(record.get("rule_words"), lang) or str(record["rule"]),
        "weighting": f"{record['weight']} ({WEIGHTS[record['weight']][lang]})" if record["weight"] in WEIGHTS else "",
        "slice": slice_words(record, lang),
        "query": f"{query.get('name', '')}{f' ({asked})' if asked else ''}",
        "choices": "; ".join(f"{name}: {_listed(value)}" for name, value in sorted(choices.items())),
        "threshold": str(record.get("threshold") or ""),
    }


def _listed(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _remarks(g: nx.Graph, lang: str) -> list[str]:
    return [remark[lang] for remark in record_of(g).get("remarks", [])] if KEY in g.graph else []


def worded(value: Any, lang: str) -> str | None:
    """A text that may be said in both languages, in this one."""
    return (value.get(lang) or value.get("fr")) if isinstance(value, dict) else value
