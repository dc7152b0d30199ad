"""What strangers type: a query comes in; its answer goes out."""

from __future__ import annotations

from maillage.asking.parsing import parse_words
from maillage.errors import ParseError
from maillage.server.jobs.task import Task, formed, outside_of
from maillage.server.relay import relayed
from maillage.server.typed import names_graphs, words
from maillage.store.results import ROWS, TRIPLES, Dataset, Written, written


def sparql(task: Task) -> Written:
    """A query that a stranger typed, in the form wanted most."""
    if (outside := outside_of(task.graph)) is not None:
        graphs = [*task.head["default"], *task.head["named"]]
        return formed(relayed(outside, task.text, task.head["accept"], graphs, task.limits), _offered(task.text))
    try:
        found = written(
            task.graph.built.store,
            task.text,
            task.head["accept"],
            Dataset(task.head["default"], task.head["named"]),
            union=not names_graphs(task.text),
            rows=task.limits.rows,
            size=task.limits.size,
        )
    except ParseError as error:
        what, fix = parse_words(task.text, error.what, ())
        raise ParseError(what, fix=fix or "Mend it there.", line=error.line) from None
    return formed(found, _offered(task.text))


def _offered(query: str) -> list[str]:
    """The forms that the answer to a query can have."""
    kind = next((word for word in words(query) if word in ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")), "")
    return list(ROWS)[:2] if kind == "ASK" else list(ROWS) if kind == "SELECT" else list(TRIPLES)
