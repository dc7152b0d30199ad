"""The answers are those frozen before the queries were written anew: here on the small graph, with many combinations.

`MAILLAGE_UPDATE_GOLDEN=1` freezes them again; on the whole country, `python tests/questions/freeze.py country` compares
(three minutes) and `--write` freezes.
"""

from __future__ import annotations

import os

import pytest

from maillage.library import Graph
from maillage.places import Places

from .freeze import FOLDER, answers, queries_of, read, write

PATH = FOLDER / "small.csv"


def test_the_frozen_answers_hold(small_graph: Graph, places: Places) -> None:
    given = answers(small_graph.built.store, queries_of(places), whole=False, stop=False)
    found = {key: (rows, digest) for key, rows, digest, _ in given}
    if os.environ.get("MAILLAGE_UPDATE_GOLDEN"):
        write(PATH, found)
    frozen = read(PATH)
    differing = [
        f"{query} {values}: {found.get((query, values), ('not asked', ''))[0]} rows, frozen {rows}"
        for (query, values), (rows, digest) in frozen.items()
        if found.get((query, values)) != (rows, digest)
    ]
    differing += [f"{query} {values}: not frozen" for query, values in found.keys() - frozen.keys()]
    if differing:
        shown = "\n".join(differing[:40])
        pytest.fail(f"{len(differing)} differ:\n{shown}\nIf this is meant: MAILLAGE_UPDATE_GOLDEN=1", pytrace=False)
