"""Bodies that only the register names: a mention the graph cannot resolve comes in; a body or group comes out.

A name of its own makes a body; a bare form ("CAF", "Éducation nationale") makes the body of the row's department,
region or commune, said inferred; a plural makes a group. What stays without a place stays unsettled.
"""

from __future__ import annotations

import re

from maillage.importers.kit.base import slug
from maillage.importers.register.context import Where
from maillage.importers.register.forms import Forms, Proposal
from maillage.importers.register.perimeter import bare_core
from maillage.importers.register.places import find_place
from maillage.naming.families import EPCI
from maillage.naming.mentions import readings, short_slug, split_brackets, tokens
from maillage.naming.normalise import normalised
from maillage.terms import PREFIXES

#: Register types -> the class of a body that exists only here. An intercommunal body that the official code does not
#: know is not one of today: it is a collectivity, so that the narrow classes count those of the code.
_TABLE = """ars HealthAgency
epci Collectivity
metropole Collectivity
commune Municipality
etat StateService
region RegionalCouncil
departement DepartmentalCouncil
collectivite_om Collectivity
assurance_maladie HealthInsuranceFund
cgss HealthInsuranceFund
caf FamilyAllowanceFund
msa SocialSecurityBody
carsat SocialSecurityBody
regime_local SocialSecurityBody
dac SupportService
etablissement_sante Hospital
cpts ProfessionalCommunity
petr MixedSyndicate
syndicat MixedSyndicate
ccas SocialBody
education_nationale EducationAuthority
universite AcademicBody
ors AcademicBody
association Association
mutualite Association
ordre ProfessionalBody
urps ProfessionalBody
autre Actor"""
CLASSES = dict(line.split() for line in _TABLE.splitlines())
_BY_WORDS = (
    (r"\bsous prefecture\b", "SubPrefecture"),
    (r"^(ehpad|maison de retraite|centre de soins|maison des adolescents|filieris)\b", "CareProvider"),
    (r"^(ght|groupement hospitalier de territoire)\b", "HospitalGroup"),
    (
        r"^(conseil territorial de sante|cts|conference de territoire|conference regionale de la sante)\b",
        "GovernanceBody",
    ),
    (r"^agence d urbanisme\b", "UrbanPlanningAgency"),
    (r"^universite\b", "AcademicBody"),
)
_PLURAL = re.compile(
    r"(\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix) (communes|intercommunalites|urps|villes)\b"
    r"|(communes|intercommunalites|departements|conseils|prefets|prefectures|bailleurs|etablissements|associations"
    r"|caisses) ?(departementaux|regionaux|territoriaux|du territoire|sociaux|de sante)?\b|cpts du territoire"
)

#: Bodies that bear the name of their town or intercommunal area.
_LOCAL = re.compile(r"(cpts|mission locale|clic|centre social|point information jeunesse|office de tourisme)\b")
#: Classes whose bodies have the territory of the row they carry.
_OF_THE_ROW = ("MixedSyndicate", "ProfessionalCommunity", "Collectivity", *EPCI)
#: Establishments called after the town they stand in.
_OF_TOWN = re.compile(r"(?i:ehpad|ch|centre hospitalier|hôpital|maison de santé) (?:de la |de l'|de |du |des |d')(.+)$")
#: What brackets after a body's name hold that is a part of it.
_UNIT = re.compile(r"(commission|service|pole|direction|antenne|comite)\b")
#: Bodies of a whole region, by what they are called.
_REGIONAL = re.compile(r"\b(regionale?|regionaux|ors|ireps|crsa|creai|urps|urml|academie|promotion sante|fnars)\b")


def named_slug(name: str) -> str:
    """The end of the IRI of a body with a name of its own: `CPTS du Pays horloger` -> `cpts-pays-horloger`."""
    said = readings(name)
    family = said[0].family if said else None
    prefix = (
        {"community": "cpts", "farmers": "msa", "retirement": "carsat", "group": "ght"}.get(family.name, "")
        if family
        else ""
    )
    if family and family.name == "syndicate" and re.match(r"(petr|pole d equilibre)\b", " ".join(tokens(name))):
        words = "petr pôle équilibre territorial rural"
        return "petr-" + "-".join(t for t in short_slug(name).split("-") if t not in tokens(words))
    return f"{prefix}-{short_slug(name, family)}" if prefix else short_slug(name)


class Proposer(Forms):
    """Proposes bodies for mentions of rows."""

    def propose(self, mention: str, kind: str, where: Where, arrangement: str, title: str) -> Proposal | None:
        """The body or group of its own a mention supports; None when the words support none.

        Parameters
        ----------
        mention, kind:
            The words and the register's type of the party.
        arrangement, title:
            Identifier and name of the arrangement, for a group that has no name but its place.
        """
        head, inside = split_brackets(mention)
        self.words, text = head, " ".join(tokens(head))
        if _PLURAL.match(text):
            name = f"{head[:1].upper()}{head[1:]} ({title})"
            return Proposal(f"{PREFIXES['group']}{slug(head)}-{arrangement}", "ActorGroup", name, None)
        special = self.special(kind, text, inside, where)
        if special is not None:
            return special if special.label else None
        return self._named(mention, kind, text, where)

    def _named(self, mention: str, kind: str, text: str, where: Where) -> Proposal | None:
        head, inside = split_brackets(mention)
        said = readings(head)
        if said and not said[0].core and inside:
            head = f"{head} {inside}"
            said = readings(head)
        elif _UNIT.match(" ".join(tokens(inside))):
            head = f"{head}, {inside}"  # The unit named, not the body it is a part of.
        clean = re.sub(r" (?=,)", "", " ".join(re.sub(r"[«»]", " ", head).split())).replace("’", "'")
        label = clean[:1].upper() + clean[1:]
        name = named_slug(clean)
        sort = next((k for pattern, k in _BY_WORDS if re.search(pattern, text)), CLASSES.get(kind, "Actor"))
        if not normalised(clean):
            return None
        place, told = self.smallest(label, sort, where)
        return Proposal(f"{PREFIXES['body']}{name}", sort, label, place, said=told)

    def smallest(self, label: str, sort: str, where: Where) -> tuple[str | None, bool]:
        """The smallest area a body is known to be of, and whether its name says it; None when nothing tells.

        A sub-prefecture has its arrondissement. A syndicate or community that bears the name of the row's territory, or
        of its carrier, has that territory.
        Else the name tells: a town or intercommunal area for what bears such names, a department, the region for what
        is regional. Else the row's department: a region is never taken for want of better.

        Parameters
        ----------
        sort:
            Its class (local name).
        """
        text = " ".join(tokens(label))
        if sort == "SubPrefecture" and (district := self.district_named(text, where)):
            return district, True
        own = where.own.get(bare_core(label)) if sort in _OF_THE_ROW else None
        if own is not None:
            return own, True
        local = _OF_TOWN.match(label)
        if sort == "ProfessionalCommunity" or _LOCAL.match(text) or local:
            said = readings(label)
            name = said[0].place if said and said[0].family.name == "community" else _LOCAL.sub("", text)
            name = local[1] if local else name
            for level in ("Commune",) if local else ("IntercommunalArea", "Commune"):
                place = find_place(name, where.regions, self.g, (level,)) if normalised(name) else None
                if place and self.g.departments([place]) & self._reach(where):
                    return place, True
        region = self._one(where.regions)
        department = self._place_said(text, "Department")
        if department and department in self._reach(where):
            return department, True
        regional = _REGIONAL.search(text) or self._place_said(text, "Region") == region
        if region and regional and sort != "MixedSyndicate":
            return region, True
        return self._one(where.departments), False

    def _reach(self, where: Where) -> set[str]:
        """The departments a body of the row may be of."""
        if where.departments:
            return where.departments
        return {p.iri for p in self.g.places.values() if p.level == "Department" and where.regions & p.within}
