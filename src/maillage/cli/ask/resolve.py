"""`maillage resolve`: a mention and its context come in; the one body it names is printed, or the candidates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from maillage.cli import FAILURE
from maillage.cli.once import Command
from maillage.cli.options import CACHE, FORMAT, GRAPH, LANG, STORE, opened, options
from maillage.cli.show import print_table
from maillage.errors import MaillageError
from maillage.naming.names import Names
from maillage.naming.normalise import normalised
from maillage.terms import MLG, curie, expand
from maillage.things.table import Column, Table

if TYPE_CHECKING:
    from maillage.naming.resolve import Decision

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
    "placeless": (
        "ce nom ne dit pas de quel lieu ; ajoutez --department, --region ou --commune",
        "this name does not say of which place; add --department, --region or --commune",
    ),
    "unknown": ("aucun organisme ne porte ce nom", "no body bears this name"),
    "empty": ("il n'y a pas de nom", "there is no name"),
}
_HEADS = {
    "fr": ("organisme", "désignation", "par", "score"),
    "en": ("body", "name", "by", "score"),
}


@click.command("resolve", cls=Command)
@click.argument("mention")
@click.option("--department", help="Department it is spoken of in, by name or code.")
@click.option("--region", help="Region it is spoken of in, by name or code.")
@click.option("--commune", help="Commune it is spoken of in, by name or code.")
@click.option("--kind", help="Class of the body, by CURIE or label (mlg:Hospital).")
@click.option("--day", help="Day the mention is of: 2014-06-01. Before 2016 an agency is that of the former region.")
@options(FORMAT, LANG, GRAPH, STORE, CACHE)
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
    store: Path | None,
    cache: bool,
) -> None:
    """Name the body MENTION stands for: by code, name or known short form ("CPAM 54"), then by the context given.

    Exit code 0 when one body is named; otherwise the candidates are listed with scores and the exit code is 2.
    """
    from maillage.naming.gazetteers import gazetteer
    from maillage.naming.resolve import Context, resolve

    names = opened(graph_folder, store, lang, cache).built.names
    g = gazetteer(names)
    communes = _place(commune, "mlg:Commune", names)
    departments = _place(department, "mlg:Department", names) or frozenset(g.departments(communes))
    regions = _place(region, "mlg:Region", names) or frozenset(g.regions(departments))
    context = Context(_kind(kind, names), departments, regions, communes, day=day)
    decision = resolve(mention, context, names)
    word = 0 if lang == "fr" else 1
    # A form without its place, or a town nobody described, looks like many names and is none of them.
    listed = bool(decision.candidates) and not (decision.how == "placeless" or decision.place)
    if listed or form != "table":
        print_table(_table(decision, names, lang), form)
    if decision.iri is not None:
        return
    near = (" ; les plus proches sont ci-dessus", "; the nearest are above")[word]
    quoted = (f"« {mention} » : ", f'"{mention}": ')[word]
    click.echo(f"{quoted}{_WHY[decision.how][word]}{near if listed and decision.how == 'unknown' else ''}.", err=True)
    for line in _territories(mention, decision, names, lang):
        click.echo(line, err=True)
    raise click.exceptions.Exit(FAILURE)


def _table(decision: Decision, names: Names, lang: str) -> Table:
    """The body, or the candidates with their scores; how it was settled only when it was."""
    how = _HOW[decision.how][0 if lang == "fr" else 1] if decision.iri else ""
    rows = [(names.label(c.iri, lang), c.iri, curie(c.iri), how, c.score) for c in decision.candidates]
    body, name, by, score = _HEADS[lang]
    columns = [Column("body", body), Column("body_iri", hidden=True), Column("curie", name)]
    return Table([*columns, Column("how", by, hidden=not how), Column("score", score)], rows)


def _territories(mention: str, decision: Decision, names: Names, lang: str) -> list[str]:
    """Territories that bear the words or the code: a place is not a body, and one may have meant its town."""
    from maillage.naming.gazetteers import gazetteer

    g, words = gazetteer(names), normalised(mention)
    found = [decision.place] if decision.place else []
    if not found and words and decision.how == "unknown":
        found = [iri for iri in names.matches(mention, "mlg:Territory") if iri in g.places]
    told = "; ".join(f"{names.label(iri, lang)} ({curie(iri)})" for iri in found[:5])
    if not told:
        return []
    if decision.place:
        french = f"La commune est connue : {told} ; la municipalité n'est décrite que là où le graphe la met en jeu."
        english = f"The commune is known: {told}; its municipality is described only where the graph involves it."
    else:
        french, english = (
            f"C'est le nom ou le code d'un territoire : {told}.",
            f"It is the name or code of a territory: {told}.",
        )
    return [french if lang == "fr" else english]


def _place(text: str | None, of: str, names: Names) -> frozenset[str]:
    return frozenset() if text is None else frozenset({names.resolve(text, of)})


def _kind(text: str | None, names: Names) -> frozenset[str]:
    if text is None:
        return frozenset()
    wanted = expand(text) or names.resolve(text, "owl:Class")
    if not wanted.startswith(MLG):
        raise MaillageError(f"'{text}' is no class of bodies.", fix="Write it like mlg:Hospital.")
    return frozenset({wanted.removeprefix(MLG)})
