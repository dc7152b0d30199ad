"""Mappings: a store with links to other data sets comes in; one SSSOM mapping set goes out, made from its facts.

Each link is a row: our thing and its name, the predicate, theirs, and what its set of links (the named graph it stands
in) says of all of them: how they were found, how sure they are, in which document, on which day. `owl:sameAs` is told
as `skos:exactMatch` and `schema:sameAs` as `skos:closeMatch`, which readers of SSSOM know; the graph itself says
neither, for they would make both ends concepts. See https://mapping-commons.github.io/sssom/.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

import yaml

from maillage.errors import MaillageError
from maillage.export.about import CREATOR
from maillage.naming.names import Names
from maillage.store.port import Store
from maillage.terms import BASE, DCT, MLG, OWL, PREFIXES, RDF, SCHEMA, SSSOM, VOID, curie
from maillage.things.rdf import NamedNode

#: What the graph says -> what the mapping set says.
_MATCHES = {OWL + "sameAs": "skos:exactMatch", SCHEMA + "sameAs": "skos:closeMatch"}
_LICENCE = "https://spdx.org/licenses/etalab-2.0"
_TITLE = {
    "fr": "Maillage : liens des territoires et organismes vers d'autres bases",
    "en": "Maillage: links of territories and bodies to other data sets",
}
_COMMENT = {
    "fr": "Les codes de Wikidata n'ont pas été vérifiés sur Wikidata même : codes et noms sont ceux du graphe. "
    "skos:exactMatch vaut pour owl:sameAs dans le graphe, skos:closeMatch pour schema:sameAs ; une commune et sa "
    "municipalité n'ont qu'un élément de Wikidata.",
    "en": "The Wikidata codes were not checked against Wikidata itself: codes and names are those of the graph. "
    "skos:exactMatch stands for owl:sameAs in the graph, skos:closeMatch for schema:sameAs; a commune and its "
    "municipality have one Wikidata item.",
}
_COLUMNS = (
    "subject_id",
    "subject_label",
    "predicate_id",
    "object_id",
    "mapping_justification",
    "author_label",
    "mapping_source",
    "object_source",
    "mapping_date",
    "confidence",
)
#: Whose IRIs end with a slash, which the prefix table has no use for.
_MORE = {"gn": "https://sws.geonames.org/"}


def to_sssom(store: Store, names: Names, version: str, lang: str = "fr") -> str:
    """The mapping set, as tab-separated values under a header in YAML.

    Parameters
    ----------
    version:
        Of the graph, that of the software that ships it.
    lang:
        Of the names and remarks.

    Raises
    ------
    MaillageError
        When the graph has no set of links.
    """
    rows = sorted(_rows(store, names, lang), key=lambda row: (row["subject_id"], row["object_id"]))
    if not rows:
        raise MaillageError(
            "the graph has no links to other data sets.",
            fix="Ask the graph that ships with Maillage, or run maillage import links into yours.",
        )
    used = {row[name].partition(":")[0] for row in rows for name in _COLUMNS if name != "subject_label"}
    spaces = {**PREFIXES, **_MORE}
    head: dict[str, Any] = {
        "mapping_set_id": f"{BASE}mappings/links",
        "mapping_set_version": version,
        "mapping_set_title": _TITLE[lang],
        "license": _LICENCE,
        "mapping_provider": BASE.rstrip("/"),
        "creator_label": [CREATOR],
        "subject_source": BASE,
        "mapping_tool": "Maillage",
        "mapping_tool_version": version,
        "comment": _COMMENT[lang],
        "curie_map": {prefix: spaces[prefix] for prefix in sorted(used & set(spaces))},
    }
    out = io.StringIO()
    for line in yaml.safe_dump(head, allow_unicode=True, sort_keys=False, width=10**6).splitlines():
        out.write(f"# {line}\n")
    writer = csv.DictWriter(out, _COLUMNS, delimiter="\t", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def in_no_set(store: Store) -> int:
    """How many links stand in no set of links: nothing says how they were found, so the mapping set is without them."""
    said = sum(1 for predicate in _MATCHES for _ in store.values(None, predicate))
    return said - sum(1 for links in _sets(store) for _ in _links(store, links))


def has_links(store: Store) -> bool:
    """Whether the graph has a set of links with a link in it."""
    return any(True for links in _sets(store) for _ in _links(store, links))


def _sets(store: Store) -> list[str]:
    return sorted(triple.subject.value for triple in store.values(None, RDF + "type", VOID + "Linkset"))


def _links(store: Store, links: str) -> Iterator[tuple[str, str, str]]:
    """The links of a set: our thing, the property, theirs."""
    query = f"SELECT ?thing ?says ?there WHERE {{ GRAPH {NamedNode(links)} {{ ?thing ?says ?there }} }}"
    for thing, says, there in store.select(query)[1]:
        if thing is not None and says is not None and there is not None and says.value in _MATCHES:
            yield thing.value, says.value, there.value


def _rows(store: Store, names: Names, lang: str) -> Iterator[dict[str, str]]:
    for links in _sets(store):
        document = _one(store, links, DCT + "source")
        shared = {
            "mapping_justification": curie(_one(store, links, SSSOM + "mapping_justification")),
            "author_label": CREATOR,
            "mapping_source": curie(document),
            "object_source": _one(store, links, VOID + "objectsTarget"),
            "mapping_date": _one(store, document, MLG + "retrieved"),
            "confidence": _one(store, links, SSSOM + "confidence"),
        }
        for thing, says, there in _links(store, links):
            yield {
                "subject_id": curie(thing),
                "subject_label": names.label(thing, lang),
                "predicate_id": _MATCHES[says],
                "object_id": _short(there),
                **shared,
            }


def _one(store: Store, subject: str, predicate: str) -> str:
    """What is said of a thing, or an empty string."""
    return min((triple.object.value for triple in store.values(subject, predicate)), default="")


def _short(iri: str) -> str:
    """The CURIE of what a link leads to."""
    found = next((prefix for prefix, space in _MORE.items() if iri.startswith(space)), None)
    return f"{found}:{iri.removeprefix(_MORE[found])}" if found else curie(iri)
