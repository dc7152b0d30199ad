"""A check of one file sees only what bears on it, and finds what a check of the whole finds about it."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import pytest

from maillage.pipeline import build as module
from maillage.pipeline.build import build
from maillage.places import Places

#: Files of each kind; of each a few descriptions are taken out or changed, by a fixed seed.
FILES = (
    "documents/ateliers-sante-grand-nancy-2023",
    "documents/fil-posts-sante-territoriale",
    "organisations/agences",
    "organisations/hopitaux-44",
    "registers/contrats-de-ville",
    "registers/dispositifs-44",
    "registers/groupements-hospitaliers",
    "registers/sources-des-dispositifs",
    "territories/communes-54",
    "territories/intercommunalites",
)
#: Ways to spoil a description: what it says of its kind, its name, its role, its evidence, its dates, its place.
SPOILED = (
    (r"mlg:evidence [^;.]*[;.]\n", ""),
    (r"cv:role role:\w+", "cv:role role:nobody"),
    (r'skos:prefLabel "[^"]*"', 'skos:prefLabel "Agence régionale de santé Grand Est"'),
    (r"mlg:within terr:[\w-]+", "mlg:within terr:nowhere"),
    (r"mlg:inArrangement [\w:.-]+", "mlg:inArrangement arr:nothing"),
    (r'mlg:siren "\d+"', 'mlg:siren "130007834"'),
    (r'"(\d{4})(-\d\d)+"\^\^xsd:date', r'"\1-13-45"^^xsd:date'),
    (r"a mlg:\w+ ;", "a mlg:Actor ;"),
)


def spoil(text: str, seed: str) -> str:
    """A Turtle text with some descriptions spoiled, each in one way; one is taken out altogether."""
    choose = random.Random(seed)
    blocks = re.split(r"\n\n", text)
    facts = [n for n, block in enumerate(blocks) if n > 1 and " a mlg:" in block]
    chosen = choose.sample(facts, min(6, len(facts)))
    for n, (old, new) in zip(chosen[1:], choose.sample(SPOILED, 5), strict=False):
        blocks[n] = re.sub(old, new, blocks[n], count=1)
    if len(facts) > 6:
        blocks[chosen[0]] = ""
    return "\n\n".join(blocks)


@pytest.mark.parametrize("name", FILES)
def test_the_findings_are_those_of_the_whole(
    small: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    folder = Path(shutil.copytree(small.graph, tmp_path / "graph"))
    path = folder / f"{name}.ttl"
    path.write_text(spoil(path.read_text(encoding="utf-8"), name), encoding="utf-8")
    part = build(small.with_graph(folder), [path])
    monkeypatch.setattr(module, "near", lambda loaded: loaded)
    whole = build(small.with_graph(folder), [path])
    assert part.findings("en") == whole.findings("en")
    assert any(finding.severity == "fault" for finding in whole.findings("en"))
    assert len(part.store) < 0.9 * len(whole.store) or name.startswith("territories/")


def test_a_good_file_has_no_finding_of_its_own(small: Places) -> None:
    for name in ("documents/convention-gpsea-2017", "organisations/agences"):
        assert build(small, [small.graph / f"{name}.ttl"]).findings("en") == []
