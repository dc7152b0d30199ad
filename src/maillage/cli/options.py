"""What the commands share: the options of graph, store, language, form and place; opening the graph they name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from shlex import quote
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from maillage import __version__
from maillage.cli.bar import Bar
from maillage.cli.show import FORMATS, say
from maillage.errors import MaillageError
from maillage.library import Graph, open_graph
from maillage.pipeline.kept import changed_since, made_otherwise
from maillage.pipeline.products import read_manifest
from maillage.places import Places, find_places, pasted

F = TypeVar("F", bound=Callable[..., Any])

LANG = click.option(
    "--lang", type=click.Choice(["fr", "en"]), default="fr", show_default=True, help="Language of answers."
)
GRAPH = click.option(
    "--graph",
    "graph_folder",
    type=click.Path(path_type=Path),
    help="Another folder of Turtle files than the project's.",
)
STORE = click.option(
    "--store",
    type=click.Path(path_type=Path),
    envvar="MAILLAGE_STORE",
    show_envvar=True,
    help="A folder written by `maillage build -o`, to ask in place of Turtle files.",
)
ENDPOINT = click.option(
    "--endpoint",
    metavar="URL",
    help="A SPARQL 1.1 endpoint that holds the graph, to ask in its place; who asks stands in the environment "
    "(MAILLAGE_ENDPOINT_USER and _PASSWORD, or _TOKEN).",
)
CACHE = click.option(
    "--no-cache",
    "cache",
    flag_value=False,
    default=True,
    help="Build the graph in memory; neither open nor keep what the first question keeps for the next.",
)
FORMAT = click.option(
    "-f", "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="Form of the answer."
)
PARAM = click.option(
    "-p",
    "--param",
    "params",
    multiple=True,
    metavar="NAME=VALUE",
    help="A parameter; given again with another value, either will do.",
)
SCOPE = (
    click.option("--region", metavar="NAME", help="Only this region: name or code (44)."),
    click.option("--department", metavar="NAME", help="Only this department: name or code (54, 2A)."),
    click.option("--epci", metavar="NAME", help="Only this intercommunal area: name or SIREN."),
)


def page(name: str) -> Callable[[F], F]:
    """The option of the page to write, with this name where none is given."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path),
        default=Path(name),
        show_default=True,
        help="The page to write.",
    )


def options(*decorators: Callable[[F], F]) -> Callable[[F], F]:
    """Several options as one decorator, in the order in which the help tells them."""

    def apply(function: F) -> F:
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return apply


def places_with(graph_folder: Path | None) -> Places:
    """Where everything lies, with the graph that --graph names."""
    places = find_places()
    return places if graph_folder is None else places.with_graph(graph_folder)


def opened(
    graph_folder: Path | None,
    store: Path | None,
    lang: str = "fr",
    cache: bool = True,
    endpoint: str | None = None,
) -> Graph:
    """The graph to ask: kept in `store`, kept by an earlier question, or built now, with a bar that shows how far.

    A store that only the environment names gives way to --graph and --endpoint.
    """
    if endpoint is not None:
        named = click.get_current_context().get_parameter_source("store") == ParameterSource.COMMANDLINE
        with Bar(lang, keeps=cache, builds=False) as bar:
            return open_graph(
                graph_folder, store=store if named else None, endpoint=endpoint, cache=cache, progress=bar
            )
    named = click.get_current_context().get_parameter_source("store") == ParameterSource.COMMANDLINE
    if store is None or (graph_folder is not None and not named):
        with Bar(lang, keeps=cache) as bar:
            return open_graph(graph_folder, cache=cache, progress=bar)
    with Bar(lang, keeps=cache, builds=False) as bar:
        graph = open_graph(store=store, cache=cache, progress=bar)
    for words in _age(store, graph_folder, lang):
        say(words)
    return graph


def _age(store: Path, graph_folder: Path | None, lang: str) -> Iterator[str]:
    """What to say of a store that is older than the files it was made of, or made by other rules or another version."""
    manifest, places = read_manifest(store), places_with(graph_folder)
    fr = lang == "fr"
    mend = f"maillage build{'' if graph_folder is None else f' --graph {pasted(graph_folder)}'} -o {pasted(store)}"
    again = f"Le refaire : {mend}" if fr else f"Make it again: {mend}"
    changed = len(changed_since(manifest, places)) if graph_folder is not None or manifest["shipped"] else 0
    if changed and fr:
        yield f"{store} : plus ancien que le graphe ({changed} fichier(s) changé(s)). {again}"
    elif changed:
        yield f"{store}: older than the graph ({changed} changed file(s)). {again}"
    if made_otherwise(manifest, places, __version__):
        made = manifest["maillage"]
        if fr:
            yield f"{store} : fait par d'autres règles ou une autre version du programme ({made}). {again}"
        else:
            yield f"{store}: made by other rules or another version of the program ({made}). {again}"


def pairs(params: tuple[str, ...]) -> dict[str, list[str]]:
    """The parameters of -p name=value, each with the values given for it.

    Raises
    ------
    MaillageError
        For one that is not written so, or that the running command takes as an argument or option of its own.
    """
    out: dict[str, list[str]] = {}
    own = {p.name: p for p in click.get_current_context().command.params}
    for text in params:
        name, equals, value = text.partition("=")
        if not equals or not name.strip():
            raise MaillageError(f"'{text}' is no parameter.", fix="Write -p name=value.")
        if taken := own.get(name.strip()):
            plain = isinstance(taken, click.Argument)
            fix = "Write it after the command." if plain else f"Write {taken.opts[-1]} {quote(value.strip())}."
            raise MaillageError(f"'{name.strip()}' is not given with -p.", fix=fix)
        out.setdefault(name.strip(), []).append(value.strip())
    return out


def once(values: dict[str, list[str]]) -> dict[str, str]:
    """The same for a command that takes one value for each.

    Raises
    ------
    MaillageError
        For a parameter that is given again.
    """
    for name, given in values.items():
        if len(given) > 1:
            raise MaillageError(f"'{name}' is given {len(given)} times.", fix="A network takes one value for each.")
    return {name: given[0] for name, given in values.items()}
