"""Mappings: a built graph comes in; what it says in another vocabulary goes out, as `queries/mappings/` maps it.

The queries of a target are run over the whole graph, or over the part of a place, and what they give is one graph. Each
file says it whole; the same input gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from maillage.asking.catalogue import Catalogue, Query
from maillage.errors import MaillageError
from maillage.export.context import prefixes_for
from maillage.export.part import part_of
from maillage.export.rdf import FORMATS, context_file, written_as
from maillage.pipeline.build import Build
from maillage.store.embedded import Oxigraph
from maillage.terms import GRAPH, PREFIXES
from maillage.things.files import write_together
from maillage.things.rdf import NamedNode, Quad, Triple

#: The formats of one graph: a mapping has no named ones.
PLAIN = ("turtle", "ntriples", "jsonld", "rdfxml")
_PREFIX = re.compile(r"^PREFIX (\w+): <([^<>]+)>", re.M)


def targets(catalogue: Catalogue) -> dict[str, list[Query]]:
    """What the graph can be said in -> the queries that map it, both sorted by name."""
    queries = catalogue.of("mappings")
    names = sorted({to for query in queries for to in query.targets})
    return {name: [query for query in queries if name in query.targets] for name in names}


def queries_to(catalogue: Catalogue, to: str) -> list[Query]:
    """The queries that map to a vocabulary.

    Raises
    ------
    MaillageError
        When none does.
    """
    known = targets(catalogue)
    if to not in known:
        raise MaillageError(
            f"no query of queries/mappings maps to '{to}'.", fix=f"Choose among {', '.join([*known, 'owl'])}."
        )
    return known[to]


def mapped(built: Build, to: str, territory: str | None = None) -> list[Triple]:
    """What the graph says in another vocabulary, each fact once, sorted.

    Parameters
    ----------
    to:
        A target of the mappings (``cpov``, ``org``, ``schema``, ``prov``).
    territory:
        The IRI of a territory: only its part is mapped (`maillage.export.part`).

    Raises
    ------
    MaillageError
        For a target that no query maps to.
    """
    queries = queries_to(built.catalogue, to)
    store = built.store
    if territory is not None:
        store = Oxigraph()
        store.extend(part_of(list(built.loaded.quads()), territory))
    return sorted({triple for query in queries for triple in store.construct(query.text)}, key=str)


def prefixes_of(queries: Sequence[Query]) -> dict[str, str]:
    """The project's prefixes and those the queries declare beyond them."""
    return {**PREFIXES, **{name: space for query in queries for name, space in _PREFIX.findall(query.text)}}


def export_mapped(
    built: Build,
    folder: Path,
    to: str,
    *,
    formats: Sequence[str] = (),
    territory: str | None = None,
    place: str = "",
) -> tuple[list[Path], list[Path]]:
    """Write the graph in another vocabulary into a folder, in each format, and a page that says what is there.

    Files of the same names are replaced, all of them or none; other files of the folder are left alone. Parameters and
    result are those of `maillage.export.rdf.export_rdf`.

    Raises
    ------
    MaillageError
        For an unknown target, a format that is none or of named graphs, or a folder that cannot be written.
    """
    queries = queries_to(built.catalogue, to)
    wanted = list(formats) or list(PLAIN)
    for name in wanted:
        if name not in PLAIN:
            what = "has named graphs, and a mapping is one graph" if name in FORMATS else "is no RDF format"
            raise MaillageError(f"'{name}' {what}.", fix=f"Choose among {', '.join(PLAIN)}.")
    graph = NamedNode(f"{GRAPH}as/{to}")
    quads = [Quad(t.subject, t.predicate, t.object, graph) for t in mapped(built, to, territory)]
    prefixes = prefixes_of(queries)
    names = prefixes_for(quads, prefixes) if "jsonld" in wanted else {}
    files = {name: f"maillage-{to}{Path(FORMATS[name]).suffix}" for name in wanted}
    contents = {files[name]: written_as(name, quads, names, prefixes) for name in wanted}
    if "jsonld" in wanted:
        contents[f"context-{to}.jsonld"] = context_file(names)
    contents[f"maillage-{to}.md"] = _page(to, queries, list(files.values()), place or territory or "").encode()
    written = write_together(folder, contents)
    return written, sorted(path for path in folder.iterdir() if path.name not in contents)


_KEPT = """Une affirmation prévue, niée ou seulement suggérée n'est pas dite comme un fait ; une affirmation déduite
porte une remarque qui le dit. Une année reste une année là où le vocabulaire l'admet, sinon elle est écrite en toutes
lettres : aucun jour n'est inventé.

*A claim that is planned, denied or only suggested is not told as a fact; a deduced one bears a remark that says so. A
year stays a year where the vocabulary takes one, else it is written in words: no day is made up.*
"""


def _page(to: str, queries: Sequence[Query], files: Sequence[str], place: str) -> str:
    """What the files hold, by the titles of the queries that made them."""
    part = [f"Une partie seulement / *a part only*: {place}.", ""] if place else []
    rows = [
        f"- {q.words('title', 'fr')} / *{q.words('title', 'en')}* (`queries/mappings/{q.name}.rq`)" for q in queries
    ]
    head = [f"# Maillage : {to}", "", ", ".join(f"`{name}`" for name in files), ""]
    return "\n".join([*head, *part, *rows, "", _KEPT])
