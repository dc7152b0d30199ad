"""Spans of a source text: a curator's quotation comes in, its place in the raw file goes out.

Offsets are 0-based code points from the start of the whole file decoded as UTF-8, end exclusive, with no newline
translation, BOM removal or normalisation. Matching forgives what an eye does not see: styled letters (NFKC, one
character to one character), decomposed accents, invisible characters, which blanks stand between two words (a line end
too), and which form a keyboard gives apostrophes, hyphens and quotation marks; the raw span is what is kept.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from maillage.errors import MaillageError
from maillage.places import files_below


@dataclass(frozen=True)
class Text:
    """A source file: its name, raw text and the SHA-256 of its bytes (64 hexadecimal digits).

    `not_utf8` is the byte at which a file is no UTF-8; it has no text then.
    """

    name: str
    content: str
    sha256: str
    not_utf8: int | None = None


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
    """Every file of a folder of source texts (below it too), hidden ones left aside, sorted by name.

    One that is not UTF-8 (a picture, an archive) matters only to a document that says it is its text.
    """
    if not folder.is_dir():
        raise MaillageError(
            "the folder of source texts does not exist.", file=folder, fix="Give --texts the folder they lie in."
        )
    paths = files_below(folder)[0]
    if not paths:
        raise MaillageError(
            "the folder of source texts is empty.", file=folder, fix="Give --texts the folder the texts lie in."
        )
    return [_text_or_none(path) for path in paths]


def _text_or_none(path: Path) -> Text:
    try:
        raw = path.read_bytes()
    except OSError:
        return read_text(path)  # says why
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return Text(path.name, "", hashlib.sha256(raw).hexdigest(), error.start)
    return read_text(path)


#: Signs that a keyboard and a printer write differently.
_SAME = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u02b9\u2032\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
    }
)


@dataclass(frozen=True)
class Folded:
    """A text as an eye reads it, and of each of its characters the raw offsets it starts and ends at."""

    text: str
    starts: list[int]
    ends: list[int]


@lru_cache(maxsize=4)
def folded(text: str) -> Folded:
    """`text` as an eye reads it; one that many quotations are looked for in is read once."""
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position, length = 0, len(text)
    while position < length:
        kind, end = _kind(text[position]), position + 1
        if kind == _NONE:
            # A word that is cut at the end of a line goes on at the next.
            cut = _LINE_END.match(text, end) if text[position] == "\u00ad" else None
            position = cut.end() if cut else end
            continue
        if kind == _BLANK:
            while end < length and _kind(text[end]) != _SIGN:
                end += 1
            signs = " "
        else:
            while end < length and unicodedata.combining(text[end]):
                end += 1
            signs = _signs(text[position:end])
        for sign in signs:
            out.append(sign)
            starts.append(position)
            ends.append(end)
        position = end
    return Folded("".join(out), starts, ends)


_SIGN, _BLANK, _NONE = range(3)
_LINE_END = re.compile(r"[ \t]*(?:\r\n?|\n)[ \t]*")


@lru_cache(maxsize=4096)
def _kind(char: str) -> int:
    """Whether an eye sees a sign, a blank or nothing."""
    if char.isspace():
        return _BLANK
    return _NONE if unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f" else _SIGN


@lru_cache(maxsize=4096)
def _signs(cluster: str) -> str:
    """A letter with its accents, as an eye reads it."""
    out = []
    for char in unicodedata.normalize("NFC", cluster):
        plain = unicodedata.normalize("NFKC", char)
        out.append(plain if len(plain) == 1 and not plain.isspace() else char)
    return "".join(out).translate(_SAME)


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
    haystack, needle = folded(text), folded(exact).text.strip(" ")
    if not needle:
        return []
    found = _occurrences(needle, haystack.text, 0, len(haystack.text))
    spans = {(haystack.starts[at], haystack.ends[at + len(needle) - 1]) for at in found}
    return sorted((start, end) for start, end in spans if low <= start and end <= high)


#: What moves the cursor of a terminal, clears it or sets its title, when it is printed there.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def printable(text: str) -> str:
    """A text for a terminal: control characters but tabs and line ends are shown as the sign of what is unknown."""
    return _CONTROL.sub("\ufffd", text)


def legible(text: str) -> str:
    """The words a user gives, as they are.

    Raises
    ------
    MaillageError
        For words of a command line that are no UTF-8: what was left of them could be another name.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        fix = "Set the terminal to UTF-8, or name the thing by its CURIE."
        raise MaillageError(f"{text!a} is not UTF-8.", fix=fix) from None
    return text


def excerpt(text: str, length: int = 60) -> str:
    """The beginning of a text on one line, for a message."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1].rstrip() + "…"
