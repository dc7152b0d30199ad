"""Names: the namespaces, the one prefix table, and IRI <-> CURIE. Nothing comes in; names go out."""

from __future__ import annotations

import re
from typing import Final

BASE: Final = "https://w3id.org/maillage/"
MLG: Final = BASE + "def#"
DEF: Final = BASE + "def/"
ID: Final = BASE + "id/"
GRAPH: Final = BASE + "graph/"
SHAPE: Final = BASE + "shape/"
INFERRED: Final = GRAPH + "inferred"

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
SCHEMA: Final = "https://schema.org/"
DCT: Final = "http://purl.org/dc/terms/"
OA: Final = "http://www.w3.org/ns/oa#"
VOID: Final = "http://rdfs.org/ns/void#"
SSSOM: Final = "https://w3id.org/sssom/"
SH: Final = "http://www.w3.org/ns/shacl#"
EDTF: Final = "http://id.loc.gov/datatypes/edtf/EDTF"

SCHEMES: Final = (
    "role",
    "modality",
    "status",
    "certainty",
    "standing",
    "reason",
    "origin",
    "relation",
    "theme",
    "indicator",
    "amountKind",
    "documentType",
    "careCategory",
    "legalStatus",
    "groupingNature",
    "competence2021",
)
KINDS: Final = {
    "body": "organisation",
    "arr": "arrangement",
    "terr": "territory",
    "person": "person",
    "group": "group",
    "family": "family",
    "doc": "document",
    "claim": "claim",
    "quotation": "quotation",
    "coordination": "coordination",
}
#: The only prefix table: files, queries, the command line, pages and exports read it, in this order.
PREFIXES: Final[dict[str, str]] = {
    "mlg": MLG,
    **{scheme: f"{DEF}{scheme}/" for scheme in SCHEMES},
    **{prefix: f"{ID}{kind}/" for prefix, kind in KINDS.items()},
    "graph": GRAPH,
    "shape": SHAPE,
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "xsd": XSD,
    "skos": SKOS,
    "dct": DCT,
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": OA,
    "schema": SCHEMA,
    "cv": "http://data.europa.eu/m8g/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "sh": SH,
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "igeo": "http://rdf.insee.fr/def/geo#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "vann": "http://purl.org/vocab/vann/",
    "bibo": "http://purl.org/ontology/bibo/",
    "void": VOID,
    "sssom": SSSOM,
    "semapv": "https://w3id.org/semapv/vocab/",
    "wd": "http://www.wikidata.org/entity/",
    "nuts": "http://data.europa.eu/nuts/code/",
    "ror": "https://ror.org/",
}

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.\-]*[A-Za-z0-9_\-])?\Z")
_BY_LENGTH = sorted(PREFIXES.items(), key=lambda item: -len(item[1]))


def is_local_name(local: str) -> bool:
    """Whether `local` can stand after a prefix without escapes (a safe part of Turtle's PN_LOCAL)."""
    return _LOCAL.match(local) is not None


def curie(iri: str) -> str:
    """The CURIE of `iri`, or `iri` itself when no prefix of the table fits."""
    for prefix, namespace in _BY_LENGTH:
        if iri.startswith(namespace) and is_local_name(iri[len(namespace) :]):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def expand(name: str) -> str | None:
    """The IRI of a CURIE of the table (or of an `<IRI>` or bare http IRI); None when it is neither."""
    if name.startswith("<") and name.endswith(">"):
        name = name[1:-1]
    if re.match(r"https?://[^\s<>\"{}|\\^`]+\Z", name):
        return name
    prefix, colon, local = name.partition(":")
    if colon and prefix in PREFIXES and local and not re.search(r"[\s<>\"{}|\\^`]", local):
        return PREFIXES[prefix] + local
    return None


def sparql_prologue() -> str:
    """PREFIX lines for every prefix of the table, for SPARQL typed by hand."""
    return "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())
