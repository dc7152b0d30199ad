"""Maps inside pages: territories with an outline come in; areas to draw as SVG, with words and pages, go out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from maillage.network.legend import INDIGO, NONE_KNOWN, NUMBERS, Scale
from maillage.views.map_outlines import LEVELS, Shape, neighbours, sheet

_MARGIN = 60
#: What part of the width of a perimeter is drawn on each side of it.
_AROUND = 0.9
#: Of what a page is about, of what holds it, and of the land around.
OWN, HOLDING, LAND = INDIGO, "#b9b3dd", NONE_KNOWN


@dataclass(frozen=True)
class Area:
    """One area: its outline, colour, what it says when pointed at, and the page it leads to, if any."""

    path: str
    fill: str
    words: str = ""
    address: str | None = None


@dataclass(frozen=True)
class Drawing:
    """A map: the part of the sheet that is seen (left, top, width, height), its areas, and borders over them."""

    view: tuple[int, int, int, int]
    areas: tuple[Area, ...]
    borders: str = ""


@dataclass(frozen=True)
class Class:
    """One class of a scale: its colour and the numbers it holds, in digits."""

    fill: str
    words: str


def country(areas: Mapping[str, tuple[float, str, str | None]], scale: Scale = NUMBERS) -> Drawing:
    """The departments, coloured by a number.

    Parameters
    ----------
    areas:
        Official code -> the number, what the area says, and its page.
    """
    drawn = sheet("department")
    colours = (NONE_KNOWN, *scale.colours)
    found = (
        Area(shape.path, colours[scale.step(areas[code][0])], *areas[code][1:])
        if code in areas
        else Area(shape.path, NONE_KNOWN, shape.name or code)
        for code, shape in sorted(drawn.shapes.items())
    )
    return Drawing(_view(drawn.box), tuple(found), drawn.borders)


def classes(none: str, more: str, scale: Scale = NUMBERS) -> list[Class]:
    """The legend of a scale of whole numbers; `more` says "{} and more"."""
    floors = [int(floor) for floor in scale.floors]
    ends = [floor - 1 for floor in floors[1:]]
    ranges = [str(low) if low == high else f"{low}–{high}" for low, high in zip(floors, ends, strict=False)]
    said = [none, *ranges, more.format(floors[-1])]
    return [Class(fill, words) for fill, words in zip((NONE_KNOWN, *scale.colours), said, strict=True)]


def perimeter(
    own: Mapping[str, tuple[str, str | None]],
    holding: Mapping[str, tuple[str, str | None]] | None = None,
    pages: Mapping[str, str | None] | None = None,
) -> Drawing | None:
    """Where some territories lie, with the departments around; None where none of them has an outline.

    Parameters
    ----------
    own:
        Official code of a department or intercommunal area -> what it says and its page.
    holding:
        The same, of what holds those that have no outline of their own.
    pages:
        Official code of a department -> its page.
    """
    found = [*_areas(holding or {}, HOLDING), *_areas(own, OWN)]
    if not found:
        return None
    left, top, right, bottom = _around(shape.box for shape, _ in found)
    more = max(_MARGIN, round(max(right - left, bottom - top) * _AROUND))
    view = left - more, top - more, right - left + 2 * more, bottom - top + 2 * more
    land = sheet("department")
    behind = [
        Area(shape.path, LAND, shape.name or code, (pages or {}).get(code))
        for code, shape in sorted(land.shapes.items())
        if code not in {*own, *(holding or {})} and _meet(shape.box, view)
    ]
    return Drawing(view, (*behind, *(area for _, area in found)))


def _areas(said: Mapping[str, tuple[str, str | None]], fill: str) -> list[tuple[Shape, Area]]:
    shapes = {**sheet("epci").shapes, **sheet("department").shapes}
    return [(shapes[code], Area(shapes[code].path, fill, *said[code])) for code in sorted(said) if code in shapes]


def _view(box: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    left, top, right, bottom = box
    return left - _MARGIN, top - _MARGIN, right - left + 2 * _MARGIN, bottom - top + 2 * _MARGIN


def _around(boxes: Iterable[tuple[int, int, int, int]]) -> tuple[int, int, int, int]:
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def _meet(box: tuple[int, int, int, int], view: tuple[int, int, int, int]) -> bool:
    left, top, width, height = view
    return box[0] < left + width and box[2] > left and box[1] < top + height and box[3] > top


def read_ahead() -> None:
    """Read the outlines."""
    for level in LEVELS:
        sheet(level)
        neighbours(level)
