"""`maillage release`: the release before comes in; the change, the version to give and the files to publish go out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maillage import __version__
from maillage.cli import FAULTS
from maillage.cli.bar import Bar
from maillage.cli.once import Command
from maillage.cli.options import GRAPH, LANG, options, places_with
from maillage.cli.show import say
from maillage.errors import MaillageError
from maillage.places import Places, shown

if TYPE_CHECKING:
    from maillage.releases.change import Change
    from maillage.releases.dump import Dump

_STEPS = {"none": "rien", "patch": "correctif", "minor": "mineur", "major": "majeur"}


@click.command("release", cls=Command)
@click.option(
    "--previous",
    metavar="PATH|URL|COMMIT",
    help="The release before: a folder of `export portal`, `build -o` or `export rdf`, an N-Quads file, the address of "
    "one of these, or a commit that is built for it. By default the last tag of a version (v0.1.0).",
)
@click.option("--first", is_flag=True, help="Nothing was published before: compare with nothing.")
@click.option("--date", "day", metavar="DAY", help="The day of the release (2026-11-30), for what is written.")
@click.option(
    "--version-before",
    metavar="VERSION",
    help=f"The version of the release before. By default what its tag or its catalogue says, else {__version__}.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder for the change as data, feed and page.")
@click.option("--write", is_flag=True, help="Put the section into CHANGELOG.md.")
@options(LANG, GRAPH)
def release_command(
    previous: str | None,
    first: bool,
    day: str | None,
    version_before: str | None,
    output: Path | None,
    write: bool,
    lang: str,
    graph_folder: Path | None,
) -> None:
    """Compare with the release before, propose the version, write the changelog's section and the change as data.

    Without --previous and without a tag of a version, or with --first, it is the first release: its section says what
    there is, and nothing is compared. Exit code 1, and nothing written, when checks find faults or a published IRI is
    gone without dct:isReplacedBy.
    """
    from maillage.naming.withdrawn import read_withdrawn
    from maillage.pipeline.build import build
    from maillage.releases.change import honouring, next_version
    from maillage.releases.dump import dump_of
    from maillage.releases.former import latest_tag, read_former
    from maillage.releases.pages import files_of
    from maillage.releases.section import first_section, section
    from maillage.releases.told import Edition
    from maillage.things.files import write_together

    if (output or write) and not re.fullmatch(r"\d{4}-\d\d-\d\d", day or ""):
        raise MaillageError("a release that is written needs its day.", fix="Add --date 2026-11-30.")
    if first and previous:
        raise MaillageError("--first says that there is no release before.", fix="Give --first or --previous.")
    if version_before is not None:
        next_version(version_before, "none")
    places, fr = places_with(graph_folder), lang == "fr"
    where = None if first else previous or latest_tag(places)
    former = None if where is None else read_former(where, places.ontology.parent)
    with Bar(lang, keeps=False) as bar:
        built = build(places, progress=bar)
    faults = built.faults(built.findings(lang))
    new = dump_of(built.loaded.quads())
    files: dict[str, bytes] = {}
    lost = False
    if former is None:
        version = _first_version(places, version_before)
        text = first_section(new, version, day or "…")
        click.echo(text, nl=False)
        _say_first(version, first, fr)
    else:
        before, old = version_before or former.version or __version__, former.dump()
        change = honouring(read_withdrawn(places.graph), old, new)
        version = next_version(before, change.step)
        text = section(change, version, day or "…")
        click.echo(text, nl=False)
        say(f"{before} → {version} ({_STEPS[change.step] if fr else change.step})")
        lost = _say_lost(change, old, fr)
        if output is not None:
            files = files_of(change, old, new, Edition(version, str(day), before))
    if faults:
        say(f"{faults} faute(s) : voir maillage check." if fr else f"{faults} fault(s): see maillage check.")
    if faults or lost:
        say("Rien n'est écrit." if fr else "Nothing is written.")
        raise click.exceptions.Exit(FAULTS)
    if output is not None and files:
        for path in write_together(output, files):
            say(f"{path}: {path.stat().st_size} bytes")
    elif output is not None:
        words = (
            "rien à comparer, donc pas de changement à écrire" if fr else "nothing to compare, so no change to write"
        )
        say(f"{output}{' :' if fr else ':'} {words}.")
    if write:
        _write(places, text)


def _first_version(places: Places, given: str | None) -> str:
    """The version of the first release: the software's, or the one given; the next where the changelog has told it."""
    from maillage.releases.change import next_version
    from maillage.releases.section import versions_told

    changelog = places.ontology.parent / "CHANGELOG.md"
    version = given or __version__
    told = versions_told(changelog.read_text(encoding="utf-8")) if changelog.is_file() else set()
    while version in told:
        version = next_version(version, "minor")
    return version


def _say_first(version: str, asked: bool, fr: bool) -> None:
    if fr:
        why = "" if asked else " : ni --previous, ni étiquette de version (v0.1.0) dans ce dépôt"
        say(f"Première version{why}. Il n'y a rien à quoi la comparer, ni adresse publiée à protéger.")
        say(f"→ {version} (première)")
    else:
        why = "" if asked else ": neither --previous nor a tag of a version (v0.1.0) in this repository"
        say(f"First release{why}. There is nothing to compare with, and no published IRI to protect.")
        say(f"→ {version} (first)")


def _say_lost(change: Change, old: Dump, fr: bool) -> bool:
    """Say which published IRIs are gone, and how to mend that."""
    words = "a disparu sans dct:isReplacedBy" if fr else "is gone without dct:isReplacedBy"
    for iri in change.lost:
        say(f"{iri} ({old.label(iri)}): {words}")
    if change.lost:
        say(
            "Une adresse publiée reste : gardez-la dans son fichier, avec « dct:isReplacedBy » vers ce qui la "
            "remplace ; un terme du vocabulaire garde sa définition, avec « owl:deprecated true »."
            if fr
            else "A published IRI stays: keep it in its file, with dct:isReplacedBy to what replaces it; a term of the "
            'vocabulary keeps its definition, with "owl:deprecated true".'
        )
    return bool(change.lost)


def _write(places: Places, text: str) -> None:
    from maillage.releases.section import with_section
    from maillage.things.files import write_atomically

    changelog = places.ontology.parent / "CHANGELOG.md"
    if not changelog.is_file():
        raise MaillageError("there is no changelog here.", file=changelog, fix="Run from a checkout.")
    write_atomically(changelog, with_section(changelog.read_text(encoding="utf-8"), text))
    say(shown(changelog))
