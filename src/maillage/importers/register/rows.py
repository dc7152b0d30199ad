"""Rows of the register one can use: lines of JSON come in; well-shaped objects go out, others are told.

A row that lacks what names it is left aside whole; a party, theme or amendment that is no object, a piece of a
perimeter that is no text, or a page that is no address, is left aside alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from maillage.errors import MaillageError
from maillage.importers.kit.report import Report
from maillage.importers.kit.rows import jsonl_rows
from maillage.importers.kit.words import plain_address
from maillage.importers.register.sources import ARRANGEMENTS

_WORDS = ("id", "type", "name", "region_ars", "territory", "status")
_OPTIONAL = (
    *("carrier", "carrier_code", "carrier_code_scheme", "succeeds", "compiler_note", "signed_on_basis"),
    *("historic_region", "funding_note"),
)
_LISTS = ("parties", "themes", "amendments", "perimeter")


def register_rows(path: Path, report: Report) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows of the register whose shape is right, with their line; each id once.

    Raises
    ------
    MaillageError
        When no row of the file can be used: it is another file then.
    """
    first: dict[str, int] = {}
    for line, data in jsonl_rows(path, ARRANGEMENTS, report):
        name = data.get("id") if isinstance(data.get("id"), str) else "?"
        why = _fault(data)
        if why:
            report.aside(path, line, f"{name}: {why}; the row is left aside.")
        elif name in first:
            report.aside(path, line, f"{name} stands on line {first[name]} already; this row is left aside.")
        else:
            first[str(name)] = line
            yield line, _mended(data, path, line, report)
    if not first:
        raise MaillageError(
            "no line of it is a row of the register.", file=path, fix="This is another file, or it was damaged."
        )


def _fault(data: dict[str, Any]) -> str:
    empty = [key for key in (*_WORDS, "sources") if not data.get(key)]
    if empty:
        return f"{', '.join(empty)} is empty"
    odd = [key for key in _WORDS if not isinstance(data[key], str) or not data[key].strip()]
    odd += [key for key in _OPTIONAL if data.get(key) is not None and not isinstance(data[key], str)]
    if odd:
        return f"{', '.join(odd)} is no text"
    if not re.fullmatch(r"[A-Za-z0-9][\w.-]*", data["id"], re.ASCII):
        return "the id holds other characters than letters, digits, '.', '-' and '_'"
    if not isinstance(data["sources"], list) or not all(is_address(url) for url in data["sources"]):
        return "sources is no list of addresses (https://...)"
    return next((f"{key} is no list" for key in _LISTS if not _listed(data.get(key))), "")


def _listed(value: Any) -> bool:
    return value is None or isinstance(value, list)


def _mended(data: dict[str, Any], path: Path, line: int, report: Report) -> dict[str, Any]:
    """The row without the parts that are of another shape, and with its own page where theirs is no address."""
    out = dict(data)
    out["perimeter"] = []
    for piece in data.get("perimeter") or []:
        if isinstance(piece, str) and piece.strip():
            out["perimeter"].append(" ".join(piece.split()))
        else:
            report.bad_row(path, line, f"{data['id']}: a piece of the perimeter is no text ({piece!r}); left aside.")
    for key, one in (("parties", "a party"), ("themes", "a theme"), ("amendments", "an amendment")):
        kept = []
        for item in data.get(key) or []:
            if not isinstance(item, dict):
                report.bad_row(path, line, f"{data['id']}: {one} is no object ({item!r}); left aside.")
                continue
            if item.get("source") and not is_address(item["source"]):
                what = f"{one} has a source that is no address ({item['source']!r}); the row's is taken."
                report.bad_row(path, line, f"{data['id']}: {what}")
                item = {**item, "source": None}
            kept.append(item)
        out[key] = kept
    return out


def is_address(text: Any) -> bool:
    """Whether a value is the address of a page."""
    try:
        text = plain_address(text) if isinstance(text, str) else text
        parts = urlsplit(text) if isinstance(text, str) else None
    except ValueError:
        return False
    return parts is not None and parts.scheme in ("http", "https") and bool(parts.netloc) and not re.search(r"\s", text)
