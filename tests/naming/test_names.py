"""Names: codes, labels, CURIEs; several matches are listed, none offers the nearest."""

from __future__ import annotations

from pathlib import Path

import pytest

from maillage.errors import AmbiguousError, NotFoundError
from maillage.library import Graph, open_graph
from maillage.naming.normalise import normalised
from maillage.terms import PREFIXES

ARS = PREFIXES["body"] + "siren-130007834"
EXAMPLE = """@prefix mlg: <https://w3id.org/maillage/def#> .
@prefix body: <https://w3id.org/maillage/id/organisation/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
body:a a mlg:Association ; skos:prefLabel "Exemple Santé"@fr .
body:b a mlg:Company ; skos:prefLabel "EXEMPLE - SANTE"@fr .
body:c a mlg:Hospital ; skos:prefLabel "Hôpital exemple"@fr ; skos:altLabel "Exemple santé"@fr ; mlg:finess "540000001" .
"""
SAINT_DENIS = """@prefix mlg: <https://w3id.org/maillage/def#> .
@prefix arr: <https://w3id.org/maillage/id/arrangement/> .
@prefix body: <https://w3id.org/maillage/id/organisation/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix terr: <https://w3id.org/maillage/id/territory/> .
terr:departement-93 a mlg:Department ; skos:prefLabel "Seine-Saint-Denis"@fr .
terr:departement-974 a mlg:Department ; skos:prefLabel "La Réunion"@fr .
terr:commune-93066 a mlg:Commune ; skos:prefLabel "Saint-Denis"@fr ; mlg:within terr:departement-93 .
terr:commune-93072 a mlg:Commune ; skos:prefLabel "Stains"@fr ; mlg:within terr:departement-93 .
terr:commune-97411 a mlg:Commune ; skos:prefLabel "Saint-Denis"@fr ; mlg:within terr:departement-974 .
terr:qpv-1 a mlg:PriorityNeighbourhood ; skos:prefLabel "Saint-Denis"@fr ; mlg:within terr:commune-93072 .
body:hopital a mlg:Hospital ; skos:prefLabel "Saint-Denis"@fr ; mlg:territory terr:commune-97411 .
arr:cls a mlg:LocalHealthContract ; skos:prefLabel "Saint-Denis"@fr ; mlg:territory terr:commune-93066 .
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
        "SIREN 130 007 834",
        "n° siren : 130007834",
        "130 007 834 00017",
        "SIRET 13000783400017",
        "130\u200b007\u00ad834",
        "siren-130007834",
        "SIREN-130007834",
        "A.R.S. Grand Est",
        "A. R. S. Grand-Est",
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


def test_namesakes_are_told_apart(scope_graph: Graph, tmp_path: Path) -> None:
    """Each with its code, and where it lies: department of an area, commune of a neighbourhood or hospital."""
    with pytest.raises(AmbiguousError) as error:
        scope_graph.find("cc des quatre rivieres")
    assert "CC des Quatre Rivières (Territoire intercommunal, Haute-Saône, terr:epci-247000623)" in str(error.value)
    assert "CC des Quatre Rivières (Territoire intercommunal, Haute-Savoie, terr:epci-247400666)" in str(error.value)
    with pytest.raises(NotFoundError, match=r"Mad et Moselle \(Terr.*, Meurthe-et-Moselle, Moselle, terr:epci-2000707"):
        scope_graph.find("CC Mad et Mosellee", "mlg:IntercommunalArea")
    (tmp_path / "x.ttl").write_text(SAINT_DENIS, encoding="utf-8")
    with pytest.raises(AmbiguousError) as error:
        open_graph(tmp_path).find("saint denis")
    assert error.value.what.removeprefix("'saint denis' stands for 5 things: ").split("; ") == [
        "Saint-Denis (Contrat local de santé, Seine-Saint-Denis, arr:cls)",
        "Saint-Denis (Hôpital, La Réunion, body:hopital)",
        "Saint-Denis (Commune, Seine-Saint-Denis, terr:commune-93066)",
        "Saint-Denis (Commune, La Réunion, terr:commune-97411)",
        "Saint-Denis (Quartier prioritaire de la politique de la ville, Stains, Seine-Saint-Denis, terr:qpv-1).",
    ]


def test_normalised() -> None:
    assert normalised("  L'Œuvre  d’É𝒄𝒐𝒍e — n° 2 ") == "l oeuvre d ecole n 2"


CODED = """@prefix mlg: <https://w3id.org/maillage/def#> .
@prefix body: <https://w3id.org/maillage/id/organisation/> .
@prefix arr: <https://w3id.org/maillage/id/arrangement/> .
@prefix terr: <https://w3id.org/maillage/id/territory/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
terr:departement-18 a mlg:Department ; skos:prefLabel "Cher"@fr ; mlg:inseeCode "18" .
terr:commune-18033 a mlg:Commune ; skos:prefLabel "Bourges"@fr ; mlg:inseeCode "18033" .
terr:qpv-QN01802M a mlg:PriorityNeighbourhood ; skos:prefLabel "Gibjoncs"@fr ; mlg:inseeCode "QN01802M" .
arr:cls-des-lys a mlg:LocalHealthContract ; skos:prefLabel "CLS des Lys"@fr .
body:lys a mlg:Association ; skos:prefLabel "Les Lys"@fr ; mlg:rna "W181000123" ; mlg:finess "180001234" .
body:dix-huit a mlg:Association ; skos:prefLabel "18 rue des Lys"@fr .
terr:lys a mlg:OtherArea ; skos:prefLabel "Vallée"@fr .
"""


def test_codes_and_ends_of_iris(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(CODED, encoding="utf-8")
    found = open_graph(tmp_path, cache=False).find
    for text, iri in {
        "departement-18": "terr/departement-18",
        "18 033": "terr/commune-18033",
        "INSEE 18033": "terr/commune-18033",
        "qn 01802m": "terr/qpv-QN01802M",
        "qpv-QN01802M": "terr/qpv-QN01802M",
        "cls-des-lys": "arr/cls-des-lys",
        "W 181 000 123": "body/lys",
        "rna:W181000123": "body/lys",
        "FINESS 18 000 123 4": "body/lys",
        "18 rue des Lys": "body/dix-huit",
        "Les Lys": "body/lys",
    }.items():
        kind, local = iri.split("/")
        assert found(text) == PREFIXES[kind] + local, text
    with pytest.raises(AmbiguousError, match=r"'lys' stands for 2 things"):
        found("lys")
    for nothing in ("departement-19", "180 001 23", "SIRET 180001234"):
        with pytest.raises(NotFoundError):
            found(nothing, "mlg:Territory")
