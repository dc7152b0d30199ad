"""`--store`: a kept build answers what the graph answers, and says when it is out of date."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from maillage.library import Graph
from maillage.places import Places

Call = Callable[..., tuple[int, str, str]]
#: One question of each sort: a code, a name, dates, a territory, a total, none at all.
ASKED = [
    ("who-coordinates-with", {"actor": "ARS Grand Est"}),
    ("evidence-of-link", {"actor": "CPAM 54", "partner": "Agence Scalen"}),
    ("most-connected-actors", {}),
    ("events-between", {"territory": "Métropole du Grand Nancy", "since": "2023", "before": "2023"}),
    ("funding-totals", {}),
    ("vocabulary", {}),
]


@pytest.mark.parametrize(("name", "values"), ASKED, ids=[name for name, _ in ASKED])
def test_it_answers_as_the_graph(call: Call, small_graph: Graph, kept: Path, name: str, values: dict[str, str]) -> None:
    given = [word for key, value in values.items() for word in ("-p", f"{key}={value}")]
    code, out, err = call("query", name, *given, "-f", "csv", "--store", kept)
    assert code == 0, err
    assert out == small_graph.ask(name, **values).to_csv()
    assert len(out.splitlines()) > 1


@pytest.fixture
def stored(kept: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """MAILLAGE_STORE names the kept build."""
    monkeypatch.setenv("MAILLAGE_STORE", str(kept))
    return kept


def test_the_environment_names_it(call: Call, stored: Path) -> None:
    code, out, err = call("show", "body:cpam-542", "-f", "json")
    assert code == 0, err
    assert '"body:cpam-542"' in out
    assert str(stored) not in err, "nothing changed: not a word of it"


def test_resolve_asks_it(call: Call, stored: Path, kept: Path) -> None:
    code, out, err = call("resolve", "CPAM 54", "-f", "csv")
    assert code == 0, err
    assert "body:cpam-542" in out
    assert call("resolve", "CPAM 54", "--store", kept / "absent")[0] == 2


@pytest.mark.parametrize("form", ["csv", "json", "markdown", "table"])
def test_every_form_of_an_answer_says_what_to_know_beside_it(call: Call, stored: Path, form: str) -> None:
    code, out, err = call("query", "most-connected-actors", "--region", "44", "-f", form)
    assert code == 0, err
    assert "échantillon" in err and " lignes" in err
    assert "échantillon" not in out, "stdout is data"


def test_a_store_older_than_the_graph_says_so(call: Call, small: Places, tmp_path: Path) -> None:
    graph, store = tmp_path / "graph", tmp_path / "store"
    shutil.copytree(small.graph, graph)
    assert call("build", "--graph", graph, "-o", store)[0] == 0
    ask = ("query", "most-connected-actors", "-f", "csv", "--store", store, "--graph", graph)
    code, before, err = call(*ask)
    assert code == 0 and "plus ancien" not in err
    file = graph / "documents" / "convention-gpsea-2017.ttl"
    file.write_text(file.read_text(encoding="utf-8").replace("role:signatory", "role:mentioned"), encoding="utf-8")
    code, out, err = call(*ask)
    assert code == 0
    assert out == before, "it answers, as it was"
    assert str(store) in err and "plus ancien que le graphe" in err and "maillage build" in err
    assert "older than the graph" in call(*ask, "--lang", "en")[2]
    assert call("build", "--graph", graph, "-o", store)[0] == 0
    assert str(store) not in call(*ask)[2]


@pytest.mark.parametrize("what", ["version", "rules", "code"])
def test_a_store_made_by_others_says_so(call: Call, small: Places, kept: Path, tmp_path: Path, what: str) -> None:
    store = shutil.copytree(kept, tmp_path / "store")
    ask = ("query", "vocabulary", "-f", "csv", "--store", store, "--graph", small.graph, "--lang", "en")
    code, before, err = call(*ask)
    assert code == 0 and "made by other" not in err and "older" not in err
    manifest = json.loads((store / "manifest.json").read_text(encoding="utf-8"))
    if what == "rules":
        manifest["rules"]["70-coordination"] = "0" * 64
    else:
        manifest["maillage" if what == "version" else what] = "0.0.1"
    (store / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    code, after, err = call(*ask)
    assert (code, after) == (0, before)
    assert "made by other rules or another version" in err and f"maillage build --graph {small.graph} -o {store}" in err


@pytest.mark.parametrize("what", ["absent", "empty", "file"])
def test_no_build_there(call: Call, tmp_path: Path, what: str) -> None:
    place = tmp_path / what
    if what == "empty":
        place.mkdir()
    elif what == "file":
        place.write_text("text")
    code, out, err = call("query", "vocabulary", "--store", place)
    assert (code, out) == (2, "")
    assert "holds no build" in err and f"maillage build -o {place}" in err


def test_a_place_that_cannot_be_written_is_refused_before_the_graph_is_opened(call: Call, tmp_path: Path) -> None:
    """No store is there: had it been opened first, that would be the complaint."""
    store = tmp_path / "absent"
    (tmp_path / "letter.txt").write_text("mine")
    faults = [("x.docx", "no network is written"), ("no/x.html", "does not exist"), ("", "holds other files")]
    for output, words in faults:
        code, out, err = call("network", "-o", tmp_path / output, "--store", store)
        assert (code, out) == (2, "")
        assert words in err
