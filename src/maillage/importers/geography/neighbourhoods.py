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
from maillage.importers.kit.base import Draft, Importer, Job, Register, code, fr
from maillage.importers.kit.facts import Facts
from maillage.importers.kit.known import Known
from maillage.importers.kit.rows import csv_rows

PATH = "registers/quartiers-prioritaires.ttl"
_LEVELS = ("mlg:IntercommunalArea", "mlg:District", "mlg:Department", "mlg:Region", "mlg:Country")
_REGISTER = Register(
    slug="quartiers-prioritaires-2024",
    title=("Quartiers prioritaires de la politique de la ville 2024", "Priority neighbourhoods of urban policy 2024"),
    made=(
        "Une ligne du fichier est une commune, avec les codes et les noms de tous ses quartiers. Un quartier d'une "
        "seule commune y est inclus ; un quartier à cheval sur plusieurs est en partie inclus dans chacune, et inclus "
        "dans ce qui les contient toutes. Les points du fichier sont ceux des communes : ils n'ont pas été repris.",
        "A row of the file is a commune, with the codes and names of all its neighbourhoods. A neighbourhood of one "
        "commune lies within it; one that straddles several is partly within each, and within what holds them all. "
        "The points of the file are those of the communes: they were left out.",
    ),
    publisher="Agence nationale de la cohésion des territoires (ANCT)",
    issued="2024",
)


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
    path = job.find("qpv_2024.csv", "qpv_*.csv")
    assert path is not None
    names: dict[str, str] = {}
    communes: dict[str, list[str]] = defaultdict(list)
    met: set[tuple[str, str]] = set()
    columns = ("code_qp", "lib_qp", "insee_com")
    for line, row in csv_rows(path, columns, job.report, needed=columns):
        numbers, labels = re.split(r"\s*,\s*", row["code_qp"]), re.split(r"\s*,\s*", row["lib_qp"])
        commune = known.by_code("inseeCode", row["insee_com"], "mlg:Commune")
        if commune is None:
            job.report.bad_row(path, line, f"the commune {row['insee_com']} is not in graph/; left aside.")
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
    _REGISTER.describe(draft, PATH, job.retrieved)
    _REGISTER.header(draft, PATH, "Quartiers prioritaires de la politique de la ville.", PATH, "neighbourhoods")
    return draft


def _add(draft: Draft, number: str, label: str, place: Facts) -> None:
    facts: Facts = {
        "skos:prefLabel": fr(label),
        "skos:notation": code(number),
        "dct:source": _REGISTER.name,
        **place,
    }
    draft.add(PATH, f"terr:qpv-{number}", "mlg:PriorityNeighbourhood", facts)


IMPORTERS = (
    Importer(
        "neighbourhoods",
        {"fr": "Les quartiers prioritaires de la politique de la ville", "en": "The priority neighbourhoods"},
        "qpv_2024.csv (code_qp, lib_qp, insee_com), or the folder it lies in",
        make,
    ),
)
