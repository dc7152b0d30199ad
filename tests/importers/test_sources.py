"""Every source as it is described: its example is taken; a column nobody declared, a category nobody enumerated and a
count nobody expects are refused, with file, line, value and mend. A source without these does not pass.
"""

from __future__ import annotations

import copy
import csv
import inspect
import io
import json
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from maillage import importers as rooms
from maillage.errors import MaillageError
from maillage.importers import get_importer, importers, sources
from maillage.importers.geography import outlines
from maillage.importers.geography.sources import OFFICIAL_CODE, OUTLINES
from maillage.importers.hospitals import survey
from maillage.importers.institutions import councils, insurance
from maillage.importers.kit.base import Job, Outcome, run
from maillage.importers.kit.imports import Line, read_imports, write_imports
from maillage.importers.kit.listing import Listing
from maillage.importers.kit.report import Report
from maillage.importers.kit.source import Source
from maillage.importers.links.rows import NAMED
from maillage.importers.register import claims, context, states

LISTINGS = {listing.name: (source, listing) for source in sources() for listing in source.listings}
#: Importers in the order in which they build on each other, and the files each reads.
WRITTEN_BY = {source: importer.name for importer in importers().values() for source in importer.sources}
Rows = list[dict[str, Any]]
ABROAD = {
    "documents/ailleurs.ttl": "<https://w3id.org/maillage/id/territory/wallonie> a <https://w3id.org/maillage/def#OtherArea> .\n",
    NAMED: "code_ins,territory,remark\n03000,terr:wallonie,\n",
}


def text_of(name: str, rows: Rows) -> str:
    """The file of some rows, in the form its name says."""
    if name.endswith((".csv", ".tsv")):
        out = io.StringIO()
        columns = list(dict.fromkeys(key for row in rows for key in row))
        writer = csv.DictWriter(out, columns, restval="", delimiter="\t" if name.endswith(".tsv") else ",")
        writer.writeheader()
        writer.writerows(rows)
        return out.getvalue()
    if name.endswith(".jsonl"):
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    ring = [[0, 0], [1, 0], [1, 1], [0, 0]]
    features = [
        {"type": "Feature", "properties": row, "geometry": {"type": "Polygon", "coordinates": [ring]}} for row in rows
    ]
    return json.dumps({"type": "FeatureCollection", "features": features})


class Country:
    """A country of examples: one row of each list of the official code; importers run on what a test makes of a list."""

    def __init__(self, tiny: Any) -> None:
        self.tiny = tiny
        self.code = {listing.name.removesuffix(".json"): [listing.example] for listing in OFFICIAL_CODE.listings}
        area = LISTINGS["epci.json"][1].example
        # What the example of a composition is made of.
        parts = LISTINGS["composition_deduced_by_population.csv"][1].example["member_sirens"].split()
        self.code["epci"] += [{**area, "code": siren, "nom": f"CC {siren}", "type": "CC"} for siren in parts]
        for name in ("territories", "councils", "prefectures"):
            self.take(name)
        # A place of another country that a document names, and the curator who says which it is.
        for path, text in ABROAD.items():
            (tiny.graph / path).parent.mkdir(exist_ok=True)
            (tiny.graph / path).write_text(text, encoding="utf-8")

    def take(self, name: str, changed: str = "", rows: Rows | None = None, **options: str) -> Outcome:
        """Run an importer on the examples of all it reads, but for one list that has other rows."""
        rows = rows or []
        code = {key: rows if f"{key}.json" == changed else value for key, value in self.code.items()}
        folder = self.tiny.folder / "given"
        folder.mkdir(exist_ok=True)
        for listing in (listing for source in get_importer(name).sources for listing in source.listings):
            if not listing.name.endswith(".json"):
                given = rows if listing.name == changed else [dict(listing.example)]
                (folder / listing.name).write_text(text_of(listing.name, given), encoding="utf-8")
        said = {"vintage": "2026", "counts": "accepted"} | options
        given = [folder, self.tiny.package(copy.deepcopy(code))]
        if name == "register":  # Of the code it takes municipalities only; the counts looked at are then its own.
            given = [folder / "arrangements_register_2.jsonl", *(given[1:] if said["counts"] else [])]
        return run(get_importer(name), self.tiny.graph, given, "2026-09-01", None, said)


@pytest.fixture
def country(tiny) -> Country:
    return Country(tiny)


def imported(country: Country, name: str, rows: Rows, **options: str) -> None:
    """Import the source of a list on some rows of it."""
    source, _ = LISTINGS[name]
    if source is not OUTLINES:
        country.take(WRITTEN_BY[source], name, rows, **options)
        return
    for listing in OUTLINES.listings:
        given = rows if listing.name == name else [dict(listing.example)]
        (country.tiny.folder / listing.name).write_text(text_of(listing.name, given), encoding="utf-8")
    outlines.make(
        Job([country.tiny.folder], None, country.tiny.known, Report(), {"counts": "accepted"} | options), "2026"
    )


def refused(country: Country, name: str, rows: Rows, *also: str, **options: str) -> MaillageError:
    """What an import says that refuses these rows (or those of another list it reads too); graph/ is as before."""
    before = country.tiny.files()
    with pytest.raises(MaillageError) as caught:
        imported(country, name, rows, **options)
    assert country.tiny.files() == before
    assert Path(str(caught.value.file)).name in (name, *also) and caught.value.line and caught.value.fix
    return caught.value


def changes(listing: Listing, change: Callable[[dict[str, Any], Listing], dict[str, Any] | None]) -> Rows:
    """The example of a list, changed in each of its places: in the row, and in the rows it holds."""
    out = [changed] if (changed := change(copy.deepcopy(dict(listing.example)), listing)) else []
    for field, inner in listing.inside.items():
        for held in changes(inner, change):
            out.append({**copy.deepcopy(dict(listing.example)), field: [held]})
    return out


# What a description says.


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.slug)
def test_a_description_is_whole(source: Source) -> None:
    assert source.publisher and all(source.title) and all(source.made) and source.listings
    for listing in source.listings:
        assert listing.rows and 0 < listing.rows[0] <= listing.rows[1], listing.name
        assert all(listing.left_out.values())
        check_listing(listing)


def check_listing(listing: Listing) -> None:
    assert listing.handled and not set(listing.handled) & set(listing.ignored), listing.name
    declared = {**listing.handled, **listing.ignored}
    assert all(words.strip() for words in declared.values()), "what becomes of a column, or why nothing does"
    assert set(listing.example) <= set(declared) and listing.example
    named = {*listing.needed, *listing.optional, *listing.values, *listing.kinds, *listing.inside}
    assert named <= set(declared) and set(listing.kinds) <= set(listing.values)
    for inner in listing.inside.values():
        check_listing(inner)


def test_every_importer_says_what_it_reads(country: Country) -> None:
    """Whatever an importer reads is in the description of one of its sources, and every source is some importer's."""
    for importer in importers().values():
        declared = [listing for source in (*importer.sources, *importer.looks_up) for listing in source.listings]
        assert declared, importer.name
        read = country.take(importer.name).report.read.values()
        assert [one.listing.name for one in read if one.listing not in declared] == []
        assert {one.listing.name for one in read} >= {li.name for source in importer.sources for li in source.listings}
    assert {*WRITTEN_BY, OUTLINES} == set(sources())


def test_a_row_is_read_only_by_a_description() -> None:
    """No importer opens a list past the kit: rows come from its three readers, which ask for a listing."""
    kit = import_module("maillage.importers.kit.rows")
    for reader in (kit.csv_rows, kit.json_rows, kit.jsonl_rows):
        assert "listing" in inspect.signature(reader).parameters
    base = Path(str(rooms.__file__)).parent
    #: Tables a curator keeps in graph/, and features of outlines, whose properties are checked one by one.
    others = {"kit/rows.py", "kit/imports.py", "register/resolutions.py", "register/themes.py", "geography/outlines.py"}
    others |= {"geography/official.py", "kit/files.py"}  # package.json says the version; the journal of an import
    for path in base.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if path.relative_to(base).as_posix() not in others:
            assert "csv.reader" not in text and "DictReader" not in text and "json.loads" not in text, path


def test_categories_are_those_the_importers_know() -> None:
    assert set(LISTINGS["epci.json"][1].values["type"]) | {"EPT"} == set(councils._STATUTES)
    assert set(LISTINGS["cpam_codes_2020.csv"][1].values["libelle"]) == set(insurance._KINDS)
    assert set(LISTINGS["sae2023_etablissements.csv"][1].values["stjr"]) == set(survey._STATUSES)
    register = LISTINGS["arrangements_register_2.jsonl"][1]
    assert set(register.values["status"]) == set(states.STATUS)
    assert set(register.inside["parties"].values["type"]) == set(context.KINDS)
    assert set(register.inside["parties"].values["role"]) == set(claims.ROLES)
    for kind in register.values["type"]:
        assert claims.thing_of({"id": "a", "type": kind, "name": "A"}) is not None


def test_care_categories_are_those_of_the_vocabulary(places) -> None:
    text = (places.ontology / "schemes.ttl").read_text(encoding="utf-8")
    for code in LISTINGS["sae2023_etablissements.csv"][1].values["cat"]:
        assert f"careCategory:{code} a skos:Concept" in text


# What an import does with it.


@pytest.mark.parametrize("name", LISTINGS)
def test_its_example_is_taken(country: Country, name: str) -> None:
    source, listing = LISTINGS[name]
    imported(country, name, [dict(listing.example)])
    if source is OUTLINES:
        return
    lines = [line for line in read_imports(country.tiny.graph) if line.file == name]
    assert [(line.what, line.rows) for line in lines] == [("read", "1"), ("kept", "1")]
    assert lines[0].importer == WRITTEN_BY[source] and lines[0].document.startswith(source.name)


@pytest.mark.parametrize("name", LISTINGS)
def test_a_column_nobody_declared_is_refused(country: Country, name: str) -> None:
    cases = changes(LISTINGS[name][1], lambda row, _: {**row, "colonne_neuve": "x"})
    assert cases
    for row in cases:
        error = refused(country, name, [row])
        assert "'colonne_neuve'" in str(error) and "nobody declared" in str(error)
        assert "Declare it" in str(error.fix)


CATEGORISED = [
    (name, column)
    for name, (_, listing) in LISTINGS.items()
    for one in (listing, *listing.inside.values())
    for column in one.values
]


@pytest.mark.parametrize(("name", "column"), CATEGORISED)
def test_a_category_nobody_enumerated_is_refused(country: Country, name: str, column: str) -> None:
    cases = changes(LISTINGS[name][1], lambda row, at: {**row, column: "inédit"} if column in at.values else None)
    assert cases
    for row in cases:
        error = refused(country, name, [row])
        assert "'inédit', which nobody enumerated" in str(error) and f"{column} of " in str(error)
        assert "enumerate it" in str(error.fix)


@pytest.mark.parametrize("name", LISTINGS)
def test_another_number_of_rows_than_expected_is_refused(country: Country, name: str) -> None:
    listing = LISTINGS[name][1]
    assert listing.rows
    least, most = listing.rows
    with pytest.raises(MaillageError, match=rf"{name}:9: {name} has {least - 1} rows, fewer than expected"):
        listing.check_count(least - 1, Path(name), 9)
    with pytest.raises(MaillageError, match=rf"{name}:9: {name} has {most + 1} rows, more than expected"):
        listing.check_count(most + 1, Path(name), 9)
    listing.check_count(least, Path(name), 9)
    listing.check_count(most, Path(name), 9)


@pytest.mark.parametrize("slug", [source.slug for source in sources()])
def test_an_import_of_too_few_rows_is_refused(country: Country, slug: str) -> None:
    source = next(source for source in sources() if source.slug == slug)
    listing = source.listings[0]
    # An importer of several sources tells the first of them that is too short.
    beside = (
        [one.listings[0].name for one in get_importer(WRITTEN_BY[source]).sources] if source is not OUTLINES else []
    )
    error = refused(country, listing.name, [dict(listing.example)], *beside, counts="")
    told = LISTINGS[Path(str(error.file)).name][1]
    assert f"has 1 rows, fewer than expected ({(told.rows or (0, 0))[0]}" in str(error)
    assert "--accept-loss" in str(error.fix)


# What it records.


def test_what_was_kept_is_recorded(country: Country) -> None:
    listing = LISTINGS["cpam_codes_2020.csv"][1]
    country.take("agencies")
    country.take("insurance", listing.name, [dict(listing.example), {"code_caisse": "999", "libelle": "CPAM Ailleurs"}])
    lines = read_imports(country.tiny.graph)
    start = ("insurance", "doc:caisses-primaires-2020", listing.name)
    assert [line for line in lines if line.importer == "insurance"] == [
        Line(*start, "read", "2"),
        Line(*start, "kept", "1"),
        Line(*start, "bad", "1", "line 3: no department of graph/ fits the code 999 (CPAM Ailleurs); left aside."),
    ]
    assert any(line.importer == "agencies" for line in lines), "the lines of other importers stay"


def test_rows_left_out_on_purpose_are_recorded(country: Country) -> None:
    listing = LISTINGS["communes.json"][1]
    part = {"code": "54001", "nom": "Une déléguée", "type": "commune-deleguee"}
    country.take("territories", listing.name, [dict(listing.example), part])
    lines = [line for line in read_imports(country.tiny.graph) if line.file == listing.name]
    assert [(line.what, line.rows, line.why) for line in lines] == [
        ("read", "2", ""),
        ("kept", "1", ""),
        ("left out", "1", "part-of-a-commune"),
    ]


def test_the_table_reads_as_it_was_written(tmp_path: Path) -> None:
    lines = [Line("b", "doc:b", "b.csv", "read", "2"), Line("a", "doc:a", "a.csv", "bad", "1", "line 2: « x », y")]
    (tmp_path / "imports.csv").write_text(write_imports(lines, []), encoding="utf-8")
    assert read_imports(tmp_path) == lines[::-1]
    again = [Line("b", "doc:b", "b.csv", "read", "3")]
    assert write_imports(again, lines) == write_imports([lines[1], *again], [])


def test_the_shipped_numbers_add_up(places) -> None:
    """What graph/imports.csv says: every list of every source was read, and its rows are kept, left out or bad."""
    lines = read_imports(places.graph)
    for source, listing in LISTINGS.values():
        own = [line for line in lines if line.file == listing.name]
        assert own and own[0].document.startswith(source.name), f"import it: {listing.name}"
        told = {what: sum(int(line.rows) for line in own if line.what == what) for what in ("read", "kept")}
        away = sum(int(line.rows) for line in own if line.what in ("left out", "bad"))
        assert told["read"] == told["kept"] + away
        assert (listing.rows or (0, 0))[0] <= told["read"] <= (listing.rows or (0, 0))[1]
        assert {line.why for line in own if line.what == "left out"} <= set(listing.left_out)
