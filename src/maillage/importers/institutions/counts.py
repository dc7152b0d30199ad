"""Importer `counts`: how many of each kind others count in the country comes in; an observation for each goes out.

They are what the completeness of the graph is measured against. Who says so and when stands with each; of a kind for
which no figure was found, the document says that.
"""

from __future__ import annotations

from maillage.errors import MaillageError
from maillage.importers.institutions.sources import COUNT_ROWS, COUNTS
from maillage.importers.kit.base import Draft, Importer, Job
from maillage.importers.kit.facts import Facts, code, en, integer, is_day, slug, when
from maillage.importers.kit.rows import csv_rows

PATH = "registers/denombrements.ttl"
_COUNTRY = "terr:pays-FR"
#: How the list names a kind -> the class or nature counted, and the year from which its things must have begun.
_KINDS: dict[str, tuple[str, str | None]] = {
    "mlg:ProfessionalCommunity": ("mlg:ProfessionalCommunity", None),
    "mlg:HealthHouse": ("mlg:HealthHouse", None),
    "mlg:HospitalGroup": ("mlg:HospitalGroup", None),
    "local mental health council (CLSM)": ("mlg:LocalMentalHealthCouncil", None),
    "coordination support service (DAC)": ("mlg:SupportService", None),
    "territorial mental health project (PTSM)": ("mlg:MentalHealthProject", None),
    "mlg:CityContract (generation 2024-2030)": ("mlg:CityContract", "2024"),
    "mlg:PriorityNeighbourhood": ("mlg:PriorityNeighbourhood", None),
    "PETR": ("groupingNature:petr", None),
    "mlg:LocalHealthContract": ("mlg:LocalHealthContract", None),
}


def make(job: Job) -> Draft:
    """The draft of the counts."""
    path = job.find(COUNT_ROWS.name)
    assert path is not None
    draft, absent = Draft(), []
    for line, row in csv_rows(path, COUNT_ROWS, job.report):
        if row["kind"] not in _KINDS:
            fix = "Add it to the kinds of importers/institutions/counts.py."
            raise MaillageError(f"the kind {row['kind']!r} is not known.", file=path, line=line, fix=fix)
        kind, since = _KINDS[row["kind"]]
        if not row["count"]:
            absent.append(kind)
            job.report.remark(f"No figure of others for {kind}: {row['note']}.")
            continue
        if not row["count"].isdigit() or not is_day(row["as_of"]):
            job.report.aside(
                path, line, f"{row['count']!r} as of {row['as_of']!r} is no count with its date; left aside."
            )
            continue
        facts: Facts = {
            "mlg:about": _COUNTRY,
            "mlg:counts": kind,
            "mlg:indicator": "indicator:inventory",
            "mlg:value": integer(int(row["count"])),
            "mlg:asOf": when(row["as_of"]),
            "schema:startDate": when(since) if since else None,
            "mlg:saidBy": code(row["said_by"]),
            "mlg:modality": "modality:done",
            "mlg:evidence": COUNTS.name,
            "skos:editorialNote": [en(row["note"])] if row["note"] else None,
        }
        draft.add(PATH, f"claim:denombrements/{slug(kind.partition(':')[2])}", "mlg:Observation", facts)
        job.report.count("Observation")
    document = COUNTS.describe(draft, PATH, job.retrieved)
    if absent:
        draft.add(PATH, document, "mlg:Document", {"mlg:countNotFound": absent})
    COUNTS.header(draft, PATH, "Combien d'autres en comptent, par sorte.", PATH, "counts")
    return draft


IMPORTERS = (
    Importer(
        "counts",
        {"fr": "Les dénombrements nationaux, par sorte", "en": "The national counts, kind by kind"},
        "counts_elsewhere.csv, or the folder it lies in",
        make,
        sources=(COUNTS,),
    ),
)
