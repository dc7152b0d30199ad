"""Rows of a source: CSV and JSON text comes in, (line, row) pairs go out, bad ones are reported with their line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from maillage.errors import MaillageError
from maillage.importers.kit.listing import Listing
from maillage.importers.kit.report import Report
from maillage.things.turtle import read_utf8

#: So many lines are read before a file of JSON lines is told to be something else.
_FIRST = 10


def read_source(path: Path) -> str:
    """The text of a source file.

    Raises
    ------
    MaillageError
        When it cannot be read or is not UTF-8.
    """
    return read_utf8(path, "Fetch it again.", "Check --source.")


def csv_rows(
    path: Path, listing: Listing, report: Report, delimiter: str = ","
) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows of a CSV file (or one with tabs) with a header line, cells stripped; (line, row).

    Raises
    ------
    MaillageError
        When it is not what the listing says: a column missing or undeclared, a category nobody enumerated.
    """
    reader = csv.DictReader(io.StringIO(read_source(path), newline=""), strict=True, delimiter=delimiter)
    read = report.start(path, listing)
    try:
        have = reader.fieldnames or []
        missing = [name for name in listing.required if name not in have]
        if missing:
            raise MaillageError(
                f"has no column {', '.join(missing)} (it has {', '.join(have) or 'none'}).",
                file=path,
                line=1,
                fix="This is another file, or another vintage of it.",
            )
        listing.check_columns(have, path, 1)
        for row in reader:
            read.rows, read.line = read.rows + 1, reader.line_num
            if None in row or None in row.values():
                report.aside(path, reader.line_num, "the row has not as many cells as the header; left aside.")
                continue
            cells = {name: cell.strip() for name, cell in row.items()}
            empty = [name for name in listing.needed if not cells[name]]
            if empty:
                report.aside(path, reader.line_num, f"{', '.join(empty)} is empty; the row is left aside.")
                continue
            listing.check_values(cells, path, reader.line_num)
            yield reader.line_num, cells
        if not read.rows:
            raise MaillageError("has a header and no row.", file=path, line=1, fix="It was cut: fetch it again.")
    except csv.Error as error:
        raise MaillageError(f"not CSV ({error}).", file=path, line=reader.line_num, fix="Fetch it again.") from None


def curated_rows(path: Path, columns: Sequence[str]) -> list[dict[str, str]]:
    """Rows of a table a curator mends, cells stripped, a short row filled up; none when there is no such file.

    Raises
    ------
    MaillageError
        When it lacks a column; nothing is to be read past a curator's slip.
    """
    if not path.is_file():
        return []
    reader = csv.DictReader(io.StringIO(read_source(path), newline=""), restval="")
    missing = [name for name in columns if name not in (reader.fieldnames or [])]
    if missing:
        raise MaillageError(
            f"has no column {', '.join(missing)}.", file=path, line=1, fix=f"Its columns are {', '.join(columns)}."
        )
    return [{name: " ".join((row[name] or "").split()) for name in columns} for row in reader]


def json_rows(text: str, name: str, listing: Listing, report: Report) -> Iterator[tuple[int, dict[str, Any]]]:
    """Objects of a JSON array; (line, object). What is no object is a bad row.

    Raises
    ------
    MaillageError
        When the text is no JSON array, stops before its end (a truncated file), or is not what the listing says.
    """
    decoder, read = json.JSONDecoder(), report.start(name, listing)
    at, line = _skip(text, 0), 1 + text.count("\n", 0, _skip(text, 0))
    if text[at : at + 1] != "[":
        raise MaillageError("is no JSON array.", file=name, line=line, fix="This is another file than expected.")
    at += 1
    while True:
        following = _skip(text, at, " \t\r\n,")
        line += text.count("\n", at, following)
        if text[following : following + 1] == "]":
            return
        try:
            value, at = decoder.raw_decode(text, following)
        except json.JSONDecodeError as error:
            raise MaillageError(
                f"the JSON stops making sense here ({error.msg}): the file is truncated or damaged.",
                file=name,
                line=error.lineno,
                fix="Fetch it again.",
            ) from None
        read.rows, read.line = read.rows + 1, line
        if isinstance(value, dict):
            listing.check_row(value, name, line)
            yield line, value
        else:
            report.aside(name, line, "this is no object; left aside.")
        line += text.count("\n", following, at)


def jsonl_rows(path: Path, listing: Listing, report: Report) -> Iterator[tuple[int, dict[str, Any]]]:
    """Objects of a file with one JSON object a line; (line, object). A line that is none is a bad row.

    Raises
    ------
    MaillageError
        When none of the first lines is an object, or one is not what the listing says.
    """
    found, read = 0, report.start(path, listing)
    for number, line in enumerate(read_source(path).split("\n"), start=1):
        if not line.strip():
            continue
        if not found and read.rows >= _FIRST:
            words = f"none of its first {_FIRST} lines is a JSON object."
            raise MaillageError(words, file=path, line=number, fix="This is another file than expected.")
        read.rows, read.line = read.rows + 1, number
        try:
            value = json.loads(line, object_pairs_hook=_each_once)
        except json.JSONDecodeError as error:
            report.aside(path, number, f"not JSON ({error.msg}); left aside.")
            continue
        except _Twice as twice:
            report.aside(path, number, f"it says {twice} twice; the row is left aside.")
            continue
        if isinstance(value, dict):
            found += 1
            listing.check_row(value, path, number)
            yield number, value
        else:
            report.aside(path, number, "this is no object; left aside.")


class _Twice(ValueError):
    """An object says one key twice: JSON would keep the last in silence."""


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    out = dict(pairs)
    if len(out) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _Twice(next(key for key in keys if keys.count(key) > 1))
    return out


def _skip(text: str, at: int, blanks: str = " \t\r\n") -> int:
    while at < len(text) and text[at] in blanks:
        at += 1
    return at
