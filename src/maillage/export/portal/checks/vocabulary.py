"""The vocabulary: a bundle comes in; what FOOPS!, OOPS! and ROBOT report would say of its ontology goes out."""

from __future__ import annotations

from collections.abc import Iterable

import rdflib

from maillage.export.portal.checks.card import Line, Words, judged, lacking
from maillage.export.portal.checks.opened import Bundle
from maillage.vocabulary import by_design, foops, hygiene, pitfalls
from maillage.vocabulary.verdict import Verdict

_FAMILY = "vocabulary"
_MEND: Words = ("Corrigez ontology/maillage.ttl.", "Mend ontology/maillage.ttl.")


def vocabulary(bundle: Bundle) -> list[Line]:
    """The lines of this family: a line a file-based test of FOOPS!, one for the pitfalls, one for the hygiene.

    What departs from OOPS! on purpose, with its reason (`maillage.vocabulary.by_design`), is well.
    """
    graph = rdflib.Graph().parse(bundle.root / "ontology" / "maillage.ttl")
    lines = [_line(verdict) for verdict in foops.assess(graph)]
    found = by_design.explained(pitfalls.scan(graph))
    meant = sorted(verdict.code for verdict in found if by_design.meant(verdict))
    lines.append(_all(("OOPS! : pièges", "OOPS!: pitfalls"), (v for v in found if v.code not in meant)))
    lines.append(_all(("ROBOT report : hygiène", "ROBOT report: hygiene"), hygiene.report(graph)))
    return lines


def _line(verdict: Verdict) -> Line:
    """A point where the test passed."""
    what = (f"FOOPS! {verdict.code} : {verdict.title.fr}", f"FOOPS! {verdict.code}: {verdict.title.en}")
    how = verdict.findings[0].how if verdict.findings else None
    fix = (how.fr, how.en) if how else _MEND
    missing = None if verdict.passed else (verdict.why.fr, verdict.why.en)
    return judged(_FAMILY, what, missing, fix, points=1)


def _all(what: Words, verdicts: Iterable[Verdict]) -> Line:
    return judged(_FAMILY, what, lacking(v.code for v in verdicts if v.passed is False), _MEND)
