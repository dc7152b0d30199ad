"""Rows that the register gave up for another: a curator's table comes in; which row took the place of which goes out.

`registers/lignes-remplacees.csv` has one line a row given up: its id, the id of the row that says the same, the reason.
"""

from __future__ import annotations

from pathlib import Path

from maillage.importers.kit.report import Report
from maillage.importers.kit.rows import curated_rows

FILE = "registers/lignes-remplacees.csv"
COLUMNS = ("id", "replaced_by", "why")


def read_replaced(path: Path, report: Report) -> dict[int, tuple[str, str]]:
    """Line of the table -> the id given up and the one that replaces it; none when there is no such file.

    A line that lacks one of them, or names a successor that is itself replaced, is reported and left out.
    """
    rows = dict(enumerate(curated_rows(path, COLUMNS), start=2))
    gone = {row["id"] for row in rows.values()}
    out: dict[int, tuple[str, str]] = {}
    for line, row in rows.items():
        former, successor = row["id"], row["replaced_by"]
        if not former or not successor:
            report.bad_row(path, line, "id or replaced_by is empty; the line is left out.")
        elif successor in gone:
            what = f"{former} is replaced by {successor}, which is replaced itself: write the last one; left out."
            report.bad_row(path, line, what)
        elif former in {one for one, _ in out.values()}:
            report.bad_row(path, line, f"{former} is replaced on an earlier line already; left out.")
        else:
            out[line] = (former, successor)
    return out
