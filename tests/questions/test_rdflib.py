"""rdflib answers the questions as Oxigraph does. It is 10 to 80 times slower: it is stopped at slow ones, which are named."""

from __future__ import annotations

import contextlib
import signal
import time
from collections.abc import Callable, Iterable, Iterator

import pytest
import rdflib

from maillage.asking.catalogue import Query
from maillage.library import Graph
from maillage.store.embedded import dump_n_triples

Rows = set[tuple[str, ...]]
#: Seconds a question may take in rdflib, and all of them together; those it does not answer by then are named.
CAP, BUDGET = 1.0, 75.0


class TooSlow(BaseException):
    """rdflib was stopped before it answered. No `except Exception` on the way keeps it."""


@contextlib.contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Stop what runs inside after so many seconds, with TooSlow; again a second later, where that was passed over.

    What is raised while a generator is closed, or an object collected, is passed over.
    """

    def stop(*_: object) -> None:
        raise TooSlow

    former = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, former)


def test_same_answers(
    small_graph: Graph,
    questions: list[Query],
    variants: Callable[[Query], list[tuple[str, str]]],
    comparable: Callable[[Iterable[Iterable[object]]], Rows],
    capsys: pytest.CaptureFixture[str],
) -> None:
    store = small_graph.built.store
    other = rdflib.Graph().parse(data=dump_n_triples(store.triples()), format="nt")
    begun, compared, left = time.monotonic(), [], []
    for question in sorted(questions, key=lambda q: (len(q.text), q.name)):
        # Each example alone is compared with Virtuoso.
        for what, sparql in (variants(question)[0], variants(question)[-1]):
            names, expected = store.select(sparql)
            try:
                if time.monotonic() - begun > BUDGET:
                    raise TooSlow
                with at_most(CAP):
                    result = other.query(sparql)
                    found = [[None if term is None else str(term) for term in row] for row in result]  # type: ignore[union-attr]
            except TooSlow:
                left.append(f"{question.name} ({what})")
                continue
            assert [str(name) for name in result.vars or ()] == names
            assert comparable(found) == comparable(expected), f"{question.name} ({what})"
            compared.append(question.name)
    with capsys.disabled():
        print(f"\nrdflib agrees on {len(compared)} answers; not compared (slow in rdflib): {', '.join(left)}")
    if len(compared) < 20:  # What was compared is equal.
        pytest.skip(f"this machine is too slow for rdflib: {len(compared)} answers in {BUDGET:.0f} s")
