"""`maillage import` and `maillage diff`: official lists become Turtle under graph/; two graphs are compared."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from maillage.cli.once import Command
from maillage.cli.show import FORMATS, print_table
from maillage.errors import MaillageError
from maillage.places import find_places, shown
from maillage.things.text import printable


@click.command("import", cls=Command)
@click.argument("name", required=False)
@click.option(
    "--source",
    "sources",
    multiple=True,
    type=click.Path(path_type=Path),
    help="File or folder to read; may be repeated. What each importer takes: maillage import.",
)
@click.option(
    "--retrieved", metavar="DAY", help="The day the source was fetched, as 2026-09-01; written as you say it."
)
@click.option(
    "--vintage",
    metavar="YEAR",
    help="The vintage you mean: of a source that does not say it, or one older than graph/ on purpose.",
)
@click.option(
    "--accept-loss",
    is_flag=True,
    help="Go on though the source has not as many rows as expected, or much of what graph/ has from it would go.",
)
@click.option(
    "--graph",
    "graph_folder",
    type=click.Path(path_type=Path),
    help="Graph folder to write into; by default the project's.",
)
@click.option("--lang", type=click.Choice(["fr", "en"]), default="fr", show_default=True, help="Language of the list.")
def import_command(
    name: str | None,
    sources: tuple[Path, ...],
    retrieved: str | None,
    vintage: str | None,
    accept_loss: bool,
    graph_folder: Path | None,
    lang: str,
) -> None:
    """Import official list NAME into graph/ as Turtle, all of it or nothing; without NAME, list the importers.

    For maintainers. Rows that cannot be used are reported with their line, the rest goes on.
    """
    from maillage.importers import get_importer, importers
    from maillage.importers.geography import outlines
    from maillage.importers.kit.base import run
    from maillage.importers.kit.report import Report

    if name is None:
        for importer in importers().values():
            click.echo(f"{importer.name}: {importer.words[lang]}\n    --source: {importer.source}")
        click.echo(f"{outlines.NAME}: {outlines.WORDS[lang]}\n    --source: {outlines.SOURCE}")
        return
    if name == outlines.NAME:
        _import_outlines(sources, retrieved, vintage, accept_loss, graph_folder)
        return
    importer = get_importer(name)
    folder = _folder(graph_folder)
    report = Report(show_progress=sys.stderr.isatty())
    accepted = "accepted" if accept_loss else ""
    options = {"vintage": vintage or "", "loss": accepted, "counts": accepted}
    options = {key: value for key, value in options.items() if value}
    try:
        outcome = run(importer, folder, sources, retrieved, report, options)
    finally:
        # What was wrong with the rows helps when the import stops, too.
        for line in report.lines():
            click.echo(line, err=True)
    for path in outcome.changed:
        click.echo(shown(folder / path))
    click.echo(f"{len(outcome.changed)} file(s) written, {len(outcome.unchanged)} as they were.", err=True)


def _import_outlines(
    sources: tuple[Path, ...], retrieved: str | None, vintage: str | None, accepted: bool, graph_folder: Path | None
) -> None:
    """The outlines of the map: they go beside the code that draws them; graph/ learns how many rows were kept."""
    from maillage.importers.geography import outlines
    from maillage.importers.geography.sources import OUTLINES
    from maillage.importers.kit import imports
    from maillage.importers.kit.base import Job
    from maillage.importers.kit.known import Known
    from maillage.importers.kit.report import Report
    from maillage.things.files import write_atomically

    graph = graph_folder or _folder(None)
    report = Report(show_progress=sys.stderr.isatty())
    options = {"counts": "accepted"} if accepted else {}
    try:
        text = outlines.make(Job(sources, retrieved, Known(graph), report, options), vintage)
    finally:
        for line in report.lines():
            click.echo(line, err=True)
    lines = imports.lines_of(outlines.NAME, [OUTLINES], [], report)
    made = {
        _folder(None).parent / outlines.TARGET: text,
        graph / imports.FILE: imports.write_imports(lines, imports.read_imports(graph)),
    }
    changed = [path for path, text in made.items() if not path.is_file() or path.read_bytes() != text.encode("utf-8")]
    for path in changed:
        write_atomically(path, made[path])
        click.echo(shown(path))
    click.echo(f"{len(changed)} file(s) written, {len(made) - len(changed)} as they were.", err=True)


def _folder(given: Path | None) -> Path:
    if given is not None:
        return given
    places = find_places()
    if places.installed:
        raise MaillageError(
            "this is an installed copy, whose graph is not to be edited.",
            file=places.graph,
            fix="Run from a checkout of the project, or name a folder of yours with --graph.",
        )
    return places.graph


@click.command("diff", cls=Command)
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--limit", type=int, default=20, show_default=True, help="Things to name of each kind; 0 names all.")
@click.option("-f", "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="Form.")
@click.option("--lang", type=click.Choice(["fr", "en"]), default="fr", show_default=True, help="Language.")
def diff_command(old: Path, new: Path, limit: int, form: str, lang: str) -> None:
    """Say what differs between two graph folders (or outputs of `maillage build -o`): OLD and NEW."""
    from maillage.things.diff import compare, diff_lines, diff_table, read_facts, vocabulary_words

    found = compare(read_facts(old), read_facts(new))
    if form != "table":
        print_table(diff_table(found), form)
        return
    words = vocabulary_words(find_places().ontology / "maillage.ttl", lang)
    for line in diff_lines(found, words, lang, limit or None):
        click.echo(printable(line))
