"""A worker: messages come in over a socket; answers go out over it. It holds the graph in memory and can reach nothing.

Made by a fork, it gives up, for good, what it could do harm with: it can open no file and no connection, so `SERVICE`
and the like reach nothing whatever the text looks like; its memory is bounded; a clock ends it amid a query.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import socket
from contextlib import suppress
from pathlib import Path
from typing import Any

from maillage.errors import AmbiguousError, MaillageError, NotFoundError
from maillage.library import Graph
from maillage.pages.kit.refused import Refused
from maillage.server import frames
from maillage.server.jobs.directory import JOBS
from maillage.server.jobs.task import NoFormError, Task
from maillage.server.limits import Limits
from maillage.server.problems import Problem
from maillage.store.endpoint import Endpoint
from maillage.store.results import TooLarge
from maillage.store.talk import EngineError, LateError, LongError, UnansweredError

#: What failed, by the status it has; what a worker cannot tell (it died) the pool sees.
_STATUSES = (
    *((NoFormError, 406), (TooLarge, 413), (LongError, 413)),
    *((NotFoundError, 404), (AmbiguousError, 400), (MaillageError, 400)),
)
#: A worker is replaced after so many answers, or when an answer took this much of its memory.
ANSWERS, HELD_MIB = 1000, 128
#: What a worker may open that asks an engine of others: no query is run in it.
DESCRIPTORS = 32
_DEATH_OF_PARENT = 1  # PR_SET_PDEATHSIG


def become(connection: socket.socket, graph: Graph, limits: Limits) -> None:
    """Answer what comes over a socket until nobody asks any more, or until the worker has served its time."""
    store: object = graph.built.store
    outside = isinstance(store, Endpoint)
    seal(connection.fileno(), limits.memory_mib, DESCRIPTORS if outside else 0)
    if isinstance(store, Endpoint):
        store.anew()
    start = _peak()
    for number in range(1, ANSWERS + 1):
        message = frames.receive(connection)
        if message is None:
            return
        head, body = answered(Task(graph, message[0], message[1].decode(), limits))
        head["last"] = number == ANSWERS or (_peak() - start) > HELD_MIB * 1024
        connection.sendall(frames.packed(head, body))
        if head["last"]:
            return


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # KiB


def seal(keep: int, memory_mib: int, descriptors: int = 0) -> None:
    """Give up what a stranger's query must not have: other descriptors, new ones but so many, endless memory."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_DEATH_OF_PARENT, signal.SIGKILL)
    held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    nothing = os.open(os.devnull, os.O_RDWR)
    for one in (0, 1, 2):
        os.dup2(nothing, one)
    for one in sorted(int(path.name) for path in Path("/proc/self/fd").iterdir() if int(path.name) > 2):
        if one != keep:
            with suppress(OSError):
                os.close(one)
    _lower(resource.RLIMIT_NOFILE, descriptors)
    _lower(resource.RLIMIT_AS, held + memory_mib * 2**20)
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_NPROC, 0)


def _lower(what: int, to: int) -> None:
    resource.setrlimit(what, (to, to))


def answered(task: Task) -> tuple[dict[str, Any], bytes]:
    """What a worker says of a message: `ok`, media type and rows, and bytes; or a status and words."""
    signal.setitimer(signal.ITIMER_REAL, task.limits.seconds + 1)  # ends the process, inside the engine
    try:
        found = JOBS[task.head["job"]](task)
        if len(found.data) > task.limits.size:
            raise TooLarge(f"the answer has more than {task.limits.mib:g} MiB.", fix="Ask for a part of it.")
        return {"ok": True, "media": found.media, "rows": found.rows}, found.data
    except Refused as refused:
        return {"ok": True, "media": "text/html", "rows": 1, "status": refused.status}, refused.page
    except MemoryError:
        return _told(413, MaillageError("this needs more memory than there is for one.", fix="Ask for less at once."))
    except RecursionError:
        return _told(400, MaillageError("the query is nested too deeply.", fix="Write it flatter."))
    except Problem as error:
        return _told(error.status, error)
    except UnansweredError as failure:
        return _engine(failure.error)
    except EngineError as error:
        return _engine(error)
    except MaillageError as error:
        return _told(next(status for kind, status in _STATUSES if isinstance(error, kind)), error)
    except Exception as error:  # a fault of ours, told as such; the next message finds the worker as it was
        return _told(500, MaillageError(f"the server failed ({type(error).__name__}).", fix="Please report it."))
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _engine(error: EngineError) -> tuple[dict[str, Any], bytes]:
    """What an engine of others does wrong: to the stranger without where it is and how to mend it, to the log whole."""
    late = isinstance(error, LateError)
    fix = "Ask for less, or again later." if late else "Ask again later."
    head, body = _told(504 if late else 502, MaillageError(f"the engine behind this server {error.public}", fix=fix))
    return {**head, "why": f"{error.what} {error.fix}"}, body


def _told(status: int, error: MaillageError) -> tuple[dict[str, Any], bytes]:
    return {"ok": False, "status": status, "what": error.what, "fix": error.fix, "line": error.line}, b""
