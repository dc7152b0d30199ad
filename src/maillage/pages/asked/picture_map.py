"""The map of an answer: a table one of whose columns holds territories comes in; areas with their shades go out.

Departments are shaded by the number beside them, or by how many rows lie in them; regions where the territories are
regions. What lies in no department, and departments without any row, are told apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from maillage.naming.names import Names
from maillage.network.legend import NONE_KNOWN, NUMBERS, SHARES, STEPS, Scale
from maillage.terms import MLG
from maillage.things.table import Table, Value, cell_text
from maillage.views.map_outlines import Sheet, sheet
from maillage.views.words import number_words

if TYPE_CHECKING:
    from maillage.pages.kit.setting import Setting

_DEPARTMENT, _REGION = "mlg:Department", "mlg:Region"
#: Areas a map needs to say more than the table.
_LEAST = 3
_MARGIN = 40


@dataclass(frozen=True)
class Area:
    """One territory: its name, its number in words (empty for none), its colour and the paths of its outline."""

    label: str
    value: str
    colour: str
    paths: Sequence[str]


@dataclass(frozen=True)
class Areas:
    """A map.

    Attributes
    ----------
    by: heading of the column of territories.
    measured: heading of the number that shades them; empty where rows are counted.
    regions: whether the areas are regions, else departments.
    areas: those with an outline, each with what is known of it.
    steps: colour and words of each class, the highest first.
    unplaced: rows that lie in no area of the map.
    view, borders: of the sheet, for SVG.
    """

    by: str
    measured: str
    regions: bool
    areas: Sequence[Area]
    steps: Sequence[tuple[str, str]]
    unplaced: int
    view: str
    borders: str

    @property
    def known(self) -> int:
        """Areas that have a number."""
        return sum(1 for area in self.areas if area.value)


def areas_of(setting: Setting, table: Table, measured: int | None) -> Areas | None:
    """The map of the first column whose territories lie in several departments or regions; None where none does."""
    names = setting.graph.built.names
    for i, column in enumerate(table.columns):
        if column.type != "iri" or column.hidden:
            continue
        iris = {str(row[i + 1]) for row in table.rows if row[i + 1] is not None}
        if not iris or not names.is_of(min(iris), "mlg:Territory"):
            continue
        for level in (_DEPARTMENT, _REGION):
            codes = {iri: _codes(iri, level, names) for iri in iris}
            if len({code for found in codes.values() for code in found}) >= _LEAST:
                return _areas(setting, table, i, measured, level, codes)
    return None


def _codes(iri: str, level: str, names: Names) -> list[str]:
    """The codes of the areas of a level that a territory is, or lies in at least in part."""
    store = names.store
    above = [t.object.value for p in ("within", "partlyWithin") for t in store.values(iri, MLG + p)]
    found = [one for one in dict.fromkeys([iri, *above]) if names.is_of(one, level)]
    return [t.object.value for one in found for t in store.values(one, MLG + "inseeCode")]


def _areas(
    setting: Setting, table: Table, i: int, measured: int | None, level: str, codes: Mapping[str, Sequence[str]]
) -> Areas:
    of = [codes.get(str(row[i + 1]), ()) for row in table.rows]
    numbered = (
        measured is not None and max(map(len, of)) == 1 and len({tuple(o) for o in of if o}) == sum(map(bool, of))
    )
    values: dict[str, float] = defaultdict(float)
    for row, found in zip(table.rows, of, strict=True):
        for code in found:
            if not numbered:
                values[code] += 1
            elif (value := row[measured or 0]) is not None:
                values[code] = float(value)  # type: ignore[arg-type]
    share = numbered and table.columns[measured or 0].name.startswith("share")
    scale = SHARES if share else _scale(values)
    lang, whole = table.lang, sheet("department")
    drawn = [
        Area(label, _said(values.get(code), lang), _colour(values.get(code), scale), paths)
        for code, (label, paths) in sorted(_outlines(setting, level).items())
    ]
    left, top, right, bottom = whole.box
    view = f"{left - _MARGIN} {top - _MARGIN} {right - left + 2 * _MARGIN} {bottom - top + 2 * _MARGIN}"
    return Areas(
        by=table.columns[i].heading,
        measured=table.columns[measured or 0].heading if numbered else "",
        regions=level == _REGION,
        areas=drawn,
        steps=_steps(scale, max(values.values()), lang),
        unplaced=sum(1 for found in of if not found),
        view=view,
        borders=whole.borders,
    )


def _outlines(setting: Setting, level: str) -> dict[str, tuple[str, list[str]]]:
    """Code of each area -> its name and the outlines it is made of."""
    names, whole = setting.graph.built.names, sheet("department")
    if level == _DEPARTMENT:
        return {code: (shape.name or code, [shape.path]) for code, shape in whole.shapes.items()}
    found: dict[str, tuple[str, list[str]]] = {}
    for code, region, label in _regions(names, whole, setting.lang):
        found.setdefault(region, (label, []))[1].append(whole.shapes[code].path)
    return found


def _regions(names: Names, whole: Sheet, lang: str) -> list[tuple[str, str, str]]:
    """Department, its region, and what the region is called."""
    out = []
    for code in whole.shapes:
        for department in names.matches(code, _DEPARTMENT):
            for triple in names.store.values(department, MLG + "within"):
                region = triple.object.value
                if names.is_of(region, _REGION):
                    said = next(names.store.values(region, MLG + "inseeCode"), None)
                    out += [] if said is None else [(code, said.object.value, names.label(region, lang))]
    return out


def _scale(values: Mapping[str, float]) -> Scale:
    """Classes of counts: the usual ones where they are few; else each holds about as many areas."""
    ordered = sorted(value for value in values.values() if value > 0)
    if not ordered or ordered[-1] <= 2 * NUMBERS.floors[-1]:
        return NUMBERS
    floors = sorted({_round(ordered[len(ordered) * step // len(STEPS)]) for step in range(len(STEPS))})
    floors[0] = min(floors[0], ordered[0])
    return Scale(tuple(floors), STEPS[: len(floors)] if len(floors) < len(STEPS) else STEPS)


@cache
def _round(value: float) -> float:
    """A number of two digits at or below a value, as a legend says it."""
    power = 10 ** max(0, len(str(int(value))) - 2)
    return float(int(value) // power * power)


def _colour(value: float | None, scale: Scale) -> str:
    step = 0 if value is None else scale.step(value)
    return scale.colours[step - 1] if step else NONE_KNOWN


def _said(value: float | None, lang: str) -> str:
    whole: Value = None if value is None else int(value) if value == int(value) else round(value, 1)
    return number_words(cell_text(whole, lang), lang)


def _steps(scale: Scale, most: float, lang: str) -> list[tuple[str, str]]:
    """Colour and words of each class, the highest first."""
    out = []
    for i, (floor, colour) in enumerate(zip(scale.floors, scale.colours, strict=True)):
        following = scale.floors[i + 1] if i + 1 < len(scale.floors) else None
        if floor > most:
            continue
        low = _said(floor, lang) if floor >= 1 else "> 0"
        if following is None:
            words = f"{low} et plus" if lang == "fr" else f"{low} and more"
        elif scale is SHARES or following - floor > 1:
            upper = _said(following, lang)
            words = f"de {low} à moins de {upper}" if lang == "fr" else f"{low} to less than {upper}"
        else:
            words = low
        out.append((colour, words))
    return out[::-1]
