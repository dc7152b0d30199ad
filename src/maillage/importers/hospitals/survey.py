"""Importer `hospitals`: the survey of health establishments (SAE) comes in; legal entities, sites and groups go out.

Entities are `body:finess-<entity>`, sites `body:finess-site-<site>` and units of their entity. Groups (GHT) are
`body:ght-<code>`; the public entities whose sites declare one are its members, other sites its partners.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from maillage.importers.hospitals.groups import HOME, Declarer, add_groups
from maillage.importers.hospitals.names import Site, brand, entity_name, readable
from maillage.importers.hospitals.sources import LOCAL_HOSPITALS, SITES, SURVEY
from maillage.importers.kit.base import Draft, Importer, Job, Known, code, fr, label_of
from maillage.importers.kit.facts import Value
from maillage.importers.kit.rows import csv_rows, curated_rows
from maillage.importers.kit.words import of_town
from maillage.naming.normalise import normalised
from maillage.terms import DEF, MLG, PREFIXES

#: Names a curator gives to legal entities, which the survey leaves nameless: finess, name, other names, remark.
NAMES = "registers/entites-finess.csv"
CATEGORY = DEF + "careCategory/"
STATUS = DEF + "legalStatus/"
_STATUSES = {"1": "public", "2": "commercial", "3": "non-profit"}
#: How the survey's own grouping of categories begins, for each status: it says the status a second time.
_SORTS = {"1": "PUB", "2": "PLU", "3": "PNL"}
_OVERSEAS = {"9A": "971", "9B": "972", "9C": "973", "9D": "974", "9F": "976"}
_MOVED = {"97123": "97701", "97127": "97801"}


def _insee(commune: str) -> str:
    """The survey writes 9A101 for Les Abymes (97101), and Saint-Martin and Saint-Barthélemy as in 2006."""
    if commune[:2] in _OVERSEAS:
        commune = _OVERSEAS[commune[:2]][:2] + commune[2:]
    return _MOVED.get(commune, commune)


def siren_fits(number: str) -> bool:
    """Whether a SIREN has nine digits and the right key (Luhn)."""
    digits = [int(c) * (2 if i % 2 else 1) for i, c in enumerate(reversed(number))] if number.isdigit() else [1]
    return len(digits) == 9 and sum(sum(divmod(d, 10)) for d in digits) % 10 == 0


def make_hospitals(job: Job) -> Draft:
    """The draft of entities, sites and groups.

    Raises
    ------
    MaillageError
        When a source is missing or is another file.
    """
    draft = Draft()
    rows = _rows(job)
    local = _local_hospitals(job, {row["fi"] for row in rows})
    where = {row["fi"]: _place(row, job) for row in rows}
    by_entity: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        by_entity[row["fi_ej"]].append(row)
    sirens = _sirens(by_entity, job)
    given = _given(job.known.folder / NAMES)
    iris = {entity: _iri(entity, given.get(entity), job.known) for entity in by_entity}
    regions = {row["reg"] for row in rows}
    SURVEY.describe(draft, HOME, job.retrieved)
    SURVEY.header(draft, HOME, "L'enquête d'où viennent les hôpitaux et leurs groupements.", HOME, "hospitals")
    for region in sorted(regions):
        name = label_of(job.known.says(f"terr:region-{region}")) or region
        path = _path(region)
        title = f"Établissements de santé ({name}) : entités juridiques et sites."
        SURVEY.header(draft, path, title, HOME, "hospitals")
    names: dict[str, str] = {}
    for entity, sites in job.report.track(sorted(by_entity.items()), "Hospitals"):
        named = given.get(entity, Given([])).names
        names[entity] = _add_entity(draft, iris[entity], entity, sites, where, sirens.get(entity), named, job)
    for row in rows:
        entity, site = row["fi_ej"], row["fi"]
        place, shared = where[site], site in by_entity
        towns = {where[other["fi"]][1] for other in by_entity[entity]}
        _add_site(draft, row, iris[entity], names[entity], place, towns, local=site in local, shared=shared)
    job.report.count("legal entities", len(by_entity))
    job.report.count("sites", len(rows))
    for number in sorted(set(given) - set(by_entity)):
        job.report.remark(f"{NAMES}: {number} is no entity of this survey.")
    declarers = {row["fi"]: Declarer(iris[row["fi_ej"]], row["fi_ej"], row["stjr"], row["cat"]) for row in rows}
    add_groups(draft, job, declarers)
    return draft


def _rows(job: Job) -> list[dict[str, str]]:
    path = job.find(SITES.name)
    assert path is not None
    out: dict[str, dict[str, str]] = {}
    for line, row in csv_rows(path, SITES, job.report):
        wrong = next((row[k] for k in ("fi", "fi_ej") if not re.fullmatch(r"[0-9][0-9AB]\d{7}", row[k])), None)
        if wrong is not None:
            job.report.aside(path, line, f"'{wrong}' is no FINESS number (nine characters); the row is left aside.")
        elif not re.fullmatch(r"\d{2}", row["reg"]):
            job.report.aside(path, line, f"reg {row['reg']!r} is no code; the row is left aside.")
        elif row["fi"] in out:
            job.report.aside(path, line, f"the site {row['fi']} stands there twice; the first row is kept.")
        else:
            sort = row.get("catr", "")
            if row["stjr"] and sort and not sort.startswith(_SORTS[row["stjr"]]):
                what = f"the site {row['fi']} has stjr {row['stjr']} ({_STATUSES[row['stjr']]}) and catr {sort}"
                job.report.bad_row(path, line, f"{what}, which is of another status; no status is written for it.")
                row["stjr"] = ""
            out[row["fi"]] = row
    return list(out.values())


def _local_hospitals(job: Job, sites: set[str]) -> set[str]:
    path = job.find(LOCAL_HOSPITALS.name, needed=False)
    out: set[str] = set()
    if path is None:
        job.report.remark(
            "No list of local hospitals (hopitaux_proximite_2023.csv) was given: no site is marked as one."
        )
        return out
    for line, row in csv_rows(path, LOCAL_HOSPITALS, job.report):
        if row["finess_et"] in sites:
            out.add(row["finess_et"])
        else:
            job.report.aside(path, line, f"the local hospital {row['finess_et']} is no site of the survey; left aside.")
    job.report.count("local hospitals", len(out))
    return out


def _place(row: Mapping[str, str], job: Job) -> tuple[str | None, str]:
    """The territory of a site (its commune, else its department) and the commune's official name."""
    number = _insee(row["COMINSEE"])
    commune = job.known.by_code("inseeCode", number, "mlg:Commune")
    if commune is not None:
        return commune, label_of(job.known.says(commune))
    department = number[:3] if number.startswith("97") else number[:2]
    job.report.remark(
        f"The commune {number} ({row.get('NOMCOM', '')}) is not in graph/territories: its sites are put in department "
        f"{department}."
    )
    return job.known.by_code("inseeCode", department, "mlg:Department"), ""


def _sirens(entities: Mapping[str, Sequence[Mapping[str, str]]], job: Job) -> dict[str, str]:
    """Entity -> SIREN, where its sites have one alone, no other entity has it and it is well formed."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for entity, sites in entities.items():
        for row in sites:
            bearers[row["sir"][:9]].add(entity)
    out: dict[str, str] = {}
    for entity, sites in entities.items():
        found = {row["sir"][:9] for row in sites}
        if len(found) != 1:
            continue
        siren = found.pop()
        bearer = job.known.by_code("siren", siren)
        if bearer is not None and code(entity) not in job.known.says(bearer).get(MLG + "finess", ()):
            job.report.remark(f"The SIREN {siren} of entity {entity} is that of {bearer}: written on that one only.")
        elif len(bearers[siren]) == 1 and siren_fits(siren):
            out[entity] = siren
    job.report.count("entities with a SIREN", len(out))
    return out


@dataclass(frozen=True)
class Given:
    """What a curator says of a legal entity: its names, the preferred one first, and the IRI it already had."""

    names: list[str]
    iri: str = ""


def _given(path: Path) -> dict[str, Given]:
    """Entity -> what a curator says of it."""
    out = {}
    for row in curated_rows(path, ("finess", "name", "other", "iri")):
        others = [name.strip() for name in row["other"].split(";") if name.strip()]
        out[row["finess"]] = Given([row["name"], *others], row["iri"])
    return out


def _iri(number: str, given: Given | None, known: Known) -> str:
    """The IRI of an entity: the one graph/ has for its number, the one a curator gives, else by its number."""
    return known.by_code("finess", number) or (given.iri if given else "") or f"body:finess-{number}"


def _path(region: str) -> str:
    return f"organisations/hopitaux-{region}.ttl"


def _smallest(places: Sequence[str | None], known: Known) -> str | None:
    """The place that holds all places: the commune they share, else the department, region or country."""
    chains = [_chain(place, known) for place in places if place]
    shared = [place for place in (chains[0] if chains else []) if all(place in chain for chain in chains)]
    return shared[0] if shared else None


def _chain(place: str, known: Known) -> list[str]:
    """A place, then its department, region and country."""
    out = [place]
    levels = [PREFIXES["terr"] + name for name in ("departement-", "region-", "pays-")]
    while True:
        above = {t.value for t in known.says(out[-1]).get(MLG + "within", ())}
        step = next(
            (
                min(a for a in above if a.startswith(level))
                for level in levels
                if any(a.startswith(level) for a in above)
            ),
            None,
        )
        if step is None or step in out:
            return out
        out.append(step)


def _add_entity(
    draft: Draft,
    iri: str,
    number: str,
    rows: Sequence[Mapping[str, str]],
    where: Mapping[str, tuple[str | None, str]],
    siren: str | None,
    given: Sequence[str],
    job: Job,
) -> str:
    sites = [Site(row["fi"], row["rs"], row["cat"], row["stjr"]) for row in rows]
    towns = {where[site.finess][1] for site in sites}
    seat = _smallest([where[site.finess][0] for site in sites], job.known)
    raw, source = entity_name(sites)
    note = None
    if given:
        name = given[0]
    elif raw:
        name = readable(raw, where[source or sites[0].finess][1], towns)
        note = None if len(sites) == 1 else "Nom lu dans ceux de ses sites : la source ne nomme pas l'entité."
    else:
        best = next(site for site in sites if site.finess == source)
        head = readable(brand(sites) or best.name, where[best.finess][1])
        place = label_of(job.known.says(seat)) if seat else "France"
        name = f"Groupe {head} ({len(sites)} sites, {place})"
        note = "La source ne nomme pas l'entité : le nom est celui de ses sites ou du principal, avec leur nombre."
    others_named = [*given[1:]]
    if raw and normalised(raw) != normalised(name):
        others_named.append(raw)
    regions = [row["reg"] for row in rows]
    facts: dict[str, Value | list[Value]] = {
        "skos:prefLabel": fr(name),
        "skos:altLabel": [fr(other) for other in others_named],
        "mlg:finess": code(number),
        "mlg:siren": code(siren) if siren else None,
        "mlg:territory": seat,
        "mlg:legalStatus": [STATUS + s for s in sorted({_STATUSES[r["stjr"]] for r in rows if r["stjr"]})],
        "skos:editorialNote": fr(note) if note else None,
        "dct:source": SURVEY.name,
    }
    draft.add(_path(_region_of(number, regions)), iri, "mlg:Hospital", facts, keep_label=not given)
    return name


def _region_of(entity: str, regions: Sequence[str]) -> str:
    """The region whose file describes an entity: that of most of its sites, the least code of equals."""
    return min(set(regions), key=lambda region: (-regions.count(region), region))


def _add_site(
    draft: Draft,
    row: Mapping[str, str],
    iri: str,
    entity: str,
    place: tuple[str | None, str],
    towns: Set[str],
    *,
    local: bool,
    shared: bool,
) -> None:
    """With `shared` the site's number is that of a legal entity too, and stands on the entity only.

    `towns` are the communes of all sites of the entity.
    """
    name = readable(row["rs"], place[1], towns)
    if normalised(name) == normalised(entity):
        town = place[1] or row.get("NOMCOM", "").title()
        name = f"{name} (site {of_town(town, None)})" if town else f"{name} (site)"
    categories = [CATEGORY + row["cat"].lower()] if row["cat"] else []
    facts: dict[str, Value | list[Value]] = {
        "skos:prefLabel": fr(name),
        "skos:altLabel": fr(row["rs"])
        if normalised(row["rs"]) not in (normalised(name), normalised(entity)) and "(site" not in name
        else None,
        "mlg:finess": None if shared else code(row["fi"]),
        "mlg:territory": place[0],
        "org:unitOf": iri,
        "mlg:careCategory": [*categories, *([CATEGORY + "local-hospital"] if local else [])],
        "dct:source": SURVEY.name,
    }
    draft.add(_path(row["reg"]), f"body:finess-site-{row['fi']}", "mlg:Hospital", facts, keep_label=True)


IMPORTERS = (
    Importer(
        "hospitals",
        {
            "fr": "Les hôpitaux (entités juridiques et sites, FINESS) et les groupements hospitaliers",
            "en": "Hospitals (legal entities and sites, FINESS) and hospital groups",
        },
        "the folder with sae2023_etablissements.csv, hopitaux_proximite_2023.csv, ght_2023.csv and "
        "ght_membres_declares_2023.csv",
        make_hospitals,
        sources=(SURVEY,),
    ),
)
