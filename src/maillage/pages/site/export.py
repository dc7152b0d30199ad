"""The whole folder: a graph and a place come in; the site lies there, made by several processes; its size goes out."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from maillage.library import Graph
from maillage.pages.kit.setting import LANGUAGES
from maillage.pages.networks.drawings import hold
from maillage.pages.site.making import given, made
from maillage.pages.site.plan import Plan, Task, plan_of
from maillage.pages.site.writing import Put, begin, finish, former, put

#: Tasks that a process is handed at a time.
_SOME = 20


@dataclass(frozen=True)
class Site:
    """What lies in the folder: pages, files in all, bytes, and how many were written anew or removed."""

    pages: int
    files: int
    size: int
    written: int
    removed: int


def export_site(
    graph: Graph,
    folder: Path,
    base: str = "",
    processes: int = 1,
    plan: Plan | None = None,
    told: Callable[[int, int], None] = lambda done, of: None,
) -> Site:
    """Write the pages of a graph as a folder of files.

    Parameters
    ----------
    graph:
        Held in memory where there are several processes: they are forks of this one.
    base:
        The address the folder will be served at, for canonical links and the list of pages; empty for none.
    plan:
        What to make, where that is not all there is; it says the address itself.
    told:
        Told how many tasks are done, and of how many.

    Raises
    ------
    MaillageError
        For a folder that holds other files or cannot be written.
    """
    known = former(folder)
    plan = plan or plan_of(graph, base)
    hold(graph, None)
    tasks = [task for lang in LANGUAGES for task in plan.tasks(lang)]
    tasks.sort(key=lambda task: task.kind not in ("links", "drawing-csv", "question", "rows"))
    ready = given(graph, plan)
    files = [*ready, *(path for task in tasks for path in task.files)]
    begin(folder, {*files, *known})
    done = [put(folder, path, data) for path, data in ready.items()]
    for number, some in enumerate(_each(graph, plan, folder, tasks, processes), 1):
        done += some
        told(min(number * _SOME, len(tasks)), len(tasks))
    removed = finish(folder, files, known)
    pages = sum(one.path.endswith(".html") for one in done)
    return Site(pages, len(done), sum(one.size for one in done), sum(one.changed for one in done), removed)


#: What a forked process finds: the graph, the plan, the folder.
_HELD: list[tuple[Graph, Plan, Path]] = []


def _each(graph: Graph, plan: Plan, folder: Path, tasks: Sequence[Task], processes: int) -> Iterator[list[Put]]:
    parts = [tasks[start : start + _SOME] for start in range(0, len(tasks), _SOME)]
    _HELD.append((graph, plan, folder))
    try:
        if processes < 2:
            yield from map(_done, parts)
            return
        with multiprocessing.get_context("fork").Pool(processes) as pool:
            yield from pool.imap_unordered(_done, parts)
    finally:
        _HELD.pop()


def _done(tasks: Iterable[Task]) -> list[Put]:
    graph, plan, folder = _HELD[-1]
    return [put(folder, path, data) for task in tasks for path, data in made(graph, plan, task)]
