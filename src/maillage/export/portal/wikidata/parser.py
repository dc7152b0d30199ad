"""QuickStatements read offline: commands, version 1, come in as a text; what they say, or what is wrong, goes out.

A line is tab-separated: ``CREATE``; ``MERGE``, an item, an item; or an item or ``LAST``, then a label (``Lfr``), a
description (``Dfr``), an alias (``Afr``) or a property, its value, and pairs of qualifiers (``P``) and references
(``S``). Stricter than the tool where the tool guesses or drops a line without a word: see
https://www.wikidata.org/wiki/Help:QuickStatements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from maillage.export.portal.wikidata.properties import DAY_VALUED, ITEM_VALUED, TEXT_VALUED

_ITEM, _PROPERTY = re.compile(r"Q[1-9]\d*"), re.compile(r"P[1-9]\d*")
_PAIR = re.compile(r"[PS][1-9]\d*")
_WORDS = re.compile(r"[LDA][a-z]{2,3}(-[a-z0-9]{2,8})*")
_LINK = re.compile(r"S[a-z_]+")
_TIME = re.compile(r"([+-]\d{4,16})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)Z(?:/(\d+))?")
_TEXT = re.compile(r'"([^"]*)"')
_MONOLINGUAL = re.compile(r'([a-z]{2,3}(-[a-z0-9]+)*):"([^"]*)"')
_QUANTITY = re.compile(r"[+-]?\d+(\.\d+)?(~\d+(\.\d+)?|\[[-+\d.]+,[-+\d.]+\])?(U\d+)?")
_PLACE = re.compile(r"@-?\d{1,2}(\.\d+)?/-?\d{1,3}(\.\d+)?")
_YEAR, _MONTH, _DAY = 9, 10, 11
_LONGEST = 1500


class Bad(ValueError):
    """What is wrong with a line, in French and in English."""

    def __init__(self, fr: str, en: str) -> None:
        super().__init__(en)
        self.words = (fr, en)


@dataclass(frozen=True)
class Command:
    """A line that was understood: its number, what it does to what, and its fields after these."""

    line: int
    subject: str
    what: str = ""
    value: str = ""
    pairs: tuple[tuple[str, str], ...] = ()

    @property
    def statement(self) -> bool:
        """Whether it states a property."""
        return bool(_PROPERTY.fullmatch(self.what))


def read(text: str) -> tuple[list[Command], list[tuple[int, tuple[str, str]]]]:
    """The commands of a text, and the lines that are none: number and reason in both languages."""
    commands: list[Command] = []
    faults: list[tuple[int, tuple[str, str]]] = []
    created = False
    for number, line in enumerate(text.removesuffix("\n").split("\n") if text else (), 1):
        try:
            command = _command(number, line, created)
        except Bad as bad:
            faults.append((number, bad.words))
            continue
        created = created or command.subject == "CREATE"
        commands.append(command)
    return commands, faults


def _command(number: int, line: str, created: bool) -> Command:
    fields = line.split("\t")
    subject = fields[0]
    if not line.strip():
        raise Bad("ligne vide", "empty line")
    if any(field != field.strip() or not field for field in fields):
        raise Bad("champ vide, ou blanc en trop autour d'un champ", "an empty field, or blanks around a field")
    if subject == "CREATE":
        if len(fields) > 1:
            raise Bad("CREATE est seul sur sa ligne", "CREATE stands alone on its line")
        return Command(number, subject)
    if subject == "MERGE":
        if len(fields) != 3 or not all(map(_ITEM.fullmatch, fields[1:])):
            raise Bad("MERGE veut deux éléments (Q…)", "MERGE wants two items (Q...)")
        return Command(number, subject, fields[1], fields[2])
    if subject.startswith("-"):
        raise Bad("une proposition n'ôte rien de Wikidata", "a proposal takes nothing away from Wikidata")
    if subject != "LAST" and not _ITEM.fullmatch(subject):
        raise Bad(
            f"« {_short(subject)} » n'est ni CREATE, ni LAST, ni un élément (Q…) suivi d'une tabulation",
            f"'{_short(subject)}' is neither CREATE nor LAST nor an item (Q...) followed by a tab",
        )
    if subject == "LAST" and not created:
        raise Bad("LAST avant tout CREATE", "LAST before any CREATE")
    if len(fields) < 3:
        raise Bad(
            f"« {_short(fields[-1])} » sans valeur : il manque une tabulation ou la valeur",
            f"'{_short(fields[-1])}' without a value: a tab or the value is missing",
        )
    return _said(number, subject, fields[1], fields[2], fields[3:])


def _said(number: int, subject: str, what: str, value: str, rest: list[str]) -> Command:
    if _WORDS.fullmatch(what) or _LINK.fullmatch(what):
        _text(value)
        if rest:
            raise Bad(f"{what} ne prend ni qualificatif ni source", f"{what} takes no qualifier and no source")
        return Command(number, subject, what, value)
    if not _PROPERTY.fullmatch(what):
        raise Bad(f"« {_short(what)} » n'est pas une propriété", f"'{_short(what)}' is no property")
    _value(what, value)
    if len(rest) % 2:
        raise Bad(f"« {_short(rest[-1])} » sans valeur", f"'{_short(rest[-1])}' without a value")
    pairs = tuple(zip(rest[::2], rest[1::2], strict=True))
    for name, one in pairs:
        if not _PAIR.fullmatch(name):
            raise Bad(
                f"« {_short(name)} » n'est ni un qualificatif (P…) ni une source (S…)",
                f"'{_short(name)}' is neither a qualifier (P...) nor a source (S...)",
            )
        _value("P" + name[1:], one)
    return Command(number, subject, what, value, pairs)


def _value(prop: str, value: str) -> None:
    """Refuse a value that has no form of QuickStatements, or not the form its property wants."""
    if value in ("somevalue", "novalue"):
        return
    if _ITEM.fullmatch(value) or value == "LAST" or _PROPERTY.fullmatch(value):
        kind = "item"
    elif value[0] in "+-" and "T" in value:
        _time(value)
        kind = "day"
    elif value.startswith('"') or value.endswith('"'):
        if not _MONOLINGUAL.fullmatch(value):
            _text(value)
        kind = "text"
    elif _QUANTITY.fullmatch(value) or _PLACE.fullmatch(value):
        kind = "number"
    else:
        raise Bad(
            f"« {_short(value)} » n'est ni un élément, ni un texte entre guillemets, ni une date",
            f"'{_short(value)}' is neither an item nor a text in quotes nor a date",
        )
    wanted = {"item": ITEM_VALUED, "day": DAY_VALUED, "text": TEXT_VALUED}
    other = next((name for name, props in wanted.items() if prop in props and name != kind), None)
    if other:
        fr, en = {"item": ("un élément", "an item"), "day": ("une date", "a date"), "text": ("un texte", "a text")}[
            other
        ]
        raise Bad(f"{prop} veut {fr}, pas « {_short(value)} »", f"{prop} wants {en}, not '{_short(value)}'")
    if prop == "P854" and not re.fullmatch(r'"https?://[^\s"<>]+"', value):
        raise Bad(f"{_short(value)} n'est pas une adresse", f"{_short(value)} is no address")


def _text(value: str) -> None:
    if len(value) < 2 or not (value.startswith('"') and value.endswith('"')):
        raise Bad(f"guillemets mal placés : {_short(value)}", f"quotes are not where they should be: {_short(value)}")
    if not _TEXT.fullmatch(value):
        raise Bad(f"guillemet dans le texte : {_short(value)}", f"a quote inside the text: {_short(value)}")
    if not value[1:-1].strip() or len(value) > _LONGEST or value[1:-1] != value[1:-1].strip():
        raise Bad(
            f"texte vide, trop long ou bordé de blancs : {_short(value)}",
            f"a text that is empty, too long or padded: {_short(value)}",
        )


def _time(value: str) -> None:
    found = _TIME.fullmatch(value)
    if not found:
        raise Bad(f"date mal écrite : {_short(value)}", f"a date that is not well written: {_short(value)}")
    year, month, day, clock, precision = found.groups()
    if precision is None or int(precision) > _DAY:
        raise Bad(
            f"précision absente ou au-delà du jour (/9 année, /10 mois, /11 jour) : {value}",
            f"a precision that lacks or goes beyond the day (/9 year, /10 month, /11 day): {value}",
        )
    if clock != "00:00:00":
        raise Bad(
            f"une heure, que Wikidata ne garde pas : {value}", f"a time of day, which Wikidata does not keep: {value}"
        )
    months = (0, 0) if (int(precision) < _MONTH and month == "00") else (1, 12)
    fits = months[0] <= int(month) <= months[1] and int(day) <= 31
    if int(precision) == _DAY:
        try:
            date(int(year) % 400 + 400, int(month), int(day))
        except ValueError:
            fits = False
    if not fits:
        raise Bad(
            f"la date n'a pas le mois ou le jour que dit sa précision : {value}",
            f"the date lacks the month or day that its precision tells: {value}",
        )


def unsourced(commands: list[Command], wanted: tuple[str, ...]) -> Iterator[int]:
    """The lines that state something without all the references wanted."""
    for command in commands:
        if command.statement and not set(wanted) <= {name for name, _ in command.pairs}:
            yield command.line


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
