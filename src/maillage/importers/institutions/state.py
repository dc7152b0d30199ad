"""Importers `agencies` and `prefectures`: the list of State operators and the official geographic code come in; the
regional health agencies, and the prefecture of each department, go out with the territory they are competent for.

Needs the territories in graph/ (run `territories` first): they say which region a name means, which departments
there are.
"""

from __future__ import annotations

import re

from maillage.errors import MaillageError
from maillage.importers.geography.official import PACKAGE, rows_of
from maillage.importers.geography.official_rows import department_of, is_overseas_collectivity
from maillage.importers.geography.sources import OFFICIAL_CODE
from maillage.importers.geography.territories import HOME as CODE_HOME
from maillage.importers.geography.territories import department_name, describe_code, source_of
from maillage.importers.geography.vintage import open_code
from maillage.importers.institutions.councils import body_name
from maillage.importers.institutions.sources import AGENCIES as AGENCY_ROWS
from maillage.importers.institutions.sources import OPERATORS
from maillage.importers.kit.base import Draft, Importer, Job, code, fr, label_of
from maillage.importers.kit.facts import Facts
from maillage.importers.kit.rows import csv_rows
from maillage.importers.kit.words import of_place
from maillage.naming.normalise import normalised
from maillage.terms import MLG
from maillage.things.rdf import NamedNode

AGENCIES = "organisations/agences.ttl"
PREFECTURES = "organisations/prefectures.ttl"
_SMALL = {"de", "du", "des", "la", "le", "les", "d", "l"}


def _key(text: str) -> frozenset[str]:
    """The telling words of a region's name."""
    return frozenset(normalised(text).split()) - _SMALL


def _regions(job: Job) -> dict[frozenset[str], tuple[str, str]]:
    """Telling words -> (IRI, name) of each region of graph/."""
    out = {_key(label_of(said)): (region, label_of(said)) for region, said in job.known.of_kind("mlg:Region")}
    if not out:
        raise MaillageError(
            "graph/ has no regions yet.", file=job.known.folder, fix="Run maillage import territories first."
        )
    return out


def _region_of(name: str, regions: dict[frozenset[str], tuple[str, str]]) -> tuple[str, str, str] | None:
    """(IRI, region, what the agency's name adds to it) for an agency's label in capitals; None when none fits."""
    words = re.sub(r"^AGENCE REGIONALE (DE )?SANTE|\(ARS\)", "", name).strip()
    if _key(words) in regions:
        return *regions[_key(words)], ""
    for key, (region, label) in regions.items():
        # Guadeloupe, Saint-Martin et Saint-Barthélemy: the agency goes beyond the region it begins with.
        if key and key == _key(words.partition(",")[0]):
            return region, label, words.partition(",")[2]
    return None


def make_agencies(job: Job) -> Draft:
    """The draft of the regional health agencies."""
    path = job.find(AGENCY_ROWS.name)
    assert path is not None
    draft, regions = Draft(), _regions(job)
    seen: dict[str, int] = {}
    for line, row in csv_rows(path, AGENCY_ROWS, job.report):
        siren, found = row["siren"], _region_of(row["nom"], regions)
        if not re.fullmatch(r"\d{9}", siren):
            job.report.aside(path, line, f"{siren!r} is no SIREN number; left aside.")
            continue
        if siren in seen:
            job.report.aside(path, line, f"the SIREN {siren} stands on line {seen[siren]} already; left aside.")
            continue
        if found is None:
            job.report.aside(path, line, f"{row['nom']} names no region of graph/; left aside.")
            continue
        seen[siren] = line
        region, label, beyond = found
        facts: Facts = {
            "skos:prefLabel": fr(f"Agence régionale de santé {label}"),
            "skos:altLabel": fr(f"ARS {label}"),
            "mlg:siren": code(siren),
            "mlg:governs": region,
            "mlg:territory": region,
            "dct:source": OPERATORS.name,
        }
        body = draft.add(AGENCIES, body_name(job.known, siren), "mlg:RegionalHealthAgency", facts, keep_label=True)
        if beyond and MLG + "territory" not in job.known.says(body):
            job.report.remark(f"{body}: the source's name goes on with '{beyond.strip().title()}', which is no region.")
        job.report.count("RegionalHealthAgency")
    without = [
        name for _, (region, name) in sorted(regions.items(), key=lambda r: r[1]) if not _governed(draft, region)
    ]
    if without:
        job.report.remark(f"No agency was found for: {', '.join(without)}.")
    OPERATORS.describe(draft, AGENCIES, job.retrieved)
    OPERATORS.header(draft, AGENCIES, "Les agences régionales de santé.", AGENCIES, "agencies")
    return draft


def _governed(draft: Draft, region: str) -> bool:
    return any(NamedNode(region) in said.get(MLG + "governs", ()) for said in draft.files[AGENCIES].values())


def make_prefectures(job: Job) -> Draft:
    """The draft of the prefectures: one in each department of the code; that of a region's seat is the region's too."""
    cog, draft = open_code(job), Draft()
    source = source_of(cog)
    for number, row in rows_of(cog, "departements"):
        if is_overseas_collectivity(number):
            continue
        of = of_place(row["nom"], row.get("typeLiaison"))
        region = cog.lists["regions"].get(row["region"], {})
        seat = department_of(cog.communes.get(str(region.get("chefLieu")), {"departement": ""})) == number
        facts: Facts = {
            "skos:prefLabel": fr(f"Préfecture {of}"),
            "skos:altLabel": [fr(f"Préfecture de {the}région {region['nom']}") for the in ("", "la ") if seat],
            "mlg:governs": department_name(number),
            "mlg:territory": department_name(number),
            "dct:source": source.name,
        }
        draft.add(PREFECTURES, f"body:prefecture-{number}", "mlg:Prefecture", facts, keep_label=True)
        job.report.count("Prefecture")
    source.header(
        draft,
        PREFECTURES,
        "Les préfectures : une par département du code, sans numéro à portée.",
        CODE_HOME,
        "prefectures",
    )
    describe_code(job, draft, source)
    return draft


IMPORTERS = (
    Importer(
        "agencies",
        {"fr": "Les 18 agences régionales de santé", "en": "The 18 regional health agencies"},
        "ars_siren.csv (siren, nom), or the folder it lies in",
        make_agencies,
        sources=(OPERATORS,),
    ),
    Importer(
        "prefectures",
        {"fr": "Les préfectures, une par département", "en": "The prefectures, one per department"},
        f"the package {PACKAGE} (tarball or folder); without it the npm client fetches it",
        make_prefectures,
        looks_up=(OFFICIAL_CODE,),
    ),
)
