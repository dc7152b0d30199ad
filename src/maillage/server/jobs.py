"""What a worker can be asked to do, by name: a graph, a message and the limits come in; an answer goes out.

All of it runs where nothing can be opened: whatever a job reads is read before the worker is made (`warm`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import quote

from maillage.asking.parsing import parse_words
from maillage.asking.profiles import profile_triples, profiles_of
from maillage.errors import MaillageError, NotFoundError, ParseError
from maillage.export.networks import to_csv, to_json
from maillage.library import Graph
from maillage.pages.asked import console as editor
from maillage.pages.asked.completion import completion
from maillage.pages.directory import AHEAD, PAGES, read_ahead
from maillage.pages.kit.paths import page_of
from maillage.pages.kit.setting import Served, Setting, setting
from maillage.pages.networks.drawings import drawn, link
from maillage.search.kept import finder
from maillage.server.limits import Limits
from maillage.server.passable import passable
from maillage.server.problems import Problem
from maillage.server.relay import relayed
from maillage.server.typed import names_graphs
from maillage.store.endpoint import Endpoint
from maillage.store.results import ROWS, TRIPLES, Dataset, TooLarge, Written, serialized, written
from maillage.store.talk import EngineError
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
    if (outside := _outside(work.graph)) is not None:
        graphs = [*work.head["default"], *work.head["named"]]
        return _formed(relayed(outside, work.text, work.head["accept"], graphs, work.limits))
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


def console(work: Work) -> Written:
    """The page of the editor with a query that a stranger typed and its answer, or why there is none.

    Raises
    ------
    Refused
        With the page.
    """
    here = _setting(work)
    if (said := work.head.get("fault")) is not None:
        fault = MaillageError(said["what"], fix=said["fix"], line=said["line"])
        raise editor.refused(here, work.text, fault, said["status"])
    try:
        found = sparql(Work(work.graph, {**work.head, "accept": editor.ACCEPTED}, work.text, work.limits))
    except (Problem, EngineError):
        raise
    except MaillageError as error:
        place = re.search(r"\bat (\d+):\d", error.what)
        fault = MaillageError(error.what, fix=error.fix, line=int(place[1]) if place else error.line)
        raise editor.refused(here, work.text, fault, 413 if isinstance(error, TooLarge) else 400) from None
    made = editor.answered(here, work.text, editor.Answered(found.media, found.data, found.rows))
    return Written("text/html", made, found.rows)


def terms(work: Work) -> Written:
    """What the editor completes, as JSON."""
    return Written("application/json", completion(work.graph, work.head["lang"]), 1)


def page(work: Work) -> Written:
    """A page of `maillage.pages.directory`; of a thing only when something is said of it."""
    name = work.head["page"]
    of = _known(work) if name == "thing" else work.text
    return Written("text/html", PAGES[name](_setting(work), of, work.head["params"]), 1)


def _setting(work: Work) -> Setting:
    head = work.head
    addresses = Served(head["lang"], head["here"], tuple((key, value) for key, value in head["query"]))
    return setting(work.graph, head["lang"], addresses)


def file(work: Work) -> Written:
    """The named graph of a file, as triples."""
    iri = work.text
    if _outside(work.graph) is not None:
        raise NotFoundError("the facts are at an engine of others, without their files.", fix="Ask at /sparql.")
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


def explored(work: Work) -> Written:
    """A network as the explorer reads it: the drawing, its links as a table, or all that is said of one link."""
    given, form = dict(work.head["params"]), work.head["form"]
    if form == "json":
        return Written("application/json", drawn(work.graph, work.text, given), 1)
    if form == "csv":
        found = work.graph.network(work.text, **given)
        return Written("text/csv", to_csv(found, work.head["lang"]).encode(), found.number_of_edges())
    ends = [str(given.pop(end, "")) for end in ("source", "target")]
    told = link(work.graph, work.text, (ends[0], ends[1]), work.head["lang"], Served(work.head["lang"]).thing)
    return Written("application/json", json.dumps(told, ensure_ascii=False).encode(), len(told["ties"]))


def _outside(graph: Graph) -> Endpoint | None:
    """The engine of others that holds the facts; None where they are at hand."""
    store: object = graph.built.store
    return store if isinstance(store, Endpoint) else None


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
        if names.types(iri):
            return iri
    words = printable(iri.removeprefix(ID).rpartition("/")[2].replace("-", " "))
    near = [(hit.label, address) for hit in finder(names).find(words, limit=5) if (address := page_of(hit.iri))]
    offered = f"Perhaps {'; '.join(f'{label} ({address})' for label, address in near)}." if near else ""
    raise NotFoundError(f"nothing is known of {printable(iri)}.", fix=offered or "Search: /search?q=...")


JOBS: dict[str, Callable[[Work], Written]] = {
    "sparql": sparql,
    "data": data,
    "page": page,
    "console": console,
    "terms": terms,
    "file": file,
    "void": void,
    "exists": exists,
    "question": question,
    "search": search,
    "network": network,
    "explored": explored,
}


def warm(graph: Graph, limits: Limits) -> None:
    """Read and remember what the jobs will need, while files can be opened: queries, templates, modules."""
    built = graph.built
    built.catalogue.hold(*KINDS)
    read_ahead()
    finder(built.names).warm()
    if _outside(graph) is not None:
        passable("ASK {}")
        return
    seen = next(iter(built.store.values(None, SKOS + "prefLabel")), None)
    if seen is None:
        return
    iri = str(getattr(seen.subject, "value", ""))
    ways = {"accept": ["text/turtle", *ROWS], "lang": "fr", "params": {}, "form": "json", "default": (), "named": ()}
    ways |= {"page": "thing", "here": "/", "query": []}
    done = {
        "data": iri,
        "page": iri,
        "void": BASE,
        "sparql": "ASK {}",
        "question": "classes",
        "network": "arrangements",
        "terms": "",
        "explored": "funding",
    }
    wrong = {"exists": f"{ID}organisation/x", "file": f"{GRAPH}x", "question": "x", "sparql": "ASK {", "network": "x"}
    for name, text in (*done.items(), *wrong.items()):
        with suppress(MaillageError):
            JOBS[name](Work(graph, ways, text, limits))
    for name, text, given in AHEAD:
        with suppress(MaillageError):
            page(Work(graph, {**ways, "page": name, "params": given}, text, limits))
