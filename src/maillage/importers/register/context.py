"""Where a row of the register speaks: the row and the gazetteer come in; territories, departments and day go out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from maillage.importers.register.places import AREAS, WIDE, WIDE_TYPES, locate, pieces, region_iri
from maillage.naming.families import FAMILIES
from maillage.naming.gazetteer import Gazetteer
from maillage.naming.mentions import core, readings
from maillage.naming.normalise import normalised
from maillage.naming.resolve import Context, resolve
from maillage.terms import PREFIXES

#: Party types of the register -> classes (local names) a party of it may be of; none when the type says nothing.
KINDS: dict[str, tuple[str, ...]] = {
    "ars": ("RegionalHealthAgency", "HealthAgencyDelegation", "HealthAgency"),
    "epci": (
        *("IntermunicipalBody", "Metropolis", "UrbanCommunity", "AgglomerationCommunity", "CommunityOfCommunes"),
        *("TerritorialPublicEstablishment", "Collectivity"),
    ),
    "metropole": ("Metropolis", "UrbanCommunity", "AgglomerationCommunity", "IntermunicipalBody", "Collectivity"),
    "commune": ("Municipality",),
    "etat": ("Prefecture", "SubPrefecture", "StateService", "Ministry"),
    "region": ("RegionalCouncil", "Collectivity"),
    "departement": ("DepartmentalCouncil", "Collectivity"),
    "collectivite_om": ("Collectivity", "RegionalCouncil", "DepartmentalCouncil"),
    "assurance_maladie": ("HealthInsuranceFund",),
    "cgss": ("HealthInsuranceFund", "SocialSecurityBody"),
    "caf": ("FamilyAllowanceFund",),
    "msa": ("SocialSecurityBody",),
    "carsat": ("SocialSecurityBody",),
    "regime_local": ("SocialSecurityBody",),
    "etablissement_sante": ("Hospital", "CareProvider", "HospitalGroup"),
    "dac": ("SupportService", "CareProvider", "Association"),
    "cpts": ("ProfessionalCommunity",),
    "petr": ("MixedSyndicate",),
    "syndicat": ("MixedSyndicate",),
    "ccas": ("SocialBody",),
    "education_nationale": ("EducationAuthority",),
    "universite": ("AcademicBody",),
    "ors": ("AcademicBody",),
    "association": ("Association", "CareProvider"),
    "mutualite": ("Association",),
    "ordre": ("ProfessionalBody",),
    "urps": ("ProfessionalBody",),
    "autre": (),
}

#: What brackets after a territory's name hold that is the area of a syndicate.
_POLE = re.compile(r"(pole|pays|petr|syndicat)\b")
#: The last day of the agencies of the former regions.
_LAST_OF_THEN = "2015-12-31"


@dataclass
class Where:
    """The territories of a row.

    Parameters
    ----------
    territory:
        IRIs of what its `territory` field names; empty when the official code has no such territory.
    unknown:
        The pieces of that field ("A ; B") that name no territory of the code.
    day:
        The latest day its parties may have acted; before 2016 the agencies are those of then.
    of_former:
        The departments of the region of before 2016 that the row speaks of.
    own:
        The telling words of the names of its territory and carrier -> the territory, once it is settled.
    """

    territory: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    communes: set[str] = field(default_factory=set)
    areas: set[str] = field(default_factory=set)
    departments: set[str] = field(default_factory=set)
    regions: set[str] = field(default_factory=set)
    day: str | None = None
    of_former: set[str] = field(default_factory=set)
    own: dict[tuple[str, ...], str] = field(default_factory=dict)

    def context(self, kind: str, code: str | None = None) -> Context:
        """The context of a party of a register type; an agency is sought in the former region the row speaks of."""
        departments = self.of_former if kind == "ars" and self.of_former else self.departments
        return Context(
            frozenset(KINDS.get(kind, ())),
            frozenset(departments),
            frozenset(self.regions),
            frozenset(self.communes),
            frozenset(self.areas),
            code,
            self.day,
        )


def latest_day(row: Mapping[str, Any]) -> str | None:
    """The latest day the parties of a row may have acted: of the signature, else of the first year, else the least of
    the day of the source and the end.
    """
    for keys in (("signed_on",), ("start",), ("as_of", "end")):
        days = []
        for key in keys:
            text = str(row.get(key) or "")
            if re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
                days.append({4: f"{text}-12-31", 7: f"{text}-28", 10: text}[len(text)])
        if days:
            return min(days)
    return None


def historic_region(row: Mapping[str, Any], g: Gazetteer) -> str | None:
    """The region of before 2016 that a row speaks of; None when it names none, or one that graph/ does not know."""
    name = str(row.get("historic_region") or "")
    found = g.places_by_core.get(("OtherArea", core(name)), set()) if name else set()
    found = {place for place in found if g.departments([place])}
    return next(iter(found)) if len(found) == 1 else None


def where_is(row: Mapping[str, Any], g: Gazetteer) -> Where:
    """The territories a row speaks of, from its codes first, then from its words, then from its parties' names."""
    region = region_iri(str(row.get("region_ars") or ""), g)
    out = Where(regions={region} if region else set(), day=latest_day(row))
    coded = _coded(row)
    carrier = coded if coded in g.places else None
    told = (carrier, str(row.get("carrier") or "")) if carrier else None
    former = historic_region(row, g)
    if former:
        out.of_former, out.day = g.departments([former]), _LAST_OF_THEN
    hinted: set[str] = set()
    mixed = {normalised(str(p.get("name"))) for p in row.get("parties") or [] if p.get("type") in ("petr", "syndicat")}
    for name, inside in pieces(str(row.get("territory") or "")):
        # The area of a syndicate is its own, though an EPCI in it may bear its name, or nearly ("Pays de Saint-Malo",
        # "Sud Gironde (pôle territorial)").
        levels = (
            ()
            if normalised(name) in mixed or _POLE.match(normalised(inside))
            else WIDE
            if row.get("type") in WIDE_TYPES
            else AREAS
        )
        found = locate(name, inside, told, out.regions, g, levels)
        out.territory += [place for place in found if place not in out.territory]
        if not found:
            out.unknown.append(name)
            hinted |= g.places_by_core.get(("Department", core(inside)), set()) if inside else set()
    spoken = [carrier] if carrier else out.territory
    for place in spoken:
        if g.level(place) == "Commune":
            out.communes.add(place)
            out.areas |= {a for a in g.above(place) if g.level(a) == "IntercommunalArea"}
        elif g.level(place) == "IntercommunalArea":
            out.areas.add(place)
    out.departments = g.departments([p for p in spoken if g.level(p) in ("Commune", "IntercommunalArea", "Department")])
    named = _named_departments(row, g)
    if region:
        out.departments = {d for d in out.departments if region in g.above(d)} or out.departments
    if len(out.departments) > 1 and len(named & out.departments) == 1:
        out.departments &= named
    if not out.departments and len(hinted) == 1:
        out.departments = hinted
    if not out.departments and len(named) == 1:
        out.departments = named
    if not out.departments:
        out.departments = _reached_departments(row, out, g)
    if not out.departments and region:
        within = [p.iri for p in g.places.values() if p.level == "Department" and region in p.within]
        out.departments = set(within) if len(within) == 1 else set()
    return out


def _coded(row: Mapping[str, Any]) -> str:
    scheme = {"EPCI": "epci-", "commune": "commune-"}.get(str(row.get("carrier_code_scheme")), "")
    return f"{PREFIXES['terr']}{scheme}{row.get('carrier_code')}" if scheme else ""


def carrier_kind(row: Mapping[str, Any], name: str) -> str:
    """The register type of a carrier: that of the party of its name, else what its code or its words say."""
    scheme = {"EPCI": "epci", "commune": "commune"}.get(str(row.get("carrier_code_scheme")))
    same = next(
        (str(p["type"]) for p in row.get("parties") or [] if normalised(str(p.get("name"))) == normalised(name)),
        None,
    )
    if same or scheme:
        return str(same or scheme)
    said = readings(name)
    sorts = {
        "agency": "ars",
        "intercommunal": "epci",
        "municipality": "commune",
        "hospital": "etablissement_sante",
        "syndicate": "syndicat",
        "community": "cpts",
    }
    if said and said[0].family.name in sorts:
        return sorts[said[0].family.name]
    words = normalised(name)
    if re.match(r"(pays|entente|pole metropolitain)\b", words):
        return "syndicat"
    return (
        "ccas"
        if words.startswith("cias")
        else "association"
        if words.startswith("association")
        else "etablissement_sante"
        if re.match(r"(hospices|chc)\b", words)
        else "epci"
    )


def _reached_departments(row: Mapping[str, Any], where: Where, g: Gazetteer) -> set[str]:
    """The one department of the local bodies among the parties that their names settle.

    A partner may be a neighbour ("Dinan Agglomération" of the Pays de Saint-Malo), but for one that bears a word of
    the territory's name.
    """
    reached: list[set[str]] = []
    territory = set(core(str(row.get("territory")), FAMILIES["intercommunal"]))
    for party in row.get("parties") or []:
        words = set(core(str(party.get("name") or ""), FAMILIES["intercommunal"]))
        kind = str(party.get("type")) if party.get("role") != "partner" or words & territory else ""
        if kind in ("epci", "metropole", "commune", "etablissement_sante", "petr", "syndicat"):
            decision = resolve(
                str(party.get("name") or ""), Context(frozenset(KINDS[kind]), regions=frozenset(where.regions)), g.names
            )
            place = g.bodies[decision.iri].places if decision.iri else {decision.place} if decision.place else set()
            if found := g.departments(p for p in place if p):
                reached.append(found)
    shared = set.intersection(*reached) if reached else set()
    return shared if len(shared) == 1 else set()


def _named_departments(row: Mapping[str, Any], g: Gazetteer) -> set[str]:
    """Departments that the names of the parties say."""
    out: set[str] = set()
    for party in row.get("parties") or []:
        for reading in readings(str(party.get("name") or ""), frozenset(KINDS.get(str(party.get("type")), ()))):
            if reading.family.level == "Department" and reading.place and not reading.whole_region:
                found = g.places_by_core.get(("Department", reading.core), set())
                out |= found if len(found) == 1 else set()
    return out
