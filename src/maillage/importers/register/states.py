"""What a row of the register says its arrangement is: the row comes in; states, each with its pages, go to a draft.

`ended` is a reading of what came after, which the page does not say: the day of the page is not its day. A signing day
that the page's date, address or title gave is inferred, a state of its own with the duration that runs from it; what is
planned is one too. A day that is no signature (approval, adoption, delimitation) never becomes one, and no end is
derived.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from maillage.importers.kit.base import Report, fr, integer, is_day, when
from maillage.importers.kit.facts import Facts
from maillage.importers.register.claims import RowWriter
from maillage.terms import EDTF
from maillage.things.rdf import Literal, NamedNode

#: Register status -> (status, modality of the state); "unknown" says no status.
STATUS: dict[str, tuple[str | None, str]] = {
    "signed": ("status:signed", "modality:done"),
    "in preparation": ("status:inPreparation", "modality:ongoing"),
    "ended": ("status:ended", "modality:done"),
    "unknown": (None, "modality:done"),
}
#: Fields of days that are not signatures -> the status they say.
_STEPS = {"approved_on": "status:validated", "adopted_on": "status:adopted"}
#: No contract is said to last longer.
_MOST_YEARS = 99


class RowStates(RowWriter):
    """Writes the states of a row.

    Parameters
    ----------
    place:
        The register's file and the line of the row, for the report.
    """

    def __init__(self, *row: Any, report: Report, place: tuple[Path | str, int]) -> None:
        super().__init__(*row)
        self.report, self.place = report, place
        self.about: Facts = {"mlg:inArrangement": self.thing}
        self.as_of = self._date("as_of")

    def write(self, territories: Sequence[str], unidentified: Mapping[str, str], *, read: bool = False) -> None:
        """The states.

        Parameters
        ----------
        territories:
            Its territories (IRIs).
        unidentified:
            What the row names and nobody could identify, in its words -> the page that says it (IRI).
        read:
            Whether the territories are a reading: those of a body of today that may not be the one that signed.
        """
        if read and territories:
            self._state("territory", {"mlg:territory": list(territories)}, inferred=True)
        if not self._whole([] if read else territories) and self.as_of and not unidentified:
            self._bad("as_of has no status, date or territory to go with; left out")
        self._steps(territories)
        planned = self._date("planned_signature")
        if planned:
            self._state("signature", {"mlg:signedOn": planned, "mlg:asOf": self.as_of}, modality="modality:planned")
        for number, amendment in enumerate(self.row.get("amendments") or [], start=1):
            self._extension(number, amendment)
        if unidentified:
            facts: Facts = {"mlg:citedUnidentified": [fr(words) for words in unidentified], "mlg:asOf": self.as_of}
            self._state("cited", facts, pages=sorted(set(unidentified.values())))

    def _state(
        self,
        name: str,
        facts: Facts,
        *,
        inferred: bool = False,
        modality: str = "modality:done",
        pages: Sequence[str] = (),
    ) -> None:
        self.claim(name, "mlg:State", {**self.about, **facts}, inferred=inferred, modality=modality, pages=pages)

    def _whole(self, territories: Sequence[str]) -> bool:
        """Status, dates, duration, generation, territory; whether there is any, so that the day of the row is told."""
        status, modality = STATUS[str(self.row["status"])]
        read_status = status == "status:ended"
        signed, read_signing = self._signed()
        dates = {**self._period(), **self._duration()}
        end = dates.get("schema:endDate")
        if end is not None and any(_before(end.value, until) for until in self._extended()):
            # The end first agreed gives way, as a plan does, to that of the amendment.
            self._state("first-end", {"schema:endDate": dates.pop("schema:endDate")}, modality="modality:planned")
        plain: Facts = {"mlg:territory": list(territories), "mlg:generation": self._generation()}
        if status and not read_status:
            plain = {**plain, "mlg:status": status}
        if signed is not None and not read_signing:
            plain = {**plain, "mlg:signedOn": signed}
        if not self.preparing:
            plain = {**plain, **dates}
        told = any(plain.values())
        if told:
            self._state("state", {**plain, "mlg:asOf": self.as_of}, modality=modality)
        if dates and self.preparing:
            self._state("period", dates, modality="modality:planned")
        if read_signing:
            # An end follows from a day and a duration within one state.
            lasts = None if self.preparing else dates.get("mlg:durationYears")
            self._state("signed", {"mlg:signedOn": signed, "mlg:durationYears": lasts}, inferred=True)
        if read_status:
            self._state("ended", {"mlg:status": status}, inferred=True)
        return told

    def _steps(self, territories: Sequence[str]) -> None:
        """Days on which it was approved, adopted or delimited."""
        for key, status in _STEPS.items():
            day = self._date(key)
            if day:
                self._state(key.removesuffix("_on"), {"mlg:status": status, "mlg:asOf": day})
        delimited = self._date("delimited_on")
        if delimited and territories:
            self._state("delimited", {"mlg:territory": list(territories), "mlg:asOf": delimited})
        elif delimited:
            self._bad("delimited_on has no territory to go with; left out")

    def _extension(self, number: int, amendment: Mapping[str, Any]) -> None:
        """An amendment that says until when: a state of its own, as of the day of the amendment."""
        until = self._day(amendment.get("until"), "the until of an amendment")
        if until:
            words = " ".join(str(amendment.get(key) or "") for key in ("kind", "what")).strip()
            facts: Facts = {
                "schema:endDate": until,
                "mlg:asOf": self._day(amendment.get("signed_on"), "the signed_on of an amendment"),
                "skos:editorialNote": fr(words[:1].upper() + words[1:]) if words else None,
            }
            page = amendment.get("page")
            self._state(f"extension-{number}", facts, pages=[page] if page else ())

    def _extended(self) -> list[str]:
        """The ends that amendments give."""
        ends = [str(amendment.get("until") or "") for amendment in self.row.get("amendments") or []]
        return [end for end in ends if is_day(end)]

    def _signed(self) -> tuple[Literal | None, bool]:
        """The day of the signature, and whether it is a reading; `XXXX-07-04` where the year is not written."""
        signed = self._date("signed_on")
        text = str(self.row.get("signed_day_month") or "").strip()
        if text and not (re.fullmatch(r"\d\d-\d\d", text, re.ASCII) and is_day(f"2000-{text}")):
            self._bad(f"signed_day_month {text!r} is no day of a month (MM-DD); it is left out")
            text = ""
        if signed is not None:
            if text and not signed.value.endswith(text):
                self._bad(f"signed_day_month {text!r} is not the day of signed_on ({signed.value}); it is left out")
            return signed, self.row.get("signed_on_basis") != "text"
        if self.row.get("signed_on_basis") and not text and not self.row.get("signed_on"):
            self._bad("signed_on_basis says where a day comes from that is not written; left out")
        return (Literal(f"XXXX-{text}", datatype=NamedNode(EDTF)) if text else None), False

    def _period(self) -> dict[str, Literal]:
        """Start and end; an end before the start or the signature is left out."""
        start, end = self._date("start"), self._date("end")
        signed = self.row.get("signed_on") if is_day(str(self.row.get("signed_on") or "")) else None
        for word, first in (("start", start.value if start else None), ("signature", signed)):
            if end is not None and first and _before(end.value, str(first)):
                self._bad(f"the end {end.value} is before the {word} {first}; the end is left out")
                end = None
        both = {"schema:startDate": start, "schema:endDate": end}
        return {key: value for key, value in both.items() if value is not None}

    def _duration(self) -> dict[str, Literal]:
        years = self.row.get("duration_years")
        if years is None:
            return {}
        if isinstance(years, list):
            self._bad(f"it states two durations ({', '.join(map(str, years))} years); they are left out")
            return {}
        if isinstance(years, bool) or not isinstance(years, int) or not 0 < years <= _MOST_YEARS:
            self._bad(f"the duration {years!r} is no number of years (1 to {_MOST_YEARS}); it is left out")
            return {}
        if not (self.row.get("start") or self.row.get("signed_on")):
            self._bad(f"a duration of {years} years has neither start nor signature to run from; kept, no end follows")
        return {"mlg:durationYears": integer(years)}

    def _generation(self) -> Literal | None:
        generation = self.row.get("generation")
        if isinstance(generation, bool) or not isinstance(generation, int | None):
            self._bad(f"the generation {generation!r} is no number; it is left out")
            return None
        return None if generation is None else integer(generation)

    def _date(self, key: str) -> Literal | None:
        return self._day(self.row.get(key), key)

    def _day(self, value: Any, what: str) -> Literal | None:
        text = str(value or "").strip()
        if text and not is_day(text):
            self._bad(f"{what} {text!r} is no date; it is left out (write 2024, 2024-03 or 2024-03-09)")
            return None
        return when(text) if text else None

    def _bad(self, what: str) -> None:
        self.report.bad_row(*self.place, f"{self.row['id']}: {what}.")


def _before(one: str, other: str) -> bool:
    """Whether all of one day, month or year comes before all of another."""
    short = min(len(one), len(other))
    return one[:short] < other[:short]


def notes(row: Mapping[str, Any]) -> list[str]:
    """The remarks on a row: the compiler's, the amounts its page tells, and its amendments that extend nothing."""
    out = [" ".join(str(row.get("compiler_note") or "").split())]
    money = " ".join(str(row.get("funding_note") or "").split())
    out += [f"Financement, selon la page : {money}"] if money else []
    for amendment in row.get("amendments") or []:
        kind, what = (" ".join(str(amendment.get(key) or "").split()) for key in ("kind", "what"))
        head = kind or "avenant"
        day = f" ({amendment['signed_on']})" if amendment.get("signed_on") else ""
        text = f"{head[:1].upper()}{head[1:]}{day}"
        if not amendment.get("until"):
            out.append(f"{text} : {what}" if what else f"{text}.")
    return [text for text in out if text]
