"""The page of a thing of a kind that has no page of its own: an IRI comes in; its card, in the frame, goes out."""

from __future__ import annotations

from maillage.pages.frame import framed
from maillage.pages.setting import Given, Setting, in_forms
from maillage.views.card import make_card
from maillage.views.card_html import card_values

#: Lines of a section that a page shows before the rest is counted.
MANY = 100


def page(setting: Setting, iri: str, given: Given) -> bytes:
    """The page of a thing that the graph knows."""
    built = setting.graph.built
    card = make_card(iri, built.catalogue, built.store, built.names, setting.lang)
    values = card_values(card, setting.addresses.thing, MANY)
    return framed(setting, "other.html", card.title, alternates=in_forms(setting, iri), **values)
