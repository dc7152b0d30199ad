"""The ontology as files: every form holds one graph, by two engines; the same bytes twice; nothing else is touched."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner
from rdflib import OWL, RDF, VANN, Graph, URIRef
from rdflib.compare import isomorphic

from maillage.cli.commands import app
from maillage.errors import MaillageError
from maillage.export.ontology import FORMS, LOGO, PARTS, README, ontology_files
from maillage.places import Places
from maillage.vocabulary.negotiation import DEFAULT
from maillage.vocabulary.negotiation import FORMS as NEGOTIATED

FORMAT = {".ttl": "turtle", ".rdf": "xml", ".jsonld": "json-ld", ".nt": "nt"}
OX = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".nt": ox.RdfFormat.N_TRIPLES,
}


@pytest.fixture(scope="module")
def files(places: Places) -> dict[str, bytes]:
    return ontology_files(places.ontology)


@pytest.mark.parametrize("part", PARTS)
def test_every_form_holds_one_graph(files: dict[str, bytes], part: str) -> None:
    first = Graph().parse(data=files[f"{part}.ttl"], format="turtle")
    assert len(first) > 100
    for ending in FORMS[1:]:
        assert isomorphic(first, Graph().parse(data=files[part + ending], format=FORMAT[ending])), ending
    canonical = set()
    for ending in FORMS:
        dataset = ox.Dataset(ox.parse(files[part + ending], format=OX[ending]))
        dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
        canonical.add(frozenset(map(str, dataset)))
    assert len(canonical) == 1


def test_the_turtle_is_the_file_as_it_is_written(files: dict[str, bytes], places: Places) -> None:
    assert files["maillage.ttl"] == (places.ontology / "maillage.ttl").read_bytes()


def test_what_the_vocabulary_points_to_is_there(files: dict[str, bytes], places: Places) -> None:
    graph = Graph().parse(places.ontology / "maillage.ttl")
    base = "https://w3id.org/maillage/"
    examples = {str(o) for o in graph.objects(None, VANN.example)}
    assert len(examples) > 10
    assert {f"{iri.removeprefix(base)}.ttl" for iri in examples} <= set(files)
    (logo,) = graph.objects(None, URIRef("http://xmlns.com/foaf/0.1/logo"))
    assert str(logo) == base + LOGO and LOGO in files
    headers = {next(Graph().parse(data=files[f"{p}.ttl"]).subjects(RDF.type, OWL.Ontology)) for p in PARTS}
    assert len(headers) == len(PARTS)


def test_the_rules_name_files_that_are_written(files: dict[str, bytes]) -> None:
    endings = {form.ending for form in NEGOTIATED}
    assert endings - {".html"} == set(FORMS) and DEFAULT in endings
    media = [name for form in NEGOTIATED for name in form.media]
    assert len(media) == len(set(media))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ontology")
    (folder / "mine.txt").write_text("left alone")
    result = CliRunner().invoke(app, ["export", "ontology", "-o", str(folder)], catch_exceptions=False)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "mine.txt" in result.stderr
    return folder


def test_the_command_writes_it_all(written: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        assert (written / name).read_bytes() == data
    assert (written / "mine.txt").read_text() == "left alone"
    assert not [path for path in written.iterdir() if path.name.startswith(".")], "nothing half-made stays"
    readme = (written / README).read_text(encoding="utf-8")
    for path in written.iterdir():
        name = "example/" if path.is_dir() else path.name
        assert name in (README, "mine.txt") or f"`{name}`" in readme, name


def test_the_pages_link_to_files_that_are_there(written: Path) -> None:
    for page in written.glob("*.html"):
        links = set(re.findall(r'href="(?!#|https?:|data:)([^"]+)"', page.read_text(encoding="utf-8")))
        assert len(links) > 10
        assert [link for link in links if not (written / link).is_file()] == []


def test_the_same_bytes_twice(written: Path, tmp_path: Path) -> None:
    CliRunner().invoke(app, ["export", "ontology", "-o", str(tmp_path)], catch_exceptions=False)
    mine = {p.relative_to(tmp_path): p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    assert mine == {p: (written / p).read_bytes() for p in mine}
    assert len(mine) > 40


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    place = tmp_path / "taken"
    place.write_text("x")
    with pytest.raises(MaillageError, match="cannot be written"):
        CliRunner().invoke(app, ["export", "ontology", "-o", str(place)], catch_exceptions=False)
    assert place.read_text() == "x"
