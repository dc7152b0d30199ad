"""Rows of the tables of links: the tables come in; links, each with the row that says it, go out; what cannot be used
is told.

A row that is no identifier, names another thing than the graph does, or stands against another row is reported with
file and line and left aside; a row about what the graph does not have is left out and counted.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from maillage.importers.kit.base import Job, iri, label_of
from maillage.importers.kit.listing import Listing
from maillage.importers.kit.rows import csv_rows, curated_rows
from maillage.importers.links import forms
from maillage.importers.links.sets import FOLDER, SETS, LinkSet
from maillage.importers.links.sources import GEONAMES_ROWS, NUTS_ROWS, ROR_ROWS, WALLOON_ROWS, WIKIDATA_ROWS
from maillage.naming.normalise import normalised

#: Which territory of the graph a place of another country is, by a curator.
NAMED = f"{FOLDER}/lieux-reconnus.csv"
_COLUMNS = ("code_ins", "territory", "remark")
_LEVELS = {
    "region": "mlg:Region",
    "departement": "mlg:Department",
    "arrondissement": "mlg:District",
    "commune": "mlg:Commune",
}
_ITEM = "Wikidata item (Q and a number)"
#: So many things that the graph does not have are named in a remark.
_FEW = 5


@dataclass(frozen=True)
class Link:
    """A link as a row says it: the row, our thing and its level (or ``body``), the IRI it leads to, its set.

    `main` tells the link a row stands for from one it says besides (the Wikidata item of a ROR record).
    """

    path: Path
    line: int
    thing: str
    level: str
    there: str
    set: LinkSet
    main: bool = True


@dataclass
class Rows:
    """The reading of the tables.

    Parameters
    ----------
    isni:
        Body (IRI) -> its ISNI, gathered on the way.
    """

    job: Job
    isni: dict[str, str] = field(default_factory=dict)
    _unknown: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def links(self) -> list[Link]:
        """Every link of every table that can be used.

        Raises
        ------
        MaillageError
            When a table is missing or is another file.
        """
        tables = (self._wikidata, self._wallonia, self._geonames, self._nuts, self._bodies)
        found = [link for table in tables for link in table()]
        for name, things in self._unknown.items():
            named = ", ".join(things[:_FEW]) + (", ..." if len(things) > _FEW else "")
            self.job.report.remark(f"{name}: {len(things)} rows are about what graph/ does not have ({named}).")
        return list(self._consistent(found))

    def _read(self, listing: Listing) -> Iterator[tuple[Path, int, dict[str, str]]]:
        path = self.job.find(listing.name)
        assert path is not None
        for line, row in csv_rows(path, listing, self.job.report, "\t"):
            yield path, line, row

    def _wikidata(self) -> Iterator[Link]:
        for path, line, row in self._read(WIKIDATA_ROWS):
            if self._is(path, line, row["wikidata"], forms.is_wikidata, _ITEM):
                there, one = forms.wikidata_iri(row["wikidata"]), SETS["wikidata", row["niveau"], ""]
                yield from self._territory(path, line, row, row["niveau"], there, one)

    def _wallonia(self) -> Iterator[Link]:
        named = self._recognised()
        for path, line, row in self._read(WALLOON_ROWS):
            place = named.get(row["code_ins"])
            if place is None:
                self.job.report.leave_out(path, "not-named")
            elif self._is(path, line, row["wikidata"], forms.is_wikidata, _ITEM):
                there, one = forms.wikidata_iri(row["wikidata"]), SETS["wikidata", "wallonie", ""]
                yield Link(path, line, place, "wallonie", there, one)

    def _recognised(self) -> dict[str, str]:
        """Code of the INS -> the territory of the graph (IRI) that a curator says it is."""
        table, out = self.job.known.folder / NAMED, {}
        for line, row in enumerate(curated_rows(table, _COLUMNS), start=2):
            if self.job.known.describes(row["territory"] or "terr:none"):
                out[row["code_ins"]] = iri(row["territory"])
            else:
                what = f"the territory {row['territory']!r} is described nowhere in graph/; left out."
                self.job.report.bad_row(table, line, what)
        return out

    def _geonames(self) -> Iterator[Link]:
        for path, line, row in self._read(GEONAMES_ROWS):
            one = SETS.get(("geonames", row["niveau"], row["methode"]))
            if one is None:
                what = f"a {row['niveau']} is not found by {row['methode']!r}; the row is left aside."
                self.job.report.aside(path, line, what)
            elif self._is(path, line, row["geonames_id"], forms.is_geonames, "GeoNames number"):
                yield from self._territory(path, line, row, row["niveau"], forms.geonames_iri(row["geonames_id"]), one)

    def _nuts(self) -> Iterator[Link]:
        for path, line, row in self._read(NUTS_ROWS):
            if self._is(path, line, row["nuts3_2021"], forms.is_nuts, "code of the third level of NUTS"):
                there, one = forms.nuts_iri(row["nuts3_2021"]), SETS["nuts", "departement", row["source"]]
                yield from self._territory(path, line, row, "departement", there, one)

    def _bodies(self) -> Iterator[Link]:
        for path, line, row in self._read(ROR_ROWS):
            name = row["organisme_maillage"]
            if not self._is(path, line, row["ror"], forms.is_ror, "ROR identifier (nine signs, the last two a key)"):
                continue
            thing = iri(f"body:{name}")
            if not self.job.known.describes(thing):
                self._away(path, f"{name}, {row['nom_maillage']}")
                continue
            yield Link(path, line, thing, "body", forms.ror_iri(row["ror"]), SETS["ror", "body", row["methode"]])
            if row["isni"]:
                self._take_isni(path, line, thing, row["isni"])
            if row["wikidata"] and forms.is_wikidata(row["wikidata"]):
                there, one = forms.wikidata_iri(row["wikidata"]), SETS["wikidata", "body", ""]
                yield Link(path, line, thing, "body", there, one, main=False)
            elif row["wikidata"]:
                self.job.report.bad_row(path, line, f"{row['wikidata']!r} is no {_ITEM}; it is left out.")

    def _take_isni(self, path: Path, line: int, thing: str, text: str) -> None:
        number = forms.isni(text)
        if number is None:
            self.job.report.bad_row(path, line, f"{text!r} is no ISNI (sixteen signs, the last a key); it is left out.")
        elif number in self.isni.values():
            self.job.report.bad_row(path, line, f"the ISNI {text} is that of another row already; it is left out.")
        else:
            self.isni[thing] = number

    def _is(self, path: Path, line: int, text: str, fits: Callable[[str], bool], what: str) -> bool:
        if not fits(text):
            self.job.report.aside(path, line, f"{text!r} is no {what}; the row is left aside.")
            return False
        return True

    def _away(self, path: Path, thing: str) -> None:
        self.job.report.leave_out(path, "not-in-graph")
        self._unknown[path.name].append(thing)

    def _territory(
        self, path: Path, line: int, row: dict[str, str], level: str, there: str, one: LinkSet
    ) -> Iterator[Link]:
        """The link of the territory a row speaks of, by code and name; none when it is left out or aside."""
        number, name = row["code_insee"], row["nom"]
        thing = self.job.known.by_code("inseeCode", number, _LEVELS[level])
        if thing is None:
            self._away(path, f"{level} {number} {name}".strip())
            return
        label = label_of(self.job.known.says(thing))
        if name and not _same_name(label, name, level):
            what = f"the {level} {number} is {label!r} in graph/, not {name!r}; the row is left aside."
            self.job.report.aside(path, line, what)
            return
        yield Link(path, line, thing, level, there, one)

    def _consistent(self, links: Iterable[Link]) -> Iterator[Link]:
        """The links that no other of their level contradicts; of those that do, none can be trusted."""
        links = list(links)
        there: dict[tuple[str, str, str], list[Link]] = defaultdict(list)
        here: dict[tuple[str, str], list[Link]] = defaultdict(list)
        for link in links:
            there[link.set.target.name, link.level, link.there].append(link)
            here[link.set.target.name, link.thing].append(link)
        for link in links:
            same = there[link.set.target.name, link.level, link.there]
            both = here[link.set.target.name, link.thing]
            others = [other for other in (*same, *both) if (other.thing, other.there) != (link.thing, link.there)]
            twice = next((other for other in both if other.there == link.there and other.line < link.line), None)
            if others:
                self._drop(link, f"line {others[0].line} says otherwise ({others[0].there})")
            elif twice is not None:
                self._drop(link, f"line {twice.line} says it already")
            else:
                yield link

    def _drop(self, link: Link, why: str) -> None:
        if link.main:
            self.job.report.aside(link.path, link.line, f"{link.there}: {why}; the row is left aside.")
        else:
            self.job.report.bad_row(link.path, link.line, f"{link.there}: {why}; it is left out.")


def _same_name(label: str, name: str, level: str) -> bool:
    """Whether a name of a table is that of the graph: a district is "Nancy" there, "Arrondissement de Nancy" here."""
    if level != "arrondissement":
        return normalised(label) == normalised(name)
    return f" {normalised(label)}".endswith(f" {normalised(re.sub(r'^(Les?|La) ', '', name))}")
