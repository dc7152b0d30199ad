"""Territories as the register writes them: a field comes in; territories of the official code go out, or nothing."""

from __future__ import annotations

import re

from maillage.naming.families import EPCI, FAMILIES, ORDERED, Family
from maillage.naming.gazetteer import Gazetteer
from maillage.naming.grounds import Context
from maillage.naming.mentions import core, in_order, joined, readings, split_brackets
from maillage.naming.resolve import resolve

AREAS = ("Commune", "IntercommunalArea", "Department", "Region")
#: Where a name alone proves no town and no EPCI: the groups, councils and projects of these types have areas of their
#: own, however near the name ("GHT Eure-Seine", "conseil territorial de santé de Dieppe").
WIDE_TYPES = ("GHT", "CTS", "CPTS", "PTSM", "PRS", "PRAPS")
WIDE = ("Department", "Region")
_SORTS = {"intercommunal": ("IntercommunalArea",), "municipality": ("Commune",), "department": ("Department",)}


def region_iri(name: str, g: Gazetteer) -> str | None:
    """The region of a name as the register writes it."""
    found = g.places_by_core.get(("Region", core(name)), set())
    return next(iter(found)) if len(found) == 1 else None


def pieces(text: str) -> list[tuple[str, str]]:
    """The territories a field names, split at semicolons: each with what its brackets hold.

    Brackets that stand alone, or after a mere count (`47 communes (A, B)`), are part of the name.
    """
    out = []
    for piece in text.split(";"):
        head, inside = split_brackets(piece)
        if not head or re.fullmatch(r"\d+ communes", head):
            head, inside = " ".join(piece.split()), ""
        if head:
            out.append((head, inside))
    return out


def locate(
    name: str,
    inside: str,
    carrier: tuple[str, str] | None,
    regions: set[str],
    g: Gazetteer,
    levels: tuple[str, ...] = AREAS,
) -> list[str]:
    """The territories a piece of the field names: one, several when it lists them, none when the code knows none.

    Parameters
    ----------
    inside:
        What stands in brackets after the name: its parts, often.
    carrier:
        The territory of the carrier's code and the carrier's name.
    levels:
        Levels (classes) a name may be of that does not say its sort itself ("CC ...", "Ville de ...").
    """
    if carrier and _same(name, *carrier, g):
        return [carrier[0]]
    one = _one(name, regions, g, levels)
    if one:
        return [one]
    other = g.places_by_core.get(("OtherArea", core(name)), set())
    if len(other) == 1:
        return sorted(other)
    for text in (name, inside):
        for separator in (r"\s*,\s*(?:et\s+)?", r"\s+et\s+"):
            parts = [part for part in re.split(separator, text) if part]
            found = [_one(part, regions, g, levels) for part in parts]
            if len(parts) > 1 and all(found):
                return sorted({place for place in found if place})
    return []


def _one(name: str, regions: set[str], g: Gazetteer, levels: tuple[str, ...]) -> str | None:
    """The territory of a name: of the code, else that of the one intercommunal body that bears it.

    A former body is meant only where the words say that it is one ("CA Marne et Chantereine", not "Pays d'Aix").
    """
    found = find_place(name, regions, g, levels)
    if found or ("IntercommunalArea" not in levels and not readings(name)):
        return found
    return find_body_place(name, regions, g)


def find_body_place(name: str, regions: set[str], g: Gazetteer) -> str | None:
    """The territory of the one intercommunal body that bears a name; None where it has none of its own."""
    decision = resolve(name, Context(frozenset({*EPCI, "Collectivity"}), regions=frozenset(regions)), g.names)
    body = g.bodies.get(decision.iri or "")
    if body is None or (body.former and not readings(name)):
        return None
    spots = {p for p in body.places if g.level(p) in ("IntercommunalArea", "OtherArea")}
    return spots.pop() if len(spots) == 1 else None


def _same(name: str, place: str, carrier: str, g: Gazetteer) -> bool:
    """Whether a territory's words are those of the carrier, or of the carrier's territory."""
    families = [FAMILIES["municipality"]]
    if g.level(place) != "Commune":
        families.append(FAMILIES["intercommunal"])
    said = {c for family in families if (c := joined(name, family))}
    known = {c for n in (*g.places[place].names, carrier) for family in families if (c := joined(n, family))}
    return bool(said & known)


def find_place(name: str, regions: set[str], g: Gazetteer, levels: tuple[str, ...] = AREAS) -> str | None:
    """The one territory of the official code that bears a name within the regions; a town before its intercommunality.

    A name that says its sort ("CC ...", "Ville de ...", "Agglomération ...") is looked for among that sort only, any
    other among the given levels.
    """
    said = readings(name)
    wanted = _SORTS.get(said[0].family.name, ()) if said else levels
    for level in wanted:
        ways: list[tuple[str, Family | None]] = [(said[0].place, said[0].family) if said else (name, None)]
        if level == "IntercommunalArea":
            ways.append((name, FAMILIES["intercommunal"]))
        for text, family in ways:
            found = {p for p in g.places_by_core.get((level, core(text, family)), set()) if _within(p, regions, g)}
            if level in ORDERED:  # "Eure-Seine" is not the "CA Seine-Eure".
                found = {p for p in found if in_order(text, family) in g.in_order(p)}
            if found:
                return found.pop() if len(found) == 1 else None
    return None


def find_town(name: str, regions: set[str], g: Gazetteer) -> str | None:
    """The one commune of some regions that bears a name."""
    family = FAMILIES["municipality"]
    towns = g.places_by_core.get(("Commune", core(name, family)), set())
    near = {t for t in towns if in_order(name, family) in g.in_order(t) and _within(t, regions, g)}
    return near.pop() if len(near) == 1 else None


def is_town(name: str, g: Gazetteer) -> bool:
    """Whether some commune bears a name."""
    family = FAMILIES["municipality"]
    towns = g.places_by_core.get(("Commune", core(name, family)), set())
    return any(in_order(name, family) in g.in_order(town) for town in towns)


def _within(place: str, regions: set[str], g: Gazetteer) -> bool:
    return not regions or bool(g.regions([place]) & regions) or place in regions
