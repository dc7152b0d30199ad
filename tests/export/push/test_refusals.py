"""What only one kind of portal may have against a push, and what a push may have against what is there."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from maillage.cli import run

Say = Callable[..., tuple[int, str, str]]
Write = Callable[..., Path]
IDENTIFIER = "https://w3id.org/maillage/dataset"

ckan = pytest.mark.parametrize("kind", ["ckan"], indirect=True)
datagouv = pytest.mark.parametrize("kind", ["datagouv"], indirect=True)
zenodo = pytest.mark.parametrize("kind", ["zenodo"], indirect=True)


@ckan
def test_no_organisation(push: Say, portal: Any, bundle: Path) -> None:
    """A private dataset needs one: none, several, or one the token is not of, is told before anything is made."""
    second = {"id": "org-2", "name": "region", "title": "La région"}
    for organizations, words, told in (
        ([], (), "needs an organisation"),
        ([*portal.organizations, second], (), "agence, region"),
        ([second], ("--organization", "agence"), "'agence'"),
    ):
        portal.organizations[:] = organizations
        code, out, err = push(bundle, "--yes", *words)
        assert (code, out, portal.packages) == (2, "", {}) and told in err and "--organization" in err
    portal.organizations.append({"id": "org-1", "name": "agence", "title": "L'agence"})
    assert push(bundle, "--yes", "--organization", "L'AGENCE")[0] == 0
    assert {one["owner_org"] for one in portal.packages.values()} == {"org-1"}


@ckan
def test_a_name_that_is_taken(push: Say, portal: Any, bundle: Path) -> None:
    portal.packages["x"] = {"id": "x", "name": "maillage", "state": "active", "extras": [], "resources": [], "tags": []}
    code, out, err = push(bundle, "--yes")
    assert (code, out) == (2, "") and "'maillage'" in err and "--name" in err and len(portal.packages) == 1
    assert push(bundle, "--yes", "--name", "Maillage santé")[0] == 0
    names = {one["name"] for one in portal.packages.values()}
    assert names == {"maillage", "maillage-sante", "maillage-sante-ontology"}


@ckan
def test_found_by_its_identifier_under_another_name(push: Say, portal: Any, bundle: Path) -> None:
    """One that was renamed there, or harvested, is the same; two are one too many."""
    assert push(bundle, "--yes")[0] == 0
    there = next(one for one in portal.packages.values() if one["name"] == "maillage")
    there["name"] = "renamed"
    code, out, err = push(bundle, "--yes")
    assert code == 0 and "rien à changer" in err and "(renamed)" in out and len(portal.packages) == 2
    portal.packages["twin"] = {**there, "id": "twin", "name": "twin"}
    code, _, err = push(bundle, "--yes")
    assert code == 2 and "renamed, twin" in err and IDENTIFIER in err


@ckan
def test_what_is_in_the_bin_is_made_anew(push: Say, portal: Any, bundle: Path) -> None:
    assert push(bundle, "--yes")[0] == 0
    for one in portal.packages.values():
        one["state"], one["name"] = "deleted", f"old-{one['name']}"
    code, out, _ = push(bundle, "--yes")
    assert code == 0 and "créer" in out and len(portal.packages) == 4


@ckan
def test_in_english(push: Say, portal: Any, bundle: Path) -> None:
    """Titles, descriptions and keywords are in the language asked for."""
    assert push(bundle, "--yes", "--lang", "en")[0] == 0
    there = next(one for one in portal.packages.values() if one["name"] == "maillage")
    assert there["title"] == "Maillage: territorial health governance in France"
    assert {"name": "health"} in there["tags"] and {"name": "santé"} not in there["tags"]
    assert {one["description"] for one in there["resources"]} >= {"The file data/nodes.csv"}


@ckan
def test_one_that_is_public_at_once_is_refused(
    push: Say, portal: Any, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A portal that drops `private` is told of before a file is sent."""
    real = portal.act_package_create
    monkeypatch.setattr(portal, "act_package_create", lambda body, file: real({**body, "private": False}, file))
    code, _, err = push(bundle, "--yes")
    assert code == 2 and "public at once" in err and all(not one["resources"] for one in portal.packages.values())


@datagouv
def test_not_a_member(push: Say, portal: Any, bundle: Path) -> None:
    code, out, err = push(bundle, "--yes", "--organization", "region")
    assert (code, out, portal.datasets) == (2, "", {}) and "'region'" in err and "agence" in err
    assert push(bundle, "--yes", "--organization", "agence")[0] == 0
    assert {one["organization"]["id"] for one in portal.datasets.values()} == {"org-1"}


@datagouv
def test_already_harvested(push: Say, portal: Any, bundle: Path) -> None:
    harvest = {"source_id": "h", "dct_identifier": IDENTIFIER}
    portal.datasets["h"] = {
        "id": "h",
        "slug": "h",
        "title": "Moissonné",
        "deleted": None,
        "extras": {},
        "harvest": harvest,
    }
    code, out, err = push(bundle, "--yes")
    assert (code, out) == (2, "") and "harvests" in err and "Moissonné" in err and len(portal.datasets) == 1


@datagouv
def test_deleted_and_double(push: Say, portal: Any, bundle: Path) -> None:
    assert push(bundle, "--yes")[0] == 0
    first, second = list(portal.datasets.values())
    first["deleted"] = "2026-11-30T00:00:00"
    assert push(bundle, "--yes")[0] == 0 and len(portal.datasets) == 3
    portal.datasets["twin"] = {**second, "id": "twin", "slug": "twin"}
    code, _, err = push(bundle, "--yes")
    assert code == 2 and "twin" in err


@datagouv
def test_a_portal_with_other_kinds_and_licences(
    push: Say, portal: Any, bundle: Path, monkeypatch: pytest.MonkeyPatch, fakes: Any
) -> None:
    """What it takes and how it names the licence are asked."""
    monkeypatch.setattr(portal, "takes", (*portal.takes, "jsonld"))
    monkeypatch.setitem(fakes.LICENCE, "title", "Another")
    monkeypatch.setitem(fakes.LICENCE, "id", "another")
    code, out, err = push(bundle, "--yes")
    assert code == 0 and "\nlier" not in out and "Licence Ouverte" in err
    assert not any("license" in one for one in portal.datasets.values())


@datagouv
def test_no_address_to_link(push: Say, portal: Any, write: Write) -> None:
    """A bundle made without --base-url has files that nobody serves: they are not linked, and that is said."""
    folder = write(base="https://w3id.org/maillage/files/")
    code, out, _ = push(folder, "--yes")
    assert code == 0 and "n'a pas d'adresse" in out and "\nlier" not in out
    assert sorted(len(one["resources"]) for one in portal.datasets.values()) == [2, 3]
    assert "rien à changer" in push(folder, "--yes")[2]


@zenodo
def test_published_for_good(push: Say, portal: Any, bundle: Path, write: Write) -> None:
    """Published once, it is left; the same version with other files is refused."""
    code, out, _ = push(bundle, "--yes", "--publish")
    assert code == 0 and "publier" in out and portal.deposits[100]["submitted"]
    portal.forget()
    code, out, err = push(bundle, "--yes", "--publish")
    assert code == 0 and "rien à changer" in err and "10.5072/zenodo.100" in out and portal.writes == []
    other = write({"data/nodes.csv": b"id\n"}, "0.2.0", folder="other")
    code, out, err = push(other, "--yes", "--publish")
    assert (code, out) == (2, "") and "0.2.0" in err and "--release" in err and portal.writes == []


@zenodo
def test_the_archive_is_the_whole_bundle(push: Say, portal: Any, bundle: Path, tmp_path: Path) -> None:
    """Unpacked, it is the folder, and its sums are right; made again, it is the same bytes."""
    import zipfile

    from maillage.export.push.bundle import open_bundle
    from maillage.export.push.http import Portal
    from maillage.export.push.zenodo import Zenodo

    made = Zenodo(Portal("Zenodo", portal.url, "", ()))
    again = Zenodo(Portal("Zenodo", portal.url, "", ()))
    opened = open_bundle(bundle)
    path = made._files(opened, opened.zenodo)["maillage-0.2.0.zip"]
    assert path.read_bytes() == again._files(opened, opened.zenodo)["maillage-0.2.0.zip"].read_bytes()
    with zipfile.ZipFile(path) as archive:
        archive.extractall(tmp_path / "out")
    assert open_bundle(tmp_path / "out" / "maillage-0.2.0").sums == opened.sums


@zenodo
def test_files_of_one_name_in_two_folders(push: Say, portal: Any, write: Write) -> None:
    """Zenodo has no folders: both are there, under names that tell them apart; too many are in the archive only."""
    folder = write({"data/a.nt": b"1\n", "data/change/a.nt": b"2\n", "data/change/b.nt": b"3\n"})
    assert push(folder, "--yes")[0] == 0
    names = {one["filename"] for one in portal.deposits[100]["files"]}
    assert names == {"a.nt", "change-a.nt", "change-b.nt", "README.md", "SHA256SUMS", "maillage-0.2.0.zip"}
    many = write({f"data/{n}.nt": b"1\n" for n in range(120)}, "0.3.0", folder="many")
    code, out, _ = push(many)
    assert code == 0 and len([line for line in out.splitlines() if line.startswith(("envoyer", "remplacer"))]) == 3


@zenodo
def test_a_new_version_that_begins_empty(
    push: Say, portal: Any, bundle: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the draft of a new version has not the files of the former one, they are sent."""
    assert push(bundle, "--yes", "--publish")[0] == 0
    real = portal._new
    monkeypatch.setattr(portal, "_new", lambda metadata, files, after=0: real(metadata, [], after))
    newer = write(None, "0.3.0", folder="newer")
    assert push(newer, "--yes", "--publish")[0] == 0
    assert {one["filename"] for one in portal.deposits[101]["files"]} == {
        *({one["filename"] for one in portal.deposits[100]["files"]} - {"maillage-0.2.0.zip"}),
        "maillage-0.3.0.zip",
    }
    assert portal.deposits[101]["submitted"]


@zenodo
def test_two_drafts(push: Say, portal: Any, bundle: Path) -> None:
    assert push(bundle, "--yes")[0] == 0
    portal.deposits[101] = {**portal.deposits[100], "id": 101}
    code, _, err = push(bundle, "--yes")
    assert code == 2 and "several drafts" in err and "101" in err


@zenodo
def test_more_deposits_than_a_page(push: Say, portal: Any, bundle: Path) -> None:
    """The deposit is found behind a hundred others."""
    assert push(bundle, "--yes")[0] == 0
    for _ in range(150):
        portal._new({"title": "Other"}, [])
    assert "rien à changer" in push(bundle, "--yes")[2]


def test_without_the_libraries(
    kind: str, bundle: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sentence says what to install."""
    for name in [name for name in sys.modules if name.partition(".")[0] in ("requests", "ckanapi")]:
        monkeypatch.delitem(sys.modules, name)
    for name in ("requests", "ckanapi"):
        monkeypatch.setitem(sys.modules, name, None)
    assert run(["export", "push", kind, str(bundle), "--url", "http://localhost:9"]) == 2
    assert "pip install 'maillage[push]'" in capsys.readouterr().err
