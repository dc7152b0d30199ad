"""Differences of what has no name, of language and datatype, of builds whose values hold odd line ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from maillage import __version__
from maillage.pipeline.kept import make
from maillage.places import find_places
from maillage.things.diff import Diff, compare, diff_lines, read_facts

HEAD = "@prefix ex: <https://exemple.fr/> .\n@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"


def told(old: str, new: str, folder: Path) -> tuple[Diff, str]:
    for name, text in (("old.ttl", old), ("new.ttl", new)):
        (folder / name).write_text(HEAD + text, encoding="utf-8")
    found = compare(read_facts(folder / "old.ttl"), read_facts(folder / "new.ttl"))
    return found, "\n".join(diff_lines(found, {}, "en"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ex:a ex:p [ ex:q 1 ; ex:r [ ex:s 2 ] ] .", "_:x ex:s 2 . _:y ex:r _:x ; ex:q 1 . ex:a ex:p _:y ."),
        ("[] ex:q 1 . _:c ex:p _:d . _:d ex:p _:c .", "_:d ex:p _:c . _:c ex:p _:d . _:z ex:q 1 ."),
        ("ex:a ex:p ( 1 [] ) .", "ex:a ex:p ( 01 [] ) ."),
        ('ex:a ex:p "x"@fr-FR .', 'ex:a ex:p "x"@FR-fr .'),
    ],
)
def test_other_names_of_blank_nodes_are_no_difference(old: str, new: str, tmp_path: Path) -> None:
    assert told(old, new, tmp_path)[1] == "No difference."


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("ex:a ex:p [ ex:r [ ex:s 2 ] ] .", "ex:a ex:p [ ex:r [ ex:s 3 ] ] .", ["s 2 (", "s 3 ("]),
        ("ex:a ex:p [ ex:q 1 ], [ ex:q 1 ] .", "ex:a ex:p [ ex:q 1 ] .", ["- ", "[ https://exemple.fr/q 1"]),
        ("[] ex:q 1 .", "[] ex:q 2 .", ["1 added, 1 removed"]),
        ("_:c ex:p _:d . _:d ex:p _:c .", "_:c ex:p _:c .", ["1 added"]),
        ('ex:a ex:p "Lys"@fr .', 'ex:a ex:p "Lys"@en .', ["Lys (@fr)", "Lys (@en)"]),
        ('ex:a ex:p "2019" .', 'ex:a ex:p "2019"^^xsd:gYear .', ["2019 (xsd:string)", "2019 (xsd:gYear)"]),
    ],
)
def test_what_differs_is_told(old: str, new: str, said: list[str], tmp_path: Path) -> None:
    found, lines = told(old, new, tmp_path)
    assert found
    for words in said:
        assert words in lines
    assert told(old, new, tmp_path)[1] == lines


@pytest.mark.parametrize("char", ["\u2028", "\u2029", "\u0085", "\x0b", "\x0c", "\x1c"])
def test_a_build_whose_values_hold_odd_line_ends(char: str, tmp_path: Path) -> None:
    graph = tmp_path / "graph"
    graph.mkdir()
    text = f'body:lys a mlg:Association ; skos:prefLabel "Les Lys{char}de Loire"@fr .'
    prefixes = {"body": "id/organisation/", "mlg": "def#"}
    head = "".join(f"@prefix {p}: <https://w3id.org/maillage/{space}> .\n" for p, space in prefixes.items())
    skos = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    (graph / "lys.ttl").write_text(head + skos + text, encoding="utf-8", newline="")
    make(find_places().with_graph(graph), tmp_path / "built", __version__)
    assert not compare(read_facts(tmp_path / "built"), read_facts(graph))
