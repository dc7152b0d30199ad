"""What a job is given, and what several need: a graph and a message come in; an IRI, a form or a refusal goes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from maillage.errors import MaillageError, NotFoundError
from maillage.library import Graph
from maillage.pages.kit.paths import page_of
from maillage.search.kept import finder
from maillage.server.limits import Limits
from maillage.store.endpoint import Endpoint
from maillage.store.results import TRIPLES, Written
from maillage.terms import BASE, ID
from maillage.things.text import printable

Head = Mapping[str, Any]
#: Letters of an address that are told again.
_LONG = 300


class NoFormError(MaillageError):
    """An answer that no accepted form can hold."""


@dataclass(frozen=True)
class Task:
    """What a job is given: the graph, the message's head, its text, and the limits."""

    graph: Graph
    head: Head
    text: str
    limits: Limits


def outside_of(graph: Graph) -> Endpoint | None:
    """The engine of others that holds the facts; None where they are at hand."""
    store: object = graph.built.store
    return store if isinstance(store, Endpoint) else None


def formed(found: Written | None, offered: Iterable[str] = TRIPLES) -> Written:
    """An answer in a form that is accepted.

    Raises
    ------
    NoFormError
        Where there is none.
    """
    if found is None:
        fix = f"Accept one of {', '.join(offered)}."
        raise NoFormError("this answer cannot be written in a form that is accepted.", fix=fix)
    return found


def known(task: Task) -> str:
    """The IRI asked for, when something is said of it.

    Raises
    ------
    NotFoundError
        Offering the nearest names.
    """
    iri, names = task.text, task.graph.built.names
    with suppress(ValueError):  # no IRI at all
        if names.types(iri):
            return iri
    term = f"{BASE}def#{iri.removeprefix(BASE + 'def/')}"
    with suppress(ValueError):
        if names.types(term):
            raise NotFoundError(f"{printable(iri)} is no IRI of ours.", fix=f"A class or a property is: {term}.")
    words = printable(iri.removeprefix(ID).rpartition("/")[2].removesuffix(".html").replace("-", " "))[:_LONG]
    near = [(hit.label, address) for hit in finder(names).find(words, limit=5) if (address := page_of(hit.iri))]
    offered = f"Perhaps {'; '.join(f'{label} ({address})' for label, address in near)}." if near else ""
    raise NotFoundError(f"nothing is known of {printable(iri)[:_LONG]}.", fix=offered or "Search: /search?q=...")
