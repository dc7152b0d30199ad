"""The ontology as files: the folder ontology/ comes in; its four parts in each RDF form, mappings and examples go out.

Facts go from parse to file; blank nodes are named by their content. Every form of a part holds the same graph, and the
same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from maillage.export import jsonld, rdfxml
from maillage.store.embedded import dump_n_triples
from maillage.terms import PREFIXES
from maillage.things.blanks import stable_blanks
from maillage.things.rdf import Triple
from maillage.things.turtle import read_turtle

#: The parts, and what each is.
PARTS: dict[str, tuple[str, str]] = {
    "maillage": ("classes et propriétés", "classes and properties"),
    "schemes": ("listes de concepts (SKOS)", "lists of concepts (SKOS)"),
    "alignments": ("alignements vers d'autres vocabulaires", "alignments with other vocabularies"),
    "shapes": ("formes de validation (SHACL)", "validation shapes (SHACL)"),
}
#: The ending of each form.
FORMS = (".ttl", ".rdf", ".jsonld", ".nt")
LOGO, README = "logo.svg", "README.md"


def triples_of(path: Path) -> list[Triple]:
    """The triples of a file, sorted, each once; a blank node is named after what is said of it."""
    return sorted(set(stable_blanks(read_turtle(path).triples, f"{path.stem}-")), key=str)


def in_each_form(path: Path) -> dict[str, bytes]:
    """A part of the ontology by the ending of each form; the Turtle is the file as it is written, comments and all."""
    triples = triples_of(path)
    return {
        ".ttl": path.read_bytes(),
        ".rdf": rdfxml.to_rdfxml(triples, PREFIXES),
        ".jsonld": jsonld.to_jsonld(triples, PREFIXES),
        ".nt": dump_n_triples(triples),
    }


def ontology_files(folder: Path) -> dict[str, bytes]:
    """The name of each file to publish and its bytes, the pages for people left out.

    Parameters
    ----------
    folder:
        The folder ontology/ of a checkout or of an installed copy.
    """
    files: dict[str, bytes] = {}
    for part in PARTS:
        files |= {part + ending: data for ending, data in in_each_form(folder / f"{part}.ttl").items()}
    for path in [*sorted((folder / "mappings").glob("*.tsv")), folder / LOGO]:
        files[path.name] = path.read_bytes()
    for kind in ("valid", "derived"):
        for path in sorted((folder / "examples" / kind).glob("*.ttl")):
            files[f"example/{kind}/{path.name}"] = path.read_bytes()
    return files


def readme(pages: Sequence[str], files: Sequence[str]) -> bytes:
    """What each file is for, in French and in English."""
    rows = [f"| `{name}` | à lire ({lang}) | to read ({lang}) |" for name in pages for lang in [name.split(".")[1]]]
    for part, (fr, en) in PARTS.items():
        rows.append(f"| {', '.join(f'`{part}{ending}`' for ending in FORMS)} | {fr} | {en} |")
    rows += [f"| `{name}` | correspondances (SSSOM) | mappings (SSSOM) |" for name in files if name.endswith(".tsv")]
    rows.append("| `example/` | les exemples que les termes citent | the examples that terms point to |")
    rows.append(f"| `{LOGO}` | la marque | the mark |")
    head = (
        "# Maillage, ontologie / ontology\n\n"
        "À servir tel quel sous l'adresse vers laquelle w3id.org redirige ; les règles sont dans les pages, sous "
        "« Adresses et formats ».\n\n"
        "To be served as it is under the address that w3id.org redirects to; the rules stand in the pages, under "
        "“Addresses and formats”.\n\n"
        "| fichier / file | contenu | content |\n|---|---|---|\n"
    )
    return (head + "\n".join(rows) + "\n").encode()
