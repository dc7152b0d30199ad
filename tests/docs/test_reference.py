"""The generated pages are what the generator writes, and tell every command, class, property and concept."""

from __future__ import annotations

import os
from pathlib import Path

import click
import pytest

from maillage.cli.commands import app
from maillage.cli.reference import PAGES, commands_reference, ontology_reference
from maillage.places import Places
from maillage.terms import DEF, MLG, curie
from maillage.things.rdf import NamedNode
from maillage.things.turtle import read_turtle


@pytest.mark.parametrize("page", PAGES)
def test_up_to_date(page: str, root: Path, places: Places) -> None:
    path, text = root / page, PAGES[page](places)
    if os.environ.get("MAILLAGE_UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text, "Run: python -m maillage.cli.reference"


def leaves(command: click.Command, name: str) -> dict[str, click.Command]:
    if not isinstance(command, click.Group):
        return {name: command}
    return {k: v for inner, found in command.commands.items() for k, v in leaves(found, f"{name} {inner}").items()}


def test_every_command_and_option() -> None:
    page = commands_reference()
    sections = {part.split("\n", 1)[0]: part for part in page.split("\n## ")[1:]}
    for name, command in leaves(app, "maillage").items():
        for option in command.params:
            if isinstance(option, click.Option):
                assert all(word in sections[name] for word in option.opts), f"{name}: {option.opts}"
                assert option.help, f"{name} {option.opts[0]} has no help"
            else:
                assert (option.name or "").upper() in sections[name]
        assert (command.help or "").split("\n")[0] in sections[name]


def test_every_term(places: Places) -> None:
    page = ontology_reference(places.ontology)
    for file in ("maillage.ttl", "schemes.ttl"):
        subjects = {
            t.subject.value for t in read_turtle(places.ontology / file).triples if isinstance(t.subject, NamedNode)
        }
        terms = {iri for iri in subjects if iri.startswith(MLG) or (iri.startswith(DEF) and "/" in iri[len(DEF) :])}
        assert len(terms) > 100
        missing = [curie(iri) for iri in sorted(terms) if f"`{curie(iri)}`" not in page]
        assert not [term for term in missing if not term.endswith(("def/0.1.0",))]
