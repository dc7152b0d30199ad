"""Freeze answers: a graph and its queries come in; a line an answer goes out: its rows counted, and their SHA-256.

    python tests/questions/freeze.py small            compare the answers on the small graph with the frozen ones
    python tests/questions/freeze.py country NAME ... those of some queries on the whole country
    python tests/questions/freeze.py small --write    freeze them anew (read the difference before you commit it)

Every question, network, check and caveat is asked with every combination of its parameters, each left out, with its
example, and with another value; where these are more than `MOST`, each alone, each pair, and all together. On the
country: none, each alone, all together. A profile is asked of some things of its class. Rows are hashed in order, their
terms as N-Triples; a profile's triples, which have no order, sorted.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import itertools
import multiprocessing
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import maillage
from maillage.asking.catalogue import Query, read_query
from maillage.places import Places, find_places
from maillage.store.embedded import Oxigraph
from maillage.terms import RDF, RDFS, expand
from maillage.things.rdf import NamedNode, Term

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).parent / "frozen"
#: The other value of parameters whose header names none.
SECOND = {"date": "2021-06", "relation_kind": "relation:succeeds", "role": "role:carrier"}
#: The most combinations of a query's parameters that are all asked.
MOST = 81
#: Seconds after which an answer on the country is left out, by its name.
LONGEST = 60.0
KINDS = ("questions", "networks", "checks", "caveats", "profiles")
#: How many things of a profile's class are shown.
THINGS = 4

Values = Mapping[str, str]
Key = tuple[str, str]
Hashed = tuple[int, str]


def second(query: Query, name: str) -> str:
    """The other value of a parameter."""
    parameter = query.params[name]
    return parameter.other or SECOND.get(name) or SECOND[parameter.type]


def combinations(query: Query, whole: bool) -> list[Values]:
    """The values to ask a query with; `whole`: the few that the country is asked with."""
    choices = {name: (query.params[name].example, second(query, name)) for name in query.params}
    least = {name: query.params[name].example for name in query.params if query.params[name].required}
    together = [{name: choices[name][i] for name in choices} for i in (0, 1)]
    alone = [{**least, name: value} for name in choices for value in choices[name]]
    if whole:
        asked = [least, *alone, *together]
    elif 3 ** len(choices) <= MOST:
        each = [[(name, v) for v in (None, *choices[name])[query.params[name].required :]] for name in choices]
        asked = [{n: v for n, v in chosen if v is not None} for chosen in itertools.product(*each)]
    else:
        pairs = itertools.combinations(choices, 2)
        paired = [{**least, a: x, b: y} for a, b in pairs for x in choices[a] for y in choices[b]]
        asked = [least, *alone, *paired, *together]
    return list({tuple(sorted(values.items())): values for values in asked}.values())


def value_term(query: Query, name: str, value: str) -> Term:
    """The term of a value; an IRI may be one that the graph does not know."""
    parameter = query.params[name]
    if parameter.type != "iri":
        return parameter.literal(value)
    iri = expand(value)
    assert iri is not None, f"{query.name}: {value} is no CURIE"
    return NamedNode(iri)


def written(values: Values) -> str:
    """The values of an answer as its line names them."""
    return " ".join(f"{name}={value}" for name, value in sorted(values.items()))


def hashed(lines: Iterable[str]) -> Hashed:
    """How many lines, and their SHA-256."""
    count, digest = 0, hashlib.sha256()
    for line in lines:
        count += 1
        digest.update(line.encode() + b"\n")
    return count, digest.hexdigest()


def select(store: Oxigraph, sparql: str) -> Hashed:
    """The rows of an answer, counted and hashed in order."""
    _, rows = store.select(sparql)
    return hashed("\t".join("" if term is None else str(term) for term in row) for row in rows)


def construct(store: Oxigraph, sparql: str) -> Hashed:
    """The triples of a profile, counted and hashed in the order of their text."""
    return hashed(sorted({str(triple) for triple in store.construct(sparql)}))


def shown(store: Oxigraph, query: Query) -> list[str]:
    """Some things of a profile's class: those whose hashes come first, so that they are of all sorts."""
    kind = expand(str(query.header["of"])) or ""
    things = {t.subject.value for t in store.values(None, RDF + "type", None if kind == RDFS + "Resource" else kind)}
    return sorted(things, key=lambda iri: hashlib.sha256(iri.encode()).digest())[:THINGS]


def queries_of(places: Places, only: Sequence[str] = ()) -> list[Query]:
    """The queries to ask: all, or those of these names, of whatever kind."""
    paths = [(path, kind) for kind in KINDS for path in sorted((places.queries / kind).glob("*.rq"))]
    return [read_query(path, kind) for path, kind in paths if not only or path.stem in only]


def asked(store: Oxigraph, query: Query, whole: bool) -> Iterator[tuple[Key, str]]:
    """Each answer of a query to freeze: its name, and the SPARQL that gives it."""
    if query.kind == "profiles":
        for thing in shown(store, query):
            yield (f"profiles/{query.name}", thing), query.filled({"this": [NamedNode(thing)]})
        return
    for values in combinations(query, whole):
        terms = {name: [value_term(query, name, value)] for name, value in values.items()}
        yield (f"{query.kind}/{query.name}", written(values)), query.filled(terms)


def answers(
    store: Oxigraph, queries: Iterable[Query], whole: bool, stop: bool
) -> Iterator[tuple[Key, str, str, float]]:
    """Each answer: its name, its rows and their hash as text, and the seconds it took.

    With `stop`, an answer that takes too long is stopped, and told as "-".
    """
    for query in queries:
        how = construct if query.kind == "profiles" else select
        for key, sparql in asked(store, query, whole):
            rows, digest, seconds = (limited if stop else timed)(how, store, sparql)
            yield key, str(rows), digest, seconds


def timed(how: Callable[[Oxigraph, str], Hashed], store: Oxigraph, sparql: str) -> tuple[int | str, str, float]:
    """The rows of an answer, their hash, and the seconds it took."""
    begun = time.perf_counter()
    rows, digest = how(store, sparql)
    return rows, digest, time.perf_counter() - begun


def limited(how: Callable[[Oxigraph, str], Hashed], store: Oxigraph, sparql: str) -> tuple[int | str, str, float]:
    """The same, asked in a child process, which is stopped after `LONGEST` seconds: Oxigraph itself cannot be."""
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=lambda: there.send(timed(how, store, sparql)))
    child.start()
    there.close()
    try:
        answer: tuple[int | str, str, float] = here.recv() if here.poll(LONGEST) else ("-", "-", LONGEST)
        return answer
    except EOFError:
        raise RuntimeError(f"this query failed:\n{sparql}") from None
    finally:
        child.terminate()
        child.join()


def read(path: Path) -> dict[Key, tuple[str, str]]:
    """The frozen answers of a file."""
    with path.open(encoding="utf-8", newline="") as file:
        return {(query, values): (rows, digest) for query, values, rows, digest in csv.reader(file)}


def write(path: Path, found: Mapping[Key, tuple[str, str]]) -> None:
    """Write the answers, a line each."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([*key, *found[key]] for key in sorted(found))


def open_store(which: str) -> Oxigraph:
    """The graph by its name (the small one of the tests, cut anew, or the whole country), or of a file of N-Triples."""
    if which == "country":
        return maillage.open_graph(start=ROOT).built.store
    if which != "small":
        store = Oxigraph()
        store.add(Path(which).read_bytes(), "urn:facts")
        return store
    sys.path.insert(0, str(ROOT / "tests"))
    from small import make_small  # a module beside the tests, in no package

    with tempfile.TemporaryDirectory() as folder:
        places = make_small(find_places(ROOT), Path(folder) / "graph")
        return maillage.open_graph(places.graph, start=ROOT).built.store


def main() -> int:
    """Compare or write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", help="small, country, or the default.nt of a build of the country")
    parser.add_argument("query", nargs="*", help="these queries only")
    parser.add_argument("--write", action="store_true", help="freeze the answers anew")
    parser.add_argument("--times", action="store_true", help="say what each answer took")
    arguments = parser.parse_args()
    whole = arguments.graph != "small"
    path = FOLDER / ("country.csv" if whole else "small.csv")
    frozen = read(path) if path.exists() else {}
    queries = queries_of(find_places(ROOT), arguments.query)
    found: dict[Key, tuple[str, str]] = {}
    differing = 0
    for key, rows, digest, seconds in answers(open_store(arguments.graph), queries, whole, whole and arguments.write):
        found[key] = (rows, digest)
        before = frozen.get(key, ("not frozen", ""))
        differs = before != found[key] and "-" not in (before[0], rows)
        differing += differs
        if arguments.times or differs or rows == "-":
            told = f"{1000 * seconds:9.1f} ms  {key[0]} {key[1]}: {rows} rows"
            print(told + (f", frozen {before[0]}" if differs else ""), flush=True)
    if arguments.write:
        kept = {key: value for key, value in frozen.items() if key[0].split("/")[1] not in arguments.query}
        write(path, {**(kept if arguments.query else {}), **found})
    print(f"{len(found)} answers, {differing} differ from the frozen ones")
    return 1 if differing and not arguments.write else 0


if __name__ == "__main__":
    sys.exit(main())
