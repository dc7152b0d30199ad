"""What a Turtle file says beside its triples: prefixes that are declared in earnest, tags as written, where it fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from maillage.errors import MaillageError
from maillage.terms import PREFIXES
from maillage.things.turtle import read_turtle
from maillage.things.turtle_writer import format_file

HERE = Path("x.ttl")


def formatted(text: str) -> str:
    return format_file(read_turtle(HERE, text, lend=PREFIXES))


@pytest.mark.parametrize(
    "text",
    [
        "# @prefix body: <https://exemple.fr/> .\nbody:lys a mlg:Association .",
        'body:lys skos:note "@prefix body: <x> . PREFIX mlg: <y>" ; a mlg:Association .',
        "body:lys skos:note '''\n@prefix mlg: <y> .\n''' ; a mlg:Association .",
        "<https://exemple.fr/#a> a mlg:Association ; skos:note 'l’un', \"l'autre # @prefix mlg: <y>\" .",
        "body:l\\'a a mlg:Association ; skos:note 'une' . # c'est @prefix mlg: <y>",
    ],
)
def test_a_prefix_that_is_only_spoken_of_is_lent(text: str) -> None:
    assert "mlg:Association" in formatted(text)


@pytest.mark.parametrize(
    "declared", ["@prefix mlg: <{}> .", "PREFIX mlg: <{}>", "prefix  mlg:<{}>", "#\n@prefix\tmlg: <{}>."]
)
def test_a_declared_prefix_keeps_its_meaning(declared: str) -> None:
    text = declared.format("https://exemple.fr/autre#") + "\nbody:lys a mlg:Chose ."
    assert "<https://exemple.fr/autre#Chose>" in formatted(text)


def test_language_tags_keep_their_case() -> None:
    text = """body:lys skos:note 'a'@fr-FR, "b \\"\\u00e9\\""@EN, \"\"\"c
d\"\"\"@zh-Hant-TW, ""@pt-BR, 'a'@de ."""
    once = formatted(text)
    for tag in ("@fr-FR", '"b \\"é\\""@EN', "@zh-Hant-TW", '""@pt-BR', '"a"@de'):
        assert tag in once
    assert formatted(once) == once


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("body:lys a { } .", r"x\.ttl:1: not Turtle: column 12: "),
        ("body:lys a mlg:Association .\nbody:lys nope:p 1 .", r"x\.ttl:2: .*column 10: .*@prefix nope: <namespace>"),
        ("@prefix ex: <https://exemple.fr/> .\nex:a/b ex:p 1 .", r"x\.ttl:2: .*column 5: .*whole IRI between < and >"),
        ("@prefix ex: <https://exemple.fr/> .\nex:a ex:p <https://exemple.fr/a b> .", r"write %20 for a blank"),
        ("body:lys skos:note 'un\n", r"x\.ttl:1: not Turtle: column 20: "),
    ],
)
def test_a_fault_is_told_where_it_stands(text: str, said: str) -> None:
    with pytest.raises(MaillageError, match=said) as caught:
        read_turtle(HERE, text, lend=PREFIXES)
    assert ("Declare" in str(caught.value)) == ("nope" in text)
