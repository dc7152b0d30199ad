"""The withdrawal list covers IRIs and names, however spelt, plainly or by a digest that does not say them."""

from __future__ import annotations

from pathlib import Path

import pytest

from maillage.errors import MaillageError
from maillage.naming.withdrawn import FILE, digest, line_for, read_withdrawn

IRI = "https://w3id.org/maillage/id/person/jean-exemple"


def test_each_form_of_a_line(tmp_path: Path) -> None:
    lines = [
        "# À la demande des personnes.",
        "",
        "Jean-Paul Exemple  # 2026-11",
        "person:jean-exemple",
        line_for("Anne Autre"),
    ]
    (tmp_path / FILE).write_text("\ufeff" + "\n".join(lines), encoding="utf-8")
    listed = read_withdrawn(tmp_path)
    for text in ("Jean-Paul Exemple", "JEAN PAUL EXEMPLE", IRI, "person:jean-exemple", "anne autre"):
        assert listed.covers(text), text
    for text in ("Jean", "Jean-Paul", "Exemple", "body:jean-exemple", "Anne Autrement"):
        assert not listed.covers(text), text
    assert listed.inside("reçus par M. Jean-Paul Exemple, directeur")
    assert not listed.inside("reçus par M. Jean-Paul, exemplaire")


def test_a_digest_does_not_say_the_name() -> None:
    assert "exemple" not in line_for("Jean Exemple").lower()
    assert line_for("person:jean-exemple") == f"sha256:{digest(IRI)}"


def test_no_list_withdraws_nothing(tmp_path: Path) -> None:
    listed = read_withdrawn(tmp_path)
    assert not listed
    assert not listed.covers(IRI)
    assert not listed.inside("Jean Exemple")


def test_a_bad_list_is_said(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("# un\nsha256:12ab\n", encoding="utf-8")
    with pytest.raises(MaillageError, match=r"withdrawn.txt:2: is no SHA-256"):
        read_withdrawn(tmp_path)
    (tmp_path / FILE).write_bytes(b"Ren\xe9\n")
    with pytest.raises(MaillageError, match="not UTF-8"):
        read_withdrawn(tmp_path)
    with pytest.raises(MaillageError, match="empty name"):
        line_for(" - ")
