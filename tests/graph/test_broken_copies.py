"""Deliberately broken copies of a small graph: each mistake gives one finding, with its place and its mend."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from maillage.library import Graph
from maillage.pipeline.build import build
from maillage.places import Places
from maillage.things.text import read_texts

DOCUMENT = "documents/ateliers-sante-grand-nancy-2023.ttl"
OTHER = "documents/convention-gpsea-2017.ttl"


def change(name: str, old: str, new: str, count: int = 1) -> Callable[[Path], Path]:
    """Replace the first `old` (a regular expression) of a file."""

    def apply(graph: Path) -> Path:
        path = graph / name
        text = path.read_text(encoding="utf-8")
        changed, times = re.subn(old, new, text, count=count, flags=re.S)
        assert times, f"{name} no longer holds {old!r}: adapt the test"
        path.write_text(changed, encoding="utf-8")
        return path

    return apply


def add(name: str, turtle: str) -> Callable[[Path], Path]:
    """Add facts at the end of a file, under the prefixes it declares."""

    def apply(graph: Path) -> Path:
        path = graph / name
        path.write_text(path.read_text(encoding="utf-8") + turtle, encoding="utf-8")
        return path

    return apply


CLAIM = "c:x a mlg:Participation ; cv:hasParticipant {who} ; cv:role role:participant ; mlg:inArrangement {what} ; mlg:modality modality:done ; mlg:certainty certainty:inferred ; mlg:evidence q:649-811 .\n"
CASES: dict[str, tuple[str, Callable[[Path], Path]]] = {
    "claim without evidence": (
        "claim-evidence",
        change(DOCUMENT, r"(c:atelier-2\.ars a [^.]*?) ;\n    mlg:evidence [^.]*? \.\n", r"\1 .\n"),
    ),
    "words that do not stand in the text": (
        "quotation-not-in-text",
        change(DOCUMENT, "en compagnie des représentants", "en présence des représentants_"),
    ),
    "wrong offsets": (
        "quotation-offsets",
        change(DOCUMENT, "oa:start 649 ;\n    oa:end 811 ", "oa:start 648 ;\n    oa:end 810 "),
    ),
    "impossible date": ("impossible-date", change(DOCUMENT, '"2023-05-25"\\^\\^xsd:date', '"2023-05-45"^^xsd:date')),
    "end before start": (
        "end-before-start",
        change(DOCUMENT, 'schema:endDate "2023-05-25"', 'schema:endDate "2022-05-25"'),
    ),
    "role outside the scheme": (
        "role-in-scheme",
        change(DOCUMENT, "cv:role role:participant", "cv:role role:attendee"),
    ),
    "no role": ("participation-role", change(DOCUMENT, "    cv:role role:participant ;\n", "")),
    "no modality": (
        "claim-modality",
        change(DOCUMENT, "(c:atelier-2.ars .*?)    mlg:modality modality:done ;\n", r"\1"),
    ),
    "group in a pair": (
        "group-in-pair",
        change(DOCUMENT, r"(group:[\w.-]+ a) mlg:ActorGroup", r"\1 mlg:ActorGroup, mlg:Association"),
    ),
    "two bodies with one code": (
        "two-iris-one-code",
        add(
            DOCUMENT, 'body:double a mlg:RegionalHealthAgency ; skos:prefLabel "Exemple"@fr ; mlg:siren "130007834" .\n'
        ),
    ),
    "two territories with one code": (
        "two-iris-one-code",
        add(DOCUMENT, 'terr:double a mlg:Department ; skos:prefLabel "Exemple"@fr ; mlg:inseeCode "54" .\n'),
    ),
    "described in two files": (
        "described-in-two-files",
        add(OTHER, "body:siren-130007834 a <https://w3id.org/maillage/def#RegionalHealthAgency> .\n"),
    ),
    "dangling IRI": (
        "dangling-iri",
        change(DOCUMENT, "cv:hasParticipant body:siren-130007834", "cv:hasParticipant body:nobody"),
    ),
    "undeclared property": ("undeclared-term", add(DOCUMENT, 'arr:atelier-sante-grand-nancy-2 mlg:colour "bleu" .\n')),
    "undeclared class": ("undeclared-term", change(DOCUMENT, "a mlg:ProfessionalBody", "a mlg:ProfessionalCorps")),
    "actor without kind": (
        "actor-without-kind",
        add(
            DOCUMENT,
            'body:nameless skos:prefLabel "Exemple"@fr .\n'
            + CLAIM.format(who="body:nameless", what="arr:atelier-sante-grand-nancy-2"),
        ),
    ),
    "figure that contradicts its parts": (
        "figure-contradicts-parts",
        add(
            DOCUMENT,
            "".join(
                f"c:n{n} a mlg:Observation ; mlg:about arr:atelier-sante-grand-nancy-2 ; mlg:indicator indicator:participants ; "
                f'mlg:comparator "=" ; mlg:value {v} ; mlg:modality modality:done ; mlg:evidence q:327-390 {more} .\n'
                for n, v, more in ((1, 20, ""), (2, 30, ""), (3, 60, "; mlg:totalOf c:n1, c:n2"))
            ),
        ),
    ),
    "said to be explicit, named in another sentence": (
        "subject-not-named",
        change(DOCUMENT, r"(c:atelier-2\.cpts a [^.]*?)    mlg:certainty certainty:inferred ;\n", r"\1"),
    ),
    "states that disagree": (
        "states-disagree",
        add(
            DOCUMENT,
            'c:s a mlg:State ; mlg:inArrangement arr:atelier-sante-grand-nancy-2 ; schema:startDate "2023-05-26"^^xsd:date ; '
            "mlg:modality modality:done ; mlg:certainty certainty:inferred ; mlg:evidence q:649-811 .\n",
        ),
    ),
}


@pytest.fixture(scope="module")
def usual(small_graph: Graph) -> set[tuple[str, str]]:
    return {(f.name, f.subject) for f in small_graph.findings("en")}


@pytest.mark.parametrize("case", CASES)
def test_one_finding(case: str, small: Places, usual: set[tuple[str, str]], tmp_path: Path, shared: Path) -> None:
    name, spoil = CASES[case]
    folder = Path(shutil.copytree(small.graph, tmp_path / "graph"))
    path = spoil(folder)
    found = build(small.with_graph(folder)).findings("en", read_texts(shared / "seeds"))
    new = [f for f in found if (f.name, f.subject) not in usual]
    assert [f.name for f in new] == [name], "\n".join(map(str, new))
    finding = new[0]
    assert finding.severity == (
        "notice" if name in ("figure-contradicts-parts", "states-disagree", "subject-not-named") else "fault"
    )
    assert Path(finding.file).name == path.name or name in ("described-in-two-files", "two-iris-one-code")
    assert finding.line > 1
    assert finding.message and finding.fix


def test_a_quotation_too_long(small: Places, usual: set[tuple[str, str]], tmp_path: Path, shared: Path) -> None:
    folder = Path(shutil.copytree(small.graph, tmp_path / "graph"))
    text = next((shared / "seeds").glob("000_*")).read_bytes().decode()
    path = folder / DOCUMENT
    spoiled = (
        path.read_text(encoding="utf-8").replace(text[649:811], text[600:811]).replace("oa:start 649", "oa:start 600")
    )
    path.write_text(spoiled, encoding="utf-8")
    found = build(small.with_graph(folder)).findings("en", read_texts(shared / "seeds"))
    new = [f for f in found if (f.name, f.subject) not in usual]
    assert [f.severity for f in new] == ["fault"], "\n".join(map(str, new))
    assert "200" in new[0].message
