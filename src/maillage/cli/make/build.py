"""`maillage build`: the graph comes in; a summary goes out, and, when a folder is given, the build kept there."""

from __future__ import annotations

from pathlib import Path

import click

from maillage import __version__
from maillage.cli.bar import Bar
from maillage.cli.summary import print_build
from maillage.pipeline.build import build
from maillage.pipeline.kept import make
from maillage.pipeline.products import read_manifest
from maillage.places import Places


def run_build(places: Places, folder: Path | None, lang: str) -> bool:
    """Build, print and keep; returns whether there are faults."""
    with Bar(lang, keeps=False) as bar:
        if folder is None:
            built = build(places, progress=bar)
            findings, written = built.findings(lang), []
        else:
            made = make(places, folder, __version__, lang, bar)
            if made is None:
                words = "à jour, rien n'a changé" if lang == "fr" else "up to date, nothing has changed"
                click.echo(f"{folder}: {words}.", err=True)
                return bool(read_manifest(folder)["findings"]["faults"])
            built, findings, written = made.built, made.findings, made.written
    print_build(built, findings, lang)
    for path in written:
        click.echo(f"{path}", err=True)
    return built.faults(findings) > 0
