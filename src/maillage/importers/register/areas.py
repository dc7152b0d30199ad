"""The territories of the register's rows: what a row calls its own and its perimeter come in; territories go out.

A name the official code does not know makes an area of its own. What its pages list lies within it, so that a contract
covers communes; and the area lies in the department or region that holds all of that, else in the row's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from maillage.importers.kit.base import Draft, Report, fr, slug
from maillage.importers.kit.facts import Facts
from maillage.importers.register.perimeter import Perimeter, Perimeters, bare_core, lists_itself, without_kind
from maillage.importers.register.places import AREAS, find_town, is_town
from maillage.importers.register.row import Row
from maillage.importers.register.sources import REGISTER
from maillage.naming.families import FAMILIES
from maillage.naming.gazetteer import Gazetteer
from maillage.naming.mentions import joined
from maillage.terms import MLG, PREFIXES
from maillage.things.rdf import NamedNode, Triple
from maillage.things.turtle_writer import write_turtle

PLACES = "registers/territoires-du-registre.ttl"
PERIMETERS = "registers/perimetres-du-registre.ttl"
_HEADER = """# Ce dont sont faits des territoires que le registre nomme (pays, pôles, anciens périmètres),
# d'après le périmètre que donnent ses pages : inclus (mlg:within), ou en partie (mlg:partlyWithin) là où seules des
# communes le sont. Les territoires eux-mêmes sont décrits ailleurs.
# Écrit par « maillage import register »."""
#: What an area of its own is called that bears the name of a town.
_AREA_OF = {
    "CTS": "territoire de démocratie sanitaire",
    "CPTS": "territoire de la CPTS",
    "PTSM": "territoire de santé mentale",
}
#: Types whose perimeters list departments, which bear the names of towns too ("Aube").
_BY_DEPARTMENT = ("CTS", "PTSM", "PRS", "PRAPS")
_DEPARTMENTS_FIRST = ("Department", "Region", "IntercommunalArea", "Commune")


@dataclass
class _Area:
    """An area that only the register names: label, region of its row, departments of its rows, perimeters by row."""

    label: str
    region: str
    departments: set[str] = field(default_factory=set)
    perimeters: dict[str, Perimeter] = field(default_factory=dict)

    @property
    def members(self) -> list[str]:
        """What lies within it: what its rows list, where they do not differ."""
        known = {tuple(sorted(p.places)) for p in self.perimeters.values() if p.known}
        told = known or {tuple(sorted(p.places)) for p in self.perimeters.values() if p.places}
        return list(next(iter(told))) if len(told) == 1 else []


class Areas:
    """The territories of one run; `prepare` every row, then ask `territories`, then `write`.

    Parameters
    ----------
    astride:
        Territories that lie in several communes, a part in each -> these communes (IRIs).
    """

    def __init__(
        self,
        draft: Draft,
        g: Gazetteer,
        perimeters: Perimeters,
        report: Report,
        astride: Mapping[str, set[str]] = MappingProxyType({}),
    ) -> None:
        self.draft, self.g, self.perimeters, self.report, self.astride = draft, g, perimeters, report, astride
        self.own: dict[str, _Area] = {}
        #: Telling words of a name, region, whether it is a town's -> the area they first made.
        self.called: dict[tuple[tuple[str, ...], str, bool], str] = {}
        #: Of a row, what its territory's unknown names became: areas, or territories a curator gave.
        self.named: dict[str, list[str]] = defaultdict(list)

    def prepare(self, row: Row) -> None:
        """Read the perimeter of a row and name its areas."""
        data, where = row.data, row.where
        said = [*(piece.strip() for piece in str(data["territory"]).split(";")), str(data.get("carrier") or "")]
        pieces = data.get("perimeter") or []
        if not pieces and len(where.unknown) == 1 and "," in where.unknown[0] and not where.territory:
            pieces = re.split(r"\s*,\s*(?:et\s+)?|\s+et\s+", where.unknown[0])  # It lists what it is made of.
        levels = _DEPARTMENTS_FIRST if data["type"] in _BY_DEPARTMENT else AREAS
        row.perimeter = self.perimeters.read(pieces, filter(None, said), where.regions, levels)
        if not data.get("perimeter") and not row.perimeter.known:
            row.perimeter = Perimeter()
        reached = self.g.departments(row.perimeter.places)
        if not reached and data["type"] in _AREA_OF:
            # The area is not the town it is called after; it lies about it.
            reached = self.g.departments(t for n in where.unknown if (t := find_town(n, where.regions, self.g)))
        if not where.departments and len(reached) == 1:
            where.departments = reached
        if not self._alone(row) and data["type"] not in ("PRS", "PRAPS", "GHT"):
            self.named[data["id"]] = [self._area(name, row) for name in where.unknown]
            for area in self.named[data["id"]]:
                if area in self.own and len(where.unknown) == 1 and not where.territory:
                    self.own[area].perimeters[data["id"]] = row.perimeter

    def _alone(self, row: Row) -> bool:
        """Whether the perimeter says all: of several names, or of one territory, or by the territory's own words."""
        where, perimeter = row.where, row.perimeter
        if perimeter.own or not perimeter.places or not where.unknown:
            return False
        if len(where.unknown) > 1:
            return True
        if not perimeter.known or where.territory:
            return False
        listed = row.data["perimeter"]
        return not listed or len(perimeter.places) == 1 or lists_itself(where.unknown[0], listed)

    def territories(self, row: Row) -> list[str]:
        """The territories of an arrangement: those of the official code, else areas of their own."""
        data, where, perimeter = row.data, row.where, row.perimeter
        if data["type"] in ("PRS", "PRAPS"):
            return sorted(where.regions)
        if row.thing.kind in ("HospitalGroup", "Collaboration"):
            return where.territory
        if self._alone(row):
            return sorted({*where.territory, *perimeter.places})
        found = {*where.territory, *self.named[data["id"]]}
        if perimeter.known and where.territory and not where.unknown:
            listed = self.perimeters.communes(perimeter.places)
            return sorted(found if listed == self.perimeters.communes(where.territory) else perimeter.places)
        areas = [self.own[area] for area in found if area in self.own]
        if perimeter.known and any(area.perimeters and not area.members for area in areas):
            return sorted(perimeter.places)  # The rows of the area differ: each contract covers what its page lists.
        return sorted(found)

    def _area(self, name: str, row: Row) -> str:
        """An area of its own, or the territory of the body a curator says the name stands for."""
        carrier, family = str(row.data.get("carrier") or ""), FAMILIES["intercommunal"]
        same = carrier and joined(name, family) == joined(carrier, family)
        given = self.perimeters.curated(name) or (self.perimeters.curated(carrier) if same else None)
        if given:
            return given
        label = without_kind(name)
        towns = row.data["type"] in _AREA_OF and is_town(label, self.g)
        if towns:
            label = f"{label} ({_AREA_OF[row.data['type']]})"
        region = next(iter(row.where.regions))
        area = self.called.setdefault((bare_core(label), region, towns), f"{PREFIXES['terr']}{slug(label)}")
        if area in self.g.places:
            return area
        if area in self.own and self.own[area].region != region:
            area = f"{area}-{self.g.places[region].code}"
        said = self.own.setdefault(area, _Area(label, region))
        said.departments |= row.where.departments if len(row.where.departments) == 1 else set()
        return area

    def departments(self, area: str) -> set[str]:
        """The departments of an area of its own."""
        said = self.own.get(area)
        return (self.g.departments(self.perimeters.communes(said.members)) or said.departments) if said else set()

    def write(self) -> str | None:
        """Describe the areas; returns the text of the file of their perimeters, None when they have none."""
        within: set[tuple[str, str, str]] = set()
        for area, said in self.own.items():
            held = self._held_by(said)
            facts: Facts = {"skos:prefLabel": fr(said.label), "dct:source": REGISTER.name, **held}
            self.draft.add(PLACES, area, "mlg:OtherArea", facts, keep_label=True)
            within |= {(member, "within", area) for member in said.members}
            communes = self.perimeters.communes(said.members)
            for place, own in self._touching(communes).items():
                if place not in said.members and not self.g.above(place) & set(said.members):
                    within.add((place, "within" if own <= communes else "partlyWithin", area))
            if len({tuple(sorted(p.places)) for p in said.perimeters.values() if p.known}) > 1:
                rows = ", ".join(sorted(said.perimeters))
                self.report.remark(f"{said.label}: its rows ({rows}) list different perimeters; each keeps its own.")
        self.report.count("territories within an area of the register", len(within))
        triples = [Triple(NamedNode(a), NamedNode(MLG + tie), NamedNode(b)) for a, tie, b in sorted(within)]
        return write_turtle(triples, header=_HEADER) if triples else None

    def _touching(self, communes: set[str]) -> dict[str, set[str]]:
        """The intercommunal areas of some communes, and what lies astride them -> the communes of each."""
        areas = {a for c in communes for a in self.g.above(c) if self.g.level(a) == "IntercommunalArea"}
        return {
            **{area: self.perimeters.communes([area]) for area in areas},
            **{place: own for place, own in self.astride.items() if own & communes},
        }

    def _held_by(self, area: _Area) -> Facts:
        """What an area lies in: the department or the region of all its communes, else of its rows."""
        communes = self.perimeters.communes(area.members)
        departments = self.g.departments(communes) | (set() if communes else area.departments)
        regions = self.g.regions(communes) or {area.region}
        if len(departments) == 1:
            return {"mlg:within": sorted(departments)}
        if len(regions) == 1:
            return {"mlg:within": sorted(regions), "mlg:partlyWithin": sorted(departments)}
        return {"mlg:partlyWithin": sorted(departments | regions)}
