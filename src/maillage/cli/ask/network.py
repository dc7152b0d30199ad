"""`maillage network`, `maillage slices`: a name, a period and a projection come in; a file or a table goes out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from maillage.cli.ask.answer import FORMAT, OUTPUT, put_answer
from maillage.cli.ask.answer import form_of as answer_form
from maillage.cli.ask.cut import ACTOR, AT, BEFORE, KIND, NAME, NAMED, SINCE, UNKNOWN, asked_of
from maillage.cli.ask.measures import MEASURES, print_measures
from maillage.cli.once import Command
from maillage.cli.options import CACHE, ENDPOINT, GRAPH, LANG, PARAM, SCOPE, STORE, opened, options
from maillage.cli.show import say
from maillage.cli.streams import stoppable
from maillage.dates import read_period
from maillage.errors import MaillageError

F = TypeVar("F", bound=Callable[..., Any])
WEIGHTS = ("count", "newman", "jaccard", "cosine")

#: How a network of two modes is projected, and how a tie weighs.
PROJECTION = (
    click.option(
        "--project", "side", metavar="SIDE", help="Of a network of two modes: tie its actors or arrangements."
    ),
    click.option(
        "--weight",
        type=click.Choice(WEIGHTS),
        default="count",
        show_default=True,
        help="What a tie weighs: arrangements shared, each over n-1 (newman), or as a share of all (jaccard, cosine).",
    ),
    click.option("--threshold", type=float, help="With --project: leave out ties that weigh less."),
    click.option("--roll-up", is_flag=True, help="With --project: delegations, offices and sites count as their body."),
    click.option("--without-hospital-groups", is_flag=True, help="Being in one hospital group (GHT) ties nobody."),
    click.option(
        "--events",
        type=click.Choice(["together", "apart", "only", "without"]),
        default="together",
        show_default=True,
        help="With --project: events beside contracts, weighted apart, alone, or left out.",
    ),
    click.option(
        "--all-roles",
        is_flag=True,
        help="With --project: every role, what is planned, and periods that never meet; by default what coordinates.",
    ),
    click.option(
        "--layers", type=click.Choice(["family", "kind"]), help="With --project: one tie for each kind of arrangement."
    ),
)


def asked_options(side: str | None, **given: Any) -> dict[str, Any]:
    """The choices of a projection as `maillage.library.Graph.projection` takes them; none without --project.

    Raises
    ------
    MaillageError
        For a choice that only a projection knows, where none is asked for.
    """
    alone = {"threshold": None, "roll_up": False, "events": "together", "all_roles": False, "layers": None}
    if side is None:
        for name, usual in alone.items():
            if given[name] != usual:
                raise MaillageError(
                    f"--{name.replace('_', '-')} goes with --project.",
                    fix="maillage network two-mode --project actors ...",
                )
        return {"weight": given["weight"]}
    chosen = {name: given[name] for name in ("weight", "threshold", "roll_up", "events", "layers")}
    if given["all_roles"]:
        chosen |= {"roles": None, "modality": None, "overlap": False}
    return {"side": side, **chosen, "hospital_groups": not given["without_hospital_groups"]}


@click.command("network", cls=Command)
@NAME
@click.option(
    "-o",
    "--output",
    type=click.Path(),
    help="File to write; its ending says the format. A folder (DIR/) takes all that a journal or an archive asks for.",
)
@click.option(
    "--ties",
    type=click.Path(path_type=Path),
    help="A JSON file beside it, with the arrangements, roles and sentences of every line.",
)
@click.option("--dynamic", is_flag=True, help="A .gexf whose nodes and edges come and go (GEXF 1.3, dates as spells).")
@ACTOR
@AT
@SINCE
@BEFORE
@KIND
@click.option("--size", metavar="MEASURE", help="Of a page: what sizes follow when it opens (see maillage measures).")
@click.option(
    "--colour", metavar="MEASURE", help="Of a page: what colours follow when it opens, a measure, community or family."
)
@click.option("--fold", metavar="GROUP", help="One node for each community, region, sector, or other group.")
@options(MEASURES, UNKNOWN, *PROJECTION, *SCOPE, PARAM, LANG, GRAPH, STORE, ENDPOINT, CACHE)
def network_command(
    name: str,
    output: str | None,
    ties: Path | None,
    dynamic: bool,
    actor: str | None,
    at: str | None,
    since: str | None,
    before: str | None,
    kind: str | None,
    size: str | None,
    colour: str | None,
    fold: str | None,
    measures: bool,
    unknown: str,
    side: str | None,
    region: str | None,
    department: str | None,
    epci: str | None,
    params: tuple[str, ...],
    lang: str,
    graph_folder: Path | None,
    store: Path | None,
    endpoint: str | None,
    cache: bool,
    **given: Any,
) -> None:
    """Draw network NAME (coordination, two-mode, arrangements, funding, actor-themes) as a page, or write it as data.

    The ending of the file says which: .html is the page; .gexf, .graphml and .json are for other tools; a .csv holds
    the lines, and its nodes and what is said of the whole are written beside it (-nodes.csv, -about.json). A folder
    (-o DIR/) gets every format, the query, its parameters, a network card, a codebook and a sharing statement.
    """
    from maillage.cli.ask.draw import check_look, check_output, formula_hint, hint, write_network
    from maillage.cli.ask.draw import size as size_words
    from maillage.export.hand_over import check_folder, write_hand_over

    if output is None and (not measures or ties is not None or dynamic):
        raise click.UsageError("Missing option '-o' / '--output'.")
    path = None if output is None else Path(output)
    folder = path is not None and (str(output).endswith("/") or path.is_dir())
    if path is not None and folder:
        check_folder(path)
        if ties is not None or dynamic:
            raise MaillageError("a folder holds its ties and formats already.", fix="Leave --ties and --dynamic out.")
    elif path is not None:
        check_output(path, ties)
    if dynamic and path is not None and not folder and path.suffix.lower() != ".gexf":
        raise MaillageError("--dynamic writes GEXF.", fix="Name the file .gexf.")
    look = check_look(path, folder, size, colour)
    chosen = asked_options(side, **given)
    since, before = read_period(at, since, before, NAMED)
    asked = asked_of(params, kind, region=region, department=department, epci=epci, actor=actor)
    asked |= {"since": since, "before": before, "unknown": unknown}
    if given["without_hospital_groups"] and side is None:
        asked["without"] = "mlg:HospitalGroup"
    graph = opened(graph_folder, store, lang, cache, endpoint)
    with stoppable():
        g = graph.network(name, **chosen, **asked) if side is None else graph.projection(name=name, **chosen, **asked)
    if fold is not None:
        from maillage.network import folded_by

        g = folded_by(g, fold, lang)
    if measures:
        print_measures(g, lang)
    if path is None:
        return
    if folder:
        from maillage.views.layout import positions

        text = graph.built.catalogue.get("networks", name).text
        write_hand_over(g, path, lang, query=text, places=positions(g))
        written = [path]
    else:
        written = write_network(g, path, lang, ties, dynamic, **look)
    say(f"{output}: {size_words(g, lang)}.")
    for file in written[1:]:
        say(f"{file}")
    remarks = (remark[lang] for remark in g.graph["maillage"]["remarks"])
    for note in (
        *remarks,
        *g.graph["notes"][lang],
        hint(g, path, lang),
        formula_hint(path, lang),
    ):
        if note is not None:
            say(note)


@click.command("slices", cls=Command)
@NAME
@click.option("--from", "since", help="First year; by default that of the first date known.")
@click.option("--until", help="Last year; by default that of the last date known.")
@click.option("--every", type=int, default=1, show_default=True, metavar="YEARS", help="Years in a slice.")
@ACTOR
@KIND
@options(UNKNOWN, *PROJECTION, *SCOPE, PARAM, FORMAT, OUTPUT, LANG, GRAPH, STORE, CACHE)
def slices_command(
    name: str,
    since: str | None,
    until: str | None,
    every: int,
    actor: str | None,
    kind: str | None,
    unknown: str,
    side: str | None,
    region: str | None,
    department: str | None,
    epci: str | None,
    params: tuple[str, ...],
    form: str,
    output: Path | None,
    lang: str,
    graph_folder: Path | None,
    store: Path | None,
    cache: bool,
    **given: Any,
) -> None:
    """Cut network NAME year by year: who enters and leaves, what turns over, which ties last."""
    from maillage.network import turnover

    form = answer_form(form, output, False)
    chosen = asked_options(side, **given)
    if chosen.pop("layers", None):
        raise MaillageError("slices are of one layer.", fix="Leave --layers out.")
    since, until = read_period(None, since, until, NAMED)
    asked = asked_of(params, kind, region=region, department=department, epci=epci, actor=actor)
    if given["without_hospital_groups"] and side is None:
        asked["without"] = "mlg:HospitalGroup"
    graph = opened(graph_folder, store, lang, cache)
    with stoppable():
        cut = graph.slices(name, since=since, until=until, every=every, unknown=unknown, **chosen, **asked)
    put_answer(turnover(cut, lang), form, lang, output, False, None)
