"""Blank nodes: the same names whatever they were called, in time that ends; keys of what they say."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from maillage.things.blanks import content_keys, stable_blanks
from maillage.things.rdf import BlankNode, Triple
from maillage.things.turtle import read_turtle
from maillage.things.turtle_writer import format_file

HERE = Path("x.ttl")
HEAD = "@prefix ex: <https://exemple.fr/> .\n"


def edges(pairs: list[tuple[int, int]]) -> str:
    return "".join(f"_:n{a} ex:p _:n{b} .\n" for a, b in pairs)


def ring(length: int, first: int = 0) -> list[tuple[int, int]]:
    return [(first + i, first + (i + 1) % length) for i in range(length)]


#: What no label tells apart: the standard algorithm takes hours on the first.
GRAPHS = {
    "all to all": edges([(a, b) for a in range(12) for b in range(12) if a != b]),
    "a cube": edges([(a, a ^ (1 << bit)) for a in range(16) for bit in range(4)]),
    "one ring or two": edges([*ring(6), *ring(3, 10), *ring(3, 20)]),
    "a hub": "_:h ex:a 1 .\n" + "".join(f"_:h ex:p _:l{n} . _:l{n} ex:q 1 .\n" for n in range(60)),
    "copies": "[] ex:q 1 .\n" * 40,
    "a long list": f"ex:a ex:l ( {'0 ' * 900}) . ex:b ex:l ( {'0 ' * 900}) .",
}


def renamed(triples: list[Triple], seed: int) -> list[Triple]:
    """The same graph, its triples in another order and its blank nodes under other names."""
    names: dict[BlankNode, BlankNode] = {}
    shuffled = random.Random(seed).sample(triples, len(triples))

    def other(term: object) -> object:
        return names.setdefault(term, BlankNode(f"o{len(names)}")) if isinstance(term, BlankNode) else term

    return [Triple(other(t.subject), t.predicate, other(t.object)) for t in shuffled]  # type: ignore[arg-type]


@pytest.mark.parametrize("name", GRAPHS)
def test_named_alike_in_time(name: str) -> None:
    triples = read_turtle(HERE, HEAD + GRAPHS[name]).triples
    begun = time.monotonic()
    one = {str(t) for t in stable_blanks(triples)}
    assert time.monotonic() - begun < 10
    assert len(one) == len(set(triples))
    assert {str(t) for t in stable_blanks(renamed(triples, 1))} == one


def test_a_key_tells_content_at_any_depth() -> None:
    def keys(text: str) -> list[str]:
        return sorted(content_keys(read_turtle(HERE, HEAD + text).triples).values())

    deep = "ex:a ex:p [ ex:p [ ex:p [ ex:q {} ] ] ], [ ex:q 0 ] ."
    assert keys(deep.format(1)) == keys(deep.format(1))
    assert len(set(keys(deep.format(1))) & set(keys(deep.format(2)))) == 1
    circle = "_:a ex:p _:b . _:b ex:p _:c . _:c ex:p _:a . _:c ex:q {} ."
    assert keys(circle.format(1)) == keys(circle.format(1))
    assert not set(keys(circle.format(1))) & set(keys(circle.format(2)))


def test_a_chain_is_no_tower() -> None:
    """Blank nodes that lead one to the next are written, without end of depth, and read back."""
    chain = "".join(f"_:n{i} ex:item {i} ; ex:next _:n{i + 1} .\n" for i in range(700))
    parsed = read_turtle(HERE, f"{HEAD}ex:a ex:next _:n0 .\n{chain}")
    text = format_file(parsed)
    assert len(read_turtle(HERE, text).triples) == len(parsed.triples) == 1401
    assert format_file(read_turtle(HERE, text)) == text
    assert max(len(line) - len(line.lstrip()) for line in text.splitlines()) < 120
    nested = format_file(read_turtle(HERE, f"{HEAD}ex:a ex:l {'( ' * 90}1{' )' * 90} ."))
    assert format_file(read_turtle(HERE, nested)) == nested
    assert "( 1 2 3 )" in format_file(read_turtle(HERE, HEAD + "ex:a ex:l ( 1 2 3 ) ."))
