"""The API: a question, a text or the name of a network comes in; rows, names or a network go out."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from maillage.export.networks import to_json
from maillage.pages.kit.paths import page_of
from maillage.search.kept import finder
from maillage.server.jobs.task import Task
from maillage.store.results import TooLarge, Written


def question(task: Task) -> Written:
    """The rows of a question, as JSON or CSV."""
    given: dict[str, Any] = dict(task.head["params"])
    table = task.graph.ask(task.text, lang=task.head["lang"], **given)
    if len(table) > task.limits.rows:
        raise TooLarge(f"the answer has {len(table):,} rows.", fix="Give a parameter: a territory, a day, a kind.")
    if task.head["form"] == "csv":
        return Written("text/csv", table.to_csv().encode(), len(table))
    told = {
        "question": task.text,
        "title": table.title,
        "rows": json.loads(table.to_json()),
        "notes": list(table.notes),
    }
    if table.missed:
        told["missed"] = table.missed
    return Written("application/json", (json.dumps(told, ensure_ascii=False) + "\n").encode(), len(table))


def search(task: Task) -> Written:
    """What a text may mean, as JSON."""
    found = finder(task.graph.built.names)
    kinds = found.kinds(task.head["kind"]) if task.head["kind"] else None
    hits = found.find(task.text, lang=task.head["lang"], kinds=kinds, limit=task.head["limit"])
    told = {"query": task.text, "results": [{**asdict(hit), "address": page_of(hit.iri) or hit.iri} for hit in hits]}
    return Written("application/json", (json.dumps(told, ensure_ascii=False) + "\n").encode(), len(hits))


def network(task: Task) -> Written:
    """A network of queries/networks/ in the node-link form."""
    given = dict(task.head["params"])
    cut = {name: given.pop(name) for name in ("at", "since", "before", "actor") if name in given}
    found = task.graph.network(task.text, **cut, **given)
    return Written("application/json", to_json(found, task.head["lang"]).encode(), found.number_of_edges())
