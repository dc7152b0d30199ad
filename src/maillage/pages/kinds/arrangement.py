"""The page of an arrangement: its IRI comes in; its parties, generations, states with their sources and map go out."""

from __future__ import annotations

from dataclasses import replace

from maillage.pages.kinds.carded import MANY, card_of, kinds_in_words, thing_page, values_of, without
from maillage.pages.kinds.generations import chain
from maillage.pages.kinds.places import map_of
from maillage.pages.kinds.states import states
from maillage.pages.kit.setting import Given, Setting
from maillage.pages.kit.wording import counted, words
from maillage.terms import MLG, SCHEMA
from maillage.views.card_model import Card
from maillage.views.words import words as card_words

_PARTICIPATION, _STATE = MLG + "Participation", MLG + "State"


def page(setting: Setting, iri: str, given: Given) -> bytes:
    """The page of an arrangement."""
    whole = card_of(setting, iri)
    parties = tuple(section for section in whole.sections if section.about == _PARTICIPATION)
    card = without(whole, {_PARTICIPATION, _STATE})
    places = [ref.iri for fact in whole.facts if fact.property == MLG + "territory" for ref in fact.values if ref.iri]
    count = sum(section.count for section in parties)
    return thing_page(
        setting,
        "arrangement.html",
        card,
        _lead(setting, whole, count),
        parties=replace(card, sections=parties),
        count=count,
        cut=max(0, count - MANY),
        generations=chain(setting, iri),
        states=states(setting, iri),
        drawing=map_of(setting, places),
        csv=setting.addresses.rows("parties-of-arrangement", "csv", arrangement=iri),
        whole=setting.addresses.question("parties-of-arrangement", arrangement=iri),
    )


def _lead(setting: Setting, card: Card, parties: int) -> str:
    """What it is, where, when, and how many take part, in a sentence."""
    say = words("arrangement", setting.lang)
    where = values_of(card, MLG + "territory")
    when = _first(card, SCHEMA + "startDate")
    status = _first(card, MLG + "status")
    parts = [
        kinds_in_words(card),
        say["where"].format(", ".join(where)) if where else "",
        say["undated"] if when == card_words(setting.lang)["unsaidDates"] else when,
        say["status"].format(status) if status else "",
    ]
    known = counted(say["many"], parties, setting.lang) if parties else say["none"]
    return str(say["lead"].format(title=card.title, what=", ".join(filter(None, parts)), parties=known))


def _first(card: Card, name: str) -> str:
    """What is said of it by a property that is not left unsaid."""
    for fact in card.facts:
        if fact.property == name and fact.values and (fact.values[0].iri or name != MLG + "status"):
            return fact.values[0].text
    return ""
