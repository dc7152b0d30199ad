"""Importer `neighbourhoods`: the list of priority neighbourhoods comes in; each, within its commune, goes out.

A row of the list is a commune: its cell of codes may hold several, and a neighbourhood that straddles communes stands
in several rows. Such a one lies wholly within none of its communes: it is partly within each and within what holds but
some of them, and within what holds them all (an EPCI, a district, else a department, else a region).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from maillage.errors import MaillageError
from maillage.importers.geography.sources import NEIGHBOURHOODS, PRIORITY_NEIGHBOURHOODS
from maillage.importers.kit.base import Draft, Importer, Job, code, fr
from maillage.importers.kit.facts import Facts
from maillage.importers.kit.known import Known
from maillage.importers.kit.rows import csv_rows

PATH = "registers/quartiers-prioritaires.ttl"
_LEVELS = ("mlg:IntercommunalArea", "mlg:District", "mlg:Department", "mlg:Region", "mlg:Country")


def wider(known: Known, communes: Iterable[str]) -> tuple[list[str], list[str]]:
    """What holds all these communes (IRIs), the smallest first, and what holds some of them but not all.

    What holds the smallest is left out: it holds the communes by that.
    """
    held = [known.holders(commune) for commune in communes]
    whole, some = set.intersection(*held), set.union(*held)
    ranked = sorted(
        whole, key=lambda h: (next((n for n, k in enumerate(_LEVELS) if known.is_a(h, k)), len(_LEVELS)), h)
    )
    smallest = ranked[:1]
    through = {holder for one in smallest for holder in known.holders(one)}
    return smallest + sorted(h for h in ranked[1:] if h not in through), sorted(some - whole)


def make(job: Job) -> Draft:
    """The draft of the priority neighbourhoods."""
    draft, known = Draft(), job.known
    path = job.find(PRIORITY_NEIGHBOURHOODS.name, "qpv_*.csv")
    assert path is not None
    names: dict[str, str] = {}
    communes: dict[str, list[str]] = defaultdict(list)
    met: set[tuple[str, str]] = set()
    for line, row in csv_rows(path, PRIORITY_NEIGHBOURHOODS, job.report):
        numbers, labels = re.split(r"\s*,\s*", row["code_qp"]), re.split(r"\s*,\s*", row["lib_qp"])
        commune = known.by_code("inseeCode", row["insee_com"], "mlg:Commune")
        if commune is None:
            job.report.aside(path, line, f"the commune {row['insee_com']} is not in graph/; left aside.")
            continue
        if len(numbers) != len(labels):
            words = f"{len(numbers)} codes but {len(labels)} names ({row['lib_qp']}); codes kept as names."
            job.report.bad_row(path, line, words)
            labels = numbers
        for number, label in zip(numbers, labels, strict=True):
            if not re.fullmatch(r"Q[NP](\d{3}|02[AB])\d{2}[A-Z]", number):
                job.report.bad_row(path, line, f"{number!r} is no code of a neighbourhood; left aside.")
            elif (number, commune) in met:
                job.report.bad_row(path, line, f"{number} stands for {row['insee_com']} already; counted once.")
            else:
                met.add((number, commune))
                communes[number].append(commune)
                if names.setdefault(number, label) != label:
                    words = f"{number} is called {label!r} here and {names[number]!r} before; the first name is kept."
                    job.report.bad_row(path, line, words)
    if not met:
        raise MaillageError("no neighbourhood could be read.", file=path, fix="Run maillage import territories first.")
    for number, label in sorted(names.items()):
        inside = communes[number]
        place: Facts = {"mlg:within": inside}
        if len(inside) > 1:
            whole, part = wider(known, inside)
            place = {"mlg:within": whole, "mlg:partlyWithin": [*inside, *part]}
        _add(draft, number, label, place)
        job.report.count("PriorityNeighbourhood")
    astride = sum(len(inside) > 1 for inside in communes.values())
    job.report.remark(f"{astride} neighbourhoods straddle several communes: partly within each.")
    NEIGHBOURHOODS.describe(draft, PATH, job.retrieved)
    NEIGHBOURHOODS.header(draft, PATH, "Quartiers prioritaires de la politique de la ville.", PATH, "neighbourhoods")
    return draft


def _add(draft: Draft, number: str, label: str, place: Facts) -> None:
    facts: Facts = {
        "skos:prefLabel": fr(label),
        "skos:notation": code(number),
        "dct:source": NEIGHBOURHOODS.name,
        **place,
    }
    draft.add(PATH, f"terr:qpv-{number}", "mlg:PriorityNeighbourhood", facts)


IMPORTERS = (
    Importer(
        "neighbourhoods",
        {"fr": "Les quartiers prioritaires de la politique de la ville", "en": "The priority neighbourhoods"},
        "qpv_2024.csv (code_qp, lib_qp, insee_com), or the folder it lies in",
        make,
        sources=(NEIGHBOURHOODS,),
    ),
)
