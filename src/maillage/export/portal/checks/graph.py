"""The graph in its forms: a bundle comes in; whether they say the same, and what no file describes, go out."""

from __future__ import annotations

import gzip
import html
import re
from collections.abc import Iterable, Iterator

from maillage.errors import MaillageError
from maillage.export.portal.checks.card import Line, judged, lacking
from maillage.export.portal.checks.opened import DUMP, Bundle
from maillage.terms import BASE
from maillage.things.rdf import Literal, NamedNode, Quad, triple_of

_FORMS = ("data/maillage.ttl", "data/maillage.trig", "data/maillage.rdf", "data/maillage.jsonld")
_PACKED = ("data/maillage.ttl.gz", "data/maillage.trig.gz", "data/maillage.nq.gz")
_DESCRIBING = ("catalog.ttl", "catalog-datagouv.ttl", "void.ttl", "service.ttl", "queries/questions.ttl")
#: Endings of the texts in which IRIs stand, beside RDF; and those of the project's own addresses that are no files.
_NAMING = (
    *(".csv", ".geojson", ".gexf", ".graphml", ".json", ".ndjson", ".html", ".md", ".tsv", ".txt", ".rq", ".cff"),
    *("context.jsonld", "dataset.jsonld", "catalog.jsonld", "catalog.rdf", ".svg"),
)
_OURS = re.compile(re.escape(BASE) + r"[A-Za-z0-9._~/#%:@!$&'*+=-]*[A-Za-z0-9_~%/#]")
#: A mapping set describes itself.
_SET = re.compile(r"^# *mapping_set_id: (\S+)$", re.MULTILINE)
_AGAIN = ("Refaites le dossier : maillage export portal.", "Make the folder again: maillage export portal.")


def graph(bundle: Bundle) -> list[Line]:
    """The lines of this family."""
    whole = _digest(bundle.dump)
    other: list[str] = []
    for path in filter(bundle.has, _FORMS):
        try:
            if _digest(bundle.quads(path)) != whole:
                other.append(path)
        except MaillageError as error:
            other.append(str(error))
    packed = [
        path
        for path in filter(bundle.has, _PACKED)
        if gzip.decompress(bundle.data(path)) != bundle.data(path.removesuffix(".gz"))
    ]
    return [
        judged("graph", ("chaque forme dit le même graphe", "every form says the same graph"), lacking(other), _AGAIN),
        judged("graph", ("chaque .gz est son fichier", "every .gz is its file"), lacking(packed), _AGAIN),
        *described(bundle),
    ]


def described(bundle: Bundle) -> list[Line]:
    """The line of the IRIs that no file describes."""
    return [
        judged(
            "graph",
            ("chaque IRI du projet est décrite dans le dossier", "every IRI of the project is described in the folder"),
            lacking(_undescribed(bundle)),
            (
                "Décrivez-les dans graph/ ou ontology/, puis refaites le dossier.",
                "Describe them in graph/ or ontology/, then make the folder again.",
            ),
        ),
    ]


def _digest(quads: Iterable[Quad]) -> tuple[int, int]:
    """How many facts the merge has, and a number that hardly any other graph has.

    A blank node counts as any other: two forms may name it differently.
    """
    seen: set[tuple[object, ...]] = set()
    for quad in quads:
        fact = triple_of(quad)
        seen.add((fact.subject, fact.predicate, fact.object))
    total = 0
    for terms in seen:
        total += hash(tuple(str(term) if isinstance(term, NamedNode | Literal) else "[]" for term in terms))
    return len(seen), total & (2**64 - 1)


def _expanded(text: str) -> Iterator[str]:
    """The IRIs of the project that a mapping set names by CURIEs."""
    spaces = dict(re.findall(r"^# *([\w.-]+): (\S+)$", text, re.MULTILINE))
    for line in text.splitlines():
        prefix, colon, local = line.partition("\t")[0].partition(":")
        if colon and spaces.get(prefix, "").startswith(BASE):
            yield spaces[prefix] + local


def _undescribed(bundle: Bundle) -> Iterator[str]:
    """IRIs of the project that some file names and none describes."""
    described: set[str] = set()
    named: dict[str, str] = {}
    paths = [DUMP, *_DESCRIBING, *(p for p in bundle.files if p.startswith("ontology/") and p.endswith(".ttl"))]
    for path in filter(bundle.has, paths):
        quads = bundle.dump if path == DUMP else bundle.quads(path)
        for quad in quads:
            fact = triple_of(quad)
            if isinstance(fact.subject, NamedNode):
                described.add(fact.subject.value)
            terms = (fact.predicate, fact.object, quad.graph_name)
            for term in terms:
                if isinstance(term, NamedNode) and term.value.startswith(BASE):
                    named.setdefault(term.value, path)
    for path in bundle.files:
        if path.endswith(_NAMING):
            text = html.unescape(bundle.text(path)) if path.endswith(".html") else bundle.text(path)
            for found in {*_OURS.findall(text), *(_expanded(text) if path.endswith(".sssom.tsv") else ())}:
                named.setdefault(found, path)
            if path.endswith(".sssom.tsv"):
                described.update(_SET.findall(text))
    for name, path in named.items():
        space = name.endswith(("/", "#"))
        if name not in described and not space and bundle.path_of(name) is None:
            yield f"{name} ({path})"
