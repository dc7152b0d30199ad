"""Written dates: the bounds the rules derived come in; what people read of them (mlg:from, mlg:until) goes out.

Made last: a year stays a year, a month a month, what lies between two days an EDTF set, an open end ``..``. Nothing
may be compared with them; the bounds are for that.
"""

from __future__ import annotations

from datetime import date

from maillage.dates import written
from maillage.store.embedded import Oxigraph
from maillage.terms import EDTF, INFERRED, MLG, RDF
from maillage.things.rdf import Literal, NamedNode, Subject, Triple

#: What has a period to read -> its bounds of start and of end, and what tells that no end is set.
_PERIODS = {
    "Coordination": ("start", "end", "endOpen"),
    "Participation": ("effectiveStart", "effectiveEnd", "effectiveOpen"),
    "Contract": ("inForceFrom", "inForceUntil", "inForceOpen"),
}


def write_dates(store: Oxigraph) -> None:
    """Add mlg:from and mlg:until of coordinations, participations and contracts to the derived graph."""
    facts: list[Triple] = []
    for kind, (start, end, unset) in _PERIODS.items():
        things = {t.subject for t in store.values(None, RDF + "type", MLG + kind)}
        sides = (start + "Earliest", start + "Latest", end + "Earliest", end + "Latest")
        days = [_days(store, side, things) for side in sides]
        unended = {t.subject for t in store.values(None, MLG + unset)}
        for thing in things:
            first, last = (written(days[i].get(thing), days[i + 1].get(thing)) for i in (0, 2))
            if thing in unended:
                last = ("..", EDTF)
            for name, text in (("from", first), ("until", last)):
                if text is not None:
                    lexical, datatype = text
                    facts.append(Triple(thing, NamedNode(MLG + name), Literal(lexical, datatype=NamedNode(datatype))))
    store.load(facts, INFERRED)


def _days(store: Oxigraph, side: str, things: set[Subject]) -> dict[Subject, date]:
    found = store.values(None, MLG + side)
    return {t.subject: date.fromisoformat(t.object.value) for t in found if t.subject in things}
