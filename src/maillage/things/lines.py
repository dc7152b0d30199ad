"""Where a thing stands in a Turtle file: its IRI comes in, the line of its description goes out."""

from __future__ import annotations

import re
from collections.abc import Mapping

from maillage.terms import PREFIXES


def lines_of(text: str) -> list[str]:
    """The lines of a text as editors and parsers count them: a U+2028 or a form feed in a value ends none."""
    return re.split(r"\r\n|\r|\n", text)


def line_of(text: str, iri: str, prefixes: Mapping[str, str] | None = None) -> int | None:
    """The 1-based line where `iri` opens a statement, else where it is first met, else None.

    A reading by eye of the text, not a parse: good for a message, in the canonical layout exact.
    """
    names = [f"<{iri}>"]
    for prefix, namespace in {**PREFIXES, **(prefixes or {})}.items():
        if iri.startswith(namespace):
            names.append(f"{prefix}:{iri[len(namespace) :]}")
    either = "|".join(re.escape(name) for name in names)
    first = None
    for number, line in enumerate(lines_of(text), start=1):
        if re.match(rf"(?:{either})(?=[\s;,.]|$)", line):
            return number
        if first is None and re.search(rf"(?<![\w:/#-])(?:{either})(?![\w:/#-])", line):
            first = number
    return first
