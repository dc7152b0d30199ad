"""The vocabulary stays in OWL 2 DL and in OWL 2 RL, by OWLAPI 5; and the gate closes on what leaves them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from rdflib import OWL, RDF, RDFS, XSD, BNode, Graph
from rdflib.collection import Collection

from .conftest import MLG, lacking, load

PROGRAM = Path(__file__).with_name("owlapi_profiles.py")


@pytest.fixture(scope="session")
def check(java: str, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A function from a graph to what OWLAPI says of it."""
    if not Path("/usr/share/java/owlapi-api.jar").exists():
        lacking("OWLAPI 5", "On Debian or Ubuntu: apt-get install libowlapi-java.")
    try:
        import jpype  # noqa: F401
    except ImportError:
        lacking("jpype", "pip install 'maillage[ontology]'.")

    def run(graph: Graph) -> dict[str, Any]:
        path = tmp_path_factory.mktemp("owlapi") / "ontology.rdf"
        graph.serialize(path, format="xml")
        done = subprocess.run([sys.executable, PROGRAM, path], capture_output=True, text=True, check=False, timeout=300)
        assert done.returncode == 0, done.stderr
        report: dict[str, Any] = json.loads(done.stdout)
        return report

    return run


@pytest.mark.parametrize("files", [("maillage.ttl", "schemes.ttl"), ("maillage.ttl", "schemes.ttl", "alignments.ttl")])
def test_stays_in_dl_and_rl(check: Any, files: tuple[str, ...]) -> None:
    report = check(load(*files))
    assert report["owlapi"].startswith("5."), "the 3.4.3 inside owlready2 misjudges dates in headers"
    assert report["axioms"] > 500, "OWLAPI read almost nothing"
    for profile, found in report["violations"].items():
        assert not found, f"{len(found)} violations of {profile}:\n" + "\n".join(found)


def test_gate_closes(check: Any) -> None:
    graph = load("maillage.ttl", "schemes.ttl")
    # xsd:date is outside RL; an irreflexive transitive property and an undeclared parent are outside DL.
    graph.add((MLG.signedOn, RDFS.range, XSD.date))
    graph.add((MLG.within, RDF.type, OWL.IrreflexiveProperty))
    graph.add((MLG.Person, RDFS.subClassOf, MLG.Undeclared))
    union, members = BNode(), BNode()
    Collection(graph, members, [MLG.Actor, MLG.ActorGroup])
    graph.add((union, RDF.type, OWL.Class))
    graph.add((union, OWL.unionOf, members))
    graph.add((MLG.beneficiary, RDFS.range, union))
    found = check(graph)["violations"]
    dl, rl = "\n".join(found["OWL 2 DL"]), "\n".join(found["OWL 2 RL"])
    assert "within" in dl
    assert "Undeclared" in dl
    assert "XMLSchema#date" in rl or "xsd:date" in rl
    assert "ObjectUnionOf" in rl
