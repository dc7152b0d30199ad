"""The generations of an arrangement: one of them comes in; the chain, with who joined, left and stayed, goes out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from maillage.naming.normalise import normalised
from maillage.pages.kit.setting import Setting
from maillage.terms import MLG
from maillage.views.when import date_words, period_words

#: Steps of a chain that are followed each way.
_STEPS = 8


@dataclass(frozen=True)
class Link:
    """A name and its page."""

    label: str
    address: str | None


@dataclass(frozen=True)
class Generation:
    """One link of the chain. Of the parties of those it succeeds: who stayed, who joined, who is not named any more.

    `first` tells that it succeeds none known, `parties` how many are known of it: where none is, nothing is compared.
    """

    iri: str
    label: str
    address: str | None
    when: str
    succeeds: tuple[Link, ...]
    parties: int
    stayed: tuple[Link, ...]
    joined: tuple[Link, ...]
    left: tuple[Link, ...]
    compared: bool


def chain(setting: Setting, iri: str) -> list[Generation]:
    """The chain an arrangement belongs to, oldest first; empty where it succeeds none and none succeeds it."""
    older: dict[str, set[str]] = defaultdict(set)
    seen: set[str] = set()
    waiting = {iri}
    for _ in range(_STEPS):
        if not waiting:
            break
        seen |= waiting
        rows = setting.graph.ask("contract-generations", lang=setting.lang, arrangement=sorted(waiting))
        for row in rows:
            if row["newer_iri"] and row["older_iri"] and not str(row["modality_iri"]).endswith("/denied"):
                older[str(row["newer_iri"])].add(str(row["older_iri"]))
        waiting = ({*older} | {one for ones in older.values() for one in ones}) - seen
    if not older:
        return []
    parties = _parties(setting, {*older} | {one for ones in older.values() for one in ones})
    return [_generation(setting, one, older.get(one, set()), parties) for one in _ordered(setting, older)]


def _ordered(setting: Setting, older: dict[str, set[str]]) -> list[str]:
    """Each after all it succeeds; those of one rank by name."""
    ranks: dict[str, int] = {}

    def rank(one: str, above: frozenset[str] = frozenset()) -> int:
        if one not in ranks:
            below = [rank(prior, above | {one}) for prior in older.get(one, ()) if prior not in above]
            ranks[one] = 1 + max(below, default=-1)
        return ranks[one]

    every = {*older} | {one for ones in older.values() for one in ones}
    names = setting.graph.built.names
    return sorted(every, key=lambda one: (rank(one), normalised(names.label(one, setting.lang)), one))


def _parties(setting: Setting, arrangements: set[str]) -> dict[str, dict[str, str]]:
    """Arrangement -> party -> its name, of those in a role that coordinates, done or ongoing."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    store = setting.graph.built.store
    coordinating: dict[str, bool] = {}
    for row in setting.graph.ask("parties-of-arrangement", lang=setting.lang, arrangement=sorted(arrangements)):
        role = str(row["role_iri"])
        if role not in coordinating:
            coordinating[role] = any(t.object.value == "true" for t in store.values(role, MLG + "coordinating"))
        if coordinating[role] and str(row["modality_iri"]).rpartition("/")[2] in ("done", "ongoing"):
            found[str(row["arrangement_iri"])][str(row["party_iri"])] = str(row["party"])
    return found


def _generation(setting: Setting, iri: str, older: set[str], parties: dict[str, dict[str, str]]) -> Generation:
    names = setting.graph.built.names
    before = {party: label for one in older for party, label in parties.get(one, {}).items()}
    now = parties.get(iri, {})
    compared = bool(before and now)

    def links(some: dict[str, str]) -> tuple[Link, ...]:
        ordered = sorted(some.items(), key=lambda pair: (normalised(pair[1]), pair[0]))
        return tuple(Link(label, setting.addresses.thing(one)) for one, label in ordered) if compared else ()

    said = {p: min((t.object.value for t in names.store.values(iri, MLG + p)), default=None) for p in ("from", "until")}
    signed = min((t.object.value for t in names.store.values(iri, MLG + "signedOn")), default="")
    when = period_words(said["from"], said["until"], setting.lang) or (
        date_words(signed, setting.lang) if signed else ""
    )
    return Generation(
        iri=iri,
        label=names.label(iri, setting.lang),
        address=setting.addresses.thing(iri),
        when=when,
        succeeds=tuple(Link(names.label(one, setting.lang), setting.addresses.thing(one)) for one in sorted(older)),
        parties=len(now),
        stayed=links({one: label for one, label in now.items() if one in before}),
        joined=links({one: label for one, label in now.items() if one not in before}),
        left=links({one: label for one, label in before.items() if one not in now}),
        compared=compared,
    )
