"""`maillage network`: a network comes in; a page or a data file goes out, by the file's ending.

A place that cannot be written is refused before the graph is opened: on a whole country that spares a wait.
"""

from __future__ import annotations

import csv
from pathlib import Path

import networkx as nx

from maillage.cli.show import formula_words
from maillage.errors import MaillageError
from maillage.network.legend import look_of
from maillage.things.files import write_atomically
from maillage.things.table import formulas

#: Above this many points a page takes seconds to open (vis-network draws each of them anew at every move).
MANY = 2000
#: One and many, in the words of each language.
_WORDS = {
    "fr": {
        "actors": ("acteur", "acteurs"),
        "arrangements": ("dispositif", "dispositifs"),
        "both": ("acteur ou dispositif", "acteurs et dispositifs"),
        "ties": ("lien", "liens"),
    },
    "en": {
        "actors": ("actor", "actors"),
        "arrangements": ("arrangement", "arrangements"),
        "both": ("actor or arrangement", "actors and arrangements"),
        "ties": ("tie", "ties"),
    },
}


def _is_page(output: Path) -> bool:
    return output.suffix.lower() in (".html", ".htm")


def check_output(output: Path, ties: Path | None = None) -> None:
    """Refuse a folder, a missing folder or an ending that names no format, and ties that are not to be JSON.

    Raises
    ------
    MaillageError
        It says which of them.
    """
    from maillage.export.networks import format_of

    for file in (output, *filter(None, [ties])):
        if file.is_dir():
            raise MaillageError("this is a folder, a network needs a file.", file=file, fix="Add a name: page.html.")
        if not file.parent.is_dir():
            raise MaillageError(
                "the folder for this file does not exist.", file=file, fix="Create it or choose another place."
            )
    if not _is_page(output):
        format_of(output)
    if ties is not None and (ties.suffix.lower() != ".json" or ties.resolve() == output.resolve()):
        raise MaillageError("the ties are written as JSON, in a file of their own.", file=ties, fix="--ties ties.json")


def size(g: nx.Graph, lang: str) -> str:
    """How many points and ties a network has, in words that say whether they are actors, arrangements or both."""
    acts = {look_of(str(family)).actor for _, family in g.nodes(data="family")}
    kind = "both" if len(acts) > 1 else "arrangements" if acts == {False} else "actors"
    counts = ((g.number_of_nodes(), kind), (g.number_of_edges(), "ties"))
    return ", ".join(f"{n} {_WORDS[lang][what][n > 1 if lang == 'fr' else n != 1]}" for n, what in counts)


def hint(g: nx.Graph, output: Path, lang: str) -> str | None:
    """What to say of a page that is slow to open for its size; None for any other."""
    if not _is_page(output) or len(g) <= MANY:
        return None
    if lang == "fr":
        return (
            f"Au-delà de {MANY} points, la page met plusieurs secondes à s'ouvrir. Pour la réduire : "
            "--region, --department, --epci, --actor, --type ou --at."
        )
    return (
        f"Above {MANY} points the page takes several seconds to open. To make it smaller: "
        "--region, --department, --epci, --actor, --type or --at."
    )


def formula_hint(output: Path, lang: str) -> str | None:
    """What to say of a CSV file some cells of which a spreadsheet would run; None for any other."""
    if output.suffix.lower() != ".csv" or not output.is_file():
        return None
    with output.open(encoding="utf-8", newline="") as stream:
        count = formulas(csv.reader(stream))
    return formula_words(count, lang) if count else None


def check_look(output: Path | None, folder: bool, size: str | None, colour: str | None) -> dict[str, str | None]:
    """What sizes and colours of a page follow, by name.

    Raises
    ------
    MaillageError
        For a measure there is not, or where no page is written.
    """
    if size is None and colour is None:
        return {}
    from maillage.views.measured import named

    if output is None or folder or not _is_page(output):
        raise MaillageError("--size and --colour are of a page.", fix="Name the file .html.")
    return {"size": named(size), "colour": named(colour, colour=True)}


def write_network(
    g: nx.Graph,
    output: Path,
    lang: str,
    ties: Path | None = None,
    dynamic: bool = False,
    size: str | None = None,
    colour: str | None = None,
) -> list[Path]:
    """Write the network as the file's ending asks (.html is the page, the rest is data); returns the files written.

    `dynamic` makes a GEXF whose nodes and edges come and go (`maillage.export.dynamic`).
    """
    from maillage.export.networks import write_network as write_data

    if not _is_page(output):
        from maillage.views.layout import positions

        if dynamic:
            from maillage.export.dynamic import to_dynamic_gexf

            write_atomically(output, to_dynamic_gexf(g, lang, positions(g)))
            return [output, *_write_ties(g, ties, lang)]
        return write_data(g, output, lang, places=positions(g), ties=ties)

    from maillage.views.page import write_page

    if g.is_multigraph():
        raise MaillageError(
            "a page draws one line for two nodes, and this network has layers.", fix="Write a .graphml."
        )
    return [write_page(g, output, lang, size=size, colour=colour), *_write_ties(g, ties, lang)]


def _write_ties(g: nx.Graph, ties: Path | None, lang: str) -> list[Path]:
    from maillage.export.networks import to_ties

    if ties is None:
        return []
    write_atomically(ties, to_ties(g, lang))
    return [ties]
