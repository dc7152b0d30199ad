"""Spans of a source text: a curator's quotation comes in, its place in the raw file goes out.

Offsets are 0-based code points from the start of the whole file decoded as UTF-8, end exclusive, with no newline
translation, BOM removal or normalisation. Matching forgives what an eye does not see: styled letters and odd spaces
(NFKC, one character to one character), decomposed accents, Windows line ends; the raw span is what is kept.
"""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from maillage.errors import MaillageError


@dataclass(frozen=True)
class Text:
    """A source file: its name, raw text and the SHA-256 of its bytes (64 hexadecimal digits)."""

    name: str
    content: str
    sha256: str


def read_text(path: Path) -> Text:
    """Read a source text, raw."""
    try:
        raw = path.read_bytes()
        return Text(path.name, raw.decode("utf-8"), hashlib.sha256(raw).hexdigest())
    except UnicodeDecodeError as error:
        raise MaillageError(
            f"this text is not UTF-8 (byte {error.start}).", file=path, fix="Save it as UTF-8 and take its hash anew."
        ) from None
    except OSError as error:
        raise MaillageError(f"this text cannot be read ({error.strerror}).", file=path) from None


def read_texts(folder: Path) -> list[Text]:
    """Every UTF-8 file of a folder of source texts (below it too), hidden ones left aside, sorted by name."""
    if not folder.is_dir():
        raise MaillageError(
            "the folder of source texts does not exist.", file=folder, fix="Give --texts the folder they lie in."
        )
    paths = sorted(p for p in folder.rglob("*") if p.is_file() and not p.name.startswith("."))
    if not paths:
        raise MaillageError(
            "the folder of source texts is empty.", file=folder, fix="Give --texts the folder the texts lie in."
        )
    return [text for path in paths if (text := _if_text(path)) is not None]


def _if_text(path: Path) -> Text | None:
    """The file's text; None for one that is not UTF-8 (a picture, an archive), which is nobody's source text."""
    try:
        path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return None
    return read_text(path)


def folded(text: str) -> tuple[str, list[int]]:
    """`text` as an eye reads it, and for each of its characters (and the end) the raw offset it starts at."""
    out: list[str] = []
    starts: list[int] = []
    position = 0
    while position < len(text):
        end = position + 1
        if text[position] == "\r" and text[end : end + 1] == "\n":
            end += 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        cluster = text[position:end]
        if cluster == "\r\n":
            cluster = "\n"
        for char in unicodedata.normalize("NFC", cluster):
            plain = unicodedata.normalize("NFKC", char)
            out.append(plain if len(plain) == 1 else char)
            starts.append(position)
        position = end
    return "".join(out), [*starts, len(text)]


def _occurrences(needle: str, haystack: str, low: int, high: int) -> list[int]:
    found, at = [], haystack.find(needle, low, high)
    while at >= 0:
        found.append(at)
        at = haystack.find(needle, at + 1, high)
    return found


def find_spans(exact: str, text: str, low: int = 0, high: int | None = None) -> list[tuple[int, int]]:
    """Every raw (start, end) where `exact` stands in text[low:high]; raw matches first, forgiving ones if none."""
    high = len(text) if high is None else high
    if not exact.strip():
        return []
    raw = _occurrences(exact, text, low, high)
    if raw:
        return [(at, at + len(exact)) for at in raw]
    haystack, starts = folded(text)
    needle, _ = folded(exact)
    spans = [(starts[at], starts[at + len(needle)]) for at in _occurrences(needle, haystack, 0, len(haystack))]
    return sorted({(start, end) for start, end in spans if low <= start and end <= high})


def excerpt(text: str, length: int = 60) -> str:
    """The beginning of a text on one line, for a message."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1].rstrip() + "…"
