"""The claims of one row of the register: the row and what its words were taken for come in; descriptions go to a draft.

Reading notes of the source are kept here and in states.py: for an arrangement in preparation a signatory is a partner
to come, and `succeeds` is a reading.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

from maillage.importers.kit.base import Draft, fr, slug
from maillage.importers.kit.facts import Facts
from maillage.importers.kit.words import plain_address
from maillage.importers.register.bodies import named_slug
from maillage.naming.normalise import normalised
from maillage.terms import PREFIXES

SOURCES = "registers/sources-des-dispositifs.ttl"
CLAIM = PREFIXES["claim"]
ROLES = {
    "signatory": "role:signatory",
    "partner": "role:partner",
    "member": "role:member",
    "carrier": "role:carrier",
    "funder": "role:funder",
    "host": "role:host",
}


#: The remark on a hospital group that a page lists among those who sign.
_SIGNS_NOT = (
    "La page met le groupement parmi les signataires ; sans personnalité morale, il ne signe pas : "
    "l'établissement qui signe pour lui n'est pas dit."
)


@dataclass(frozen=True)
class Thing:
    """What a row is about: its CURIE or IRI, class (local name), and whether it is an organisation too."""

    iri: str
    kind: str
    body: bool = False


_OTHER = (
    (r"pacte\b", "Pact"),
    (r"contrat de ville\b", "CityContract"),
    (r"contrat\b", "Contract"),
    (r"(communaute hospitaliere|groupement de cooperation)", "Collaboration"),
    (r"conferences?\b", "ArrangementFamily"),
    (r"partenariat\b", "Programme"),
)
#: Sorts that are organisations too.
_BODIES = ("HospitalGroup", "GovernanceBody", "LocalMentalHealthCouncil", "ProfessionalCommunity", "Collaboration")
_TYPES = {"CLS": "LocalHealthContract", "PRS": "RegionalHealthPlan", "PRAPS": "AccessProgramme", "GHT": "HospitalGroup"}


def thing_of(row: Mapping[str, Any]) -> Thing | None:
    """What a row describes, by its type and the first words of its name; None for a type nobody knows."""
    kind, name, number = str(row["type"]), normalised(str(row["name"])), str(row["id"])
    if kind in _TYPES:
        sort = _TYPES[kind]
    elif kind == "CLSM":
        sort = "Contract" if name.startswith("contrat") else "LocalMentalHealthCouncil"
    elif kind == "PTSM":
        sort = "Contract" if name.startswith("contrat") else "MentalHealthProject"
    elif kind == "CTS":
        sort = "ArrangementFamily" if name.startswith("conseils") else "GovernanceBody"
        number = re.sub(r"-\d{4}$", "", number) if sort == "GovernanceBody" else number
    elif kind == "CPTS":
        sort = "Convention" if re.search(r"accord|contrat|\baci\b", name) else "ProfessionalCommunity"
        number = f"aci-{number}" if sort == "Convention" else named_slug(str(row["name"]))
    elif kind == "convention":
        sort = "Contract" if name.startswith("contrat") else "Convention"
    elif kind == "other":
        sort = next((k for pattern, k in _OTHER if re.match(pattern, name)), "Arrangement")
    else:
        return None
    if sort == "ArrangementFamily":
        return Thing(f"{PREFIXES['family']}{number}", sort)
    body = sort in _BODIES
    return Thing(f"{PREFIXES['body' if body else 'arr']}{number}", sort, body)


def page(draft: Draft, url: str) -> str:
    """Describe a cited page, one IRI an address as the register writes it; returns its IRI."""
    address = plain_address(url)
    parts = urlsplit(address)
    short = f"{parts.netloc.removeprefix('www.')}{parts.path}".rstrip("/")
    name = slug(re.sub(r"\.(html?|php|pdf|aspx)$", "", short))[:60].rstrip("-")
    iri = f"{PREFIXES['doc']}page-{name}-{hashlib.sha1(url.encode()).hexdigest()[:8]}"
    kind = "documentType:report" if parts.path.lower().endswith(".pdf") else "documentType:webPage"
    facts: Facts = {
        "dct:title": fr(short + (f"?{parts.query}" if parts.query else "")),
        "dct:source": quote(address, safe=":/?#[]@!$&'()*+,;=%~-._"),
        "mlg:documentType": kind,
        "mlg:origin": "origin:register",
    }
    return draft.add(SOURCES, iri, "mlg:Document", facts)


@dataclass
class Party:
    """A party of a row, resolved: its words, bodies (none: nobody knows which), register role, cited page (IRI), and
    whether the words alone do not name it.
    """

    name: str
    bodies: Sequence[str]
    role: str
    page: str
    inferred: bool


class RowWriter:
    """Writes claims of one row into a file of the draft, named `c:<row>.<what>`."""

    def __init__(
        self, draft: Draft, path: str, space: str, row: Mapping[str, Any], thing: str, pages: Sequence[str]
    ) -> None:
        self.draft, self.path, self.row, self.thing, self.pages = draft, path, row, thing, pages
        self.prefix = f"{CLAIM}{space}/{row['id']}"
        self.preparing = row.get("status") == "in preparation"

    def claim(
        self,
        name: str,
        kind: str,
        facts: Facts,
        *,
        inferred: bool = False,
        modality: str = "modality:done",
        pages: Sequence[str] = (),
    ) -> None:
        """One claim about the row's arrangement; without pages of its own, by those of the row."""
        more: Facts = {
            "mlg:modality": modality,
            "mlg:certainty": "certainty:inferred" if inferred else None,
            "mlg:evidence": list(pages or self.pages),
        }
        self.draft.add(self.path, f"{self.prefix}.{name}", kind, {**facts, **more})


class RowClaims(RowWriter):
    """The claims of a row about parties, themes and what it follows."""

    def participations(self, parties: Sequence[Party], groups: Container[str] = ()) -> int:
        """One claim a body and role, with every page that says so; returns how many.

        Parameters
        ----------
        groups:
            The hospital groups (IRIs): without legal personality they sign nothing, and are taken for partners.
        """
        found: dict[tuple[str, str], list[Party]] = {}
        for party in parties:
            for body in party.bodies:
                if body != self.thing:
                    found.setdefault((body, party.role), []).append(party)
        for (body, role), said in found.items():
            planned = self.preparing and role != "carrier"
            unable = role == "signatory" and body in groups
            concept = "role:partner" if unable or (self.preparing and role == "signatory") else ROLES[role]
            name = f"{role}.{body.rsplit('/', 1)[-1]}"
            facts: Facts = {"cv:hasParticipant": body, "cv:role": concept, "mlg:inArrangement": self.thing}
            if unable:
                facts = {**facts, "skos:editorialNote": fr(_SIGNS_NOT)}
            modality = "modality:planned" if planned else "modality:ongoing" if self.preparing else "modality:done"
            inferred = unable or all(party.inferred for party in said)
            self.claim(
                name,
                "mlg:Participation",
                facts,
                inferred=inferred,
                modality=modality,
                pages=sorted({p.page for p in said}),
            )
        return len(found)

    def focus(self, theme: str, pages: Sequence[str]) -> None:
        """The arrangement deals with a theme (IRI)."""
        modality = "modality:planned" if self.preparing else "modality:done"
        facts: Facts = {"mlg:inArrangement": self.thing, "mlg:theme": theme}
        self.claim(
            f"theme.{theme.rsplit('/', 1)[-1]}", "mlg:Focus", facts, inferred=False, modality=modality, pages=pages
        )

    def succeeds(self, former: str) -> None:
        """The arrangement follows on another (IRI), as the register reads it."""
        facts: Facts = {"mlg:subject": self.thing, "mlg:relation": "relation:succeeds", "mlg:object": former}
        modality = "modality:ongoing" if self.preparing else "modality:done"
        name = f"succeeds.{former.rsplit('/', 1)[-1]}"
        self.claim(name, "mlg:Relation", facts, inferred=True, modality=modality, pages=self.pages)
