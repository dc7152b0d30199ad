"""Bare forms of the register ("CAF", "Éducation nationale"): the words and the place of the row come in; the body of
that place goes out, said inferred when only the row says the place.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from maillage.importers.kit.base import slug
from maillage.importers.kit.words import of_place, of_town
from maillage.importers.register.context import Where
from maillage.naming.families import FAMILIES
from maillage.naming.gazetteer import Gazetteer
from maillage.naming.mentions import core, readings, tokens
from maillage.terms import PREFIXES

_DSDEN = re.compile(
    r"(dsden|direction academique( de l education nationale)?"
    r"|directions? des services departementaux( (de l|d) education nationale)?)\b"
)
_STATE = re.compile(r"(ddets|ddetspp|ddtespp|ddcs|ddcspp|daaf|rsma|direction departementale)\b")


@dataclass(frozen=True)
class Proposal:
    """A body or group to describe: its IRI, class (local name), French label, territory, the body it is a unit of.

    `said` holds where its name, and not only the row that names it, tells the territory; `double` where it is another
    name of the body, which does not describe it.
    """

    iri: str
    kind: str
    label: str
    territory: str | None = None
    unit_of: str | None = None
    inferred: bool = False
    said: bool = True
    double: bool = False

    @property
    def group(self) -> bool:
        """Whether it is a collective nobody named."""
        return self.kind == "ActorGroup"


class Forms:
    """Bodies named by a form and a place; `g` knows the territories and the agencies."""

    def __init__(self, g: Gazetteer) -> None:
        self.g = g
        #: The words as they are written, without brackets.
        self.words = ""

    def special(self, kind: str, text: str, inside: str, where: Where) -> Proposal | None:
        """A form the place completes; a proposal without a label: the form is bare and nothing completes it."""
        makers: dict[str, Callable[[str, str, Where], Proposal | None]] = {
            "ars": self._delegation,
            "caf": self._allowances,
            "ccas": self._social,
            "education_nationale": self._education,
            "etat": self._state,
            "ors": self._observatory,
            "mutualite": self._mutual,
            "urps": self._union,
            "ordre": self._order,
            "dac": self._support,
            "autre": self._council,
        }
        maker = makers.get(kind)
        made = maker(text, " ".join(tokens(inside)), where) if maker else None
        return made if made is not None else self._bare(kind, text, inside)

    def _bare(self, kind: str, text: str, inside: str) -> Proposal | None:
        said = readings(f"{text} ({inside})" if inside else text)
        bare = bool(said) and not said[0].core
        return (
            Proposal("", "", "")
            if bare or (kind in ("cpts", "msa", "carsat", "dac") and len(text.split()) < 2)
            else None
        )

    def _one(self, places: set[str]) -> str | None:
        return next(iter(places)) if len(places) == 1 else None

    def _name(self, place: str) -> str:
        spot = self.g.places[place]
        return next(iter(spot.names), spot.code)

    def _of(self, place: str) -> str:
        """ "de l'Ain", "du Grand Est": as the labels of the councils say it."""
        prefix = {"Department": "conseil départemental ", "Region": "conseil régional "}.get(self.g.level(place), "")
        for body in self.g.at.get(("department" if "dép" in prefix else "region", place), set()) if prefix else ():
            for name in self.g.bodies[body].names:
                if name.lower().startswith(prefix):
                    return name[len(prefix) :]
        name = self._name(place)
        return of_town(name, None) if self.g.level(place) == "Commune" else of_place(name, None)

    def _place_said(self, text: str, level: str) -> str | None:
        """The one territory of a level whose name the text ends with."""
        words = text.split()
        for at in range(len(words)):
            found = self.g.places_by_core.get((level, core(" ".join(words[at:]))), set())
            if len(found) == 1:
                return next(iter(found))
        return None

    def _department(self, text: str, inside: str, where: Where) -> tuple[str | None, bool]:
        """The department said, else that of the row (inferred)."""
        said = self._place_said(text, "Department") or self._place_said(inside, "Department")
        return (said, False) if said else (self._one(where.departments), True)

    def _region(self, text: str, inside: str, where: Where) -> tuple[str | None, bool]:
        said = self._place_said(text, "Region") or self._place_said(inside, "Region")
        return (said, False) if said else (self._one(where.regions), True)

    def _made(self, form: str, kind: str, label: str, place: str | None, inferred: bool) -> Proposal:
        if place is None:
            return Proposal("", "", "")
        code = self.g.places[place].code.lower()
        return Proposal(f"{PREFIXES['body']}{form}-{code}", kind, f"{label} {self._of(place)}", place, None, inferred)

    def _delegation(self, text: str, inside: str, where: Where) -> Proposal | None:
        if not re.search(r"\b(delegation|direction)\b", f"{text} {inside}"):
            return None
        # The region of "ARS Pays de la Loire (délégation de la Sarthe)" is not the Loire.
        said = text if re.search(r"\b(delegation|direction)\b", text) else ""
        place, inferred = self._department(said, inside, where)
        made = self._made(
            "ars-delegation-departementale", "HealthAgencyDelegation", "Délégation départementale", place, inferred
        )
        if place is None:
            return made
        region = self._one(self.g.regions([place]))
        agency = next(
            (b for b in sorted(self.g.at.get(("agency", region or ""), ())) if not self.g.bodies[b].replaced_by), None
        )
        short = next((n for n in self.g.bodies[agency].names if n.startswith("ARS ")), "l'ARS") if agency else "l'ARS"
        return Proposal(made.iri, made.kind, f"{made.label} de l'{short}", place, agency, inferred)

    def _allowances(self, text: str, inside: str, where: Where) -> Proposal | None:
        place, inferred = self._department(text, inside, where)
        if place is None:
            return Proposal("", "", "")
        name = f"{PREFIXES['body']}caf-{slug(self._name(place))}"
        label = f"Caisse d'allocations familiales {self._of(place)}"
        return Proposal(name, "FamilyAllowanceFund", label, place, None, inferred)

    def _social(self, text: str, inside: str, where: Where) -> Proposal | None:
        if re.match(r"cias\b", text):
            return None
        said = next((p for w in range(len(text.split())) if (p := self._town(" ".join(text.split()[w:]), where))), None)
        place = said or self._one(where.communes)
        return self._made("ccas", "SocialBody", "Centre communal d'action sociale", place, said is None)

    def _town(self, text: str, where: Where) -> str | None:
        found = self.g.places_by_core.get(("Commune", core(text, FAMILIES["municipality"])), set())
        found = {p for p in found if not where.regions or self.g.regions([p]) & where.regions}
        if len(found) > 1:
            found = {p for p in found if self.g.departments([p]) & where.departments} or found
        return next(iter(found)) if len(found) == 1 else None

    def _education(self, text: str, inside: str, where: Where) -> Proposal | None:
        if re.match(r"rectorat\b", text):
            place, inferred = self._region(text, inside, where)
            return self._made("rectorat", "EducationAuthority", "Rectorat de la région académique", place, inferred)
        place, inferred = self._department(text, inside, where)
        if _DSDEN.match(text) or re.match(r"education nationale\b", text):
            label = "Direction des services départementaux de l'Éducation nationale"
            return self._made("dsden", "EducationAuthority", label, place, inferred)
        return None

    def _state(self, text: str, inside: str, where: Where) -> Proposal | None:
        found = _STATE.match(text)
        if found:
            place, inferred = self._department(text, inside, where)
            full = text.startswith("direction departementale")
            form = {"ddtespp": "ddetspp"}.get(found[1], found[1])
            if full:
                form = "ddcspp" if "cohesion sociale" in text else "ddetspp"
            return self._made(form, "StateService", form.upper(), place, inferred)
        named = re.match(
            r"(services prefectoraux )?(sous prefecture|sous prefet) ?(de la |de l |des |de |du |d )?(.*)",
            re.sub(r"^(l )?etat (?=sous pref)", "", f"{text} {inside}".strip()),
        )
        if named and named[4]:
            place_ = self._town(named[4], where)
            if place_ is None:
                return Proposal("", "", "")
            name = f"{PREFIXES['body']}sous-prefecture-{slug(self._name(place_))}"
            above = self._one(self.g.departments([place_]))
            unit = next(iter(sorted(self.g.at.get(("prefecture", above or ""), ()))), None)
            spot = self._district(place_) or above
            return Proposal(name, "SubPrefecture", f"Sous-préfecture {self._of(place_)}", spot, unit, False)
        return (
            Proposal("", "", "")
            if re.match(r"(sous prefecture|sous prefet|(services? de )?(l )?etat|prefet)", text)
            else None
        )

    def district_named(self, text: str, where: Where) -> str | None:
        """The arrondissement of the sub-prefecture a text names ("sous prefecture de mamers")."""
        town = self._town(re.sub(r"^sous prefecture (de la |de l |des |de |du |d )?", "", text), where)
        return self._district(town) if town else None

    def _district(self, town: str) -> str | None:
        """The arrondissement that bears the name of a town and holds it: what its sub-prefecture administers."""
        names = {core(name) for name in self.g.places[town].names}
        held = [p for p in self.g.above(town) if self.g.level(p) == "District"]
        fitting = [
            p for p in held if any(core(re.sub(r"^Arrondissement ", "", n)) in names for n in self.g.places[p].names)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _observatory(self, text: str, inside: str, where: Where) -> Proposal | None:
        if not re.match(r"(observatoire regional de (la )?sante|ors)\b", text):
            return None
        old = re.search(r"(midi pyrenees|languedoc roussillon)", text)
        if old:
            return None
        place, inferred = self._region(re.sub(r"ors na$", "", text), inside, where)
        return self._made("ors", "AcademicBody", "Observatoire régional de la santé", place, inferred)

    def _mutual(self, text: str, inside: str, where: Where) -> Proposal | None:
        if "mutualite francaise" not in text:
            return None
        department = self._place_said(text, "Department")
        if department:
            return self._made(
                "mutualite-francaise-departement", "Association", "Mutualité française", department, False
            )
        if re.search(r"mutualite francaise d alsace", text):
            return None
        place, inferred = self._region(text, inside, where)
        return self._made("mutualite-francaise", "Association", "Mutualité française", place, inferred)

    def _union(self, text: str, inside: str, where: Where) -> Proposal | None:
        profession = re.sub(r"^\s*(URPS|URML)\s*(des )?", "", self.words)
        if text.startswith("urml") or profession.startswith("médecins"):
            profession = "médecins libéraux"
        if not profession:
            return Proposal("", "", "")
        place = self._one(where.regions)
        return self._made(f"urps-{slug(profession)}", "ProfessionalBody", f"URPS {profession}", place, True)

    def _order(self, text: str, inside: str, where: Where) -> Proposal | None:
        found = re.search(r"ordre des (medecins|kinesitherapeutes|chirurgiens dentistes|infirmiers|pharmaciens)", text)
        if not found:
            return None
        accents = {
            "medecins": "médecins",
            "kinesitherapeutes": "kinésithérapeutes",
            "chirurgiens dentistes": "chirurgiens-dentistes",
        }
        profession = accents.get(found[1], found[1])
        place, inferred = self._department(text[found.end() :], inside, where)
        label = f"Conseil départemental de l'ordre des {profession}"
        return self._made(f"ordre-{slug(profession)}", "ProfessionalBody", label, place, inferred)

    def _support(self, text: str, inside: str, where: Where) -> Proposal | None:
        if not re.match(r"(dac|dispositif d appui a la coordination)\b", text):
            return None
        place, inferred = self._department(text, inside, where)
        return self._made("dac", "SupportService", "Dispositif d'appui à la coordination", place, inferred)

    def _council(self, text: str, inside: str, where: Where) -> Proposal | None:
        if re.match(r"conference regionale de (la )?sante", text):
            place, inferred = self._region(text, inside, where)
            return self._made(
                "crsa", "GovernanceBody", "Conférence régionale de la santé et de l'autonomie", place, inferred
            )
        if re.match(r"conseil territorial de sante$", text):
            place, inferred = self._department(text, inside, where)
            if place is None:
                return Proposal("", "", "")
            name = f"{PREFIXES['body']}cts-{slug(self._name(place))}"
            return Proposal(
                name, "GovernanceBody", f"Conseil territorial de santé {self._of(place)}", place, None, inferred
            )
        return None
