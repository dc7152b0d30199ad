"""Importer `city-contracts`: the list of city contracts 2015-2023 comes in; each contract with its carrier, its
territory and the inhabitants of its priority neighbourhoods goes out.

Many carriers have since been merged away. They are kept: a body with the SIREN of the list, named by the latest
vintage of the official code that knows it, else by the list, and an area of its own. They are said to be a
`mlg:Collectivity` and a `mlg:OtherArea`, so that intercommunal bodies and areas are those of today.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from maillage.importers.geography.neighbourhoods import wider
from maillage.importers.geography.official import PACKAGE, VINTAGES, OfficialCode, fetch, read_official_code
from maillage.importers.geography.sources import OFFICIAL_CODE
from maillage.importers.geography.territories import department_name
from maillage.importers.geography.vintage import check_vintage, packages
from maillage.importers.institutions.councils import BODIES, municipality
from maillage.importers.institutions.sources import CITY_CONTRACTS, CONTRACTS
from maillage.importers.kit.base import Draft, Importer, Job, code, fr, integer, iri, when
from maillage.importers.kit.facts import Facts
from maillage.importers.kit.report import Report
from maillage.importers.kit.rows import csv_rows
from maillage.importers.kit.words import statute_in_full
from maillage.naming.normalise import normalised

PATH = "registers/contrats-de-ville.ttl"
CARRIERS = "organisations/intercommunalites-disparues.ttl"
AREAS = "territories/intercommunalites-disparues.ttl"


@dataclass
class _Contract:
    """The rows of one contract."""

    number: str
    label: str
    carrier: str
    lines: list[int]
    departments: list[str] = field(default_factory=list)
    inhabitants: int | None = 0


def read_codes(job: Job, folder: Path) -> list[OfficialCode]:
    """The vintages of the official code among the sources, the latest first; all of them fetched when none is given."""
    given = packages(job.sources)
    if not given:
        for version in job.report.track(VINTAGES, "npm pack"):
            given.append(fetch(version, _made(folder / version)))
    quiet = Report()  # An earlier vintage's oddities are not this import's.
    codes: list[OfficialCode] = []
    for path in job.report.track(given, "official code"):
        codes = sorted([*codes, read_official_code(path, quiet)], key=lambda c: (c.vintage or "", c.version))[::-1]
        for earlier in codes[1:]:  # Of an earlier vintage the intercommunal bodies are asked only: memory.
            earlier.lists = {name: rows if name in ("epci", "ept") else {} for name, rows in earlier.lists.items()}
    check_vintage(job, codes[0])
    if len(codes) == 1:
        job.report.remark("No earlier vintage of the official code was given: carriers gone by bear the list's names.")
    return codes


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _read(job: Job, path: Path) -> list[_Contract]:
    out: dict[str, _Contract] = {}
    met: set[tuple[str, str]] = set()
    for line, row in csv_rows(path, CONTRACTS, job.report):
        number, department = row["code_cv"], row["insee_dep"]
        if not re.fullmatch(r"CV\d+", number) or not re.fullmatch(r"\d{9}|(\d{2}|2[AB])\d{3}", row["codgeo"]):
            job.report.aside(path, line, f"{number!r} carried by {row['codgeo']!r} is no contract; left aside.")
            continue
        if not re.fullmatch(r"(\d{2}|2[AB]|9[78]\d)?", department):
            job.report.bad_row(path, line, f"{number}: {department!r} is no department; left unsaid.")
            department = ""
        if (number, department) in met:
            job.report.aside(path, line, f"{number} stands for department {department} already; left aside.")
            continue
        label = re.sub(r"^(\d[\dAB]\d?|NA) - ", "", row["lib_cv"])
        contract = out.setdefault(number, _Contract(number, label, row["codgeo"], []))
        if contract.carrier != row["codgeo"]:
            other = f"{contract.carrier} on line {contract.lines[0]}"
            words = f"{number} is carried by {row['codgeo']} here, by {other}; left aside."
            job.report.aside(path, line, words)
            continue
        if contract.departments:
            job.report.remark(f"{number} stands in several rows (departments {contract.departments[0]}, {department}).")
        met.add((number, department))
        contract.lines.append(line)
        contract.departments += [department] if department else []
        if re.fullmatch(r"\d+(\.0)?", row["pop_qpv"]):
            if contract.inhabitants is not None:
                contract.inhabitants += int(float(row["pop_qpv"]))
        else:
            contract.inhabitants = None
            job.report.bad_row(path, line, f"{row['pop_qpv']!r} is no number of inhabitants; left unsaid.")
    return list(out.values())


def _gone(job: Job, draft: Draft, contract: _Contract, codes: Sequence[OfficialCode]) -> tuple[str, str]:
    """The body and the area of a carrier that is no longer in the code."""
    siren = contract.carrier
    last = next((c for c in codes if siren in c.lists["epci"]), None)
    name = str(last.lists["epci"][siren]["nom"]) if last else contract.label
    body = job.known.by_code("siren", siren) or iri(f"body:siren-{siren}")
    known = {
        iri(department_name(number)) for number in contract.departments if job.known.describes(department_name(number))
    }
    within = next(iter(wider(job.known, known)[0]), None) if len(known) > 1 else next(iter(known), None)
    area = iri(f"terr:ancien-epci-{siren}")
    note = f"N'est plus dans le code officiel géographique {codes[0].label}"
    if last:
        note += f" ; le dernier millésime lu qui la nomme est {last.label}"
    elif len(codes) > 1:
        note += f", ni dans aucun des millésimes lus depuis {codes[-1].label}"
    heir = _heir(job, codes, siren, last)
    texts = {text for text in (name, contract.label, statute_in_full(name)) if text} - {name}
    if normalised(name) in _names_of_today(codes[0]):
        # Two bodies of one name cannot be told apart by it.
        name, texts = f"{name} (ancienne, {siren})", set()
    facts: Facts = {
        "skos:prefLabel": fr(name),
        "skos:altLabel": [fr(text) for text in texts],
        "mlg:siren": code(siren),
        "mlg:territory": area,
        "dct:isReplacedBy": heir,
        "dct:source": CITY_CONTRACTS.name,
        "skos:editorialNote": fr(f"{note}."),
    }
    draft.add(CARRIERS, body, "mlg:Collectivity", facts, keep_label=True)
    remark = "Les communes de cet ancien périmètre ne sont pas à portée ; le registre dit seulement le département."
    place: Facts = {
        "skos:prefLabel": fr(f"{name} (ancien périmètre)"),
        "skos:notation": code(siren),
        "mlg:within": within,
        "dct:source": CITY_CONTRACTS.name,
        "skos:editorialNote": fr(remark),
    }
    draft.add(AREAS, area, "mlg:OtherArea", place, keep_label=True)
    job.report.count("carriers gone by")
    return body, area


def _names_of_today(cog: OfficialCode) -> set[str]:
    names = [str(row["nom"]) for row in cog.lists["epci"].values()]
    return {normalised(text) for name in names for text in (name, statute_in_full(name) or name)}


def _heir(job: Job, codes: Sequence[OfficialCode], siren: str, last: OfficialCode | None) -> str | None:
    """The body whose area holds today every commune the carrier had in the last vintage that knows it."""
    if last is None:
        return None
    today = codes[0]
    renamed = {old: number for number, row in today.communes.items() for old in row.get("anciensCodes") or ()}
    members = {m["code"] for m in last.lists["epci"][siren]["membres"]}
    current = {number if number in today.communes else renamed.get(number, number) for number in members}
    holders = [n for n in today.lists["epci"] if current <= {m["code"] for m in today.members(n)}]
    return job.known.by_code("siren", holders[0]) if len(holders) == 1 else None


def make(job: Job) -> Draft:
    """The draft of the city contracts, and of the carriers that are no longer in the code."""
    draft = Draft()
    path = job.find(CONTRACTS.name)
    assert path is not None
    with tempfile.TemporaryDirectory() as folder:
        codes = read_codes(job, Path(folder))
    for contract in job.report.track(_read(job, path), "city contracts"):
        found = _carrier(job, draft, contract, codes)
        if found is None:
            what = f"the carrier {contract.carrier} is not in graph/: run maillage import councils first; left aside."
            for line in contract.lines:
                job.report.aside(path, line, what)
            continue
        _describe(draft, contract, *found)
        job.report.count("CityContract")
    CITY_CONTRACTS.describe(draft, PATH, job.retrieved)
    CITY_CONTRACTS.header(draft, PATH, "Contrats de ville 2015-2023.", PATH, "city-contracts")
    gone = "Intercommunalités qui ont porté un contrat de ville et ne sont plus dans le code officiel géographique"
    for other, what in ((CARRIERS, "comme organismes"), (AREAS, "leurs anciens périmètres")):
        if other in draft.files:
            CITY_CONTRACTS.header(draft, other, f"{gone} : {what}.", PATH, "city-contracts")
    return draft


def _carrier(job: Job, draft: Draft, contract: _Contract, codes: Sequence[OfficialCode]) -> tuple[str, str] | None:
    """The carrier and the territory it governs; None when graph/ should have it and has not."""
    number = contract.carrier
    if len(number) == 5:
        body = municipality(job, codes[0], draft, number)
        return (body, iri(f"terr:commune-{number}")) if body else None
    if number in codes[0].lists["epci"] or number in codes[0].lists["ept"]:
        known = job.known.by_code("siren", number)
        return (known, iri(f"terr:epci-{number}")) if known and job.known.home[known] == BODIES else None
    return _gone(job, draft, contract, codes)


def _describe(draft: Draft, contract: _Contract, body: str, area: str) -> None:
    thing = f"arr:contrat-de-ville-{contract.number}"
    claim = f"claim:{CITY_CONTRACTS.slug}/{contract.number}"
    entity: Facts = {
        "skos:prefLabel": fr(f"Contrat de ville 2015-2023 : {contract.label}"),
        "skos:altLabel": fr(f"Contrat de ville {contract.label}"),
        "skos:notation": code(contract.number),
        "dct:source": CITY_CONTRACTS.name,
    }
    draft.add(PATH, thing, "mlg:CityContract", entity, keep_label=True)
    proof: Facts = {"mlg:modality": "modality:done", "mlg:evidence": CITY_CONTRACTS.name}
    carried: Facts = {"cv:hasParticipant": body, "cv:role": "role:carrier", "mlg:inArrangement": thing, **proof}
    draft.add(PATH, f"{claim}.carrier", "mlg:Participation", carried)
    state: Facts = {
        "mlg:inArrangement": thing,
        "mlg:territory": area,
        "schema:startDate": when("2015"),
        "schema:endDate": when("2023"),
        **proof,
    }
    draft.add(PATH, f"{claim}.state", "mlg:State", state)
    if contract.inhabitants is not None:
        observed: Facts = {
            "mlg:about": thing,
            "mlg:indicator": "indicator:inhabitants-of-priority-neighbourhoods",
            "mlg:value": integer(contract.inhabitants),
            "mlg:comparator": code("="),
            **proof,
        }
        draft.add(PATH, f"{claim}.inhabitants", "mlg:Observation", observed)


IMPORTERS = (
    Importer(
        "city-contracts",
        {
            "fr": "Les contrats de ville 2015-2023 et leurs porteurs",
            "en": "The city contracts 2015-2023, with carriers",
        },
        f"contrats_de_ville_2015_2023.csv and vintages of {PACKAGE} (repeat --source); npm fetches what is not given",
        make,
        sources=(CITY_CONTRACTS,),
        looks_up=(OFFICIAL_CODE,),
    ),
)
