"""Where territories lie on a map: IRIs come in; a drawing of them, or of what holds them, goes out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from maillage.naming.names import Names
from maillage.pages.kit.maps import Drawing, perimeter
from maillage.pages.kit.setting import Setting
from maillage.terms import MLG
from maillage.views.map_outlines import LEVELS, neighbours, sheet

_CODE, _WITHIN, _PERHAPS = MLG + "inseeCode", MLG + "within", MLG + "perhapsWithin"
_LEVELS = (MLG + "IntercommunalArea", MLG + "Department")
_REGION = MLG + "Region"


def map_of(setting: Setting, territories: Iterable[str]) -> Drawing | None:
    """The map of some territories; None where none has an outline, nor anything that holds it.

    A region is drawn by its departments, another area by the intercommunal areas that lie in it, a commune by the
    intercommunal area that holds it, in a lighter colour.
    """
    names = setting.graph.built.names
    own: dict[str, tuple[str, str | None]] = {}
    holding: dict[str, tuple[str, str | None]] = {}
    for iri in territories:
        said = (names.label(iri, setting.lang), setting.addresses.thing(iri))
        if inside := _outlined(names, iri):
            own |= dict.fromkeys(inside, said)
            continue
        for outer in _holders(names, iri):
            for code in _outlined(names, outer):
                holding[code] = (names.label(outer, setting.lang), setting.addresses.thing(outer))
    return perimeter(own, {code: said for code, said in holding.items() if code not in own}, _departments(setting))


def code_of(names: Names, iri: str) -> str:
    """The official code of a territory that has an outline; empty for another."""
    codes = sorted(triple.object.value for triple in names.store.values(iri, _CODE))
    levels = names.types(iri).intersection(_LEVELS)
    drawn = (code for code in codes if any(code in sheet(level).shapes for level in LEVELS))
    return next(drawn, "") if levels else ""


def beside(setting: Setting, iri: str) -> list[str]:
    """The territories of the same level that border one, as the outlines have it; none where it has no outline."""
    names = setting.graph.built.names
    if _REGION in names.types(iri):
        inside = set(_outlined(names, iri))
        around = {other for code in inside for other in neighbours("department").get(code, ())} - inside
        outer = (region for code in around for region in _bearing(names, code, _LEVELS[1]))
        return sorted({one for department in outer for one in _holding(names, department, _REGION)} - {iri})
    code = code_of(names, iri)
    level = next((level for level in _LEVELS if level in names.types(iri)), "")
    if not code or not level:
        return []
    bordering = neighbours("department" if level == _LEVELS[1] else "epci").get(code, frozenset())
    return sorted(one for other in bordering for one in _bearing(names, other, level))


def _departments(setting: Setting) -> dict[str, str | None]:
    """Official code -> page of each department."""
    known = _known_departments(setting.graph.built.names)
    return {code: setting.addresses.thing(iri) for code, iri in known.items()}


@lru_cache(maxsize=1)
def _known_departments(names: Names) -> dict[str, str]:
    """Official code -> each department that has an outline: a hundred names to look up, the same for every page."""
    known = ((code, _bearing(names, code, _LEVELS[1])) for code in sheet("department").shapes)
    return {code: found[0] for code, found in known if found}


def _bearing(names: Names, code: str, level: str) -> list[str]:
    """The territories of a level that have an official code."""
    return names.matches(code, level)


def _holding(names: Names, iri: str, level: str) -> list[str]:
    """The territories of a level that hold one."""
    outer = (triple.object.value for triple in names.store.values(iri, _WITHIN))
    return [one for one in outer if level in names.types(one)]


def _outlined(names: Names, iri: str) -> list[str]:
    """The codes that draw a territory: its own, those of the departments of a region, or of what an area is made of."""
    if code := code_of(names, iri):
        return [code]
    types = names.types(iri)
    if not types.intersection((_REGION, MLG + "OtherArea")):
        return []
    wanted = MLG + "Department" if _REGION in types else MLG + "IntercommunalArea"
    inside = (str(triple.subject.value) for triple in names.store.values(None, _WITHIN, iri))
    return [code for one in inside if wanted in names.types(one) and (code := code_of(names, one))]


def _holders(names: Names, iri: str) -> list[str]:
    """What holds a territory and has an outline: intercommunal areas before departments, certain before perhaps."""
    for predicate in (_WITHIN, MLG + "partlyWithin", _PERHAPS):
        outer = sorted(triple.object.value for triple in names.store.values(iri, predicate))
        for level in _LEVELS:
            if found := [one for one in outer if level in names.types(one) and code_of(names, one)]:
                return found
    return []
