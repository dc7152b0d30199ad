"""What CKAN's reader (ckanext-dcat, profile of DCAT-AP 3) understands of the catalogue, field by field."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from maillage.export.push.bundle import Opened
from maillage.export.push.ckan import Ckan
from maillage.export.push.http import Portal

pytestmark = pytest.mark.portals
EU = "http://publications.europa.eu/resource/authority"
TYPES = f"{EU}/file-type/"
#: The format that CKAN shows, of those its own list knows (resource_formats.json); of others it shows the Union's IRI.
KNOWN = {"csv": "CSV", "geojson": "GeoJSON", "rdf": "RDF", "tsv": "TSV", "gexf": "XML", "graphml": "XML"}
FORMS = [("catalog.ttl", "turtle"), ("catalog.jsonld", "json-ld"), ("catalog.rdf", "xml")]
Read = Callable[..., Any]


@pytest.fixture(scope="module", params=FORMS, ids=lambda one: one[0])
def understood(request: pytest.FixtureRequest, read: Read, bundle: Path) -> list[dict[str, Any]]:
    """The datasets, the graph first."""
    path, form = request.param
    found: list[dict[str, Any]] = read("ckan", bundle / path, form)
    return sorted(found, key=lambda one: len(extras(one)["identifier"]))


def extras(dataset: dict[str, Any]) -> dict[str, str]:
    return {one["key"]: one["value"] for one in dataset["extras"]}


def test_the_datasets(understood: list[dict[str, Any]], opened: Opened) -> None:
    """Each field as about.ttl and the release say it."""
    assert len(understood) == 2
    graph = understood[0]
    assert graph["title"] == "Maillage : la gouvernance territoriale de la santé en France"
    assert graph["notes"].startswith("Qui se coordonne avec qui") and graph["notes"].endswith("n'y prouve rien.")
    assert (graph["url"], graph["version"]) == ("https://w3id.org/maillage/", "0.2.0")
    said = extras(graph)
    assert {key: said[key] for key in ("identifier", "uri", "issued", "modified", "frequency")} == {
        "identifier": "https://w3id.org/maillage/dataset",
        "uri": "https://w3id.org/maillage/dataset",
        "issued": "2026-11-21",
        "modified": opened.datasets("fr")[0].modified,
        "frequency": f"{EU}/frequency/IRREG",
    }
    assert json.loads(said["theme"]) == [f"{EU}/data-theme/GOVE", f"{EU}/data-theme/HEAL"]
    assert json.loads(said["language"]) == [f"{EU}/language/ENG", f"{EU}/language/FRA"]
    assert said["access_rights"] == f"{EU}/access-right/PUBLIC"
    assert (said["publisher_name"], said["publisher_uri"]) == (
        "Maillage contributors",
        "https://w3id.org/maillage/contributors",
    )
    assert (said["contact_name"], said["contact_email"]) == ("Maillage contributors", "contact@example.org")
    assert (said["temporal_start"], said["temporal_end"]) == ("2009-01-01", "2030-12-31")
    assert (said["spatial_uri"], said["spatial_text"]) == (f"{EU}/country/FRA", "France")
    box = [[-5.15, 41.33], [9.57, 41.33], [9.57, 51.09], [-5.15, 51.09], [-5.15, 41.33]]
    assert json.loads(said["spatial"]) == {"type": "Polygon", "coordinates": [box]}
    assert said["provenance"].startswith("Listes officielles")


def test_the_keywords(understood: list[dict[str, Any]], opened: Opened) -> None:
    """Both languages in one list: without multilingual fields CKAN has no other place for them."""
    for dataset, ours in zip(understood, opened.datasets("fr"), strict=True):
        english = next(one for one in opened.datasets("en") if one.iri == ours.iri)
        assert {one["name"] for one in dataset["tags"]} == {*ours.keywords, *english.keywords}


def test_the_files(understood: list[dict[str, Any]], bundle: Path) -> None:
    """Each distribution: title, address, media type, format, licence, size and checksum, as the file itself is."""
    count = 0
    for dataset in understood:
        for one in dataset["resources"]:
            path = bundle / one["url"].removeprefix("https://example.org/maillage/")
            content = path.read_bytes()
            count += 1
            assert one["url"] == one["download_url"] == one["access_url"]
            assert one["name"].endswith(f" : {path.name}") and one["description"]
            assert one["size"] == len(content)
            assert one["hash"] == hashlib.sha256(content).hexdigest()
            assert one["hash_algorithm"] == "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"
            assert "/" in one["mimetype"] and not one["mimetype"].startswith("http")
            ending = path.name.removesuffix(".gz").rpartition(".")[2]
            assert one["format"] == KNOWN.get(ending, one["format"])
            assert ending in KNOWN or one["format"].startswith(TYPES)
            assert one["license"] == f"{EU}/licence/ETALAB_2_0"
            assert one["rights"] == "Licence Ouverte / Open Licence version 2.0"
            assert one["uri"].startswith(f"{extras(dataset)['uri']}/distribution/")
            assert one["issued"] == one["modified"] == extras(dataset)["modified"]
    offered = (bundle / "catalog.ttl").read_text(encoding="utf-8").count("dcat:downloadURL")
    assert count == offered > 20


def test_the_licence_where_the_portal_knows_it(read: Read, bundle: Path, tmp_path: Path) -> None:
    """CKAN's own list lacks it, and then the dataset has none; one set up for France knows it by its title."""
    assert [one["license_id"] for one in read("ckan", bundle / "catalog.ttl", "turtle")] == ["", ""]
    about = {"id": "lov2", "title": "Licence Ouverte / Open Licence version 2.0", "url": "https://example.org/lov2"}
    (tmp_path / "licences.json").write_text(json.dumps([{**about, "status": "active"}]), encoding="utf-8")
    found = read("ckan", bundle / "catalog.ttl", "turtle", tmp_path / "licences.json")
    assert [one["license_id"] for one in found] == ["lov2", "lov2"]


def test_a_push_says_what_the_reader_understands(understood: list[dict[str, Any]], opened: Opened) -> None:
    """A dataset pushed is the one that would be harvested: same fields, same extras, same resources."""
    ckan = Ckan(Portal("CKAN", "http://localhost", "", ()))
    for dataset, ours in zip(understood, opened.datasets("fr"), strict=True):
        pushed = ckan.package(ours, ckan.name_of(ours))
        for key in ("title", "notes", "url", "version"):
            assert pushed[key] == dataset[key]
        assert {one["name"] for one in pushed["tags"]} <= {one["name"] for one in dataset["tags"]}
        there = extras(dataset)
        for one in pushed["extras"]:
            theirs, mine = there[one["key"]], one["value"]
            assert (json.loads(theirs) == json.loads(mine)) if mine[0] in "[{" else theirs == mine, one["key"]
        resources = {one["uri"]: one for one in dataset["resources"]}
        assert {file.iri for file in ours.files} == set(resources)
        for file in ours.files:
            pushed_file = ckan.resource(ours, file)
            for key in set(pushed_file) - {"format"}:
                assert str(resources[file.iri][key]) == pushed_file[key], key
