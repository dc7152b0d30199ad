"""Dates as text: the SPARQL of a query comes in; where it compares what people read of a date goes out.

A year, a month or an EDTF literal has no order with a day: Oxigraph drops the row, other engines order it as they
like. FILTER, MIN and MAX read the xsd:date bounds (mlg:startEarliest and its kin); text is ordered by STR.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

#: What holds a date as people write or read it.
_TEXT = ("mlg:from", "mlg:until", "mlg:signedOn", "mlg:asOf", "schema:startDate", "schema:endDate", "dct:issued")
_BOUND_TO = re.compile(rf"(?<![\w:])(?:{'|'.join(_TEXT)})\s+\?(\w+)")
_RENAMED = re.compile(r"BIND\s*\(\s*(?:COALESCE\s*\()?([^()]*)\)?\s+AS\s+\?(\w+)\s*\)", re.I)
#: What may read it all the same: its text, its type, whether it is there, whether it is the same term.
_ALLOWED = re.compile(r"\b(?:STR|DATATYPE|BOUND|LANG)\s*\(\s*\?\w+\s*\)|\bsameTerm\s*\([^()]*\)", re.I)
_READER = re.compile(r"\b(FILTER|MIN|MAX)\s*\(", re.I)


def compared(text: str) -> Iterator[tuple[str, str, int]]:
    """The text dates that a FILTER, MIN or MAX reads: what reads it, the variable, its place in the text."""
    dates = {found[1] for found in _BOUND_TO.finditer(text)}
    for names, alias in _RENAMED.findall(text):
        if dates & set(re.findall(r"\?(\w+)", names)):
            dates.add(alias)
    for reader in _READER.finditer(text):
        inside = _ALLOWED.sub(lambda part: " " * len(part[0]), _enclosed(text, reader.end() - 1))
        for name in re.findall(r"\?(\w+)", inside):
            if name in dates:
                yield reader[1].upper(), name, reader.start()


def _enclosed(text: str, at: int) -> str:
    """From an opening bracket to the one that closes it."""
    depth = 0
    for index in range(at, len(text)):
        depth += {"(": 1, ")": -1}.get(text[index], 0)
        if not depth:
            return text[at:index]
    return text[at:]
