"""The page of a territory: its IRI and a day come in; who is competent, what is in force, what is missing, go out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from maillage.naming.normalise import normalised
from maillage.pages.kinds.carded import MANY, card_of, kinds_in_words, thing_page, without
from maillage.pages.kinds.generations import Link
from maillage.pages.kinds.places import beside, map_of
from maillage.pages.kit.setting import Given, Setting, day_of
from maillage.pages.kit.wording import kind_since, words
from maillage.terms import MLG
from maillage.views.card_model import Card
from maillage.views.when import date_words, period_words
from maillage.views.words import number_words

#: Contracts in the table before the rest is counted.
ROWS = 40
_GOVERNS = MLG + "governs"
#: Of the standing of a contract, what is surest first.
_STANDINGS = ("certain", "possible", "unknown")


@dataclass(frozen=True)
class Contract:
    """A contract that is in force, or perhaps, on the day asked for, and why we think so."""

    label: str
    address: str | None
    kind: str
    place: Link
    tie: str
    when: str
    standing: str
    standing_name: str
    reason: str


def page(setting: Setting, iri: str, given: Given) -> bytes:
    """The page of a territory.

    Parameters
    ----------
    given:
        ``at``: the day; that of the register when it is not given.

    Raises
    ------
    MaillageError
        When ``at`` is no day.
    """
    graph, lang = setting.graph, setting.lang
    whole = without(card_of(setting, iri), {_GOVERNS})
    card = replace(whole, facts=tuple(fact for fact in whole.facts if fact.property != _GOVERNS))
    at = day_of(setting, given, "at")
    years = graph.built.catalogue.get("questions", "contracts-in-force").params["years"].default
    found = graph.ask("contracts-in-force", lang=lang, territory=iri, day=at, years=years)
    contracts = sorted((_contract(setting, row) for row in found), key=_order)
    known = graph.ask("completeness", lang=lang, territory=iri)
    undated = graph.ask("arrangements-without-date", lang=lang, territory=iri)
    names = graph.built.names
    return thing_page(
        setting,
        "territory.html",
        card,
        _lead(setting, whole),
        many=MANY // 2,
        at=at.isoformat(),
        governing=_governing(setting, iri),
        contracts=contracts[:ROWS],
        left=len(contracts) - len(contracts[:ROWS]),
        total=len(contracts),
        unknown=sum(contract.standing == "unknown" for contract in contracts),
        notes=list(dict.fromkeys((*found.notes, *known.notes))),
        csv=setting.addresses.rows("contracts-in-force", "csv", territory=iri, day=at),
        whole=setting.addresses.question("contracts-in-force", territory=iri, day=at),
        here=[(kind_since(row["kind"], row["counted_from"], lang), row["known"]) for row in known if row["known"]],
        lacking=[kind_since(row["kind"], row["counted_from"], lang) for row in known if not row["known"]],
        undated=len({row["arrangement_iri"] for row in undated}),
        undated_list=setting.addresses.question("arrangements-without-date", territory=iri),
        beside=sorted(
            (Link(names.label(near, lang), setting.addresses.thing(near)) for near in beside(setting, iri)),
            key=lambda link: normalised(link.label),
        ),
        compare=setting.addresses.compare(territory=iri),
        drawing=map_of(setting, [iri]),
        action=setting.addresses.thing(iri),
    )


def _lead(setting: Setting, card: Card) -> str:
    """What it is, how many live there, in what it lies, in a sentence."""
    say = words("territory", setting.lang)
    names, store = setting.graph.built.names, setting.graph.built.store
    people = max((t.object.value for t in store.values(card.iri, MLG + "population")), key=int, default="")
    outer = [t.object.value for t in store.values(card.iri, MLG + "within")]
    held = sorted(one for one in outer if names.types(one) & {MLG + "Department", MLG + "Region"})
    parts = [
        kinds_in_words(card),
        say["people"].format(number_words(people, setting.lang)) if people else "",
        say["within"].format(", ".join(names.label(one, setting.lang) for one in held)) if held else "",
    ]
    return str(say["lead"].format(title=card.title, what=", ".join(filter(None, parts))))


def _governing(setting: Setting, iri: str) -> list[dict[str, Any]]:
    """Who is competent, its own bodies first, then those of what holds it, the nearest level first."""
    rows = [
        {
            "body": Link(str(row["body"]), setting.addresses.thing(str(row["body_iri"]))),
            "kind": row["nature"],
            "level": row["level"],
            "of": Link(str(row["governed"]), setting.addresses.thing(str(row["governed_iri"]))),
            "own": row["governed_iri"] == iri,
            "size": _population(setting, str(row["governed_iri"])),
        }
        for row in setting.graph.ask("who-governs-a-territory", lang=setting.lang, territory=iri)
    ]
    return sorted(rows, key=lambda row: (not row["own"], row["size"], normalised(row["body"].label)))


def _population(setting: Setting, iri: str) -> int:
    found = (triple.object.value for triple in setting.graph.built.store.values(iri, MLG + "population"))
    return max((int(value) for value in found if value.isdigit()), default=10**9)


def _contract(setting: Setting, row: dict[str, Any]) -> Contract:
    when = period_words(row["starts"], row["ends"], setting.lang)
    if not when and row["signed_on"]:
        when = words("territory", setting.lang)["signed"].format(date_words(str(row["signed_on"]), setting.lang))
    return Contract(
        label=str(row["contract"]),
        address=setting.addresses.thing(str(row["contract_iri"])),
        kind=str(row["nature"]),
        place=Link(str(row["place"]), setting.addresses.thing(str(row["place_iri"]))),
        tie=str(row["tie"]),
        when=when,
        standing=str(row["in_force_iri"]).rpartition("/")[2],
        standing_name=str(row["in_force"]),
        reason=str(row["reason"]),
    )


def _order(contract: Contract) -> tuple[int, str]:
    place = _STANDINGS.index(contract.standing) if contract.standing in _STANDINGS else len(_STANDINGS)
    return place, normalised(contract.label)
