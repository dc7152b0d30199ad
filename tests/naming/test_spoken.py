"""Names as people say them: a kind, then a place, a code, initials or years."""

from __future__ import annotations

import pytest

from maillage.errors import AmbiguousError, NotFoundError
from maillage.library import Graph
from maillage.terms import curie


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("CLS du Pré-Saint-Gervais", "arr:cls-pre-saint-gervais-2024"),
        ("CLS de l'INSE", "arr:cls-interco-normandie-sud-eure"),
        ("Contrat local de santé de l'Interco Normandie Sud Eure", "arr:cls-interco-normandie-sud-eure"),
        ("ARS ARA", "body:siren-130008071"),
        ("ARS Auvergne Rhone Alpes", "body:siren-130008071"),
        ("CPAM 54", "body:cpam-542"),
        ("Agence régionale de santé HDF", "body:siren-130007974"),
        ("préfecture 51", "body:prefecture-51"),
    ],
)
def test_a_kind_and_a_place(graph: Graph, said: str, meant: str) -> None:
    assert curie(graph.find(said)) == meant


@pytest.mark.parametrize(
    ("said", "among"),
    [
        ("CLS de Reims", {"arr:cls-reims", "arr:cls-reims-2"}),
        ("cls du sud sarthe", {"arr:cls-sud-sarthe", "arr:cls-sud-sarthe-2025"}),
        ("CLS Nancy", {"arr:cls-grand-nancy-2013", "arr:cls-grand-nancy-2019", "arr:cls-grand-nancy-2024"}),
        ("Projet régional de santé 2023-2028", {"arr:prs-normandie-2023"}),
        ("PRS 2023-2028", {"arr:prs-normandie-2023"}),
    ],
)
def test_what_fits_several_lists_them(graph: Graph, said: str, among: set[str]) -> None:
    with pytest.raises(AmbiguousError) as error:
        graph.find(said)
    assert all(iri in str(error.value) for iri in among)


@pytest.mark.parametrize("said", ["l'hôpital", "la commune", "le contrat local de santé"])
def test_a_common_noun_names_nothing(graph: Graph, said: str) -> None:
    with pytest.raises(NotFoundError):
        graph.find(said)


def test_a_narrower_word_of_a_class_is_said_of_few(graph: Graph) -> None:
    """An order is a professional body, as a URPS is; it is no URPS."""
    with pytest.raises(NotFoundError):
        graph.find("URPS Grand Est")
    assert curie(graph.find("L'Hôpital")) == "terr:commune-57336"


@pytest.mark.parametrize("said", ["CLS de Trifouillis", "mairie", "GHT 999", "CLS des Hauts-de-Nulle-Part", "PRS 1987"])
def test_what_fits_nothing_is_refused(graph: Graph, said: str) -> None:
    with pytest.raises(NotFoundError):
        graph.find(said, "mlg:Arrangement")


def test_the_years_choose_a_generation(graph: Graph) -> None:
    assert curie(graph.find("CLS Nancy 2019-2023")) == "arr:cls-grand-nancy-2019"
    assert curie(graph.find("CLS du Grand Nancy 2024")) == "arr:cls-grand-nancy-2024"
