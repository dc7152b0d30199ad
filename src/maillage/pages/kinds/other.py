"""The page of a thing of a kind that has no page of its own: an IRI comes in; its card, in the frame, goes out."""

from __future__ import annotations

from maillage.pages.kinds.carded import card_of, thing_page
from maillage.pages.kit.setting import Given, Setting


def page(setting: Setting, iri: str, given: Given) -> bytes:
    """The page of a thing that the graph knows."""
    return thing_page(setting, "other.html", card_of(setting, iri))
