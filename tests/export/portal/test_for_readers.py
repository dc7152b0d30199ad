"""What the readers of portals need of a catalogue (tests/portals asks them): held here without them, on a few files."""

from __future__ import annotations

import pytest

from maillage.errors import MaillageError
from maillage.export.portal.checks.opened import Described
from maillage.export.portal.dcat import catalogue, datagouv
from maillage.export.portal.release import Release, checked_contact
from maillage.export.portal.staging import Staging
from maillage.things.rdf import Literal, Quad

RELEASE = Release("0.2.0", "https://example.org/maillage/", "2026-11-29", "2009-01-01", "2030-12-31")
PATHS = ("data/a.ttl", "data/a.nq.gz", "data/a.csv", "data/a.gexf", "data/a.jsonld", "data/a.geojson", "data/a.rdf")


@pytest.fixture(scope="module")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> tuple[Described, Described]:
    """The European one and the French one."""
    with Staging(tmp_path_factory.mktemp("readers") / "bundle") as staging:
        for path in PATHS:
            staging.add(path, path, "data", "Un fichier", "A file", offered=True)
        files = staging.offered()
        heaps = catalogue(RELEASE, files, [], {}), datagouv(RELEASE, files, [])
    european, french = (Described([Quad(*fact) for fact in heap.triples()]) for heap in heaps)
    return european, french


def test_media_types_are_labelled(catalogues: tuple[Described, Described]) -> None:
    """CKAN's reader shows the label, and knows the format by it."""
    media = catalogues[0].of_kind("dct:MediaType")
    assert len(media) == 7 + 1, "that of gzip too"
    for one in media:
        assert catalogues[0].get(one, "rdfs:label") == [one.rpartition("/media-types/")[2]]


def test_the_licence_has_a_title(catalogues: tuple[Described, Described]) -> None:
    """CKAN's reader looks it up in the portal's list by its title."""
    (licence,) = catalogues[0].of_kind("dct:LicenseDocument")
    assert catalogues[0].get(licence, "dct:title") == ["Licence Ouverte / Open Licence version 2.0"]


def test_a_label_is_one_text(catalogues: tuple[Described, Described]) -> None:
    """CKAN's reader takes any label of a thing, whatever its language: several would be one at random."""
    for described in catalogues:
        labels: dict[str, set[str]] = {}
        for fact in described.facts:
            if fact.predicate.value.endswith("rdf-schema#label") and isinstance(fact.object, Literal):
                labels.setdefault(str(fact.subject), set()).add(fact.object.value)
        assert labels and all(len(texts) == 1 for texts in labels.values())


def test_no_checksum_for_the_french_portal(catalogues: tuple[Described, Described]) -> None:
    """Its reader refuses a dataset with one that is typed as DCAT-AP types it."""
    assert not any("spdx.org" in fact.predicate.value for fact in catalogues[1].facts)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (None, ""),
        ("a@example.org", "mailto:a@example.org"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("https://example.org/contact", "https://example.org/contact"),
    ],
)
def test_whom_one_writes_to(given: str | None, kept: str) -> None:
    assert checked_contact(given) == kept


@pytest.mark.parametrize("given", ["", "a", "mailto:a", "a@b", "ftp://example.org"])
def test_whom_nobody_can_write_to(given: str) -> None:
    with pytest.raises(MaillageError):
        checked_contact(given)
