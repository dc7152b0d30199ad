"""The claims of one row of the register: the row and what its words were taken for come in; descriptions go to a draft.

Reading notes of the source are kept here: for an arrangement in preparation a signatory is a partner to come, `ended`
and `succeeds` are readings, and a signing day that the page's date or address gave is inferred.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from maillage.importers.kit.base import Draft, Report, code, fr, integer, is_day, slug, when
from maillage.importers.kit.facts import Facts
from maillage.importers.register.bodies import named_slug
from maillage.naming.normalise import normalised
from maillage.terms import PREFIXES

SOURCES = "registers/sources-des-dispositifs.ttl"
CLAIM = PREFIXES["claim"]
#: Register status -> (status, modality of the state); "unknown" says no status.
_STATUS: dict[str, tuple[str | None, str]] = {
    "signed": ("status:signed", "modality:done"),
    "in preparation": ("status:inPreparation", "modality:ongoing"),
    "ended": ("status:ended", "modality:done"),
    "unknown": (None, "modality:done"),
}
ROLES = {
    "signatory": "role:signatory",
    "partner": "role:partner",
    "member": "role:member",
    "carrier": "role:carrier",
    "funder": "role:funder",
    "host": "role:host",
}


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
_TYPES = {"CLS": "LocalHealthContract", "PRS": "RegionalHealthPlan", "PRAPS": "AccessProgramme", "GHT": "HospitalGroup"}


def thing_of(row: Mapping[str, Any]) -> Thing | None:
    """What a row describes, by its type and the first words of its name; None for a type nobody knows."""
    kind, name, number = str(row["type"]), normalised(str(row["name"])), str(row["id"])
    if kind in _TYPES:
        sort = _TYPES[kind]
    elif kind == "CLSM":
        sort = "Contract" if name.startswith("contrat") else "GovernanceBody"
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
    body = sort in ("HospitalGroup", "GovernanceBody", "ProfessionalCommunity", "Collaboration")
    return Thing(f"{PREFIXES['body' if body else 'arr']}{number}", sort, body)


def page(draft: Draft, url: str) -> str:
    """Describe a cited page, one IRI an address; returns its IRI."""
    parts = urlsplit(url)
    short = f"{parts.netloc.removeprefix('www.')}{parts.path}".rstrip("/")
    name = slug(re.sub(r"\.(html?|php|pdf|aspx)$", "", short))[:60].rstrip("-")
    iri = f"{PREFIXES['doc']}page-{name}-{hashlib.sha1(url.encode()).hexdigest()[:8]}"
    kind = "documentType:report" if parts.path.lower().endswith(".pdf") else "documentType:webPage"
    facts: Facts = {
        "dct:title": fr(short + (f"?{parts.query}" if parts.query else "")),
        "dct:source": quote(url, safe=":/?#[]@!$&'()*+,;=%~-._"),
        "mlg:documentType": kind,
        "mlg:origin": "origin:register",
    }
    return draft.add(SOURCES, iri, "mlg:Document", facts)


@dataclass
class Party:
    """A party of a row, resolved: bodies, register role, cited page (IRI), whether the words alone do not name it."""

    bodies: Sequence[str]
    role: str
    page: str
    inferred: bool


class RowClaims:
    """Writes the claims of one row into a file of the draft, named `c:<row>.<what>`."""

    def __init__(
        self, draft: Draft, path: str, space: str, row: Mapping[str, Any], thing: str, pages: Sequence[str]
    ) -> None:
        self.draft, self.path, self.row, self.thing, self.pages = draft, path, row, thing, pages
        self.prefix = f"{CLAIM}{space}/{row['id']}"
        self.preparing = row.get("status") == "in preparation"

    def _claim(
        self, name: str, kind: str, facts: Facts, *, inferred: bool, modality: str, pages: Sequence[str]
    ) -> None:
        more: Facts = {
            "mlg:modality": modality,
            "mlg:certainty": "certainty:inferred" if inferred else None,
            "mlg:evidence": list(pages),
        }
        self.draft.add(self.path, f"{self.prefix}.{name}", kind, {**facts, **more})

    def states(self, territories: Sequence[str], report: Report, place: tuple[Path | str, int]) -> None:
        """What the row says the arrangement is: status, dates, generation, territory."""
        row = self.row
        status, modality = _STATUS[str(row["status"])]
        as_of = self._date("as_of", report, place)
        dates = {
            "schema:startDate": self._date("start", report, place),
            "schema:endDate": self._date("end", report, place),
        }
        signed = self._date("signed_on", report, place)
        generation = row.get("generation")
        about: Facts = {"mlg:inArrangement": self.thing}
        plain: Facts = {**about, "mlg:territory": list(territories)}
        if isinstance(generation, bool) or not isinstance(generation, int | None):
            report.bad_row(*place, f"{row['id']}: the generation {generation!r} is no number; it is left out.")
        elif generation is not None:
            plain = {**plain, "mlg:generation": integer(generation)}
        read_status = row.get("status") == "ended"
        if status and not read_status:
            plain = {**plain, "mlg:status": status, "mlg:asOf": as_of}
        read_signing = signed is not None and row.get("signed_on_basis") != "text"
        if signed is not None and not read_signing:
            plain = {**plain, "mlg:signedOn": signed}
        dated = {key: value for key, value in dates.items() if value is not None}
        if dated and not self.preparing:
            plain = {**plain, **dated}
        if len([v for v in plain.values() if v]) > 1:
            self._claim("state", "mlg:State", plain, inferred=False, modality=modality, pages=self.pages)
        if dated and self.preparing:
            self._claim(
                "period", "mlg:State", {**about, **dated}, inferred=False, modality="modality:planned", pages=self.pages
            )
        if read_signing:
            facts = {**about, "mlg:signedOn": signed}
            self._claim("signed", "mlg:State", facts, inferred=True, modality="modality:done", pages=self.pages)
        if read_status:
            facts = {**about, "mlg:status": status, "mlg:asOf": as_of}
            self._claim("ended", "mlg:State", facts, inferred=True, modality="modality:done", pages=self.pages)

    def _date(self, key: str, report: Report, place: tuple[Path | str, int]) -> Any:
        text = str(self.row.get(key) or "").strip()
        if not text:
            return None
        if not is_day(text):
            report.bad_row(*place, f"{self.row['id']}: {key} {text!r} is no date; it is left out.")
            return None
        return when(text)

    def participations(self, parties: Sequence[Party]) -> int:
        """One claim a body and role, with every page that says so; returns how many."""
        found: dict[tuple[str, str], list[Party]] = {}
        for party in parties:
            for body in party.bodies:
                if body != self.thing:
                    found.setdefault((body, party.role), []).append(party)
        for (body, role), said in found.items():
            planned = self.preparing and role != "carrier"
            concept = "role:partner" if self.preparing and role == "signatory" else ROLES[role]
            name = f"{role}.{body.rsplit('/', 1)[-1]}"
            facts: Facts = {"cv:hasParticipant": body, "cv:role": concept, "mlg:inArrangement": self.thing}
            modality = "modality:planned" if planned else "modality:ongoing" if self.preparing else "modality:done"
            inferred = all(party.inferred for party in said)
            self._claim(
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
        self._claim(
            f"theme.{theme.rsplit('/', 1)[-1]}", "mlg:Focus", facts, inferred=False, modality=modality, pages=pages
        )

    def succeeds(self, former: str) -> None:
        """The arrangement follows on another (IRI), as the register reads it."""
        facts: Facts = {"mlg:subject": self.thing, "mlg:relation": "relation:succeeds", "mlg:object": former}
        modality = "modality:ongoing" if self.preparing else "modality:done"
        name = f"succeeds.{former.rsplit('/', 1)[-1]}"
        self._claim(name, "mlg:Relation", facts, inferred=True, modality=modality, pages=self.pages)


def note(row: Mapping[str, Any]) -> str | None:
    """The compiler's remark on a row."""
    text = " ".join(str(row.get("compiler_note") or "").split())
    return text or None


__all__ = ["ROLES", "SOURCES", "Party", "RowClaims", "Thing", "code", "note", "page", "thing_of"]
