"""What udata's reader understands of the French catalogue, and what a real udata holds after a push."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from maillage.cli import run
from maillage.export.push.bundle import Opened
from maillage.export.push.udata import described, resource

pytestmark = pytest.mark.portals
HERE = Path(__file__).parent
Read = Callable[..., Any]


@pytest.fixture(scope="module")
def understood(read: Read, bundle: Path) -> list[dict[str, Any]]:
    """The datasets, the graph first."""
    found: list[dict[str, Any]] = read("udata", bundle / "catalog-datagouv.ttl")
    return found


def test_the_datasets(understood: list[dict[str, Any]], opened: Opened) -> None:
    """Each field as about.ttl and the release say it, the licence as that portal names it."""
    assert len(understood) == 2
    graph = dict(understood[0])
    assert graph.pop("description").startswith("Qui se coordonne avec qui")
    del graph["resources"]
    assert graph == {
        "title": "Maillage : la gouvernance territoriale de la santé en France",
        "frequency": "irregular",
        "tags": [
            "agence-regionale-de-sante",
            "collectivites-territoriales",
            "contrat-de-ville",
            "contrat-local-de-sante",
            "coordination",
            "donnees-liees",
            "gouvernance",
            "graphe-de-connaissances",
            "groupement-hospitalier-de-territoire",
            "sante",
            "territoire",
        ],
        "license": "lov2",
        "start": "2009-01-01",
        "end": "2030-12-31",
        "spatial": {
            "type": "MultiPolygon",
            "coordinates": [[[[-5.15, 41.33], [9.57, 41.33], [9.57, 51.09], [-5.15, 51.09], [-5.15, 41.33]]]],
        },
        "contacts": [
            ["contact", "Maillage contributors", "contact@example.org", None],
            ["publisher", "Maillage contributors", None, None],
        ],
        "identifier": "https://w3id.org/maillage/dataset",
        "uri": "https://w3id.org/maillage/dataset",
        "landing": "https://w3id.org/maillage/",
        "issued": "2026-11-21",
        "modified": opened.for_france()[0].modified,
        "rights": ["Licence Ouverte / Open Licence version 2.0"],
    }
    assert understood[1]["identifier"] == "https://w3id.org/maillage/dataset/ontology"


def test_the_files(understood: list[dict[str, Any]], bundle: Path) -> None:
    count = 0
    for dataset in understood:
        for one in dataset["resources"]:
            path = bundle / one["url"].removeprefix("https://example.org/maillage/")
            count += 1
            assert one["title"] == path.name and one["description"]
            assert one["size"] == path.stat().st_size
            assert path.name.endswith(f".{one['format']}") and "/" in one["mime"]
            assert one["type"] == "main" and one["modified"] == dataset["modified"]
            assert one["uri"] == one["identifier"] and one["uri"].startswith(f"{dataset['uri']}/distribution/")
            assert one["checksum"] is None, "left out: see the guide"
    assert count > 20


def test_a_push_says_what_the_reader_understands(understood: list[dict[str, Any]], opened: Opened) -> None:
    for dataset, ours in zip(understood, opened.for_france(), strict=True):
        pushed = described(ours, "lov2")
        assert pushed.pop("extras") == {"dct:identifier": dataset["identifier"], "maillage:version": "0.2.0"}
        assert pushed.pop("temporal_coverage") == {"start": dataset["start"], "end": dataset["end"]}
        assert pushed.pop("spatial") == {"geom": dataset["spatial"]}
        assert pushed == {key: dataset[key] for key in pushed}
        assert dataset["contacts"][0] == ["contact", ours.contact.name, ours.contact.email, None]
        there = {one["identifier"]: one for one in dataset["resources"]}
        for file in ours.files:
            one = resource(file)
            assert one.pop("extras") == {"dct:identifier": there[file.iri]["uri"], "maillage:sha256": file.sha256}
            assert one == {key: there[file.iri][key] for key in one}


class Udata:
    """A real udata on this machine."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdin is not None and process.stdout is not None
        self.process, self.into, self.out = process, process.stdin, process.stdout
        first = self.out.readline()
        assert first, "it did not start"
        told = json.loads(first)
        self.url, self.token, self.organization = told["url"], told["token"], told["organization"]

    def holds(self) -> dict[str, Any]:
        """What is in its database: identifier -> dataset."""
        self.into.write("state\n")
        self.into.flush()
        return {one["extras"]["dct:identifier"]: one for one in json.loads(self.out.readline())}


@pytest.fixture
def udata(python: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Udata]:
    words = [str(python("udata")), str(HERE / "serve_udata.py"), str(tmp_path / "fs")]
    with (tmp_path / "udata.log").open("w") as log:
        process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True)
        try:
            there = Udata(process)
            monkeypatch.setenv("MAILLAGE_DATAGOUV_TOKEN", there.token)
            yield there
        finally:
            process.kill()
            process.communicate()


@pytest.fixture
def push(udata: Udata, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def do(folder: Path, *words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run(["export", "push", "datagouv", str(folder), "--url", udata.url, *words])
        return code, *capsys.readouterr()

    return do


def test_pushed_to_a_real_udata(
    push: Callable[..., tuple[int, str, str]],
    udata: Udata,
    bundle: Path,
    opened: Opened,
    understood: list[dict[str, Any]],
    tmp_path: Path,
) -> None:
    """Told, done, done again: the datasets are those that its own reader would have made, the files are stored whole."""
    assert push(bundle)[0] == 0 and udata.holds() == {}
    code, _, err = push(bundle, "--organization", udata.organization, "--yes")
    assert code == 0, err
    held = udata.holds()
    for dataset, ours in zip(understood, opened.for_france(), strict=True):
        one = held[ours.identifier]
        assert one["private"] is False and one["organization"] and "maillage:push" not in one["extras"]
        for key in ("title", "description", "frequency", "tags", "license"):
            assert one[key] == dataset[key], key
        assert one["spatial"]["geom"] == dataset["spatial"] and len(one["contact_points"]) == 1
        assert [r["extras"]["dct:identifier"] for r in one["resources"]] == [file.iri for file in ours.files]
        for stored, file in zip(one["resources"], ours.files, strict=True):
            content = (bundle / file.path).read_bytes()
            if stored["filetype"] == "file":
                assert stored["checksum"] == {"type": "sha1", "value": hashlib.sha1(content).hexdigest()}
                assert (tmp_path / "fs" / "resources" / stored["fs_filename"]).read_bytes() == content
            else:
                assert stored["url"] == file.url and stored["filesize"] == len(content)
    assert sum(r["filetype"] == "file" for one in held.values() for r in one["resources"]) > 10
    code, out, err = push(bundle, "--yes")
    assert code == 0 and "rien à changer" in err and {line.split()[0] for line in out.splitlines()} == {"laisser"}
    assert udata.holds() == held


def test_a_token_a_real_udata_does_not_take(
    push: Callable[..., tuple[int, str, str]], udata: Udata, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAILLAGE_DATAGOUV_TOKEN", "udata_nobody")
    code, out, err = push(bundle, "--yes")
    assert (code, out) == (2, "") and "401" in err and "Invalid API token" in err and "udata_nobody" not in err
    assert os.environ["MAILLAGE_DATAGOUV_TOKEN"] == "udata_nobody" and udata.holds() == {}
