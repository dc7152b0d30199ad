"""Tables: numbers no format holds, what a spreadsheet or a terminal would obey."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from maillage.things.table import Column, Table, Value, cell_text


def table(*values: Value) -> Table:
    return Table([Column("v")], [[value] for value in values])


def strict(text: str) -> list[object]:
    def no(word: str) -> None:
        raise ValueError(word)

    return [row["v"] for row in json.loads(text, parse_constant=no)]


def test_json_has_no_infinity() -> None:
    numbers = (float("inf"), float("-inf"), float("nan"), 0.0, 1.5, 0, False, "", None)
    assert strict(table(*numbers).to_json()) == ["INF", "-INF", "NaN", 0.0, 1.5, 0, False, "", None]
    assert table(*numbers).to_csv().splitlines()[1:4] == ["INF", "-INF", "NaN"]
    assert cell_text(float("inf")) == "INF"


def test_no_digit_is_lost() -> None:
    fine, large = Decimal("0.12345678901234567890123"), Decimal("98765432109876543210987654321.5")
    assert strict(table(Decimal("2.50"), Decimal(3), fine, large, 10**30).to_json()) == [
        2.5,
        3,
        str(fine),
        str(large),
        10**30,
    ]
    assert cell_text(fine) == str(fine)
    assert cell_text(large) == str(large)
    assert cell_text(Decimal("2.50")) == "2.5"
    assert cell_text(Decimal("300")) == "300"


def test_a_terminal_obeys_nothing() -> None:
    hostile = "a\x1b[2J\x9b31m\x07\x7fb\rc"
    assert cell_text(hostile) == "a\ufffd[2J\ufffd31m\ufffd\ufffdb\ufffdc"
    assert not set(table(hostile).to_json()) & set("\x1b\x9b\x7f\x07\r")
    assert strict(table(hostile).to_json()) == [hostile]
    assert cell_text("deux\nlignes\tet") == "deux\nlignes\tet"


@pytest.mark.parametrize(
    ("text", "counts"),
    [("=1+1", 1), ("@SOMME(A1)", 1), ("-cmd", 1), ("+cmd", 1), ("\t=1", 1), ("-5", 0), ("+33", 0), ("a=b", 0), ("", 0)],
)
def test_formulas_are_counted(text: str, counts: int) -> None:
    assert table(text, -5, "Lys").formulas() == counts
