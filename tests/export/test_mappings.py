"""The SSSOM mapping set is what the graph says, no more and no less, with what its sets of links say of each link."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import pytest
import yaml

from maillage import __version__
from maillage.cli import run
from maillage.errors import MaillageError
from maillage.export.mappings import to_sssom
from maillage.library import Graph
from maillage.pipeline.build import build
from maillage.places import Places
from maillage.terms import OWL, SCHEMA, SKOS


def read(text: str) -> tuple[dict[str, object], list[dict[str, str]]]:
    """The header and the rows, by a reader that knows nothing of ours."""
    lines = text.splitlines()
    head = yaml.safe_load("\n".join(line[2:] for line in lines if line.startswith("#")))
    body = "\n".join(line for line in lines if not line.startswith("#"))
    return head, list(csv.DictReader(io.StringIO(body), delimiter="\t", strict=True))


@pytest.fixture(scope="module")
def text(graph: Graph) -> str:
    return to_sssom(graph.built.store, graph.built.names, __version__)


def test_its_rows_are_the_links_of_the_graph(graph: Graph, text: str) -> None:
    head, rows = read(text)
    spaces = head["curie_map"]
    assert isinstance(spaces, dict)

    def full(name: str) -> str:
        prefix, _, rest = name.partition(":")
        return f"{spaces[prefix]}{rest}"

    said = {OWL + "sameAs": SKOS + "exactMatch", SCHEMA + "sameAs": SKOS + "closeMatch"}
    facts = {
        (t.subject.value, said[predicate], t.object.value)
        for predicate in said
        for t in graph.built.store.values(None, predicate)
    }
    told = [(full(row["subject_id"]), full(row["predicate_id"]), full(row["object_id"])) for row in rows]
    assert len(facts) > 100 and len(told) == len(set(told)) and set(told) == facts
    used = {row[name].partition(":")[0] for row in rows for name in ("subject_id", "predicate_id", "object_id")}
    used |= {row[name].partition(":")[0] for row in rows for name in ("mapping_justification", "mapping_source")}
    assert used == set(spaces), "the prefix map holds what is used, no more"
    assert [row["subject_id"] for row in rows] == sorted(row["subject_id"] for row in rows)


def test_the_graph_says_no_skos_mapping(graph: Graph) -> None:
    for name in ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch", "mappingRelation"):
        assert not [t for t in graph.built.store.values(None, SKOS + name) if "/id/" in t.subject.value], name


def test_a_row_says_how_whence_when_and_how_sure(text: str) -> None:
    _, rows = read(text)
    (row,) = [r for r in rows if r["subject_id"] == "terr:departement-54" and r["object_id"] == "nuts:FRF31"]
    assert row == {
        "subject_id": "terr:departement-54",
        "subject_label": "Meurthe-et-Moselle",
        "predicate_id": "skos:closeMatch",
        "object_id": "nuts:FRF31",
        "mapping_justification": "semapv:ManualMappingCuration",
        "author_label": "Maillage contributors",
        "mapping_source": "doc:liens-nuts-2021",
        "object_source": "http://data.europa.eu/nuts",
        "mapping_date": "2026-11-29",
        "confidence": "0.98",
    }
    for row in rows:
        assert all(row.values()) and 0 < float(row["confidence"]) <= 1


def test_its_header(text: str) -> None:
    head, _ = read(text)
    assert head["mapping_set_id"] == "https://w3id.org/maillage/mappings/links"
    assert head["mapping_set_version"] == __version__
    assert str(head["license"]).endswith("etalab-2.0") and head["mapping_provider"]
    assert "n'ont pas été vérifiés sur Wikidata" in str(head["comment"])


def test_in_english(graph: Graph) -> None:
    head, _ = read(to_sssom(graph.built.store, graph.built.names, __version__, "en"))
    assert "were not checked against Wikidata itself" in str(head["comment"])


def test_the_same_bytes_each_time(graph: Graph, text: str) -> None:
    assert to_sssom(graph.built.store, graph.built.names, __version__) == text


def test_a_graph_without_links(places: Places, tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    folder.mkdir()
    (folder / "a.ttl").write_text(
        "<https://w3id.org/maillage/id/territory/a> a <https://w3id.org/maillage/def#OtherArea> ;\n"
        '    <http://www.w3.org/2004/02/skos/core#prefLabel> "A"@fr .\n',
        encoding="utf-8",
    )
    built = build(places.with_graph(folder))
    with pytest.raises(MaillageError, match="no links to other data sets"):
        to_sssom(built.store, built.names, __version__)
    assert run(["export", "mappings", "--graph", str(folder), "-o", str(tmp_path / "x.tsv")]) == 2
    assert not (tmp_path / "x.tsv").exists()


def test_links_in_no_set_are_told(small: Places, text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A link that someone writes beside a thing has no source and no confidence: it is left out, and that is said."""
    folder = Path(shutil.copytree(small.graph, tmp_path / "graph"))
    with (folder / "territories" / "regions.ttl").open("a", encoding="utf-8") as file:
        file.write("\n<https://w3id.org/maillage/id/territory/region-44> <https://schema.org/sameAs> wd:Q1 .\n")
    known = (folder / "territories" / "regions.ttl").read_text(encoding="utf-8")
    (folder / "territories" / "regions.ttl").write_text(
        "@prefix wd: <http://www.wikidata.org/entity/> .\n" + known, encoding="utf-8"
    )
    assert run(["export", "mappings", "--graph", str(folder), "-o", str(tmp_path / "x.tsv")]) == 0
    assert "Left out: 1 links" in capsys.readouterr().err
    assert (tmp_path / "x.tsv").read_text(encoding="utf-8") == text


def test_the_command(small: Places, text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "links.sssom.tsv"
    assert run(["export", "mappings", "--graph", str(small.graph), "-o", str(file)]) == 0
    assert file.read_text(encoding="utf-8") == text
    said = capsys.readouterr()
    assert said.out == "" and f"{len(read(text)[1])} links" in said.err and "Left out" not in said.err
