"""French words around names: articles, prepositions, statutes in full; addresses copied from HTML."""

from __future__ import annotations

import pytest

from maillage.importers.kit.words import of_place, of_town, plain_address, statute_in_full


@pytest.mark.parametrize(
    ("name", "liaison", "said"),
    [
        ("Aude", 5, "de l'Aude"),
        ("Eure", 1, "d'Eure"),
        ("Gard", 2, "du Gard"),
        ("Vosges", 4, "des Vosges"),
        ("Paris", 0, "de Paris"),
        ("Mayotte", None, "de Mayotte"),
    ],
)
def test_a_place_after_its_preposition(name: str, liaison: int | None, said: str) -> None:
    assert of_place(name, liaison) == said


@pytest.mark.parametrize(
    ("name", "liaison", "said"),
    [
        ("Le Havre", 2, "du Havre"),
        ("Les Andelys", 4, "des Andelys"),
        ("La Rochelle", 3, "de La Rochelle"),
        ("Aulnoye", 1, "d'Aulnoye"),
        ("Hienghène", None, "de Hienghène"),
        ("Évreux", None, "d'Évreux"),
        ("L'Abergement", 5, "de L'Abergement"),
    ],
)
def test_a_town_after_its_preposition(name: str, liaison: int | None, said: str) -> None:
    assert of_town(name, liaison) == said


def test_statutes_in_full() -> None:
    assert statute_in_full("CU du Grand Reims") == "Communauté urbaine du Grand Reims"
    assert statute_in_full("Métropole de Lyon") is None


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://exemple.fr/?a=1&amp;b=2&amp;c", "https://exemple.fr/?a=1&b=2&c"),
        ("https://exemple.fr/?a=1&amp;amp;b=2", "https://exemple.fr/?a=1&b=2"),
        ("https://exemple.fr/?a=1&#38;b=2&#x26;c=3", "https://exemple.fr/?a=1&b=2&c=3"),
        ("https://exemple.fr/sant&eacute;", "https://exemple.fr/santé"),
        # No entities: parameters that begin like one, a name nobody knows, numbers of no character.
        ("https://exemple.fr/?a=1&copy=2&lang=fr&amp=3", "https://exemple.fr/?a=1&copy=2&lang=fr&amp=3"),
        ("https://exemple.fr/?a=1&page;b=2&#0;&#55296;", "https://exemple.fr/?a=1&page;b=2&#0;&#55296;"),
    ],
)
def test_an_address_copied_from_html(written: str, address: str) -> None:
    assert plain_address(written) == address
