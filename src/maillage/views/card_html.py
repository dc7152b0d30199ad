"""Cards as pages: a card comes in, one self-contained HTML page goes out, in the look of the network page.

Nothing is fetched and no script runs: a Content Security Policy says so, and the style sheet is inside.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

from maillage.network.legend import Look, look_of
from maillage.things.policy import policy
from maillage.views.card_model import Card, Detail, Line
from maillage.views.card_text import (
    flat,
    heading_of,
    line_segments,
    linked_segments,
    quoted,
    shown,
    where_segments,
)
from maillage.views.template import render, text_of
from maillage.views.words import words

#: Where the page of a thing is, by its IRI; None where it has none.
Link = Callable[[str], str | None]


def to_html(card: Card, version: str = "", link: Link | None = None) -> str:
    """The page of a card.

    Parameters
    ----------
    version:
        Of the software, for the last line.
    link:
        Where the pages of other things are: their names lead there. Without, the page stands alone.
    """
    values = card_values(card, link)
    return render("card.html", policy=policy(), style=_style(), version=f"Maillage {version}".strip(), **values)


def card_values(card: Card, link: Link | None = None, many: int | None = None) -> dict[str, Any]:
    """What the templates of a card need: its texts as runs of styled pieces, the drawing of its family.

    Parameters
    ----------
    many:
        How many lines of a section are shown before the rest is counted; the usual number when not given.
    """
    look = look_of(card.family)
    leads = link or (lambda iri: None)
    return {
        "card": card,
        "say": words(card.lang),
        "glyph": outline(look) if card.family else None,
        "look": look,
        "shown": lambda section: shown(section, many),
        "flat": flat,
        "heading_of": heading_of,
        "value": lambda detail: linked_segments(_leading(detail, leads), card.lang),
        "links": lambda line: _links(line, leads),
        "to": lambda ref: ref.address or (leads(ref.iri) if ref.iri else None),
        "line": lambda line, group: line_segments(line, group, card.lang),
        "sentence": lambda quote: quoted(quote.text, card.lang),
        "where": lambda quote: where_segments(quote, card.lang),
    }


def _leading(detail: Detail, leads: Link) -> Detail:
    """A property whose values lead to their own pages, where they lead nowhere else."""
    refs = (replace(ref, address=ref.address or (leads(ref.iri) if ref.iri else None)) for ref in detail.values)
    return replace(detail, values=tuple(refs))


def _links(line: Line, leads: Link) -> dict[str, str]:
    """Name -> page, for what a line names; not where two things on it bear one name."""
    refs = [ref for end in (*line.ends, *(detail.values for detail in line.details)) for ref in end]
    iris: dict[str, set[str]] = {}
    for ref in refs:
        iris.setdefault(flat(ref.text), set()).add(ref.iri or "")
    pages = {name: leads(next(iter(few))) for name, few in iris.items() if len(few) == 1 and "" not in few}
    return {name: page for name, page in pages.items() if page}


@cache
def _style() -> str:
    """The colours and letters of the network page, so that both change together, and the card's own rules."""
    tokens = re.match(r":root \{.*?\}\n", text_of("page.css"), re.S)
    return (tokens[0] if tokens else "") + text_of("card.css")


def outline(look: Look) -> str:
    """The outline of a family's shape in a square of 20, as on the network page; empty for a dot."""

    def around(corners: int, radius: float, turn: float, inner: float = 0.0) -> str:
        steps = corners * 2 if inner else corners
        points = []
        for i in range(steps):
            r, angle = (inner if inner and i % 2 else radius), turn + i * 2 * math.pi / steps
            points.append(f"{10 + r * math.sin(angle):.2f},{10 - r * math.cos(angle):.2f}")
        return " ".join(points)

    return {
        "square": "3.5,3.5 16.5,3.5 16.5,16.5 3.5,16.5",
        "diamond": "10,1.5 18.5,10 10,18.5 1.5,10",
        "triangle": "10,2 18,16.5 2,16.5",
        "triangleDown": "10,18 18,3.5 2,3.5",
        "star": around(5, 9, 0, 4.1),
        "hexagon": around(6, 8.2, math.pi / 2),
    }.get(look.shape, "")
