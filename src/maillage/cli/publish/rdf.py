"""`maillage export rdf`: what to write comes in; the graph's files, in its own vocabulary or another, go out."""

from __future__ import annotations

from pathlib import Path

import click

from maillage.cli.once import Command
from maillage.cli.options import CACHE, GRAPH, LANG, SCOPE, STORE, opened, options
from maillage.cli.show import say
from maillage.errors import MaillageError


@click.command("rdf", cls=Command)
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="Folder to write into.")
@click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    metavar="NAME",
    help="turtle, ntriples, trig, nquads, jsonld or rdfxml; by default all.",
)
@click.option("--stated", is_flag=True, help="Leave out the derived facts.")
@click.option(
    "--as",
    "target",
    metavar="NAME",
    help="In another vocabulary: cpov (Core Public Organisation and Event, CPSV-AP), org, schema (schema.org), prov "
    "(with Web Annotation); owl is the variant that OWL reasoners load, without the values they cannot read.",
)
@click.option(
    "--schemes",
    type=click.Path(path_type=Path),
    help="With --as owl: a folder for each concept scheme as a file of its own.",
)
@options(*SCOPE, LANG, GRAPH, STORE, CACHE)
def export_rdf_command(
    output: Path,
    formats: tuple[str, ...],
    stated: bool,
    target: str | None,
    schemes: Path | None,
    region: str | None,
    department: str | None,
    epci: str | None,
    lang: str,
    graph_folder: Path | None,
    store: Path | None,
    cache: bool,
) -> None:
    """Write the graph as Turtle, N-Triples, TriG, N-Quads, JSON-LD (with its context) and RDF/XML.

    --region, --department and --epci write a part: the territory, those that lie in it or hold it, the bodies and
    arrangements that belong to them, every claim that names one of these, with its sentences and documents, what such a
    claim names from elsewhere, the coordinations whose claims are all there, and the vocabulary.

    Says, at the end, how to load the files into an engine made for many: Virtuoso's bulk loader, the Graph Store
    Protocol. Without the derived facts (--stated) the questions have no answers there.
    """
    from maillage.asking.scope import place_of
    from maillage.export.loading import loading
    from maillage.export.mapped import export_mapped, queries_to
    from maillage.export.owl import export_owl
    from maillage.export.rdf import export_rdf

    if schemes is not None and target != "owl":
        raise MaillageError("--schemes goes with --as owl.", fix="Add --as owl, or leave it out.")
    if target not in (None, "owl") and stated:
        raise MaillageError(
            "--as goes without --stated: a mapping reads kinds that rules derive.", fix="Give one of the two."
        )
    graph = opened(graph_folder, store, lang, cache)
    built = graph.built
    if target is not None and target != "owl":
        queries_to(built.catalogue, target)
    place = place_of({"region": region, "department": department, "epci": epci}, built.names)
    named = built.names.label(place, lang) if place else ""
    if target == "owl":
        written, others, left_out = export_owl(
            built,
            output,
            formats=formats,
            derived=not stated,
            territory=place,
            schemes_folder=schemes,
            lang=lang,
        )
        if left_out:
            say(left_out)
    elif target is not None:
        written, others = export_mapped(built, output, target, formats=formats, territory=place, place=named)
    else:
        written, others = export_rdf(
            built.loaded, output, formats=formats, derived=not stated, territory=place, place=named
        )
    for path in written:
        say(f"{path}: {path.stat().st_size} bytes")
    if target is None and not stated:
        for line in loading(output, [path.name for path in written], lang):
            say(line)
    if others:
        names = ", ".join(p.name for p in others[:5]) + (", ..." if len(others) > 5 else "")
        say(f"{output}: left alone what else was there ({names}).")
