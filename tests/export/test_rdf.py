"""RDF exports: every format reloads to the same graph, byte for byte the same each time, and minds its folder."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic

from maillage import __version__
from maillage.cli import run
from maillage.errors import MaillageError
from maillage.export.rdf import CONTEXT, FORMATS, README, SERVICE, export_rdf
from maillage.library import Graph, open_graph
from maillage.pipeline.kept import make
from maillage.pipeline.products import QUADS as QUADS_KEPT
from maillage.places import Places

QUADS = {"trig": ox.RdfFormat.TRIG, "nquads": ox.RdfFormat.N_QUADS}
MERGED = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}


@pytest.fixture(scope="module")
def exported(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export")
    export_rdf(graph.built.loaded, folder)
    return folder


def read(path: Path, form: ox.RdfFormat, merged: bool) -> ox.Dataset:
    quads = ox.parse(path=path, format=form)
    data = ox.Dataset(ox.Quad(q.subject, q.predicate, q.object) if merged else q for q in quads)
    data.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return data


def test_named_graphs_reload(exported: Path) -> None:
    trig = read(exported / FORMATS["trig"], QUADS["trig"], merged=False)
    assert trig == read(exported / FORMATS["nquads"], QUADS["nquads"], merged=False)
    assert len({q.graph_name for q in trig}) > 10


@pytest.mark.parametrize("name", MERGED)
def test_the_merge_reloads(exported: Path, name: str) -> None:
    whole = read(exported / FORMATS["trig"], QUADS["trig"], merged=True)
    again = read(exported / FORMATS[name], MERGED[name], merged=True)
    assert len(again) == len(whole)
    assert again == whole


@pytest.mark.parametrize(("name", "form"), [("jsonld", "json-ld"), ("rdfxml", "xml"), ("turtle", "turtle")])
def test_another_reader_sees_the_same(exported: Path, name: str, form: str) -> None:
    one = rdflib.Graph().parse(exported / FORMATS["turtle"], format="turtle")
    two = rdflib.Graph().parse(exported / FORMATS[name], format=form)
    assert len(one) == len(two)
    assert isomorphic(one, two)


def test_the_facts_are_all_there(exported: Path, graph: Graph) -> None:
    whole = read(exported / FORMATS["turtle"], MERGED["turtle"], merged=True)
    assert len(whole) == len(graph)


def test_same_bytes(exported: Path, small: Places, tmp_path: Path) -> None:
    export_rdf(open_graph(small.graph).built.loaded, tmp_path)
    for name in [*FORMATS.values(), CONTEXT, README, SERVICE]:
        assert (tmp_path / name).read_bytes() == (exported / name).read_bytes(), name


def test_a_store_is_told_that_the_default_graph_is_the_union(exported: Path, graph: Graph, tmp_path: Path) -> None:
    """Read so, the named graphs count as the merge does, in another library too."""
    said = rdflib.Graph().parse(exported / SERVICE)
    feature = rdflib.URIRef("http://www.w3.org/ns/sparql-service-description#UnionDefaultGraph")
    assert feature in set(said.objects())
    assert "sd:UnionDefaultGraph" in (exported / README).read_text(encoding="utf-8")
    data = rdflib.Dataset(default_union=True).parse(exported / FORMATS["nquads"], format="nquads")
    assert len(read(exported / FORMATS["nquads"], QUADS["nquads"], merged=False)) == len(graph) == len(data)
    (tmp_path / README).write_text("# Mine")
    export_rdf(graph.built.loaded, tmp_path, formats=["nquads"])
    assert (tmp_path / README).read_text() == "# Mine"


def test_the_quads_are_those_a_kept_build_holds(exported: Path, small: Places, tmp_path: Path) -> None:
    make(small, tmp_path, __version__)
    assert (tmp_path / QUADS_KEPT).read_bytes() == (exported / FORMATS["nquads"]).read_bytes()


@pytest.mark.parametrize("cache", [[], ["--no-cache"]])
def test_a_kept_build_is_exported_without_its_files(
    exported: Path, small: Places, tmp_path: Path, cache: list[str]
) -> None:
    """In every format the same bytes as from the files, with what rules derive or without."""
    make(small, tmp_path / "kept", __version__)
    assert run(["export", "rdf", "--store", str(tmp_path / "kept"), "-o", str(tmp_path / "out"), *cache]) == 0
    for name in [*FORMATS.values(), CONTEXT, README, SERVICE]:
        assert (tmp_path / "out" / name).read_bytes() == (exported / name).read_bytes(), name
    words = ["--stated", "--format", "turtle", "-o"]
    assert run(["export", "rdf", "--store", str(tmp_path / "kept"), *cache, *words, str(tmp_path / "s1")]) == 0
    assert run(["export", "rdf", "--graph", str(small.graph), *words, str(tmp_path / "s2")]) == 0
    stated = (tmp_path / "s1" / FORMATS["turtle"]).read_bytes()
    assert stated == (tmp_path / "s2" / FORMATS["turtle"]).read_bytes()
    assert len(stated) < (exported / FORMATS["turtle"]).stat().st_size


def test_a_kept_build_that_was_changed_is_refused(
    small: Places, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "kept"
    make(small, kept, __version__)
    assert run(["query", "roles", "--store", str(kept)]) == 0
    (kept / QUADS_KEPT).write_bytes(b"".join((kept / QUADS_KEPT).read_bytes().splitlines(keepends=True)[1:]))
    assert run(["export", "rdf", "--store", str(kept), "-o", str(tmp_path / "out")]) == 2
    assert "do not belong together" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_folder_with_other_files(graph: Graph, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("kept")
    (tmp_path / "maillage.ttl").write_text("old")
    written, others = export_rdf(graph.built.loaded, tmp_path, formats=["turtle"])
    assert [p.name for p in written] == ["maillage.ttl"]
    assert [p.name for p in others] == ["mine.txt"]
    assert (tmp_path / "mine.txt").read_text() == "kept"
    assert (tmp_path / "maillage.ttl").read_text() != "old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["maillage.ttl", "mine.txt"]


def test_bad_use(graph: Graph, small: Places, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(MaillageError, match="no RDF format 'docx'"):
        export_rdf(graph.built.loaded, tmp_path, formats=["docx"])
    (tmp_path / "file").write_text("kept")
    assert run(["export", "rdf", "--graph", str(small.graph), "-o", str(tmp_path / "file")]) == 2
    assert "cannot be written" in capsys.readouterr().err
    assert (tmp_path / "file").read_text() == "kept"
