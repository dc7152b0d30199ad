"""Intercommunal bodies of then: a row dated before the mergers of 2017, without the code of its carrier, comes in; the
former body of the carrier's name goes out, or that today's is a reading.

Bodies merged on 1 January 2017 and often kept their name: the compiler leaves the code empty where today's body is not
the one that signed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from maillage.importers.register.context import Where, carrier_kind
from maillage.naming.families import FAMILIES
from maillage.naming.gazetteer import Gazetteer
from maillage.naming.mentions import joined, split_brackets

#: The day the mergers of the law of 2015 took effect.
_MERGED = "2017-01-01"
_KINDS = ("epci", "metropole")


def is_of_then(row: Mapping[str, Any], where: Where, name: str) -> bool:
    """Whether a name is that of an intercommunal carrier of before the mergers whose code the row leaves empty."""
    carrier = str(row.get("carrier") or "")
    if not carrier or row.get("carrier_code") or not where.day or where.day >= _MERGED:
        return False
    family = FAMILIES["intercommunal"]
    return carrier_kind(row, carrier) in _KINDS and joined(name, family) == joined(carrier, family)


def former_namesake(name: str, where: Where, g: Gazetteer) -> str | None:
    """The one former intercommunal body of the row's region that bears a name ("CA Seine Eure (ancienne, ...)")."""
    family = FAMILIES["intercommunal"]
    wanted = joined(name, family)
    found = [
        iri
        for iri, body in g.bodies.items()
        if body.former and body.kinds == {"Collectivity"} and g.regions_of(iri) & where.regions
        if any(joined(split_brackets(one)[0], family) == wanted for one in body.names)
    ]
    return found[0] if len(found) == 1 else None
