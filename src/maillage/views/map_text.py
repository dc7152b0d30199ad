"""The words around a map's figures: counts and shares come in, what the page says of them goes out, fr or en.

Unknown is not nought: a share nobody can tell is called so, and one that some contracts may raise is "at least".
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from maillage.views.map_model import Contract, CoverageMap, Place
from maillage.views.map_outlines import Shape
from maillage.views.template import text_of
from maillage.views.when import date_words
from maillage.views.words import number_words


@cache
def _words() -> dict[str, dict[str, Any]]:
    return dict(json.loads(text_of("map.json")))


class MapText:
    """What the page of one map says.

    Attributes
    ----------
    t: the words of templates/map.json in the map's language.
    """

    def __init__(self, map: CoverageMap) -> None:
        self.map = map
        self.t = _words()[map.lang]
        self.day = date_words(map.day, map.lang)

    def titled(self, key: str) -> str:
        """A heading or caption that says the day, and the level if it has one for each."""
        words = self.t[key]
        return str(words if isinstance(words, str) else words[self.map.level]).format(day=self.day)

    def number(self, value: int) -> str:
        """A whole number as people write it."""
        return number_words(str(value), self.map.lang)

    def counted(self, key: str, count: int) -> str:
        """So many of something; French counts nought as one."""
        forms = self.t[key]
        return str(forms[count > 1 or (count == 0 and self.map.lang == "en")]).format(n=self.number(count))

    def percent(self, share: float | None) -> str:
        """A share; never 0 % for some nor 100 % for not all; empty when it is not known."""
        if share is None:
            return ""
        if 0 < share < 0.1:
            return str(self.t["fromZero"])
        if 99.9 < share < 100:
            return str(self.t["toAll"])
        return str(self.t["percent"]).format(number_words(f"{share:.1f}".removesuffix(".0"), self.map.lang))

    def share(self, place: Place) -> str:
        """The share of a territory: at least so much, where it has contracts whose communes nobody lists."""
        if place.vague and not place.covered:
            return str(self.t["unknownShare"])
        text = self.percent(place.share(place.covered))
        return str(self.t["atLeast"]).format(text) if place.vague and place.covered < place.inhabitants else text

    def people(self, here: int | None) -> str:
        """Whom a contract covers in a territory."""
        return str(self.t["hereUnknown"]) if here is None else str(self.t["here"]).format(n=self.number(here))

    def tip(self, place: Place) -> str:
        """A territory in two lines: what its outline says when pointed at, and to a reader of screens."""
        what = str(self.t["tipNone"])
        if place.contracts:
            contracts = self.counted("contract", len(place.contracts))
            certain, unknown = (self.percent(place.share(people)) for people in (place.certain, place.unknown))
            what = str(self.t["tip"]).format(
                share=self.share(place), certain=certain, unknown=unknown, contracts=contracts
            )
        return f"{place.label} ({place.code})\n{what}"

    def when(self, contract: Contract) -> str:
        """Status and dates of a contract, in a line."""
        said = [contract.status, contract.period or self.t["datesUnknown"]]
        text = " · ".join(part for part in said if part)
        return text[:1].upper() + text[1:]

    def standing(self, contract: Contract) -> str:
        """Whether a contract is in force that day, and why."""
        year = f", {self.t['attested'].format(contract.attested)}" if contract.attested else ""
        return f"{contract.standing} ({contract.reason}{year})"

    def parties(self, contract: Contract) -> str:
        """How many bodies are known to take part, and how many of them to have signed."""
        if not contract.parties:
            return str(self.t["noParty"])
        signed = self.counted("signatories", contract.signatories) if contract.signatories else self.t["noSignatory"]
        return f"{self.counted('parties', contract.parties)}, {signed}"

    def summary(self) -> str:
        """The whole map in a sentence."""
        map = self.map
        all_of_them, some = map.total("inhabitants"), sum(bool(place.contracts) for place in map.drawn)

        def share(people: int) -> str:
            return self.percent(100 * people / all_of_them if all_of_them else None)

        return str(self.t["summary"]).format(
            covered=self.number(map.total("covered")),
            all=self.number(all_of_them),
            share=share(map.total("covered")),
            certain=share(map.total("certain")),
            unknown=share(map.total("unknown")),
            deduced=share(map.total("deduced")),
            n=self.counted("inForce", len(map.contracts) + len(map.elsewhere)),
            lost=self.counted("lost", len(map.elsewhere)) if map.elsewhere else "",
            some=self.number(some),
            total=self.number(len(map.drawn)),
            places=self.t["places"][map.level][some > 1 or map.lang == "en"],
        )

    def hatched(self) -> list[tuple[str, Shape]]:
        """The shapes of which nothing is said, and why."""
        unknown, outside = self.map.unknown, self.map.sheet.outside
        return [
            *((self.t["unknown"].format(name=shape.name or "?", code=shape.code), shape) for shape in unknown),
            *((self.t["outside"].format(departments=", ".join(shape.departments)), shape) for shape in outside),
        ]

    def notes(self) -> list[str]:
        """How it is counted, where the outlines come from, and what does not match between them and the graph."""
        map, about = self.map, self.map.sheet.about
        out = [*map.caveats[1:], self.t["noteTotals"]]
        if map.unknown:
            names = ", ".join(f"{shape.name} ({shape.code})" for shape in map.unknown)
            out.append(self.counted("noteUnknown", len(map.unknown)) + names + ".")
        else:
            out.append(self.t["noteMatch"].format(n=self.number(len(map.sheet.shapes))))
        if map.bare:
            names = ", ".join(f"{place.label} ({place.code})" for place in map.bare)
            out.append(self.counted("noteBare", len(map.bare)) + names + ".")
        if map.sheet.outside:
            out.append(self.t["noteOutside"])
        vintage = about.get("vintage") or self.t["noVintage"]
        source = {key: about[key] for key in ("publisher", "licence", "source")}
        return [*out, self.t["noteOutlines"].format(**source, vintage=vintage)]
