"""What pages of things share: a thing comes in; its card, its own words, and what to leave out of it go out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from maillage.pages.kit.frame import framed
from maillage.pages.kit.setting import Setting, in_forms
from maillage.views.card import make_card
from maillage.views.card_html import card_values
from maillage.views.card_model import Card

#: Lines of a section that a page shows before the rest is counted.
MANY = 60


def card_of(setting: Setting, iri: str) -> Card:
    """The card of a thing in the language of the page."""
    built = setting.graph.built
    return make_card(iri, built.catalogue, built.store, built.names, setting.lang)


def without(card: Card, about: Collection[str]) -> Card:
    """The card without the sections on these claim classes or properties, which its page tells otherwise."""
    return replace(card, sections=tuple(section for section in card.sections if section.about not in about))


def thing_page(setting: Setting, template: str, card: Card, lead: str = "", many: int = MANY, **values: Any) -> bytes:
    """The page of a thing: its card in the frame, with what the template adds.

    Parameters
    ----------
    lead:
        The sentence that says what it is.
    """
    around = card_values(card, setting.addresses.thing, many)
    return framed(
        setting,
        template,
        card.title,
        alternates=in_forms(setting, card.iri),
        description=lead,
        lead=lead,
        **{**around, **values},
    )


def kinds_in_words(card: Card) -> str:
    """What a thing is, inside a sentence: "contrat local de santé"; an acronym keeps its capitals."""
    return ", ".join(
        kind.text if kind.text[1:2].isupper() else kind.text[:1].lower() + kind.text[1:] for kind in card.kinds
    )


def values_of(card: Card, *properties: str) -> list[str]:
    """What the card says of the thing by these properties, in words."""
    return [ref.text for fact in card.facts if fact.property in properties for ref in fact.values if ref.iri]
