"""The one normalisation of names: what reads alike is alike, what does not is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillage.naming.mentions import tokens
from maillage.naming.normalise import normalised, spelled


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St-Nazaire", "Saint-Nazaire"),
        ("SAINTE FOY", "Ste-Foy"),
        ("Hôpital St Antoine", "hopital saint-antoine"),
        ("CHÂTEAU-THIERRY", "Chateau Thierry"),
        ("Vandœuvre-lès-Nancy", "VANDOEUVRE LES NANCY"),
        ("Œuvre", "oeuvre"),
        ("Lætitia", "LAETITIA"),
        ("Pays d’Aix", "Pays d'Aix"),
        ("L'Isle-d’Abeau", "l isle d abeau"),
        ("Bourg‑en‑Bresse", "Bourg-en-Bresse"),
        ("A.R.S.", "ARS"),
        ("A.R.S", "ars"),
        ("l'A.R.S. Grand Est", "L’ARS Grand-Est"),
        ("C.P.A.M.54", "CPAM 54"),
        ("C.H.U. de Nancy", "CHU de Nancy"),
        ("Métropole  du\u00a0Grand\tNancy", "METROPOLE DU GRAND NANCY"),
        ("𝗖𝗣𝗧𝗦 du Pays", "CPTS du pays"),
        ("« ARS »", "ARS"),
        ("Cafés", "cafe\u0301s"),
    ],
)
def test_alike(one: str, other: str) -> None:
    assert normalised(one) == normalised(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Saint-Denis", "Sainte-Denis"),
        ("Est", "St"),
        ("Stade", "Saintade"),
        ("Rue J. P. Timbaud", "Rue JP Timbaud"),
        ("CPAM 54", "CPAM 55"),
        ("Nord Yonne", "Yonne Nord"),
        ("Grand Est", "GrandEst"),
    ],
)
def test_not_alike(one: str, other: str) -> None:
    assert normalised(one) != normalised(other)


def test_the_end_of_an_iri_keeps_the_spelling() -> None:
    assert spelled("CH de St-Dié") == "ch de st die"
    assert spelled("A.R.S.") == "a r s"


def test_nothing_is_left_of_what_says_nothing() -> None:
    assert normalised(" -’ ") == "" == normalised("")


@given(st.text())
def test_again_changes_nothing(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)
    assert spelled(spelled(text)) == spelled(text)


@given(st.text(alphabet="ABCéèœ'’-. stSTe12", max_size=20))
def test_the_words_of_a_mention_are_its_words(text: str) -> None:
    assert tokens(text) == normalised(text).split()
