"""`maillage tour`: a first look at the graph for somebody who has never seen it; every name is one of that graph."""

from __future__ import annotations

import shlex
import shutil
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import click

from maillage.cli.ask.draw import size, write_network
from maillage.cli.show import print_table
from maillage.cli.summary import build_lines
from maillage.errors import MaillageError
from maillage.library import Graph
from maillage.places import shown
from maillage.terms import MLG, OA, PREFIXES, curie
from maillage.things.table import Table

_ROWS = 8
_FIRST, _SECOND, _THIRD = "most-connected-actors", "who-coordinates-with", "evidence-of-link"


def run_tour(graph: Graph, output: Path, lang: str, given: str = "") -> None:
    """Say what the graph holds, answer three questions, write the network page, say what to try next.

    `given` is the options that name the graph (``--graph DIR``), repeated in every command that is shown.
    """
    fr = lang == "fr"
    click.secho("1. Ce que contient le graphe" if fr else "1. What the graph holds", bold=True)
    rows = build_lines(graph.built, lang)
    width = max(len(what) for what, _ in rows)
    for what, count in rows:
        click.echo(f"   {what:<{width}}  {count:>7}")
    first = graph.ask(_FIRST, lang=lang)
    for note in first.notes[1:]:
        click.echo(f"   {note}")
    click.echo()
    pair = _pair(graph, first)
    if pair is None:
        click.echo("Personne ne s'y coordonne encore." if fr else "Nobody coordinates there yet.")
        click.echo()
    else:
        click.secho("2. Trois questions" if fr else "2. Three questions", bold=True)
        _questions(graph, first, *pair, lang, given)
        click.secho("3. La vue du réseau" if fr else "3. The view of the network", bold=True)
        _network(graph, output, lang)
    click.secho("4. À essayer ensuite" if fr else "4. What to try next", bold=True)
    for command in (
        "maillage queries",
        f"maillage show {_quoted(pair[0])}{given}" if pair else "",
        f"maillage query arrangements-by-status{given}",
        f"maillage network coordination -o reseau-2023.html --at 2023{given}" if pair else "",
        "" if "--store" in given else f"maillage check{given}",
    ):
        if command:
            click.echo(f"   {command}")
    beside = Path(sys.executable).with_name("activate")
    if shutil.which("maillage") is None and beside.is_file():
        where = "dans cet environnement" if fr else "in this environment"
        click.echo(f"   ({where} : . {shown(beside)})")


def _pair(graph: Graph, first: Table) -> tuple[str, str] | None:
    """The names of two actors that coordinate: the first has many partners, they share many arrangements.

    Links that a sentence proves come before those that a register alone gives.
    """
    shared = _quoted_links(graph)
    if not shared:
        top = next((str(row["actor_iri"]) for row in first), None)
        if top is not None:
            rows = graph.ask(_SECOND, actor=top)
            shared = Counter((str(row["actor_iri"]), str(row["partner_iri"])) for row in rows)
    if not shared:
        return None
    ties = Counter(actor for actor, _ in shared)
    actor, partner = min(shared, key=lambda pair: (-ties[pair[0]], pair[0], -shared[pair], pair[1]))
    return _name(graph, actor), _name(graph, partner)


def _quoted_links(graph: Graph) -> Counter[tuple[str, str]]:
    """(actor, partner), both ways -> through how many arrangements sentences prove that they coordinate."""
    store = graph.built.store
    quotations = {t.subject.value for t in store.values(None, OA + "exact")}
    claims = {t.subject.value for q in quotations for t in store.values(None, MLG + "evidence", q)}
    links = {t.subject.value for c in claims for t in store.values(None, PREFIXES["prov"] + "wasDerivedFrom", c)}
    pairs = [sorted(t.object.value for t in store.values(link, MLG + "between")) for link in links]
    return Counter(pair for a, b in pairs for pair in ((a, b), (b, a)))


def _name(graph: Graph, iri: str) -> str:
    """What a user may type for an actor: its name where that stands for it alone, else its CURIE."""
    label = graph.label(iri)
    try:
        return label if graph.find(label, "mlg:Actor") == iri else curie(iri)
    except MaillageError:
        return curie(iri)


def _quoted(name: str) -> str:
    """A name as one word of a shell, in double quotes where they will do."""
    return shlex.quote(name) if set(name) & set('"$`\\!') else f'"{name}"'


def _questions(graph: Graph, first: Table, actor: str, partner: str, lang: str, given: str) -> None:
    """Three questions with their answers, the first asked already, the third a link down to its sentences."""
    for name, params in (
        (_FIRST, {}),
        (_SECOND, {"actor": actor}),
        (_THIRD, {"actor": actor, "partner": partner}),
    ):
        table = first if name == _FIRST else graph.ask(name, lang=lang, **params)
        query = graph.built.catalogue.get("questions", name)
        click.echo()
        click.secho(query.words("question", lang), italic=True)
        words = [f"maillage query {name}", *(f"-p {key}={_quoted(value)}" for key, value in params.items())]
        click.echo(f"$ {' '.join(words)}{given}")
        print_table(replace(table, rows=table.rows[:_ROWS]))
        if len(table) > _ROWS:
            click.echo(f"… {len(table) - _ROWS} {'autres lignes' if lang == 'fr' else 'more rows'}")
    click.echo()


def _network(graph: Graph, output: Path, lang: str) -> None:
    network = graph.network("coordination")
    write_network(network, output, lang)
    then = "ouvrez ce fichier dans un navigateur" if lang == "fr" else "open this file in a browser"
    click.echo(f"   {output}: {size(network, lang)}; {then}.")
    for note in network.graph["notes"][lang]:
        click.echo(f"   {note}")
    click.echo()
