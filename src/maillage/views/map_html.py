"""Maps as pages: a map of coverage comes in, one self-contained HTML page goes out, in the look of the network page.

The drawing, the table and the contracts are in the HTML itself, so that all is there without JavaScript, in print and
for a reader of screens; the script adds the panel, the search, the zoom and the sorting. Nothing is fetched.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from maillage.network.legend import NONE_KNOWN, STEPS
from maillage.things.policy import policy
from maillage.views.map_model import MEASURES, VAGUE, CoverageMap, Place
from maillage.views.map_outlines import sheet
from maillage.views.map_text import MapText
from maillage.views.template import render, text_of

#: Too small to read among the others: drawn once more, larger, in a corner of the sheet that is sea.
INSET = ("75", "92", "93", "94")
_INSET_SCALE, _INSET_PAD = 3.6, 36
#: In units of the sheet: around it, and from a shape to the foot of its name.
_MARGIN, _NAME = 90, 62
_NUMBERS = ("inhabitants", "covered", "share", "certain", "unknown", "twice")
_SCRIPT_WORDS = ("close", "kind", "sortBy", "searchNone", "searchMore", "searchFound", "tipNone")


@dataclass(frozen=True)
class _Inset:
    """Where the enlargement stands on the sheet, and how its shapes get there."""

    x: int
    y: int
    width: int
    height: int
    dx: int
    dy: int
    scale: float
    places: list[Place]


def to_html(map: CoverageMap, version: str = "") -> str:
    """The page of a map; the same bytes for the same map.

    Parameters
    ----------
    version:
        Of the software, for the last line.
    """
    text, script = MapText(map), text_of("names.js") + text_of("map.js")
    columns = [key for key in text.t["columns"] if key != "departments" or map.level == "epci"]
    headings = _headings([text.t["columns"][key] for key in columns])
    return render(
        "map.html",
        map=map,
        t=text.t,
        text=text,
        columns=columns,
        numbers=_NUMBERS,
        measures=list(MEASURES),
        view=_view(map),
        inset=_inset(map),
        names=_names(),
        hatched=text.hatched(),
        marks={iri: f"c{number}" for number, iri in enumerate((*map.contracts, *map.elsewhere), 1)},
        steps=_steps,
        none_known=NONE_KNOWN,
        vague=STEPS[2],
        version=f"Maillage {version}".strip(),
        policy=policy([script]),
        style=text_of("page.css") + text_of("map.css") + _colours() + headings,
        script=script,
        script_words={key: text.t[key] for key in _SCRIPT_WORDS},
    )


@cache
def _colours() -> str:
    """The style rules that colour shapes and legend by the measure chosen, from the one table of colours."""
    rules = [f".fill{{fill:{NONE_KNOWN}}}"]
    for measure, scale in MEASURES.items():
        chosen = f".atlas:has(#by-{measure}:checked)"
        rules.append(f"{chosen} .key-{measure}{{display:block}}")
        for step, colour in enumerate(scale.colours, 1):
            rules.append(f'{chosen} .fill[data-{measure}="{step}"]{{fill:{colour}}}')
        rules.append(f'{chosen} .fill[data-{measure}="{VAGUE}"]{{fill:url(#vague)}}')
    return "\n".join(rules)


def _headings(words: Sequence[str]) -> str:
    """On a phone a row is a card, where each cell says its heading: once for all rows, to keep the page small."""
    rules = (
        f".atlas tbody tr>:nth-child({number})::before{{content:{json.dumps(text, ensure_ascii=False)}}}"
        for number, text in enumerate(words, 1)
    )
    return "\n@media screen and (max-width: 820px) {" + "\n".join(rules) + "}"


def _steps(place: Place) -> str:
    """The classes of a territory as attributes of its shape; none for what no contract reaches."""
    return "".join(f' data-{measure}="{step}"' for measure in MEASURES if (step := place.step(measure)))


def _view(map: CoverageMap) -> tuple[int, int, int, int]:
    """The part of the sheet to show: left, top, width, height."""
    left, top, right, bottom = map.sheet.box
    return left - _MARGIN, top - _MARGIN, right - left + 2 * _MARGIN, bottom - top + 2 * _MARGIN + _NAME


def _inset(map: CoverageMap) -> _Inset | None:
    places = [place for place in map.drawn if place.code in INSET] if map.level == "department" else []
    boxes = [place.shape.box for place in places if place.shape is not None]
    if not boxes:
        return None
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
    x, y = map.sheet.box[0] + 60, map.sheet.box[1] + 40
    return _Inset(
        x=x,
        y=y,
        width=round((right - left) * _INSET_SCALE) + 2 * _INSET_PAD,
        height=round((bottom - top) * _INSET_SCALE) + 2 * _INSET_PAD,
        dx=round(x + _INSET_PAD - left * _INSET_SCALE),
        dy=round(y + _INSET_PAD - top * _INSET_SCALE),
        scale=_INSET_SCALE,
        places=places,
    )


def _names() -> list[tuple[str, int, int]]:
    """The names of the overseas departments, under their shapes: moved, they would not be known otherwise."""
    shapes = [shape for code, shape in sorted(sheet("department").shapes.items()) if code.startswith("97")]
    return [(shape.name or shape.code, (shape.box[0] + shape.box[2]) // 2, shape.box[3] + _NAME) for shape in shapes]
