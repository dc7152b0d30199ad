"""The ontology as files of a bundle: its folder comes in; its parts in each RDF form, and mappings, go out."""

from __future__ import annotations

from pathlib import Path

from maillage.export import jsonld, rdfxml
from maillage.store.embedded import dump_n_triples
from maillage.terms import OWL, PREFIXES
from maillage.things.blanks import stable_blanks
from maillage.things.rdf import NamedNode
from maillage.things.turtle import read_turtle

_VERSIONS = {OWL + name for name in ("versionIRI", "priorVersion", "backwardCompatibleWith", "incompatibleWith")}
#: The parts, and what each is.
PARTS: dict[str, tuple[str, str]] = {
    "maillage": ("L'ontologie : classes et propriétés", "The ontology: classes and properties"),
    "schemes": ("Les listes de concepts (SKOS)", "The concept schemes (SKOS)"),
    "alignments": ("Les alignements vers d'autres vocabulaires", "The alignments with other vocabularies"),
    "shapes": ("Les formes de validation (SHACL)", "The validation shapes (SHACL)"),
}


def ontology_files(folder: Path) -> dict[str, bytes]:
    """The name of each file and its bytes; the Turtle is the file as it is written, comments and all."""
    files: dict[str, bytes] = {}
    for part in PARTS:
        path = folder / f"{part}.ttl"
        triples = sorted(set(stable_blanks(read_turtle(path).triples, f"{part}-")), key=str)
        files[f"{part}.ttl"] = path.read_bytes()
        files[f"{part}.rdf"] = rdfxml.to_rdfxml(triples, PREFIXES)
        files[f"{part}.jsonld"] = jsonld.to_jsonld(triples, PREFIXES)
        files[f"{part}.nt"] = dump_n_triples(triples)
    for path in sorted((folder / "mappings").glob("*.tsv")):
        files[path.name] = path.read_bytes()
    return files


def versions(folder: Path) -> dict[str, str]:
    """The IRI of each version that the parts name as theirs or an earlier one -> the part it is a version of."""
    out: dict[str, str] = {}
    for part in PARTS:
        for fact in read_turtle(folder / f"{part}.ttl").triples:
            if fact.predicate.value in _VERSIONS and isinstance(fact.object, NamedNode):
                out[fact.object.value] = fact.subject.value
    return dict(sorted(out.items()))


def what(name: str) -> tuple[str, str]:
    """What a file of the ontology is, in French and in English."""
    if name.endswith(".tsv"):
        return "Les correspondances, en SSSOM", "The mappings, as SSSOM"
    return PARTS.get(name.rpartition("/")[2].partition(".")[0], ("Fichier de l'ontologie", "A file of the ontology"))
