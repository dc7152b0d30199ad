"""Scope: a region, department or intercommunal area as a user names it comes in; a query's `territory` goes out.

Each is looked for among the territories of its own level only, by name or official code: 44 is Grand Est as a region,
Loire-Atlantique as a department.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from maillage.catalogue import Query
from maillage.errors import MaillageError
from maillage.names import Names
from maillage.terms import MLG

#: The levels a user may name, from the widest to the narrowest, and the class of their territories.
LEVELS = {"region": "mlg:Region", "department": "mlg:Department", "epci": "mlg:IntercommunalArea"}
#: The parameter of a query that a scope fills.
PARAMETER = "territory"
#: How many queries an error names.
_SHOWN = 8


def scoped(
    query: Query,
    values: Mapping[str, str | None],
    places: Mapping[str, str | None],
    names: Names,
    others: Sequence[Query] = (),
) -> dict[str, str | None]:
    """The values of a query's parameters, its `territory` filled by the narrowest of the places given.

    Parameters
    ----------
    places:
        Level of `LEVELS` -> what the user wrote; None where nothing was written.
    others:
        The queries of the same folder, to name some that do take a territory.

    Raises
    ------
    MaillageError
        When the query knows no territory; when a place is unknown, or stands for several; when two places lie apart.
    """
    given = {level: text for level in LEVELS if (text := places.get(level)) is not None}
    if not given:
        return dict(values)
    option = next(iter(given))
    if PARAMETER not in query.params:
        raise MaillageError(
            f"'{query.name}' knows no territory, so '{option}' says nothing to it.", fix=_offer(query, others)
        )
    if values.get(PARAMETER) is not None:
        raise MaillageError(
            f"'{option}' and the parameter '{PARAMETER}' both name a territory.", fix="Give one of the two."
        )
    found = {level: _resolved(level, text, names) for level, text in given.items()}
    levels = list(found)
    for i, wide in enumerate(levels):
        for narrow in levels[i + 1 :]:
            if not _lies_in(found[narrow], found[wide], names):
                raise MaillageError(
                    f"{names.label(found[narrow])} ('{narrow}') does not lie in {names.label(found[wide])} ('{wide}').",
                    fix="Give one of the two, or two that hold each other.",
                )
    return {**values, PARAMETER: found[levels[-1]]}


def _resolved(level: str, text: str, names: Names) -> str:
    code = text.strip()
    # A code of one digit is short of its zero: 1 is 01.
    code = code.zfill(2) if level != "epci" and code.isdigit() else code
    try:
        return names.resolve(code, LEVELS[level])
    except MaillageError as error:
        raise type(error)(f"{level}: {error.what}", fix=error.fix) from None


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
