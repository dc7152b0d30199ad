"""`maillage resolve`: a mention and its context come in; the one body it names is printed, or the candidates."""

from __future__ import annotations

from pathlib import Path

import click

from maillage.cli import FAILURE
from maillage.cli.show import FORMATS, print_table
from maillage.errors import MaillageError
from maillage.names import Names
from maillage.terms import MLG, curie, expand
from maillage.things.table import Column, Table

_HOW = {
    "code": ("code officiel", "official code"),
    "name": ("nom entier", "whole name"),
    "form": ("forme connue et lieu", "known form and place"),
    "context": ("contexte", "context"),
    "town": ("ville", "town"),
    "inclusion": ("partie d'un nom", "part of a name"),
}
_WHY = {
    "several": ("plusieurs organismes répondent à ce nom", "several bodies answer to this name"),
    "unknown": ("aucun organisme ne porte ce nom", "no body bears this name"),
    "empty": ("il n'y a pas de nom", "there is no name"),
}


def register(app: click.Group) -> None:
    """Add the command to the application."""
    app.add_command(resolve_command)


@click.command("resolve")
@click.argument("mention")
@click.option("--department", help="Department it is spoken of in, by name or code.")
@click.option("--region", help="Region it is spoken of in, by name or code.")
@click.option("--commune", help="Commune it is spoken of in, by name or code.")
@click.option("--kind", help="Class of the body, by CURIE or label (mlg:Hospital).")
@click.option("--day", help="Day the mention is of: 2014-06-01. Before 2016 an agency is that of the former region.")
@click.option("-f", "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="Form.")
@click.option("--lang", type=click.Choice(["fr", "en"]), default="fr", show_default=True, help="Language of answers.")
@click.option("--graph", "graph_folder", type=click.Path(path_type=Path), help="Another folder of Turtle files.")
def resolve_command(
    mention: str,
    department: str | None,
    region: str | None,
    commune: str | None,
    kind: str | None,
    day: str | None,
    form: str,
    lang: str,
    graph_folder: Path | None,
) -> None:
    """Name the body MENTION stands for: by code, name or known short form ("CPAM 54"), then by the context given.

    Exit code 0 when one body is named; otherwise the candidates are listed with scores and the exit code is 2.
    """
    from maillage.importers.resolve import Context, resolve
    from maillage.library import open_graph

    names = open_graph(graph_folder).built.names
    context = Context(
        kinds=_kind(kind, names),
        departments=_place(department, "mlg:Department", names),
        regions=_place(region, "mlg:Region", names),
        communes=_place(commune, "mlg:Commune", names),
        day=day,
    )
    decision = resolve(mention, context, names)
    word = 0 if lang == "fr" else 1
    rows = [
        (names.label(c.iri, lang), c.iri, curie(c.iri), _HOW[decision.how][word] if decision.iri else "", c.score)
        for c in decision.candidates
    ]
    heads = ("organisme", "désignation", "par", "score") if lang == "fr" else ("body", "name", "by", "score")
    columns = [Column("body", heads[0]), Column("body_iri", hidden=True)]
    columns += [Column(n, h) for n, h in zip(("curie", "how", "score"), heads[1:], strict=True)]
    print_table(Table(columns, rows), form)
    if decision.iri is None:
        near = (" : voici les plus proches", ": here are the nearest")[word] if rows else ""
        click.echo(f"« {mention} » : {_WHY[decision.how][word]}{near}.", err=True)
        raise click.exceptions.Exit(FAILURE)


def _place(text: str | None, of: str, names: Names) -> frozenset[str]:
    return frozenset() if text is None else frozenset({names.resolve(text, of)})


def _kind(text: str | None, names: Names) -> frozenset[str]:
    if text is None:
        return frozenset()
    wanted = expand(text) or names.resolve(text, "owl:Class")
    if not wanted.startswith(MLG):
        raise MaillageError(f"'{text}' is no class of bodies.", fix="Write it like mlg:Hospital.")
    return frozenset({wanted.removeprefix(MLG)})
