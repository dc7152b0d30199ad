"""The page of an actor: its IRI comes in; who it is, with whom it coordinates, through what and since when, go out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from maillage.naming.normalise import normalised
from maillage.network.legend import TABLE
from maillage.pages.kinds.carded import card_of, kinds_in_words, thing_page, values_of, without
from maillage.pages.kinds.ego import MOST, Partner, around
from maillage.pages.kit.setting import Given, Setting
from maillage.pages.kit.wording import counted, words
from maillage.terms import MLG, SKOS, expand
from maillage.things.table import Table
from maillage.views.card_html import outline
from maillage.views.short_names import short_name
from maillage.views.when import date_words, period_words

#: Partners in the table, and arrangements told for each, before the rest is counted.
ROWS, REASONS = 40, 3
_COORDINATION = MLG + "Coordination"


@dataclass(frozen=True)
class Reason:
    """An arrangement that ties two actors, when, and whether it is certain."""

    label: str
    address: str | None
    when: str
    inferred: bool


@dataclass(frozen=True)
class Row:
    """A partner in the table: since and until when, as far as it is known, and through what."""

    label: str
    address: str | None
    since: str
    until: str
    reasons: tuple[Reason, ...]
    more: int


def page(setting: Setting, iri: str, given: Given) -> bytes:
    """The page of an actor."""
    graph, lang, say = setting.graph, setting.lang, words("actor", setting.lang)
    card = without(card_of(setting, iri), {_COORDINATION})
    ties = graph.ask("who-coordinates-with", lang=lang, actor=iri)
    by_partner: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in ties:
        by_partner[str(row["partner_iri"])].append(row)
    partners = [_partner(setting, one, rows) for one, rows in by_partner.items()]
    ranked = sorted(partners, key=lambda one: (-one.weight, normalised(one.label), one.iri))
    ego = around(partners, _among(setting, iri)) if partners else None
    through = {row["arrangement_iri"] for row in ties}
    return thing_page(
        setting,
        "actor.html",
        card,
        _lead(
            setting, iri, card.title, kinds_in_words(card), values_of(card, MLG + "territory"), len(partners), through
        ),
        ego=ego,
        shape=outline,
        drawn=min(len(partners), MOST),
        partners=[_row(setting, one.iri, by_partner[one.iri]) for one in ranked[:ROWS]],
        left=len(ranked) - len(ranked[:ROWS]),
        total=len(ranked),
        notes=ties.notes if len(ties) else (),
        whole=setting.addresses.question("who-coordinates-with", actor=iri),
        csv=setting.addresses.rows("who-coordinates-with", "csv", actor=iri),
        participations=setting.addresses.question("participations-of-actor", actor=iri),
        explorer=setting.addresses.network("coordination", actor=iri) if partners else None,
        named=_drawn_name(setting, iri),
        say={"legend": say["cardLegend"]},
    )


def _lead(
    setting: Setting, iri: str, title: str, kinds: str, places: list[str], partners: int, through: set[Any]
) -> str:
    """Who it is, in a sentence."""
    say = words("actor", setting.lang)
    where = say["where"].format(", ".join(places)) if places else ""
    if not partners:
        return str(say["alone"].format(title=title, kinds=kinds, where=where))
    with_whom, by = (
        counted(say["others"], partners, setting.lang),
        counted(say["arrangements"], len(through), setting.lang),
    )
    return str(say["lead"].format(title=title, kinds=kinds, where=where, partners=with_whom, through=by))


def _partner(setting: Setting, iri: str, rows: list[dict[str, Any]]) -> Partner:
    label = str(rows[0]["partner"])
    number = len({row["arrangement_iri"] for row in rows})
    return Partner(iri, label, _drawn_name(setting, iri), _family(setting, iri), number, setting.addresses.thing(iri))


def _drawn_name(setting: Setting, iri: str) -> str:
    names = setting.graph.built.names
    label = names.label(iri, setting.lang)
    others = (triple.object.value for triple in names.store.values(iri, SKOS + "altLabel"))
    return short_name(label, others) or label


def _family(setting: Setting, iri: str) -> str:
    types = setting.graph.built.names.types(iri)
    return next((look.family for look in TABLE if expand(look.family) in types), "")


def _among(setting: Setting, iri: str) -> dict[tuple[str, str], int]:
    table: Table = setting.graph.ask("ties-among-partners", lang=setting.lang, actor=iri)
    return {(str(row["partner_iri"]), str(row["other_iri"])): int(str(row["arrangements"])) for row in table}


def _row(setting: Setting, iri: str, rows: list[dict[str, Any]]) -> Row:
    lang, say = setting.lang, words("actor", setting.lang)
    starts = [row for row in rows if row["from_earliest"] or row["from_latest"]]
    first = min(starts, key=lambda row: str(row["from_earliest"] or row["from_latest"]), default=None)
    ends = [row for row in rows if row["until_latest"]]
    last = max(ends, key=lambda row: str(row["until_latest"])) if len(ends) == len(rows) else None
    known = sorted(rows, key=lambda row: (str(row["from_latest"] or "9"), normalised(str(row["arrangement"]))))
    reasons = [
        Reason(
            str(row["arrangement"]),
            setting.addresses.thing(str(row["arrangement_iri"])),
            period_words(row["from"], row["until"], lang),
            str(row["certainty_iri"]).endswith("/inferred"),
        )
        for row in known
    ]
    return Row(
        str(rows[0]["partner"]),
        setting.addresses.thing(iri),
        date_words(str(first["from"]), lang) if first and first["from"] else say["unknown"],
        date_words(str(last["until"]), lang) if last and last["until"] else say["unknown"],
        tuple(reasons[:REASONS]),
        len(reasons) - len(reasons[:REASONS]),
    )
