"""What Maillage's vocabulary does on purpose: the code of a test comes in, the reason goes out, or None.

A score card shows it beside the finding. Tests hold each reason to what the files say.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from maillage.terms import MLG
from maillage.vocabulary.verdict import Verdict, Words

REASONS: dict[str, Words] = {
    "P04": Words(
        "Dites d'affirmations, de dispositifs et de coordinations : un domaine les ferait tous d'une classe.",
        "Said of claims, arrangements and coordinations: a domain would make them all of one class.",
    ),
    "P11": Words(
        "Elles prennent des choses de plusieurs classes, une date plus ou moins précise, ou un texte dans sa langue : "
        "shapes.ttl dit lesquels, OWL 2 RL n'a ni union en portée ni xsd:date.",
        "They take things of several classes, a date of more or less precision, or a text in its language: "
        "shapes.ttl says which, OWL 2 RL has neither unions in ranges nor xsd:date.",
    ),
    "P13": Words(
        "Un fait ne s'écrit que dans un sens ; SPARQL lit l'autre par ^, un inverse nommé en ferait deux.",
        "A fact is written in one direction only; SPARQL reads the other with ^, a named inverse would make it two.",
    ),
    "P21": Words(
        "Les territoires d'autres niveaux (zone sanitaire, pays) n'ont pas chacun leur classe ; elle les nomme.",
        "Territories of other levels (health zone, pays) have no class each; the definition names them.",
    ),
}


def explained(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """The same verdicts, with the reason of those that concern our own terms only and are meant."""
    return [
        replace(verdict, why=REASONS[verdict.code])
        if verdict.passed is False and verdict.code in REASONS and _ours(verdict)
        else verdict
        for verdict in verdicts
    ]


def meant(verdict: Verdict) -> bool:
    """Whether a verdict that did not pass is of what is done on purpose."""
    return verdict.passed is False and verdict.why == REASONS.get(verdict.code)


def _ours(verdict: Verdict) -> bool:
    return all(term.startswith(MLG) for finding in verdict.findings for term in finding.where)
