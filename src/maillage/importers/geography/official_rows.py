"""Rows of the official code: a row, or all lists, come in; what is wrong with them goes out or is reported."""

from __future__ import annotations

import re
from typing import Any

from maillage.importers.kit.report import Report

Row = dict[str, Any]
_REGION, _DEPARTMENT, _COMMUNE, _SIREN = r"\d{2}|9[78]\d", r"\d{2}|2[AB]|9[78]\d", r"(\d{2}|2[AB])\d{3}", r"\d{9}"
#: The form of the code of each list.
_FORMS = {
    "regions": _REGION,
    "departements": _DEPARTMENT,
    "arrondissements": r"(\d{2}|2[AB]|97\d)\d{1,2}",
    "communes": _COMMUNE,
    "epci": _SIREN,
    "ept": _SIREN,
}
#: What a row of a list must say besides its code and name: key -> form.
_NEEDED = {
    "departements": {"region": _REGION},
    "arrondissements": {"departement": _DEPARTMENT},
    "epci": {"type": r"\S.*"},
    "ept": {"type": r"\S.*"},
}


def fault(name: str, row: Row) -> str:
    """Why a row of a list cannot be used; empty when it can."""
    code, label = row.get("code"), row.get("nom")
    if not _fits(code, _FORMS[name]):
        return f"{code!r} is no code of this list"
    if not isinstance(label, str) or not label.strip():
        return f"{code} has no name"
    for key, form in _NEEDED.get(name, {}).items():
        if not _fits(row.get(key), form):
            return f"{code} ({label}): its {key} {row.get(key)!r} is none"
    if not isinstance(row.get("typeLiaison"), int | None):
        return f"{code} ({label}): its typeLiaison {row['typeLiaison']!r} is no number"
    if name in ("epci", "ept"):
        members = row.get("membres")
        if not isinstance(members, list) or not all(
            isinstance(m, dict) and _fits(m.get("code"), ".*") for m in members
        ):
            return f"{code} has no list of members"
    return _fault_of_commune(row) if name == "communes" else ""


def _fault_of_commune(row: Row) -> str:
    words = f"{row['code']} ({row['nom']})"
    if not (row.get("departement") or row.get("collectiviteOutremer")):
        return f"{words} is in no department"
    if not _fits(department_of(row), _DEPARTMENT):
        return f"{words}: its department {department_of(row)!r} is none"
    if not _fits(row.get("siren") or "", rf"({_SIREN})?"):
        return f"{words}: {row['siren']!r} is no SIREN number"
    former = row.get("anciensCodes") or []
    if not isinstance(former, list) or not all(_fits(code, _COMMUNE) for code in former):
        return f"{words}: its former codes are no list of codes"
    return ""


def _fits(value: object, form: str) -> bool:
    return isinstance(value, str) and re.fullmatch(form, value) is not None


def check_links(lists: dict[str, dict[str, Row]], report: Report) -> set[str]:
    """Take out rows that lie in a territory the code has not; report them, and doubled SIREN and members.

    Returns
    -------
    set[str]
        The codes of the rows taken out.
    """
    aside: set[str] = set()
    for name, key in (("departements", "region"), ("arrondissements", "departement")):
        for row in list(lists[name].values()):
            if row[key] in lists[f"{key}s"] or is_overseas_collectivity(row["code"]):
                continue
            what = f"{row['code']} ({row['nom']}): its {key} {row[key]} is not in the code; left aside."
            report.aside(row["file"], row["line"], what)
            del lists[name][row["code"]]
            aside.add(row["code"])
    sirens: dict[str, str] = {}
    for row in list(lists["communes"].values()):
        words, where = f"{row['code']} ({row['nom']})", (row["file"], row["line"])
        holder, district = department_of(row), row.get("arrondissement")
        if holder not in lists["departements"] and not row.get("collectiviteOutremer"):
            report.aside(*where, f"{words}: its department {holder} is not in the code; left aside.")
            del lists["communes"][row["code"]]
            aside.add(row["code"])
            continue
        if district and (not isinstance(district, str) or district not in lists["arrondissements"]):
            report.bad_row(*where, f"{words}: its district {district!r} is not in the code; left unsaid.")
            row["arrondissement"] = None
        siren = row.get("siren")
        if siren and sirens.setdefault(siren, row["code"]) != row["code"]:
            report.bad_row(*where, f"{words}: its SIREN {siren} is that of {sirens[siren]}, too; left unsaid.")
            row["siren"] = None
    for name in ("epci", "ept"):
        _check_members(lists[name], lists["communes"], report)
    return aside


def _check_members(groupings: dict[str, Row], communes: dict[str, Row], report: Report) -> None:
    """Report members that are no current commune, and communes that two groupings of one sort claim."""
    owner: dict[str, str] = {}
    for row in groupings.values():
        for member in row["membres"]:
            if member["code"] not in communes:
                report.bad_row(row["file"], row["line"], f"its member {member['code']} is no current commune.")
            elif owner.setdefault(member["code"], row["code"]) != row["code"]:
                other = owner[member["code"]]
                report.bad_row(row["file"], row["line"], f"its member {member['code']} is also one of {other}.")


def department_of(row: Row) -> str:
    """The department (or overseas collectivity) a commune row says it is in."""
    overseas = row.get("collectiviteOutremer")
    return str(row.get("departement") or (overseas.get("code") if isinstance(overseas, dict) else overseas))


def is_overseas_collectivity(code: str) -> bool:
    """Whether a department code of the list is that of an overseas collectivity (975, 977 ...), which is none."""
    return re.fullmatch(r"97[5789]|98\d", code) is not None
