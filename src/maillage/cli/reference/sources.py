"""`docs/reference/sources.md`: the descriptions of the sources and what the last imports kept come in; the page goes
out, as markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from maillage.importers import importers, sources
from maillage.importers.geography import outlines
from maillage.importers.kit.imports import Line, read_imports
from maillage.importers.kit.listing import Listing
from maillage.importers.kit.source import LICENCE_OUVERTE, Source
from maillage.things.table import Column, Table

_HEAD = """\
# Les sources

<!-- Produit par `python -m maillage.cli.reference` : ne pas modifier à la main. -->

D'où viennent les faits que des importeurs écrivent sous `graph/` : de qui, de quand, sous quelle licence, combien de
lignes ont été lues et gardées, ce qui a été laissé de côté et pourquoi, ce que devient chaque colonne. Les nombres sont
ceux du dernier import, qu'il écrit dans `graph/imports.csv` ; le reste est la description que l'importeur suit : une
colonne, une catégorie ou un nombre de lignes qui n'y est pas arrête l'import. Comment les refaire :
[les données nationales](../guides/national-data.md).

*Where the facts come from that importers write into `graph/`: from whom, of when, under which licence, how many rows
were read and kept, what was left out and why, what becomes of each column. The numbers are those of the last import;
the rest is the description the importer follows: a column, a category or a number of rows that is not in it stops the
import.*
"""
_LICENCES = {
    LICENCE_OUVERTE: f"[Licence Ouverte 2.0]({LICENCE_OUVERTE})",
    "https://www.mozilla.org/MPL/2.0/": "[MPL 2.0](https://www.mozilla.org/MPL/2.0/)",
    None: "non dite ; chaque page citée a la sienne",
}


def sources_reference(graph: Path) -> str:
    """The page of the sources, as markdown.

    Parameters
    ----------
    graph:
        The graph folder, whose `imports.csv` says what the last imports read and kept.
    """
    lines = read_imports(graph)
    return "\n".join([_HEAD, _overview(lines), *(part for source in sources() for part in _source(source, lines))])


def _overview(lines: list[Line]) -> str:
    rows = []
    for source in sources():
        own = [line for line in lines if line.document.startswith(source.name)]
        read, kept = (sum(int(line.rows) for line in own if line.what == what) for what in ("read", "kept"))
        title = f"[{_title(source)}](#{_anchor(_title(source))})"
        rows.append((title, source.publisher, _vintage(source, lines), _number(read), _number(kept)))
    heads = ("source", "qui la publie", "millésime", "lignes lues", "gardées")
    return Table([Column(head) for head in heads], rows).to_markdown()


def _source(source: Source, lines: list[Line]) -> Iterator[str]:
    vintage = _vintage(source, lines)
    yield f"## {_title(source)}\n"
    written = [importer.name for importer in importers().values() if source in importer.sources]
    used = [importer.name for importer in importers().values() if source in importer.looks_up]
    documents = sorted({line.document for line in lines if line.document.startswith(source.name)})
    facts = [
        f"Publiée par : {source.publisher}" + (f", <{source.url}>" if source.url else ""),
        f"Millésime : {vintage}",
        f"Licence : {_LICENCES.get(source.licence, source.licence)}",
        f"Importeur : {', '.join(f'`{name}`' for name in written) or f'`{outlines.NAME}`'}"
        + (f" ; consultée par {', '.join(f'`{name}`' for name in used)}" if used else ""),
        f"Dans le graphe : {', '.join(f'`{name}`' for name in documents)}" if written else "Hors du graphe : la carte",
    ]
    yield "\n".join(f"- {fact}" for fact in facts) + "\n"
    yield _words(source.made[0]) + "\n"
    for listing in source.listings:
        yield from _listing(listing, [line for line in lines if line.file == listing.name])


def _listing(listing: Listing, lines: list[Line]) -> Iterator[str]:
    numbers = {line.what: int(line.rows) for line in lines if line.what in ("read", "kept")}
    yield f"### `{listing.name}`\n"
    said = f"{_number(numbers['read'])} lignes lues, {_number(numbers['kept'])} gardées" if numbers else "Pas encore lu"
    least, most = listing.rows or (0, 0)
    expected = _number(least) if least == most else f"de {_number(least)} à {_number(most)}"
    yield f"{said} (attendues : {expected}).\n"
    left = [
        f"- {_number(int(line.rows))} laissées de côté à dessein. {listing.left_out.get(line.why, line.why)}"
        for line in lines
        if line.what == "left out"
    ]
    left += [f"- Une inutilisable, {line.why}" for line in lines if line.what == "bad"]
    if left:
        yield "\n".join(left) + "\n"
    heads = ("colonne", "ce qu'elle devient", "valeurs connues")
    yield Table([Column(head) for head in heads], list(_columns(listing, ""))).to_markdown()


def _columns(listing: Listing, within: str) -> Iterator[tuple[str, str, str]]:
    for name, words in listing.handled.items():
        known = ", ".join(f"`{value}`" for value in listing.values.get(name, ()))
        yield f"`{within}{name}`", words, known
        if name in listing.inside:
            yield from _columns(listing.inside[name], f"{name}.")
    for name, words in listing.ignored.items():
        known = ", ".join(f"`{value}`" for value in listing.values.get(name, ()))
        yield f"`{within}{name}`", f"*ignorée* : {words}", known


def _vintage(source: Source, lines: list[Line]) -> str:
    """Its own, else the one its document's name ends with: a source may be imported in any of several vintages."""
    document = next((line.document for line in lines if line.document.startswith(source.name)), source.name)
    return source.issued or document.removeprefix(source.name).strip("-") or "non dit"


def _title(source: Source) -> str:
    return _words(source.title[0])


def _anchor(heading: str) -> str:
    """The anchor a site of code gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _words(text: str) -> str:
    """Words of a source that are the same for every vintage: without the places a vintage fills in."""
    return text.replace(" {name}", "").replace(", version {version}", "")


def _number(number: int) -> str:
    return f"{number:_}".replace("_", " ")
