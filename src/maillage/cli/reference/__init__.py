"""The generated pages of the documentation: the checkout comes in; each page's path and text go out.

`python -m maillage.cli.reference` rewrites them; a test holds each equal to what is generated.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from maillage.asking.catalogue import Catalogue
from maillage.cli.reference.commands import commands_reference
from maillage.cli.reference.ontology import ontology_reference
from maillage.cli.reference.queries import queries_readme
from maillage.cli.reference.sources import sources_reference
from maillage.errors import MaillageError
from maillage.places import Places, find_places, shown
from maillage.things.files import write_atomically

__all__ = ["PAGES", "commands_reference", "main", "ontology_reference", "queries_readme", "sources_reference"]

#: Path below the checkout and what makes the page.
PAGES: dict[str, Callable[[Places], str]] = {
    "docs/reference/commands.md": lambda places: commands_reference(),
    "docs/reference/ontology.md": lambda places: ontology_reference(places.ontology),
    "docs/reference/sources.md": lambda places: sources_reference(places.graph),
    "queries/README.md": lambda places: queries_readme(Catalogue(places)),
}


def main() -> None:
    """Rewrite the generated pages of the checkout around the working directory."""
    places = find_places()
    if places.installed:
        raise MaillageError("this is an installed copy, whose pages are not kept.", fix="Run from a checkout.")
    for name, make in PAGES.items():
        path: Path = places.ontology.parent / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, make(places))
        click.echo(shown(path))
