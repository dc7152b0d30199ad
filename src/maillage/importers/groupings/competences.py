"""Competences of groupings in health and social matters: the list of 2021 comes in; what each body lists goes out.

A code is read with the labels of its own vintage only: the numbering changed (3005 was the city contract in 2021 and is
the health houses today). A code without a label of 2021 is refused, the others of its row are kept.
"""

from __future__ import annotations

from collections.abc import Callable

from maillage.errors import MaillageError
from maillage.importers.groupings.sources import COMPETENCES, LABELS
from maillage.importers.kit.base import Job
from maillage.importers.kit.rows import csv_rows
from maillage.terms import DEF

COMPETENCE = DEF + "competence2021/"


def listed_competences(job: Job, body_of: Callable[[str], str | None]) -> dict[str, list[str]]:
    """Body (IRI) -> the competences (IRIs) it lists, for each grouping that graph/ knows.

    Parameters
    ----------
    body_of:
        SIREN -> the body that bears it, or None.

    Raises
    ------
    MaillageError
        When the labels are those of another vintage.
    """
    labels = _labels(job)
    path = job.find(COMPETENCES.name)
    assert path is not None
    out: dict[str, list[str]] = {}
    for line, row in csv_rows(path, COMPETENCES, job.report, "\t"):
        body = body_of(row["siren"])
        if body is None:
            job.report.leave_out(str(path), "not-named")
            continue
        codes = row["codes_competence_banatic_2021"].split()
        strange = [code for code in codes if code not in labels]
        if strange:
            what = f"{row['siren']} lists {', '.join(strange)}, which has no label of 2021: it is refused"
            job.report.bad_row(path, line, f"{what}; {len(codes) - len(strange)} codes of the row are kept.")
            job.report.count("codes of another vintage refused", len(strange))
        out[body] = [COMPETENCE + code for code in codes if code in labels]
    job.report.count("groupings with competences", sum(map(bool, out.values())))
    return out


def _labels(job: Job) -> set[str]:
    """The codes that have a label of 2021."""
    path = job.find(LABELS.name)
    assert path is not None
    out: set[str] = set()
    for line, row in csv_rows(path, LABELS, job.report):
        if not row["code"].isdigit():
            raise MaillageError(
                f"{row['code']!r} is no code of a competence.", file=path, line=line, fix="Give the labels of 2021."
            )
        out.add(row["code"])
    return out
