"""`maillage release`: the release before comes in; the change, the version to give and the files to publish go out."""

from __future__ import annotations

import re
from pathlib import Path

import click

from maillage import __version__
from maillage.cli import FAULTS
from maillage.cli.bar import Bar
from maillage.cli.once import Command
from maillage.cli.options import GRAPH, LANG, options, places_with
from maillage.cli.show import say
from maillage.errors import MaillageError
from maillage.places import shown


@click.command("release", cls=Command)
@click.option(
    "--previous",
    metavar="PATH|URL|COMMIT",
    help="The release before: a folder of `build -o` or `export rdf`, an N-Quads file or its address, or a commit that "
    "is built for it. By default the last tag.",
)
@click.option("--date", "day", metavar="DAY", help="The day of the release (2026-11-30), for what is written.")
@click.option("--version-before", default=__version__, show_default=True, help="The version of the release before.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder for the change as data, feed and page.")
@click.option("--write", is_flag=True, help="Put the section into CHANGELOG.md.")
@options(LANG, GRAPH)
def release_command(
    previous: str | None,
    day: str | None,
    version_before: str,
    output: Path | None,
    write: bool,
    lang: str,
    graph_folder: Path | None,
) -> None:
    """Compare with the release before, propose the version, write the changelog's section and the change as data.

    Exit code 1, and nothing written, when checks find faults or a published IRI is gone without dct:isReplacedBy.
    """
    from maillage.naming.withdrawn import read_withdrawn
    from maillage.pipeline.build import build
    from maillage.releases.change import compare, next_version
    from maillage.releases.dump import dump_of, latest_tag, read_release
    from maillage.releases.pages import files_of, section, with_section
    from maillage.things.files import write_atomically, write_together

    if (output or write) and not re.fullmatch(r"\d{4}-\d\d-\d\d", day or ""):
        raise MaillageError("a release that is written needs its day.", fix="Add --date 2026-11-30.")
    places = places_with(graph_folder)
    where = previous or latest_tag(places)
    if where is None:
        raise MaillageError("there is no tag to compare with.", fix="Name the release before: --previous.")
    next_version(version_before, "none")
    old = read_release(where, places.ontology.parent)
    with Bar(lang, keeps=False) as bar:
        built = build(places, progress=bar)
    faults = built.faults(built.findings(lang))
    new = dump_of(built.loaded.quads())
    withdrawn = read_withdrawn(places.graph)
    asked = {iri for iri in old.subjects if withdrawn.covers(iri) or withdrawn.covers(old.labels.get(iri, ""))}
    asked |= {iri for iri, ends in old.ends.items() if not ends.isdisjoint(asked)} - new.subjects
    change = compare(old, new, asked, withdrawn.inside)
    version = next_version(version_before, change.step)
    text = section(change, old, new, version, day or "…")
    click.echo(text, nl=False)
    fr = lang == "fr"
    step = (
        {"none": "rien", "patch": "correctif", "minor": "mineur", "major": "majeur"}[change.step] if fr else change.step
    )
    say(f"{version_before} → {version} ({step})")
    for iri in change.lost:
        words = "a disparu sans dct:isReplacedBy" if fr else "is gone without dct:isReplacedBy"
        say(f"{iri} ({old.label(iri)}): {words}")
    if faults:
        say(f"{faults} faute(s) : voir maillage check." if fr else f"{faults} fault(s): see maillage check.")
    if faults or change.lost:
        say("Rien n'est écrit." if fr else "Nothing is written.")
        raise click.exceptions.Exit(FAULTS)
    if output is not None:
        for path in write_together(output, files_of(change, old, new, version, str(day))):
            say(f"{path}: {path.stat().st_size} bytes")
    if write:
        changelog = places.ontology.parent / "CHANGELOG.md"
        if not changelog.is_file():
            raise MaillageError("there is no changelog here.", file=changelog, fix="Run from a checkout.")
        write_atomically(changelog, with_section(changelog.read_text(encoding="utf-8"), text))
        say(shown(changelog))
