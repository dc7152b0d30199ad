"""The words of pages: a page and a language come in, what it says by itself goes out.

Each page has a file of words/; names of things come from the graph, of questions from their headers.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from maillage.views.when import date_words
from maillage.views.words import number_words

WORDS = Path(__file__).parents[1] / "words"


@cache
def every() -> dict[str, dict[str, dict[str, Any]]]:
    """Page -> language -> its words."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(WORDS.glob("*.json"))}


def words(page: str, lang: str) -> dict[str, Any]:
    """The words of a page in a language: its own, and those of the frame; none of its own is no error."""
    return {**every()["frame"][lang], **every().get(page, {}).get(lang, {})}


def counted(forms: Sequence[str], number: int, lang: str) -> str:
    """A number in words that agree with it: the first form for one (in French, for none too), the second for more.

    >>> counted(["un acteur", "{n} acteurs"], 1200, "fr")
    '1\u202f200 acteurs'
    """
    return forms[number > 1 or (number == 0 and lang != "fr")].format(n=number_words(str(number), lang))


def kind_since(kind: object, since: object, lang: str) -> str:
    """A kind as it was counted: of things begun since a day (as the graph writes it), or of all where none is."""
    said: str = words("frame", lang)["kindSince"]
    return said.format(kind=kind, day=date_words(str(since), lang)) if since else str(kind)
