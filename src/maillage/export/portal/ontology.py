"""What the files of the ontology are in a bundle, and the versions that its parts name; its folder comes in."""

from __future__ import annotations

from pathlib import Path

from maillage.export.ontology import PARTS
from maillage.terms import OWL
from maillage.things.rdf import NamedNode
from maillage.things.turtle import read_turtle

_VERSIONS = {OWL + name for name in ("versionIRI", "priorVersion", "backwardCompatibleWith", "incompatibleWith")}


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
    if name.startswith("example/"):
        return "Un exemple que des termes citent", "An example that terms point to"
    if name.endswith(".html"):
        return "La référence de l'ontologie, à lire", "The reference of the ontology, to be read"
    if name.endswith(".svg"):
        return "La marque", "The mark"
    fr, en = PARTS[name.partition(".")[0]]
    return f"Ontologie : {fr}", f"Ontology: {en}"
