"""Pages and what their scripts ask for: an address comes in; HTML or JSON goes out."""

from __future__ import annotations

import json
import re

from maillage.errors import MaillageError
from maillage.export.networks import to_csv
from maillage.pages.asked import console as editor
from maillage.pages.asked.completion import completion
from maillage.pages.directory import PAGES
from maillage.pages.kit.setting import Served, Setting, setting
from maillage.pages.networks.drawings import drawn, link
from maillage.server.jobs.sparql import sparql
from maillage.server.jobs.task import Task, known
from maillage.server.problems import Problem
from maillage.store.results import TooLarge, Written
from maillage.store.talk import EngineError


def console(task: Task) -> Written:
    """The page of the editor with a query that a stranger typed and its answer, or why there is none.

    Raises
    ------
    Refused
        With the page.
    """
    here = _setting(task)
    if (said := task.head.get("fault")) is not None:
        fault = MaillageError(said["what"], fix=said["fix"], line=said["line"])
        raise editor.refused(here, task.text, fault, said["status"])
    try:
        found = sparql(Task(task.graph, {**task.head, "accept": editor.ACCEPTED}, task.text, task.limits))
    except (Problem, EngineError):
        raise
    except MaillageError as error:
        place = re.search(r"\bat (\d+):\d", error.what)
        fault = MaillageError(error.what, fix=error.fix, line=int(place[1]) if place else error.line)
        raise editor.refused(here, task.text, fault, 413 if isinstance(error, TooLarge) else 400) from None
    made = editor.answered(here, task.text, editor.Answered(found.media, found.data, found.rows))
    return Written("text/html", made, found.rows)


def terms(task: Task) -> Written:
    """What the editor completes, as JSON."""
    return Written("application/json", completion(task.graph, task.head["lang"]), 1)


def page(task: Task) -> Written:
    """A page of `maillage.pages.directory`; of a thing only when something is said of it."""
    name = task.head["page"]
    of = known(task) if name == "thing" else task.text
    return Written("text/html", PAGES[name](_setting(task), of, task.head["params"]), 1)


def _setting(task: Task) -> Setting:
    head = task.head
    addresses = Served(head["lang"], head["here"], tuple((key, value) for key, value in head["query"]))
    return setting(task.graph, head["lang"], addresses)


def explored(task: Task) -> Written:
    """A network as the explorer reads it: the drawing, its links as a table, or all that is said of one link."""
    given, form = dict(task.head["params"]), task.head["form"]
    if form == "json":
        return Written("application/json", drawn(task.graph, task.text, given), 1)
    if form == "csv":
        found = task.graph.network(task.text, **given)
        return Written("text/csv", to_csv(found, task.head["lang"]).encode(), found.number_of_edges())
    ends = [str(given.pop(end, "")) for end in ("source", "target")]
    told = link(task.graph, task.text, (ends[0], ends[1]), task.head["lang"], Served(task.head["lang"]).thing)
    return Written("application/json", json.dumps(told, ensure_ascii=False).encode(), len(told["ties"]))
