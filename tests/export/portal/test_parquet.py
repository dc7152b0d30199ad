"""The tables as Parquet: the same rows as the CSV, cell by cell, for two readers; typed; without points lost."""

from __future__ import annotations

import csv
import datetime
import sys
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import rdflib

from maillage.cli import run
from maillage.errors import MaillageError
from maillage.export.portal import parquet
from maillage.export.portal.bundle import export_portal
from maillage.export.portal.checks.judge import judge
from maillage.export.portal.facts import Facts
from maillage.export.portal.staging import SUMS
from maillage.export.portal.tables import TABLES
from maillage.library import Graph
from maillage.places import Places
from maillage.terms import MLG, PREFIXES
from maillage.things.rdf import Literal, NamedNode, Quad

from .conftest import BASE

TYPES = {"date": pa.date32(), "integer": pa.int64(), "boolean": pa.bool_(), "decimal": pa.decimal128(38, 10)}
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
FILE_TYPE = rdflib.URIRef("http://publications.europa.eu/resource/authority/file-type/PARQUET")
MEDIA = rdflib.URIRef("http://www.iana.org/assignments/media-types/application/vnd.apache.parquet")


@pytest.fixture(scope="module")
def typed(small_graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle with Parquet."""
    folder = tmp_path_factory.mktemp("typed") / "bundle"
    export_portal(small_graph.built, folder, "0.2.0", base_url=BASE, with_parquet=True)
    return folder


def cells(folder: Path, name: str) -> tuple[list[str], list[list[str]]]:
    with (folder / f"data/{name}.csv").open(encoding="utf-8", newline="") as stream:
        head, *rows = csv.reader(stream)
    return head, rows


def text(value: object, wanted: str) -> str:
    """A value as the CSV writes it; numbers are compared as numbers."""
    if value is None or value is pd.NaT or (isinstance(value, float) and value != value):
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return wanted if wanted and value == Decimal(wanted) else str(value)
    if isinstance(value, float):  # pandas has no whole numbers with gaps
        return str(int(value)) if value.is_integer() else str(value)
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


@pytest.mark.parametrize("name", TABLES)
def test_pyarrow_reads_the_cells_of_the_csv(typed: Path, name: str) -> None:
    head, rows = cells(typed, name)
    table = pq.read_table(typed / f"data/{name}.parquet")
    assert table.column_names == head and table.num_rows == len(rows) > 10
    for at, column in enumerate(table.columns):
        values = column.to_pylist()
        assert [text(value, row[at]) for value, row in zip(values, rows, strict=True)] == [row[at] for row in rows]


@pytest.mark.parametrize("name", TABLES)
def test_pandas_reads_the_cells_of_the_csv(typed: Path, name: str) -> None:
    head, rows = cells(typed, name)
    frame = pd.read_parquet(typed / f"data/{name}.parquet")
    assert list(frame.columns) == head and len(frame) == len(rows)
    for at, column in enumerate(head):
        values = frame[column].tolist()
        assert [text(value, row[at]) for value, row in zip(values, rows, strict=True)] == [row[at] for row in rows]


@pytest.mark.parametrize("name", TABLES)
def test_columns_are_typed_and_described(typed: Path, name: str) -> None:
    schema = pq.read_schema(typed / f"data/{name}.parquet")
    for column in TABLES[name][0]:
        field = schema.field(column.name)
        assert field.type == TYPES.get(column.datatype, pa.string()), column.name
        assert field.metadata[b"title"].decode() == column.fr
    days = [field.name for field in schema if field.type == pa.date32()]
    assert days and all(one.endswith(("_earliest", "_latest")) for one in days)
    assert schema.metadata[b"license"] == b"https://spdx.org/licenses/etalab-2.0"


def test_the_same_bytes_again(typed: Path, small: Places, tmp_path: Path) -> None:
    args = ["export", "portal", "-o", str(tmp_path / "b"), "--release", "0.2.0", "--base-url", BASE, "--parquet"]
    assert run([*args, "--graph", str(small.graph)]) == 0
    for name in TABLES:
        path = f"data/{name}.parquet"
        assert (tmp_path / "b" / path).read_bytes() == (typed / path).read_bytes()
        assert path in (tmp_path / "b" / SUMS).read_text() and f"`{path}`" in (tmp_path / "b/README.md").read_text()


def test_a_bundle_without_it_does_not_hang_on_what_is_installed(bundle: Path) -> None:
    assert list(bundle.rglob("*.parquet")) == []


def test_the_catalogue_describes_it_without_losing_points(typed: Path, shapes: list[Path]) -> None:
    """A format of the CSV, not a distribution beside it: data.europa.eu lists Parquet neither as open nor as readable."""
    graph = rdflib.Graph().parse(typed / "catalog.ttl")
    found = {str(graph.value(one, DCAT.downloadURL)): one for one in graph.subjects(rdflib.DCTERMS.format, FILE_TYPE)}
    assert set(found) == {f"{BASE}data/{name}.parquet" for name in TABLES}
    for url, one in found.items():
        assert graph.value(one, DCAT.mediaType) == MEDIA
        assert (one, rdflib.RDF.type, DCAT.Distribution) in graph
        (table,) = graph.subjects(rdflib.DCTERMS.hasFormat, one)
        assert str(graph.value(table, DCAT.downloadURL)) == url.replace(".parquet", ".csv")
        assert int(str(graph.value(one, DCAT.byteSize))) == (typed / url.removeprefix(BASE)).stat().st_size
        assert (None, DCAT.distribution, one) not in graph
    french = rdflib.Graph().parse(typed / "catalog-datagouv.ttl")
    offered = {str(french.value(one, DCAT.downloadURL)) for one in french.objects(None, DCAT.distribution)}
    assert set(found) <= offered
    card = judge(typed, shapes, offline=True)
    assert [f"{line.what[1]}: {line.missing[1]}" for line in card.lines if line.state == "fault"] == []
    assert card.points("mqa") == (405, 405)


def test_a_cell_that_is_not_of_the_type_is_refused_not_rounded(small_graph: Graph) -> None:
    claim = NamedNode(PREFIXES["claim"] + "essai")
    kinds = [NamedNode(MLG + kind) for kind in ("Claim", "Observation")]
    rdf_type = NamedNode(PREFIXES["rdf"] + "type")
    for value, fits in (("12.5", True), ("0.12345678901", False), ("beaucoup", False), ("1e40", False)):
        quads = [Quad(claim, rdf_type, kind) for kind in kinds]
        quads.append(Quad(claim, NamedNode(MLG + "value"), Literal(value)))
        if fits:
            assert pq.read_table(pa.BufferReader(parquet.to_parquet(Facts(quads), "claims", "x")))[
                "value"
            ].to_pylist() == [Decimal(value)]
        else:
            with pytest.raises(MaillageError, match=f"'{value}' is no decimal: it stands in column value of claims"):
                parquet.to_parquet(Facts(quads), "claims", "x")


def test_without_pyarrow(
    small: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence, before anything is computed; all the rest goes on without it."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    args = ["export", "portal", "-o", str(tmp_path / "b"), "--parquet", "--graph", str(small.graph)]
    assert run(args) == 2
    said = capsys.readouterr().err
    assert "--parquet needs pyarrow, which is not installed." in said and "pip install 'maillage[parquet]'" in said
    assert not (tmp_path / "b").exists()
