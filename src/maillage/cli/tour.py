"""`maillage tour`: a first look at the graph for somebody who has never seen it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from maillage.cli.draw import write_network
from maillage.cli.show import print_table
from maillage.cli.summary import build_lines
from maillage.library import Graph
from maillage.places import shown

#: Three questions and their parameters, the third a link down to its sentences.
QUESTIONS: tuple[tuple[str, dict[str, str]], ...] = (
    ("most-connected-actors", {}),
    ("who-coordinates-with", {"actor": "CPAM de Meurthe-et-Moselle"}),
    ("evidence-of-link", {"actor": "CPAM de Meurthe-et-Moselle", "partner": "ARS Grand Est"}),
)
_ROWS = 8


def run_tour(graph: Graph, output: Path, lang: str) -> None:
    """Say what the graph holds, answer three questions, write the network page, say what to try next."""
    fr = lang == "fr"
    click.secho("1. Ce que contient le graphe" if fr else "1. What the graph holds", bold=True)
    rows = build_lines(graph.built, lang)
    width = max(len(what) for what, _ in rows)
    for what, count in rows:
        click.echo(f"   {what:<{width}}  {count:>7}")
    click.echo()
    click.secho("2. Trois questions" if fr else "2. Three questions", bold=True)
    for name, params in QUESTIONS:
        table = graph.ask(name, lang=lang, **params)
        query = graph.built.catalogue.get("questions", name)
        command = " ".join([f"maillage query {name}", *(f'-p {key}="{value}"' for key, value in params.items())])
        click.echo()
        click.secho(query.words("question", lang), italic=True)
        click.echo(f"$ {command}")
        print_table(type(table)(table.columns, table.rows[:_ROWS], table.title, table.notes, lang))
        if len(table) > _ROWS:
            click.echo(f"… {len(table) - _ROWS} {'autres lignes' if fr else 'more rows'}")
    click.echo()
    click.secho("3. La vue du réseau" if fr else "3. The view of the network", bold=True)
    network = graph.network("coordination")
    write_network(network, output, lang)
    words = (
        ("acteurs", "liens", "ouvrez ce fichier dans un navigateur")
        if fr
        else ("actors", "ties", "open this file in a browser")
    )
    click.echo(
        f"   {output}: {network.number_of_nodes()} {words[0]}, {network.number_of_edges()} {words[1]}; {words[2]}."
    )
    click.echo()
    click.secho("4. À essayer ensuite" if fr else "4. What to try next", bold=True)
    for command in (
        "maillage queries",
        'maillage show "ARS Grand Est"',
        "maillage query arrangements-by-status",
        "maillage network coordination -o reseau-2023.html --at 2023",
        "maillage check",
    ):
        click.echo(f"   {command}")
    beside = Path(sys.executable).with_name("activate")
    if shutil.which("maillage") is None and beside.is_file():
        where = "dans cet environnement" if fr else "in this environment"
        click.echo(f"   ({where} : . {shown(beside)})")
