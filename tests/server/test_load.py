"""A mixed load in small: ASK, SELECT, pages, data, the API, searches and refusals, eight at a time, without an error."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from maillage.library import Graph
from maillage.terms import ID


@pytest.fixture(scope="module")
def mixed(root: Path) -> ModuleType:
    """The load that benchmarks/serve.py sends ten thousand of."""
    spec = importlib.util.spec_from_file_location("mixed", root / "benchmarks" / "mixed.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["mixed"] = module
    spec.loader.exec_module(module)
    return module


def test_a_mixed_load(small_server: Any, small_graph: Graph, mixed: ModuleType) -> None:
    query = f"SELECT (MIN(STR(?s)) AS ?t) {{ ?s mlg:kind ?k FILTER(STRSTARTS(STR(?s), '{ID}')) }} GROUP BY ?k"
    things = sorted(str(row[0]) for row in small_graph.query(query).rows)[::4]
    requests = mixed.load(things, 300)
    assert {"ASK", "SELECT", "CONSTRUCT", "refused", "page", "data", "IRI", "API", "search"} <= {
        r.kind for r in requests
    }
    answers = mixed.sent(small_server.url, requests)
    assert len(answers) == 300
    wrong = [(one.request.method, one.request.path, one.status) for one in answers if not one.right]
    assert not wrong
    with small_server.client() as client:
        assert client.get("/health").json() == {"status": "ok", "facts": len(small_graph), "waiting": 0}
