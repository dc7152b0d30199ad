"""The public face: what the README and the docstring promise a library user."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
import rdflib

import maillage


def test_the_promised_lines(kept: Path) -> None:
    g = maillage.open_graph(store=kept)
    frame = g.ask("who-coordinates-with", actor="ARS Grand Est").to_dataframe()
    assert isinstance(frame, pd.DataFrame)
    assert len(frame) > 3
    assert {"partner", "partner_iri"} <= set(frame.columns)
    assert frame["partner_iri"].str.startswith("https://w3id.org/maillage/id/organisation/").all()
    assert "triples" in repr(g)


def test_as_rdflib(small_graph: maillage.Graph) -> None:
    graph = small_graph.rdflib()
    assert isinstance(graph, rdflib.Graph)
    assert len(graph) == len(small_graph)


def test_rdflib_answers_like_the_store(small_graph: maillage.Graph) -> None:
    ask = "SELECT (COUNT(*) AS ?n) WHERE { ?c a mlg:Claim ; mlg:evidence ?q . ?q oa:exact ?x }"
    counted = [int(row.n) for row in small_graph.rdflib().query(ask)]  # type: ignore[union-attr]
    assert counted == [row["n"] for row in small_graph.query(ask)]


def test_named_graphs(small_graph: maillage.Graph) -> None:
    dataset = small_graph.rdflib(named=True)
    names = {str(context.identifier) for context in dataset.graphs()}  # type: ignore[attr-defined]
    assert "https://w3id.org/maillage/graph/inferred" in names
    assert "https://w3id.org/maillage/graph/territories/pays" in names


def test_english_and_names(graph: maillage.Graph) -> None:
    iri = graph.find("ars grand-est")
    assert graph.label(iri)
    assert graph.questions("en").visible()[0] == ["name", "question", "parameters", "tags"]
    assert len(graph.questions()) >= 32


def test_errors_are_of_one_family(graph: maillage.Graph) -> None:
    for call in (
        lambda: graph.ask("nope"),
        lambda: graph.ask("who-coordinates-with", actor="Personne de ce nom"),
        lambda: graph.query("SELECT"),
        lambda: graph.network("nope"),
        lambda: maillage.open_graph("absent"),
    ):
        with pytest.raises(maillage.MaillageError):
            call()
