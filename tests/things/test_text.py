"""Spans: where a quotation stands in a raw text, whatever its line ends, accents or letters."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillage.errors import MaillageError
from maillage.terms import MLG, PREFIXES
from maillage.things.quotations import Facts, text_of
from maillage.things.rdf import Literal, NamedNode, Triple
from maillage.things.text import find_spans, folded, read_text, read_texts


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


@pytest.mark.parametrize(
    ("exact", "text", "raw"),
    [
        ("l'ARS signe", "avec l’ARS signe enfin", "l’ARS signe"),
        ("l’ARS signe", "avec l'ARS signe enfin", "l'ARS signe"),
        ('dit "oui"', "elle dit “oui”.", "dit “oui”"),
        ("grand-est", "le grand\u2011est", "grand\u2011est"),
        ("le pacte de santé", "le pacte\n   de\tsanté.", "le pacte\n   de\tsanté"),
        ("le pacte de santé", "le pacte\r\nde santé", "le pacte\r\nde santé"),
        ("le pacte\nde santé", "le pacte de  santé", "le pacte de  santé"),
        ("hospitalier", "centre hos\u00adpi\u200btalier\u200b du", "hos\u00adpi\u200btalier"),
        ("hospitalier", "centre hospi\u00ad\n  talier du", "hospi\u00ad\n  talier"),
        ("a signé", "a\u00a0\u200b\u2060 signé", "a\u00a0\u200b\u2060 signé"),
    ],
)
def test_what_a_keyboard_does_not_write(exact: str, text: str, raw: str) -> None:
    assert quoted(exact, text) == [raw]
    assert quoted("  " + exact + "\u200b ", text) == [raw]


def test_many_quotations_of_a_long_text_fold_it_once() -> None:
    text = "".join(f"La phrase {n} est signée\u00a0: elle finit ici.\n" for n in range(4000))
    begun = time.monotonic()
    for n in range(0, 4000, 50):
        assert len(find_spans(f"La phrase {n} est signée : elle finit", text)) == 1
    assert time.monotonic() - begun < 3


def test_a_text_in_another_encoding_is_said_of_the_document_it_is_the_text_of(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_bytes("Signé à Nancy".encode("cp1252"))
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache" / "note.txt").write_text("autre", encoding="utf-8")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "b.txt").write_text("b", encoding="utf-8")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "linked").symlink_to(tmp_path / "elsewhere")
    texts = read_texts(tmp_path)
    assert [(t.name, t.not_utf8) for t in texts] == [
        ("b.txt", None),
        ("note.txt", 4),
        ("photo.jpg", 0),
        ("b.txt", None),
    ]
    doc, sha = NamedNode(PREFIXES["doc"] + "n"), "0" * 64
    facts = Facts(
        [
            Triple(doc, NamedNode(MLG + "fileName"), Literal("note.txt")),
            Triple(doc, NamedNode(MLG + "sha256"), Literal(sha)),
        ]
    )
    with pytest.raises(MaillageError, match=r"note\.txt is not UTF-8 \(byte 4\)"):
        text_of(facts, doc, texts)
