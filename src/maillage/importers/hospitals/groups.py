"""Hospital groups (GHT): the lists of the survey come in; groups and the sites that declare one go to a draft."""

from __future__ import annotations

import re
from collections.abc import Mapping

from maillage.importers.hospitals.sources import DECLARED_MEMBERS, SURVEY
from maillage.importers.hospitals.sources import GROUPS as GROUP_ROWS
from maillage.importers.kit.base import Draft, Job, code, fr, integer, slug, when
from maillage.importers.kit.rows import csv_rows
from maillage.terms import PREFIXES

GROUPS = "registers/groupements-hospitaliers.ttl"
HOME = "registers/sae-2023.ttl"
_CLAIM = f"{PREFIXES['claim']}sae-2023/"


def group_iri(group: str) -> str:
    """The CURIE of a hospital group by its code in the survey (`BFC-09`); a spreadsheet made `mars-02` of `MAR-02`."""
    return f"body:ght-{slug(group.replace('mars-', 'mar-'))}"


def add_groups(draft: Draft, job: Job, sites: set[str]) -> None:
    """Add the groups and, as members, the sites of the survey (FINESS numbers) that declare one."""
    path = job.find(GROUP_ROWS.name, needed=False)
    if path is None:
        job.report.remark("No list of hospital groups (ght_2023.csv) was given: none is written.")
        return
    SURVEY.header(
        draft, GROUPS, "Groupements hospitaliers de territoire, et les sites qui en déclarent un.", HOME, "hospitals"
    )
    groups: set[str] = set()
    for line, row in csv_rows(path, GROUP_ROWS, job.report):
        if row["code_ght"] in groups:
            job.report.aside(path, line, f"the group {row['code_ght']} stands there twice; the first row is kept.")
            continue
        if row["code_ght"].startswith("mars-"):
            job.report.bad_row(path, line, "the code 'mars-02' is MAR-02 read as a date; it is written MAR-02.")
        groups.add(row["code_ght"])
        _add_group(draft, row, job)
    job.report.count("hospital groups", len(groups))
    _add_members(draft, job, groups, sites)


def _group_name(raw: str) -> str:
    text = re.sub(r"^GHT (DE LA |DES |DU |DE )?", "", " ".join(raw.split()))
    out = []
    for word in re.split(r"([^\w]+)", text.lower()):
        keep = word in ("de", "du", "des", "la", "le", "les", "et", "d", "l", "en", "sur")
        out.append(word if keep else word.upper() if word in ("ch", "one", "g2hc") else word[:1].upper() + word[1:])
    name = "".join(out)
    return name[:1].upper() + name[1:]


def _add_group(draft: Draft, row: Mapping[str, str], job: Job) -> None:
    group, name = group_iri(row["code_ght"]), _group_name(row["nom"])
    region = (
        job.known.by_code("inseeCode", f"{int(row['num_ght']) // 1000:02}", "mlg:Region")
        if row["num_ght"].isdigit()
        else None
    )
    draft.add(
        GROUPS,
        group,
        "mlg:HospitalGroup",
        {
            "skos:prefLabel": fr(f"Groupement hospitalier de territoire {name}"),
            "skos:altLabel": fr(f"GHT {name}"),
            "skos:notation": [code(row["code_ght"].replace("mars-", "MAR-")), code(row["num_ght"])],
            "mlg:territory": region,
            "dct:source": SURVEY.name,
        },
        keep_label=True,
    )
    if row["nb_etab"].isdigit():
        draft.add(
            GROUPS,
            f"{_CLAIM}{group.removeprefix('body:')}.establishments",
            "mlg:Observation",
            {
                "mlg:about": group,
                "mlg:indicator": "indicator:establishments",
                "mlg:value": integer(int(row["nb_etab"])),
                "mlg:asOf": when("2023"),
                "mlg:modality": "modality:done",
                "mlg:evidence": SURVEY.name,
            },
        )


def _add_members(draft: Draft, job: Job, groups: set[str], sites: set[str]) -> None:
    path = job.find(DECLARED_MEMBERS.name, needed=False)
    if path is None:
        job.report.remark("No list of declared members (ght_membres_declares_2023.csv) was given.")
        return
    seen: set[tuple[str, str]] = set()
    for line, row in csv_rows(path, DECLARED_MEMBERS, job.report):
        site, group = row["finess_et"], row["code_ght"]
        if site not in sites or group not in groups:
            what = f"site {site}" if site not in sites else f"group {group}"
            job.report.aside(path, line, f"the {what} is not in the survey; left aside.")
            continue
        if (site, group) in seen:
            job.report.aside(path, line, f"the site {site} declares {group} twice; once is kept.")
            continue
        seen.add((site, group))
        draft.add(
            GROUPS,
            f"{_CLAIM}{group_iri(group).removeprefix('body:')}.{site}",
            "mlg:Participation",
            {
                "cv:hasParticipant": f"body:finess-site-{site}",
                "cv:role": "role:member",
                "mlg:inArrangement": group_iri(group),
                "mlg:asOf": when("2023"),
                "mlg:modality": "modality:ongoing",
                "mlg:evidence": SURVEY.name,
            },
        )
    job.report.count("declared members", len(seen))
