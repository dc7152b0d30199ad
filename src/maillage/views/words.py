"""The words of cards: a language comes in, what a card says by itself goes out. Names of things come from the graph."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from maillage.errors import MaillageError
from maillage.views.template import text_of

LANGUAGES = ("fr", "en")


@cache
def words(lang: str) -> dict[str, Any]:
    """The words in a language.

    Raises
    ------
    MaillageError
        For another language than those of `LANGUAGES`.
    """
    if lang not in LANGUAGES:
        raise MaillageError(f"no card in language '{lang}'.", fix=f"Choose {' or '.join(LANGUAGES)}.")
    return dict(json.loads(text_of("card.json"))[lang])


def number_words(value: str, lang: str) -> str:
    """A number as people write it: ``61400`` is "61 400" in French, "61,400" in English; other text as it is."""
    sign, digits = ("-", value[1:]) if value.startswith("-") else ("", value)
    whole, point, rest = digits.partition(".")
    if not whole.isdigit() or (point and not rest.isdigit()):
        return value
    rest = rest.rstrip("0")
    grouped = f"{int(whole):,}".replace(",", words(lang)["thousands"]) if len(whole) > 3 else str(int(whole))
    return sign + grouped + (words(lang)["point"] + rest if rest else "")
