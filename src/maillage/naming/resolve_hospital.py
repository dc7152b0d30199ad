"""Hospitals as texts name them: by their town ("CH de Lunel"), or by a part of a longer name ("Hôpital Ballanger").

A mention of a sort (psychiatric, private, public) names no hospital of another.
"""

from __future__ import annotations

import re

from maillage.naming.families import FAMILIES
from maillage.naming.grounds import Scope
from maillage.naming.mentions import Reading, core, readings, tokens
from maillage.naming.normalise import normalised

#: Words that say the sort.
_UNIVERSITY = {"chu", "chru", "universitaire"}
_PSYCHIATRIC = {"chs", "epsm", "specialise", "psychotherapique", "psychotherapeutique"}
_PRIVATE = {"clinique", "polyclinique", "prive", "prives"}
_PUBLIC = {"ch", "chi", "chic", "chr", "chs", "chu", "chru", "epsm", "hospitalier", "hospitaliers"}
#: Words that say a mere part of a hospital.
_UNIT = {"antenne", "smur", "usld", "hdj", "cmp", "ssr", "had", "ehpad", "annexe", "service", "unite"}


def find_hospital(scope: Scope) -> tuple[str, str] | None:
    """The hospital a mention names, and how: `town` or `inclusion`; None when neither settles it."""
    family = FAMILIES["hospital"]
    if scope.context.kinds and not scope.context.kinds & set(family.kinds):
        return None
    said = readings(scope.mention, scope.context.kinds)
    reading = next((r for r in said if r.family is family), None)
    if reading is None or not reading.core or re.match(r"(ehpad|foyer|residence)\b", normalised(scope.mention)):
        return None
    pool = [iri for iri in scope.eligible(scope.g.by_family.get("hospital", [])) if sort_fits(scope, iri)]
    return _in_town(scope, reading, pool) or _included(scope, reading, pool)


def _in_town(scope: Scope, reading: Reading, pool: list[str]) -> tuple[str, str] | None:
    """The one public hospital of the sort said, in the commune said."""
    words = set(tokens(scope.mention))
    wanted = {"101"} if words & _UNIVERSITY else {"292"} if words & _PSYCHIATRIC else {"355", "106"}
    towns = scope.g.places_by_core.get(("Commune", reading.core), set())
    if not towns or words & _PRIVATE:
        return None
    sites: dict[str, list[str]] = {}
    for iri in pool:
        body = scope.g.bodies[iri]
        if body.unit_of and body.unit_of in scope.g.bodies and body.places & towns and body.categories & wanted:
            sites.setdefault(body.unit_of, []).append(iri)
    if len(sites) != 1:
        scope.several += sorted(sites)
        return None
    ((entity, found),) = sites.items()
    said = set(reading.core)
    # An entity that stands in several towns and is named after another is not meant by "CH de ..." this one.
    spread = not scope.g.bodies[entity].places & towns and not any(said <= words for words in scope.g.cores[entity])
    own = [iri for iri in found if not any(_UNIT & set(tokens(name)) for name in scope.g.bodies[iri].names)]
    return (own[0] if spread and len(own) == 1 else entity), "town"


def _included(scope: Scope, reading: Reading, pool: list[str]) -> tuple[str, str] | None:
    """The one body whose name, or name and commune, hold every telling word of the mention."""
    wanted = set(reading.core)
    if not any(len(word) > 3 for word in wanted):
        return None
    found = {iri for iri in pool if any(wanted <= words for words in scope.g.cores[iri])}
    if not found:
        found = {iri for iri in pool if any(wanted & w and wanted <= w | _town(scope, iri) for w in scope.g.cores[iri])}
    bodies = {scope.g.bodies[iri].unit_of or iri for iri in found}
    if len(bodies) == 1:
        body = bodies.pop()
        return (body if body in found or len(found) > 1 else next(iter(found))), "inclusion"
    one = scope.narrowed(sorted(bodies & scope.g.bodies.keys()))
    if one is not None:
        return one[0], "inclusion"
    scope.several += sorted(bodies)[:8]
    return None


def _town(scope: Scope, iri: str) -> frozenset[str]:
    """The words of the commune a body stands in."""
    spots = [scope.g.places[p] for p in scope.g.bodies[iri].places if scope.g.level(p) == "Commune"]
    return frozenset(word for spot in spots for name in spot.names for word in core(name))


def sort_fits(scope: Scope, iri: str) -> bool:
    """Whether a hospital is of the sort the mention says: psychiatric, private, public."""
    words, body = set(tokens(scope.mention)), scope.g.bodies[iri]
    if body.public is None:
        return True
    if words & _PSYCHIATRIC and "292" not in body.categories:
        return False
    return not (words & _PRIVATE and body.public) and not (words & _PUBLIC and not body.public)
