"""The page of a comparison: two territories, or one at two dates, come in; what differs, side by side, goes out."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from maillage.dates import read_period
from maillage.errors import AmbiguousError, MaillageError, MaillageWarning
from maillage.network.comparison import Comparison
from maillage.network.legend import STATES
from maillage.pages.asked.form import Fault
from maillage.pages.kit.frame import framed
from maillage.pages.kit.near import near, told
from maillage.pages.kit.refused import Refused
from maillage.pages.kit.rows import Shown, shown_rows
from maillage.pages.kit.setting import Given, Setting, one
from maillage.pages.kit.wording import words
from maillage.pages.networks.side_by_side import side_by_side
from maillage.things.table import Column, Table, Value
from maillage.views.card_text import flat
from maillage.views.when import date_words

#: The fields of the form, of the first side and of the second; without another territory the second has the first's.
FIRST, SECOND = ("territory", "at"), ("other", "then")
NETWORK = "network"
USUAL = "coordination"
#: Rows of each table.
MANY = 100
#: Of the regions, the two that the page proposes to compare.
_PROPOSED = ("terr:region-44", "terr:region-28")


@dataclass
class _Asked:
    """What the form gave: a network, and for each side a territory (IRI or None) and a date (text or empty)."""

    network: str
    texts: dict[str, str]
    places: list[str | None] = field(default_factory=list)
    faults: dict[str, Fault] = field(default_factory=dict)

    @property
    def days(self) -> tuple[str, str]:
        """The dates of the two sides."""
        return self.texts["at"], self.texts["then"]

    @property
    def whole(self) -> bool:
        """Whether two things are given that differ."""
        return len({*self.places}) > 1 or (self.days[0] != self.days[1] and all(self.days))


def page(setting: Setting, of: str, given: Given) -> bytes:
    """The page: its form, and the comparison once two things are given.

    Raises
    ------
    Refused
        With the page, for a name that is no territory, or a date that is none.
    """
    say = words("comparison", setting.lang)
    asked = _asked(setting, given, say)
    if asked.faults:
        raise Refused(_framed(setting, say, asked), 400)
    if not asked.whole:
        return _framed(setting, say, asked)
    try:
        found, names = _compared(setting, asked)
    except MaillageError as error:
        asked.faults[NETWORK] = Fault(error.what, error.fix)
        raise Refused(_framed(setting, say, asked), 400) from None
    return _framed(setting, say, asked, compared=_shown(setting, found), names=names)


def _asked(setting: Setting, given: Given, say: Mapping[str, Any]) -> _Asked:
    texts = {name: one(given, name) for name in (*FIRST, *SECOND)}
    network = one(given, NETWORK) or USUAL
    asked = _Asked(network, texts)
    if network not in {query.name for query in setting.graph.built.catalogue.of("networks")}:
        asked.faults[NETWORK] = Fault(say["noNetwork"].format(value=flat(network)))
    for name in (FIRST[0], SECOND[0]):
        asked.places.append(_place(setting, asked, name, say))
    if asked.places[1] is None and SECOND[0] not in asked.faults:
        asked.places[1] = asked.places[0]
    for name in (FIRST[1], SECOND[1]):
        try:
            read_period(texts[name] or None, None, None, (say["date"],) * 3)
        except MaillageError:
            asked.faults[name] = Fault(say["noDate"].format(value=flat(texts[name])))
    return asked


def _place(setting: Setting, asked: _Asked, name: str, say: Mapping[str, Any]) -> str | None:
    text, names = asked.texts[name], setting.graph.built.names
    if not text:
        return None
    try:
        iri = setting.graph.territory(text)
        asked.texts[name] = _written(setting, iri, text)
        return iri
    except MaillageError as error:
        several = isinstance(error, AmbiguousError)
        found = (
            told(setting, names.matches(text, "mlg:Territory")) if several else near(setting, text, ["mlg:Territory"])
        )
        given = {**{key: value for key, value in asked.texts.items() if value}, NETWORK: asked.network}
        links = [(place.words, setting.addresses.compare(**{**given, name: place.iri})) for place in found[:8]]
        what = say["several" if several else "nothing"].format(value=flat(text))
        asked.faults[name] = Fault(what, near=[(label, address) for label, address in links if address])
        return None


def _written(setting: Setting, iri: str, text: str) -> str:
    """A territory as the form shows it: by its name where that leads back to it."""
    label = setting.graph.label(iri, setting.lang)
    with suppress(MaillageError):
        return label if setting.graph.territory(label) == iri else text
    return text


def _compared(setting: Setting, asked: _Asked) -> tuple[Comparison, tuple[str, str]]:
    sides: list[dict[str, Any]] = []
    names: list[str] = []
    both = len({*asked.places}) > 1
    for place, day in zip(asked.places, asked.days, strict=True):
        sides.append({**({"territory": place} if place else {}), **({"at": day} if day else {})})
        said = [setting.graph.label(place, setting.lang)] if place and (both or not day) else []
        names.append(", ".join([*said, *([date_words(day, setting.lang)] if day else [])]))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MaillageWarning)  # the page says it
        found = setting.graph.compare(sides[0], sides[1], asked.network, names=(names[0], names[1]))
    return found, (names[0], names[1])


def _shown(setting: Setting, found: Comparison) -> dict[str, Any]:
    lang = setting.lang
    summary = found.summary(lang)
    return {
        "summary": shown_rows(summary, setting.addresses),
        "remarks": summary.notes,
        "states": _states(found),
        "drawing": side_by_side(setting, found),
        "ties": _linked(setting, found.ties(lang), (("source", "source_id"), ("target", "target_id"))),
        "nodes": _linked(setting, found.nodes(lang), (("label", "node"),)),
    }


def _states(found: Comparison) -> list[tuple[Any, int, int]]:
    """Of each state its look, and how many nodes and ties are in it."""
    counted = []
    for look in STATES:
        nodes = sum(1 for *_, state in found.graph.nodes(data="state") if state == look.name)
        ties = sum(1 for *_, state in found.graph.edges(data="state") if state == look.name)
        counted.append((look, nodes, ties))
    return counted


def _linked(setting: Setting, table: Table, of: tuple[tuple[str, str], ...]) -> Shown:
    """A table of a comparison with the names of things as links: (column of the name, column of the IRI)."""
    place = {column.name: i for i, column in enumerate(table.columns)}
    iris = dict(of)
    columns: list[Column] = []
    take: list[int] = []
    for i, column in enumerate(table.columns):
        if column.name in iris.values():
            continue
        columns.append(column)
        take.append(i)
        if column.name in iris:
            columns.append(Column(f"{column.name}_iri", hidden=True))
            take.append(place[iris[column.name]])
    rows: list[list[Value]] = [[row[i] for i in take] for row in table.rows]
    return shown_rows(Table(columns, rows, lang=table.lang), setting.addresses, MANY)


def _framed(setting: Setting, say: Mapping[str, Any], asked: _Asked, **values: Any) -> bytes:
    queries = setting.graph.built.catalogue.of("networks")
    networks = [(query.name, query.words("title", setting.lang)) for query in queries]
    first, second = values.get("names", ("", ""))
    title = say["of"].format(first=first, second=second) if first else say["title"]
    if first and asked.places[0] and len({*asked.places}) == 1:
        place = setting.graph.label(asked.places[0], setting.lang)
        title = say["ofPlace"].format(place=place, first=first, second=second)
    return framed(
        setting,
        "comparison.html",
        title,
        here="compare",
        description=say["lead"],
        asked=asked,
        networks=networks,
        proposed=_proposed(setting, say),
        action=(setting.addresses.compare() or "").partition("?")[0],
        **{"compared": None, "names": ("", ""), **values},
    )


def _proposed(setting: Setting, say: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Two comparisons to begin with: of the territories that this graph has."""
    names, addresses = setting.graph.built.names, setting.addresses
    there = [iri for text in _PROPOSED for iri in names.matches(text.partition(":")[2], "mlg:Region")]
    labels = [names.label(iri, setting.lang) for iri in there]
    year = setting.at.year
    found = []
    if len(there) == len(_PROPOSED):
        found.append(
            (say["of"].format(first=labels[0], second=labels[1]), addresses.compare(territory=there[0], other=there[1]))
        )
    if there:
        told = say["ofDates"].format(place=labels[0], first=year - 8, second=year)
        found.append((told, addresses.compare(territory=there[0], at=year - 8, then=year)))
    return [(label, address) for label, address in found if address]
