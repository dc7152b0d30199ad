"""The commands: each parses, calls the library, prints."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from shlex import quote
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from maillage import __version__
from maillage.cli import FAULTS
from maillage.cli.imports import register as register_imports
from maillage.cli.map import register as register_map
from maillage.cli.resolve import register as register_resolve
from maillage.cli.show import FORMATS, print_table
from maillage.dates import read_period
from maillage.errors import MaillageError
from maillage.library import Graph, open_graph
from maillage.pipeline.kept import changed_since
from maillage.pipeline.products import read_manifest
from maillage.places import Places, find_places

F = TypeVar("F", bound=Callable[..., Any])

_LANG = click.option(
    "--lang", type=click.Choice(["fr", "en"]), default="fr", show_default=True, help="Language of answers."
)
_GRAPH = click.option(
    "--graph",
    "graph_folder",
    type=click.Path(path_type=Path),
    help="Another folder of Turtle files than the project's.",
)
_STORE = click.option(
    "--store",
    type=click.Path(path_type=Path),
    envvar="MAILLAGE_STORE",
    show_envvar=True,
    help="A folder written by `maillage build -o`: it answers at once.",
)
_FORMAT = click.option(
    "-f", "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="Form of the answer."
)
_PARAM = click.option(
    "-p", "--param", "params", multiple=True, metavar="NAME=VALUE", help="A parameter; may be repeated."
)

_SCOPE = (
    click.option("--region", metavar="NAME", help="Only this region: name or code (44)."),
    click.option("--department", metavar="NAME", help="Only this department: name or code (54, 2A)."),
    click.option("--epci", metavar="NAME", help="Only this intercommunal area: name or SIREN."),
)


def _options(*decorators: Callable[[F], F]) -> Callable[[F], F]:
    def apply(function: F) -> F:
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return apply


def _places(graph_folder: Path | None) -> Places:
    places = find_places()
    return places if graph_folder is None else places.with_graph(graph_folder)


def _open(graph_folder: Path | None, store: Path | None, lang: str = "fr") -> Graph:
    """The graph to ask: kept in `store`, or built. A store that only the environment names gives way to --graph."""
    named = click.get_current_context().get_parameter_source("store") == ParameterSource.COMMANDLINE
    if store is None or (graph_folder is not None and not named):
        return open_graph(graph_folder)
    graph = open_graph(store=store)
    if graph_folder is not None or read_manifest(store)["shipped"]:
        changed = len(changed_since(store, _places(graph_folder)))
        mend = f"maillage build{'' if graph_folder is None else f' --graph {graph_folder}'} -o {store}"
        if changed and lang == "fr":
            _say(f"{store} : plus ancien que le graphe ({changed} fichier(s) changé(s)). Le refaire : {mend}")
        elif changed:
            _say(f"{store}: older than the graph ({changed} changed file(s)). Make it again: {mend}")
    return graph


def _say(words: str) -> None:
    click.echo(words, err=True)


def _pairs(params: tuple[str, ...]) -> dict[str, str | None]:
    out: dict[str, str | None] = {}
    for text in params:
        name, equals, value = text.partition("=")
        if not equals or not name.strip():
            raise MaillageError(f"'{text}' is no parameter.", fix="Write -p name=value.")
        out[name.strip()] = value.strip()
    return out


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="maillage")
def app() -> None:
    """Maillage: who coordinates with whom for health on a territory, through what, since when, written where."""


@app.command()
@_options(_LANG, _GRAPH, _STORE)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("reseau.html"),
    show_default=True,
    help="The page to write.",
)
def tour(lang: str, graph_folder: Path | None, store: Path | None, output: Path) -> None:
    """A first look: what the graph holds, three answers, the network page, what to try next."""
    from maillage.cli.tour import run_tour

    named = f" --graph {quote(str(graph_folder))}" if graph_folder else f" --store {quote(str(store))}" if store else ""
    run_tour(_open(graph_folder, store, lang), output, lang, named)


@app.command()
@_options(_LANG, _GRAPH)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Folder for graph.nq, default.nt and manifest.json."
)
def build(lang: str, graph_folder: Path | None, output: Path | None) -> None:
    """Build the graph: load, bound dates, derive, validate; say what was made.

    With -o the build is kept, and `--store` opens it.
    """
    from maillage.cli.build import run_build

    if run_build(_places(graph_folder), output, lang):
        raise click.exceptions.Exit(FAULTS)


@app.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--texts", type=click.Path(path_type=Path), help="Folder of the source texts: every quotation is read against them."
)
@click.option("--reference", is_flag=True, help="Use the reference SHACL engine (pyshacl, slower).")
@_options(_LANG, _GRAPH)
def check(files: tuple[Path, ...], texts: Path | None, reference: bool, lang: str, graph_folder: Path | None) -> None:
    """Check the graph, or FILES in its midst: SHACL shapes, queries/checks/, dates, quotations.

    A file named like one of the graph takes its place. Exit code 1 when there are faults.
    """
    from maillage.cli.summary import finding_line
    from maillage.pipeline.build import build as build_graph
    from maillage.things.text import read_texts

    read = None if texts is None else read_texts(texts)
    built = build_graph(_places(graph_folder), list(files))
    findings = built.findings(lang, read, "reference" if reference else "fast")
    for finding in findings:
        click.echo(finding_line(finding, lang))
    faults = sum(f.severity == "fault" for f in findings)
    notices = len(findings) - faults
    if lang == "fr":
        _say(f"{faults} faute{'s' * (faults > 1)}, {notices} remarque{'s' * (notices > 1)}.")
    else:
        _say(f"{faults} fault{'s' * (faults != 1)}, {notices} notice{'s' * (notices != 1)}.")
    if faults:
        raise click.exceptions.Exit(FAULTS)


@app.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help="Change nothing; exit code 1 when a file is not in the canonical layout.",
)
@click.option(
    "--texts", type=click.Path(path_type=Path), help="Folder of the source texts: fill in the offsets of quotations."
)
@_options(_GRAPH)
def fmt(files: tuple[Path, ...], only_check: bool, texts: Path | None, graph_folder: Path | None) -> None:
    """Write Turtle files (by default the graph's) in the canonical layout."""
    from maillage.cli.format import run_fmt

    if run_fmt(_places(graph_folder), list(files), texts, only_check) and only_check:
        raise click.exceptions.Exit(FAULTS)


@app.command()
@_options(_LANG, _FORMAT)
@click.option(
    "--kind",
    type=click.Choice(["questions", "networks", "checks", "rules", "profiles"]),
    default="questions",
    show_default=True,
    help="Which folder of queries/.",
)
@click.argument("name", required=False)
def queries(lang: str, form: str, kind: str, name: str | None) -> None:
    """List the questions one can ask, or describe one."""
    from maillage.catalogue import Catalogue
    from maillage.cli.summary import print_query, query_table

    catalogue = Catalogue(find_places())
    if name is None:
        print_table(query_table(catalogue.of(kind), lang), form)
    else:
        print_query(catalogue.get(kind, name), lang)


@app.command()
@click.argument("name")
@_options(_PARAM, *_SCOPE, _FORMAT, _LANG, _GRAPH, _STORE)
def query(
    name: str,
    params: tuple[str, ...],
    region: str | None,
    department: str | None,
    epci: str | None,
    form: str,
    lang: str,
    graph_folder: Path | None,
    store: Path | None,
) -> None:
    """Answer question NAME of queries/questions/, or SPARQL from standard input when NAME is '-'.

    --region, --department and --epci keep what belongs to a territory or to one that lies in it.
    """
    values = _pairs(params)
    if name == "-":
        if values or region or department or epci:
            raise MaillageError(
                "SPARQL from standard input takes no -p and no territory.", fix="Write the value into the query."
            )
        sparql = sys.stdin.read()
        if not sparql.strip():
            raise MaillageError("standard input is empty.", fix="Give a SPARQL query: maillage query - < my.rq")
        table = _open(graph_folder, store, lang).query(sparql, lang=lang)
    else:
        graph = _open(graph_folder, store, lang)
        table = graph.ask(name, lang=lang, region=region, department=department, epci=epci, **values)
    print_table(table, form)
    if form == "table":
        _footer(len(table), table.notes, lang)


def _footer(rows: int, notes: Any, lang: str) -> None:
    if lang == "fr":
        _say("Aucune ligne : le graphe ne le dit pas." if not rows else f"{rows} ligne{'s' * (rows > 1)}.")
    else:
        _say("No row: the graph does not say." if not rows else f"{rows} row{'s' * (rows != 1)}.")
    for note in notes:
        _say(note)


@app.command()
@click.argument("name")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "html", "json"]),
    help="Form of the card; by default what the file's ending says, else text.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File to write instead of the terminal.")
@_options(_LANG, _GRAPH, _STORE)
def show(
    name: str, form: str | None, output: Path | None, lang: str, graph_folder: Path | None, store: Path | None
) -> None:
    """Show what the graph says of NAME (a label, code, CURIE or IRI): facts, ties, dates, and the sentences."""
    from maillage.cli.card import form_of, print_card

    chosen = form_of(form, output)
    print_card(_open(graph_folder, store, lang).card(name, lang), chosen, output, __version__)
    if output is not None:
        _say(f"{output}")


@app.command()
@click.argument("name", default="coordination")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, help="File to write; its ending says the format."
)
@click.option("--actor", help="Keep this actor, its partners and the ties among them.")
@click.option("--at", help="What runs on a day, month or year: 2018, 2018-03, 2018-03-15.")
@click.option("--from", "since", help="What has not ended before this date.")
@click.option("--until", "before", help="What has begun by this date.")
@click.option("--type", "kind", help="Kind of arrangement: a class, by CURIE or label.")
@_options(*_SCOPE, _PARAM, _LANG, _GRAPH, _STORE)
def network(
    name: str,
    output: Path,
    actor: str | None,
    at: str | None,
    since: str | None,
    before: str | None,
    kind: str | None,
    region: str | None,
    department: str | None,
    epci: str | None,
    params: tuple[str, ...],
    lang: str,
    graph_folder: Path | None,
    store: Path | None,
) -> None:
    """Draw network NAME (coordination, two-mode, arrangements) as an interactive page, or write it as data."""
    from maillage.cli.draw import check_output, hint, write_network

    check_output(output)
    since, before = read_period(at, since, before, ("--at", "--from", "--until"))
    values = _pairs(params)
    graph = _open(graph_folder, store, lang)
    if kind is not None:
        values["type"] = kind
    places = {"region": region, "department": department, "epci": epci}
    g = graph.network(name, actor=actor, since=since, before=before, **places, **values)
    write_network(g, output, lang)
    words = ("acteurs ou dispositifs", "liens") if lang == "fr" else ("actors or arrangements", "ties")
    _say(f"{output}: {g.number_of_nodes()} {words[0]}, {g.number_of_edges()} {words[1]}.")
    for note in (*g.graph["notes"][lang], hint(g, output, lang)):
        if note is not None:
            _say(note)


@app.group()
def export() -> None:
    """Export the graph for other tools."""


@export.command("rdf")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="Folder to write into.")
@click.option(
    "--format", "formats", multiple=True, metavar="NAME", help="turtle, trig, nquads, jsonld or rdfxml; by default all."
)
@click.option("--stated", is_flag=True, help="Leave out the derived facts.")
@_options(_GRAPH)
def export_rdf_command(output: Path, formats: tuple[str, ...], stated: bool, graph_folder: Path | None) -> None:
    """Write the graph as Turtle, TriG, N-Quads, JSON-LD (with its context) and RDF/XML."""
    from maillage.export.rdf import export_rdf

    loaded = open_graph(graph_folder).built.loaded
    written, others = export_rdf(loaded, output, formats=formats, derived=not stated)
    for path in written:
        _say(f"{path}: {path.stat().st_size} bytes")
    if others:
        names = ", ".join(p.name for p in others[:5]) + (", ..." if len(others) > 5 else "")
        _say(f"{output}: left alone what else was there ({names}).")


@app.group()
def new() -> None:
    """Begin a new file of the graph."""


@new.command("document")
@click.argument("text", type=click.Path(path_type=Path))
@click.option("--slug", help="Name of the file and of the document; by default made from the title.")
@click.option("--title", help="The document's title; by default its first line.")
@click.option("--language", default="fr", show_default=True, help="Language of the text.")
@click.option("--split", help="Regular expression of the lines that separate the parts (posts by different authors).")
@_options(_LANG, _GRAPH)
def new_document(
    text: Path,
    slug: str | None,
    title: str | None,
    language: str,
    split: str | None,
    lang: str,
    graph_folder: Path | None,
) -> None:
    """Scaffold the Turtle file of source TEXT: hash, parts, and what to do next. `maillage check` leads on."""
    from maillage.cli.new import write_document

    path, remarks = write_document(_places(graph_folder), text, slug, title, language, split, lang)
    for remark in remarks:
        _say(f"{text}: {remark}")
    click.echo(f"{path}")
    _say("À présent, remplissez-le, puis :" if lang == "fr" else "Next: fill it in, then")
    _say(f"  maillage fmt --texts {text.parent} {path}")
    _say(f"  maillage check --texts {text.parent} {path}")


register_map(app, _open, _options(_LANG, _GRAPH, _STORE))
register_imports(app)
register_resolve(app)
