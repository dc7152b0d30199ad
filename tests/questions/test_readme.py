"""queries/README.md lists every query of the catalogue, and is what the generator writes (tests/docs holds it equal)."""

from __future__ import annotations

from maillage.asking.catalogue import FOLDERS, Catalogue
from maillage.cli.reference import PAGES, queries_readme
from maillage.places import Places


def test_every_query_is_listed(places: Places) -> None:
    catalogue = Catalogue(places)
    text = queries_readme(catalogue)
    assert PAGES["queries/README.md"](places) == text
    for kind in FOLDERS:
        for query in catalogue.of(kind):
            assert f"({kind}/{query.name}.rq)" in text
            for parameter in query.params.values():
                assert f"`{parameter.name}={parameter.example}`" in text
