"""Words of a change: two dumps and what differs come in; what is told of which region, in French, goes out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from maillage.naming.normalise import spelled
from maillage.releases.change import GROUPS, Change
from maillage.releases.dump import Dump
from maillage.terms import BASE

ADDED, REMOVED, FEED, PAGE = "added.nt", "removed.nt", "changes.atom", "ce-qui-a-change.html"
#: The SHA-256 of the N-Triples lines that are gone and not to be told again, where there are such.
UNSAID = "removed.sha256"
_NOWHERE = ""
#: What the things of a group are called: one, several.
FRENCH = {
    "terms": ("terme du vocabulaire", "termes du vocabulaire"),
    "entities": ("chose", "choses"),
    "claims": ("affirmation", "affirmations"),
    "evidence": ("document ou citation", "documents et citations"),
}
SIGNS = (("new", "Ajouts"), ("changed", "Changements"), ("replaced", "Remplacements"), ("gone", "Retraits"))
#: What no XML may hold, not even escaped.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: Of a region: sign -> group -> IRIs.
Told = Mapping[str, Mapping[str, Sequence[str]]]
#: Region IRI (empty for what lies in none) -> what is told of it.
By = Mapping[str, Told]


@dataclass(frozen=True)
class Edition:
    """A release as its feed and page name it: version, day (2026-11-30), and what they are told from.

    `since` is the version of the release before, empty where nobody says; `address` is that of the folder of the files,
    ending in ``/``, by default where w3id.org redirects from; `variant` is what a variant of the data adds to names.
    """

    version: str
    day: str
    since: str = ""
    address: str = ""
    variant: str = ""

    @property
    def iri(self) -> str:
        """The release, as its entries are named: it stays the same wherever the files are."""
        return f"{BASE}release/{self.version}{self.variant}"

    def url(self, name: str) -> str:
        """The address of a file."""
        return f"{self.address or f'{BASE}release/{self.version}/'}{name}"


def by_region(change: Change, old: Dump, new: Dump) -> By:
    """Region IRI (empty for what lies in none) -> ``new``, ``changed``, ... -> group -> IRIs, sorted."""
    out: dict[str, dict[str, dict[str, list[str]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for sign, _ in SIGNS:
        told: Mapping[str, Sequence[str]] = getattr(change, sign)
        for group in GROUPS:
            for iri in told[group]:
                # What is replaced may say no more where it lay.
                places = (new.regions_of(iri) if sign != "gone" else set()) or old.regions_of(iri)
                for region in sorted(places) or [_NOWHERE]:
                    out[region][sign][group].append(iri)
    return {region: out[region] for region in sorted(out, key=lambda r: (r == _NOWHERE, spelled(new.label(r)), r))}


def name_of(region: str, new: Dump) -> str:
    """What a region is called."""
    return new.label(region) if region else "Sans région"


def anchor(region: str) -> str:
    """Where the page tells of a region."""
    return region.rpartition("/")[2] or "sans-region"


def counts(told: Told) -> str:
    """How much came, changed and went: ``Ajouts : 2 choses, 1 affirmation. Retraits : 1 chose.``"""
    parts = []
    for sign, heading in SIGNS:
        said = ", ".join(number(len(told[sign][g]), *FRENCH[g]) for g in GROUPS if told.get(sign, {}).get(g))
        if said:
            parts.append(f"{heading} : {said}.")
    return " ".join(parts)


def number(count: int, one: str = "", several: str = "") -> str:
    """A number with its word, thousands apart: `1 chose`, `1 234 choses`."""
    return f"{count:,} {one if count < 2 else several}".replace(",", "\u202f").strip()


def shown(text: str) -> str:
    """A text as it stands in XML and HTML: marks escaped, and a sign for what these cannot hold."""
    return escape(_NO_XML.sub("\ufffd", text), {'"': "&quot;"})
