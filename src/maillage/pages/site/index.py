"""What a browser searches: a graph and the plan of a folder come in; a compact index of what has a page goes out.

`web/src/search.js` reads it: each thing by the end of its path, its names, codes, kind and place.
"""

from __future__ import annotations

import json
from typing import Any

from maillage.library import Graph
from maillage.pages.kit.setting import LANGUAGES
from maillage.pages.site.plan import Plan
from maillage.search.listed import listed


def index(graph: Graph, plan: Plan) -> bytes:
    """The index, as JSON; the best known things first."""
    names = graph.built.names
    kinds: dict[str, int] = {}
    rows: list[list[Any]] = []
    found = sorted((one for one in listed(names.store) if one.iri in plan.things), key=lambda one: (-one.rank, one.iri))
    for one in found:
        kind = kinds.setdefault(one.kind, len(kinds))
        path = plan.things[one.iri].removeprefix("page/").removesuffix(".html")
        english = one.english if one.english != one.label else ""
        rows.append([path, one.label, english, list(one.names), list(one.codes), kind, ", ".join(one.where)])
    said = {"kinds": [[names.label(kind, lang) for lang in LANGUAGES] for kind in kinds], "things": rows}
    return (json.dumps(said, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
