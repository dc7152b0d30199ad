"""`maillage build`: the graph comes in; a summary goes out, and, when a folder is given, the build kept there."""

from __future__ import annotations

from pathlib import Path

import click

from maillage import __version__
from maillage.catalogue import Query
from maillage.cli.summary import print_build
from maillage.pipeline.build import build
from maillage.pipeline.kept import make
from maillage.pipeline.memory import Memory
from maillage.pipeline.products import read_manifest
from maillage.places import Places


def run_build(places: Places, folder: Path | None, lang: str) -> bool:
    """Build, print and keep; returns whether there are faults."""
    if folder is None:
        built = build(places)
        findings = built.findings(lang)
        print_build(built, findings, lang)
        return any(f.severity == "fault" for f in findings)
    made = make(places, folder, __version__, lang)
    if made is None:
        words = "à jour, rien n'a changé" if lang == "fr" else "up to date, nothing has changed"
        click.echo(f"{folder}: {words}.", err=True)
        return bool(read_manifest(folder)["findings"]["faults"])
    print_build(made.built, made.findings, lang)
    catalogue = made.built.catalogue
    if not made.memory.blank:
        click.echo(_in_part(made.memory, catalogue.of("rules"), catalogue.of("checks"), lang), err=True)
    for path in made.written:
        click.echo(f"{path}", err=True)
    return any(f.severity == "fault" for f in made.findings)


def _in_part(memory: Memory, rules: list[Query], checks: list[Query], lang: str) -> str:
    done = set(memory.done)
    run, asked = (sum(query.name in done for query in queries) for queries in (rules, checks))
    if lang == "fr":
        return (
            f"{len(memory.files)} fichier(s) changé(s) : {run} règle(s) sur {len(rules)} et "
            f"{asked} vérification(s) sur {len(checks)} refaites."
        )
    return (
        f"{len(memory.files)} changed file(s): {run} of {len(rules)} rules and "
        f"{asked} of {len(checks)} checks done again."
    )
