"""What a worker can be asked to do, by name: a graph, a message and the limits come in; an answer goes out.

All of it runs where nothing can be opened: whatever a job reads is read before the worker is made (`warm`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import quote

from maillage.asking.parsing import parse_words
from maillage.asking.profiles import profile_triples, profiles_of
from maillage.errors import MaillageError, NotFoundError, ParseError
from maillage.export.networks import to_json
from maillage.library import Graph
from maillage.pages.directory import PAGES, read_ahead
from maillage.pages.paths import page_of
from maillage.pages.setting import Served, setting
from maillage.search.kept import finder
from maillage.server.limits import Limits
from maillage.server.typed import names_graphs
from maillage.store.results import ROWS, TRIPLES, Dataset, TooLarge, Written, serialized, written
from maillage.terms import BASE, GRAPH, ID, SKOS
from maillage.things.rdf import Triple
from maillage.things.text import printable

Head = Mapping[str, Any]
#: The queries that answers and pages are made of.
KINDS = ("questions", "networks", "profiles", "caveats")


class NoFormError(MaillageError):
    """An answer that no accepted form can hold."""


@dataclass(frozen=True)
class Work:
    """What a job is given: the graph, the message's head, its text, and the limits."""

    graph: Graph
    head: Head
    text: str
    limits: Limits


def sparql(work: Work) -> Written:
    """A query that a stranger typed, in the form wanted most."""
    try:
        found = written(
            work.graph.built.store,
            work.text,
            work.head["accept"],
            Dataset(work.head["default"], work.head["named"]),
            union=not names_graphs(work.text),
            rows=work.limits.rows,
            size=work.limits.size,
        )
    except ParseError as error:
        what, fix = parse_words(work.text, error.what, ())
        raise ParseError(what, fix=fix or "Mend it there.", line=error.line) from None
    return _formed(found)


def data(work: Work) -> Written:
    """What the profile of a thing's kind says of it, as triples."""
    iri, built = _known(work), work.graph.built
    triples = profile_triples(iri, profiles_of(iri, built.catalogue, built.store, built.names), built.store)
    return _formed(serialized(triples, work.head["accept"][0]) if work.head["accept"] else None)


def page(work: Work) -> Written:
    """A page of `maillage.pages.directory`; of a thing only when something is said of it."""
    head, name = work.head, work.head["page"]
    addresses = Served(head["lang"], head["here"], tuple((key, value) for key, value in head["query"]))
    of = _known(work) if name == "thing" else work.text
    made = PAGES[name](setting(work.graph, head["lang"], addresses), of, head["params"])
    return Written("text/html", made, 1)


def file(work: Work) -> Written:
    """The named graph of a file, as triples."""
    iri = work.text
    triples: list[Triple] = []
    with suppress(ValueError):  # no IRI at all
        triples = sorted(work.graph.built.store.triples(iri), key=str)
    if not triples:
        near = sorted(name for name in work.graph.built.store.sizes() if name.startswith(GRAPH))
        offered = [name for name in near if name.rpartition("/")[2][:4] == iri.rpartition("/")[2][:4]] or near
        raise NotFoundError(f"there is no graph {printable(iri)}.", fix=f"There are: {', '.join(offered[:5])}.")
    if len(triples) > work.limits.rows:
        raise TooLarge(f"this graph has {len(triples):,} triples.", fix="Take the files: maillage export rdf.")
    return _formed(serialized(triples, work.head["accept"][0]) if work.head["accept"] else None)


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


def void(work: Work) -> Written:
    """What the graph holds, by class and property; the text is the address of the endpoint."""
    endpoint = quote(work.text, safe=":/[]@!$&'()*+,;=~-._")
    triples = work.graph.built.store.construct(_VOID.format(endpoint, ID, BASE))
    return _formed(serialized(sorted(triples, key=str), work.head["accept"][0]) if work.head["accept"] else None)


def exists(work: Work) -> Written:
    """Whether a thing is known: nothing, or the nearest ones."""
    return Written("text/plain", _known(work).encode(), 1)


def question(work: Work) -> Written:
    """The rows of a question, as JSON or CSV."""
    given: dict[str, Any] = dict(work.head["params"])
    table = work.graph.ask(work.text, lang=work.head["lang"], **given)
    if len(table) > work.limits.rows:
        raise TooLarge(f"the answer has {len(table):,} rows.", fix="Give a parameter: a territory, a day, a kind.")
    if work.head["form"] == "csv":
        return Written("text/csv", table.to_csv().encode(), len(table))
    told = {
        "question": work.text,
        "title": table.title,
        "rows": json.loads(table.to_json()),
        "notes": list(table.notes),
    }
    if table.missed:
        told["missed"] = table.missed
    return Written("application/json", (json.dumps(told, ensure_ascii=False) + "\n").encode(), len(table))


def search(work: Work) -> Written:
    """What a text may mean, as JSON."""
    found = finder(work.graph.built.names)
    kinds = found.kinds(work.head["kind"]) if work.head["kind"] else None
    hits = found.find(work.text, lang=work.head["lang"], kinds=kinds, limit=work.head["limit"])
    told = {"query": work.text, "results": [{**asdict(hit), "address": page_of(hit.iri) or hit.iri} for hit in hits]}
    return Written("application/json", (json.dumps(told, ensure_ascii=False) + "\n").encode(), len(hits))


def network(work: Work) -> Written:
    """A network of queries/networks/ in the node-link form."""
    given = dict(work.head["params"])
    cut = {name: given.pop(name) for name in ("at", "since", "before", "actor") if name in given}
    found = work.graph.network(work.text, **cut, **given)
    return Written("application/json", to_json(found, work.head["lang"]).encode(), found.number_of_edges())


def _formed(found: Written | None) -> Written:
    if found is None:
        offered = ", ".join((*ROWS, *TRIPLES))
        raise NoFormError("this answer cannot be written in a form that is accepted.", fix=f"Accept one of {offered}.")
    return found


def _known(work: Work) -> str:
    """The IRI asked for, when something is said of it.

    Raises
    ------
    NotFoundError
        Offering the nearest names.
    """
    iri, names = work.text, work.graph.built.names
    with suppress(ValueError):  # no IRI at all
        if next(work.graph.built.store.match(iri), None) is not None:
            return iri
    words = printable(iri.removeprefix(ID).rpartition("/")[2].replace("-", " "))
    near = [(hit.label, address) for hit in finder(names).find(words, limit=5) if (address := page_of(hit.iri))]
    offered = f"Perhaps {'; '.join(f'{label} ({address})' for label, address in near)}." if near else ""
    raise NotFoundError(f"nothing is known of {printable(iri)}.", fix=offered or "Search: /search?q=...")


JOBS: dict[str, Callable[[Work], Written]] = {
    "sparql": sparql,
    "data": data,
    "page": page,
    "file": file,
    "void": void,
    "exists": exists,
    "question": question,
    "search": search,
    "network": network,
}


def warm(graph: Graph, limits: Limits) -> None:
    """Read and remember what the jobs will need, while files can be opened: queries, templates, modules."""
    built = graph.built
    built.catalogue.hold(*KINDS)
    read_ahead()
    seen = next(iter(built.store.values(None, SKOS + "prefLabel")), None)
    if seen is None:
        return
    iri = str(getattr(seen.subject, "value", ""))
    finder(built.names).warm()
    ways = {"accept": ["text/turtle", *ROWS], "lang": "fr", "params": {}, "form": "json", "default": (), "named": ()}
    ways |= {"page": "thing", "here": "/", "query": []}
    done = {
        "data": iri,
        "page": iri,
        "void": BASE,
        "sparql": "ASK {}",
        "question": "classes",
        "network": "arrangements",
    }
    wrong = {"exists": f"{ID}organisation/x", "file": f"{GRAPH}x", "question": "x", "sparql": "ASK {", "network": "x"}
    for name, text in (*done.items(), *wrong.items()):
        with suppress(MaillageError):
            JOBS[name](Work(graph, ways, text, limits))
