"""`maillage network`: a network comes in; a page or a data file goes out, by the file's ending.

A place that cannot be written is refused before the graph is opened: on a whole country that spares a wait.
"""

from __future__ import annotations

from pathlib import Path

import networkx as nx

from maillage.errors import MaillageError

#: Above this many points a page takes seconds to open (vis-network draws each of them anew at every move).
MANY = 2000


def _is_page(output: Path) -> bool:
    return output.suffix.lower() in (".html", ".htm")


def check_output(output: Path) -> None:
    """Refuse a folder, a missing folder or an ending that names no format.

    Raises
    ------
    MaillageError
        It says which of them.
    """
    from maillage.export.networks import format_of

    if output.is_dir():
        raise MaillageError("this is a folder, a network needs a file.", file=output, fix="Add a name: page.html.")
    if not _is_page(output):
        format_of(output)
    if not output.parent.is_dir():
        raise MaillageError(
            "the folder for this file does not exist.", file=output, fix="Create it or choose another place."
        )


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


def write_network(g: nx.Graph, output: Path, lang: str) -> None:
    """Write the network as the file's ending asks: .html is the page, the rest is data."""
    if _is_page(output):
        from maillage.views.page import write_page

        write_page(g, output, lang)
    else:
        from maillage.export.networks import write_network as write_data

        write_data(g, output, lang)
