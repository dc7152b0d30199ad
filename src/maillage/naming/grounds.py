"""The ground of a resolution: a mention, its context and the bodies one may name; what fits and what is left go out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from maillage.naming.gazetteer import Gazetteer
from maillage.naming.mentions import core


@dataclass(frozen=True)
class Context:
    """What is known beside the words.

    Parameters
    ----------
    kinds:
        Local names of the classes the body may be of (`Hospital`); empty when nothing is known.
    departments, regions, communes, areas:
        IRIs of the territories it is spoken of in: departments and regions, the commune or intercommunal area.
    code:
        An official code that goes with the mention.
    day:
        The latest day the mention may be of (2014-06-01), when known.
    """

    kinds: frozenset[str] = frozenset()
    departments: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    communes: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    code: str | None = None
    day: str | None = None


@dataclass(frozen=True)
class Candidate:
    """A body that may be meant, and how alike its name is (0 to 100)."""

    iri: str
    score: float


@dataclass(frozen=True)
class Decision:
    """What a mention names.

    Parameters
    ----------
    iri:
        The body; None when the words do not settle it.
    how:
        code, name, form, context, town, inclusion; or, when `iri` is None, several, placeless (a form such as "CPAM",
        without a place in the words or the context), unknown, empty.
    score:
        100 when decided, else that of the best candidate.
    place:
        The territory the words name, when no body of it is described (a municipality nobody involved yet).
    """

    iri: str | None
    how: str
    score: float = 0.0
    candidates: tuple[Candidate, ...] = ()
    place: str | None = None


class Scope:
    """One mention with its context, over a gazetteer; `several` gathers the bodies it may be."""

    def __init__(self, mention: str, context: Context, g: Gazetteer) -> None:
        self.mention, self.context, self.g = mention, context, g
        self.several: list[str] = []

    def eligible(self, iris: Iterable[str], anywhere: bool = False) -> list[str]:
        """Bodies of the kinds of the context that do not lie in another region than it; former ones only if no other.

        With `anywhere` those of other regions do, if there is no other: an agency or council named after its region or
        department is that one, wherever it signs.
        """
        out, away = [], []
        for iri in sorted(set(iris)):
            body = self.g.bodies[iri]
            if self.context.kinds and not self.context.kinds & body.types:
                continue
            regions = self.g.regions_of(iri)
            if self.context.regions and regions and not regions & self.context.regions:
                away.append(iri)
            else:
                out.append(iri)
        if anywhere and not out:
            out = away
        today = [iri for iri in out if not self.g.bodies[iri].former]
        return today or out

    def narrowed(self, found: list[str]) -> tuple[str, str] | None:
        """The one left when units give way to their body (said ""), then when the context chooses ("context")."""
        left = [iri for iri in found if self.g.bodies[iri].unit_of not in found]
        if len(left) == 1:
            return left[0], ""
        for wanted, reach in ((self.context.departments, self.g.departments), (self.context.regions, self.g.regions)):
            near = [iri for iri in left if reach(self.g.bodies[iri].places) & wanted]
            if len(near) == 1 and len(wanted) == 1:
                return near[0], "context"
            left = near if near and len(wanted) == 1 else left
        eponyms = [iri for iri in left if self._eponymous(iri)]
        if len(eponyms) == 1 and len({p for iri in left for p in self.g.bodies[iri].places}) == 1:
            return eponyms[0], ""
        self.several += left
        return None

    def _eponymous(self, iri: str) -> bool:
        """Whether a body bears the name of its territory: of two funds of a department, the one named after it."""
        body = self.g.bodies[iri]
        places = [self.g.places[p] for p in body.places if p in self.g.places]
        return any(
            core(n, f) in {core(name, f) for name in body.names} for f in body.families for p in places for n in p.names
        )
