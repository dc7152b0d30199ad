"""The pages of the country that much hangs on: cut, saying so, and small enough for a poor connection."""

from __future__ import annotations

import gzip

import pytest

from maillage.library import Graph
from maillage.pages.directory import PAGES
from maillage.pages.kit.setting import Served, setting

#: What a page may weigh, packed as servers pack it.
MOST = 30_000
HUBS = (
    "ARS Grand Est",
    "Agence régionale de santé Pays de la Loire",
    "terr:region-11",
    "terr:region-44",
    "terr:pays-FR",
    "terr:departement-59",
    "doc:contrats-de-ville-2015-2023",
    "doc:fil-posts-sante-territoriale",
    "doc:code-officiel-geographique-2026",
    "arr:cls-grand-nancy-2024",
    "role:signatory",
    "mlg:LocalHealthContract",
)


@pytest.mark.parametrize("name", ["", *HUBS])
def test_a_hub_is_light(graph: Graph, name: str) -> None:
    made = setting(graph, "fr", Served())
    page = PAGES["thing" if name else "home"](made, graph.find(name) if name else "", {})
    assert len(gzip.compress(page, 6)) < MOST and b"<function" not in page
