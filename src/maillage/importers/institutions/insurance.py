"""Importer `insurance`: the nomenclature of local health insurance funds (2020) comes in; the funds go out.

The list gives a code and a label, merged funds among the current ones, without telling them apart: all are kept and
none is called dissolved. A fund that the list alone knows in its department is named after the department, as the
field does (CPAM de la Marne for the code 511 "CPAM Reims"), with a remark that says so.
"""

from __future__ import annotations

import re
from collections import defaultdict

from maillage.errors import MaillageError
from maillage.importers.institutions.sources import FUND_CODES, FUNDS
from maillage.importers.kit.base import Draft, Importer, Job, code, fr, iri, label_of
from maillage.importers.kit.facts import Facts, Value
from maillage.importers.kit.rows import csv_rows
from maillage.importers.kit.words import of_town
from maillage.naming.normalise import normalised
from maillage.terms import MLG, PREFIXES
from maillage.things.rdf import NamedNode

PATH = "organisations/assurance-maladie.ttl"
_KINDS = {"CPAM": "Caisse primaire d'assurance maladie", "CGSS": "Caisse générale de sécurité sociale"}


def _department(number: str, town: str, job: Job) -> str | None:
    """The department of a fund's code among those of graph/: 542 -> 54, 972 -> 972, 201 (Ajaccio) -> 2A."""
    if number.startswith("20"):
        for commune, said in job.known.of_kind("mlg:Commune"):
            if commune.startswith(PREFIXES["terr"] + "commune-2") and normalised(label_of(said)) == normalised(town):
                within = [t.value for t in said.get(MLG + "within", ()) if isinstance(t, NamedNode)]
                return next((w for w in within if "/departement-2" in w), None)
        return None
    for code_ in (number, number[:2]):
        found = job.known.by_code("inseeCode", code_, "mlg:Department")
        if found:
            return found
    return None


def _town(text: str) -> str:
    """Le Puy -> du Puy, Annecy -> d'Annecy; what begins with an article of its own (de l'Aisne) stays."""
    if re.match(r"(de |du |des |d')", text):
        return text
    return of_town(text, None)


def _of(department: str, job: Job) -> str:
    """`de la Marne`: a department after its preposition, as the label of its prefecture has it."""
    prefecture = f"body:prefecture-{department.rsplit('-', 1)[-1]}"
    label = label_of(job.known.says(prefecture))
    if not label.startswith("Préfecture "):
        raise MaillageError(
            f"graph/ has no {prefecture} yet.", file=job.known.folder, fix="Run maillage import prefectures first."
        )
    return label.removeprefix("Préfecture ")


def make(job: Job) -> Draft:
    """The draft of the insurance funds."""
    path = job.find(FUND_CODES.name)
    assert path is not None
    if not any(True for _ in job.known.of_kind("mlg:Department")):
        raise MaillageError(
            "graph/ has no departments yet.", file=job.known.folder, fix="Run maillage import territories first."
        )
    rows: dict[str, tuple[int, str, str, str]] = {}
    funds: dict[str, list[str]] = defaultdict(list)
    for line, row in csv_rows(path, FUND_CODES, job.report):
        number, label = row["code_caisse"], row["libelle"]
        kind, _, place = label.partition(" ")
        if not re.fullmatch(r"[0-9AB]{3}", number) or not place:
            job.report.aside(path, line, f"{number!r} {label!r} is no fund; left aside.")
            continue
        if number in rows:
            job.report.aside(path, line, f"the code {number} stands on line {rows[number][0]} already; left aside.")
            continue
        department = _department(number, place, job)
        if department is None:
            job.report.aside(path, line, f"no department of graph/ fits the code {number} ({label}); left aside.")
            continue
        rows[number] = (line, kind, place, department)
        funds[department].append(number)
    draft = Draft()
    same: dict[tuple[str, str], list[str]] = defaultdict(list)
    for number, (_, kind, place, _) in rows.items():
        same[kind, place].append(number)
    for number, (_, kind, place, department) in rows.items():
        name = label_of(job.known.says(department))
        of = _of(department, job)
        alone = len(funds[department]) == 1
        label, note = f"{_KINDS[kind]} {_town(place)}", ""
        alternatives: list[Value] = [fr(f"{kind} {place}"), fr(f"{kind} {_town(place)}")]
        if alone:
            label = f"{_KINDS[kind]} {of}"
            alternatives.append(fr(f"{kind} {of}"))
            if normalised(of) != normalised(_town(place)) and normalised(name) != normalised(place):
                note = (
                    f"Le registre de 2020 nomme la caisse {number} « {kind} {place} » ; elle est la seule caisse "
                    f"{of} qu'il connaît."
                )
        if len(same[kind, place]) > 1:
            codes = same[kind, place]
            job.report.remark(f"The codes {' and '.join(codes)} have one label ({kind} {place}): all are kept.")
            note = (
                f"Le registre de 2020 donne le même libellé, « {kind} {place} », aux codes {' et '.join(codes)} : "
                "rien d'autre ne les distingue."
            )
            label = f"{label} (code {number})"
        facts: Facts = {
            "skos:prefLabel": fr(label),
            "skos:altLabel": alternatives,
            "mlg:fundCode": code(number),
            "mlg:territory": department,
            "dct:source": FUNDS.name,
            "skos:editorialNote": fr(note) if note else None,
        }
        known = job.known.by_code("fundCode", number)
        draft.add(
            PATH, known or iri(f"body:{kind.lower()}-{number}"), "mlg:HealthInsuranceFund", facts, keep_label=True
        )
        job.report.count("HealthInsuranceFund")
    FUNDS.describe(draft, PATH, job.retrieved)
    FUNDS.header(draft, PATH, "Caisses d'assurance maladie.", PATH, "insurance")
    return draft


IMPORTERS = (
    Importer(
        "insurance",
        {"fr": "Les caisses d'assurance maladie (codes de 2020)", "en": "The health insurance funds (codes of 2020)"},
        "cpam_codes_2020.csv (code_caisse, libelle), or the folder it lies in",
        make,
        sources=(FUNDS,),
    ),
)
