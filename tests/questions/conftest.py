"""What the tests of the questions share: one parameter set a question, its SPARQL as filled, rows as comparable strings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest

from maillage.asking.answers import substitutions
from maillage.asking.catalogue import Catalogue, Query
from maillage.library import Graph
from maillage.places import find_places

QUESTIONS = Catalogue(find_places(Path(__file__).resolve().parents[2])).of("questions")
Rows = set[tuple[str, ...]]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "question" in metafunc.fixturenames:
        metafunc.parametrize("question", QUESTIONS, ids=lambda q: q.name)


@pytest.fixture(scope="session")
def questions() -> list[Query]:
    """Every question, by name."""
    return QUESTIONS


def examples(question: Query) -> dict[str, str | None]:
    """Every parameter with its example."""
    return {name: parameter.example for name, parameter in question.params.items()}


def needed(question: Query) -> dict[str, str | None]:
    """The parameters without which there is no answer, with their examples."""
    return {name: parameter.example for name, parameter in question.params.items() if parameter.required}


@pytest.fixture(scope="session")
def variants(small_graph: Graph) -> Callable[[Query], list[tuple[str, str]]]:
    """The SPARQL of a question: with what it needs only, with each example besides, with all examples together.

    Values are names of the small graph, on which engines are compared.
    """

    def made(question: Query) -> list[tuple[str, str]]:
        least = needed(question)
        each = [(name, {**least, name: value}) for name, value in examples(question).items()]
        values = [("no parameter", least), *each, *([("all examples", examples(question))] if len(each) > 1 else [])]
        names = small_graph.built.names
        return [(what, question.filled(substitutions(question, given, names))) for what, given in values]

    return made


def cells(row: Iterable[object]) -> tuple[str, ...]:
    """A row of any engine as strings: numbers by value, booleans as 1 and 0, unbound as empty."""

    def cell(term: object) -> str:
        text = "" if term is None else str(getattr(term, "value", term))
        if text in ("true", "false", "True", "False"):
            return "1" if text.lower() == "true" else "0"
        try:
            return f"{Decimal(text).normalize():f}" if text[:1].isdigit() else text
        except InvalidOperation:
            return text

    return tuple(cell(term) for term in row)


@pytest.fixture(scope="session")
def comparable() -> Callable[[Iterable[Iterable[object]]], Rows]:
    """Rows of any engine as a set of rows of strings."""
    return lambda rows: {cells(row) for row in rows}
