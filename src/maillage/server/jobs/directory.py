"""What a worker can be asked to do, by name: nothing comes in; functions of a task go out.

All of it runs where nothing can be opened: whatever a job reads is read before the worker is made (`warm`).
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from maillage.errors import MaillageError
from maillage.library import Graph
from maillage.pages.directory import AHEAD, read_ahead
from maillage.search.kept import finder
from maillage.server.jobs import answers, data, pages
from maillage.server.jobs.sparql import sparql
from maillage.server.jobs.task import Task, outside_of
from maillage.server.limits import Limits
from maillage.server.passable import passable
from maillage.store.results import ROWS, Written
from maillage.terms import BASE, GRAPH, ID, SKOS

#: The queries that answers and pages are made of.
KINDS = ("questions", "networks", "profiles", "caveats")

JOBS: dict[str, Callable[[Task], Written]] = {
    "sparql": sparql,
    "data": data.data,
    "page": pages.page,
    "console": pages.console,
    "terms": pages.terms,
    "file": data.file,
    "void": data.void,
    "exists": data.exists,
    "question": answers.question,
    "search": answers.search,
    "network": answers.network,
    "explored": pages.explored,
}


def warm(graph: Graph, limits: Limits) -> None:
    """Read and remember what the jobs will need, while files can be opened: queries, templates, modules."""
    built = graph.built
    built.catalogue.hold(*KINDS)
    read_ahead()
    finder(built.names).warm()
    if outside_of(graph) is not None:
        passable("ASK {}")
        return
    seen = next(iter(built.store.values(None, SKOS + "prefLabel")), None)
    if seen is None:
        return
    iri = str(getattr(seen.subject, "value", ""))
    ways = {"accept": ["text/turtle", *ROWS], "lang": "fr", "params": {}, "form": "json", "default": (), "named": ()}
    ways |= {"page": "thing", "here": "/", "query": []}
    done = {
        "data": iri,
        "page": iri,
        "void": BASE,
        "sparql": "ASK {}",
        "question": "classes",
        "network": "arrangements",
        "terms": "",
        "explored": "funding",
    }
    wrong = {"exists": f"{ID}organisation/x", "file": f"{GRAPH}x", "question": "x", "sparql": "ASK {", "network": "x"}
    for name, text in (*done.items(), *wrong.items()):
        with suppress(MaillageError):
            JOBS[name](Task(graph, ways, text, limits))
    for name, text, given in AHEAD:
        with suppress(MaillageError):
            pages.page(Task(graph, {**ways, "page": name, "params": given}, text, limits))
