"""Scope: a region, department or intercommunal area as a user names it comes in; a query's `territory` goes out.

Each is looked for among the territories of its own level only, by name or official code: 44 is Grand Est as a region,
Loire-Atlantique as a department.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from maillage.asking.answers import Given
from maillage.asking.catalogue import Query
from maillage.errors import AmbiguousError, MaillageError, NotFoundError
from maillage.naming.names import Names
from maillage.naming.normalise import normalised
from maillage.terms import MLG, expand

#: The levels a user may name, from the widest to the narrowest, and the class of their territories.
LEVELS = {"region": "mlg:Region", "department": "mlg:Department", "epci": "mlg:IntercommunalArea"}
#: The parameter of a query that a scope fills.
PARAMETER = "territory"
_WORDS = {"region": "region", "department": "department", "epci": "intercommunal area"}
#: What says in a name (normalised) that an intercommunal area is one: in front, with its preposition, or behind.
_BEFORE = re.compile(
    r"^(cc|ca|cu|ept|(communaute|metropole|eurometropole)( (de communes|d agglomeration|urbaine))?|agglo|agglomeration)"
    r"( (de|du|des|d|la|le|les|l))* "
)
_AFTER = re.compile(r"( (metropole|agglo|agglomeration|communaute))+$")
#: How many queries an error names.
_SHOWN = 8


def scoped(
    query: Query,
    values: Mapping[str, Given],
    places: Mapping[str, str | None],
    names: Names,
    others: Callable[[], Sequence[Query]] = tuple,
) -> dict[str, Given]:
    """The values of a query's parameters, its `territory` filled by the narrowest of the places given.

    Parameters
    ----------
    places:
        Level of `LEVELS` -> what the user wrote; None where nothing was written.
    others:
        Gives the queries of the same folder, to name some that do take a territory.

    Raises
    ------
    MaillageError
        When the query knows no territory; when a place is unknown, or stands for several; when two places lie apart.
    """
    option = next((level for level in LEVELS if places.get(level) is not None), None)
    if option is None:
        return dict(values)
    if PARAMETER not in query.params:
        raise MaillageError(
            f"'{query.name}' knows no territory, so '{option}' says nothing to it.", fix=_offer(query, others())
        )
    if values.get(PARAMETER) is not None:
        raise MaillageError(
            f"'{option}' and the parameter '{PARAMETER}' both name a territory.", fix="Give one of the two."
        )
    return {**values, PARAMETER: place_of(places, names) or ""}


def place_of(places: Mapping[str, str | None], names: Names) -> str | None:
    """The narrowest of the places given, each a level of `LEVELS` and what the user wrote; None where none is given.

    Raises
    ------
    MaillageError
        When a place is unknown, or stands for several; when two places lie apart.
    """
    given = {level: text for level in LEVELS if (text := places.get(level)) is not None}
    found = {level: _resolved(level, text, names) for level, text in given.items()}
    levels = list(found)
    for i, wide in enumerate(levels):
        for narrow in levels[i + 1 :]:
            if not _lies_in(found[narrow], found[wide], names):
                raise MaillageError(
                    f"{names.label(found[narrow])} ('{narrow}') does not lie in {names.label(found[wide])} ('{wide}').",
                    fix="Give one of the two, or two that hold each other.",
                )
    return found[levels[-1]] if levels else None


def _resolved(level: str, text: str, names: Names) -> str:
    """The one territory of a level that a user means by a name or official code.

    The words that say what an intercommunal area is may be left out: "Grand Nancy", "Métropole du Grand Nancy".
    """
    if not text.strip():
        raise MaillageError(f"'{level}' is empty.", fix="Give a name or an official code, or leave it out.")
    if expand(text):
        try:
            return names.resolve(text, LEVELS[level])
        except MaillageError as error:
            raise type(error)(f"'{level}': {error.what}", fix=error.fix) from None
    # A code of one digit is short of its zero: 1 is 01.
    code = text.strip().zfill(2) if level != "epci" and text.strip().isdigit() else text
    found = names.matches(code, LEVELS[level])
    if not found and level == "epci":
        wanted = _bare(normalised(text))
        found = names.named(wanted, lambda name: _bare(name) == wanted, LEVELS[level]) if wanted else []
    if len(found) > 1:
        raise AmbiguousError(
            f"'{level}': '{text}' stands for {len(found)} territories: {names.listed(found)}.",
            fix="Name one by its CURIE.",
        )
    if not found:
        raise NotFoundError(f"'{level}': there is no {_WORDS[level]} '{text}'.", fix=_elsewhere(level, code, names))
    return found[0]


def _bare(name: str) -> str:
    """A normalised name of an intercommunal area without the words that say what it is."""
    return _AFTER.sub("", _BEFORE.sub("", name))


def _elsewhere(level: str, text: str, names: Names) -> str:
    """What bears a name or code on another level, and how to ask for it; else the nearest names of this level."""
    for other, of in LEVELS.items():
        if found := names.matches(text, of) if other != level else []:
            return f"{names.listed(found)}: give it as '{other}'."
    if found := names.matches(text, "mlg:Territory"):
        return f"{names.listed(found)}: give it as the parameter '{PARAMETER}'."
    near = names.candidates(text, LEVELS[level])
    return f"Did you mean: {names.listed(near)}?" if near else "Give its whole name, or its official code."


def _lies_in(narrow: str, wide: str, names: Names) -> bool:
    """Whether one territory lies in another, be it in part (an intercommunal area may straddle departments)."""
    return any(
        triple.object.value == wide
        for predicate in ("within", "partlyWithin")
        for triple in names.store.values(narrow, MLG + predicate)
    )


def _offer(query: Query, others: Sequence[Query]) -> str:
    """Some queries that take a territory, those that share most tags with `query` first."""
    able = [other for other in others if PARAMETER in other.params]
    able.sort(key=lambda other: (-len(set(other.tags) & set(query.tags)), other.name))
    if not able:
        return "No query of this folder takes one."
    more = " ..." if len(able) > _SHOWN else "."
    return f"These do: {', '.join(other.name for other in able[:_SHOWN])}{more}"
