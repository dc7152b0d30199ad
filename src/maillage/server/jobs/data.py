"""Linked data: an IRI comes in; triples go out."""

from __future__ import annotations

from contextlib import suppress
from urllib.parse import quote

from maillage.asking.profiles import profile_triples, profiles_of
from maillage.errors import NotFoundError
from maillage.server.jobs.task import Task, formed, known, outside_of
from maillage.store.results import TooLarge, Written, serialized
from maillage.terms import BASE, GRAPH, ID
from maillage.things.rdf import Triple
from maillage.things.text import printable


def data(task: Task) -> Written:
    """What the profile of a thing's kind says of it, as triples."""
    iri, built = known(task), task.graph.built
    triples = profile_triples(iri, profiles_of(iri, built.catalogue, built.store, built.names), built.store)
    return formed(serialized(triples, task.head["accept"][0]) if task.head["accept"] else None)


def file(task: Task) -> Written:
    """The named graph of a file, as triples."""
    iri = task.text
    if outside_of(task.graph) is not None:
        raise NotFoundError("the facts are at an engine of others, without their files.", fix="Ask at /sparql.")
    triples: list[Triple] = []
    with suppress(ValueError):  # no IRI at all
        triples = sorted(task.graph.built.store.triples(iri), key=str)
    if not triples:
        near = sorted(name for name in task.graph.built.store.sizes() if name.startswith(GRAPH))
        offered = [name for name in near if name.rpartition("/")[2][:4] == iri.rpartition("/")[2][:4]] or near
        raise NotFoundError(f"there is no graph {printable(iri)}.", fix=f"There are: {', '.join(offered[:5])}.")
    if len(triples) > task.limits.rows:
        raise TooLarge(f"this graph has {len(triples):,} triples.", fix="Take the files: maillage export rdf.")
    return formed(serialized(triples, task.head["accept"][0]) if task.head["accept"] else None)


_VOID = """PREFIX void: <http://rdfs.org/ns/void#>
CONSTRUCT {{
  ?dataset a void:Dataset ; void:sparqlEndpoint <{0}> ; void:uriSpace "{1}" ; void:triples ?triples ;
    void:distinctSubjects ?subjects ; void:classPartition [ void:class ?class ; void:entities ?entities ] ;
    void:propertyPartition [ void:property ?property ; void:triples ?used ] .
}} WHERE {{
  BIND(<{2}dataset> AS ?dataset)
  {{ SELECT (COUNT(*) AS ?triples) (COUNT(DISTINCT ?s) AS ?subjects) {{ ?s ?p ?o }} }}
  UNION {{ SELECT ?class (COUNT(DISTINCT ?s) AS ?entities) {{ ?s a ?class FILTER(ISIRI(?class)) }} GROUP BY ?class }}
  UNION {{ SELECT ?property (COUNT(*) AS ?used) {{ ?s ?property ?o }} GROUP BY ?property }}
}}"""


def void(task: Task) -> Written:
    """What the graph holds, by class and property; the text is the address of the endpoint."""
    endpoint = quote(task.text, safe=":/[]@!$&'()*+,;=~-._")
    triples = task.graph.built.store.construct(_VOID.format(endpoint, ID, BASE))
    return formed(serialized(sorted(triples, key=str), task.head["accept"][0]) if task.head["accept"] else None)


def exists(task: Task) -> Written:
    """Whether a thing is known: nothing, or the nearest ones."""
    return Written("text/plain", known(task).encode(), 1)
