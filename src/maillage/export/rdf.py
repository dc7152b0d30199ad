"""RDF exports: the files and the derived facts come in; Turtle, N-Triples, TriG, N-Quads, JSON-LD and RDF/XML go out.

Facts go from parse to file, never through the store, which rewrites numbers. Each file holds the same graph: reloading
any of them gives it back. Those of named graphs hold each fact once, with the file that states it; a README beside them
says that the default graph is their union. The same input gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from maillage.errors import MaillageError
from maillage.export import jsonld, rdfxml
from maillage.export.context import context_of
from maillage.export.part import part_of
from maillage.pipeline.load import Loaded
from maillage.store.embedded import dump_n_quads, dump_n_triples
from maillage.terms import INFERRED, PREFIXES
from maillage.things.files import write_together
from maillage.things.rdf import NamedNode, Quad, triple_of
from maillage.things.turtle_writer import write_turtle

FORMATS = {
    "turtle": "maillage.ttl",
    "ntriples": "maillage.nt",
    "trig": "maillage.trig",
    "nquads": "maillage.nq",
    "jsonld": "maillage.jsonld",
    "rdfxml": "maillage.rdf",
}
#: A JSON-LD context; prefixes and what they stand for.
Names = dict[str, Any]
Prefixes = Mapping[str, str]
CONTEXT, README, SERVICE = "context.jsonld", "README.md", "service.ttl"
#: The formats with named graphs.
_NAMED = ("trig", "nquads")


def to_turtle(quads: Sequence[Quad], _: Names, prefixes: Prefixes) -> bytes:
    """The merge, in the canonical layout."""
    return write_turtle((triple_of(q) for q in quads), prefixes=prefixes).encode()


def to_trig(quads: Sequence[Quad], _: Names, prefixes: Prefixes) -> bytes:
    """One named graph a file."""
    return bytes(ox.serialize(quads, format=ox.RdfFormat.TRIG, prefixes=dict(prefixes)) or b"")


def to_nquads(quads: Sequence[Quad], _: Names, __: Prefixes) -> bytes:
    """Sorted N-Quads."""
    return dump_n_quads(quads)


def to_ntriples(quads: Sequence[Quad], _: Names, __: Prefixes) -> bytes:
    """The merge, sorted N-Triples."""
    return dump_n_triples(triple_of(q) for q in quads)


def to_rdfxml(quads: Sequence[Quad], _: Names, prefixes: Prefixes) -> bytes:
    """The merge as RDF/XML."""
    return rdfxml.to_rdfxml([triple_of(q) for q in _merged(quads)], dict(prefixes))


def to_jsonld(quads: Sequence[Quad], names: Names, _: Prefixes) -> bytes:
    """The merge as JSON-LD, compacted with the context."""
    return jsonld.to_jsonld([triple_of(q) for q in _merged(quads)], names)


def _merged(quads: Iterable[Quad]) -> list[Quad]:
    return sorted({Quad(q.subject, q.predicate, q.object) for q in quads}, key=str)


_WRITERS: dict[str, Callable[[Sequence[Quad], Names, Prefixes], bytes]] = {
    "turtle": to_turtle,
    "ntriples": to_ntriples,
    "trig": to_trig,
    "nquads": to_nquads,
    "jsonld": to_jsonld,
    "rdfxml": to_rdfxml,
}


def written_as(form: str, quads: Sequence[Quad], names: Names, prefixes: Prefixes = PREFIXES) -> bytes:
    """Facts in one of `FORMATS`; `names` is the JSON-LD context, `prefixes` are those of the other forms."""
    return _WRITERS[form](quads, names, prefixes)


def context(quads: Iterable[Quad]) -> dict[str, Any]:
    """The JSON-LD context of facts."""
    return context_of([triple_of(q) for q in _merged(quads)])


def context_file(names: dict[str, Any]) -> bytes:
    """The JSON-LD context as a file."""
    return (json.dumps({"@context": names}, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


_WHAT = {
    "turtle": ("tous les faits, Turtle", "all facts, Turtle"),
    "ntriples": ("tous les faits, N-Triples", "all facts, N-Triples"),
    "trig": ("un graphe nommé par fichier source, TriG", "one named graph a source file, TriG"),
    "nquads": ("un graphe nommé par fichier source, N-Quads", "one named graph a source file, N-Quads"),
    "jsonld": (f"tous les faits, JSON-LD ; le contexte est {CONTEXT}", f"all facts, JSON-LD; the context is {CONTEXT}"),
    "rdfxml": ("tous les faits, RDF/XML", "all facts, RDF/XML"),
}
_SERVICE = """# Comment lire les graphes nommés / How to read the named graphs: https://www.w3.org/TR/sparql11-service-description/

@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .

[] a sd:Service ;
    sd:feature sd:UnionDefaultGraph .
"""


_TITLE = "# Maillage, export RDF"
_PART = (
    "Une partie seulement : {place}, ses territoires, ce qui leur appartient, ce qui en est dit, ce que cela nomme.\n\n"
    "A part only: {place}, its territories, what belongs to them, what is said of it, and what that names."
)


def _is_ours(readme: Path) -> bool:
    """Whether a README is not there yet, or is that of an export: another's is left alone."""
    return not readme.exists() or readme.read_bytes().startswith(_TITLE.encode())


def _readme(formats: Sequence[str], part: str = "") -> str:
    """What the files of an export are, and how a store is to read those with named graphs."""
    rows = [f"| `{FORMATS[name]}` | {_WHAT[name][0]} | {_WHAT[name][1]} |" for name in FORMATS if name in formats]
    named = [FORMATS[name] for name in _NAMED if name in formats]
    said = (
        "\nDans {files}, chaque fait est une fois, dans le graphe nommé du fichier qui l'énonce "
        "(`{inferred}` : ce que les règles dérivent). Le graphe par défaut est l'union des graphes nommés "
        "(`sd:UnionDefaultGraph`, {service}) : c'est lui que les requêtes du projet lisent. Réglez ainsi votre "
        "entrepôt (Jena TDB2 `tdb2:unionDefaultGraph true`, rdflib `default_union=True`, Virtuoso sans réglage), ou "
        "chargez un fichier sans graphes nommés.\n\n"
        "In {files} each fact stands once, in the named graph of the file that states it (`{inferred}`: what the rules "
        "derive). The default graph is the union of the named graphs (`sd:UnionDefaultGraph`, {service}): it is what "
        "the project's queries read. Set your store so (Jena TDB2 `tdb2:unionDefaultGraph true`, rdflib "
        "`default_union=True`, Virtuoso as it comes), or load a file without named graphs.\n"
    )
    files = ", ".join(f"`{name}`" for name in named)
    return "\n".join(
        [
            _TITLE,
            "",
            *([_PART.format(place=part), ""] if part else []),
            "| fichier / file | contenu | content |",
            "|---|---|---|",
            *rows,
            said.format(files=files, inferred=INFERRED, service=f"`{SERVICE}`"),
        ]
    )


def chosen(loaded: Loaded, derived: bool, territory: str | None) -> set[Quad]:
    """The facts to write, each once."""
    if territory is None:
        return set(loaded.quads(derived))
    part = part_of(list(loaded.quads()), territory)
    return {quad for quad in part if derived or quad.graph_name != NamedNode(INFERRED)}


def export_rdf(
    loaded: Loaded,
    folder: Path,
    *,
    formats: Sequence[str] = (),
    derived: bool = True,
    territory: str | None = None,
    place: str = "",
) -> tuple[list[Path], list[Path]]:
    """Write the graph into a folder in each format, and the JSON-LD context.

    Files of the same names are replaced, all of them or none; other files of the folder are left alone.

    Parameters
    ----------
    derived:
        Whether the facts that rules derive are written too.
    territory:
        The IRI of a territory: only its part is written (`maillage.export.part`), a README says so.
    place:
        What people call that territory.

    Returns
    -------
    (written, others)
        The files written, and the other things met in the folder.

    Raises
    ------
    MaillageError
        For an unknown format, or a folder that is a file or cannot be written.
    """
    wanted = list(formats) or list(FORMATS)
    for name in wanted:
        if name not in FORMATS:
            raise MaillageError(f"there is no RDF format '{name}'.", fix=f"Choose among {', '.join(FORMATS)}.")
    quads = sorted(chosen(loaded, derived, territory), key=str)
    # The context is that of the whole graph, so that a part of it is read by the same program.
    names = context(loaded.quads()) if "jsonld" in wanted else {}
    contents = {FORMATS[name]: written_as(name, quads, names) for name in wanted}
    if "jsonld" in wanted:
        contents[CONTEXT] = context_file(names)
    named = any(name in wanted for name in _NAMED)
    if named:
        contents[SERVICE] = _SERVICE.encode()
    if (named or territory) and _is_ours(folder / README):
        contents[README] = _readme(wanted, (place or territory) if territory else "").encode()
    written = write_together(folder, contents)
    return written, sorted(path for path in folder.iterdir() if path.name not in contents)
