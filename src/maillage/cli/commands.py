"""The commands: each parses, calls the library, prints."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

import click

from maillage import __version__
from maillage.cli import FAULTS
from maillage.cli.ask.answer import EXCEL, OUTPUT, form_of, put_answer
from maillage.cli.ask.answer import FORMAT as ANSWER_FORMAT
from maillage.cli.ask.bias import bias_command
from maillage.cli.ask.compare import compare_command
from maillage.cli.ask.map import map_group
from maillage.cli.ask.measures import brokers_command, measures_command
from maillage.cli.ask.network import network_command, slices_command
from maillage.cli.ask.resolve import resolve_command
from maillage.cli.ask.search import search_command
from maillage.cli.ask.timeline import timeline_command
from maillage.cli.make.imports import diff_command, import_command
from maillage.cli.once import Group
from maillage.cli.options import (
    CACHE,
    ENDPOINT,
    FORMAT,
    GRAPH,
    LANG,
    PARAM,
    SCOPE,
    STORE,
    opened,
    options,
    page,
    pairs,
    places_with,
)
from maillage.cli.publish.mappings import mappings_command
from maillage.cli.publish.ontology import ontology_command
from maillage.cli.publish.portal import portal_command, validate_command
from maillage.cli.publish.push import push_group
from maillage.cli.publish.rdf import export_rdf_command
from maillage.cli.publish.release import release_command
from maillage.cli.publish.site import site_command
from maillage.cli.publish.withdraw import withdraw_command
from maillage.cli.serve import serve_command
from maillage.cli.show import ROWS, print_table, say
from maillage.cli.streams import stdin_text, stoppable
from maillage.errors import MaillageError
from maillage.places import find_places, pasted


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="maillage")
def app() -> None:
    """Maillage: who coordinates with whom for health on a territory, through what, since when, written where."""


@app.command()
@options(LANG, GRAPH, STORE, CACHE, page("reseau.html"))
def tour(lang: str, graph_folder: Path | None, store: Path | None, cache: bool, output: Path) -> None:
    """A first look: what the graph holds, three answers, the network page, what to try next."""
    from maillage.cli.tour import run_tour

    named = f" --graph {quote(str(graph_folder))}" if graph_folder else f" --store {quote(str(store))}" if store else ""
    run_tour(opened(graph_folder, store, lang, cache), output, lang, named)


@app.command()
@options(LANG, GRAPH)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Folder for graph.nq, default.nt and manifest.json."
)
def build(lang: str, graph_folder: Path | None, output: Path | None) -> None:
    """Build the graph: load, bound dates, derive, validate; say what was made.

    With -o the build is kept, and `--store` opens it.
    """
    from maillage.cli.make.build import run_build

    if run_build(places_with(graph_folder), output, lang):
        raise click.exceptions.Exit(FAULTS)


@app.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--texts", type=click.Path(path_type=Path), help="Folder of the source texts: every quotation is read against them."
)
@click.option("--reference", is_flag=True, help="Use the reference SHACL engine (pyshacl, slower).")
@click.option(
    "--reason",
    is_flag=True,
    help="Only what an OWL reasoner (HermiT, of the extra 'ontology') finds in the documents, or in FILES, with the "
    "vocabulary: contradictions and why, and types that the rules miss.",
)
@options(LANG, GRAPH)
def check(
    files: tuple[Path, ...],
    texts: Path | None,
    reference: bool,
    reason: bool,
    lang: str,
    graph_folder: Path | None,
) -> None:
    """Check the graph, or FILES in its midst: SHACL shapes, queries/checks/, dates, quotations.

    A file named like one of the graph takes its place. Exit code 1 when there are faults.
    """
    if reason:
        from maillage.cli.make.reason import run_reason

        if run_reason(places_with(graph_folder), list(files), lang, {"--texts": texts, "--reference": reference}):
            raise click.exceptions.Exit(FAULTS)
        return
    from maillage.cli.summary import print_findings
    from maillage.pipeline.build import build as build_graph
    from maillage.things.text import read_texts

    read = None if texts is None else read_texts(texts)
    built = build_graph(places_with(graph_folder), list(files))
    if print_findings(built.findings(lang, read, "reference" if reference else "fast"), lang):
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
@options(GRAPH)
def fmt(files: tuple[Path, ...], only_check: bool, texts: Path | None, graph_folder: Path | None) -> None:
    """Write Turtle files (by default the graph's) in the canonical layout."""
    from maillage.cli.make.format import run_fmt

    if run_fmt(places_with(graph_folder), list(files), texts, only_check) and only_check:
        raise click.exceptions.Exit(FAULTS)


@app.command()
@options(LANG, FORMAT)
@click.option(
    "--kind",
    type=click.Choice(["questions", "networks", "checks", "rules", "profiles", "mappings"]),
    default="questions",
    show_default=True,
    help="Which folder of queries/.",
)
@click.argument("name", required=False)
def queries(lang: str, form: str, kind: str, name: str | None) -> None:
    """List the questions one can ask, or describe one."""
    from maillage.asking.catalogue import Catalogue
    from maillage.cli.summary import print_query, query_table

    catalogue = Catalogue(find_places())
    if name is None:
        print_table(query_table(catalogue.of(kind), lang), form)
    else:
        print_query(catalogue.get(kind, name), lang)


@app.command()
@click.argument("name")
@click.option("--limit", type=int, help=f"Rows to give at most; a terminal is given {ROWS}, a file all.")
@click.option("--all", "whole", is_flag=True, help="Print every row.")
@options(PARAM, *SCOPE, ANSWER_FORMAT, OUTPUT, EXCEL, LANG, GRAPH, STORE, ENDPOINT, CACHE)
def query(
    name: str,
    limit: int | None,
    whole: bool,
    params: tuple[str, ...],
    region: str | None,
    department: str | None,
    epci: str | None,
    form: str,
    output: Path | None,
    excel: bool,
    lang: str,
    graph_folder: Path | None,
    store: Path | None,
    endpoint: str | None,
    cache: bool,
) -> None:
    """Answer question NAME of queries/questions/, or SPARQL from standard input when NAME is '-'.

    --region, --department and --epci keep what belongs to a territory or to one that lies in it.
    """
    if limit is not None and (limit < 1 or whole):
        what = "--limit goes without --all." if whole else f"--limit {limit}: no row would be printed."
        raise MaillageError(what, fix="Give one of the two." if whole else "Give 1 or more, or --all.")
    form = form_of(form, output, excel)
    values = pairs(params)
    if name == "-":
        if values or region or department or epci:
            raise MaillageError(
                "SPARQL from standard input takes no -p and no territory.", fix="Write the value into the query."
            )
        sparql = stdin_text()
        if not sparql.strip():
            raise MaillageError("standard input is empty.", fix="Give a SPARQL query: maillage query - < my.rq")
        graph = opened(graph_folder, store, lang, cache, endpoint)
        with stoppable():
            table = graph.query(sparql, lang=lang)
    else:
        graph = opened(graph_folder, store, lang, cache, endpoint)
        with stoppable():
            table = graph.ask(name, lang=lang, region=region, department=department, epci=epci, **values)
    if limit is None and not whole and form == "table":
        limit = ROWS
    put_answer(table, form, lang, output, excel, limit)


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
@options(LANG, GRAPH, STORE, ENDPOINT, CACHE)
def show(
    name: str,
    form: str | None,
    output: Path | None,
    lang: str,
    graph_folder: Path | None,
    store: Path | None,
    endpoint: str | None,
    cache: bool,
) -> None:
    """Show what the graph says of NAME (a label, code, CURIE or IRI): facts, ties, dates, and the sentences."""
    from maillage.cli.ask.card import form_of, print_card

    chosen = form_of(form, output)
    graph = opened(graph_folder, store, lang, cache, endpoint)
    with stoppable():
        card = graph.card(name, lang)
    print_card(card, chosen, output, __version__)
    if output is not None:
        say(f"{output}")


@app.group()
def export() -> None:
    """Export the graph for other tools."""


for command in (
    export_rdf_command,
    mappings_command,
    portal_command,
    validate_command,
    push_group,
    ontology_command,
    site_command,
):
    export.add_command(command)


@app.group()
def new() -> None:
    """Begin a new file of the graph."""


@new.command("document")
@click.argument("text", type=click.Path(path_type=Path))
@click.option("--slug", help="Name of the file and of the document; by default made from the title.")
@click.option("--title", help="The document's title; by default its first line.")
@click.option("--language", default="fr", show_default=True, help="Language of the text.")
@click.option("--split", help="Regular expression of the lines that separate the parts (posts by different authors).")
@options(LANG, GRAPH)
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
    from maillage.cli.make.new import write_document

    path, remarks = write_document(places_with(graph_folder), text, slug, title, language, split, lang)
    for remark in remarks:
        say(f"{text}: {remark}")
    click.echo(f"{path}")
    say("À présent, remplissez-le, puis :" if lang == "fr" else "Next: fill it in, then")
    own = "" if graph_folder is None else f" --graph {pasted(graph_folder)}"
    say(f"  maillage fmt --texts {pasted(text.parent)} {pasted(Path(path))}")
    say(f"  maillage check{own} --texts {pasted(text.parent)} {pasted(Path(path))}")


for command in (
    map_group,
    measures_command,
    brokers_command,
    network_command,
    slices_command,
    compare_command,
    timeline_command,
    bias_command,
    map_group,
    import_command,
    diff_command,
    resolve_command,
    search_command,
    release_command,
    withdraw_command,
    serve_command,
):
    app.add_command(command)
