"""The questions as data: queries come in; `sh:SPARQLExecutable`, as outside SPARQL editors read, goes out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from maillage.asking.catalogue import LANGUAGES, Query
from maillage.export.portal.release import Release
from maillage.export.portal.words import DATASET, Heap, text, typed
from maillage.terms import BASE, PREFIXES

HEADER = (
    "# Les questions du projet, en SPARQL 1.1 : chacune répond telle quelle, pour son exemple.\n"
    "# The project's questions, in SPARQL 1.1: each answers as it is, for its example."
)
_PREFIXES = f"{BASE}prefixes"


def question_iri(query: Query) -> str:
    """The IRI of a question."""
    return f"{BASE}question/{query.name}"


def described(queries: Iterable[Query], release: Release, gone: Collection[str] = ()) -> Heap:
    """The description of each question: titles, what it asks, its SPARQL without the header, its keywords.

    Parameters
    ----------
    gone:
        IRIs that are in no file: a parameter whose example is one is left out, and a question that names one.
    """
    heap = Heap()
    whole = heap.say(_PREFIXES)("a", "owl:Ontology")(
        "dct:title", text("Préfixes du projet", "fr"), text("The project's prefixes", "en")
    )
    for prefix, space in PREFIXES.items():
        part = f"{_PREFIXES}#{prefix}"
        whole("sh:declare", part)
        heap.say(part)("a", "sh:PrefixDeclaration")("sh:prefix", text(prefix))("sh:namespace", typed(space, "anyURI"))
    for query in queries:
        sparql = _without(without_header(query.text), gone)
        if any(f"{iri}>" in sparql for iri in gone):
            continue
        tell = heap.say(question_iri(query))("a", "sh:SPARQLExecutable", "sh:SPARQLSelectExecutable")
        for lang in LANGUAGES:
            tell("rdfs:label", text(query.words("title", lang), lang))
            tell("rdfs:comment", text(query.words("question", lang), lang))
        tell("sh:select", text(sparql))("sh:prefixes", _PREFIXES)
        tell("schema:keywords", *(text(tag) for tag in query.tags))("dct:isPartOf", DATASET + release.tag)
        if release.sparql:
            tell("schema:target", release.sparql)
    return heap


def _without(sparql: str, gone: Collection[str]) -> str:
    """A query without the lines of the parameters (``#?name ...``) whose example is gone."""
    lines = sparql.splitlines()
    out = {
        line.split()[0]
        for line in map(str.strip, lines)
        if line.startswith("#?") and any(f"{i}>" in line for i in gone)
    }
    return "\n".join(line for line in lines if line.split()[:1] == [] or line.split()[0] not in out) + "\n"


def without_header(sparql: str) -> str:
    """The query without the lines of its header."""
    return re.sub(r"^#\+.*\n", "", sparql, flags=re.MULTILINE).strip() + "\n"
