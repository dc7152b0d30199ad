"""Compositions that a page settles: a curator's table comes in; of groupings with several exact solutions, the parts of
the one that holds what a page says is a member go out.

`registers/compositions-choisies.csv` has one line a grouping: its siren, its parts (SIREN, spaced), the page
(`doc:...`) that names one of them a member, the remark that says which. The parts must add up to the grouping's
inhabitants.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from maillage.importers.kit.base import Job
from maillage.importers.kit.rows import curated_rows

FILE = "registers/compositions-choisies.csv"
COLUMNS = ("siren", "members", "page", "remark")


@dataclass(frozen=True)
class Settled:
    """The parts (SIREN) of a grouping, the page (CURIE) that tells which solution is the right one, and its words."""

    members: list[str]
    page: str
    remark: str


def settled_compositions(job: Job, people: Mapping[str, int]) -> dict[str, Settled]:
    """SIREN of a grouping -> what a curator settled; a line that does not hold is reported and left out.

    Parameters
    ----------
    people:
        SIREN -> inhabitants, of every grouping of the list.
    """
    path = job.known.folder / FILE
    out: dict[str, Settled] = {}
    for line, row in enumerate(curated_rows(path, COLUMNS), start=2):
        members = row["members"].split()
        unknown = [siren for siren in (row["siren"], *members) if siren not in people]
        if unknown:
            job.report.bad_row(path, line, f"the SIREN {unknown[0]} is not in the list of groupings; left out.")
        elif not job.known.describes(row["page"] or "doc:none"):
            job.report.bad_row(path, line, f"the page {row['page']!r} is described nowhere in graph/; left out.")
        elif sum(people[siren] for siren in members) != people[row["siren"]]:
            what = f"the members of {row['siren']} have {sum(people[siren] for siren in members)} inhabitants"
            job.report.bad_row(path, line, f"{what}, and it has {people[row['siren']]}; left out.")
        else:
            out[row["siren"]] = Settled(members, row["page"], row["remark"])
    return out
