"""Build beside rdflib: the same files come in; what each step of a build costs goes out.

    python benchmarks/build.py [--graph DIR] [--runs 3]

What rdflib does here is only the loading, one named graph a file, as a user without Maillage would; `maillage` also
bounds
dates, derives, keeps and validates.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from processes import Side, maillage, measure, python

GIVEN = "import sys; from pathlib import Path; from maillage.places import find_places\n"
PLACES = "places = find_places().with_graph(Path(sys.argv[1]))\n"
BUILD = "from maillage.pipeline.build import build\n"
RDFLIB = (
    "import sys, rdflib; from pathlib import Path\n"
    "data = rdflib.Dataset(default_union=True)\n"
    "for path in sorted(Path(sys.argv[1]).rglob('*.ttl')):\n"
    "    data.graph(rdflib.URIRef(path.absolute().as_uri())).parse(path, format='turtle')\n"
)


def main() -> None:
    """Measure and print a markdown table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--graph", type=Path, default=Path(__file__).resolve().parents[1] / "graph")
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    graph = str(arguments.graph)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        loading = "rdflib: load only"
        load = f"{GIVEN}{PLACES}from maillage.pipeline.load import load; load(places)"
        steps = {
            loading: Side(python(RDFLIB, graph)),
            "maillage: load only": Side(python(load, graph)),
            "maillage: load, bounds, rules": Side(python(f"{GIVEN}{BUILD}{PLACES}build(places)", graph)),
            "maillage: the same, and validate": Side(python(f"{GIVEN}{BUILD}{PLACES}build(places).findings()", graph)),
            "maillage build -o DIR": Side(
                maillage("build", "--graph", graph, "-o", f"{folder}/kept"),
                before=python("import shutil, sys; shutil.rmtree(sys.argv[1], ignore_errors=True)", f"{folder}/kept"),
            ),
            "maillage query --store DIR, any later": Side(
                maillage("query", "contracts", "-p", "territory=terr:departement-54", "--store", f"{folder}/kept"),
                before=maillage("query", "consultancies", "--store", f"{folder}/kept"),
            ),
        }
        measure(steps, arguments.runs, against=loading)


if __name__ == "__main__":
    main()
