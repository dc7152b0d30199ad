"""Build beside rdflib: the same files come in; seconds and peak memory of each, and their ratio, go out.

    python benchmarks/build.py [--graph DIR] [--runs 3]

Each run is a process of its own; the sides take turns (A B A B ...), so that a machine whose speed drifts slows all.
What rdflib does here is only the loading, one named graph a file, as a user without Maillage would; `maillage` also
merges the files into the default graph, bounds dates, derives and validates. The last side opens a build kept on disk
and asks it a question, which is what a user does each time after the first.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HEAD = "import json, resource, sys, time; from pathlib import Path; start = time.perf_counter()\n"
TAIL = (
    "\nprint(json.dumps({'seconds': time.perf_counter() - start, "
    "'mib': resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 'triples': count}))"
)
SIDES = {
    "maillage: load only": (
        "from maillage.pipeline.load import load; from maillage.places import find_places\n"
        "loaded = load(find_places().with_graph(Path(sys.argv[1]))); count = len(loaded.store)"
    ),
    "maillage: load, bounds, rules": (
        "from maillage.pipeline.build import build; from maillage.places import find_places\n"
        "built = build(find_places().with_graph(Path(sys.argv[1]))); count = len(built.store)"
    ),
    "maillage: the same, and validate": (
        "from maillage.pipeline.build import build; from maillage.places import find_places\n"
        "built = build(find_places().with_graph(Path(sys.argv[1]))); built.findings(); count = len(built.store)"
    ),
    "maillage: open a kept build, ask one question": (
        "from maillage import open_graph\n"
        "g = open_graph(store=sys.argv[2]); g.ask('contracts', territory='terr:departement-54')\n"
        "count = len(g.built.store)"
    ),
    "rdflib: load only": (
        "import rdflib\ndata = rdflib.Dataset(default_union=True)\n"
        "for path in sorted(Path(sys.argv[1]).rglob('*.ttl')):\n"
        "    data.graph(rdflib.URIRef(path.absolute().as_uri())).parse(path, format='turtle')\n"
        "count = len(data)"
    ),
}


def run(code: str, graph: Path, kept: Path) -> dict[str, float]:
    """One process; its own account of time and memory."""
    command = [sys.executable, "-c", HEAD + code + TAIL, str(graph), str(kept)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    answer: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return answer


def main() -> None:
    """Measure and print a markdown table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--graph", type=Path, default=Path(__file__).resolve().parents[1] / "graph")
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    seen: dict[str, list[dict[str, float]]] = {name: [] for name in SIDES}
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        kept = Path(folder) / "kept"
        build = [sys.executable, "-m", "maillage", "build", "--graph", str(arguments.graph), "-o", str(kept)]
        subprocess.run(build, capture_output=True, check=True)
        for _ in range(arguments.runs):
            for name, code in SIDES.items():
                seen[name].append(run(code, arguments.graph, kept))
    middle = {
        name: (statistics.median(r["seconds"] for r in runs), statistics.median(r["mib"] for r in runs))
        for name, runs in seen.items()
    }
    seconds, mib = middle["rdflib: load only"]
    print(f"{arguments.runs} runs each, medians\n")
    print("| | seconds | peak MiB | time against rdflib | memory against rdflib |\n|---|---|---|---|---|")
    for name, (s, m) in middle.items():
        print(f"| {name} | {s:.2f} | {m:.0f} | {s / seconds:.2f} | {m / mib:.2f} |")


if __name__ == "__main__":
    main()
