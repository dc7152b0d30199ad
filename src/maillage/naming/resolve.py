"""Resolving a mention: words and their context come in; the one body they name goes out, or candidates, never a guess.

In order: an official code; the whole name; a known short form with its place ("CPAM 54", "Ville de Lyon"); a form
without a place, or a name several bodies share, settled by the context; for hospitals the town they stand in, then a
name held whole in one longer name. Likeness of letters (rapidfuzz) only ranks candidates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

from maillage.naming.families import FAMILIES, ORDERED
from maillage.naming.gazetteers import gazetteer
from maillage.naming.grounds import Candidate, Context, Decision, Scope
from maillage.naming.mentions import Reading, core, in_order, joined, other_names, readings, split_brackets, tokens
from maillage.naming.names import Names, codes_of
from maillage.naming.normalise import normalised
from maillage.naming.resolve_hospital import find_hospital, sort_fits
from maillage.terms import expand

#: The days on which agencies gave way to those of today: the regions of 2016, and La Réunion and Mayotte in 2020.
_AGENCIES_OF_2016 = "2016-01-01"
_AGENCIES_OF_2020 = "2020-01-01"

__all__ = ["Candidate", "Context", "Decision", "resolve"]


def resolve(mention: str, context: Context, names: Names) -> Decision:
    """The body a mention names.

    Parameters
    ----------
    mention:
        Words as a text writes them, or an IRI, CURIE or official code.
    names:
        The names of a store that holds the graph; its derived facts are not needed.
    """
    return _Search(" ".join(mention.split()), context, gazetteer(names)).decide()


class _Search(Scope):
    """One mention, on its way."""

    place: str | None = None
    placeless = False
    former: tuple[str, str] | None = None

    def decide(self) -> Decision:
        if not normalised(self.mention):
            return Decision(None, "empty")
        steps = (
            ("code", self._code),
            ("name", self._name),
            ("form", self._form),
            ("town", lambda: find_hospital(self)),
        )
        for how, step in steps:
            found = step()
            if found is not None:
                iri, by = found
                if how != "code" and self._namesakes(iri):
                    self.several.append(iri)
                    break
                way = "name" if self.former and self.former[0] == iri else by or how
                return Decision(iri, way, 100.0, (Candidate(iri, 100.0),))
        if self.former is not None:
            return Decision(self.former[0], "name", 100.0, (Candidate(self.former[0], 100.0),))
        return self._candidates()

    # Each step gives the body and how it was settled ("" for the step's own way), or None.

    def _code(self) -> tuple[str, str] | None:
        named = expand(self.mention)
        if named is not None and named in self.g.bodies:
            return named, ""
        codes = [self.context.code] if self.context.code else []
        kinds = re.compile(r"\d{9}|[0-9][0-9AB]\d{7}|W\d{9}|[A-Z]{2,4}-\d\d|\d{3}", re.ASCII)
        codes += [code for code in codes_of(self.mention) if kinds.fullmatch(code)]
        for number in codes:
            found = self.g.by_code.get(number.upper(), set())
            if len(found) == 1:
                return next(iter(found)), ""
        return None

    def _name(self) -> tuple[str, str] | None:
        head, inside = split_brackets(self.mention)
        for text in dict.fromkeys((self.mention, head, inside)):
            named = self.g.by_name.get(normalised(text), set()) if normalised(text) else set()
            local = any(f.level in ("Region", "Department") for iri in named for f in self.g.bodies[iri].families)
            found = self.eligible(named, anywhere=local)
            one = (found[0], "") if len(found) == 1 else self.narrowed(found)
            if one is None or text == inside:
                continue
            if self.g.bodies[one[0]].former and one[1] == "":
                # A body of today may bear nearly the same name: it is looked for first.
                self.former = self.former or one
                continue
            return one
        return None

    def _form(self) -> tuple[str, str] | None:
        for reading in readings(self.mention, self.context.kinds):
            found = self._bare(reading) if not reading.place else self._placed(reading)
            if found is not None:
                return found
        return None

    def _placed(self, reading: Reading) -> tuple[str, str] | None:
        family = reading.family
        if reading.whole_region:
            regions = self.g.places_by_core.get(("Region", core(reading.place)), set())
            seats = {iri for region in regions for iri in self._seat(region)}
            return (next(iter(seats)), "form") if len(seats) == 1 else None
        named = self.g.by_core.get((family.name, reading.core), set())
        if family.level in ORDERED:  # "Nord Yonne" is not the "CC Yonne Nord".
            named = {iri for iri in named if self._in_order(reading, iri)}
        found = self.eligible(named, anywhere=family.level in ("Region", "Department"))
        if not found:
            found = self.eligible(self.g.by_joined.get((family.name, joined(reading.place, family)), set()))
        if not found and family.name == "municipality":
            self._town_without_body(reading)
        if reading.hint and family.name == "agency" and found:
            former = self._former(found)
            if former is not None:
                return former, "context"
        if family.name == "hospital":
            found = [iri for iri in found if sort_fits(self, iri)]
        one = (found[0], "") if len(found) == 1 else self.narrowed(found)
        return (one[0], "context") if one is not None and reading.hint else one

    def _in_order(self, reading: Reading, iri: str) -> bool:
        """Whether a body, or its territory, bears the telling words of a reading in their order."""
        body, family = self.g.bodies[iri], reading.family
        names = [n for name in body.names for n in other_names(name)]
        names += [n for p in body.places if p in self.g.places for n in self.g.places[p].names]
        return in_order(reading.place, family) in {in_order(name, family) for name in names}

    def _bare(self, reading: Reading) -> tuple[str, str] | None:
        family, context = reading.family, self.context
        if reading.whole_region:
            seats = {iri for region in context.regions for iri in self._seat(region)}
            return (seats.pop(), "context") if len(seats) == 1 else None
        where = {
            "Region": context.regions,
            "Department": context.departments,
            "Commune": context.communes,
            "IntercommunalArea": context.areas,
        }.get(family.level, frozenset())
        self.placeless = bool(family.level) and not where
        found = self.eligible({iri for place in where for iri in self.g.at.get((family.name, place), set())})
        if family.name == "agency" and (former := self._former(found)) is not None:
            return former, "context"
        if family.name == "municipality" and not found and len(where) == 1:
            self.place = next(iter(where))
        one = (found[0], "") if len(found) == 1 else self.narrowed(found) if len(where) == 1 else None
        if one is None:
            self.several += found
        return None if one is None else (one[0], "context")

    def _namesakes(self, iri: str) -> bool:
        """Whether other communes, of which graph/ may describe no municipality, bear the name of this one."""
        if "Municipality" not in self.g.bodies[iri].kinds:
            return False
        towns = [self.g.places[p] for p in self.g.bodies[iri].places if self.g.level(p) == "Commune"]
        family = FAMILIES["municipality"]
        same = {
            other
            for town in towns
            for name in town.names
            for other in self.g.places_by_core.get(("Commune", core(name, family)), ())
            if any(tokens(n) == tokens(name) for n in self.g.places[other].names)
        }
        if self.context.departments:
            same = {p for p in same if self.g.departments([p]) & self.context.departments}
        elif self.context.regions:
            same = {p for p in same if self.g.regions([p]) & self.context.regions}
        return len(same) > 1

    def _seat(self, region: str) -> Iterable[str]:
        """The prefecture of a region is that of the department of its seat: the one that bears its name too."""
        for name in self.g.places[region].names:
            yield from self.g.by_name.get(normalised(f"Préfecture de la région {name}"), ())

    def _former(self, found: list[str]) -> str | None:
        """The agency of the day, where it is not yet today's: the one that covers the department, else none."""
        day = self.context.day
        if day is None or day >= _AGENCIES_OF_2020 or not found:
            return None
        former = [
            body.iri
            for body in (self.g.bodies[iri] for iri in self.g.by_family.get("agency", []))
            if body.replaced_by and self.context.departments & self.g.departments(body.places)
        ]
        island = [iri for iri in former if len(self.g.regions(self.g.bodies[iri].places)) > 1]
        if day >= _AGENCIES_OF_2016:
            former = island
        return former[0] if len(former) == 1 else None

    def _town_without_body(self, reading: Reading) -> None:
        words = in_order(reading.place, reading.family)
        spots = {s for s in self.g.places_by_core.get(("Commune", reading.core), ()) if words in self.g.in_order(s)}
        fitting = [s for s in spots if not self.context.regions or self.g.regions([s]) & self.context.regions]
        if len(fitting) > 1:
            fitting = [s for s in fitting if self.g.departments([s]) & self.context.departments] or fitting
        if len(fitting) > 1:
            exact = " ".join(w for w in tokens(reading.place))
            fitting = [
                s for s in fitting if any(" ".join(tokens(n)) == exact for n in self.g.places[s].names)
            ] or fitting
        if len(fitting) == 1:
            self.place = fitting[0]

    def _candidates(self) -> Decision:
        query = normalised(self.mention)
        near = {
            iri: max(fuzz.token_sort_ratio(query, normalised(n)) for n in self.g.bodies[iri].names)
            for iri in self._near()
        }
        scores = {iri: round(score, 1) for iri, score in near.items() if score >= 60}
        if self.several:  # The words fit these: what merely looks alike is beside the point.
            scores = dict.fromkeys(self.several, 90.0)
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[: 20 if self.several else 8]
        listed = tuple(Candidate(iri, score) for iri, score in ranked)
        best = listed[0].score if listed else 0.0
        how = "several" if self.several else "placeless" if self.placeless else "unknown"
        return Decision(None, how, best, listed, self.place)

    def _near(self) -> list[str]:
        """The bodies worth comparing: those of the context's kinds and region that share a telling word."""
        shared = {iri for word in core(self.mention) if len(word) > 2 for iri in self.g.by_word.get(word, ())}
        return [iri for iri in self.eligible(shared) if self.g.bodies[iri].names]
