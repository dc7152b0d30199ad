"""`maillage export ontology`: a folder comes in; the vocabulary in each RDF form and its two pages are written."""

from __future__ import annotations

from pathlib import Path

import click

from maillage import __version__
from maillage.cli.show import say
from maillage.places import Places, find_places
from maillage.things.files import write_together


@click.command("ontology")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="Folder to write into.")
def ontology_command(output: Path) -> None:
    """Write the vocabulary as Turtle, RDF/XML, JSON-LD and N-Triples, with a page to read in French and one in English.

    Its parts are files of their own: classes and properties, concept schemes, alignments, shapes; mappings, examples
    and the logo go with them, and a README says what each file is for.
    """
    run_export(output)


def pages_of(places: Places) -> dict[str, bytes]:
    """The reference of the ontology, a page a language, by the name of its file."""
    from maillage.views.ontology_html import LANGUAGES, file_of, page
    from maillage.vocabulary.entries import Vocabulary

    vocabulary = Vocabulary(places)
    return {file_of(lang): page(vocabulary, lang, __version__).encode() for lang in LANGUAGES}


def run_export(output: Path) -> None:
    """Make the files, write them all or none, and say what was written.

    Raises
    ------
    MaillageError
        For a folder that is a file or cannot be written.
    """
    from maillage.export.ontology import README, ontology_files, readme

    places = find_places()
    pages = pages_of(places)
    files = ontology_files(places.ontology)
    contents = {**pages, **files, README: readme(list(pages), list(files))}
    written = write_together(output, contents)
    for path in written:
        if path.parent == output:
            say(f"{path}: {path.stat().st_size} bytes")
    below = sum(path.parent != output for path in written)
    say(f"{output / 'example'}: {below} files")
    names = {path.relative_to(output).parts[0] for path in written}
    if others := sorted(path.name for path in output.iterdir() if path.name not in names):
        say(f"{output}: left alone what else was there ({', '.join(others[:5])}{', ...' if len(others) > 5 else ''}).")
