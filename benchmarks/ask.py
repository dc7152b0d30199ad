"""Asking beside rdflib: the same files come in; what a first and a second question, and a check, cost goes out.

    python benchmarks/ask.py [--graph DIR] [--runs 3]

What rdflib does here is only `rdflib.Graph().parse` of each file, as a user without Maillage would before asking. The
first
question builds and keeps; the second opens what was kept; a check validates the whole, or one file.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from processes import Side, maillage, measure, python

PARSE = (
    "import sys, rdflib; from pathlib import Path\n"
    "g = rdflib.Graph()\n"
    "for path in sorted(Path(sys.argv[1]).rglob('*.ttl')): g.parse(path)\n"
)
QUESTION = ("query", "who-coordinates-with", "-p", "actor=ARS Grand Est", "-f", "csv")
FILE = "documents/ateliers-sante-grand-nancy-2023.ttl"


def main() -> None:
    """Measure and print a markdown table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--graph", type=Path, default=Path(__file__).resolve().parents[1] / "graph")
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    graph = ("--graph", str(arguments.graph))
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        empty = python("import shutil, sys; shutil.rmtree(sys.argv[1])", f"{folder}/maillage")
        Path(folder, "maillage").mkdir()
        parse = "rdflib: Graph().parse of the files"
        measure(
            {
                parse: Side(python(PARSE, str(arguments.graph))),
                "maillage query, the first": Side(maillage(*QUESTION, *graph), before=empty),
                "maillage query, any later": Side(maillage(*QUESTION, *graph)),
                "maillage resolve, the first": Side(maillage("resolve", "CPAM 54", *graph)),
                "maillage resolve, any later": Side(maillage("resolve", "CPAM 54", *graph)),
                "maillage show, any later": Side(maillage("show", "ARS Grand Est", *graph)),
                "maillage query --no-cache": Side(maillage(*QUESTION, *graph, "--no-cache")),
                "maillage check": Side(maillage("check", *graph)),
                "maillage check FILE": Side(maillage("check", str(arguments.graph / FILE), *graph)),
            },
            arguments.runs,
            against=parse,
        )


if __name__ == "__main__":
    main()
