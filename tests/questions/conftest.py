"""What the tests of the questions share: one parameter set a question, its SPARQL as filled, rows as comparable strings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest

from maillage.answers import substitutions
from maillage.catalogue import Catalogue, Query
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
    return {name: parameter.example for name, parameter in question.params.items()}


@pytest.fixture(scope="session")
def variants(graph: Graph) -> Callable[[Query], list[tuple[str, str]]]:
    """The SPARQL of a question: without parameters, with each example alone, with all examples together."""

    def made(question: Query) -> list[tuple[str, str]]:
        each = [(name, {name: value}) for name, value in examples(question).items()]
        values = [("no parameter", {}), *each, *([("all examples", examples(question))] if len(each) > 1 else [])]
        return [(what, question.filled(substitutions(question, given, graph.built.names))) for what, given in values]

    return made


@pytest.fixture(scope="session")
def comparable() -> Callable[[Iterable[Iterable[object]]], Rows]:
    """Rows of any engine as a set of rows of strings: numbers by value, booleans as 1 and 0, unbound as empty."""

    def cell(term: object) -> str:
        text = "" if term is None else str(getattr(term, "value", term))
        if text in ("true", "false", "True", "False"):
            return "1" if text.lower() == "true" else "0"
        try:
            return f"{Decimal(text).normalize():f}" if text[:1].isdigit() else text
        except InvalidOperation:
            return text

    return lambda rows: {tuple(cell(term) for term in row) for row in rows}
