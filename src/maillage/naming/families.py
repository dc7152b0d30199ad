"""The families of bodies one may name: what texts call each, and the level of territory that tells them apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from maillage.naming.normalise import normalised

EPCI = ("IntermunicipalBody", "Metropolis", "UrbanCommunity", "AgglomerationCommunity", "CommunityOfCommunes")
#: Levels of territory whose names are told apart by the order of their words ("Nord Yonne", "CC Yonne Nord").
ORDERED = ("Commune", "IntercommunalArea")


@dataclass(frozen=True)
class Family:
    """A sort of body.

    Parameters
    ----------
    kinds:
        Local names of its classes.
    words:
        Words that announce it, left out when names are compared.
    level:
        Class of the territory that tells its bodies apart; empty when none does.
    named:
        What a name of such a body holds (a regular expression), where its class is shared with other families.
    """

    name: str
    kinds: tuple[str, ...]
    words: frozenset[str]
    level: str
    named: str = ""

    def holds(self, kinds: set[str], names: Iterable[str]) -> bool:
        """Whether a body of these classes and names is of this family."""
        if not kinds & set(self.kinds):
            return False
        return not self.named or any(re.search(self.named, normalised(name)) for name in names)


def _family(name: str, kinds: tuple[str, ...] | str, words: str, level: str = "", named: str = "") -> Family:
    return Family(name, (kinds,) if isinstance(kinds, str) else kinds, frozenset(words.split()), level, named)


_HOSPITAL_WORDS = """centre centres hospitalier hospitaliere hospitaliers hopital hopitaux hospital hospitalisation
    ch chu chr chru chi chs chic hic hl cht intercommunal intercommunale specialise specialises
    universitaire universitaires regional general local public groupe groupement gh hu
    etablissement etablissements clinique polyclinique prive site service sante mentale epsm eps
    psychotherapique psychotherapeutique"""
FAMILIES: dict[str, Family] = {
    family.name: family
    for family in (
        _family(
            "agency",
            ("RegionalHealthAgency", "HealthAgency"),
            "agence regionale sante ars",
            "Region",
            r"^(ars|agence (regionale )?de sante)\b",
        ),
        _family(
            "delegation",
            "HealthAgencyDelegation",
            "agence regionale sante ars delegation departementale territoriale",
            "Department",
        ),
        _family(
            "insurance",
            "HealthInsuranceFund",
            "caisse caisses primaire assurance maladie cpam cgss generale securite sociale",
            "Department",
        ),
        _family("allowances", "FamilyAllowanceFund", "caisse allocations familiales caf", "Department"),
        _family(
            *("farmers", "SocialSecurityBody", "caisse regionale mutualite sociale agricole msa", "Department"),
            r"\b(msa|mutualite sociale agricole)\b",
        ),
        _family(
            *("retirement", "SocialSecurityBody", "caisse assurance retraite sante travail carsat", "Department"),
            r"\b(carsat|assurance retraite)\b",
        ),
        _family("region", "RegionalCouncil", "conseil regional region collectivite territoriale", "Region"),
        _family(
            "department",
            "DepartmentalCouncil",
            "conseil departemental general departement cd collectivite",
            "Department",
        ),
        _family(
            "prefecture", "Prefecture", "prefecture prefet services prefectoraux etat region departement", "Department"
        ),
        _family("subprefecture", "SubPrefecture", "sous prefecture prefet", "Commune"),
        _family("municipality", "Municipality", "ville commune mairie municipalite", "Commune"),
        _family(
            "intercommunal",
            (*EPCI, "TerritorialPublicEstablishment"),
            "communaute communautes communes commune agglomeration agglo urbaine metropole eurometropole cc ca cu ept "
            "intercommunalite "
            "etablissement public territorial",
            "IntercommunalArea",
        ),
        _family("syndicate", "MixedSyndicate", "petr pole equilibre territorial rural syndicat mixte pays scot", ""),
        _family("group", "HospitalGroup", "groupement groupe union hospitalier hospitaliere territoire ght", ""),
        _family("community", "ProfessionalCommunity", "communaute professionnelle territoriale sante cpts", ""),
        _family("hospital", ("Hospital", "CareProvider"), _HOSPITAL_WORDS, ""),
    )
}
