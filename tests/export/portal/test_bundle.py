"""The bundle: the same bytes each time, whole or not at all; every form says the graph; what each file is for is true."""

from __future__ import annotations

import csv
import gzip
import json
import re
import shutil
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib

from maillage.cli import run
from maillage.errors import MaillageError
from maillage.export.portal import outlines, privacy
from maillage.export.portal.bundle import Written, export_portal
from maillage.export.portal.eponyms import bears_a_name
from maillage.export.portal.release import Release, checked_contact
from maillage.export.portal.staging import SUMS, files_in, read_sums, sha256
from maillage.library import Graph
from maillage.places import Places
from maillage.terms import MLG

from .conftest import BASE

NQ, TURTLE = ox.RdfFormat.N_QUADS, ox.RdfFormat.TURTLE
FORMS = {
    "data/maillage.ttl": (TURTLE, "turtle"),
    "data/maillage.trig": (ox.RdfFormat.TRIG, "trig"),
    "data/maillage.rdf": (ox.RdfFormat.RDF_XML, "xml"),
    "data/maillage.jsonld": (ox.RdfFormat.JSON_LD, "json-ld"),
}


def facts(path: Path, form: ox.RdfFormat) -> ox.Dataset:
    data = ox.Dataset(ox.Quad(q.subject, q.predicate, q.object) for q in ox.parse(path=path, format=form))
    data.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return data


@pytest.fixture(scope="module")
def dump(bundle: Path) -> ox.Dataset:
    return facts(bundle / "data/maillage.nq", NQ)


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def number(graph: Graph, what: str) -> int:
    return int(next(iter(graph.query(f"SELECT (COUNT(DISTINCT ?s) AS ?n) {{ {what} }}")))["n"])  # type: ignore[arg-type]


# --- the folder ---


def test_every_file_is_listed_with_its_sum(bundle: Path) -> None:
    sums = read_sums(bundle)
    assert set(files_in(bundle)) == {*sums, SUMS}
    assert all(sha256(bundle / path) == said for path, said in sums.items())


def test_the_readme_tells_every_file(bundle: Path) -> None:
    text = (bundle / "README.md").read_text(encoding="utf-8")
    assert [path for path in read_sums(bundle) if f"`{path}`" not in text and path != "README.md"] == []


def test_same_bytes_and_over_itself(bundle: Path, small: Places, tmp_path: Path) -> None:
    """Another run, in another process' cache and over a former bundle, writes the same."""
    for _ in range(2):
        args = ["export", "portal", "-o", str(tmp_path / "b"), "--release", "0.2.0", "--base-url", BASE]
        assert run([*args, "--graph", str(small.graph)]) == 0
        assert (tmp_path / "b" / SUMS).read_bytes() == (bundle / SUMS).read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["b"]


@pytest.mark.parametrize("kind", ["other", "changed", "file", "lone sums"])
def test_what_is_not_a_bundle_is_refused_and_left_alone(
    copy: Path, small_graph: Graph, tmp_path: Path, kind: str
) -> None:
    target, words = copy, {"other": r"no part of a bundle \(notes\.txt\)", "changed": "changed by hand"}.get(kind, "")
    if kind == "other":
        (copy / "notes.txt").write_text("mine", encoding="utf-8")
    elif kind == "changed":
        (copy / "CITATION.cff").unlink()
        (copy / "CITATION.cff").write_text("mine", encoding="utf-8")
    elif kind == "lone sums":
        target, words = tmp_path / "lone", "no part of a bundle"
        target.mkdir()
        (target / SUMS).write_text("not sums", encoding="utf-8")
    else:
        target, words = tmp_path / "file", "this is a file"
        target.write_text("mine", encoding="utf-8")
    before = {p: (target / p).stat().st_mtime_ns for p in files_in(target)} if target.is_dir() else target.read_text()
    with pytest.raises(MaillageError, match=words):
        export_portal(small_graph.built, target, "0.2.0")
    after = {p: (target / p).stat().st_mtime_ns for p in files_in(target)} if target.is_dir() else target.read_text()
    assert after == before
    assert not list(tmp_path.glob(".maillage-portal-*"))


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--base-url", "ftp://example.org"),
        ("--base-url", "https://example.org/?a=b"),
        ("--sparql", "example.org/sparql"),
        ("--contact", "someone"),
        ("--release", "2"),
    ],
)
def test_bad_options(
    option: str, value: str, small: Places, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    args = ["export", "portal", "-o", str(tmp_path / "b"), option, value, "--graph", str(small.graph)]
    assert run(args) == 2
    assert option in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_failure_half_way_leaves_the_former_whole(
    copy: Path, small_graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> tuple[str, Any]:
        raise OSError(28, "no space left on device")

    monkeypatch.setattr(outlines, "to_geojson", fails)
    before = (copy / SUMS).read_bytes()
    with pytest.raises(OSError, match="no space"):
        export_portal(small_graph.built, copy, "9.9.9")
    assert (copy / SUMS).read_bytes() == before
    assert [path.name for path in copy.parent.iterdir()] == ["copy"]


def test_a_graph_with_faults_is_refused(small: Places, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written; --unchecked writes it as it is."""
    graph = tmp_path / "graph"
    shutil.copytree(small.graph, graph)
    path = next(graph.rglob("pacte-sambre-avesnois-thierache.ttl"))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("mlg:modality modality:done", "mlg:modality modality:dane", 1), encoding="utf-8")
    args = ["export", "portal", "-o", str(tmp_path / "b"), "--graph", str(graph), "--no-cache"]
    assert run(args) == 2
    said = capsys.readouterr().err
    assert "fault(s), and nothing is written" in said and path.name in said and "maillage check" in said
    assert not (tmp_path / "b").exists()
    assert run([*args, "--unchecked"]) == 0
    assert (tmp_path / "b" / SUMS).exists()


def test_a_kept_build_gives_the_same_bytes(bundle: Path, kept: Path, tmp_path: Path) -> None:
    args = ["export", "portal", "-o", str(tmp_path / "b"), "--release", "0.2.0", "--base-url", BASE]
    assert run([*args, "--store", str(kept)]) == 0
    assert (tmp_path / "b" / SUMS).read_bytes() == (bundle / SUMS).read_bytes()


def test_without_a_base_the_project_s_own_address_is_said(
    small: Places, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", "portal", "-o", str(tmp_path / "b"), "--graph", str(small.graph)]) == 0
    assert "--base-url" in capsys.readouterr().err
    assert "personne n'a dit où" in (tmp_path / "b/README.md").read_text(encoding="utf-8")


# --- the data ---


@pytest.mark.parametrize("path", FORMS)
def test_each_form_says_the_same_graph(bundle: Path, dump: ox.Dataset, path: str) -> None:
    assert facts(bundle / path, FORMS[path][0]) == dump


@pytest.mark.parametrize("path", FORMS)
def test_another_engine_reads_as_many_facts(bundle: Path, dump: ox.Dataset, path: str) -> None:
    graph = rdflib.Dataset(default_union=True) if path.endswith("trig") else rdflib.Graph()
    graph.parse(bundle / path, format=FORMS[path][1])
    read = {triple[:3] for triple in graph.triples((None, None, None))}
    assert len(read) == len(dump)
    named = {str(one) for one in dump if not any(isinstance(t, ox.BlankNode) for t in (one.subject, one.object))}
    again = [
        " ".join(term.n3() for term in triple) for triple in sorted(read)[:500] if rdflib.BNode not in map(type, triple)
    ]
    iris = [line for line in again if '"' not in line]
    assert iris and all(line in named for line in iris)


@pytest.mark.parametrize("name", ["ttl", "trig", "nq"])
def test_the_compressed_have_no_clock(bundle: Path, name: str) -> None:
    packed = (bundle / f"data/maillage.{name}.gz").read_bytes()
    assert packed[4:8] == b"\0\0\0\0"
    assert gzip.decompress(packed) == (bundle / f"data/maillage.{name}").read_bytes()


def test_tables_hold_every_thing(bundle: Path, small_graph: Graph) -> None:
    nodes, edges, claims = (table(bundle / f"data/{name}.csv") for name in ("nodes", "edges", "claims"))
    coordinations, _ = small_graph.built.pairs
    assert len(edges) == coordinations
    assert len(claims) == sum(small_graph.built.claims.values()) - number(small_graph, "?s a mlg:Tenure")
    ids = [row["id"] for row in nodes]
    assert len(ids) == len(set(ids))
    kinds = ("Actor", "Arrangement", "Territory", "ActorGroup", "ArrangementFamily", "Document")
    union = " UNION ".join(f"{{ ?s a mlg:{kind} }}" for kind in kinds)
    assert len(ids) == number(small_graph, union)
    assert {row[end] for row in edges for end in ("source", "target")} <= set(ids)


def test_a_date_is_three_columns(bundle: Path) -> None:
    whole = {name: table(bundle / f"data/{name}.csv") for name in ("nodes", "edges", "claims")}
    derived = ("in_force", "start", "end", "as_of")  # from a duration, a signature, a document: bounds without a text
    for name, rows in whole.items():
        dates = [c.removesuffix("_earliest") for c in rows[0] if c.endswith("_earliest")]
        assert dates, name
        for column in dates:
            for row in rows:
                first, last = row[f"{column}_earliest"], row[f"{column}_latest"]
                assert not (first and last) or first <= last, row["id"]
                assert row[column] or not (first and last) or column.startswith(derived), row["id"]
    (one,) = (r for r in whole["edges"] if r["id"].endswith("/000035af3a58790b749be340e367791f509689fe"))
    assert (one["from"], one["from_earliest"], one["from_latest"]) == ("2018", "2018-01-01", "2018-12-31")


def test_columns_are_described(bundle: Path) -> None:
    for name in ("nodes", "edges", "claims"):
        said = json.loads((bundle / f"data/{name}.csv-metadata.json").read_text(encoding="utf-8"))
        with (bundle / f"data/{name}.csv").open(encoding="utf-8") as stream:
            head = stream.readline().strip().split(",")
        columns = said["tableSchema"]["columns"]
        assert [c["name"] for c in columns] == head
        assert all(c["titles"]["fr"] and c["titles"]["en"] for c in columns)
        dates = {c["name"] for c in columns if c["datatype"] == "date"}
        for row in table(bundle / f"data/{name}.csv"):
            assert all(re.fullmatch(r"(\d{4}-\d\d-\d\d)?", row[c].split(" | ")[0]) for c in dates)


def test_the_network_is_the_network(bundle: Path, small_graph: Graph) -> None:
    g = small_graph.network("coordination")
    for again in (
        nx.read_gexf(bundle / "data/coordination.gexf"),
        nx.read_graphml(bundle / "data/coordination.graphml"),
    ):
        assert set(again.nodes) == set(g.nodes)
        assert again.number_of_edges() == g.number_of_edges()


def test_the_map(bundle: Path, small_graph: Graph) -> None:
    """Every territory with an arrangement; rings closed, turning left, where they should be; else a reason."""
    said = json.loads((bundle / "data/dispositifs-par-territoire.geojson").read_text(encoding="utf-8"))
    features = {f["id"]: f for f in said["features"]}
    rows = small_graph.query("SELECT DISTINCT ?t { ?s a mlg:Arrangement ; mlg:territory ?t }")
    assert set(features) == {str(row["t_iri"]) for row in rows}
    assert all((f["geometry"] is None) == bool(f["properties"]["geometry_note"]) for f in features.values())
    for feature in features.values():
        for polygon in (feature["geometry"] or {"coordinates": []})["coordinates"]:
            assert all(ring[0] == ring[-1] and len(ring) >= 4 for ring in polygon)
            assert outlines._turns_left(polygon[0])
            assert all(-5.2 <= x <= 9.7 and 41.3 <= y <= 51.2 for ring in polygon for x, y in ring)
    metropole = features["https://w3id.org/maillage/id/territory/epci-245400676"]
    xs, ys = zip(*metropole["geometry"]["coordinates"][0][0], strict=True)
    assert min(xs) < 6.18 < max(xs) and min(ys) < 48.69 < max(ys)  # Nancy
    names = metropole["properties"]["arrangements"].split(" | ")
    assert len(names) == metropole["properties"]["count"] and any("n° 2 du Grand Nancy" in name for name in names)


# --- persons ---


def people(graph: Graph) -> set[str]:
    rows = graph.query("SELECT ?n { ?s a mlg:Person ; skos:prefLabel|skos:altLabel ?n }")
    return {str(row["n"]) for row in rows}


def test_no_file_names_a_person(bundle: Path, small_graph: Graph, made: tuple[Path, Written]) -> None:
    names = people(small_graph)
    assert len(names) > 5
    last = {name.split()[-1].casefold() for name in names}
    for path in files_in(bundle):
        data = (bundle / path).read_bytes()
        text = (gzip.decompress(data) if path.endswith(".gz") else data).decode().casefold()
        assert [name for name in last if name in text] == [], path
    gone = made[1].gone
    assert gone is not None and len(gone.persons) == number(small_graph, "?s a mlg:Person")
    assert not [line for line in table(bundle / "data/claims.csv") if line["kind"] == "mlg:Tenure"]


def test_with_persons_they_are_there_with_their_offices(small_graph: Graph, tmp_path: Path) -> None:
    written = export_portal(small_graph.built, tmp_path / "b", "0.2.0", base_url=BASE, persons=True)
    assert written.gone is None
    text = (tmp_path / "b/data/maillage.ttl").read_text(encoding="utf-8")
    assert all(name in text for name in people(small_graph))
    offices = [line for line in table(tmp_path / "b/data/claims.csv") if line["kind"] == "mlg:Tenure"]
    assert len(offices) == number(small_graph, "?s a mlg:Tenure") and all(line["office"] for line in offices)
    catalogue = rdflib.Graph().parse(tmp_path / "b/catalog.ttl")
    whole = rdflib.URIRef("https://w3id.org/maillage/dataset/with-persons")
    assert "avec les personnes" in " ".join(catalogue.objects(whole, rdflib.DCTERMS.title))


@pytest.mark.parametrize("contact", ["a@example.org", "https://example.org/droit-a-l_oubli", None])
def test_the_page_on_persons(made: tuple[Path, Written], contact: str | None) -> None:
    """The guide, with whom to write to, and what this variant holds; whole without a script, and nothing fetched."""
    gone = made[1].gone
    assert gone is not None
    release = Release("0.2.0", BASE, "2026-11-29", "", "", contact=checked_contact(contact))
    text = privacy.page(release, gone)
    for words in ("À quoi cela sert", "À quel titre", "Ce qui est gardé, et de qui", "S'opposer, rectifier"):
        assert f"<h2>{words}</h2>" in text
    assert "à inscrire par" not in text
    if contact is None:
        assert f"Contact : {privacy.UNKNOWN}" in text and "mailto:" not in text
    else:
        assert f'<a href="{checked_contact(contact)}">{contact}</a>, qui publie ce dossier' in text
    assert "<script" not in text and "default-src 'none'" in text.replace("&#x27;", "'")
    assert f"{len(gone.persons)} personnes ôtées" in text
    assert "en fonction officielle" in privacy.page(release, None)


def test_the_page_on_persons_is_in_the_folder_and_in_the_catalogue(bundle: Path) -> None:
    page = rdflib.URIRef(BASE + privacy.PAGE)
    graph = rdflib.Graph().parse(bundle / "catalog.ttl")
    assert (rdflib.URIRef("https://w3id.org/maillage/dataset"), rdflib.FOAF.page, page) in graph
    assert (page, rdflib.RDF.type, rdflib.FOAF.Document) in graph
    assert (bundle / privacy.PAGE).is_file() and f"`{privacy.PAGE}`" in (bundle / "README.md").read_text(
        encoding="utf-8"
    )


def test_a_question_about_a_person_goes_without_its_example(bundle: Path) -> None:
    asked = rdflib.Graph().parse(bundle / "queries/questions.ttl")
    select = rdflib.URIRef("http://www.w3.org/ns/shacl#select")
    sparql = str(asked.value(rdflib.URIRef("https://w3id.org/maillage/question/office-holders"), select))
    assert "mlg:Tenure" in sparql and "#?person" not in sparql and "#?organisation" in sparql
    assert ox.Store().query(sparql)


@pytest.mark.parametrize(
    ("label", "bears"),
    [
        ("Hôpital Robert Debré", True),
        ("MSP DU DR MARTIN", True),
        ("Centre hospitalier Saint-Jean de Dieu", False),
        ("Communauté de communes de Sainte-Marie", False),
        ("Agence régionale de santé Grand Est", False),
        ("Clinique Louis", False),
    ],
)
def test_bodies_that_bear_a_name(label: str, bears: bool) -> None:
    assert bears_a_name(label) is bears


# --- registrations ---


@pytest.mark.parametrize(
    ("address", "accept", "file"),
    [
        ("def", "text/turtle", "ontology/maillage.ttl"),
        ("def", "application/rdf+xml", "ontology/maillage.rdf"),
        ("def", "*/*", "ontology/maillage.ttl"),
        ("def/role/carrier", "application/ld+json", "ontology/schemes.jsonld"),
        ("def/role", "application/n-triples", "ontology/schemes.nt"),
        ("shape/participation", "text/turtle", "ontology/shapes.ttl"),
        ("dataset", "application/rdf+xml", "catalog.rdf"),
        ("dataset/distribution/data-nodes-csv", "text/turtle", "catalog.ttl"),
        ("void", "text/turtle", "void.ttl"),
        ("logo.svg", "image/svg+xml", "ontology/logo.svg"),
        ("example/valid/register-row", "*/*", "ontology/example/valid/register-row.ttl"),
        ("question/contracts", "text/turtle", "queries/questions.ttl"),
        ("release/0.2.0/data/maillage.nq", "*/*", "data/maillage.nq"),
        ("graph/registers/dispositifs-44", "*/*", "service.ttl"),
        ("id/organisation/siren-130007834", "*/*", "void.ttl"),
        ("", "text/html", "README.md"),
    ],
)
def test_addresses_of_w3id_lead_to_files(bundle: Path, address: str, accept: str, file: str) -> None:
    """The rules, applied as Apache does: conditions bear on the next rule, the first rule that fits wins."""
    condition: str | None = None
    for line in (bundle / "w3id/.htaccess").read_text(encoding="utf-8").splitlines():
        if line.startswith("RewriteCond"):
            condition = line.split(" ", 2)[2]
        elif line.startswith("RewriteRule"):
            _, pattern, target, flags = line.split(" ")
            found = re.search(pattern, address)
            if found and (condition is None or re.search(condition, accept)):
                url = re.sub(r"\$1", lambda _, found=found: found[1], target)
                assert flags.startswith("[R=303")
                assert url == BASE + file and (bundle / file).is_file()
                return
            condition = None
    pytest.fail(f"no rule for {address}")


def test_figures_are_those_of_the_graph(bundle: Path, dump: ox.Dataset) -> None:
    lod = json.loads((bundle / "lod-cloud.json").read_text(encoding="utf-8"))
    assert int(lod["triples"]) == len(dump)
    void = rdflib.Graph().parse(bundle / "void.ttl")
    space = rdflib.Namespace("http://rdfs.org/ns/void#")
    (part,) = (
        p for p in void.subjects(space["class"], rdflib.URIRef(MLG + "LocalHealthContract")) if str(p).count("-") == 1
    )
    kind, wanted = ox.NamedNode(str(rdflib.RDF.type)), ox.NamedNode(MLG + "LocalHealthContract")
    contracts = {q.subject for q in dump.quads_for_object(wanted) if q.predicate == kind}
    assert int(void.value(part, space.entities)) == len(contracts)  # type: ignore[arg-type]


def test_schemes_in_jskos(bundle: Path, small_graph: Graph) -> None:
    schemes = json.loads((bundle / "registrations/jskos-schemes.json").read_text(encoding="utf-8"))
    lines = (bundle / "registrations/jskos-concepts.ndjson").read_text(encoding="utf-8").splitlines()
    concepts = [json.loads(line) for line in lines]
    assert len(schemes) == number(small_graph, "?s a skos:ConceptScheme")
    assert len(concepts) == number(small_graph, "?s a skos:Concept ; skos:inScheme ?x")
    assert all(one["prefLabel"]["en"] and one["definition"]["en"] for one in schemes)


def test_a_sparql_endpoint_is_a_data_service(small_graph: Graph, tmp_path: Path) -> None:
    endpoint = "https://example.org/sparql"
    export_portal(small_graph.built, tmp_path / "b", "0.2.0", base_url=BASE, sparql=endpoint, contact="a@example.org")
    catalogue = rdflib.Graph().parse(tmp_path / "b/catalog.ttl")
    dcat = rdflib.Namespace("http://www.w3.org/ns/dcat#")
    assert (None, dcat.endpointURL, rdflib.URIRef(endpoint)) in catalogue
    for path, said in (
        ("void.ttl", endpoint),
        ("queries/questions.ttl", endpoint),
        ("w3id/.htaccess", f"{endpoint}?query=DESCRIBE"),
        ("catalog-datagouv.ttl", "mailto:a@example.org"),
        ("lod-cloud.json", '"email": "a@example.org"'),
    ):
        assert said in (tmp_path / "b" / path).read_text(encoding="utf-8"), path
