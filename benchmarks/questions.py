"""What a question costs: each is asked with its examples of the country and of a graph ten times as large.

    python benchmarks/questions.py [--graph DIR] [--country-only] [QUESTION ...]

In memory and kept on disk, beside its bare pattern (bare.py) and, on the small graph of the tests, beside rdflib. The
larger graph is ten copies of the country (tenfold.py); what takes a second there in memory is not asked of it kept. A
time is the best of three, or of fewer where they take long. Each store is asked in a process of its own, which is
stopped where an answer takes too long: Oxigraph itself cannot be.
"""

from __future__ import annotations

import argparse
import contextlib
import math
import multiprocessing
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox
import rdflib
from bare import bare_pattern
from tenfold import tenfold

import maillage
from maillage.asking.catalogue import Catalogue, Query
from maillage.places import find_places
from maillage.store.embedded import Oxigraph, dump_n_triples

ROOT = Path(__file__).resolve().parents[1]
#: Seconds after which Oxigraph's answer, and rdflib's, is given up; seconds for all of rdflib's.
LONGEST, RDFLIB_LONGEST, RDFLIB_BUDGET = 20.0, 2.0, 120.0
#: What a parameter that is an IRI may stand for beside one thing.
KINDS = ("owl:Class", "skos:ConceptScheme")


@dataclass
class Asked:
    """A question with some of its examples, and what was measured: the name of a measure -> milliseconds."""

    question: Query
    names: tuple[str, ...]
    sparql: str
    rows: int = 0
    rows_x10: int = 0
    ms: dict[str, float] = field(default_factory=dict)

    @property
    def about(self) -> str:
        """What is asked about: one thing, an area, or neither."""
        given = [self.question.params[name] for name in (*self.question.required, *self.names)]
        iris = [p for p in given if p.type == "iri" and p.scheme is None and p.of not in KINDS]
        if any(p.of != "mlg:Territory" for p in iris):
            return "one thing"
        return "an area" if iris else "a kind, a date or a word"

    def ratio(self, measure: str, to: str) -> float:
        """How many times longer one measure is than another; none where one was not taken."""
        return self.ms.get(measure, math.nan) / self.ms.get(to, math.nan)


def asked(questions: Sequence[Query]) -> list[Asked]:
    """Each question with each of its examples alone, and with all of them."""
    out = []
    for question in questions:
        free = [name for name in question.params if name not in question.required]
        chosen = [(name,) for name in free] or [()]
        for names in [*chosen, *([tuple(free)] if len(free) > 1 else [])]:
            given = {name: [question.examples[name]] for name in (*question.required, *names)}
            out.append(Asked(question, names, question.filled(given)))
    return out


def answered(store: Oxigraph, sparql: str) -> tuple[int, float]:
    """The rows of an answer, and its milliseconds: the best of three, or of as many as begin within 200 ms."""
    best, rows, started = math.inf, 0, time.perf_counter()
    for _ in range(3):
        begun = time.perf_counter()
        if begun - started > 0.2:
            break
        rows = sum(1 for _ in store.select(sparql)[1])
        best = min(best, 1000 * (time.perf_counter() - begun))
    return rows, best


def measured(open_store: Callable[[], Oxigraph], queries: Sequence[str]) -> Iterator[tuple[int, float]]:
    """Rows and milliseconds of each query; minus one and the limit where it was stopped."""
    context = multiprocessing.get_context("fork")
    done = 0
    while done < len(queries):
        here, there = context.Pipe(duplex=False)

        def child(left: Sequence[str] = queries[done:], there: object = there) -> None:
            store = open_store()
            for sparql in left:
                there.send(answered(store, sparql))  # type: ignore[attr-defined]

        process = context.Process(target=child)
        process.start()
        there.close()
        while done < len(queries) and here.poll(LONGEST):
            yield here.recv()
            done += 1
        process.terminate()
        process.join()
        if done < len(queries):
            yield -1, 1000 * LONGEST
            done += 1


def measure(name: str, all_asked: Sequence[Asked], open_store: Callable[[], Oxigraph]) -> None:
    """Take one measure of all."""
    begun = time.perf_counter()
    for one, (rows, ms) in zip(all_asked, measured(open_store, [one.sparql for one in all_asked]), strict=True):
        one.ms[name] = ms
        if name == "memory":
            one.rows = rows
        elif name == "memory x10":
            one.rows_x10 = rows
    told(f"{name}: {len(all_asked)} answers", begun)


def measure_bare(name: str, all_asked: Sequence[Asked], open_store: Callable[[], Oxigraph]) -> None:
    """Take the time of the bare pattern of all that have one."""
    patterns = [(one, bare) for one in all_asked if (bare := bare_pattern(one.sparql))]
    for (one, _), (_, ms) in zip(patterns, measured(open_store, [bare for _, bare in patterns]), strict=True):
        one.ms[name] = ms


def kept(store: Oxigraph, folder: Path) -> Path:
    """The same store on disk, as `maillage build -o` keeps it: loaded at once."""
    quads = folder / "quads.nq"
    store._store.dump(str(quads), ox.RdfFormat.N_QUADS)
    written = ox.Store(str(folder / "store"))
    written.bulk_load(path=str(quads), format=ox.RdfFormat.N_QUADS)
    written.flush()
    quads.unlink()
    return folder / "store"


class TooSlow(Exception):
    """rdflib was stopped before it answered."""


@contextlib.contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Stop what runs inside after so many seconds, with TooSlow."""

    def stop(*_: object) -> None:
        raise TooSlow

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def measure_rdflib(all_asked: Sequence[Asked]) -> None:
    """The small graph of the tests, by Oxigraph and by rdflib; what rdflib does not end counts as the limit."""
    sys.path.insert(0, str(ROOT / "tests"))
    from small import make_small  # a module beside the tests, in no package

    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        places = make_small(find_places(ROOT), Path(folder) / "graph")
        store = maillage.open_graph(places.graph, start=ROOT).built.store
    measure("small", all_asked, lambda: store)
    graph = rdflib.Graph().parse(data=dump_n_triples(store.triples()), format="nt")
    started = time.perf_counter()
    for one in all_asked:
        if time.perf_counter() - started > RDFLIB_BUDGET:
            break
        asked_at = time.perf_counter()
        with contextlib.suppress(TooSlow), at_most(RDFLIB_LONGEST):
            list(graph.query(one.sparql))
        one.ms["rdflib"] = 1000 * (time.perf_counter() - asked_at)
    told("rdflib", begun)


def told(what: str, begun: float) -> None:
    """Say what was done, and in how many seconds."""
    print(f"{what} in {time.perf_counter() - begun:.0f} s", file=sys.stderr, flush=True)


def number(value: float, digits: int = 1) -> str:
    """A figure of the table; nothing where it was not measured."""
    return "" if math.isnan(value) else f"{value:,.{digits}f}" if value < 100 else f"{value:,.0f}"


def table(all_asked: Sequence[Asked]) -> Iterator[str]:
    """The markdown table of all."""
    yield (
        "| question | given | about | rows | bare | memory | times | bare, kept | kept | times | rows x10 | memory x10 "
        "| growth | kept x10 | growth | small | rdflib | times |"
    )
    yield "|---|---|---|" + "---:|" * 15
    for one in all_asked:
        cells = [one.question.name, " ".join(one.names) or "-", one.about, f"{one.rows:,}"]
        for ms, ratio in (
            (("bare", "memory"), ("memory", "bare")),
            (("bare, kept", "kept"), ("kept", "bare, kept")),
            (("memory x10",), ("memory x10", "memory")),
            (("kept x10",), ("kept x10", "kept")),
            (("small", "rdflib"), ("rdflib", "small")),
        ):
            cells += [f"{one.rows_x10:,}"] if ms == ("memory x10",) else []
            cells += [*(number(one.ms.get(name, math.nan)) for name in ms), number(one.ratio(*ratio))]
        yield f"| {' | '.join(cells)} |"


def summary(all_asked: Sequence[Asked]) -> Iterator[str]:
    """How many keep the aim, by what is asked about."""

    def share(those: Sequence[Asked], measure: str, to: str, keeps: Callable[[float], bool]) -> str:
        known = [ratio for one in those if not math.isnan(ratio := one.ratio(measure, to))]
        return f"{sum(map(keeps, known))} of {len(known)}"

    for about in ("one thing", "an area", "a kind, a date or a word"):
        those = [one for one in all_asked if one.about == about]
        bare = [share(those, *pair, lambda ratio: ratio <= 10) for pair in (("memory", "bare"), ("kept", "bare, kept"))]
        same = [one for one in those if one.rows_x10 == one.rows]
        grown = [share(same, f"{where} x10", where, lambda ratio: ratio < 2) for where in ("memory", "kept")]
        yield (
            f"About {about}: within 10 times the bare pattern {bare[0]} in memory, {bare[1]} kept; "
            f"of those with the same rows on ten times the graph, less than twice as long there {grown[0]} in memory, "
            f"{grown[1]} kept."
        )
    yield (
        f"Against rdflib: at least 10 times faster {share(all_asked, 'rdflib', 'small', lambda r: r >= 10)}, "
        f"50 times {share(all_asked, 'rdflib', 'small', lambda r: r >= 50)}."
    )


def main() -> None:
    """Measure, and print the table and its summary."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--graph", type=Path, default=ROOT / "graph")
    parser.add_argument("--country-only", action="store_true", help="leave out the larger graph and rdflib")
    parser.add_argument("question", nargs="*", help="these questions only")
    arguments = parser.parse_args()
    questions = Catalogue(find_places(ROOT)).of("questions")
    all_asked = asked([q for q in questions if not arguments.question or q.name in arguments.question])
    begun = time.perf_counter()
    store = maillage.open_graph(arguments.graph, start=ROOT).built.store
    told("built", begun)
    with tempfile.TemporaryDirectory() as folder:
        for name, copies in (("", 1),) if arguments.country_only else (("", 1), (" x10", 10)):
            begun = time.perf_counter()
            here = store if copies == 1 else tenfold(store, copies)
            (Path(folder) / str(copies)).mkdir()
            on_disk = kept(here, Path(folder) / str(copies))
            told(f"{len(here):,} quads in memory and on disk", begun)
            measure(f"memory{name}", all_asked, lambda here=here: here)  # type: ignore[misc]
            short = [one for one in all_asked if one.ms[f"memory{name}"] < 1000 or copies == 1]
            measure(f"kept{name}", short, lambda path=on_disk: Oxigraph(path))  # type: ignore[misc]
            if copies == 1:
                measure_bare("bare", all_asked, lambda here=here: here)  # type: ignore[misc]
                measure_bare("bare, kept", all_asked, lambda path=on_disk: Oxigraph(path))  # type: ignore[misc]
            del here
    if not arguments.country_only:
        measure_rdflib(all_asked)
    for line in (*table(all_asked), "", *summary(all_asked)):
        print(line)


if __name__ == "__main__":
    main()
