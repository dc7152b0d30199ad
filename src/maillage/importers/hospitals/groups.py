"""Hospital groups (GHT): the lists of the survey come in; groups, their members and partners go to a draft."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from maillage.importers.hospitals.sources import DECLARED_MEMBERS, SURVEY
from maillage.importers.hospitals.sources import GROUPS as GROUP_ROWS
from maillage.importers.kit.base import Draft, Job, code, fr, integer, iri, label_of, slug, when
from maillage.importers.kit.facts import Description
from maillage.importers.kit.rows import csv_rows
from maillage.naming.normalise import normalised
from maillage.terms import PREFIXES

GROUPS = "registers/groupements-hospitaliers.ttl"
HOME = "registers/sae-2023.ttl"
_CLAIM = f"{PREFIXES['claim']}sae-2023/"
#: Categories that no group is made of though their entity is public: army hospital, cooperation groupings (GCS).
_NO_MEMBERS = ("114", "695", "696", "697")
#: Roles of those whose seats say where a group is.
_MEMBERS = {f"{PREFIXES['role']}{name}" for name in ("member", "carrier", "signatory")}


def group_iri(group: str) -> str:
    """The CURIE of a hospital group by its code in the survey (`BFC-09`); a spreadsheet made `mars-02` of `MAR-02`."""
    return f"body:ght-{slug(group.replace('mars-', 'mar-'))}"


@dataclass(frozen=True)
class Declarer:
    """A site of the survey as a group sees it.

    Parameters
    ----------
    entity, number:
        The IRI (or CURIE) of its legal entity, and its FINESS number.
    status, category:
        As the survey writes them (1 is public; 114 is an army hospital).
    """

    entity: str
    number: str
    status: str
    category: str

    @property
    def belongs(self) -> bool:
        """Whether it is a public health establishment, which a group is made of.

        Those under private law, the cooperation groupings (GCS) and the army's are at most its partners.
        """
        return self.status == "1" and self.category not in _NO_MEMBERS


def add_groups(draft: Draft, job: Job, sites: Mapping[str, Declarer]) -> None:
    """Add the groups, and what the sites of the survey (by FINESS number) declare of them.

    The legal entity of a public health establishment is a member; any other site that declares a group is its
    partner, which the survey does not say: inferred. A group's territory is the departments where its members sit.
    """
    path = job.find(GROUP_ROWS.name, needed=False)
    if path is None:
        job.report.remark("No list of hospital groups (ght_2023.csv) was given: none is written.")
        return
    SURVEY.header(
        draft, GROUPS, "Groupements hospitaliers de territoire, et ceux qui en déclarent un.", HOME, "hospitals"
    )
    rows: dict[str, dict[str, str]] = {}
    for line, row in csv_rows(path, GROUP_ROWS, job.report):
        if row["code_ght"] in rows:
            job.report.aside(path, line, f"the group {row['code_ght']} stands there twice; the first row is kept.")
            continue
        if row["code_ght"].startswith("mars-"):
            job.report.bad_row(path, line, "the code 'mars-02' is MAR-02 read as a date; it is written MAR-02.")
        rows[row["code_ght"]] = row
    seats = _add_declarations(draft, job, set(rows), sites)
    job.report.count("hospital groups", len(rows))
    said = _said_elsewhere(job)
    for group, row in rows.items():
        _add_group(draft, row, seats[group] | said[iri(group_iri(group))], job)


def _said_elsewhere(job: Job) -> dict[str, set[str]]:
    """Group (IRI) -> the departments of the members that other sources of graph/ give it."""
    out: dict[str, set[str]] = defaultdict(set)
    for path, subjects in job.known.described.items():
        for said in subjects.values() if path != GROUPS else ():
            roles = {t.value for t in said.get(iri("cv:role"), ())}
            if not roles & _MEMBERS:
                continue
            for group in said.get(iri("mlg:inArrangement"), ()):
                if not job.known.is_a(group.value, "mlg:HospitalGroup"):
                    continue
                for member in said.get(iri("cv:hasParticipant"), ()):
                    out[group.value] |= _departments(member.value, job)
    return out


def _departments(body: str, job: Job) -> set[str]:
    """The department where a body sits: that of its FINESS number, else of its territory."""
    said = job.known.says(body)
    by_number = {seat_of(t.value) for t in said.get(iri("mlg:finess"), ())}
    if by_number:
        return {found for number in by_number if (found := _department(number, job))}
    places = {t.value for t in said.get(iri("mlg:territory"), ())}
    around = places | {holder for place in places for holder in job.known.holders(place)}
    return {place for place in around if job.known.is_a(place, "mlg:Department")}


def _department(number: str, job: Job) -> str | None:
    return job.known.by_code("inseeCode", number, "mlg:Department")


def seat_of(finess: str) -> str:
    """The department where an entity sits, which its number begins with: 540000049 -> 54, 970403606 -> 974."""
    return finess[:2] + finess[3] if finess.startswith("97") else finess[:2]


def _group_name(raw: str) -> str:
    text = re.sub(r"^GHT (DE LA |DES |DU |DE )?", "", " ".join(raw.split()))
    out = []
    for word in re.split(r"([^\w]+)", text.lower()):
        keep = word in ("de", "du", "des", "la", "le", "les", "et", "d", "l", "en", "sur")
        out.append(word if keep else word.upper() if word in ("ch", "one", "g2hc") else word[:1].upper() + word[1:])
    name = "".join(out)
    return name[:1].upper() + name[1:]


def _add_group(draft: Draft, row: Mapping[str, str], seats: set[str], job: Job) -> None:
    """A group is of the departments of its members, else of those it is named after, else of its region."""
    group, name = group_iri(row["code_ght"]), _group_name(row["nom"])
    places = sorted(seats)
    if not places and row["num_ght"].isdigit():
        region = job.known.by_code("inseeCode", f"{int(row['num_ght']) // 1000:02}", "mlg:Region")
        places = (_named_departments(name, region, job) or [region]) if region else []
        if places == [region]:
            job.report.remark(f"{group} has no member whose seat is known: its region is all that is said.")
    draft.add(
        GROUPS,
        group,
        "mlg:HospitalGroup",
        {
            "skos:prefLabel": fr(f"Groupement hospitalier de territoire {name}"),
            "skos:altLabel": fr(f"GHT {name}"),
            "skos:notation": [code(row["code_ght"].replace("mars-", "MAR-")), code(row["num_ght"])],
            "mlg:territory": places,
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


def _named_departments(name: str, region: str, job: Job) -> list[str]:
    """The departments of a region that a group's name holds, by their name or number: `Yvelines Nord`, `93 Est`.

    None where the name joins something else to them ("Aube et Sézannais", "Haute-Savoie Pays de Gex"), and none of
    the Nord, which is a point of the compass too.
    """
    words = f" {normalised(name)} "
    nearby = [(iri_, said) for iri_, said in job.known.of_kind("mlg:Department") if region in job.known.holders(iri_)]
    found, ways = [], [(way, iri_) for iri_, said in nearby for way in _ways_to_say(said)]
    for way, department in sorted(ways, key=lambda pair: (-len(pair[0]), pair)):
        if f" {way} " in words:
            words = words.replace(f" {way} ", "  ")
            found.append(department)
    left = set(words.split())
    in_doubt = left & {"et", "pays"} or ("nord" in left and any(label_of(said) == "Nord" for _, said in nearby))
    return [] if in_doubt else sorted(found)


def _ways_to_say(department: Description) -> list[str]:
    codes = [term.value.lower() for term in department.get(iri("mlg:inseeCode"), ())]
    return [way for way in (normalised(label_of(department)), *codes) if way != "nord"]


def _add_declarations(draft: Draft, job: Job, groups: set[str], sites: Mapping[str, Declarer]) -> dict[str, set[str]]:
    """Write what each site declares; group (code) -> the departments of its members."""
    seats: dict[str, set[str]] = defaultdict(set)
    path = job.find(DECLARED_MEMBERS.name, needed=False)
    if path is None:
        job.report.remark("No list of declared members (ght_membres_declares_2023.csv) was given.")
        return seats
    seen: set[tuple[str, str]] = set()
    joined: dict[str, set[str]] = defaultdict(set)
    partners = 0
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
        declarer = sites[site]
        if not declarer.belongs:
            _add_party(draft, group, site, f"body:finess-site-{site}", member=False)
            partners += 1
            continue
        joined[declarer.number].add(group)
        _add_party(draft, group, declarer.number, declarer.entity, member=True)
        seats[group] |= {found for found in [_department(seat_of(declarer.number), job)] if found}
    for number, several in sorted(joined.items()):
        if len(several) > 1:
            named = ", ".join(sorted(several))
            job.report.remark(
                f"The entity {number} declares several groups ({named}), the law allows one: all are kept."
            )
    job.report.count("members by their entity", sum(map(len, joined.values())))
    job.report.count("partners by their site", partners)
    return seats


def _add_party(draft: Draft, group: str, number: str, body: str, *, member: bool) -> None:
    """What a declaration makes of a body: a member, or a partner, inferred; as the survey saw it, no start."""
    draft.add(
        GROUPS,
        f"{_CLAIM}{group_iri(group).removeprefix('body:')}.{number}",
        "mlg:Participation",
        {
            "cv:hasParticipant": body,
            "cv:role": "role:member" if member else "role:partner",
            "mlg:inArrangement": group_iri(group),
            "mlg:asOf": when("2023"),
            "mlg:modality": "modality:ongoing",
            "mlg:certainty": None if member else "certainty:inferred",
            "mlg:evidence": SURVEY.name,
        },
    )
