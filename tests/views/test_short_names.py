"""Short names: only one that abridges the full name, and the one a reader knows it by."""

from __future__ import annotations

import pytest

from maillage.views.short_names import short_name


@pytest.mark.parametrize(
    ("label", "others", "short"),
    [
        ("Agence régionale de santé Exemple", ["ARS", "ARS Exemple", "ARS d’Exemple"], "ARS Exemple"),
        ("Agence régionale de santé Val d'Exemple", ["ARS VE", "ARS Val d'Exemple"], "ARS Val d'Exemple"),
        ("Agence régionale de santé Val d'Exemple", ["ARS VE"], "ARS VE"),
        ("Centre hospitalier de l’Exemple", ["CH de l’Exemple", "Hôpital d’Exemple"], "CH de l’Exemple"),
        ("Agence régionale de santé Exemple", ["ARS"], None),
        ("Agence de santé Exemple", ["ARS Exemple"], None),
        ("CH Exemple", ["CH EXEMPLE DE LA VALLÉE"], None),
        ("", [], None),
    ],
)
def test_short_names(label: str, others: list[str], short: str | None) -> None:
    assert short_name(label, others) == short
    assert short_name(label, reversed(others)) == short
