"""The drawing of the model: a vocabulary comes in; boxes and ties, with their places, colours and words, go out.

Places and paths are those of templates/ontology.json; what a box and a tie say comes from the ontology.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from maillage.network.legend import GREEN, INDIGO, SLATE, TEAL, WINE
from maillage.terms import MLG, OWL, RDF, SKOS, curie, expand
from maillage.vocabulary.entries import Vocabulary, anchor_of

WIDTH, HEIGHT, TALL = 960, 580, 64
#: As everywhere: an actor is filled with its hue, what actors meet in is hollow.
_FILLED = {"mlg:Actor": INDIGO, "mlg:Person": WINE}
_HOLLOW = {"mlg:Arrangement": INDIGO, "mlg:Territory": TEAL, "mlg:Coordination": GREEN}


@dataclass(frozen=True)
class Box:
    """A class of the drawing; `x`, `y` and `width` in the units of the view box."""

    iri: str
    label: str
    note: str
    x: int
    y: int
    width: int
    fill: str
    border: str
    ink: str

    @property
    def anchor(self) -> str:
        """Where the page tells of it."""
        return anchor_of(self.iri) or "s-schemes"


@dataclass(frozen=True)
class Tie:
    """A tie of the drawing: the two classes, the properties, the path and where its words stand."""

    start: str
    end: str
    by: tuple[str, ...]
    label: str
    path: str
    x: int
    y: int


def iri_of(name: str) -> str:
    """The IRI of a CURIE of the drawing's description."""
    found = expand(name)
    assert found is not None, name
    return found


def boxes(vocabulary: Vocabulary, spec: Mapping[str, Any], lang: str) -> list[Box]:
    """The classes of the drawing, with how many kinds each has."""
    found = []
    for box in spec["boxes"]:
        iri, name = iri_of(box["term"]), box["term"]
        if iri.startswith(MLG):
            count, unit = len(vocabulary.below(iri)) - 1, spec[lang]["kinds"]
        else:
            count, unit = len(vocabulary.schemes), spec[lang]["lists"]
        fill = _FILLED.get(name, "#ffffff")
        border = _FILLED.get(name) or _HOLLOW.get(name) or SLATE
        found.append(
            Box(
                iri,
                vocabulary.words.label(iri, lang),
                f"{curie(iri)} · {count} {unit}" if count else curie(iri),
                *(box["x"], box["y"], box["w"]),
                *(fill, border, "#ffffff" if name in _FILLED else "#17212b"),
            )
        )
    return found


def ties(vocabulary: Vocabulary, spec: Mapping[str, Any], lang: str) -> list[Tie]:
    """The ties of the drawing, each with the labels of its properties."""
    found = []
    for tie in spec["ties"]:
        by = tuple(iri_of(name) for name in tie["by"])
        label = ", ".join(vocabulary.words.label(iri, lang) for iri in by)
        found.append(Tie(iri_of(tie["from"]), iri_of(tie["to"]), by, label, tie["path"], *tie["at"]))
    return found


def is_true(vocabulary: Vocabulary, tie: Tie) -> bool:
    """Whether the ontology lets each property of a tie go from the one class to the other.

    A property without a domain, or a range, is held by the shapes, and goes from and to anything that the model has.
    """
    words = vocabulary.words
    for iri in tie.by:
        if not set(words.iris(iri, RDF + "type")) & {OWL + "ObjectProperty"}:
            return False
        for end, side in ((tie.start, "domain"), (tie.end, "range")):
            asked = words.iris(iri, f"http://www.w3.org/2000/01/rdf-schema#{side}")
            known = end == SKOS + "Concept" or end in vocabulary.classes
            below = set(vocabulary.below(end)) if end in vocabulary.classes else {end}
            above = set(vocabulary.above(end)) if end in vocabulary.classes else {end}
            reached = {o for one in below for o in words.iris(one, "http://www.w3.org/2000/01/rdf-schema#subClassOf")}
            if not known or (asked and not set(asked) & (below | above | reached)):
                return False
    return True
