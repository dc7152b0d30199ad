"""The one table of colours and shapes: whole, without twins, and readable by colour-blind eyes."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from maillage.network.legend import NONE_KNOWN, NUMBERS, OTHER, SHAPES, SHARES, STEPS, TABLE, look_of

FAMILIES = {
    "mlg:HealthAgency", "mlg:Collectivity", "mlg:StateService", "mlg:StateInstitution", "mlg:SocialSecurityBody",
    "mlg:CareProvider", "mlg:SocialBody", "mlg:ProfessionalBody", "mlg:Association", "mlg:AcademicBody", "mlg:Company",
    "mlg:UrbanPlanningAgency", "mlg:Office", "mlg:Collaboration", "mlg:Contract", "mlg:Programme", "mlg:Event",
    "mlg:Service", "mlg:LegalMeasure", "mlg:Publication", "mlg:Assessment",
    "mlg:ActorGroup", "mlg:ArrangementFamily",
}  # fmt: skip

# Machado, Oliveira & Fernandes (2009), severity 1: linear RGB as each deficiency sees it.
EYES = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def linear(colour: str) -> list[float]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]


def luminance(colour: str) -> float:
    return sum(part * weight for part, weight in zip(linear(colour), (0.2126, 0.7152, 0.0722), strict=True))


def lab(colour: str, eye: str) -> tuple[float, float, float]:
    rgb = linear(colour)
    r, g, b = (min(1.0, max(0.0, sum(m * c for m, c in zip(row, rgb, strict=True)))) for row in EYES[eye])
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883,
    )
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def test_every_family_has_a_look() -> None:
    assert {look.family for look in TABLE} == FAMILIES
    assert all(look.fr and look.en and look.shape in SHAPES for look in (*TABLE, OTHER))


def test_families_are_classes_of_the_ontology() -> None:
    ontology = Path(__file__).parents[2] / "ontology" / "maillage.ttl"
    if not ontology.exists():
        pytest.skip("ontology/maillage.ttl is not there")
    text = ontology.read_text(encoding="utf-8")
    assert [look.family for look in TABLE if f"\n{look.family} " not in text] == []


def test_an_unknown_family_is_drawn_too() -> None:
    assert look_of("mlg:NotThereYet") is OTHER


def test_no_two_families_look_the_same() -> None:
    looks = [(look.shape, look.colour, look.actor) for look in (*TABLE, OTHER)]
    assert len(set(looks)) == len(looks)


@pytest.mark.parametrize("eye", EYES)
def test_same_shape_means_clearly_different_colour(eye: str) -> None:
    for a, b in itertools.combinations((*TABLE, OTHER), 2):
        if (a.shape, a.actor) == (b.shape, b.actor):
            gap = sum((p - q) ** 2 for p, q in zip(lab(a.colour, eye), lab(b.colour, eye), strict=True)) ** 0.5
            assert gap > 20, f"{a.family} and {b.family} are too alike for {eye} eyes: {gap:.0f}"


@pytest.mark.parametrize("look", (*TABLE, OTHER), ids=lambda look: look.family)
def test_outline_stands_out_on_white(look: object) -> None:
    border = look.border  # type: ignore[attr-defined]
    assert 1.05 / (luminance(border) + 0.05) >= 3


@pytest.mark.parametrize("eye", EYES)
def test_steps_of_a_scale_darken_and_stay_apart(eye: str) -> None:
    seen = [lab(colour, eye) for colour in (NONE_KNOWN, *STEPS)]
    assert all(lighter[0] - darker[0] > 5 for lighter, darker in itertools.pairwise(seen)), "in print, too"
    for a, b in itertools.combinations(seen, 2):
        assert sum((p - q) ** 2 for p, q in zip(a, b, strict=True)) ** 0.5 > 10


def test_classes_of_a_scale() -> None:
    assert [SHARES.step(share) for share in (0, 0.001, 9.99, 10, 25, 49.9, 50, 99.99, 100)] == [
        0,
        1,
        1,
        2,
        3,
        3,
        4,
        4,
        5,
    ]
    assert [NUMBERS.step(n) for n in (0, 1, 2, 3, 4, 5, 7, 8, 40)] == [0, 1, 2, 3, 3, 4, 4, 5, 5]
    for scale in (SHARES, NUMBERS):
        assert list(scale.floors) == sorted(scale.floors) and len(scale.floors) == len(scale.colours)
