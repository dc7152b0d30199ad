"""Ties taken together: the ties of two who share an arrangement come in; the one tie between them goes out."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from numbers import Real
from typing import Any

from maillage.dates import written
from maillage.errors import MaillageError

Tie = dict[str, Any]
#: First and last day on which something may begin and end, ISO; None is unknown. Last, whether its end is open.
Period = tuple[str | None, str | None, str | None, str | None, bool]
UNKNOWN: Period = (None, None, None, None, False)
BOUNDS = ("from_earliest", "from_latest", "until_earliest", "until_latest")
_MODALITIES = ("done", "ongoing", "planned")


def weight_of(a: Hashable, b: Hashable, data: Mapping[str, Any]) -> float:
    """What an edge says that it weighs: its ``weight``; 1 where it says none.

    Raises
    ------
    MaillageError
        For a weight that is negative or no number.
    """
    weight = data.get("weight", 1)
    if weight is None:
        return 1
    if isinstance(weight, bool) or not isinstance(weight, Real) or math.isnan(weight) or weight < 0:
        raise MaillageError(f"the tie of '{a}' and '{b}' has the weight {weight!r}.", fix="Give numbers of 0 or more.")
    return weight  # type: ignore[return-value]


def period_of(ties: Sequence[Tie]) -> Period:
    """The period that several ties of one and the same span: from the first start to the last end."""
    if len(ties) == 1:
        tie = ties[0]
        return (*(tie.get(name) for name in BOUNDS), bool(tie.get("open")))  # type: ignore[return-value]
    begin, begun, end, ended = ([tie[name] for tie in ties if tie.get(name)] for name in BOUNDS)
    first = min(begin, default=None) if len(begin) == len(ties) else None
    last = max(ended, default=None) if len(ended) == len(ties) else None
    unended = any(tie.get("open") for tie in ties)
    return first, min(begun, default=None), max(end, default=None), None if unended else last, unended


def joint(one: Period, other: Period) -> Period | None:
    """The time common to two periods; None where they cannot overlap. What is not known may be any day."""
    begin = max((day for day in (one[0], other[0]) if day), default=None)
    ended = min((day for day in (one[3], other[3]) if day), default=None)
    if begin and ended and begin > ended:
        return None
    # Both have begun when the later has: its latest day is known only where both are.
    begun = max(one[1], other[1]) if one[1] and other[1] else None
    unended = one[4] and other[4]
    ends = [end for end, is_open in ((one[2], one[4]), (other[2], other[4])) if not is_open]
    end = None if unended or not all(ends) else min(ends, default=None)  # type: ignore[type-var]
    return begin, begun, end, ended, unended


def words_of(first: str | None, last: str | None) -> str | None:
    """A bound as people read it (`maillage.dates.written`)."""
    said = written(*(date.fromisoformat(day) if day else None for day in (first, last)))
    return said and said[0]


def together(one: Sequence[Tie], other: Sequence[Tie]) -> Tie:
    """The tie of two through an arrangement, of the ties of each to it.

    Its period is the time both were there; it is inferred where either has inferred ties only, and as actual as the
    less actual of the two (done, ongoing, planned).
    """
    time = joint(period_of(one), period_of(other)) or UNKNOWN
    both = [*one, *other]
    first = both[0]
    roles = {(r.get("actor"), str(r.get("role"))): r for tie in both for r in tie.get("roles") or ()}
    proofs = {
        (q.get("document"), q.get("start"), q.get("end"), q.get("exact")): q
        for tie in both
        for q in tie.get("quotations") or ()
    }
    return {
        "arrangement": first["arrangement"],
        "arrangement_label": first.get("arrangement_label", str(first["arrangement"])),
        "arrangement_kind": first.get("arrangement_kind", ""),
        "arrangement_family": first.get("arrangement_family", ""),
        "arrangement_kind_label": first.get("arrangement_kind_label") or {"fr": "", "en": ""},
        "from": words_of(time[0], time[1]),
        "until": words_of(time[2], time[3]),
        **dict(zip(BOUNDS, time[:4], strict=True)),
        "open": time[4],
        "dates_known": all(time[:2]) and (time[4] or all(time[2:4])),
        "standing": None,
        "certainty": "explicit" if all(map(_explicit, (one, other))) else "inferred",
        "modality": max((_most_actual(ties) for ties in (one, other)), key=_rank),
        "relation": None,
        "relation_label": None,
        "coordinating": None,
        "roles": [roles[key] for key in sorted(roles, key=lambda k: (str(k[0]), k[1]))],
        "claims": sorted({str(claim) for tie in both for claim in tie.get("claims") or ()}),
        "quotations": [proofs[key] for key in sorted(proofs, key=lambda k: tuple(map(str, k)))],
    }


def _explicit(ties: Sequence[Tie]) -> bool:
    return any(tie.get("certainty", "explicit") != "inferred" for tie in ties)


def _rank(modality: str) -> int:
    return _MODALITIES.index(modality) if modality in _MODALITIES else len(_MODALITIES)


def _most_actual(ties: Sequence[Tie]) -> str:
    return min((str(tie.get("modality") or "done") for tie in ties), key=_rank)
