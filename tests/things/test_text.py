"""Spans: where a quotation stands in a raw text, whatever its line ends, accents or letters."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillage.errors import MaillageError
from maillage.things.text import find_spans, folded, read_text


def quoted(exact: str, text: str) -> list[str]:
    return [text[a:b] for a, b in find_spans(exact, text)]


def test_raw_first() -> None:
    assert find_spans("santé", "la santé, la santé") == [(3, 8), (13, 18)]


@pytest.mark.parametrize(
    ("exact", "text", "raw"),
    [
        ("comité de pilotage", "Le 𝒄𝒐𝒎𝒊𝒕é 𝒅𝒆 𝒑𝒊𝒍𝒐𝒕𝒂𝒈𝒆 du plan", "𝒄𝒐𝒎𝒊𝒕é 𝒅𝒆 𝒑𝒊𝒍𝒐𝒕𝒂𝒈𝒆"),
        ("30 000 €", "plafond de 30\u202f000\u00a0€ par an", "30\u202f000\u00a0€"),
        ("santé publique", "la sante\u0301 publique", "sante\u0301 publique"),
        ("une\nligne", "une\r\nligne", "une\r\nligne"),
        ("santé", "\ufeffla santé", "santé"),
    ],
)
def test_what_an_eye_does_not_see(exact: str, text: str, raw: str) -> None:
    assert quoted(exact, text) == [raw]


def test_spelling_is_not_forgiven() -> None:
    assert find_spans("conventions", "la convention") == []
    assert find_spans("  ", "a  b") == []


def test_range() -> None:
    assert find_spans("a", "a a a", 1, 4) == [(2, 3)]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_offsets_of_the_folded_text(text: str) -> None:
    seen = folded(text)
    assert len(seen.starts) == len(seen.ends) == len(seen.text)
    assert seen.starts == sorted(seen.starts)
    assert all(0 <= start < end <= len(text) for start, end in zip(seen.starts, seen.ends, strict=True))


def test_a_text_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes("santé".encode("latin-1"))
    with pytest.raises(MaillageError, match="not UTF-8"):
        read_text(path)
