"""Names: codes, labels, CURIEs; several matches are listed, none offers the nearest."""

from __future__ import annotations

from pathlib import Path

import pytest

from maillage.errors import AmbiguousError, NotFoundError
from maillage.library import Graph, open_graph
from maillage.names import normalised
from maillage.terms import PREFIXES

ARS = PREFIXES["body"] + "siren-130007834"
EXAMPLE = """@prefix mlg: <https://w3id.org/maillage/def#> .
@prefix body: <https://w3id.org/maillage/id/organisation/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
body:a a mlg:Association ; skos:prefLabel "Exemple Santé"@fr .
body:b a mlg:Company ; skos:prefLabel "EXEMPLE - SANTE"@fr .
body:c a mlg:Hospital ; skos:prefLabel "Hôpital exemple"@fr ; skos:altLabel "Exemple santé"@fr ; mlg:finess "540000001" .
"""


@pytest.mark.parametrize(
    "text",
    [
        "ARS Grand Est",
        "ars grand est",
        "Agence régionale de santé GRAND EST",
        "agence regionale de sante grand-est",
        "130007834",
        "130 007 834",
        "130\u00a0007\u202f834",
        " 130.007.834 ",
        "body:siren-130007834",
        ARS,
        f"<{ARS}>",
    ],
)
def test_one_body_many_names(graph: Graph, text: str) -> None:
    assert graph.find(text, "mlg:Actor") == ARS


def test_none_offers_the_nearest(graph: Graph) -> None:
    with pytest.raises(NotFoundError, match=r"Did you mean.*body:siren-130007834"):
        graph.find("ARS Grand Este")
    with pytest.raises(NotFoundError, match=r"is no mlg:Territory"):
        graph.find("body:siren-130007834", "mlg:Territory")
    with pytest.raises(NotFoundError, match="has the IRI"):
        graph.find("body:siren-000000000")


def test_several_are_listed(tmp_path: Path) -> None:
    (tmp_path / "x.ttl").write_text(EXAMPLE, encoding="utf-8")
    graph = open_graph(tmp_path)
    with pytest.raises(AmbiguousError, match=r"stands for 3 things: .*body:a\).*body:b\).*body:c\)"):
        graph.find("exemple santé")
    assert graph.find("exemple santé", "mlg:Hospital") == PREFIXES["body"] + "c"
    assert graph.find("540000001") == PREFIXES["body"] + "c"


def test_normalised() -> None:
    assert normalised("  L'Œuvre  d’É𝒄𝒐𝒍e — n° 2 ") == "l oeuvre d ecole n 2"
